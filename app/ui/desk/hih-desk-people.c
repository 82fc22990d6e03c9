/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's list of people. A person is opened in a sheet; every change is one call to the records, then a reload. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-control.h"
#include "hih-desk-profile.h"
#include "hih-error-text.h"
#include "hih-people-import.h"
#include "hih-person-chooser.h"
#include "hih-split.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define HIH_TYPE_DESK_PEOPLE (hih_desk_people_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskPeople, hih_desk_people, HIH, DESK_PEOPLE, HihDeskPart)

struct _HihDeskPeople
{
  HihDeskPart parent_instance;

  GtkWidget *rows;
  GtkWidget *count;
  HihTrainee *edited; /* (nullable): NULL in a sheet for a new person */
  GtkWidget *name;
  GtkWidget *group;
  GtkWidget *chooser;
  GtkFileChooserNative *dialog; /* (nullable) */
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
tell (HihDeskPeople *self, const char *title, const char *text)
{
  hih_page_show_sheet (page_of (self), hih_text_sheet_new (page_of (self), title, text));
}

static void
settle (HihDeskPeople *self, GError *error)
{
  if (error != NULL)
    {
      hih_error_log (error);
      tell (self, _("One moment"), hih_error_get_text (error));
    }
  hih_desk_part_shown (HIH_DESK_PART (self));
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;

  hih_records_rename_trainee_finish (HIH_RECORDS (source), result, &error);
  settle (self, error);
}

static void
pictured_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;

  hih_records_set_picture_finish (HIH_RECORDS (source), result, &error);
  settle (self, error);
}

static void
grouped_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;

  hih_records_set_member_finish (HIH_RECORDS (source), result, &error);
  settle (self, error);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  HihId id;

  hih_records_add_trainee_finish (HIH_RECORDS (source), result, &id, &error);
  settle (self, error);
}

static char *
dup_stripped (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
keep_edited (HihDeskPeople *self, const char *name, const char *picture, const char *group)
{
  const HihTrainee *was = self->edited;

  if (strcmp (was->name, name) != 0)
    hih_records_rename_trainee_async (records_of (self), &was->id, name, NULL, renamed_cb, g_object_ref (self));
  if (g_strcmp0 (was->picture, picture) != 0)
    hih_records_set_picture_async (records_of (self), &was->id, picture, NULL, pictured_cb, g_object_ref (self));
  if (*group != '\0' && !g_strv_contains (was->groups, group))
    hih_records_set_member_async (records_of (self), &was->id, group, TRUE, NULL, grouped_cb, g_object_ref (self));
  for (guint i = 0; was->groups[i] != NULL; i++)
    {
      if (strcmp (was->groups[i], group) != 0)
        hih_records_set_member_async (records_of (self), &was->id, was->groups[i], FALSE, NULL, grouped_cb,
                                      g_object_ref (self));
    }
}

static void
keep_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  g_autofree char *name = dup_stripped (self->name);
  g_autofree char *group = dup_stripped (self->group);
  g_autofree char *picture = g_strdup (hih_person_chooser_get (HIH_PERSON_CHOOSER (self->chooser)));

  if (*name == '\0')
    {
      gtk_widget_grab_focus (self->name);
      return;
    }
  if (self->edited != NULL)
    keep_edited (self, name, picture, group);
  else
    hih_records_add_trainee_async (records_of (self), name, picture, *group != '\0' ? group : NULL, NULL, added_cb,
                                   g_object_ref (self));
  hih_page_close_sheet (page_of (self));
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (page_of (user_data));
}

static GtkWidget *
new_field (const char *words, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (entry, "field");
  gtk_entry_set_max_length (GTK_ENTRY (entry), HIH_NAME_MAX_CHARACTERS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  return entry;
}

static void
open_sheet (HihDeskPeople *self, HihTrainee *trainee)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = hih_tiles_new_columns (160, 2, 12);
  GtkWidget *close = hih_control_new ("back", _("Back"), NULL);
  GtkWidget *keep = hih_control_new ("check", _("Keep"), "primary");

  g_clear_pointer (&self->edited, hih_trainee_unref);
  self->edited = trainee != NULL ? hih_trainee_ref (trainee) : NULL;
  self->name = new_field (_("Name or nickname"), trainee != NULL ? trainee->name : NULL);
  self->group = new_field (_("Group, such as a floor or a class"), trainee != NULL ? trainee->groups[0] : NULL);
  self->chooser = hih_person_chooser_new (trainee != NULL ? trainee->picture : NULL);
  gtk_widget_set_name (self->name, "person-name");
  gtk_widget_set_name (keep, "person-keep");
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, 0);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (keep_cb), self, 0);
  hih_tiles_append (HIH_TILES (buttons), close);
  hih_tiles_append (HIH_TILES (buttons), keep);
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (trainee != NULL ? trainee->name : _("A new person"), "title"));
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->group);
  gtk_box_append (GTK_BOX (box), self->chooser);
  gtk_box_append (GTK_BOX (box), buttons);
  hih_page_show_sheet (page_of (self), box);
  gtk_widget_grab_focus (self->name);
}

static void
add_cb (GtkWidget *button, gpointer user_data)
{
  open_sheet (user_data, NULL);
}

static void
edit_cb (GtkWidget *button, gpointer user_data)
{
  open_sheet (user_data, g_object_get_data (G_OBJECT (button), "trainee"));
}

static void
helps_cb (GtkWidget *button, gpointer user_data)
{
  hih_desk_profile_open (page_of (user_data), g_object_get_data (G_OBJECT (button), "trainee"));
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihImportResult) outcome = hih_records_import_people_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *text = NULL;

  if (outcome == NULL)
    {
      settle (self, error);
      return;
    }
  if (outcome->done)
    text = g_strdup_printf (ngettext ("%u person is here now.", "%u people are here now.", outcome->n_added),
                            outcome->n_added);
  else if (outcome->bad_rows->len > 0)
    {
      const HihBadRow *row = g_ptr_array_index (outcome->bad_rows, 0);

      /* translators: a row's number as the spreadsheet counts it, and what stands there */
      text = g_strdup_printf (_("Nobody was added. Please look at row %u: “%s”."), row->row,
                              row->value != NULL ? row->value : "");
    }
  tell (self, _("People from a file"), text != NULL ? text : _("Nobody was added."));
  hih_desk_part_shown (HIH_DESK_PART (self));
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihPeopleSheet) sheet = NULL;
  g_autofree char *data = NULL;
  gsize length;

  if (g_file_load_contents_finish (G_FILE (source), result, &data, &length, NULL, &error))
    sheet = hih_people_sheet_parse (data, length, &error);
  if (sheet == NULL)
    settle (self, error);
  else
    hih_records_import_people_async (records_of (self), sheet, HIH_IMPORT_SKIP_REPEATS, NULL, imported_cb,
                                     g_object_ref (self));
}

static void
file_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    g_file_load_contents_async (file, NULL, read_cb, g_object_ref (self));
  g_clear_object (&self->dialog);
}

static void
import_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);

  if (self->dialog != NULL)
    return;
  self->dialog = gtk_file_chooser_native_new (_("People from a file"), GTK_WINDOW (window),
                                              GTK_FILE_CHOOSER_ACTION_OPEN, _("Open"), _("Back"));
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (file_cb), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->dialog));
}

static GtkWidget *
new_row_button (HihDeskPeople *self, HihTrainee *trainee, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", words, trainee->name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "trainee", hih_trainee_ref (trainee), (GDestroyNotify) hih_trainee_unref);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static GtkWidget *
new_row (HihDeskPeople *self, HihTrainee *trainee)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = hih_words_new (trainee->name, "strong");
  g_autofree char *groups = g_strjoinv (_(", "), (char **) trainee->groups);
  GtkWidget *group = hih_words_new (groups, "soft");
  GtkWidget *buttons = hih_tiles_new_line (12, TRUE);
  GtkWidget *helps = new_row_button (self, trainee, "smile", _("What helps"), G_CALLBACK (helps_cb));
  g_autofree char *drawing = hih_person_drawing (trainee->picture);
  GtkWidget *split;

  gtk_widget_set_name (helps, "person-helps");
  hih_tiles_append (HIH_TILES (buttons), helps);
  hih_tiles_append (HIH_TILES (buttons), new_row_button (self, trainee, "pencil", _("Change"), G_CALLBACK (edit_cb)));
  gtk_widget_add_css_class (row, "row-line");
  gtk_box_append (GTK_BOX (row), hih_picture_new (drawing, 40));
  split = hih_split_new (hih_split_new (name, group, 12, 600), buttons, 12, 460);
  hih_split_set_stack_below (HIH_SPLIT (split), 560);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_box_append (GTK_BOX (row), split);
  return row;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPeople) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *count = NULL;
  GtkWidget *child;

  if (people == NULL || self->rows == NULL)
    {
      hih_error_log (error);
      return;
    }
  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < people->len; i++)
    {
      HihTrainee *trainee = g_ptr_array_index (people, i);

      if (*trainee->name != '\0')
        gtk_box_append (GTK_BOX (self->rows), new_row (self, trainee));
    }
  count = g_strdup_printf (ngettext ("%u person", "%u people", people->len), people->len);
  gtk_label_set_label (GTK_LABEL (self->count), count);
}

static void
hih_desk_people_shown (HihDeskPart *part)
{
  HihDeskPeople *self = HIH_DESK_PEOPLE (part);

  if (records_of (self) != NULL)
    hih_records_list_trainees_async (records_of (self), NULL, hih_page_get_cancellable (page_of (self)), listed_cb,
                                     g_object_ref (self));
}

static void
hih_desk_people_dispose (GObject *object)
{
  HihDeskPeople *self = HIH_DESK_PEOPLE (object);

  self->rows = NULL;
  g_clear_object (&self->dialog);
  g_clear_pointer (&self->edited, hih_trainee_unref);
  G_OBJECT_CLASS (hih_desk_people_parent_class)->dispose (object);
}

static void
hih_desk_people_class_init (HihDeskPeopleClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_people_dispose;
  HIH_DESK_PART_CLASS (klass)->shown = hih_desk_people_shown;
}

static void
hih_desk_people_init (HihDeskPeople *self)
{
}

GtkWidget *
hih_desk_people_new (HihPage *page)
{
  HihDeskPeople *self = g_object_new (HIH_TYPE_DESK_PEOPLE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *add = hih_control_new ("plus", _("Add somebody"), "primary");
  GtkWidget *import = hih_control_new ("doc", _("People from a file"), NULL);

  hih_desk_part_begin (HIH_DESK_PART (self), page, _("People"));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->count = hih_words_new ("", "soft");
  gtk_widget_set_name (add, "person-add");
  gtk_widget_set_sensitive (add, records_of (self) != NULL);
  gtk_widget_set_sensitive (import, records_of (self) != NULL);
  g_signal_connect_object (add, "clicked", G_CALLBACK (add_cb), self, 0);
  g_signal_connect_object (import, "clicked", G_CALLBACK (import_cb), self, 0);
  hih_desk_part_add_action (HIH_DESK_PART (self), import);
  hih_desk_part_add_action (HIH_DESK_PART (self), add);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->rows);
  hih_desk_part_set_content (HIH_DESK_PART (self), box, TRUE);
  return GTK_WIDGET (self);
}
