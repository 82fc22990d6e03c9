/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A label of fraud on whatever swindlers say, also where no trap strikes, and on whatever kind of element it stands: "Read us
 * the six digits" is the same on a button as in a message. Somebody who is not oneself, in a talk, a call or an advert, is
 * believed less: he may not even ask to have a code typed, or for money. What is said in two breaths is heard together.
 */
#include "config.h"

#include "hih-app-private.h"
#include "hih-secret.h"
#include "hih-swindle.h"

gboolean
hih_fraud_is_said (const char *words)
{
  return hih_secret_is_wanted (words) || hih_money_is_wanted (words) || hih_swindle_is_said (words);
}

/* In a talk, a message, a call, an advert. A message that brings a code may say where to type it. */
static gboolean
is_somebody (const HihElement *element)
{
  return (hih_element_is_talk (element) && g_strcmp0 (hih_element_get_attribute (element, "from"), "me") != 0 &&
          hih_element_get_attribute (element, "code") == NULL) ||
         element->kind == &hih_caller_element_kind || element->kind == &hih_face_element_kind || element->kind == &hih_advert_element_kind;
}

/* Its title, subtitle and placeholder as they stand there, one after the other. */
static void
add_words (GPtrArray *parts, const HihElement *element, const char *layout, const char *language)
{
  static const char *const NAMES[] = { "title", "subtitle", "placeholder" };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      const HihWording *wording = hih_wordings_find (element->wordings, NAMES[i], layout);

      if (wording != NULL && wording->text != NULL)
        g_ptr_array_add (parts, (gpointer) hih_text_get (wording->text, language));
    }
}

/* What is said in two breaths, by @element (nullable) and by @children, what stands in it as one talk or one list: “A code has
 * come. Read it to us.” What has its label counts no more. People talk of many things: of a talk only what swindlers say does. */
static gboolean
say_together (const HihScreen *screen, const HihElement *element, GPtrArray *children, const char *const *languages)
{
  static const char *const LAYOUTS[HIH_N_LAYOUTS] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  HihAsk ask = element != NULL && is_somebody (element) ? hih_fraud_is_said : hih_swindle_is_said;
  for (guint language = 0; languages[language] != NULL; language++)
    {
      g_autofree char *before = NULL;

      for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
        {
          g_autoptr (GPtrArray) parts = g_ptr_array_new ();
          g_autofree char *said = NULL;

          if (element != NULL)
            add_words (parts, element, LAYOUTS[layout], languages[language]);
          for (guint i = 0; i < children->len; i++)
            {
              if (!hih_elements_have_mark (screen->elements, children->pdata[i], HIH_FRAUD_LABELS))
                add_words (parts, children->pdata[i], LAYOUTS[layout], languages[language]);
            }
          if (parts->len < 2)
            continue;
          g_ptr_array_add (parts, NULL);
          said = g_strjoinv ("\n", (char **) parts->pdata);
          if (g_strcmp0 (said, before) != 0 && ask (said))
            return TRUE;
          g_free (before);
          before = g_steal_pointer (&said);
        }
    }
  return FALSE;
}

static void
tell (const HihScreen *screen, const char *file, int line, int column, const char *name, GPtrArray *issues)
{
  hih_issues_add (issues, file, line, column,
                  "Put <mark what=\"scam\"/> (or drill, where nobody deceives) on the same screen, without `when` or with the same",
                  "words as swindlers say them, that want a code, a number, money or the screen (<%s>), stand on %s, which does not say "
                  "that it is only practice", name, screen->name);
}

static gboolean
check_element (const HihScreen *screen, const HihElement *element, gboolean says, GPtrArray *issues)
{
  if (!says || hih_elements_have_mark (screen->elements, element, HIH_FRAUD_LABELS))
    return FALSE;
  tell (screen, element->file, element->line, element->column, element->kind->name, issues);
  return TRUE;
}

/* One of a screen is enough: what says it alone before what says it together. */
static gboolean
check_elements (const HihScreen *screen, GPtrArray *elements, const char *const *languages, GPtrArray *issues)
{
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];
      gboolean says = hih_element_says (element, is_somebody (element) ? hih_fraud_is_said : hih_swindle_is_said) ||
                      say_together (screen, element, nothing, languages);

      if (check_element (screen, element, says, issues) || check_elements (screen, element->children, languages, issues) ||
          check_element (screen, element, element->children->len > 0 && say_together (screen, element, element->children, languages), issues))
        return TRUE;
    }
  return FALSE;
}

gboolean
hih_screen_check_swindles (const HihScreen *screen, const char *const *languages, GPtrArray *issues)
{
  guint before = issues->len;

  if (!check_elements (screen, screen->elements, languages, issues) &&
      (hih_wordings_say (screen->wordings, hih_swindle_is_said) || say_together (screen, NULL, screen->elements, languages)) &&
      !hih_elements_have_mark (screen->elements, NULL, HIH_FRAUD_LABELS))
    tell (screen, screen->file, screen->line, screen->column, hih_screen_kind_get_name (screen->kind), issues);
  return issues->len > before;
}
