/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "studio-fixture.h"

HihLesson *
studio_load_lesson (const char *lessons_dir, const char *name)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *path = g_build_filename (lessons_dir, name, NULL);
  g_autofree char *apps = g_build_filename (lessons_dir, "apps", NULL);
  HihLesson *lesson = hih_lesson_load (path, apps, issues);

  for (guint i = 0; i < issues->len; i++)
    {
      g_autofree char *text = hih_issue_to_string (issues->pdata[i]);

      g_test_message ("%s", text);
    }
  g_assert_nonnull (lesson);
  return lesson;
}
