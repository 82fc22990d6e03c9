/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs, resuming, able alone, re-checks, the real phone, voiding. */
#include "config.h"

#include "records-fixture.h"

static void
advance (Fixture *f, gint64 ms)
{
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), ms);
}

static void
test_guest (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autoptr (GError) error = NULL;
  HihId run = start_run (f->records, f->clock, NULL, "make-call", "follow");

  g_assert_true (end_step (f->records, NULL, &run, "open-chat", 0, 2, 1, 5000, &error));
  end_run (f->records, NULL, &run, TRUE);
  tick (f->records, NULL, "make-call", HIH_REAL_PHONE_ALONE);
  g_assert_null (get_unfinished (f->records, NULL, NULL));
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 0);
}

/* What became of a trap stands in the log under frozen names, and only for traps; the projection says the same. */
static void
assert_trap_kept (Fixture *f)
{
  g_autofree char *path = fixture_path (f, "records.db");

  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb = 'step-ended' AND json_extract(body, '$.kind') = "
                                     "'no-answer' AND json_extract(body, '$.recovered') AND json_extract(body, '$.slip')"),
                   ==, 1);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE body LIKE '%\"slip\"%'"), ==, 1);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM step_result WHERE step = 'no-answer' AND trap AND recovered AND "
                                     "slipped AND trap_kind = 'no-answer'"),
                   ==, 1);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM step_result WHERE recovered OR slipped"), ==, 1);
}

static void
test_resume (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId old = start_run (f->records, f->clock, &id, "answer-call", "follow");
  HihId run = start_run (f->records, f->clock, &id, "make-call", "guided");
  g_autoptr (GError) error = NULL;
  g_autoptr (HihUnfinishedRun) unfinished = NULL;
  g_autoptr (HihUnfinishedRun) other = NULL;

  g_assert_true (end_step (f->records, &id, &run, "open-chat", 0, 1, 1, 4000, &error));
  g_assert_true (end_step (f->records, &id, &run, "who", 1, 3, 2, 6000, &error));
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
    HihStepEnd trap = { .run = run, .step = "no-answer", .step_index = 7, .trap = TRUE, .trap_kind = "no-answer", .recovered = TRUE,
                        .slipped = TRUE, .level = 0 };

    hih_records_end_step_async (f->records, &id, &trap, NULL, hih_records_wait_cb, &wait);
    g_assert_true (hih_records_end_step_finish (f->records, hih_records_wait (&wait), &error));
  }
  assert_trap_kept (f);
  advance (f, 21 * HOUR_MS);
  fixture_reopen (f);

  unfinished = get_unfinished (f->records, &id, NULL);
  g_assert_nonnull (unfinished);
  g_assert_true (hih_id_equal (&unfinished->run, &run));
  g_assert_cmpstr (unfinished->lesson, ==, "make-call");
  g_assert_cmpstr (unfinished->content, ==, "c0ffee");
  g_assert_cmpstr (unfinished->stage, ==, "guided");
  g_assert_cmpstr (unfinished->layout, ==, "b");
  g_assert_cmpuint (unfinished->round, ==, 1);
  g_assert_cmpuint (unfinished->seed, ==, 4000000000u);
  g_assert_cmpuint (unfinished->next_step_index, ==, 2);
  g_assert_cmpuint (unfinished->errors, ==, 3);
  g_assert_cmpuint (unfinished->max_level, ==, 3);
  g_assert_cmpint (unfinished->duration_ms, ==, 10000);
  g_assert_cmpint (unfinished->at_ms, ==, NOW_MS);
  g_assert_cmpstr (unfinished->traps_done[0], ==, "no-answer");
  g_assert_null (unfinished->traps_done[1]);

  other = get_unfinished (f->records, &id, "answer-call");
  g_assert_true (hih_id_equal (&other->run, &old));

  /* A finished run is not offered again, nor is one that a later run of its lesson replaced. */
  end_run (f->records, &id, &run, FALSE);
  g_assert_null (get_unfinished (f->records, &id, "make-call"));
  old = start_run (f->records, f->clock, &id, "answer-call", "follow");
  end_run (f->records, &id, &old, FALSE);
  g_assert_null (get_unfinished (f->records, &id, NULL));
  assert_sound (f->records);
}

static void
test_refusals (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId other = add_trainee (f->records, "李强", NULL);
  HihId run = start_run (f->records, f->clock, &id, "make-call", "alone");
  HihId none = { { 9 } };
  g_autoptr (GError) error = NULL;

  g_assert_false (end_step (f->records, &id, &none, "who", 0, 0, 0, 1, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (end_step (f->records, &other, &run, "who", 0, 0, 0, 1, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (end_step (f->records, &id, &run, "who", 0, 5, 0, 1, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (end_step (f->records, &id, &run, "Who'; DROP TABLE event;", 0, 0, 0, 1, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  end_run (f->records, &id, &run, TRUE);
  end_run (f->records, &id, &run, TRUE); /* twice is once */
  g_assert_false (end_step (f->records, &id, &run, "who", 0, 0, 0, 1, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  assert_sound (f->records);
}

static void
test_able_alone_and_slip (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihFilmWatched film = { "make-call", "c0ffee", 90000, 6, TRUE };
  HihId run;
  g_autoptr (HihLessonProgress) p = NULL;

  g_assert_null (get_progress (f->records, &id, "make-call"));
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_watch_film_async (f->records, &id, &film, NULL, hih_records_wait_cb, &wait);
    g_assert_true (hih_records_watch_film_finish (f->records, hih_records_wait (&wait), NULL));
  }
  p = get_progress (f->records, &id, "make-call");
  g_assert_cmpuint (p->stages_done, ==, HIH_STAGE_DONE_WATCH);
  g_assert_cmpuint (p->completion, ==, HIH_COMPLETION_LEARNING);
  g_assert_cmpstr (p->last_stage, ==, "");
  g_assert_cmpint (p->last_at_ms, ==, NOW_MS);
  g_assert_cmpint (hih_lesson_progress_get_standing (p, FALSE), ==, HIH_STANDING_WATCHED);

  run = start_run (f->records, f->clock, &id, "make-call", "guided");
  end_run (f->records, &id, &run, FALSE);
  g_clear_pointer (&p, hih_lesson_progress_unref);
  p = get_progress (f->records, &id, "make-call");
  g_assert_cmpuint (p->stages_done, ==, HIH_STAGE_DONE_WATCH | HIH_STAGE_DONE_GUIDED);
  g_assert_cmpuint (p->completion, ==, HIH_COMPLETION_WITH_HELP);
  g_assert_cmpint (p->able_at_ms, ==, 0);

  advance (f, HOUR_MS);
  run = start_run (f->records, f->clock, &id, "make-call", "alone");
  end_run (f->records, &id, &run, TRUE);
  g_clear_pointer (&p, hih_lesson_progress_unref);
  p = get_progress (f->records, &id, "make-call");
  g_assert_cmpuint (p->completion, ==, HIH_COMPLETION_ABLE_ALONE);
  g_assert_cmpint (p->able_at_ms, ==, NOW_MS + HOUR_MS);
  g_assert_false (p->slipped);
  g_assert_cmpuint (p->n_runs, ==, 2);
  g_assert_true (hih_id_equal (&p->last_run, &run));

  advance (f, 8 * DAY_MS);
  run = start_run (f->records, f->clock, &id, "make-call", "alone");
  end_run (f->records, &id, &run, FALSE);
  g_clear_pointer (&p, hih_lesson_progress_unref);
  p = get_progress (f->records, &id, "make-call");
  g_assert_true (p->slipped);
  g_assert_cmpuint (p->completion, ==, HIH_COMPLETION_ABLE_ALONE);
  g_assert_cmpint (p->able_at_ms, ==, NOW_MS + HOUR_MS);
  assert_sound (f->records);
}

static guint
watch (Fixture *f, const HihId *id, const char *content, guint n_steps)
{
  g_auto (HihRecordsWait) kept = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) listed = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) films = NULL;
  HihFilmWatched film = { "make-call", content, 1000, n_steps, FALSE };

  hih_records_watch_film_async (f->records, id, &film, NULL, hih_records_wait_cb, &kept);
  g_assert_true (hih_records_watch_film_finish (f->records, hih_records_wait (&kept), NULL));
  hih_records_list_film_steps_async (f->records, id, NULL, hih_records_wait_cb, &listed);
  films = hih_records_list_film_steps_finish (f->records, hih_records_wait (&listed), NULL);
  g_assert_nonnull (films);
  g_assert_cmpuint (hih_film_steps_find (films, "make-call", "elsewhere"), ==, 0);
  g_assert_cmpuint (hih_film_steps_find (films, "health-code", content), ==, 0);
  return hih_film_steps_find (films, "make-call", content);
}

/* Watching goes on where it got to; looking back at the beginning takes nothing away, a changed lesson begins anew. */
static void
test_film_steps (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId other = add_trainee (f->records, "李强", NULL);

  g_assert_cmpuint (watch (f, &id, "c0ffee", 0), ==, 0);
  g_assert_cmpuint (watch (f, &id, "c0ffee", 3), ==, 3);
  g_assert_cmpuint (watch (f, &id, "c0ffee", 1), ==, 3);
  g_assert_cmpuint (watch (f, &id, "cafe", 2), ==, 2);
  g_assert_cmpuint (watch (f, &id, "c0ffee", 4), ==, 4);
  g_assert_cmpuint (watch (f, &other, "c0ffee", 1), ==, 1);
  assert_sound (f->records);
}

/* What the trainee is told follows the stages that are finished, not only those done alone. */
static void
test_standing (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *stage;
    gboolean able;
    gint64 later_ms;
    HihStanding standing;
  } ways[] = {
    { "follow", FALSE, HOUR_MS, HIH_STANDING_FOLLOWED },
    { "guided", FALSE, HOUR_MS, HIH_STANDING_TRIED },
    { "follow", FALSE, HOUR_MS, HIH_STANDING_TRIED },
    { "alone", FALSE, HOUR_MS, HIH_STANDING_HELPED },
    { "alone", TRUE, HOUR_MS, HIH_STANDING_ABLE },
    /* The second round, another layout with a trap: helped there, nobody has forgotten anything. */
    { "alone", FALSE, HOUR_MS, HIH_STANDING_ABLE },
    { "alone", FALSE, 7 * DAY_MS, HIH_STANDING_RECHECK },
    { "guided", FALSE, HOUR_MS, HIH_STANDING_RECHECK },
    { "alone", TRUE, HOUR_MS, HIH_STANDING_ABLE },
  };
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId run;
  g_autoptr (HihLessonProgress) p = NULL;

  g_assert_cmpint (hih_lesson_progress_get_standing (NULL, TRUE), ==, HIH_STANDING_NOT_BEGUN);
  start_run (f->records, f->clock, &id, "make-call", "follow");
  p = get_progress (f->records, &id, "make-call");
  g_assert_cmpint (hih_lesson_progress_get_standing (p, FALSE), ==, HIH_STANDING_BEGUN);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      advance (f, ways[i].later_ms);
      run = start_run (f->records, f->clock, &id, "make-call", ways[i].stage);
      end_run (f->records, &id, &run, ways[i].able);
      g_clear_pointer (&p, hih_lesson_progress_unref);
      p = get_progress (f->records, &id, "make-call");
      g_assert_cmpint (hih_lesson_progress_get_standing (p, FALSE), ==, ways[i].standing);
    }
  g_assert_cmpint (hih_lesson_progress_get_standing (p, TRUE), ==, HIH_STANDING_RECHECK);
}

static void
test_rechecks (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId run = start_run (f->records, f->clock, &id, "make-call", "alone");
  g_autoptr (GPtrArray) list = NULL;
  HihRecheck *recheck;

  end_run (f->records, &id, &run, TRUE);
  advance (f, 7 * DAY_MS - 1);
  list = list_rechecks (f->records, &id);
  g_assert_cmpuint (list->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);

  advance (f, 1);
  list = list_rechecks (f->records, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  recheck = list->pdata[0];
  g_assert_cmpuint (recheck->days, ==, 7);
  g_assert_cmpint (recheck->due_at_ms, ==, NOW_MS + 7 * DAY_MS);
  g_clear_pointer (&list, g_ptr_array_unref);

  run = start_run (f->records, f->clock, &id, "make-call", "alone");
  end_run (f->records, &id, &run, TRUE);
  list = list_rechecks (f->records, &id);
  g_assert_cmpuint (list->len, ==, 0);
  g_clear_pointer (&list, g_ptr_array_unref);

  /* Long away: only the last one counts. */
  advance (f, 100 * DAY_MS);
  list = list_rechecks (f->records, &id);
  g_assert_cmpuint (list->len, ==, 1);
  recheck = list->pdata[0];
  g_assert_cmpuint (recheck->days, ==, 90);
  assert_sound (f->records);
}

static void
test_then_and_now (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId watch = start_run (f->records, f->clock, &id, "make-call", "watch");
  HihId left = start_run (f->records, f->clock, &id, "make-call", "follow");
  HihId first, alone, last;
  g_autoptr (GError) error = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) wait_alone = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) wait_first = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) wait_none = HIH_RECORDS_WAIT_INIT;
  HihThenAndNow both;

  end_run (f->records, &id, &watch, FALSE);
  advance (f, HOUR_MS);
  first = start_run (f->records, f->clock, &id, "make-call", "follow");
  g_assert_false (hih_id_equal (&first, &left));
  g_assert_true (end_step (f->records, &id, &first, "a", 0, 3, 2, 9000, &error));
  g_assert_true (end_step (f->records, &id, &first, "b", 1, 2, 1, 8000, &error));
  end_run (f->records, &id, &first, FALSE);
  advance (f, DAY_MS);
  alone = start_run (f->records, f->clock, &id, "make-call", "alone");
  g_assert_true (end_step (f->records, &id, &alone, "a", 0, 4, 6, 20000, &error));
  end_run (f->records, &id, &alone, FALSE);
  /* Whoever does it alone for the first time is not held against the ringed steps of yesterday. */
  hih_records_compare_run_async (f->records, &id, &alone, NULL, hih_records_wait_cb, &wait_alone);
  g_assert_true (hih_records_compare_run_finish (f->records, hih_records_wait (&wait_alone), &both, &error));
  g_assert_true (both.first);
  g_assert_cmpstr (both.stage, ==, "alone");

  advance (f, DAY_MS);
  last = start_run (f->records, f->clock, &id, "make-call", "follow");
  g_assert_true (end_step (f->records, &id, &last, "a", 0, 0, 0, 3000, &error));
  end_run (f->records, &id, &last, TRUE);

  hih_records_compare_run_async (f->records, &id, &last, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_compare_run_finish (f->records, hih_records_wait (&wait), &both, &error));
  g_assert_true (hih_id_equal (&both.then.run, &first));
  g_assert_cmpuint (both.then.helps, ==, 5);
  g_assert_cmpuint (both.then.errors, ==, 3);
  g_assert_cmpuint (both.then.max_level, ==, 3);
  g_assert_cmpint (both.then.duration_ms, ==, 17000);
  g_assert_cmpint (both.then.at_ms, ==, NOW_MS + HOUR_MS);
  g_assert_cmpint (both.now.duration_ms, ==, 3000);
  g_assert_cmpint (both.now.at_ms, ==, NOW_MS + HOUR_MS + 2 * DAY_MS);
  g_assert_false (both.first);
  g_assert_cmpstr (both.stage, ==, "follow");

  hih_records_compare_run_async (f->records, &id, &first, NULL, hih_records_wait_cb, &wait_first);
  g_assert_true (hih_records_compare_run_finish (f->records, hih_records_wait (&wait_first), &both, &error));
  g_assert_true (both.first);

  hih_records_compare_run_async (f->records, &id, &id, NULL, hih_records_wait_cb, &wait_none);
  g_assert_false (hih_records_compare_run_finish (f->records, hih_records_wait (&wait_none), &both, &error));
  g_assert_no_error (error);
}

static gint64
get_median (HihRecords *records, const HihId *trainee)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_get_step_median_async (records, trainee, NULL, hih_records_wait_cb, &wait);
  return hih_records_get_step_median_finish (records, hih_records_wait (&wait), NULL);
}

static void
test_median (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId run = start_run (f->records, f->clock, &id, "make-call", "follow");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 4; i++)
    g_assert_true (end_step (f->records, &id, &run, "a", i, 0, 0, 1000 * (i + 1), &error));
  g_assert_cmpint (get_median (f->records, &id), ==, 0);
  g_assert_true (end_step (f->records, &id, &run, "a", 4, 0, 0, 1000000, &error));
  g_assert_cmpint (get_median (f->records, &id), ==, 3000);
  /* Only the last 50 count: people get quicker. */
  for (guint i = 0; i < 50; i++)
    g_assert_true (end_step (f->records, &id, &run, "a", 5 + i, 0, 0, 700, &error));
  g_assert_cmpint (get_median (f->records, &id), ==, 700);
  g_assert_cmpint (get_median (f->records, NULL), ==, 0);
}

/* Which layouts of a lesson somebody has practised in, the latest first; other people and lessons do not count. */
static void
test_layouts (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId other = add_trainee (f->records, "李强", NULL);
  static const struct
  {
    guint of;
    const char *lesson, *layout, *seen;
  } RUNS[] = {
    { 0, "make-call", "a", "a" },   { 0, "make-call", "b", "b a" },   { 1, "make-call", "c", "b a" },
    { 0, "video-call", "c", "b a" }, { 0, "make-call", "c", "c b a" }, { 0, "make-call", "b", "b c a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (RUNS); i++)
    {
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
      g_auto (HihRecordsWait) asked = HIH_RECORDS_WAIT_INIT;
      g_autoptr (GError) error = NULL;
      HihRunStart start = { .lesson = RUNS[i].lesson, .content = "c0ffee", .stage = "alone", .layout = RUNS[i].layout };
      g_auto (GStrv) seen = NULL;
      g_autofree char *joined = NULL;

      hih_id_generate (&start.run, f->clock);
      hih_records_start_run_async (f->records, RUNS[i].of == 0 ? &id : &other, &start, NULL, hih_records_wait_cb, &wait);
      hih_records_start_run_finish (f->records, hih_records_wait (&wait), &error);
      g_assert_no_error (error);
      hih_records_list_layouts_async (f->records, &id, "make-call", NULL, hih_records_wait_cb, &asked);
      seen = hih_records_list_layouts_finish (f->records, hih_records_wait (&asked), &error);
      g_assert_no_error (error);
      joined = g_strjoinv (" ", seen);
      g_assert_cmpstr (joined, ==, RUNS[i].seen);
    }
}

static void
test_tick_and_void (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  g_autoptr (HihLessonProgress) p = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (f, "records.db");

  tick (f->records, &id, "make-call", HIH_REAL_PHONE_WITH_HELP);
  tick (f->records, &id, "make-call", HIH_REAL_PHONE_ALONE);
  p = get_progress (f->records, &id, "make-call");
  g_assert_cmpuint (p->real_phone, ==, HIH_REAL_PHONE_ALONE);
  g_assert_cmpuint (p->completion, ==, HIH_COMPLETION_NOT_STARTED);
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_void_async (f->records, &p->real_phone_device, p->real_phone_seq, NULL, hih_records_wait_cb, &wait);
    g_assert_true (hih_records_void_finish (f->records, hih_records_wait (&wait), &error));
  }
  g_clear_pointer (&p, hih_lesson_progress_unref);
  p = get_progress (f->records, &id, "make-call");
  g_assert_cmpuint (p->real_phone, ==, HIH_REAL_PHONE_WITH_HELP);
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_void_async (f->records, &p->real_phone_device, 9999, NULL, hih_records_wait_cb, &wait);
    g_assert_false (hih_records_void_finish (f->records, hih_records_wait (&wait), &error));
    g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  }
  assert_sound (f->records);
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/progress/guest-leaves-no-trace", test_guest);
  ADD ("/records/progress/resume", test_resume);
  ADD ("/records/progress/layouts", test_layouts);
  ADD ("/records/progress/refusals", test_refusals);
  ADD ("/records/progress/able-alone-and-slip", test_able_alone_and_slip);
  ADD ("/records/progress/film-steps", test_film_steps);
  ADD ("/records/progress/standing", test_standing);
  ADD ("/records/progress/rechecks", test_rechecks);
  ADD ("/records/progress/then-and-now", test_then_and_now);
  ADD ("/records/progress/median", test_median);
  ADD ("/records/progress/tick-and-void", test_tick_and_void);
  return g_test_run ();
}
