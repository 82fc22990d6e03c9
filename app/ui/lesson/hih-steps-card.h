/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card beside the film: the step, its instruction, and the list of all. */
#pragma once

#include "hih-lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_STEPS_CARD (hih_steps_card_get_type ())
G_DECLARE_FINAL_TYPE (HihStepsCard, hih_steps_card, HIH, STEPS_CARD, GtkWidget)

GtkWidget *hih_steps_card_new (HihLesson *lesson, const char *language);
/* @now: the step; -1 before the first. */
void hih_steps_card_set_now (HihStepsCard *self, int now);
/* A calm sentence about the film; NULL: none. */
void hih_steps_card_set_note (HihStepsCard *self, const char *text);
int hih_steps_card_get_need (HihStepsCard *self, int width);

/* @narrow: a narrow window. @folded: only what is to be done. */
void hih_steps_card_set_narrow (HihStepsCard *self, gboolean narrow, gboolean folded);

G_END_DECLS
