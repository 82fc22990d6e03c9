/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The local card in words: the way to this home's desk, for a lesson's way without a phone, on the screen and on paper. */
#pragma once

#include "hih-home-card.h"
#include "hih-lesson.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is to be read of the desk: where and when, then the telephone on a line of its own; NULL: nothing was told. (transfer full) (nullable) */
char *hih_local_way_dup_words (HihHomeCard *card);
/* What holds here of a lesson about a service that may have ended: "In Shanghai: no longer in force, since 2022-12-13".
 * NULL: nothing was told, or the lesson has no such switch. (transfer full) (nullable) */
char *hih_local_way_dup_status (HihHomeCard *card, HihLesson *lesson);
/* A number as it is read aloud: digit by digit. (transfer full) */
char *hih_local_way_spell (const char *number);
/* Appends a line each to @box: where and whom to ask, the telephone, the hours, what holds here. @card tells nothing:
 * nothing. @icon_size: in px. */
void hih_local_way_append (GtkWidget *box, HihHomeCard *card, HihLesson *lesson, int icon_size);

G_END_DECLS
