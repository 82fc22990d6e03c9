/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A read people file into the records: everybody in one transaction, or nobody. A dry run does the same and writes
 * nothing, so that what was shown is what happens. */
#include "config.h"

#include "hih-people-import.h"

#include <string.h>

#include "hih-act-private.h"
#include "hih-people-sheet.h"
#include "hih-person-pictures.h"
#include "hih-trainees.h"

G_DEFINE_BOXED_TYPE (HihImportResult, hih_import_result, hih_import_result_ref, hih_import_result_unref)

static void
clear_result (gpointer data)
{
  HihImportResult *self = data;

  g_ptr_array_unref (self->rows);
  hih_act_unref (self->act);
}

HihImportResult *
hih_import_result_ref (HihImportResult *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_import_result_unref (HihImportResult *self)
{
  g_atomic_rc_box_release_full (self, clear_result);
}

gboolean
hih_repeat_parse (const char *string, HihRepeat *repeat)
{
  static const char *const texts[] = { "ask", "skip", "same", "new" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      if (g_str_equal (string, texts[i]))
        {
          *repeat = (HihRepeat) i;
          return TRUE;
        }
    }
  return FALSE;
}

/* Somebody a row may be about. */
typedef struct
{
  HihId id;
  char *name;
  /* Of somebody an earlier row of this file brings, who on a dry run is not in the records. */
  gboolean earlier;
  const char *picture; /* the sheet's */
  GPtrArray *groups;   /* (element-type utf8), the sheet's */
} Known;

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->name);
  g_clear_pointer (&known->groups, g_ptr_array_unref);
  g_free (known);
}

typedef struct
{
  HihPeopleSheet *sheet;
  HihImportOptions options;
  HihImportResult *result; /* read by the caller once the task has answered */
  HihClock *then;
  GPtrArray *people;       /* (element-type Known) */
  GHashTable *by_id;       /* HihId → Known */
  GHashTable *by_name;     /* name → Known: the latest of that name */
  HihPersonPictures *pictures; /* (nullable): once it is written, for whoever brings none */
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  hih_people_sheet_unref (import->sheet);
  g_clear_pointer (&import->options.by_row, g_hash_table_unref);
  hih_import_result_unref (import->result);
  g_clear_object (&import->then);
  g_clear_pointer (&import->pictures, hih_person_pictures_free);
  g_hash_table_unref (import->by_id);
  g_hash_table_unref (import->by_name);
  g_ptr_array_unref (import->people);
  g_free (import);
}

static void
import_row_free (gpointer data)
{
  g_free (((HihImportRow *) data)->value);
  g_free (((HihImportRow *) data)->groups);
  g_free (data);
}

static Import *
import_new (HihPeopleSheet *sheet, const HihImportOptions *options)
{
  Import *import = g_new0 (Import, 1);

  import->sheet = hih_people_sheet_ref (sheet);
  import->options = *options;
  import->options.by_row = NULL;
  if (options->by_row != NULL)
    {
      GHashTableIter iter;
      gpointer row, choice;

      import->options.by_row = g_hash_table_new (NULL, NULL);
      g_hash_table_iter_init (&iter, options->by_row);
      while (g_hash_table_iter_next (&iter, &row, &choice))
        g_hash_table_insert (import->options.by_row, row, choice);
    }
  import->result = g_atomic_rc_box_new0 (HihImportResult);
  import->result->rows = g_ptr_array_new_with_free_func (import_row_free);
  import->result->act = hih_act_new ();
  import->people = g_ptr_array_new_with_free_func (known_free);
  import->by_id = g_hash_table_new ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal);
  import->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  return import;
}

static Known *
know (Import *import, const HihId *id, const char *name)
{
  Known *known = g_new0 (Known, 1);

  known->id = *id;
  known->name = g_strdup (name);
  g_ptr_array_add (import->people, known);
  g_hash_table_insert (import->by_id, &known->id, known);
  g_hash_table_insert (import->by_name, known->name, known);
  return known;
}

static gboolean
load_known (Import *import, HihStore *store, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "known-people", error);
  int more;

  if (stmt == NULL)
    return FALSE;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      g_autofree char *name = hih_column_dup (stmt, 1);
      HihId id;

      hih_column_id (stmt, 0, &id);
      know (import, &id, name);
    }
  return more == 0;
}

static HihRepeat
get_choice (const Import *import, guint row)
{
  gpointer choice;

  if (import->options.by_row != NULL &&
      g_hash_table_lookup_extended (import->options.by_row, GUINT_TO_POINTER (row), NULL, &choice))
    return GPOINTER_TO_INT (choice);
  return import->options.repeats;
}

/* What @known lacks of @row: the picture, and groups. */
static gboolean
find_changes (HihStore *store, const HihPersonRow *row, const Known *known, gboolean *picture, GPtrArray *groups,
              GError **error)
{
  sqlite3_stmt *stmt;
  int is;

  if (known->earlier)
    *picture = *row->picture != '\0' && strcmp (known->picture, row->picture) != 0;
  else
    {
      stmt = hih_store_query (store, "profile", error);
      if (stmt == NULL)
        return FALSE;
      hih_bind_id (stmt, 1, &known->id);
      is = hih_store_next (store, stmt, error);
      if (is < 0)
        return FALSE;
      *picture = *row->picture != '\0' &&
                 (is == 0 || g_strcmp0 ((const char *) sqlite3_column_text (stmt, 1), row->picture) != 0);
      sqlite3_reset (stmt);
    }
  for (guint i = 0; i < row->groups->len; i++)
    {
      is = known->earlier
             ? g_ptr_array_find_with_equal_func (known->groups, row->groups->pdata[i], g_str_equal, NULL)
             : hih_trainees_is_member (store, &known->id, row->groups->pdata[i], error);
      if (is < 0)
        return FALSE;
      if (is == 0)
        g_ptr_array_add (groups, row->groups->pdata[i]);
    }
  return TRUE;
}

/* @row is @known. */
static gboolean
merge (Import *import, HihStore *store, const HihPersonRow *row, Known *known, gboolean rename, HihImportRow *out,
       gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  const char *texts[HIH_N_PROFILE] = { NULL };
  gboolean picture = FALSE;

  rename = rename && strcmp (known->name, row->name) != 0;
  if (!find_changes (store, row, known, &picture, groups, error))
    return FALSE;
  if (known->earlier)
    {
      known->picture = picture ? row->picture : known->picture;
      g_ptr_array_extend (known->groups, groups, NULL, NULL);
    }
  out->outcome = rename || picture || groups->len > 0 ? HIH_ROW_CHANGED : HIH_ROW_SAME;
  if (import->options.dry_run)
    return TRUE;
  if (rename)
    texts[HIH_PROFILE_NAME] = row->name;
  if (picture)
    texts[HIH_PROFILE_PICTURE] = row->picture;
  if (!hih_act_set_profile (import->result->act, store, &known->id, texts, at_ms, error))
    return FALSE;
  for (guint i = 0; i < groups->len; i++)
    {
      if (!hih_trainees_set_member (store, &known->id, groups->pdata[i], TRUE, at_ms, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
add (Import *import, HihStore *store, const HihPersonRow *row, HihImportRow *out, gint64 at_ms, GError **error)
{
  const char *picture = row->picture;
  Known *known;
  HihId id;

  out->outcome = HIH_ROW_NEW;
  hih_id_generate (&id, import->then);
  known = know (import, &id, row->name);
  known->earlier = TRUE;
  known->picture = row->picture;
  known->groups = g_ptr_array_copy (row->groups, NULL, NULL);
  g_ptr_array_set_free_func (known->groups, NULL);
  if (import->options.dry_run)
    return TRUE;
  if (*row->picture == '\0')
    picture = hih_person_pictures_choose (import->pictures);
  if (!hih_trainees_add (store, &id, row->name, picture, "", at_ms, error))
    return FALSE;
  for (guint i = 0; i < row->groups->len; i++)
    {
      if (!hih_trainees_set_member (store, &id, row->groups->pdata[i], TRUE, at_ms, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_row (Import *import, HihStore *store, const HihPersonRow *row, HihImportRow *out, gint64 at_ms, GError **error)
{
  Known *same = row->has_id ? g_hash_table_lookup (import->by_id, &row->id) : NULL;
  Known *known = g_hash_table_lookup (import->by_name, row->name);

  if (same != NULL)
    return merge (import, store, row, same, TRUE, out, at_ms, error);
  if (known == NULL)
    return add (import, store, row, out, at_ms, error);
  out->problem = known->earlier ? HIH_ROW_PROBLEM_TWICE : HIH_ROW_PROBLEM_KNOWN;
  switch (get_choice (import, row->row))
    {
    case HIH_REPEAT_SKIP:
      out->outcome = HIH_ROW_SKIPPED;
      return TRUE;
    case HIH_REPEAT_SAME:
      return merge (import, store, row, known, FALSE, out, at_ms, error);
    case HIH_REPEAT_NEW:
      return add (import, store, row, out, at_ms, error);
    case HIH_REPEAT_ASK:
    default:
      out->outcome = HIH_ROW_ASK;
      return TRUE;
    }
}

static gboolean
take_all (Import *import, HihStore *store, gint64 at_ms, GError **error)
{
  HihImportResult *result = import->result;

  for (guint i = 0; i < import->sheet->rows->len; i++)
    {
      const HihPersonRow *row = import->sheet->rows->pdata[i];
      HihImportRow *out = g_new0 (HihImportRow, 1);
      g_autoptr (GPtrArray) groups = g_ptr_array_copy (row->groups, NULL, NULL);

      g_ptr_array_set_free_func (groups, NULL);
      g_ptr_array_add (groups, NULL);
      out->row = row->row;
      out->value = g_strdup (row->name);
      out->groups = g_strjoinv ("、", (char **) groups->pdata);
      out->problem = row->problem;
      out->no_picture = row->no_picture;
      g_ptr_array_add (result->rows, out);
      if (row->problem != HIH_ROW_PROBLEM_NONE)
        out->outcome = HIH_ROW_BAD;
      else if (!take_row (import, store, row, out, at_ms, error))
        return FALSE;
      result->n[out->outcome]++;
    }
  result->done = result->n[HIH_ROW_ASK] == 0 && (result->n[HIH_ROW_BAD] == 0 || import->options.leave_out_bad);
  return TRUE;
}

static void
forget (Import *import)
{
  HihImportResult *result = import->result;

  g_ptr_array_set_size (result->rows, 0);
  memset (result->n, 0, sizeof result->n);
  g_hash_table_remove_all (import->by_id);
  g_hash_table_remove_all (import->by_name);
  g_ptr_array_set_size (import->people, 0);
}

/* The pictures that are in use, also of those who come further down in the file. */
static gboolean
load_pictures (Import *import, HihStore *store, GError **error)
{
  import->pictures = hih_person_pictures_new ();
  for (guint i = 0; i < import->sheet->rows->len; i++)
    hih_person_pictures_note (import->pictures, ((const HihPersonRow *) import->sheet->rows->pdata[i])->picture);
  return hih_person_pictures_note_all (import->pictures, store, error);
}

/* First without writing: only when no row stops it is anything written at all. */
static gboolean
import_people (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  Import *import = data;
  HihImportResult *result = import->result;
  gboolean dry_run = import->options.dry_run;

  import->then = hih_virtual_clock_new (at_ms);
  import->options.dry_run = TRUE;
  if (!hih_act_begin (result->act, store, error) || !load_known (import, store, error) ||
      !take_all (import, store, at_ms, error))
    return FALSE;
  if (dry_run || !result->done)
    return TRUE;
  forget (import);
  import->options.dry_run = FALSE;
  return load_known (import, store, error) && load_pictures (import, store, error) && take_all (import, store, at_ms, error) &&
         hih_act_end (result->act, store, result->n[HIH_ROW_NEW] + result->n[HIH_ROW_CHANGED], error);
}

/**
 * hih_people_sheet_foresee:
 *
 * What an import of @sheet would do where nobody is yet: it needs no records, and makes none. Any thread.
 *
 * Returns: (transfer full): as after a dry run
 */
HihImportResult *
hih_people_sheet_foresee (HihPeopleSheet *sheet, const HihImportOptions *options)
{
  Import *import;
  HihImportResult *result;

  g_return_val_if_fail (sheet != NULL, NULL);
  import = import_new (sheet, options);
  import->options.dry_run = TRUE;
  import->then = hih_virtual_clock_new (0);
  result = hih_import_result_ref (import->result);
  /* Whoever stands twice stands twice in the sheet: no store is asked, and nothing can fail. */
  if (!take_all (import, NULL, 0, NULL))
    g_assert_not_reached ();
  import_free (import);
  return result;
}

/**
 * hih_records_import_people_async:
 *
 * Takes the people of @sheet. When a row is bad, or a repeat is not decided on, nobody is taken and the result says
 * why.
 */
void
hih_records_import_people_async (HihRecords *self, HihPeopleSheet *sheet, const HihImportOptions *options,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Import *import;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (sheet != NULL);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, hih_records_import_people_async);
  import = import_new (sheet, options);
  g_task_set_task_data (task, hih_import_result_ref (import->result), (GDestroyNotify) hih_import_result_unref);
  hih_records_write (self, task, import_people, import, import_free);
}

/**
 * hih_records_import_people_finish:
 *
 * Returns: (transfer full) (nullable): what happened; %NULL with an error when the records could not be written
 */
HihImportResult *
hih_records_import_people_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return hih_import_result_ref (g_task_get_task_data (G_TASK (result)));
}
