/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-caption-look.h"

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
