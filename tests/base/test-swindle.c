/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What swindlers say, and what only looks like it: a warning, a form, a code that is there to be shown. */
#include "config.h"

#include "hih-secret.h"
#include "hih-swindle.h"
#include "hih-warning.h"

static void
check (const char *const *words, guint n, gboolean (*ask) (const char *text), gboolean is_so)
{
  for (guint i = 0; i < n; i++)
    {
      if (ask (words[i]) != is_so)
        g_test_fail_printf ("%s: %s", is_so ? "not understood" : "misunderstood", words[i]);
    }
}

static void
test_said (void)
{
  static const char *const SAID[] = {
    /* A secret that is told, read out or sent. */
    "Read us the six digits", "Read me the code", "Tell us the number on the back of your card", "Send the digits you received to customer service",
    "Reply with the six digits", "Tell the code", "Say your password aloud", "Read out the code", "What is the code?", "Please give our officer the code",
    "A code has come to your phone. Read it to us.", "Don’t worry and read us the code", "If you do not send us the code, the money is gone",
    "Give me the last numbers: the three digits on the back of your card", "把六位数字念给我们", "把验证码告诉客服", "请提供卡背面的三位数",
    "报一下验证码", "短信里的数字发过来", "别挂电话把验证码念给我", "不好意思，把密码报给我", "如果不把验证码告诉我们就要扣钱", "回复验证码即可退款",
    "念一下收到的六位数", "把 验 证 码 发 给 我", "請把驗證碼告訴我們", "把６位数字念给我听", "验证码，快念！", "我不是骗子，把验证码告诉我",
    /* The safe account, police and prosecutor. */
    "Move your savings to a safe account", "把钱转到安全账户", "請轉到安全帳戶", "This is the police: your account is used for money laundering",
    "There is an arrest warrant against you", "我是公安局的，您涉嫌洗钱", "公检法办案，请您配合", "检察院要核查您的账户", "You are suspected of a crime",
    /* Frozen and locked. */
    "Your account has been frozen", "Unlock your account here", "Unfreeze your card", "Your code is locked!", "您的银行卡已被冻结", "点这里解冻", "医保账户已停用", "养老金账号异常，请认证",
    /* The refund. */
    "Your parcel was damaged. We will refund you twice the price.", "We owe you 380 yuan", "您的快递丢失，双倍赔付", "包裹损坏，给您办理退款", "理赔请加客服", "We want to compensate you",
    /* Whoever wants the phone. */
    "Install the remote-help app", "Remote assistance needs your consent", "We control your phone for you", "I agree that you control my phone", "下载会议软件，我来教您", "打开远程协助", "Share your screen with us", "请共享屏幕",
    /* Help is kept away. */
    "Don’t hang up and don’t tell your family", "Do not tell your children about this", "不要告诉家人", "这件事别跟孩子说", "案情保密", "千万别让儿子知道",
    "Stay on the line, the bank is listening", "请勿挂断，正在核对您的银行卡",
    /* The list of the police: links, prizes, jobs, loans, credit, sure profit, leaving the platform. */
    "Tap the link to claim your subsidy", "点链接领取高龄补贴", "You have won! Collect the prize", "恭喜您中奖，请领取", "做任务，轻松赚钱", "刷单返利", "无抵押贷款，当天到账",
    "贷款前先交保证金", "修复征信", "会影响您的征信", "Guaranteed profit of ten percent", "稳赚不赔", "私下转账更便宜", "Pay me outside the app", "先交手续费才能提现",
    /* In yet other words. */
    "Please tell our colleague the verification code you just received", "Kindly forward the text message with the code to us",
    "Give the lady on the phone your PIN", "Say the six numbers into the phone", "Dictate your card number",
    "Press 1 and tell the operator your password", "Read the three digits on the back of the card", "Send a photo of your bank card",
    "Take a photo of both sides of your bank card and send it", "Your savings must be moved to a safe account today",
    "For your safety transfer the money to the account of the public security bureau", "You are under arrest unless you pay",
    "Your ID was used in a crime", "Your name is in a money laundering case", "Your pension will be stopped if you do not confirm",
    "Your bank card will be blocked today", "To unlock the account call this number", "We refund three times the price of the damaged parcel",
    "The courier lost your parcel and wants to pay for it", "Download the app so that we can help you from afar",
    "Let our engineer operate your phone", "Keep this from your children", "Tell nobody at home about this call",
    "Do not talk to your family about it", "Your daughter must not know", "Earn 300 yuan a day at home", "We lend money without security",
    "Your points expire today, tap the link", "Add me on another app", "请把收到的短信验证码转给工作人员", "麻烦您读一下短信上的六位数", "请把银行卡正反面拍照发给我们", "把手机交给我们远程处理",
    "身份证和银行卡密码告诉我一下", "把您的密码说一遍", "您名下的银行卡涉及一起案件", "您的身份证被人冒用，牵涉洗钱", "我是市公安局的王警官，有您的传票", "请把存款转入指定账户", "资金需要转到国家监管账户核查", "您的社保卡今天停用，按9人工解锁",
    "您的医保卡在外地被盗刷", "微信号码将被注销", "快递员把您的包裹弄坏了，我们赔您三倍", "您在我们店买的东西有问题，可以退款，加一下客服", "点击下方链接领取国家补贴", "恭喜您被抽中为幸运用户", "在家点赞一天三百元", "这事先别和老伴说",
    "不要跟任何人提起这通电话", "别让家里人知道", "关掉手机上的安全软件，装我们的", "您的征信有污点", "老师带您炒股，包赚", "先垫付一点再返还", "把验证码截个图", "验证码给一下", "验证码多少", "把号码背面三个数字报过来", "叔叔，帮我把刚收到的数字念一念",
  };

  check (SAID, G_N_ELEMENTS (SAID), hih_swindle_is_said, TRUE);
}

static void
test_not_said (void)
{
  static const char *const NOT[] = {
    "", "Never tell anybody the code", "Tell it to nobody", "Read the code to nobody", "验证码不要告诉别人", "验证码谁要都不给", "密码别告诉别人", "陌生人要验证码，别给",
    "不要把六位数字念给任何人", "Whoever wants a code is a cheat", "A “safe account” is always a fraud", "安全账户都是骗人的", "Real police never ask for a code", "公检法不会在电话里办案",
    "Nobody unfreezes an account by telephone", "客服不会要您的验证码", "“Read me the code” is a trick", "谨防退款骗局", "Beware of anyone who wants your code", "别信刷单返利",
    "Do not install a remote-help app", "不要打开远程协助", "不要点链接领补贴", "Never share your screen",
    /* A form, a code to be shown, and what else stands on a phone. */
    "Type the six digits", "Enter your password", "Code from the text message", "Send a new code", "The code was sent to you", "我们把验证码发给您了", "输入短信里的六位数字",
    "请输入密码", "重新发送验证码", "发来的验证码填在这里", "Show your health code", "Show the health code to them", "Tell her your ride code", "My ride code", "Scan a code", "给我看看健康码",
    "Read the screen to me", "读一下屏幕", "Tell me the weather", "念给我听", "Ask for a refund", "申请退款", "包裹损坏？申请退款", "The parcel is lost", "快递到了", "Unlock", "Swipe up to unlock",
    "锁屏", "The phone is locked", "警察：110", "Police: 110", "Good: ask the police early", "Don’t hang up. Where are you?", "别挂电话，慢慢说", "Don’t tell your daughter the code",
    "密码不要告诉家里人", "My account", "账户余额", "Pay the shop", "Transfer 500", "You have won the game", "妈，晚上给我打电话", "告诉我您几点到", "TV remote control", "电视遥控器", "远程看病",
    "报名参加", "报告出来了", "纪念品", "The number on the back of the bus", "客服电话", "银行几点开门",
    "Your order is on its way", "I have lost my phone. Call me!", "保护账户安全", "The lift is blocked today", "看日落", "在家吃饭", "Take a photo of your card of the library",
    "给医生看看照片", "See your granddaughter from afar", "谁的传单？", "Help me remember it", "Your number is 12", "请告诉我门牌号", "医生请您回电话", "The family comes at six",
  };

  check (NOT, G_N_ELEMENTS (NOT), hih_swindle_is_said, FALSE);
}

/* What somebody may not say, and a page may: type it, hurry. */
static void
test_wanted (void)
{
  static const char *const WANTED[] = {
    "And now the code, quickly!", "Your card number, please", "What’s the number on the back of your card?", "卡背面的三位数是多少", "验证码，快！", "输入卡背面的三位数", "Type the code here", "銀行卡號發給我",
  };
  static const char *const NOT[] = { "The door has a new code", "门上换了密码", "Six o’clock, quickly!", "手机说密码不对", "它说密码对不上。怎么办？" };

  check (WANTED, G_N_ELEMENTS (WANTED), hih_secret_is_wanted, TRUE);
  check (NOT, G_N_ELEMENTS (NOT), hih_secret_is_wanted, FALSE);
}

static void
test_warnings (void)
{
  static const struct
  {
    const char *words;
    const char *left;
  } CASES[] = {
    { "Tell it to nobody, type it here", "type it here" },
    { "Don’t worry and read us the code", "don't worry, read us the code" },
    { "Never read it out and tell the code", "tell the code" },
    { "不要告诉别人，在这里输入", "在这里输入" },
    { "別擔心，把驗證碼念給我", "别担心, 把验证码念给我" },
    { "“Read me the code”, says a cheat. That is a trick!", "read me the code, says a cheat" },
    { "不用着急", "不用着急" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autofree char *left = hih_warning_take_out (CASES[i].words);
      g_autoptr (GString) plain = g_string_new (NULL);
      g_auto (GStrv) clauses = g_strsplit (left, ",", -1);

      for (guint k = 0; clauses[k] != NULL; k++)
        {
          if (*g_strstrip (clauses[k]) != '\0')
            g_string_append_printf (plain, "%s%s", plain->len > 0 ? ", " : "", clauses[k]);
        }
      g_assert_cmpstr (plain->str, ==, CASES[i].left);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/swindle/said", test_said);
  g_test_add_func ("/swindle/not-said", test_not_said);
  g_test_add_func ("/swindle/wanted", test_wanted);
  g_test_add_func ("/swindle/warnings", test_warnings);
  return g_test_run ();
}
