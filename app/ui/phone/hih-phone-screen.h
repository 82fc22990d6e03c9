/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One screen of an app: status bar, bar, body, foot, and the dialog or sheet over it. Made once, then kept in step. */
#pragma once

#include "hih-element-context.h"

#include "hih-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_SCREEN (hih_phone_screen_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneScreen, hih_phone_screen, HIH, PHONE_SCREEN, GtkWidget)

GtkWidget *hih_phone_screen_new (HihElementContext *context, HihScene *scene);
/* Whether that scene is this same screen in the same layout, so that it can be updated in place. */
gboolean hih_phone_screen_shows (HihPhoneScreen *self, HihScene *scene);
void hih_phone_screen_update (HihPhoneScreen *self, HihScene *scene);
/* Time of day and network in the status bar; the ms until the minute changes. */
gint64 hih_phone_screen_advance (HihPhoneScreen *self);
/* The widget of a target that can be reached now; NULL if it is not on the screen. */
GtkWidget *hih_phone_screen_find (HihPhoneScreen *self, const char *target);
/* Where fingers count: the dialog if there is one, else everything. */
GtkWidget *hih_phone_screen_get_reach (HihPhoneScreen *self);
void hih_phone_screen_scroll_to (HihPhoneScreen *self, const char *target); /* @self may be NULL: nothing */
GtkAdjustment *hih_phone_screen_get_scroll (HihPhoneScreen *self);
gboolean hih_phone_screen_has_face (HihPhoneScreen *self); /* a video call's picture lies behind everything */
const char *hih_phone_screen_get_look (HihPhoneScreen *self);

G_END_DECLS
