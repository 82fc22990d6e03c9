/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-drawn.h"

#include "hih-file.h"

#include <gio/gio.h>

cairo_status_t
hih_drawn_append (void *bytes, const guchar *data, guint length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
put (GByteArray *bytes, cairo_status_t status, const char *path, GError **error)
{
  if (status != CAIRO_STATUS_SUCCESS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "studio: draw %s: %s", path, cairo_status_to_string (status));
  else if (hih_file_put (path, bytes->data, bytes->len, error))
    return TRUE;
  else
    g_prefix_error (error, "studio: ");
  return FALSE;
}

gboolean
hih_drawn_put_pages (cairo_surface_t *surface, cairo_status_t status, GByteArray *bytes, const char *path, GError **error)
{
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return put (bytes, status, path, error);
}

gboolean
hih_drawn_put_picture (cairo_surface_t *picture, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  return put (bytes, cairo_surface_write_to_png_stream (picture, hih_drawn_append, bytes), path, error);
}
