/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joins the coach (HihRun) with what one sees and hears. It decides nothing: signals of the run become rings, notes
 * and speech; buttons become calls. A step's end goes to the keeper, and only its answer lets the run go on: a step is
 * on disk before the next begins.
 */
#include "config.h"

#include "hih-practice.h"

#include "hih-camera-lend.h"
#include "hih-error-text.h"
#include "hih-feedback-words.h"
#include "hih-lesson-parts.h"
#include "hih-lesson-start.h"
#include "hih-picture.h"
#include "hih-step-kind.h"

#include <glib/gi18n.h>

struct _HihPractice
{
  GObject parent_instance;

  HihContext *context;
  HihSession *session;
  HihLesson *lesson;
  HihStage stage;
  guint round;
  HihUnfinishedRun *resume; /* (nullable) */
  HihPhoneView *view;
  HihStepCard *step_card;
  HihGoalCard *goal_card;
  HihClip *clip; /* (nullable) borrowed from the step card, while it is there */
  char *film;
  char *pictures_dir;
  HihPhone *phone;
  HihRun *run;
  HihRunKeeper *keeper;
  gint64 median_ms;
  gboolean stopped;
  gboolean announced; /* this step was said already */
  gboolean praised;   /* what stands in the strip is about the step before */
  gboolean able;
};

enum
{
  CHANGED,
  ENDED,
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPractice, hih_practice, G_TYPE_OBJECT)

static const char *
words_of (HihPractice *self, HihText *text)
{
  return text != NULL ? hih_text_get (text, hih_context_get_language (self->context)) : NULL;
}

static HihReader *
reader_of (HihPractice *self)
{
  return hih_context_get_reader (self->context);
}

static void
set_note (HihPractice *self, HihNoteKind kind, const char *text)
{
  if (self->stage == HIH_STAGE_ALONE)
    hih_goal_card_set_note (self->goal_card, kind, text);
  else
    hih_step_card_set_note (self->step_card, kind, text);
}

/* The words of help that stand on the card at this level. */
static void
update_help (HihPractice *self)
{
  const HihPlanItem *item = hih_run_get_item (self->run);
  HihSupport level = hih_run_get_support (self->run);
  const char *kind;

  if (item == NULL)
    return;
  kind = item->step->kind->name;
  if (self->stage != HIH_STAGE_ALONE)
    hih_step_card_set_where (self->step_card, level >= HIH_SUPPORT_NAMED ? words_of (self, item->step->where) : NULL);
  if (level >= HIH_SUPPORT_POINTED && hih_run_get_target (self->run) != NULL)
    hih_phone_view_point_at (self->view, hih_run_get_target (self->run), hih_tag_get_words (kind),
                             hih_tag_get_icon (kind));
  else
    hih_phone_view_point_at (self->view, NULL, NULL, NULL);
}

static void
announce (HihPractice *self, gboolean after)
{
  const HihPlanItem *item = hih_run_get_item (self->run);
  HihReader *reader = reader_of (self);
  const char *lesson = hih_lesson_get_id (self->lesson);

  if (item == NULL)
    return;
  if (self->stage == HIH_STAGE_ALONE)
    {
      if (after)
        hih_reader_then (reader, words_of (self, hih_lesson_get_goal_say (self->lesson)));
      else
        hih_reader_read (reader, words_of (self, hih_lesson_get_goal_say (self->lesson)));
      hih_reader_then (reader, words_of (self, hih_lesson_get_goal_done (self->lesson)));
      return;
    }
  if (after)
    hih_reader_then_step (reader, words_of (self, item->step->say), lesson, item->step->id);
  else
    hih_reader_read_step (reader, words_of (self, item->step->say), lesson, item->step->id);
  if (hih_run_get_support (self->run) >= HIH_SUPPORT_NAMED)
    hih_reader_then (reader, words_of (self, item->step->where));
}

/* What stands in the picture's place: the step's film, or what is done away from the phone. */
static void
show_picture (HihPractice *self, const HihPlanItem *item)
{
  g_autofree char *name = g_strconcat (item->step->id, ".png", NULL);
  g_autofree char *still = self->pictures_dir != NULL ? g_build_filename (self->pictures_dir, name, NULL) : NULL;

  /* Guided attention, not guided action: at Guided the picture that shows the place would say too much. */
  if (item->step->picture != NULL || self->stage != HIH_STAGE_FOLLOW || still == NULL ||
      !g_file_test (still, G_FILE_TEST_EXISTS))
    {
      self->clip = NULL;
      hih_step_card_set_clip (self->step_card,
                              item->step->picture != NULL ? hih_picture_new (item->step->picture, 160) : NULL);
      return;
    }
  if (self->clip == NULL)
    {
      self->clip = HIH_CLIP (hih_clip_new (self->film, self->pictures_dir));
      hih_step_card_set_clip (self->step_card, GTK_WIDGET (self->clip));
    }
  hih_clip_show (self->clip, item->lesson_index, item->step->id);
}

static void
step_started_cb (HihRun *run, guint index, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihPlanItem *item = hih_run_get_item (run);
  gboolean first = !self->announced;
  const char *status = hih_lesson_status_get_text (self->context, self->lesson);

  if (item == NULL)
    return;
  hih_phone_view_hide_hand (self->view);
  hih_phone_view_set_interactive (self->view, TRUE);
  hih_element_context_set_wanted (hih_phone_view_get_context (self->view), item->step->target, item->step->value);
  if (self->stage == HIH_STAGE_ALONE)
    {
      if (first)
        hih_goal_card_set_goal (self->goal_card, self->lesson, hih_context_get_language (self->context));
    }
  else
    {
      hih_step_card_set_step (self->step_card, item->lesson_index + 1, hih_lesson_get_n_steps (self->lesson),
                              words_of (self, item->step->say));
      show_picture (self, item);
      hih_step_card_set_can_show (self->step_card, item->step->kind->dup_gesture != NULL);
      if (!self->praised)
        set_note (self, first && status != NULL ? HIH_NOTE_LOOK : HIH_NOTE_CALM, first ? status : NULL);
    }
  self->praised = FALSE;
  update_help (self);
  if (first || self->stage != HIH_STAGE_ALONE)
    announce (self, !first);
  self->announced = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
support_changed_cb (HihRun *run, guint level, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihPlanItem *item = hih_run_get_item (run);
  HihSupport usual = self->stage == HIH_STAGE_FOLLOW ? HIH_SUPPORT_POINTED
                     : self->stage == HIH_STAGE_GUIDED ? HIH_SUPPORT_NAMED
                                                       : HIH_SUPPORT_ALONE;
  g_autofree char *words = NULL;

  if (item == NULL)
    return;
  update_help (self);
  if (level <= usual)
    return;
  words = hih_support_dup_words (level, words_of (self, item->step->where));
  set_note (self, HIH_NOTE_INFO, words);
  /* At Alone the instruction itself was not heard yet. */
  if (self->stage == HIH_STAGE_ALONE && level == HIH_SUPPORT_NAMED)
    {
      hih_reader_read_step (reader_of (self), words_of (self, item->step->say), hih_lesson_get_id (self->lesson), item->step->id);
      hih_reader_then (reader_of (self), words);
    }
  else
    hih_reader_read (reader_of (self), words);
}

static void
feedback_cb (HihRun *run, gconstpointer data, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihFeedback *feedback = data;
  g_autofree char *words = NULL;

  /* Alone, nothing is said while all goes well. */
  if (self->stage == HIH_STAGE_ALONE && feedback->kind == HIH_FEEDBACK_STEP_MET)
    {
      set_note (self, HIH_NOTE_CALM, NULL);
      return;
    }
  words = hih_feedback_dup_words (feedback, hih_context_get_language (self->context));
  set_note (self, hih_feedback_get_note (feedback->kind), words);
  self->praised = feedback->kind == HIH_FEEDBACK_STEP_MET || feedback->kind == HIH_FEEDBACK_RECOVERED;
  if (feedback->kind == HIH_FEEDBACK_TRAP)
    hih_reader_then (reader_of (self), words);
  else
    hih_reader_read (reader_of (self), words);
}

static void
performed_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  hih_phone_view_hide_hand (self->view);
  hih_phone_view_set_interactive (self->view, TRUE);
  if (!self->stopped && self->run != NULL)
    hih_run_performed (self->run);
}

static void
perform_cb (HihRun *run, gconstpointer gesture, gpointer user_data)
{
  HihPractice *self = user_data;

  hih_phone_view_set_interactive (self->view, FALSE);
  hih_phone_view_perform (self->view, gesture, performed_cb, g_object_ref (self));
}

static void
step_stored_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  if (!self->stopped)
    hih_run_go_on (self->run);
}

static void
step_ended_cb (HihRun *run, gconstpointer outcome, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihStepOutcome *step = outcome;

  if (self->clip != NULL)
    hih_clip_stop (self->clip);
  hih_phone_view_point_at (self->view, NULL, NULL, NULL);
  hih_run_keeper_end_step (self->keeper, hih_plan_get_item (hih_run_get_plan (run), step->index), step, step_stored_cb,
                           g_object_ref (self));
}

static void
run_stored_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  if (!self->stopped)
    g_signal_emit (self, signals[ENDED], 0, self->able);
}

static void
ended_cb (HihRun *run, gconstpointer data, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihRunOutcome *outcome = data;

  hih_phone_view_point_at (self->view, NULL, NULL, NULL);
  if (!outcome->finished)
    return;
  self->able = outcome->able_alone;
  hih_run_keeper_end_run (self->keeper, "done", outcome, run_stored_cb, g_object_ref (self));
}

static void
keeper_failed_cb (HihRunKeeper *keeper, GError *error, gpointer user_data)
{
  g_signal_emit (user_data, signals[TROUBLE], 0, error);
}

static void
phone_effect_cb (HihPhone *phone, gconstpointer data, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihEffect *effect = data;

  if (hih_effect_get_kind (effect) == HIH_EFFECT_SAY_ALOUD && hih_effect_get_text (effect) != NULL)
    hih_reader_read (reader_of (self), words_of (self, hih_effect_get_text (effect)));
}

static void
phone_changed_cb (HihPhone *phone, gpointer user_data)
{
  HihPractice *self = user_data;

  if (self->run != NULL && hih_run_get_item (self->run) != NULL && !hih_run_is_step_met (self->run))
    update_help (self);
}

static void
camera_failed_cb (const char *words, gpointer user_data)
{
  set_note (user_data, HIH_NOTE_INFO, words);
}

static void
begin_run (HihPractice *self)
{
  HihRunProfile profile = { self->median_ms, hih_session_get_prefs (self->session)->values[HIH_PREF_ERRORLESS] != 0 };
  const char *layout = hih_lesson_choose_layout (self->lesson, self->stage, self->round, self->resume);
  gboolean with_traps = self->stage != HIH_STAGE_ALONE || self->round > 0;
  guint index = 0;

  self->phone = hih_phone_new (hih_lesson_get_apps (self->lesson), layout, hih_context_get_clock (self->context));
  g_signal_connect_object (self->phone, "effect", G_CALLBACK (phone_effect_cb), self, 0);
  self->run = hih_run_new (self->lesson, self->stage, with_traps, self->phone, &profile);
  hih_camera_lend (self->context, self->view, camera_failed_cb, G_OBJECT (self));
  hih_phone_view_set_phone (self->view, self->phone);
  hih_lesson_prepare_phone (self->context, self->view, (guint) hih_session_get_prefs (self->session)->values[HIH_PREF_TAP_GUARD_MS]);
  hih_phone_view_set_interactive (self->view, TRUE);
  if (self->resume != NULL)
    {
      index = hih_run_keeper_find_index (hih_run_get_plan (self->run), self->resume);
      hih_run_set_earlier (self->run, self->resume->errors, self->resume->max_level, self->resume->duration_ms);
      hih_run_keeper_resume (self->keeper, self->resume);
    }
  else
    hih_run_keeper_begin (self->keeper, self->lesson, self->stage, layout, self->round);
  g_signal_connect_object (self->run, "step-started", G_CALLBACK (step_started_cb), self, 0);
  g_signal_connect_object (self->run, "step-ended", G_CALLBACK (step_ended_cb), self, 0);
  g_signal_connect_object (self->run, "support-changed", G_CALLBACK (support_changed_cb), self, 0);
  g_signal_connect_object (self->run, "feedback", G_CALLBACK (feedback_cb), self, 0);
  g_signal_connect_object (self->run, "perform", G_CALLBACK (perform_cb), self, 0);
  g_signal_connect_object (self->run, "ended", G_CALLBACK (ended_cb), self, 0);
  g_signal_connect_object (self->phone, "changed", G_CALLBACK (phone_changed_cb), self, G_CONNECT_AFTER);
  hih_run_start (self->run, index);
}

static void
median_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;
  g_autoptr (GError) error = NULL;

  self->median_ms = hih_records_get_step_median_finish (HIH_RECORDS (source), result, &error);
  hih_error_log (error);
  self->median_ms = MAX (0, self->median_ms);
  if (!self->stopped)
    begin_run (self);
}

static void
hih_practice_dispose (GObject *object)
{
  HihPractice *self = HIH_PRACTICE (object);

  g_clear_object (&self->run);
  g_clear_object (&self->phone);
  g_clear_object (&self->keeper);
  g_clear_object (&self->view);
  g_clear_object (&self->step_card);
  g_clear_object (&self->goal_card);
  g_clear_object (&self->session);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_clear_pointer (&self->resume, hih_unfinished_run_unref);
  g_clear_pointer (&self->film, g_free);
  g_clear_pointer (&self->pictures_dir, g_free);
  G_OBJECT_CLASS (hih_practice_parent_class)->dispose (object);
}

static void
hih_practice_class_init (HihPracticeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_practice_dispose;
  signals[CHANGED] = g_signal_new ("changed", HIH_TYPE_PRACTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", HIH_TYPE_PRACTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_BOOLEAN);
  signals[TROUBLE] = g_signal_new ("trouble", HIH_TYPE_PRACTICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                   G_TYPE_ERROR);
}

static void
hih_practice_init (HihPractice *self)
{
}

/**
 * hih_practice_new:
 * @setup: copied; objects are referenced
 *
 * Returns: (transfer full): a practice that waits for hih_practice_start()
 */
HihPractice *
hih_practice_new (const HihPracticeSetup *setup)
{
  HihPractice *self = g_object_new (HIH_TYPE_PRACTICE, NULL);

  self->context = g_object_ref (setup->context);
  self->session = g_object_ref (setup->session);
  self->lesson = hih_lesson_ref (setup->lesson);
  self->stage = setup->stage;
  self->round = setup->round;
  self->view = g_object_ref (setup->view);
  self->step_card = g_object_ref (setup->step_card);
  self->goal_card = g_object_ref (setup->goal_card);
  self->film = g_strdup (setup->film);
  self->pictures_dir = g_strdup (setup->pictures_dir);
  if (setup->resume != NULL)
    self->resume = hih_unfinished_run_ref ((HihUnfinishedRun *) setup->resume);
  self->keeper = hih_run_keeper_new (self->context, setup->recorded ? hih_session_get_id (self->session) : NULL);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (keeper_failed_cb), self, 0);
  return self;
}

/**
 * hih_practice_start:
 *
 * Asks how fast this person usually is, then begins.
 */
void
hih_practice_start (HihPractice *self)
{
  HihRecords *records = hih_context_get_records (self->context);

  if (records != NULL && hih_session_get_id (self->session) != NULL)
    hih_records_get_step_median_async (records, hih_session_get_id (self->session), NULL, median_cb,
                                       g_object_ref (self));
  else
    begin_run (self);
}

void
hih_practice_stop (HihPractice *self)
{
  if (self->stopped)
    return;
  self->stopped = TRUE;
  self->clip = NULL;
  hih_step_card_set_clip (self->step_card, NULL);
  hih_phone_view_hide_hand (self->view);
  hih_phone_view_point_at (self->view, NULL, NULL, NULL);
  hih_phone_view_set_camera (self->view, NULL);
  if (self->run != NULL)
    hih_run_stop (self->run);
}

void
hih_practice_help (HihPractice *self)
{
  if (self->run == NULL)
    return;
  if (hih_run_is_waiting_for_word (self->run))
    hih_practice_say_again (self);
  else
    hih_run_help (self->run);
}

void
hih_practice_next (HihPractice *self)
{
  if (self->run == NULL)
    return;
  if (!hih_run_is_waiting_for_word (self->run) && hih_run_get_support (self->run) < HIH_SUPPORT_DONE)
    {
      const char *words = _("Do this on the phone first. “Help me” shows you how.");

      set_note (self, HIH_NOTE_INFO, words);
      hih_reader_read (reader_of (self), words);
    }
  hih_run_next (self->run);
}

void
hih_practice_repeat (HihPractice *self)
{
  if (self->run == NULL)
    return;
  hih_run_repeat (self->run);
  announce (self, FALSE);
}

gboolean
hih_practice_back (HihPractice *self)
{
  const HihPlanItem *item = self->run != NULL ? hih_run_get_item (self->run) : NULL;

  if (item == NULL || item->lesson_index == 0 || self->stage == HIH_STAGE_ALONE)
    return FALSE;
  hih_reader_stop (reader_of (self));
  hih_run_back (self->run);
  return TRUE;
}

void
hih_practice_say_again (HihPractice *self)
{
  if (self->run != NULL)
    announce (self, FALSE);
}

static void
shown_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  hih_phone_view_hide_hand (self->view);
  hih_phone_view_set_interactive (self->view, TRUE);
  if (self->stopped)
    return;
  set_note (self, HIH_NOTE_INFO, _("Now it is your turn."));
  hih_reader_then (reader_of (self), _("Now it is your turn."));
}

void
hih_practice_show_me (HihPractice *self)
{
  const HihPlanItem *item = self->run != NULL ? hih_run_get_item (self->run) : NULL;
  g_auto (HihPerformance) next = { HIH_PERFORM_STUCK };

  if (item == NULL || hih_run_is_step_met (self->run))
    return;
  /* Seeing it done belongs to Follow; afterwards it is help, and counts as such. */
  if (self->stage != HIH_STAGE_FOLLOW)
    {
      hih_run_show_me (self->run);
      return;
    }
  hih_performer_next (item->step, hih_lesson_get_apps (self->lesson), hih_phone_get_state (self->phone),
                      hih_phone_get_layout (self->phone), FALSE, &next);
  if (self->clip != NULL && gtk_widget_get_child_visible (GTK_WIDGET (self->clip)))
    {
      hih_reader_stop (reader_of (self));
      hih_clip_play (self->clip);
      return;
    }
  if (next.kind != HIH_PERFORM_GESTURE)
    {
      hih_practice_say_again (self);
      return;
    }
  /* The hand only moves: nothing is done, so nothing has to be undone. */
  hih_phone_view_set_interactive (self->view, FALSE);
  hih_phone_view_perform (self->view, next.gesture, shown_cb, g_object_ref (self));
  announce (self, FALSE);
}

gboolean
hih_practice_wants_next (HihPractice *self)
{
  return self->run != NULL && hih_run_is_waiting_for_word (self->run);
}

HihRun *
hih_practice_get_run (HihPractice *self)
{
  return self->run;
}

HihPhone *
hih_practice_get_phone (HihPractice *self)
{
  return self->phone;
}

const HihId *
hih_practice_get_run_id (HihPractice *self)
{
  return hih_run_keeper_get_run (self->keeper);
}

guint
hih_practice_get_step (HihPractice *self)
{
  const HihPlanItem *item = self->run != NULL ? hih_run_get_item (self->run) : NULL;

  return item != NULL ? item->lesson_index : 0;
}
