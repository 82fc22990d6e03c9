/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over any screen: how dim it is, how loud when that changes, a few words at the bottom, a message at the top. */
#pragma once

#include "hih-element-view.h"
#include "hih-phone-stage.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Classes of what passes over the screen and goes by itself: few words, and a message on its card. */
#define HIH_PHONE_GLASS_TOAST "toast"
#define HIH_PHONE_GLASS_NOTICE "banner"

/* Signal (main thread):
 *   moved: what passes over the screen stands elsewhere now, has come or has gone
 */
#define HIH_TYPE_PHONE_GLASS (hih_phone_glass_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneGlass, hih_phone_glass, HIH, PHONE_GLASS, GtkWidget)

GtkWidget *hih_phone_glass_new (HihPhoneStage *stage, HihFindTargetFunc find, gpointer data);
void hih_phone_glass_set_hand (HihPhoneGlass *self, GtkWidget *hand);
/* As bright as the phone is now. */
void hih_phone_glass_update (HihPhoneGlass *self, HihPhoneState *state);
/* After a gesture: how loud it is, if the gesture changed it. */
void hih_phone_glass_show_volume (HihPhoneGlass *self, HihPhoneState *before, HihPhoneState *now, gint64 now_ms);
/* What is to be touched next: toasts lie elsewhere. */
void hih_phone_glass_keep_off (HihPhoneGlass *self, const char *next);
void hih_phone_glass_toast (HihPhoneGlass *self, const char *words, gint64 now_ms);
/* Shows what an effect says, if it says something here. Returns whether it did. */
gboolean hih_phone_glass_show (HihPhoneGlass *self, const HihEffect *effect, HihElementContext *context, gint64 now_ms);
/* Another screen comes: a toast about the one before goes with it. */
void hih_phone_glass_leave (HihPhoneGlass *self, gint64 now_ms);
void hih_phone_glass_clear (HihPhoneGlass *self);
gint64 hih_phone_glass_advance (HihPhoneGlass *self, gint64 now_ms); /* ms until something goes; -1: nothing there */

G_END_DECLS
