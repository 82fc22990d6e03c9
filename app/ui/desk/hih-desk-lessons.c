/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's list of lessons. A lesson about a service that may have ended carries a local switch. All of them at once would
 * hold the main thread for a tenth of a second, so what is in sight is made first. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-control.h"
#include "hih-home-section.h"
#include "hih-later.h"
#include "hih-lesson-start.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define USUAL_HEIGHT 112 /* px, of a lesson's line */

static const char *statuses[] = { "in-force", "retired", "drill" };

static void
try_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_TRY, g_object_get_data (G_OBJECT (button), "id"));
}

static void
mark (GtkWidget *line, const char *status)
{
  guint i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (line); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    {
      gboolean chosen = g_strcmp0 (statuses[i], status) == 0;

      hih_control_set_look (HIH_CONTROL (button), chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (button), chosen ? "check" : "flag");
    }
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPage) page = user_data;
  g_autoptr (GError) error = NULL;

  if (!hih_context_set_home_facts_finish (HIH_CONTEXT (source), result, &error))
    hih_home_tell (page, error);
}

static void
status_cb (GtkWidget *button, gpointer user_data)
{
  const char *status = g_object_get_data (G_OBJECT (button), "status");
  g_autofree char *key = g_strconcat (HIH_HOME_STATUS, g_object_get_data (G_OBJECT (button), "key"), NULL);
  const char *facts[] = { key, status, NULL };

  hih_context_set_home_facts_async (hih_page_get_context (user_data), facts, told_cb, g_object_ref (user_data));
  mark (gtk_widget_get_parent (button), status);
}

static GtkWidget *
new_switch (HihPage *page, HihLesson *lesson)
{
  const char *words[] = { _("In force"), _("Retired"), _("As a drill") };
  const char *key = hih_lesson_get_status_key (lesson);
  GtkWidget *line = hih_tiles_new_line (8, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      GtkWidget *button = hih_control_new ("flag", words[i], NULL);

      g_object_set_data_full (G_OBJECT (button), "key", g_strdup (key), g_free);
      g_object_set_data (G_OBJECT (button), "status", (gpointer) statuses[i]);
      g_signal_connect_object (button, "clicked", G_CALLBACK (status_cb), page, 0);
      hih_tiles_append (HIH_TILES (line), button);
    }
  mark (line, hih_lesson_get_status_here (hih_page_get_context (page), lesson));
  return line;
}

/* What an instructor reads before the class, under its heading; nothing where the lesson says nothing. */
static void
append_notes (GtkWidget *texts, const char *heading, HihText *notes, const char *language)
{
  if (notes == NULL)
    return;
  gtk_box_append (GTK_BOX (texts), hih_words_new (heading, "strong notes-heading"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (hih_text_get (notes, language), "soft"));
}

static GtkWidget *
new_row (HihPage *page, HihLesson *lesson)
{
  const char *language = hih_context_get_language (hih_page_get_context (page));
  const char *title = hih_text_get (hih_lesson_get_title (lesson), language);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *try_it = hih_control_new ("play", _("Try without recording"), NULL);
  const char *drawing = hih_lesson_get_picture (lesson);
  GtkWidget *picture = hih_picture_new (drawing != NULL ? drawing : "tile-empty", 48);
  GtkWidget *split;
  g_autofree char *words = g_strdup_printf ("%s: %s", _("Try without recording"), title);

  gtk_box_append (GTK_BOX (texts), hih_words_new (title, "strong"));
  append_notes (texts, _("What people get wrong"), hih_lesson_get_notes (lesson), language);
  append_notes (texts, _("On a real phone"), hih_lesson_get_real_phone (lesson), language);
  if (hih_lesson_get_status_key (lesson) != NULL)
    gtk_box_append (GTK_BOX (texts), new_switch (page, lesson));
  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (try_it, GTK_ALIGN_START);
  gtk_widget_set_halign (try_it, GTK_ALIGN_END);
  gtk_widget_set_name (try_it, "try");
  gtk_accessible_update_property (GTK_ACCESSIBLE (try_it), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (try_it), "id", g_strdup (hih_lesson_get_id (lesson)), g_free);
  g_signal_connect_object (try_it, "clicked", G_CALLBACK (try_cb), page, 0);
  gtk_widget_add_css_class (row, "row-line");
  gtk_box_append (GTK_BOX (row), picture);
  split = hih_split_new (texts, try_it, 12, 780);
  hih_split_set_stack_below (HIH_SPLIT (split), 640);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_box_append (GTK_BOX (row), split);
  return row;
}

static void
fill_row (HihLater *place, gpointer item, gpointer owner)
{
  hih_later_set_child (place, new_row (owner, item));
}

/**
 * hih_desk_lessons_new:
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
hih_desk_lessons_new (HihPage *page)
{
  GtkWidget *part = hih_desk_part_new (page, _("Lessons"));
  HihCatalogue *catalogue = hih_context_get_catalogue (hih_page_get_context (page));
  const char *language = hih_context_get_language (hih_page_get_context (page));
  GPtrArray *topics = hih_catalogue_get_topics (catalogue);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  HihLaterKind *kind = g_new (HihLaterKind, 1);

  *kind = (HihLaterKind) { fill_row, page, USUAL_HEIGHT };
  g_object_set_data_full (G_OBJECT (part), "kind", kind, g_free);
  for (guint t = 0; t < topics->len; t++)
    {
      const HihTopic *topic = g_ptr_array_index (topics, t);

      if (topic->lessons->len == 0)
        continue;
      gtk_box_append (GTK_BOX (box), hih_words_new_heading (hih_text_get (topic->title, language), "section"));
      for (guint l = 0; l < topic->lessons->len; l++)
        {
          GtkWidget *place = hih_later_new (kind, g_ptr_array_index (topic->lessons, l), NULL);

          gtk_box_append (GTK_BOX (box), place);
          hih_later_ask (HIH_LATER (place));
        }
    }
  hih_desk_part_set_content (HIH_DESK_PART (part), box, TRUE);
  return part;
}
