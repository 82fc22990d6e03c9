/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture and when it is shown. */
#include "config.h"

#include "hih-frame.h"

struct _HihFrame
{
  gatomicrefcount refs;
  GBytes *bytes;
  int width;
  int height;
  gsize stride;
  gint64 pts_ns;
};

G_DEFINE_BOXED_TYPE (HihFrame, hih_frame, hih_frame_ref, hih_frame_unref)

/**
 * hih_frame_new:
 * @bytes: (transfer full): the pixels, B G R A
 * @stride: bytes from one row to the next
 * @pts_ns: when it is shown, in nanoseconds of film time; -1 unknown
 *
 * Returns: (transfer full): a new frame
 */
HihFrame *
hih_frame_new (GBytes *bytes, int width, int height, gsize stride, gint64 pts_ns)
{
  HihFrame *self = g_new0 (HihFrame, 1);

  g_atomic_ref_count_init (&self->refs);
  self->bytes = bytes;
  self->width = width;
  self->height = height;
  self->stride = stride;
  self->pts_ns = pts_ns;
  return self;
}

HihFrame *
hih_frame_ref (HihFrame *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hih_frame_unref (HihFrame *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    {
      g_bytes_unref (self->bytes);
      g_free (self);
    }
}

GBytes *
hih_frame_get_bytes (HihFrame *self)
{
  return self->bytes;
}

int
hih_frame_get_width (HihFrame *self)
{
  return self->width;
}

int
hih_frame_get_height (HihFrame *self)
{
  return self->height;
}

gsize
hih_frame_get_stride (HihFrame *self)
{
  return self->stride;
}

gint64
hih_frame_get_pts_ns (HihFrame *self)
{
  return self->pts_ns;
}
