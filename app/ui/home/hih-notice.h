/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read out before somebody says yes to records being kept. Each version is a file of its own (notices/); one that
 * was ever agreed to is never edited: the next version stands beside it. */
#pragma once

#include "hih-context.h"

G_BEGIN_DECLS

/* The version that is read out today. */
#define HIH_NOTICE "notice-1"

/* @version: of HIH_NOTICE, else today's is taken. Who keeps it, whom to ask and for how long are filled in. A line a
 * paragraph, each beginning with what it is about. (transfer full) */
char *hih_notice_dup_text (HihContext *context, const char *version);

G_END_DECLS
