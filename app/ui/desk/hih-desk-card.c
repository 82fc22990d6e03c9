/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets that ask for whom a card is: a lesson and perhaps a person; or a group. A tap on the last choice prints. */
#include "config.h"

#include "hih-desk-card.h"

#include "hih-card-print.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-person-search.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static GtkWindow *
window_of (HihPage *page)
{
  return GTK_WINDOW (gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW));
}

static char *
dup_home (HihPage *page)
{
  return hih_settings_dup_string (hih_context_get_settings (hih_page_get_context (page)), HIH_SETTING_HOME_NAME);
}

static GtkWidget *
add_choice (GtkWidget *tiles, HihPage *page, const char *name, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *choice = hih_control_new (icon, words, NULL);

  gtk_widget_set_name (choice, name);
  hih_control_set_at_start (HIH_CONTROL (choice), TRUE);
  g_signal_connect_object (choice, "clicked", callback, page, 0);
  hih_tiles_append (HIH_TILES (tiles), choice);
  return choice;
}

static GtkWidget *
new_sheet (const char *title, GtkWidget *tiles)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);

  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (title, "title"));
  gtk_box_append (GTK_BOX (box), tiles);
  return box;
}

static void
person_cb (HihTrainee *person, gpointer owner)
{
  hih_card_print (HIH_PAGE (owner), g_object_get_data (owner, "card-lesson"), person);
}

static void
somebody_cb (GtkWidget *button, gpointer user_data)
{
  hih_person_search_open (user_data, person_cb, user_data);
}

static void
nobody_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (user_data);
  hih_card_print (user_data, g_object_get_data (user_data, "card-lesson"), NULL);
}

static void
lesson_cb (GtkWidget *button, gpointer user_data)
{
  GtkWidget *tiles = hih_tiles_new_columns (220, 2, 12);

  g_object_set_data_full (user_data, "card-lesson", hih_lesson_ref (g_object_get_data (G_OBJECT (button), "lesson")),
                          (GDestroyNotify) hih_lesson_unref);
  add_choice (tiles, user_data, "card-somebody", "person", _("Which person?"), G_CALLBACK (somebody_cb));
  add_choice (tiles, user_data, "card-nobody", "printer", _("Nobody in particular"), G_CALLBACK (nobody_cb));
  hih_page_show_sheet (user_data, new_sheet (_("Whose card?"), tiles));
}

/**
 * hih_desk_card_open_steps:
 *
 * Asks for a lesson, then whose card it is.
 */
void
hih_desk_card_open_steps (HihPage *page)
{
  HihContext *context = hih_page_get_context (page);
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context));
  GtkWidget *tiles = hih_tiles_new_columns (220, 3, 8);

  for (guint t = 0; t < topics->len; t++)
    {
      const HihTopic *topic = topics->pdata[t];

      for (guint l = 0; l < topic->lessons->len; l++)
        {
          HihLesson *lesson = topic->lessons->pdata[l];
          GtkWidget *choice = add_choice (tiles, page, "card-lesson", "book",
                                          hih_text_get (hih_lesson_get_title (lesson), hih_context_get_language (context)),
                                          G_CALLBACK (lesson_cb));

          g_object_set_data_full (G_OBJECT (choice), "lesson", hih_lesson_ref (lesson), (GDestroyNotify) hih_lesson_unref);
        }
    }
  hih_page_show_sheet (page, new_sheet (_("Which lesson?"), tiles));
}

static void
people_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *home = dup_home (page);

  if (hih_page_check (page, error) && people->len > 0)
    hih_card_print_login (people, home, window_of (page));
}

static void
group_cb (GtkWidget *button, gpointer user_data)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (user_data));

  hih_records_list_trainees_async (records, g_object_get_data (G_OBJECT (button), "group"), NULL, people_cb,
                                   g_object_ref (user_data));
  hih_page_close_sheet (user_data);
}

static void
groups_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = hih_records_list_groups_finish (HIH_RECORDS (source), result, &error);
  GtkWidget *tiles;

  if (!hih_page_check (page, error))
    return;
  tiles = hih_tiles_new_columns (180, 3, 8);
  add_choice (tiles, page, "card-everybody", "people", _("Everybody"), G_CALLBACK (group_cb));
  for (guint i = 0; i < groups->len; i++)
    {
      const char *name = ((HihGroup *) groups->pdata[i])->name;

      g_object_set_data_full (G_OBJECT (add_choice (tiles, page, "card-group", "people", name, G_CALLBACK (group_cb))), "group",
                              g_strdup (name), g_free);
    }
  hih_page_show_sheet (page, new_sheet (_("Which group?"), tiles));
}

/**
 * hih_desk_card_open_login:
 *
 * Asks for a group.
 */
void
hih_desk_card_open_login (HihPage *page)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (page));

  if (records != NULL)
    hih_records_list_groups_async (records, hih_page_get_cancellable (page), groups_cb, g_object_ref (page));
}
