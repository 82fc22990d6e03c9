/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The focus leaves first. GTK 4.8 notes a widget that is hidden or taken away while the focus is in it, to move the focus
 * from there with the next frame, and keeps what it noted for ever when more happens until then: a page with its phones a
 * lesson.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hih_focus_leave (GtkWidget *widget);
void hih_focus_set_visible (GtkWidget *widget, gboolean visible);

G_END_DECLS
