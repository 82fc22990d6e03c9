/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where the coach's codes become calm words: what happened and what to look for, never "wrong". */
#include "config.h"

#include "hih-feedback-words.h"

#include <glib/gi18n.h>

/**
 * hih_feedback_dup_words:
 * @feedback: what the coach saw
 *
 * Returns: (transfer full): one or two short sentences, to be shown and spoken
 */
char *
hih_feedback_dup_words (const HihFeedback *feedback, const char *language)
{
  const char *text = feedback->text != NULL ? hih_text_get (feedback->text, language) : NULL;

  switch (feedback->kind)
    {
    case HIH_FEEDBACK_STEP_MET:
      /* Praise for what the hand did would not be true. */
      if (feedback->support == HIH_SUPPORT_DONE)
        return g_strdup (_("The hand did this step for you. Do it once more, and you will know it."));
      /* translators: praise, then why the step matters */
      return text != NULL ? g_strdup_printf (_("Well done. %s"), text) : g_strdup (_("Well done."));
    case HIH_FEEDBACK_NAMED:
      /* translators: the name of the thing that was tapped */
      return text != NULL ? g_strdup_printf (_("That is “%s”. Never mind, look once more."), text)
                          : g_strdup (_("That is something else. Never mind, look once more."));
    case HIH_FEEDBACK_NEAR:
      return g_strdup (_("Very close. A little nearer to the middle."));
    case HIH_FEEDBACK_WANDERED:
      return g_strdup (_("That leads somewhere else. You can go back, or tap “Help me”."));
    case HIH_FEEDBACK_BROUGHT_BACK:
      return g_strdup (_("We walked a little far. Now we are back."));
    case HIH_FEEDBACK_PROTECTED:
      return text != NULL ? g_strdup (text) : g_strdup (_("Better not that one. We are back where we were."));
    case HIH_FEEDBACK_TRAP:
      return text != NULL ? g_strdup (text) : g_strdup (_("Something is different now. What do you do?"));
    case HIH_FEEDBACK_RECOVERED:
      if (feedback->support == HIH_SUPPORT_DONE)
        return text != NULL ? g_strdup_printf (_("The hand found the way out for you. %s"), text)
                            : g_strdup (_("The hand found the way out for you."));
      return text != NULL ? g_strdup_printf (_("You found the way out. %s"), text) : g_strdup (_("You found the way out."));
    case HIH_FEEDBACK_GOAL_MET:
      return g_strdup (_("That is done, and in your own way."));
    default:
      return g_strdup (_("Go on as you like."));
    }
}

HihNoteKind
hih_feedback_get_note (HihFeedbackKind kind)
{
  switch (kind)
    {
    case HIH_FEEDBACK_STEP_MET:
    case HIH_FEEDBACK_RECOVERED:
    case HIH_FEEDBACK_GOAL_MET:
      return HIH_NOTE_DONE;
    case HIH_FEEDBACK_TRAP:
    case HIH_FEEDBACK_PROTECTED:
      return HIH_NOTE_LOOK;
    case HIH_FEEDBACK_NAMED:
    case HIH_FEEDBACK_NEAR:
    case HIH_FEEDBACK_WANDERED:
    case HIH_FEEDBACK_BROUGHT_BACK:
    default:
      return HIH_NOTE_INFO;
    }
}

/**
 * hih_support_dup_words:
 * @sight: where the target is, seen from the screen that is shown
 * @where: (nullable): its place on the screen that it is on; told only when that is the one shown
 *
 * Returns: (transfer full): what is said when this much help comes
 */
char *
hih_support_dup_words (HihSupport level, HihSight sight, const char *where)
{
  switch (level)
    {
    case HIH_SUPPORT_NAMED:
      if (sight == HIH_SIGHT_HOME)
        return g_strdup (_("First come back to the home screen, and look there."));
      if (sight == HIH_SIGHT_BACK)
        return g_strdup (_("First go back, and look there."));
      return where != NULL && sight == HIH_SIGHT_HERE ? g_strdup_printf (_("Look here: %s"), where) : g_strdup (_("Look at the whole screen, slowly."));
    case HIH_SUPPORT_POINTED:
      if (sight == HIH_SIGHT_HOME || sight == HIH_SIGHT_BACK)
        return g_strdup (_("A ring shows the way back."));
      return g_strdup (_("There is a ring round it now."));
    case HIH_SUPPORT_SHOWN:
      return g_strdup (_("Watch the hand. Then it is your turn."));
    case HIH_SUPPORT_DONE:
      return g_strdup (_("The hand does it for you this time."));
    case HIH_SUPPORT_ALONE:
    default:
      return g_strdup (_("Tap without worry. Nothing can break."));
    }
}

const char *
hih_tag_get_icon (const char *step_kind)
{
  return g_strcmp0 (step_kind, "type") == 0 ? "keyboard" : "hand";
}
