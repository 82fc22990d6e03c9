/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text is a handful of (language, string) pairs; look-up falls back zh_TW -> zh -> source. */
#include "config.h"

#include "hih-text.h"

#include <string.h>

typedef struct
{
  char *language;
  char *string;
} Variant;

struct _HihText
{
  grefcount refs;
  GArray *variants; /* (element-type Variant), the source language first */
};

G_DEFINE_BOXED_TYPE (HihText, hih_text, hih_text_ref, hih_text_unref)

static void
variant_clear (gpointer data)
{
  Variant *variant = data;

  g_free (variant->language);
  g_free (variant->string);
}

/**
 * hih_text_new:
 * @source: the English sentence; copied
 *
 * Returns: (transfer full): a new text
 */
HihText *
hih_text_new (const char *source)
{
  HihText *self = g_new0 (HihText, 1);

  g_ref_count_init (&self->refs);
  self->variants = g_array_new (FALSE, FALSE, sizeof (Variant));
  g_array_set_clear_func (self->variants, variant_clear);
  hih_text_set (self, HIH_SOURCE_LANGUAGE, source);
  return self;
}

HihText *
hih_text_ref (HihText *self)
{
  g_ref_count_inc (&self->refs);
  return self;
}

void
hih_text_unref (HihText *self)
{
  if (g_ref_count_dec (&self->refs))
    {
      g_array_unref (self->variants);
      g_free (self);
    }
}

static Variant *
find (HihText *self, const char *language, gsize length)
{
  for (guint i = 0; i < self->variants->len; i++)
    {
      Variant *variant = &g_array_index (self->variants, Variant, i);

      if (strlen (variant->language) == length && strncmp (variant->language, language, length) == 0)
        return variant;
    }
  return NULL;
}

/**
 * hih_text_set:
 * @language: as in gettext, such as `zh_CN`; `zh-CN` is understood too
 *
 * Adds or replaces one language. Only for readers of files.
 */
void
hih_text_set (HihText *self, const char *language, const char *string)
{
  g_autofree char *name = g_strdelimit (g_strdup (language), "-", '_');
  Variant *variant = find (self, name, strlen (name));

  if (variant != NULL)
    {
      g_free (variant->string);
      variant->string = g_strdup (string);
    }
  else
    {
      Variant added = { g_steal_pointer (&name), g_strdup (string) };

      g_array_append_val (self->variants, added);
    }
}

/**
 * hih_text_dup_languages:
 *
 * Returns: (transfer full) (array zero-terminated=1): the languages it is written in, the source language first
 */
char **
hih_text_dup_languages (HihText *self)
{
  char **languages = g_new0 (char *, self->variants->len + 1);

  for (guint i = 0; i < self->variants->len; i++)
    languages[i] = g_strdup (g_array_index (self->variants, Variant, i).language);
  return languages;
}

/**
 * hih_text_get:
 * @self: (nullable): nothing gives an empty string
 * @language: such as `zh_CN` or `zh_CN.UTF-8`
 *
 * Returns: (transfer none): the sentence in @language, else in its base language, else in English
 */
const char *
hih_text_get (HihText *self, const char *language)
{
  Variant *variant = NULL;

  if (self == NULL)
    return "";
  if (language != NULL)
    {
      variant = find (self, language, strcspn (language, ".@"));
      if (variant == NULL)
        variant = find (self, language, strcspn (language, "_.@"));
    }
  if (variant == NULL)
    variant = &g_array_index (self->variants, Variant, 0);
  return variant->string;
}

/**
 * hih_text_has:
 *
 * Returns: whether @self was written in exactly @language
 */
gboolean
hih_text_has (HihText *self, const char *language)
{
  return find (self, language, strlen (language)) != NULL;
}

/**
 * hih_text_contains:
 * @folded: what is looked for, from g_utf8_casefold()
 *
 * Returns: whether it stands in the sentence, in whichever language
 */
gboolean
hih_text_contains (HihText *self, const char *folded)
{
  for (guint i = 0; i < self->variants->len; i++)
    {
      g_autofree char *string = g_utf8_casefold (g_array_index (self->variants, Variant, i).string, -1);

      if (strstr (string, folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * hih_text_hash_content:
 *
 * Returns: @seed mixed with the source sentence, for a lesson's content hash. Translations do not count:
 * a better Chinese sentence does not make it another lesson.
 */
guint
hih_text_hash_content (HihText *self, guint seed)
{
  return seed * 31 + g_str_hash (hih_text_get (self, NULL));
}
