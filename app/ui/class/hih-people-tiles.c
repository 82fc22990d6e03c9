/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-people-tiles.h"

#include "hih-group-sheet.h"
#include "hih-name-sounds.h"
#include "hih-people-hear.h"
#include "hih-people-pages.h"
#include "hih-person-tile.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihPeopleTiles
{
  GtkWidget parent_instance;

  GPtrArray *people; /* (nullable) (element-type HihTrainee) */
  GPtrArray *sounds; /* (nullable) (element-type HihNameSounds): theirs, in the same order, once they were heard */
  char *group;       /* (nullable): everybody */

  GtkWidget *box;
  GtkWidget *search;
  GtkWidget *pages;
  GtkWidget *nobody;
};

enum
{
  MADE,
  TAPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPeopleTiles, hih_people_tiles, GTK_TYPE_WIDGET)

gboolean
hih_people_tiles_is_of_group (const HihTrainee *trainee, const char *group)
{
  if (*trainee->name == '\0')
    return FALSE;
  if (group != NULL && *group == '\0')
    return trainee->groups[0] == NULL;
  return group == NULL || g_strv_contains (trainee->groups, group);
}

static const char *
get_wanted (HihPeopleTiles *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->search));
}

static gboolean
is_wanted (GPtrArray *people, guint i, gpointer owner)
{
  HihPeopleTiles *self = owner;
  const HihTrainee *trainee = g_ptr_array_index (people, i);
  const char *wanted = get_wanted (self);

  if (!hih_people_tiles_is_of_group (trainee, self->group))
    return FALSE;
  /* Not heard yet: as it is written. */
  return *wanted == '\0' || (self->sounds != NULL ? hih_name_sounds_match (self->sounds->pdata[i], wanted)
                                                  : strstr (trainee->name, wanted) != NULL);
}

static void
tapped_cb (GtkWidget *tile, gpointer user_data)
{
  g_signal_emit (user_data, signals[TAPPED], 0, tile);
}

static GtkWidget *
new_tile (HihTrainee *trainee, gpointer owner)
{
  GtkWidget *tile = hih_person_tile_new (trainee);

  g_signal_connect_object (tile, "clicked", G_CALLBACK (tapped_cb), owner, 0);
  g_signal_emit (owner, signals[MADE], 0, tile);
  return tile;
}

static void
show (HihPeopleTiles *self)
{
  GtkWidget *first = hih_people_pages_show (HIH_PEOPLE_PAGES (self->pages), self->people);

  gtk_label_set_label (GTK_LABEL (self->nobody),
                       *get_wanted (self) != '\0' ? _ ("Nobody is called so.")
                       : self->people == NULL || self->people->len == 0 ? _ ("Nobody is here yet. “People” adds them.")
                                                                        : _ ("Nobody is in this group."));
  gtk_widget_set_visible (self->nobody, first == NULL && self->people != NULL);
}

/* It stays where it is once it was needed: a field that comes and goes would move what is being tapped. */
static void
show_search (HihPeopleTiles *self)
{
  guint n = 0;

  for (guint i = 0; self->people != NULL && i < self->people->len; i++)
    n += hih_people_tiles_is_of_group (g_ptr_array_index (self->people, i), self->group);
  if (n > HIH_PEOPLE_MANY)
    gtk_widget_set_visible (self->search, TRUE);
}

static void
heard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihPeopleTiles *self = HIH_PEOPLE_TILES (source);
  g_autoptr (GPtrArray) sounds = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Others were set since, or it is gone. */
  if (self->box == NULL || sounds == NULL || g_task_get_task_data (G_TASK (result)) != self->people)
    return;
  g_clear_pointer (&self->sounds, g_ptr_array_unref);
  self->sounds = g_steal_pointer (&sounds);
  if (*get_wanted (self) != '\0')
    show (self);
}

void
hih_people_tiles_set_people (HihPeopleTiles *self, GPtrArray *people)
{
  g_autoptr (GTask) task = NULL;

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->sounds, g_ptr_array_unref);
  self->people = people != NULL ? g_ptr_array_ref (people) : NULL;
  show_search (self);
  show (self);
  if (people == NULL || people->len <= HIH_PEOPLE_MANY)
    return;
  task = g_task_new (self, NULL, heard_cb, NULL);
  g_task_set_task_data (task, g_ptr_array_ref (people), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, hih_people_hear);
}

void
hih_people_tiles_set_group (HihPeopleTiles *self, const char *group)
{
  char *own = g_strdup (group); /* it may be the one we have */

  g_free (self->group);
  self->group = own;
  show_search (self);
  show (self);
}

void
hih_people_tiles_update (HihPeopleTiles *self)
{
  for (GtkWidget *tile = hih_people_pages_get_first (HIH_PEOPLE_PAGES (self->pages)); tile != NULL; tile = gtk_widget_get_next_sibling (tile))
    g_signal_emit (self, signals[MADE], 0, tile);
}

static void
hih_people_tiles_dispose (GObject *object)
{
  HihPeopleTiles *self = HIH_PEOPLE_TILES (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->sounds, g_ptr_array_unref);
  g_clear_pointer (&self->group, g_free);
  G_OBJECT_CLASS (hih_people_tiles_parent_class)->dispose (object);
}

static void
hih_people_tiles_class_init (HihPeopleTilesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_people_tiles_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[MADE] = g_signal_new ("made", HIH_TYPE_PEOPLE_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                HIH_TYPE_PERSON_TILE);
  signals[TAPPED] = g_signal_new ("tapped", HIH_TYPE_PEOPLE_TILES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  HIH_TYPE_PERSON_TILE);
}

static void
hih_people_tiles_init (HihPeopleTiles *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->search = hih_name_field_new (_ ("Name or first letters"), NULL);
  self->nobody = hih_words_new ("", "soft");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Find a name, by characters or first letters"), -1);
  gtk_widget_set_name (self->search, "people-find");
  gtk_widget_set_visible (self->search, FALSE);
  gtk_widget_set_visible (self->nobody, FALSE);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * hih_people_tiles_new:
 *
 * Returns: (transfer floating): nobody yet
 */
GtkWidget *
hih_people_tiles_new (int column_width, int max_columns)
{
  HihPeopleTiles *self = g_object_new (HIH_TYPE_PEOPLE_TILES, NULL);

  self->pages = hih_people_pages_new (column_width, max_columns, 8, is_wanted, new_tile, self);
  gtk_box_append (GTK_BOX (self->box), self->search);
  gtk_box_append (GTK_BOX (self->box), self->nobody);
  gtk_box_append (GTK_BOX (self->box), self->pages);
  return GTK_WIDGET (self);
}
