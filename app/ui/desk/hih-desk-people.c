/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's list of people: found by name and group, opened one by one, or changed many at once. Every change is an
 * act; the last one can be taken back from the line under the list. */
#include "config.h"

#include "hih-desk-people-private.h"

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

G_DEFINE_FINAL_TYPE (HihDeskPeople, hih_desk_people, HIH_TYPE_DESK_PART)

HihPage *
hih_desk_people_get_page (HihDeskPeople *self)
{
  return hih_desk_part_get_page (HIH_DESK_PART (self));
}

HihRecords *
hih_desk_people_get_records (HihDeskPeople *self)
{
  return hih_context_get_records (hih_page_get_context (hih_desk_people_get_page (self)));
}

void
hih_desk_people_tell (HihDeskPeople *self, const char *text)
{
  hih_page_show_sheet (hih_desk_people_get_page (self), hih_text_sheet_new (hih_desk_people_get_page (self),
                                                                            _("One moment"), text));
}

/* What is shown: how many, and what can be done with them. */

void
hih_desk_people_update (HihDeskPeople *self)
{
  HihPeopleList *list = HIH_PEOPLE_LIST (self->list);
  gboolean choosing = hih_people_list_get_choosing (list);
  guint n_shown = hih_people_list_get_n_shown (list), n_chosen = hih_people_list_get_n_chosen (list);
  g_autofree char *count = NULL;

  if (!self->heard && hih_desk_people_get_records (self) != NULL)
    count = g_strdup (_("One moment, the names are being read …"));
  else if (choosing)
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

void
hih_desk_people_show_filtered (HihDeskPeople *self)
{
  hih_people_list_filter (HIH_PEOPLE_LIST (self->list), self->group,
                          gtk_editable_get_text (GTK_EDITABLE (self->search)));
  hih_desk_people_update (self);
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
  self->heard = TRUE;
  hih_people_list_set_people (HIH_PEOPLE_LIST (self->list), heard);
  gtk_widget_set_visible (self->empty, self->people->len == 0);
  gtk_widget_set_visible (self->list, self->people->len > 0);
  hih_desk_people_show_filtered (self);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (!hih_page_check (hih_desk_people_get_page (self), error))
    return;
  g_clear_pointer (&self->people, g_ptr_array_unref);
  self->people = g_steal_pointer (&people);
  task = g_task_new (self, hih_page_get_cancellable (hih_desk_people_get_page (self)), heard_cb, NULL);
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

  if (!hih_page_check (hih_desk_people_get_page (self), error))
    return;
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  self->groups = g_steal_pointer (&groups);
  for (guint i = 0; i < self->groups->len; i++)
    there |= g_strcmp0 (((HihGroup *) g_ptr_array_index (self->groups, i))->name, self->group) == 0;
  /* The last one left it: then there is no such group any more. */
  if (!there)
    {
      g_clear_pointer (&self->group, g_free);
      hih_desk_people_show_filtered (self);
    }
}

static void
hih_desk_people_shown (HihDeskPart *part)
{
  HihDeskPeople *self = HIH_DESK_PEOPLE (part);
  GCancellable *cancellable = hih_page_get_cancellable (hih_desk_people_get_page (self));

  if (hih_desk_people_get_records (self) == NULL)
    return;
  hih_records_list_groups_async (hih_desk_people_get_records (self), cancellable, groups_cb, g_object_ref (self));
  hih_records_list_trainees_async (hih_desk_people_get_records (self), NULL, cancellable, listed_cb,
                                   g_object_ref (self));
}

/* Acts. */

void
hih_desk_people_did_cb (GObject *source, HihAct *act, const char *words, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  hih_desk_act_show (HIH_DESK_ACT (self->undo), act, words);
  hih_desk_part_shown (HIH_DESK_PART (self));
}

/* One person. */

static void
open_person (HihDeskPeople *self, HihTrainee *trainee)
{
  GtkWidget *sheet;

  if (self->groups == NULL)
    return;
  sheet = hih_desk_person_new (hih_desk_people_get_page (self), trainee, self->groups,
                               trainee == NULL ? self->group : NULL);
  g_signal_connect_object (sheet, "done", G_CALLBACK (hih_desk_people_did_cb), self, 0);
  hih_page_show_sheet (hih_desk_people_get_page (self), sheet);
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

GtkWidget *
hih_desk_people_new_button (HihDeskPeople *self, const char *icon, const char *words, const char *name,
                            GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, NULL);

  gtk_widget_set_name (button, name);
  gtk_widget_set_sensitive (button, hih_desk_people_get_records (self) != NULL);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static void
show_unasked (HihDeskPeople *self, gboolean unasked)
{
  g_object_set_data (G_OBJECT (self->unasked), "on", unasked ? (gpointer) "" : NULL);
  hih_control_set_look (HIH_CONTROL (self->unasked), unasked ? "on" : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->unasked), GTK_ACCESSIBLE_STATE_PRESSED,
                               unasked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  hih_people_list_show_unasked (HIH_PEOPLE_LIST (self->list), unasked);
  hih_desk_people_update (self);
}

static void
unasked_cb (GtkWidget *button, gpointer user_data)
{
  show_unasked (user_data, g_object_get_data (G_OBJECT (button), "on") == NULL);
}

/* Today leads here: "unasked" is the one section there is. */
static void
section_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (g_str_equal (g_variant_get_string (parameter, NULL), "unasked"))
    show_unasked (HIH_DESK_PEOPLE (widget), TRUE);
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

static gboolean
hih_desk_people_shed (HihDeskPart *part)
{
  return hih_people_list_shed (HIH_PEOPLE_LIST (HIH_DESK_PEOPLE (part)->list));
}

static void
hih_desk_people_class_init (HihDeskPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_people_dispose;
  HIH_DESK_PART_CLASS (klass)->shown = hih_desk_people_shown;
  HIH_DESK_PART_CLASS (klass)->shed = hih_desk_people_shed;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "part.section", "s", section_cb);
  /* As of a page: the size chooser tells it. */
  g_signal_new_class_handler ("text-percent", HIH_TYPE_DESK_PEOPLE, G_SIGNAL_RUN_LAST,
                              G_CALLBACK (hih_desk_people_text_percent), NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hih_desk_people_init (HihDeskPeople *self)
{
}

/* What finds people: a name, a group, who is still to be asked. */
static GtkWidget *
new_finder (HihDeskPeople *self)
{
  GtkWidget *buttons = hih_tiles_new_line (8, FALSE);

  self->search = hih_name_field_new (_("Name or first letters"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a name, by characters or first letters"), -1);
  gtk_widget_set_name (self->search, "people-search");
  gtk_widget_set_valign (self->search, GTK_ALIGN_START);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (hih_desk_people_show_filtered), self,
                           G_CONNECT_SWAPPED);
  self->filter = hih_desk_people_new_button (self, "people", _("All groups"), "people-filter",
                                             G_CALLBACK (hih_desk_people_filter_cb));
  self->copy = hih_desk_people_new_button (self, "plus", _("Copy this class"), "people-copy",
                                           G_CALLBACK (hih_desk_people_copy_cb));
  self->several = hih_desk_people_new_button (self, "check", _("Choose several"), "people-several",
                                              G_CALLBACK (hih_desk_people_several_cb));
  self->unasked = hih_desk_people_new_button (self, "shield-check", _("No consent yet"), "people-unasked",
                                              G_CALLBACK (unasked_cb));
  hih_tiles_append (HIH_TILES (buttons), self->filter);
  hih_tiles_append (HIH_TILES (buttons), self->unasked);
  hih_tiles_append (HIH_TILES (buttons), self->copy);
  hih_tiles_append (HIH_TILES (buttons), self->several);
  /* Stacked where the buttons have no room in one line: one under another they would take the list's height. */
  return hih_split_new (self->search, buttons, 12, 0);
}

static GtkWidget *
new_empty (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), hih_words_new_heading (_("Nobody is here yet"), "section"));
  gtk_box_append (GTK_BOX (card),
                  hih_words_new (_("“Add somebody” asks for a name and a picture. “People from a file” reads a "
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
  add = hih_desk_people_new_button (self, "plus", _("Add somebody"), "person-add", G_CALLBACK (add_cb));
  hih_control_set_look (HIH_CONTROL (add), "primary");
  hih_desk_part_add_action (part, hih_desk_people_new_button (self, "folder", _("People from a file"), "people-import",
                                              G_CALLBACK (hih_desk_people_import_cb)));
  hih_desk_part_add_action (part, hih_desk_people_new_button (self, "doc", _("Into a file"), "people-export",
                                                              G_CALLBACK (hih_desk_people_export_cb)));
  hih_desk_part_add_action (part, add);
  gtk_widget_set_vexpand (self->list, TRUE);
  gtk_widget_set_vexpand (self->place, TRUE);
  g_signal_connect_object (self->list, "open", G_CALLBACK (open_cb), self, 0);
  g_signal_connect_object (self->list, "chosen-changed", G_CALLBACK (hih_desk_people_update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->undo, "undone", G_CALLBACK (hih_desk_part_shown), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->place), new_finder (self));
  self->acts = hih_desk_people_new_acts (self);
  gtk_box_append (GTK_BOX (self->place), self->acts);
  gtk_box_append (GTK_BOX (self->place), self->count);
  gtk_box_append (GTK_BOX (self->place), self->empty);
  gtk_box_append (GTK_BOX (self->place), self->list);
  gtk_box_append (GTK_BOX (self->place), self->undo);
  gtk_box_append (GTK_BOX (self->stack), self->place);
  /* The list scrolls by itself as long as there is room for it; in a very small window all of the part does. */
  hih_desk_part_set_content (part, self->stack, TRUE);
  hih_desk_people_update (self);
  return GTK_WIDGET (self);
}
