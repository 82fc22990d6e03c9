/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows its child, always 360 × 760 to itself, at whatever size it is given. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_SCALER (hih_phone_scaler_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneScaler, hih_phone_scaler, HIH, PHONE_SCALER, GtkWidget)

GtkWidget *hih_phone_scaler_new (GtkWidget *child);

G_END_DECLS
