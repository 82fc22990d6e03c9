/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Opening a sound device can take a second, so a thread of GStreamer's does that; levels and troubles come over the bus.
 * HIH_AUDIO_SOURCE in the environment names another source, as tests do.
 */
#include "config.h"

#include "hih-microphone.h"

#include "hih-film-private.h"

#include <gst/gst.h>
#include <math.h>

#define SOURCE "autoaudiosrc"
#define REST " ! audioconvert ! audio/x-raw,channels=1 ! level interval=50000000 ! fakesink sync=false"
#define QUIETEST_DB -50.0 /* what is shown as silence */
#define REFUSED "hih-refused"
#define STOPPED "hih-stopped"

struct _HihMicrophone
{
  GObject parent_instance;

  GstElement *pipeline; /* (nullable) while it listens */
};

enum
{
  LEVEL,
  MISSING,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihMicrophone, hih_microphone, G_TYPE_OBJECT)

static void
hih_microphone_dispose (GObject *object)
{
  hih_microphone_stop (HIH_MICROPHONE (object));
  G_OBJECT_CLASS (hih_microphone_parent_class)->dispose (object);
}

static void
hih_microphone_class_init (HihMicrophoneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_microphone_dispose;
  signals[LEVEL] = g_signal_new ("level", HIH_TYPE_MICROPHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_DOUBLE);
  signals[MISSING] = g_signal_new ("missing", HIH_TYPE_MICROPHONE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_microphone_init (HihMicrophone *self)
{
}

/**
 * hih_microphone_new:
 *
 * Returns: (transfer full): a microphone that does not listen yet
 */
HihMicrophone *
hih_microphone_new (void)
{
  return g_object_new (HIH_TYPE_MICROPHONE, NULL);
}

/* From the level in decibels to the height of a bar. */
static double
read_level (const GstStructure *structure)
{
  const GValue *channels = gst_structure_get_value (structure, "rms");
  const GValueArray *array = channels != NULL ? g_value_get_boxed (channels) : NULL;
  double db = array != NULL && array->n_values > 0 ? g_value_get_double (array->values) : QUIETEST_DB;

  return isfinite (db) ? CLAMP (1 - db / QUIETEST_DB, 0, 1) : 0;
}

static void
give_up (HihMicrophone *self)
{
  hih_microphone_stop (self);
  g_signal_emit (self, signals[MISSING], 0);
}

static gboolean
bus_cb (GstBus *bus, GstMessage *message, gpointer data)
{
  HihMicrophone *self = data;
  const GstStructure *structure = gst_message_get_structure (message);

  if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ELEMENT && structure != NULL && gst_structure_has_name (structure, "level"))
    g_signal_emit (self, signals[LEVEL], 0, read_level (structure));
  else if (GST_MESSAGE_TYPE (message) == GST_MESSAGE_ERROR ||
           (GST_MESSAGE_TYPE (message) == GST_MESSAGE_APPLICATION && gst_structure_has_name (structure, REFUSED)))
    {
      give_up (self);
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static void
play_thread (GstElement *pipeline, gpointer data)
{
  if (gst_element_set_state (pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    gst_element_post_message (pipeline, gst_message_new_application (GST_OBJECT (pipeline), gst_structure_new_empty (REFUSED)));
  /* Somebody let go of the key while it was opened. */
  if (g_object_get_data (G_OBJECT (pipeline), STOPPED) != NULL)
    gst_element_set_state (pipeline, GST_STATE_NULL);
}

static void
stop_thread (GstElement *pipeline, gpointer data)
{
  gst_element_set_state (pipeline, GST_STATE_NULL);
}

static gboolean
give_up_cb (gpointer data)
{
  g_signal_emit (data, signals[MISSING], 0);
  return G_SOURCE_REMOVE;
}

/**
 * hih_microphone_start:
 *
 * Listens until it is stopped. What it hears, or that it cannot, comes later as a signal.
 */
void
hih_microphone_start (HihMicrophone *self)
{
  const char *source = g_getenv ("HIH_AUDIO_SOURCE");
  g_autofree char *line = g_strconcat (source != NULL ? source : SOURCE, REST, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GstBus) bus = NULL;

  g_return_if_fail (HIH_IS_MICROPHONE (self));
  if (self->pipeline != NULL)
    return;
  hih_film_init ();
  self->pipeline = gst_parse_launch_full (line, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &error);
  if (self->pipeline == NULL)
    {
      g_debug ("film: open microphone: %s", error->message);
      g_idle_add_full (G_PRIORITY_DEFAULT, give_up_cb, g_object_ref (self), g_object_unref);
      return;
    }
  gst_object_ref_sink (self->pipeline);
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_add_watch (bus, bus_cb, self);
  gst_element_call_async (self->pipeline, play_thread, NULL, NULL);
}

/**
 * hih_microphone_stop:
 */
void
hih_microphone_stop (HihMicrophone *self)
{
  g_autoptr (GstBus) bus = NULL;

  g_return_if_fail (HIH_IS_MICROPHONE (self));
  if (self->pipeline == NULL)
    return;
  bus = gst_element_get_bus (self->pipeline);
  gst_bus_remove_watch (bus);
  gst_bus_set_flushing (bus, TRUE);
  g_object_set_data (G_OBJECT (self->pipeline), STOPPED, self);
  /* Keeps its own reference until it is through. */
  gst_element_call_async (self->pipeline, stop_thread, NULL, NULL);
  g_clear_pointer (&self->pipeline, gst_object_unref);
}
