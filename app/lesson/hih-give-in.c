/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Breadth first: of all states that one touch leads to, then two … What is written where something can be written is
 * what the slip itself speaks of, what the line takes for right, the code of a message in sight, or some sum.
 */
#include "config.h"

#include "hih-give-in.h"

#include "hih-scene.h"

#include <string.h>

#define MOST_MOVES 5    /* to the line, write, go on, confirm, wait */
#define MOST_STATES 240 /* whoever gives in does so where one looks; the search must not hold up who waits for it */
#define SOME_SUM "500"

typedef struct
{
  HihAppSet *apps;
  const char *layout;
  const HihCondition *slip;
  GPtrArray *states; /* (element-type HihPhoneState) in the order in which they were found */
  GArray *moves;     /* (element-type guint) how many led to each */
  GPtrArray *told;   /* (element-type HihEffect) (nullable): what was said with the last of them */
  guint at;          /* the one that is gone on from */
} Search;

/* What waits to happen counts here: a touch may do nothing but start it. */
static gboolean
is_same (HihPhoneState *a, HihPhoneState *b)
{
  return hih_phone_state_equal (a, b) &&
         (hih_phone_state_get_next_due_ms (a) < 0) == (hih_phone_state_get_next_due_ms (b) < 0);
}

static const HihEffect *
find_told (GPtrArray *shown)
{
  for (guint i = 0; i < shown->len; i++)
    {
      HihEffectKind kind = hih_effect_get_kind (shown->pdata[i]);

      if (kind == HIH_EFFECT_TOAST || kind == HIH_EFFECT_NOTIFY)
        return shown->pdata[i];
    }
  return NULL;
}

static void
add (Search *self, HihPhoneState *state, guint moves, GPtrArray *shown)
{
  for (guint i = 0; i < self->states->len; i++)
    {
      if (is_same (self->states->pdata[i], state))
        {
          hih_phone_state_unref (state);
          return;
        }
    }
  g_ptr_array_add (self->states, state);
  g_array_append_val (self->moves, moves);
  g_ptr_array_add (self->told, (gpointer) find_told (shown));
}

static void
try_gesture (Search *self, HihGestureKind kind, const char *target, const char *value)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (kind, target, value);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  add (self, hih_brain_apply (self->apps, self->states->pdata[self->at], gesture, shown),
       g_array_index (self->moves, guint, self->at) + 1, shown);
}

/* What the slip says the key must be: "pay.sum=800" with pay.sum. */
static char *
dup_spoken_of (const HihCondition *slip, const char *key)
{
  g_auto (GStrv) terms = g_strsplit (hih_condition_get_text (slip), " ", -1);
  g_autofree char *begin = g_strconcat (key, "=", NULL);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      if (g_str_has_prefix (terms[i], begin))
        return g_strdup (terms[i] + strlen (begin));
    }
  return NULL;
}

static void
write_codes (Search *self, const char *target, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];
      const char *code = hih_element_get_attribute (node->element, "code");

      if (code != NULL)
        try_gesture (self, HIH_GESTURE_TYPE, target, code);
      write_codes (self, target, node->children);
    }
}

static void
write (Search *self, HihScene *scene, const HihSceneNode *node)
{
  const char *key = hih_element_get_attribute (node->element, "key");
  const char *right = hih_element_get_attribute (node->element, "right");
  g_autofree char *spoken = key != NULL ? dup_spoken_of (self->slip, key) : NULL;

  if (spoken != NULL)
    try_gesture (self, HIH_GESTURE_TYPE, node->target, spoken);
  if (right != NULL)
    try_gesture (self, HIH_GESTURE_TYPE, node->target, right);
  write_codes (self, node->target, hih_scene_get_nodes (scene));
  write_codes (self, node->target, hih_scene_get_over (scene));
  if (spoken == NULL && right == NULL)
    try_gesture (self, HIH_GESTURE_TYPE, node->target, SOME_SUM);
}

static void
touch (Search *self, HihScene *scene, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      touch (self, scene, node->children);
      if (node->target == NULL || !node->sensitive)
        continue;
      if (hih_element_answers (node->element, HIH_GESTURE_TAP))
        try_gesture (self, HIH_GESTURE_TAP, node->target, NULL);
      if (hih_element_answers (node->element, HIH_GESTURE_TYPE))
        write (self, scene, node);
    }
}

static void
go_on (Search *self)
{
  HihPhoneState *state = self->states->pdata[self->at];
  g_autoptr (HihScene) scene = hih_scene_new (self->apps, state, self->layout);
  gint64 due_ms = hih_phone_state_get_next_due_ms (state);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();

  touch (self, scene, hih_scene_get_over (scene) != NULL ? hih_scene_get_over (scene) : hih_scene_get_nodes (scene));
  if (due_ms >= 0)
    add (self, hih_brain_advance (self->apps, state, MAX (due_ms, 1), shown),
         g_array_index (self->moves, guint, self->at) + 1, shown);
}

/**
 * hih_give_in_find:
 * @all: (out) (nullable): whether every way was tried
 * @told: (out) (nullable) (transfer none): what the phone says for a moment when the last move is made, or NULL
 *
 * Returns: (transfer full) (nullable): what it looks like when somebody has given in
 */
HihPhoneState *
hih_give_in_find (HihAppSet *apps, HihPhoneState *start, const char *layout, const HihCondition *slip,
                  gboolean *all, const HihEffect **told)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_phone_state_unref);
  g_autoptr (GArray) moves = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();
  Search self = { .apps = apps, .layout = layout, .slip = slip, .states = states, .moves = moves, .told = said };

  if (all != NULL)
    *all = TRUE;
  add (&self, hih_phone_state_ref (start), 0, nothing);
  for (; self.at < states->len; self.at++)
    {
      if (hih_condition_holds (slip, states->pdata[self.at]))
        {
          if (told != NULL)
            *told = said->pdata[self.at];
          return hih_phone_state_ref (states->pdata[self.at]);
        }
      if (states->len < MOST_STATES && g_array_index (moves, guint, self.at) < MOST_MOVES)
        go_on (&self);
      else if (all != NULL)
        *all = FALSE;
    }
  return NULL;
}
