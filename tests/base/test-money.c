/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums as people write and say them, and words that only look like one. */
#include "config.h"

#include "hih-money.h"
#include "hih-secret.h"

static void
test_sums (void)
{
  static const char *const SUMS[] = {
    "¥ 12.50", "￥", "Pay 9.90 yuan", "888元", "12块", "12块钱", "只要 12 块钱", "twelve yuan", "Twelve Yuan", "CNY 12",
    "12 CNY", "RMB: 12", "three hundred yuan", "twenty-five yuan", "a few yuan", "$5", "５元", "十二元", "三百多元", "两块钱",
    "三块五", "十二块。", "人民币一百", "100 美元", "五毛钱", "1万元", "a thousand\n yuan", "RMB twelve", "Transfer 500 to the agent", "Pay 9.90", "pay five hundred at once", "转账500", "汇款 三千", "请支付50",
    "价格：38", "余额1200", "Balance: 1200", "Price 38",
  };
  static const char *const NONE[] = {
    "", "Prices in yuan", "12 people", "twelve", "Yuanyuan has 12 cats", "12 Yuanyuan", "一块儿去", "两块巧克力", "多元", "单元",
    "三单元", "十分高兴", "一角", "公元", "12 bonus", "Row 3, seat 5", "someone yuan", "Let's go", "pension", "kuaidi 12", "Transfer", "支付", "repay 12", "12 payphones", "一起付款", "Pay at the counter",
    "价格表", "余额不足", "Prices 2026", "Balance",
  };

  for (guint i = 0; i < G_N_ELEMENTS (SUMS); i++)
    {
      if (!hih_money_is_named (SUMS[i]))
        g_test_fail_printf ("no sum: %s", SUMS[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (NONE); i++)
    {
      if (hih_money_is_named (NONE[i]))
        g_test_fail_printf ("taken for a sum: %s", NONE[i]);
    }
}

/* Whether one pays, whether somebody wants a code, money, or to see the screen: what is said so, and what only looks so. */
static void
test_wishes (void)
{
  static const struct
  {
    gboolean (*ask) (const char *text);
    const char *words;
    gboolean is_so;
  } CASES[] = {
    { hih_payment_is_named, "Pay the shop", TRUE }, { hih_payment_is_named, "立即支付", TRUE }, { hih_payment_is_named, "Transfer now", TRUE },
    { hih_payment_is_named, "支付宝付款", TRUE }, { hih_payment_is_named, "转账金额", TRUE }, { hih_payment_is_named, "打多少钱", TRUE }, { hih_payment_is_named, "Buy now", TRUE },
    { hih_payment_is_named, "立即下单", TRUE }, { hih_payment_is_named, "多少钱一斤", FALSE }, { hih_payment_is_named, "What to buy", FALSE },
    { hih_payment_is_named, "同意自动扣款", TRUE }, { hih_payment_is_named, "Deduct automatically", TRUE }, { hih_payment_is_named, "买票", TRUE },
    { hih_payment_is_named, "Buy the ticket", TRUE }, { hih_payment_is_named, "发红包", TRUE }, { hih_payment_is_named, "借5000", TRUE },
    { hih_payment_is_named, "Borrow 5000", TRUE }, { hih_payment_is_named, "打12345", FALSE }, { hih_payment_is_named, "Send 12 pictures", FALSE },
    { hih_money_is_wanted, "妈，我换号了，转我3000", TRUE }, { hih_money_is_wanted, "Mum, new number. Send me 3000", TRUE },
    { hih_money_is_wanted, "转我3张照片", FALSE }, { hih_money_is_wanted, "打电话120", FALSE },
    { hih_payment_is_named, "Do not pay", FALSE }, { hih_payment_is_named, "支付宝", FALSE }, { hih_payment_is_named, "不要付款", FALSE },
    { hih_payment_is_named, "Pay attention", FALSE }, { hih_payment_is_named, "repay", FALSE }, { hih_payment_is_named, "Paid", FALSE },
    { hih_money_is_wanted, "Send 3000 yuan", TRUE }, { hih_money_is_wanted, "Transfer all to the safe account.", TRUE },
    { hih_money_is_wanted, "把钱转到安全账户", TRUE }, { hih_money_is_wanted, "妈，借点钱给我", TRUE },
    { hih_money_is_wanted, "It was 50 yuan", FALSE },
    { hih_money_is_wanted, "交一下保证金", TRUE }, { hih_money_is_wanted, "借我点钱，急用", TRUE }, { hih_money_is_wanted, "给我发个红包吧", TRUE },
    { hih_money_is_wanted, "住院要交五千", TRUE }, { hih_money_is_wanted, "先付手续费", TRUE },
    { hih_money_is_wanted, "打车要多少钱", FALSE }, { hih_money_is_wanted, "别交保证金", FALSE }, { hih_money_is_wanted, "转角有家店，不要钱", FALSE },
    { hih_money_is_wanted, "送您一个红包", FALSE },
    { hih_secret_is_wanted, "把刚收到的六位数字告诉我", TRUE }, { hih_secret_is_wanted, "短信里的数字念给我听", TRUE },
    { hih_secret_is_wanted, "Read me the six digits", TRUE }, { hih_secret_is_wanted, "短信里的数字别告诉人", FALSE },
    { hih_secret_opens_purse, "短信里的六位数字", TRUE }, { hih_secret_opens_purse, "11 位手机号", FALSE },
    { hih_screen_is_wanted, "打开投屏", TRUE }, { hih_screen_is_wanted, "打开投屏让我看看您的手机", TRUE }, { hih_screen_is_wanted, "投屏到电视", FALSE },
    { hih_screen_is_wanted, "不要打开投屏", FALSE },
    { hih_money_is_wanted, "Never transfer to a safe account", FALSE }, { hih_money_is_wanted, "多少钱一斤", FALSE },
    { hih_screen_is_wanted, "Support wants to see your screen", TRUE }, { hih_screen_is_wanted, "请您共享屏幕", TRUE },
    { hih_screen_is_wanted, "Never share your screen", FALSE }, { hih_screen_is_wanted, "屏幕亮度", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      if (CASES[i].ask (CASES[i].words) != CASES[i].is_so)
        g_test_fail_printf ("%s: %s", CASES[i].is_so ? "not understood" : "misunderstood", CASES[i].words);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/money/sums", test_sums);
  g_test_add_func ("/money/wishes", test_wishes);
  return g_test_run ();
}
