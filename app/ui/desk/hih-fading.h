/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How help fades: one person's last runs of one lesson, step by step. The numbers, a chart of them, a table of them. */
#pragma once

#include <gtk/gtk.h>

#include "hih-board.h"
#include "hih-lesson.h"

G_BEGIN_DECLS

#define HIH_FADING_RUNS 6 /* the last so many are shown */

typedef struct
{
  guint n_runs;
  gint64 at_ms[HIH_FADING_RUNS]; /* when each began; 0 when not to be believed */
  HihStage stages[HIH_FADING_RUNS];
  guint n_steps;
  int *levels;                   /* n_steps × HIH_FADING_RUNS; -1: that step was not reached */
} HihFading;

/* @history: (element-type HihStepHistory). Steps in traps are left out; one that was done twice counts with its most help. */
HihFading *hih_fading_new (GPtrArray *history, guint n_steps);
void hih_fading_free (HihFading *self);
int hih_fading_get (const HihFading *self, guint step, guint run);

/* Of a run's column, such as "11月3日"; "?" when it is not to be believed. (transfer full) */
char *hih_fading_dup_day (const HihFading *self, guint run);

/* Both show the same numbers. @lesson tells what the steps are called. */
GtkWidget *hih_fading_chart_new (const HihFading *fading, HihLesson *lesson, const char *language);
GtkWidget *hih_fading_table_new (const HihFading *fading, HihLesson *lesson, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihFading, hih_fading_free)

G_END_DECLS
