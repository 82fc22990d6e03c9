/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a screen can come to say, in any language, its elements' own words and those of the keys that they show; and whether
 * a label stands beside it. */
#include "config.h"

#include "hih-app-private.h"
#include "hih-suggest.h"

#include <string.h>

#define MAX_TAKEN 8 /* keys in a row that take what stands in another */

/* A translator may write the sum where the source has none. */
gboolean
hih_text_is (HihText *text, HihAsk ask)
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
key_is (const HihKey *key, HihAsk ask, guint depth)
{
  if (key == NULL || depth > MAX_TAKEN)
    return FALSE;
  for (guint i = 0; i < key->values->len; i++)
    {
      const HihKeyValue *value = key->values->pdata[i];

      if (hih_text_is (value->title, ask))
        return TRUE;
    }
  for (guint i = 0; i < key->texts->len; i++)
    {
      if (ask (key->texts->pdata[i]))
        return TRUE;
    }
  for (guint i = 0; i < key->takes->len; i++)
    {
      if (key_is (key->takes->pdata[i], ask, depth + 1))
        return TRUE;
    }
  return FALSE;
}

/* Any of @wordings, or what the keys that they show can say. */
gboolean
hih_wordings_say (GPtrArray *wordings, HihAsk ask)
{
  for (guint i = 0; i < wordings->len; i++)
    {
      const HihWording *wording = wordings->pdata[i];

      if (key_is (wording->key, ask, 0) || hih_text_is (wording->text, ask))
        return TRUE;
    }
  return FALSE;
}

gboolean
hih_element_says (const HihElement *element, HihAsk ask)
{
  static const char *const SHOWN[] = { "time", "badge" };

  for (guint i = 0; i < G_N_ELEMENTS (SHOWN); i++)
    {
      const char *words = hih_element_get_attribute (element, SHOWN[i]);

      if (words != NULL && ask (words))
        return TRUE;
    }
  return key_is (element->key, ask, 0) || hih_wordings_say (element->wordings, ask);
}

/* What people write to each other. */
gboolean
hih_element_is_talk (const HihElement *element)
{
  return element->kind == &hih_bubble_element_kind || element->kind == &hih_notice_element_kind;
}

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

/* Whether one of @labels is to be seen among @elements whenever @beside (nullable: always) is. */
gboolean
hih_elements_have_mark (GPtrArray *elements, const HihElement *beside, const char *labels)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      if (element->kind == &hih_mark_element_kind && goes_with (element, beside) &&
          hih_words_contain (labels, hih_element_get_attribute (element, "what")))
        return TRUE;
      if (hih_elements_have_mark (element->children, beside, labels))
        return TRUE;
    }
  return FALSE;
}
