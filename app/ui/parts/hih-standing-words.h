/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far somebody is, in words: the one place where a standing becomes a sentence. */
#pragma once

#include "hih-progress.h"

G_BEGIN_DECLS

const char *hih_standing_get_words (HihStanding standing);
/* Of a topic: how many of its lessons stand where; one entry a standing. (transfer full) */
char *hih_standing_dup_topic_words (const guint *n_lessons);

G_END_DECLS
