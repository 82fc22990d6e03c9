/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Performs a lesson in every layout, with the traps of every stage and without, and tells what would not go. */
#include "config.h"

#include "hih-check.h"

#include <string.h>

#include "hih-check-asking.h"
#include "hih-check-fraud.h"
#include "hih-give-in.h"
#include "hih-lesson-private.h"
#include "hih-performer.h"
#include "hih-reach.h"
#include "hih-step-kind.h"

/* Our own lessons take less than 15 000 of these. A screen with hundreds of buttons, or timers that keep a step waiting
 * for ever, would take a hundred times that. */
#define MAX_WORK 150000
#define WORK_OF_A_MOVE 50

typedef struct
{
  const HihStep *step;
  const HihTrap *trap;  /* (nullable) */
  const HihSlip *slip;  /* (nullable) that held on the way */
  HihAppSet *apps;
  GPtrArray *protects; /* (element-type HihProtect) the lesson's */
  const char *layout;
  GPtrArray *issues;
  gboolean strikes; /* the trap begins with this step */
  gboolean acted;
  gboolean waited; /* after its gesture */
  guint64 *left;   /* of MAX_WORK */
  guint64 work;    /* of hih_scene_get_work(), when last seen */
  HihReach *reach; /* every state that the lesson shows */
  HihAsking *asking; /* (nullable) */
  gboolean ends;   /* the trap ends with this step */
} Visit;

/* In any language: two words of the source may be one in another. */
static gboolean
read_alike (HihText *a, HihText *b)
{
  g_auto (GStrv) languages = hih_text_dup_languages (a);

  for (guint i = 0; languages[i] != NULL; i++)
    {
      if (strcmp (hih_text_get (a, languages[i]), hih_text_get (b, languages[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Counts what else on the screen looks like the target to somebody who reads its title: same kind, same words. */
static guint
count_twins (GPtrArray *nodes, const HihSceneNode *meant, const HihGesture *gesture)
{
  guint n = 0;

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      if (node != meant && g_strcmp0 (node->kind, meant->kind) == 0 && node->title != NULL && meant->title != NULL
          && read_alike (node->title, meant->title)
          && g_strcmp0 (node->picture, meant->picture) == 0 && g_strcmp0 (node->icon, meant->icon) == 0
          && hih_element_answers (node->element, gesture->kind))
        n++;
      n += count_twins (node->children, meant, gesture);
    }
  return n;
}

static void
check_only_one (const Visit *visit, HihPhoneState *state, const HihGesture *gesture)
{
  g_autoptr (HihScene) scene = hih_scene_new (visit->apps, state, visit->layout);
  HihSceneNode *meant = hih_scene_find (scene, visit->step->target);
  GPtrArray *over = hih_scene_get_over (scene);

  if (meant != NULL && count_twins (over != NULL ? over : hih_scene_get_nodes (scene), meant, gesture) > 0)
    hih_issues_add (visit->issues, visit->step->file, visit->step->target_place.line, visit->step->target_place.column,
                    "Give the others another title or picture", "%s cannot be told from another on %s",
                    visit->step->target, hih_scene_get_screen (scene));
}

/* FALSE when there is none left. */
static gboolean
take_work (Visit *visit)
{
  guint64 work = hih_scene_get_work ();
  guint64 done = work - visit->work + WORK_OF_A_MOVE;

  visit->work = work;
  *visit->left = done < *visit->left ? *visit->left - done : 0;
  return *visit->left > 0;
}

/* A slip that nobody can bring about is never told. What a finger does is the same in every layout. */
static void
check_slips (const Visit *visit, HihPhoneState *state)
{
  const HihTrap *trap = visit->trap;

  for (guint i = 0; strcmp (visit->layout, HIH_LAYOUT_A) == 0 && i < trap->slips->len; i++)
    {
      const HihSlip *slip = trap->slips->pdata[i];
      gboolean all = FALSE;
      g_autoptr (HihPhoneState) after = hih_give_in_find (visit->apps, state, visit->layout, slip->when, &all, NULL);

      if (after == NULL && all)
        hih_issues_add (visit->issues, trap->file, trap->line, trap->column,
                        "Name in <tell when> what a touch, a word or a wait brings about, or leave it out",
                        "in the trap %s nothing that a finger does brings about the slip \"%s\"", trap->id,
                        hih_condition_get_text (slip->when));
    }
}

static void
add_reached (const Visit *visit, HihPhoneState *state)
{
  g_autofree char *how = g_strconcat ("step ", visit->step->id, NULL);

  hih_reach_add (visit->reach, state, g_intern_string (how));
}

static gboolean
visit_cb (HihPhoneState *state, const HihPerformance *performance, gpointer data)
{
  Visit *visit = data;

  if (!take_work (visit))
    return FALSE;
  add_reached (visit, state);
  if (visit->asking != NULL)
    hih_asking_visit (visit->asking, state, performance->kind == HIH_PERFORM_GESTURE);
  if (visit->asking != NULL && visit->ends && performance->kind == HIH_PERFORM_DONE)
    hih_asking_end (visit->asking, state, visit->issues);
  for (guint i = 0; visit->trap != NULL && visit->slip == NULL && i < visit->trap->slips->len; i++)
    {
      const HihSlip *slip = visit->trap->slips->pdata[i];

      if (hih_condition_holds (slip->when, state))
        visit->slip = slip;
    }
  if (performance->kind == HIH_PERFORM_GESTURE)
    {
      if (visit->strikes && !visit->acted)
        check_slips (visit, state);
      if (visit->strikes && !visit->acted)
        hih_check_fraud_begin (visit->trap, visit->apps, visit->protects, state, visit->layout, visit->issues);
      if (visit->trap != NULL)
        hih_check_fraud_screen (visit->trap, visit->apps, state, visit->layout, visit->issues);
      visit->acted = TRUE;
      check_only_one (visit, state, performance->gesture);
    }
  else if (performance->kind == HIH_PERFORM_WAIT && visit->acted)
    visit->waited = TRUE;
  return TRUE;
}

/* Where a mistake at @item is to be mended. A drill is good by itself; that it does not fit is the lesson's business. */
static void
complain (const HihPlanItem *item, const HihFilePlace *place, GPtrArray *issues, const char *mend, const char *what)
{
  const HihTrap *trap = item->trap;

  if (trap != NULL && trap->use != NULL)
    hih_issues_add (issues, trap->file, trap->line, trap->column, "Let the drill strike at another step, or mend it",
                    "the drill %s does not fit here: step %s: %s", trap->use, item->step->id, what);
  else
    hih_issues_add (issues, item->step->file, place->line, place->column, mend, "%s", what);
}

/* A slip is something that the trainee does: not the trap, and not the way out of it. */
static void
check_slip (const HihPlanItem *item, const HihSlip *slip, GPtrArray *issues)
{
  g_autofree char *what = NULL;
  HihFilePlace place = { item->trap->line, item->trap->column };

  if (slip == NULL)
    return;
  what = g_strdup_printf ("the slip \"%s\" happens without the trainee", hih_condition_get_text (slip->when));
  complain (item, &place, issues, "Name in <tell when> what only a slip brings about", what);
}

static void
check_item (HihPlan *plan, const HihPlanItem *item, HihPhoneState *state, GPtrArray *issues)
{
  const HihStep *step = item->step;
  HihAppSet *apps = hih_lesson_get_apps (hih_plan_get_lesson (plan));
  g_autoptr (HihPhoneState) start = item->trap_starts ? hih_brain_run_effects (apps, state, item->trap->effects, NULL)
                                                      : hih_phone_state_ref (state);

  if (step->until != NULL && hih_condition_holds (step->until, start))
    {
      g_autofree char *what = g_strdup_printf ("the step is met before it begins: \"%s\" holds already",
                                               hih_condition_get_text (step->until));

      complain (item, &step->until_place, issues, "Leave the step out, or say in until what it changes", what);
    }
}

/* Walks one plan in one layout. */
static void
walk (HihPlan *plan, const char *layout, HihReach *reach, guint64 *left, GPtrArray *issues)
{
  HihLesson *lesson = hih_plan_get_lesson (plan);
  g_autoptr (HihPhoneState) state = hih_lesson_dup_start_state (lesson);
  g_autoptr (HihPhoneState) before_trap = NULL;
  g_autoptr (HihAsking) asking = NULL;
  const HihStep *goal_step = NULL;
  gboolean told = FALSE;

  if (hih_condition_holds (lesson->goal, state))
    {
      hih_issues_add (issues, lesson->path, lesson->goal_place.line, lesson->goal_place.column,
                      "Name in when what only the whole lesson brings about", "the goal holds before the lesson begins");
      return;
    }
  for (guint i = 0; i < hih_plan_get_n_items (plan); i++)
    {
      const HihPlanItem *item = hih_plan_get_item (plan, i);
      const HihStep *step = item->step;
      Visit visit = { step, item->trap, NULL, hih_lesson_get_apps (lesson), hih_lesson_get_protects (lesson), layout, issues,
                      item->trap_starts, FALSE, FALSE, left, hih_scene_get_work (), reach, NULL, item->trap_ends };
      g_autofree char *reason = NULL;
      HihPhoneState *next;

      check_item (plan, item, state, issues);
      if (item->trap_starts)
        {
          g_clear_pointer (&asking, hih_asking_free);
          asking = hih_asking_new (item->trap, visit.apps, visit.protects, state, layout);
        }
      visit.asking = item->trap != NULL ? asking : NULL;
      if (goal_step != NULL && !told && item->trap == NULL && step->kind->dup_gesture != NULL)
        {
          told = TRUE;
          hih_issues_add (issues, lesson->path, lesson->goal_place.line, lesson->goal_place.column,
                          "Name in when what the last step brings about",
                          "the goal is reached by step %s, so step %s would never be asked for alone", goal_step->id,
                          step->id);
        }
      next = hih_performer_go_on (plan, i, state, &before_trap, layout, visit_cb, &visit, &reason);
      if (next == NULL && *left == 0)
        {
          hih_issues_add (issues, lesson->path, step->line, step->column,
                          "Make the screens smaller, or the lesson shorter; let no timer start itself again",
                          "performing the lesson takes too long: given up at step %s in layout %s", step->id, layout);
          return;
        }
      if (next == NULL)
        {
          g_autofree char *what = g_strdup_printf ("%sin layout %s the step cannot be done: %s",
                                                   item->trap != NULL ? "the trap cannot be recovered from: " : "",
                                                   layout, reason != NULL ? reason : "nothing happens");

          complain (item, &step->target_place, issues,
                    item->trap != NULL ? "Mend the trap's effects or its steps, so that they lead out"
                                       : "Mend the step's target or until, or the app",
                    what);
          return;
        }
      if (visit.waited && !step->wait)
        complain (item, &(HihFilePlace) { step->line, step->column }, issues, "Write wait=\"yes\"",
                  "the result of the step takes time");
      if (item->trap != NULL)
        check_slip (item, visit.slip, issues);
      hih_phone_state_unref (state);
      state = next;
      if (goal_step == NULL && item->trap == NULL && hih_condition_holds (lesson->goal, state))
        goal_step = step;
    }
  if (!hih_condition_holds (lesson->goal, state))
    hih_issues_add (issues, lesson->path, lesson->goal_place.line, lesson->goal_place.column,
                    "Add the step that is missing, or mend when",
                    "the goal \"%s\" is not reached by the lesson's steps in layout %s",
                    hih_condition_get_text (lesson->goal), layout);
}

static void
add_new (GPtrArray *issues, GPtrArray *found)
{
  hih_issues_sort (found);
  for (guint i = 0; i < found->len; i++)
    {
      const HihIssue *issue = found->pdata[i];

      hih_issues_add (issues, issue->file, issue->line, issue->column, issue->mend, "%s", issue->what);
    }
}

/* From wherever the lesson leads a trainee, whatever is touched there: also where only the lesson opens a screen, or
 * where it prepares the phone so. */
static void
check_ways_out (HihLesson *lesson, HihReach *reach, GPtrArray *issues)
{
  g_autoptr (GPtrArray) screens = NULL;

  hih_reach_explore (reach);
  screens = hih_reach_dup_screens (reach);
  for (guint i = 0; i < screens->len; i++)
    {
      const char *screen = screens->pdata[i];
      g_autofree char *when = hih_reach_dup_dead_end (reach, screen);
      int line = 0, column = 0;
      const char *file = hih_app_set_get_screen_place (hih_lesson_get_apps (lesson), screen, &line, &column);

      if (when != NULL && !hih_issues_tell_of (issues, file, line))
        hih_issues_add (issues, file, line, column, "Give it a button that leads away always, whatever happened before",
                        "in the lesson %s no finger leads away from %s %s", lesson->id, screen, when);
    }
}

/**
 * hih_check_lesson:
 *
 * Performs @lesson on the brain alone. Any thread.
 */
void
hih_check_lesson (HihLesson *lesson, GPtrArray *issues)
{
  guint64 left = MAX_WORK;
  g_autoptr (HihReach) reach = hih_reach_new (hih_lesson_get_apps (lesson), TRUE, MAX_WORK);

  if (lesson->traps->len == 0)
    hih_issues_add (issues, lesson->path, lesson->id_place.line, lesson->id_place.column,
                    "Let one of drills/ strike: <trap use=\"dark-screen\" at=\"STEP\" stages=\"alone\"/>, or write one",
                    "the lesson has no trap: nobody learns in it what to do when something goes wrong");
  for (guint i = 0; lesson->layouts[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = hih_issues_new ();
      g_autoptr (HihPlan) plain = hih_plan_new (lesson, HIH_STAGE_ALONE, FALSE);

      walk (plain, lesson->layouts[i], reach, &left, found);
      /* The traps are looked at once the bare way is good. */
      for (guint stage = HIH_STAGE_FOLLOW; found->len == 0 && stage < HIH_N_STAGES; stage++)
        {
          g_autoptr (HihPlan) plan = hih_plan_new (lesson, stage, TRUE);

          if (hih_plan_get_n_items (plan) > hih_plan_get_n_items (plain))
            walk (plan, lesson->layouts[i], reach, &left, found);
        }
      if (found->len > 0)
        {
          add_new (issues, found);
          return; /* the same mistake in three layouts is one mistake */
        }
    }
  check_ways_out (lesson, reach, issues);
}
