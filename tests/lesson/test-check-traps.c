/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lesson's traps must have, and the way out wherever a lesson leads. Each is planted in one small lesson. */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hih-check.h"
#include "lesson-fixture.h"

static char *dir;

static void
write_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* @screens: of the app `shop`; @traps: on line 8 of the lesson; @start: the effects of its phone */
static GPtrArray *
check (const char *screens, const char *traps, const char *start)
{
  g_autofree char *app = g_strdup_printf (
    "<app id='shop' format='1' picture='tile-gear'> <title>Shop</title>\n"
    "<state key='code' type='text'/> <state key='gave' type='flag'/> <state key='done' type='flag'/>\n"
    "<screen id='main' root='yes'> <title>Shop</title> <button id='go'> <title>Go on</title> <on><set key='done' to='yes'/></on> </button> </screen>\n"
    "%s</app>", screens);
  g_autofree char *lesson = g_strdup_printf (
    "<lesson id=\"buy\" topic=\"family\" format=\"1\" minutes=\"1\"> <title>Buy</title>\n"
    "<phone apps=\"home shop\" start=\"shop/main\">%s</phone>\n"
    "<step id=\"go\" tap=\"shop/go\" until=\"shop.done=yes\"> <title>Go on</title> <say>Go on.</say> <where>Below.</where> </step>\n"
    "<goal when=\"shop.done=yes\"> <say>Go on.</say> </goal>\n"
    "<offline> <say>Go to the market.</say> </offline>\n"
    "\n\n%s</lesson>", start, traps);
  g_autofree char *path = g_build_filename (dir, "buy.xml", NULL);
  g_autofree char *apps = g_build_filename (dir, "apps", NULL);
  GPtrArray *issues = hih_issues_new ();

  write_file ("apps/shop.xml", app);
  write_file ("buy.xml", lesson);
  g_assert_cmpuint (hih_check_path (path, apps, NULL, issues, NULL), ==, 1);
  /* Some rows say one thing in Chinese, and no more: that is test-check.c's business. */
  for (guint i = issues->len; i > 0; i--)
    {
      if (strstr (((HihIssue *) issues->pdata[i - 1])->what, "> has no words in ") != NULL)
        g_ptr_array_remove_index (issues, i - 1);
    }
  fixture_print_issues (issues);
  return issues;
}

typedef struct
{
  const char *screens, *traps;
  const char *told; /* (nullable) FILE:LINE:COLUMN: what */
} Case;

/* What is told of the app whoever uses it is test-app-check.c's business. */
static void
take_out_app (GPtrArray *issues)
{
  g_autofree char *path = g_build_filename (dir, "apps", "shop.xml", NULL);
  g_autoptr (GPtrArray) own = hih_issues_new ();

  hih_check_path (path, NULL, NULL, own, NULL);
  for (guint i = 0; i < own->len; i++)
    {
      for (guint k = 0; k < issues->len; k++)
        {
          g_autofree char *told = hih_issue_to_string (own->pdata[i]), *other = hih_issue_to_string (issues->pdata[k]);

          if (strcmp (told, other) == 0)
            g_ptr_array_remove_index (issues, k--);
        }
    }
}

static void
run_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) issues = check (cases[i].screens, cases[i].traps, "");
      g_autofree char *line = NULL;

      take_out_app (issues);
      line = issues->len > 0 ? hih_issue_to_string (issues->pdata[0]) : NULL;
      if (issues->len != (cases[i].told != NULL))
        g_test_fail_printf ("row %u: %u things are told", i, issues->len);
      else if (line != NULL && strstr (line, cases[i].told) == NULL)
        g_test_fail_printf ("row %u: told is %s", i, line);
    }
}

#define WORDS "<title>T</title><say>S</say><where>W</where>"
#define KIND(kind, more) "<trap id=\"t\" at=\"go\" kind=\"" kind "\" stages=\"alone\">" more "</trap>"
#define TRAP(more) KIND ("no-network", more)
#define OPEN "<open screen=\"shop/page\"/><say>What now?</say>"
#define ASK "<ask dialog=\"shop/box\"/><say>What now?</say>"
#define LEAVE "<step id=\"leave\" tap=\"shop/leave\" until=\"screen=shop/main\">" WORDS "</step>"
#define LEAVE_BOX "<step id=\"leave\" tap=\"shop/leave\" until=\"over=none\">" WORDS "</step>"
#define BACK "<on><back/></on>"
#define PAGE(more) "<screen id='page'><title>Page</title>" more "<button id='leave'><title>Leave</title>" BACK "</button></screen>"

static void
test_at_least_one (void)
{
  static const Case CASES[] = {
    { "", "", "buy.xml:1:9: the lesson has no trap" },
    { PAGE (""), TRAP (OPEN LEAVE), NULL },
  };

  run_cases (CASES, G_N_ELEMENTS (CASES));
}

/* A password, a code, a card's number: asked for, and nobody says what becomes of whoever gives it. */
static void
test_asking (void)
{
  static const Case CASES[] = {
    { PAGE ("<mark id='m' what='practice'/><field id='f' key='code'><title>Card number</title></field>"), TRAP (OPEN LEAVE), "buy.xml:8:1: the trap t asks for a password, a code" },
    { PAGE ("<mark id='m' what='practice'/><field id='f' key='code'><title>Number</title><title xml:lang='zh_CN'>银行卡号</title></field>"), TRAP (OPEN LEAVE), "the trap t asks for" },
    { PAGE ("<mark id='m' what='practice'/><field id='f' key='code'><title>Name</title><placeholder>Password</placeholder></field>"), TRAP (OPEN LEAVE), "(shop.xml:4)" },
    { PAGE ("<mark id='m' what='practice'/><keypad id='f' key='code' look='pin'><title>Six digits</title></keypad>"), TRAP (OPEN LEAVE), "the trap t asks for" },
    { PAGE ("<keypad id='f' key='code' look='id'><title>Digits</title></keypad>"), TRAP (OPEN LEAVE), "the trap t asks for" },
    { PAGE ("<text id='x'><title>Read me the code of the message</title></text>"), TRAP (OPEN LEAVE), "the trap t asks for" },
    { PAGE ("<button id='x'><title>Tell the code</title></button>"), TRAP (OPEN LEAVE), "the trap t asks for" },
    { PAGE (""), TRAP ("<open screen=\"shop/page\"/><say>Somebody wants your password. What now?</say>" LEAVE), "the trap t asks for" },
    { PAGE (""), TRAP ("<open screen=\"shop/page\"/><notify><title>Wang</title><text>Tell me the code</text></notify><say>Look.</say>" LEAVE), "the trap t asks for" },
    { PAGE (""), TRAP ("<open screen=\"shop/page\"/><notify><title>Wang</title><text>Six o’clock?</text></notify><say>Look.</say>" LEAVE), NULL },
    { PAGE (""), TRAP ("<open screen=\"shop/page\"/><say>Look.</say><say xml:lang=\"zh_CN\">对方要您报验证码。</say>" LEAVE), "the trap t asks for" },
    { PAGE ("<text id='x'><title>Support wants to see your screen</title></text>"), KIND ("odd", OPEN LEAVE), "the trap t asks for" },
    /* Nothing is asked: a code that is only there, a warning, a word in a word. */
    { PAGE ("<text id='x'><title>Message code</title></text>"), TRAP (OPEN LEAVE), NULL },
    { PAGE ("<text id='x'><title>Tell nobody your code</title></text>"), TRAP (OPEN LEAVE), NULL },
    { PAGE ("<field id='f' key='code'><title>Shopping list</title></field>"), TRAP (OPEN LEAVE), NULL },
    /* The way out types it. */
    { PAGE ("<mark id='m' what='practice'/><field id='f' key='code'><title>Password</title></field>"),
      TRAP (OPEN "<step id=\"type\" type=\"shop/f\" text=\"12\" until=\"shop.code=12\">" WORDS "</step>" LEAVE), NULL },
    { PAGE ("<messages id='x'><bubble from='face-li' what='text'><title>Send me 3000 yuan, quickly!</title></bubble></messages>"), TRAP (OPEN LEAVE),
      "a number, money or the screen that nobody gives away" },
    /* A protected key. */
    { PAGE ("<mark id='m' what='practice'/><field id='f' key='code'><title>Card number</title></field>"),
      "<protect key=\"shop.code\"><why>W</why></protect>" TRAP (OPEN LEAVE), NULL },
  };

  run_cases (CASES, G_N_ELEMENTS (CASES));
}

/* What the lesson itself puts on the phone: when it begins, or while somebody types a password again. */
static void
test_own_words (void)
{
#define LOOK "<step id=\"look\" look=\"yes\">" WORDS "</step>"
#define CALLS "<notify><title>Customer service</title><text>Read us the six digits</text></notify>"
#define ASKED PAGE ("<mark id='m' what='practice'/><field id='f' key='code'><title>Password</title></field>")
#define TYPED "<step id=\"type\" type=\"shop/f\" text=\"12\" until=\"shop.code=12\">" WORDS "</step>" LEAVE
  static const struct
  {
    const char *screens, *traps, *start, *told;
  } CASES[] = {
    { PAGE (""), TRAP (OPEN LEAVE), CALLS, "buy.xml:2:43: words as swindlers say them, that want a code, a number, money or the screen (<notify>), come over shop/main" },
    { PAGE (""), TRAP (OPEN LEAVE), "<notify><title>Bank</title><text>Never tell anybody the code</text></notify>", NULL },
    { PAGE ("<text key='code'/>"), TRAP (OPEN LEAVE), "<set key=\"shop.code\" to=\"Read us the six digits\"/>", "shop.xml:4:38: words as swindlers say them" },
    { PAGE ("<text key='code'/>"), TRAP (OPEN LEAVE), "<set key=\"shop.code\" to=\"Six digits have come\"/>", NULL },
    { ASKED, TRAP (OPEN TYPED), "", NULL },
    { ASKED, TRAP (CALLS OPEN TYPED), "", "buy.xml:8:1: the trap t asks for a password, a code, a number, money or the screen that nobody gives away, and no slip" },
    { ASKED, TRAP ("<toast><text>Move it to the safe account</text></toast>" OPEN TYPED), "", "buy.xml:8:1: the trap t asks for" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GPtrArray) issues = check (CASES[i].screens, CASES[i].traps, CASES[i].start);
      gboolean found = FALSE;

      for (guint k = 0; k < issues->len; k++)
        {
          g_autofree char *line = hih_issue_to_string (issues->pdata[k]);

          found |= CASES[i].told != NULL && strstr (line, CASES[i].told) != NULL;
        }
      if (found != (CASES[i].told != NULL) || (CASES[i].told == NULL && issues->len > 0))
        g_test_fail_printf ("row %u: %u things are told", i, issues->len);
    }
}

/* A fraud is one whatever its author calls it and whatever label he finds for it; what is none stays none. */
static void
test_other_names (void)
{
#define GIVE "<button id='give'><title>All right</title><on><set key='gave' to='yes'/></on></button>"
#define FRAUD(mark, words) PAGE ("<mark id='m' what='" mark "'/>" words GIVE)
#define NAMED(kind) KIND (kind, OPEN "<tell when=\"shop.gave=yes\">Kindly.</tell>" LEAVE "<step id=\"go-on\" look=\"yes\">" WORDS "</step>")
#define CODE "<text id='x'><title>Read me the code</title></text>"
#define MONEY "<messages id='x'><bubble from='face-li' what='text'><title>A</title><title xml:lang='zh_CN'>快给我转3000元</title></bubble></messages>"
  static const Case CASES[] = {
    /* Another kind: a slip makes it a fraud, unless nobody deceives. */
    { FRAUD ("drill", CODE), NAMED ("notice"), "shop.xml:4:1: a trap in which something can be given away (t, kind=\"notice\") is practised on shop/page, "
      "which does not say that it is only practice of a fraud" },
    { FRAUD ("payment", CODE), NAMED ("notice"), "only practice of a fraud" },
    { FRAUD ("drill", ""), NAMED ("notice"), "only practice of a fraud" },
    { FRAUD ("scam", CODE), NAMED ("notice"), NULL },
    { FRAUD ("drill", ""), NAMED ("permission"), NULL },
    { FRAUD ("payment", "<text id='x'><title>Buy 1 GB for 10 yuan?</title></text>"), NAMED ("charge"), NULL },
    /* One of those kinds: who asks for it is a cheat all the same. */
    { FRAUD ("drill", CODE), NAMED ("permission"), "buy.xml:8:1: in the trap t somebody asks for a password, a code, a number, money or the screen (shop.xml:4): "
      "that is a fraud, and shop/page does not say so" },
    { FRAUD ("payment", MONEY), NAMED ("charge"), "that is a fraud" },
    { PAGE ("<mark id='m' what='drill'/><field id='f' key='code'><title>Card number</title></field>"),
      KIND ("permission", OPEN "<tell when=\"shop.code!=\">Kindly.</tell>" LEAVE), "that is a fraud" },
  };

  run_cases (CASES, G_N_ELEMENTS (CASES));
}

/* A slip that can be brought about by a touch, by typing, by waiting; and one that cannot. */
static void
test_slips (void)
{
#define SLIP(when) KIND ("misheard", OPEN "<tell when=\"" when "\">Kindly.</tell>" LEAVE)
#define MARK "<mark id='m' what='drill'/>"
  static const Case CASES[] = {
    { PAGE (MARK "<button id='x'><title>Yes</title><on><set key='gave' to='yes'/></on></button>"), SLIP ("shop.gave=yes"), NULL },
    { PAGE (MARK "<field id='f' key='code'><title>Name</title></field>"), SLIP ("shop.code=Li"), NULL },
    { PAGE (MARK "<field id='f' key='code'><title>Sum</title></field><button id='x'><title>Send</title>"
            "<on when='code!='><after id='w' seconds='3'><set key='gave' to='yes'/></after></on></button>"), SLIP ("shop.gave=yes"), NULL },
    { PAGE (MARK), SLIP ("shop.gave=yes"), "buy.xml:8:1: in the trap t nothing that a finger does brings about the slip \"shop.gave=yes\"" },
    { PAGE (MARK "<button id='x'><title>Yes</title><on when='done=yes'><set key='gave' to='yes'/></on></button>"), SLIP ("shop.gave=yes"),
      "nothing that a finger does" },
  };

  run_cases (CASES, G_N_ELEMENTS (CASES));
}

/* A box that only the lesson opens, and a phone that only the lesson prepares so. */
static void
test_ways_out (void)
{
#define BOX(more) "<dialog id='box'>" more "<button id='leave'><title>Leave</title>" BACK "</button></dialog>"
  static const Case CASES[] = {
    { BOX (""), TRAP (ASK LEAVE_BOX), NULL },
    { "<dialog id='box'><button id='leave' when='gave=no'><title>Leave</title>" BACK "</button>"
      "<button id='give'><title>Yes</title><on><set key='gave' to='yes'/></on></button></dialog>",
      TRAP (ASK LEAVE_BOX),
      "shop.xml:4:1: in the lesson buy no finger leads away from shop/box when step leave has opened it, once somebody has tapped shop/give" },
  };
  g_autoptr (GPtrArray) prepared = NULL;
  g_autoptr (GPtrArray) ring = NULL;
  g_autofree char *line = NULL;
  g_autofree char *ring_line = NULL;

  run_cases (CASES, G_N_ELEMENTS (CASES));
  /* Opened by the way, by what stands where the lesson leads. */
  {
    g_autoptr (GPtrArray) aside = check (PAGE ("<button id='x'><title>More</title><on><ask dialog='box'/></on></button>")
                                         "<dialog id='box'><button id='y'><title>Close</title><on when='gave=no'><back/></on></button></dialog>",
                                         TRAP (OPEN LEAVE), "<set key=\"shop.gave\" to=\"yes\"/>");

    g_assert_cmpuint (aside->len, ==, 1);
    g_assert_nonnull (strstr (((HihIssue *) aside->pdata[0])->what, "in the lesson buy no finger leads away from shop/box when shop/x has opened it"));
  }
  prepared = check ("<dialog id='box'><button id='leave'><title>Leave</title><on when='gave=no'><set key='done' to='no'/><back/></on>"
                    "<on when='done=no'><back/></on></button>"
                    "<button id='more'><title>More</title><on when='gave=yes'><set key='done' to='yes'/></on></button></dialog>",
                    TRAP (ASK LEAVE_BOX), "<set key=\"shop.gave\" to=\"yes\"/>");
  g_assert_cmpuint (prepared->len, ==, 1);
  line = hih_issue_to_string (prepared->pdata[0]);
  g_assert_nonnull (strstr (line, "no finger leads away from shop/box"));
  /* Two boxes that lead to each other, and only so when the lesson has prepared the phone. */
  ring = check ("<dialog id='box'><button id='leave'><title>Leave</title><on when='done=no'><back/></on><on when='gave=no'><back/></on></button>"
                "<button id='more'><title>More</title><on when='gave=yes'><ask dialog='other'/></on></button></dialog>"
                "<dialog id='other'><button id='less'><title>Less</title><on><set key='done' to='yes'/><ask dialog='box'/></on></button></dialog>",
                TRAP (ASK LEAVE_BOX), "<set key=\"shop.gave\" to=\"yes\"/>");
  g_assert_cmpuint (ring->len, ==, 1);
  ring_line = hih_issue_to_string (ring->pdata[0]);
  g_test_message ("%s", ring_line);
  g_assert_nonnull (strstr (ring_line, "in the lesson buy no finger leads away from shop/box"));
  g_assert_nonnull (strstr (ring_line, "but to shop/other, and from there none leads out"));
}

/* What the lesson never shows and a finger finds by the way: told of the lesson by itself, and once, however often it is asked about. */
static void
test_by_the_way (void)
{
#define CALL "<screen id='call' look='call'><caller id='c'><title>Wang</title></caller></screen>"
#define PIN "<screen id='pin'><title>Pay</title><keypad id='k' key='code' look='pin'><title>Password</title></keypad></screen>"
  g_autoptr (GPtrArray) issues = check (CALL PIN PAGE (""), TRAP (OPEN LEAVE), "");
  static const char *const AGAIN[] = { "apps/shop.xml", "buy.xml", "." };

  g_assert_cmpuint (issues->len, ==, 2);
  g_assert_nonnull (strstr (((HihIssue *) issues->pdata[0])->what, "no finger leads away from the screen shop/call"));
  g_assert_nonnull (strstr (((HihIssue *) issues->pdata[1])->what, "does not say that it is only practice"));
  for (guint i = 0; i < G_N_ELEMENTS (AGAIN); i++)
    {
      g_autofree char *path = strcmp (AGAIN[i], ".") == 0 ? g_strdup (dir) : g_build_filename (dir, AGAIN[i], NULL);
      g_autofree char *apps = g_build_filename (dir, "apps", NULL);

      hih_check_path (path, apps, NULL, issues, NULL);
      fixture_print_issues (issues);
      g_assert_cmpuint (issues->len, ==, 2);
    }
}

int
main (int argc, char **argv)
{
  static const char *const NAMES[] = { "apps/system.xml", "apps/home.xml", "apps/chat.xml" };
  g_autofree char *apps = NULL;

  g_test_init (&argc, &argv, NULL);
  dir = g_dir_make_tmp ("hih-traps-XXXXXX", NULL);
  apps = g_build_filename (dir, "apps", NULL);
  g_mkdir (apps, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *from = fixture_path (NAMES[i]);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (from, &text, NULL, NULL));
      write_file (NAMES[i], text);
    }
  g_test_add_func ("/check-traps/at-least-one", test_at_least_one);
  g_test_add_func ("/check-traps/asking", test_asking);
  g_test_add_func ("/check-traps/by-the-way", test_by_the_way);
  g_test_add_func ("/check-traps/other-names", test_other_names);
  g_test_add_func ("/check-traps/own-words", test_own_words);
  g_test_add_func ("/check-traps/slips", test_slips);
  g_test_add_func ("/check-traps/ways-out", test_ways_out);
  return g_test_run ();
}
