/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A label of practice wherever somebody is asked for a password, a code, the number of a card, or money. Asked is what
 * the line to write in says itself, and what stands beside it: a bare line under "Type your password" is one for it.
 */
#include "config.h"

#include "hih-app-private.h"
#include "hih-money.h"
#include "hih-secret.h"
#include "hih-suggest.h"

#include <string.h>

#define ANY_LABEL "payment scam drill practice code"
/* "A made-up password", "a made-up code" do not say that nothing is paid. */
#define MONEY_LABELS "payment scam drill"

/* Whether @element is there only when @condition holds too. */
static gboolean
is_under (const HihElement *element, const HihCondition *condition)
{
  for (; element != NULL; element = element->parent)
    {
      if (element->when != NULL
          && strcmp (hih_condition_get_text (element->when), hih_condition_get_text (condition)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether @mark is to be seen whenever @element is. */
static gboolean
goes_with (const HihElement *mark, const HihElement *element)
{
  for (; mark != NULL; mark = mark->parent)
    {
      if (mark->when != NULL && !is_under (element, mark->when))
        return FALSE;
    }
  return TRUE;
}

static gboolean
have_mark (GPtrArray *elements, const HihElement *beside, const char *labels)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      if (element->kind == &hih_mark_element_kind && goes_with (element, beside) &&
          hih_words_contain (labels, hih_element_get_attribute (element, "what")))
        return TRUE;
      if (have_mark (element->children, beside, labels))
        return TRUE;
    }
  return FALSE;
}

/* Whether words, in any language, are such: a translator may write the sum where the source has none. */
typedef gboolean (*Ask) (const char *words);

static gboolean
text_is (HihText *text, Ask ask)
{
  g_auto (GStrv) languages = text != NULL ? hih_text_dup_languages (text) : NULL;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    {
      if (ask (hih_text_get (text, languages[i])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
key_is (const HihKey *key, Ask ask)
{
  for (guint i = 0; key != NULL && i < key->values->len; i++)
    {
      const HihKeyValue *value = key->values->pdata[i];

      if (text_is (value->title, ask))
        return TRUE;
    }
  return FALSE;
}

/* Any of @wordings, or what the keys that they show can say. */
static gboolean
wordings_are (GPtrArray *wordings, Ask ask)
{
  for (guint i = 0; i < wordings->len; i++)
    {
      const HihWording *wording = wordings->pdata[i];

      if (key_is (wording->key, ask) || text_is (wording->text, ask))
        return TRUE;
    }
  return FALSE;
}

static gboolean
says (const HihElement *element, Ask ask)
{
  return key_is (element->key, ask) || wordings_are (element->wordings, ask);
}

/* What people write to each other. */
static gboolean
is_talk (const HihElement *element)
{
  return element->kind == &hih_bubble_element_kind || element->kind == &hih_notice_element_kind;
}

/* A camera is "written in" by whatever it reads. */
static gboolean
is_line (const HihElement *element)
{
  return element->kind != &hih_camera_element_kind && hih_element_answers ((HihElement *) element, HIH_GESTURE_TYPE);
}

/* Whether one of the two is never there when the other is, as a look at what they stand in shows. */
static gboolean
never_meet (const HihElement *element, const HihElement *other)
{
  for (; element != NULL; element = element->parent)
    {
      for (const HihElement *at = other; at != NULL && element->when != NULL; at = at->parent)
        {
          if (at->when != NULL && hih_condition_excludes (element->when, at->when))
            return TRUE;
        }
    }
  return FALSE;
}

/* Whether something of @elements asks for it beside @line, and has no label itself: it names it, or, where people talk,
 * wants it. A line's own words are the line's. */
static gboolean
ask_beside (const HihScreen *screen, GPtrArray *elements, const HihElement *line)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      if (ask_beside (screen, element->children, line))
        return TRUE;
      if (element->kind != &hih_mark_element_kind && !is_line (element) &&
          says (element, is_talk (element) ? hih_secret_is_wanted : hih_secret_opens_purse) && !never_meet (element, line) &&
          !have_mark (screen->elements, element, ANY_LABEL))
        return TRUE;
    }
  return FALSE;
}

/* What is asked of somebody: six dots, a secret line and one that names it, itself or by the words beside it, are a
 * password, the code of a message or the number of a card; an amount, or a sum that is named, is money. What people write
 * to each other is talk: no sum is asked by it alone.
 * Returns: (transfer full) (nullable): how it stands in the file; @labels: which marks can say that it is practice */
static char *
dup_why_mark (const HihScreen *screen, const HihElement *element, const char **labels)
{
  const char *look = hih_element_get_attribute (element, "look");
  const char *name = element->kind->name;

  *labels = ANY_LABEL;
  if (look != NULL && ((element->kind == &hih_keypad_element_kind && hih_words_contain ("pin amount", look)) ||
                       (element->kind == &hih_text_element_kind && strcmp (look, "amount") == 0)))
    {
      if (strcmp (look, "amount") == 0)
        *labels = MONEY_LABELS;
      return g_strdup_printf ("<%s look=\"%s\">", name, look);
    }
  if (g_strcmp0 (hih_element_get_attribute (element, "secret"), "yes") == 0)
    return g_strdup_printf ("<%s secret=\"yes\">", name);
  if (is_line (element) && says (element, hih_secret_opens_purse))
    return g_strdup_printf ("a line for a password, a code or the number of a card (<%s>)", name);
  if (is_line (element) && (wordings_are (screen->wordings, hih_secret_opens_purse) || ask_beside (screen, screen->elements, element)))
    return g_strdup_printf ("a line to write in (<%s>), beside words that ask for a password, a code or the number of a card,", name);
  *labels = MONEY_LABELS;
  if (!is_talk (element) && says (element, hih_money_is_named))
    return g_strdup_printf ("a sum of money (<%s>)", name);
  return NULL;
}

static void
check_marks (const HihScreen *screen, GPtrArray *elements, GPtrArray *issues)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];
      const char *labels;
      g_autofree char *why = dup_why_mark (screen, element, &labels);

      if (why != NULL && !have_mark (screen->elements, element, labels))
        {
          g_autofree char *mend = g_strdup_printf ("Put <mark what=\"payment\"/> (or what it is: %s) on the same screen, without "
                                                   "`when` or with the same", labels);

          hih_issues_add (issues, element->file, element->line, element->column, mend,
                          "%s stands on %s, which does not say that it is only practice", why, screen->name);
        }
      check_marks (screen, element->children, issues);
    }
}

void
hih_screen_check_marks (const HihScreen *screen, GPtrArray *issues)
{
  check_marks (screen, screen->elements, issues);
}
