/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language the program speaks. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void hih_locale_init (const char *language);
/* The same for the command line: English where the system names no language. */
void hih_locale_init_for_scripts (const char *language);
const char *hih_locale_get_language (void);
/* The languages there are words in; and what one of them is called here, NULL when there is none of that name. */
char **hih_locale_dup_languages (void);
char *hih_locale_find (const char *name);

G_END_DECLS
