/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is round the screen: the keys at the side, and the chin that says this is only for practice. */
#pragma once

#include "hih-element-context.h"
#include "hih-phone-places.h"

#include "hih-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hih_phone_frame_new_chin (void);

/* A pane of the keys that @scene has at the side. */
GtkWidget *hih_phone_frame_new_side (void);
void hih_phone_frame_sync_side (GtkWidget *side, HihElementContext *context, HihScene *scene);
void hih_phone_frame_clear_side (GtkWidget *side);
GtkWidget *hih_phone_frame_find_key (GtkWidget *side, const char *target); /* nullable */

/* @width: of all the room there is beside them. */
void hih_phone_frame_place (const HihPhonePlaces *places, GtkWidget *chin, GtkWidget *side, float width);

G_END_DECLS
