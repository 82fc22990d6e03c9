/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language the program speaks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hih_locale_init (const char *language);
const char *hih_locale_get_language (void);

G_END_DECLS
