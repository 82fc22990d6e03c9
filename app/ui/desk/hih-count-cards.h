/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many can do it alone, are stuck, have a re-check due: a card each. The last two are toggles that show only those. */
#pragma once

#include <adwaita.h>

#include "hih-progress-order.h"

G_BEGIN_DECLS

#define HIH_TYPE_COUNT_CARDS (hih_count_cards_get_type ())
G_DECLARE_FINAL_TYPE (HihCountCards, hih_count_cards, HIH, COUNT_CARDS, AdwBin)

/* Its signal "chosen" says that a person chose others to be shown: hih_count_cards_get_only(). */
GtkWidget *hih_count_cards_new (void);
/* Until they are set there is nothing to see. */
void hih_count_cards_set (HihCountCards *self, const HihProgressCounts *counts);
HihProgressOnly hih_count_cards_get_only (HihCountCards *self);

G_END_DECLS
