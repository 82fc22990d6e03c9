/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two things side by side where there is room, else the second under the first. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_SPLIT (hih_split_get_type ())
G_DECLARE_FINAL_TYPE (HihSplit, hih_split, HIH, SPLIT, GtkWidget)

/* @share: how much of the width the first takes, in thousandths; 0: the second has its natural width, the first the rest. */
GtkWidget *hih_split_new (GtkWidget *first, GtkWidget *second, int gap, int share);
void hih_split_set_share (HihSplit *self, int share); /* another share than at first */
void hih_split_set_second_may_go (HihSplit *self); /* where it has no room under the first: it says nothing new */
void hih_split_set_stack_below (HihSplit *self, int width); /* with a share: narrower than this stacks */
void hih_split_set_turned (HihSplit *self, gboolean turned); /* under one another: the second first */

G_END_DECLS
