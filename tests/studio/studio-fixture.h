/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the studio's tests begin with. */
#pragma once

#include "hih-lesson.h"

/* @name: its file below @lessons_dir, whose apps it is read with. What is wrong with it is told. (transfer full) */
HihLesson *studio_load_lesson (const char *lessons_dir, const char *name);
