/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language the program speaks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hih_locale_init (const char *language);
/* The same for the command line: English where the system names no language. */
void hih_locale_init_for_scripts (const char *language);
const char *hih_locale_get_language (void);

G_END_DECLS
