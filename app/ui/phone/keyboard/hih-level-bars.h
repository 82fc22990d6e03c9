/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How loud it was in the last second and a half, as bars that run from right to left. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_LEVEL_BARS (hih_level_bars_get_type ())
G_DECLARE_FINAL_TYPE (HihLevelBars, hih_level_bars, HIH, LEVEL_BARS, GtkWidget)

GtkWidget *hih_level_bars_new (void);
void hih_level_bars_push (HihLevelBars *self, double level); /* 0 … 1 */
void hih_level_bars_clear (HihLevelBars *self);

G_END_DECLS
