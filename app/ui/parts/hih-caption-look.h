/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How captions look: as large and in the colours that were chosen (app.css says what that means). */
#pragma once

#include <gtk/gtk.h>

#include "hih-settings.h"

G_BEGIN_DECLS

#define HIH_N_CAPTION_SIZES 4
#define HIH_N_CAPTION_COLOURS 3

/* In percent of the usual size; the names of the colours, which are style classes too. */
extern const int hih_caption_percents[HIH_N_CAPTION_SIZES];
extern const char *const hih_caption_colours[HIH_N_CAPTION_COLOURS];

/* Makes @label, in a widget of the style class "caption-row", look as @settings say. */
void hih_caption_look_apply (GtkWidget *label, HihSettings *settings);
/* One line to try it on, as large as it comes to be under a film that stands in @like. */
GtkWidget *hih_caption_look_new_sample (HihSettings *settings, GtkWidget *like);

G_END_DECLS
