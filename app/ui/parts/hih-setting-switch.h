/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button that turns a setting on and off, and says which it is. */
#pragma once

#include "hih-settings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *hih_setting_switch_new (HihSettings *settings, const char *key, const char *icon, const char *on,
                                   const char *off);

G_END_DECLS
