/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bar at the top of an app: the way back, where one is, and what can be done here. */
#pragma once

#include "hih-element-context.h"

#include "hih-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_BAR (hih_phone_bar_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneBar, hih_phone_bar, HIH, PHONE_BAR, GtkWidget)

GtkWidget *hih_phone_bar_new (HihElementContext *context);
void hih_phone_bar_update (HihPhoneBar *self, HihScene *scene, GPtrArray *end_nodes, gboolean shown);

G_END_DECLS
