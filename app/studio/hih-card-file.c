/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-card-file.h"

#include "hih-card.h"
#include "hih-drawn.h"

#include <cairo-pdf.h>

typedef void (*DrawPage) (cairo_t *cr, guint page, gconstpointer data);

static gboolean
write_pages (guint n_pages, DrawPage draw, gconstpointer data, const char *title, const char *path, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (hih_drawn_append, bytes, HIH_CARD_WIDTH, HIH_CARD_HEIGHT);
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
  return hih_drawn_put_pages (surface, status, bytes, path, error);
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
