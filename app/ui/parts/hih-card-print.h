/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards, on a printer's paper. */
#pragma once

#include "hih-card.h"

G_BEGIN_DECLS

/* Draws the take-home card, then asks for a printer. */
void hih_card_print (HihLesson *lesson, const char *language, const HihCardWho *who, GtkWindow *parent);
/* The cards with picture and name. */
void hih_card_print_login (GPtrArray *people, const char *home, GtkWindow *parent);

G_END_DECLS
