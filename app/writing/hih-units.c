/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Unicode allows a line to end between any two Chinese characters, and a line that ends in the middle of a word is hard
 * to read for whoever reads slowly. Which characters are a word is known to ICU's dictionary; what leans on it (的, a
 * comma, a quotation mark) goes with it, and what is quoted, the name of a button, is one word. Without ICU only what is
 * quoted is known.
 */
#include "config.h"

#include "hih-units.h"

#include <string.h>

#ifdef HIH_HAVE_ICU
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#endif

#define MOST_QUOTED 6 /* characters: a longer name is broken between its words */
#define MOST_LEANED 4 /* characters with what leans on them */
#define MOST_JOINED 3 /* characters: with one that would stand alone */
#define MOST_LED 5    /* the same where it begins a clause, and nothing before it could take it along */
#define MOST_NAMED 6  /* and where a button's name is behind it: 点“健康码” */

/* Chinese. */
static gboolean
is_letter (gunichar c)
{
  return g_unichar_iswide (c) && g_unichar_isalpha (c);
}

static gboolean
opens (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_OPEN_PUNCTUATION;
}

static gboolean
closes (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  if (c < 0x80)
    return strchr (",.;:!?)]}%", (int) c) != NULL;
  return type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION ||
         type == G_UNICODE_OTHER_PUNCTUATION || type == G_UNICODE_DASH_PUNCTUATION;
}

static gboolean
is_particle (gunichar c)
{
  return g_utf8_strchr ("的了吗吧呢啊着过们地得", -1, c) != NULL;
}

/* A particle, or what many names of things end with that the dictionary does not know: 健康码, 摄像头. */
static gboolean
leans (gunichar c)
{
  return is_particle (c) || g_utf8_strchr ("码卡头键铃盘页面标员证机器", -1, c) != NULL;
}

/* 小芳, 不用, 点一下, 还没. */
static gboolean
leads (gunichar c)
{
  return g_utf8_strchr ("小老不没别再最第医点还", -1, c) != NULL;
}

/* 二维码 is no number of anything; the dictionary does not know it. */
static gboolean
is_two_dimensional (gunichar before, gunichar c)
{
  return before == g_utf8_get_char ("二") && c == g_utf8_get_char ("维");
}

/* Whether @at stands in the middle of a question by both ways: 好不好, 下不下雨. */
static gboolean
is_either_way (const char *text, const char *at)
{
  static const char not[] = "不";
  const char *middle = g_str_has_prefix (at, not) ? at : g_utf8_prev_char (at);

  return middle > text && g_str_has_prefix (middle, not) &&
         g_utf8_get_char (g_utf8_prev_char (middle)) == g_utf8_get_char (g_utf8_next_char (middle));
}

/* Whether one Latin letter stands at @at alone. */
static gboolean
is_lone_letter (const char *text, const char *at)
{
  return g_ascii_isalpha (*at) && (at == text || at[-1] == ' ' || !g_ascii_isprint (at[-1])) && !g_ascii_isgraph (at[1]);
}

/* Whether @at goes on with what is spelled letter by letter: x i a n g. */
static gboolean
is_spelled (const char *text, const char *at)
{
  const char *space = *at == ' ' ? at : at - 1;

  return space > text && *space == ' ' && is_lone_letter (text, space - 1) && is_lone_letter (text, space + 1);
}

/* A number is said as it is typed, digit by digit: 零零二八. */
static gboolean
is_digit (gunichar c)
{
  return g_utf8_strchr ("零一二三四五六七八九十", -1, c) != NULL;
}

/* What a number counts: 三点, 十个. */
static gboolean
is_counted (gunichar c)
{
  return g_utf8_strchr ("点元个次天分号月日岁位条张块遍", -1, c) != NULL;
}

/* (transfer full) (nullable): for each byte of the text whether a word ends before it; NULL: nobody knows */
static guint8 *
find_words (const char *text)
{
#ifdef HIH_HAVE_ICU
  static GMutex lock;
  static UBreakIterator *finder; /* under the lock; never freed: its dictionary is large */
  static gboolean tried;
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  UErrorCode code = U_ZERO_ERROR;
  UText *shared;

  if (!tried)
    {
      tried = TRUE;
      finder = ubrk_open (UBRK_WORD, "zh", NULL, 0, &code);
      if (U_FAILURE (code))
        g_message ("writing: find words: %s; Chinese lines end anywhere", u_errorName (code));
    }
  if (finder != NULL)
    {
      gsize length = strlen (text);
      g_autofree guint8 *ends = g_new0 (guint8, length + 1);

      code = U_ZERO_ERROR;
      shared = utext_openUTF8 (NULL, text, (int64_t) length, &code);
      ubrk_setUText (finder, shared, &code);
      if (U_SUCCESS (code))
        {
          for (int32_t at = ubrk_first (finder); at != UBRK_DONE; at = ubrk_next (finder))
            ends[at] = TRUE;
        }
      utext_close (shared);
      return U_SUCCESS (code) ? g_steal_pointer (&ends) : NULL;
    }
#endif
  return NULL;
}

/* Where what @open begins is closed again, if it is as short as a button's name; else @open itself. */
static const char *
find_close (const char *open)
{
  static const char *const pairs[] = { "“”", "‘’", "「」", "『』", "《》" };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      const char *at = open;

      if (g_utf8_get_char (pairs[i]) != g_utf8_get_char (open))
        continue;
      for (guint n = 0; n <= MOST_QUOTED; n++)
        {
          at = g_utf8_next_char (at);
          if (*at == '\0' || g_unichar_isspace (g_utf8_get_char (at)))
            return open;
          if (g_utf8_get_char (at) == g_utf8_get_char (g_utf8_next_char (pairs[i])))
            return at;
        }
    }
  return open;
}

/* Whether @at still stands with the @n_letters of the unit before it. */
static gboolean
goes_on (const char *text, const char *at, const guint8 *ends, guint n_letters)
{
  gunichar before = g_utf8_get_char (g_utf8_prev_char (at)), c = g_utf8_get_char (at);

  if (closes (c) || opens (before) || is_spelled (text, at))
    return TRUE;
  if (g_unichar_isspace (c) || g_unichar_isspace (before))
    return FALSE;
  if (!is_letter (before) && !is_letter (c) && before < 0x80 && c < 0x80)
    return TRUE;
  if (closes (before) || opens (c))
    return FALSE;
  if (!is_letter (c))
    return !is_letter (before) || (g_unichar_isdigit (c) && leads (before));
  if (!is_letter (before))
    return g_unichar_isdigit (before);
  if ((is_digit (before) && is_digit (c)) || is_two_dimensional (before, c) || is_either_way (text, at))
    return TRUE;
  if (ends == NULL)
    return FALSE;
  if (is_digit (before) && is_counted (c) && ends[g_utf8_next_char (at) - text])
    return TRUE;
  /* What is said twice is one: 招招手, 看看书. */
  if (!ends[at - text] || (n_letters == 1 && (leads (before) || before == c)))
    return TRUE;
  return n_letters < MOST_LEANED && leans (c) && ends[g_utf8_next_char (at) - text];
}

/* From @at on: what stands together there, be it one character. @is_kept: (out): whether that is for us to say. */
static HihUnit
read_unit (const char *text, const char *at, const guint8 *ends, gboolean *is_kept)
{
  HihUnit unit = { .begin = (guint) (at - text), .last = (guint) (at - text) };
  guint before = unit.begin;
  gboolean is_said = FALSE;

  *is_kept = FALSE;
  do
    {
      gunichar c = g_utf8_get_char (at);
      const char *close = opens (c) ? find_close (at) : at;

      if (close > at)
        {
          unit.n_letters += (guint) g_utf8_pointer_to_offset (at, close) - 1;
          unit.last = (guint) (g_utf8_prev_char (close) - text);
          *is_kept = TRUE;
        }
      else if (!closes (c) && !(c == ' ' && is_spelled (text, at)))
        {
          is_said = is_said || (unit.n_letters > 0 && is_spelled (text, at));
          before = unit.last;
          unit.last = (guint) (at - text);
          unit.n_letters++;
          *is_kept = *is_kept || is_letter (c) || is_said;
        }
      at = g_utf8_next_char (close);
    }
  while (*at != '\0' && goes_on (text, at, ends, unit.n_letters));
  unit.end = (guint) (at - text);
  if (is_said)
    unit.last = before; /* the last letter does not stand alone */
  return unit;
}

/* How many characters it is as wide as; a particle at its end makes nobody stumble. */
static guint
get_width (const char *text, const HihUnit *unit)
{
  const char *begin = text + unit->begin, *last = text + unit->last;
  guint n = (guint) g_utf8_pointer_to_offset (begin, last) + 1;

  if (opens (g_utf8_get_char (begin)))
    n++; /* and what closes it */
  return n > 1 && is_particle (g_utf8_get_char (last)) ? n - 1 : n;
}

/* Whether a pause or a quotation ends it. */
static gboolean
is_closed (const char *text, const HihUnit *unit)
{
  return g_utf8_next_char (text + unit->last) < text + unit->end;
}

/* Whether @next can stand with the @unit before it, one of which is a single character. @leads: @unit begins a clause */
static gboolean
can_join (const char *text, const HihUnit *unit, const HihUnit *next, gboolean leads)
{
  guint width = get_width (text, unit) + get_width (text, next);

  if (unit->end != next->begin)
    return FALSE;
  if (unit->n_letters == 1 && leads)
    return width + (is_closed (text, unit) ? 1 : 0) <= (opens (g_utf8_get_char (text + next->begin)) ? MOST_NAMED : MOST_LED);
  /* What ends a clause has nothing behind it to go with. */
  return !is_closed (text, unit) && width <= MOST_JOINED + (next->n_letters == 1 && is_closed (text, next) ? 1 : 0);
}

/* A line of one character is stumbled over: it goes with what follows, or else with what is before it. Without a dictionary
 * every character would. */
static void
join_lone (const char *text, GArray *units)
{
  for (guint i = 0; i + 1 < units->len;)
    {
      HihUnit *unit = &g_array_index (units, HihUnit, i), *next = unit + 1;
      gboolean leads = i == 0 || is_closed (text, unit - 1) || (unit - 1)->end != unit->begin;
      gboolean takes_next = unit->n_letters == 1 || (next->n_letters == 1 && !(i + 2 < units->len &&
                                                                              can_join (text, next, next + 1, is_closed (text, unit))));

      if (!takes_next || !can_join (text, unit, next, leads))
        {
          i++;
          continue;
        }
      unit->last = next->last;
      unit->end = next->end;
      unit->n_letters += next->n_letters;
      g_array_remove_index (units, i + 1);
    }
}

/**
 * hih_units_find:
 * @text: UTF-8
 * @joined: whether single characters stand with what is beside them, where that is short
 *
 * What should not be torn: of two characters and more, in their order, without overlap. What is not Chinese is left to
 * Unicode's own rules. Any thread; the first call reads the dictionary.
 *
 * Returns: (transfer full) (element-type HihUnit): the units
 */
GArray *
hih_units_find (const char *text, gboolean joined)
{
  GArray *units = g_array_new (FALSE, FALSE, sizeof (HihUnit));
  g_autofree guint8 *ends = NULL;
  const char *at = text;

  while (*at != '\0' && !is_letter (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    return units;
  ends = find_words (text);
  at = text;
  while (*at != '\0')
    {
      gboolean is_kept;
      HihUnit unit = read_unit (text, at, ends, &is_kept);

      at = text + unit.end;
      if (is_kept)
        g_array_append_val (units, unit);
    }
  if (ends != NULL && joined)
    join_lone (text, units);
  for (guint i = units->len; i > 0; i--)
    {
      const HihUnit *unit = &g_array_index (units, HihUnit, i - 1);

      if (g_utf8_next_char (text + unit->begin) == text + unit->end)
        g_array_remove_index (units, i - 1);
    }
  return units;
}
