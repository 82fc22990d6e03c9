/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the phone's camera sees: a drawn scene with a real code in it, or the picture of a real camera. */
#pragma once

#include "hih-phone-camera.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_VIEWFINDER (hih_phone_viewfinder_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneViewfinder, hih_phone_viewfinder, HIH, PHONE_VIEWFINDER, GtkWidget)

typedef enum
{
  HIH_AIM_READY,
  HIH_AIM_FAR,
  HIH_AIM_DIRTY,
  HIH_AIM_FOUND,
} HihAim;

GtkWidget *hih_phone_viewfinder_new (gboolean scans);
void hih_phone_viewfinder_set_scene (HihPhoneViewfinder *self, const char *drawing);
void hih_phone_viewfinder_set_code (HihPhoneViewfinder *self, const char *text); /* NULL: no code to be seen */
void hih_phone_viewfinder_set_aim (HihPhoneViewfinder *self, HihAim aim);
/* Takes the place of scene and code while it is given a camera that sees something. */
HihPhoneCamera *hih_phone_viewfinder_get_camera (HihPhoneViewfinder *self);
/* The moving line. Returns the ms until it moves on, -1 if there is none. */
gint64 hih_phone_viewfinder_advance (HihPhoneViewfinder *self, gint64 now_ms);

G_END_DECLS
