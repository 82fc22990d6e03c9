/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the three sides of a pipeline share: the main context's (hih-pipeline.c), the thread's (hih-pipeline-thread.c),
 * and that of GStreamer's own threads (hih-pipeline-bus.c). */
#pragma once

#include "hih-frame-sink.h"
#include "hih-pipeline.h"

#include <gst/gst.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_PIPELINE_DO_LOAD,
  HIH_PIPELINE_DO_SEEK,
  HIH_PIPELINE_DO_PLAY, /* or pause */
  HIH_PIPELINE_DO_MUTE,
  HIH_PIPELINE_DO_QUIT,
  /* The rest come from the bus; void when another film was loaded since. */
  HIH_PIPELINE_DO_PREROLLED,
  HIH_PIPELINE_DO_DURATION,
  HIH_PIPELINE_DO_BROKEN,
  HIH_PIPELINE_DO_NO_DEVICE,
} HihPipelineCommandKind;

typedef struct
{
  HihPipelineCommandKind kind;
  guint load;
  char *uri;
  guint generation;
  gint64 start_ns;
  gint64 stop_ns;
  double rate;
  gboolean on; /* play, mute */
} HihPipelineCommand;

struct _HihPipeline
{
  gatomicrefcount refs;
  GAsyncQueue *commands;
  char *audio_sink_name;
  HihMailbox *mailbox;

  int latest_load; /* atomic */
  int latest_seek; /* atomic */

  GMutex lock; /* guards the next two */
  GstElement *playbin;
  gint64 last_end_ns; /* until when the last picture or sound lasts */

  /* The thread's own. */
  HihFrameSink *frame_sink;
  GstElement *audio_sink;
  char *uri;
  int load; /* atomic: written by the thread while none of GStreamer's is there, which say it with what they tell */
  gboolean prerolled;
  guint n_reopened;
  guint n_waited; /* so often it was given more time */
  gint64 patient_until_us;
  gint64 worked_us; /* the processor's time when that was said */
  gint64 loaded_us; /* and when the film was chosen */
  gboolean without_device;
  gboolean muted;
  gboolean wanted_playing;
  HihPipelineCommand *waiting; /* the seek to make once it is prerolled */
  HihPipelineCommand *last;    /* the last seek made */
  int seen_frames;  /* atomic */
  int told_no_sound; /* atomic */
  int sound_broken;  /* atomic: the film is being opened again without a device */
  int failed; /* atomic: the first error of a load only */
};

void hih_pipeline_unref (gpointer data);
HihPipelineCommand *hih_pipeline_command_new (HihPipelineCommandKind kind);
void hih_pipeline_command_free (gpointer data);
/* Which film is loaded now. Any thread. */
guint hih_pipeline_get_load (HihPipeline *self);
/* About the film that is loaded now. Any thread. */
void hih_pipeline_push_own (HihPipeline *self, HihPipelineCommandKind kind);
/* Tells it once a load. Takes @error. Any thread. */
void hih_pipeline_fail (HihPipeline *self, GError *error);
/* Makes what the queue asks for, until it is told to quit; then drops its reference. */
gpointer hih_pipeline_thread (gpointer data);

/* In GStreamer's threads; the data is the pipeline. */
void hih_pipeline_frame_cb (HihFrame *frame, gint64 end_ns, guint generation, gpointer user_data);
GstPadProbeReturn hih_pipeline_sound_cb (GstPad *pad, GstPadProbeInfo *info, gpointer user_data);
GstBusSyncReply hih_pipeline_bus_cb (GstBus *bus, GstMessage *message, gpointer user_data);

G_END_DECLS
