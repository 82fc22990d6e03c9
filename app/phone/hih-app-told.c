/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A fraud may come as a notice, or be said aloud: its words stand in an effect, on no screen. They come up on whatever the
 * effects beside them lead to; that place has the label of a fraud. Which place that is the brain tells: a screen is opened,
 * what its button needs is made to hold, and the effects are run.
 */
#include "config.h"

#include "hih-app-effects.h"
#include "hih-app-private.h"
#include "hih-brain.h"
#include "hih-condition-private.h"
#include "hih-suggest.h"
#include "hih-swindle.h"

#include <string.h>

#define SOMETHING "1"

typedef struct
{
  HihAppSet *apps;
  GPtrArray *issues;
} Check;

/* Another value than @text. Returns: (nullable) */
static const char *
find_other (const HihKey *key, const char *text)
{
  for (guint i = 0; i < key->values->len; i++)
    {
      const HihKeyValue *value = key->values->pdata[i];

      if (strcmp (value->id, text) != 0)
        return value->id;
    }
  return SOMETHING;
}

/* Returns: (transfer full): @state so that @when (nullable) holds, as far as keys decide it; takes @state */
static HihPhoneState *
make_hold (HihAppSet *apps, HihPhoneState *state, const HihCondition *when)
{
  for (guint i = 0; when != NULL && i < when->terms->len; i++)
    {
      const HihTerm *term = &g_array_index (when->terms, HihTerm, i);
      const HihKey *key = term->type == HIH_TERM_KEY ? hih_app_set_find_key (apps, term->name) : NULL;
      HihPhoneState *next;

      if (key == NULL || (term->negative && g_strcmp0 (hih_phone_state_get (state, key->name), term->text) != 0))
        continue;
      next = hih_app_set_change_state (apps, state, key->name, term->negative ? find_other (key, term->text) : term->text);
      hih_phone_state_unref (state);
      state = next;
    }
  return state;
}

static gboolean
shows_mark (GPtrArray *elements, HihPhoneState *state)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      if (hih_element_is_shown (element, state) &&
          ((element->kind == &hih_mark_element_kind && hih_words_contain (HIH_FRAUD_LABELS, hih_element_get_attribute (element, "what"))) ||
           shows_mark (element->children, state)))
        return TRUE;
    }
  return FALSE;
}

/* Its title and its words, as they are read in one. */
static gboolean
is_said (const HihEffect *effect, HihAsk ask)
{
  g_auto (GStrv) languages = effect->title != NULL && effect->text != NULL ? hih_text_dup_languages (effect->text) : NULL;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", hih_text_get (effect->title, languages[i]), hih_text_get (effect->text, languages[i]));

      if (ask (both))
        return TRUE;
    }
  return hih_text_is (effect->title, ask) || hih_text_is (effect->text, ask);
}

/* A notice and a voice are somebody; what the phone itself says for a moment asks for nothing, unless a swindler wrote it. */
gboolean
hih_effect_is_fraud (const HihEffect *effect)
{
  gboolean is_somebody = effect->kind == HIH_EFFECT_NOTIFY || effect->kind == HIH_EFFECT_SAY_ALOUD;

  return is_said (effect, is_somebody ? hih_fraud_is_said : hih_swindle_is_said);
}

/* @state: as it is before @effects run */
static void
check_effects (Check *check, HihPhoneState *state, GPtrArray *effects)
{
  g_autoptr (HihPhoneState) after = hih_brain_run_effects (check->apps, state, effects, NULL);
  const HihScreen *screen = hih_app_set_get_visible (check->apps, after);

  for (guint i = 0; i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      if (hih_effect_is_fraud (effect) && screen != NULL && !shows_mark (screen->elements, after))
        hih_issues_add (check->issues, effect->file, effect->line, effect->column,
                        "Put <mark what=\"scam\"/> (or drill, where nobody deceives) on the screen over which it comes, without `when` "
                        "or with one that holds then",
                        "words as swindlers say them, that want a code, a number, money or the screen (<%s>), come over %s, which does not "
                        "say that it is only practice", hih_effect_kind_get_name (effect->kind), screen->name);
      if (effect->kind == HIH_EFFECT_AFTER && effect->children != NULL)
        {
          g_autoptr (HihPhoneState) then = make_hold (check->apps, hih_phone_state_ref (after), effect->condition);

          check_effects (check, then, effect->children);
        }
    }
}

/* @state: in which what stands round @elements is shown */
static void
check_elements (Check *check, HihPhoneState *state, GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];
      g_autoptr (HihPhoneState) shown = make_hold (check->apps, hih_phone_state_ref (state), element->when);

      for (guint k = 0; k < element->handlers->len; k++)
        {
          const HihHandler *handler = element->handlers->pdata[k];
          g_autoptr (HihPhoneState) before = make_hold (check->apps, hih_phone_state_ref (shown), handler->when);

          check_effects (check, before, handler->effects);
        }
      check_elements (check, shown, element->children);
    }
}

void
hih_screen_check_told (HihAppSet *apps, const HihScreen *screen, GPtrArray *issues)
{
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, screen->name);

  check_elements (&(Check) { apps, issues }, state, screen->elements);
}

/**
 * hih_effects_check_told:
 * @state: as it is before @effects (element-type HihEffect) run
 * @issues: (element-type HihIssue): what comes up or is said aloud where no label of fraud stands is added here
 *
 * Any thread.
 */
void
hih_effects_check_told (GPtrArray *effects, HihAppSet *apps, HihPhoneState *state, GPtrArray *issues)
{
  check_effects (&(Check) { apps, issues }, state, effects);
}
