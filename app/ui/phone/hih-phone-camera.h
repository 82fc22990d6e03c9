/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the computer's camera sees, to be laid over a drawn stand-in: nothing is drawn until a picture comes, nor when
 * none comes any more. The camera is on only while this is on the screen. Fills its box.
 *
 * Signal code (const char *): a code was held before it.
 */
#pragma once

#include "hih-camera.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_CAMERA (hih_phone_camera_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneCamera, hih_phone_camera, HIH, PHONE_CAMERA, GtkWidget)

GtkWidget *hih_phone_camera_new (HihCameraUse use);
gboolean hih_phone_camera_is_live (HihPhoneCamera *self); /* there is a picture */
void hih_phone_camera_set_camera (HihPhoneCamera *self, HihCamera *camera); /* NULL: the stand-in only */

G_END_DECLS
