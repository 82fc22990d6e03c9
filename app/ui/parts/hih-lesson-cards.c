/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The large buttons of "My lessons". Progress stands in words; the pips only repeat it. */
#include "config.h"

#include "hih-lesson-cards.h"

#include "hih-card-row.h"
#include "hih-control.h"
#include "hih-icon.h"
#include "hih-standing-words.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MAX_PIPS 10
#define FACE_PX 108
#define SMALL_FACE_PX 64

static GtkWidget *
new_button (GtkWidget *child, const char *classes, const char *name, const char *words)
{
  GtkWidget *button = gtk_button_new ();
  g_auto (GStrv) parts = g_strsplit (classes, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    gtk_widget_add_css_class (button, parts[i]);
  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_set_name (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return button;
}

/**
 * hih_go_on_card_new:
 * @words: "Go on: Answer a video call"
 * @detail: "From step 3, about 4 minutes"
 *
 * Returns: (transfer floating): the one large green button
 */
GtkWidget *
hih_go_on_card_new (const char *picture, const char *words, const char *detail)
{
  GtkWidget *face = hih_picture_new (picture != NULL ? picture : "tile-empty", FACE_PX);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *box = hih_card_row_new (hih_disc_new (face, "face-disc"), texts,
                                     hih_disc_new (hih_icon_new ("play", 48), "play-disc"), 26);
  g_autofree char *all = g_strdup_printf ("%s. %s", words, detail);

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), hih_words_new (words, "big"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (detail, NULL));
  return new_button (box, "tile go", "go-on", all);
}

void
hih_go_on_card_set_narrow (GtkWidget *card, gboolean narrow)
{
  GtkWidget *box = gtk_button_get_child (GTK_BUTTON (card));
  GtkWidget *face = gtk_widget_get_first_child (gtk_widget_get_first_child (box));
  GtkWidget *disc = gtk_widget_get_last_child (box);

  hih_picture_set_pixels (HIH_PICTURE (face), narrow ? SMALL_FACE_PX : FACE_PX);
  if (narrow)
    gtk_widget_add_css_class (disc, "smaller");
  else
    gtk_widget_remove_css_class (disc, "smaller");
}

GtkWidget *
hih_due_card_new (const char *words, const char *detail)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *box = hih_card_row_new (hih_disc_new (hih_icon_new ("repeat", 40), "due-disc"), texts, NULL, 18);
  g_autofree char *all = g_strdup_printf ("%s. %s", words, detail);

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), hih_words_new (words, "name"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (detail, NULL));
  return new_button (box, "tile due", "recheck", all);
}

static const char *
tint_of_topic (const char *id)
{
  static const struct
  {
    const char *id;
    const char *tint;
  } tints[] = {
    { "device", "tint-blue" }, { "transport", "tint-blue" }, { "family", "tint-red" },
    { "health", "tint-red" },  { "code", "tint-green" },     { "fraud", "tint-green" },
    { "money", "tint-amber" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    {
      if (strcmp (tints[i].id, id) == 0)
        return tints[i].tint;
    }
  return "plain";
}

static GtkWidget *
new_pips (guint n, guint n_full)
{
  GtkWidget *line = hih_tiles_new_line (5, FALSE);

  for (guint i = 0; i < MIN (n, MAX_PIPS); i++)
    {
      GtkWidget *pip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (pip, "pip");
      if (i < n_full)
        gtk_widget_add_css_class (pip, "full");
      hih_tiles_append (HIH_TILES (line), pip);
    }
  gtk_widget_set_margin_top (line, 4);
  return line;
}

static GtkWidget *
new_state_line (const char *words, gboolean done)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  if (done)
    gtk_box_append (GTK_BOX (line), hih_icon_new ("check", 24));
  gtk_box_append (GTK_BOX (line), hih_words_new (words, done ? "small strong" : "small"));
  gtk_widget_add_css_class (line, done ? "green" : "soft");
  return line;
}

/**
 * hih_topic_card_new:
 * @n_lessons: (array fixed-size=8): how many of the lessons stand where
 *
 * Returns: (transfer floating): a topic, with its progress in words
 */
GtkWidget *
hih_topic_card_new (const char *id, const char *icon, const char *title, const guint *n_lessons)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *square = hih_disc_new (hih_icon_new (icon != NULL ? icon : "book", 42), "topic-square");
  GtkWidget *box = hih_card_row_new (square, texts, NULL, 20);
  g_autofree char *words = hih_standing_dup_topic_words (n_lessons);
  g_autofree char *all = NULL;
  guint n_alone = n_lessons[HIH_STANDING_ABLE];
  guint n_all = 0;

  for (guint i = 0; i < HIH_N_STANDINGS; i++)
    n_all += n_lessons[i];
  gtk_widget_add_css_class (square, tint_of_topic (id));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), hih_words_new (title, "name"));
  gtk_box_append (GTK_BOX (texts), new_state_line (words, n_alone == n_all));
  gtk_box_append (GTK_BOX (texts), new_pips (n_all, n_alone));
  all = g_strdup_printf ("%s, %s", title, words);
  return new_button (box, "tile row", "topic", all);
}

/**
 * hih_lesson_card_new:
 *
 * Returns: (transfer floating): a lesson, with how far one is in words
 */
GtkWidget *
hih_lesson_card_new (HihLesson *lesson, HihStanding standing, const char *language)
{
  const char *title = hih_text_get (hih_lesson_get_title (lesson), language);
  const char *picture = hih_lesson_get_picture (lesson);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *drawing = hih_picture_new (picture != NULL ? picture : "tile-empty", 84);
  GtkWidget *box = hih_card_row_new (drawing, texts, NULL, 20);
  g_autofree char *words = NULL;
  g_autofree char *all = NULL;

  if (standing == HIH_STANDING_NOT_BEGUN)
    words = g_strdup_printf (_("Not begun, about %u minutes"), hih_lesson_get_minutes (lesson));
  else
    words = g_strdup (hih_standing_get_words (standing));
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), hih_words_new (title, "name"));
  gtk_box_append (GTK_BOX (texts), new_state_line (words, standing == HIH_STANDING_ABLE));
  gtk_widget_set_valign (drawing, GTK_ALIGN_CENTER);
  all = g_strdup_printf ("%s, %s", title, words);
  return new_button (box, "tile row", "lesson", all);
}
