/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The door's digits, leaving the program. */
#include "config.h"

#include "hih-home-section.h"

#include "hih-tiles.h"

#include <glib/gi18n.h>

static void
pin_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_DOOR, HIH_DOOR_CHANGE);
}

static void
quit_cb (GtkWidget *button, gpointer user_data)
{
  gtk_widget_activate_action (user_data, "window.close", NULL);
}

static GtkWidget *
make (HihPage *page)
{
  GtkWidget *line = hih_tiles_new_line (8, FALSE);

  hih_home_add_button (line, page, "lock", _("Other digits for the door"), "home-digits", G_CALLBACK (pin_cb));
  hih_home_add_button (line, page, "door", _("Close the program"), "home-close", G_CALLBACK (quit_cb));
  return line;
}

const HihHomeSection hih_home_computer = {
  "lock",
  N_("This computer"),
  N_("Digits for the door, closing the program."),
  make,
};
