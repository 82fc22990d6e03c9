/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things lie: installed under any prefix, or in the build tree. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each returns (transfer none) an absolute path that lives as long as the program. */
const char *hih_paths_get_lessons_dir (void); /* merged lesson and app files: apps/, <topic>/ */
const char *hih_paths_get_films_dir (void);   /* <lesson>.<lang>.webm and .vtt */
const char *hih_paths_get_media_dir (void);   /* icons, pictures, recorded voice */
const char *hih_paths_get_writing_dir (void); /* lesson.model, lesson-strokes.txt */
const char *hih_paths_get_locale_dir (void);
const char *hih_paths_get_data_dir (void);    /* the records; made 0700 */
void hih_paths_set_data_dir (const char *dir);  /* before anything asks; --data-dir */

G_END_DECLS
