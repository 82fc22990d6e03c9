/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scrolled window that goes downward only, its scroll bars named and in sight. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hih_scroller_new (GtkWidget *child);
/* For a scrolled window of another kind: nothing of it stays with GtkSettings. */
void hih_scroller_leave_settings (GtkWidget *scroller);
void hih_scroller_to_top (GtkWidget *inside);
/* Scrolls no further than needed for all of it to be seen. */
void hih_scroller_show (GtkWidget *inside);

G_END_DECLS
