/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing or a control icon at a fixed size of phone pixels: decoration, its words stand beside it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_PICTURE (hih_phone_picture_get_type ())
G_DECLARE_FINAL_TYPE (HihPhonePicture, hih_phone_picture, HIH, PHONE_PICTURE, GtkWidget)

GtkWidget *hih_phone_picture_new (int width, int height);      /* a drawing; 0: as large as it is allocated */
GtkWidget *hih_phone_picture_new_icon (const char *icon, int size); /* in the CSS colour */
void hih_phone_picture_set_drawing (HihPhonePicture *self, const char *name); /* NULL: nothing */
void hih_phone_picture_set_icon (HihPhonePicture *self, const char *icon);
/* As a portrait: a face round on its own tint, a photo with rounded corners; anything else as it is. */
void hih_phone_picture_set_portrait (HihPhonePicture *self, const char *name);
/* TRUE: fills its box, what overhangs is cut off. FALSE: stands whole inside it. */
void hih_phone_picture_set_cover (HihPhonePicture *self, gboolean cover);
/* As a cover, and what overhangs is cut off below. */
void hih_phone_picture_set_ground (HihPhonePicture *self);
void hih_phone_picture_set_size (HihPhonePicture *self, int width, int height);
/* About its centre, 0.3 … 3: what a zoom shows, or somebody who stands too far away. */
void hih_phone_picture_set_zoom (HihPhonePicture *self, double zoom);

G_END_DECLS
