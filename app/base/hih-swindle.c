/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A page may ask for a password to be typed into it; nobody but a cheat has it told, read out or sent to himself. The other
 * things they say are those that the police warn of: the safe account, the case against you, the frozen card, the refund
 * nobody asked for, the fee before the money, and “tell nobody at home”.
 */
#include "config.h"

#include "hih-swindle.h"

#include "hih-secret.h"
#include "hih-warning.h"

/* Codes that are there to be shown. */
static const char *const SHOWN_CODES =
  "\\b(health|ride|qr|insurance|visitor|queue|area|post|zip|door|bar) ?codes?\\b|\\b(ask|apply|asking|applying) for (a |the |your )?refund\\b|申请退款";

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): long patterns are pieced together. */
/* Who gets it, beside words that name it. */
static const char *const GIVES[] = {
  ("\\b(tell|read|give|send|text|forward|say|spell|dictate|provide|pass|share|confirm|repeat)\\b[^,]{0,40}\\b(me|us|him|her|them|our|customer "
   "service|support|(the|our|my) (\\w+ )?(agent|officer|caller|clerk|colleague|operator|staff|service|bank|police|engineer|courier|seller|man|woman|lady|phone))\\b"),
  "\\b(read|say|spell)\\b[^,]{0,30}\\b(out|aloud|back)\\b", "\\breply with\\b", "\\bdictate\\b",
  "\\b(photos?|pictures?|screenshots?|copy) of (both sides of |the back of )?(your|the)\\b[^,]{0,15}\\b(card|code|password)\\b",
  "\\btell (the|your|that|this)\\b[^,]{0,25}\\b(code|codes|digits|number|numbers|password|pin)\\b",
  "\\bwhat('s| is| are) (your|the|those|these)\\b[^,]{0,25}\\b(code|digits|password|pin|cvv|card number|number on the back)\\b(?! for)",
  "(告诉|告知|交给)(?!您|你)", "报(给|一下|出|上来|过来|来|我|下|验证码|密码|卡号|数字)",
  "(?<!纪|概|想|理|信|留|怀|观|思|悬|执|意|挂|惦)念(给(?!您|你|自己)|一下|一遍|一念|出|下|来|我|验证码|密码|数字|卡号)", "快念",
  "读(给(?!您|你|自己)|出|一下|一遍|一读|我听)", "说(给(?!您|你)|出|一下|一遍|一说|来)", "(验证码|密码|卡号)(是)?多少",
  "(发|传|拍|转)(给(?!您|你|自己)|过来|回|我|到我)", "发来(?!的|了)",
  "提供|回复|转发|上报|交出|转告|截个?图|拍照|正反面", "给(一下|我|咱|他|她|客服|对方|专员|警|银行|老师|工作人员|快递|经办)",
};

#define ACCOUNT "(account|card|code|pension|subsidy|insurance|wallet|number)"
#define ACCOUNT_ZH "(账户|账号|银行卡|卡片?|医保|社保|养老金|补贴|健康码|号码)"
#define BROKEN "(damaged|lost|broken|cancelled|faulty|missing)"
#define BOUGHT "(parcel|package|delivery|order|flight|goods|purchase)"
#define REFUND "(refund|compensat|repay|pay you|money back)"

static const char *const SAYINGS[] = {
  /* The safe account; the fee before the money. */
  "\\b(safe|secure|security|protected) accounts?\\b", "\\baccount of the (\\w+ )?(public security|police|state|court|government)\\b",
  "安全(账户|账号|卡)|(指定|监管|公证|国家)账户",
  "\\b(unfreezing|unlocking|release|processing|handling|activation) fee\\b",
  "(先|需|要|请|得)[^,]{0,6}[交付缴转][^,]{0,6}(保证金|手续费|解冻费|激活费|税)",
  /* Police, prosecutor, court. */
  "\\b(money laundering|arrest warrant|warrant for your arrest|under investigation)\\b", "\\byou are (wanted|suspected|under arrest)\\b", "\\byour (id|identity|name|card|number|account)\\b.{0,40}\\b(a|the) (crime|case)\\b",
  "\\b(police|prosecutors?|court|procurat\\w*)\\b.{0,60}\\b(accounts?|transfer|funds|your case|case against|arrest|suspect\\w*)\\b",
  "公检法|洗钱|涉嫌|涉案|通缉|逮捕|拘捕|传票|盗刷|冒用|涉及.{0,6}案|立案(侦|调)|资金(清查|核查|审查)",
  "(公安|警官|警察|警方|民警|刑警|检察|法院|专案组).{0,30}(账户|资金|转账|汇|冻结|案件|配合|清查)",
  /* What is frozen and has to be unlocked. */
  "\\b" ACCOUNT "\\b[^,]{0,20}\\b(is|are|was|has been|have been|will be|gets)\\b[^,]{0,12}\\b(locked|frozen|blocked|suspended|deactivated|stopped)\\b",
  "\\b(unlock|unblock|unfreeze|reactivate|restore) (your|the|my) (bank )?" ACCOUNT "\\b", "\\bunfreez(e|ing)\\b", "解冻|解封",
  ACCOUNT_ZH "[^,]{0,10}(冻结|停用|封停|被封|锁定|锁住|锁了|注销|异常)",
  /* The refund that nobody asked for. */
  "\\b" BOUGHT "\\b.{0,60}\\b" BROKEN "\\b.{0,80}\\b" REFUND, "\\b" REFUND ".{0,60}\\b" BROKEN "\\b.{0,40}\\b" BOUGHT "\\b",
  "\\b" REFUND ".{0,60}\\b" BOUGHT "\\b.{0,40}\\b" BROKEN "\\b", "\\b" BROKEN "\\b.{0,20}\\b" BOUGHT "\\b.{0,60}\\b(pay|refund|compensat)",
  "\\bwe (will |shall |want to |have to |must |can )?(owe|refund|compensate) you\\b",
  "\\brefund\\b.{0,60}\\b(link|customer service|scan|our app)\\b",
  "(快递|包裹|快件|订单|商品|货|航班|课程).{0,20}(损坏|破损|丢失|弄丢|丢了|坏了|取消|质量).{0,30}(退款|退钱|退您|退你|理赔|赔|补偿)",
  "(主动|为您|给您|帮您)(办理)?(退款|理赔|赔付|退费)", "(退款|理赔|赔付).{0,12}(链接|客服|扫码|群|加我|点击)",
  /* The link, the prize, the job, the loan, the sure profit. */
  "\\b(click|tap|open)\\b[^,]{0,20}\\blink\\b.{0,60}\\b(refund|subsidy|allowance|prize|verify|account|points|claim|collect|pension)\\b",
  "\\b(refund|subsidy|allowance|prize|pension|account|points)\\b.{0,60}\\b(click|tap|open)\\b[^,]{0,20}\\blink\\b",
  "(点|打开|点开|点击)[^,]{0,8}(链接|网址).{0,30}(领|退|补贴|补助|认证|核实|积分|红包|奖)", "(领|补贴|补助|退款|积分|认证).{0,20}(点|打开|点击)[^,]{0,8}(链接|网址)",
  "\\byou('ve| have)? (won|been chosen|been selected)\\b.{0,60}\\b(claim|collect|prize|tax|fee)\\b", "幸运用户|(中奖|中了[^,]{0,6}奖|抽中|大奖).{0,30}(领|兑|税|费|点)",
  "\\bearn\\b.{0,20}\\b(a day|per day|(at|from) home)\\b", "刷单|返利|返佣|日赚|日入|日结|在家.{0,6}赚|点赞.{0,8}(元|赚|钱)|垫付|做任务.{0,8}(赚|返|佣)", "\\b(lend|loans?)\\b.{0,30}\\bwithout (security|collateral|guarantee)\\b", "无抵押|贷款.{0,15}(先|前)[^,]{0,4}[交付缴转]",
  "征信.{0,10}(修复|消除|影响|污点|清|洗|恢复)", "(修复|消除|影响|洗白?|恢复)[^,]{0,6}征信",
  "\\b(repair|fix|clean|restore)\\b[^,]{0,12}\\bcredit (record|score|report|history)\\b",
  "稳赚|包赚|保本高|(带|教)(您|你|大家)炒股|高额回报|内部(消息|渠道)|内幕消息", "\\bguaranteed (profits?|returns?|income)\\b|\\bdouble your money\\b",
  "\\b(pay|transfer|trade|deal) (me |us )?(outside|off) the (app|platform|shop)\\b|\\b(add|write to|message) me (on|in) another app\\b", "私下(转|交易|付)",
  /* Whoever wants to have the phone in his hands. */
  "\\bremote[- ](help|assist\\w*|access|support|desktop)\\b", "\\b(control( of)?|operate|steer|take over) (your|my) (phone|screen|computer)\\b|\\bhelp you\\b[^,]{0,20}\\b(from afar|from a distance|remotely)\\b",
  "远程(协助|控制|操作|帮|桌面|软件|维护|处理)", "\\bturn off (your|the) (security|protection|guard)\\b|关(掉|闭)?.{0,8}安全(软件|卫士)",
  "(下载|安装)[^,]{0,10}(会议|协助|客服|理赔|投屏|远程|警务|办案)[^,]{0,4}(软件|app|应用|程序|工具)",
};

/* What is said to keep help away. It is no warning, though it says “not”. */
static const char *const HUSHES[] = {
  ("\\b(don't|do not|never|must not|without)\\b.{0,20}\\b(tell|telling|inform|informing|ask|asking)\\b.{0,12}\\b(family|children|child|son|daughter|"
   "husband|wife|relatives|kids|parents|grandchildren)\\b"),
  "(不要|别|不能|不准|不许|不得|勿)(把.{0,8})?(告诉|告知|跟|和|惊动|联系|通知|问).{0,6}(家人|家里|子女|儿女|孩子|儿子|女儿|老伴|爱人|亲戚|亲属|亲友)",
  "(不要|别|不能|不准|不许|不得|勿)让.{0,6}(家人|家里人|子女|儿女|孩子|儿子|女儿|老伴).{0,4}知道",
  "\\bkeep (this|it) (a )?(secret )?from (your|the) (family|children|son|daughter|husband|wife)\\b", "\\bnobody at home\\b|\\b(family|children|son|daughter|husband|wife) must not know\\b",
  "\\b(don't|do not) (talk|speak|write) (to|with) your (family|children|son|daughter|husband|wife)\\b",
  "(不要|别|不能|不准|不许|不得|勿)(跟|和|对|向)(任何人|别人|谁)(提|说|讲)起?(这|此)", "(对|向)(家人|家里人|亲友|任何人).{0,4}保密|(案情|案件|办案|侦查).{0,6}(保密|机密)", "\\b(case|investigation) is (secret|confidential)\\b",
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* Somebody in need is told so as well; with the rest it is a fraud. */
static const char HOLDS[] = "\\b(don't|do not|never) (hang up|put the phone down)\\b|\\bstay on the (line|phone)\\b|(不要|别|不能|不准|不许|不得|勿)(挂断?|挂电话|挂机)|保持通话";
static const char ABOUT_MONEY[] = "\\b(police|bank|account|money|case|code|transfer|card|refund|customer service|prosecutor|court)\\b|公安|警官|警察|银行|账户|钱|案|验证码|转账|卡|退款|"
                                  "客服|检察|法院|资金";

static GRegex *
get_regex (GRegex **place, const char *const *patterns, guint n)
{
  if (g_once_init_enter (place))
    {
      g_autoptr (GString) all = g_string_new (NULL);

      for (guint i = 0; i < n; i++)
        g_string_append_printf (all, "%s(?:%s)", i > 0 ? "|" : "", patterns[i]);
      g_once_init_leave (place, g_regex_new (all->str, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL));
    }
  return *place;
}

static gboolean
matches (GRegex **place, const char *text, const char *const *patterns, guint n)
{
  return g_regex_match (get_regex (place, patterns, n), text, G_REGEX_MATCH_DEFAULT, NULL);
}

/* “Don’t tell your daughter”, and not “Don’t tell your daughter the code”. */
static gboolean
keeps_help_away (const char *folded)
{
  static GRegex *hushes, *holds, *about, *ends;
  const char *const end = "[,.;:!?，。；：！？、\n]", *hold = HOLDS, *money = ABOUT_MONEY;
  g_auto (GStrv) clauses = g_regex_split (get_regex (&ends, &end, 1), folded, G_REGEX_MATCH_DEFAULT);

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      if (matches (&hushes, clauses[i], HUSHES, G_N_ELEMENTS (HUSHES)) && !hih_secret_is_named (clauses[i]))
        return TRUE;
    }
  return matches (&holds, folded, &hold, 1) && matches (&about, folded, &money, 1);
}

/**
 * hih_swindle_is_said:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: whether @text has somebody told a secret, or says another thing that swindlers say, and does not only warn of it:
 *   “Read us the six digits”, and neither “Type the six digits” nor “Read them to nobody”
 */
gboolean
hih_swindle_is_said (const char *text)
{
  static GRegex *shown, *gives, *sayings;
  g_autofree char *folded = hih_warning_fold (text);
  g_autofree char *left = hih_warning_take_out (text);
  g_autofree char *rest = g_regex_replace_literal (get_regex (&shown, &SHOWN_CODES, 1), left, -1, 0, " ", G_REGEX_MATCH_DEFAULT, NULL);

  return (hih_secret_opens_purse (rest) && matches (&gives, rest, GIVES, G_N_ELEMENTS (GIVES))) ||
         matches (&sayings, rest, SAYINGS, G_N_ELEMENTS (SAYINGS)) || keeps_help_away (folded) || hih_screen_is_wanted (text);
}
