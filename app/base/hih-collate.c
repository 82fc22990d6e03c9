/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The program itself runs in whatever UTF-8 locale there is (hih-locale.c), so the order is asked of a locale of its
 * own. glibc's zh_CN is in the order of pinyin. Where that locale was not generated, Chinese is compared as GB 18030:
 * its first 3755 characters, nearly all that stand in names, lie there in the order of pinyin (GB/T 2312, level 1).
 * Numbers within a name go by how large they are, in figures and in Chinese: 第2班 before 第10班, 一楼 before 二楼.
 */
#include "config.h"

#include "hih-collate.h"

#include "hih-locale.h"

#include <locale.h>
#include <string.h>

#define NUMBER_DIGITS 9 /* to which numbers are filled up with noughts */

static locale_t
find_locale (const char *language)
{
  static GMutex mutex;
  static GHashTable *locales; /* language → locale_t, never freed: a program speaks one or two */
  gpointer found;

  g_mutex_lock (&mutex);
  if (locales == NULL)
    locales = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_lookup_extended (locales, language, NULL, &found))
    {
      g_autofree char *name = g_strconcat (language, ".UTF-8", NULL);

      found = newlocale (LC_COLLATE_MASK | LC_CTYPE_MASK, name, (locale_t) 0);
      g_hash_table_insert (locales, g_strdup (language), found);
    }
  g_mutex_unlock (&mutex);
  return found;
}

/* Chinese names go by pinyin whatever else is spoken here; only Taiwan counts strokes. */
static const char *
get_language (void)
{
  return g_strcmp0 (hih_locale_get_language (), "zh_TW") == 0 ? "zh_TW" : "zh_CN";
}

/* How many bytes of @text are a Chinese number below 1000 as floors and groups have it (三, 十二, 二十); 0: none. */
static gsize
read_chinese_number (const char *text, guint *number)
{
  static const char *const digits[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };
  static const struct
  {
    const char *word;
    guint value;
  } units[] = { { "十", 10 }, { "百", 100 } };
  const gsize width = strlen ("一");
  gsize length = 0;
  guint sum = 0, digit = 0;
  gboolean found;

  do
    {
      found = FALSE;
      for (guint i = 0; !found && i < G_N_ELEMENTS (digits); i++)
        {
          if ((found = g_str_has_prefix (text + length, digits[i])))
            digit = i;
        }
      for (guint i = 0; !found && i < G_N_ELEMENTS (units); i++)
        {
          if ((found = g_str_has_prefix (text + length, units[i].word)))
            {
              sum += MAX (digit, 1) * units[i].value;
              digit = 0;
            }
        }
      if (found)
        length += width;
    }
  while (found);
  *number = sum + digit;
  return length;
}

/* Each number with noughts before it, so that comparing digit by digit goes by how large they are. */
static char *
dup_filled (const char *text)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize digits = strspn (text, "0123456789"), length;
      guint number;

      for (gsize i = digits; digits > 0 && i < NUMBER_DIGITS; i++)
        g_string_append_c (filled, '0');
      if (digits > 0)
        g_string_append_len (filled, text, (gssize) digits);
      else if ((length = read_chinese_number (text, &number)) > 0)
        {
          g_string_append_printf (filled, "%0*u", NUMBER_DIGITS, number);
          digits = length;
        }
      else
        {
          g_string_append_c (filled, *text);
          digits = 1;
        }
      text += digits;
    }
  return g_string_free (filled, FALSE);
}

static char *
dup_gb (const char *text)
{
  char *converted = g_convert (text, -1, "GB18030", "UTF-8", NULL, NULL, NULL);

  return converted != NULL ? converted : g_strdup (text);
}

/**
 * hih_collate_in:
 * @by_system: %FALSE: as if the language's locale were not on this computer
 *
 * Returns: less than, equal to or greater than 0; 0 only for the same bytes, so that an order is always the same
 */
int
hih_collate_in (const char *language, gboolean by_system, const char *a, const char *b)
{
  locale_t locale = by_system ? find_locale (language) : (locale_t) 0;
  g_autofree char *a_filled = dup_filled (a);
  g_autofree char *b_filled = dup_filled (b);
  int order = 0;

  if (locale != (locale_t) 0)
    order = strcoll_l (a_filled, b_filled, locale);
  else if (g_str_has_prefix (language, "zh_CN"))
    {
      g_autofree char *a_gb = dup_gb (a_filled);
      g_autofree char *b_gb = dup_gb (b_filled);

      order = strcmp (a_gb, b_gb);
    }
  else
    order = strcmp (a_filled, b_filled);
  return order != 0 ? order : strcmp (a, b);
}

/**
 * hih_collate:
 *
 * Returns: which of two names comes first
 */
int
hih_collate (const char *a, const char *b)
{
  return hih_collate_in (get_language (), TRUE, a, b);
}

/**
 * hih_collate_dup_key:
 *
 * Returns: (transfer full): bytes, of the same order under strcmp() as hih_collate() tells
 */
char *
hih_collate_dup_key (const char *text)
{
  const char *language = get_language ();
  locale_t locale = find_locale (language);
  g_autofree char *filled = dup_filled (text);
  g_autofree char *key = NULL;

  if (locale != (locale_t) 0)
    {
      gsize length = strxfrm_l (NULL, filled, 0, locale);

      key = g_malloc (length + 1);
      strxfrm_l (key, filled, length + 1, locale);
    }
  else
    key = g_str_has_prefix (language, "zh_CN") ? dup_gb (filled) : g_strdup (filled);
  /* Of the same sound: by their bytes. Nothing in a key is less than the byte between. */
  return g_strconcat (key, "\001", text, NULL);
}

typedef struct
{
  char *key;
  gpointer name;
} Keyed;

static int
compare_keyed (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Keyed *) a)->key, ((const Keyed *) b)->key);
}

static void
keyed_clear (gpointer data)
{
  g_free (((Keyed *) data)->key);
}

/**
 * hih_collate_sort:
 * @names: (element-type utf8): as hih_collate() has them afterwards
 */
void
hih_collate_sort (GPtrArray *names)
{
  g_autoptr (GArray) keyed = g_array_sized_new (FALSE, FALSE, sizeof (Keyed), names->len);

  g_array_set_clear_func (keyed, keyed_clear);
  for (guint i = 0; i < names->len; i++)
    {
      Keyed one = { hih_collate_dup_key (names->pdata[i]), names->pdata[i] };

      g_array_append_val (keyed, one);
    }
  g_array_sort (keyed, compare_keyed);
  for (guint i = 0; i < names->len; i++)
    names->pdata[i] = g_array_index (keyed, Keyed, i).name;
}
