/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet on which one person is found by name: those seen last stand there at once, the others after a letter or two. */
#include "config.h"

#include "hih-person-search.h"

#include "hih-control.h"
#include "hih-name-sounds.h"
#include "hih-people-hear.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MOST_SHOWN 12

typedef struct
{
  HihPage *page;     /* borrowed: the sheet stands on it */
  GPtrArray *people; /* (nullable) (element-type HihTrainee) */
  GPtrArray *sounds; /* (nullable) (element-type HihNameSounds): theirs, in the same order */
  GtkWidget *tiles;  /* (nullable) weak */
  GtkWidget *more;
  HihPersonFunc chosen;
  GObject *owner;    /* (nullable) weak */
  char *wanted;
} Search;

static void
search_clear (gpointer data)
{
  Search *self = data;

  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->sounds, g_ptr_array_unref);
  g_clear_weak_pointer (&self->tiles);
  g_clear_weak_pointer (&self->owner);
  g_free (self->wanted);
}

static void
search_unref (gpointer data)
{
  g_rc_box_release_full (data, search_clear);
}

static void
person_cb (GtkWidget *button, gpointer user_data)
{
  Search *self = user_data;
  g_autoptr (HihTrainee) person = hih_trainee_ref (g_object_get_data (G_OBJECT (button), "trainee"));
  g_autoptr (GObject) owner = self->owner != NULL ? g_object_ref (self->owner) : NULL;
  HihPersonFunc chosen = self->chosen;

  hih_page_close_sheet (self->page);
  if (owner != NULL)
    chosen (person, owner);
}

static void
unref_closure (gpointer data, GClosure *closure)
{
  search_unref (data);
}

static void
show (Search *self)
{
  guint n = 0;

  if (self->tiles == NULL || self->sounds == NULL)
    return;
  hih_tiles_remove_all (HIH_TILES (self->tiles));
  for (guint i = 0; i < self->people->len; i++)
    {
      HihTrainee *trainee = self->people->pdata[i];
      GtkWidget *button;

      if (*trainee->name == '\0' || (self->wanted != NULL && !hih_name_sounds_match (self->sounds->pdata[i], self->wanted)) || ++n > MOST_SHOWN)
        continue;
      button = hih_control_new ("person", trainee->name, NULL);
      hih_control_set_at_start (HIH_CONTROL (button), TRUE);
      gtk_widget_set_name (button, "person-found");
      g_object_set_data_full (G_OBJECT (button), "trainee", hih_trainee_ref (trainee), (GDestroyNotify) hih_trainee_unref);
      g_signal_connect_data (button, "clicked", G_CALLBACK (person_cb), g_rc_box_acquire (self), unref_closure, 0);
      hih_tiles_append (HIH_TILES (self->tiles), button);
    }
  gtk_label_set_label (GTK_LABEL (self->more), n == 0            ? _("Nobody is called so.")
                                               : n > MOST_SHOWN ? _("There are more: write a part of the name.")
                                                                : "");
}

static void
heard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *self = user_data;

  self->sounds = g_task_propagate_pointer (G_TASK (result), NULL);
  show (self);
  search_unref (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Search *self = user_data;
  g_autoptr (GTask) task = NULL;

  self->people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, NULL);
  if (self->people == NULL)
    {
      search_unref (self);
      return;
    }
  task = g_task_new (NULL, NULL, heard_cb, self);
  g_task_set_task_data (task, g_ptr_array_ref (self->people), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, hih_people_hear);
}

static void
changed_cb (GtkEditable *entry, gpointer user_data)
{
  Search *self = user_data;

  g_free (self->wanted);
  self->wanted = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  show (self);
}

void
hih_person_search_open (HihPage *page, HihPersonFunc chosen, GObject *owner)
{
  Search *self = g_rc_box_new0 (Search);
  HihRecords *records = hih_context_get_records (hih_page_get_context (page));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *entry = gtk_entry_new ();

  self->page = page;
  self->chosen = chosen;
  self->more = hih_words_new ("", "soft");
  g_set_weak_pointer (&self->owner, owner);
  g_set_weak_pointer (&self->tiles, hih_tiles_new_columns (180, 3, 8));
  gtk_widget_add_css_class (box, "desk");
  gtk_widget_add_css_class (entry, "field");
  gtk_widget_set_name (entry, "person-search");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Name or first letters"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a name, by characters or first letters"), -1);
  g_signal_connect_data (entry, "changed", G_CALLBACK (changed_cb), g_rc_box_acquire (self), unref_closure, 0);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Which person?"), "title"));
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), self->tiles);
  gtk_box_append (GTK_BOX (box), self->more);
  hih_page_show_sheet (page, box);
  gtk_widget_grab_focus (entry);
  if (records != NULL)
    hih_records_list_trainees_async (records, NULL, hih_page_get_cancellable (page), listed_cb, g_rc_box_acquire (self));
  search_unref (self);
}
