/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The camera as the program sees it: who uses it, and signals on the main context. */
#include "config.h"

#include "hih-camera.h"

#include "hih-camera-feed.h"

struct _HihCamera
{
  GObject parent_instance;

  char *source;         /* (nullable): the computer's own */
  HihCameraFeed *feed;  /* (nullable): off */
  guint n_users[2];     /* by HihCameraUse */
  GMainContext *context;
};

enum
{
  FRAME,
  CODE,
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_QUARK (hih-camera-error-quark, hih_camera_error)
G_DEFINE_FINAL_TYPE (HihCamera, hih_camera, G_TYPE_OBJECT)

static void
event_cb (const HihPipelineEvent *event, gpointer user_data)
{
  g_autoptr (HihCamera) self = g_object_ref (user_data);

  if (event->kind == HIH_PIPELINE_FRAME)
    g_signal_emit (self, signals[FRAME], 0, event->frame);
  else if (event->kind == HIH_PIPELINE_CODE)
    g_signal_emit (self, signals[CODE], 0, event->text);
  else if (event->kind == HIH_PIPELINE_FAILED)
    {
      g_clear_pointer (&self->feed, hih_camera_feed_close);
      g_signal_emit (self, signals[FAILED], 0, event->error);
    }
}

static void
hih_camera_dispose (GObject *object)
{
  HihCamera *self = HIH_CAMERA (object);

  g_clear_pointer (&self->feed, hih_camera_feed_close);
  G_OBJECT_CLASS (hih_camera_parent_class)->dispose (object);
}

static void
hih_camera_finalize (GObject *object)
{
  HihCamera *self = HIH_CAMERA (object);

  g_free (self->source);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (hih_camera_parent_class)->finalize (object);
}

static void
hih_camera_class_init (HihCameraClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_camera_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_camera_finalize;
  signals[FRAME] = g_signal_new ("frame", HIH_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 HIH_TYPE_FRAME | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[CODE] = g_signal_new ("code", HIH_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[FAILED] = g_signal_new ("failed", HIH_TYPE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hih_camera_init (HihCamera *self)
{
  self->context = g_main_context_ref_thread_default ();
}

/**
 * hih_camera_new:
 *
 * Returns: (transfer full): the computer's own camera, off; nobody has looked yet whether there is one
 */
HihCamera *
hih_camera_new (void)
{
  return g_object_new (HIH_TYPE_CAMERA, NULL);
}

/**
 * hih_camera_new_for_source:
 * @source: a part of a GStreamer pipeline that ends in pictures
 *
 * Returns: (transfer full): a camera that looks at @source
 */
HihCamera *
hih_camera_new_for_source (const char *source)
{
  HihCamera *self = hih_camera_new ();

  self->source = g_strdup (source);
  return self;
}

/**
 * hih_camera_start:
 *
 * Also after it failed: somebody may have plugged it in since.
 */
void
hih_camera_start (HihCamera *self, HihCameraUse use)
{
  g_return_if_fail (HIH_IS_CAMERA (self));
  self->n_users[use]++;
  if (self->feed == NULL)
    self->feed = hih_camera_feed_new (self->context, self->source, event_cb, self);
  hih_camera_feed_set_reading (self->feed, self->n_users[HIH_CAMERA_CODES] > 0);
}

/**
 * hih_camera_stop:
 * @use: what it was started for
 */
void
hih_camera_stop (HihCamera *self, HihCameraUse use)
{
  g_return_if_fail (HIH_IS_CAMERA (self));
  g_return_if_fail (self->n_users[use] > 0);
  self->n_users[use]--;
  if (self->feed == NULL)
    return;
  if (self->n_users[HIH_CAMERA_PICTURES] + self->n_users[HIH_CAMERA_CODES] == 0)
    g_clear_pointer (&self->feed, hih_camera_feed_close);
  else
    hih_camera_feed_set_reading (self->feed, self->n_users[HIH_CAMERA_CODES] > 0);
}

gboolean
hih_camera_get_running (HihCamera *self)
{
  g_return_val_if_fail (HIH_IS_CAMERA (self), FALSE);
  return self->feed != NULL;
}
