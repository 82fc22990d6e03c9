/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place whose words are as large as they were chosen to be, or else as large as there is room for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_FIT (hih_fit_get_type ())
G_DECLARE_FINAL_TYPE (HihFit, hih_fit, HIH, FIT, GtkWidget)

/* A style class: what has it is as large as chosen whatever else there is. */
#define HIH_FIT_KEEPS_SIZE "keeps-size"

/* A style class: words that stay larger than those around them. */
#define HIH_FIT_FIRST "fit-first"

/* How many px high what matters in the place is when the place is @width wide. */
typedef int (*HihFitNeed) (int width, gpointer user_data);

GtkWidget *hih_fit_new (GtkWidget *child, HihFitNeed need, gpointer user_data);
/* How large the words are, of the chosen size; those that come first may be larger. */
int hih_fit_get_percent (HihFit *self);
gboolean hih_fit_is_short_of_room (HihFit *self);
/* What the place needs (px) with the smallest words, and with words as large as chosen; as last measured. */
void hih_fit_get_needs (HihFit *self, int *least, int *most);

G_END_DECLS
