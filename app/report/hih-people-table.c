/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-people-table.h"

#include <glib/gi18n.h>

static guint
count_groups (GPtrArray *trainees)
{
  guint most = 1;

  for (guint i = 0; i < trainees->len; i++)
    most = MAX (most, g_strv_length ((char **) ((HihTrainee *) trainees->pdata[i])->groups));
  return most;
}

/* An apostrophe in front is taken off again when the file is read, as it may only be there against formulas. */
static void
add_text (HihTable *table, const char *text, gboolean csv)
{
  g_autofree char *guarded = csv && *text == '\'' ? g_strconcat ("'", text, NULL) : NULL;

  hih_table_add_text (table, guarded != NULL ? guarded : text);
}

static void
add_groups (HihTable *table, const HihTrainee *trainee, guint n_columns)
{
  guint n = g_strv_length ((char **) trainee->groups);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < n_columns; i++)
    add_text (table, i < n ? trainee->groups[i] : "", TRUE);
  if (n_columns > 0)
    return;
  joined = g_strjoinv (", ", (char **) trainee->groups);
  hih_table_add_text (table, joined);
}

static void
add_columns (HihTable *table, guint n_groups)
{
  hih_table_add_column (table, "id", C_ ("column", "id"));
  hih_table_add_column (table, "name", C_ ("column", "name"));
  hih_table_add_column (table, "picture", C_ ("column", "picture"));
  for (guint i = 0; i < n_groups; i++)
    {
      g_autofree char *id = i == 0 ? g_strdup ("group") : g_strdup_printf ("group%u", i + 1);
      g_autofree char *heading =
          i == 0 ? g_strdup (C_ ("column", "group")) : g_strdup_printf ("%s%u", C_ ("column", "group"), i + 1);

      hih_table_add_column (table, id, heading);
    }
  if (n_groups == 0)
    hih_table_add_column (table, "groups", C_ ("column", "groups"));
  hih_table_add_column (table, "last_seen", C_ ("column", "last seen"));
}

/**
 * hih_overdue_table_new:
 *
 * Returns: (transfer full): a row a person who has been kept long enough; no last lesson: they never had one
 */
HihTable *
hih_overdue_table_new (GPtrArray *overdue)
{
  HihTable *table = hih_table_new ();

  hih_table_add_column (table, "id", C_ ("column", "id"));
  hih_table_add_column (table, "name", C_ ("column", "name"));
  hih_table_add_column (table, "last_lesson", C_ ("column", "last lesson"));
  hih_table_add_column (table, "kept_since", C_ ("column", "kept since"));
  for (guint i = 0; i < overdue->len; i++)
    {
      const HihOverdue *one = overdue->pdata[i];
      char id[HIH_ID_STRING_LENGTH + 1];

      hih_id_to_string (&one->id, id);
      hih_table_begin_row (table);
      hih_table_add_text (table, id);
      hih_table_add_text (table, one->name);
      hih_table_add_date (table, one->lesson_at_ms);
      hih_table_add_date (table, one->last_at_ms);
    }
  return table;
}

/**
 * hih_people_table_new:
 *
 * Returns: (transfer full): a row a person; whoever was erased is left out of CSV
 */
HihTable *
hih_people_table_new (GPtrArray *trainees, HihTableFormat format)
{
  HihTable *table = hih_table_new ();
  gboolean csv = format == HIH_TABLE_FORMAT_CSV;
  guint n_groups = csv ? count_groups (trainees) : 0;

  add_columns (table, n_groups);
  for (guint i = 0; i < trainees->len; i++)
    {
      const HihTrainee *trainee = trainees->pdata[i];
      char id[HIH_ID_STRING_LENGTH + 1];

      if (csv && *trainee->name == '\0')
        continue;
      hih_id_to_string (&trainee->id, id);
      hih_table_begin_row (table);
      hih_table_add_text (table, id);
      add_text (table, trainee->name, csv);
      hih_table_add_text (table, trainee->picture);
      add_groups (table, trainee, n_groups);
      hih_table_add_date (table, trainee->last_seen_at_ms);
    }
  return table;
}
