/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A widget drawn in a window that nobody sees (TRIALS.md V1.1). */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _HihOffscreen HihOffscreen;

/* @child: taken. Needs a display. Main thread. */
HihOffscreen *hih_offscreen_new (GtkWidget *child, int width, int height);
/* Ends the window and @child. */
void hih_offscreen_free (HihOffscreen *self);
GtkWindow *hih_offscreen_get_window (HihOffscreen *self);
/* Styles, then places: what a frame clock would do. */
void hih_offscreen_settle (HihOffscreen *self);
/* Settles, then (transfer full) (nullable): what stands there now. GTK gives the same node again when nothing moved. */
GskRenderNode *hih_offscreen_snapshot (HihOffscreen *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihOffscreen, hih_offscreen_free)

G_END_DECLS
