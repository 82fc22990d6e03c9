/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels as pages use them. */
#pragma once

#include "hih-picture.h"

G_BEGIN_DECLS

/* A label that wraps and begins at the left. @classes: separated by spaces: title section name body small soft ... */
GtkWidget *hih_words_new (const char *text, const char *classes);
/* A heading, for screen readers too. */
GtkWidget *hih_words_new_heading (const char *text, const char *classes);
/* Chinese words whole, no lone character in the last line. To be called again whenever its text has changed. */
void hih_words_keep_end (GtkLabel *label);
/* The same now and whenever its text changes. */
void hih_words_watch_end (GtkWidget *label);
/* Words of another size: @scale of what the style says. */
void hih_words_set_scale (GtkWidget *label, double scale);
/* A class for words of another size whose lines stand near together, as in a strip of a few lines. */
#define HIH_WORDS_NEAR "near-lines"
/* A card is now a strip, with the class "folded", or it is whole again. */
void hih_words_set_folded (GtkWidget *card, GtkWidget *label, gboolean folded);
double hih_words_get_scale (GtkWidget *label);
double hih_words_get_size_px (GtkWidget *label); /* as the style says */
/* The same, and a short stretch between two pauses is not broken at all, where there is room. To be called again likewise. */
void hih_words_keep_pauses (GtkLabel *label);
/* Where words are drawn without a label: Chinese marks side by side stand near together, as on every label. */
void hih_words_keep_marks (PangoLayout *layout);
/* How wide the label must be so that no stretch, or Latin word, is broken: in pixels. */
int hih_words_measure_longest (GtkLabel *label);
/* @inside in the middle of a box with @classes that keeps its own size. */
GtkWidget *hih_disc_new (GtkWidget *inside, const char *classes);
/* "person-peach" for whatever the records say of somebody's picture. */
char *hih_person_drawing (const char *picture);

G_END_DECLS
