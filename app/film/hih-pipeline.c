/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A seek or a change of state may take 70 ms and a sound device seconds, so all of them are made by one thread that
 * takes commands from a queue. Whoever gives a newer seek makes the older ones void. The bus is listened to where
 * messages are posted (they carry the generation of that moment) and nothing of it lies about: what the player must
 * know goes to its main context as a HihPipelineEvent, in order.
 */
#include "config.h"

#include "hih-pipeline-private.h"

void
hih_pipeline_unref (gpointer data)
{
  HihPipeline *self = data;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_async_queue_unref (self->commands);
  hih_mailbox_unref (self->mailbox);
  g_mutex_clear (&self->lock);
  g_free (self->audio_sink_name);
  g_free (self);
}

void
hih_pipeline_command_free (gpointer data)
{
  HihPipelineCommand *command = data;

  if (command != NULL)
    g_free (command->uri);
  g_free (command);
}

HihPipelineCommand *
hih_pipeline_command_new (HihPipelineCommandKind kind)
{
  HihPipelineCommand *command = g_new0 (HihPipelineCommand, 1);

  command->kind = kind;
  return command;
}

guint
hih_pipeline_get_load (HihPipeline *self)
{
  return (guint) g_atomic_int_get (&self->load);
}

void
hih_pipeline_push_own (HihPipeline *self, HihPipelineCommandKind kind)
{
  HihPipelineCommand *command = hih_pipeline_command_new (kind);

  command->load = hih_pipeline_get_load (self);
  g_async_queue_push (self->commands, command);
}

/* The main context's side. */

HihPipeline *
hih_pipeline_new (GMainContext *context, const char *audio_sink, HihPipelineFunc func, gpointer user_data)
{
  HihPipeline *self = g_new0 (HihPipeline, 1);

  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->lock);
  self->mailbox = hih_mailbox_new (context, func, user_data);
  self->audio_sink_name = g_strdup (audio_sink);
  self->commands = g_async_queue_new_full (hih_pipeline_command_free);
  g_atomic_ref_count_inc (&self->refs);
  g_thread_unref (g_thread_new ("hih-film", hih_pipeline_thread, self));
  return self;
}

void
hih_pipeline_close (HihPipeline *self)
{
  hih_mailbox_close (self->mailbox);
  g_async_queue_push (self->commands, hih_pipeline_command_new (HIH_PIPELINE_DO_QUIT));
  hih_pipeline_unref (self);
}

void
hih_pipeline_load (HihPipeline *self, const char *uri, guint load)
{
  HihPipelineCommand *command = hih_pipeline_command_new (HIH_PIPELINE_DO_LOAD);

  command->uri = g_strdup (uri);
  command->load = load;
  g_atomic_int_set (&self->latest_load, (int) load);
  g_async_queue_push (self->commands, command);
}

void
hih_pipeline_seek (HihPipeline *self, guint generation, gint64 start_ns, gint64 stop_ns, double rate, gboolean play)
{
  HihPipelineCommand *command = hih_pipeline_command_new (HIH_PIPELINE_DO_SEEK);

  command->load = (guint) g_atomic_int_get (&self->latest_load);
  command->generation = generation;
  command->start_ns = start_ns;
  command->stop_ns = stop_ns;
  command->rate = rate;
  command->on = play;
  g_atomic_int_set (&self->latest_seek, (int) generation);
  g_async_queue_push (self->commands, command);
}

static void
push_switch (HihPipeline *self, HihPipelineCommandKind kind, gboolean on)
{
  HihPipelineCommand *command = hih_pipeline_command_new (kind);

  command->on = on;
  g_async_queue_push (self->commands, command);
}

void
hih_pipeline_set_playing (HihPipeline *self, gboolean playing)
{
  push_switch (self, HIH_PIPELINE_DO_PLAY, playing);
}

void
hih_pipeline_set_muted (HihPipeline *self, gboolean muted)
{
  push_switch (self, HIH_PIPELINE_DO_MUTE, muted);
}

gboolean
hih_pipeline_query_position (HihPipeline *self, gint64 *position_ns)
{
  g_autoptr (GstElement) playbin = NULL;

  g_mutex_lock (&self->lock);
  if (self->playbin != NULL)
    playbin = gst_object_ref (self->playbin);
  g_mutex_unlock (&self->lock);
  return playbin != NULL && gst_element_query_position (playbin, GST_FORMAT_TIME, position_ns);
}
