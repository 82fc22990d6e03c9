/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's stylesheet, which no theme, dark mode or contrast of the desktop changes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void hih_phone_style_load (GdkDisplay *display); /* once for each display; later calls do nothing */

/* The classes for the letters of @language, such as "zh_CN". */
void hih_phone_style_set_language (GtkWidget *phone, const char *language);

G_END_DECLS
