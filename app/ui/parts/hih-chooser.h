/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that says what is chosen and opens a sheet with everything that can be. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_CHOOSER (hih_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HihChooser, hih_chooser, HIH, CHOOSER, AdwBin)

/* Signal chosen (guint): another one, by a person. @title: what is asked on the sheet. */
GtkWidget *hih_chooser_new (HihPage *page, const char *name, const char *icon, const char *title);
/* @words: NULL-ended; @chosen is one of them. Tells nobody. */
void hih_chooser_set (HihChooser *self, const char *const *words, guint chosen);
guint hih_chooser_get (HihChooser *self);

G_END_DECLS
