/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The widget is mapped by hand. GTK validates CSS in the frame clock's "update": it is emitted by hand before each
 * drawing, else a pressed button is never seen pressed.
 */
#include "config.h"

#include "hih-offscreen.h"

struct _HihOffscreen
{
  GtkWidget *window; /* (owned) toplevel */
  GtkWidget *child;
  int width;
  int height;
};

/**
 * hih_offscreen_new:
 * @child: (transfer floating): what is drawn
 * @width: in pixels
 *
 * Returns: (transfer full): the place where it is drawn
 */
HihOffscreen *
hih_offscreen_new (GtkWidget *child, int width, int height)
{
  HihOffscreen *self = g_new0 (HihOffscreen, 1);

  self->child = child;
  self->width = width;
  self->height = height;
  self->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (self->window), child);
  gtk_widget_realize (self->window);
  gtk_widget_realize (child);
  gtk_widget_map (child);
  return self;
}

void
hih_offscreen_free (HihOffscreen *self)
{
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_free (self);
}

/**
 * hih_offscreen_get_window:
 *
 * Returns: (transfer none): what stands round it, for a theme to mark
 */
GtkWindow *
hih_offscreen_get_window (HihOffscreen *self)
{
  return GTK_WINDOW (self->window);
}

/**
 * hih_offscreen_settle:
 *
 * Gives every widget its style and its place for what it says now.
 */
void
hih_offscreen_settle (HihOffscreen *self)
{
  g_signal_emit_by_name (gtk_widget_get_frame_clock (self->window), "update");
  gtk_widget_allocate (self->child, self->width, self->height, -1, NULL);
}

/**
 * hih_offscreen_snapshot:
 *
 * Returns: (transfer full) (nullable): the drawing
 */
GskRenderNode *
hih_offscreen_snapshot (HihOffscreen *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  hih_offscreen_settle (self);
  gtk_widget_snapshot_child (self->window, self->child, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}
