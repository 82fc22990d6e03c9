/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Building and opening one playbin3. Private to film/. */
#pragma once

#include "hih-frame-sink.h"

G_BEGIN_DECLS

/* (transfer full): a sink that keeps time; a silent one when there is no such element */
GstElement *hih_playbin_make_audio_sink (const char *name);
/* (transfer full) (nullable): @sound_cb sees every piece of sound before its tempo is changed, in a streaming thread */
GstElement *hih_playbin_new (const char *uri, HihFrameSink *frame_sink, GstElement *audio_sink, gboolean muted,
                             GstPadProbeCallback sound_cb, gpointer user_data);
/* Takes effect with the next piece of sound that is not yet on its way to the device. Any thread. */
void hih_playbin_set_muted (GstElement *playbin, gboolean muted);
/* To PAUSED. FALSE: it cannot be; an error message is on its way too. */
gboolean hih_playbin_open (GstElement *playbin);

G_END_DECLS
