/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of text sizes: four lines of text in their own size. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

GtkWidget *hih_size_sheet_new (HihPage *page);
/* A sheet with a text, read aloud, and a button that closes it. */
GtkWidget *hih_text_sheet_new (HihPage *page, const char *title, const char *text);
/* The four sizes as buttons, for the welcome page. @chosen_percent is filled. */
GtkWidget *hih_size_chooser_new (GObject *told, int chosen_percent);

G_END_DECLS
