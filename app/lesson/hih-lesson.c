/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson as a value: made by the loader, then only read. */
#include "config.h"

#include "hih-lesson.h"
#include "hih-lesson-private.h"

#include <string.h>

#include "hih-brain.h"

G_DEFINE_BOXED_TYPE (HihLesson, hih_lesson, hih_lesson_ref, hih_lesson_unref)

static const char *const STAGES[HIH_N_STAGES] = { "watch", "follow", "guided", "alone" };

/**
 * hih_stage_get_name:
 *
 * Returns: the word of files and records; frozen
 */
const char *
hih_stage_get_name (HihStage stage)
{
  g_return_val_if_fail ((guint) stage < HIH_N_STAGES, NULL);
  return STAGES[stage];
}

/**
 * hih_stage_parse:
 * @stage: (out): set only when @name is one of the words
 *
 * Returns: whether it is
 */
gboolean
hih_stage_parse (const char *name, HihStage *stage)
{
  for (guint i = 0; i < HIH_N_STAGES; i++)
    {
      if (g_strcmp0 (name, STAGES[i]) == 0)
        {
          *stage = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
hih_lesson_is_word (const char *name)
{
  gsize length = name != NULL ? strlen (name) : 0;

  return length >= 1 && length <= 64 && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

gboolean
hih_lesson_is_system_target (const char *target)
{
  static const char *const TARGETS[]
      = { "system/home", "system/back", "system/status", "system/power", "system/volume-up", "system/volume-down", NULL };

  return target != NULL && g_strv_contains (TARGETS, target);
}

HihStep *
hih_step_new (void)
{
  HihStep *step = g_new0 (HihStep, 1);

  step->film_start_ms = step->film_end_ms = -1;
  return step;
}

void
hih_step_free (HihStep *step)
{
  g_free (step->id);
  g_free (step->target);
  g_free (step->value);
  g_clear_pointer (&step->until, hih_condition_free);
  g_clear_pointer (&step->title, hih_text_unref);
  g_clear_pointer (&step->say, hih_text_unref);
  g_clear_pointer (&step->where, hih_text_unref);
  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    g_clear_pointer (&step->where_in[i], hih_text_unref);
  g_clear_pointer (&step->why, hih_text_unref);
  g_free ((char *) step->picture);
  g_free (step);
}

static void
slip_free (gpointer data)
{
  HihSlip *slip = data;

  g_clear_pointer (&slip->when, hih_condition_free);
  g_clear_pointer (&slip->tell, hih_text_unref);
  g_free (slip);
}

/**
 * hih_step_get_where:
 *
 * Returns: (transfer none) (nullable): the words for this layout, else those for all
 */
HihText *
hih_step_get_where (const HihStep *step, const char *layout)
{
  HihText *own = step->where_in[hih_layout_find_index (layout)];

  return own != NULL ? own : step->where;
}

HihTrap *
hih_trap_new (void)
{
  HihTrap *trap = g_new0 (HihTrap, 1);

  trap->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_step_free);
  trap->slips = g_ptr_array_new_with_free_func (slip_free);
  return trap;
}

void
hih_trap_free (HihTrap *trap)
{
  g_free (trap->id);
  g_free (trap->at);
  g_free (trap->kind);
  g_free (trap->use);
  g_clear_pointer (&trap->effects, g_ptr_array_unref);
  g_clear_pointer (&trap->say, hih_text_unref);
  g_clear_pointer (&trap->tell, hih_text_unref);
  g_ptr_array_unref (trap->slips);
  g_ptr_array_unref (trap->steps);
  g_free (trap);
}

static void
protect_free (gpointer data)
{
  HihProtect *protect = data;

  g_free (protect->key);
  g_clear_pointer (&protect->why, hih_text_unref);
  g_free (protect);
}

static void
status_text_clear (gpointer data)
{
  HihStatusText *status = data;

  g_free (status->name);
  g_clear_pointer (&status->text, hih_text_unref);
}

HihLesson *
hih_lesson_new (const char *path)
{
  HihLesson *self = g_new0 (HihLesson, 1);

  g_atomic_ref_count_init (&self->refs);
  self->path = g_strdup (path);
  self->needs = g_ptr_array_new_with_free_func (g_free);
  self->needs_places = g_array_new (FALSE, FALSE, sizeof (HihFilePlace));
  self->status_texts = g_array_new (FALSE, FALSE, sizeof (HihStatusText));
  g_array_set_clear_func (self->status_texts, status_text_clear);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_step_free);
  self->traps = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_trap_free);
  self->protects = g_ptr_array_new_with_free_func (protect_free);
  self->offline = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_text_unref);
  self->card_steps = g_ptr_array_new_with_free_func (g_free);
  return self;
}

/**
 * hih_lesson_ref:
 *
 * Any thread.
 */
HihLesson *
hih_lesson_ref (HihLesson *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * hih_lesson_unref:
 *
 * Any thread.
 */
void
hih_lesson_unref (HihLesson *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->id);
  g_free (self->topic);
  g_free (self->path);
  g_free (self->content_hash);
  g_free (self->picture);
  g_clear_pointer (&self->title, hih_text_unref);
  g_clear_pointer (&self->able, hih_text_unref);
  g_clear_pointer (&self->metaphor, hih_text_unref);
  g_clear_pointer (&self->notes, hih_text_unref);
  g_clear_pointer (&self->real_phone, hih_text_unref);
  g_ptr_array_unref (self->needs);
  g_array_unref (self->needs_places);
  g_free (self->region);
  g_free (self->checked);
  g_free (self->status_key);
  g_free (self->status_default);
  g_array_unref (self->status_texts);
  g_free (self->film);
  g_strfreev (self->layouts);
  g_free (self->start);
  g_clear_pointer (&self->start_effects, g_ptr_array_unref);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->traps);
  g_ptr_array_unref (self->protects);
  g_clear_pointer (&self->goal, hih_condition_free);
  g_clear_pointer (&self->goal_say, hih_text_unref);
  g_clear_pointer (&self->goal_done, hih_text_unref);
  g_ptr_array_unref (self->offline);
  g_ptr_array_unref (self->card_steps);
  g_clear_pointer (&self->apps, hih_app_set_unref);
  g_free (self);
}

/* All getters borrow, on any thread. */

const char *
hih_lesson_get_id (HihLesson *self)
{
  return self->id;
}

const char *
hih_lesson_get_topic (HihLesson *self)
{
  return self->topic;
}

const char *
hih_lesson_get_path (HihLesson *self)
{
  return self->path;
}

guint
hih_lesson_get_minutes (HihLesson *self)
{
  return self->minutes;
}

/**
 * hih_lesson_get_order:
 *
 * Returns: its place in its topic; lessons without one come last, by id
 */
int
hih_lesson_get_order (HihLesson *self)
{
  return self->order;
}

const char *
hih_lesson_get_content_hash (HihLesson *self)
{
  return self->content_hash;
}

const char *
hih_lesson_get_picture (HihLesson *self)
{
  return self->picture;
}

HihText *
hih_lesson_get_title (HihLesson *self)
{
  return self->title;
}

HihText *
hih_lesson_get_able (HihLesson *self)
{
  return self->able;
}

HihText *
hih_lesson_get_metaphor (HihLesson *self)
{
  return self->metaphor;
}

HihText *
hih_lesson_get_notes (HihLesson *self)
{
  return self->notes;
}

HihText *
hih_lesson_get_real_phone (HihLesson *self)
{
  return self->real_phone;
}

const char *const *
hih_lesson_get_needs (HihLesson *self)
{
  return (const char *const *) self->needs->pdata;
}

const char *
hih_lesson_get_region (HihLesson *self)
{
  return self->region;
}

const char *
hih_lesson_get_checked (HihLesson *self)
{
  return self->checked;
}

const char *
hih_lesson_get_status_key (HihLesson *self)
{
  return self->status_key;
}

const char *
hih_lesson_get_status_default (HihLesson *self)
{
  return self->status_default;
}

HihText *
hih_lesson_get_status_text (HihLesson *self, const char *status)
{
  for (guint i = 0; i < self->status_texts->len; i++)
    {
      const HihStatusText *text = &g_array_index (self->status_texts, HihStatusText, i);

      if (g_strcmp0 (text->name, status) == 0)
        return text->text;
    }
  return NULL;
}

const char *
hih_lesson_get_film (HihLesson *self)
{
  return self->film;
}

HihAppSet *
hih_lesson_get_apps (HihLesson *self)
{
  return self->apps;
}

const char *const *
hih_lesson_get_layouts (HihLesson *self)
{
  return (const char *const *) self->layouts;
}

/**
 * hih_lesson_dup_start_state:
 *
 * Returns: (transfer full): the phone as the lesson begins: its start screen, then the effects of `<phone>`
 */
HihPhoneState *
hih_lesson_dup_start_state (HihLesson *self)
{
  g_autoptr (HihPhoneState) state = hih_app_set_new_state (self->apps, self->start);

  return hih_brain_run_effects (self->apps, state, self->start_effects, NULL);
}

guint
hih_lesson_get_n_steps (HihLesson *self)
{
  return self->steps->len;
}

const HihStep *
hih_lesson_get_step (HihLesson *self, guint index)
{
  g_return_val_if_fail (index < self->steps->len, NULL);
  return self->steps->pdata[index];
}

GPtrArray *
hih_lesson_get_traps (HihLesson *self)
{
  return self->traps;
}

GPtrArray *
hih_lesson_get_protects (HihLesson *self)
{
  return self->protects;
}

const HihCondition *
hih_lesson_get_goal (HihLesson *self)
{
  return self->goal;
}

HihText *
hih_lesson_get_goal_say (HihLesson *self)
{
  return self->goal_say;
}

HihText *
hih_lesson_get_goal_done (HihLesson *self)
{
  return self->goal_done;
}

GPtrArray *
hih_lesson_get_offline (HihLesson *self)
{
  return self->offline;
}

GPtrArray *
hih_lesson_get_card_steps (HihLesson *self)
{
  return self->card_steps;
}
