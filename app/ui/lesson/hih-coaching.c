/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns the coach's signals into a step on the card, rings on the phone, words in the strip, and speech. */
#include "config.h"

#include "hih-coaching.h"

#include "hih-clip.h"
#include "hih-feedback-words.h"
#include "hih-just-said.h"
#include "hih-lesson-start.h"
#include "hih-step-kind.h"
#include "hih-step-picture.h"
#include "hih-step-view.h"

#include <glib/gi18n.h>

struct _HihCoaching
{
  GObject parent_instance;

  HihStageGuide *guide;       /* borrowed: it owns this */
  const HihStageSetup *setup; /* the guide's */
  HihClip *clip;              /* (nullable) borrowed from the step card, while it is there */
  HihPhone *phone;
  HihRun *run;
  gboolean announced; /* this step was said already */
  gboolean praised;   /* what stands in the strip is about the step before */
  HihJustSaid said;
  gboolean turn;  /* the strip asks for their turn */
  gboolean shown; /* the hand has done the step; it is about to be taken back */
};

G_DEFINE_FINAL_TYPE (HihCoaching, hih_coaching, G_TYPE_OBJECT)

static const char *
words_of (HihCoaching *self, HihText *text)
{
  return hih_stage_guide_get_words (self->guide, text);
}

/* (nullable): where the thing is on this phone: not every layout has it in the same place, nor every screen. */
static const char *
get_where (HihCoaching *self, const HihStep *step)
{
  return hih_run_get_sight (self->run) == HIH_SIGHT_HERE
             ? words_of (self, hih_step_get_where (step, hih_phone_get_layout (self->phone)))
             : NULL;
}

static HihReader *
reader_of (HihCoaching *self)
{
  return hih_stage_guide_get_reader (self->guide);
}

static void
set_note (HihCoaching *self, HihNoteKind kind, const char *text)
{
  self->turn = FALSE;
  if (self->setup->stage == HIH_STAGE_ALONE)
    hih_goal_card_set_note (self->setup->goal_card, kind, text);
  else
    hih_step_card_set_note (self->setup->step_card, kind, text);
}

/* The words of help that stand on the card at this level. */
static void
update_help (HihCoaching *self)
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
    hih_phone_view_point_at (self->setup->view, hih_run_get_target (self->run), hih_step_view_get_tag (kind),
                             hih_tag_get_icon (kind));
  else
    hih_phone_view_point_at (self->setup->view, NULL, NULL, NULL);
}

static void
announce (HihCoaching *self, gboolean after)
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
  HihCoaching *self = user_data;
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
      self->clip = hih_step_picture_show (self->guide, self->clip, item);
      hih_step_card_set_can_show (self->setup->step_card, item->step->kind->dup_gesture != NULL);
      hih_step_card_set_instead (self->setup->step_card,
                                 self->setup->stage == HIH_STAGE_FOLLOW && hih_step_is_movement (item->step));
      if (!self->praised)
        set_note (self, first && status != NULL ? HIH_NOTE_STATUS : HIH_NOTE_CALM, first ? status : NULL);
    }
  self->praised = FALSE;
  update_help (self);
  if (first || self->setup->stage != HIH_STAGE_ALONE)
    announce (self, !first);
  self->announced = TRUE;
  hih_stage_guide_emit_changed (self->guide);
}

static void
support_changed_cb (HihRun *run, guint level, gpointer user_data)
{
  HihCoaching *self = user_data;
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
  words = hih_support_dup_words (level, hih_run_get_sight (run), get_where (self, item->step));
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
  HihCoaching *self = user_data;
  const HihFeedback *feedback = data;
  g_autofree char *words = NULL;

  /* Alone, nothing is said while all goes well. */
  if (self->setup->stage == HIH_STAGE_ALONE && feedback->kind == HIH_FEEDBACK_STEP_MET &&
      feedback->support < HIH_SUPPORT_DONE)
    {
      const HihPlanItem *item = hih_run_get_item (run);
      HihFeedback question = { HIH_FEEDBACK_TRAP, NULL, NULL, HIH_SUPPORT_ALONE };

      /* A hint is over with its step; the question of a trap stands until one is out of it. */
      if (item != NULL && item->trap != NULL)
        {
          question.text = item->trap->say;
          words = hih_feedback_dup_words (&question, hih_context_get_language (self->setup->context));
        }
      set_note (self, words != NULL ? HIH_NOTE_LOOK : HIH_NOTE_CALM, words);
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
phone_effect_cb (HihPhone *phone, gconstpointer data, gpointer user_data)
{
  HihCoaching *self = user_data;
  const HihEffect *effect = data;

  if (hih_effect_get_kind (effect) == HIH_EFFECT_SAY_ALOUD && hih_effect_get_text (effect) != NULL)
    hih_reader_read (reader_of (self), words_of (self, hih_effect_get_text (effect)));
}

static void
phone_changed_cb (HihPhone *phone, gpointer user_data)
{
  HihCoaching *self = user_data;

  if (self->run == NULL || hih_run_get_item (self->run) == NULL || hih_run_is_step_met (self->run))
    return;
  update_help (self);
  /* They had it: now the phone does something by itself, such as ringing at the other's. */
  if (self->turn && hih_run_get_target (self->run) == NULL)
    set_note (self, HIH_NOTE_CALM, NULL);
  /* What the hand had done was taken back. */
  if (self->shown && hih_run_get_target (self->run) != NULL)
    hih_coaching_your_turn (self);
}

static void
hih_coaching_dispose (GObject *object)
{
  HihCoaching *self = HIH_COACHING (object);

  g_clear_object (&self->run);
  g_clear_object (&self->phone);
  hih_just_said_clear (&self->said);
  G_OBJECT_CLASS (hih_coaching_parent_class)->dispose (object);
}

static void
hih_coaching_class_init (HihCoachingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_coaching_dispose;
}

static void
hih_coaching_init (HihCoaching *self)
{
}

/**
 * hih_coaching_new:
 * @guide: whose setup names the cards, the phone's view and the voice; must outlive it
 *
 * Returns: (transfer full): silent until hih_coaching_attach()
 */
HihCoaching *
hih_coaching_new (HihStageGuide *guide)
{
  HihCoaching *self = g_object_new (HIH_TYPE_COACHING, NULL);

  self->guide = guide;
  self->setup = hih_stage_guide_get_setup (guide);
  return self;
}

/**
 * hih_coaching_attach:
 * @run: not begun yet, or its first step would not be said
 *
 * From now on every word of the coach is shown and said.
 */
void
hih_coaching_attach (HihCoaching *self, HihRun *run, HihPhone *phone)
{
  g_return_if_fail (self->run == NULL);
  self->run = g_object_ref (run);
  self->phone = g_object_ref (phone);
  g_signal_connect_object (phone, "effect", G_CALLBACK (phone_effect_cb), self, 0);
  g_signal_connect_object (run, "step-started", G_CALLBACK (step_started_cb), self, 0);
  g_signal_connect_object (run, "support-changed", G_CALLBACK (support_changed_cb), self, 0);
  g_signal_connect_object (run, "feedback", G_CALLBACK (feedback_cb), self, 0);
  g_signal_connect_object (phone, "changed", G_CALLBACK (phone_changed_cb), self, G_CONNECT_AFTER);
}

void
hih_coaching_set_note (HihCoaching *self, HihNoteKind kind, const char *text)
{
  set_note (self, kind, text);
}

void
hih_coaching_say_again (HihCoaching *self)
{
  if (self->run != NULL)
    announce (self, FALSE);
}

void
hih_coaching_your_turn (HihCoaching *self)
{
  const char *turn = _("Now it is your turn.");
  g_autofree char *both = hih_just_said_dup_with (&self->said, hih_context_get_clock (self->setup->context), turn);

  self->shown = FALSE;
  set_note (self, HIH_NOTE_INFO, both != NULL ? both : turn);
  self->turn = TRUE;
  hih_reader_then (reader_of (self), turn);
}

void
hih_coaching_step_over (HihCoaching *self)
{
  if (self->clip != NULL)
    hih_clip_stop (self->clip);
  hih_phone_view_point_at (self->setup->view, NULL, NULL, NULL);
}

void
hih_coaching_performed (HihCoaching *self)
{
  self->shown = hih_run_get_support (self->run) == HIH_SUPPORT_SHOWN;
}

gboolean
hih_coaching_play_clip (HihCoaching *self)
{
  if (self->clip == NULL || !gtk_widget_get_child_visible (GTK_WIDGET (self->clip)))
    return FALSE;
  hih_reader_stop (reader_of (self));
  hih_clip_play (self->clip);
  return TRUE;
}

void
hih_coaching_stop (HihCoaching *self)
{
  self->clip = NULL;
  hih_step_card_set_clip (self->setup->step_card, NULL);
  hih_phone_view_hide_hand (self->setup->view);
  hih_phone_view_point_at (self->setup->view, NULL, NULL, NULL);
}
