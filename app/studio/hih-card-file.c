/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-card-file.h"

#include "hih-card.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

typedef void (*DrawPage) (cairo_t *cr, guint page, gconstpointer data);

static gboolean
fail (const char *path, const char *why, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "studio: write %s: %s", path, why);
  return FALSE;
}

static gboolean
write_pages (guint n_pages, DrawPage draw, gconstpointer data, const char *title, const char *path, GError **error)
{
  g_autofree char *beside = g_strdup_printf ("%s.part", path);
  cairo_surface_t *surface = cairo_pdf_surface_create (beside, HIH_CARD_WIDTH, HIH_CARD_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  for (guint page = 0; page < n_pages && cairo_status (cr) == CAIRO_STATUS_SUCCESS; page++)
    {
      draw (cr, page, data);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS && g_rename (beside, path) == 0)
    return TRUE;
  g_unlink (beside);
  return fail (path, status != CAIRO_STATUS_SUCCESS ? cairo_status_to_string (status) : "it cannot be put there", error);
}

static void
draw_steps_cb (cairo_t *cr, guint page, gconstpointer data)
{
  hih_card_steps_draw ((HihCardSteps *) data, cr);
}

gboolean
hih_card_file_write_steps (HihLesson *lesson, const char *language, const char *name, const char *picture,
                           const char *home, HihHomeCard *card, const char *const *family, const char *path, GError **error)
{
  HihCardWho who = { name, picture, home, card, family };
  g_autoptr (HihCardSteps) drawn = hih_card_steps_new (lesson, language, &who);

  while (hih_card_steps_draw_next (drawn))
    ;
  return write_pages (1, draw_steps_cb, drawn, hih_text_get (hih_lesson_get_title (lesson), language), path, error);
}

typedef struct
{
  GPtrArray *people;
  const char *home;
} Login;

static void
draw_login_cb (cairo_t *cr, guint page, gconstpointer data)
{
  const Login *login = data;

  hih_card_login_draw (login->people, page, login->home, cr);
}

gboolean
hih_card_file_write_login (GPtrArray *people, const char *home, const char *path, GError **error)
{
  Login login = { people, home };

  return write_pages (hih_card_login_get_n_pages (people), draw_login_cb, &login, home != NULL ? home : "", path, error);
}
