/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Into a group and out of it, another size of words, a copy of a class: for many people at once. Each is one act, and one
 * tap takes it back. */
#include "config.h"

#include "hih-desk-people-private.h"

#include "hih-control.h"
#include "hih-desk-consent.h"
#include "hih-error-text.h"
#include "hih-group-sheet.h"
#include "hih-people-list.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

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
  if (!hih_page_check (hih_desk_people_get_page (self), NULL))
    return;
  if (act == NULL)
    {
      hih_desk_people_tell (self, hih_error_get_text (error));
      return;
    }
  /* translators: what was done, and with how many */
  said = g_strdup_printf (ngettext ("%s: %u person", "%s: %u people", n), words, n);
  hih_people_list_set_choosing (HIH_PEOPLE_LIST (self->list), FALSE);
  hih_desk_people_did_cb (source, act, said, self);
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

  hih_records_group_people_async (hih_desk_people_get_records (self), ids, group, member, NULL, acted_cb,
                                  saying_new (self, words));
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
  hih_desk_people_show_filtered (self);
}

static void
open_groups (HihDeskPeople *self, const char *title, const char *everybody, gboolean allow_new, GCallback callback)
{
  GtkWidget *sheet;

  if (self->groups == NULL)
    return;
  sheet = hih_group_sheet_new (hih_desk_people_get_page (self), self->groups, title, everybody, allow_new);
  g_signal_connect_object (sheet, "chosen", callback, self, 0);
  hih_page_show_sheet (hih_desk_people_get_page (self), sheet);
}

void
hih_desk_people_filter_cb (GtkWidget *button, gpointer user_data)
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

void
hih_desk_people_copy_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  g_autofree char *title = g_strdup_printf (_("Copy “%s” with its people: what is the new class called?"), self->group);

  open_groups (self, title, NULL, TRUE, G_CALLBACK (copy_cb));
}

void
hih_desk_people_text_percent (HihDeskPeople *self, int percent)
{
  g_autoptr (GArray) ids = hih_people_list_dup_chosen (HIH_PEOPLE_LIST (self->list));

  hih_page_close_sheet (hih_desk_people_get_page (self));
  hih_records_prefer_people_async (hih_desk_people_get_records (self), ids, HIH_PREF_TEXT_SIZE_PERCENT, percent, NULL,
                                   acted_cb,
                                   saying_new (self, g_strdup (_("Another size of words"))));
}

static void
consented_cb (GtkWidget *sheet, HihAct *act, const char *words, gpointer user_data)
{
  HihDeskPeople *self = user_data;

  hih_people_list_set_choosing (HIH_PEOPLE_LIST (self->list), FALSE);
  hih_desk_people_did_cb (NULL, act, words, self);
}

static void
consent_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  g_autoptr (GArray) ids = hih_people_list_dup_chosen (HIH_PEOPLE_LIST (self->list));
  GtkWidget *sheet = hih_desk_consent_new_for_many (hih_desk_people_get_page (self), ids);

  g_signal_connect_object (sheet, "done", G_CALLBACK (consented_cb), self, 0);
  hih_page_show_sheet (hih_desk_people_get_page (self), sheet);
}

static void
size_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("How large shall the words be?"), "title"));
  gtk_box_append (GTK_BOX (box), hih_size_chooser_new (G_OBJECT (self), 0));
  hih_page_show_sheet (hih_desk_people_get_page (self), box);
}

void
hih_desk_people_several_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPeople *self = user_data;
  HihPeopleList *list = HIH_PEOPLE_LIST (self->list);

  hih_people_list_set_choosing (list, !hih_people_list_get_choosing (list));
  hih_desk_people_update (self);
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

/* What is done with those chosen. */
GtkWidget *
hih_desk_people_new_acts (HihDeskPeople *self)
{
  GtkWidget *line = hih_tiles_new_line (8, FALSE);
  GtkWidget *all = hih_desk_people_new_button (self, "people", _("All of them"), "people-all", G_CALLBACK (all_cb));

  g_object_set_data (G_OBJECT (all), "always", all);
  hih_tiles_append (HIH_TILES (line), all);
  hih_tiles_append (HIH_TILES (line), hih_desk_people_new_button (self, "x", _("None"), "people-none",
                                                                  G_CALLBACK (none_cb)));
  hih_tiles_append (HIH_TILES (line), hih_desk_people_new_button (self, "plus", _("Into a group"), "people-into",
                                                                  G_CALLBACK (join_cb)));
  hih_tiles_append (HIH_TILES (line), hih_desk_people_new_button (self, "back", _("Out of a group"), "people-out",
                                                                  G_CALLBACK (part_cb)));
  hih_tiles_append (HIH_TILES (line), hih_desk_people_new_button (self, "size", _("Size of words"), "people-size",
                                                                  G_CALLBACK (size_cb)));
  hih_tiles_append (HIH_TILES (line), hih_desk_people_new_button (self, "shield-check", _("Consent"), "people-consent",
                                                                  G_CALLBACK (consent_cb)));
  return line;
}
