/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: changes pages, shows sheets over them, and knows who sits here. */
#pragma once

#include "hih-kiosk.h"
#include "hih-page.h"
#include "hih-theme.h"

G_BEGIN_DECLS

#define HIH_TYPE_WINDOW (hih_window_get_type ())
G_DECLARE_FINAL_TYPE (HihWindow, hih_window, HIH, WINDOW, AdwApplicationWindow)

/* Empty until hih_window_begin(). */
GtkWidget *hih_window_new (GtkApplication *application, HihSettings *settings);
/* Everything is loaded: shows the first page. */
void hih_window_begin (HihWindow *self, HihContext *context, HihPlaceKind first);
void hih_window_go (HihWindow *self, const HihPlace *place);
/* A calm sentence over the page, read aloud. */
void hih_window_tell (HihWindow *self, const char *title, const char *text);
HihPage *hih_window_get_page (HihWindow *self); /* nullable */
HihTheme *hih_window_get_theme (HihWindow *self);
HihContext *hih_window_get_context (HihWindow *self);
HihKiosk *hih_window_get_kiosk (HihWindow *self);
gboolean hih_window_has_sheet (HihWindow *self);
/* Without the bar of the desktop: the tour. */
void hih_window_set_bare (HihWindow *self, gboolean bare);

G_END_DECLS
