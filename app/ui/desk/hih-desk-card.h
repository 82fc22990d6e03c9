/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets that ask for whom a card is, then print it. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

void hih_desk_card_open_steps (HihPage *page);
void hih_desk_card_open_login (HihPage *page);

G_END_DECLS
