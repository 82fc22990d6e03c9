/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet that asks for one group: those there are, and, where it makes sense, everybody or a new name. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_GROUP_SHEET (hih_group_sheet_get_type ())
G_DECLARE_FINAL_TYPE (HihGroupSheet, hih_group_sheet, HIH, GROUP_SHEET, AdwBin)

/* Signal chosen (const char *group), after which the sheet is closed; NULL: everybody. */

/* @groups: (element-type HihGroup). @everybody: (nullable): the word for all, when that may be chosen. */
GtkWidget *hih_group_sheet_new (HihPage *page, GPtrArray *groups, const char *title, const char *everybody,
                                gboolean allow_new);

/* A line to write a name in, named @words, with @text (nullable) in it. */
GtkWidget *hih_name_field_new (const char *words, const char *text);

G_END_DECLS
