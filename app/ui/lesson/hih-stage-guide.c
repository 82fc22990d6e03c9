/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds what a stage works with for as long as anything of it may still answer. */
#include "config.h"

#include "hih-stage-guide.h"

#include "hih-film-path.h"

typedef struct
{
  HihStageSetup setup;
  char *film; /* (nullable) */
} HihStageGuidePrivate;

enum
{
  CHANGED,
  ENDED,
  TROUBLE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HihStageGuide, hih_stage_guide, G_TYPE_OBJECT)

static HihStageGuidePrivate *
get_private (HihStageGuide *self)
{
  return hih_stage_guide_get_instance_private (self);
}

static void
hih_stage_guide_dispose (GObject *object)
{
  HihStageGuidePrivate *priv = get_private (HIH_STAGE_GUIDE (object));
  HihStageSetup *setup = &priv->setup;

  g_clear_object (&setup->goal_card);
  g_clear_object (&setup->step_card);
  g_clear_object (&setup->steps_card);
  g_clear_object (&setup->film_box);
  g_clear_object (&setup->view);
  g_clear_pointer (&setup->resume, hih_unfinished_run_unref);
  g_clear_pointer (&setup->lesson, hih_lesson_unref);
  g_clear_object (&setup->session);
  g_clear_object (&setup->context);
  g_clear_pointer (&priv->film, g_free);
  G_OBJECT_CLASS (hih_stage_guide_parent_class)->dispose (object);
}

static void
hih_stage_guide_class_init (HihStageGuideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_stage_guide_dispose;
  signals[CHANGED] =
      g_signal_new ("changed", HIH_TYPE_STAGE_GUIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ENDED] = g_signal_new ("ended", HIH_TYPE_STAGE_GUIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_POINTER);
  signals[TROUBLE] = g_signal_new ("trouble", HIH_TYPE_STAGE_GUIDE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
hih_stage_guide_init (HihStageGuide *self)
{
}

void
hih_stage_guide_stop (HihStageGuide *self)
{
  HIH_STAGE_GUIDE_GET_CLASS (self)->stop (self);
}

void
hih_stage_guide_next (HihStageGuide *self)
{
  HIH_STAGE_GUIDE_GET_CLASS (self)->next (self);
}

gboolean
hih_stage_guide_back (HihStageGuide *self)
{
  return HIH_STAGE_GUIDE_GET_CLASS (self)->back (self);
}

void
hih_stage_guide_repeat (HihStageGuide *self)
{
  HIH_STAGE_GUIDE_GET_CLASS (self)->repeat (self);
}

/**
 * hih_stage_guide_set_up:
 * @setup: copied; objects are referenced
 */
void
hih_stage_guide_set_up (HihStageGuide *self, const HihStageSetup *setup)
{
  HihStageGuidePrivate *priv = get_private (self);
  HihStageSetup *own = &priv->setup;

  g_return_if_fail (own->context == NULL);
  *own = *setup;
  g_object_ref (own->context);
  g_object_ref (own->session);
  hih_lesson_ref (own->lesson);
  if (own->resume != NULL)
    hih_unfinished_run_ref (own->resume);
  g_object_ref (own->view);
  g_object_ref (own->film_box);
  g_object_ref (own->steps_card);
  g_object_ref (own->step_card);
  g_object_ref (own->goal_card);
  priv->film = hih_film_path_find (own->lesson, hih_context_get_language (own->context));
}

const HihStageSetup *
hih_stage_guide_get_setup (HihStageGuide *self)
{
  return &get_private (self)->setup;
}

HihReader *
hih_stage_guide_get_reader (HihStageGuide *self)
{
  return hih_context_get_reader (get_private (self)->setup.context);
}

const char *
hih_stage_guide_get_words (HihStageGuide *self, HihText *text)
{
  return text != NULL ? hih_text_get (text, hih_context_get_language (get_private (self)->setup.context)) : NULL;
}

const char *
hih_stage_guide_get_film (HihStageGuide *self)
{
  return get_private (self)->film;
}

void
hih_stage_guide_emit_changed (HihStageGuide *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
hih_stage_guide_emit_ended (HihStageGuide *self, const HihRunOutcome *outcome)
{
  g_signal_emit (self, signals[ENDED], 0, outcome);
}

void
hih_stage_guide_emit_trouble (HihStageGuide *self, GError *error)
{
  g_signal_emit (self, signals[TROUBLE], 0, error);
}
