/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's part about this place: how it looks and sounds here, the door's digits, a backup, leaving the program. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define HOME_NAME_MAX_CHARACTERS 40

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
update_voice (GtkWidget *button, HihSettings *settings)
{
  gboolean on = hih_settings_get_boolean (settings, HIH_SETTING_VOICE_ENABLED);

  hih_control_set_words (HIH_CONTROL (button), on ? _("Reads aloud: on") : _("Reads aloud: off"));
  hih_control_set_look (HIH_CONTROL (button), on ? "on" : NULL);
}

static void
voice_cb (GtkWidget *button, gpointer user_data)
{
  HihSettings *settings = settings_of (user_data);
  gboolean on = !hih_settings_get_boolean (settings, HIH_SETTING_VOICE_ENABLED);

  hih_settings_set_boolean (settings, HIH_SETTING_VOICE_ENABLED, on);
  hih_voice_set_enabled (hih_reader_get_voice (hih_context_get_reader (hih_page_get_context (user_data))), on);
  update_voice (button, settings);
}

static void
update_camera (GtkWidget *button, HihSettings *settings)
{
  gboolean on = hih_settings_get_boolean (settings, HIH_SETTING_CAMERA);

  hih_control_set_words (HIH_CONTROL (button), on ? _("Real camera: on") : _("Real camera: off"));
  hih_control_set_look (HIH_CONTROL (button), on ? "on" : NULL);
}

static void
camera_cb (GtkWidget *button, gpointer user_data)
{
  HihSettings *settings = settings_of (user_data);

  hih_settings_set_boolean (settings, HIH_SETTING_CAMERA, !hih_settings_get_boolean (settings, HIH_SETTING_CAMERA));
  update_camera (button, settings);
}

static void
home_name_cb (GtkWidget *widget, gpointer user_data)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (widget), "entry");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  hih_settings_set_string (settings_of (user_data), HIH_SETTING_HOME_NAME, name);
}

/* A line to write in and a button that keeps it; Enter does the same. */
static GtkWidget *
new_home_name (HihPage *page)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *keep = hih_control_new ("check", _("Keep"), NULL);
  GtkWidget *split = hih_split_new (entry, keep, 12, 0);
  g_autofree char *name = hih_settings_dup_string (settings_of (page), HIH_SETTING_HOME_NAME);

  gtk_widget_add_css_class (entry, "field");
  gtk_widget_set_name (entry, "home-name");
  gtk_widget_set_name (keep, "home-name-keep");
  gtk_entry_set_max_length (GTK_ENTRY (entry), HOME_NAME_MAX_CHARACTERS);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The name of this home"), -1);
  g_object_set_data (G_OBJECT (entry), "entry", entry);
  g_object_set_data (G_OBJECT (keep), "entry", entry);
  g_signal_connect_object (entry, "activate", G_CALLBACK (home_name_cb), page, 0);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (home_name_cb), page, 0);
  return split;
}

static void
pin_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_DOOR, HIH_DOOR_CHANGE);
}

static void
backup_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = hih_records_backup_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *text = NULL;

  if (!hih_page_check (page, NULL))
    return;
  hih_error_log (error);
  /* translators: the path of a file */
  text = path != NULL ? g_strdup_printf (_("A good copy lies here: %s"), path) : g_strdup (hih_error_get_text (error));
  hih_page_show_sheet (page, hih_text_sheet_new (page, _("Backup"), text));
}

static void
make_backup_cb (GtkWidget *button, gpointer user_data)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (user_data));

  if (records != NULL)
    hih_records_backup_async (records, NULL, NULL, backup_cb, g_object_ref (user_data));
}

static void
quit_cb (GtkWidget *button, gpointer user_data)
{
  gtk_widget_activate_action (user_data, "window.close", NULL);
}

static GtkWidget *
add_button (GtkWidget *line, HihPage *page, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, NULL);

  g_signal_connect_object (button, "clicked", callback, page, 0);
  hih_tiles_append (HIH_TILES (line), button);
  return button;
}

/**
 * hih_desk_home_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
hih_desk_home_new (HihPage *page)
{
  GtkWidget *part = hih_desk_part_new (page, _("This home"));
  const char *words[] = { _("As the computer"), C_ ("colours", "Light"), C_ ("colours", "Dark"), _("High contrast") };
  g_autofree char *theme = hih_settings_dup_string (settings_of (page), HIH_SETTING_THEME);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *colours = hih_tiles_new_line (8, FALSE);
  GtkWidget *sound = hih_tiles_new_line (8, FALSE);
  GtkWidget *camera = hih_tiles_new_line (8, FALSE);
  GtkWidget *rest = hih_tiles_new_line (8, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    g_object_set_data (G_OBJECT (add_button (colours, page, "eye", words[i], G_CALLBACK (theme_cb))), "theme",
                       (gpointer) themes[i]);
  mark_theme (colours, theme);
  update_voice (add_button (sound, page, "speaker", "", G_CALLBACK (voice_cb)), settings_of (page));
  update_camera (add_button (camera, page, "camera", "", G_CALLBACK (camera_cb)), settings_of (page));
  add_button (rest, page, "lock", _("Other digits for the door"), G_CALLBACK (pin_cb));
  add_button (rest, page, "doc", _("Make a backup now"), G_CALLBACK (make_backup_cb));
  add_button (rest, page, "door", _("Close the program"), G_CALLBACK (quit_cb));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("The name of this home"), "section"));
  gtk_box_append (GTK_BOX (box), new_home_name (page));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Colours"), "section"));
  gtk_box_append (GTK_BOX (box), colours);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (C_ ("desk", "Sound"), "section"));
  gtk_box_append (GTK_BOX (box), sound);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (C_ ("desk", "Camera"), "section"));
  gtk_box_append (GTK_BOX (box), camera);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("In practice calls people see themselves, and printed codes can be "
                                                  "scanned. Nothing of it is kept or sent."), NULL));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("This computer"), "section"));
  gtk_box_append (GTK_BOX (box), rest);
  hih_desk_part_set_content (HIH_DESK_PART (part), box, TRUE);
  return part;
}
