/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The synthesiser takes every number for an amount, and in Chinese loses the point of a decimal. What a person reads
 * out differs: 110 is 幺幺零 (in a telephone number 1 is 幺, as everybody says it), a code is 五零八二 (in a code 1
 * stays 一, the word on the key), 9.9元 is 九点九元, 2026年 is 二零二六年, 14:30 is 十四点三十分.
 */
#include "config.h"

#include "hih-spoken.h"

#include <string.h>

/* What may stand behind an amount. */
static const char units_zh[] =
  "元块毛角分秒点时小天日号月年岁个位只张条本次遍人户斤克公两米里度℃页课步颗件名楼层万亿千百十多余种例台部句口"
  "杯碗盒片粒把家间项级期周刻倍辆站排行节集段GMKTkm%％";
/* Before these 2 is 两. */
static const char takes_liang[] =
  "元块分秒点小天周岁个位只张条本次遍人户斤公米里页步颗件名种例台部句口杯碗盒片粒把家间倍辆站节段";
static const char marks[] = "，。！？；：、…“”‘’（）《》,.!?;:()\"";

static const char *const digits_zh[] = { "零", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

/* Numbers that everybody in China knows by their digits. */
static const char *const short_numbers[] = {
  "110", "112", "114", "119", "120", "122", "999", "10010", "10086", "11185",
};

static const char *const units_en[] = {
  "yuan", "fen",    "dollar", "minute", "hour", "second", "day",    "week",    "month",     "year",     "time",
  "step", "people", "person", "metre",  "km",   "kilo",   "degree", "percent", "million",   "thousand", "billion",
  "GB",   "MB",     "%",      "point",  "eggs", "virus",  "page",   "photo",   "character",
};

gboolean
hih_spoken_is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

gboolean
hih_spoken_has_han (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (hih_spoken_is_han (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gsize
count_digits (const char *at)
{
  return strspn (at, "0123456789");
}

static const char *
skip_spaces (const char *at)
{
  while (*at != '\0' && g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gunichar
get_before (const char *text, const char *at)
{
  gunichar c = 0;

  while (at > text)
    {
      at = g_utf8_prev_char (at);
      c = g_utf8_get_char (at);
      if (!g_unichar_isspace (c))
        return c;
    }
  return 0;
}

/* 24，68，10: a number that is a clause of its own is pressed key by key. */
static gboolean
stands_alone (const char *text, const char *start, const char *end)
{
  gunichar before = get_before (text, start), after = g_utf8_get_char (skip_spaces (end));

  return (before == 0 || is_one_of (before, marks)) && (after == 0 || is_one_of (after, marks));
}

/* 2000 and 300 are round: an amount even where nobody says of what. */
static gboolean
is_round (const char *digits, gsize n)
{
  return n >= 3 && n <= 5 && digits[0] != '0' && strncmp (digits + n - 2, "00", 2) == 0;
}

/* Known ones, service lines of five digits (12345, 12320, 95588, 96110), and whatever is as long as a number is. */
static gboolean
is_telephone (const char *digits, gsize n)
{
  for (guint i = 0; i < G_N_ELEMENTS (short_numbers); i++)
    {
      if (strlen (short_numbers[i]) == n && strncmp (digits, short_numbers[i], n) == 0)
        return TRUE;
    }
  if (n == 5 && (strncmp (digits, "95", 2) == 0 || strncmp (digits, "96", 2) == 0 ||
                 (strncmp (digits, "12", 2) == 0 && !is_round (digits, n))))
    return TRUE;
  return n >= 7 && n <= 12 && strchr ("0148", digits[0]) != NULL;
}

/* The digits one by one, in words or with blanks between. */
static void
append_digits (GString *out, const char *digits, gsize n, gboolean chinese, gboolean telephone)
{
  for (gsize i = 0; i < n; i++)
    {
      if (chinese)
        g_string_append (out, telephone && digits[i] == '1' ? "幺" : digits_zh[digits[i] - '0']);
      else
        g_string_append_printf (out, i > 0 ? " %c" : "%c", digits[i]);
    }
}

static void
append_below_10000 (GString *out, guint n, gboolean first)
{
  static const struct
  {
    guint value;
    const char *word;
  } places[] = { { 1000, "千" }, { 100, "百" }, { 10, "十" }, { 1, "" } };
  gboolean begun = !first, gap = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      guint digit = n / places[i].value % 10;

      if (digit == 0)
        {
          gap = begun;
          continue;
        }
      if (gap)
        g_string_append (out, "零");
      gap = FALSE;
      if (places[i].value >= 100 && digit == 2)
        g_string_append (out, "两");
      else if (begun || places[i].value != 10 || digit != 1)
        g_string_append (out, digits_zh[digit]);
      g_string_append (out, places[i].word);
      begun = TRUE;
    }
}

/* Up to 99 999 999. */
static void
append_amount (GString *out, guint n, const char *unit)
{
  if (n == 0)
    g_string_append (out, "零");
  else if (n == 2 && is_one_of (g_utf8_get_char (unit), takes_liang))
    g_string_append (out, "两");
  else if (n < 10000)
    append_below_10000 (out, n, TRUE);
  else
    {
      if (n / 10000 == 2)
        g_string_append (out, "两");
      else
        append_below_10000 (out, n / 10000, TRUE);
      g_string_append (out, "万");
      if (n % 10000 != 0)
        append_below_10000 (out, n % 10000, FALSE);
    }
}

static guint
get_value (const char *digits, gsize n)
{
  guint value = 0;

  for (gsize i = 0; i < n; i++)
    value = value * 10 + (guint) (digits[i] - '0');
  return value;
}

/* H:MM at @at. Returns: its length; 0 when it is none. */
static gsize
find_time (const char *at, gsize n, guint *hour, guint *minute)
{
  const char *rest = at + n;
  gsize mark = g_str_has_prefix (rest, "：") ? strlen ("：") : *rest == ':';

  if (n > 2 || mark == 0 || count_digits (rest + mark) != 2)
    return 0;
  *hour = get_value (at, n);
  *minute = get_value (rest + mark, 2);
  return *hour <= 24 && *minute < 60 ? n + mark + 2 : 0;
}

/* 2026-11-25, also with strokes or points. Returns: its length; 0 when it is none. */
static gsize
find_date (const char *at, gsize n, guint *month, guint *day)
{
  const char *second, *third;
  gsize n_second, n_third;

  if (n != 4 || at[n] == '\0' || strchr ("-/.", at[n]) == NULL)
    return 0;
  second = at + n + 1;
  n_second = count_digits (second);
  if (n_second < 1 || n_second > 2 || second[n_second] != at[n])
    return 0;
  third = second + n_second + 1;
  n_third = count_digits (third);
  *month = get_value (second, MIN (n_second, 2));
  *day = get_value (third, MIN (n_third, 2));
  if (n_third < 1 || n_third > 2 || *month < 1 || *month > 12 || *day < 1 || *day > 31)
    return 0;
  return (gsize) (third + n_third - at);
}

/* What is counted: behind the number, or behind the second one of 100-200元. */
static const char *
find_unit (const char *after)
{
  const char *unit = skip_spaces (after);

  if ((*unit == '-' || *unit == '~') && count_digits (unit + 1) > 0)
    unit = skip_spaces (unit + 1 + count_digits (unit + 1));
  return unit;
}

static const char *
append_plain_zh (GString *out, const char *text, const char *at, gsize n)
{
  const char *end = at + n, *unit = find_unit (end);
  gunichar c = g_utf8_get_char (unit);
  gboolean counted = is_one_of (c, units_zh);

  if (n == 4 && g_str_has_prefix (unit, "年"))
    append_digits (out, at, n, TRUE, FALSE);
  else if (n > 8 || (!counted && is_telephone (at, n)))
    append_digits (out, at, n, TRUE, is_telephone (at, n));
  else if ((n > 1 && at[0] == '0') || (!counted && n >= 3 && !is_round (at, n)) ||
           (n == 2 && stands_alone (text, at, end)))
    append_digits (out, at, n, TRUE, FALSE);
  else
    append_amount (out, get_value (at, n), unit);
  if ((*end == '-' || *end == '~') && count_digits (end + 1) > 0)
    {
      g_string_append (out, counted || (n <= 2 && count_digits (end + 1) <= 2) ? "到" : " ");
      return end + 1;
    }
  return counted ? unit : end;
}

static const char *
append_number_zh (GString *out, const char *text, const char *at)
{
  gsize n = count_digits (at), length, n_decimals;
  const char *end = at + n;
  guint first, second;

  if ((length = find_time (at, n, &first, &second)) > 0)
    {
      append_amount (out, first, "点");
      g_string_append (out, "点");
      if (second > 0)
        {
          g_string_append (out, second < 10 ? "零" : "");
          append_amount (out, second, "");
          g_string_append (out, "分");
        }
      return at + length;
    }
  if ((length = find_date (at, n, &first, &second)) > 0)
    {
      append_digits (out, at, n, TRUE, FALSE);
      g_string_append (out, "年");
      append_amount (out, first, "");
      g_string_append (out, "月");
      append_amount (out, second, "");
      g_string_append (out, "日");
      return at + length;
    }
  n_decimals = *end == '.' ? count_digits (end + 1) : 0;
  length = n_decimals > 0 ? n + 1 + n_decimals : n;
  /* 百分之 goes before. */
  if (n <= 8 && is_one_of (g_utf8_get_char (at + length), "%％"))
    {
      g_string_append (out, "百分之");
      append_amount (out, get_value (at, n), "");
      if (n_decimals > 0)
        g_string_append (out, "点");
      append_digits (out, end + 1, n_decimals, TRUE, FALSE);
      return g_utf8_next_char (at + length);
    }
  if (n_decimals > 0 && n <= 8)
    {
      const char *unit = skip_spaces (at + length);

      /* 9.90元 is nine point nine. */
      while (g_str_has_prefix (unit, "元") && n_decimals > 0 && end[n_decimals] == '0')
        n_decimals--;
      append_amount (out, get_value (at, n), n_decimals == 0 ? unit : "");
      if (n_decimals > 0)
        g_string_append (out, "点");
      append_digits (out, end + 1, n_decimals, TRUE, FALSE);
      return is_one_of (g_utf8_get_char (unit), units_zh) ? unit : at + length;
    }
  return append_plain_zh (out, text, at, n);
}

static gboolean
is_counted_en (const char *after)
{
  const char *unit = skip_spaces (after);

  for (guint i = 0; i < G_N_ELEMENTS (units_en); i++)
    {
      if (g_ascii_strncasecmp (unit, units_en[i], strlen (units_en[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "in 2026" is a year, "code 2026" and "Card: 2026" are not. */
static gboolean
is_year_en (const char *text, const char *at, gsize n)
{
  static const char *const words[] = {
    "in ",  "of ",   "and ",  "since ", "until ", "to ",  "year ", "by ",   "ary ",
    "ber ", "arch ", "pril ", "May ",   "une ",   "uly ", "gust ", "late ", "early "
  };

  if (n != 4 || (strncmp (at, "19", 2) != 0 && strncmp (at, "20", 2) != 0))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (at - text) >= length && strncmp (at - length, words[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

static const char *
append_number_en (GString *out, const char *text, const char *at)
{
  gsize n = count_digits (at), length;
  const char *end = at + n;
  guint hour, minute;

  if ((length = find_time (at, n, &hour, &minute)) > 0)
    {
      g_string_append_printf (out, minute == 0 ? "%u o'clock" : minute < 10 ? "%u oh %u" : "%u %u", hour, minute);
      return at + length;
    }
  /* 9.90 and 1,000 are said right. */
  if ((*end == '.' || (*end == ',' && count_digits (end + 1) == 3)) && g_ascii_isdigit (end[1]))
    {
      length = strspn (at, "0123456789.,");
      while (!g_ascii_isdigit (at[length - 1]))
        length--;
      g_string_append_len (out, at, (gssize) length);
      return at + length;
    }
  if (is_year_en (text, at, n) && at[2] != '0')
    g_string_append_printf (out, "%.2s %.2s", at, at + 2);
  else if (!is_year_en (text, at, n) && !is_counted_en (end) &&
           (is_telephone (at, n) || (n > 1 && at[0] == '0') || (n >= 4 && !is_round (at, n)) ||
            (n == 2 && stands_alone (text, at, end))))
    append_digits (out, at, n, FALSE, FALSE);
  else
    g_string_append_len (out, at, (gssize) n);
  return end;
}

/**
 * hih_spoken_numbers:
 * @text: a sentence or a clause, UTF-8
 * @language: such as zh_CN; other languages than Chinese and English keep their numbers
 *
 * Any thread. A number behind a letter (MP3) stays as it is. In Chinese a bare number of three digits or more is read
 * digit by digit, in English one of four or more; round ones (2000) are amounts.
 *
 * Returns: (transfer full): @text, its numbers written as they are said
 */
char *
hih_spoken_numbers (const char *text, const char *language)
{
  gboolean chinese = g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "yue");
  gboolean english = g_str_has_prefix (language, "en");
  GString *out = g_string_new (NULL);

  for (const char *p = text; *p != '\0';)
    {
      if ((chinese || english) && g_ascii_isdigit (*p) && (p == text || !g_ascii_isalpha (p[-1])))
        p = chinese ? append_number_zh (out, text, p) : append_number_en (out, text, p);
      else
        {
          const char *next = g_utf8_next_char (p);

          g_string_append_len (out, p, next - p);
          p = next;
          /* The whole of MP34, not its second half. */
          if (g_ascii_isdigit (p[-1]))
            {
              g_string_append_len (out, p, (gssize) count_digits (p));
              p += count_digits (p);
            }
        }
    }
  return g_string_free (out, FALSE);
}
