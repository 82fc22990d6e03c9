/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How numbers are said: a telephone number and a code digit by digit, an amount as a number, a time as a time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hih_spoken_numbers (const char *text, const char *language);
gboolean hih_spoken_is_han (gunichar c);
gboolean hih_spoken_has_han (const char *text);

G_END_DECLS
