/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The log as the truth: its chain, what follows from it, strange clocks, frozen words. */
#include "config.h"

#include <string.h>

#include "hih-verbs.h"
#include "records-fixture.h"

static guint
count_faults (HihRecords *records)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  hih_records_check_async (records, NULL, hih_records_wait_cb, &wait);
  faults = hih_records_check_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return faults->len;
}

static void
test_chain (Fixture *f, gconstpointer sql)
{
  g_autofree char *path = fixture_path (f, "records.db");
  HihId id = add_trainee (f->records, "王芳", "一组");
  HihId run = start_run (f->records, f->clock, &id, "make-call", "follow");

  for (guint i = 0; i < 5; i++)
    g_assert_true (end_step (f->records, &id, &run, "who", i, 1, 0, 1000, NULL));
  fixture_reopen (f);
  g_assert_cmpuint (count_faults (f->records), ==, 0);
  fixture_close (f);
  execute_file (path, sql);
  fixture_reopen (f);
  g_assert_cmpuint (hih_records_get_found (f->records), ==, HIH_RECORDS_FOUND);
  g_assert_cmpuint (count_faults (f->records), >, 0);
}

static gboolean
end_batch (HihRecords *records, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_end_batch_async (records, hih_records_wait_cb, &wait);
  return hih_records_end_batch_finish (records, hih_records_wait (&wait), error);
}

/* A batch is kept whole, or not at all; afterwards every event is on disk by itself again. */
static void
test_batch (Fixture *f, gconstpointer data)
{
  g_autofree char *path = fixture_path (f, "records.db");
  HihId none = { { 9 } };
  HihId id, run;
  g_autoptr (GError) error = NULL;

  hih_records_begin_batch (f->records);
  id = add_trainee (f->records, "王芳", "一组");
  run = start_run (f->records, f->clock, &id, "make-call", "follow");
  g_assert_true (end_step (f->records, &id, &run, "who", 0, 1, 0, 1000, &error));
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 0);
  g_assert_true (end_batch (f->records, &error));
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 4);

  hih_records_begin_batch (f->records);
  g_assert_true (end_step (f->records, &id, &run, "who", 1, 1, 0, 1000, &error));
  g_assert_false (end_step (f->records, &id, &none, "who", 1, 1, 0, 1000, NULL));
  g_assert_false (end_step (f->records, &id, &run, "who", 2, 1, 0, 1000, NULL));
  g_assert_false (end_batch (f->records, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 4);

  g_assert_true (end_step (f->records, &id, &run, "who", 1, 1, 0, 1000, &error));
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 5);
  assert_sound (f->records);

  /* Closed in the middle of one: nothing of it is kept. */
  hih_records_begin_batch (f->records);
  g_assert_true (end_step (f->records, &id, &run, "who", 2, 1, 0, 1000, &error));
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 5);
}

/* A clock that was never set (1970) or is far off (2101) loses nothing and upsets no order. */
static void
test_strange_clocks (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId run = start_run (f->records, f->clock, &id, "make-call", "alone");
  HihId latest;
  g_autoptr (HihLessonProgress) p = NULL;
  g_autoptr (HihUnfinishedRun) unfinished = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) people = NULL;
  gint64 times[] = { 0, G_GINT64_CONSTANT (4133980800000), -5 };

  end_run (f->records, &id, &run, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_object_unref (f->clock);
      f->clock = hih_virtual_clock_new (times[i]);
      fixture_reopen (f);
      latest = start_run (f->records, f->clock, &id, "make-call", "alone");
      if (i < G_N_ELEMENTS (times) - 1)
        end_run (f->records, &id, &latest, TRUE);
      list = list_rechecks (f->records, NULL);
      g_assert_cmpuint (list->len, ==, 0);
      g_clear_pointer (&list, g_ptr_array_unref);
    }
  p = get_progress (f->records, &id, "make-call");
  g_assert_cmpint (p->able_at_ms, ==, NOW_MS);
  g_assert_cmpint (p->last_at_ms, ==, NOW_MS);
  g_assert_true (hih_id_equal (&p->last_run, &latest));
  unfinished = get_unfinished (f->records, &id, NULL);
  g_assert_true (hih_id_equal (&unfinished->run, &latest));
  people = list_trainees (f->records, NULL);
  g_assert_cmpint (((HihTrainee *) people->pdata[0])->last_seen_at_ms, ==, NOW_MS);
  assert_sound (f->records);
}

static void
test_frozen_verbs (void)
{
  static const char *const frozen[] = { "trainee-added", "trainee-changed", "group-joined", "group-left", "pref-set",
                                        "run-started", "step-ended", "run-ended", "film-watched", "real-phone-ticked",
                                        "consent-given", "consent-withdrawn", "voided", "session-begun", "session-held",
                                        "attended", "hand-shown", "hands-noted", "helper-time-noted",
                                        "family-call-planned", "family-call-held", "offline-service-given",
                                        "trainee-erased", "kept-longer", "home-fact-set" };

  g_assert_cmpuint (G_N_ELEMENTS (frozen), ==, HIH_N_VERBS);
  for (guint i = 0; i < HIH_N_VERBS; i++)
    {
      HihVerb verb;

      g_assert_cmpstr (hih_verb_to_string (i), ==, frozen[i]);
      g_assert_true (hih_verb_parse (frozen[i], &verb));
      g_assert_cmpuint (verb, ==, i);
    }
  g_assert_true (hih_word_is_valid ("open-chat-2"));
  g_assert_false (hih_word_is_valid (""));
  g_assert_false (hih_word_is_valid ("Open"));
  g_assert_false (hih_word_is_valid ("a b"));
  g_assert_false (hih_word_is_valid (NULL));
}

static void
gone_cb (gpointer gone, GObject *object)
{
  g_atomic_int_set ((int *) gone, TRUE);
}

/* What is asked before closing is done; what is asked after is refused. */
static void
test_close_drains (Fixture *f, gconstpointer data)
{
  enum { JOBS = 200 };
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId run = start_run (f->records, f->clock, &id, "make-call", "follow");
  HihRecordsWait waits[JOBS] = { HIH_RECORDS_WAIT_INIT };
  HihStepEnd end = { .run = run, .step = "who" };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = fixture_path (f, "records.db");
  g_auto (HihRecordsWait) closing = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) late = HIH_RECORDS_WAIT_INIT;
  int gone = FALSE;

  for (guint i = 0; i < JOBS; i++)
    hih_records_end_step_async (f->records, &id, &end, NULL, hih_records_wait_cb, &waits[i]);
  hih_records_close_async (f->records, NULL, hih_records_wait_cb, &closing);
  hih_records_end_step_async (f->records, &id, &end, NULL, hih_records_wait_cb, &late);
  for (guint i = 0; i < JOBS; i++)
    {
      g_assert_true (hih_records_end_step_finish (f->records, hih_records_wait (&waits[i]), &error));
      hih_records_wait_clear (&waits[i]);
    }
  g_assert_false (hih_records_end_step_finish (f->records, hih_records_wait (&late), &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_true (hih_records_close_finish (f->records, hih_records_wait (&closing), &error));
  g_clear_object (&f->records);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM step_result"), ==, JOBS);

  /* Dropped without a word: the last one out still writes everything. */
  fixture_reopen (f);
  for (guint i = 0; i < JOBS; i++)
    hih_records_end_step_async (f->records, &id, &end, NULL, NULL, NULL);
  g_object_weak_ref (G_OBJECT (f->records), gone_cb, &gone);
  g_clear_object (&f->records);
  while (!g_atomic_int_get (&gone))
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_thread_yield ();
    }
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM step_result"), ==, 2 * JOBS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/log/chain/edited", "UPDATE event SET body = replace (body, '1000', '9000') WHERE seq = 5", test_chain);
  ADD ("/records/log/chain/removed", "DELETE FROM event WHERE seq = 5", test_chain);
  ADD ("/records/log/chain/re-dated", "UPDATE event SET at = at + 1 WHERE seq = 8", test_chain);
  ADD ("/records/log/chain/another's", "UPDATE event SET trainee = zeroblob (16) WHERE seq = 8", test_chain);
  ADD ("/records/log/batch", NULL, test_batch);
  ADD ("/records/log/strange-clocks", NULL, test_strange_clocks);
  ADD ("/records/log/close-drains", NULL, test_close_drains);
  g_test_add_func ("/records/log/frozen-verbs", test_frozen_verbs);
  return g_test_run ();
}
