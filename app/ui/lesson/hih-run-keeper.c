/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Writes what a run does to the records. A trap's own steps are kept under their names with the trap's mark; only the
 * last of them is kept under the trap's id, so that a trap counts as over only when it was got out of.
 */
#include "config.h"

#include "hih-run-keeper.h"

struct _HihRunKeeper
{
  GObject parent_instance;

  HihContext *context;
  HihId trainee;
  gboolean keeps;
  HihId run;
  gboolean told;
};

typedef struct
{
  HihRunKeeper *keeper;
  GSourceOnceFunc stored; /* (nullable) */
  gpointer data;
} Waiting;

enum
{
  FAILED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihRunKeeper, hih_run_keeper, G_TYPE_OBJECT)

static Waiting *
waiting_new (HihRunKeeper *self, GSourceOnceFunc stored, gpointer data)
{
  Waiting *waiting = g_new0 (Waiting, 1);

  waiting->keeper = g_object_ref (self);
  waiting->stored = stored;
  waiting->data = data;
  return waiting;
}

static void
settle (Waiting *waiting, gboolean ok, GError *error)
{
  HihRunKeeper *self = waiting->keeper;

  if (!ok && !self->told)
    {
      self->told = TRUE;
      g_signal_emit (self, signals[FAILED], 0, error);
    }
  if (waiting->stored != NULL)
    waiting->stored (waiting->data);
  g_object_unref (self);
  g_free (waiting);
}

static void
begun_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = hih_records_start_run_finish (HIH_RECORDS (source), result, &error);

  settle (user_data, ok, error);
}

static void
step_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = hih_records_end_step_finish (HIH_RECORDS (source), result, &error);

  settle (user_data, ok, error);
}

static void
run_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gboolean ok = hih_records_end_run_finish (HIH_RECORDS (source), result, &error);

  settle (user_data, ok, error);
}

/* What a step is kept under. */
static const char *
get_kept_name (const HihPlanItem *item)
{
  return item->trap != NULL && item->trap_ends ? item->trap->id : item->step->id;
}

static void
hih_run_keeper_dispose (GObject *object)
{
  g_clear_object (&HIH_RUN_KEEPER (object)->context);
  G_OBJECT_CLASS (hih_run_keeper_parent_class)->dispose (object);
}

static void
hih_run_keeper_class_init (HihRunKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_run_keeper_dispose;
  signals[FAILED] = g_signal_new ("failed", HIH_TYPE_RUN_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_ERROR);
}

static void
hih_run_keeper_init (HihRunKeeper *self)
{
}

/**
 * hih_run_keeper_new:
 * @trainee: (nullable): nothing is kept
 *
 * Returns: (transfer full): a keeper of one run
 */
HihRunKeeper *
hih_run_keeper_new (HihContext *context, const HihId *trainee)
{
  HihRunKeeper *self = g_object_new (HIH_TYPE_RUN_KEEPER, NULL);

  self->context = g_object_ref (context);
  self->keeps = trainee != NULL && hih_context_get_records (context) != NULL;
  if (trainee != NULL)
    self->trainee = *trainee;
  return self;
}

void
hih_run_keeper_begin (HihRunKeeper *self, HihLesson *lesson, HihStage stage, const char *layout, guint round)
{
  HihRunStart start = { 0 };

  hih_id_generate (&self->run, hih_context_get_clock (self->context));
  if (!self->keeps)
    return;
  start.run = self->run;
  start.lesson = hih_lesson_get_id (lesson);
  start.content = hih_lesson_get_content_hash (lesson);
  start.stage = hih_stage_get_name (stage);
  start.layout = layout;
  start.round = round;
  hih_records_start_run_async (hih_context_get_records (self->context), &self->trainee, &start, NULL, begun_cb,
                               waiting_new (self, NULL, NULL));
}

void
hih_run_keeper_resume (HihRunKeeper *self, const HihUnfinishedRun *run)
{
  self->run = run->run;
}

void
hih_run_keeper_end_step (HihRunKeeper *self, const HihPlanItem *item, const HihStepOutcome *outcome,
                         GSourceOnceFunc stored, gpointer data)
{
  HihStepEnd end = { 0 };

  if (!self->keeps)
    {
      stored (data);
      return;
    }
  end.run = self->run;
  end.step = get_kept_name (item);
  end.step_index = item->lesson_index;
  end.trap = item->trap != NULL;
  end.trap_kind = outcome->trap_kind;
  end.recovered = outcome->recovered;
  end.slipped = outcome->slipped;
  end.level = outcome->support;
  end.errors = outcome->errors;
  end.near_misses = outcome->nears;
  end.helps = outcome->helps;
  end.help_asked = outcome->helps_asked;
  end.duration_ms = outcome->duration_ms;
  end.hits = outcome->hits;
  hih_records_end_step_async (hih_context_get_records (self->context), &self->trainee, &end, NULL, step_cb,
                              waiting_new (self, stored, data));
}

void
hih_run_keeper_end_run (HihRunKeeper *self, const char *word, const HihRunOutcome *outcome, GSourceOnceFunc stored,
                        gpointer data)
{
  HihRunEnd end = { 0 };

  if (!self->keeps)
    {
      if (stored != NULL)
        stored (data);
      return;
    }
  end.run = self->run;
  end.outcome = word;
  end.able_alone = outcome->able_alone;
  end.errors = outcome->errors;
  end.max_level = outcome->highest;
  end.duration_ms = outcome->duration_ms;
  hih_records_end_run_async (hih_context_get_records (self->context), &self->trainee, &end, NULL, run_cb,
                             waiting_new (self, stored, data));
}

const HihId *
hih_run_keeper_get_run (HihRunKeeper *self)
{
  return &self->run;
}

/**
 * hih_run_keeper_find_index:
 * @plan: of the same stage and round
 *
 * Returns: the plan item after the last one that is on disk
 */
guint
hih_run_keeper_find_index (HihPlan *plan, const HihUnfinishedRun *run)
{
  guint n = hih_plan_get_n_items (plan);

  for (guint i = 0; i < n; i++)
    {
      const HihPlanItem *item = hih_plan_get_item (plan, i);

      if (item->lesson_index < run->next_step_index)
        continue;
      if (item->trap != NULL && (g_strv_contains (run->traps_done, item->trap->id) ||
                                 g_strv_contains (run->traps_done, get_kept_name (item))))
        continue;
      return i;
    }
  return n;
}
