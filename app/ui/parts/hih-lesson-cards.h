/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The large buttons of "My lessons". */
#pragma once

#include "hih-lesson.h"
#include "hih-progress.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hih_go_on_card_new (const char *picture, const char *words, const char *detail);
/* Narrow: without the face, with a smaller disc. */
void hih_go_on_card_set_narrow (GtkWidget *card, gboolean narrow);
GtkWidget *hih_due_card_new (const char *words, const char *detail);
/* @n_lessons: how many of its lessons stand where; one entry a standing. */
GtkWidget *hih_topic_card_new (const char *id, const char *icon, const char *title, const guint *n_lessons);
GtkWidget *hih_lesson_card_new (HihLesson *lesson, HihStanding standing, const char *language);

G_END_DECLS
