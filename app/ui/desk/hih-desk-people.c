/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's list of people: found by name and group, opened one by one, or changed many at once. Every change is an
 * act; the last one can be taken back from the line under the list. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-control.h"
#include "hih-desk-act.h"
#include "hih-desk-import.h"
#include "hih-desk-person.h"
#include "hih-error-text.h"
#include "hih-group-sheet.h"
#include "hih-people-file.h"
#include "hih-people-list.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define HIH_TYPE_DESK_PEOPLE (hih_desk_people_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskPeople, hih_desk_people, HIH, DESK_PEOPLE, HihDeskPart)

struct _HihDeskPeople
{
  HihDeskPart parent_instance;

  GtkWidget *stack; /* the people, or a file that is looked at */
  GtkWidget *place; /* the people */
  GtkWidget *list;
  GtkWidget *empty;  /* what to do first */
  GtkWidget *count;
  GtkWidget *search;
  GtkWidget *filter;  /* the group that is shown */
  GtkWidget *copy;    /* that group; only while one is shown */
  GtkWidget *several; /* choose several, or no more */
  GtkWidget *acts;    /* what can be done with those chosen */
  GtkWidget *undo;
  GtkWidget *import;  /* (nullable) */
  GPtrArray *groups;  /* (element-type HihGroup) (nullable): as last listed */
  GPtrArray *people;  /* (element-type HihTrainee) (nullable) */
  char *group;        /* (nullable): all */
};

G_DEFINE_FINAL_TYPE (HihDeskPeople, hih_desk_people, HIH_TYPE_DESK_PART)

static HihPage *
page_of (HihDeskPeople *self)
{
  return hih_desk_part_get_page (HIH_DESK_PART (self));
}

static HihRecords *
records_of (HihDeskPeople *self)
{
  return hih_context_get_records (hih_page_get_context (page_of (self)));
}

static void
tell (HihDeskPeople *self, const char *text)
{
  hih_page_show_sheet (page_of (self), hih_text_sheet_new (page_of (self), _("One moment"), text));
}

/* What is shown: how many, and what can be done with them. */

static void
update (HihDeskPeople *self)
{
  HihPeopleList *list = HIH_PEOPLE_LIST (self->list);
  gboolean choosing = hih_people_list_get_choosing (list);
  guint n_shown = hih_people_list_get_n_shown (list), n_chosen = hih_people_list_get_n_chosen (list);
  g_autofree char *count = NULL;

  if (choosing)
    count = g_strdup_printf (ngettext ("%u person chosen", "%u people chosen", n_chosen), n_chosen);
  else if (n_shown == 0 && self->people != NULL && self->people->len > 0)
    count = g_strdup (_("Nobody of that name is here. Another spelling, or all groups?"));
  else
    count = g_strdup_printf (ngettext ("%u person", "%u people", n_shown), n_shown);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  hih_control_set_words (HIH_CONTROL (self->filter), self->group != NULL ? self->group : _("All groups"));
  hih_control_set_words (HIH_CONTROL (self->several), choosing ? _("Done choosing") : _("Choose several"));
  hih_control_set_look (HIH_CONTROL (self->several), choosing ? "on" : NULL);
  gtk_widget_set_visible (self->acts, choosing);
  gtk_widget_set_visible (self->copy, self->group != NULL && !choosing);
  for (GtkWidget *act = gtk_widget_get_first_child (self->acts); act != NULL; act = gtk_widget_get_next_sibling (act))
    gtk_widget_set_sensitive (act, n_chosen > 0 || g_object_get_data (G_OBJECT (act), "always") != NULL);
}

static void
show_filtered (HihDeskPeople *self)
{
  hih_people_list_filter (HIH_PEOPLE_LIST (self->list), self->group,
                          gtk_editable_get_text (GTK_EDITABLE (self->search)));
  update (self);
}

static void
hear (GTask *task, gpointer source, gpointer people, GCancellable *cancellable)
{
  g_task_return_pointer (task, hih_people_list_hear (people), (GDestroyNotify) g_ptr_array_unref);
}

static void
heard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihDeskPeople *self = HIH_DESK_PEOPLE (source);
  g_autoptr (GPtrArray) heard = g_task_propagate_pointer (G_TASK (result), NULL);

  /* They were listed anew since, or the page is gone. */
  if (heard == NULL || g_task_get_task_data (G_TASK (result)) != self->people)
    return;
  hih_people_list_set_people (HIH_PEOPLE_LIST (self->list), heard);
  gtk_widget_set_visible (self->empty, self->people->len == 0);
  gtk_widget_set_visible (self->list, self->people->len > 0);
  show_filtered (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (!hih_page_check (page_of (self), error))
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  task = g_task_new (self, hih_page_get_cancellable (page_of (self)), heard_cb, NULL);
  g_task_set_task_data (task, g_ptr_array_ref (self->people), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, hear);
}

static void
groups_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = hih_records_list_groups_finish (HIH_RECORDS (source), result, &error);
  gboolean there = self->group == NULL;

  if (!hih_page_check (page_of (self), error))
    return;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  for (guint i = 0; i < self->groups->len; i++)
    there |= g_strcmp0 (((HihGroup *) g_ptr_array_index (self->groups, i))->name, self->group) == 0;
  /* The last one left it: then there is no such group any more. */
  if (!there)
    {
      g_clear_pointer (&self->group, g_free);
      show_filtered (self);
    }
}

static void
hih_desk_people_shown (HihDeskPart *part)
{
  HihDeskPeople *self = HIH_DESK_PEOPLE (part);
  GCancellable *cancellable = hih_page_get_cancellable (page_of (self));

  if (records_of (self) == NULL)
    return;
  hih_records_list_groups_async (records_of (self), cancellable, groups_cb, g_object_ref (self));
  hih_records_list_trainees_async (records_of (self), NULL, cancellable, listed_cb, g_object_ref (self));
}

/* Acts. */

static void
did_cb (GObject *source, HihAct *act, const char *words, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  hih_desk_act_show (HIH_DESK_ACT (self->undo), act, words);
  hih_desk_part_shown (HIH_DESK_PART (self));
}

/* What is to be said once the act is done. */
typedef struct
{
  HihDeskPeople *self;
  char *words; /* how many it were comes after it */
} Saying;

static void
acted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Saying *saying = user_data;
  g_autoptr (HihDeskPeople) self = saying->self;
  g_autofree char *words = saying->words;
  g_autofree char *said = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihAct) act = hih_records_act_finish (HIH_RECORDS (source), result, &error);
  guint n = act != NULL ? hih_act_get_n_people (act) : 0;

  g_free (saying);
  hih_error_log (error);
  if (!hih_page_check (page_of (self), NULL))
    return;
  if (act == NULL)
    {
      tell (self, hih_error_get_text (error));
      return;
    }
  /* translators: what was done, and with how many */
  said = g_strdup_printf (ngettext ("%s: %u person", "%s: %u people", n), words, n);
  hih_people_list_set_choosing (HIH_PEOPLE_LIST (self->list), FALSE);
  did_cb (source, act, said, self);
}

static Saying *
saying_new (HihDeskPeople *self, char *words)
{
  Saying *saying = g_new0 (Saying, 1);

  saying->self = g_object_ref (self);
  saying->words = words;
  return saying;
}

static void
group_people (HihDeskPeople *self, GArray *ids, const char *group, gboolean member)
{
  char *words = g_strdup_printf (member ? _("Into “%s”") : _("Out of “%s”"), group);

  hih_records_group_people_async (records_of (self), ids, group, member, NULL, acted_cb, saying_new (self, words));
}

static void
into_cb (HihGroupSheet *sheet, const char *group, gpointer user_data)
{
  g_autoptr (GArray) ids = hih_people_list_dup_chosen (HIH_PEOPLE_LIST (HIH_DESK_PEOPLE (user_data)->list));

  group_people (user_data, ids, group, TRUE);
}

static void
out_of_cb (HihGroupSheet *sheet, const char *group, gpointer user_data)
{
  g_autoptr (GArray) ids = hih_people_list_dup_chosen (HIH_PEOPLE_LIST (HIH_DESK_PEOPLE (user_data)->list));

  group_people (user_data, ids, group, FALSE);
}

/* A class is a group: its copy is another group with the same people. */
static void
copy_cb (HihGroupSheet *sheet, const char *group, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (HihId));

  for (guint i = 0; self->group != NULL && i < self->people->len; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (self->people, i);

      if (g_strv_contains (trainee->groups, self->group))
        g_array_append_val (ids, trainee->id);
    }
  group_people (self, ids, group, TRUE);
}

static void
show_cb (HihGroupSheet *sheet, const char *group, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  g_free (self->group);
  self->group = g_strdup (group);
  show_filtered (self);
}

static void
open_groups (HihDeskPeople *self, const char *title, const char *everybody, gboolean allow_new, GCallback callback)
{
  GtkWidget *sheet;

  if (self->groups == NULL)
    return;
  sheet = hih_group_sheet_new (page_of (self), self->groups, title, everybody, allow_new);
  g_signal_connect_object (sheet, "chosen", callback, self, 0);
  hih_page_show_sheet (page_of (self), sheet);
}

static void
filter_cb (GtkWidget *button, gpointer user_data)
{
  open_groups (user_data, _("Which group shall be shown?"), _("All groups"), FALSE, G_CALLBACK (show_cb));
}

static void
join_cb (GtkWidget *button, gpointer user_data)
{
  open_groups (user_data, _("Into which group?"), NULL, TRUE, G_CALLBACK (into_cb));
}

static void
part_cb (GtkWidget *button, gpointer user_data)
{
  open_groups (user_data, _("Out of which group?"), NULL, FALSE, G_CALLBACK (out_of_cb));
}

static void
copy_group_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  g_autofree char *title = g_strdup_printf (_("Copy “%s” with its people: what is the new class called?"), self->group);

  open_groups (self, title, NULL, TRUE, G_CALLBACK (copy_cb));
}

static void
hih_desk_people_text_percent (HihDeskPeople *self, int percent)
{
  g_autoptr (GArray) ids = hih_people_list_dup_chosen (HIH_PEOPLE_LIST (self->list));

  hih_page_close_sheet (page_of (self));
  hih_records_prefer_people_async (records_of (self), ids, HIH_PREF_TEXT_SIZE_PERCENT, percent, NULL, acted_cb,
                                   saying_new (self, g_strdup (_("Another size of words"))));
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (page_of (user_data));
}

static void
size_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *close = hih_control_new ("back", _("Back"), NULL);

  gtk_widget_add_css_class (box, "desk");
  gtk_widget_set_halign (close, GTK_ALIGN_START);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, 0);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("How large shall the words be?"), "title"));
  gtk_box_append (GTK_BOX (box), hih_size_chooser_new (G_OBJECT (self), 0));
  gtk_box_append (GTK_BOX (box), close);
  hih_page_show_sheet (page_of (self), box);
}

static void
several_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  HihPeopleList *list = HIH_PEOPLE_LIST (self->list);

  hih_people_list_set_choosing (list, !hih_people_list_get_choosing (list));
  update (self);
}

static void
all_cb (GtkWidget *button, gpointer user_data)
{
  hih_people_list_choose_shown (HIH_PEOPLE_LIST (HIH_DESK_PEOPLE (user_data)->list), TRUE);
}

static void
none_cb (GtkWidget *button, gpointer user_data)
{
  hih_people_list_choose_shown (HIH_PEOPLE_LIST (HIH_DESK_PEOPLE (user_data)->list), FALSE);
}

/* One person. */

static void
open_person (HihDeskPeople *self, HihTrainee *trainee)
{
  GtkWidget *sheet;

  if (self->groups == NULL)
    return;
  sheet = hih_desk_person_new (page_of (self), trainee, self->groups, trainee == NULL ? self->group : NULL);
  g_signal_connect_object (sheet, "done", G_CALLBACK (did_cb), self, 0);
  hih_page_show_sheet (page_of (self), sheet);
}

static void
open_cb (HihPeopleList *list, HihTrainee *trainee, gpointer user_data)
{
  open_person (user_data, trainee);
}

static void
add_cb (GtkWidget *button, gpointer user_data)
{
  open_person (user_data, NULL);
}

/* From a file, and into one. */

static void
leave_import (HihDeskPeople *self)
{
  if (self->import == NULL)
    return;
  gtk_box_remove (GTK_BOX (self->stack), self->import);
  self->import = NULL;
  gtk_widget_set_visible (self->place, TRUE);
  gtk_widget_grab_focus (self->search);
}

static void
imported_cb (HihDeskImport *import, HihAct *act, const char *words, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  leave_import (self);
  did_cb (NULL, act, words, self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_load_finish (result, &error);

  hih_error_log (error);
  if (!hih_page_check (page_of (self), NULL))
    return;
  if (sheet == NULL)
    {
      tell (self, hih_error_get_text (error));
      return;
    }
  leave_import (self);
  self->import = hih_desk_import_new (page_of (self), sheet);
  g_signal_connect_object (self->import, "done", G_CALLBACK (imported_cb), self, 0);
  g_signal_connect_object (self->import, "left", G_CALLBACK (leave_import), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->place, FALSE);
  gtk_widget_set_vexpand (self->import, TRUE);
  gtk_box_append (GTK_BOX (self->stack), self->import);
  gtk_widget_child_focus (self->import, GTK_DIR_TAB_FORWARD);
}

static void
read_file_cb (GFile *file, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  hih_people_sheet_load_async (file, hih_page_get_cancellable (page_of (self)), loaded_cb, g_object_ref (self));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;

  if (hih_people_file_write_finish (result, &error))
    return;
  hih_error_log (error);
  if (hih_page_check (page_of (self), NULL))
    tell (self, _("The list could not be written there. Please choose another folder."));
}

static void
write_file_cb (GFile *file, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  if (self->people != NULL)
    hih_people_file_write_async (file, self->people, written_cb, g_object_ref (self));
}

static void
import_cb (GtkWidget *button, gpointer user_data)
{
  hih_people_file_ask (button, FALSE, read_file_cb, user_data);
}

static void
export_cb (GtkWidget *button, gpointer user_data)
{
  hih_people_file_ask (button, TRUE, write_file_cb, user_data);
}

static void
hih_desk_people_dispose (GObject *object)
{
  HihDeskPeople *self = HIH_DESK_PEOPLE (object);

  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->group, g_free);
  G_OBJECT_CLASS (hih_desk_people_parent_class)->dispose (object);
}

static void
hih_desk_people_class_init (HihDeskPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_people_dispose;
  HIH_DESK_PART_CLASS (klass)->shown = hih_desk_people_shown;
  /* As of a page: the size chooser tells it. */
  g_signal_new_class_handler ("text-percent", HIH_TYPE_DESK_PEOPLE, G_SIGNAL_RUN_LAST,
                              G_CALLBACK (hih_desk_people_text_percent), NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hih_desk_people_init (HihDeskPeople *self)
{
}

static GtkWidget *
new_button (HihDeskPeople *self, const char *icon, const char *words, const char *name, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, NULL);

  gtk_widget_set_name (button, name);
  gtk_widget_set_sensitive (button, records_of (self) != NULL);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

/* What finds people: a name, a group. */
static GtkWidget *
new_finder (HihDeskPeople *self)
{
  GtkWidget *buttons = hih_tiles_new_line (8, FALSE);
  GtkWidget *split;

  self->search = hih_name_field_new (_("Find a name, by characters or first letters"), NULL);
  gtk_widget_set_name (self->search, "people-search");
  g_signal_connect_object (self->search, "changed", G_CALLBACK (show_filtered), self, G_CONNECT_SWAPPED);
  self->filter = new_button (self, "people", _("All groups"), "people-filter", G_CALLBACK (filter_cb));
  self->copy = new_button (self, "plus", _("Copy this class"), "people-copy", G_CALLBACK (copy_group_cb));
  self->several = new_button (self, "check", _("Choose several"), "people-several", G_CALLBACK (several_cb));
  hih_tiles_append (HIH_TILES (buttons), self->filter);
  hih_tiles_append (HIH_TILES (buttons), self->copy);
  hih_tiles_append (HIH_TILES (buttons), self->several);
  split = hih_split_new (self->search, buttons, 12, 400);
  hih_split_set_stack_below (HIH_SPLIT (split), 640);
  return split;
}

/* What is done with those chosen. */
static GtkWidget *
new_acts (HihDeskPeople *self)
{
  GtkWidget *line = hih_tiles_new_line (8, FALSE);
  GtkWidget *all = new_button (self, "people", _("All of them"), "people-all", G_CALLBACK (all_cb));

  g_object_set_data (G_OBJECT (all), "always", all);
  hih_tiles_append (HIH_TILES (line), all);
  hih_tiles_append (HIH_TILES (line), new_button (self, "x", _("None"), "people-none", G_CALLBACK (none_cb)));
  hih_tiles_append (HIH_TILES (line), new_button (self, "plus", _("Into a group"), "people-into", G_CALLBACK (join_cb)));
  hih_tiles_append (HIH_TILES (line), new_button (self, "back", _("Out of a group"), "people-out", G_CALLBACK (part_cb)));
  hih_tiles_append (HIH_TILES (line), new_button (self, "size", _("Size of words"), "people-size", G_CALLBACK (size_cb)));
  return line;
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), hih_words_new_heading (_("Nobody is here yet"), "section"));
  gtk_box_append (GTK_BOX (card), hih_words_new (_("“Add somebody” asks for a name and a picture. “People from a file” reads a "
                                                   "list that a spreadsheet saved as CSV; its first line names the "
                                                   "columns: name, group."), NULL));
  gtk_widget_set_visible (card, FALSE);
  return card;
}

/**
 * hih_desk_people_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
hih_desk_people_new (HihPage *page)
{
  HihDeskPeople *self = g_object_new (HIH_TYPE_DESK_PEOPLE, NULL);
  HihDeskPart *part = HIH_DESK_PART (self);
  GtkWidget *add;

  hih_desk_part_begin (part, page, _("People"));
  self->stack = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->list = hih_people_list_new ();
  self->empty = new_empty ();
  self->count = hih_words_new ("", "soft");
  self->undo = hih_desk_act_new (page);
  add = new_button (self, "plus", _("Add somebody"), "person-add", G_CALLBACK (add_cb));
  hih_control_set_look (HIH_CONTROL (add), "primary");
  hih_desk_part_add_action (part, new_button (self, "folder", _("People from a file"), "people-import",
                                              G_CALLBACK (import_cb)));
  hih_desk_part_add_action (part, new_button (self, "doc", _("Into a file"), "people-export", G_CALLBACK (export_cb)));
  hih_desk_part_add_action (part, add);
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_widget_set_vexpand (self->place, TRUE);
  g_signal_connect_object (self->list, "open", G_CALLBACK (open_cb), self, 0);
  g_signal_connect_object (self->list, "chosen-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo, "undone", G_CALLBACK (hih_desk_part_shown), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->place), new_finder (self));
  self->acts = new_acts (self);
  gtk_box_append (GTK_BOX (self->place), self->acts);
  gtk_box_append (GTK_BOX (self->place), self->count);
  gtk_box_append (GTK_BOX (self->place), self->empty);
  gtk_box_append (GTK_BOX (self->place), self->list);
  gtk_box_append (GTK_BOX (self->place), self->undo);
  gtk_box_append (GTK_BOX (self->stack), self->place);
  /* The list scrolls by itself as long as there is room for it; in a very small window all of the part does. */
  hih_desk_part_set_content (part, self->stack, TRUE);
  update (self);
  return GTK_WIDGET (self);
}
