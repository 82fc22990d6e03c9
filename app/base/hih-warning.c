/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A warning names what it warns of, and asks for nothing. What a clause says not to do is taken out, and of a sentence that
 * calls somebody a cheat all of it; what else stands there may still ask. Whoever deceives says “not” as well, “Don’t worry”,
 * “Don’t hang up”: those are no warnings.
 */
#include "config.h"

#include "hih-warning.h"

#include <string.h>

/* Traditional characters of the words that are looked for, each before its simple one. */
static const char TRADITIONAL[] = "碼码驗验證证帳账賬账帐账號号銀银錢钱轉转匯汇數数訊讯給给報报訴诉說说輸输讀读發发遠远協协檢检機机關关"
                                  "騙骗詐诈財财凍冻結结鎖锁戶户單单補补賠赔償偿損损壞坏遺遗貸贷復复屬属親亲電电話话掛挂兒儿賺赚購购"
                                  "紅红點点鏈链連连領领資资務务線线級级開开員员個个這这還还請请從从裝装載载寶宝維维調调査查審审緝缉"
                                  "濟济費费罰罚認认緊紧擔担聽听別别對对讓让幫帮處处達达專专業业產产軟软選选頁页項项國国過过"
                                  "張张進进內内裡里僅仅應应當当車车運运辦办實实際际暫暂並并後后現现";

/* “Not”, where nothing is warned of. */
static const char NO_WARNING[] =
  "\\b(if|unless) (you|we) (do not|don't|cannot|can't|will not|won't)\\b|\\bnot only\\b|\\bwhy not\\b"
  "|\\b(do not|don't|never|not) (hang up|worry|panic|be (afraid|nervous|alarmed)|be late|wait|delay|hesitate|forget( to)?|miss|leave)\\b"
  "|(如果|若|若是|要是|再|倘若)(您|你)?不|不(好意思|然|过|管|仅|但|同|少|得不|久|断|一会儿?)|对不起|差不多|要不"
  "|(不要|不用|不必|请勿|先别|千万别|别|不能|不可|不准|不许)(挂断?|挂电话|关机|担心|害怕|怕|紧张|着急|急|慌|客气|犹豫|耽误|迟疑|忘|错过|离开)(电话|了|记)?"
  "|特别|分别|区别|性别|级别|个别|识别|别的";

/* A sentence that says so asks for nothing. */
static const char CALLS_IT_FRAUD[] =
  "(?<!\\bno )\\b(is|are|was|were|it's|that's|be) (a |an |all |always |only |just |surely )*(scams?|frauds?|swindles?|swindlers?|cheats?|tricks?|lies|lie)\\b"
  "|(?<!不)(是|都是|就是|全是|准是|肯定是|一定是)(个|一个|一场)?(骗|诈|假的)|骗子(的|常|总|爱|会)|骗局|骗术|骗人的|(?<!不)要?上当"
  "|(别|不要|不可|不能|勿|莫|都不|不)(轻?信|相信|理|理会|理睬|给|答应|上当|照做)(他|她|它|他们|了|啊|吧)?([,.!]|$)";

/* A clause that says so warns. */
static const char WARNS[] =
  "\\b(nobody|never|no one|none|not|don't|won't|doesn't|beware|watch out)\\b"
  "|谨防|警惕|当心|小心|提防|拒绝|不对|不正确|不符|对不上|无效"
  "|(?>不要|不能|不可以?|不得|不应|不该|不许|不准|不用|不必|不会(?!泄|透)|切勿|请勿|切莫|从不|绝不|决不|都不|也不|没有?人|不|别(?!人)|勿|莫)"
  "[^,]{0,16}(告|说|讲|念|读|报|发|给|交|提供|输|填|回|转|付|汇|借|要|问|索|信|理|点|开|下载|装|共享|看|分享|扫|加|传|按|投屏|用|泄|透|外传|让|远程|收|需|办|抓|解)";

/* What begins a new thought without a comma. */
static const char JOINTS[] =
  " and (?=(please |then |now )?(read|tell|send|give|say|type|enter|reply|show|share|transfer|pay|call|install|download|open|click|tap)\\b)| but | then ";

static gboolean
is_han (gunichar c)
{
  return c >= 0x3400 && c < 0xa000;
}

static gunichar
simplify (gunichar c)
{
  const char *found = is_han (c) ? TRADITIONAL : NULL;

  for (; found != NULL && *found != '\0'; found = g_utf8_next_char (g_utf8_next_char (found)))
    {
      if (g_utf8_get_char (found) == c)
        return g_utf8_get_char (g_utf8_next_char (found));
    }
  return c;
}

/**
 * hih_warning_fold:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: (transfer full): @text in small letters and simple characters, of usual width, with straight apostrophes, and
 *   with no space between Chinese characters
 */
char *
hih_warning_fold (const char *text)
{
  g_autofree char *usual = g_utf8_normalize (text, -1, G_NORMALIZE_NFKC);
  g_autofree char *small = g_utf8_strdown (usual != NULL ? usual : "", -1);
  GString *folded = g_string_new (NULL);
  gunichar last = 0, c;

  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    {
      c = simplify (g_utf8_get_char (at));
      if (g_unichar_iszerowidth (c))
        continue;
      if (g_unichar_isspace (c))
        {
          const char *next = at;

          while (g_unichar_isspace (g_utf8_get_char (next)))
            next = g_utf8_next_char (next);
          if (last == ' ' || (is_han (last) && is_han (g_utf8_get_char (next))))
            continue;
          c = c == '\n' ? '\n' : ' ';
        }
      if (c == 0x2019 || c == 0x2018)
        c = '\'';
      g_string_append_unichar (folded, c);
      last = c;
    }
  return g_string_free (folded, FALSE);
}

static GRegex *
get_regex (GRegex **place, const char *pattern)
{
  if (g_once_init_enter (place))
    g_once_init_leave (place, g_regex_new (pattern, G_REGEX_OPTIMIZE, G_REGEX_MATCH_DEFAULT, NULL));
  return *place;
}

static void
add_clauses (GString *left, const char *sentence)
{
  static GRegex *warns, *joints, *no_warning;
  g_autofree char *cut = g_regex_replace_literal (get_regex (&joints, JOINTS), sentence, -1, 0, ", ", G_REGEX_MATCH_DEFAULT, NULL);
  g_auto (GStrv) clauses = g_strsplit (cut, ",", -1);

  for (guint i = 0; clauses[i] != NULL; i++)
    {
      g_autofree char *bare = g_regex_replace_literal (get_regex (&no_warning, NO_WARNING), clauses[i], -1, 0, " ", G_REGEX_MATCH_DEFAULT, NULL);

      if (!g_regex_match (get_regex (&warns, WARNS), bare, G_REGEX_MATCH_DEFAULT, NULL))
        g_string_append_printf (left, "%s, ", g_strstrip (clauses[i]));
    }
}

/* Every mark inside a sentence as a comma, every end of one as a full stop. */
static char *
dup_plain_marks (const char *folded)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_utf8_strchr (".;!?。；！？\n", -1, c) != NULL)
        g_string_append_c (plain, '.');
      else if (g_utf8_strchr (",:，：、…—–“”\"()（）", -1, c) != NULL)
        g_string_append_c (plain, ',');
      else
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

/**
 * hih_warning_take_out:
 * @text: UTF-8
 *
 * Any thread.
 *
 * Returns: (transfer full): what is left of @text without what it warns of, folded, a comma between its clauses
 */
char *
hih_warning_take_out (const char *text)
{
  static GRegex *fraud;
  g_autofree char *folded = hih_warning_fold (text);
  g_autofree char *plain = dup_plain_marks (folded);
  g_auto (GStrv) sentences = g_strsplit (plain, ".", -1);
  GString *left = g_string_new (NULL);

  for (guint i = 0; sentences[i] != NULL; i++)
    {
      if (!g_regex_match (get_regex (&fraud, CALLS_IT_FRAUD), sentences[i], G_REGEX_MATCH_DEFAULT, NULL))
        add_clauses (left, sentences[i]);
    }
  return g_string_free (left, FALSE);
}
