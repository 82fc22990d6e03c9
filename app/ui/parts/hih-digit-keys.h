/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys for digits that are typed into a field: nobody at a touch screen has to look for a keyboard. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @field: an editable that outlives the keys. */
GtkWidget *hih_digit_keys_new (GtkEditable *field);
/* A key of the keyboard while the focus is not in the field: TRUE when it was a digit and stands there now. */
gboolean hih_digit_keys_type (GtkEditable *field, guint keyval, GdkModifierType state);

G_END_DECLS
