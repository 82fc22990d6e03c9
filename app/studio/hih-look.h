/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks at every phone screen of a lesson, in every layout and language, for what only the drawn screen tells. */
#pragma once

#include "hih-issue.h"
#include "hih-lesson.h"

G_BEGIN_DECLS

#define HIH_LOOK_MIN_TARGET 60    /* phone pixels, both ways: A7 of the Chinese app norm of 2021 (elder UI) */
#define HIH_LOOK_MIN_CONTRAST 4.5 /* WCAG 2.2, 1.4.3 */

/* Sizes of the phone's own words (system.text-size), a digit each. */
#define HIH_LOOK_SIZES "351" /* the middle one, in which it is drawn, and both ends */

typedef struct _HihLook HihLook;

/* Who looks tells each mistake once, with the first screen it shows on, and looks once at what many lessons show.
 * Needs hih_display_start() (or any display) first. Main thread. */
HihLook *hih_look_new (const char *sizes, GPtrArray *issues);
void hih_look_free (HihLook *self);
/* Adds an issue for each target that is too small for a finger, each text that does not fit its place, and each pair
 * of colours that is hard to read. @languages: NULL-ended. Blocks. */
void hih_look_check (HihLook *self, HihLesson *lesson, const char *const *languages);
/* The same for every screen, dialog and sheet of @apps, each as it stands when it is opened first: also for those that
 * no lesson visits. */
void hih_look_check_apps (HihLook *self, HihAppSet *apps, const char *const *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihLook, hih_look_free)

G_END_DECLS
