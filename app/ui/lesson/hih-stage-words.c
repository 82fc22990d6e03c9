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
      return _("Tap what has the ring round it, on the phone at the left. “Help me” has a hand show you.");
    case HIH_STAGE_GUIDED:
      return _("The words say where to look. “Help me” puts a ring round it.");
    case HIH_STAGE_ALONE:
    default:
      return _("Do it as you would on your own phone. “Help me” helps a little, and once more a little more.");
    }
}

const char *
hih_stage_get_praise (HihStage stage, gboolean able)
{
  switch (stage)
    {
    case HIH_STAGE_FOLLOW:
      return _("You have done every step.");
    case HIH_STAGE_GUIDED:
      return _("You found every step.");
    case HIH_STAGE_ALONE:
    case HIH_STAGE_WATCH:
    default:
      return able ? _("You did it all alone!") : _("You did it!");
    }
}

const char *
hih_stage_get_outlook (HihStage stage, gboolean more)
{
  switch (stage)
    {
    case HIH_STAGE_FOLLOW:
      return _("Next time there is no ring: only a word about where to look. Tap “Next”.");
    case HIH_STAGE_GUIDED:
      return _("Now you know the way. Tap “Next” and do it on your own.");
    case HIH_STAGE_ALONE:
    case HIH_STAGE_WATCH:
    default:
      return more ? _("Shall we do it once more, on a phone that looks different, with a little surprise?")
                  : _("Tap “Next” to see what you can do now.");
    }
}
