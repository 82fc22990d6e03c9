/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over everything: "Are you still there?", with one large button. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): the layer; @here is called, with @data, when the button is pressed. */
GtkWidget *hih_still_there_new (GCallback here, gpointer data);
/* What it says, to be read aloud. */
const char *hih_still_there_get_words (void);

G_END_DECLS
