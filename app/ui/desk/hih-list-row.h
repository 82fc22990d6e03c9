/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of a long list as the desk has them: one button as wide as the list, whose words stack where it is narrow. */
#pragma once

#include "hih-later.h"

G_BEGIN_DECLS

/* For a list whose rows are filled when they are about to be seen: @kind makes and fills them, with the #GtkListItem as
 * item. It outlives the list. (transfer full) */
GtkListItemFactory *hih_list_row_factory_new (HihLaterKind *kind);
/* All rows of @view (nullable) are to be filled anew: those in sight first. */
void hih_list_row_refill (GtkWidget *view);
/* A list of @n_rows goes away: how many it keeps when it gives up as many as go in a moment. */
guint hih_list_row_count_kept (guint n_rows);
/* Makes what stands in @place. @name: of the widget, for tests. @box: (transfer floating): what stands before the
 * words. @split: (transfer floating): the words, a HihSplit. @pressed: as GtkButton::clicked, disconnected with @object.
 * (transfer none): the button. */
GtkWidget *hih_list_row_make (HihLater *place, GtkListItem *item, const char *name, GtkWidget *box, GtkWidget *split,
                              GCallback pressed, gpointer object);
/* The list item of such a button. (transfer none). */
GtkListItem *hih_list_row_get_item (GtkWidget *button);

G_END_DECLS
