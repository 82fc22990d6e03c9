/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet in which the instructor taps one person. Everybody can be reached, however many they are. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

/* @trainee: (nullable): nobody in particular. */
typedef void (*HihPersonChosen) (HihTrainee *trainee, gpointer data);

/* Shows @people (element-type HihTrainee) over @page, by group when they are many. @nobody: (nullable): what a first tile
 * says that names nobody. @func does not run when the sheet is left without choosing; it closes the sheet or shows
 * another. @data outlives the page. */
void hih_person_sheet_show (HihPage *page, const char *title, GPtrArray *people, const char *nobody, HihPersonChosen func,
                            gpointer data);

G_END_DECLS
