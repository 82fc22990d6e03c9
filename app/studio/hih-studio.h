/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a lesson's film: picture, sound, chapters, captions, and a still of every step. */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

/* Raised whenever the same lesson would now look or sound different: hih_studio_is_current() sees it. */
#define HIH_STUDIO_LOOK 2

typedef void (*HihStudioProgress) (gint64 done_ms, gint64 total_ms, gpointer data);

/* Whether the film and what comes beside it may be put there; G_FILE_ERROR. */
gboolean hih_studio_check_place (const char *path, GError **error);

/* Needs hih_display_start() (or any display) first. @path: FILE.webm; beside it come FILE.vtt and FILE.pictures/STEP.png.
 * Blocks; main thread. HIH_FILM_ERROR, HIH_VOICE_ERROR or G_IO_ERROR. */
gboolean hih_studio_make_film (HihLesson *lesson, const char *language, const char *media_dir, const char *path,
                               HihStudioProgress progress, gpointer data, GError **error);

/* (transfer full): names everything the film is made of; equal stamps make equal films. Blocks. */
char *hih_studio_dup_stamp (HihLesson *lesson, const char *language, const char *media_dir);
gboolean hih_studio_is_current (const char *path, const char *stamp);
gboolean hih_studio_write_stamp (const char *path, const char *stamp, GError **error);

G_END_DECLS
