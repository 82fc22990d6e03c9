/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet in which the instructor chooses a lesson: one tap. */
#include "config.h"

#include "hih-lesson-sheet.h"

#include "hih-control.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

typedef struct
{
  HihLesson *lesson;
  HihLessonChosen func;
  gpointer data;
} Choice;

static void
choice_free (gpointer data)
{
  hih_lesson_unref (((Choice *) data)->lesson);
  g_free (data);
}

static void
chosen_cb (GtkWidget *button, gpointer user_data)
{
  const Choice *choice = g_object_get_data (G_OBJECT (button), "choice");
  g_autoptr (HihLesson) lesson = hih_lesson_ref (choice->lesson);

  /* It closes the sheet, and with it goes the choice. */
  choice->func (lesson, choice->data);
}

static GtkWidget *
new_choice (HihLesson *lesson, const char *title, gboolean is_chosen, HihLessonChosen func, gpointer data)
{
  GtkWidget *button = hih_control_new (is_chosen ? "check" : "book", title, is_chosen ? "chosen" : NULL);
  Choice *choice = g_new0 (Choice, 1);

  choice->lesson = hih_lesson_ref (lesson);
  choice->func = func;
  choice->data = data;
  hih_control_set_at_start (HIH_CONTROL (button), TRUE);
  g_object_set_data_full (G_OBJECT (button), "choice", choice, choice_free);
  g_signal_connect (button, "clicked", G_CALLBACK (chosen_cb), NULL);
  return button;
}

void
hih_lesson_sheet_show (HihPage *page, HihLesson *chosen, HihLessonChosen func, gpointer data)
{
  HihContext *context = hih_page_get_context (page);
  const char *language = hih_context_get_language (context);
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *marked = NULL;

  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("Which lesson?"), "title"));
  for (guint t = 0; t < topics->len; t++)
    {
      const HihTopic *topic = g_ptr_array_index (topics, t);
      GtkWidget *tiles;

      if (topic->lessons->len == 0)
        continue;
      gtk_box_append (GTK_BOX (box), hih_words_new_heading (hih_text_get (topic->title, language), "section"));
      tiles = hih_tiles_new_columns (240, 3, 8);
      for (guint l = 0; l < topic->lessons->len; l++)
        {
          HihLesson *lesson = g_ptr_array_index (topic->lessons, l);
          GtkWidget *choice =
              new_choice (lesson, hih_text_get (hih_lesson_get_title (lesson), language), lesson == chosen, func, data);

          hih_tiles_append (HIH_TILES (tiles), choice);
          if (lesson == chosen)
            marked = choice;
        }
      gtk_box_append (GTK_BOX (box), tiles);
    }
  hih_page_show_sheet (page, box);
  if (marked != NULL)
    gtk_widget_grab_focus (marked);
}
