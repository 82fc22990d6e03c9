/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a people file and what becomes of each: those to look at first, then the rest, all in the order of the
 * file. Only the rows in sight exist. */
#pragma once

#include "hih-people-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HIH_TYPE_IMPORT_ROWS (hih_import_rows_get_type ())
G_DECLARE_FINAL_TYPE (HihImportRows, hih_import_rows, HIH, IMPORT_ROWS, AdwBin)

/* Signal decide (guint row): the row of a name that is there already was pressed. */

GtkWidget *hih_import_rows_new (void);
void hih_import_rows_set (HihImportRows *self, const HihImportResult *result);

/* Why a row is not taken as it is, in the language of the program; "" for HIH_ROW_PROBLEM_NONE. */
const char *hih_row_problem_get_text (HihRowProblem problem);

G_END_DECLS
