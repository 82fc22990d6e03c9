/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sign and words of several lines, side by side and together in the middle. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_SNUG (hih_phone_snug_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneSnug, hih_phone_snug, HIH, PHONE_SNUG, GtkWidget)

/* Stands round @box, in which @label is. Main thread, as all here. */
GtkWidget *hih_phone_snug_new (GtkBox *box, GtkLabel *label);

G_END_DECLS
