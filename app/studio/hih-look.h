/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at every phone screen of a lesson, in every layout and language, for what only the drawn screen tells. */
#pragma once

#include "hih-issue.h"
#include "hih-lesson.h"

G_BEGIN_DECLS

#define HIH_LOOK_MIN_TARGET 60    /* phone pixels, both ways: A7 of the Chinese app norm of 2021 (elder UI) */
#define HIH_LOOK_MIN_CONTRAST 4.5 /* WCAG 2.2, 1.4.3 */

/* Adds an issue for each target that is too small for a finger, each text that does not fit its place, and each pair
 * of colours that is hard to read; a mistake that shows on many screens is told once, with the first of them. Needs
 * hih_display_start() (or any display) first. @languages: NULL-ended. Blocks; main thread. */
void hih_look_check (HihLesson *lesson, const char *const *languages, GPtrArray *issues);
/* The same for every screen, dialog and sheet of @apps, each as it stands when it is opened first: also for those that
 * no lesson visits. */
void hih_look_check_apps (HihAppSet *apps, const char *const *languages, GPtrArray *issues);

G_END_DECLS
