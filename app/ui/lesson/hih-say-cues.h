/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Captions for a real film that has none beside it, or none that can be read: each step is captioned with the lesson's own words for it. */
#pragma once

#include "hih-cues.h"
#include "hih-lesson.h"

G_BEGIN_DECLS

HihCues *hih_say_cues_new (HihLesson *lesson, const char *language);
/* @data: (nullable): what stands in the file beside the film. */
HihCues *hih_say_cues_parse (const char *data, gsize length, HihLesson *lesson, const char *language);

G_END_DECLS
