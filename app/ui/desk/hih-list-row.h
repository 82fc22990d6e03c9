/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a long list as the desk has them: one button as wide as the list, whose words stack where it is narrow. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @item, while it is set up. @name: of the widget, for tests. @box: (transfer floating): what stands before the
 * words. @split: (transfer floating): the words, a HihSplit. @pressed: as GtkButton::clicked, disconnected with @object.
 * (transfer none): the button. */
GtkWidget *hih_list_row_set_up (GtkListItem *item, const char *name, GtkWidget *box, GtkWidget *split, GCallback pressed,
                                gpointer object);
/* The list item of such a button. (transfer none). */
GtkListItem *hih_list_row_get_item (GtkWidget *button);

G_END_DECLS
