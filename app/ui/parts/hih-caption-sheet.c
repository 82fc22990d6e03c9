/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of captions: how large, which colours. What is chosen is seen at once. */
#include "config.h"

#include "hih-caption-sheet.h"

#include "hih-caption-look.h"
#include "hih-choice.h"
#include "hih-control.h"
#include "hih-footed.h"
#include "hih-scroller.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (user_data);
}

static void
percent_cb (GtkWidget *button, gpointer user_data)
{
  HihSettings *settings = hih_context_get_settings (hih_page_get_context (user_data));

  hih_settings_set_int (settings, HIH_SETTING_CAPTION_PERCENT,
                        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "percent")));
  hih_choice_mark (gtk_widget_get_parent (button), button, "captions");
  hih_scroller_show (button);
}

static void
colours_cb (GtkWidget *button, gpointer user_data)
{
  HihSettings *settings = hih_context_get_settings (hih_page_get_context (user_data));

  hih_settings_set_string (settings, HIH_SETTING_CAPTION_COLOURS, g_object_get_data (G_OBJECT (button), "colours"));
  hih_choice_mark (gtk_widget_get_parent (button), button, "captions");
  hih_scroller_show (button);
}

/**
 * hih_caption_sheet_new:
 * @like: what the film stands in
 *
 * Returns: (transfer floating): the sheet, for hih_page_show_sheet()
 */
GtkWidget *
hih_caption_sheet_new (HihPage *page, GtkWidget *like)
{
  const char *sizes[HIH_N_CAPTION_SIZES] = { _("Usual"), _("Larger"), _("Large"), _("Very large") };
  const char *names[HIH_N_CAPTION_COLOURS] = { _("White on black"), _("Yellow on black"), _("Black on light") };
  HihSettings *settings = hih_context_get_settings (hih_page_get_context (page));
  g_autofree char *now = hih_settings_dup_string (settings, HIH_SETTING_CAPTION_COLOURS);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *size_tiles = hih_tiles_new_columns (170, 4, 12);
  GtkWidget *colour_tiles = hih_tiles_new_columns (220, 3, 12);
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *close = hih_control_new ("check", _("Good"), "primary bar");
  GtkWidget *size = NULL, *colour = NULL;

  for (guint i = 0; i < HIH_N_CAPTION_SIZES; i++)
    {
      GtkWidget *button = hih_control_new ("captions", sizes[i], "bar compact");
      g_autofree char *name = g_strdup_printf ("caption-%d", hih_caption_percents[i]);

      gtk_widget_set_name (button, name);
      g_object_set_data (G_OBJECT (button), "percent", GINT_TO_POINTER (hih_caption_percents[i]));
      g_signal_connect_object (button, "clicked", G_CALLBACK (percent_cb), page, 0);
      hih_tiles_append (HIH_TILES (size_tiles), button);
      if (hih_settings_get_int (settings, HIH_SETTING_CAPTION_PERCENT) == hih_caption_percents[i])
        size = button;
    }
  for (guint i = 0; i < HIH_N_CAPTION_COLOURS; i++)
    {
      GtkWidget *button = hih_control_new ("captions", names[i], "bar compact");

      g_object_set_data (G_OBJECT (button), "colours", (gpointer) hih_caption_colours[i]);
      g_signal_connect_object (button, "clicked", G_CALLBACK (colours_cb), page, 0);
      hih_tiles_append (HIH_TILES (colour_tiles), button);
      if (g_strcmp0 (now, hih_caption_colours[i]) == 0)
        colour = button;
    }
  hih_choice_mark (size_tiles, size, "captions");
  if (size != NULL)
    hih_scroller_show (size);
  hih_choice_mark (colour_tiles, colour, "captions");
  gtk_widget_set_name (close, "sheet-close");
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), page, 0);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("How large shall the captions be?"), "section"));
  gtk_box_append (GTK_BOX (box), size_tiles);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("In which colours?"), "section"));
  gtk_box_append (GTK_BOX (box), colour_tiles);
  /* In sight however much of the choice is: what was chosen, and the way out. */
  gtk_box_append (GTK_BOX (foot), hih_caption_look_new_sample (settings, like));
  gtk_box_append (GTK_BOX (foot), close);
  return hih_footed_new_sheet (box, foot);
}
