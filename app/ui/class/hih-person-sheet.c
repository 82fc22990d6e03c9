/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet in which the instructor taps one person: a tile each, and above so many, the groups. */
#include "config.h"

#include "hih-person-sheet.h"

#include "hih-control.h"
#include "hih-group-chips.h"
#include "hih-people-tiles.h"
#include "hih-person-tile.h"
#include "hih-words.h"

#include <glib/gi18n.h>

typedef struct
{
  HihPersonChosen func;
  gpointer data;
} Sheet;

static void
nobody_cb (GtkWidget *button, gpointer user_data)
{
  const Sheet *sheet = user_data;

  sheet->func (NULL, sheet->data);
}

static void
person_cb (HihPeopleTiles *tiles, HihPersonTile *tile, gpointer user_data)
{
  const Sheet *sheet = user_data;
  g_autoptr (HihTrainee) trainee = hih_trainee_ref (hih_person_tile_get_trainee (tile));
  /* It may take the sheet away. */
  G_GNUC_UNUSED g_autoptr (HihPeopleTiles) alive = g_object_ref (tiles);

  sheet->func (trainee, sheet->data);
}

/* FALSE: there are no groups to choose from. */
static gboolean
fill_chips (HihGroupChips *chips, GPtrArray *people)
{
  gboolean without = FALSE;

  hih_group_chips_add (chips, _ ("All groups"), NULL);
  if (hih_group_chips_add_groups_of (chips, people) == 0)
    return FALSE;
  for (guint i = 0; i < people->len && !without; i++)
    without = hih_people_tiles_is_of_group (g_ptr_array_index (people, i), "");
  if (without)
    hih_group_chips_add (chips, _ ("In no group"), "");
  return TRUE;
}

void
hih_person_sheet_show (HihPage *page, const char *title, GPtrArray *people, const char *nobody, HihPersonChosen func,
                       gpointer data)
{
  Sheet *sheet = g_new0 (Sheet, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *chips = hih_group_chips_new ();
  GtkWidget *tiles = hih_people_tiles_new (170, 5);

  sheet->func = func;
  sheet->data = data;
  g_object_set_data_full (G_OBJECT (box), "sheet", sheet, g_free);
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (title, "title"));
  if (nobody != NULL)
    {
      GtkWidget *button = hih_control_new ("people", nobody, NULL);

      gtk_widget_set_name (button, "nobody");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_signal_connect (button, "clicked", G_CALLBACK (nobody_cb), sheet);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (box), chips);
  gtk_box_append (GTK_BOX (box), tiles);
  g_signal_connect (tiles, "tapped", G_CALLBACK (person_cb), sheet);
  g_signal_connect_object (chips, "chosen", G_CALLBACK (hih_people_tiles_set_group), tiles, G_CONNECT_SWAPPED);
  if (people->len > HIH_PEOPLE_MANY && fill_chips (HIH_GROUP_CHIPS (chips), people))
    hih_group_chips_choose (HIH_GROUP_CHIPS (chips), NULL);
  else
    gtk_widget_set_visible (chips, FALSE);
  hih_people_tiles_set_people (HIH_PEOPLE_TILES (tiles), people);
  hih_page_show_sheet (page, box);
}
