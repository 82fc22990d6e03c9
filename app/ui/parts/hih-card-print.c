/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The take-home card of a lesson, on paper: title, steps, the way without a phone. Reads well in black and white. */
#include "config.h"

#include "hih-card-print.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

#define FONT "Noto Sans CJK SC"

typedef struct
{
  HihLesson *lesson;
  char *language;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  hih_lesson_unref (job->lesson);
  g_free (job->language);
  g_free (job);
}

/* Draws @text and returns the height it took. */
static double
draw_text (cairo_t *cr, double x, double y, double width, const char *text, double points, gboolean bold)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  int height;

  pango_font_description_set_absolute_size (font, points * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * hih_card_draw:
 * @width: in points, margins not counted
 */
void
hih_card_draw (cairo_t *cr, double width, double height, HihLesson *lesson, const char *language)
{
  GPtrArray *steps = hih_lesson_get_card_steps (lesson);
  GPtrArray *ways = hih_lesson_get_offline (lesson);
  double y = 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y += draw_text (cr, 0, y, width, hih_text_get (hih_lesson_get_title (lesson), language), 29, TRUE) + 18;
  for (guint i = 0; i < steps->len; i++)
    {
      for (guint s = 0; s < hih_lesson_get_n_steps (lesson); s++)
        {
          const HihStep *step = hih_lesson_get_step (lesson, s);
          g_autofree char *number = g_strdup_printf ("%u.", i + 1);

          if (g_strcmp0 (step->id, g_ptr_array_index (steps, i)) != 0)
            continue;
          draw_text (cr, 0, y, 40, number, 18, TRUE);
          y += draw_text (cr, 40, y, width - 40, hih_text_get (step->say, language), 18, TRUE);
          if (step->where != NULL)
            y += draw_text (cr, 40, y, width - 40, hih_text_get (step->where, language), 14.5, FALSE);
          y += 12;
        }
    }
  cairo_set_line_width (cr, 1);
  cairo_move_to (cr, 0, y + 6);
  cairo_line_to (cr, width, y + 6);
  cairo_stroke (cr);
  y += 18;
  y += draw_text (cr, 0, y, width, _("It also works without a phone"), 16, TRUE) + 6;
  for (guint i = 0; i < ways->len && y < height - 20; i++)
    y += draw_text (cr, 0, y, width, hih_text_get (g_ptr_array_index (ways, i), language), 14.5, FALSE) + 6;
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  Job *job = user_data;

  hih_card_draw (gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context),
                 gtk_print_context_get_height (context), job->lesson, job->language);
}

void
hih_card_print (HihLesson *lesson, const char *language, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  g_autoptr (GError) error = NULL;
  Job *job = g_new0 (Job, 1);

  job->lesson = hih_lesson_ref (lesson);
  job->language = g_strdup (language);
  gtk_page_setup_set_paper_size (setup, a4);
  gtk_paper_size_free (a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "job", job, job_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    g_info ("ui: print the card: %s", error->message);
}
