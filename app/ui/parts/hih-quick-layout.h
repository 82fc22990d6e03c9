/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A layout manager that spares a widget most of what GTK asks it when it is laid out; where it stands is the same. For
 * what is as high as its width needs: words, and what is scrolled downward. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_QUICK_LAYOUT (hih_quick_layout_get_type ())
G_DECLARE_FINAL_TYPE (HihQuickLayout, hih_quick_layout, HIH, QUICK_LAYOUT, GtkLayoutManager)

/* Once, when @widget is made: a label that wraps, or the viewport of a scrolled window. */
void hih_quick_layout_give (GtkWidget *widget);

G_END_DECLS
