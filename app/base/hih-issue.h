/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an author should mend, and where: FILE:LINE:COLUMN: what and how to mend it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where something begins in a file: from 1, in characters. */
typedef struct
{
  int line;
  int column;
} HihFilePlace;

typedef struct
{
  char *file;
  int line;
  int column;
  char *what; /* English; names the element and the value */
  char *mend; /* English; what to write instead */
} HihIssue;

/* A list of issues: GPtrArray of HihIssue, owned. An empty list means "good". */
GPtrArray *hih_issues_new (void);
void hih_issues_add (GPtrArray *issues, const char *file, int line, int column, const char *mend,
                     const char *what_format, ...) G_GNUC_PRINTF (6, 7);
char *hih_issue_to_string (const HihIssue *issue);
/* Whether anything is told of that line. */
gboolean hih_issues_tell_of (GPtrArray *issues, const char *file, int line);
/* The same of one place. */
gboolean hih_issues_tell_at (GPtrArray *issues, const char *file, int line, int column);
/* Sorts by file, line, column and drops repeats. */
void hih_issues_sort (GPtrArray *issues);

G_END_DECLS
