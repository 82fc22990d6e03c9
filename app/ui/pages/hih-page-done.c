/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Done: plain numbers instead of stars. The comparison is filled in when the records have answered. */
#include "config.h"

#include "hih-page-done.h"

#include "hih-card-print.h"
#include "hih-control.h"
#include "hih-icon.h"
#include "hih-local-way.h"
#include "hih-progress.h"
#include "hih-split.h"
#include "hih-stage-words.h"
#include "hih-then-now.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define QUESTION_CHARS 20 /* about half of it */
#define CRAMPED_HEIGHT 600 /* px for words of the usual size */
#define CRAMPED_WIDTH 500  /* px, for words of any size */
#define PICTURE_WIDTH 1000 /* the same */
#define STACK_BELOW 820    /* px of width for words of the usual size */

struct _HihPageDone
{
  HihPage parent_instance;

  HihLesson *lesson;
  HihId run;
  gboolean able;
  HihSupport support;
  GtkWidget *box;
  GtkWidget *people;
  GtkWidget *disc;
  GtkWidget *then_now;
  GtkWidget *offline;
  GtkWidget *middle;
  GtkWidget *asked; /* (nullable): the question about the own phone with its answers */
  GtkWidget *ticks[3];
};

G_DEFINE_FINAL_TYPE (HihPageDone, hih_page_done, HIH_TYPE_PAGE)

static const HihRealPhone tick_values[] = { HIH_REAL_PHONE_ALONE, HIH_REAL_PHONE_WITH_HELP, HIH_REAL_PHONE_NOT_YET };
static const char *tick_icons[] = { "check", "people", "clock" };

static const char *
words_of (HihPageDone *self, HihText *text)
{
  return text != NULL ? hih_text_get (text, hih_context_get_language (hih_page_get_context (HIH_PAGE (self)))) : NULL;
}

static void
home_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_LESSONS, NULL);
}

static void
print_cb (GtkWidget *button, gpointer user_data)
{
  HihPageDone *self = user_data;

  hih_card_print (HIH_PAGE (self), self->lesson, hih_session_get_trainee (hih_page_get_session (HIH_PAGE (self))));
}

static void
next_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_LESSON, g_object_get_data (G_OBJECT (button), "id"));
}

static void
ticked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageDone) self = user_data;
  g_autoptr (GError) error = NULL;

  hih_records_tick_real_phone_finish (HIH_RECORDS (source), result, &error);
  hih_page_check (HIH_PAGE (self), error);
}

static void
tick_cb (GtkWidget *button, gpointer user_data)
{
  HihPageDone *self = user_data;
  HihRecords *records = hih_context_get_records (hih_page_get_context (HIH_PAGE (self)));
  const HihId *trainee = hih_session_get_id (hih_page_get_session (HIH_PAGE (self)));

  for (guint i = 0; i < G_N_ELEMENTS (self->ticks); i++)
    {
      gboolean chosen = self->ticks[i] == button;

      hih_control_set_look (HIH_CONTROL (self->ticks[i]), chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (self->ticks[i]), chosen ? "check" : tick_icons[i]);
      if (chosen && records != NULL && trainee != NULL)
        hih_records_tick_real_phone_async (records, trainee, NULL, hih_lesson_get_id (self->lesson), tick_values[i],
                                           NULL, ticked_cb, g_object_ref (self));
    }
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageDone) self = user_data;
  g_autoptr (GError) error = NULL;
  HihThenAndNow numbers;

  if (!hih_records_compare_run_finish (HIH_RECORDS (source), result, &numbers, &error))
    gtk_widget_set_visible (self->then_now, FALSE);
  else if (hih_page_check (HIH_PAGE (self), error))
    hih_then_now_set (self->then_now, &numbers,
                      hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (HIH_PAGE (self)))));
}

static void
hih_page_done_shown (HihPage *page)
{
  HihPageDone *self = HIH_PAGE_DONE (page);
  HihRecords *records = hih_context_get_records (hih_page_get_context (page));
  const HihId *trainee = hih_session_get_id (hih_page_get_session (page));

  if (records != NULL && trainee != NULL && !hih_id_is_nil (&self->run))
    hih_records_compare_run_async (records, trainee, &self->run, hih_page_get_cancellable (page), compared_cb,
                                   g_object_ref (self));
  hih_page_speak (page);
}

static void
hih_page_done_resized (HihPage *page, int width, int height)
{
  HihPageDone *self = HIH_PAGE_DONE (page);
  gboolean cramped = width < CRAMPED_WIDTH || height * 100 < CRAMPED_HEIGHT * hih_page_get_text_percent (page);

  gtk_widget_set_visible (self->people, !cramped && width * 100 >= PICTURE_WIDTH * hih_page_get_text_percent (page));
  /* Large words have the width of both cards. */
  hih_split_set_stack_below (HIH_SPLIT (self->middle), STACK_BELOW * hih_page_get_text_percent (page) / 100);
  /* Where only one of the two is in sight, it is the way that needs no phone: numbers can be scrolled to. */
  hih_split_set_turned (HIH_SPLIT (self->middle), cramped);
  gtk_widget_set_visible (self->disc, width >= CRAMPED_WIDTH);
  gtk_box_set_spacing (GTK_BOX (self->box), cramped ? 8 : 16);
  /* Sentences need the room more than numbers do. */
  hih_split_set_share (HIH_SPLIT (self->middle), cramped ? 530 : 591);
  /* What asks for an answer is seen whole; what is to be read can be scrolled to. */
  if (self->asked != NULL && cramped)
    gtk_box_reorder_child_after (GTK_BOX (self->box), self->asked, gtk_widget_get_first_child (self->box));
  else if (self->asked != NULL)
    gtk_box_reorder_child_after (GTK_BOX (self->box), self->asked, self->middle);
  gtk_box_set_spacing (GTK_BOX (self->offline), cramped ? 4 : 12);
}

static const char *
get_claim (HihPageDone *self)
{
  HihText *able = hih_lesson_get_able (self->lesson);

  if (self->able && able != NULL)
    return words_of (self, able);
  if (self->able)
    return _("You can do it!");
  return self->support == HIH_SUPPORT_DONE ? _("You have been through it all!") : _("You have done it!");
}

static char *
hih_page_done_dup_speech (HihPage *page)
{
  HihPageDone *self = HIH_PAGE_DONE (page);

  return g_strdup_printf ("%s %s", get_claim (self), hih_stage_get_result (self->support));
}

static gboolean
hih_page_done_go_back (HihPage *page)
{
  hih_page_go_to (page, HIH_PLACE_LESSONS, NULL);
  return TRUE;
}

static void
hih_page_done_finalize (GObject *object)
{
  g_clear_pointer (&HIH_PAGE_DONE (object)->lesson, hih_lesson_unref);
  G_OBJECT_CLASS (hih_page_done_parent_class)->finalize (object);
}

static void
hih_page_done_class_init (HihPageDoneClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_done_finalize;
  page_class->shown = hih_page_done_shown;
  page_class->resized = hih_page_done_resized;
  page_class->dup_speech = hih_page_done_dup_speech;
  page_class->go_back = hih_page_done_go_back;
}

static void
hih_page_done_init (HihPageDone *self)
{
}

static GtkWidget *
new_head (HihPageDone *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *disc = hih_disc_new (hih_icon_new ("check", 64), "done-disc");
  GtkWidget *people = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  const char *picture = hih_lesson_get_picture (self->lesson);

  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), hih_words_new_heading (get_claim (self), "title"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (hih_stage_get_result (self->support), "soft"));
  self->people = people;
  self->disc = disc;
  gtk_widget_add_css_class (people, "done-picture");
  gtk_widget_set_valign (people, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (people), hih_picture_new ("face-gui", 110));
  if (picture != NULL && strcmp (picture, "face-gui") != 0)
    gtk_box_append (GTK_BOX (people), hih_picture_new (picture, 110));
  gtk_box_append (GTK_BOX (row), disc);
  gtk_box_append (GTK_BOX (row), texts);
  return hih_split_new (row, people, 16, 0);
}

static GtkWidget *
new_offline (HihPageDone *self)
{
  GPtrArray *ways = hih_lesson_get_offline (self->lesson);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  gtk_widget_set_name (box, "offline");
  gtk_widget_add_css_class (box, "card-box");
  gtk_widget_add_css_class (box, "padded");
  gtk_widget_add_css_class (head, "blue");
  gtk_box_append (GTK_BOX (head), hih_icon_new ("heart", 32));
  gtk_box_append (GTK_BOX (head), hih_words_new_heading (_("It also works without a phone"), "name"));
  gtk_box_append (GTK_BOX (box), head);
  /* The way that is nearest comes first. */
  hih_local_way_append (box, hih_context_get_home_card (hih_page_get_context (HIH_PAGE (self))), self->lesson, 32);
  for (guint i = 0; i < ways->len; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
      GtkWidget *icon = hih_icon_new ("dot", 32); /* what a line is about only its author knows */
      GtkWidget *words = hih_words_new (words_of (self, g_ptr_array_index (ways, i)), NULL);

      gtk_widget_set_valign (icon, GTK_ALIGN_START);
      gtk_widget_add_css_class (icon, "blue");
      gtk_widget_set_hexpand (words, TRUE);
      gtk_box_append (GTK_BOX (row), icon);
      gtk_box_append (GTK_BOX (row), words);
      gtk_box_append (GTK_BOX (box), row);
    }
  return box;
}

static GtkWidget *
new_ticks (HihPageDone *self)
{
  const char *words[] = { _("Yes, alone"), _("With help"), _("Not yet") };
  GtkWidget *question = hih_words_new (_("Have you tried it on your own phone?"), "strong");
  GtkWidget *line = hih_tiles_new_columns (150, G_N_ELEMENTS (self->ticks), 12);

  hih_tiles_set_by_need (HIH_TILES (line), TRUE);
  gtk_widget_set_valign (question, GTK_ALIGN_CENTER);
  /* Rather two lines beside the answers than the answers under it, where the window may end. */
  gtk_label_set_max_width_chars (GTK_LABEL (question), QUESTION_CHARS);
  for (guint i = 0; i < G_N_ELEMENTS (self->ticks); i++)
    {
      self->ticks[i] = hih_control_new (tick_icons[i], words[i], "answer");
      gtk_widget_set_name (self->ticks[i], "real-phone");
      g_signal_connect_object (self->ticks[i], "clicked", G_CALLBACK (tick_cb), self, 0);
      hih_tiles_append (HIH_TILES (line), self->ticks[i]);
    }
  return hih_split_new (question, line, 16, 0);
}

static GtkWidget *
new_actions (HihPageDone *self)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (hih_page_get_context (HIH_PAGE (self)));
  HihLesson *following = hih_catalogue_get_next (catalogue, hih_lesson_get_id (self->lesson));
  GtkWidget *home = hih_control_new ("home", _("My lessons"), "bar");
  GtkWidget *print = hih_control_new ("printer", _("Print my card"), "bar");
  GtkWidget *tiles = hih_tiles_new_columns (250, following != NULL ? 3 : 2, 16);

  hih_tiles_set_by_need (HIH_TILES (tiles), TRUE);
  gtk_widget_set_name (home, "home");
  gtk_widget_set_name (print, "print");
  g_signal_connect_object (home, "clicked", G_CALLBACK (home_cb), self, 0);
  g_signal_connect_object (print, "clicked", G_CALLBACK (print_cb), self, 0);
  hih_tiles_append (HIH_TILES (tiles), home);
  hih_tiles_append (HIH_TILES (tiles), print);
  if (following != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("Next lesson: %s"), words_of (self, hih_lesson_get_title (following)));
      GtkWidget *next = hih_control_new ("next", words, "bar primary");

      hih_control_set_icon_after (HIH_CONTROL (next), TRUE);
      gtk_widget_set_name (next, "next-lesson");
      g_object_set_data_full (G_OBJECT (next), "id", g_strdup (hih_lesson_get_id (following)), g_free);
      g_signal_connect_object (next, "clicked", G_CALLBACK (next_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), next);
    }
  else
    gtk_widget_add_css_class (home, "primary");
  return tiles;
}

/**
 * hih_page_done_new:
 * @able: whether it was done alone, by the one rule of the lesson room
 * @support: the most help that a step of the run took
 *
 * Returns: (transfer floating) (nullable): the page
 */
HihPage *
hih_page_done_new (HihContext *context, HihSession *session, const char *lesson, const HihId *run, gboolean able,
                   HihSupport support)
{
  HihLesson *found = hih_catalogue_find (hih_context_get_catalogue (context), lesson);
  HihPageDone *self;
  GtkWidget *box, *middle;

  if (found == NULL)
    return NULL;
  self = g_object_new (HIH_TYPE_PAGE_DONE, "context", context, "session", session, NULL);
  self->lesson = hih_lesson_ref (found);
  self->run = *run;
  self->able = able;
  self->support = support;
  hih_page_set_title (HIH_PAGE (self), _("Done"));
  box = self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  self->then_now = hih_then_now_new ();
  gtk_widget_set_visible (self->then_now, hih_session_get_id (session) != NULL && !hih_id_is_nil (run));
  self->offline = new_offline (self);
  middle = self->middle = hih_split_new (self->then_now, self->offline, 16, 591);
  hih_split_set_stack_below (HIH_SPLIT (middle), STACK_BELOW);
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), middle);
  /* Nothing is kept of a guest: neither numbers nor ticks. */
  if (hih_session_get_id (session) != NULL)
    {
      self->asked = new_ticks (self);
      gtk_box_append (GTK_BOX (box), self->asked);
    }
  hih_page_set_body (HIH_PAGE (self), box);
  hih_page_set_foot (HIH_PAGE (self), new_actions (self));
  return HIH_PAGE (self);
}
