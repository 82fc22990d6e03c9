/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions for a real film that has none beside it: each step is captioned with the lesson's own words for it. */
#pragma once

#include "hih-cues.h"
#include "hih-lesson.h"

G_BEGIN_DECLS

HihCues *hih_say_cues_new (HihLesson *lesson, const char *language);

G_END_DECLS
