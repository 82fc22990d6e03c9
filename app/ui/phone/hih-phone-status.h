/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strip at the very top: time, signal, battery. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_STATUS (hih_phone_status_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneStatus, hih_phone_status, HIH, PHONE_STATUS, GtkWidget)

GtkWidget *hih_phone_status_new (void);
void hih_phone_status_set_time (HihPhoneStatus *self, const char *time);
void hih_phone_status_set_network (HihPhoneStatus *self, gboolean network);

G_END_DECLS
