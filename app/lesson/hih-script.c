/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replays a script of gestures on the core alone. Deterministic: the clock moves only by "wait" and the hand's way. */
#include "config.h"

#include "hih-script.h"

#include "hih-json.h"
#include "hih-lesson-private.h"

#include <stdlib.h>
#include <string.h>

/* How long the view's hand takes, so that help level 3 works here too. */
#define HAND_MS 1500

G_DEFINE_QUARK (hih-script-error-quark, hih_script_error)

typedef struct
{
  HihRun *run;
  HihPhone *phone;
  HihClock *clock;
  guint hand_id;
  const char *feedback; /* (nullable) the language it is told in */
  gboolean ended;
  HihScriptLine line;
  gpointer data;
} Script;

static void
step_ended_cb (HihRun *run, const HihStepOutcome *outcome, Script *self)
{
  g_autoptr (GString) out = g_string_new ("{\"outcome\":\"step\",\"index\":");

  g_string_append_printf (out, "%u,\"step\":", outcome->index);
  hih_json_append_string (out, outcome->step_id);
  g_string_append (out, ",\"trap\":");
  hih_json_append_string (out, outcome->trap_id);
  if (outcome->trap_id != NULL)
    {
      g_string_append (out, ",\"kind\":");
      hih_json_append_string (out, outcome->trap_kind);
      g_string_append_printf (out, ",\"recovered\":%s,\"slip\":%s", outcome->recovered ? "true" : "false",
                              outcome->slipped ? "true" : "false");
    }
  g_string_append_printf (out,
                          ",\"support\":%u,\"errors\":%u,\"nears\":%u,\"helps\":%u,\"duration_ms\":%" G_GINT64_FORMAT
                          ",\"hits\":[",
                          (guint) outcome->support, outcome->errors, outcome->nears, outcome->helps,
                          outcome->duration_ms);
  for (guint i = 0; outcome->hits[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      hih_json_append_string (out, outcome->hits[i]);
    }
  g_string_append (out, "]}");
  self->line (out->str, self->data);
  /* It is on paper as soon as it is told: the run may go on at once. */
  hih_run_go_on (run);
}

static void
ended_cb (HihRun *run, const HihRunOutcome *outcome, Script *self)
{
  g_autofree char *out = g_strdup_printf (
      "{\"outcome\":\"run\",\"finished\":%s,\"able_alone\":%s,\"errors\":%u,\"highest\":%u,\"duration_ms\":%" G_GINT64_FORMAT
      "}",
      outcome->finished ? "true" : "false", outcome->able_alone ? "true" : "false", outcome->errors,
      (guint) outcome->highest, outcome->duration_ms);

  self->ended = TRUE;
  self->line (out, self->data);
}

static void
feedback_cb (HihRun *run, const HihFeedback *feedback, Script *self)
{
  static const char *const NAMES[] = { "step-met", "named", "near", "wandered", "brought-back", "protected", "trap",
                                       "recovered", "goal-met" };
  g_autoptr (GString) out = g_string_new ("{\"feedback\":");

  if (self->feedback == NULL)
    return;
  hih_json_append_string (out, NAMES[feedback->kind]);
  g_string_append (out, ",\"text\":");
  hih_json_append_string (out, feedback->text != NULL ? hih_text_get (feedback->text, self->feedback) : NULL);
  g_string_append (out, ",\"target\":");
  hih_json_append_string (out, feedback->target);
  g_string_append_c (out, '}');
  self->line (out->str, self->data);
}

static void
hand_arrived_cb (gpointer data)
{
  Script *self = data;

  self->hand_id = 0;
  hih_run_performed (self->run);
}

static void
perform_cb (HihRun *run, const HihGesture *gesture, Script *self)
{
  hih_clock_clear_timeout (self->clock, &self->hand_id);
  self->hand_id = hih_clock_add_timeout (self->clock, HAND_MS, hand_arrived_cb, self);
}

/* Does what the performer does until the step has changed. */
static gboolean
do_step (Script *self, GError **error)
{
  HihPlan *plan = hih_run_get_plan (self->run);
  HihAppSet *apps = hih_phone_get_apps (self->phone);
  guint n_outcomes = hih_run_get_outcomes (self->run)->len;
  gboolean acted = FALSE;

  while (!self->ended && hih_run_get_outcomes (self->run)->len == n_outcomes)
    {
      const HihPlanItem *item = hih_plan_get_item (plan, hih_run_get_index (self->run));
      g_auto (HihPerformance) performance = { HIH_PERFORM_STUCK };

      if (hih_run_is_waiting_for_word (self->run))
        {
          hih_run_next (self->run);
          continue;
        }
      hih_performer_next (item->step, apps, hih_phone_get_state (self->phone), hih_phone_get_layout (self->phone), acted,
                          &performance);
      if (performance.kind == HIH_PERFORM_GESTURE)
        {
          hih_phone_act (self->phone, performance.gesture);
          acted = TRUE;
        }
      else if (performance.kind == HIH_PERFORM_WAIT)
        hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (self->clock), performance.wait_ms);
      else
        {
          g_set_error (error, HIH_SCRIPT_ERROR, HIH_SCRIPT_ERROR_STUCK, "step %s: %s", item->step->id,
                       performance.reason != NULL ? performance.reason : "nothing to do");
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
wait (Script *self, const char *text, GError **error)
{
  char *end = NULL;
  double seconds = text != NULL ? g_ascii_strtod (text, &end) : 0;

  if (text == NULL || end == text || *end != '\0' || !(seconds >= 0 && seconds <= 86400))
    {
      g_set_error (error, HIH_SCRIPT_ERROR, HIH_SCRIPT_ERROR_SYNTAX, "wait needs seconds, such as 10 or 0.5");
      return FALSE;
    }
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (self->clock), (gint64) (seconds * 1000 + 0.5));
  return TRUE;
}

/* As the lesson's own steps may name it; "app/" is a tap on none. */
static gboolean
check_target (Script *self, const char *target, GError **error)
{
  HihAppSet *apps = hih_phone_get_apps (self->phone);
  const char *slash = strchr (target, '/');
  g_autofree char *app = g_strndup (target, (gsize) (slash - target));
  g_autofree char *mend = NULL;

  if (hih_app_set_find_element (apps, target) != NULL || hih_lesson_is_system_target (target) ||
      (slash[1] == '\0' && hih_app_set_has_app (apps, app)))
    return TRUE;
  if (hih_app_set_has_app (apps, app))
    mend = hih_app_set_suggest_target (apps, target);
  g_set_error (error, HIH_SCRIPT_ERROR, HIH_SCRIPT_ERROR_SYNTAX, "the phone of this lesson has no element %.60s%s%s",
               target, mend != NULL ? ". " : "", mend != NULL ? mend : "");
  return FALSE;
}

static gboolean
act (Script *self, HihGestureKind kind, const char *target, const char *value, GError **error)
{
  g_autoptr (HihGesture) gesture = NULL;
  gboolean needs_value = kind == HIH_GESTURE_DRAG || kind == HIH_GESTURE_TYPE;

  if (target == NULL || strchr (target, '/') == NULL || (kind == HIH_GESTURE_DRAG && value == NULL)
      || (!needs_value && value != NULL))
    {
      g_set_error (error, HIH_SCRIPT_ERROR, HIH_SCRIPT_ERROR_SYNTAX, "%s needs app/element%s",
                   hih_gesture_kind_get_name (kind), needs_value ? " and a value" : " and nothing else");
      return FALSE;
    }
  if (!check_target (self, target, error))
    return FALSE;
  gesture = hih_gesture_new (kind, target, needs_value && value == NULL ? "" : value);
  hih_phone_act (self->phone, gesture);
  return TRUE;
}

static gboolean
run_line (Script *self, const char *line, GError **error)
{
  static const struct
  {
    const char *name;
    void (*func) (HihRun *run);
  } WORDS[] = { { "help", hih_run_help }, { "next", hih_run_next }, { "again", hih_run_repeat },
                { "back", hih_run_back } };
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  HihGestureKind kind;

  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      if (strcmp (line, WORDS[i].name) == 0)
        {
          WORDS[i].func (self->run);
          return TRUE;
        }
    }
  if (strcmp (line, "pause") == 0 || strcmp (line, "resume") == 0)
    hih_run_set_paused (self->run, *line == 'p');
  else if (strcmp (line, "do all") == 0)
    {
      while (!self->ended)
        {
          if (!do_step (self, error))
            return FALSE;
        }
    }
  else if (strcmp (line, "do") == 0)
    return do_step (self, error);
  else if (strcmp (words[0], "wait") == 0)
    return wait (self, words[1], error);
  else if (strcmp (words[0], "near") == 0 && words[1] != NULL && strchr (words[1], '/') != NULL)
    {
      if (!check_target (self, words[1], error))
        return FALSE;
      hih_phone_report_near (self->phone, words[1]);
    }
  else if (hih_gesture_kind_parse (words[0], &kind))
    return act (self, kind, words[1], words[1] != NULL ? words[2] : NULL, error);
  else
    {
      g_set_error (error, HIH_SCRIPT_ERROR, HIH_SCRIPT_ERROR_SYNTAX, "\"%.60s\" is not known", line);
      return FALSE;
    }
  return TRUE;
}

/**
 * hih_script_run:
 * @feedback: (nullable): the language in which what is said is told too, such as `zh_CN`; %NULL: only outcomes are told
 * @line: (scope call): called for each line of the answer
 *
 * What a script does after the run's end is checked for its words, and has no effect.
 *
 * Returns: %TRUE when every line was understood
 */
gboolean
hih_script_run (HihLesson *lesson, HihStage stage, gboolean with_traps, const char *layout, const char *script,
                const char *feedback, HihScriptLine line, gpointer data, GError **error)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (0);
  g_autoptr (HihPhone) phone = hih_phone_new (hih_lesson_get_apps (lesson), layout, clock);
  g_autoptr (HihRun) run = hih_run_new (lesson, stage, with_traps, phone, NULL);
  g_auto (GStrv) lines = g_strsplit (script, "\n", -1);
  Script self = { run, phone, clock, 0, feedback, FALSE, line, data };
  gboolean good = TRUE;

  g_signal_connect (run, "step-ended", G_CALLBACK (step_ended_cb), &self);
  g_signal_connect (run, "ended", G_CALLBACK (ended_cb), &self);
  g_signal_connect (run, "feedback", G_CALLBACK (feedback_cb), &self);
  g_signal_connect (run, "perform", G_CALLBACK (perform_cb), &self);
  hih_run_start (run, 0);
  for (guint i = 0; good && lines[i] != NULL; i++)
    {
      char *text = g_strstrip (lines[i]);

      if (*text == '\0' || *text == '#')
        continue;
      good = run_line (&self, text, error);
      if (!good)
        g_prefix_error (error, "script line %u: ", i + 1);
        }
  hih_clock_clear_timeout (clock, &self.hand_id);
  /* A script that cannot be followed has no result: its error is all there is to say. */
  if (!good)
    g_signal_handlers_disconnect_by_data (run, &self);
  hih_run_stop (run);
  g_signal_handlers_disconnect_by_data (run, &self);
  return good;
}
