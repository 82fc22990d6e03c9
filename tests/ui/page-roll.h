/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

/* The roll: every object of the program's own types from when it is made until it is finalised, and, of GTK's widgets, those that
 * were enlisted. Programs that use it are linked with -Wl,--wrap=g_object_new. */

/* What was made before is none of the concern of the next roll_dup_alive(). */
void roll_begin (void);

void roll_enlist (GtkWidget *widget);

guint roll_count (void);

/* "2 HihPractice, 1 GtkLabel", or "" when all are gone; waits a while for threads that hold on to what they work for. */
char *roll_dup_alive (void);

/* Whether there ever was one of that type. */
gboolean roll_was_made (const char *type);
