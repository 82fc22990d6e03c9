/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looked for as they stand on a form (“Code”) and as somebody asks for them (“Send me the code”). */
#include "config.h"

#include "hih-secret.h"

#include <string.h>

#include "hih-money.h"
#include "hih-warning.h"

/* In the words of a line to write in one of these is enough. */
static const char *const SECRETS[] = {
  "password", "passwords", "passcode", "code", "codes", "pin", "card number", "number of your card", "bank card",
  "number of your bank card", "account number", "id number", "cvv", "密码", "口令", "验证码", "校验码", "动态码", "卡号", "银行卡", "账号", "身份证", "安全码",
  /* What it is called to somebody who does not know the word. */
  "six digits", "6 digits", "six-digit", "6-digit", "six numbers", "6 numbers", "three digits", "3 digits", "digits from the message", "digits of the message",
  "digits in the message", "number in the message", "numbers in the message", "digits you received", "numbers you received", "number you received",
  "number on the back", "numbers on the back", "digits on the back", "back of your card", "back of the card",
  "六位数", "6位数", "6 位数", "四位数", "4位数", "4 位数", "三位数", "3位数", "3 位数", "短信里的数", "短信上的数", "短信中的数", "收到的数", "收到的那串数",
  "三个数字", "四个数字", "六个数字", "卡背", "卡后面的", "卡反面", "背面的三位", "背面三位",
};
/* Elsewhere somebody must want it. */
static const char *const WANTS[] = {
  "ask", "asks", "asked", "want", "wants", "need", "needs", "tell", "give", "send", "read", "type", "enter", "say", "share",
  "fill in", "what is", "what's", "confirm", "reply", "spell", "forward", "provide", "告诉", "给", "报", "发", "念", "输", "填", "要", "说", "提供", "读", "拍",
  "截图", "传", "是多少",
};
/* Or hurry it along: “And now the code, quickly!” */
static const char *const WANTED_AFTER[] = {
  "\\b(code|digits|password|pin|cvv|card number|number on the back[^,]{0,20}),? (please|quickly|hurry|at once)\\b",
  "(验证码|密码|数字?|位数|卡号),? ?快",
};

/* And of money. */
static const char *const WANTS_MONEY[] = {
  "pay", "lend", "transfer", "remit", "buy", "转", "汇", "付", "借", "交", "打",
};
/* Money that is wanted without a sum. */
static const char *const MONEY_WANTED[] = {
  "safe account", "secure account", "security account", "lend me money", "send money", "send me money", "transfer money",
  "need money", "pay a deposit", "pay the deposit", "processing fee", "red packet for me", "安全账户", "安全账号", "借钱", "借点钱", "打钱", "打点钱", "转钱", "转点钱", "汇钱",
};

/* The same, with something between the verb and what is wanted. */
#define BETWEEN "[^,，。；;：:！!？?、]{0,5}"
static const char *const MONEY_WANTED_APART[] = {
  "[借转汇]" BETWEEN "钱", "[交付缴转汇打]" BETWEEN "(保证金|押金|手续费|解冻费|定金|罚款)", "发" BETWEEN "红包(吧|来|给)", "给我" BETWEEN "红包",
  "[交缴转汇借]" BETWEEN "[一二两三四五六七八九十几][百千万]", "[转汇借]" BETWEEN "[0-9]{3}", "\\b(send|transfer|wire|lend|remit)\\b me\\b[^.]{0,12}[0-9]{3}",
};
static const char *const SEES_SCREEN_APART[] = {
  "(打开|开启|开一下|点|用)" BETWEEN "投屏", "投屏" BETWEEN "(看|给我)",
};

/* What stands on a page where one pays, whatever the sum, and on what confirms it. */
static const char *const PAYS[] = {
  "pay", "payment", "transfer", "transfers", "remit", "remittance", "top up", "buy now", "buy it", "buy the ticket", "buy a ticket", "buy tickets", "book and pay",
  "place the order", "check out", "deduct", "deduction", "send a red packet", "send red packet", "put in money", "take a loan", "how much money", "amount of money", "amount in yuan",
  "支付", "付款", "付钱", "转账", "汇款", "打款", "缴费", "充值", "收款", "金额", "打多少钱", "转多少", "付多少", "交多少", "购买", "下单", "结账", "结算", "买单",
  "买票", "购票", "付账", "扣款", "扣费", "代扣", "发红包", "塞钱", "充钱", "借款", "贷款", "提现",
};
/* The same with a number that is no sum of money as it stands: “Borrow 5000”. */
static const char *const PAYS_APART[] = { "\\b(borrow|transfer|withdraw)\\b" BETWEEN "[0-9]{2}", "[借转汇缴充]" BETWEEN "[0-9]{3}" };
/* The same words, where nobody pays. */
static const char *const PAYS_NOT[] = { "pay attention", "pay a visit", "pay them a visit", "支付宝" };

static const char *const SEES_SCREEN[] = {
  "see your screen", "view your screen", "look at your screen", "share your screen", "share the screen", "screen sharing",
  "cast your screen", "mirror your screen",
  "control your phone", "共享屏幕", "屏幕共享", "分享屏幕", "看您的屏幕", "看你的屏幕", "看您屏幕", "看你屏幕", "看一下屏幕",
  "远程控制", "远程协助", "远程操作",
};

/* Who one is, asked for on every form; no purse is opened with it. */
static const char *const WHO_ONE_IS[] = { "id number", "id card", "identity card", "身份证" };

/* English words by themselves: no "pin" in "spinning". */
static gboolean
has_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    {
      if (!g_ascii_isalpha (*word) ||
          ((at == text || !g_ascii_isalpha (at[-1])) && !g_ascii_isalpha (at[length])))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_any (const char *text, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (has_word (text, words[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
matches_any (const char *text, const char *const *patterns, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (g_regex_match_simple (patterns[i], text, G_REGEX_DEFAULT, G_REGEX_MATCH_DEFAULT))
        return TRUE;
    }
  return FALSE;
}

/**
 * hih_secret_is_named:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text names a password, a code or the number of a card or of a person
 */
gboolean
hih_secret_is_named (const char *text)
{
  g_autofree char *small = hih_warning_fold (text);

  return has_any (small, SECRETS, G_N_ELEMENTS (SECRETS));
}

/**
 * hih_secret_is_wanted:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text names one and wants it; “Tell the code to nobody” does not
 */
gboolean
hih_secret_is_wanted (const char *text)
{
  g_autofree char *left = hih_warning_take_out (text);

  return hih_secret_is_named (left) && (has_any (left, WANTS, G_N_ELEMENTS (WANTS)) ||
                                        matches_any (left, WANTED_AFTER, G_N_ELEMENTS (WANTED_AFTER)));
}

/**
 * hih_money_is_wanted:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text names a sum and wants it: “Send 3000 yuan”, and not “It was 50 yuan”; or wants all there is: “to the
 *   safe account”
 */
gboolean
hih_money_is_wanted (const char *text)
{
  g_autofree char *left = hih_warning_take_out (text);

  return has_any (left, MONEY_WANTED, G_N_ELEMENTS (MONEY_WANTED)) ||
         matches_any (left, MONEY_WANTED_APART, G_N_ELEMENTS (MONEY_WANTED_APART)) ||
         (hih_money_is_named (left) && (has_any (left, WANTS, G_N_ELEMENTS (WANTS)) ||
                                        has_any (left, WANTS_MONEY, G_N_ELEMENTS (WANTS_MONEY))));
}

/**
 * hih_secret_opens_purse:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text names a password, a code or the number of a bank card: all but the number of an ID card, and
 *   what it only warns of
 */
gboolean
hih_secret_opens_purse (const char *text)
{
  g_autofree char *left = hih_warning_take_out (text);
  g_autoptr (GString) rest = g_string_new (left);

  for (guint i = 0; i < G_N_ELEMENTS (WHO_ONE_IS); i++)
    g_string_replace (rest, WHO_ONE_IS[i], " ", 0);
  return hih_secret_is_named (rest->str);
}

/**
 * hih_payment_is_named:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text says that one pays here, with or without a sum: “Transfer to Old Li”, and not “Do not pay”
 */
gboolean
hih_payment_is_named (const char *text)
{
  g_autofree char *left = hih_warning_take_out (text);
  g_autoptr (GString) paying = g_string_new (left);

  for (guint i = 0; i < G_N_ELEMENTS (PAYS_NOT); i++)
    g_string_replace (paying, PAYS_NOT[i], " ", 0);
  return has_any (paying->str, PAYS, G_N_ELEMENTS (PAYS)) || matches_any (paying->str, PAYS_APART, G_N_ELEMENTS (PAYS_APART));
}

/**
 * hih_screen_is_wanted:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text says that somebody is to see the screen
 */
gboolean
hih_screen_is_wanted (const char *text)
{
  g_autofree char *left = hih_warning_take_out (text);

  return has_any (left, SEES_SCREEN, G_N_ELEMENTS (SEES_SCREEN)) ||
         matches_any (left, SEES_SCREEN_APART, G_N_ELEMENTS (SEES_SCREEN_APART));
}
