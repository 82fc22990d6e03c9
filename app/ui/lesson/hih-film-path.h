/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a lesson's film lies, and what lies beside it. */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the lesson's own real film, else the one made for @language. */
char *hih_film_path_find (HihLesson *lesson, const char *language);
/* (transfer full) (nullable): the folder of stills of a film made by the program. */
char *hih_film_path_find_pictures (const char *film);

G_END_DECLS
