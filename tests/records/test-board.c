/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is stuck where, everybody at one glance, how runs went; and that all of it follows from the log in any order. */
#include "config.h"

#include "hih-board.h"
#include "hih-migrate.h"
#include "hih-projection.h"
#include "hih-records-resources.h"
#include "records-fixture.h"

static HihBoard *
load_board (HihRecords *records)
{
  static const char *const lessons[] = { "answer-call", "make-call", "health-code", NULL };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihBoard *board;

  hih_records_load_board_async (records, lessons, NULL, hih_records_wait_cb, &wait);
  board = hih_records_load_board_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return board;
}

static void
leave_run (HihRecords *records, const HihId *trainee, const HihId *run)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihRunEnd end = { .run = *run, .outcome = "left", .errors = 1, .max_level = 2, .duration_ms = 60000 };

  hih_records_end_run_async (records, trainee, &end, NULL, hih_records_wait_cb, &wait);
  hih_records_end_run_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
}

/* A try of four steps, the one at @trouble with help of level @level. */
static void
try_lesson (Fixture *f, const HihId *id, const char *stage, guint trouble, guint level, gboolean able)
{
  static const char *const steps[] = { "open", "find", "dial", "talk" };
  HihId run = start_run (f->records, f->clock, id, "make-call", stage);

  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_true (end_step (f->records, id, &run, steps[i], i, i == trouble ? level : 0, 0, 1000, NULL));
  end_run (f->records, id, &run, able);
}

static void
test_stuck_rule (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  g_autoptr (HihBoard) once = NULL, twice = NULL, thrice = NULL, other = NULL, able = NULL;

  try_lesson (f, &id, "guided", 2, 2, FALSE);
  once = load_board (f->records);
  g_assert_cmpuint (once->n_stuck, ==, 0);
  g_assert_cmpuint (once->people[0].cells[1], ==, HIH_CELL_HELPED);

  try_lesson (f, &id, "alone", 2, 3, FALSE);
  twice = load_board (f->records);
  g_assert_cmpuint (twice->n_stuck, ==, 1);
  g_assert_cmpuint (twice->stuck[0].person, ==, 0);
  g_assert_cmpuint (twice->stuck[0].lesson, ==, 1);
  g_assert_cmpuint (twice->stuck[0].step_index, ==, 2);
  g_assert_cmpstr (twice->stuck[0].step, ==, "dial");
  g_assert_cmpuint (twice->stuck[0].times, ==, 2);
  g_assert_cmpstr (twice->stuck[0].taken_for, ==, "chat/voice \"quoted\"\n");
  g_assert_cmpuint (twice->stuck[0].n_taken, ==, 2);
  g_assert_cmpint (twice->stuck[0].at_ms, ==, NOW_MS + HOUR_MS);
  g_assert_cmpuint (twice->people[0].cells[1], ==, HIH_CELL_STUCK);

  /* In Follow the place is shown at once: it says nothing, and breaks no row. */
  try_lesson (f, &id, "follow", 1, 2, FALSE);
  try_lesson (f, &id, "alone", 2, 2, FALSE);
  thrice = load_board (f->records);
  g_assert_cmpuint (thrice->stuck[0].times, ==, 3);

  try_lesson (f, &id, "alone", 1, 2, FALSE);
  other = load_board (f->records);
  g_assert_cmpuint (other->n_stuck, ==, 0);
  try_lesson (f, &id, "alone", 1, 2, TRUE);
  able = load_board (f->records);
  g_assert_cmpuint (able->n_stuck, ==, 0);
  g_assert_cmpuint (able->people[0].cells[1], ==, HIH_CELL_ABLE);
  assert_sound (f->records);
}

/* Given up at the same step: left, or begun anew another time. One that goes on is no try yet; one in which nothing was
 * done never is. */
static void
test_stuck_given_up (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  HihId run = start_run (f->records, f->clock, &id, "make-call", "guided");
  g_autoptr (HihBoard) going_on = NULL, left = NULL, looked_in = NULL;

  g_assert_true (end_step (f->records, &id, &run, "open", 0, 0, 0, 1000, NULL));
  leave_run (f->records, &id, &run);
  run = start_run (f->records, f->clock, &id, "make-call", "guided");
  g_assert_true (end_step (f->records, &id, &run, "open", 0, 0, 0, 1000, NULL));
  going_on = load_board (f->records);
  g_assert_cmpuint (going_on->n_stuck, ==, 0);
  run = start_run (f->records, f->clock, &id, "make-call", "guided");
  left = load_board (f->records);
  g_assert_cmpuint (left->n_stuck, ==, 1);
  g_assert_cmpuint (left->stuck[0].step_index, ==, 1);
  g_assert_cmpstr (left->stuck[0].step, ==, "");
  g_assert_cmpuint (left->stuck[0].times, ==, 2);
  leave_run (f->records, &id, &run);
  looked_in = load_board (f->records);
  g_assert_cmpuint (looked_in->n_stuck, ==, 1);
  g_assert_cmpuint (looked_in->stuck[0].times, ==, 2);
  assert_sound (f->records);
}

static void
test_board (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", "一组");
  HihId li = add_trainee (f->records, "李强", NULL);
  HihId run = start_run (f->records, f->clock, &wang, "answer-call", "alone");
  g_autoptr (HihBoard) board = NULL, later = NULL;
  const HihBoardPerson *person;

  end_run (f->records, &wang, &run, TRUE);
  start_run (f->records, f->clock, &wang, "no-longer-there", "follow");
  start_run (f->records, f->clock, &wang, "health-code", "follow");
  tick (f->records, &li, "make-call", HIH_REAL_PHONE_ALONE);
  board = load_board (f->records);
  g_assert_cmpuint (board->n_lessons, ==, 3);
  g_assert_cmpuint (board->n_people, ==, 2);
  g_assert_cmpint (board->at_ms, ==, NOW_MS);
  /* Where somebody or a lesson stands in it, also for one who came after it was read. */
  g_assert_cmpuint (hih_board_find_person (board, &wang), ==, 1);
  g_assert_cmpuint (hih_board_find_person (board, &li), ==, 0);
  g_assert_cmpuint (hih_board_find_person (board, &run), ==, board->n_people);
  g_assert_cmpuint (hih_board_find_lesson (board, "health-code"), ==, 2);
  g_assert_cmpuint (hih_board_find_lesson (board, "no-longer-there"), ==, board->n_lessons);
  /* By name, in the order of pinyin: li, wang. */
  person = &board->people[1];
  g_assert_true (hih_id_equal (&person->trainee->id, &wang));
  g_assert_cmpuint (person->cells[0], ==, HIH_CELL_ABLE);
  g_assert_cmpuint (person->cells[1], ==, HIH_CELL_NOT_BEGUN);
  g_assert_cmpuint (person->cells[2], ==, HIH_CELL_LEARNING);
  g_assert_cmpuint (person->n[HIH_CELL_ABLE], ==, 1);
  g_assert_cmpuint (person->n[HIH_CELL_LEARNING], ==, 1);
  g_assert_cmpuint (person->n[HIH_CELL_NOT_BEGUN], ==, 1);
  /* Ticked only: it was not begun here. */
  g_assert_true (hih_id_equal (&board->people[0].trainee->id, &li));
  g_assert_cmpuint (board->people[0].n[HIH_CELL_NOT_BEGUN], ==, 3);

  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 8 * DAY_MS);
  later = load_board (f->records);
  g_assert_cmpuint (later->people[1].cells[0], ==, HIH_CELL_RECHECK);
  g_assert_cmpuint (later->people[1].cells[2], ==, HIH_CELL_LEARNING);
}

static void
test_history (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  const HihStepHistory *step;

  try_lesson (f, &id, "guided", 2, 3, FALSE);
  try_lesson (f, &id, "alone", 2, 1, TRUE);
  start_run (f->records, f->clock, &id, "answer-call", "alone");
  hih_records_list_history_async (f->records, &id, "make-call", NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_history_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 8);
  step = list->pdata[2];
  g_assert_cmpuint (step->nth_run, ==, 0);
  g_assert_cmpint (step->at_ms, ==, NOW_MS);
  g_assert_cmpstr (step->stage, ==, "guided");
  g_assert_cmpstr (step->step, ==, "dial");
  g_assert_cmpuint (step->level, ==, 3);
  g_assert_cmpstr (step->hits[0], ==, "home/camera");
  g_assert_cmpstr (step->hits[1], ==, "chat/voice \"quoted\"\n");
  g_assert_null (step->hits[2]);
  step = list->pdata[6];
  g_assert_cmpuint (step->nth_run, ==, 1);
  g_assert_cmpuint (step->level, ==, 1);
  g_assert_cmpstr (step->outcome, ==, "done");
}

/* Events of three computers about three people, as they may come by any way. */
#define N_DEVICES 3
#define N_EVENTS 240

typedef struct
{
  int device;
  int seq;
  int who;
  const char *verb;
  char *body;
} Event;

static const char *const film_body = "{\"lesson\":\"make-call\",\"content\":\"c0\",\"ms\":5,\"to_end\":true,\"steps\":3}";

static char *
run_id (int run)
{
  return g_strdup_printf ("01a2076b-4400-7061-94ba-%012d", run);
}

static GArray *
make_events (void)
{
  static const char *const lessons[] = { "make-call", "answer-call" };
  static const char *const stages[] = { "follow", "guided", "alone" };
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  int seqs[N_DEVICES + 1] = { 0 };
  gboolean started[24] = { FALSE }, ended[24] = { FALSE };

  for (int i = 0; i < N_EVENTS; i++)
    {
      int run = g_test_rand_int_range (0, 24);
      /* A run is of one person, one lesson and one stage, but its steps may have been done at any computer. */
      Event event = { .device = g_test_rand_int_range (1, N_DEVICES + 1), .who = run % 3 };
      g_autofree char *id = run_id (run);

      event.seq = ++seqs[event.device];
      /* A run begins once and ends once: the records refuse a second time. */
      switch (!started[run] ? 0 : !ended[run] && g_test_rand_int_range (0, 6) == 0 ? 1 : g_test_rand_int_range (2, 8))
        {
        case 0:
          started[run] = TRUE;
          event.verb = "run-started";
          event.body = g_strdup_printf ("{\"run\":\"%s\",\"lesson\":\"%s\",\"content\":\"c0\",\"stage\":\"%s\",\"layout\":"
                                        "\"a\",\"round\":0,\"seed\":1}", id, lessons[run / 3 % 2], stages[run / 6 % 3]);
          break;
        case 1:
          ended[run] = TRUE;
          event.verb = "run-ended";
          event.body = g_strdup_printf ("{\"run\":\"%s\",\"outcome\":\"%s\",\"able\":%s,\"errors\":1,\"level\":2,\"ms\":9}",
                                        id, g_test_rand_bit () ? "done" : "left", run % 11 == 0 ? "true" : "false");
          break;
        case 2:
          event.verb = "real-phone-ticked";
          event.body = g_strdup_printf ("{\"lesson\":\"make-call\",\"tick\":\"alone\",\"rev\":%d}", event.seq);
          break;
        case 3:
          if (g_test_rand_int_range (0, 4) != 0)
            {
              event.verb = "film-watched";
              event.body = g_strdup (film_body);
              break;
            }
          event.verb = "voided";
          event.body = g_strdup_printf ("{\"device\":\"01a2076b-4400-7061-94ba-00000000ab%02d\",\"seq\":%d}",
                                        g_test_rand_int_range (1, N_DEVICES + 1), g_test_rand_int_range (1, 60));
          break;
        default:
          event.verb = "step-ended";
          event.body = g_strdup_printf ("{\"run\":\"%s\",\"step\":\"s%d\",\"index\":%d,\"trap\":false,\"level\":%d,\"errors\":1,"
                                        "\"near\":0,\"helps\":1,\"asked\":0,\"ms\":100,\"hits\":[\"home/a%d\"]}",
                                        id, i % 3, i % 3, g_test_rand_int_range (0, 5), i % 2);
          break;
        }
      g_array_append_val (events, event);
    }
  return events;
}

static void
add_event (HihStore *store, const Event *event)
{
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;
  HihVerb verb;

  /* No apostrophe stands in any of them. */
  sql = g_strdup_printf ("INSERT INTO event VALUES (%d, %d, zeroblob (16), %" G_GINT64_FORMAT ", x'%032d', '%s', '%s')",
                         event->device, event->seq, NOW_MS + event->seq * 60000, event->who + 1, event->verb, event->body);
  g_assert_true (hih_store_exec (store, sql, &error));
  g_assert_no_error (error);
  g_assert_true (hih_verb_parse (event->verb, &verb));
  hih_projection_apply (store, event->device, event->seq, verb, &error);
  g_assert_no_error (error);
}

/* A void takes back an event of its own trainee that is no void; the others become films. */
static void
mend_voids (GArray *events)
{
  for (guint i = 0; i < events->len; i++)
    {
      Event *voided = &g_array_index (events, Event, i);
      const Event *meant = NULL;
      int device = 0, seq = 0;

      if (!g_str_equal (voided->verb, "voided"))
        continue;
      sscanf (voided->body, "{\"device\":\"01a2076b-4400-7061-94ba-00000000ab%02d\",\"seq\":%d}", &device, &seq);
      for (guint k = 0; k < events->len; k++)
        {
          const Event *event = &g_array_index (events, Event, k);

          if (event->device == device && event->seq == seq && !g_str_equal (event->verb, "voided"))
            meant = event;
        }
      if (meant != NULL)
        voided->who = meant->who;
      else
        {
          voided->verb = "film-watched";
          g_free (voided->body);
          voided->body = g_strdup (film_body);
        }
    }
}

static void
test_any_order (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) events = make_events ();
  guint n_stuck = 0;

  mend_voids (events);
  for (guint round = 0; round < 4; round++)
    {
      g_autofree char *name = g_strdup_printf ("order-%u.db", round);
      g_autofree char *path = fixture_path (f, name);
      g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GError) error = NULL;
      g_autoptr (HihStore) store = NULL;
      gint64 n = 0;

      execute_file (path, "PRAGMA user_version = 0");
      store = hih_store_new (path, TRUE, &error);
      g_assert_no_error (error);
      g_assert_true (hih_migrate (store, hih_records_get_resource (), HIH_MIGRATIONS, &error));
      for (int i = 1; i <= N_DEVICES; i++)
        {
          g_autofree char *sql = g_strdup_printf ("INSERT INTO device (id, uuid, me) VALUES (%d, "
                                                  "x'01a2076b4400706194ba00000000ab%02d', %d)", i, i, i == 1);

          g_assert_true (hih_store_exec (store, sql, &error));
        }
      g_assert_true (hih_store_begin (store, &error));
      for (guint i = 0; i < events->len; i++)
        add_event (store, &g_array_index (events, Event, i));
      hih_projection_compare (store, faults, &error);
      g_assert_no_error (error);
      for (guint i = 0; i < faults->len; i++)
        g_test_message ("round %u: %s", round, (char *) faults->pdata[i]);
      g_assert_cmpuint (faults->len, ==, 0);
      hih_store_get_number (store, "SELECT count(*) FROM stuck", &n, NULL);
      n_stuck += (guint) n;
      hih_store_rollback (store);
      /* Another order for the next round. */
      for (guint i = events->len - 1; i > 0; i--)
        {
          Event *a = &g_array_index (events, Event, i), *b = &g_array_index (events, Event, g_test_rand_int_range (0, (gint32) i + 1));
          Event kept = *a;

          *a = *b;
          *b = kept;
        }
    }
  g_assert_cmpuint (n_stuck, >, 0);
  for (guint i = 0; i < events->len; i++)
    g_free (g_array_index (events, Event, i).body);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/board/stuck-rule", test_stuck_rule);
  ADD ("/records/board/stuck-given-up", test_stuck_given_up);
  ADD ("/records/board/board", test_board);
  ADD ("/records/board/history", test_history);
  ADD ("/records/board/any-order", test_any_order);
  return g_test_run ();
}
