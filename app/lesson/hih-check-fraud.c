/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a trap is called does not matter, only what can happen in it. Where something can be given away the screen says
 * that it is only practised; giving it away is a slip, told kindly, and no protected key; and where somebody deceives
 * the way out ends with a person who is asked.
 */
#include "config.h"

#include "hih-check-fraud.h"

#include <string.h>

#include "hih-brain.h"
#include "hih-scene.h"
#include "hih-suggest.h"

/* Labels of what can be given away. That a password is made up, or a code, is said where nothing can be lost. */
#define GIVEN_AWAY "scam drill payment"

/* Where something is given away and nobody deceives: the only kinds of a trap with a slip that are no fraud. What is asked
 * for in them is looked at as well (hih-check-asking.c): no name makes a fraud something else. */
#define NOBODY_DECEIVES "permission misheard charge wrong-person rumour"

static const char *
get_place (HihPhoneState *state)
{
  const char *over = hih_phone_state_get_over (state);

  return over != NULL ? over : hih_phone_state_get_screen (state);
}

static GPtrArray *
get_nodes (HihScene *scene)
{
  GPtrArray *over = hih_scene_get_over (scene);

  return over != NULL ? over : hih_scene_get_nodes (scene);
}

/* @what: one or more, with spaces between */
static gboolean
find_mark (GPtrArray *nodes, const char *what)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      if (strcmp (node->kind, "mark") == 0 &&
          hih_words_contain (what, hih_element_get_attribute (node->element, "what")))
        return TRUE;
      if (find_mark (node->children, what))
        return TRUE;
    }
  return FALSE;
}

static gboolean
shows_mark (HihAppSet *apps, HihPhoneState *state, const char *layout, const char *what)
{
  g_autoptr (HihScene) scene = hih_scene_new (apps, state, layout);

  return find_mark (get_nodes (scene), what);
}

/* The author's own word for it; everybody else is found out by what the trap does. */
gboolean
hih_check_fraud_is (const HihTrap *trap)
{
  return g_strcmp0 (trap->kind, "scam") == 0 ||
         (trap->slips->len > 0 && (trap->kind == NULL || !hih_words_contain (NOBODY_DECEIVES, trap->kind)));
}

/**
 * hih_check_fraud_is_labelled:
 *
 * Returns: whether the place that @state shows carries the label of a fraud
 */
gboolean
hih_check_fraud_is_labelled (HihAppSet *apps, HihPhoneState *state, const char *layout)
{
  return shows_mark (apps, state, layout, "scam");
}

static const HihSlip *
find_slip (const HihTrap *trap, HihPhoneState *state)
{
  for (guint i = 0; i < trap->slips->len; i++)
    {
      const HihSlip *slip = trap->slips->pdata[i];

      if (hih_condition_holds (slip->when, state))
        return slip;
    }
  return NULL;
}

/**
 * hih_check_fraud_screen:
 *
 * Also the home screen and the phone's own bars may be on the way out: only what an app shows can carry a label.
 */
void
hih_check_fraud_screen (const HihTrap *trap, HihAppSet *apps, HihPhoneState *state, const char *layout,
                        GPtrArray *issues)
{
  const char *screen = get_place (state);
  int line = trap->line, column = trap->column;
  const char *file;

  if ((trap->slips->len == 0 && !hih_check_fraud_is (trap)) ||
      shows_mark (apps, state, layout, hih_check_fraud_is (trap) ? "scam" : GIVEN_AWAY))
    return;
  file = hih_app_set_get_screen_place (apps, screen, &line, &column);
  hih_issues_add (issues, file != NULL ? file : trap->file, line, column,
                  hih_check_fraud_is (trap) ? "Put <mark what=\"scam\"/> on it; where nobody deceives, write one of the kinds that are no "
                                    "fraud: " NOBODY_DECEIVES
                                  : "Put <mark what=\"scam\"/> on it, or what=\"drill\" where nobody deceives",
                  "a trap in which something can be given away (%s, kind=\"%s\") is practised on %s, which does not say "
                  "that it is only practice%s", trap->id != NULL ? trap->id : trap->kind, trap->kind, screen,
                  hih_check_fraud_is (trap) ? " of a fraud" : "");
}

/* What one tap on @node gives away, if anything. */
static void
check_touch (const HihTrap *trap, HihAppSet *apps, GPtrArray *protects, HihPhoneState *state, const char *layout,
             const HihSceneNode *node, GPtrArray *issues)
{
  g_autoptr (HihGesture) tap = hih_gesture_new (HIH_GESTURE_TAP, node->target, NULL);
  g_autoptr (HihPhoneState) after = hih_brain_apply (apps, state, tap, NULL);

  if (find_slip (trap, after) != NULL)
    {
      /* Where it led: the label must be there too. */
      hih_check_fraud_screen (trap, apps, after, layout, issues);
      return;
    }
  for (guint i = 0; i < protects->len; i++)
    {
      const HihProtect *protect = protects->pdata[i];
      const char *value = hih_phone_state_get (after, protect->key);

      if (g_strcmp0 (value, hih_phone_state_get (state, protect->key)) == 0)
        continue;
      hih_issues_add (issues, trap->file, trap->line, trap->column,
                      "Add <tell when=\"KEY=VALUE\">: what is nearly given away in a trap is told kindly, and is no error",
                      "in the trap %s a tap on %s gives %s=%s away, and no slip says so", trap->id, node->target,
                      protect->key, value);
      return;
    }
}

static void
check_touches (const HihTrap *trap, HihAppSet *apps, GPtrArray *protects, HihPhoneState *state, const char *layout,
               GPtrArray *nodes, GPtrArray *issues)
{
  const char *right = ((HihStep *) trap->steps->pdata[0])->target;

  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      if (node->sensitive && g_strcmp0 (node->target, right) != 0 && !g_str_has_suffix (node->target, "/") &&
          hih_element_answers (node->element, HIH_GESTURE_TAP))
        check_touch (trap, apps, protects, state, layout, node, issues);
      check_touches (trap, apps, protects, state, layout, node->children, issues);
    }
}

void
hih_check_fraud_begin (const HihTrap *trap, HihAppSet *apps, GPtrArray *protects, HihPhoneState *state,
                       const char *layout, GPtrArray *issues)
{
  g_autoptr (HihScene) scene = hih_scene_new (apps, state, layout);

  check_touches (trap, apps, protects, state, layout, get_nodes (scene), issues);
  if (!hih_check_fraud_is (trap) && !find_mark (get_nodes (scene), "scam"))
    return;
  if (trap->slips->len == 0)
    hih_issues_add (issues, trap->file, trap->line, trap->column,
                    "Add <tell when=\"app.key=value\">: what can nearly be given away, told kindly afterwards",
                    "the fraud %s tells the same to those who gave something away and those who did not", trap->id);
  if (trap->steps->len < 2)
    hih_issues_add (issues, trap->file, trap->line, trap->column,
                    "Write the way out as: stop (or hang up), and then ask a person",
                    "the way out of the fraud %s does not end with asking a person", trap->id);
}
