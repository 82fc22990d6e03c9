/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The name of a list's row, and its action: GTK before 4.12 gives the widget around it, which has the focus, neither. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names what stands in @item and the list's own widget around it, which also gets the action row.open: the list's
 * "activate". To be called while binding. */
void hih_row_name_set (GtkListItem *item, const char *name);

G_END_DECLS
