/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is ready, as ticks: a disc for each, an empty ring for each of the others. The words beside it say the same. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_HAND_TICKS (hih_hand_ticks_get_type ())
G_DECLARE_FINAL_TYPE (HihHandTicks, hih_hand_ticks, HIH, HAND_TICKS, GtkWidget)

/* In one row or a few; of a large room nothing, which nobody would count. */
GtkWidget *hih_hand_ticks_new (void);
void hih_hand_ticks_set (HihHandTicks *self, guint n_ready, guint n);
void hih_hand_ticks_set_height (HihHandTicks *self, int height); /* px of all rows */

G_END_DECLS
