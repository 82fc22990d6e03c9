/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The style sheet, its tokens in light, dark and high contrast, and the size of text. */
#pragma once

#include <gtk/gtk.h>

#include "hih-settings.h"

G_BEGIN_DECLS

#define HIH_TYPE_THEME (hih_theme_get_type ())
G_DECLARE_FINAL_TYPE (HihTheme, hih_theme, HIH, THEME, GObject)

/* Follows the desktop and @settings for as long as it lives; @window gets the classes "dark" and "hc". One a display. */
HihTheme *hih_theme_new (GtkWindow *window, HihSettings *settings);
/* 100–200 per cent of the desktop's own size. */
void hih_theme_set_text_percent (HihTheme *self, int percent);
int hih_theme_get_text_percent (HihTheme *self);
/* For who sits here: no movements, whatever the desktop says; and no button smaller than 76 px. */
void hih_theme_set_calm (HihTheme *self, gboolean calm);
void hih_theme_set_larger_targets (HihTheme *self, gboolean larger);
/* For tests: the token file that holds now, such as "tokens-dark.css". */
const char *hih_theme_get_tokens_name (HihTheme *self);

G_END_DECLS
