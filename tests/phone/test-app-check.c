/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an app may lack and still run: a way out, a label of practice, an order that means something. Each is planted. */
#include "config.h"

#include "phone-fixture.h"

#include <string.h>

static GPtrArray *
check (const char *rest)
{
  g_autofree char *text = g_strdup_printf ("<app id='probe' format='1'><title>P</title>\n"
                                           "<state key='on' type='flag'/><state key='word' type='text'/>"
                                           "<state key='price' initial='x'><value id='x'><title>3 yuan</title></value></state>"
                                           "<state key='secret' initial='x'><value id='x'><title>Your bank password, please</title></value></state>\n"
                                           "<screen id='main' root='yes'><title>M</title></screen>\n%s</app>", rest);
  GPtrArray *issues = hih_issues_new ();
  g_autoptr (HihAppSet) apps = fixture_parse (text, issues);

  g_assert_nonnull (apps);
  hih_app_set_check (apps, issues);
  /* The small system app of the tests has a bare lock screen of its own. */
  for (guint i = issues->len; i > 0; i--)
    {
      if (!g_str_has_suffix (((HihIssue *) issues->pdata[i - 1])->file, "probe.xml"))
        g_ptr_array_remove_index (issues, i - 1);
    }
  return issues;
}

typedef struct
{
  const char *rest; /* on line 4 */
  const char *place; /* NULL: it is good */
  const char *what;
} Case;

static void
run_cases (const Case *cases, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) issues = check (cases[i].rest);
      g_autofree char *said = fixture_join_issues (issues);
      const HihIssue *issue;
      g_autofree char *place = NULL;

      g_test_message ("%s -> %s", cases[i].rest, said);
      if (issues->len != (cases[i].place != NULL))
        g_test_fail_printf ("%s: %u things are told: %s", cases[i].rest, issues->len, said);
      if (issues->len != 1 || cases[i].place == NULL)
        continue;
      issue = issues->pdata[0];
      place = g_strdup_printf ("%d:%d", issue->line, issue->column);
      if (strcmp (place, cases[i].place) != 0 || strstr (issue->what, cases[i].what) == NULL || strlen (issue->mend) == 0)
        g_test_fail_printf ("%s: expected %s %s, told is %s", cases[i].rest, cases[i].place, cases[i].what, said);
    }
}

#define BACK "<on><back/></on>"
#define BACK_AND_SET "<set key='on' to='no'/><back/>"

static const Case ways[] = {
  { "<screen id='next'/>", NULL, NULL }, /* its bar has a way back */
  { "<screen id='call' look='call'/>", "4:1", "no finger leads away from the screen probe/call" },
  { "<screen id='call' look='talk'><button id='b'><on><set key='on' to='yes'/></on></button></screen>", "4:1", "screen probe/call" },
  { "<screen id='call' look='talk'><button id='b'><on><open screen='call'/></on></button></screen>", "4:1", "screen probe/call" },
  { "<screen id='call' look='call'><button id='b'>" BACK "</button></screen>", NULL, NULL },
  { "<screen id='call' look='call'><button id='b'><on><after seconds='1'><home/></after></on></button></screen>", NULL, NULL },
  { "<dialog id='ask'><button id='b'/></dialog>", "4:1", "no finger leads away from the dialog probe/ask" },
  { "<dialog id='ask'><card><button id='b'>" BACK "</button></card></dialog>", NULL, NULL },
  { "<dialog id='ask'><button id='b'><on><open screen='main'/></on></button></dialog>", NULL, NULL },
  { "<sheet id='more'><button id='b'><on><sheet id='more'/></on></button></sheet>", "4:1", "from the sheet probe/more" },
  /* A way out that is not always there: after what may happen on the screen itself, or with nothing at all. */
  { "<sheet id='more'><button id='b'><on when='on=yes'>" "<back/></on></button></sheet>", "4:1",
    "no finger leads away from the sheet probe/more as it stands first" },
  { "<sheet id='more'><button id='b'><on when='on=yes'>" BACK_AND_SET "</on><on><set key='on' to='yes'/></on></button></sheet>", NULL, NULL },
  { "<sheet id='more'><button id='b'><on when='on=yes'><back/></on><on><after id='t' seconds='9'><set key='on' to='yes'/></after></on>"
    "</button></sheet>", NULL, NULL },
  { "<sheet id='pay'><mark id='m' what='payment'/><keypad id='k' key='word' look='pin' right='246810'><on gesture='type' when='word=246810'>"
    "<back/></on></keypad></sheet>", "4:1", "no finger leads away from the sheet probe/pay as it stands first" },
  { "<sheet id='pay'><mark id='m' what='payment'/><keypad id='k' key='word' look='pin' right='246810'><on gesture='type' when='word=246810'>"
    "<back/></on></keypad><button id='b'><on when='word='><back/></on></button></sheet>", "4:1",
    "no finger leads away from the sheet probe/pay as it stands first, once something was typed into probe/k" },
  { "<screen id='shop'><button id='buy'><on><set key='on' to='yes'/><sheet id='pay'/></on></button></screen>"
    "<sheet id='pay'><button id='b'><on when='on=no'><back/></on></button></sheet>", "4:104",
    "no finger leads away from the sheet probe/pay when probe/buy has opened it" },
  /* One that another button of the same screen takes away; one that it only hides for a while. */
  { "<screen id='call' look='call'><button id='b' when='on=no'>" BACK "</button>"
    "<button id='give'><on><set key='on' to='yes'/></on></button></screen>", "4:1",
    "no finger leads away from the screen probe/call as it stands first, once somebody has tapped probe/give" },
  { "<screen id='call' look='call'><button id='b' when='on=no'>" BACK "</button>"
    "<button id='give'><on><set key='on' to='yes'/></on></button>"
    "<button id='take'><on><set key='on' to='no'/></on></button></screen>", NULL, NULL },
  { "<screen id='call' look='call'><button id='b' when='on=no'>" BACK "</button>"
    "<button id='give'><on><set key='on' to='yes'/><after id='t' seconds='3'><set key='on' to='no'/></after></on></button></screen>", NULL, NULL },
  { "<dialog id='ask'><button id='b' when='on=no'>" BACK "</button><switch id='give' key='on'/></dialog>", NULL, NULL },
  { "<dialog id='ask'><button id='b' when='on=no'>" BACK "</button><switch id='give' key='on' when='on=no'/></dialog>", "4:1",
    "from the dialog probe/ask as it stands first, once somebody has tapped probe/give" },
  { "<dialog id='ask'><button id='b' when='word!=yes'>" BACK "</button><field id='f' key='word'/></dialog>", "4:1",
    "from the dialog probe/ask as it stands first, once something was typed into probe/f" },
  /* What was done two screens earlier. */
  { "<screen id='shop'><button id='give'><on><set key='on' to='yes'/></on></button><button id='go'><on><open screen='way'/></on></button></screen>"
    "<screen id='way'><button id='pay'><on><sheet id='s'/></on></button></screen>"
    "<sheet id='s'><button id='b' when='on=no'>" BACK "</button></sheet>", "4:218",
    "no finger leads away from the sheet probe/s when probe/pay has opened it; before that somebody has tapped probe/give, "
    "somebody has tapped probe/go" },
  /* Screens without a bar that lead to each other, and nowhere else. */
  { "<dialog id='ask'><button id='b'><on><ask dialog='other'/></on></button></dialog>"
    "<dialog id='other'><button id='c'><on><ask dialog='ask'/></on></button></dialog>", "4:1",
    "no finger leads away from the dialog probe/ask when probe/c has opened it, but to probe/other, and from there none leads out" },
  { "<screen id='one' look='call'><button id='b'><on><open screen='two'/></on></button></screen>"
    "<screen id='two' look='call'><button id='c'>" BACK "</button></screen>", "4:1", "but to probe/two, and from there none leads out" },
  { "<screen id='one' look='talk'><button id='b'><on><open screen='two'/></on></button></screen>"
    "<screen id='two' look='talk'><button id='c'><on><after seconds='2'><open screen='three'/></after></on></button></screen>"
    "<screen id='three' look='talk'><button id='d'><on><open screen='one'/></on></button></screen>", "4:1", "but to probe/two or probe/three" },
  { "<screen id='one' look='talk'><button id='b'><on><open screen='two'/></on></button></screen>"
    "<screen id='two' look='talk'><button id='c'><on><open screen='one'/></on></button><button id='d'><on><open screen='main'/></on></button></screen>",
    NULL, NULL },
  { "<dialog id='ask'><button id='b'><on><ask dialog='other'/></on></button></dialog>"
    "<dialog id='other'><button id='c'>" BACK "</button></dialog>", NULL, NULL },
  /* Where the way goes on, what is to be mended is its end. */
  { "<dialog id='ask'><button id='b'><on><ask dialog='other'/></on></button></dialog>"
    "<dialog id='other'><button id='c'><on when='on=yes'><back/></on></button></dialog>", "4:81", "from the dialog probe/other when probe/b has opened it" },
};

static void
test_ways (void)
{
  run_cases (ways, G_N_ELEMENTS (ways));
}

#define PIN "<keypad id='k' key='word' look='pin'/>"
#define MARK "<mark id='m' what='payment'/>"

static const Case marks[] = {
  { "<screen id='pay'>" PIN "</screen>", "4:18", "<keypad look=\"pin\"> stands on probe/pay" },
  { "<screen id='pay'><keypad id='k' key='word' look='amount'/></screen>", "4:18", "<keypad look=\"amount\">" },
  { "<screen id='pay'><card><text look='amount'><title>1</title></text></card></screen>", "4:24", "<text look=\"amount\">" },
  { "<screen id='pay'>" PIN MARK "</screen>", NULL, NULL },
  { "<screen id='pay'><card>" MARK "</card>" PIN "</screen>", NULL, NULL },
  { "<screen id='pay'><keypad id='k' key='word' look='dial'/><keypad id='l' key='word'/><text look='heading'/></screen>", NULL, NULL },
  { "<screen id='pay'><list><field id='f' key='word' secret='yes'/></list></screen>", "4:24", "<field secret=\"yes\"> stands on probe/pay" },
  { "<screen id='pay'>" MARK "<list><field id='f' key='word' secret='yes'/><field id='g' key='word'/></list></screen>", NULL, NULL },
  /* What a line to write in asks for, as its own words say. */
  { "<screen id='pay'><input id='f' key='word' keyboard='letters'><title>Your bank password</title>"
    "<placeholder>Type your bank card password</placeholder></input></screen>", "4:18", "a line for a password, a code or the number of a card (<input>)" },
  { "<screen id='pay'><list><field id='f' key='word'><title>Number of your bank card</title></field></list></screen>", "4:24", "(<field>)" },
  { "<screen id='pay'><field id='f' key='word'><title>A</title><title xml:lang='zh_CN'>短信验证码</title></field></screen>", "4:18", "(<field>)" },
  { "<screen id='pay'><mark id='m' what='practice'/><field id='f' key='word'><title>Password</title></field></screen>", NULL, NULL },
  { "<screen id='pay'><field id='f' key='word'><title>ID card number</title></field><field id='g' key='word'><title>Spinning</title></field></screen>", NULL, NULL },
  /* What the words beside a bare line ask for: plain text, the page's name, a message, what a key can say. */
#define LINE "<input id='f' key='word' keyboard='letters'><title>Answer</title></input>"
  { "<screen id='pay'><text><title>Type your bank password</title></text>" LINE "</screen>", "4:69", "beside words that ask for a password" },
  { "<screen id='pay'><card><text><title>A</title><title xml:lang='zh_CN'>请输入银行卡密码</title></text></card>" LINE "</screen>", "4:100", "beside words" },
  { "<screen id='pay'><title>Password</title>" LINE "</screen>", "4:41", "beside words" },
  { "<screen id='pay'><text key='secret'/>" LINE "</screen>", "4:38", "beside words" },
  { "<screen id='pay'><messages><bubble from='face-wang' what='text'><title>Send me the code</title></bubble></messages>" LINE "</screen>", "4:116", "beside words" },
  { "<screen id='pay'><text><title>Tell it to nobody. Type the password here.</title></text>" LINE "</screen>", "4:88", "beside words" },
  { "<screen id='pay'><mark id='m' what='practice'/><text><title>Type your bank password</title></text>" LINE "</screen>", NULL, NULL },
  { "<screen id='pay'><text><title>Never tell anybody a password</title></text>" LINE "</screen>", NULL, NULL },
  { "<screen id='pay'><messages><bubble from='face-wang' what='text'><title>The door has a new code</title></bubble></messages>" LINE "</screen>", NULL, NULL },
  { "<screen id='pay'><text when='on=yes'><title>Type your bank password</title></text><card when='on=no'>" LINE "</card></screen>", NULL, NULL },
  /* That a password is made up does not say that nothing is paid. */
  { "<screen id='pay'><mark id='m' what='practice'/><text><title>¥ 12.50</title></text></screen>", "4:48", "a sum of money (<text>)" },
  { "<screen id='pay'><button id='b'><title>Transfer 500 to the agent</title></button></screen>", "4:18", "a sum of money (<button>)" },
  { "<screen id='pay'><text><title>A</title><title xml:lang='zh_CN'>向经办人转账500</title></text></screen>", "4:18", "a sum of money (<text>)" },
  /* A sum that is asked for, however it is written. */
  { "<screen id='pay'><text look='heading'><title>¥ 12.50</title></text></screen>", "4:18", "a sum of money (<text>)" },
  { "<screen id='pay'><button id='b'><title>Pay 9.90 yuan</title></button></screen>", "4:18", "a sum of money (<button>)" },
  { "<dialog id='ad'><advert><title>您中了888元</title><button id='b'>" BACK "</button></advert></dialog>", "4:17", "a sum of money (<advert>)" },
  { "<screen id='pay'><text key='price'/></screen>", "4:18", "a sum of money (<text>)" },
  /* In words; in a translation alone, also of what a key shows and of a placeholder. */
  { "<screen id='pay'><text><title>Only twelve yuan today</title></text></screen>", "4:18", "a sum of money (<text>)" },
  { "<screen id='pay'><text><title>Price: CNY 12</title></text></screen>", "4:18", "a sum of money (<text>)" },
  { "<screen id='pay'><text><title>A dozen eggs</title><title xml:lang='zh_CN'>鸡蛋12块钱</title></text></screen>", "4:18", "a sum of money (<text>)" },
  { "<screen id='pay'><list><row id='r'><title>Eggs</title><subtitle>Cheap</subtitle><subtitle xml:lang='zh_CN'>只要十二元</subtitle></row></list></screen>", "4:24",
    "a sum of money (<row>)" },
  { "<screen id='pay'><text><title>Two pieces</title><title xml:lang='zh_CN'>两块豆腐，一块儿吃</title></text></screen>", NULL, NULL },
  { "<screen id='pay'>" MARK "<text><title>¥ 12.50</title></text></screen>", NULL, NULL },
  { "<screen id='pay'><text><title>28 people, no yuan, 3.50</title></text></screen>", NULL, NULL },
  { "<screen id='pay'><messages><bubble from='me' what='text'><title>It was 50 yuan</title></bubble></messages></screen>", NULL, NULL },
  /* Where one pays without a sum: the page's name, what confirms it, a code. */
#define DOES "<on><toast><text>Done.</text></toast></on>"
#define PLAIN "<input id='f' key='word' keyboard='number'><placeholder>0.00</placeholder></input>"
  { "<screen id='pay'><text look='heading'><title>Pay the shop</title></text><field id='f' key='word'><title>Amount</title></field></screen>", "4:73",
    "a line to write in (<field>) where the words speak of paying stands on probe/pay" },
  { "<screen id='pay'><text look='heading'><title>A</title><title xml:lang='zh_CN'>转账给老李</title></text><keypad id='k' key='word' look='dial'/></screen>",
    "4:99", "a line to write in (<keypad>)" },
  { "<screen id='pay'><title>Transfer</title>" PLAIN "</screen>", "4:41", "a line to write in (<input>)" },
  { "<screen id='pay'><field id='f' key='word'><title>A</title><title xml:lang='zh_CN'>金额</title></field></screen>", "4:18", "a line to write in (<field>)" },
  { "<screen id='pay'>" PLAIN "<button id='b'><title>Pay</title>" DOES "</button></screen>", "4:100", "what pays at a touch (<button>)" },
  { "<screen id='pay'><button id='b'><title>Go</title><title xml:lang='zh_CN'>立即支付</title>" DOES "</button></screen>", "4:18", "what pays at a touch" },
  { "<screen id='pay'><button id='b'><title>Pay</title><on><open screen='main'/></on></button></screen>", "4:18", "what pays at a touch" },
  /* By another gesture, by a switch, by a button of another name, in the page's name, in a line's badge. */
#define SETS "<on><set key='on' to='yes'/></on>"
  { "<screen id='pay'><button id='b'><title>Hold to pay</title><on gesture='hold'><set key='on' to='yes'/></on></button></screen>", "4:18", "what pays at a touch (<button>)" },
  { "<screen id='pay'><handle id='h'><title>Swipe up to pay</title><on gesture='swipe-up'><set key='on' to='yes'/></on></handle></screen>", "4:18", "what pays at a touch (<handle>)" },
  { "<screen id='pay'><switch id='s' key='on'><title>Pay at once</title></switch></screen>", "4:18", "what pays at a touch (<switch>)" },
  { "<screen id='pay'><switch id='s' key='on'><title>A</title><title xml:lang='zh_CN'>自动付款</title></switch></screen>", "4:18", "what pays at a touch (<switch>)" },
  { "<screen id='pay'><text look='heading'><title>Pay the shop</title></text><button id='b'><title>Confirm</title>" SETS "</button></screen>", "4:73", "what pays at a touch (<button>)" },
  { "<screen id='pay'><title>A</title><title xml:lang='zh_CN'>转账</title><button id='b'><title>OK</title>" SETS "</button></screen>", "4:68", "what pays at a touch (<button>)" },
  { "<screen id='pay'><text look='heading'><title>Pay the shop</title></text><button id='b'><title>Later</title>" BACK "</button></screen>", NULL, NULL },
  { "<screen id='pay'><text look='heading'><title>Pay the shop</title></text><button id='b'><title>Help</title>" DOES "</button></screen>", NULL, NULL },
  { "<screen id='pay'>" MARK "<text look='heading'><title>Pay the shop</title></text><button id='b'><title>Confirm</title>" SETS "</button></screen>", NULL, NULL },
  { "<screen id='pay'><list><row id='r' icon='phone'><title>Buy now</title>" SETS "</row></list></screen>", "4:24", "what pays at a touch (<row>)" },
  { "<screen id='pay'><title>38 yuan</title></screen>", "4:1", "a sum of money (<title>)" },
  { "<dialog id='pay'><title>38 yuan</title>" MARK "<button id='b'>" BACK "</button></dialog>", NULL, NULL },
  { "<screen id='pay'><list><row id='r' icon='phone' badge='38 yuan'><title>Bill</title></row></list></screen>", "4:24", "a sum of money (<row>)" },
  { "<screen id='pay'><text><title>Your payment code</title></text><qr value='P'/></screen>", "4:63", "a code (<qr>) beside words that speak of paying" },
  { "<screen id='pay'><camera id='c' what='scan' value='P'><title>A</title><title xml:lang='zh_CN'>扫码付款</title></camera></screen>", "4:18", "a code (<camera>)" },
  { "<screen id='pay'>" MARK "<text look='heading'><title>Pay the shop</title></text>" PLAIN "<button id='b'><title>Pay</title>" DOES "</button></screen>", NULL, NULL },
  { "<screen id='shop'><button id='b'><title>Pay</title><on><open screen='pay'/></on></button></screen><screen id='pay'>" MARK "</screen>", NULL, NULL },
  { "<screen id='pay'>" PLAIN "<button id='b'><title>Do not pay</title>" DOES "</button><button id='c'><title>Pay attention</title>" DOES "</button>"
    "<button id='d'><title>Pay later</title>" BACK "</button></screen>", NULL, NULL },
  { "<screen id='my'><title>My ride code</title><qr value='P'/></screen>", NULL, NULL },
  { "<screen id='talk'><messages><bubble from='face-wang' what='text'><title>I shall pay for dinner</title></bubble></messages>" PLAIN "</screen>", NULL, NULL },
  { "<screen id='pay'><card when='on=yes'><text look='heading'><title>Pay the shop</title></text></card><mark id='m' what='scam' when='on=yes'/>" PLAIN "</screen>", NULL, NULL },
  { "<screen id='pay'><text look='heading' when='on=yes'><title>Pay the shop</title></text><card when='on=no'>" PLAIN "</card></screen>", NULL, NULL },
  /* Whoever wants something, also where no trap strikes. */
#define CALLER(words) "<screen id='call' look='call'><caller picture='face-wang'><title>Customer service</title><subtitle>" words "</subtitle></caller>" \
                      "<button id='b'>" BACK "</button>"
#define SAYS(words) "<screen id='talk'><messages><bubble from='face-wang' what='text'><title>" words "</title></bubble></messages>"
  { CALLER ("Tell me the code in your message") "</screen>", "4:31", "words as swindlers say them, that want a code, a number, money or the screen (<caller>), stand on probe/call" },
  { CALLER ("Tell me the code in your message") MARK "</screen>", "4:31", "(<caller>)" },
  { CALLER ("Tell me the code in your message") "<mark id='m' what='scam'/></screen>", NULL, NULL },
  { CALLER ("I wait at the door") "</screen>", NULL, NULL },
  { SAYS ("This is the police. Transfer all to the safe account.") "</screen>", "4:29", "(<bubble>)" },
  { SAYS ("我是警察，请把钱转到安全账户") "</screen>", "4:29", "(<bubble>)" },
  { SAYS ("This is the police. Transfer all to the safe account.") "<mark id='m' what='scam'/></screen>", NULL, NULL },
  { SAYS ("Never tell anybody a code. Do not transfer to a safe account.") "</screen>", NULL, NULL },
  { "<screen id='see'><text><title>Support wants to see your screen</title></text></screen>", "4:18", "(<text>)" },
  { "<screen id='see'><text><title>A</title><title xml:lang='zh_CN'>客服请您共享屏幕</title></text></screen>", "4:18", "(<text>)" },
  { "<screen id='see'><mark id='m' what='drill'/><text><title>Support wants to see your screen</title></text></screen>", NULL, NULL },
  { "<screen id='see'><notice id='n' code='1234'><title>Type this code into the page</title></notice></screen>", NULL, NULL },
  /* The same on whatever it stands. */
#define DIGITS "<title>Read us the six digits</title>"
#define NUMBER "<title>A</title><title xml:lang='zh_CN'>把卡背面的三位数告诉我们</title>"
#define KIND(element, name) { "<screen id='see'>" element "</screen>", "4:18", "(<" name ">)" }, \
                            { "<screen id='see'><mark id='m' what='payment'/>" element "</screen>", "4:47", "(<" name ">), stand on probe/see" }, \
                            { "<screen id='see'><mark id='m' what='scam'/>" element "</screen>", NULL, NULL }
  KIND ("<text>" DIGITS "</text>", "text"),
  KIND ("<text look='heading'>" NUMBER "</text>", "text"),
  KIND ("<button id='b'>" DIGITS DOES "</button>", "button"),
  KIND ("<button id='b'>" NUMBER DOES "</button>", "button"),
  KIND ("<check id='c' key='on'>" DIGITS "</check>", "check"),
  KIND ("<switch id='c' key='on'>" NUMBER "</switch>", "switch"),
  KIND ("<status key='on'>" NUMBER "</status>", "status"),
  KIND ("<progress key='on'>" DIGITS "</progress>", "progress"),
  KIND ("<permission what='contacts'>" DIGITS "</permission>", "permission"),
  KIND ("<image picture='scene-park'>" DIGITS "</image>", "image"),
  KIND ("<clock>" DIGITS "</clock>", "clock"),
  KIND ("<handle id='h'>" DIGITS "</handle>", "handle"),
  KIND ("<advert>" NUMBER "</advert>", "advert"),
  KIND ("<notice id='n' code='4711'>" DIGITS "</notice>", "notice"),
  { "<screen id='see'><tabs id='t'><tab id='u'>" DIGITS DOES "</tab></tabs></screen>", "4:31", "(<tab>)" },
  { "<screen id='see'><list><row id='r' icon='phone'><title>Bank</title><subtitle>Read us the six digits</subtitle></row></list></screen>", "4:24", "(<row>)" },
  { "<screen id='see'><list><row id='r' icon='phone' badge='Read us the code'><title>Bank</title></row></list></screen>", "4:24", "(<row>)" },
  { "<screen id='see'><grid id='g'><tile id='r' picture='tile-gear'>" NUMBER "</tile></grid></screen>", "4:31", "(<tile>)" },
  { "<screen id='see'><chips id='c' key='word'><chip id='d' value='x'>" DIGITS "</chip></chips></screen>", "4:43", "(<chip>)" },
  { "<screen id='see'><messages><bubble from='me' what='text'>" DIGITS "</bubble></messages></screen>", "4:28", "(<bubble>)" },
  { "<screen id='see'>" DIGITS "</screen>", "4:1", "(<screen>)" },
  { "<screen id='see'><title>A</title><title layout='c'>Read us the six digits</title><title layout='c' xml:lang='zh_CN'>甲</title></screen>", "4:1", "(<screen>)" },
  { "<dialog id='see'><text>" DIGITS "</text><button id='b'>" BACK "</button></dialog>", "4:18", "stand on probe/see" },
  { "<sheet id='see'><text>" NUMBER "</text><button id='b'>" BACK "</button></sheet>", "4:17", "stand on probe/see" },
  /* In two breaths; by what is put into a text. */
  { SAYS ("A code has just come</title></bubble><bubble from='face-wang' what='text'><title>Read it to me") "</screen>", "4:19", "(<messages>)" },
  { "<screen id='see'><card><text><title>A code has just come</title></text><text><title>Read it to us</title></text></card></screen>", "4:18", "(<card>)" },
  { "<screen id='see'><list><row id='r' icon='phone'><title>A code has come</title></row><row id='s' icon='phone'><title>Read it to us</title></row></list></screen>", "4:18", "(<list>)" },
  { "<screen id='see'><text><title>A code has come</title></text><text when='on=yes'>" DIGITS "</text><mark id='m' what='scam' when='on=yes'/></screen>", NULL, NULL },
  { "<screen id='see'><text><title>A code has come</title></text><text><title>Read it to us</title></text></screen>", "4:1", "(<screen>)" },
  { "<screen id='see'><list><row id='r' icon='phone'><title>The six digits</title><subtitle>Read them to us</subtitle></row></list></screen>", "4:24", "(<row>)" },
  { "<screen id='see'><text key='word'/><button id='b'><on><set key='word' to='Read us the code'/></on></button></screen>", "4:18", "(<text>)" },
  { "<state key='more' type='text'/><screen id='see'><text><title key='more'/></text><button id='b'><on><set key='word' to='Read us the code'/></on></button>"
    "<button id='c'><on><set key='more' from='word'/></on></button></screen>", "4:49", "(<text>)" },
  { "<state key='more' type='text' initial='把验证码念给我们'/><screen id='see'><text><title key='more'/></text></screen>", "4:68", "(<text>)" },
  /* A sum that is put into a text is a sum. */
  { "<state key='more' type='text' initial='38 yuan'/><screen id='see'><text><title key='more'/></text></screen>", "4:67", "a sum of money (<text>)" },
  /* What warns, what is only asked to be typed, what is there to be shown. */
#define PLAINLY(words) { "<screen id='see'><text><title>" words "</title></text></screen>", NULL, NULL }
  PLAINLY ("Never tell anybody the code"), PLAINLY ("验证码不要告诉别人"), PLAINLY ("Whoever wants the code is a cheat"), PLAINLY ("A “safe account” is a fraud"),
  PLAINLY ("公检法不会打电话要钱"), PLAINLY ("Type the six digits"), PLAINLY ("Send a new code"), PLAINLY ("Show them your health code"), PLAINLY ("Tell the doctor what hurts"),
  { "<screen id='see'><mark id='m' what='code'/><text><title>Type the code of the message</title></text>" LINE "</screen>", NULL, NULL },
  /* And in what comes up or is said aloud: on the screen that is seen then. */
#define TELLS(effects, rest) "<screen id='t'><button id='b'><on>" effects "</on></button>" rest "</screen>"
#define NOTIFY(words) "<notify><title>Customer service</title><text>" words "</text></notify>"
#define WANTS NOTIFY ("Tell me the code in your message")
#define FRAUD "<screen id='f'><mark id='m' what='scam'/></screen>"
  { TELLS (WANTS, ""), "4:35", "(<notify>), come over probe/t" },
  { TELLS (WANTS, MARK), "4:35", "(<notify>), come over probe/t" },
  { TELLS (WANTS, "<mark id='m' what='scam'/>"), NULL, NULL },
  { TELLS (NOTIFY ("你好</text><text xml:lang='zh_CN'>请把钱转到安全账户"), ""), "4:35", "(<notify>)" },
  { TELLS (NOTIFY ("Your library code is 4711. Tell it to nobody."), ""), NULL, NULL },
  { TELLS ("<say-aloud><text>Send 3000 yuan at once</text></say-aloud>", ""), "4:35", "(<say-aloud>)" },
  { TELLS ("<toast><text>Send the code within a minute</text></toast>", ""), NULL, NULL },
  { TELLS ("<toast><text>Read us the code</text></toast>", ""), "4:35", "(<toast>)" },
  { TELLS (NOTIFY ("Read it to us</text></notify><notify><title>The code has come</title><text>Read it to us"), ""), "4:109", "(<notify>)" },
  { TELLS ("<toast><text>Never read anybody the code</text></toast>", ""), NULL, NULL },
  { TELLS ("<toast><text>Support sees your screen now: screen sharing</text></toast>", ""), "4:35", "(<toast>)" },
  { TELLS (WANTS "<open screen='f'/>", "") FRAUD, NULL, NULL },
  { TELLS ("<open screen='main'/>" WANTS, "<mark id='m' what='scam'/>"), "4:56", "(<notify>), come over probe/main" },
  { TELLS ("<after id='a' seconds='2'>" WANTS "</after>", ""), "4:61", "(<notify>), come over probe/t" },
  { TELLS ("<open screen='f'/><after id='a' seconds='2' when='screen=probe/f'>" WANTS "</after>", "") FRAUD, NULL, NULL },
  { TELLS ("<set key='on' to='yes'/>" WANTS, "<mark id='m' what='scam' when='on=yes'/>"), NULL, NULL },
  { TELLS (WANTS, "<mark id='m' what='scam' when='on=yes'/>"), "4:35", "(<notify>)" },
  { "<screen id='t'><card when='on!=no'><button id='b'><on when='word=x'>" WANTS "</on></button></card><mark id='m' what='scam' when='on=yes word=x'/></screen>", NULL, NULL },
  /* A label that is not there whenever the keys are. */
  { "<screen id='pay'>" PIN "<mark id='m' what='payment' when='on=yes'/></screen>", "4:18", "probe/pay" },
  { "<screen id='pay'>" PIN "<card when='on=yes'>" MARK "</card></screen>", "4:18", "probe/pay" },
  { "<screen id='pay'><card when='on=yes'>" PIN "</card><mark id='m' what='payment' when='on=yes'/></screen>", NULL, NULL },
  /* A label on the screen below is covered by the sheet. */
  { "<screen id='pay'>" MARK "</screen><sheet id='s'>" PIN "<button id='b'>" BACK "</button></sheet>", "4:70", "probe/s" },
};

static void
test_marks (void)
{
  run_cases (marks, G_N_ELEMENTS (marks));
}

#define ROWS(first, second) "<screen id='s'><list><row id='a' " first "/><row id='b' " second "/></list></screen>"

static const Case orders[] = {
  { ROWS ("order='b:2 c:1'", "order='b:1 c:2'"), NULL, NULL },
  { ROWS ("order='b:2'", ""), NULL, NULL },
  { ROWS ("order='b:3'", ""), "4:34", "order b:3: probe/a is one of 2" },
  { ROWS ("order='c:1'", "order='c:1'"), "4:59", "order c:1: probe/a has that place already (line 4)" },
  { ROWS ("order='b:1'", "order='c:1'"), NULL, NULL },
  /* One comes where the other goes. */
  { ROWS ("order='b:2' when='on=no'", "order='b:2' when='on=yes'"), NULL, NULL },
  { ROWS ("order='b:2' when='word='", "order='b:2' when='word!='"), NULL, NULL },
  { ROWS ("order='b:2' when='word!='", "order='b:2' when='word!='"), "4:73", "order b:2" },
  { ROWS ("order='b:2' when='on=no'", "order='b:2' when='word!='"), "4:72", "order b:2" },
};

static void
test_orders (void)
{
  run_cases (orders, G_N_ELEMENTS (orders));
}

/* One sentence alone that was translated by hand is no second language. */
static void
test_languages (void)
{
#define ZH(word) "<title>A</title><title xml:lang='zh_CN'>" word "</title>"
  static const char *const FILES[] = {
    "<app id='probe' format='1'><title>P</title><screen id='main' root='yes'><title>M</title><text><title>B</title></text></screen></app>",
    "<app id='probe' format='1'><title>P</title><screen id='main' root='yes'><title>M</title><text>" ZH ("甲") "</text><text><title>B</title></text></screen></app>",
    "<app id='probe' format='1'><title>P</title><screen id='main' root='yes'><title>M</title><button id='b'><on><after id='t' seconds='1'>"
    "<toast><text>A</text><text xml:lang='zh_CN'>甲</text></toast></after></on></button></screen></app>",
    "<app id='probe' format='1'>" ZH ("甲") "<state key='k' initial='x'><value id='x'>" ZH ("乙") "</value></state><screen id='main' root='yes'>" ZH ("丙")
    "<card><text>" ZH ("丁") "</text></card>" "<text>" ZH ("戊") "</text><text>" ZH ("己") "</text><text>" ZH ("庚") "</text><text>" ZH ("辛") "</text>"
    "<text>" ZH ("壬") "</text><text>" ZH ("癸") "</text><text>" ZH ("子") "</text><text>" ZH ("丑") "</text><text>" ZH ("寅") "</text><text>" ZH ("卯") "</text></screen></app>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++)
    {
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihAppSet) apps = fixture_parse (FILES[i], issues);
      g_auto (GStrv) languages = hih_app_set_dup_languages (apps);
      g_autofree char *joined = g_strjoinv (" ", languages);

      g_assert_cmpstr (joined, ==, i == 0 ? "en" : "en zh_CN");
    }
}

/* Every screen, dialog and sheet can be looked at by itself. */
static void
test_states (void)
{
  g_autoptr (HihAppSet) apps = fixture_load ();
  g_autoptr (GPtrArray) screens = hih_app_set_dup_screens (apps);
  guint n_over = 0;

  g_assert_cmpuint (screens->len, >, 10);
  for (guint i = 0; i < screens->len; i++)
    {
      const char *name = screens->pdata[i];
      g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, name);
      const char *over = hih_phone_state_get_over (state);
      int line = 0, column = 0;

      g_assert_true (hih_app_set_fits (apps, state));
      g_assert_cmpstr (over != NULL ? over : hih_phone_state_get_screen (state), ==, name);
      g_assert_cmpint (over == NULL, ==, hih_app_set_has_screen (apps, name));
      g_assert_nonnull (hih_app_set_get_screen_place (apps, name, &line, &column));
      g_assert_cmpint (line, >, 1);
      g_assert_cmpint (column, >, 0);
      n_over += over != NULL;
    }
  g_assert_cmpuint (n_over, >=, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app-check/ways", test_ways);
  g_test_add_func ("/app-check/marks", test_marks);
  g_test_add_func ("/app-check/orders", test_orders);
  g_test_add_func ("/app-check/states", test_states);
  g_test_add_func ("/app-check/languages", test_languages);
  return g_test_run ();
}
