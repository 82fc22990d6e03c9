/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards beside the matrix. The rule is in the records; here it only gets its words. */
#include "config.h"

#include "hih-stuck-cards.h"

#include <glib/gi18n.h>

#include "hih-card-print.h"
#include "hih-control.h"
#include "hih-later.h"
#include "hih-tiles.h"
#include "hih-words.h"

/* More would be a list nobody reads; the matrix has them all. */
#define MOST_CARDS 12
#define USUAL_HEIGHT 240 /* px of a card, until one was seen */

/* What the cards have in common; it belongs to the box around them. */
typedef struct
{
  HihLaterKind kind;
  HihPage *page;
  HihBoard *board;
} Cards;

static HihLesson *
find_lesson (HihPage *page, const char *id)
{
  return hih_catalogue_find (hih_context_get_catalogue (hih_page_get_context (page)), id);
}

char *
hih_stuck_dup_step_words (HihLesson *lesson, const HihStuck *stuck, const char *language)
{
  guint n = hih_lesson_get_n_steps (lesson);
  guint index = MIN (stuck->step_index, MAX (n, 1) - 1);
  const HihStep *step = index < n ? hih_lesson_get_step (lesson, index) : NULL;

  /* A lesson that was written anew has another step there: then the number is all that is known. */
  if (step == NULL || (*stuck->step != '\0' && g_strcmp0 (stuck->step, step->id) != 0))
    return g_strdup_printf (_("Step %u"), stuck->step_index + 1);
  /* translators: a step's number, and its few words */
  return g_strdup_printf (_("Step %u: %s"), index + 1, hih_text_get (step->title, language));
}

char *
hih_element_dup_words (HihLesson *lesson, const char *target, const char *language)
{
  HihElement *element = hih_app_set_find_element (hih_lesson_get_apps (lesson), target);
  HihText *title = element != NULL ? hih_element_get_title (element, "a") : NULL;

  return title != NULL && *hih_text_get (title, language) != '\0' ? g_strdup (hih_text_get (title, language)) : NULL;
}

char *
hih_stuck_dup_taken_words (HihLesson *lesson, const HihStuck *stuck, const char *language)
{
  g_autofree char *element = *stuck->taken_for != '\0' ? hih_element_dup_words (lesson, stuck->taken_for, language) : NULL;

  /* translators: what stands on a button of the practice phone */
  return element != NULL ? g_strdup_printf (_("Often taps “%s” instead"), element) : NULL;
}

char *
hih_stuck_dup_times_words (const HihStuck *stuck)
{
  return g_strdup_printf (ngettext ("%u try, each time with help", "%u tries, each time with help", stuck->times),
                          stuck->times);
}

static void
practise_cb (GtkWidget *button, gpointer user_data)
{
  HihPlace place = { .kind = HIH_PLACE_LESSONS, .fresh = TRUE, .id = g_object_get_data (G_OBJECT (button), "lesson-id"),
                     .trainee = g_object_get_data (G_OBJECT (button), "trainee") };

  hih_page_go (user_data, &place);
}

static void
card_cb (GtkWidget *button, gpointer user_data)
{
  HihPage *page = user_data;
  HihLesson *lesson = find_lesson (page, g_object_get_data (G_OBJECT (button), "lesson-id"));

  if (lesson != NULL)
    hih_card_print (page, lesson, g_object_get_data (G_OBJECT (button), "trainee"));
}

static GtkWidget *
new_button (HihPage *page, HihTrainee *trainee, HihLesson *lesson, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, NULL);
  const char *title = hih_text_get (hih_lesson_get_title (lesson), hih_context_get_language (hih_page_get_context (page)));
  g_autofree char *name = g_strdup_printf ("%s: %s, %s", words, trainee->name, title);

  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "trainee", hih_trainee_ref (trainee), (GDestroyNotify) hih_trainee_unref);
  g_object_set_data_full (G_OBJECT (button), "lesson-id", g_strdup (hih_lesson_get_id (lesson)), g_free);
  g_signal_connect_object (button, "clicked", callback, page, 0);
  return button;
}

GtkWidget *
hih_practise_button_new (HihPage *page, HihTrainee *trainee, HihLesson *lesson)
{
  GtkWidget *button = new_button (page, trainee, lesson, "play", _("Practise together"), G_CALLBACK (practise_cb));

  gtk_widget_set_name (button, "practise");
  return button;
}

GtkWidget *
hih_card_button_new (HihPage *page, HihTrainee *trainee, HihLesson *lesson)
{
  GtkWidget *button = new_button (page, trainee, lesson, "printer", C_ ("print", "Card"), G_CALLBACK (card_cb));

  gtk_widget_set_name (button, "card");
  return button;
}

static GtkWidget *
new_card (HihPage *page, const HihBoard *board, const HihStuck *stuck, HihLesson *lesson)
{
  const char *language = hih_context_get_language (hih_page_get_context (page));
  HihTrainee *trainee = board->people[stuck->person].trainee;
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *buttons = hih_tiles_new_columns (84, 2, 8);
  g_autofree char *drawing = hih_person_drawing (trainee->picture);
  g_autofree char *step = hih_stuck_dup_step_words (lesson, stuck, language);
  g_autofree char *taken = hih_stuck_dup_taken_words (lesson, stuck, language);
  g_autofree char *times = hih_stuck_dup_times_words (stuck);
  GtkWidget *name = hih_words_new (trainee->name, "strong");

  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), hih_picture_new (drawing, 40));
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (card), head);
  gtk_box_append (GTK_BOX (card), hih_words_new (hih_text_get (hih_lesson_get_title (lesson), language), NULL));
  gtk_box_append (GTK_BOX (card), hih_words_new (step, NULL));
  if (taken != NULL)
    gtk_box_append (GTK_BOX (card), hih_words_new (taken, NULL));
  gtk_box_append (GTK_BOX (card), hih_words_new (times, "soft"));
  hih_tiles_append (HIH_TILES (buttons), hih_practise_button_new (page, trainee, lesson));
  hih_tiles_append (HIH_TILES (buttons), hih_card_button_new (page, trainee, lesson));
  gtk_widget_set_margin_top (buttons, 4);
  gtk_box_append (GTK_BOX (card), buttons);
  gtk_widget_add_css_class (card, "stuck-card");
  return card;
}

static gboolean
contains (GArray *numbers, guint number)
{
  for (guint i = 0; i < numbers->len; i++)
    {
      if (g_array_index (numbers, guint, i) == number)
        return TRUE;
    }
  return FALSE;
}

static void
fill_card (HihLater *place, gpointer item, gpointer owner)
{
  Cards *cards = owner;
  const HihStuck *stuck = item;

  hih_later_set_child (place, new_card (cards->page, cards->board, stuck,
                                        find_lesson (cards->page, cards->board->lessons[stuck->lesson])));
}

static void
cards_free (gpointer data)
{
  hih_board_unref (((Cards *) data)->board);
  g_free (data);
}

/**
 * hih_stuck_cards_new:
 *
 * Returns: (transfer floating): the cards, the latest first; or one that says that nobody is stuck
 */
GtkWidget *
hih_stuck_cards_new (HihPage *page, HihBoard *board, GArray *people, GArray *lessons)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  Cards *cards = g_new0 (Cards, 1);
  guint n_shown = 0;

  cards->kind = (HihLaterKind) { fill_card, cards, USUAL_HEIGHT };
  cards->page = page;
  cards->board = hih_board_ref (board);
  g_object_set_data_full (G_OBJECT (box), "cards", cards, cards_free);
  for (guint i = 0; i < board->n_stuck && n_shown < MOST_CARDS; i++)
    {
      HihStuck *stuck = &board->stuck[i];
      GtkWidget *place;

      if (find_lesson (page, board->lessons[stuck->lesson]) == NULL || !contains (lessons, stuck->lesson) || !contains (people, stuck->person))
        continue;
      place = hih_later_new (&cards->kind, stuck, NULL);
      gtk_box_append (GTK_BOX (box), place);
      hih_later_ask (HIH_LATER (place));
      n_shown++;
    }
  if (n_shown == 0)
    gtk_box_append (GTK_BOX (box), hih_words_new (_("Nobody is stuck here."), "soft"));
  return box;
}
