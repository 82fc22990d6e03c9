/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether what the film says can be listened to: twenty seconds at a time. */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

/* Adds an issue for each step, and for the offline way, that the film stays at for too long, in any language. */
void hih_check_spoken (HihLesson *lesson, GPtrArray *issues);

G_END_DECLS
