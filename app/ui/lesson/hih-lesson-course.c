/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The stages of one lesson, one after another: HihWatch and HihPractice own what happens in one. At the end of a stage
 * the card offers the next one; nothing goes on by itself.
 */
#include "config.h"

#include "hih-lesson-course.h"

#include "hih-error-text.h"
#include "hih-fit.h"
#include "hih-overview.h"
#include "hih-stage-words.h"

#include <glib/gi18n.h>

typedef enum
{
  SHOWS_WATCH,
  SHOWS_STEP,
  SHOWS_GOAL,
  SHOWS_STAGE_END, /* the goal card, offering what comes next */
} Shows;

struct _HihLessonCourse
{
  GObject parent_instance;

  HihContext *context;
  HihSession *session;
  HihLesson *lesson;
  gboolean recorded;
  HihLessonParts *parts; /* borrowed */
  HihStage stage;
  guint round;
  guint done; /* stages, 1 << HihStage */
  Shows shows;
  gboolean able;
  HihSupport support; /* the most that the last run took */
  guint n_seen;       /* steps of the film */
  gboolean film_told;

  HihStageGuide *guide;  /* (nullable) */
  HihWatch *watch;       /* (nullable) borrowed: the guide, in Watch */
  HihPractice *practice; /* (nullable) borrowed: the guide, in the other stages */
};

enum
{
  OVER,
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihLessonCourse, hih_lesson_course, G_TYPE_OBJECT)

static const char *
words_of (HihLessonCourse *self, HihText *text)
{
  return text != NULL ? hih_text_get (text, hih_context_get_language (self->context)) : NULL;
}

static void
read_words (HihLessonCourse *self, const char *words)
{
  hih_reader_read (hih_context_get_reader (self->context), words);
}

/* Which of the places are filled, and what the last button is for. */
static void
update (HihLessonCourse *self)
{
  gboolean begun = self->watch != NULL && hih_watch_is_begun (self->watch);
  gboolean film = self->shows == SHOWS_WATCH && (hih_watch_has_film (self->watch) || !begun);
  gboolean wants_next = self->practice != NULL && hih_practice_wants_next (self->practice);
  HihCard card = self->shows == SHOWS_WATCH ? HIH_CARD_STEPS : self->shows == SHOWS_STEP ? HIH_CARD_STEP : HIH_CARD_GOAL;
  const char *why_not = NULL;
  gboolean next;

  hih_lesson_parts_show (self->parts, card, film, film && begun);
  hih_stage_bar_set (self->parts->stages, self->stage, self->done);
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
  hih_bottom_bar_set_next (self->parts->bottom, next, why_not);
  hih_lesson_parts_inhibit (self->parts, self->shows == SHOWS_WATCH && begun && hih_watch_is_playing (self->watch));
}

static void
stop_stage (HihLessonCourse *self)
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
  hih_player_bar_set_watch (self->parts->player_bar, NULL);
  hih_reader_stop (hih_context_get_reader (self->context));
}

/* What is offered when a stage is over. */
static void
show_stage_end (HihLessonCourse *self)
{
  gboolean more = self->stage == HIH_STAGE_ALONE && self->round == 0 &&
                  g_strv_length ((char **) hih_lesson_get_layouts (self->lesson)) > 2;
  const char *title = hih_stage_get_praise (self->stage, self->support);
  const char *text = hih_stage_get_outlook (self->stage, self->support, more);

  self->shows = SHOWS_STAGE_END;
  hih_lesson_parts_unfold (self->parts, TRUE, FALSE);
  self->done |= 1u << self->stage;
  hih_goal_card_set (self->parts->goal_card, "check", _("Done"), hih_lesson_get_picture (self->lesson), title, text);
  if (more)
    hih_goal_card_set_more (self->parts->goal_card, "repeat", _("Once more, differently"));
  read_words (self, title);
  hih_reader_then (hih_context_get_reader (self->context), text);
  update (self);
}

static void
practice_ended_cb (HihStageGuide *practice, gconstpointer data, gpointer user_data)
{
  HihLessonCourse *self = user_data;
  const HihRunOutcome *outcome = data;

  self->able = self->able || outcome->able_alone;
  self->support = outcome->highest;
  if (self->stage == HIH_STAGE_ALONE && self->round > 0)
    {
      self->done |= 1u << HIH_STAGE_ALONE;
      g_signal_emit (self, signals[OVER], 0);
    }
  else
    show_stage_end (self);
}

static void
watch_trouble_cb (HihStageGuide *watch, GError *error, gpointer user_data)
{
  HihLessonCourse *self = user_data;

  hih_error_log (error);
  if (!self->film_told)
    hih_steps_card_set_note (self->parts->steps_card, hih_error_get_text (error));
  self->film_told = TRUE;
}

static void
practice_trouble_cb (HihStageGuide *practice, GError *error, gpointer user_data)
{
  HihLessonCourse *self = user_data;

  hih_error_log (error);
  g_signal_emit (self, signals[TROUBLE], 0, error);
}

static HihStageSetup
get_setup (HihLessonCourse *self, HihUnfinishedRun *resume)
{
  return (HihStageSetup){
    .context = self->context,
    .session = self->session,
    .lesson = self->lesson,
    .stage = self->stage,
    .round = self->round,
    .recorded = self->recorded,
    .resume = resume,
    .n_seen = self->n_seen,
    .view = self->parts->phone,
    .film_box = self->parts->film,
    .steps_card = self->parts->steps_card,
    .step_card = self->parts->step_card,
    .goal_card = self->parts->goal_card,
  };
}

/* Takes @guide. */
static void
use_guide (HihLessonCourse *self, HihStageGuide *guide, GCallback ended, GCallback trouble)
{
  self->guide = guide;
  g_signal_connect_object (guide, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (guide, "ended", ended, self, 0);
  g_signal_connect_object (guide, "trouble", trouble, self, 0);
}

static void
begin_practice (HihLessonCourse *self, HihUnfinishedRun *resume)
{
  HihStageSetup setup = get_setup (self, resume);

  self->shows = self->stage == HIH_STAGE_ALONE ? SHOWS_GOAL : SHOWS_STEP;
  /* Alone, what is to be done is read once, whole. */
  hih_lesson_parts_unfold (self->parts, self->stage == HIH_STAGE_ALONE, TRUE);
  self->practice = hih_practice_new (&setup);
  use_guide (self, HIH_STAGE_GUIDE (self->practice), G_CALLBACK (practice_ended_cb), G_CALLBACK (practice_trouble_cb));
  update (self);
  hih_practice_start (self->practice);
}

static void set_stage (HihLessonCourse *self, HihStage stage, guint round);

static void
watch_ended_cb (HihStageGuide *watch, gconstpointer outcome, gpointer user_data)
{
  HihLessonCourse *self = user_data;

  self->done |= 1u << HIH_STAGE_WATCH;
  set_stage (self, HIH_STAGE_FOLLOW, 0);
}

static void
begin_film (HihLessonCourse *self)
{
  hih_film_box_set_cover (self->parts->film, NULL);
  hih_watch_begin (self->watch);
  gtk_widget_grab_focus (hih_player_bar_get_pause (self->parts->player_bar));
}

static void
begin_watch (HihLessonCourse *self)
{
  GtkWidget *overview;
  const char *metaphor = words_of (self, hih_lesson_get_metaphor (self->lesson));
  const char *status = hih_lesson_status_get_text (self->context, self->lesson);
  HihReader *reader = hih_context_get_reader (self->context);
  HihStageSetup setup = get_setup (self, NULL);

  self->shows = SHOWS_WATCH;
  hih_lesson_parts_unfold (self->parts, FALSE, TRUE);
  self->film_told = FALSE;
  self->watch = hih_watch_new (&setup);
  use_guide (self, HIH_STAGE_GUIDE (self->watch), G_CALLBACK (watch_ended_cb), G_CALLBACK (watch_trouble_cb));
  hih_player_bar_set_watch (self->parts->player_bar, self->watch);
  overview = hih_overview_new (self->lesson, hih_context_get_language (self->context),
                               hih_watch_get_first (self->watch));
  g_signal_connect_object (overview, "play", G_CALLBACK (begin_film), self, G_CONNECT_SWAPPED);
  hih_film_box_set_cover (self->parts->film, hih_fit_new (overview, hih_overview_get_need, overview));
  hih_steps_card_set_now (self->parts->steps_card, -1);
  hih_steps_card_set_note (self->parts->steps_card, status);
  update (self);
  gtk_widget_child_focus (overview, GTK_DIR_TAB_FORWARD);
  hih_reader_read (reader, words_of (self, hih_lesson_get_title (self->lesson)));
  hih_reader_then (reader, metaphor);
  hih_reader_then (reader, status);
}

static void
set_stage (HihLessonCourse *self, HihStage stage, guint round)
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
hih_lesson_course_dispose (GObject *object)
{
  HihLessonCourse *self = HIH_LESSON_COURSE (object);

  self->watch = NULL;
  self->practice = NULL;
  g_clear_object (&self->guide);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  G_OBJECT_CLASS (hih_lesson_course_parent_class)->dispose (object);
}

static void
hih_lesson_course_class_init (HihLessonCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_lesson_course_dispose;
  signals[OVER] = g_signal_new ("over", HIH_TYPE_LESSON_COURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[TROUBLE] = g_signal_new ("trouble", HIH_TYPE_LESSON_COURSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hih_lesson_course_init (HihLessonCourse *self)
{
}

/**
 * hih_lesson_course_new:
 * @parts: the places it fills; must outlive it
 * @recorded: %FALSE: nothing is kept of it
 *
 * Returns: (transfer full): nothing happens before hih_lesson_course_start()
 */
HihLessonCourse *
hih_lesson_course_new (HihContext *context, HihSession *session, HihLesson *lesson, gboolean recorded,
                       HihLessonParts *parts)
{
  HihLessonCourse *self = g_object_new (HIH_TYPE_LESSON_COURSE, NULL);

  self->context = g_object_ref (context);
  self->session = g_object_ref (session);
  self->lesson = hih_lesson_ref (lesson);
  self->recorded = recorded;
  self->parts = parts;
  return self;
}

/**
 * hih_lesson_course_start:
 * @start: where this person begins, unless a stage was chosen before this was known
 */
void
hih_lesson_course_start (HihLessonCourse *self, const HihLessonStart *start)
{
  self->done |= start->done;
  if (self->guide != NULL)
    {
      update (self);
      return;
    }
  self->stage = start->stage;
  self->round = start->round;
  self->n_seen = start->n_seen;
  if (start->stage == HIH_STAGE_WATCH)
    begin_watch (self);
  else
    begin_practice (self, start->resume);
}

void
hih_lesson_course_stop (HihLessonCourse *self)
{
  stop_stage (self);
  hih_lesson_parts_inhibit (self->parts, FALSE);
}

void
hih_lesson_course_choose (HihLessonCourse *self, HihStage stage)
{
  if (stage != self->stage || self->shows == SHOWS_STAGE_END)
    set_stage (self, stage, 0);
}

gboolean
hih_lesson_course_back (HihLessonCourse *self)
{
  return self->shows != SHOWS_STAGE_END && self->guide != NULL && hih_stage_guide_back (self->guide);
}

void
hih_lesson_course_repeat (HihLessonCourse *self)
{
  if (self->shows == SHOWS_STAGE_END)
    set_stage (self, self->stage, self->round);
  else if (self->watch != NULL && !hih_watch_is_begun (self->watch))
    begin_film (self);
  else if (self->guide != NULL)
    hih_stage_guide_repeat (self->guide);
}

void
hih_lesson_course_next (HihLessonCourse *self)
{
  if (self->shows == SHOWS_STAGE_END && self->stage == HIH_STAGE_ALONE)
    g_signal_emit (self, signals[OVER], 0);
  else if (self->shows == SHOWS_STAGE_END)
    set_stage (self, self->stage + 1, 0);
  else if (self->watch != NULL && !hih_watch_is_begun (self->watch))
    begin_film (self);
  else if (self->guide != NULL)
    hih_stage_guide_next (self->guide);
}

void
hih_lesson_course_more (HihLessonCourse *self)
{
  set_stage (self, HIH_STAGE_ALONE, 1);
}

gboolean
hih_lesson_course_pause (HihLessonCourse *self)
{
  gboolean playing = self->watch != NULL && hih_watch_is_playing (self->watch);

  if (self->watch != NULL)
    hih_stage_guide_stop (self->guide);
  return playing;
}

void
hih_lesson_course_resume (HihLessonCourse *self)
{
  if (hih_lesson_course_is_watching (self) && hih_watch_is_begun (self->watch) && !hih_watch_is_playing (self->watch) &&
      !hih_watch_is_at_step_end (self->watch))
    hih_watch_toggle (self->watch);
}

void
hih_lesson_course_toggle (HihLessonCourse *self)
{
  if (self->watch == NULL)
    return;
  if (!hih_watch_is_begun (self->watch))
    begin_film (self);
  else
    hih_watch_toggle (self->watch);
}

gboolean
hih_lesson_course_is_watching (HihLessonCourse *self)
{
  return self->watch != NULL && self->shows == SHOWS_WATCH;
}

gboolean
hih_lesson_course_is_stage_over (HihLessonCourse *self)
{
  return self->shows == SHOWS_STAGE_END;
}

HihPractice *
hih_lesson_course_get_step_practice (HihLessonCourse *self)
{
  return self->shows != SHOWS_STAGE_END ? self->practice : NULL;
}

HihPractice *
hih_lesson_course_get_practice (HihLessonCourse *self)
{
  return self->practice;
}

HihStage
hih_lesson_course_get_stage (HihLessonCourse *self)
{
  return self->stage;
}

gboolean
hih_lesson_course_is_able (HihLessonCourse *self)
{
  return self->able;
}

HihSupport
hih_lesson_course_get_support (HihLessonCourse *self)
{
  return self->support;
}

/**
 * hih_lesson_course_get_stay:
 *
 * Mid-step is as long as the step does something by itself; a step that only waits may stand longer than a page, for
 * thinking belongs to it. It is left as with Back: what was ended is on disk, and it is gone on with at this step.
 */
HihStay
hih_lesson_course_get_stay (HihLessonCourse *self)
{
  HihRun *run = self->practice != NULL ? hih_practice_get_run (self->practice) : NULL;

  if (self->watch != NULL && hih_watch_is_begun (self->watch) && hih_watch_is_playing (self->watch))
    return HIH_STAY_MOVING;
  if (run != NULL && hih_run_is_moving (run))
    return HIH_STAY_MOVING;
  return run != NULL && hih_run_is_in_step (run) ? HIH_STAY_STEP : HIH_STAY_USUAL;
}
