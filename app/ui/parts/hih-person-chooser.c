/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choose a picture: a dozen at a time, each with its word. The list is media/people.xml. */
#include "config.h"

#include "hih-person-chooser.h"

#include "hih-control.h"
#include "hih-locale.h"
#include "hih-markup.h"
#include "hih-paths.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define AT_ONCE 12

typedef struct
{
  char *id;
  char *word;
} Person;

struct _HihPersonChooser
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *tiles;
  GArray *people; /* (element-type Person) */
  char *chosen;
  HihRecords *records; /* (nullable) */
  guint first;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (HihPersonChooser, hih_person_chooser, GTK_TYPE_WIDGET)

static void
person_clear (gpointer data)
{
  Person *person = data;

  g_free (person->id);
  g_free (person->word);
}

static void
mark (HihPersonChooser *self)
{
  for (GtkWidget *tile = gtk_widget_get_first_child (self->tiles); tile != NULL;
       tile = gtk_widget_get_next_sibling (tile))
    {
      gboolean picked = g_strcmp0 (g_object_get_data (G_OBJECT (tile), "id"), self->chosen) == 0;

      if (picked)
        gtk_widget_add_css_class (tile, "picked");
      else
        gtk_widget_remove_css_class (tile, "picked");
      gtk_accessible_update_state (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_STATE_PRESSED,
                                   picked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
}

static void
person_cb (GtkWidget *tile, gpointer user_data)
{
  HihPersonChooser *self = user_data;

  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (tile), "id"));
  mark (self);
}

static void
fill (HihPersonChooser *self)
{
  hih_tiles_remove_all (HIH_TILES (self->tiles));
  for (guint i = 0; i < MIN (AT_ONCE, self->people->len); i++)
    {
      const Person *person = &g_array_index (self->people, Person, (self->first + i) % self->people->len);
      GtkWidget *tile = gtk_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      GtkWidget *word = hih_words_new (person->word, "smallest");
      g_autofree char *drawing = hih_person_drawing (person->id);

      gtk_label_set_xalign (GTK_LABEL (word), 0.5);
      gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
      gtk_box_append (GTK_BOX (box), hih_picture_new (drawing, 76));
      gtk_box_append (GTK_BOX (box), word);
      gtk_button_set_child (GTK_BUTTON (tile), box);
      gtk_widget_add_css_class (tile, "tile");
      gtk_widget_add_css_class (tile, "thin");
      gtk_widget_set_name (tile, "picture");
      gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, person->word, -1);
      g_object_set_data_full (G_OBJECT (tile), "id", g_strdup (person->id), g_free);
      g_signal_connect_object (tile, "clicked", G_CALLBACK (person_cb), self, 0);
      hih_tiles_append (HIH_TILES (self->tiles), tile);
    }
  mark (self);
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  HihPersonChooser *self = user_data;

  self->first = (self->first + AT_ONCE) % MAX (1, self->people->len);
  fill (self);
}

static void
read_people (HihPersonChooser *self, const HihNode *root)
{
  for (guint i = 0; i < root->children->len; i++)
    {
      const HihNode *node = g_ptr_array_index (root->children, i);
      const char *id = hih_node_get (node, "id");
      g_autoptr (HihText) title = NULL;
      Person person = { NULL, NULL };

      if (id == NULL || g_strcmp0 (id, "guest") == 0)
        continue;
      title = hih_node_dup_text (node, "title");
      person.word = g_strdup (title != NULL ? hih_text_get (title, hih_locale_get_language ()) : NULL);
      person.id = g_strdup (id);
      if (person.word == NULL)
        person.word = g_strdup (id);
      g_array_append_val (self->people, person);
    }
}

/* 0 when what is chosen is not in the list. */
static guint
find_chosen (HihPersonChooser *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      if (g_strcmp0 (g_array_index (self->people, Person, i).id, self->chosen) == 0)
        return i;
    }
  return 0;
}

/* What is offered, or the first, stands chosen; its dozen is in sight. */
static void
begin (HihPersonChooser *self)
{
  if (self->chosen == NULL && self->people->len > 0)
    self->chosen = g_strdup (g_array_index (self->people, Person, 0).id);
  self->first = find_chosen (self) / AT_ONCE * AT_ONCE;
  fill (self);
}

static void
suggested_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPersonChooser) self = user_data;
  g_autofree char *picture = hih_records_choose_picture_finish (HIH_RECORDS (source), result, NULL);

  if (self->tiles == NULL)
    return;
  if (picture != NULL && *picture != '\0')
    self->chosen = g_steal_pointer (&picture);
  begin (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPersonChooser) self = user_data;
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *data = NULL;
  g_autoptr (HihNode) root = NULL;
  gsize length;

  if (!g_file_load_contents_finish (G_FILE (source), result, &data, &length, NULL, NULL) || self->tiles == NULL)
    return;
  root = hih_markup_parse (data, (gssize) length, "people.xml", issues);
  if (root == NULL)
    return;
  read_people (self, root);
  if (self->chosen == NULL && self->records != NULL)
    hih_records_choose_picture_async (self->records, self->cancellable, suggested_cb, g_object_ref (self));
  else
    begin (self);
}

static void
hih_person_chooser_dispose (GObject *object)
{
  HihPersonChooser *self = HIH_PERSON_CHOOSER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  self->tiles = NULL;
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_object (&self->records);
  G_OBJECT_CLASS (hih_person_chooser_parent_class)->dispose (object);
}

static void
hih_person_chooser_class_init (HihPersonChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_person_chooser_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_person_chooser_init (HihPersonChooser *self)
{
  GtkWidget *more = hih_control_new ("repeat", _("Other pictures"), NULL);

  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  g_array_set_clear_func (self->people, person_clear);
  self->cancellable = g_cancellable_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->tiles = hih_tiles_new_columns (120, 6, 12);
  gtk_widget_set_halign (more, GTK_ALIGN_START);
  g_signal_connect (more, "clicked", G_CALLBACK (more_cb), self);
  gtk_box_append (GTK_BOX (self->box), self->tiles);
  gtk_box_append (GTK_BOX (self->box), more);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * hih_person_chooser_new:
 * @chosen: (nullable): the picture chosen already
 * @records: (nullable): where nothing is chosen, they say which picture few people have
 *
 * Returns: (transfer floating): the chooser; its pictures come when their list is read
 */
GtkWidget *
hih_person_chooser_new (const char *chosen, HihRecords *records)
{
  HihPersonChooser *self = g_object_new (HIH_TYPE_PERSON_CHOOSER, NULL);
  g_autofree char *path = g_build_filename (hih_paths_get_media_dir (), "people.xml", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->chosen = chosen != NULL && *chosen != '\0' ? g_strdup (chosen) : NULL;
  self->records = records != NULL ? g_object_ref (records) : NULL;
  g_file_load_contents_async (file, self->cancellable, loaded_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}

const char *
hih_person_chooser_get (HihPersonChooser *self)
{
  return self->chosen != NULL ? self->chosen : "guest";
}

const char *
hih_person_chooser_get_word (HihPersonChooser *self)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const Person *person = &g_array_index (self->people, Person, i);

      if (g_strcmp0 (person->id, self->chosen) == 0)
        return person->word;
    }
  return _("Me");
}
