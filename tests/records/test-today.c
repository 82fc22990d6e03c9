/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk tells of today, compared with what was done. */
#include "config.h"

#include "hih-classes.h"
#include "hih-today.h"
#include "records-fixture.h"

static HihToday *
get_today (Fixture *f, gint64 since_ms)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihToday *today;

  hih_records_get_today_async (f->records, since_ms, NULL, hih_records_wait_cb, &wait);
  today = hih_records_get_today_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return today;
}

static void
do_alone (Fixture *f, const HihId *trainee, const char *lesson, gboolean able)
{
  HihId run = start_run (f->records, f->clock, trainee, lesson, "alone");

  end_run (f->records, trainee, &run, able);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_autoptr (HihToday) today = get_today (f, NOW_MS);

  g_assert_cmpuint (today->n_trainees, ==, 0);
  g_assert_cmpuint (today->here->len, ==, 0);
  g_assert_cmpuint (today->due->len, ==, 0);
  g_assert_cmpint (today->backup_at_ms, ==, 0);
}

static void
assert_person (GPtrArray *people, guint i, const HihId *id, const char *name, const char *lessons)
{
  const HihTodayPerson *person = g_ptr_array_index (people, i);
  g_autoptr (GPtrArray) ids = g_ptr_array_copy (person->lessons, NULL, NULL);
  g_autofree char *joined = NULL;

  g_ptr_array_set_free_func (ids, NULL);
  g_ptr_array_add (ids, NULL);
  joined = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_true (hih_id_equal (&person->trainee->id, id));
  g_assert_cmpstr (person->trainee->name, ==, name);
  g_assert_cmpstr (joined, ==, lessons);
}

/* Eight days ago two learned something; today one of them came, and one who had never been here. */
static void
test_day (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", NULL);
  HihId li = add_trainee (f->records, "李强", NULL);
  HihId zhao = add_trainee (f->records, "赵敏", NULL);
  g_autoptr (HihToday) before = NULL;
  g_autoptr (HihToday) today = NULL;
  gint64 now_ms;

  do_alone (f, &wang, "make-call", TRUE);
  do_alone (f, &wang, "video-call", TRUE);
  do_alone (f, &li, "make-call", TRUE);
  before = get_today (f, NOW_MS);
  g_assert_cmpuint (before->here->len, ==, 2);
  g_assert_cmpuint (before->due->len, ==, 0);

  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 8 * DAY_MS);
  now_ms = NOW_MS + 8 * DAY_MS;
  do_alone (f, &zhao, "make-call", FALSE);
  do_alone (f, &zhao, "health-code", TRUE);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  do_alone (f, &wang, "make-call", TRUE); /* again: it was due, and is nothing new */
  today = get_today (f, now_ms);
  g_assert_cmpuint (today->n_trainees, ==, 3);
  g_assert_cmpuint (today->n_unasked, ==, 3);
  g_assert_cmpuint (today->here->len, ==, 2);
  assert_person (today->here, 0, &wang, "王芳", "");
  assert_person (today->here, 1, &zhao, "赵敏", "health-code");
  g_assert_cmpuint (today->due->len, ==, 2);
  assert_person (today->due, hih_id_equal (&((HihTodayPerson *) today->due->pdata[0])->trainee->id, &wang) ? 0 : 1, &wang,
                 "王芳", "video-call");
  assert_person (today->due, hih_id_equal (&((HihTodayPerson *) today->due->pdata[0])->trainee->id, &li) ? 0 : 1, &li,
                 "李强", "make-call");
}

/* Who sits in a class of today is here as well as who practised, each once; who is not in it any more is not. */
static void
test_class (Fixture *f, gconstpointer data)
{
  HihClassStart start = { .lesson = "make-call", .group = "", .place = "" };
  HihId people[3];
  g_autoptr (HihToday) today = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    people[i] = add_trainee (f->records, "王芳", NULL);
  hih_id_generate (&start.session, f->clock);
  WRITE (f, hih_records_begin_class, &start);
  WRITE (f, hih_records_attend, &start.session, people, 3, TRUE, FALSE);
  WRITE (f, hih_records_attend, &start.session, &people[2], 1, FALSE, FALSE);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  do_alone (f, &people[1], "make-call", FALSE);
  today = get_today (f, NOW_MS);
  g_assert_cmpuint (today->here->len, ==, 2);
  assert_person (today->here, 0, &people[1], "王芳", "");
  assert_person (today->here, 1, &people[0], "王芳", "");
  hih_today_unref (today);
  today = get_today (f, NOW_MS + HOUR_MS);
  g_assert_cmpuint (today->here->len, ==, 1);
}

/* What was not done alone any more in its re-check is due too, in every answer alike; who is stuck there is told as such. */
static void
test_slipped (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", NULL);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (HihToday) today = NULL;
  const HihRecheck *recheck;

  do_alone (f, &wang, "make-call", TRUE);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 8 * DAY_MS);
  do_alone (f, &wang, "make-call", FALSE);
  today = get_today (f, NOW_MS + 8 * DAY_MS);
  list = list_rechecks (f->records, NULL);
  g_assert_cmpuint (today->due->len, ==, 1);
  g_assert_cmpuint (list->len, ==, 1);
  recheck = g_ptr_array_index (list, 0);
  g_assert_cmpuint (recheck->days, ==, 7);
  g_assert_cmpint (recheck->due_at_ms, >=, NOW_MS + 8 * DAY_MS);
  g_assert_false (recheck->stuck);
}

static void
test_backup (Fixture *f, gconstpointer data)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihToday) today = NULL;
  g_autofree char *path = NULL;

  hih_records_backup_async (f->records, NULL, NULL, hih_records_wait_cb, &wait);
  path = hih_records_backup_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (path);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 3 * DAY_MS);
  today = get_today (f, NOW_MS + 3 * DAY_MS);
  g_assert_cmpint (today->backup_at_ms, ==, NOW_MS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/today/empty", test_empty);
  ADD ("/records/today/day", test_day);
  ADD ("/records/today/class", test_class);
  ADD ("/records/today/slipped", test_slipped);
  ADD ("/records/today/backup", test_backup);
  return g_test_run ();
}
