/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Classes, calls, services, helpers' time: what is said is what is counted. */
#include "config.h"

#include "records-fixture.h"

#include "hih-figures.h"

#define PEOPLE 6

static void
advance (Fixture *f, gint64 ms)
{
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), ms);
}

static HihId
make_id (Fixture *f)
{
  HihId id;

  hih_id_generate (&id, f->clock);
  return id;
}

static HihId
begin_class (Fixture *f, const char *lesson)
{
  HihClassStart start = { .session = make_id (f), .lesson = lesson, .group = "周一上午班", .place = " 二楼  活动室 " };

  WRITE (f, hih_records_begin_class, &start);
  return start.session;
}

static HihClassSession *
get_class (Fixture *f, const HihId *session)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihClassSession *found;

  hih_records_get_class_async (f->records, session, NULL, hih_records_wait_cb, &wait);
  found = hih_records_get_class_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return found;
}

static GPtrArray *
list_attendance (Fixture *f, const HihId *session)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  GPtrArray *list;

  hih_records_list_attendance_async (f->records, session, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_attendance_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (list);
  return list;
}

static HihPeriodTotals
get_totals (Fixture *f, gint64 from_ms, gint64 to_ms)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihPeriodTotals totals;

  hih_records_get_period_totals_async (f->records, from_ms, to_ms, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_get_period_totals_finish (f->records, hih_records_wait (&wait), &totals, NULL));
  return totals;
}

static void
add_people (Fixture *f, HihId people[PEOPLE])
{
  for (guint i = 0; i < PEOPLE; i++)
    people[i] = add_trainee (f->records, "某人", "周一上午班");
}

/* A whole class, with the power cut in its middle, and everything put right afterwards. */
static void
test_whole_class (Fixture *f, gconstpointer data)
{
  HihId people[PEOPLE], session;
  g_autoptr (HihClassSession) c = NULL;
  g_autoptr (GPtrArray) there = NULL;
  HihAttendance *one;
  guint n_hands = 0, n_late = 0;

  add_people (f, people);
  g_assert_null (get_class (f, NULL));
  session = begin_class (f, "make-call");
  WRITE (f, hih_records_attend, &session, people, 4, TRUE, FALSE);
  WRITE (f, hih_records_attend, &session, &people[1], 1, FALSE, FALSE);
  WRITE (f, hih_records_attend, &session, people, 4, TRUE, FALSE);
  WRITE (f, hih_records_attend, &session, people, 4, TRUE, TRUE); /* who is here already does not become late */
  advance (f, HOUR_MS / 4);
  WRITE (f, hih_records_attend, &session, &people[4], 1, TRUE, TRUE);
  WRITE (f, hih_records_show_hand, &session, &people[0], TRUE);
  WRITE (f, hih_records_show_hand, &session, &people[1], TRUE);
  WRITE (f, hih_records_show_hand, &session, &people[1], FALSE);
  WRITE (f, hih_records_note_hands, &session, 2);
  WRITE (f, hih_records_note_helpers, &session, &session, HIH_HELPER_VOLUNTEER, 2, 45);
  WRITE (f, hih_records_note_helpers, &session, &session, HIH_HELPER_VOLUNTEER, 3, 40);
  WRITE (f, hih_records_note_helpers, &session, &session, HIH_HELPER_STAFF, 1, 45);
  WRITE (f, hih_records_tick_real_phone, &people[0], &session, "make-call", HIH_REAL_PHONE_WITH_HELP);
  fixture_reopen (f);

  c = get_class (f, NULL);
  g_assert_nonnull (c);
  g_assert_true (hih_id_equal (&c->session, &session));
  g_assert_cmpstr (c->lesson, ==, "make-call");
  g_assert_cmpstr (c->group, ==, "周一上午班");
  g_assert_cmpstr (c->place, ==, "二楼 活动室");
  g_assert_cmpint (c->led_by, ==, HIH_HELPER_STAFF);
  g_assert_false (c->ended);
  g_assert_cmpint (c->begun_at_ms, ==, NOW_MS);
  g_assert_cmpuint (c->n_here, ==, 5);
  g_assert_cmpuint (c->n_late, ==, 1);
  g_assert_cmpuint (c->n_hands, ==, 3);
  g_assert_cmpuint (c->n_other_hands, ==, 2);
  g_assert_cmpuint (c->n_helpers, ==, 4);
  g_assert_cmpuint (c->helper_minutes, ==, 3 * 40 + 45);
  there = list_attendance (f, &session);
  g_assert_cmpuint (there->len, ==, 5);
  for (guint i = 0; i < there->len; i++)
    {
      one = there->pdata[i];
      n_hands += one->hand;
      n_late += one->late;
      g_assert_cmpint (one->real_phone, ==,
                       hih_id_equal (&one->trainee, &people[0]) ? HIH_REAL_PHONE_WITH_HELP : HIH_REAL_PHONE_UNKNOWN);
    }
  g_assert_cmpuint (n_hands, ==, 1);
  g_assert_cmpuint (n_late, ==, 1);

  /* The next step: all hands are down at once. */
  WRITE (f, hih_records_lower_hands, &session);
  g_clear_pointer (&c, hih_class_session_unref);
  c = get_class (f, &session);
  g_assert_cmpuint (c->round, ==, 1);
  g_assert_cmpuint (c->n_hands, ==, 0);
  WRITE (f, hih_records_show_hand, &session, &people[2], TRUE);
  advance (f, HOUR_MS / 2);
  WRITE (f, hih_records_end_class, &session, 45);
  WRITE (f, hih_records_end_class, &session, 45); /* twice is once */
  g_assert_null (get_class (f, NULL));
  /* One was forgotten, one was marked by mistake. */
  WRITE (f, hih_records_attend, &session, &people[5], 1, TRUE, FALSE);
  g_clear_pointer (&c, hih_class_session_unref);
  c = get_class (f, &session);
  g_assert_true (c->ended);
  g_assert_cmpint (c->ended_at_ms, ==, NOW_MS + HOUR_MS * 3 / 4);
  g_assert_cmpuint (c->minutes, ==, 45);
  g_assert_cmpuint (c->n_here, ==, 6);
  g_assert_cmpuint (c->n_hands, ==, 1);
  WRITE (f, hih_records_attend, &session, people, 2, FALSE, FALSE);
  g_clear_pointer (&c, hih_class_session_unref);
  c = get_class (f, &session);
  g_assert_cmpuint (c->n_here, ==, 4);
  assert_sound (f->records);

  /* Its end taken back: it goes on. Its beginning: it never was. */
  while (c->ended)
    {
      WRITE (f, hih_records_void, &c->ended_device, c->ended_seq);
      g_clear_pointer (&c, hih_class_session_unref);
      c = get_class (f, &session);
    }
  g_assert_cmpuint (c->n_here, ==, 4);
  WRITE (f, hih_records_void, &c->begun_device, c->begun_seq);
  g_assert_null (get_class (f, &session));
  g_assert_cmpuint (get_totals (f, 0, NOW_MS * 2).n_sessions, ==, 0);
  assert_sound (f->records);
}

static HihAttendance
find_in (Fixture *f, const HihId *session, const HihId *trainee)
{
  g_autoptr (GPtrArray) list = list_attendance (f, session);

  for (guint i = 0; i < list->len; i++)
    {
      const HihAttendance *one = list->pdata[i];

      if (hih_id_equal (&one->trainee, trainee))
        return *one;
    }
  g_assert_not_reached ();
}

static void
tick_in (Fixture *f, const HihId *session, const HihId *trainee, HihRealPhone value)
{
  WRITE (f, hih_records_tick_real_phone, trainee, session, "make-call", value);
}

static guint
count_real_phone (Fixture *f, gint64 from_ms, gint64 to_ms)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) ledger = NULL;
  guint n = 0;

  hih_records_list_ledger_async (f->records, from_ms, to_ms, NULL, hih_records_wait_cb, &wait);
  ledger = hih_records_list_ledger_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (ledger);
  for (guint i = 0; i < ledger->len; i++)
    n = MAX (n, ((const HihLedgerLine *) ledger->pdata[i])->n_real_phone);
  return n;
}

/* Each class has its own ticks: it begins with none, and what it takes back is nothing of an earlier class, nor of that
 * class's month. */
static void
test_own_ticks (Fixture *f, gconstpointer data)
{
  const gint64 month_ms = 30 * 24 * HOUR_MS;
  HihId who = add_trainee (f->records, "罗宝海", "周一上午班"), other = add_trainee (f->records, "某人", "周一上午班");
  HihId first = begin_class (f, "make-call"), second;
  HihAttendance at;

  WRITE (f, hih_records_attend, &first, &who, 1, TRUE, FALSE);
  tick_in (f, &first, &who, HIH_REAL_PHONE_ALONE);
  at = find_in (f, &first, &who);
  g_assert_cmpint (at.real_phone, ==, HIH_REAL_PHONE_ALONE);
  g_assert_cmpint (at.elsewhere, ==, HIH_REAL_PHONE_UNKNOWN);
  WRITE (f, hih_records_end_class, &first, 45);
  g_assert_cmpuint (count_real_phone (f, NOW_MS, NOW_MS + month_ms), ==, 1);

  advance (f, month_ms);
  second = begin_class (f, "make-call");
  WRITE (f, hih_records_attend, &second, &who, 1, TRUE, FALSE);
  WRITE (f, hih_records_attend, &second, &other, 1, TRUE, FALSE);
  at = find_in (f, &second, &who);
  g_assert_cmpint (at.real_phone, ==, HIH_REAL_PHONE_UNKNOWN);
  g_assert_cmpint (at.elsewhere, ==, HIH_REAL_PHONE_ALONE);
  g_assert_cmpint (at.elsewhere_at_ms, ==, NOW_MS);
  g_assert_cmpint (find_in (f, &second, &other).elsewhere, ==, HIH_REAL_PHONE_UNKNOWN);

  tick_in (f, &second, &who, HIH_REAL_PHONE_WITH_HELP);
  tick_in (f, &second, &who, HIH_REAL_PHONE_ALONE);
  fixture_reopen (f); /* the power was cut: it goes on with its own */
  at = find_in (f, &second, &who);
  g_assert_cmpint (at.real_phone, ==, HIH_REAL_PHONE_ALONE);
  g_assert_cmpint (at.real_phone_at_ms, ==, NOW_MS + month_ms);
  /* Ticked again, the month before still has it. */
  g_assert_cmpuint (count_real_phone (f, NOW_MS, NOW_MS + month_ms), ==, 1);
  g_assert_cmpuint (count_real_phone (f, NOW_MS + month_ms, NOW_MS + 2 * month_ms), ==, 1);
  g_assert_cmpint (find_in (f, &first, &who).real_phone, ==, HIH_REAL_PHONE_ALONE);

  for (guint i = 0; i < 2; i++)
    {
      at = find_in (f, &second, &who);
      WRITE (f, hih_records_void, &at.real_phone_device, at.real_phone_seq);
    }
  at = find_in (f, &second, &who);
  g_assert_cmpint (at.real_phone, ==, HIH_REAL_PHONE_UNKNOWN);
  g_assert_cmpint (at.elsewhere, ==, HIH_REAL_PHONE_ALONE);
  g_assert_cmpint (find_in (f, &first, &who).real_phone, ==, HIH_REAL_PHONE_ALONE);
  g_assert_cmpuint (count_real_phone (f, NOW_MS, NOW_MS + month_ms), ==, 1);
  g_assert_cmpuint (count_real_phone (f, NOW_MS + month_ms, NOW_MS + 2 * month_ms), ==, 0);
  /* Within one month the last word counts. */
  tick_in (f, &second, &who, HIH_REAL_PHONE_ALONE);
  tick_in (f, &second, &who, HIH_REAL_PHONE_NOT_YET);
  g_assert_cmpuint (count_real_phone (f, NOW_MS + month_ms, NOW_MS + 2 * month_ms), ==, 0);
  /* A tick beside any class is none of a class. */
  tick (f->records, &other, "make-call", HIH_REAL_PHONE_ALONE);
  at = find_in (f, &second, &other);
  g_assert_cmpint (at.real_phone, ==, HIH_REAL_PHONE_UNKNOWN);
  g_assert_cmpint (at.elsewhere, ==, HIH_REAL_PHONE_ALONE);
  assert_sound (f->records);
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  HihId person = add_trainee (f->records, "王芳", NULL), other = add_trainee (f->records, "李强", NULL);
  HihId none = make_id (f), call = make_id (f);
  HihId session = begin_class (f, "make-call");
  HihClassStart start = { .session = session, .lesson = "make-call" };

  REFUSED (f, hih_records_begin_class, &start); /* began before */
  start.session = make_id (f);
  start.lesson = "Make Call";
  REFUSED (f, hih_records_begin_class, &start);
  start.lesson = NULL;
  REFUSED (f, hih_records_begin_class, &start);
  start.lesson = "make-call";
  start.place = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一";
  REFUSED (f, hih_records_begin_class, &start);
  start.place = NULL;
  start.led_by = HIH_HELPER_NOBODY;
  REFUSED (f, hih_records_begin_class, &start);
  REFUSED (f, hih_records_attend, &none, &person, 1, TRUE, FALSE);
  REFUSED (f, hih_records_attend, &session, &none, 1, TRUE, FALSE);
  REFUSED (f, hih_records_show_hand, &none, &person, TRUE);
  REFUSED (f, hih_records_tick_real_phone, &person, &none, "make-call", HIH_REAL_PHONE_ALONE);
  REFUSED (f, hih_records_note_hands, &session, 1001);
  REFUSED (f, hih_records_lower_hands, &none);
  REFUSED (f, hih_records_end_class, &none, 10);
  REFUSED (f, hih_records_end_class, &session, 1441);
  REFUSED (f, hih_records_note_helpers, &session, &none, HIH_HELPER_STAFF, 1, 1);
  REFUSED (f, hih_records_note_helpers, &none, NULL, HIH_HELPER_NOBODY, 1, 1);
  REFUSED (f, hih_records_note_helpers, &none, NULL, HIH_HELPER_STAFF, 101, 1);
  REFUSED (f, hih_records_plan_call, &person, &call, "2026-02-30", HIH_DAY_PART_MORNING);
  REFUSED (f, hih_records_plan_call, &person, &call, "2026-2-3", HIH_DAY_PART_MORNING);
  REFUSED (f, hih_records_plan_call, &person, &call, NULL, HIH_DAY_PART_MORNING);
  REFUSED (f, hih_records_hold_call, &person, &call, HIH_CALL_PLANNED, HIH_HELPER_STAFF);
  WRITE (f, hih_records_plan_call, &person, &call, "2026-11-25", HIH_DAY_PART_MORNING);
  REFUSED (f, hih_records_plan_call, &other, &call, "2026-11-25", HIH_DAY_PART_MORNING);
  REFUSED (f, hih_records_hold_call, &other, &call, HIH_CALL_HELD, HIH_HELPER_STAFF);
  REFUSED (f, hih_records_give_service, &none, HIH_SERVICE_PLACED_CALL, HIH_HELPER_STAFF);
  assert_sound (f->records);
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 4);
}

static GPtrArray *
list_calls (Fixture *f, const HihId *trainee, gint64 from_ms, gint64 to_ms)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  GPtrArray *list;

  hih_records_list_calls_async (f->records, trainee, from_ms, to_ms, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_calls_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (list);
  return list;
}

static void
test_calls (Fixture *f, gconstpointer data)
{
  HihId a = add_trainee (f->records, "王芳", NULL), b = add_trainee (f->records, "李强", NULL);
  HihId first = make_id (f), second = make_id (f), third = make_id (f);
  gint64 from = NOW_MS - DAY_MS, to = NOW_MS + 3 * DAY_MS;
  g_autoptr (GPtrArray) list = NULL;
  HihFamilyCall *call;
  HihPeriodTotals totals;

  WRITE (f, hih_records_plan_call, &a, &first, "2026-11-24", HIH_DAY_PART_EVENING);
  WRITE (f, hih_records_plan_call, &b, &second, "2026-11-24", HIH_DAY_PART_MORNING);
  WRITE (f, hih_records_plan_call, &b, &second, "2026-11-24", HIH_DAY_PART_AFTERNOON);
  WRITE (f, hih_records_plan_call, &b, &third, "2026-12-24", HIH_DAY_PART_MORNING);
  list = list_calls (f, NULL, from, to);
  g_assert_cmpuint (list->len, ==, 2);
  call = list->pdata[0];
  g_assert_true (hih_id_equal (&call->call, &second));
  g_assert_cmpint (call->part, ==, HIH_DAY_PART_AFTERNOON);
  g_assert_cmpint (call->outcome, ==, HIH_CALL_PLANNED);
  g_assert_cmpint (call->helped_by, ==, HIH_HELPER_NOBODY);
  WRITE (f, hih_records_void, &call->planned_device, call->planned_seq); /* the later word taken back */
  g_clear_pointer (&list, g_ptr_array_unref);
  list = list_calls (f, &b, from, to);
  g_assert_cmpuint (list->len, ==, 1);
  call = list->pdata[0];
  g_assert_cmpint (call->part, ==, HIH_DAY_PART_MORNING);
  totals = get_totals (f, from, to);
  g_assert_cmpuint (totals.calls[HIH_CALL_PLANNED], ==, 2);

  WRITE (f, hih_records_hold_call, &a, &first, HIH_CALL_NOT_REACHED, HIH_HELPER_STAFF);
  WRITE (f, hih_records_hold_call, &a, &first, HIH_CALL_HELD, HIH_HELPER_VOLUNTEER);
  WRITE (f, hih_records_hold_call, &b, &third, HIH_CALL_NOT_REACHED, HIH_HELPER_STAFF); /* tried before its day */
  third = make_id (f);
  WRITE (f, hih_records_hold_call, &a, &third, HIH_CALL_HELD, HIH_HELPER_NOBODY); /* never planned */
  totals = get_totals (f, from, to);
  g_assert_cmpuint (totals.calls[HIH_CALL_HELD], ==, 2);
  g_assert_cmpuint (totals.calls[HIH_CALL_NOT_REACHED], ==, 1);
  g_assert_cmpuint (totals.calls[HIH_CALL_PLANNED], ==, 1);
  g_assert_cmpuint (totals.calls_helped[HIH_HELPER_VOLUNTEER], ==, 1);
  g_assert_cmpuint (totals.calls_helped[HIH_HELPER_NOBODY], ==, 1);
  g_assert_cmpuint (totals.calls_helped[HIH_HELPER_STAFF], ==, 0);
  g_assert_cmpuint (totals.n_call_persons, ==, 1);
  g_clear_pointer (&list, g_ptr_array_unref);
  list = list_calls (f, NULL, from, to);
  g_assert_cmpuint (list->len, ==, 4);
  assert_sound (f->records);
}

/* What was noted the day after stands under the day on which it was, and in that day's totals. */
#define hih_records_hold_call_at_finish hih_records_hold_call_finish
#define hih_records_give_service_at_finish hih_records_give_service_finish
#define hih_records_note_helpers_at_finish hih_records_note_helpers_finish

static void
test_earlier (Fixture *f, gconstpointer data)
{
  gint64 yesterday = NOW_MS - DAY_MS, noon = yesterday + 2 * HOUR_MS;
  HihId person = add_trainee (f->records, "王芳", NULL), call = make_id (f), entry = make_id (f);
  g_autoptr (GPtrArray) list = NULL;
  HihPeriodTotals totals;

  WRITE (f, hih_records_hold_call_at, &person, &call, HIH_CALL_HELD, HIH_HELPER_FAMILY, noon);
  WRITE (f, hih_records_give_service_at, &person, HIH_SERVICE_PAID_IN_CASH, HIH_HELPER_STAFF, noon);
  WRITE (f, hih_records_note_helpers_at, &entry, NULL, HIH_HELPER_VOLUNTEER, 2, 30, noon);
  totals = get_totals (f, yesterday, NOW_MS);
  g_assert_cmpuint (totals.calls[HIH_CALL_HELD], ==, 1);
  g_assert_cmpuint (totals.calls_helped[HIH_HELPER_FAMILY], ==, 1);
  g_assert_cmpuint (totals.n_services, ==, 1);
  g_assert_cmpuint (totals.helper_minutes, ==, 60);
  totals = get_totals (f, NOW_MS, NOW_MS + DAY_MS);
  g_assert_cmpuint (totals.calls[HIH_CALL_HELD] + totals.n_services + totals.helper_minutes, ==, 0);
  list = list_calls (f, NULL, yesterday, NOW_MS);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpint (((HihFamilyCall *) list->pdata[0])->held_at_ms, ==, noon);
  /* Not of what is yet to come, and not of a time that cannot be. */
  REFUSED (f, hih_records_hold_call_at, &person, &call, HIH_CALL_HELD, HIH_HELPER_STAFF, NOW_MS + DAY_MS);
  REFUSED (f, hih_records_give_service_at, NULL, HIH_SERVICE_PAID_IN_CASH, HIH_HELPER_STAFF, G_GINT64_CONSTANT (1000));
  REFUSED (f, hih_records_note_helpers_at, &entry, NULL, HIH_HELPER_STAFF, 1, 30, NOW_MS + DAY_MS);
  assert_sound (f->records);
}

static void
test_services_and_totals (Fixture *f, gconstpointer data)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihId people[PEOPLE], session, entry = make_id (f);
  g_autoptr (GPtrArray) list = NULL;
  HihServiceGiven *given;
  HihPeriodTotals totals;

  add_people (f, people);
  session = begin_class (f, "make-call");
  WRITE (f, hih_records_attend, &session, people, 3, TRUE, FALSE);
  WRITE (f, hih_records_note_helpers, &session, &session, HIH_HELPER_STAFF, 2, 30);
  WRITE (f, hih_records_end_class, &session, 40);
  advance (f, DAY_MS);
  session = begin_class (f, "answer-call");
  WRITE (f, hih_records_attend, &session, &people[2], 2, TRUE, FALSE);
  WRITE (f, hih_records_note_helpers, &entry, NULL, HIH_HELPER_TRAINEE, 1, 20);
  WRITE (f, hih_records_give_service, NULL, HIH_SERVICE_PAID_IN_CASH, HIH_HELPER_STAFF);
  advance (f, 1000);
  WRITE (f, hih_records_give_service, &people[0], HIH_SERVICE_PLACED_CALL, HIH_HELPER_VOLUNTEER);
  WRITE (f, hih_records_give_service, &people[0], HIH_SERVICE_PLACED_CALL, HIH_HELPER_VOLUNTEER);

  totals = get_totals (f, NOW_MS, NOW_MS + 2 * DAY_MS);
  g_assert_cmpuint (totals.n_sessions, ==, 2);
  g_assert_cmpuint (totals.n_open, ==, 1);
  g_assert_cmpuint (totals.session_minutes, ==, 40);
  g_assert_cmpuint (totals.n_person_times, ==, 5);
  g_assert_cmpuint (totals.n_persons, ==, 4);
  g_assert_cmpuint (totals.helper_minutes, ==, 80);
  g_assert_cmpuint (totals.n_services, ==, 3);
  g_assert_cmpuint (totals.services[HIH_SERVICE_PLACED_CALL], ==, 2);
  totals = get_totals (f, NOW_MS, NOW_MS + DAY_MS);
  g_assert_cmpuint (totals.n_sessions, ==, 1);
  g_assert_cmpuint (totals.n_person_times, ==, 3);
  g_assert_cmpuint (totals.helper_minutes, ==, 60);
  g_assert_cmpuint (totals.n_services, ==, 0);

  hih_records_list_services_async (f->records, NULL, 0, 0, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_services_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_cmpuint (list->len, ==, 3);
  given = list->pdata[2];
  g_assert_false (given->has_trainee);
  g_assert_cmpint (given->service, ==, HIH_SERVICE_PAID_IN_CASH);
  WRITE (f, hih_records_void, &given->device, given->seq);
  given = list->pdata[0];
  g_assert_true (given->has_trainee && hih_id_equal (&given->trainee, &people[0]));
  WRITE (f, hih_records_void, &given->device, given->seq);
  totals = get_totals (f, NOW_MS, NOW_MS + 2 * DAY_MS);
  g_assert_cmpuint (totals.n_services, ==, 1);
  g_assert_cmpuint (totals.services[HIH_SERVICE_PAID_IN_CASH], ==, 0);
  assert_sound (f->records);
}

/* All that is a person's leaves with them: every row has their id in it. What is counted of a class stays. */
static void
test_erased_person (Fixture *f, gconstpointer data)
{
  static const char *const tables[] = { "attendance", "hand", "family_call_plan", "family_call", "offline_service" };
  g_autofree char *path = fixture_path (f, "records.db");
  HihId people[PEOPLE], session, call = make_id (f);
  g_autoptr (HihClassSession) c = NULL;
  g_autoptr (GString) who = g_string_new (NULL);
  HihPeriodTotals totals;

  add_people (f, people);
  for (guint i = 0; i < sizeof people[0].bytes; i++)
    g_string_append_printf (who, "%02x", people[0].bytes[i]);
  session = begin_class (f, "make-call");
  WRITE (f, hih_records_attend, &session, people, PEOPLE, TRUE, FALSE);
  WRITE (f, hih_records_show_hand, &session, &people[0], TRUE);
  WRITE (f, hih_records_plan_call, &people[0], &call, "2026-11-25", HIH_DAY_PART_MORNING);
  WRITE (f, hih_records_hold_call, &people[0], &call, HIH_CALL_HELD, HIH_HELPER_STAFF);
  WRITE (f, hih_records_give_service, &people[0], HIH_SERVICE_ACCOMPANIED, HIH_HELPER_STAFF);
  WRITE (f, hih_records_end_class, &session, 40);
  fixture_close (f);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s WHERE trainee = X'%s'", tables[i], who->str);
      g_autofree char *erase = g_strdup_printf ("DELETE FROM %s WHERE trainee = X'%s'", tables[i], who->str);

      g_assert_cmpint (query_file (path, sql), ==, 1);
      execute_file (path, erase);
    }
  /* Nor does any event without a trainee name one. */
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event JOIN trainee ON event.trainee IS NULL AND "
                                     "instr(event.body, substr(lower(hex(trainee.trainee)), 21))"),
                   ==, 0);
  fixture_reopen (f);
  c = get_class (f, &session);
  g_assert_cmpuint (c->n_here, ==, PEOPLE);
  totals = get_totals (f, NOW_MS - 1, NOW_MS + 1);
  g_assert_cmpuint (totals.n_person_times, ==, PEOPLE);
  g_assert_cmpuint (totals.n_persons, ==, PEOPLE - 1);
}

/* Words that stand in people's files. */
static void
test_frozen_words (void)
{
  static const char *const services[] = { "placed-call", "accompanied", "registered-at-clinic", "fetched-medicine",
                                          "health-code-on-paper", "paid-in-cash", "paid-bill", "booked-car",
                                          "bought-ticket", "ordered-meal", "applied-for-allowance",
                                          "checked-qualification", "looked-up-pension", "checked-for-fraud", "other" };
  static const char *const helpers[] = { "staff", "volunteer", "family", "trainee", "nobody" };
  static const char *const outcomes[] = { "planned", "held", "not-reached", "put-off" };
  static const char *const parts[] = { "morning", "afternoon", "evening" };

  g_assert_cmpuint (G_N_ELEMENTS (services), ==, HIH_N_SERVICES);
  for (guint i = 0; i < HIH_N_SERVICES; i++)
    g_assert_cmpstr (hih_service_to_string (i), ==, services[i]);
  for (guint i = 0; i < HIH_N_HELPERS; i++)
    g_assert_cmpstr (hih_helper_to_string (i), ==, helpers[i]);
  for (guint i = 0; i < HIH_N_CALL_OUTCOMES; i++)
    g_assert_cmpstr (hih_call_outcome_to_string (i), ==, outcomes[i]);
  for (guint i = 0; i < HIH_N_DAY_PARTS; i++)
    g_assert_cmpstr (hih_day_part_to_string (i), ==, parts[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/classes/whole-class", test_whole_class);
  ADD ("/records/classes/refusals", test_refusals);
  ADD ("/records/classes/calls", test_calls);
  ADD ("/records/classes/earlier", test_earlier);
  ADD ("/records/classes/services-and-totals", test_services_and_totals);
  ADD ("/records/classes/own-ticks", test_own_ticks);
  ADD ("/records/classes/erased-person", test_erased_person);
  g_test_add_func ("/records/classes/frozen-words", test_frozen_words);
  return g_test_run ();
}
