/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything that can happen, at random: by several computers with clocks that jump, taken back, undone, erased. Every
 * table a page reads is then what follows from the log alone, in whatever order its events arrive. GLib prints the seed. */
#include "config.h"

#include <sqlite3.h>
#include <string.h>

#include "hih-act.h"
#include "hih-consent.h"
#include "hih-home-card.h"
#include "hih-log.h"
#include "hih-privacy.h"
#include "hih-projection.h"
#include "hih-verbs.h"
#include "records-fixture.h"

#define PEOPLE 7
#define DEEDS 900
#define ACTS 4

static const char *const lessons[] = { "make-call", "answer-call", "health-code" };
static const char *const stages[] = { "follow", "guided", "alone" };
static const char *const groups[] = { "一组", "二组", "周四下午班" };

typedef struct
{
  Fixture f;
  HihId people[PEOPLE], runs[PEOPLE], calls[PEOPLE];
  HihId sessions[5];
  guint n_sessions;
  HihAct *acts[ACTS]; /* (nullable) */
} World;

/* One of @array; @chance: once in so many. */
#define ANY(array) ((array)[g_test_rand_int_range (0, G_N_ELEMENTS (array))])
#define CHANCE(n) (g_test_rand_int_range (0, n) == 0)

static guint
any_number (guint below)
{
  return (guint) g_test_rand_int_range (0, (gint32) below);
}

/* What was taken back may refuse what comes after: then nothing is written, and all that is written must be sound. So
 * nothing here looks at whether it was done; the counts at the end tell that enough was. */

static void
practise (World *w, guint who, HihRecordsWait *wait)
{
  const HihId *id = &w->people[who];
  g_autofree char *hit = g_strdup_printf ("chat/%u", any_number (3));
  const char *hits[] = { hit, NULL };
  HihRunStart start = { .lesson = ANY (lessons), .content = "c0ffee", .stage = ANY (stages), .layout = "a", .round = any_number (3) };
  HihStepEnd step = { .run = w->runs[who], .step = CHANCE (2) ? "who" : "open", .step_index = any_number (4), .level = any_number (5),
                      .errors = any_number (3), .helps = any_number (2), .duration_ms = 100 + any_number (5000), .hits = hits };
  HihRunEnd end = { .run = w->runs[who], .outcome = CHANCE (3) ? "left" : "done", .able_alone = CHANCE (3), .errors = any_number (3),
                    .max_level = any_number (4), .duration_ms = 100 };

  switch (any_number (7))
    {
    case 0:
      hih_id_generate (&w->runs[who], w->f.clock);
      start.run = w->runs[who];
      hih_records_start_run_async (w->f.records, id, &start, NULL, hih_records_wait_cb, wait);
      break;
    case 1:
      hih_records_end_run_async (w->f.records, id, &end, NULL, hih_records_wait_cb, wait);
      break;
    default:
      if (CHANCE (5))
        {
          step.trap = TRUE;
          step.trap_kind = "no-answer";
          step.recovered = CHANCE (2);
          step.slipped = CHANCE (2);
        }
      hih_records_end_step_async (w->f.records, id, &step, NULL, hih_records_wait_cb, wait);
    }
}

static void
note_person (World *w, guint who, HihRecordsWait *wait)
{
  const HihId *id = &w->people[who];
  HihFilmWatched film = { .lesson = ANY (lessons), .content = CHANCE (2) ? "c0ffee" : "decade", .watched_ms = 1000,
                          .n_steps = any_number (8), .to_end = CHANCE (2) };

  const char *facts[] = { CHANCE (2) ? HIH_HOME_PHONE : HIH_HOME_PLACE, CHANCE (2) ? "1" : "2", NULL };
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (HihId));

  g_array_append_vals (one, id, 1);
  switch (any_number (7))
    {
    case 0:
      hih_records_watch_film_async (w->f.records, id, &film, NULL, hih_records_wait_cb, wait);
      break;
    case 1:
      hih_records_tick_real_phone_async (w->f.records, id, w->n_sessions > 0 && CHANCE (2) ? &w->sessions[any_number (w->n_sessions)] : NULL,
                                         ANY (lessons), (HihRealPhone) g_test_rand_int_range (1, 4), NULL, hih_records_wait_cb, wait);
      break;
    case 2:
      hih_records_set_member_async (w->f.records, id, ANY (groups), CHANCE (2), NULL, hih_records_wait_cb, wait);
      break;
    case 3:
      hih_records_set_pref_async (w->f.records, id, CHANCE (2) ? HIH_PREF_LEFT_HAND : HIH_PREF_CALM_MOTION, CHANCE (2), NULL,
                                  hih_records_wait_cb, wait);
      break;
    case 4:
      hih_records_keep_longer_async (w->f.records, one, NULL, hih_records_wait_cb, wait);
      break;
    case 5:
      hih_records_set_home_facts_async (w->f.records, facts, NULL, hih_records_wait_cb, wait);
      break;
    default:
      hih_records_set_consent_async (w->f.records, id, CHANCE (2), CHANCE (2) ? "notice-1" : "notice-2",
                                     CHANCE (3) ? "女儿" : NULL, NULL,
                                     hih_records_wait_cb, wait);
    }
}

static void
lead_class (World *w, guint who, HihRecordsWait *wait)
{
  const HihId *session = &w->sessions[any_number (w->n_sessions)];

  switch (any_number (7))
    {
    case 0:
    case 1:
      hih_records_attend_async (w->f.records, session, &w->people[who], 1 + any_number (PEOPLE - who), !CHANCE (3), CHANCE (2), NULL,
                                hih_records_wait_cb, wait);
      break;
    case 2:
      hih_records_show_hand_async (w->f.records, session, &w->people[who], CHANCE (2), NULL, hih_records_wait_cb, wait);
      break;
    case 3:
      hih_records_note_hands_async (w->f.records, session, who, NULL, hih_records_wait_cb, wait);
      break;
    case 4:
      hih_records_lower_hands_async (w->f.records, session, NULL, hih_records_wait_cb, wait);
      break;
    case 5:
      hih_records_note_helpers_async (w->f.records, CHANCE (2) ? session : &w->people[who], CHANCE (4) ? NULL : session,
                                      any_number (3), who, 30 + any_number (4), NULL, hih_records_wait_cb, wait);
      break;
    default:
      hih_records_end_class_async (w->f.records, session, 40 + any_number (3), NULL, hih_records_wait_cb, wait);
    }
}

static void
care (World *w, guint who, HihRecordsWait *wait)
{
  const HihId *id = &w->people[who];

  switch (any_number (3))
    {
    case 0:
      hih_records_plan_call_async (w->f.records, id, &w->calls[who], CHANCE (2) ? "2026-11-24" : "2026-11-27", any_number (3), NULL,
                                   hih_records_wait_cb, wait);
      break;
    case 1:
      hih_records_hold_call_async (w->f.records, id, &w->calls[who], 1 + any_number (3), any_number (5), NULL, hih_records_wait_cb,
                                   wait);
      break;
    default:
      hih_records_give_service_async (w->f.records, CHANCE (2) ? id : NULL, any_number (HIH_N_SERVICES), 0, NULL, hih_records_wait_cb,
                                      wait);
    }
}

#define ANY_EVENT "LIMIT 1 OFFSET ?1 % (SELECT count(*) FROM event)"
#define THE_LAST "WHERE me AND ?1 ORDER BY seq DESC LIMIT 1"

static void
take_back (World *w, const char *which, HihRecordsWait *wait)
{
  g_autofree char *sql = g_strconcat ("SELECT uuid, seq FROM event JOIN device ON device.id = event.device ", which, NULL);
  g_autofree char *path = fixture_path (&w->f, "records.db");
  sqlite3 *db = NULL;
  sqlite3_stmt *stmt = NULL;
  HihId device;
  gint64 seq;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  sqlite3_bind_int64 (stmt, 1, 1 + any_number (G_MAXINT32));
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  g_assert_true (hih_column_id (stmt, 0, &device));
  seq = sqlite3_column_int64 (stmt, 1);
  sqlite3_finalize (stmt);
  sqlite3_close (db);
  hih_records_void_async (w->f.records, &device, seq, NULL, hih_records_wait_cb, wait);
}

static void
act_on_many (World *w, guint who, HihRecordsWait *wait)
{
  HihAct **act = &w->acts[any_number (ACTS)];
  g_autoptr (GArray) some = g_array_new (FALSE, FALSE, sizeof (HihId));
  const char *none[] = { NULL };

  if (*act != NULL)
    {
      hih_records_undo_async (w->f.records, *act, NULL, hih_records_wait_cb, wait);
      hih_records_undo_finish (w->f.records, hih_records_wait (wait), NULL, NULL);
      g_clear_pointer (act, hih_act_unref);
      return;
    }
  g_array_append_vals (some, &w->people[who], PEOPLE - who);
  switch (any_number (3))
    {
    case 0:
      hih_records_group_people_async (w->f.records, some, ANY (groups), CHANCE (2), NULL, hih_records_wait_cb, wait);
      break;
    case 1:
      hih_records_prefer_people_async (w->f.records, some, HIH_PREF_TEXT_SIZE_PERCENT, 150, NULL, hih_records_wait_cb, wait);
      break;
    default:
      hih_records_keep_person_async (w->f.records, CHANCE (2) ? NULL : &w->people[who], "某某", "plum", none, NULL, NULL,
                                     hih_records_wait_cb, wait);
    }
  *act = hih_records_act_finish (w->f.records, hih_records_wait (wait), NULL);
}

static void
erase (World *w, guint who, HihRecordsWait *wait)
{
  g_autoptr (GPtrArray) traces = NULL;

  hih_records_erase_trainees_async (w->f.records, &w->people[who], 1, FALSE, NULL, hih_records_wait_cb, wait);
  traces = hih_records_erase_trainees_finish (w->f.records, hih_records_wait (wait), NULL);
}

static void
begin_class (World *w)
{
  HihClassStart start = { .lesson = ANY (lessons), .group = ANY (groups), .place = "二楼" };

  hih_id_generate (&start.session, w->f.clock);
  WRITE (&w->f, hih_records_begin_class, &start);
  w->sessions[w->n_sessions++] = start.session;
}

static void
move_clock (World *w)
{
  static const gint64 times[] = { 0, NOW_MS - DAY_MS, NOW_MS + 20 * DAY_MS, NOW_MS + 60 * DAY_MS, G_GINT64_CONSTANT (4150000000000) };

  g_object_unref (w->f.clock);
  w->f.clock = hih_virtual_clock_new (ANY (times));
}

/* The records as another computer finds them. */
static void
move_house (World *w)
{
  g_autofree char *path = fixture_path (&w->f, "records.db");

  fixture_close (&w->f);
  change_device (path);
  move_clock (w);
  fixture_reopen (&w->f);
  begin_class (w);
}

static void
agree (World *w, const HihId *id, gboolean given)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihAct) act = NULL;

  hih_records_set_consent_async (w->f.records, id, given, "notice-1", NULL, NULL, hih_records_wait_cb, &wait);
  act = hih_records_set_consent_finish (w->f.records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (act);
}

static void
keep_longer (World *w, const HihId *id)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (HihId));
  g_autoptr (HihAct) act = NULL;

  g_array_append_vals (one, id, 1);
  hih_records_keep_longer_async (w->f.records, one, NULL, hih_records_wait_cb, &wait);
  act = hih_records_act_finish (w->f.records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (act);
}

/* What chance might leave out, or take back: nothing is to be compared by being empty. */
static void
be_sure (World *w)
{
  const char *facts[] = { HIH_HOME_HOURS, "8-18", NULL };
  const HihId *id = &w->people[PEOPLE - 1], *session = &w->sessions[w->n_sessions];
  HihFilmWatched film = { .lesson = lessons[0], .content = "c0ffee", .n_steps = 2, .to_end = TRUE };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihId run, call;

  g_object_unref (w->f.clock);
  w->f.clock = hih_virtual_clock_new (NOW_MS);
  fixture_reopen (&w->f);
  begin_class (w);
  hih_id_generate (&call, w->f.clock);
  WRITE (&w->f, hih_records_rename_trainee, id, "某某");
  agree (w, id, FALSE);
  agree (w, id, TRUE);
  keep_longer (w, id);
  WRITE (&w->f, hih_records_set_home_facts, facts);
  WRITE (&w->f, hih_records_set_member, id, groups[0], FALSE);
  WRITE (&w->f, hih_records_set_member, id, groups[0], TRUE);
  WRITE (&w->f, hih_records_set_pref, id, HIH_PREF_LEFT_HAND, TRUE);
  WRITE (&w->f, hih_records_watch_film, id, &film);
  tick (w->f.records, id, lessons[0], HIH_REAL_PHONE_ALONE);
  run = start_run (w->f.records, w->f.clock, id, lessons[0], "alone");
  end_run (w->f.records, id, &run, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      run = start_run (w->f.records, w->f.clock, id, "pay-by-code", "guided");
      g_assert_true (end_step (w->f.records, id, &run, "who", 0, 3, 1, 100, NULL));
      end_run (w->f.records, id, &run, FALSE);
    }
  WRITE (&w->f, hih_records_attend, session, id, 1, TRUE, FALSE);
  WRITE (&w->f, hih_records_show_hand, session, id, TRUE);
  WRITE (&w->f, hih_records_note_hands, session, 3);
  WRITE (&w->f, hih_records_note_helpers, session, session, HIH_HELPER_STAFF, 1, 30);
  WRITE (&w->f, hih_records_end_class, session, 40);
  WRITE (&w->f, hih_records_plan_call, id, &call, "2026-11-24", HIH_DAY_PART_MORNING);
  WRITE (&w->f, hih_records_hold_call, id, &call, HIH_CALL_HELD, HIH_HELPER_STAFF);
  WRITE (&w->f, hih_records_give_service, id, HIH_SERVICE_PAID_IN_CASH, HIH_HELPER_STAFF);
  WRITE (&w->f, hih_records_give_service, NULL, HIH_SERVICE_PAID_IN_CASH, HIH_HELPER_STAFF);
  take_back (w, THE_LAST, &wait);
  g_assert_true (hih_records_void_finish (w->f.records, hih_records_wait (&wait), NULL));
}

static void
live (World *w)
{
  for (guint i = 0; i < PEOPLE; i++)
    {
      w->people[i] = add_trainee (w->f.records, "某人", i % 2 == 0 ? groups[0] : NULL);
      w->runs[i] = start_run (w->f.records, w->f.clock, &w->people[i], lessons[0], stages[1]);
      hih_id_generate (&w->calls[i], w->f.clock);
    }
  begin_class (w);
  for (guint i = 0; i < DEEDS; i++)
    {
      guint who = any_number (PEOPLE);
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

      if (i % (DEEDS / 3) == DEEDS / 3 - 1 && i < DEEDS - 1)
        move_house (w);
      else if (CHANCE (40))
        {
          fixture_close (&w->f);
          move_clock (w);
          fixture_reopen (&w->f);
        }
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (w->f.clock), any_number (3) * HOUR_MS);
      if (i == DEEDS / 2 || i == DEEDS * 3 / 4)
        {
          erase (w, i == DEEDS / 2 ? 0 : 1, &wait);
          continue;
        }
      if (i < DEEDS / 2 || CHANCE (3))
        {
          practise (w, who, &wait);
          hih_records_wait (&wait);
          continue;
        }
      switch (any_number (6))
        {
        case 0:
          take_back (w, ANY_EVENT, &wait);
          break;
        case 1:
          act_on_many (w, who, &wait);
          continue;
        case 2:
          note_person (w, who, &wait);
          break;
        case 3:
          care (w, who, &wait);
          break;
        default:
          lead_class (w, who, &wait);
        }
      hih_records_wait (&wait);
    }
}

/* Nothing is compared by being empty, nothing is left out, and the comparison can tell: a table that is touched, and no
 * other, is noticed. */
static void
assert_watched (const char *path)
{
  g_autoptr (HihStore) store = hih_store_new (path, TRUE, NULL);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (hih_store_get_db (store),
                                       "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
                                       "AND name NOT IN ('device', 'event', 'profile')", -1, &stmt, NULL),
                   ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    g_ptr_array_add (tables, g_strdup ((const char *) sqlite3_column_text (stmt, 0)));
  sqlite3_finalize (stmt);
  g_assert_cmpuint (tables->len, >=, 23);
  for (guint i = 0; i < tables->len; i++)
    {
      const char *table = tables->pdata[i];
      g_autofree char *count = g_strdup_printf ("SELECT count(*) FROM %s", table);
      g_autofree char *touch = g_strdup_printf ("DELETE FROM %s", table);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

      g_test_message ("%s", table);
      g_assert_cmpint (query_file (path, count), >, 0);
      g_assert_true (hih_store_begin (store, NULL));
      g_assert_true (hih_store_exec (store, touch, NULL));
      g_assert_true (hih_projection_compare (store, faults, NULL));
      hih_store_rollback (store);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_nonnull (strstr (faults->pdata[0], table));
    }
}

static void
test_any_order (World *w, gconstpointer data)
{
  g_autofree char *path = fixture_path (&w->f, "records.db");

  live (w);
  be_sure (w);
  assert_sound (w->f.records);
  fixture_close (&w->f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), >, DEEDS / 2);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM device"), >=, 3);
  g_assert_cmpint (query_file (path, "SELECT count(DISTINCT verb) FROM event"), ==, HIH_N_VERBS);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb = 'voided' AND trainee IS NULL"), >, 0);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb = 'trainee-erased'"), ==, 2);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile LEFT JOIN trainee USING (trainee) "
                                     "WHERE name <> '' AND coalesce(added, 0) <> 1"), ==, 0);
  assert_watched (path);
  assert_any_order (path, 3);
}

static void
set_up (World *w, gconstpointer data)
{
  fixture_set_up (&w->f, data);
}

static void
tear_down (World *w, gconstpointer data)
{
  for (guint i = 0; i < ACTS; i++)
    g_clear_pointer (&w->acts[i], hih_act_unref);
  fixture_tear_down (&w->f, data);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/records/any-order", World, NULL, set_up, test_any_order, tear_down);
  return g_test_run ();
}
