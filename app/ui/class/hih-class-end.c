/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet that ends a class. What the clock says is there already; a class that was forgotten overnight is put right.
 */
#include "config.h"

#include "hih-class-end.h"

#include "hih-control.h"
#include "hih-footed.h"
#include "hih-stepper.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

typedef struct
{
  HihPage *page; /* borrowed: the sheet stands over it */
  HihClassKeeper *keeper;
  GtkWidget *minutes;
  GtkWidget *helped; /* (nullable): nobody did */
  gboolean own_time; /* the helpers' time was set on its own */
} End;

static void
end_free (gpointer data)
{
  g_object_unref (((End *) data)->keeper);
  g_free (data);
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (((End *) user_data)->page);
}

/* Helpers stay from the beginning to the end, unless somebody says otherwise. */
static void
minutes_cb (GtkWidget *stepper, gpointer user_data)
{
  End *end = user_data;

  if (end->helped != NULL && !end->own_time)
    hih_stepper_set (HIH_STEPPER (end->helped), hih_stepper_get (HIH_STEPPER (stepper)));
}

static void
helped_cb (GtkWidget *stepper, gpointer user_data)
{
  ((End *) user_data)->own_time = TRUE;
}

static void
end_cb (GtkWidget *button, gpointer user_data)
{
  End *end = user_data;
  int minutes = hih_stepper_get (HIH_STEPPER (end->minutes));
  int helped = end->helped != NULL ? hih_stepper_get (HIH_STEPPER (end->helped)) : 0;

  hih_class_keeper_end (end->keeper, (guint) minutes, (guint) helped);
  hih_page_close_sheet (end->page);
}

static guint
count_helpers (HihClassKeeper *keeper)
{
  guint n = 0;

  for (guint i = 0; i < HIH_N_HELPERS; i++)
    n += hih_class_keeper_get_helpers (keeper, i);
  return n;
}

void
hih_class_end_show (HihPage *page, HihClassKeeper *keeper)
{
  End *end = g_new0 (End, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *buttons = hih_tiles_new_columns (160, 2, 12), *sheet;
  GtkWidget *back = hih_control_new ("back", _ ("Back"), NULL);
  GtkWidget *done = hih_control_new ("check", _ ("End the class"), "primary");
  int minutes = (int) hih_class_keeper_get_minutes (keeper);

  end->page = page;
  end->keeper = g_object_ref (keeper);
  end->minutes = hih_stepper_new (_ ("Minutes of class"), 0, 720, 5);
  hih_stepper_set (HIH_STEPPER (end->minutes), minutes);
  gtk_widget_set_name (back, "class-end-close");
  gtk_widget_set_name (done, "class-end-now");
  g_signal_connect (end->minutes, "changed", G_CALLBACK (minutes_cb), end);
  g_signal_connect (back, "clicked", G_CALLBACK (back_cb), end);
  g_signal_connect (done, "clicked", G_CALLBACK (end_cb), end);
  hih_tiles_append (HIH_TILES (buttons), back);
  hih_tiles_append (HIH_TILES (buttons), done);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("Is the class over?"), "title"));
  gtk_box_append (GTK_BOX (box), end->minutes);
  if (count_helpers (keeper) > 0)
    {
      end->helped = hih_stepper_new (_ ("Minutes of each helper"), 0, 720, 5);
      hih_stepper_set (HIH_STEPPER (end->helped), minutes);
      g_signal_connect (end->helped, "changed", G_CALLBACK (helped_cb), end);
      gtk_box_append (GTK_BOX (box), end->helped);
    }
  sheet = hih_footed_new_sheet (box, buttons);
  gtk_widget_add_css_class (sheet, "desk");
  g_object_set_data_full (G_OBJECT (sheet), "end", end, end_free);
  hih_page_show_sheet (page, sheet);
  gtk_widget_grab_focus (done);
}
