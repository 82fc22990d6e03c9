/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a screen of the phone is laid out: its words are as large as its owner chose, or else as large as there is room for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_FIT (hih_phone_fit_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneFit, hih_phone_fit, HIH, PHONE_FIT, GtkLayoutManager)

/* @screen says something else: its words are measured again when it is laid out next. Main thread, as all here. */
void hih_phone_fit_renew (GtkWidget *screen);
/* @lines: how many a label has room for with the usual size of words; where it can be scrolled larger ones get more. */
void hih_phone_fit_limit_lines (GtkWidget *label, int lines);
/* Whether all of @label's text is seen: not cut, within its button, and within the edges of @screen. */
gboolean hih_phone_fit_holds (GtkLabel *label, GtkWidget *screen);
/* (transfer full) (nullable): its text with / where a line ends in the middle of a word. */
char *hih_phone_fit_dup_broken (GtkLabel *label);

/* (nullable): what was said last in a talk, if less than all of it is in sight. */
GtkWidget *hih_phone_fit_find_cut_answer (GtkWidget *screen, double *needed, double *seen);

G_END_DECLS
