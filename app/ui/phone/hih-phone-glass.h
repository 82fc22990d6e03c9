/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What passes over any screen: a few words at the bottom, a message at the top. */
#pragma once

#include "hih-element-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_GLASS (hih_phone_glass_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneGlass, hih_phone_glass, HIH, PHONE_GLASS, GtkWidget)

GtkWidget *hih_phone_glass_new (void);
void hih_phone_glass_toast (HihPhoneGlass *self, const char *words, gint64 now_ms);
void hih_phone_glass_notify (HihPhoneGlass *self, const char *picture, const char *title, const char *words, gint64 now_ms);
/* Shows what an effect says, if it is one of those two. Returns whether it did. */
gboolean hih_phone_glass_show (HihPhoneGlass *self, const HihEffect *effect, HihElementContext *context, gint64 now_ms);
/* Another screen comes: a toast about the one before goes with it. */
void hih_phone_glass_leave (HihPhoneGlass *self, gint64 now_ms);
void hih_phone_glass_clear (HihPhoneGlass *self);
gint64 hih_phone_glass_advance (HihPhoneGlass *self, gint64 now_ms); /* ms until something goes; -1: nothing there */

G_END_DECLS
