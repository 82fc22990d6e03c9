/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards, on a printer's paper. */
#pragma once

#include "hih-card.h"
#include "hih-page.h"

G_BEGIN_DECLS

/* Draws the take-home card, then asks for a printer. @trainee: (nullable): whose card it is. */
void hih_card_print (HihPage *page, HihLesson *lesson, const HihTrainee *trainee);
/* The cards with picture and name. */
void hih_card_print_login (GPtrArray *people, const char *home, GtkWindow *parent);

G_END_DECLS
