/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the stages are called, what they are about, and what is said at their end. */
#include "config.h"

#include "hih-stage-words.h"

#include <glib/gi18n.h>

const char *
hih_stage_get_words (HihStage stage)
{
  switch (stage)
    {
    case HIH_STAGE_FOLLOW:
      return C_ ("stage", "Follow");
    case HIH_STAGE_GUIDED:
      return C_ ("stage", "Try");
    case HIH_STAGE_ALONE:
      return C_ ("stage", "Alone");
    case HIH_STAGE_WATCH:
    default:
      return C_ ("stage", "Watch");
    }
}

const char *
hih_stage_get_help (HihStage stage)
{
  switch (stage)
    {
    case HIH_STAGE_WATCH:
      return _("Watch at your own pace. The film stops after every step and waits for you. "
               "“Next” goes on, “Once again” shows this step again.");
    case HIH_STAGE_FOLLOW:
      return _("Tap what has the ring round it, on the practice phone. “Help me” has a hand show you.");
    case HIH_STAGE_GUIDED:
      return _("The words say where to look. “Help me” puts a ring round it.");
    case HIH_STAGE_ALONE:
    default:
      return _("Do it as you would on your own phone. “Help me” helps a little, and once more a little more.");
    }
}

/**
 * hih_stage_get_step_help:
 * @run: (nullable): as far as it has come
 *
 * Returns: what can be done at this step: where there is nothing to tap nobody is told to
 */
const char *
hih_stage_get_step_help (HihStage stage, HihRun *run)
{
  if (run == NULL || !hih_run_is_in_step (run) || hih_run_get_target (run) != NULL)
    return hih_stage_get_help (stage);
  if (hih_run_is_waiting_for_word (run))
    return _("At this step there is nothing to tap on the practice phone, only something to look at. "
             "Take your time, then tap “Next”.");
  return _("There is nothing to tap just now. Wait a little: the practice phone goes on by itself.");
}

/**
 * hih_stage_get_end_help:
 *
 * Returns: what can be done now that a stage is over
 */
const char *
hih_stage_get_end_help (HihStage stage)
{
  if (stage == HIH_STAGE_ALONE)
    return _("You are through. “Next” shows what you can do now. “Once again” does it once more, "
             "“Back” leads to My lessons.");
  return _("This part is over. “Next” goes on to the next part. “Once again” does this part once more, "
           "“Back” leads to My lessons.");
}

/**
 * hih_stage_get_praise:
 * @highest: the most help that a step of it took
 *
 * Returns: what is said when a stage is over: no more than is true
 */
const char *
hih_stage_get_praise (HihStage stage, HihSupport highest)
{
  if (highest == HIH_SUPPORT_DONE)
    return _("You have been through it all. The hand did a part for you.");
  if (highest == HIH_SUPPORT_SHOWN)
    return _("You did it, after the hand had shown you.");
  switch (stage)
    {
    case HIH_STAGE_FOLLOW:
      return _("You have done every step.");
    case HIH_STAGE_GUIDED:
      return _("You found every step.");
    case HIH_STAGE_ALONE:
    case HIH_STAGE_WATCH:
    default:
      return highest == HIH_SUPPORT_ALONE ? _("You did it all alone!") : _("You did it!");
    }
}

/**
 * hih_stage_get_outlook:
 * @more: whether a round that is different is offered
 *
 * Returns: what could come next
 */
const char *
hih_stage_get_outlook (HihStage stage, HihSupport highest, gboolean more)
{
  if (highest == HIH_SUPPORT_DONE)
    return _("Once more, and you will know it: tap “Once again”. To go on, tap “Next”.");
  switch (stage)
    {
    case HIH_STAGE_FOLLOW:
      return _("Next time there is no ring: only a word about where to look. Tap “Next”.");
    case HIH_STAGE_GUIDED:
      return _("Now you know the way. Tap “Next” and do it on your own.");
    case HIH_STAGE_ALONE:
    case HIH_STAGE_WATCH:
    default:
      return more ? _("Shall we do it once more, on a phone that looks different, with a few surprises on the way?")
                  : _("Tap “Next” to see what you can do now.");
    }
}

/**
 * hih_stage_get_result:
 * @highest: the most help that a step of the last run took
 *
 * Returns: how it went at the end of the lesson, in a sentence
 */
const char *
hih_stage_get_result (HihSupport highest)
{
  switch (highest)
    {
    case HIH_SUPPORT_ALONE:
      return _("Just now you did it all by yourself.");
    case HIH_SUPPORT_DONE:
      return _("The hand did a part for you this time. Once more, and you will know it.");
    case HIH_SUPPORT_NAMED:
    case HIH_SUPPORT_POINTED:
    case HIH_SUPPORT_SHOWN:
    default:
      return _("With a little help this time. Next time it will be easier.");
    }
}
