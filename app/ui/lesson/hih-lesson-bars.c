/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two bars at the foot of the lesson page. */
#include "config.h"

#include "hih-lesson-bars.h"

#include "hih-control.h"

#include <glib/gi18n.h>

enum
{
  BACK,
  HEAR,
  REPEAT,
  HELP,
  NEXT,
  N_BUTTONS
};

struct _HihBottomBar
{
  GtkWidget parent_instance;

  GtkWidget *buttons[N_BUTTONS];
};

struct _HihPlayerBar
{
  GtkWidget parent_instance;

  HihSettings *settings;
  HihWatch *watch; /* (nullable) */
  GtkWidget *pause;
  GtkWidget *slower;
  GtkWidget *captions;
};

static guint signals[N_BUTTONS];

G_DEFINE_FINAL_TYPE (HihBottomBar, hih_bottom_bar, GTK_TYPE_WIDGET)
G_DEFINE_FINAL_TYPE (HihPlayerBar, hih_player_bar, GTK_TYPE_WIDGET)

static GtkWidget *
add_button (GtkWidget *bar, const char *icon, const char *words, const char *classes, const char *name)
{
  GtkWidget *button = hih_control_new (icon, words, classes);

  gtk_widget_set_name (button, name);
  gtk_widget_set_parent (button, bar);
  return button;
}

static void
set_up_class (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
set_up_layout (GtkWidget *bar, int spacing)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (bar));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, (guint) spacing);
}

static void
unparent_all (GtkWidget *bar)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (bar)) != NULL)
    gtk_widget_unparent (child);
}

static void
clicked_cb (GtkWidget *button, gpointer user_data)
{
  HihBottomBar *self = user_data;

  for (guint i = 0; i < N_BUTTONS; i++)
    {
      if (self->buttons[i] == button)
        {
          g_signal_emit (self, signals[i], 0);
          return;
        }
    }
}

static void
hih_bottom_bar_dispose (GObject *object)
{
  unparent_all (GTK_WIDGET (object));
  G_OBJECT_CLASS (hih_bottom_bar_parent_class)->dispose (object);
}

static void
hih_bottom_bar_class_init (HihBottomBarClass *klass)
{
  static const char *names[N_BUTTONS] = { "back", "hear", "repeat", "help", "next" };

  G_OBJECT_CLASS (klass)->dispose = hih_bottom_bar_dispose;
  set_up_class (GTK_WIDGET_CLASS (klass));
  for (guint i = 0; i < N_BUTTONS; i++)
    signals[i] = g_signal_new (names[i], HIH_TYPE_BOTTOM_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_bottom_bar_init (HihBottomBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  set_up_layout (widget, 12);
  self->buttons[BACK] = add_button (widget, "back", _("Back"), "bar compact", "back");
  /* Named as on the card, which has no room for it when this is shown. */
  self->buttons[HEAR] = add_button (widget, "speaker", _("Listen"), "bar compact", "again");
  self->buttons[REPEAT] = add_button (widget, "repeat", _("Once again"), "bar compact", "repeat");
  self->buttons[HELP] = add_button (widget, "raise", _("Help me"), "bar compact help", "help");
  self->buttons[NEXT] = add_button (widget, "next", _("Next"), "bar compact", "next");
  hih_control_set_icon_after (HIH_CONTROL (self->buttons[NEXT]), TRUE);
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      gtk_widget_set_hexpand (self->buttons[i], TRUE);
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self);
    }
  hih_bottom_bar_set_hear (self, FALSE);
}

GtkWidget *
hih_bottom_bar_new (void)
{
  return g_object_new (HIH_TYPE_BOTTOM_BAR, NULL);
}

void
hih_bottom_bar_set_next (HihBottomBar *self, gboolean is_the_thing, const char *why_not)
{
  HihControl *next = HIH_CONTROL (self->buttons[NEXT]);

  hih_control_set_look (next, is_the_thing ? "primary" : "outlined");
  hih_control_set_why_not (next, why_not);
  hih_control_set_icon (next, why_not == NULL ? "next" : NULL); /* why not is told in place of the icon */
}

/**
 * hih_bottom_bar_set_hear:
 */
void
hih_bottom_bar_set_hear (HihBottomBar *self, gboolean hear)
{
  g_return_if_fail (HIH_IS_BOTTOM_BAR (self));
  gtk_widget_set_visible (self->buttons[HEAR], hear);
  gtk_widget_set_visible (self->buttons[REPEAT], !hear);
}

/**
 * hih_bottom_bar_set_by_need:
 */
void
hih_bottom_bar_set_by_need (HihBottomBar *self, gboolean by_need)
{
  g_return_if_fail (HIH_IS_BOTTOM_BAR (self));
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), !by_need);
}

void
hih_bottom_bar_set_upright (HihBottomBar *self, gboolean upright)
{
  set_up_layout (GTK_WIDGET (self), upright ? 6 : 12);
  for (guint i = 0; i < N_BUTTONS; i++)
    hih_control_set_upright (HIH_CONTROL (self->buttons[i]), upright);
}

/* The film's own buttons. */

static void
update_player_bar (HihPlayerBar *self)
{
  const char *rates[] = { _("Slower"), _("A little slow"), _("Very slow"), _("A little quick") };
  gboolean on = hih_settings_get_boolean (self->settings, HIH_SETTING_CAPTIONS_ON);
  gboolean playing;
  int percent;

  if (self->watch == NULL)
    return;
  playing = hih_watch_is_playing (self->watch);
  percent = (int) (hih_watch_get_rate (self->watch) * 100 + 0.5);
  hih_control_set_icon (HIH_CONTROL (self->pause), playing ? "pause" : "play");
  hih_control_set_words (HIH_CONTROL (self->pause), playing ? C_ ("film", "Stop") : C_ ("film", "Play"));
  hih_control_set_words (HIH_CONTROL (self->slower), percent == 75    ? rates[1]
                                                     : percent == 50  ? rates[2]
                                                     : percent == 125 ? rates[3]
                                                                      : rates[0]);
  hih_control_set_look (HIH_CONTROL (self->slower), percent != 100 ? "on" : NULL);
  hih_control_set_words (HIH_CONTROL (self->captions), on ? _("Captions: on") : _("Captions: off"));
  hih_control_set_look (HIH_CONTROL (self->captions), on ? "on" : NULL);
}

static void
pause_cb (GtkWidget *button, gpointer user_data)
{
  HihPlayerBar *self = user_data;

  if (self->watch != NULL)
    hih_watch_toggle (self->watch);
}

static void
slower_cb (GtkWidget *button, gpointer user_data)
{
  HihPlayerBar *self = user_data;

  if (self->watch != NULL)
    hih_watch_change_rate (self->watch);
}

static void
captions_cb (GtkWidget *button, gpointer user_data)
{
  HihPlayerBar *self = user_data;

  hih_settings_set_boolean (self->settings, HIH_SETTING_CAPTIONS_ON,
                            !hih_settings_get_boolean (self->settings, HIH_SETTING_CAPTIONS_ON));
  update_player_bar (self);
}

static void
watch_changed_cb (HihWatch *watch, gpointer user_data)
{
  update_player_bar (user_data);
}

static void
hih_player_bar_dispose (GObject *object)
{
  HihPlayerBar *self = HIH_PLAYER_BAR (object);

  hih_player_bar_set_watch (self, NULL);
  g_clear_object (&self->settings);
  unparent_all (GTK_WIDGET (object));
  G_OBJECT_CLASS (hih_player_bar_parent_class)->dispose (object);
}

static void
hih_player_bar_class_init (HihPlayerBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_player_bar_dispose;
  set_up_class (GTK_WIDGET_CLASS (klass));
}

static void
hih_player_bar_init (HihPlayerBar *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *child;

  set_up_layout (widget, 6);
  self->pause = add_button (widget, "play", C_ ("film", "Play"), "bar compact player", "pause");
  self->slower = add_button (widget, "slow", _("Slower"), "bar compact player", "slower");
  self->captions = add_button (widget, "captions", _("Captions: on"), "bar compact player", "captions");
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gtk_widget_set_hexpand (child, TRUE);
      hih_control_set_upright (HIH_CONTROL (child), TRUE);
    }
  g_signal_connect (self->pause, "clicked", G_CALLBACK (pause_cb), self);
  g_signal_connect (self->slower, "clicked", G_CALLBACK (slower_cb), self);
  g_signal_connect (self->captions, "clicked", G_CALLBACK (captions_cb), self);
}

GtkWidget *
hih_player_bar_new (HihSettings *settings)
{
  HihPlayerBar *self = g_object_new (HIH_TYPE_PLAYER_BAR, NULL);

  self->settings = g_object_ref (settings);
  return GTK_WIDGET (self);
}

void
hih_player_bar_set_watch (HihPlayerBar *self, HihWatch *watch)
{
  if (self->watch != NULL)
    g_signal_handlers_disconnect_by_data (self->watch, self);
  g_set_object (&self->watch, watch);
  if (watch != NULL)
    g_signal_connect_object (watch, "changed", G_CALLBACK (watch_changed_cb), self, 0);
  if (watch != NULL)
    update_player_bar (self);
}

/**
 * hih_player_bar_set_by_need:
 */
void
hih_player_bar_set_by_need (HihPlayerBar *self, gboolean by_need)
{
  g_return_if_fail (HIH_IS_PLAYER_BAR (self));
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), !by_need);
}

GtkWidget *
hih_player_bar_get_pause (HihPlayerBar *self)
{
  return self->pause;
}
