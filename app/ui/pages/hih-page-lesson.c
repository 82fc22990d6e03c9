/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One lesson. The page owns the places and the bottom bar; HihWatch and HihPractice own what happens in a stage. At
 * the end of a stage the card offers the next one; nothing goes on by itself.
 */
#include "config.h"

#include "hih-page-lesson.h"

#include "hih-caption-sheet.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-lesson-frame.h"
#include "hih-size-sheet.h"
#include "hih-stage-bar.h"
#include "hih-overview.h"
#include "hih-watch.h"
#include "hih-words.h"

#include <glib/gi18n.h>

typedef enum
{
  SHOWS_WATCH,
  SHOWS_STEP,
  SHOWS_GOAL,
  SHOWS_STAGE_END, /* the goal card, offering what comes next */
} Shows;

struct _HihPageLesson
{
  HihPage parent_instance;

  HihLesson *lesson;
  HihEntry entry;
  HihSession *guest; /* (nullable): for TRY */
  HihUnfinishedRun *unfinished;
  HihStage stage;
  guint round;
  guint done; /* stages, 1 << HihStage */
  Shows shows;
  gboolean able;
  gboolean film_told;

  GtkWidget *frame;
  GtkWidget *stages;
  GtkWidget *card; /* the scroller of whichever card stands there */
  GtkWidget *cards[3];
  GtkWidget *title;
  GtkWidget *view;
  GtkWidget *film;
  GtkWidget *player_bar;
  GtkWidget *pause;
  GtkWidget *slower;
  GtkWidget *captions;
  GtkWidget *bottom;
  GtkWidget *back;
  GtkWidget *repeat;
  GtkWidget *help;
  GtkWidget *next;
  HihWatch *watch;       /* (nullable) */
  HihPractice *practice; /* (nullable) */
  guint inhibit;
};

enum
{
  CARD_STEPS,
  CARD_STEP,
  CARD_GOAL,
};

G_DEFINE_FINAL_TYPE (HihPageLesson, hih_page_lesson, HIH_TYPE_PAGE)

static HihContext *
context_of (HihPageLesson *self)
{
  return hih_page_get_context (HIH_PAGE (self));
}

static HihSession *
session_of (HihPageLesson *self)
{
  return self->guest != NULL ? self->guest : hih_page_get_session (HIH_PAGE (self));
}

static const char *
words_of (HihPageLesson *self, HihText *text)
{
  return text != NULL ? hih_text_get (text, hih_context_get_language (context_of (self))) : NULL;
}

static void
read_words (HihPageLesson *self, const char *words)
{
  hih_reader_read (hih_context_get_reader (context_of (self)), words);
}

/* No sleep of the screen while a film plays. */
static void
update_inhibit (HihPageLesson *self)
{
  gboolean wanted = self->watch != NULL && self->shows == SHOWS_WATCH && hih_watch_is_playing (self->watch);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  GtkApplication *application = window != NULL ? gtk_window_get_application (GTK_WINDOW (window)) : NULL;

  if (application == NULL)
    return;
  if (wanted && self->inhibit == 0)
    self->inhibit = gtk_application_inhibit (application, GTK_WINDOW (window), GTK_APPLICATION_INHIBIT_IDLE,
                                             _("A lesson's film is playing"));
  else if (!wanted && self->inhibit != 0)
    {
      gtk_application_uninhibit (application, self->inhibit);
      self->inhibit = 0;
    }
}

static void
set_next (HihPageLesson *self, const char *look, const char *words, const char *why_not)
{
  hih_control_set_look (HIH_CONTROL (self->next), look);
  hih_control_set_words (HIH_CONTROL (self->next), words);
  hih_control_set_icon (HIH_CONTROL (self->next), why_not == NULL ? "next" : NULL);
  hih_control_set_why_not (HIH_CONTROL (self->next), why_not);
}

static void
update_player_bar (HihPageLesson *self)
{
  gboolean playing = hih_watch_is_playing (self->watch);
  int percent = (int) (hih_watch_get_rate (self->watch) * 100 + 0.5);
  gboolean on = hih_settings_get_boolean (hih_context_get_settings (context_of (self)), HIH_SETTING_CAPTIONS_ON);
  const char *rates[] = { _("Slower"), _("A little slow"), _("Very slow"), _("Quicker") };

  hih_control_set_icon (HIH_CONTROL (self->pause), playing ? "pause" : "play");
  hih_control_set_words (HIH_CONTROL (self->pause), playing ? C_ ("film", "Stop") : C_ ("film", "Play"));
  hih_control_set_words (HIH_CONTROL (self->slower), percent == 75 ? rates[1] : percent == 50 ? rates[2]
                                                     : percent == 125 ? rates[3] : rates[0]);
  hih_control_set_look (HIH_CONTROL (self->slower), percent != 100 ? "on" : NULL);
  hih_control_set_words (HIH_CONTROL (self->captions), on ? _("Captions: on") : _("Captions: off"));
  hih_control_set_look (HIH_CONTROL (self->captions), on ? "on" : NULL);
}

/* Which of the places are filled, and what the last button is for. */
static void
update (HihPageLesson *self)
{
  gboolean film = self->shows == SHOWS_WATCH && (hih_watch_has_film (self->watch) || !hih_watch_is_begun (self->watch));
  guint card = self->shows == SHOWS_WATCH ? CARD_STEPS : self->shows == SHOWS_STEP ? CARD_STEP : CARD_GOAL;

  for (guint i = 0; i < G_N_ELEMENTS (self->cards); i++)
    gtk_widget_set_visible (self->cards[i], i == card);
  hih_lesson_frame_set_film (HIH_LESSON_FRAME (self->frame), film);
  gtk_widget_set_visible (self->player_bar, film && hih_watch_is_begun (self->watch));
  hih_stage_bar_set (HIH_STAGE_BAR (self->stages), self->stage, self->done);
  switch (self->shows)
    {
    case SHOWS_WATCH:
      update_player_bar (self);
      set_next (self, !hih_watch_is_begun (self->watch) || hih_watch_is_at_step_end (self->watch) ? "primary" : "outlined",
                _("Next"), NULL);
      break;
    case SHOWS_STEP:
      set_next (self, self->practice != NULL && hih_practice_wants_next (self->practice) ? "primary" : "outlined",
                _("Next"), NULL);
      break;
    case SHOWS_GOAL:
      if (self->practice != NULL && hih_practice_wants_next (self->practice))
        set_next (self, "primary", _("Next"), NULL);
      else
        set_next (self, "outlined", _("Next"), _("Not done yet"));
      break;
    case SHOWS_STAGE_END:
    default:
      set_next (self, "primary", _("Next"), NULL);
    }
  update_inhibit (self);
}

static HihGoalCard *
goal_card (HihPageLesson *self)
{
  return HIH_GOAL_CARD (self->cards[CARD_GOAL]);
}

static void
stop_stage (HihPageLesson *self)
{
  if (self->practice != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->practice, self);
      hih_practice_stop (self->practice);
      g_clear_object (&self->practice);
    }
  if (self->watch != NULL)
    hih_watch_stop (self->watch);
  hih_reader_stop (hih_context_get_reader (context_of (self)));
}

static void
leave (HihPageLesson *self)
{
  if (self->entry == HIH_ENTRY_TRY)
    hih_page_go_to (HIH_PAGE (self), HIH_PLACE_DESK, NULL);
  else
    hih_page_go_to (HIH_PAGE (self), HIH_PLACE_LESSONS, NULL);
}

static void
go_done (HihPageLesson *self)
{
  HihPlace place = { .kind = HIH_PLACE_DONE };
  g_autofree char *id = g_strdup (hih_lesson_get_id (self->lesson));

  if (self->entry == HIH_ENTRY_TRY)
    {
      leave (self);
      return;
    }
  place.id = id;
  place.able = self->able;
  if (self->practice != NULL)
    place.run = *hih_practice_get_run_id (self->practice);
  hih_page_go (HIH_PAGE (self), &place);
}

/* What is offered when a stage is over. */
static void
show_stage_end (HihPageLesson *self)
{
  const char *title, *text;
  gboolean more = self->stage == HIH_STAGE_ALONE && self->round == 0 &&
                  g_strv_length ((char **) hih_lesson_get_layouts (self->lesson)) > 2;

  self->shows = SHOWS_STAGE_END;
  self->done |= 1u << self->stage;
  switch (self->stage)
    {
    case HIH_STAGE_FOLLOW:
      title = _("You have done every step.");
      text = _("Next time there is no ring: only a word about where to look. Tap “Next”.");
      break;
    case HIH_STAGE_GUIDED:
      title = _("You found every step.");
      text = _("Now you know the way. Tap “Next” and do it on your own.");
      break;
    case HIH_STAGE_ALONE:
    case HIH_STAGE_WATCH:
    default:
      title = self->able ? _("You did it all alone!") : _("You did it!");
      text = more ? _("Shall we do it once more, on a phone that looks different, with a little surprise?")
                  : _("Tap “Next” to see what you can do now.");
    }
  hih_goal_card_set (goal_card (self), "check", _("Done"), hih_lesson_get_picture (self->lesson), title, text);
  if (more)
    hih_goal_card_set_more (goal_card (self), "repeat", _("Once more, differently"));
  read_words (self, title);
  hih_reader_then (hih_context_get_reader (context_of (self)), text);
  update (self);
}

static void
practice_changed_cb (HihPractice *practice, gpointer user_data)
{
  update (user_data);
}

static void
practice_ended_cb (HihPractice *practice, gboolean able, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->stage == HIH_STAGE_ALONE)
    self->able = self->able || able;
  if (self->stage == HIH_STAGE_ALONE && self->round > 0)
    {
      self->done |= 1u << HIH_STAGE_ALONE;
      go_done (self);
    }
  else
    show_stage_end (self);
}

static void
tell_trouble (HihPageLesson *self, const GError *error)
{
  hih_error_log (error);
  if (self->film_told)
    return;
  self->film_told = TRUE;
  hih_steps_card_set_note (HIH_STEPS_CARD (self->cards[CARD_STEPS]), hih_error_get_text (error));
}

static void
practice_trouble_cb (HihPractice *practice, GError *error, gpointer user_data)
{
  HihPageLesson *self = user_data;

  hih_error_log (error);
  hih_page_show_sheet (HIH_PAGE (self),
                       hih_text_sheet_new (HIH_PAGE (self), _("A word for the teacher"), hih_error_get_text (error)));
}

static void
begin_practice (HihPageLesson *self, const HihUnfinishedRun *resume)
{
  HihPracticeSetup setup = { 0 };

  setup.context = context_of (self);
  setup.session = session_of (self);
  setup.lesson = self->lesson;
  setup.stage = self->stage;
  setup.round = self->round;
  setup.recorded = self->entry != HIH_ENTRY_TRY;
  setup.resume = resume;
  setup.view = HIH_PHONE_VIEW (self->view);
  setup.step_card = HIH_STEP_CARD (self->cards[CARD_STEP]);
  setup.goal_card = goal_card (self);
  self->shows = self->stage == HIH_STAGE_ALONE ? SHOWS_GOAL : SHOWS_STEP;
  self->practice = hih_practice_new (&setup);
  g_signal_connect_object (self->practice, "changed", G_CALLBACK (practice_changed_cb), self, 0);
  g_signal_connect_object (self->practice, "ended", G_CALLBACK (practice_ended_cb), self, 0);
  g_signal_connect_object (self->practice, "trouble", G_CALLBACK (practice_trouble_cb), self, 0);
  update (self);
  hih_practice_start (self->practice);
}

static void
watched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!hih_records_watch_film_finish (HIH_RECORDS (source), result, &error))
    hih_error_log (error);
}

static void
keep_watched (HihPageLesson *self)
{
  HihRecords *records = hih_context_get_records (context_of (self));
  const HihId *trainee = self->entry != HIH_ENTRY_TRY ? hih_session_get_id (session_of (self)) : NULL;

  if (self->watch == NULL || !hih_watch_is_begun (self->watch) || records == NULL || trainee == NULL)
    return;
  hih_records_watch_film_async (records, trainee, hih_lesson_get_id (self->lesson),
                                hih_lesson_get_content_hash (self->lesson), hih_watch_get_watched_ms (self->watch),
                                hih_watch_saw_end (self->watch), NULL, watched_cb, NULL);
}

static void set_stage (HihPageLesson *self, HihStage stage, guint round);

static void
watch_changed_cb (HihWatch *watch, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->shows == SHOWS_WATCH)
    update (self);
}

static void
watch_ended_cb (HihWatch *watch, gpointer user_data)
{
  HihPageLesson *self = user_data;

  keep_watched (self);
  self->done |= 1u << HIH_STAGE_WATCH;
  set_stage (self, HIH_STAGE_FOLLOW, 0);
}

static void
watch_trouble_cb (HihWatch *watch, GError *error, gpointer user_data)
{
  tell_trouble (user_data, error);
}

static void
overview_play_cb (HihOverview *overview, gpointer user_data)
{
  HihPageLesson *self = user_data;

  hih_film_box_set_cover (HIH_FILM_BOX (self->film), NULL);
  hih_watch_begin (self->watch);
  gtk_widget_grab_focus (self->pause);
}

static const char *
status_text (HihPageLesson *self)
{
  const char *key = hih_lesson_get_status_key (self->lesson);
  g_autofree char *here = NULL;

  if (key == NULL)
    return NULL;
  here = hih_settings_dup_lesson_status (hih_context_get_settings (context_of (self)), key);
  return words_of (self, hih_lesson_get_status_text (self->lesson,
                                                     here != NULL ? here : hih_lesson_get_status_default (self->lesson)));
}

static void
begin_watch (HihPageLesson *self)
{
  GtkWidget *overview;
  const char *metaphor = words_of (self, hih_lesson_get_metaphor (self->lesson));
  HihReader *reader = hih_context_get_reader (context_of (self));

  g_clear_object (&self->watch);
  self->shows = SHOWS_WATCH;
  self->film_told = FALSE;
  self->watch = hih_watch_new (context_of (self), self->lesson, HIH_FILM_BOX (self->film),
                               HIH_STEPS_CARD (self->cards[CARD_STEPS]), HIH_PHONE_VIEW (self->view));
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (watch_changed_cb), self, 0);
  g_signal_connect_object (self->watch, "ended", G_CALLBACK (watch_ended_cb), self, 0);
  g_signal_connect_object (self->watch, "trouble", G_CALLBACK (watch_trouble_cb), self, 0);
  overview = hih_overview_new (self->lesson, hih_context_get_language (context_of (self)));
  g_signal_connect_object (overview, "play", G_CALLBACK (overview_play_cb), self, 0);
  hih_film_box_set_cover (HIH_FILM_BOX (self->film), overview);
  hih_steps_card_set_now (HIH_STEPS_CARD (self->cards[CARD_STEPS]), -1);
  hih_steps_card_set_note (HIH_STEPS_CARD (self->cards[CARD_STEPS]), status_text (self));
  update (self);
  gtk_widget_child_focus (overview, GTK_DIR_TAB_FORWARD);
  hih_reader_read (reader, words_of (self, hih_lesson_get_title (self->lesson)));
  hih_reader_then (reader, metaphor);
  hih_reader_then (reader, status_text (self));
}

static void
set_stage (HihPageLesson *self, HihStage stage, guint round)
{
  stop_stage (self);
  self->stage = stage;
  self->round = round;
  if (stage == HIH_STAGE_WATCH)
    begin_watch (self);
  else
    begin_practice (self, NULL);
}

static void
stage_cb (HihStageBar *bar, int stage, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if ((HihStage) stage != self->stage || self->shows == SHOWS_STAGE_END)
    set_stage (self, stage, 0);
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;

  switch (self->shows)
    {
    case SHOWS_WATCH:
      if (!hih_watch_back (self->watch))
        leave (self);
      break;
    case SHOWS_STEP:
    case SHOWS_GOAL:
      if (self->practice == NULL || !hih_practice_back (self->practice))
        leave (self);
      break;
    case SHOWS_STAGE_END:
    default:
      leave (self);
    }
}

static void
repeat_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->shows == SHOWS_STAGE_END)
    set_stage (self, self->stage, self->round);
  else if (self->shows != SHOWS_WATCH)
    hih_practice_repeat (self->practice);
  else if (!hih_watch_is_begun (self->watch))
    overview_play_cb (NULL, self);
  else
    hih_watch_repeat (self->watch);
}

static void
help_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;
  g_autofree char *help = NULL;

  if (self->shows == SHOWS_STEP || self->shows == SHOWS_GOAL)
    {
      hih_practice_help (self->practice);
      return;
    }
  if (self->watch != NULL)
    hih_watch_stop (self->watch);
  help = hih_page_dup_help (HIH_PAGE (self));
  hih_page_show_sheet (HIH_PAGE (self), hih_text_sheet_new (HIH_PAGE (self), _("Help"), help));
}

static void
next_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;

  switch (self->shows)
    {
    case SHOWS_WATCH:
      if (!hih_watch_is_begun (self->watch))
        overview_play_cb (NULL, self);
      else
        hih_watch_next (self->watch);
      break;
    case SHOWS_STEP:
    case SHOWS_GOAL:
      hih_practice_next (self->practice);
      break;
    case SHOWS_STAGE_END:
    default:
      if (self->stage == HIH_STAGE_ALONE)
        go_done (self);
      else
        set_stage (self, self->stage + 1, 0);
    }
}

static void
more_cb (HihGoalCard *card, gpointer user_data)
{
  set_stage (user_data, HIH_STAGE_ALONE, 1);
}

static void
again_cb (GtkWidget *card, gpointer user_data)
{
  hih_page_speak (user_data);
}

static void
show_me_cb (GtkWidget *card, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->practice != NULL)
    hih_practice_show_me (self->practice);
}

static void
pause_cb (GtkWidget *button, gpointer user_data)
{
  hih_watch_toggle (HIH_PAGE_LESSON (user_data)->watch);
}

static void
slower_cb (GtkWidget *button, gpointer user_data)
{
  hih_watch_change_rate (HIH_PAGE_LESSON (user_data)->watch);
}

static void
captions_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;
  HihSettings *settings = hih_context_get_settings (context_of (self));

  hih_settings_set_boolean (settings, HIH_SETTING_CAPTIONS_ON,
                            !hih_settings_get_boolean (settings, HIH_SETTING_CAPTIONS_ON));
  update_player_bar (self);
}

static void
caption_look_cb (HihFilmBox *box, gpointer user_data)
{
  HihPageLesson *self = user_data;

  hih_watch_stop (self->watch);
  hih_page_show_sheet (HIH_PAGE (self), hih_caption_sheet_new (HIH_PAGE (self)));
}

static void
shaped_cb (HihLessonFrame *frame, gpointer user_data)
{
  HihPageLesson *self = user_data;
  gboolean tight = hih_lesson_frame_is_tight (frame);
  GtkWidget *controls[] = { self->back, self->repeat, self->help, self->next };

  hih_stage_bar_set_upright (HIH_STAGE_BAR (self->stages), tight);
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    hih_control_set_upright (HIH_CONTROL (controls[i]), tight);
  gtk_box_set_spacing (GTK_BOX (self->bottom), tight ? 6 : 12);
  hih_lesson_frame_set_film (frame, gtk_widget_get_visible (self->film));
}

/* Where this person is: an unfinished run, else the first stage not done. */
static void
begin_where_left (HihPageLesson *self, const HihLessonProgress *progress)
{
  HihStage stage = HIH_STAGE_WATCH;

  if (progress != NULL)
    self->done = progress->stages_done;
  if (self->entry == HIH_ENTRY_RECHECK)
    stage = HIH_STAGE_ALONE;
  else if (progress != NULL && progress->slipped)
    stage = HIH_STAGE_GUIDED;
  else
    {
      while (stage < HIH_STAGE_ALONE && (self->done & (1u << stage)) != 0)
        stage++;
    }
  if (self->unfinished != NULL && self->entry == HIH_ENTRY_GO_ON &&
      strcmp (self->unfinished->content, hih_lesson_get_content_hash (self->lesson)) == 0 &&
      hih_stage_parse (self->unfinished->stage, &stage) && stage != HIH_STAGE_WATCH)
    {
      self->stage = stage;
      self->round = self->unfinished->round;
      begin_practice (self, self->unfinished);
      return;
    }
  set_stage (self, stage, 0);
}

static void
progress_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLesson) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = hih_records_list_progress_finish (HIH_RECORDS (source), result, &error);
  const HihLessonProgress *progress = NULL;

  hih_page_check (HIH_PAGE (self), error);
  if (g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    return;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const HihLessonProgress *one = g_ptr_array_index (all, i);

      if (strcmp (one->lesson, hih_lesson_get_id (self->lesson)) == 0)
        progress = one;
    }
  begin_where_left (self, progress);
}

static void
unfinished_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLesson) self = user_data;
  g_autoptr (GError) error = NULL;

  self->unfinished = hih_records_get_unfinished_finish (HIH_RECORDS (source), result, &error);
  if (!hih_page_check (HIH_PAGE (self), error) &&
      g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    return;
  hih_records_list_progress_async (HIH_RECORDS (source), hih_session_get_id (session_of (self)),
                                   hih_page_get_cancellable (HIH_PAGE (self)), progress_cb, g_object_ref (self));
}

static void
hih_page_lesson_shown (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);
  HihRecords *records = hih_context_get_records (context_of (self));

  if (records != NULL && hih_session_get_id (session_of (self)) != NULL && self->entry != HIH_ENTRY_TRY)
    hih_records_get_unfinished_async (records, hih_session_get_id (session_of (self)),
                                      hih_lesson_get_id (self->lesson), hih_page_get_cancellable (page), unfinished_cb,
                                      g_object_ref (self));
  else
    begin_where_left (self, NULL);
}

static void
hih_page_lesson_left (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);

  if (self->stage == HIH_STAGE_WATCH)
    keep_watched (self);
  stop_stage (self);
  self->shows = SHOWS_STEP;
  update_inhibit (self);
}

static char *
hih_page_lesson_dup_speech (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);

  /* Inside a step the practice says it again itself: with the recorded voice where there is one. */
  if (self->practice != NULL && self->shows != SHOWS_STAGE_END)
    {
      hih_practice_say_again (self->practice);
      return NULL;
    }
  return g_strdup (words_of (self, hih_lesson_get_title (self->lesson)));
}

static char *
hih_page_lesson_dup_help (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);

  switch (self->stage)
    {
    case HIH_STAGE_WATCH:
      return g_strdup (_("Watch at your own pace. The film stops after every step and waits for you. "
                         "“Next” goes on, “Once again” shows this step again."));
    case HIH_STAGE_FOLLOW:
      return g_strdup (_("Tap what has the ring round it, on the phone at the left. “Help me” has a hand show you."));
    case HIH_STAGE_GUIDED:
      return g_strdup (_("The words say where to look. “Help me” puts a ring round it."));
    case HIH_STAGE_ALONE:
    default:
      return g_strdup (_("Do it as you would on your own phone. “Help me” helps a little, and once more a little more."));
    }
}

static gboolean
hih_page_lesson_go_back (HihPage *page)
{
  leave (HIH_PAGE_LESSON (page));
  return TRUE;
}

static gboolean
hih_page_lesson_key (HihPage *page, guint keyval, GdkModifierType state)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_WINDOW);
  GtkWidget *focus = window != NULL ? gtk_window_get_focus (GTK_WINDOW (window)) : NULL;

  if (self->shows != SHOWS_WATCH || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_space:
      /* On a button Space presses it. */
      if (focus != NULL && GTK_IS_BUTTON (focus) && focus != self->pause)
        return FALSE;
      if (!hih_watch_is_begun (self->watch))
        overview_play_cb (NULL, self);
      else
        hih_watch_toggle (self->watch);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_Page_Down:
      next_cb (NULL, self);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_Page_Up:
      hih_watch_back (self->watch);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
hih_page_lesson_dispose (GObject *object)
{
  HihPageLesson *self = HIH_PAGE_LESSON (object);

  g_clear_object (&self->practice);
  g_clear_object (&self->watch);
  g_clear_object (&self->guest);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_clear_pointer (&self->unfinished, hih_unfinished_run_unref);
  G_OBJECT_CLASS (hih_page_lesson_parent_class)->dispose (object);
}

static void
hih_page_lesson_class_init (HihPageLessonClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_page_lesson_dispose;
  page_class->shown = hih_page_lesson_shown;
  page_class->left = hih_page_lesson_left;
  page_class->dup_speech = hih_page_lesson_dup_speech;
  page_class->dup_help = hih_page_lesson_dup_help;
  page_class->go_back = hih_page_lesson_go_back;
  page_class->key = hih_page_lesson_key;
}

static void
hih_page_lesson_init (HihPageLesson *self)
{
}

static GtkWidget *
new_bar_button (HihPageLesson *self, GtkWidget *bar, const char *icon, const char *words, const char *classes,
                const char *name, GCallback callback)
{
  g_autofree char *all = g_strconcat ("bar compact ", classes, NULL);
  GtkWidget *button = hih_control_new (icon, words, all);

  gtk_widget_set_name (button, name);
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static void
build_bars (HihPageLesson *self)
{
  self->bottom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->bottom), TRUE);
  self->back = new_bar_button (self, self->bottom, "back", _("Back"), "", "back", G_CALLBACK (back_cb));
  self->repeat = new_bar_button (self, self->bottom, "repeat", _("Once again"), "", "repeat", G_CALLBACK (repeat_cb));
  self->help = new_bar_button (self, self->bottom, "raise", _("Help me"), "help", "help", G_CALLBACK (help_cb));
  self->next = new_bar_button (self, self->bottom, "next", _("Next"), "", "next", G_CALLBACK (next_cb));
  hih_control_set_icon_after (HIH_CONTROL (self->next), TRUE);
  self->player_bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->player_bar), TRUE);
  self->pause = new_bar_button (self, self->player_bar, "pause", C_ ("film", "Stop"), "player", "pause", G_CALLBACK (pause_cb));
  self->slower = new_bar_button (self, self->player_bar, "slow", _("Slower"), "player", "slower", G_CALLBACK (slower_cb));
  self->captions = new_bar_button (self, self->player_bar, "captions", _("Captions: on"), "player", "captions",
                                   G_CALLBACK (captions_cb));
  hih_control_set_upright (HIH_CONTROL (self->pause), TRUE);
  hih_control_set_upright (HIH_CONTROL (self->slower), TRUE);
  hih_control_set_upright (HIH_CONTROL (self->captions), TRUE);
}

static void
build_cards (HihPageLesson *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->cards[CARD_STEPS] = hih_steps_card_new (self->lesson, hih_context_get_language (context_of (self)));
  self->cards[CARD_STEP] = hih_step_card_new ();
  self->cards[CARD_GOAL] = hih_goal_card_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->cards); i++)
    {
      gtk_widget_set_vexpand (self->cards[i], TRUE);
      gtk_box_append (GTK_BOX (box), self->cards[i]);
    }
  g_signal_connect_object (self->cards[CARD_STEP], "again", G_CALLBACK (again_cb), self, 0);
  g_signal_connect_object (self->cards[CARD_STEP], "show-me", G_CALLBACK (show_me_cb), self, 0);
  g_signal_connect_object (self->cards[CARD_GOAL], "again", G_CALLBACK (again_cb), self, 0);
  g_signal_connect_object (self->cards[CARD_GOAL], "more", G_CALLBACK (more_cb), self, 0);
  self->card = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->card), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->card), box);
  gtk_widget_add_css_class (self->card, "card-box");
  gtk_widget_set_overflow (self->card, GTK_OVERFLOW_HIDDEN);
}

/**
 * hih_page_lesson_new:
 * @session: (nullable): only with %HIH_ENTRY_TRY
 * @entry: how it is come to
 *
 * Returns: (transfer floating) (nullable): the page; %NULL when there is no such lesson
 */
HihPage *
hih_page_lesson_new (HihContext *context, HihSession *session, const char *lesson, HihEntry entry)
{
  HihLesson *found = hih_catalogue_find (hih_context_get_catalogue (context), lesson);
  HihPageLesson *self;
  HihLessonFrame *frame;

  if (found == NULL)
    return NULL;
  self = g_object_new (HIH_TYPE_PAGE_LESSON, "context", context, "session", session, NULL);
  self->lesson = hih_lesson_ref (found);
  self->entry = entry;
  if (session == NULL)
    self->guest = hih_session_new (NULL, NULL);
  hih_page_set_title (HIH_PAGE (self), words_of (self, hih_lesson_get_title (found)));
  self->frame = hih_lesson_frame_new ();
  frame = HIH_LESSON_FRAME (self->frame);
  self->stages = hih_stage_bar_new ();
  g_signal_connect_object (self->stages, "chosen", G_CALLBACK (stage_cb), self, 0);
  self->title = hih_words_new_heading (hih_page_get_title (HIH_PAGE (self)), "section");
  gtk_widget_set_valign (self->title, GTK_ALIGN_CENTER);
  self->view = hih_phone_view_new ();
  hih_phone_view_set_language (HIH_PHONE_VIEW (self->view), hih_context_get_language (context));
  self->film = hih_film_box_new (hih_context_get_settings (context));
  g_signal_connect_object (self->film, "look", G_CALLBACK (caption_look_cb), self, 0);
  build_bars (self);
  build_cards (self);
  hih_lesson_frame_set_child (frame, HIH_SLOT_TITLE, self->title);
  hih_lesson_frame_set_child (frame, HIH_SLOT_FILM, self->film);
  hih_lesson_frame_set_child (frame, HIH_SLOT_PHONE, self->view);
  hih_lesson_frame_set_child (frame, HIH_SLOT_STAGES, self->stages);
  hih_lesson_frame_set_child (frame, HIH_SLOT_CARD, self->card);
  hih_lesson_frame_set_child (frame, HIH_SLOT_PLAYER, self->player_bar);
  hih_lesson_frame_set_child (frame, HIH_SLOT_BOTTOM, self->bottom);
  g_signal_connect_object (frame, "shaped", G_CALLBACK (shaped_cb), self, 0);
  gtk_widget_set_visible (self->film, FALSE);
  gtk_widget_set_visible (self->player_bar, FALSE);
  gtk_widget_set_visible (self->title, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (self->cards); i++)
    gtk_widget_set_visible (self->cards[i], FALSE);
  adw_bin_set_child (ADW_BIN (self), self->frame);
  return HIH_PAGE (self);
}

HihStage
hih_page_lesson_get_stage (HihPageLesson *self)
{
  return self->stage;
}

HihPractice *
hih_page_lesson_get_practice (HihPageLesson *self)
{
  return self->practice;
}

HihPhoneView *
hih_page_lesson_get_view (HihPageLesson *self)
{
  return HIH_PHONE_VIEW (self->view);
}
