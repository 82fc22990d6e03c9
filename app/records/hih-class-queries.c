/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of classes: the list, one of them, who is in it. */
#include "config.h"

#include <string.h>

#include "hih-classes.h"
#include "hih-records-private.h"

G_DEFINE_BOXED_TYPE (HihClassSession, hih_class_session, hih_class_session_ref, hih_class_session_unref)

static void
clear_session (gpointer data)
{
  HihClassSession *self = data;

  g_free ((char *) self->lesson);
  g_free ((char *) self->group);
  g_free ((char *) self->place);
}

HihClassSession *
hih_class_session_ref (HihClassSession *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
hih_class_session_unref (HihClassSession *self)
{
  g_atomic_rc_box_release_full (self, clear_session);
}

static guint
number (sqlite3_stmt *stmt, int column)
{
  return (guint) CLAMP (sqlite3_column_int64 (stmt, column), 0, G_MAXINT);
}

static HihClassSession *
read_session (sqlite3_stmt *stmt)
{
  HihClassSession *session = g_atomic_rc_box_new0 (HihClassSession);

  hih_column_id (stmt, 0, &session->session);
  session->lesson = hih_column_dup (stmt, 1);
  session->group = hih_column_dup (stmt, 2);
  session->place = hih_column_dup (stmt, 3);
  hih_helper_parse ((const char *) sqlite3_column_text (stmt, 4), &session->led_by);
  session->begun_at_ms = sqlite3_column_int64 (stmt, 5);
  session->ended = sqlite3_column_int (stmt, 6) != 0;
  session->ended_at_ms = sqlite3_column_int64 (stmt, 7);
  session->minutes = number (stmt, 8);
  session->n_here = number (stmt, 9);
  session->n_late = number (stmt, 10);
  session->round = number (stmt, 11);
  session->n_other_hands = number (stmt, 12);
  session->n_hands = MIN (number (stmt, 13) + session->n_other_hands, session->n_here);
  session->n_helpers = number (stmt, 14);
  session->helper_minutes = number (stmt, 15);
  hih_column_id (stmt, 16, &session->begun_device);
  session->begun_seq = sqlite3_column_int64 (stmt, 17);
  hih_column_id (stmt, 18, &session->ended_device);
  session->ended_seq = sqlite3_column_int64 (stmt, 19);
  return session;
}

typedef struct
{
  gint64 from_ms;
  gint64 to_ms;
  gboolean open;
  gboolean one;
  HihId session;
} Which;

static sqlite3_stmt *
ask (HihStore *store, const Which *which, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "classes", error);

  if (stmt == NULL)
    return NULL;
  if (which->from_ms != 0 || which->to_ms != 0)
    {
      sqlite3_bind_int64 (stmt, 1, which->from_ms);
      sqlite3_bind_int64 (stmt, 2, which->to_ms);
    }
  sqlite3_bind_int (stmt, 3, which->open);
  if (which->one)
    hih_bind_id (stmt, 4, &which->session);
  return stmt;
}

static gpointer
list_classes (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_class_session_unref);
  sqlite3_stmt *stmt = ask (store, data, error);
  int more = stmt != NULL ? 1 : -1;

  while (more > 0 && (more = hih_store_next (store, stmt, error)) > 0)
    g_ptr_array_add (list, read_session (stmt));
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static gpointer
get_class (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = ask (store, data, error);
  HihClassSession *session = NULL;

  if (stmt != NULL && hih_store_next (store, stmt, error) > 0)
    {
      session = read_session (stmt);
      sqlite3_reset (stmt);
    }
  return session;
}

static gpointer
list_attendance (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = hih_store_query (store, "attendance", error);
  int more;

  if (stmt == NULL)
    return NULL;
  hih_bind_id (stmt, 1, data);
  while ((more = hih_store_next (store, stmt, error)) > 0)
    {
      HihAttendance *one = g_new0 (HihAttendance, 1);

      hih_column_id (stmt, 0, &one->trainee);
      one->here = sqlite3_column_int (stmt, 1) != 0;
      one->late = sqlite3_column_int (stmt, 2) != 0;
      one->at_ms = sqlite3_column_int64 (stmt, 3);
      one->hand = one->here && sqlite3_column_int (stmt, 4) != 0;
      one->real_phone = hih_real_phone_parse ((const char *) sqlite3_column_text (stmt, 5));
      one->real_phone_at_ms = sqlite3_column_int64 (stmt, 6);
      hih_column_id (stmt, 7, &one->real_phone_device);
      one->real_phone_seq = sqlite3_column_int64 (stmt, 8);
      one->elsewhere = hih_real_phone_parse ((const char *) sqlite3_column_text (stmt, 9));
      one->elsewhere_at_ms = sqlite3_column_int64 (stmt, 10);
      g_ptr_array_add (list, one);
    }
  return more == 0 ? g_steal_pointer (&list) : NULL;
}

static void
send (HihRecords *self, HihReadFunc func, Which which, GDestroyNotify free_value, GCancellable *cancellable,
      GAsyncReadyCallback callback, gpointer user_data)
{
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), func, g_memdup2 (&which, sizeof which),
                    g_free, free_value);
}

void
hih_records_list_classes_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  send (self, list_classes, (Which){ .from_ms = from_ms, .to_ms = to_ms }, (GDestroyNotify) g_ptr_array_unref,
        cancellable, callback, user_data);
}

GPtrArray *
hih_records_list_classes_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_get_class_async (HihRecords *self, const HihId *session, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  Which which = { .open = session == NULL, .one = session != NULL };

  g_return_if_fail (HIH_IS_RECORDS (self));
  if (session != NULL)
    which.session = *session;
  send (self, get_class, which, (GDestroyNotify) hih_class_session_unref, cancellable, callback, user_data);
}

HihClassSession *
hih_records_get_class_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
hih_records_list_attendance_async (HihRecords *self, const HihId *session, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (session != NULL);
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), list_attendance,
                    g_memdup2 (session, sizeof *session), g_free, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
hih_records_list_attendance_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
