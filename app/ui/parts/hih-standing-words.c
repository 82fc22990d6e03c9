/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far somebody is, in words. A topic says the one thing that matters most about its lessons. */
#include "config.h"

#include "hih-standing-words.h"

#include <glib/gi18n.h>

/**
 * hih_standing_get_words:
 *
 * Returns: a few words that stand on a lesson's card
 */
const char *
hih_standing_get_words (HihStanding standing)
{
  switch (standing)
    {
    case HIH_STANDING_BEGUN:
      return _("Begun");
    case HIH_STANDING_WATCHED:
      return _("Watched");
    case HIH_STANDING_FOLLOWED:
      return _("Followed");
    case HIH_STANDING_TRIED:
      return _("Tried");
    case HIH_STANDING_HELPED:
      return _("With a little help");
    case HIH_STANDING_ABLE:
      return _("You can do it alone");
    case HIH_STANDING_RECHECK:
      return _("Worth another look");
    case HIH_STANDING_NOT_BEGUN:
    default:
      return _("Not begun");
    }
}

static char *
dup_counted (guint n_all, const char *words)
{
  /* translators: how many lessons there are, then how far one is: "1 lesson, watched" */
  return g_strdup_printf (ngettext ("%u lesson: %s", "%u lessons: %s", n_all), n_all, words);
}

/**
 * hih_standing_dup_topic_words:
 * @n_lessons: (array fixed-size=8): how many lessons of the topic stand where
 *
 * Returns: (transfer full): how far one is in the topic; of a single lesson, what its own card says
 */
char *
hih_standing_dup_topic_words (const guint *n_lessons)
{
  guint n_able = n_lessons[HIH_STANDING_ABLE];
  guint n_due = n_lessons[HIH_STANDING_RECHECK];
  guint n_all = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < HIH_N_STANDINGS; i++)
    n_all += n_lessons[i];
  for (guint i = 0; i < HIH_N_STANDINGS; i++)
    {
      if (n_lessons[i] == n_all)
        return dup_counted (n_all, hih_standing_get_words (i));
    }
  if (n_due > 0)
    words = g_strdup_printf (ngettext ("%u worth another look", "%u worth another look", n_due), n_due);
  else if (n_able > 0)
    words = g_strdup_printf (ngettext ("%u alone", "%u alone", n_able), n_able);
  else
    {
      guint n_begun = n_lessons[HIH_STANDING_BEGUN];
      guint n_practised = n_all - n_lessons[HIH_STANDING_NOT_BEGUN] - n_begun;

      /* What was only opened has taught nobody anything. */
      words = n_practised > 0 ? g_strdup_printf (ngettext ("%u practised", "%u practised", n_practised), n_practised)
                              : g_strdup_printf (ngettext ("%u begun", "%u begun", n_begun), n_begun);
    }
  return dup_counted (n_all, words);
}
