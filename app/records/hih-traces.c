/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that keep a name after it was erased from the records. */
#define _GNU_SOURCE /* memmem */
#include "config.h"

#include "hih-traces.h"

#include <glib/gstdio.h>
#include <string.h>

#include "hih-backup.h"
#include "hih-open.h"

G_DEFINE_BOXED_TYPE (HihTrace, hih_trace, hih_trace_ref, hih_trace_unref)

static void
clear_trace (gpointer data)
{
  g_free ((char *) ((HihTrace *) data)->path);
}

HihTrace *
hih_trace_ref (HihTrace *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_trace_unref (HihTrace *self)
{
  g_atomic_rc_box_release_full (self, clear_trace);
}

void
hih_sought_clear (gpointer data)
{
  g_free (((HihSought *) data)->name);
}

static gboolean
holds_bytes (const char *path, GArray *sought)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  const char *bytes = file != NULL ? g_mapped_file_get_contents (file) : NULL;
  gsize length = file != NULL ? g_mapped_file_get_length (file) : 0;

  if (file == NULL)
    return TRUE;
  for (guint i = 0; bytes != NULL && i < sought->len; i++)
    {
      const HihSought *one = &g_array_index (sought, HihSought, i);

      if (memmem (bytes, length, one->id.bytes, sizeof one->id.bytes) != NULL ||
          (*one->name != '\0' && memmem (bytes, length, one->name, strlen (one->name)) != NULL))
        return TRUE;
    }
  return FALSE;
}

/* 1 yes, 0 no, -1 it is no file that can be asked. */
static int
holds_profile (const char *path, GArray *sought)
{
  g_autoptr (HihStore) store = hih_store_new_still (path, NULL);

  for (guint i = 0; store != NULL && i < sought->len; i++)
    {
      sqlite3_stmt *stmt = hih_store_query (store, "has-name", NULL);
      int more;

      if (stmt == NULL)
        return -1;
      hih_bind_id (stmt, 1, &g_array_index (sought, HihSought, i).id);
      more = hih_store_next (store, stmt, NULL);
      sqlite3_reset (stmt);
      if (more != 0)
        return more;
    }
  return store != NULL ? 0 : -1;
}

static void
add (GPtrArray *traces, const char *path, gint64 gone_at_ms)
{
  HihTrace *trace = g_atomic_rc_box_new0 (HihTrace);

  trace->path = g_strdup (path);
  trace->gone_at_ms = gone_at_ms;
  g_ptr_array_add (traces, trace);
}

static void
look_through (GPtrArray *traces, const char *dir, GArray *sought, GArray *known)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      gboolean asked = FALSE;

      for (guint i = 0; known != NULL && i < known->len && !asked; i++)
        asked = g_str_equal (g_array_index (known, HihBackupFile, i).path, path);
      if (!asked && g_file_test (path, G_FILE_TEST_IS_REGULAR) && holds_bytes (path, sought))
        add (traces, path, 0);
    }
}

GPtrArray *
hih_traces_find (const char *dir, GArray *sought, gint64 now_ms)
{
  GPtrArray *traces = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_trace_unref);
  g_autofree char *backups = g_build_filename (dir, HIH_BACKUPS_DIR, NULL);
  g_autoptr (GArray) known = hih_backup_list (backups, now_ms);
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  for (guint i = 0; i < known->len; i++)
    {
      const HihBackupFile *backup = &g_array_index (known, HihBackupFile, i);
      int holds = holds_profile (backup->path, sought);

      if (holds > 0 || (holds < 0 && holds_bytes (backup->path, sought)))
        add (traces, backup->path, backup->gone_at_ms);
    }
  look_through (traces, backups, sought, known);
  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *aside = g_build_filename (dir, name, NULL);

      /* One that was being put back when the power went. */
      if (g_str_has_prefix (name, HIH_INCOMING_FILE) && holds_bytes (aside, sought))
        add (traces, aside, 0);
      if (g_str_has_prefix (name, HIH_ASIDE_DAMAGED "-") || g_str_has_prefix (name, HIH_ASIDE_REPLACED "-"))
        look_through (traces, aside, sought, NULL);
    }
  return traces;
}

void
hih_traces_delete (GPtrArray *traces)
{
  for (guint i = 0; i < traces->len; i++)
    {
      HihTrace *trace = traces->pdata[i];
      g_autofree char *folder = g_path_get_dirname (trace->path);
      g_autofree char *label = g_path_get_basename (folder);

      trace->deleted = g_unlink (trace->path) == 0;
      /* The folder it was moved into, when nothing is left in it. */
      if (trace->deleted && (g_str_has_prefix (label, HIH_ASIDE_DAMAGED "-") || g_str_has_prefix (label, HIH_ASIDE_REPLACED "-")))
        g_rmdir (folder);
    }
}
