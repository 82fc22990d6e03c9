/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-people-pages.h"

#include "hih-control.h"
#include "hih-tiles.h"

#include <glib/gi18n.h>

/* Making more tiles than these would be felt: ten rows of six. A home of a thousand would wait for seconds. */
#define AT_ONCE 60

struct _HihPeoplePages
{
  GtkWidget parent_instance;

  HihPeopleWanted wanted;
  HihPeopleTile tile;
  gpointer owner;
  GPtrArray *people; /* (nullable) (element-type HihTrainee) */
  guint next;        /* of the people: who is looked at next */

  GtkWidget *box;
  GtkWidget *tiles;
  GtkWidget *more;   /* only while there are some */
};

G_DEFINE_FINAL_TYPE (HihPeoplePages, hih_people_pages, GTK_TYPE_WIDGET)

/* The next of them. Returns: (nullable): the first tile. */
static GtkWidget *
add_tiles (HihPeoplePages *self)
{
  guint n_made = 0, n_left = 0, n = self->people != NULL ? self->people->len : 0, next = n;
  GtkWidget *first = NULL;

  for (guint i = self->next; i < n; i++)
    {
      GtkWidget *tile;

      if (!self->wanted (self->people, i, self->owner))
        continue;
      if (n_made == AT_ONCE)
        {
          next = MIN (next, i);
          n_left++;
          continue;
        }
      tile = self->tile (g_ptr_array_index (self->people, i), self->owner);
      hih_tiles_append (HIH_TILES (self->tiles), tile);
      first = first != NULL ? first : tile;
      n_made++;
    }
  self->next = next;
  gtk_widget_set_visible (self->more, n_left > 0);
  if (n_left > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("Show more people (%u more)", "Show more people (%u more)", n_left),
                                                n_left);

      hih_control_set_words (HIH_CONTROL (self->more), words);
    }
  return first;
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  GtkWidget *first = add_tiles (user_data);

  if (first != NULL)
    gtk_widget_grab_focus (first);
}

GtkWidget *
hih_people_pages_show (HihPeoplePages *self, GPtrArray *people)
{
  GPtrArray *before = self->people;

  self->people = people != NULL ? g_ptr_array_ref (people) : NULL;
  g_clear_pointer (&before, g_ptr_array_unref);
  self->next = 0;
  hih_tiles_remove_all (HIH_TILES (self->tiles));
  return add_tiles (self);
}

GtkWidget *
hih_people_pages_get_first (HihPeoplePages *self)
{
  return gtk_widget_get_first_child (self->tiles);
}

static void
hih_people_pages_dispose (GObject *object)
{
  HihPeoplePages *self = HIH_PEOPLE_PAGES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  G_OBJECT_CLASS (hih_people_pages_parent_class)->dispose (object);
}

static void
hih_people_pages_class_init (HihPeoplePagesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_people_pages_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_people_pages_init (HihPeoplePages *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->more = hih_control_new ("people", "", NULL);
  gtk_widget_set_name (self->more, "more-people");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, 0);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * hih_people_pages_new:
 *
 * Returns: (transfer floating): nobody yet
 */
GtkWidget *
hih_people_pages_new (int column_width, int max_columns, int spacing, HihPeopleWanted wanted, HihPeopleTile tile,
                      gpointer owner)
{
  HihPeoplePages *self = g_object_new (HIH_TYPE_PEOPLE_PAGES, NULL);

  self->wanted = wanted;
  self->tile = tile;
  self->owner = owner;
  self->tiles = hih_tiles_new_columns (column_width, max_columns, spacing);
  hih_tiles_set_kept_columns (HIH_TILES (self->tiles), TRUE);
  gtk_box_append (GTK_BOX (self->box), self->tiles);
  gtk_box_append (GTK_BOX (self->box), self->more);
  return GTK_WIDGET (self);
}
