/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from a file, on the desk: reads it, shows what would happen row by row, asks about names that are there
 * already, and brings everybody in at once. */
#pragma once

#include "hih-people-import.h"
#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_IMPORT (hih_desk_import_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskImport, hih_desk_import, HIH, DESK_IMPORT, AdwBin)

/* Signals
 *   done (HihAct *act, const char *words)   everybody is in, and what is to be said of it
 *   left ()                                 nothing was done
 */

/* @sheet: what was read. Stands in place of the list of people, not as a sheet over it: it may be long. */
GtkWidget *hih_desk_import_new (HihPage *page, HihPeopleSheet *sheet);

G_END_DECLS
