/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson file as `hih lesson check` reads it, with the apps of the lesson tests: loaded, performed, judged. */
#include "config.h"

#include "fuzz.h"

#include "hih-check.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *path = fuzz_write ("fuzzed.xml", data, length);
  g_autoptr (GPtrArray) issues = hih_issues_new ();

  hih_check_path (path, HIH_SOURCE_ROOT "/tests/lesson/data/apps", NULL, issues, NULL);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *text = hih_issue_to_string (issues->pdata[i]);

      /* What is told can be shown. */
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  return 0;
}
