/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A label of practice wherever somebody is asked for a password, a code, the number of a card, or money. Asked is what
 * the line to write in says itself, and what stands beside it: a bare line under "Type your password" is one for it, and a
 * page that is called "Pay the shop" asks for money with any line, as its button does that says "Pay". What swindlers say
 * is looked for in hih-app-swindles.c.
 */
#include "config.h"

#include "hih-app-private.h"
#include "hih-money.h"
#include "hih-secret.h"
#include "hih-suggest.h"

#include <string.h>

#define ANY_LABEL "payment scam drill practice code"

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
          hih_element_says (element, hih_element_is_talk (element) ? hih_secret_is_wanted : hih_secret_opens_purse) && !never_meet (element, line) &&
          !hih_elements_have_mark (screen->elements, element, ANY_LABEL))
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
        *labels = HIH_MONEY_LABELS;
      return g_strdup_printf ("<%s look=\"%s\">", name, look);
    }
  if (g_strcmp0 (hih_element_get_attribute (element, "secret"), "yes") == 0)
    return g_strdup_printf ("<%s secret=\"yes\">", name);
  if (is_line (element) && hih_element_says (element, hih_secret_opens_purse))
    return g_strdup_printf ("a line for a password, a code or the number of a card (<%s>)", name);
  if (is_line (element) && (hih_wordings_say (screen->wordings, hih_secret_opens_purse) || ask_beside (screen, screen->elements, element)))
    return g_strdup_printf ("a line to write in (<%s>), beside words that ask for a password, a code or the number of a card,", name);
  *labels = HIH_MONEY_LABELS;
  if (!hih_element_is_talk (element) && hih_element_says (element, hih_money_is_named))
    return g_strdup_printf ("a sum of money (<%s>)", name);
  return NULL;
}

static void
tell_at (const HihScreen *screen, const char *file, int line, int column, const char *labels, const char *why, GPtrArray *issues)
{
  g_autofree char *mend = g_strdup_printf ("Put <mark what=\"payment\"/> (or what it is: %s) on the same screen, without `when` or "
                                           "with the same", labels);

  hih_issues_add (issues, file, line, column, mend, "%s stands on %s, which does not say that it is only practice", why, screen->name);
}

static void
tell (const HihScreen *screen, const HihElement *element, const char *labels, const char *why, GPtrArray *issues)
{
  tell_at (screen, element->file, element->line, element->column, labels, why, issues);
}

static void
check_marks (const HihScreen *screen, GPtrArray *elements, GPtrArray *issues)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];
      const char *labels;
      g_autofree char *why = dup_why_mark (screen, element, &labels);

      if (why != NULL && !hih_elements_have_mark (screen->elements, element, labels))
        tell (screen, element, labels, why, issues);
      check_marks (screen, element->children, issues);
    }
}

/* Whether something of @elements speaks of paying beside @element, has no label itself, and is not said by people. */
static gboolean
speak_of_paying (const HihScreen *screen, GPtrArray *elements, const HihElement *element, gboolean headings_only)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *other = elements->pdata[i];
      gboolean is_heading = other->kind == &hih_text_element_kind &&
                            g_strcmp0 (hih_element_get_attribute (other, "look"), "heading") == 0;

      if (((is_heading || !headings_only) && !hih_element_is_talk (other) && hih_element_says (other, hih_payment_is_named) &&
           !never_meet (other, element) && !hih_elements_have_mark (screen->elements, other, HIH_MONEY_LABELS)) ||
          speak_of_paying (screen, other->children, element, headings_only))
        return TRUE;
    }
  return FALSE;
}

/* Whether @effects do something, or lead to where no label stands either. */
static gboolean
do_it_here (HihAppSet *apps, GPtrArray *effects)
{
  gboolean does = FALSE;

  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];
      gboolean opens = effect->kind == HIH_EFFECT_OPEN || effect->kind == HIH_EFFECT_ASK || effect->kind == HIH_EFFECT_SHEET;
      const HihScreen *screen = opens ? hih_app_set_find_screen (apps, effect->name) : NULL;

      if (screen != NULL && hih_elements_have_mark (screen->elements, NULL, HIH_MONEY_LABELS))
        return FALSE; /* here it is only begun */
      does = does || (effect->kind == HIH_EFFECT_AFTER ? do_it_here (apps, effect->children)
                                                       : effect->kind != HIH_EFFECT_BACK && effect->kind != HIH_EFFECT_HOME &&
                                                           effect->kind != HIH_EFFECT_CLEAR && effect->kind != HIH_EFFECT_CANCEL);
    }
  return does;
}

/* Not only what is said for a moment. */
static gboolean
change_something (GPtrArray *effects)
{
  for (guint i = 0; effects != NULL && i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      if (effect->kind == HIH_EFFECT_SET || change_something (effect->children))
        return TRUE;
    }
  return FALSE;
}

/* Something that says "Pay" and does it, by whatever gesture; a switch does by itself. A tile is an app's picture, and a tab
 * turns a page. So does a button of any name on a page that is called so, if it changes something. */
static gboolean
pays (HihAppSet *apps, const HihScreen *screen, const HihElement *element)
{
  gboolean says = hih_element_says (element, hih_payment_is_named);

  if (hih_element_is_talk (element) || element->kind == &hih_tile_element_kind || element->kind == &hih_tab_element_kind ||
      (!says && element->kind != &hih_button_element_kind))
    return FALSE;
  if (says && element->kind->respond != NULL && !is_line (element) && element->kind != &hih_search_element_kind)
    return TRUE;
  for (guint i = 0; i < element->handlers->len; i++)
    {
      const HihHandler *handler = element->handlers->pdata[i];

      if (do_it_here (apps, handler->effects) &&
          (says || (change_something (handler->effects) && (hih_wordings_say (screen->wordings, hih_payment_is_named) ||
                                                            speak_of_paying (screen, screen->elements, element, TRUE)))))
        return TRUE;
    }
  return FALSE;
}

/* Returns: (transfer full) (nullable): with what somebody pays here, though neither a sum nor a password stands there */
static char *
dup_why_payment (HihAppSet *apps, const HihScreen *screen, const HihElement *element)
{
  const char *name = element->kind->name;
  gboolean is_code = element->kind == &hih_qr_element_kind || element->kind == &hih_camera_element_kind;

  if (is_line (element) && element->kind != &hih_search_element_kind &&
      (hih_element_says (element, hih_payment_is_named) || hih_wordings_say (screen->wordings, hih_payment_is_named) ||
       speak_of_paying (screen, screen->elements, element, TRUE)))
    return g_strdup_printf ("a line to write in (<%s>) where the words speak of paying", name);
  if (is_code && (hih_element_says (element, hih_payment_is_named) || hih_wordings_say (screen->wordings, hih_payment_is_named) ||
                  speak_of_paying (screen, screen->elements, element, FALSE)))
    return g_strdup_printf ("a code (<%s>) beside words that speak of paying", name);
  if (pays (apps, screen, element))
    return g_strdup_printf ("what pays at a touch (<%s>)", name);
  return NULL;
}

/* One thing a screen: what is asked for and what confirms it stand there together. */
static gboolean
check_payment (HihAppSet *apps, const HihScreen *screen, GPtrArray *elements, GPtrArray *issues)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];
      g_autofree char *why = dup_why_payment (apps, screen, element);

      if (why != NULL && !hih_elements_have_mark (screen->elements, element, HIH_MONEY_LABELS))
        {
          tell (screen, element, HIH_MONEY_LABELS, why, issues);
          return TRUE;
        }
      if (check_payment (apps, screen, element->children, issues))
        return TRUE;
    }
  return FALSE;
}

void
hih_screen_check_marks (HihAppSet *apps, const HihScreen *screen, const char *const *languages, GPtrArray *issues)
{
  guint before = issues->len;

  if (hih_wordings_say (screen->wordings, hih_money_is_named) && !hih_elements_have_mark (screen->elements, NULL, HIH_MONEY_LABELS))
    tell_at (screen, screen->file, screen->line, screen->column, HIH_MONEY_LABELS, "a sum of money (<title>)", issues);
  check_marks (screen, screen->elements, issues);
  if (issues->len == before && !hih_screen_check_swindles (screen, languages, issues))
    check_payment (apps, screen, screen->elements, issues);
}
