/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four stages, always in the same places. */
#pragma once

#include "hih-lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_STAGE_BAR (hih_stage_bar_get_type ())
G_DECLARE_FINAL_TYPE (HihStageBar, hih_stage_bar, HIH, STAGE_BAR, GtkWidget)

/* Signal chosen (int HihStage). */
GtkWidget *hih_stage_bar_new (void);
/* @done: 1 << HihStage for each that was done. */
void hih_stage_bar_set (HihStageBar *self, HihStage current, guint done);
void hih_stage_bar_set_upright (HihStageBar *self, gboolean upright);

G_END_DECLS
