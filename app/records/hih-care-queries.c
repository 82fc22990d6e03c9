/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of calls, services and helpers' time, and what they add up to. */
#include "config.h"

#include <string.h>

#include "hih-care.h"
#include "hih-records-private.h"

typedef struct
{
  gint64 from_ms;
  gint64 to_ms;
  gboolean one;
  HihId id; /* of a trainee or a session */
} Which;

/* ?1 and ?2, or nothing for all. */
static void
bind_period (sqlite3_stmt *stmt, const Which *which)
{
  if (which->from_ms == 0 && which->to_ms == 0)
    return;
  sqlite3_bind_int64 (stmt, 1, which->from_ms);
  sqlite3_bind_int64 (stmt, 2, which->to_ms);
}

/* The day on the wall of a moment, into parameter @index. */
static void
bind_day (sqlite3_stmt *stmt, int index, gint64 at_ms)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (at_ms / 1000);
  g_autofree char *day = at != NULL ? g_date_time_format (at, "%Y-%m-%d") : NULL;

  hih_bind_text (stmt, index, day);
}

static void
bind_days (sqlite3_stmt *stmt, const Which *which)
{
  bind_day (stmt, 3, which->from_ms);
  bind_day (stmt, 4, which->to_ms - 1);
}

static void
call_free (gpointer data)
{
  HihFamilyCall *self = data;

  g_free ((char *) self->day);
  g_free (self);
}

static gpointer
read_call (sqlite3_stmt *stmt)
{
  HihFamilyCall *call = g_new0 (HihFamilyCall, 1);

  call->helped_by = HIH_HELPER_NOBODY;
  hih_column_id (stmt, 0, &call->call);
  hih_column_id (stmt, 1, &call->trainee);
  call->day = hih_column_dup (stmt, 2);
  hih_day_part_parse ((const char *) sqlite3_column_text (stmt, 3), &call->part);
  hih_column_id (stmt, 4, &call->planned_device);
  call->planned_seq = sqlite3_column_int64 (stmt, 5);
  hih_call_outcome_parse ((const char *) sqlite3_column_text (stmt, 6), &call->outcome);
  hih_helper_parse ((const char *) sqlite3_column_text (stmt, 7), &call->helped_by);
  call->held_at_ms = sqlite3_column_int64 (stmt, 8);
  hih_column_id (stmt, 9, &call->held_device);
  call->held_seq = sqlite3_column_int64 (stmt, 10);
  return call;
}

static gpointer
read_service (sqlite3_stmt *stmt)
{
  HihServiceGiven *given = g_new0 (HihServiceGiven, 1);

  given->has_trainee = hih_column_id (stmt, 0, &given->trainee);
  /* A word of a newer version is some service or other. */
  given->service = HIH_SERVICE_OTHER;
  hih_service_parse ((const char *) sqlite3_column_text (stmt, 1), &given->service);
  hih_helper_parse ((const char *) sqlite3_column_text (stmt, 2), &given->helped_by);
  given->at_ms = sqlite3_column_int64 (stmt, 3);
  hih_column_id (stmt, 4, &given->device);
  given->seq = sqlite3_column_int64 (stmt, 5);
  return given;
}

static gpointer
read_helper_time (sqlite3_stmt *stmt)
{
  HihHelperTime *time = g_new0 (HihHelperTime, 1);

  hih_column_id (stmt, 0, &time->entry);
  time->has_session = hih_column_id (stmt, 1, &time->session);
  hih_helper_parse ((const char *) sqlite3_column_text (stmt, 2), &time->helper);
  time->helpers = (guint) sqlite3_column_int (stmt, 3);
  time->minutes = (guint) sqlite3_column_int (stmt, 4);
  time->at_ms = sqlite3_column_int64 (stmt, 5);
  hih_column_id (stmt, 6, &time->device);
  time->seq = sqlite3_column_int64 (stmt, 7);
  return time;
}

/* @by_day: the query has the days of the period as well: ?3 and ?4, and its one id after them */
static gpointer
list_rows (HihStore *store, const char *query, const Which *which, gboolean by_day, gpointer (*read) (sqlite3_stmt *stmt),
           GDestroyNotify free_row, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (free_row);
  sqlite3_stmt *stmt = hih_store_query (store, query, error);
  int more;

  if (stmt == NULL)
    return NULL;
  bind_period (stmt, which);
  if (by_day)
    bind_days (stmt, which);
  if (which->one)
    hih_bind_id (stmt, by_day ? 5 : 3, &which->id);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    g_ptr_array_add (list, read (stmt));
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static gpointer
list_calls (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return list_rows (store, "family-calls", data, TRUE, read_call, call_free, error);
}

static gpointer
list_services (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return list_rows (store, "offline-services", data, FALSE, read_service, g_free, error);
}

static gpointer
list_helpers (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  return list_rows (store, "helper-times", data, FALSE, read_helper_time, g_free, error);
}

static void
add_total (HihPeriodTotals *totals, const char *name, guint n)
{
  const struct
  {
    const char *name;
    guint *total;
  } plain[] = {
    { "sessions", &totals->n_sessions },     { "open", &totals->n_open },
    { "minutes", &totals->session_minutes }, { "person-times", &totals->n_person_times },
    { "persons", &totals->n_persons },       { "helper-minutes", &totals->helper_minutes },
    { "undated", &totals->n_undated },       { "call-persons", &totals->n_call_persons },
  };
  HihCallOutcome outcome;
  HihService service = HIH_SERVICE_OTHER;
  HihHelper helper;

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      if (strcmp (name, plain[i].name) == 0)
        {
          *plain[i].total += n;
          return;
        }
    }
  if (g_str_has_prefix (name, "call-") && hih_call_outcome_parse (name + strlen ("call-"), &outcome))
    totals->calls[outcome] += n;
  else if (g_str_has_prefix (name, "called-") && hih_helper_parse (name + strlen ("called-"), &helper))
    totals->calls_helped[helper] += n;
  else if (g_str_has_prefix (name, "service-"))
    {
      hih_service_parse (name + strlen ("service-"), &service);
      totals->services[service] += n;
      totals->n_services += n;
    }
}

static gpointer
get_totals (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Which *which = data;
  g_autofree HihPeriodTotals *totals = g_new0 (HihPeriodTotals, 1);
  sqlite3_stmt *stmt = hih_store_query (store, "period-totals", error);
  int more;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, which->from_ms);
  sqlite3_bind_int64 (stmt, 2, which->to_ms);
  bind_days (stmt, which);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    add_total (totals, (const char *) sqlite3_column_text (stmt, 0),
               (guint) CLAMP (sqlite3_column_int64 (stmt, 1), 0, G_MAXINT));
  return more == 0 ? g_steal_pointer (&totals) : NULL;
}

static void
ask (HihRecords *self, HihReadFunc func, const HihId *id, gint64 from_ms, gint64 to_ms, GDestroyNotify free_value,
     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  Which *which = g_new0 (Which, 1);

  which->from_ms = from_ms;
  which->to_ms = to_ms;
  which->one = id != NULL;
  if (id != NULL)
    which->id = *id;
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), func, which, g_free, free_value);
}

void
hih_records_list_calls_async (HihRecords *self, const HihId *trainee, gint64 from_ms, gint64 to_ms,
                              GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  ask (self, list_calls, trainee, from_ms, to_ms, (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
hih_records_list_calls_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_list_services_async (HihRecords *self, const HihId *trainee, gint64 from_ms, gint64 to_ms,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  ask (self, list_services, trainee, from_ms, to_ms, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
       user_data);
}

GPtrArray *
hih_records_list_services_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_list_helpers_async (HihRecords *self, const HihId *session, gint64 from_ms, gint64 to_ms,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  ask (self, list_helpers, session, from_ms, to_ms, (GDestroyNotify) g_ptr_array_unref, cancellable, callback,
       user_data);
}

GPtrArray *
hih_records_list_helpers_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_get_period_totals_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  ask (self, get_totals, NULL, from_ms, to_ms, g_free, cancellable, callback, user_data);
}

gboolean
hih_records_get_period_totals_finish (HihRecords *self, GAsyncResult *result, HihPeriodTotals *totals, GError **error)
{
  g_autofree HihPeriodTotals *value = g_task_propagate_pointer (G_TASK (result), error);

  if (value != NULL)
    *totals = *value;
  return value != NULL;
}
