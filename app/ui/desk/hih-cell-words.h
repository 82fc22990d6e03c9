/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cell of the matrix says and shows: always a word and a shape, never a colour alone. */
#pragma once

#include "hih-board.h"

G_BEGIN_DECLS

/* Translated, as short as a cell. */
const char *hih_cell_get_words (HihCell cell);
/* Of media/icons; NULL: words only. */
const char *hih_cell_get_icon (HihCell cell);
/* What was needed at a step, by its level of support: "alone", "told", "pointed", "shown", "done for them". */
const char *hih_level_get_words (guint level);

G_END_DECLS
