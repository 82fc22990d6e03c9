/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets over a page: the text sizes, and a text with one button. */
#include "config.h"

#include "hih-size-sheet.h"

#include "hih-choice.h"
#include "hih-control.h"
#include "hih-footed.h"
#include "hih-scroller.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static const int percents[] = { 100, 125, 150, 200 };

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (user_data);
}

static void
size_cb (GtkWidget *button, gpointer user_data)
{
  int percent = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "percent"));

  /* Whoever is told may take the sheet away, and the buttons with it. */
  hih_choice_mark (gtk_widget_get_parent (button), button, "size");
  hih_scroller_show (button);
  g_signal_emit_by_name (user_data, "text-percent", percent);
}

/**
 * hih_size_chooser_new:
 * @told: has a signal text-percent (int), as a page has
 *
 * Returns: (transfer floating): four buttons, each in a size of its own
 */
GtkWidget *
hih_size_chooser_new (GObject *told, int chosen_percent)
{
  GtkWidget *tiles = hih_tiles_new_columns (150, 4, 12);
  GtkWidget *chosen = NULL;
  const char *words[] = { _("Usual"), _("Larger"), _("Large"), _("Very large") };

  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      GtkWidget *button = hih_control_new ("size", words[i], "bar compact size-choice");
      g_autofree char *name = g_strdup_printf ("size-%d", percents[i]);

      gtk_widget_set_name (button, name);
      hih_control_set_icon_size (HIH_CONTROL (button), 20 + (int) i * 4);
      g_object_set_data (G_OBJECT (button), "percent", GINT_TO_POINTER (percents[i]));
      g_signal_connect_object (button, "clicked", G_CALLBACK (size_cb), told, 0);
      hih_tiles_append (HIH_TILES (tiles), button);
      if (percents[i] == chosen_percent)
        chosen = button;
    }
  hih_choice_mark (tiles, chosen, "size");
  if (chosen != NULL)
    hih_scroller_show (chosen);
  return tiles;
}

static GtkWidget *
new_sheet (HihPage *page, const char *title, GtkWidget *content)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *close = hih_control_new ("check", _("Good"), "primary bar");

  gtk_widget_set_name (close, "sheet-close");
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), page, 0);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (title, "section"));
  gtk_box_append (GTK_BOX (box), content);
  return hih_footed_new_sheet (box, close);
}

/**
 * hih_size_sheet_new:
 *
 * Returns: (transfer floating): the sheet of text sizes, for hih_page_show_sheet()
 */
GtkWidget *
hih_size_sheet_new (HihPage *page)
{
  return new_sheet (page, _("How large shall the words be?"),
                    hih_size_chooser_new (G_OBJECT (page), hih_page_get_text_percent (page)));
}

/**
 * hih_text_sheet_new:
 * @text: shown and read aloud
 *
 * Returns: (transfer floating): a sheet with a text and one button
 */
GtkWidget *
hih_text_sheet_new (HihPage *page, const char *title, const char *text)
{
  hih_reader_read (hih_context_get_reader (hih_page_get_context (page)), text);
  return new_sheet (page, title, hih_words_new (text, NULL));
}
