/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row over the keys: what the ink or the letters may mean, some at a time, and a key for more. */
#pragma once

#include "hih-element-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_KEYBOARD_STRIP (hih_keyboard_strip_get_type ())
G_DECLARE_FINAL_TYPE (HihKeyboardStrip, hih_keyboard_strip, HIH, KEYBOARD_STRIP, GtkWidget)

/* Signal chosen (guint index). */

/* @away: (transfer floating): the key that stands at the end as long as there are no words. */
GtkWidget *hih_keyboard_strip_new (GtkWidget *away);
void hih_keyboard_strip_set_words (HihKeyboardStrip *self, GPtrArray *words); /* NULL or empty: none */
GPtrArray *hih_keyboard_strip_get_words (HihKeyboardStrip *self);             /* (element-type utf8), the likeliest first */
/* The button of the word that @text is, or begins with; NULL when it is not in sight. */
GtkWidget *hih_keyboard_strip_find (HihKeyboardStrip *self, const char *text);
GtkWidget *hih_keyboard_strip_get_first (HihKeyboardStrip *self);             /* NULL when there are none */

G_END_DECLS
