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
#include "hih-just-said.h"
#include "hih-lesson-start.h"
#include "hih-step-kind.h"
#include "hih-step-picture.h"

#include <glib/gi18n.h>

struct _HihPractice
{
  HihStageGuide parent_instance;

  const HihStageSetup *setup; /* the guide's */
  HihClip *clip;              /* (nullable) borrowed from the step card, while it is there */
  HihPhone *phone;
  HihRun *run;
  HihRunKeeper *keeper;
  HihRunOutcome outcome; /* once it has ended */
  gint64 median_ms;
  gboolean stopped;
  gboolean announced; /* this step was said already */
  gboolean praised;   /* what stands in the strip is about the step before */
  HihJustSaid said;
  gboolean shown;     /* the hand has done the step; it is about to be taken back */
};

G_DEFINE_FINAL_TYPE (HihPractice, hih_practice, HIH_TYPE_STAGE_GUIDE)

static const char *
words_of (HihPractice *self, HihText *text)
{
  return hih_stage_guide_get_words (HIH_STAGE_GUIDE (self), text);
}

/* Where the thing is on this phone: not every layout has it in the same place. */
static const char *
get_where (HihPractice *self, const HihStep *step)
{
  return words_of (self, hih_step_get_where (step, hih_phone_get_layout (self->phone)));
}

static HihReader *
reader_of (HihPractice *self)
{
  return hih_stage_guide_get_reader (HIH_STAGE_GUIDE (self));
}

static void
set_note (HihPractice *self, HihNoteKind kind, const char *text)
{
  if (self->setup->stage == HIH_STAGE_ALONE)
    hih_goal_card_set_note (self->setup->goal_card, kind, text);
  else
    hih_step_card_set_note (self->setup->step_card, kind, text);
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
  if (self->setup->stage != HIH_STAGE_ALONE)
    hih_step_card_set_where (self->setup->step_card, level >= HIH_SUPPORT_NAMED ? get_where (self, item->step) : NULL);
  if (level >= HIH_SUPPORT_POINTED && hih_run_get_target (self->run) != NULL)
    hih_phone_view_point_at (self->setup->view, hih_run_get_target (self->run), hih_tag_get_words (kind),
                             hih_tag_get_icon (kind));
  else
    hih_phone_view_point_at (self->setup->view, NULL, NULL, NULL);
}

static void
announce (HihPractice *self, gboolean after)
{
  const HihPlanItem *item = hih_run_get_item (self->run);
  HihReader *reader = reader_of (self);
  const char *lesson = hih_lesson_get_id (self->setup->lesson);

  if (item == NULL)
    return;
  if (self->setup->stage == HIH_STAGE_ALONE)
    {
      if (after)
        hih_reader_then (reader, words_of (self, hih_lesson_get_goal_say (self->setup->lesson)));
      else
        hih_reader_read (reader, words_of (self, hih_lesson_get_goal_say (self->setup->lesson)));
      hih_reader_then (reader, words_of (self, hih_lesson_get_goal_done (self->setup->lesson)));
      return;
    }
  if (after)
    hih_reader_then_step (reader, words_of (self, item->step->say), lesson, item->step->id);
  else
    hih_reader_read_step (reader, words_of (self, item->step->say), lesson, item->step->id);
  if (hih_run_get_support (self->run) >= HIH_SUPPORT_NAMED)
    hih_reader_then (reader, get_where (self, item->step));
}

static void
step_started_cb (HihRun *run, guint index, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihPlanItem *item = hih_run_get_item (run);
  gboolean first = !self->announced;
  const char *status = hih_lesson_status_get_text (self->setup->context, self->setup->lesson);

  if (item == NULL)
    return;
  hih_phone_view_hide_hand (self->setup->view);
  hih_phone_view_set_interactive (self->setup->view, TRUE);
  hih_element_context_set_wanted (hih_phone_view_get_context (self->setup->view), item->step->target, item->step->value);
  if (self->setup->stage == HIH_STAGE_ALONE)
    {
      if (first)
        hih_goal_card_set_goal (self->setup->goal_card, self->setup->lesson, hih_context_get_language (self->setup->context));
    }
  else
    {
      hih_step_card_set_step (self->setup->step_card, item->lesson_index + 1, hih_lesson_get_n_steps (self->setup->lesson),
                              words_of (self, item->step->say));
      self->clip = hih_step_picture_show (HIH_STAGE_GUIDE (self), self->clip, item);
      hih_step_card_set_can_show (self->setup->step_card, item->step->kind->dup_gesture != NULL);
      hih_step_card_set_instead (self->setup->step_card,
                                 self->setup->stage == HIH_STAGE_FOLLOW && hih_step_is_movement (item->step));
      if (!self->praised)
        set_note (self, first && status != NULL ? HIH_NOTE_LOOK : HIH_NOTE_CALM, first ? status : NULL);
    }
  self->praised = FALSE;
  update_help (self);
  if (first || self->setup->stage != HIH_STAGE_ALONE)
    announce (self, !first);
  self->announced = TRUE;
  hih_stage_guide_emit_changed (HIH_STAGE_GUIDE (self));
}

static void
support_changed_cb (HihRun *run, guint level, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihPlanItem *item = hih_run_get_item (run);
  HihSupport usual = self->setup->stage == HIH_STAGE_FOLLOW ? HIH_SUPPORT_POINTED
                     : self->setup->stage == HIH_STAGE_GUIDED ? HIH_SUPPORT_NAMED
                                                       : HIH_SUPPORT_ALONE;
  g_autofree char *words = NULL;
  g_autofree char *both = NULL;

  if (item == NULL)
    return;
  update_help (self);
  if (level <= usual)
    return;
  words = hih_support_dup_words (level, get_where (self, item->step));
  both = hih_just_said_dup_with (&self->said, hih_context_get_clock (self->setup->context), words);
  set_note (self, HIH_NOTE_INFO, both != NULL ? both : words);
  if (both != NULL)
    {
      hih_reader_then (reader_of (self), words);
      return;
    }
  /* At Alone the instruction itself was not heard yet. */
  if (self->setup->stage == HIH_STAGE_ALONE && level == HIH_SUPPORT_NAMED)
    {
      hih_reader_read_step (reader_of (self), words_of (self, item->step->say), hih_lesson_get_id (self->setup->lesson),
                            item->step->id);
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
  if (self->setup->stage == HIH_STAGE_ALONE && feedback->kind == HIH_FEEDBACK_STEP_MET &&
      feedback->support < HIH_SUPPORT_DONE)
    {
      const HihPlanItem *item = hih_run_get_item (run);

      /* The question of a trap stands until one is out of it. */
      if (item == NULL || item->trap == NULL)
        set_note (self, HIH_NOTE_CALM, NULL);
      return;
    }
  words = hih_feedback_dup_words (feedback, hih_context_get_language (self->setup->context));
  hih_just_said_keep (&self->said, hih_context_get_clock (self->setup->context), feedback->kind, words);
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

  hih_phone_view_hide_hand (self->setup->view);
  hih_phone_view_set_interactive (self->setup->view, TRUE);
  if (self->stopped || self->run == NULL)
    return;
  self->shown = hih_run_get_support (self->run) == HIH_SUPPORT_SHOWN;
  hih_run_performed (self->run);
}

static void
perform_cb (HihRun *run, gconstpointer gesture, gpointer user_data)
{
  HihPractice *self = user_data;

  hih_phone_view_set_interactive (self->setup->view, FALSE);
  hih_phone_view_perform (self->setup->view, gesture, performed_cb, g_object_ref (self));
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
  hih_phone_view_point_at (self->setup->view, NULL, NULL, NULL);
  hih_run_keeper_end_step (self->keeper, hih_plan_get_item (hih_run_get_plan (run), step->index), step, step_stored_cb,
                           g_object_ref (self));
}

static void
run_stored_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  if (!self->stopped)
    hih_stage_guide_emit_ended (HIH_STAGE_GUIDE (self), &self->outcome);
}

static void
ended_cb (HihRun *run, gconstpointer data, gpointer user_data)
{
  HihPractice *self = user_data;
  const HihRunOutcome *outcome = data;

  hih_phone_view_point_at (self->setup->view, NULL, NULL, NULL);
  if (!outcome->finished)
    return;
  self->outcome = *outcome;
  hih_run_keeper_end_run (self->keeper, "done", outcome, run_stored_cb, g_object_ref (self));
}

static void
keeper_failed_cb (HihRunKeeper *keeper, GError *error, gpointer user_data)
{
  hih_stage_guide_emit_trouble (user_data, error);
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

  if (self->run == NULL || hih_run_get_item (self->run) == NULL || hih_run_is_step_met (self->run))
    return;
  update_help (self);
  /* What the hand had done was taken back. */
  if (self->shown && hih_run_get_target (self->run) != NULL)
    {
      self->shown = FALSE;
      set_note (self, HIH_NOTE_INFO, _("Now it is your turn."));
      hih_reader_then (reader_of (self), _("Now it is your turn."));
    }
}

static void
camera_failed_cb (const char *words, gpointer user_data)
{
  set_note (user_data, HIH_NOTE_INFO, words);
}

static void
begin_run (HihPractice *self)
{
  const int *prefs = hih_session_get_prefs (self->setup->session)->values;
  HihRunProfile profile = { self->median_ms, prefs[HIH_PREF_ERRORLESS] != 0 };
  const char *layout = hih_lesson_choose_layout (self->setup->lesson, self->setup->stage, self->setup->round, self->setup->resume);
  gboolean with_traps = self->setup->stage != HIH_STAGE_ALONE || self->setup->round > 0;
  guint index = 0;

  self->phone = hih_phone_new (hih_lesson_get_apps (self->setup->lesson), layout, hih_context_get_clock (self->setup->context));
  g_signal_connect_object (self->phone, "effect", G_CALLBACK (phone_effect_cb), self, 0);
  self->run = hih_run_new (self->setup->lesson, self->setup->stage, with_traps, self->phone, &profile);
  hih_camera_lend (self->setup->context, self->setup->view, camera_failed_cb, G_OBJECT (self));
  hih_phone_view_set_phone (self->setup->view, self->phone);
  hih_element_context_set_fuzzy (hih_phone_view_get_context (self->setup->view), prefs[HIH_PREF_SOUTHERN_SOUNDS] != 0);
  hih_phone_view_set_interactive (self->setup->view, TRUE);
  if (self->setup->resume != NULL)
    {
      index = hih_run_keeper_find_index (hih_run_get_plan (self->run), self->setup->resume);
      hih_run_set_earlier (self->run, self->setup->resume->errors, self->setup->resume->max_level, self->setup->resume->duration_ms);
      hih_run_keeper_resume (self->keeper, self->setup->resume);
    }
  else
    hih_run_keeper_begin (self->keeper, self->setup->lesson, self->setup->stage, layout, self->setup->round);
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
hih_practice_stop (HihStageGuide *guide)
{
  HihPractice *self = HIH_PRACTICE (guide);

  if (self->stopped)
    return;
  self->stopped = TRUE;
  self->clip = NULL;
  hih_step_card_set_clip (self->setup->step_card, NULL);
  hih_phone_view_hide_hand (self->setup->view);
  hih_phone_view_point_at (self->setup->view, NULL, NULL, NULL);
  if (self->run != NULL)
    hih_run_stop (self->run);
}

static void
hih_practice_next (HihStageGuide *guide)
{
  HihPractice *self = HIH_PRACTICE (guide);

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

static void
hih_practice_repeat (HihStageGuide *guide)
{
  HihPractice *self = HIH_PRACTICE (guide);

  if (self->run == NULL)
    return;
  hih_run_repeat (self->run);
  announce (self, FALSE);
}

static gboolean
hih_practice_back (HihStageGuide *guide)
{
  HihPractice *self = HIH_PRACTICE (guide);
  const HihPlanItem *item = self->run != NULL ? hih_run_get_item (self->run) : NULL;

  if (item == NULL || item->lesson_index == 0 || self->setup->stage == HIH_STAGE_ALONE)
    return FALSE;
  hih_reader_stop (reader_of (self));
  hih_run_back (self->run);
  return TRUE;
}

static void
hih_practice_dispose (GObject *object)
{
  HihPractice *self = HIH_PRACTICE (object);

  g_clear_object (&self->run);
  g_clear_object (&self->phone);
  g_clear_object (&self->keeper);
  hih_just_said_clear (&self->said);
  G_OBJECT_CLASS (hih_practice_parent_class)->dispose (object);
}

static void
hih_practice_class_init (HihPracticeClass *klass)
{
  HihStageGuideClass *guide_class = HIH_STAGE_GUIDE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_practice_dispose;
  guide_class->stop = hih_practice_stop;
  guide_class->next = hih_practice_next;
  guide_class->back = hih_practice_back;
  guide_class->repeat = hih_practice_repeat;
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
hih_practice_new (const HihStageSetup *setup)
{
  HihPractice *self = g_object_new (HIH_TYPE_PRACTICE, NULL);

  hih_stage_guide_set_up (HIH_STAGE_GUIDE (self), setup);
  self->setup = hih_stage_guide_get_setup (HIH_STAGE_GUIDE (self));
  self->keeper = hih_run_keeper_new (setup->context, setup->recorded ? hih_session_get_id (setup->session) : NULL);
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
  HihRecords *records = hih_context_get_records (self->setup->context);

  if (records != NULL && hih_session_get_id (self->setup->session) != NULL)
    hih_records_get_step_median_async (records, hih_session_get_id (self->setup->session), NULL, median_cb,
                                       g_object_ref (self));
  else
    begin_run (self);
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
hih_practice_say_again (HihPractice *self)
{
  if (self->run != NULL)
    announce (self, FALSE);
}

static void
shown_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  hih_phone_view_hide_hand (self->setup->view);
  hih_phone_view_set_interactive (self->setup->view, TRUE);
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
  if (self->setup->stage != HIH_STAGE_FOLLOW)
    {
      hih_run_show_me (self->run);
      return;
    }
  hih_performer_next (item->step, hih_lesson_get_apps (self->setup->lesson), hih_phone_get_state (self->phone),
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
  hih_phone_view_set_interactive (self->setup->view, FALSE);
  hih_phone_view_perform (self->setup->view, next.gesture, shown_cb, g_object_ref (self));
  announce (self, FALSE);
}

void
hih_practice_do_instead (HihPractice *self)
{
  const HihPlanItem *item = self->run != NULL ? hih_run_get_item (self->run) : NULL;
  g_auto (HihPerformance) next = { HIH_PERFORM_STUCK };

  if (item == NULL || hih_run_is_step_met (self->run) || !hih_phone_view_get_interactive (self->setup->view))
    return;
  hih_performer_next (item->step, hih_lesson_get_apps (self->setup->lesson), hih_phone_get_state (self->phone),
                      hih_phone_get_layout (self->phone), FALSE, &next);
  if (next.kind == HIH_PERFORM_GESTURE)
    hih_phone_act (self->phone, next.gesture);
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
