/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet in which the instructor taps one person: a tile each; above so many, first a group. */
#include "config.h"

#include "hih-person-sheet.h"

#include "hih-collate.h"
#include "hih-control.h"
#include "hih-person-tile.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* As many as stand on one sheet without scrolling far; groups are offered above it. */
#define MANY 32
#define MOST_TILES 160

typedef struct
{
  GPtrArray *people;
  GtkWidget *tiles;
  GtkWidget *chips;
  HihPersonChosen func;
  gpointer data;
} Sheet;

static void
sheet_free (gpointer data)
{
  g_ptr_array_unref (((Sheet *) data)->people);
  g_free (data);
}

static void
nobody_cb (GtkWidget *button, gpointer user_data)
{
  const Sheet *sheet = user_data;

  sheet->func (NULL, sheet->data);
}

static void
person_cb (GtkWidget *tile, gpointer user_data)
{
  const Sheet *sheet = user_data;
  g_autoptr (HihTrainee) trainee = hih_trainee_ref (hih_person_tile_get_trainee (HIH_PERSON_TILE (tile)));

  /* It may take the sheet away. */
  sheet->func (trainee, sheet->data);
}

static void
fill (Sheet *sheet, const char *group)
{
  guint n = 0;

  hih_tiles_remove_all (HIH_TILES (sheet->tiles));
  for (guint i = 0; i < sheet->people->len && n < MOST_TILES; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (sheet->people, i);
      GtkWidget *tile;

      if (*trainee->name == '\0' || (group != NULL && !g_strv_contains (trainee->groups, group)))
        continue;
      tile = hih_person_tile_new (trainee);
      g_signal_connect (tile, "clicked", G_CALLBACK (person_cb), sheet);
      hih_tiles_append (HIH_TILES (sheet->tiles), tile);
      n++;
    }
}

static void
group_cb (GtkWidget *chip, gpointer user_data)
{
  Sheet *sheet = user_data;

  for (GtkWidget *one = gtk_widget_get_first_child (sheet->chips); one != NULL; one = gtk_widget_get_next_sibling (one))
    hih_control_set_look (HIH_CONTROL (one), one == chip ? "chosen" : NULL);
  fill (sheet, g_object_get_data (G_OBJECT (chip), "group"));
}

/* FALSE: there are no groups to choose from. */
static gboolean
fill_chips (Sheet *sheet)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();

  for (guint i = 0; i < sheet->people->len; i++)
    {
      const HihTrainee *trainee = g_ptr_array_index (sheet->people, i);

      for (guint g = 0; trainee->groups[g] != NULL; g++)
        {
          if (g_hash_table_add (seen, (gpointer) trainee->groups[g]))
            g_ptr_array_add (groups, (gpointer) trainee->groups[g]);
        }
    }
  hih_collate_sort (groups);
  for (guint i = 0; i < groups->len; i++)
    {
      GtkWidget *chip = hih_control_new ("people", g_ptr_array_index (groups, i), "chip");

      g_object_set_data_full (G_OBJECT (chip), "group", g_strdup (g_ptr_array_index (groups, i)), g_free);
      g_signal_connect (chip, "clicked", G_CALLBACK (group_cb), sheet);
      hih_tiles_append (HIH_TILES (sheet->chips), chip);
    }
  if (groups->len > 0)
    group_cb (gtk_widget_get_first_child (sheet->chips), sheet);
  return groups->len > 0;
}

void
hih_person_sheet_show (HihPage *page, const char *title, GPtrArray *people, const char *nobody, HihPersonChosen func,
                       gpointer data)
{
  Sheet *sheet = g_new0 (Sheet, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  sheet->people = g_ptr_array_ref (people);
  sheet->func = func;
  sheet->data = data;
  sheet->tiles = hih_tiles_new_columns (170, 5, 8);
  sheet->chips = hih_tiles_new_line (8, FALSE);
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
  gtk_box_append (GTK_BOX (box), sheet->chips);
  gtk_box_append (GTK_BOX (box), sheet->tiles);
  if (people->len <= MANY || !fill_chips (sheet))
    {
      gtk_widget_set_visible (sheet->chips, FALSE);
      fill (sheet, NULL);
    }
  g_object_set_data_full (G_OBJECT (box), "sheet", sheet, sheet_free);
  hih_page_show_sheet (page, box);
}
