/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The engine under HihCamera: one pipeline from being switched on to being switched off. Private to film/. */
#pragma once

#include "hih-mailbox.h"

#include <gst/gst.h>

G_BEGIN_DECLS

typedef struct _HihCameraFeed HihCameraFeed;

/* @source: (nullable): a description for tests. Events: FRAME, CODE, and FAILED once, after which nothing comes. */
HihCameraFeed *hih_camera_feed_new (GMainContext *context, const char *source, HihPipelineFunc func, gpointer user_data);
/* No event comes after it; the camera is let go in the background. */
void hih_camera_feed_close (HihCameraFeed *self);
void hih_camera_feed_set_reading (HihCameraFeed *self, gboolean reading);

/* Blocks while the computer is asked. (transfer floating) (nullable): the camera to use, or NULL with the error. */
GstElement *hih_camera_find (GError **error);
/* (transfer full): what a bus error means for a camera. @seen_frames: pictures had come. */
GError *hih_camera_error_from_gst (const GError *error, gboolean seen_frames);

G_END_DECLS
