/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sheet of paper: what the code is for, the code, where to keep it. */
#include "config.h"

#include "hih-code-print.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

static double
draw_text (cairo_t *cr, double y, double width, const char *text, double points, gboolean bold)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC");
  int height;

  pango_font_description_set_absolute_size (font, points * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);
  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

void
hih_code_draw (cairo_t *cr, double width, const char *code)
{
  double y = 0;

  cairo_set_source_rgb (cr, 0, 0, 0);
  y += draw_text (cr, y, width, _("The way back in for the instructor"), 26, TRUE) + 20;
  y += draw_text (cr, y, width, code, 40, TRUE) + 20;
  y += draw_text (cr, y, width,
                  _("When the digits of the door are forgotten: press “Digits forgotten” there and type this code. Then "
                    "new digits can be chosen, and a new code is made; this one holds no more."),
                  15, FALSE) + 12;
  draw_text (cr, y, width, _("Keep it where only instructors look, not beside the computer."), 15, FALSE);
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, gpointer user_data)
{
  hih_code_draw (gtk_print_context_get_cairo_context (context), gtk_print_context_get_width (context), user_data);
}

void
hih_code_print (const char *code, GtkWindow *parent)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GError) error = NULL;
  char *kept = g_strdup (code);

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_n_pages (operation, 1);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "code", kept, g_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), kept);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) ==
      GTK_PRINT_OPERATION_RESULT_ERROR)
    g_info ("ui: print the code: %s", error->message);
}
