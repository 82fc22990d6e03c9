/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The camera's light tells the truth: it burns while its picture is on the screen, and at no other time. */
#include "config.h"

#include "hih-phone-camera.h"

#include "hih-film-view.h"

struct _HihPhoneCamera
{
  GtkWidget parent_instance;

  HihCameraUse use;
  HihCamera *camera; /* (nullable) */
  gboolean started;
  GtkWidget *view;
};

enum
{
  CODE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPhoneCamera, hih_phone_camera, GTK_TYPE_WIDGET)

static void
show (HihPhoneCamera *self, HihFrame *frame)
{
  hih_film_view_set_frame (HIH_FILM_VIEW (self->view), frame);
  gtk_widget_set_visible (self->view, frame != NULL);
}

static void
frame_cb (HihCamera *camera, HihFrame *frame, gpointer user_data)
{
  show (user_data, frame);
}

static void
code_cb (HihCamera *camera, const char *text, gpointer user_data)
{
  g_signal_emit (user_data, signals[CODE], 0, text);
}

static void
failed_cb (HihCamera *camera, GError *error, gpointer user_data)
{
  show (user_data, NULL);
}

static void
stop (HihPhoneCamera *self)
{
  if (!self->started)
    return;
  self->started = FALSE;
  g_signal_handlers_disconnect_by_data (self->camera, self);
  hih_camera_stop (self->camera, self->use);
  show (self, NULL);
}

static void
start (HihPhoneCamera *self)
{
  if (self->started || self->camera == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->started = TRUE;
  g_signal_connect (self->camera, "frame", G_CALLBACK (frame_cb), self);
  g_signal_connect (self->camera, "code", G_CALLBACK (code_cb), self);
  g_signal_connect (self->camera, "failed", G_CALLBACK (failed_cb), self);
  hih_camera_start (self->camera, self->use);
}

static void
hih_phone_camera_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hih_phone_camera_parent_class)->map (widget);
  start (HIH_PHONE_CAMERA (widget));
}

static void
hih_phone_camera_unmap (GtkWidget *widget)
{
  stop (HIH_PHONE_CAMERA (widget));
  GTK_WIDGET_CLASS (hih_phone_camera_parent_class)->unmap (widget);
}

static void
hih_phone_camera_dispose (GObject *object)
{
  HihPhoneCamera *self = HIH_PHONE_CAMERA (object);

  if (self->view != NULL)
    stop (self);
  g_clear_object (&self->camera);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_phone_camera_parent_class)->dispose (object);
}

static void
hih_phone_camera_class_init (HihPhoneCameraClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_camera_dispose;
  widget_class->map = hih_phone_camera_map;
  widget_class->unmap = hih_phone_camera_unmap;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "camera");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  signals[CODE] = g_signal_new ("code", HIH_TYPE_PHONE_CAMERA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
hih_phone_camera_init (HihPhoneCamera *self)
{
  self->view = hih_film_view_new ();
  hih_film_view_set_cover (HIH_FILM_VIEW (self->view), TRUE);
  gtk_widget_set_visible (self->view, FALSE);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * hih_phone_camera_new:
 * @use: whether codes are read
 *
 * Returns: (transfer floating): nothing to see yet
 */
GtkWidget *
hih_phone_camera_new (HihCameraUse use)
{
  HihPhoneCamera *self = g_object_new (HIH_TYPE_PHONE_CAMERA, NULL);

  self->use = use;
  return GTK_WIDGET (self);
}

/**
 * hih_phone_camera_set_camera:
 * @camera: (nullable): the camera to look through
 */
void
hih_phone_camera_set_camera (HihPhoneCamera *self, HihCamera *camera)
{
  g_return_if_fail (HIH_IS_PHONE_CAMERA (self));
  if (camera == self->camera)
    return;
  stop (self);
  g_set_object (&self->camera, camera);
  start (self);
}

gboolean
hih_phone_camera_is_live (HihPhoneCamera *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_CAMERA (self), FALSE);
  return gtk_widget_get_visible (self->view);
}
