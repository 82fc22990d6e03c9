/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A display for GTK where there is none: films are made on servers and in builds. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Starts GTK without looking at the user's desktop: an own Xvfb (ended with the program), software drawing, no
 * animations, fixed font rendering, so that a film looks the same wherever it is made. Main thread, once, before any
 * other GTK call. G_IO_ERROR_NOT_FOUND names the missing program. */
gboolean hih_display_start (GError **error);

G_END_DECLS
