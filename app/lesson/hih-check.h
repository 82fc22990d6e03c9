/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The validator: performs every lesson in every layout and stage on the brain alone, and reads what an author forgot. */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

/* How long a lesson's own film lasts, in ms; < 0 when it cannot be played, and @reason then says why (transfer full).
 * @captions: what is wrong with the file of captions beside it (transfer full), left alone when there is none or nothing.
 * Given by whoever has the film room. Blocks. */
typedef gint64 (*HihCheckFilm) (const char *path, char **reason, char **captions);

/* @path: a lesson file, an app file, or a folder of them. Adds every issue found. @media_dir: where pictures are
 * looked for (NULL: not checked). @lessons: (nullable) (element-type HihLesson): those that could be loaded are added, for
 * whoever looks further. Returns the number of files read. Blocks. */
guint hih_check_path (const char *path, const char *apps_dir, const char *media_dir, GPtrArray *issues,
                      GPtrArray *lessons);
/* The same, and the times of each lesson's own film against the film. @film: nullable. @app_sets: (nullable)
 * (element-type HihAppSet): the apps of every folder of apps, for whoever looks further. */
guint hih_check_path_with_films (const char *path, const char *apps_dir, const char *media_dir, HihCheckFilm film,
                                 GPtrArray *issues, GPtrArray *lessons, GPtrArray *app_sets);
/* As above for one loaded lesson: goal, targets, traps, the offline way. */
void hih_check_lesson (HihLesson *lesson, GPtrArray *issues);

G_END_DECLS
