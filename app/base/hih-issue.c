/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Issues found in an author's file. */
#include "config.h"

#include "hih-issue.h"

static void
hih_issue_free (gpointer data)
{
  HihIssue *issue = data;

  g_free (issue->file);
  g_free (issue->what);
  g_free (issue->mend);
  g_free (issue);
}

/**
 * hih_issues_new:
 *
 * Returns: (transfer full): an empty list
 */
GPtrArray *
hih_issues_new (void)
{
  return g_ptr_array_new_with_free_func (hih_issue_free);
}

/**
 * hih_issues_add:
 * @mend: what the author should do
 * @what_format: what is wrong
 */
void
hih_issues_add (GPtrArray *issues, const char *file, int line, int column, const char *mend,
                const char *what_format, ...)
{
  HihIssue *issue = g_new0 (HihIssue, 1);
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, what_format);
  what = g_strdup_vprintf (what_format, args);
  va_end (args);
  /* A word of the file that was cut for length, by GMarkup too, may end within a character. */
  issue->what = g_utf8_make_valid (what, -1);
  issue->file = g_strdup (file);
  issue->line = line;
  issue->column = column;
  issue->mend = g_strdup (mend);
  g_ptr_array_add (issues, issue);
}

/**
 * hih_issue_to_string:
 *
 * Returns: (transfer full): `FILE:LINE:COLUMN: what: mend`
 */
char *
hih_issue_to_string (const HihIssue *issue)
{
  gboolean ends = g_str_has_suffix (issue->what, "?") || g_str_has_suffix (issue->what, ".") || g_str_has_suffix (issue->what, "!");

  return g_strdup_printf ("%s:%d:%d: %s%s %s", issue->file, issue->line, issue->column, issue->what, ends ? "" : ".", issue->mend);
}

gboolean
hih_issues_tell_of (GPtrArray *issues, const char *file, int line)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const HihIssue *issue = issues->pdata[i];

      if (issue->line == line && g_strcmp0 (issue->file, file) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
hih_issues_tell_at (GPtrArray *issues, const char *file, int line, int column)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const HihIssue *issue = issues->pdata[i];

      if (issue->line == line && issue->column == column && g_strcmp0 (issue->file, file) == 0)
        return TRUE;
    }
  return FALSE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const HihIssue *x = *(HihIssue *const *) a;
  const HihIssue *y = *(HihIssue *const *) b;
  int order = g_strcmp0 (x->file, y->file);

  if (order == 0)
    order = x->line - y->line;
  if (order == 0)
    order = x->column - y->column;
  if (order == 0)
    order = g_strcmp0 (x->what, y->what);
  return order;
}

void
hih_issues_sort (GPtrArray *issues)
{
  g_ptr_array_sort (issues, compare);
  for (guint i = 1; i < issues->len;)
    {
      if (compare (&issues->pdata[i - 1], &issues->pdata[i]) == 0)
        g_ptr_array_remove_index (issues, i);
      else
        i++;
    }
}
