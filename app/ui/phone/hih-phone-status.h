/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip at the very top: time, signal, battery. */
#pragma once

#include "hih-element-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_STATUS (hih_phone_status_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneStatus, hih_phone_status, HIH, PHONE_STATUS, GtkWidget)

GtkWidget *hih_phone_status_new (HihElementContext *context); /* a button: a tap, or a pull, brings the shade */
void hih_phone_status_update (GtkWidget *button, HihElementContext *context);
void hih_phone_status_set_works (GtkWidget *button, gboolean works);

G_END_DECLS
