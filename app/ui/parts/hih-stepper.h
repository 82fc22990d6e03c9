/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small number, made less and more by taps: nothing has to be typed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_STEPPER (hih_stepper_get_type ())
G_DECLARE_FINAL_TYPE (HihStepper, hih_stepper, HIH, STEPPER, GtkWidget)

/* @words: what is counted. @step: how much a tap changes it; the number lands on multiples of it. Signal changed (). */
GtkWidget *hih_stepper_new (const char *words, int lowest, int highest, int step);
int hih_stepper_get (HihStepper *self);
void hih_stepper_set (HihStepper *self, int value); /* no signal */

G_END_DECLS
