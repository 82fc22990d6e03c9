/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several buttons that stand together. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @line: has a HihControl for each. @chosen (nullable) of them looks and is told as the chosen one, with a check in place
 * of @icon; the others do not. */
void hih_choice_mark (GtkWidget *line, GtkWidget *chosen, const char *icon);

G_END_DECLS
