/* SPDX-License-Identifier: GPL-3.0-or-later */
/* No clock runs down here: nobody is to hurry. Any touch answers it. */
#include "config.h"

#include "hih-still-there.h"

#include "hih-control.h"
#include "hih-icon.h"
#include "hih-words.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_WIDTH 720

const char *
hih_still_there_get_words (void)
{
  return _("Are you still there? Tap anywhere, and you go on where you are.");
}

GtkWidget *
hih_still_there_new (GCallback here, gpointer data)
{
  GtkWidget *layer = adw_bin_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *button = hih_control_new ("hand", _("I am here"), "primary bar");

  gtk_widget_set_name (layer, "still-there");
  gtk_widget_add_css_class (layer, "scrim");
  gtk_widget_add_css_class (box, "sheet");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_name (button, "still-here");
  g_signal_connect (button, "clicked", here, data);
  gtk_box_append (GTK_BOX (head), hih_icon_new ("smile", 48));
  gtk_box_append (GTK_BOX (head), hih_words_new_heading (_("Are you still there?"), "title"));
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), hih_words_new (_("Tap anywhere, and you go on where you are."), NULL));
  gtk_box_append (GTK_BOX (box), hih_words_new (_("Else this page closes in a moment. What you have done is kept."), "soft"));
  gtk_box_append (GTK_BOX (box), button);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_widget_set_margin_start (clamp, 12);
  gtk_widget_set_margin_end (clamp, 12);
  adw_bin_set_child (ADW_BIN (layer), clamp);
  return layer;
}
