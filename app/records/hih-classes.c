/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing down classes. What is asked of them is in hih-class-queries.c. */
#include "config.h"

#include "hih-classes-private.h"

#include <string.h>

#include "hih-deed.h"
#include "hih-name.h"

#define MAX_MINUTES (24 * 60)
#define MAX_HANDS 1000

static const char *const helpers[] = { "staff", "volunteer", "family", "trainee", "nobody" };

G_STATIC_ASSERT (G_N_ELEMENTS (helpers) == HIH_N_HELPERS);

const char *
hih_helper_to_string (HihHelper helper)
{
  g_return_val_if_fail (helper < HIH_N_HELPERS, NULL);
  return helpers[helper];
}

gboolean
hih_helper_parse (const char *string, HihHelper *helper)
{
  for (guint i = 0; string != NULL && i < HIH_N_HELPERS; i++)
    {
      if (strcmp (string, helpers[i]) == 0)
        {
          *helper = i;
          return TRUE;
        }
    }
  return FALSE;
}

gboolean
hih_class_clean (const char *raw, char **clean)
{
  if (raw == NULL || *raw == '\0')
    {
      *clean = g_strdup ("");
      return TRUE;
    }
  return hih_name_clean (raw, clean) == HIH_NAME_GOOD;
}

static HihDeed *
new_deed (HihVerb verb, const HihId *trainee, const HihId *session, const char *table)
{
  HihDeed *deed = hih_deed_new (verb, trainee);

  hih_deed_set_object (deed, "session", session);
  deed->table = table;
  deed->needs = "has-session";
  return deed;
}

/* Two numbers of a class; @a and @b are left alone when the query has no row. -1 error, 0 none, 1 there. */
static int
get_numbers (HihStore *store, const char *query, const HihId *session, gint64 *a, gint64 *b, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, query, error);
  int more;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, session);
  more = hih_store_next (store, stmt, error);
  if (more > 0)
    {
      *a = sqlite3_column_int64 (stmt, 0);
      if (b != NULL)
        *b = sqlite3_column_int64 (stmt, 1);
      sqlite3_reset (stmt);
    }
  return more;
}

static gboolean
write_end (HihStore *store, const HihId *session, gint64 persons, gint64 minutes, gint64 at_ms, GError **error)
{
  g_autoptr (HihDeed) deed = new_deed (HIH_VERB_SESSION_HELD, NULL, session, "class_end");

  hih_body_add_number (deed->body, "persons", persons);
  hih_body_add_number (deed->body, "minutes", minutes);
  return hih_deed_write (store, deed, at_ms, error);
}

/* A class that has ended knows how many were there: said again when that is no longer so. */
static gboolean
recount (HihStore *store, const HihId *session, gint64 at_ms, GError **error)
{
  gint64 kept = 0, minutes = 0, persons = 0, there = 0;
  int ended = get_numbers (store, "class-end", session, &kept, &minutes, error);

  if (ended <= 0)
    return ended == 0;
  if (get_numbers (store, "attendance-count", session, &persons, NULL, error) < 0)
    return FALSE;
  /* A class that was taken back as a whole is left in peace. */
  ended = get_numbers (store, "has-session", session, &there, NULL, error);
  if (ended <= 0)
    return ended == 0;
  return persons == kept || write_end (store, session, persons, minutes, at_ms, error);
}

gboolean
hih_class_recount_for (HihStore *store, const HihId *device, gint64 seq, gint64 at_ms, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "class-of-event", error);
  HihId session;
  int more;

  if (stmt == NULL)
    return FALSE;
  hih_bind_id (stmt, 1, device);
  sqlite3_bind_int64 (stmt, 2, seq);
  more = hih_store_next (store, stmt, error);
  if (more <= 0)
    return more == 0;
  hih_column_id (stmt, 0, &session);
  sqlite3_reset (stmt);
  return recount (store, &session, at_ms, error);
}

static gboolean
begin_class (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  gint64 there = 0;
  int more = get_numbers (store, "has-session", &deed->object, &there, NULL, error);

  if (more > 0)
    g_set_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT,
                 "records: append session-begun: that class began before");
  return more == 0 && hih_deed_append (store, deed, at_ms, error);
}

void
hih_records_begin_class_async (HihRecords *self, const HihClassStart *start, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_autofree char *group = NULL;
  g_autofree char *place = NULL;
  HihDeed *deed;
  gboolean good;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (start != NULL);
  good = !hih_id_is_nil (&start->session) && hih_word_is_valid (start->lesson) && start->led_by < HIH_HELPER_NOBODY &&
         hih_class_clean (start->group, &group) && hih_class_clean (start->place, &place);
  deed = new_deed (HIH_VERB_SESSION_BEGUN, NULL, &start->session, NULL);
  hih_body_add_text (deed->body, "lesson", start->lesson);
  hih_body_add_text (deed->body, "group", group);
  hih_body_add_text (deed->body, "place", place);
  if (good)
    hih_body_add_text (deed->body, "by", hih_helper_to_string (start->led_by));
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_SESSION_BEGUN, cancellable, callback, user_data), deed, FALSE,
                 good, begin_class);
}

gboolean
hih_records_begin_class_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

/* seq carries the minutes. */
static gboolean
end_class (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  gint64 persons = 0, kept = 0, minutes = -1;
  int ended = get_numbers (store, "class-end", &deed->object, &kept, &minutes, error);

  if (ended < 0 || get_numbers (store, "attendance-count", &deed->object, &persons, NULL, error) < 0)
    return FALSE;
  /* Ending twice is ending once: whoever did not hear the first answer may ask again. Erased people still count. */
  if (ended > 0 && minutes == deed->seq)
    return TRUE;
  return write_end (store, &deed->object, MAX (persons, kept), deed->seq, at_ms, error);
}

void
hih_records_end_class_async (HihRecords *self, const HihId *session, guint minutes, GCancellable *cancellable,
                             GAsyncReadyCallback callback, gpointer user_data)
{
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (session != NULL);
  deed = new_deed (HIH_VERB_SESSION_HELD, NULL, session, NULL);
  deed->seq = minutes;
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_SESSION_HELD, cancellable, callback, user_data), deed, FALSE,
                 minutes <= MAX_MINUTES, end_class);
}

gboolean
hih_records_end_class_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

typedef struct
{
  HihId session;
  HihId *trainees;
  guint n_trainees;
  gboolean here;
  gboolean late;
} Roll;

static void
roll_free (gpointer data)
{
  Roll *roll = data;

  g_free (roll->trainees);
  g_free (roll);
}

static int
is_as_said (HihStore *store, const Roll *roll, const HihId *trainee, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "is-here", error);
  int more;

  if (stmt == NULL)
    return -1;
  hih_bind_id (stmt, 1, &roll->session);
  hih_bind_id (stmt, 2, trainee);
  more = hih_store_next (store, stmt, error);
  if (more <= 0)
    return more < 0 ? -1 : !roll->here;
  more = (sqlite3_column_int (stmt, 0) != 0) == roll->here;
  sqlite3_reset (stmt);
  return more;
}

static gboolean
attend (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  const Roll *roll = data;

  for (guint i = 0; i < roll->n_trainees; i++)
    {
      g_autoptr (HihDeed) deed = new_deed (HIH_VERB_ATTENDED, &roll->trainees[i], &roll->session, "attendance");
      /* Taking a mark back is always written. */
      int withheld = roll->here ? hih_deed_is_withheld (store, deed, error) : 0;
      int same = withheld == 0 ? is_as_said (store, roll, &roll->trainees[i], error) : withheld;

      hih_body_add_flag (deed->body, "here", roll->here);
      hih_body_add_flag (deed->body, "late", roll->here && roll->late);
      if (same < 0 || (same == 0 && !hih_deed_write (store, deed, at_ms, error)))
        return FALSE;
    }
  return recount (store, &roll->session, at_ms, error);
}

void
hih_records_attend_async (HihRecords *self, const HihId *session, const HihId *trainees, guint n_trainees,
                          gboolean here, gboolean late, GCancellable *cancellable, GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Roll *roll;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (session != NULL && (trainees != NULL || n_trainees == 0));
  roll = g_new0 (Roll, 1);
  roll->session = *session;
  roll->trainees = g_memdup2 (trainees, n_trainees * sizeof *trainees);
  roll->n_trainees = n_trainees;
  roll->here = here;
  roll->late = late;
  hih_records_write (self, hih_deed_task (self, HIH_VERB_ATTENDED, cancellable, callback, user_data), attend, roll,
                     roll_free);
}

gboolean
hih_records_attend_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

/* Hands stand for the round of now: seq carries a number to be noted, or -1 to begin the next round. */
static gboolean
write_hands (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  HihDeed *deed = data;
  gint64 round = 0, others = 0;

  if (get_numbers (store, "hands", &deed->object, &round, &others, error) < 0)
    return FALSE;
  hih_body_add_number (deed->body, "round", deed->seq < 0 ? round + 1 : round);
  if (deed->nobody)
    hih_body_add_number (deed->body, "others", MAX (deed->seq, 0));
  return hih_deed_write (store, deed, at_ms, error);
}

void
hih_records_show_hand_async (HihRecords *self, const HihId *session, const HihId *trainee, gboolean up,
                             GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (session != NULL && trainee != NULL);
  deed = new_deed (HIH_VERB_HAND_SHOWN, trainee, session, "hand");
  hih_body_add_flag (deed->body, "up", up);
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_HAND_SHOWN, cancellable, callback, user_data), deed, FALSE, TRUE,
                 write_hands);
}

gboolean
hih_records_show_hand_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

static void
send_hands (HihRecords *self, const HihId *session, gint64 others, GTask *task)
{
  HihDeed *deed = new_deed (HIH_VERB_HANDS_NOTED, NULL, session, "hands");

  deed->seq = others;
  hih_deed_send (self, task, deed, FALSE, others <= MAX_HANDS, write_hands);
}

void
hih_records_note_hands_async (HihRecords *self, const HihId *session, guint others, GCancellable *cancellable,
                              GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (session != NULL);
  send_hands (self, session, others, hih_deed_task (self, HIH_VERB_HANDS_NOTED, cancellable, callback, user_data));
}

gboolean
hih_records_note_hands_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_lower_hands_async (HihRecords *self, const HihId *session, GCancellable *cancellable,
                               GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (session != NULL);
  send_hands (self, session, -1, hih_deed_task (self, HIH_VERB_HANDS_NOTED, cancellable, callback, user_data));
}

gboolean
hih_records_lower_hands_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}
