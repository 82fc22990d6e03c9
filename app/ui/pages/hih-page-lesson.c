/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One lesson. The page owns the places and the bottom bar; HihWatch and HihPractice own what happens in a stage. At
 * the end of a stage the card offers the next one; nothing goes on by itself.
 */
#include "config.h"

#include "hih-page-lesson.h"

#include "hih-caption-sheet.h"
#include "hih-error-text.h"
#include "hih-lesson-parts.h"
#include "hih-overview.h"
#include "hih-size-sheet.h"
#include "hih-stage-words.h"

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
  HihStage stage;
  guint round;
  guint done; /* stages, 1 << HihStage */
  Shows shows;
  gboolean able;
  HihSupport support; /* the most that the last run took */
  guint n_seen;       /* steps of the film */
  gboolean film_told;

  HihLessonParts parts;
  HihStageGuide *guide;  /* (nullable) */
  HihWatch *watch;       /* (nullable) borrowed: the guide, in Watch */
  HihPractice *practice; /* (nullable) borrowed: the guide, in the other stages */
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

/* Which of the places are filled, and what the last button is for. */
static void
update (HihPageLesson *self)
{
  gboolean begun = self->watch != NULL && hih_watch_is_begun (self->watch);
  gboolean film = self->shows == SHOWS_WATCH && (hih_watch_has_film (self->watch) || !begun);
  gboolean wants_next = self->practice != NULL && hih_practice_wants_next (self->practice);
  HihCard card = self->shows == SHOWS_WATCH ? HIH_CARD_STEPS : self->shows == SHOWS_STEP ? HIH_CARD_STEP : HIH_CARD_GOAL;
  const char *why_not = NULL;
  gboolean next;

  hih_lesson_parts_show (&self->parts, card, film, film && begun);
  hih_stage_bar_set (self->parts.stages, self->stage, self->done);
  switch (self->shows)
    {
    case SHOWS_WATCH:
      next = begun && hih_watch_is_at_step_end (self->watch); /* before, the one thing is to begin */
      break;
    case SHOWS_STEP:
      next = wants_next;
      break;
    case SHOWS_GOAL:
      next = wants_next;
      why_not = wants_next ? NULL : _("Not done yet");
      break;
    case SHOWS_STAGE_END:
    default:
      next = TRUE;
    }
  hih_bottom_bar_set_next (self->parts.bottom, next, why_not);
  hih_lesson_parts_inhibit (&self->parts, self->shows == SHOWS_WATCH && begun && hih_watch_is_playing (self->watch));
}

static void
stop_stage (HihPageLesson *self)
{
  if (self->watch != NULL)
    {
      hih_watch_keep (self->watch);
      self->n_seen = hih_watch_get_n_seen (self->watch);
    }
  if (self->guide != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->guide, self);
      hih_stage_guide_stop (self->guide);
    }
  self->watch = NULL;
  self->practice = NULL;
  g_clear_object (&self->guide);
  hih_player_bar_set_watch (self->parts.player_bar, NULL);
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
  place.support = self->support;
  if (self->practice != NULL)
    place.run = *hih_practice_get_run_id (self->practice);
  hih_page_go (HIH_PAGE (self), &place);
}

/* What is offered when a stage is over. */
static void
show_stage_end (HihPageLesson *self)
{
  gboolean more = self->stage == HIH_STAGE_ALONE && self->round == 0 &&
                  g_strv_length ((char **) hih_lesson_get_layouts (self->lesson)) > 2;
  const char *title = hih_stage_get_praise (self->stage, self->support);
  const char *text = hih_stage_get_outlook (self->stage, self->support, more);

  self->shows = SHOWS_STAGE_END;
  self->done |= 1u << self->stage;
  hih_goal_card_set (self->parts.goal_card, "check", _("Done"), hih_lesson_get_picture (self->lesson), title, text);
  if (more)
    hih_goal_card_set_more (self->parts.goal_card, "repeat", _("Once more, differently"));
  read_words (self, title);
  hih_reader_then (hih_context_get_reader (context_of (self)), text);
  update (self);
}

static void
practice_ended_cb (HihStageGuide *practice, gconstpointer data, gpointer user_data)
{
  HihPageLesson *self = user_data;
  const HihRunOutcome *outcome = data;

  self->able = self->able || outcome->able_alone;
  self->support = outcome->highest;
  if (self->stage == HIH_STAGE_ALONE && self->round > 0)
    {
      self->done |= 1u << HIH_STAGE_ALONE;
      go_done (self);
    }
  else
    show_stage_end (self);
}

static void
watch_trouble_cb (HihStageGuide *watch, GError *error, gpointer user_data)
{
  HihPageLesson *self = user_data;

  hih_error_log (error);
  if (!self->film_told)
    hih_steps_card_set_note (self->parts.steps_card, hih_error_get_text (error));
  self->film_told = TRUE;
}

static void
practice_trouble_cb (HihStageGuide *practice, GError *error, gpointer user_data)
{
  HihPageLesson *self = user_data;

  hih_error_log (error);
  hih_page_show_sheet (HIH_PAGE (self),
                       hih_text_sheet_new (HIH_PAGE (self), _("A word for the teacher"), hih_error_get_text (error)));
}

static HihStageSetup
get_setup (HihPageLesson *self, HihUnfinishedRun *resume)
{
  return (HihStageSetup){
    .context = context_of (self),
    .session = session_of (self),
    .lesson = self->lesson,
    .stage = self->stage,
    .round = self->round,
    .recorded = self->entry != HIH_ENTRY_TRY,
    .resume = resume,
    .n_seen = self->n_seen,
    .view = self->parts.phone,
    .film_box = self->parts.film,
    .steps_card = self->parts.steps_card,
    .step_card = self->parts.step_card,
    .goal_card = self->parts.goal_card,
  };
}

/* Takes @guide. */
static void
use_guide (HihPageLesson *self, HihStageGuide *guide, GCallback ended, GCallback trouble)
{
  self->guide = guide;
  g_signal_connect_object (guide, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (guide, "ended", ended, self, 0);
  g_signal_connect_object (guide, "trouble", trouble, self, 0);
}

static void
begin_practice (HihPageLesson *self, HihUnfinishedRun *resume)
{
  HihStageSetup setup = get_setup (self, resume);

  self->shows = self->stage == HIH_STAGE_ALONE ? SHOWS_GOAL : SHOWS_STEP;
  self->practice = hih_practice_new (&setup);
  use_guide (self, HIH_STAGE_GUIDE (self->practice), G_CALLBACK (practice_ended_cb), G_CALLBACK (practice_trouble_cb));
  update (self);
  hih_practice_start (self->practice);
}

static void set_stage (HihPageLesson *self, HihStage stage, guint round);

static void
watch_ended_cb (HihStageGuide *watch, gconstpointer outcome, gpointer user_data)
{
  HihPageLesson *self = user_data;

  self->done |= 1u << HIH_STAGE_WATCH;
  set_stage (self, HIH_STAGE_FOLLOW, 0);
}

static void
overview_play_cb (HihOverview *overview, gpointer user_data)
{
  HihPageLesson *self = user_data;

  hih_film_box_set_cover (self->parts.film, NULL);
  hih_watch_begin (self->watch);
  gtk_widget_grab_focus (hih_player_bar_get_pause (self->parts.player_bar));
}

static void
begin_watch (HihPageLesson *self)
{
  GtkWidget *overview;
  const char *metaphor = words_of (self, hih_lesson_get_metaphor (self->lesson));
  const char *status = hih_lesson_status_get_text (context_of (self), self->lesson);
  HihReader *reader = hih_context_get_reader (context_of (self));
  HihStageSetup setup = get_setup (self, NULL);

  self->shows = SHOWS_WATCH;
  self->film_told = FALSE;
  self->watch = hih_watch_new (&setup);
  use_guide (self, HIH_STAGE_GUIDE (self->watch), G_CALLBACK (watch_ended_cb), G_CALLBACK (watch_trouble_cb));
  hih_player_bar_set_watch (self->parts.player_bar, self->watch);
  overview = hih_overview_new (self->lesson, hih_context_get_language (context_of (self)),
                               hih_watch_get_first (self->watch));
  g_signal_connect_object (overview, "play", G_CALLBACK (overview_play_cb), self, 0);
  hih_film_box_set_cover (self->parts.film, overview);
  hih_steps_card_set_now (self->parts.steps_card, -1);
  hih_steps_card_set_note (self->parts.steps_card, status);
  update (self);
  gtk_widget_child_focus (overview, GTK_DIR_TAB_FORWARD);
  hih_reader_read (reader, words_of (self, hih_lesson_get_title (self->lesson)));
  hih_reader_then (reader, metaphor);
  hih_reader_then (reader, status);
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

  if (self->shows == SHOWS_STAGE_END || self->guide == NULL || !hih_stage_guide_back (self->guide))
    leave (self);
}

static void
repeat_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->shows == SHOWS_STAGE_END)
    set_stage (self, self->stage, self->round);
  else if (self->watch != NULL && !hih_watch_is_begun (self->watch))
    overview_play_cb (NULL, self);
  else if (self->guide != NULL)
    hih_stage_guide_repeat (self->guide);
}

static void
help_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;
  g_autofree char *help = NULL;

  if (self->practice != NULL && self->shows != SHOWS_STAGE_END)
    {
      hih_practice_help (self->practice);
      return;
    }
  if (self->watch != NULL)
    hih_stage_guide_stop (self->guide);
  help = hih_page_dup_help (HIH_PAGE (self));
  hih_page_show_sheet (HIH_PAGE (self), hih_text_sheet_new (HIH_PAGE (self), _("Help"), help));
}

static void
next_cb (GtkWidget *button, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->shows == SHOWS_STAGE_END && self->stage == HIH_STAGE_ALONE)
    go_done (self);
  else if (self->shows == SHOWS_STAGE_END)
    set_stage (self, self->stage + 1, 0);
  else if (self->watch != NULL && !hih_watch_is_begun (self->watch))
    overview_play_cb (NULL, self);
  else if (self->guide != NULL)
    hih_stage_guide_next (self->guide);
}

static void
more_cb (HihGoalCard *card, gpointer user_data)
{
  set_stage (user_data, HIH_STAGE_ALONE, 1);
}

static void
show_me_cb (GtkWidget *card, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->practice != NULL)
    hih_practice_show_me (self->practice);
}

static void
instead_cb (GtkWidget *card, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->practice != NULL)
    hih_practice_do_instead (self->practice);
}

static void
caption_look_cb (HihFilmBox *box, gpointer user_data)
{
  HihPageLesson *self = user_data;

  if (self->guide != NULL)
    hih_stage_guide_stop (self->guide);
  hih_page_show_sheet (HIH_PAGE (self), hih_caption_sheet_new (HIH_PAGE (self)));
}

static void
start_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageLesson) self = user_data;
  g_autoptr (HihLessonStart) start = hih_lesson_start_find_finish (result);

  if (start == NULL || g_cancellable_is_cancelled (hih_page_get_cancellable (HIH_PAGE (self))))
    return;
  self->done = start->done;
  self->stage = start->stage;
  self->round = start->round;
  self->n_seen = start->n_seen;
  if (start->stage == HIH_STAGE_WATCH)
    begin_watch (self);
  else
    begin_practice (self, start->resume);
}

static void
hih_page_lesson_shown (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);

  hih_lesson_start_find_async (context_of (self), hih_session_get_id (session_of (self)), self->lesson, self->entry,
                               hih_page_get_cancellable (page), start_cb, g_object_ref (self));
}

static void
hih_page_lesson_left (HihPage *page)
{
  HihPageLesson *self = HIH_PAGE_LESSON (page);

  stop_stage (self);
  hih_lesson_parts_inhibit (&self->parts, FALSE);
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

  return g_strdup (self->shows == SHOWS_STAGE_END ? hih_stage_get_end_help (self->stage)
                                                  : hih_stage_get_help (self->stage));
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

  if (self->watch == NULL || self->shows != SHOWS_WATCH || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_space:
      /* On a button Space presses it. */
      if (focus != NULL && GTK_IS_BUTTON (focus) &&
          focus != hih_player_bar_get_pause (self->parts.player_bar))
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
      hih_stage_guide_back (self->guide);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
hih_page_lesson_dispose (GObject *object)
{
  HihPageLesson *self = HIH_PAGE_LESSON (object);

  self->watch = NULL;
  self->practice = NULL;
  g_clear_object (&self->guide);
  g_clear_object (&self->guest);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
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
  HihLessonParts *parts;

  if (found == NULL)
    return NULL;
  self = g_object_new (HIH_TYPE_PAGE_LESSON, "context", context, "session", session, NULL);
  self->lesson = hih_lesson_ref (found);
  self->entry = entry;
  if (session == NULL)
    self->guest = hih_session_new (NULL, NULL);
  hih_page_set_title (HIH_PAGE (self), words_of (self, hih_lesson_get_title (found)));
  parts = &self->parts;
  hih_lesson_parts_build (parts, context, session_of (self), found);
  g_signal_connect_object (parts->stages, "chosen", G_CALLBACK (stage_cb), self, 0);
  g_signal_connect_object (parts->film, "look", G_CALLBACK (caption_look_cb), self, 0);
  g_signal_connect_object (parts->step_card, "again", G_CALLBACK (hih_page_speak), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->step_card, "show-me", G_CALLBACK (show_me_cb), self, 0);
  g_signal_connect_object (parts->step_card, "instead", G_CALLBACK (instead_cb), self, 0);
  g_signal_connect_object (parts->goal_card, "again", G_CALLBACK (hih_page_speak), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->goal_card, "more", G_CALLBACK (more_cb), self, 0);
  g_signal_connect_object (parts->bottom, "back", G_CALLBACK (back_cb), self, 0);
  g_signal_connect_object (parts->bottom, "repeat", G_CALLBACK (repeat_cb), self, 0);
  g_signal_connect_object (parts->bottom, "help", G_CALLBACK (help_cb), self, 0);
  g_signal_connect_object (parts->bottom, "next", G_CALLBACK (next_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (parts->frame));
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
  return self->parts.phone;
}
