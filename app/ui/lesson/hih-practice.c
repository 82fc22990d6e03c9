/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Joins the coach (HihRun) with the phone, the buttons and the keeper; HihCoaching shows and says what the coach tells.
 * It decides nothing: buttons become calls. A step's end goes to the keeper, and only its answer lets the run go on: a
 * step is on disk before the next begins.
 */
#include "config.h"

#include "hih-practice.h"

#include "hih-camera-lend.h"
#include "hih-coaching.h"
#include "hih-error-text.h"
#include "hih-lesson-start.h"

#include <glib/gi18n.h>

struct _HihPractice
{
  HihStageGuide parent_instance;

  const HihStageSetup *setup; /* the guide's */
  HihCoaching *coaching;
  HihPhone *phone;
  HihRun *run;
  HihRunKeeper *keeper;
  HihRunOutcome outcome; /* once it has ended */
  gint64 median_ms;
  char **layouts_seen; /* (nullable) of this lesson, the latest first */
  gboolean stopped;
  gboolean showing; /* the hand is on its way: nothing is to be touched, but a finger that comes all the same ends it */
};

G_DEFINE_FINAL_TYPE (HihPractice, hih_practice, HIH_TYPE_STAGE_GUIDE)

static HihReader *
reader_of (HihPractice *self)
{
  return hih_stage_guide_get_reader (HIH_STAGE_GUIDE (self));
}

/* With or without having arrived. */
static void
end_showing (HihPractice *self)
{
  self->showing = FALSE;
  hih_phone_view_hide_hand (self->setup->view);
  hih_phone_view_set_interactive (self->setup->view, TRUE);
}

static void
begin_showing (HihPractice *self, const HihGesture *gesture, GSourceOnceFunc done)
{
  self->showing = TRUE;
  hih_phone_view_set_interactive (self->setup->view, FALSE);
  hih_phone_view_perform (self->setup->view, gesture, done, g_object_ref (self), g_object_unref);
}

/* Somebody eager does not wait for the hand: it is their turn at once. */
static void
interrupted_cb (HihPhoneView *view, HihPractice *self)
{
  if (self->stopped || !self->showing || self->run == NULL)
    return;
  end_showing (self);
  hih_run_take_over (self->run);
  hih_coaching_your_turn (self->coaching);
}

static void
performed_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  end_showing (self);
  if (self->stopped || self->run == NULL)
    return;
  hih_coaching_performed (self->coaching);
  hih_run_performed (self->run);
}

static void
perform_cb (HihRun *run, gconstpointer gesture, gpointer user_data)
{
  HihPractice *self = user_data;

  begin_showing (self, gesture, performed_cb);
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

  hih_coaching_step_over (self->coaching);
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
camera_failed_cb (const char *words, gpointer user_data)
{
  hih_coaching_set_note (HIH_PRACTICE (user_data)->coaching, HIH_NOTE_INFO, words);
}

/* What was begun is gone on with as it was. */
static const char *
choose_layout (HihPractice *self)
{
  const HihStageSetup *setup = self->setup;

  if (setup->resume != NULL && g_strv_contains (hih_lesson_get_layouts (setup->lesson), setup->resume->layout))
    return setup->resume->layout;
  return hih_plan_choose_layout (setup->lesson, setup->stage, setup->round, (const char *const *) self->layouts_seen);
}

static void
begin_run (HihPractice *self)
{
  const int *prefs = hih_session_get_prefs (self->setup->session)->values;
  HihRunProfile profile = { self->median_ms, prefs[HIH_PREF_ERRORLESS] != 0 };
  const char *layout = choose_layout (self);
  gboolean with_traps = self->setup->stage != HIH_STAGE_ALONE || self->setup->round > 0;
  guint index = 0;

  self->phone = hih_phone_new (hih_lesson_get_apps (self->setup->lesson), layout, hih_context_get_clock (self->setup->context));
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
  hih_coaching_attach (self->coaching, self->run, self->phone);
  g_signal_connect_object (self->run, "step-ended", G_CALLBACK (step_ended_cb), self, 0);
  g_signal_connect_object (self->run, "perform", G_CALLBACK (perform_cb), self, 0);
  g_signal_connect_object (self->run, "ended", G_CALLBACK (ended_cb), self, 0);
  hih_run_start (self->run, index);
}

static void
layouts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;
  g_autoptr (GError) error = NULL;

  self->layouts_seen = hih_records_list_layouts_finish (HIH_RECORDS (source), result, &error);
  hih_error_log (error);
  if (!self->stopped)
    begin_run (self);
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
    hih_records_list_layouts_async (HIH_RECORDS (source), hih_session_get_id (self->setup->session),
                                    hih_lesson_get_id (self->setup->lesson), NULL, layouts_cb, g_object_ref (self));
}

static void
hih_practice_stop (HihStageGuide *guide)
{
  HihPractice *self = HIH_PRACTICE (guide);

  if (self->stopped)
    return;
  self->stopped = TRUE;
  /* A hand on its way holds on to us; and who comes next shall touch the phone. */
  end_showing (self);
  hih_coaching_stop (self->coaching);
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

      hih_coaching_set_note (self->coaching, HIH_NOTE_INFO, words);
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
  hih_coaching_say_again (self->coaching);
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

  g_clear_pointer (&self->layouts_seen, g_strfreev);
  g_clear_object (&self->coaching);
  g_clear_object (&self->run);
  g_clear_object (&self->phone);
  g_clear_object (&self->keeper);
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
  self->coaching = hih_coaching_new (HIH_STAGE_GUIDE (self));
  self->keeper = hih_run_keeper_new (setup->context, setup->recorded ? hih_session_get_id (setup->session) : NULL);
  g_signal_connect_object (setup->view, "interrupted", G_CALLBACK (interrupted_cb), self, 0);
  g_signal_connect_object (self->keeper, "failed", G_CALLBACK (keeper_failed_cb), self, 0);
  return self;
}

/**
 * hih_practice_start:
 *
 * Asks how fast this person usually is and which layouts are known to them, then begins.
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
  hih_coaching_say_again (self->coaching);
}

static void
shown_cb (gpointer user_data)
{
  g_autoptr (HihPractice) self = user_data;

  end_showing (self);
  if (!self->stopped)
    hih_coaching_your_turn (self->coaching);
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
  if (hih_coaching_play_clip (self->coaching))
    return;
  if (next.kind != HIH_PERFORM_GESTURE)
    {
      hih_practice_say_again (self);
      return;
    }
  /* The hand only moves: nothing is done, so nothing has to be undone. */
  begin_showing (self, next.gesture, shown_cb);
  hih_coaching_say_again (self->coaching);
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
