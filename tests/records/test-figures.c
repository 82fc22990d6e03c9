/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers for reports and for who puts an old copy back, compared with what was done. */
#include "config.h"

#include "hih-figures.h"
#include "hih-loss.h"
#include "records-fixture.h"

static GPtrArray *
list_steps (Fixture *f, const char *lesson, const char *group, gint64 from_ms, gint64 to_ms)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  hih_records_list_step_figures_async (f->records, lesson, group, from_ms, to_ms, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_step_figures_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return list;
}

static void
practise (Fixture *f, const HihId *who, const char *lesson, const char *stage, guint level, guint errors, gint64 ms)
{
  HihId run = start_run (f->records, f->clock, who, lesson, stage);

  g_assert_true (end_step (f->records, who, &run, "open", 0, 0, 0, 1000, NULL));
  g_assert_true (end_step (f->records, who, &run, "dial", 1, level, errors, ms, NULL));
  end_run (f->records, who, &run, FALSE);
}

/* The hardest first; being shown in Follow is no trouble; a film is no practice. */
static void
test_steps (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", "一组");
  HihId li = add_trainee (f->records, "李强", NULL);
  g_autoptr (GPtrArray) all = NULL, group = NULL, later = NULL, early = NULL, other = NULL;
  const HihStepFigures *step;

  practise (f, &wang, "make-call", "follow", 2, 0, 2000);
  practise (f, &wang, "make-call", "alone", 2, 3, 4000);
  practise (f, &wang, "answer-call", "alone", 0, 0, 500);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), DAY_MS);
  practise (f, &li, "make-call", "guided", 0, 1, 6000);
  practise (f, &li, "make-call", "watch", 3, 9, 9000);

  all = list_steps (f, "make-call", NULL, 0, 0);
  g_assert_cmpuint (all->len, ==, 2);
  step = all->pdata[0];
  g_assert_cmpstr (step->lesson, ==, "make-call");
  g_assert_cmpstr (step->step, ==, "dial");
  g_assert_cmpuint (step->step_index, ==, 1);
  g_assert_cmpuint (step->n_persons, ==, 2);
  g_assert_cmpuint (step->n_times, ==, 3);
  g_assert_cmpuint (step->n_alone, ==, 1);
  g_assert_cmpuint (step->n_shown, ==, 1);
  g_assert_cmpuint (step->n_errors, ==, 4);
  g_assert_cmpuint (step->n_helps_asked, ==, 2);
  g_assert_cmpint (step->mean_ms, ==, 4000);
  step = all->pdata[1];
  g_assert_cmpstr (step->step, ==, "open");
  g_assert_cmpuint (step->n_alone, ==, 3);

  group = list_steps (f, "make-call", "一组", 0, 0);
  g_assert_cmpuint (((HihStepFigures *) group->pdata[0])->n_persons, ==, 1);
  g_assert_cmpuint (((HihStepFigures *) group->pdata[0])->n_times, ==, 2);
  /* From its beginning to before its end, over all lessons. */
  later = list_steps (f, NULL, NULL, NOW_MS + DAY_MS, 0);
  g_assert_cmpuint (later->len, ==, 2);
  g_assert_cmpuint (((HihStepFigures *) later->pdata[0])->n_times, ==, 1);
  early = list_steps (f, NULL, NULL, 0, NOW_MS + DAY_MS);
  g_assert_cmpuint (early->len, ==, 4);
  g_assert_cmpstr (((HihStepFigures *) early->pdata[0])->lesson, ==, "answer-call");
  other = list_steps (f, "health-code", NULL, 0, 0);
  g_assert_cmpuint (other->len, ==, 0);
}

static GPtrArray *
list_attended (Fixture *f, gint64 from_ms, gint64 to_ms)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *list;

  hih_records_list_attended_async (f->records, from_ms, to_ms, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_attended_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return list;
}

static HihId
hold_class (Fixture *f, const HihId *in_time, const HihId *late, const HihId *taken_back)
{
  HihClassStart start = { .lesson = "make-call" };

  hih_id_generate (&start.session, f->clock);
  WRITE (f, hih_records_begin_class, &start);
  WRITE (f, hih_records_attend, &start.session, in_time, 1, TRUE, FALSE);
  WRITE (f, hih_records_attend, &start.session, taken_back, 1, TRUE, FALSE);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  WRITE (f, hih_records_attend, &start.session, late, 1, TRUE, TRUE);
  WRITE (f, hih_records_attend, &start.session, taken_back, 1, FALSE, FALSE);
  WRITE (f, hih_records_end_class, &start.session, 60);
  return start.session;
}

/* Who came late counts, who was ticked by mistake does not; a class counts when it began. */
static void
test_attended (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", NULL);
  HihId li = add_trainee (f->records, "李强", NULL);
  HihId zhao = add_trainee (f->records, "赵敏", NULL);
  HihId first = hold_class (f, &wang, &li, &zhao);
  HihId second;
  g_autoptr (GPtrArray) all = NULL, one = NULL, none = NULL;
  const HihAttended *attended;

  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), DAY_MS - HOUR_MS);
  second = hold_class (f, &zhao, &wang, &li);
  all = list_attended (f, 0, 0);
  g_assert_cmpuint (all->len, ==, 4);
  attended = all->pdata[0];
  g_assert_true (hih_id_equal (&attended->session, &first) && hih_id_equal (&attended->trainee, &wang));
  g_assert_false (attended->late);
  attended = all->pdata[1];
  g_assert_true (hih_id_equal (&attended->session, &first) && hih_id_equal (&attended->trainee, &li));
  g_assert_true (attended->late);
  one = list_attended (f, NOW_MS + DAY_MS, NOW_MS + DAY_MS + 1);
  g_assert_cmpuint (one->len, ==, 2);
  attended = one->pdata[0];
  g_assert_true (hih_id_equal (&attended->session, &second) && hih_id_equal (&attended->trainee, &zhao));
  none = list_attended (f, NOW_MS + 1, NOW_MS + DAY_MS);
  g_assert_cmpuint (none->len, ==, 0);
}

static HihLoss
count_since (Fixture *f, gint64 at_ms)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihLoss loss = { 99, 99, 99, 99, 99 };

  hih_records_count_since_async (f->records, at_ms, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_count_since_finish (f->records, hih_records_wait (&wait), &loss, &error));
  g_assert_no_error (error);
  return loss;
}

static void
assert_loss (Fixture *f, gint64 at_ms, const HihLoss *expected)
{
  HihLoss loss = count_since (f, at_ms);

  g_assert_cmpuint (loss.n_people, ==, expected->n_people);
  g_assert_cmpuint (loss.n_runs, ==, expected->n_runs);
  g_assert_cmpuint (loss.n_classes, ==, expected->n_classes);
  g_assert_cmpuint (loss.n_care, ==, expected->n_care);
  g_assert_cmpuint (loss.n_other, ==, expected->n_other);
}

/* What would be missing: each thing once, however many events it took, and what a later version wrote among the rest. */
static void
test_loss (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", NULL);
  HihId li, zhao, run;

  assert_loss (f, NOW_MS, &(HihLoss){ 0 });
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 1);
  li = add_trainee (f->records, "李强", NULL);
  zhao = add_trainee (f->records, "赵敏", NULL);
  assert_loss (f, NOW_MS, &(HihLoss){ .n_people = 2 });
  run = start_run (f->records, f->clock, &wang, "make-call", "alone");
  g_assert_true (end_step (f->records, &wang, &run, "open", 0, 0, 0, 1000, NULL));
  end_run (f->records, &wang, &run, TRUE);
  assert_loss (f, NOW_MS, &(HihLoss){ .n_people = 2, .n_runs = 1 });
  WRITE (f, hih_records_give_service, &wang, HIH_SERVICE_ACCOMPANIED, HIH_HELPER_VOLUNTEER);
  tick (f->records, &wang, "make-call", HIH_REAL_PHONE_ALONE);
  assert_loss (f, NOW_MS, &(HihLoss){ .n_people = 2, .n_runs = 1, .n_care = 1, .n_other = 1 });
  /* Attending three times is said one by one. */
  hold_class (f, &wang, &li, &zhao);
  assert_loss (f, NOW_MS, &(HihLoss){ .n_people = 2, .n_runs = 1, .n_classes = 1, .n_care = 1, .n_other = 5 });
  assert_loss (f, NOW_MS + DAY_MS, &(HihLoss){ 0 });
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/figures/steps", test_steps);
  ADD ("/records/figures/attended", test_attended);
  ADD ("/records/figures/loss", test_loss);
  return g_test_run ();
}
