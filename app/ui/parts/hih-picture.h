/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing of media/ in a square of fixed size; decoration, told to nobody. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PICTURE (hih_picture_get_type ())
G_DECLARE_FINAL_TYPE (HihPicture, hih_picture, HIH, PICTURE, GtkWidget)

/* @drawing: (nullable): such as "face-fang". People and faces come round, on their own ground. */
GtkWidget *hih_picture_new (const char *drawing, int pixels);
void hih_picture_set (HihPicture *self, const char *drawing);
void hih_picture_set_pixels (HihPicture *self, int pixels);
/* Not round, whatever it shows. */
void hih_picture_set_plain (HihPicture *self);

G_END_DECLS
