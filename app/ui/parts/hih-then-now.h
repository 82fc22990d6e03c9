/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Then and now" in plain numbers. */
#pragma once

#include "hih-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hih_then_now_new (void);
void hih_then_now_set (GtkWidget *card, const HihThenAndNow *numbers, gint64 now_ms);

G_END_DECLS
