/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Tried out with the brain: every touch, every wait, and what may be typed. Two states of a screen are one here when what
 * stands on it could not tell them apart; the keys on which a way out depends anywhere tell them apart everywhere.
 * Typing leads to a state, and out of none: who does not know the password, or cannot write, must get out as well.
 * Out is where a bar leads away: a screen without one that only leads to others without one is no way out (hih-reach-trap.c).
 */
#include "config.h"

#include "hih-reach-private.h"

#include "hih-app-private.h"
#include "hih-brain.h"
#include "hih-condition-private.h"
#include "hih-effect-private.h"
#include "hih-element-kind.h"
#include "hih-phone-state-private.h"
#include "hih-scene.h"

#include <string.h>

#define MAX_STATES 60 /* of one screen; ours have fewer than 40 */
#define SOMETHING "500"

struct _HihReach
{
  HihAppSet *apps; /* owned */
  gboolean follows;
  guint64 most_work, work;
  GHashTable *places; /* HihScreen -> Place */
  GPtrArray *order;   /* (element-type Place) as they were come to */
  GHashTable *guards; /* interned names: keys on which ways out depend */
  GQueue todo;        /* (element-type Reached) */
  gboolean is_spread; /* what is good was found out */
};

static void
reached_free (gpointer data)
{
  Reached *reached = data;

  hih_phone_state_unref (reached->state);
  g_ptr_array_unref (reached->next);
  g_free (reached);
}

static void
place_free (gpointer data)
{
  Place *place = data;

  g_hash_table_unref (place->keys);
  g_hash_table_unref (place->prints);
  g_ptr_array_unref (place->reached);
  g_free (place);
}

/* The keys by which things come and go where no bar leads away. */
static GHashTable *
find_guards (HihAppSet *apps)
{
  GHashTable *guards = g_hash_table_new (NULL, NULL);
  GPtrArray *all = hih_app_set_get_apps (apps);

  for (guint i = 0; i < all->len; i++)
    {
      const HihApp *app = all->pdata[i];

      for (guint k = 0; k < app->screens->len; k++)
        {
          const HihScreen *screen = app->screens->pdata[k];

          if (hih_screen_needs_way_out (screen))
            hih_reach_add_keys (guards, screen->elements);
        }
    }
  return guards;
}

static char *
dup_print (HihReach *self, const Place *place, HihPhoneState *state)
{
  GString *print = g_string_new (hih_phone_state_get_screen (state));

  for (guint i = 0; i < hih_phone_state_get_n_keys (state); i++)
    {
      const char *key = hih_phone_state_get_nth_key (state, i);

      if (g_hash_table_contains (place->keys, key) || g_hash_table_contains (self->guards, key))
        g_string_append_printf (print, "\n%s=%s", key, hih_phone_state_get (state, key));
    }
  for (guint i = 0; i < hih_phone_state_get_n_timers (state); i++)
    g_string_append_printf (print, "\n@%s", hih_phone_state_get_timer (state, i)->path);
  return g_string_free (print, FALSE);
}

static Place *
get_place (HihReach *self, const HihScreen *screen)
{
  Place *place = g_hash_table_lookup (self->places, screen);

  if (place != NULL)
    return place;
  place = g_new0 (Place, 1);
  place->screen = screen;
  place->is_exit = !hih_screen_needs_way_out (screen) || strcmp (screen->name, HIH_SYSTEM_LOCK) == 0 ||
                   strcmp (screen->name, HIH_SYSTEM_DARK) == 0;
  place->is_free = hih_app_set_get_home (self->apps) == NULL && hih_reach_lead_home (screen->elements);
  place->keys = g_hash_table_new (NULL, NULL);
  place->reached = g_ptr_array_new_with_free_func (reached_free);
  place->prints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  hih_reach_add_keys (place->keys, screen->elements);
  g_hash_table_insert (self->places, (gpointer) screen, place);
  g_ptr_array_add (self->order, place);
  return place;
}

/* Takes @state. Returns: (nullable): %NULL when the screen has too many */
static Reached *
take (HihReach *self, HihPhoneState *state, Reached *from, How how, const char *by)
{
  const HihScreen *screen = hih_app_set_get_visible (self->apps, state);
  Place *place = screen != NULL ? get_place (self, screen) : NULL;
  g_autofree char *print = place != NULL ? dup_print (self, place, state) : NULL;
  Reached *reached = place != NULL ? g_hash_table_lookup (place->prints, print) : NULL;

  if (reached != NULL || place == NULL || place->reached->len >= MAX_STATES)
    {
      hih_phone_state_unref (state);
      return reached;
    }
  reached = g_new0 (Reached, 1);
  reached->state = state;
  reached->place = place;
  reached->is_good = place->is_free;
  reached->from = from;
  reached->how = how;
  reached->by = by;
  reached->next = g_ptr_array_new ();
  g_ptr_array_add (place->reached, reached);
  g_hash_table_insert (place->prints, g_steal_pointer (&print), reached);
  g_queue_push_tail (&self->todo, reached);
  self->is_spread = FALSE;
  return reached;
}

/* Moves. */

/* Takes @state: where a move leads. */
static void
lead_to (HihReach *self, Reached *from, How how, const char *by, HihPhoneState *state)
{
  const HihScreen *screen = hih_app_set_get_visible (self->apps, state);
  gboolean away = screen != from->place->screen;
  gboolean out = away && (screen == NULL || get_place (self, screen)->is_exit);
  Reached *reached;

  if (out && how != BY_WRITING)
    from->is_good = TRUE;
  if (away && !self->follows && (out || how == BY_WRITING))
    {
      hih_phone_state_unref (state);
      return;
    }
  reached = take (self, state, from, how, by);
  if (out || how == BY_WRITING || !hih_screen_needs_way_out (from->place->screen))
    return;
  if (reached == NULL)
    from->is_good = TRUE; /* too many to say */
  else
    g_ptr_array_add (from->next, reached);
}

static void
move (HihReach *self, Reached *from, How how, HihGestureKind kind, const char *target, const char *value)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (kind, target, value);

  lead_to (self, from, how, g_intern_string (target), hih_brain_apply (self->apps, from->state, gesture, NULL));
}

static void
write_compared (HihReach *self, Reached *from, const HihElement *element, GPtrArray *elements)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *other = elements->pdata[i];

      for (guint k = 0; k <= other->handlers->len; k++)
        {
          const HihCondition *when
              = k < other->handlers->len ? ((const HihHandler *) other->handlers->pdata[k])->when : other->when;

          for (guint t = 0; when != NULL && t < when->terms->len; t++)
            {
              const HihTerm *term = &g_array_index (when->terms, HihTerm, t);

              if (term->type == HIH_TERM_KEY && term->name == element->key->name && *term->text != '\0')
                move (self, from, BY_WRITING, HIH_GESTURE_TYPE, element->target, term->text);
            }
        }
      write_compared (self, from, element, other->children);
    }
}

/* What is right, what this screen asks about, and something else. */
static void
write_all (HihReach *self, Reached *from, const HihElement *element)
{
  const char *right = hih_element_get_attribute (element, "right");

  if (right != NULL)
    move (self, from, BY_WRITING, HIH_GESTURE_TYPE, element->target, right);
  if (element->key != NULL)
    write_compared (self, from, element, from->place->screen->elements);
  move (self, from, BY_WRITING, HIH_GESTURE_TYPE, element->target, SOMETHING);
}

static void
touch_all (HihReach *self, Reached *from, GPtrArray *nodes)
{
  static const HihGestureKind TOUCHES[] = { HIH_GESTURE_TAP, HIH_GESTURE_HOLD, HIH_GESTURE_SWIPE_UP };

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      for (guint k = 0; node->sensitive && k < G_N_ELEMENTS (TOUCHES); k++)
        {
          if (hih_element_answers (node->element, TOUCHES[k]))
            move (self, from, BY_TOUCH, TOUCHES[k], node->target, NULL);
        }
      if (node->sensitive && hih_element_answers (node->element, HIH_GESTURE_TYPE))
        write_all (self, from, node->element);
      touch_all (self, from, node->children);
    }
}

static void
go_on (HihReach *self, Reached *from)
{
  g_autoptr (HihScene) scene = hih_scene_new (self->apps, from->state, HIH_LAYOUT_A);
  gint64 due_ms = hih_phone_state_get_next_due_ms (from->state);
  GPtrArray *over = hih_scene_get_over (scene);

  from->explored = TRUE;
  if (!self->follows && !hih_screen_needs_way_out (from->place->screen))
    return; /* its bar leads away */
  touch_all (self, from, over != NULL ? over : hih_scene_get_nodes (scene));
  if (strcmp (from->place->screen->look, "dark") == 0)
    touch_all (self, from, hih_scene_get_keys (scene)); /* of the phone's side */
  if (due_ms >= 0)
    lead_to (self, from, BY_WAITING, NULL, hih_brain_advance (self->apps, from->state, MAX (due_ms, 1), NULL));
  if (over == NULL && hih_scene_has_back (scene))
    move (self, from, BY_TOUCH, HIH_GESTURE_TAP, HIH_SYSTEM_BACK, NULL);
}

/**
 * hih_reach_new:
 *
 * Returns: (transfer full): nobody stands anywhere yet
 */
HihReach *
hih_reach_new (HihAppSet *apps, gboolean follows, guint64 most_work)
{
  HihReach *self = g_new0 (HihReach, 1);

  self->apps = hih_app_set_ref (apps);
  self->follows = follows;
  self->most_work = most_work;
  self->places = g_hash_table_new_full (NULL, NULL, NULL, place_free);
  self->order = g_ptr_array_new ();
  self->guards = find_guards (apps);
  g_queue_init (&self->todo);
  return self;
}

void
hih_reach_free (HihReach *self)
{
  g_queue_clear (&self->todo);
  g_ptr_array_unref (self->order);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->guards);
  hih_app_set_unref (self->apps);
  g_free (self);
}

void
hih_reach_add (HihReach *self, HihPhoneState *state, const char *how)
{
  take (self, hih_phone_state_ref (state), NULL, BY_BEGINNING, how);
}

/**
 * hih_reach_explore:
 *
 * Blocks; as much work as was allowed, then what is left is let be.
 */
void
hih_reach_explore (HihReach *self)
{
  guint64 before = hih_scene_get_work ();

  while (!g_queue_is_empty (&self->todo) && self->work + hih_scene_get_work () - before < self->most_work)
    go_on (self, g_queue_pop_head (&self->todo));
  self->work += hih_scene_get_work () - before;
}

static Place *
find_place (HihReach *self, const char *screen)
{
  return g_hash_table_lookup (self->places, hih_app_set_find_screen (self->apps, screen));
}

gboolean
hih_reach_has (HihReach *self, const char *screen)
{
  return find_place (self, screen) != NULL;
}

GPtrArray *
hih_reach_dup_screens (HihReach *self)
{
  GPtrArray *screens = g_ptr_array_new ();

  for (guint i = 0; i < self->order->len; i++)
    g_ptr_array_add (screens, (gpointer) ((const Place *) self->order->pdata[i])->screen->name);
  return screens;
}

void
hih_reach_foreach_state (HihReach *self, void (*func) (HihPhoneState *state, gpointer data), gpointer data)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      const Place *place = self->order->pdata[i];

      for (guint k = 0; k < place->reached->len; k++)
        func (((const Reached *) place->reached->pdata[k])->state, data);
    }
}

/**
 * hih_reach_dup_dead_end:
 *
 * Returns: (transfer full) (nullable): how one comes to where no finger leads away
 */
char *
hih_reach_dup_dead_end (HihReach *self, const char *screen)
{
  Place *place = find_place (self, screen);

  if (place == NULL || !hih_screen_needs_way_out (place->screen))
    return NULL;
  if (!self->is_spread)
    hih_reach_spread (self->order);
  self->is_spread = TRUE;
  for (guint i = 0; i < place->reached->len; i++)
    {
      Reached *reached = place->reached->pdata[i];
      g_autofree char *told = NULL;
      g_autofree char *others = NULL;

      if (!reached->explored || reached->is_good || reached->is_told || hih_reached_leads_on (reached))
        continue;
      told = hih_reached_dup_told (reached);
      others = hih_reached_tell_trap (reached);
      return *others != '\0' ? g_strdup_printf ("%s, but to %s, and from there none leads out", told, others)
                             : g_steal_pointer (&told);
    }
  return NULL;
}
