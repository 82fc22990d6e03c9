/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where a list of people lies, or is to lie, and writes it there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*HihFileFunc) (GFile *file, gpointer user_data);

/* Over the window around @inside. @func is called when a file was chosen and @told (a GObject) still lives. */
void hih_people_file_ask (GtkWidget *inside, gboolean saving, HihFileFunc func, gpointer told);

/* The same for another file that is to be kept: @title of the window, @name of the file. */
void hih_people_file_ask_save (GtkWidget *inside, const char *title, const char *name, HihFileFunc func, gpointer told);

/* @people: (element-type HihTrainee), as CSV; on a thread of its own. */
void hih_people_file_write_async (GFile *file, GPtrArray *people, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_people_file_write_finish (GAsyncResult *result, GError **error);

G_END_DECLS
