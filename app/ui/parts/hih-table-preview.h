/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first rows of a report's table. */
#pragma once

#include "hih-table.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): with headings, and how many rows there are in all. */
GtkWidget *hih_table_preview_new (HihTable *table, guint most_rows);

G_END_DECLS
