/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lesson is going to be: three to five pictures of its steps, and "play". */
#pragma once

#include "hih-lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_OVERVIEW (hih_overview_get_type ())
G_DECLARE_FINAL_TYPE (HihOverview, hih_overview, HIH, OVERVIEW, GtkWidget)

/* Signal play (). */
GtkWidget *hih_overview_new (HihLesson *lesson, const char *language, guint first);

/* A HihFitNeed: how high it must be so that pictures with their words, as they stand, have room. */
int hih_overview_get_need (int width, gpointer overview);

G_END_DECLS
