/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of the video: turned, made small enough, converted, handed out as HihFrame. Private to film/. */
#pragma once

#include <gst/gst.h>

#include "hih-frame.h"

G_BEGIN_DECLS

typedef struct _HihFrameSink HihFrameSink;

/* In a streaming thread. @frame: (transfer full). @end_ns: until when it stands, -1 unknown. */
typedef void (*HihFrameFunc) (HihFrame *frame, gint64 end_ns, guint generation, gpointer user_data);

HihFrameSink *hih_frame_sink_new (HihFrameFunc func, gpointer user_data);
void hih_frame_sink_free (HihFrameSink *self); /* after the element has come to NULL */
GstElement *hih_frame_sink_get_element (HihFrameSink *self);
/* Right before a flushing seek: frames that come after its flush carry @generation. */
void hih_frame_sink_announce (HihFrameSink *self, guint generation);
/* Right after it: also when the flush did not come by, because nothing had reached the sink yet. */
void hih_frame_sink_confirm (HihFrameSink *self);
guint hih_frame_sink_get_generation (HihFrameSink *self);

G_END_DECLS
