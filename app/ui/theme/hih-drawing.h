/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings of media/ as paintables that stay crisp at every scale (TRIALS.md P2). */
#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* "face-fang", "tile-chat", "person-peach", "scene-wallpaper": (transfer none), cached for the program's life;
 * an unknown name gives the empty tile, never NULL. Main thread. */
GdkPaintable *hih_drawing_get (const char *name);
/* Reads all of them and all icons, one in each idle moment: none is left to be read in mid-animation. Main thread. */
void hih_drawing_prepare (void);
gboolean hih_drawing_exists (const char *name);
/* A control icon, "video" or "hih-video-symbolic", in one colour: crisp where GtkImage would be a stretched texture. */
GdkPaintable *hih_drawing_get_icon (const char *name, const GdkRGBA *color);

G_END_DECLS
