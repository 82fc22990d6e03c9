/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * An honest trap may ask for a password as well: the one that did not fit is typed again. There the way out gives what is
 * asked for. Where it does not, somebody will give it all the same, and must hear a kind word; and whoever asks for it, for
 * money or to see the screen is a cheat, whatever the trap is called.
 */
#include "config.h"

#include "hih-check-asking.h"

#include "hih-app-effects.h"
#include "hih-check-fraud.h"
#include "hih-scene.h"
#include "hih-secret.h"
#include "hih-suggest.h"
#include "hih-swindle.h"

#include <string.h>

struct _HihAsking
{
  const HihTrap *trap;
  HihAppSet *apps;
  GPtrArray *protects;
  const char *layout;
  HihPhoneState *before; /* owned */
  GHashTable *known;     /* HihElement: what stood there before the trap struck */
  GPtrArray *asking;     /* (element-type HihElement) */
  const char *unlabelled; /* (nullable) interned: a place on the way out that does not say "fraud" */
};

/* @must_want: "Send me the code", and not only "Code"; @by_somebody: "Send 3000 yuan" too. What the phone itself says a thing
 * costs is no asking. */
static gboolean
names_secret (HihText *text, gboolean must_want, gboolean by_somebody)
{
  g_auto (GStrv) languages = text != NULL ? hih_text_dup_languages (text) : NULL;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      const char *words = hih_text_get (text, languages[i]);

      if ((must_want ? hih_secret_is_wanted (words) : hih_secret_is_named (words)) ||
          hih_swindle_is_said (words) || (by_somebody && hih_money_is_wanted (words)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
asks (const HihSceneNode *node)
{
  const char *look = hih_element_get_attribute (node->element, "look");
  gboolean can_write = hih_element_answers (node->element, HIH_GESTURE_TYPE);
  gboolean talks = hih_words_contain ("bubble notice caller face advert", node->kind);

  return (can_write && (g_strcmp0 (look, "pin") == 0 || g_strcmp0 (look, "id") == 0 ||
                        g_strcmp0 (hih_element_get_attribute (node->element, "secret"), "yes") == 0)) ||
         names_secret (node->title, !can_write, talks) || names_secret (node->subtitle, !can_write, talks) ||
         names_secret (node->placeholder, !can_write, FALSE);
}

static gboolean
is_protected (HihAsking *self, HihElement *element)
{
  const char *key = hih_element_get_attribute (element, "key");

  for (guint i = 0; key != NULL && i < self->protects->len; i++)
    {
      if (strcmp (((const HihProtect *) self->protects->pdata[i])->key, key) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
look_at (HihAsking *self, GPtrArray *nodes, gboolean before)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      look_at (self, node->children, before);
      if (before)
        g_hash_table_add (self->known, node->element);
      else if (!g_hash_table_contains (self->known, node->element) && asks (node) && !is_protected (self, node->element))
        g_ptr_array_add (self->asking, node->element);
    }
}

static void
look_at_state (HihAsking *self, HihPhoneState *state, gboolean before)
{
  g_autoptr (HihScene) scene = hih_scene_new (self->apps, state, self->layout);
  GPtrArray *over = hih_scene_get_over (scene);

  look_at (self, over != NULL ? over : hih_scene_get_nodes (scene), before);
}

HihAsking *
hih_asking_new (const HihTrap *trap, HihAppSet *apps, GPtrArray *protects, HihPhoneState *before, const char *layout)
{
  HihAsking *self = g_new0 (HihAsking, 1);

  self->trap = trap;
  self->apps = apps;
  self->protects = protects;
  self->layout = layout;
  self->before = hih_phone_state_ref (before);
  self->known = g_hash_table_new (NULL, NULL);
  self->asking = g_ptr_array_new ();
  look_at_state (self, before, TRUE);
  return self;
}

void
hih_asking_free (HihAsking *self)
{
  hih_phone_state_unref (self->before);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->asking);
  g_free (self);
}

void
hih_asking_visit (HihAsking *self, HihPhoneState *state, gboolean on_way)
{
  const char *over = hih_phone_state_get_over (state);

  if (on_way && self->unlabelled == NULL && !hih_check_fraud_is_labelled (self->apps, state, self->layout))
    self->unlabelled = g_intern_string (over != NULL ? over : hih_phone_state_get_screen (state));
  look_at_state (self, state, FALSE);
}

/* Whether the way out taps it, or fills in what it asks for. */
static gboolean
is_given (HihAsking *self, HihElement *element, HihPhoneState *after)
{
  const char *key = hih_element_get_attribute (element, "key");

  for (guint i = 0; i < self->trap->steps->len; i++)
    {
      const HihStep *step = self->trap->steps->pdata[i];

      if (step->target != NULL && hih_app_set_find_element (self->apps, step->target) == element)
        return TRUE;
    }
  return key != NULL && hih_element_answers (element, HIH_GESTURE_TYPE) &&
         g_strcmp0 (hih_phone_state_get (self->before, key), hih_phone_state_get (after, key)) != 0;
}

/* Whether a slip of @trap is that somebody sees the screen. */
static gboolean
shows_screen (const HihTrap *trap)
{
  for (guint i = 0; i < trap->slips->len; i++)
    {
      if (strstr (hih_condition_get_text (((const HihSlip *) trap->slips->pdata[i])->when), "system.shared=yes") != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
find_asking_cb (const HihEffect *effect, const char *screen, gpointer data)
{
  gboolean *asks = data;

  *asks = *asks || hih_effect_is_fraud (effect);
}

/* Whether what comes up or is said aloud when @trap strikes wants something. */
static gboolean
tells (const HihTrap *trap)
{
  gboolean asks = FALSE;

  hih_effects_foreach (trap->effects, NULL, find_asking_cb, &asks);
  return asks;
}

void
hih_asking_end (HihAsking *self, HihPhoneState *state, GPtrArray *issues)
{
  const HihTrap *trap = self->trap;
  gboolean has_slip = trap->slips->len > 0, given = FALSE;
  g_autofree char *what = NULL;

  /* Of what calls itself a fraud hih-check-fraud.c sees to the label; what says so everywhere needs no other name. */
  if (hih_check_fraud_is (trap) || (has_slip && self->unlabelled == NULL) ||
      hih_issues_tell_of (issues, trap->file, trap->line))
    return; /* one line a trap */
  for (guint i = 0; i < self->asking->len && !given; i++)
    given = is_given (self, self->asking->pdata[i], state);
  /* The password that did not fit is asked for by the phone; whoever calls meanwhile is somebody else. */
  if (given && !tells (trap))
    return;
  if (self->asking->len > 0 && !given)
    {
      int line = 0, column = 0;
      const char *file = hih_element_get_place (self->asking->pdata[0], &line, &column);
      g_autofree char *name = g_path_get_basename (file);

      what = g_strdup_printf (" (%s:%d)", name, line);
    }
  else if (!names_secret (trap->say, TRUE, FALSE) && !tells (trap) && !shows_screen (trap))
    return;
  if (has_slip)
    hih_issues_add (issues, trap->file, trap->line, trap->column,
                    "Write kind=\"scam\", and put <mark what=\"scam\"/> on its screens",
                    "in the trap %s somebody asks for a password, a code, a number, money or the screen%s: that is a fraud, and "
                    "%s does not say so", trap->id, what != NULL ? what : "", self->unlabelled);
  else
    hih_issues_add (issues, trap->file, trap->line, trap->column,
                    "Add <tell when=\"KEY=VALUE\"> for whoever gives it away (kind=\"scam\" where somebody deceives), or let the "
                    "way out type what is asked for",
                    "the trap %s asks for a password, a code, a number, money or the screen that nobody gives away%s, and no slip says so",
                    trap->id, what != NULL ? what : "");
}
