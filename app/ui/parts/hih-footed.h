/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What scrolls, and under it what is to stay in sight. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_FOOTED (hih_footed_get_type ())
G_DECLARE_FINAL_TYPE (HihFooted, hih_footed, HIH, FOOTED, GtkWidget)

/* @content: taken; something that can be made small, such as a scroller. */
GtkWidget *hih_footed_new (GtkWidget *content);
/* For a sheet: @content scrolls when there is no room, and its buttons stay. */
GtkWidget *hih_footed_new_sheet (GtkWidget *content, GtkWidget *foot);
/* For a sheet: @content itself when it has a button named "…-close", else under it one that calls @back. */
GtkWidget *hih_footed_give_way_out (GtkWidget *content, GCallback back, GObject *told);
/* @foot: (nullable). */
void hih_footed_set_foot (HihFooted *self, GtkWidget *foot);

G_END_DECLS
