/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words without what they only warn of: “Tell it to nobody, type it here” still wants it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both: (transfer full); @text: UTF-8, English or Chinese. Any thread. */
char *hih_warning_fold (const char *text);
char *hih_warning_take_out (const char *text);

G_END_DECLS
