/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether this computer is only for practising, and how long somebody may be away. */
#include "config.h"

#include "hih-home-section.h"

#include "hih-setting-switch.h"
#include "hih-stepper.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MOST_MINUTES 60

static HihSettings *
settings_of (HihPage *page)
{
  return hih_context_get_settings (hih_page_get_context (page));
}

static void
minutes_cb (HihStepper *stepper, gpointer user_data)
{
  hih_settings_set_int (settings_of (user_data), HIH_SETTING_IDLE_MINUTES, hih_stepper_get (stepper));
}

static GtkWidget *
make (HihPage *page)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *line = hih_tiles_new_line (8, FALSE);
  GtkWidget *button = hih_setting_switch_new (settings_of (page), HIH_SETTING_KIOSK, "fullscreen",
                                              _("Only for practising: on"), _("Only for practising: off"));
  GtkWidget *minutes = hih_stepper_new (_("Minutes without a touch"), 1, MOST_MINUTES, 1);

  gtk_widget_set_name (button, "kiosk");
  gtk_widget_set_name (minutes, "idle-minutes");
  gtk_widget_set_halign (minutes, GTK_ALIGN_START);
  hih_stepper_set (HIH_STEPPER (minutes), hih_settings_get_int (settings_of (page), HIH_SETTING_IDLE_MINUTES));
  g_signal_connect_object (minutes, "changed", G_CALLBACK (minutes_cb), page, 0);
  hih_tiles_append (HIH_TILES (line), button);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("Then the program fills the screen and is left only from here, with the "
                                                  "digits of the door."), NULL));
  gtk_box_append (GTK_BOX (box), minutes);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("After that somebody is asked whether they are still there; if nobody "
                                                  "answers, “Who is learning today?” comes back. Never while a film plays "
                                                  "or help is on its way; in a step there is twice the time. The desk "
                                                  "always locks itself so."), "soft"));
  return box;
}

const HihHomeSection hih_home_kiosk = {
  "fullscreen",
  N_("Only for practising"),
  N_("The whole screen, left only with the door's digits; what happens when somebody walks away."),
  make,
};
