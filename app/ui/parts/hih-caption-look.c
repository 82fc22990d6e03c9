/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-caption-look.h"

#include "hih-words.h"

#include <glib/gi18n.h>

const int hih_caption_percents[HIH_N_CAPTION_SIZES] = { 100, 125, 150, 200 };
const char *const hih_caption_colours[HIH_N_CAPTION_COLOURS] = { "white-on-ink", "amber-on-ink", "ink-on-paper" };

/**
 * hih_caption_look_apply:
 * @settings: "caption-percent" and "caption-colours" are read
 *
 * Sizes are style classes, so that what goes by the size of words (the distance of lines, the room of two) follows it.
 */
void
hih_caption_look_apply (GtkWidget *label, HihSettings *settings)
{
  g_autofree char *colours = hih_settings_dup_string (settings, HIH_SETTING_CAPTION_COLOURS);
  int percent = hih_settings_get_int (settings, HIH_SETTING_CAPTION_PERCENT);

  gtk_widget_add_css_class (label, "caption");
  for (guint i = 0; i < HIH_N_CAPTION_COLOURS; i++)
    gtk_widget_remove_css_class (label, hih_caption_colours[i]);
  gtk_widget_add_css_class (label, colours);
  for (guint i = 0; i < HIH_N_CAPTION_SIZES; i++)
    {
      g_autofree char *size = g_strdup_printf ("percent-%d", hih_caption_percents[i]);

      if (hih_caption_percents[i] == percent)
        gtk_widget_add_css_class (label, size);
      else
        gtk_widget_remove_css_class (label, size);
    }
}

static void
setting_cb (HihSettings *settings, const char *key, gpointer user_data)
{
  hih_caption_look_apply (user_data, settings);
}

/**
 * hih_caption_look_new_sample:
 * @like: what the film stands in: its style classes say how large words are there
 *
 * Returns: (transfer floating): one line as it will stand under the film, which may be hidden now; it follows the settings
 */
GtkWidget *
hih_caption_look_new_sample (HihSettings *settings, GtkWidget *like)
{
  static const char *const sizes[] = { "small-lesson", "narrow-lesson", "large-text" };
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = hih_words_new (_("Captions look like this."), NULL);

  gtk_widget_add_css_class (row, "caption-row");
  gtk_widget_add_css_class (row, "caption-sample");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  hih_caption_look_apply (label, settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (setting_cb), label, 0);
  gtk_box_append (GTK_BOX (row), label);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      if (gtk_widget_has_css_class (like, sizes[i]))
        gtk_widget_add_css_class (place, sizes[i]);
    }
  gtk_box_append (GTK_BOX (place), row);
  return place;
}
