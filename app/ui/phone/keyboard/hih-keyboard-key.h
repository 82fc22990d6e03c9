/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the phone's keyboard. A key takes all of its room; what looks like a key is a plate inside it, so that no finger
 * falls between two. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hih_keyboard_key_new (const char *icon, const char *word); /* either may be NULL */
void hih_keyboard_key_dress (GtkWidget *button, const char *icon, const char *word); /* makes a key of it */
/* Its callback is told which key by hih_element_pad_get_key_text(); HIH_ELEMENT_PAD_BACK has an arrow. */
GtkWidget *hih_keyboard_key_new_for_text (const char *text);

G_END_DECLS
