/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-setting-switch.h"

#include "hih-control.h"

typedef struct
{
  HihSettings *settings;
  const char *key;
  char *on;
  char *off;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *self = data;

  g_object_unref (self->settings);
  g_free (self->on);
  g_free (self->off);
  g_free (self);
}

static Setting *
setting_of (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (button), "hih-setting");
}

static void
update (GtkWidget *button)
{
  Setting *self = setting_of (button);
  gboolean on = hih_settings_get_boolean (self->settings, self->key);

  hih_control_set_words (HIH_CONTROL (button), on ? self->on : self->off);
  hih_control_set_look (HIH_CONTROL (button), on ? "on" : NULL);
}

static void
clicked_cb (GtkWidget *button, gpointer user_data)
{
  Setting *self = setting_of (button);

  hih_settings_set_boolean (self->settings, self->key, !hih_settings_get_boolean (self->settings, self->key));
}

/**
 * hih_setting_switch_new:
 * @key: of a setting that is true or false; static
 * @on: what the button says while it is true, such as "Reads aloud: on"
 *
 * What follows from a setting happens where it is listened to, whoever changed it.
 *
 * Returns: (transfer floating): a #HihControl
 */
GtkWidget *
hih_setting_switch_new (HihSettings *settings, const char *key, const char *icon, const char *on, const char *off)
{
  GtkWidget *button = hih_control_new (icon, on, NULL);
  Setting *self = g_new0 (Setting, 1);
  g_autofree char *changed = g_strconcat ("changed::", key, NULL);

  self->settings = g_object_ref (settings);
  self->key = key;
  self->on = g_strdup (on);
  self->off = g_strdup (off);
  g_object_set_data_full (G_OBJECT (button), "hih-setting", self, setting_free);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  g_signal_connect_object (settings, changed, G_CALLBACK (update), button, G_CONNECT_SWAPPED);
  update (button);
  return button;
}
