/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Consent and what follows from it, who is kept longer, and what the home says of itself. */
#include "config.h"

#include "hih-classes.h"
#include "records-fixture.h"

#include "hih-consent.h"
#include "hih-home-card.h"
#include "hih-privacy.h"

#define GUARDIAN "诸葛明珠"

static HihAct *
set_consent (Fixture *f, const HihId *id, gboolean given, const char *guardian)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihAct *act;

  hih_records_set_consent_async (f->records, id, given, "notice-1", guardian, NULL, hih_records_wait_cb, &wait);
  act = hih_records_set_consent_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  return act;
}

static void
undo (Fixture *f, HihAct *act)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_undo_async (f->records, act, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_undo_finish (f->records, hih_records_wait (&wait), NULL, NULL));
}

/* As one text, and as the list of people has it. */
static void
assert_consent (Fixture *f, const HihId *id, HihConsentState state, const char *guardian)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihConsent) consent = NULL;
  g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);

  hih_records_get_consent_async (f->records, id, NULL, hih_records_wait_cb, &wait);
  consent = hih_records_get_consent_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (consent);
  g_assert_cmpint (consent->state, ==, state);
  g_assert_cmpstr (consent->guardian, ==, guardian);
  g_assert_cmpstr (consent->text_id, ==, state != HIH_CONSENT_NONE ? "notice-1" : NULL);
  for (guint i = 0; i < list->len; i++)
    {
      const HihTrainee *trainee = list->pdata[i];

      if (hih_id_equal (&trainee->id, id))
        g_assert_cmpint (trainee->consent, ==, state);
    }
}

static void
test_consent (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL), other = add_trainee (f->records, "李强", NULL), nobody;
  g_autoptr (HihAct) given = NULL;
  g_autoptr (HihAct) by_herself = NULL;
  g_autoptr (HihAct) withdrawn = NULL;

  assert_consent (f, &id, HIH_CONSENT_NONE, NULL);
  given = set_consent (f, &id, TRUE, " " GUARDIAN " ");
  assert_consent (f, &id, HIH_CONSENT_GIVEN, GUARDIAN);
  assert_consent (f, &other, HIH_CONSENT_NONE, NULL);
  by_herself = set_consent (f, &id, TRUE, NULL);
  assert_consent (f, &id, HIH_CONSENT_GIVEN, NULL);
  undo (f, by_herself);
  assert_consent (f, &id, HIH_CONSENT_GIVEN, GUARDIAN);
  withdrawn = set_consent (f, &id, FALSE, NULL);
  assert_consent (f, &id, HIH_CONSENT_WITHDRAWN, NULL);
  undo (f, withdrawn);
  assert_consent (f, &id, HIH_CONSENT_GIVEN, GUARDIAN);
  undo (f, given);
  assert_consent (f, &id, HIH_CONSENT_NONE, NULL);
  hih_id_generate (&nobody, f->clock);
  REFUSED (f, hih_records_set_consent, &nobody, TRUE, "notice-1", NULL);
  REFUSED (f, hih_records_set_consent, &id, TRUE, "Notice 1", NULL);
  REFUSED (f, hih_records_set_consent, &id, TRUE, "notice-1", "  ");
  assert_consent (f, &id, HIH_CONSENT_NONE, NULL);
  assert_sound (f->records);
}

/* Many at once: whoever was asked before keeps what they said, and one undo takes all of it back. */
static void
test_many (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "王芳", "李强", "赵敏", "孙伟" };
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (HihId));
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihAct) refused = NULL;
  g_autoptr (HihAct) given = NULL;
  HihId id[4];

  for (guint i = 0; i < 4; i++)
    {
      id[i] = add_trainee (f->records, names[i], NULL);
      g_array_append_val (people, id[i]);
    }
  refused = set_consent (f, &id[1], FALSE, NULL);
  hih_records_set_consent_of_many_async (f->records, people, TRUE, "notice-1", GUARDIAN, NULL, hih_records_wait_cb, &wait);
  given = hih_records_act_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (given);
  g_assert_cmpuint (hih_act_get_n_people (given), ==, 3);
  assert_consent (f, &id[0], HIH_CONSENT_GIVEN, GUARDIAN);
  assert_consent (f, &id[1], HIH_CONSENT_WITHDRAWN, NULL);
  assert_consent (f, &id[3], HIH_CONSENT_GIVEN, GUARDIAN);
  undo (f, given);
  assert_consent (f, &id[0], HIH_CONSENT_NONE, NULL);
  assert_consent (f, &id[1], HIH_CONSENT_WITHDRAWN, NULL);
  assert_consent (f, &id[3], HIH_CONSENT_NONE, NULL);
  assert_sound (f->records);
}

/* No word of a guardian in the log: only in profile, which is emptied when somebody is erased. */
static void
test_guardian (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  G_GNUC_UNUSED g_autoptr (HihAct) given = set_consent (f, &id, TRUE, GUARDIAN);
  g_autofree char *path = fixture_path (f, "records.db");
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) erased = HIH_RECORDS_WAIT_INIT;
  g_autofree char *json = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  gsize length;

  hih_records_export_trainee_async (f->records, &id, NULL, hih_records_wait_cb, &wait);
  json = hih_records_export_trainee_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (strstr (json, "\"spoken_for_by\": \"" GUARDIAN "\""));
  hih_records_erase_trainees_async (f->records, &id, 1, FALSE, NULL, hih_records_wait_cb, &erased);
  traces = hih_records_erase_trainees_finish (f->records, hih_records_wait (&erased), NULL);
  g_assert_nonnull (traces);
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE body LIKE '%" GUARDIAN "%'"), ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) length, GUARDIAN));
  for (gsize i = 0; i + strlen (GUARDIAN) <= length; i++)
    g_assert_true (memcmp (bytes + i, GUARDIAN, strlen (GUARDIAN)) != 0);
}

/* Whoever withdrew is as a guest; what was written stays, and giving it again goes on. */
static void
test_withdrawn (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL), other = add_trainee (f->records, "李强", NULL), open, run;
  HihId both[] = { id, other };
  HihClassStart class = { .lesson = "make-call", .led_by = HIH_HELPER_STAFF };
  HihFilmWatched film = { .lesson = "make-call", .content = "0123456789abcdef", .watched_ms = 1000, .n_steps = 1 };
  g_autofree char *path = fixture_path (f, "records.db");
  g_autoptr (HihAct) withdrawn = NULL;
  g_autoptr (HihAct) given = NULL;
  g_autoptr (HihLessonProgress) progress = NULL;

  open = start_run (f->records, f->clock, &id, "make-call", "alone");
  withdrawn = set_consent (f, &id, FALSE, NULL);
  g_assert_true (end_step (f->records, &id, &open, "open", 0, 0, 0, 1000, NULL));
  run = start_run (f->records, f->clock, &id, "make-call", "alone");
  g_assert_true (end_step (f->records, &id, &run, "open", 0, 0, 0, 1000, NULL));
  end_run (f->records, &id, &run, TRUE);
  WRITE (f, hih_records_watch_film, &id, &film);
  progress = get_progress (f->records, &id, "make-call");
  g_assert_true (progress == NULL || progress->able_at_ms == 0);
  /* A class: of two who are marked, one is written. */
  hih_id_generate (&class.session, f->clock);
  WRITE (f, hih_records_begin_class, &class);
  WRITE (f, hih_records_attend, &class.session, both, 2, TRUE, FALSE);
  WRITE (f, hih_records_show_hand, &class.session, &id, TRUE);
  tick (f->records, &id, "make-call", HIH_REAL_PHONE_ALONE);
  WRITE (f, hih_records_end_class, &class.session, 40);
  given = set_consent (f, &id, TRUE, NULL);
  g_assert_true (end_step (f->records, &id, &open, "open", 0, 0, 0, 1000, NULL));
  assert_sound (f->records);
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb = 'run-started'"), ==, 1);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb = 'step-ended'"), ==, 1);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb IN ('run-ended', 'film-watched')"), ==, 0);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb IN ('hand-shown', 'real-phone-ticked')"), ==,
                   0);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb = 'attended'"), ==, 1);
  g_assert_cmpint (query_file (path, "SELECT persons FROM class_end"), ==, 1);
}

static guint
count_overdue (Fixture *f)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) list = NULL;

  hih_records_list_overdue_async (f->records, 12, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_overdue_finish (f->records, hih_records_wait (&wait), NULL);
  return list->len;
}

static void
test_keep_longer (Fixture *f, gconstpointer data)
{
  HihId ids[] = { add_trainee (f->records, "王芳", NULL), add_trainee (f->records, "李强", NULL) };
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (HihId));
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihAct) act = NULL;

  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 366 * DAY_MS);
  g_assert_cmpuint (count_overdue (f), ==, 2);
  g_array_append_val (people, ids[0]);
  hih_records_keep_longer_async (f->records, people, NULL, hih_records_wait_cb, &wait);
  act = hih_records_act_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_cmpuint (hih_act_get_n_people (act), ==, 1);
  g_assert_cmpuint (count_overdue (f), ==, 1);
  assert_sound (f->records);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), 364 * DAY_MS);
  g_assert_cmpuint (count_overdue (f), ==, 1);
  undo (f, act);
  g_assert_cmpuint (count_overdue (f), ==, 2);
  assert_sound (f->records);
}

static HihHomeCard *
get_card (Fixture *f)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihHomeCard *card;

  hih_records_get_home_card_async (f->records, NULL, hih_records_wait_cb, &wait);
  card = hih_records_get_home_card_finish (f->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (card);
  return card;
}

static void
test_home_card (Fixture *f, gconstpointer data)
{
  const char *first[] = { HIH_HOME_PHONE, " 021-5550 0000 ", HIH_HOME_STATUS "health-code", "retired",
                          HIH_HOME_SINCE "health-code", "2022-12-13", NULL };
  const char *again[] = { HIH_HOME_PHONE, "", HIH_HOME_PLACE, "一楼服务台", NULL };
  const char *bad_key[] = { "Phone", "1", NULL };
  const char *bad_value[] = { HIH_HOME_PLACE, "a\nb", NULL };
  g_autofree char *path = fixture_path (f, "records.db");
  g_autofree char *far = g_strnfill (HIH_HOME_MAX_CHARACTERS + 1, 'x');
  const char *too_long[] = { HIH_HOME_PLACE, far, NULL };
  g_autoptr (HihHomeCard) empty = get_card (f);
  g_autoptr (HihHomeCard) card = NULL;
  g_autoptr (HihHomeCard) changed = NULL;

  g_assert_cmpstr (hih_home_card_get (empty, HIH_HOME_PHONE), ==, "");
  g_assert_false (hih_home_card_leads (empty));
  WRITE (f, hih_records_set_home_facts, first);
  WRITE (f, hih_records_set_home_facts, first);
  fixture_reopen (f);
  card = get_card (f);
  g_assert_cmpstr (hih_home_card_get (card, HIH_HOME_PHONE), ==, "021-5550 0000");
  g_assert_cmpstr (hih_home_card_get_status (card, "health-code"), ==, "retired");
  g_assert_cmpstr (hih_home_card_get_since (card, "health-code"), ==, "2022-12-13");
  g_assert_cmpstr (hih_home_card_get_status (card, "place-code"), ==, "");
  g_assert_true (hih_home_card_leads (card));
  REFUSED (f, hih_records_set_home_facts, bad_key);
  REFUSED (f, hih_records_set_home_facts, bad_value);
  REFUSED (f, hih_records_set_home_facts, too_long);
  WRITE (f, hih_records_set_home_facts, again);
  changed = get_card (f);
  g_assert_cmpstr (hih_home_card_get (changed, HIH_HOME_PHONE), ==, "");
  g_assert_cmpstr (hih_home_card_get (changed, HIH_HOME_PLACE), ==, "一楼服务台");
  assert_sound (f->records);
  fixture_close (f);
  /* What is so already is not written again. */
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE verb = 'home-fact-set'"), ==, 5);
  assert_any_order (path, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/consent/said-last", test_consent);
  ADD ("/records/consent/many", test_many);
  ADD ("/records/consent/guardian", test_guardian);
  ADD ("/records/consent/withdrawn", test_withdrawn);
  ADD ("/records/consent/keep-longer", test_keep_longer);
  ADD ("/records/consent/home-card", test_home_card);
  return g_test_run ();
}
