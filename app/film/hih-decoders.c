/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a picture's size is no multiple of 16 (1080 lines: every telephone's film) the libav decoders of GStreamer 1.26 now
 * and then end the whole program: "video meta uses 1088x1920 instead of 1080x1920" (g_error in gstavviddec.c). Decoding
 * into their own memory and copying out of it does not come there; one copy a picture.
 */
#include "config.h"

#include "hih-decoders.h"

#define DIRECT "direct-rendering"

static void
element_added_cb (GstBin *bin, GstBin *sub_bin, GstElement *element, gpointer user_data)
{
  if (g_object_class_find_property (G_OBJECT_GET_CLASS (element), DIRECT) != NULL)
    g_object_set (element, DIRECT, FALSE, NULL);
}

/**
 * hih_decoders_copy_in:
 * @pipeline: a bin; its decoders may be made at any time, in any thread
 */
void
hih_decoders_copy_in (GstElement *pipeline)
{
  g_signal_connect (pipeline, "deep-element-added", G_CALLBACK (element_added_cb), NULL);
}

void
hih_decoders_discoverer_cb (GObject *discoverer, GstElement *source, gpointer user_data)
{
  g_autoptr (GstObject) top = g_object_ref (GST_OBJECT (source));

  for (GstObject *parent = gst_object_get_parent (top); parent != NULL; parent = gst_object_get_parent (top))
    {
      gst_object_unref (top);
      top = parent;
    }
  /* The source may be made anew, for another protocol. */
  g_signal_handlers_disconnect_by_func (top, element_added_cb, NULL);
  if (GST_IS_BIN (top))
    hih_decoders_copy_in (GST_ELEMENT (top));
}
