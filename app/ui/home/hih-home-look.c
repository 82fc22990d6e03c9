/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How it looks and sounds at this place, and whether the camera is lent to the practice phone. */
#include "config.h"

#include "hih-home-section.h"

#include "hih-control.h"
#include "hih-setting-switch.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static const char *themes[] = { "system", "light", "dark", "high-contrast" };

static HihSettings *
settings_of (HihPage *page)
{
  return hih_context_get_settings (hih_page_get_context (page));
}

static void
mark_theme (GtkWidget *line, const char *theme)
{
  guint i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (line); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    {
      gboolean chosen = g_strcmp0 (themes[i], theme) == 0;

      hih_control_set_look (HIH_CONTROL (button), chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (button), chosen ? "check" : "eye");
    }
}

static void
theme_cb (GtkWidget *button, gpointer user_data)
{
  const char *theme = g_object_get_data (G_OBJECT (button), "theme");

  hih_settings_set_string (settings_of (user_data), HIH_SETTING_THEME, theme);
  mark_theme (gtk_widget_get_parent (button), theme);
}

static void
add_switch (GtkWidget *line, HihPage *page, const char *key, const char *icon, const char *name, const char *on, const char *off)
{
  GtkWidget *button = hih_setting_switch_new (settings_of (page), key, icon, on, off);

  gtk_widget_set_name (button, name);
  hih_tiles_append (HIH_TILES (line), button);
}

static GtkWidget *
make (HihPage *page)
{
  const char *words[] = { _("As the computer"), C_ ("colours", "Light"), C_ ("colours", "Dark"), _("High contrast") };
  g_autofree char *theme = hih_settings_dup_string (settings_of (page), HIH_SETTING_THEME);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *colours = hih_tiles_new_line (8, FALSE);
  GtkWidget *sound = hih_tiles_new_line (8, FALSE);
  GtkWidget *camera = hih_tiles_new_line (8, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    g_object_set_data (G_OBJECT (hih_home_add_button (colours, page, "eye", words[i], themes[i], G_CALLBACK (theme_cb))),
                       "theme", (gpointer) themes[i]);
  mark_theme (colours, theme);
  add_switch (sound, page, HIH_SETTING_VOICE_ENABLED, "speaker", "home-voice", _("Reads aloud: on"), _("Reads aloud: off"));
  add_switch (camera, page, HIH_SETTING_CAMERA, "camera", "home-camera", _("Real camera: on"), _("Real camera: off"));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Colours"), "section"));
  gtk_box_append (GTK_BOX (box), colours);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (C_ ("desk", "Sound"), "section"));
  gtk_box_append (GTK_BOX (box), sound);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (C_ ("desk", "Camera"), "section"));
  gtk_box_append (GTK_BOX (box), camera);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("In practice calls people see themselves, and printed codes can be "
                                                  "scanned. Nothing of it is kept or sent."), NULL));
  return box;
}

const HihHomeSection hih_home_look = {
  "contrast",
  N_("Colours, sound, camera"),
  N_("How this computer looks, whether it reads aloud, what practice calls show."),
  make,
};
