/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What keeps the window to itself: in a kiosk it fills the screen and is left only through the door; and who walks away
 * leaves nothing of theirs standing there. Outside a kiosk only the desk, which tells of everybody, locks itself.
 */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

/* The window's class while a trainee has it in a kiosk: nothing may open another window then. */
#define HIH_KIOSK_CLASS "kiosk"

#define HIH_TYPE_KIOSK (hih_kiosk_get_type ())
G_DECLARE_FINAL_TYPE (HihKiosk, hih_kiosk, HIH, KIOSK, GObject)

/* Signals
 *   changed ()  it is a kiosk now, or no more
 *   gone ()     who was here walked away: back to "Who is learning today?"
 */
/* @window: borrowed; @overlay: of its whole content, where the question stands. */
HihKiosk *hih_kiosk_new (GtkWindow *window, GtkOverlay *overlay, HihSettings *settings);
/* For as long as the program runs, whatever the settings say: --kiosk. */
void hih_kiosk_force (HihKiosk *self);
gboolean hih_kiosk_is_on (HihKiosk *self);
gboolean hih_kiosk_is_forced (HihKiosk *self);
/* The context is there: it counts from now on. */
void hih_kiosk_begin (HihKiosk *self, HihContext *context);
/* @page stands in the window now, as @kind. */
void hih_kiosk_set_page (HihKiosk *self, HihPage *page, HihPlaceKind kind);
/* Whether the window may be closed from where one is. */
gboolean hih_kiosk_may_close (HihKiosk *self);
gboolean hih_kiosk_is_asking (HihKiosk *self);
/* Without one there is nothing to move, to shrink or to close into. */
gboolean hih_kiosk_has_window_manager (GtkWindow *window);
/* Whether it is behind the door. */
gboolean hih_place_is_inside (HihPlaceKind kind);

G_END_DECLS
