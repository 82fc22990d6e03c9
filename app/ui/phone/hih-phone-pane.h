/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The box in which elements stand. Its children are elements and nothing else, so that a scene can be compared to it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_PANE_STACK, /* one under the other; neighbours marked inline share a row */
  HIH_PANE_TILES, /* columns of equal width */
  HIH_PANE_EQUAL, /* one row of equal widths */
  HIH_PANE_ROW,   /* one row of natural widths */
  HIH_PANE_LAYERS, /* one over the other, each as large as the pane */
} HihPaneMode;

#define HIH_TYPE_PHONE_PANE (hih_phone_pane_get_type ())
G_DECLARE_FINAL_TYPE (HihPhonePane, hih_phone_pane, HIH, PHONE_PANE, GtkWidget)

GtkWidget *hih_phone_pane_new (HihPaneMode mode, const char *css_class, int spacing);
void hih_phone_pane_set_mode (HihPhonePane *self, HihPaneMode mode);
void hih_phone_pane_set_columns (HihPhonePane *self, int columns);
/* Neighbours that are so marked stand side by side in a stack: the round buttons of a call. */
void hih_phone_pane_mark_inline (GtkWidget *child, gboolean in_line);
gboolean hih_phone_pane_is_inline (GtkWidget *child);

G_END_DECLS
