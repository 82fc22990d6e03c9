/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two cards of the desk's first part. Whether somebody is stuck was judged by the records. */
#include "config.h"

#include "hih-today-cards.h"

#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-icon.h"
#include "hih-split.h"
#include "hih-stuck-cards.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MOST_STUCK 6

static HihLesson *
find_lesson (HihPage *page, const char *id)
{
  return hih_catalogue_find (hih_context_get_catalogue (hih_page_get_context (page)), id);
}

static void
go_on_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_CLASS, g_object_get_data (G_OBJECT (button), "session"));
}

/* Which class, since when, how many are here. */
static char *
dup_class_words (HihPage *page, const HihClassSession *class)
{
  HihLesson *lesson = find_lesson (page, class->lesson);
  g_autofree char *time = hih_class_dup_time (class->begun_at_ms);
  g_autoptr (GString) words = g_string_new (NULL);

  if (*class->group != '\0')
    g_string_append_printf (words, "%s%s", class->group, _(", "));
  if (lesson != NULL)
    g_string_append_printf (words, "%s%s", hih_text_get (hih_lesson_get_title (lesson),
                                                         hih_context_get_language (hih_page_get_context (page))),
                            _(", "));
  if (*time != '\0')
    {
      /* translators: an hour of the day */
      g_string_append_printf (words, _("since %s"), time);
      g_string_append (words, _(", "));
    }
  g_string_append_printf (words, ngettext ("%u person is here", "%u people are here", class->n_here), class->n_here);
  return g_strdup (words->str);
}

/**
 * hih_today_class_card_new:
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
hih_today_class_card_new (HihPage *page, const HihClassSession *class)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = hih_control_new ("raise", _("Go on with the class"), "primary");
  g_autofree char *words = dup_class_words (page, class);
  char id[HIH_ID_STRING_LENGTH + 1];
  GtkWidget *split;

  hih_id_to_string (&class->session, id);
  gtk_widget_set_name (button, "today-class");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "session", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (go_on_cb), page, 0);
  gtk_box_append (GTK_BOX (texts), hih_words_new_heading (_("A class is going on"), "section"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (words, NULL));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  split = hih_split_new (texts, button, 12, 0);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_add_css_class (card, "thin");
  gtk_widget_add_css_class (card, "done");
  gtk_box_append (GTK_BOX (card), split);
  return card;
}

static void
person_cb (GtkWidget *button, gpointer user_data)
{
  HihTrainee *trainee = g_object_get_data (G_OBJECT (button), "trainee");

  hih_desk_part_go_to_person (user_data, &trainee->id, g_object_get_data (G_OBJECT (button), "lesson"));
}

static GtkWidget *
new_row (HihDeskPart *part, HihTrainee *trainee, const HihStuck *stuck, HihLesson *lesson)
{
  const char *language = hih_context_get_language (hih_page_get_context (hih_desk_part_get_page (part)));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *drawing = hih_person_drawing (trainee->picture);
  g_autofree char *step = hih_stuck_dup_step_words (lesson, stuck, language);
  const char *title = hih_text_get (hih_lesson_get_title (lesson), language);
  g_autofree char *words = g_strdup_printf ("%s · %s", title, step);
  g_autofree char *name = g_strdup_printf ("%s: %s", trainee->name, words);

  gtk_box_append (GTK_BOX (texts), hih_words_new (trainee->name, "strong"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (words, "soft"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (line), hih_picture_new (drawing, 40));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), hih_icon_new ("flag", 20));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_name (button, "today-stuck");
  gtk_widget_add_css_class (button, "tile");
  gtk_widget_add_css_class (button, "person-row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "trainee", hih_trainee_ref (trainee), (GDestroyNotify) hih_trainee_unref);
  g_object_set_data_full (G_OBJECT (button), "lesson", g_strdup (hih_lesson_get_id (lesson)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (person_cb), part, 0);
  return button;
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  hih_desk_part_go_to (user_data, "progress");
}

GtkWidget *
hih_today_more_new (HihDeskPart *part, guint n_people, guint n_shown)
{
  guint n = n_people > n_shown ? n_people - n_shown : 0;
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more person", "and %u more people", n), n);
  GtkWidget *button;

  if (n == 0)
    return NULL;
  button = hih_control_new ("next", more, "compact");
  hih_control_set_icon_after (HIH_CONTROL (button), TRUE);
  gtk_widget_set_name (button, "today-more");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (more_cb), part, 0);
  return button;
}

/**
 * hih_today_stuck_card_new:
 *
 * Returns: (transfer floating): the card, with nobody on it yet
 */
GtkWidget *
hih_today_stuck_card_new (void)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_widget_add_css_class (card, "desk-card");
  gtk_box_append (GTK_BOX (card), hih_words_new_heading (_("Who is stuck"), "section"));
  return card;
}

/**
 * hih_today_stuck_card_set:
 * @card: of hih_today_stuck_card_new()
 *
 * Says who it is, or that nobody is.
 */
void
hih_today_stuck_card_set (GtkWidget *card, HihDeskPart *part, const HihBoard *board)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  GtkWidget *heading = gtk_widget_get_first_child (card), *row, *more;

  while ((row = gtk_widget_get_next_sibling (heading)) != NULL)
    gtk_box_remove (GTK_BOX (card), row);
  for (guint i = 0; i < board->n_stuck; i++)
    {
      const HihStuck *stuck = &board->stuck[i];
      HihLesson *lesson = find_lesson (hih_desk_part_get_page (part), board->lessons[stuck->lesson]);

      /* Whoever is stuck at two lessons has one row: the later. */
      if (lesson == NULL || !g_hash_table_add (seen, GUINT_TO_POINTER (stuck->person)) ||
          g_hash_table_size (seen) > MOST_STUCK)
        continue;
      gtk_box_append (GTK_BOX (card), new_row (part, board->people[stuck->person].trainee, stuck, lesson));
    }
  if (g_hash_table_size (seen) == 0)
    gtk_box_append (GTK_BOX (card), hih_words_new (_("Nobody is stuck here."), "soft"));
  more = hih_today_more_new (part, g_hash_table_size (seen), MOST_STUCK);
  if (more != NULL)
    gtk_box_append (GTK_BOX (card), more);
}
