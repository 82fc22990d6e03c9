/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which camera is the computer's, and what its trouble means. */
#include "config.h"

#include "hih-camera.h"
#include "hih-camera-feed.h"

#include <unistd.h>

/* A camera that may not be opened is not even listed: then its file tells that it is there. */
static gboolean
is_kept_from_us (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/dev", 0, NULL);
  const char *name;
  gboolean found = FALSE;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = NULL;

      if (!g_str_has_prefix (name, "video") || !g_ascii_isdigit (name[5]))
        continue;
      path = g_build_filename ("/dev", name, NULL);
      if (access (path, R_OK | W_OK) == 0)
        return FALSE;
      found = TRUE;
    }
  return found;
}

/* The one the desktop calls its default, else the first. */
static GstDevice *
choose (GList *devices)
{
  GstDevice *chosen = NULL;

  for (GList *l = devices; l != NULL; l = l->next)
    {
      g_autoptr (GstStructure) properties = gst_device_get_properties (l->data);
      gboolean is_default = FALSE;

      if (properties != NULL && gst_structure_get_boolean (properties, "is-default", &is_default) && is_default)
        return l->data;
      if (chosen == NULL)
        chosen = l->data;
    }
  return chosen;
}

GstElement *
hih_camera_find (GError **error)
{
  g_autoptr (GstDeviceMonitor) monitor = gst_device_monitor_new ();
  GstElement *element = NULL;
  GList *devices = NULL;
  GstDevice *device;

  gst_device_monitor_add_filter (monitor, "Video/Source", NULL);
  if (gst_device_monitor_start (monitor))
    {
      devices = gst_device_monitor_get_devices (monitor);
      gst_device_monitor_stop (monitor);
    }
  device = choose (devices);
  if (device != NULL)
    element = gst_device_create_element (device, NULL);
  g_list_free_full (devices, gst_object_unref);
  if (element == NULL && is_kept_from_us ())
    g_set_error_literal (error, HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_REFUSED, "film: find the camera: it may not be used");
  else if (element == NULL)
    g_set_error_literal (error, HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_ABSENT, "film: find the camera: there is none");
  return element;
}

GError *
hih_camera_error_from_gst (const GError *error, gboolean seen_frames)
{
  HihCameraErrorCode code = HIH_CAMERA_ERROR_LOST;

  if (g_error_matches (error, GST_CORE_ERROR, GST_CORE_ERROR_MISSING_PLUGIN) ||
      g_error_matches (error, GST_STREAM_ERROR, GST_STREAM_ERROR_CODEC_NOT_FOUND))
    code = HIH_CAMERA_ERROR_INCOMPLETE;
  else if (seen_frames)
    code = HIH_CAMERA_ERROR_LOST;
  else if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_BUSY))
    code = HIH_CAMERA_ERROR_BUSY;
  else if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_FOUND))
    code = HIH_CAMERA_ERROR_ABSENT;
  else if (g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_NOT_AUTHORIZED) ||
           g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_OPEN_READ) ||
           g_error_matches (error, GST_RESOURCE_ERROR, GST_RESOURCE_ERROR_OPEN_READ_WRITE))
    code = HIH_CAMERA_ERROR_REFUSED;
  return g_error_new (HIH_CAMERA_ERROR, (int) code, "film: camera: %s", error->message);
}
