/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One picture of a film, ready for gdk_memory_texture_new(). Immutable and counted; may be passed between threads. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct _HihFrame HihFrame;

#define HIH_TYPE_FRAME (hih_frame_get_type ())
GType hih_frame_get_type (void);

/* @bytes: (transfer full): B8 G8 R8 A8, opaque: GDK_MEMORY_B8G8R8A8 and also ..._PREMULTIPLIED */
HihFrame *hih_frame_new (GBytes *bytes, int width, int height, gsize stride, gint64 pts_ns);
HihFrame *hih_frame_ref (HihFrame *self);
void hih_frame_unref (HihFrame *self);
GBytes *hih_frame_get_bytes (HihFrame *self); /* (transfer none): a texture takes its own reference */
int hih_frame_get_width (HihFrame *self);
int hih_frame_get_height (HihFrame *self);
gsize hih_frame_get_stride (HihFrame *self);
gint64 hih_frame_get_pts_ns (HihFrame *self); /* when it is shown, in film time; -1 unknown */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihFrame, hih_frame_unref)

G_END_DECLS
