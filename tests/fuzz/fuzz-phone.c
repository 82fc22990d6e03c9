/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An app of the simulated phone; when it can be read, some of its elements are tapped. */
#include "config.h"

#include "fuzz.h"

#include "hih-gesture.h"
#include "hih-issue.h"
#include "hih-phone.h"

static const char *const apps[] = { "probe", NULL };

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;
  gsize length;

  if (!g_file_get_contents (HIH_SOURCE_ROOT "/tests/phone/data/mini-system.xml", &text, &length, NULL))
    g_error ("no mini-system.xml");
  path = fuzz_write ("system.xml", (const guint8 *) text, length);
  return 0;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  G_GNUC_UNUSED g_autofree char *path = fuzz_write ("probe.xml", data, length);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) set = hih_app_set_load (fuzz_dir (), apps, issues);

  g_assert_true (set != NULL || issues->len > 0);
  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *text = hih_issue_to_string (issues->pdata[i]);

      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
  return 0;
}
