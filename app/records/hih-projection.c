/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One script a verb, queries/apply-VERB.sql, takes an event from the log by (device, seq) and folds it in. Live
 * writing, rebuilding and voiding run the very same scripts. A voided event is left out: when one is voided, all
 * that follows from its trainee's events (or from nobody's, if it has none) is forgotten and folded anew, so that
 * nothing needs to be subtracted.
 */
#include "config.h"

#include "hih-projection.h"

/* Each in the order of its primary key, so that the same content gives the same sum. */
static const char *const tables[][2] = {
  { "voided", "device, seq" },
  { "trainee", "trainee" },
  { "group_member", "trainee, group_name" },
  { "pref", "trainee, key" },
  { "consent", "trainee" },
  { "run", "run" },
  { "run_end", "run" },
  { "step_result", "run, device, seq" },
  { "film", "trainee, lesson" },
  { "film_steps", "trainee, lesson, content" },
  { "real_phone", "trainee, lesson" },
  { "tick", "trainee, lesson, by_device, seq" },
  { "lesson_progress", "trainee, lesson" },
  { "recheck_due", "trainee, lesson, days" },
  { "stuck", "trainee, lesson" },
  { "class_session", "session" },
  { "class_end", "session" },
  { "attendance", "session, trainee" },
  { "hand", "session, trainee" },
  { "hands", "session" },
  { "helper_time", "entry, helper" },
  { "family_call_plan", "call" },
  { "family_call", "call" },
  { "offline_service", "device, seq" },
  { "home_fact", "key" },
  { "kept_longer", "trainee" },
};

static gboolean
run_script (HihStore *store, const char *name, gint64 device, gint64 seq, GError **error)
{
  GPtrArray *script = hih_store_script (store, name, error);

  if (script == NULL)
    return FALSE;
  for (guint i = 0; i < script->len; i++)
    {
      sqlite3_bind_int64 (script->pdata[i], 1, device);
      sqlite3_bind_int64 (script->pdata[i], 2, seq);
      if (!hih_store_run (store, script->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_script_for (HihStore *store, const char *name, const HihId *trainee, const char *lesson, GError **error)
{
  GPtrArray *script = hih_store_script (store, name, error);

  if (script == NULL)
    return FALSE;
  for (guint i = 0; i < script->len; i++)
    {
      hih_bind_id (script->pdata[i], 1, trainee);
      if (lesson != NULL)
        hih_bind_text (script->pdata[i], 2, lesson);
      if (!hih_store_run (store, script->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}

/* 1 yes, 0 no, -1 error. */
static int
is_voided (HihStore *store, gint64 device, gint64 seq, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "is-voided", error);
  int more;

  if (stmt == NULL)
    return -1;
  sqlite3_bind_int64 (stmt, 1, device);
  sqlite3_bind_int64 (stmt, 2, seq);
  more = hih_store_next (store, stmt, error);
  sqlite3_reset (stmt);
  return more;
}

/* One person's standing in one lesson, to be made anew. */
typedef struct
{
  HihId trainee;
  char *lesson;
} Standing;

static guint
standing_hash (gconstpointer data)
{
  const Standing *standing = data;

  return hih_id_hash (&standing->trainee) ^ g_str_hash (standing->lesson);
}

static gboolean
standing_equal (gconstpointer a, gconstpointer b)
{
  const Standing *x = a, *y = b;

  return hih_id_equal (&x->trainee, &y->trainee) && g_str_equal (x->lesson, y->lesson);
}

static void
standing_free (gpointer data)
{
  g_free (((Standing *) data)->lesson);
  g_free (data);
}

static gboolean
project_standing (HihStore *store, const Standing *standing, GError **error)
{
  return run_script_for (store, "project-lesson", &standing->trainee, standing->lesson, error) &&
         run_script_for (store, "project-stuck", &standing->trainee, standing->lesson, error);
}

/* Makes anew what follows from an event as @query tells it; or, with @later, notes it: many events are folded at once
 * and each standing is made only once, after them. */
static gboolean
project_lesson (HihStore *store, const char *query, gint64 device, gint64 seq, GHashTable *later, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, query, error);
  Standing standing;
  gboolean done = TRUE;
  int more;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, device);
  sqlite3_bind_int64 (stmt, 2, seq);
  more = hih_store_next (store, stmt, error);
  if (more <= 0)
    return more == 0;
  hih_column_id (stmt, 0, &standing.trainee);
  standing.lesson = hih_column_dup (stmt, 1);
  sqlite3_reset (stmt);
  /* The end of a run whose start is still on another computer: its start will bring it in. */
  if (*standing.lesson == '\0')
    g_free (standing.lesson);
  else if (later != NULL)
    g_hash_table_add (later, g_memdup2 (&standing, sizeof standing));
  else
    {
      done = project_standing (store, &standing, error);
      g_free (standing.lesson);
    }
  return done;
}

/* Folds in one event, unless it is voided. @later: (nullable): of Standing, which the caller makes anew. */
static gboolean
fold (HihStore *store, gint64 device, gint64 seq, HihVerb verb, GHashTable *later, GError **error)
{
  g_autofree char *script = NULL;
  int voided;

  /* Names are in profile: the event only tells that they changed. */
  if (verb == HIH_VERB_TRAINEE_CHANGED)
    return TRUE;
  voided = is_voided (store, device, seq, error);
  if (voided != 0)
    return voided > 0;
  script = g_strconcat ("apply-", hih_verb_to_string (verb), NULL);
  if (!run_script (store, script, device, seq, error))
    return FALSE;
  if (hih_verb_is_progress (verb))
    return project_lesson (store, "event-lesson", device, seq, later, error);
  /* With @later its run is noted anyway, by its own start. */
  if (verb == HIH_VERB_STEP_ENDED && later == NULL)
    return project_lesson (store, "event-late-step", device, seq, NULL, error);
  return TRUE;
}

typedef struct
{
  gint64 device;
  gint64 seq;
  HihVerb verb;
} Place;

/* The events @stmt lists as device, seq, verb. Collected first: folding must not write under an open query. */
static GArray *
collect (HihStore *store, sqlite3_stmt *stmt, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  int more;

  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      Place place = { sqlite3_column_int64 (stmt, 0), sqlite3_column_int64 (stmt, 1), 0 };
      const char *verb = (const char *) sqlite3_column_text (stmt, 2);

      if (verb != NULL && hih_verb_parse (verb, &place.verb))
        g_array_append_val (places, place);
    }
  return more == 0 ? g_steal_pointer (&places) : NULL;
}

static gboolean
fold_all (HihStore *store, GArray *places, GError **error)
{
  g_autoptr (GHashTable) later = g_hash_table_new_full (standing_hash, standing_equal, standing_free, NULL);
  GHashTableIter iter;
  gpointer standing;

  /* First what is voided, so that no order of events needs a second round. */
  for (guint i = 0; i < places->len; i++)
    {
      const Place *p = &g_array_index (places, Place, i);

      if (p->verb == HIH_VERB_VOIDED && !fold (store, p->device, p->seq, p->verb, later, error))
        return FALSE;
    }
  for (guint i = 0; i < places->len; i++)
    {
      const Place *p = &g_array_index (places, Place, i);

      if (p->verb != HIH_VERB_VOIDED && !fold (store, p->device, p->seq, p->verb, later, error))
        return FALSE;
    }
  g_hash_table_iter_init (&iter, later);
  while (g_hash_table_iter_next (&iter, &standing, NULL))
    {
      if (!project_standing (store, standing, error))
        return FALSE;
    }
  return TRUE;
}

/* Events of nobody in particular are few: that a class began, that helpers came. All are folded anew. */
static gboolean
refold_nobody (HihStore *store, GError **error)
{
  GPtrArray *script = hih_store_script (store, "forget-nobody", error);
  g_autoptr (GArray) places = NULL;
  sqlite3_stmt *stmt;

  for (guint i = 0; script != NULL && i < script->len; i++)
    {
      if (!hih_store_run (store, script->pdata[i], error))
        return FALSE;
    }
  stmt = script != NULL ? hih_store_query (store, "log-of-nobody", error) : NULL;
  places = stmt != NULL ? collect (store, stmt, error) : NULL;
  return places != NULL && fold_all (store, places, error);
}

gboolean
hih_projection_note_void (HihStore *store, gint64 device, gint64 seq, GError **error)
{
  return fold (store, device, seq, HIH_VERB_VOIDED, NULL, error);
}

gboolean
hih_projection_refold (HihStore *store, const HihId *trainee, const char *table, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "log-of-trainee", error);
  g_autofree char *forget = g_strconcat ("forget-", table != NULL ? table : "trainee", NULL);
  g_autoptr (GArray) places = NULL;
  guint n = 0;

  if (stmt == NULL || !run_script_for (store, forget, trainee, NULL, error))
    return FALSE;
  hih_bind_id (stmt, 1, trainee);
  places = collect (store, stmt, error);
  if (places == NULL)
    return FALSE;
  for (guint i = 0; table != NULL && i < places->len; i++)
    {
      const Place *p = &g_array_index (places, Place, i);

      if (g_strcmp0 (hih_verb_get_table (p->verb), table) == 0)
        g_array_index (places, Place, n++) = *p;
    }
  if (table != NULL)
    g_array_set_size (places, n);
  return fold_all (store, places, error);
}

static gboolean
refold_trainee (HihStore *store, gint64 device, gint64 seq, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "event-lesson", error);
  HihId trainee;
  gboolean known;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, device);
  sqlite3_bind_int64 (stmt, 2, seq);
  if (hih_store_next (store, stmt, error) < 0)
    return FALSE;
  known = hih_column_id (stmt, 0, &trainee);
  sqlite3_reset (stmt);
  return known ? hih_projection_refold (store, &trainee, NULL, error) : refold_nobody (store, error);
}

gboolean
hih_projection_apply (HihStore *store, gint64 device, gint64 seq, HihVerb verb, GError **error)
{
  return fold (store, device, seq, verb, NULL, error) &&
         (verb != HIH_VERB_VOIDED || refold_trainee (store, device, seq, error));
}

gboolean
hih_projection_rebuild (HihStore *store, GError **error)
{
  GPtrArray *script = hih_store_script (store, "forget-all", error);
  sqlite3_stmt *stmt;
  g_autoptr (GArray) places = NULL;

  if (script == NULL)
    return FALSE;
  for (guint i = 0; i < script->len; i++)
    {
      if (!hih_store_run (store, script->pdata[i], error))
        return FALSE;
    }
  stmt = hih_store_query (store, "log-places", error);
  places = stmt != NULL ? collect (store, stmt, error) : NULL;
  return places != NULL && fold_all (store, places, error);
}

/* A sum over all rows of a table. */
static char *
sum_table (HihStore *store, const char *table, const char *order, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY %s", table, order);
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  sqlite3_stmt *stmt = NULL;
  int rc = sqlite3_prepare_v2 (hih_store_get_db (store), sql, -1, &stmt, NULL);

  while (rc == SQLITE_OK || rc == SQLITE_ROW)
    {
      rc = sqlite3_step (stmt);
      for (int i = 0; rc == SQLITE_ROW && i < sqlite3_column_count (stmt); i++)
        {
          guint8 type = (guint8) sqlite3_column_type (stmt, i);
          const void *blob = sqlite3_column_blob (stmt, i);
          gint32 length = sqlite3_column_bytes (stmt, i);

          g_checksum_update (checksum, &type, 1);
          g_checksum_update (checksum, (const guchar *) &length, sizeof length);
          if (length > 0)
            g_checksum_update (checksum, blob, length);
        }
    }
  sqlite3_finalize (stmt);
  if (rc != SQLITE_DONE)
    {
      hih_store_set_error (store, rc, sql, error);
      return NULL;
    }
  return g_strdup (g_checksum_get_string (checksum));
}

gboolean
hih_projection_compare (HihStore *store, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      char *sum = sum_table (store, tables[i][0], tables[i][1], error);

      if (sum == NULL)
        return FALSE;
      g_ptr_array_add (before, sum);
    }
  if (!hih_projection_rebuild (store, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *after = sum_table (store, tables[i][0], tables[i][1], error);

      if (after == NULL)
        return FALSE;
      if (!g_str_equal (after, before->pdata[i]))
        g_ptr_array_add (faults, g_strdup_printf ("table %s does not follow from the log", tables[i][0]));
    }
  return TRUE;
}
