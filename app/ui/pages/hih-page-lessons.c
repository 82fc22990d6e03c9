/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * "My lessons". It asks four things at once (what was left unfinished, done, watched, and what is due) and fills itself
 * when the last answer is there, so that nothing jumps.
 */
#include "config.h"

#include "hih-page-lessons.h"

#include "hih-control.h"
#include "hih-lesson-cards.h"
#include "hih-lesson-start.h"
#include "hih-progress.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihPageLessons
{
  HihPage parent_instance;

  char *topic; /* (nullable) */
  GtkWidget *box;
  GtkWidget *go_on; /* (nullable) */
  GtkWidget *face;  /* (nullable) */
  gboolean narrow;
  guint n_waiting;
  HihUnfinishedRun *unfinished; /* (nullable) */
  GPtrArray *progress;          /* (nullable) (element-type HihLessonProgress) */
  GPtrArray *films;             /* (nullable) (element-type HihFilmSteps) */
  GPtrArray *rechecks;          /* (nullable) (element-type HihRecheck) */
  char *go_on_words;            /* (nullable): for the voice */
};

G_DEFINE_FINAL_TYPE (HihPageLessons, hih_page_lessons, HIH_TYPE_PAGE)

static void
who_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_WHO, NULL);
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_LESSONS, NULL);
}

static void
topic_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_TOPIC, g_object_get_data (G_OBJECT (button), "id"));
}

static void
lesson_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_LESSON, g_object_get_data (G_OBJECT (button), "id"));
}

static void
recheck_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_RECHECK, g_object_get_data (G_OBJECT (button), "id"));
}

static GtkWidget *
connect_id (HihPageLessons *self, GtkWidget *button, const char *id, GCallback callback)
{
  g_object_set_data_full (G_OBJECT (button), "id", g_strdup (id), g_free);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  return button;
}

static const HihLessonProgress *
find_progress (HihPageLessons *self, const char *lesson)
{
  for (guint i = 0; self->progress != NULL && i < self->progress->len; i++)
    {
      const HihLessonProgress *progress = g_ptr_array_index (self->progress, i);

      if (strcmp (progress->lesson, lesson) == 0)
        return progress;
    }
  return NULL;
}

static HihStanding
get_standing (HihPageLessons *self, HihLesson *lesson)
{
  gboolean due = FALSE;

  for (guint i = 0; self->rechecks != NULL && i < self->rechecks->len; i++)
    {
      const HihRecheck *recheck = g_ptr_array_index (self->rechecks, i);

      due = due || strcmp (recheck->lesson, hih_lesson_get_id (lesson)) == 0;
    }
  return hih_lesson_progress_get_standing (find_progress (self, hih_lesson_get_id (lesson)), due);
}

static char *
dup_greeting (HihPageLessons *self)
{
  HihTrainee *trainee = hih_session_get_trainee (hih_page_get_session (HIH_PAGE (self)));
  HihClock *clock = hih_context_get_clock (hih_page_get_context (HIH_PAGE (self)));
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (hih_clock_get_wall_ms (clock) / 1000);
  int hour = now != NULL ? g_date_time_get_hour (now) : 9;
  const char *wish = hour < 12 ? _("good morning") : hour < 18 ? _("good afternoon") : _("good evening");

  /* translators: a name, then "good morning" */
  return g_strdup_printf (_("%s, %s"), trainee != NULL ? trainee->name : _("Welcome"), wish);
}

/* The lesson worked on last, as long as it is not done alone: between two stages nothing is left unfinished. */
static HihLesson *
find_begun (HihPageLessons *self)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (hih_page_get_context (HIH_PAGE (self)));
  HihLesson *begun = NULL;
  gint64 last_ms = -1;

  for (guint i = 0; self->progress != NULL && i < self->progress->len; i++)
    {
      const HihLessonProgress *progress = g_ptr_array_index (self->progress, i);
      HihLesson *lesson = hih_catalogue_find (catalogue, progress->lesson);

      if (lesson == NULL || progress->completion == HIH_COMPLETION_ABLE_ALONE || progress->last_at_ms <= last_ms)
        continue;
      last_ms = progress->last_at_ms;
      begun = lesson;
    }
  return begun;
}

/* What to go on with: what was left unfinished, else what was begun, else the first lesson not done alone yet. */
static HihLesson *
find_next (HihPageLessons *self)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (hih_page_get_context (HIH_PAGE (self)));
  HihLesson *lesson = self->unfinished != NULL ? hih_catalogue_find (catalogue, self->unfinished->lesson) : NULL;

  if (lesson == NULL)
    lesson = find_begun (self);
  if (lesson != NULL)
    return lesson;
  for (lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)))
    {
      const HihLessonProgress *progress = find_progress (self, hih_lesson_get_id (lesson));

      if (progress == NULL || progress->completion != HIH_COMPLETION_ABLE_ALONE)
        return lesson;
    }
  return hih_catalogue_get_first (catalogue);
}

/* The step it goes on with, in the stage it goes on with; 0: that stage's beginning. */
static guint
find_step (HihPageLessons *self, HihLesson *lesson)
{
  const char *id = hih_lesson_get_id (lesson);
  HihUnfinishedRun *unfinished =
      self->unfinished != NULL && strcmp (self->unfinished->lesson, id) == 0 ? self->unfinished : NULL;
  g_autoptr (HihLessonStart) start =
      hih_lesson_start_new (lesson, HIH_ENTRY_GO_ON, find_progress (self, id), unfinished,
                            hih_film_steps_find (self->films, id, hih_lesson_get_content_hash (lesson)));

  if (start->resume != NULL)
    return MIN (start->resume->next_step_index, hih_lesson_get_n_steps (lesson) - 1);
  return start->stage == HIH_STAGE_WATCH && start->n_seen < hih_lesson_get_n_steps (lesson) ? start->n_seen : 0;
}

static GtkWidget *
new_go_on (HihPageLessons *self)
{
  HihContext *context = hih_page_get_context (HIH_PAGE (self));
  HihLesson *lesson = find_next (self);
  const char *title;
  g_autofree char *detail = NULL;
  guint step;

  if (lesson == NULL)
    return NULL;
  title = hih_text_get (hih_lesson_get_title (lesson), hih_context_get_language (context));
  step = find_step (self, lesson);
  if (find_begun (self) == lesson && step == 0)
    detail = g_strdup_printf (_("About %u minutes"), hih_lesson_get_minutes (lesson));
  else if (step > 0)
    detail = g_strdup_printf (_("From step %u, about %u minutes"), step + 1,
                              MAX (1, hih_lesson_get_minutes (lesson) * (hih_lesson_get_n_steps (lesson) - step) /
                                          hih_lesson_get_n_steps (lesson)));
  else
    detail = g_strdup_printf (_("From the beginning, about %u minutes"), hih_lesson_get_minutes (lesson));
  g_free (self->go_on_words);
  self->go_on_words = g_strdup_printf (find_progress (self, hih_lesson_get_id (lesson)) != NULL || self->unfinished != NULL ? _("Go on: %s") : _("Begin: %s"), title);
  return connect_id (self, hih_go_on_card_new (hih_lesson_get_picture (lesson), self->go_on_words, detail),
                     hih_lesson_get_id (lesson), G_CALLBACK (lesson_cb));
}

static GtkWidget *
new_due (HihPageLessons *self)
{
  HihContext *context = hih_page_get_context (HIH_PAGE (self));

  for (guint i = 0; self->rechecks != NULL && i < self->rechecks->len; i++)
    {
      const HihRecheck *recheck = g_ptr_array_index (self->rechecks, i);
      HihLesson *lesson = hih_catalogue_find (hih_context_get_catalogue (context), recheck->lesson);
      g_autofree char *detail = NULL;

      if (lesson == NULL)
        continue;
      /* translators: a lesson's title, and the days since it was done alone */
      detail = g_strdup_printf (_("%s: you could do it alone %u days ago. Do you still know?"),
                                hih_text_get (hih_lesson_get_title (lesson), hih_context_get_language (context)),
                                recheck->days);
      return connect_id (self, hih_due_card_new (_("Check again today"), detail), recheck->lesson,
                         G_CALLBACK (recheck_cb));
    }
  return NULL;
}

static void
fill_topics (HihPageLessons *self)
{
  HihContext *context = hih_page_get_context (HIH_PAGE (self));
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context));
  GtkWidget *tiles = hih_tiles_new_columns (300, 3, 16);
  GtkWidget *go_on = new_go_on (self);
  GtkWidget *due = new_due (self);
  GtkWidget *first = go_on;

  self->go_on = go_on;
  if (go_on != NULL)
    hih_go_on_card_set_narrow (go_on, self->narrow);
  if (go_on != NULL && due != NULL)
    {
      GtkWidget *split = hih_split_new (go_on, due, 16, 659);

      hih_split_set_stack_below (HIH_SPLIT (split), 900);
      first = split;
    }
  else if (due != NULL)
    first = due;
  if (first != NULL)
    gtk_box_append (GTK_BOX (self->box), first);
  gtk_box_append (GTK_BOX (self->box), hih_words_new_heading (_("Would you like something else?"), "section"));
  for (guint i = 0; i < topics->len; i++)
    {
      const HihTopic *topic = g_ptr_array_index (topics, i);
      guint n_lessons[HIH_N_STANDINGS] = { 0 };

      if (topic->lessons->len == 0)
        continue;
      for (guint l = 0; l < topic->lessons->len; l++)
        n_lessons[get_standing (self, g_ptr_array_index (topic->lessons, l))]++;
      hih_tiles_append (HIH_TILES (tiles),
                        connect_id (self,
                                    hih_topic_card_new (topic->id, topic->icon,
                                                        hih_text_get (topic->title, hih_context_get_language (context)),
                                                        n_lessons),
                                    topic->id, G_CALLBACK (topic_cb)));
    }
  gtk_box_append (GTK_BOX (self->box), tiles);
  if (go_on != NULL)
    gtk_widget_grab_focus (go_on);
}

static void
fill_topic (HihPageLessons *self)
{
  HihContext *context = hih_page_get_context (HIH_PAGE (self));
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context));
  GtkWidget *tiles = hih_tiles_new_columns (460, 2, 16);

  for (guint i = 0; i < topics->len; i++)
    {
      const HihTopic *topic = g_ptr_array_index (topics, i);

      for (guint l = 0; strcmp (topic->id, self->topic) == 0 && l < topic->lessons->len; l++)
        {
          HihLesson *lesson = g_ptr_array_index (topic->lessons, l);
          GtkWidget *card = hih_lesson_card_new (lesson, get_standing (self, lesson), hih_context_get_language (context));

          hih_tiles_append (HIH_TILES (tiles),
                            connect_id (self, card, hih_lesson_get_id (lesson), G_CALLBACK (lesson_cb)));
        }
    }
  gtk_box_append (GTK_BOX (self->box), tiles);
  gtk_widget_child_focus (tiles, GTK_DIR_TAB_FORWARD);
}

static void
fill_when_known (HihPageLessons *self)
{
  if (--self->n_waiting > 0)
    return;
  if (self->topic != NULL)
    fill_topic (self);
  else
    fill_topics (self);
  hih_page_speak (HIH_PAGE (self));
}

static void
unfinished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLessons) self = user_data;
  g_autoptr (GError) error = NULL;

  self->unfinished = hih_records_get_unfinished_finish (HIH_RECORDS (source), result, &error);
  hih_page_check (HIH_PAGE (self), error);
  fill_when_known (self);
}

static void
progress_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLessons) self = user_data;
  g_autoptr (GError) error = NULL;

  self->progress = hih_records_list_progress_finish (HIH_RECORDS (source), result, &error);
  hih_page_check (HIH_PAGE (self), error);
  fill_when_known (self);
}

static void
films_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLessons) self = user_data;
  g_autoptr (GError) error = NULL;

  self->films = hih_records_list_film_steps_finish (HIH_RECORDS (source), result, &error);
  hih_page_check (HIH_PAGE (self), error);
  fill_when_known (self);
}

static void
rechecks_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLessons) self = user_data;
  g_autoptr (GError) error = NULL;

  self->rechecks = hih_records_list_rechecks_finish (HIH_RECORDS (source), result, &error);
  hih_page_check (HIH_PAGE (self), error);
  fill_when_known (self);
}

static void
hih_page_lessons_shown (HihPage *page)
{
  HihPageLessons *self = HIH_PAGE_LESSONS (page);
  HihRecords *records = hih_context_get_records (hih_page_get_context (page));
  const HihId *trainee = hih_session_get_id (hih_page_get_session (page));
  GCancellable *cancellable = hih_page_get_cancellable (page);

  if (records == NULL || trainee == NULL)
    {
      self->n_waiting = 1;
      fill_when_known (self);
      return;
    }
  self->n_waiting = 4;
  hih_records_get_unfinished_async (records, trainee, NULL, cancellable, unfinished_cb, g_object_ref (self));
  hih_records_list_progress_async (records, trainee, cancellable, progress_cb, g_object_ref (self));
  hih_records_list_film_steps_async (records, trainee, cancellable, films_cb, g_object_ref (self));
  hih_records_list_rechecks_async (records, trainee, cancellable, rechecks_cb, g_object_ref (self));
}

static void
hih_page_lessons_resized (HihPage *page, int width, int height)
{
  HihPageLessons *self = HIH_PAGE_LESSONS (page);

  self->narrow = width < 700;
  if (self->go_on != NULL)
    hih_go_on_card_set_narrow (self->go_on, self->narrow);
  if (self->face != NULL)
    hih_picture_set_pixels (HIH_PICTURE (self->face), self->narrow ? 56 : 76);
}

static char *
hih_page_lessons_dup_speech (HihPage *page)
{
  HihPageLessons *self = HIH_PAGE_LESSONS (page);
  g_autofree char *greeting = NULL;

  if (self->topic != NULL)
    return g_strdup_printf (_("%s. Tap the lesson you would like."), hih_page_get_title (page));
  greeting = dup_greeting (self);
  if (self->go_on_words == NULL)
    return g_steal_pointer (&greeting);
  return g_strdup_printf (_("%s. %s. Tap the large green button."), greeting, self->go_on_words);
}

static gboolean
hih_page_lessons_go_back (HihPage *page)
{
  hih_page_go_to (page, HIH_PAGE_LESSONS (page)->topic != NULL ? HIH_PLACE_LESSONS : HIH_PLACE_WHO, NULL);
  return TRUE;
}

static void
hih_page_lessons_finalize (GObject *object)
{
  HihPageLessons *self = HIH_PAGE_LESSONS (object);

  g_clear_pointer (&self->unfinished, hih_unfinished_run_unref);
  g_clear_pointer (&self->progress, g_ptr_array_unref);
  g_clear_pointer (&self->films, g_ptr_array_unref);
  g_clear_pointer (&self->rechecks, g_ptr_array_unref);
  g_free (self->topic);
  g_free (self->go_on_words);
  G_OBJECT_CLASS (hih_page_lessons_parent_class)->finalize (object);
}

static void
hih_page_lessons_class_init (HihPageLessonsClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_lessons_finalize;
  page_class->shown = hih_page_lessons_shown;
  page_class->resized = hih_page_lessons_resized;
  page_class->dup_speech = hih_page_lessons_dup_speech;
  page_class->go_back = hih_page_lessons_go_back;
}

static void
hih_page_lessons_init (HihPageLessons *self)
{
}

static const char *
get_topic_title (HihPageLessons *self)
{
  HihContext *context = hih_page_get_context (HIH_PAGE (self));
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context));

  for (guint i = 0; i < topics->len; i++)
    {
      const HihTopic *topic = g_ptr_array_index (topics, i);

      if (strcmp (topic->id, self->topic) == 0)
        return hih_text_get (topic->title, hih_context_get_language (context));
    }
  return _("My lessons");
}

/**
 * hih_page_lessons_new:
 * @topic: (nullable): a topic's id
 *
 * Returns: (transfer floating): the page; it asks the records when it is shown
 */
HihPage *
hih_page_lessons_new (HihContext *context, HihSession *session, const char *topic)
{
  HihPageLessons *self = g_object_new (HIH_TYPE_PAGE_LESSONS, "context", context, "session", session, NULL);
  HihPage *page = HIH_PAGE (self);
  HihTrainee *trainee = hih_session_get_trainee (session);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 20);
  GtkWidget *buttons = hih_tiles_new_line (12, TRUE);
  GtkWidget *leave;
  g_autofree char *drawing = hih_person_drawing (trainee != NULL ? trainee->picture : NULL);
  g_autofree char *title = NULL;

  self->topic = g_strdup (topic);
  title = topic != NULL ? g_strdup (get_topic_title (self)) : dup_greeting (self);
  hih_page_set_title (page, topic != NULL ? title : _("My lessons"));
  if (topic == NULL)
    {
      self->face = hih_picture_new (drawing, 76);
      gtk_box_append (GTK_BOX (head), self->face);
    }
  gtk_box_append (GTK_BOX (head), hih_words_new_heading (title, "title"));
  leave = topic != NULL ? hih_control_new ("back", _("Back"), "of-head")
                        : hih_control_new ("people", _("Somebody else"), "of-head");
  gtk_widget_set_name (leave, "leave");
  g_signal_connect_object (leave, "clicked", topic != NULL ? G_CALLBACK (back_cb) : G_CALLBACK (who_cb), self, 0);
  hih_tiles_append (HIH_TILES (buttons), hih_page_new_again_button (page));
  hih_tiles_append (HIH_TILES (buttons), hih_page_new_size_button (page));
  hih_tiles_append (HIH_TILES (buttons), leave);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  gtk_box_append (GTK_BOX (self->box), hih_split_new (head, buttons, 16, 0));
  hih_page_set_body (page, self->box);
  return page;
}
