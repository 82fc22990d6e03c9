/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's stylesheet, which no theme, dark mode or contrast of the desktop changes. */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

void hih_phone_style_load (GdkDisplay *display); /* once for each display; later calls do nothing */

G_END_DECLS
