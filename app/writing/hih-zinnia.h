/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ink as zinnia wants it; the same for learning and for reading. Only where zinnia is there. */
#pragma once

#include "hih-ink.h"

#include <zinnia.h>

/* Free it with zinnia_character_destroy(). */
zinnia_character_t *hih_zinnia_character_new (const HihInk *ink);
