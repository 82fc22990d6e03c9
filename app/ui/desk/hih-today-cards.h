/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on Today because somebody is waiting: a class that goes on, people who are stuck. */
#pragma once

#include "hih-board.h"
#include "hih-classes.h"
#include "hih-desk-part.h"

G_BEGIN_DECLS

/* The way back into @class. */
GtkWidget *hih_today_class_card_new (HihPage *page, const HihClassSession *class);
/* Who is stuck. It stands there before the board has come, which takes longest. */
GtkWidget *hih_today_stuck_card_new (void);
/* A row a person, the latest first; a tap opens that person's page on the lesson. */
void hih_today_stuck_card_set (GtkWidget *card, HihDeskPart *part, const HihBoard *board);
/* There are more than the first few: how many, and the way to them, Progress. (transfer floating) (nullable): NULL when
 * these were all. */
GtkWidget *hih_today_more_new (HihDeskPart *part, guint n_people, guint n_shown);

G_END_DECLS
