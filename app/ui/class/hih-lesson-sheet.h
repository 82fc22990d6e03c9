/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet in which the instructor chooses a lesson. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

typedef void (*HihLessonChosen) (HihLesson *lesson, gpointer data);

/* Shows all lessons by topic over @page. @chosen: (nullable): marked, and has the focus. @func does not run when the
 * sheet is left without choosing; it closes the sheet. @data outlives the page. */
void hih_lesson_sheet_show (HihPage *page, HihLesson *chosen, HihLessonChosen func, gpointer data);

G_END_DECLS
