/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the text, what is written can be read again as one string. */
#include "config.h"

#include "hih-json.h"

static void
test_strings (void)
{
  static const struct
  {
    const char *text, *json;
  } CASES[] = {
    { NULL, "null" },
    { "", "\"\"" },
    { "小芳 says “hello”", "\"小芳 says “hello”\"" },
    { "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
    { "line\nand\ttab\x01\x7f", "\"line\\u000aand\\u0009tab\\u0001\\u007f\"" },
    { "no \xff UTF-8", "\"no \xef\xbf\xbd UTF-8\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      g_autoptr (GString) out = g_string_new ("x:");

      hih_json_append_string (out, CASES[i].text);
      g_assert_cmpstr (out->str + 2, ==, CASES[i].json);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/strings", test_strings);
  return g_test_run ();
}
