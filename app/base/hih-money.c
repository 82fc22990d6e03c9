/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sum is a number beside a currency. Both are looked for as people write them and as they say them: digits (also
 * full-width ones), English number words, Chinese numerals. A currency by itself ("in yuan") is none, and no number by
 * itself either; but a number beside a word for paying or for a price is a sum whose currency goes without saying.
 */
#include "config.h"

#include "hih-money.h"

#include <string.h>

typedef struct
{
  const char *word;
  gboolean leads;    /* it may stand before its number */
  const char *needs; /* (nullable) what must follow when the number is written in numerals: 两块 are two pieces as well */
} Currency;

static const Currency CURRENCIES[] = {
  { "yuan", FALSE, NULL },  { "kuai", FALSE, NULL },   { "renminbi", TRUE, NULL }, { "rmb", TRUE, NULL },
  { "cny", TRUE, NULL },    { "dollars", FALSE, NULL }, { "dollar", FALSE, NULL },  { "usd", TRUE, NULL },
  { "euros", FALSE, NULL }, { "euro", FALSE, NULL },    { "eur", TRUE, NULL },      { "$", TRUE, NULL },
  { "€", TRUE, NULL },      { "£", TRUE, NULL },       { "元", FALSE, NULL },      { "圆", FALSE, NULL },
  { "块", FALSE, "钱" },    { "毛", FALSE, "钱" },     { "角", FALSE, "钱" },      { "分", FALSE, "钱" },
  { "人民币", TRUE, NULL }, { "美元", FALSE, NULL },   { "欧元", FALSE, NULL },    { "港币", TRUE, NULL },
};

#define NUMERALS "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟半几"
#define ABOUT "多来余整" /* between the number and its currency: 三百多元 */

static const char *const NUMBER_WORDS[] = {
  "one",     "two",       "three",    "four",     "five",    "six",     "seven",   "eight",    "nine",   "ten",
  "eleven",  "twelve",    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
  "thirty",  "forty",     "fifty",    "sixty",    "seventy", "eighty",  "ninety",  "hundred",  "thousand", "million",
  "hundreds", "thousands", "few",
};

/* "Transfer 500 to the agent": where one of these stands, a number is a sum. */
static const char *const PAYING[] = {
  "transfer", "remit", "pay", "转账", "转帐", "汇款", "打款", "付款", "支付", "缴费", "充值",
};
/* As numbers are written beside them: 一 alone is in half of all sentences. */
static const char *const LARGE[] = { "hundred", "thousand", "million", "百", "千", "万" };

static gboolean
is_numeral (gunichar c)
{
  return c != 0 && g_utf8_strchr (NUMERALS, -1, c) != NULL;
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x250 && g_unichar_isalpha (c);
}

/* Whether a number ends before @end. */
static gboolean
ends_number (const char *text, const char *end, gboolean *in_numerals)
{
  const char *word_end, *at = end;
  gunichar c = 0;

  while (at > text)
    {
      c = g_utf8_get_char (g_utf8_prev_char (at));
      if (!g_unichar_isspace (c) && c != '-' && g_utf8_strchr (ABOUT, -1, c) == NULL)
        break;
      at = g_utf8_prev_char (at);
    }
  if (at == text)
    return FALSE;
  *in_numerals = is_numeral (c);
  if (g_unichar_isdigit (c) || *in_numerals)
    return TRUE;
  for (word_end = at; at > text && is_letter (g_utf8_get_char (g_utf8_prev_char (at))); at = g_utf8_prev_char (at))
    ;
  for (guint i = 0; i < G_N_ELEMENTS (NUMBER_WORDS); i++)
    {
      if (strlen (NUMBER_WORDS[i]) == (gsize) (word_end - at) && strncmp (at, NUMBER_WORDS[i], strlen (NUMBER_WORDS[i])) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether a number begins at @begin. */
static gboolean
begins_number (const char *begin)
{
  const char *at = begin;

  while (g_unichar_isspace (g_utf8_get_char (at)) || *at == '-' || *at == ':')
    at = g_utf8_next_char (at);
  if (g_unichar_isdigit (g_utf8_get_char (at)) || is_numeral (g_utf8_get_char (at)))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (NUMBER_WORDS); i++)
    {
      if (g_str_has_prefix (at, NUMBER_WORDS[i]) && !is_letter (g_utf8_get_char (at + strlen (NUMBER_WORDS[i]))))
        return TRUE;
    }
  return FALSE;
}

/* 三块 at the end, 三块五, 三块钱: money. 三块糖: sweets. */
static gboolean
goes_on_as_money (const char *after, const char *needs)
{
  gunichar c = g_utf8_get_char (after);

  return g_str_has_prefix (after, needs) || c == 0 || is_numeral (c) || !g_unichar_isalpha (c);
}

static gboolean
is_sum (const char *text, const char *at, const Currency *currency)
{
  const char *after = at + strlen (currency->word);
  gboolean is_word = is_letter (g_utf8_get_char (currency->word));
  gboolean in_numerals = FALSE;

  if (is_word && ((at > text && is_letter (g_utf8_get_char (g_utf8_prev_char (at)))) || is_letter (g_utf8_get_char (after))))
    return FALSE;
  if (currency->leads && begins_number (after))
    return TRUE;
  if (!ends_number (text, at, &in_numerals))
    return FALSE;
  /* 12块 is a price on any label; 一角 is a corner, and 十分 is "very". */
  if (currency->needs == NULL || g_str_has_prefix (after, currency->needs))
    return TRUE;
  return strcmp (currency->word, "块") == 0 && (!in_numerals || goes_on_as_money (after, currency->needs));
}

/* Of English ones the whole word: no "pay" in "repay" or "payphone". */
static gboolean
has_word (const char *text, const char *word)
{
  gsize length = strlen (word);
  gboolean is_word = g_ascii_isalpha (*word);

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + length, word))
    {
      if (!is_word || ((at == text || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (at[length])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_number (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_unichar_isdigit (g_utf8_get_char (at)))
        return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (LARGE); i++)
    {
      if (has_word (text, LARGE[i]))
        return TRUE;
    }
  return FALSE;
}

/* "价格：38", "Balance 1200": what is counted so is money. */
#define IS_PRICED "(价格|价钱|售价|单价|余额|\\bprice|\\bbalance)[:：\\s]*[0-9０-９]"

static gboolean
is_paid (const char *text)
{
  if (g_regex_match_simple (IS_PRICED, text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (PAYING); i++)
    {
      if (has_word (text, PAYING[i]))
        return has_number (text);
    }
  return FALSE;
}

/**
 * hih_money_is_named:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text names a sum of money, or a payment with its number
 */
gboolean
hih_money_is_named (const char *text)
{
  g_autofree char *small = g_utf8_strdown (text, -1);

  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_str_has_prefix (at, "¥") || g_str_has_prefix (at, "￥"))
        return TRUE;
      for (guint i = 0; i < G_N_ELEMENTS (CURRENCIES); i++)
        {
          if (g_str_has_prefix (at, CURRENCIES[i].word) && is_sum (small, at, &CURRENCIES[i]))
            return TRUE;
        }
    }
  return is_paid (small);
}
