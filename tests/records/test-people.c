/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People, groups, preferences. */
#include "config.h"

#include <sys/stat.h>

#include "records-fixture.h"

static void
test_add_and_list (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "  王 \t 芳 ", "一组");
  HihId li = add_trainee (f->records, "李强", NULL);
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) group = NULL;
  HihTrainee *trainee;
  HihId run;

  fixture_reopen (f);
  all = list_trainees (f->records, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  group = list_trainees (f->records, "一组");
  g_assert_cmpuint (group->len, ==, 1);
  trainee = group->pdata[0];
  g_assert_cmpstr (trainee->name, ==, "王 芳");
  g_assert_cmpstr (trainee->picture, ==, "person-03");
  g_assert_cmpstr (trainee->groups[0], ==, "一组");
  g_assert_null (trainee->groups[1]);
  g_assert_cmpint (trainee->added_at_ms, ==, NOW_MS);
  g_assert_cmpint (trainee->last_seen_at_ms, ==, 0);
  g_assert_true (hih_id_equal (&trainee->id, &wang));

  /* Who practised last comes first. */
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (f->clock), HOUR_MS);
  run = start_run (f->records, f->clock, &li, "make-call", "follow");
  g_assert_false (hih_id_is_nil (&run));
  g_clear_pointer (&all, g_ptr_array_unref);
  all = list_trainees (f->records, NULL);
  trainee = all->pdata[0];
  g_assert_true (hih_id_equal (&trainee->id, &li));
  g_assert_cmpint (trainee->last_seen_at_ms, ==, NOW_MS + HOUR_MS);
  assert_sound (f->records);
}

static void
test_change (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  g_autofree char *path = fixture_path (f, "records.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  HihTrainee *trainee;
  HihId nobody = { { 7 } };

  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_rename_trainee_async (f->records, &id, "王奶奶", NULL, hih_records_wait_cb, &wait);
    g_assert_true (hih_records_rename_trainee_finish (f->records, hih_records_wait (&wait), &error));
  }
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_set_picture_async (f->records, &id, "person-07", NULL, hih_records_wait_cb, &wait);
    g_assert_true (hih_records_set_picture_finish (f->records, hih_records_wait (&wait), &error));
  }
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_rename_trainee_async (f->records, &nobody, "王奶奶", NULL, hih_records_wait_cb, &wait);
    g_assert_false (hih_records_rename_trainee_finish (f->records, hih_records_wait (&wait), &error));
    g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
    g_clear_error (&error);
  }
  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_rename_trainee_async (f->records, &id, "   ", NULL, hih_records_wait_cb, &wait);
    g_assert_false (hih_records_rename_trainee_finish (f->records, hih_records_wait (&wait), &error));
    g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
    g_clear_error (&error);
  }
  all = list_trainees (f->records, NULL);
  g_assert_cmpuint (all->len, ==, 1);
  trainee = all->pdata[0];
  g_assert_cmpstr (trainee->name, ==, "王奶奶");
  g_assert_cmpstr (trainee->picture, ==, "person-07");
  assert_sound (f->records);

  /* No name in the log: erasing a profile erases the name. */
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event"), ==, 3);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE body LIKE '%王%'"), ==, 0);
}

static void
set_member (HihRecords *records, const HihId *id, const char *group, gboolean member)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;

  hih_records_set_member_async (records, id, group, member, NULL, hih_records_wait_cb, &wait);
  hih_records_set_member_finish (records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
}

static void
test_groups (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", "二组");
  HihId li = add_trainee (f->records, "李强", "二组");
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  HihGroup *group;

  set_member (f->records, &wang, "一组", TRUE);
  set_member (f->records, &li, "二组", FALSE);
  set_member (f->records, &wang, "三组", TRUE);
  set_member (f->records, &wang, "三组", FALSE);
  hih_records_list_groups_async (f->records, NULL, hih_records_wait_cb, &wait);
  groups = hih_records_list_groups_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 2);
  group = groups->pdata[1];
  g_assert_cmpstr (group->name, ==, "二组");
  g_assert_cmpuint (group->n_trainees, ==, 1);
  assert_sound (f->records);
}

static HihPrefs
get_prefs (HihRecords *records, const HihId *trainee)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihPrefs prefs;

  hih_records_get_prefs_async (records, trainee, NULL, hih_records_wait_cb, &wait);
  hih_records_get_prefs_finish (records, hih_records_wait (&wait), &prefs, &error);
  g_assert_no_error (error);
  return prefs;
}

static gboolean
set_pref (HihRecords *records, const HihId *trainee, HihPref pref, int value, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_set_pref_async (records, trainee, pref, value, NULL, hih_records_wait_cb, &wait);
  return hih_records_set_pref_finish (records, hih_records_wait (&wait), error);
}

static void
test_prefs (Fixture *f, gconstpointer data)
{
  HihId id = add_trainee (f->records, "王芳", NULL);
  g_autoptr (GError) error = NULL;
  HihPrefs prefs = get_prefs (f->records, &id);

  g_assert_cmpint (prefs.values[HIH_PREF_TEXT_SIZE_PERCENT], ==, 100);
  g_assert_cmpint (prefs.values[HIH_PREF_VOICE], ==, 1);
  g_assert_cmpuint (prefs.set, ==, 0);
  g_assert_true (set_pref (f->records, &id, HIH_PREF_TEXT_SIZE_PERCENT, 150, &error));
  g_assert_true (set_pref (f->records, &id, HIH_PREF_TEXT_SIZE_PERCENT, 200, &error));
  g_assert_true (set_pref (f->records, &id, HIH_PREF_VOICE, 0, &error));
  g_assert_false (set_pref (f->records, &id, HIH_PREF_VOICE, 2, &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_true (set_pref (f->records, NULL, HIH_PREF_VOICE, 0, &error));
  fixture_reopen (f);
  prefs = get_prefs (f->records, &id);
  g_assert_cmpint (prefs.values[HIH_PREF_TEXT_SIZE_PERCENT], ==, 200);
  g_assert_cmpint (prefs.values[HIH_PREF_VOICE], ==, 0);
  g_assert_cmpuint (prefs.set, ==, 1u << HIH_PREF_TEXT_SIZE_PERCENT | 1u << HIH_PREF_VOICE);
  prefs = get_prefs (f->records, NULL);
  g_assert_cmpint (prefs.values[HIH_PREF_VOICE], ==, 1);
  assert_sound (f->records);
}

/* The texts are in people's files: changing one would lose what they set. */
static void
test_frozen_names (void)
{
  static const char *const frozen[] = { "text-size-percent", "voice", "voice-pace-percent", "tap-guard-ms",
                                        "left-hand", "errorless", "captions", "film-rate-percent",
                                        "larger-targets", "calm-motion", "southern-sounds" };

  g_assert_cmpuint (G_N_ELEMENTS (frozen), ==, HIH_N_PREFS);
  for (guint i = 0; i < HIH_N_PREFS; i++)
    {
      HihPref pref;

      g_assert_cmpstr (hih_pref_to_string (i), ==, frozen[i]);
      g_assert_true (hih_pref_parse (frozen[i], &pref));
      g_assert_cmpuint (pref, ==, i);
    }
}

static void
test_private_files (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "records.db", "records.db-wal", "records.db-shm", "records.lock" };
  struct stat st;

  add_trainee (f->records, "王芳", NULL);
  g_assert_cmpint (stat (f->dir, &st), ==, 0);
  g_assert_cmpuint (st.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = fixture_path (f, names[i]);

      g_assert_cmpint (stat (path, &st), ==, 0);
      g_assert_cmpuint (st.st_mode & 0777, ==, 0600);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/people/add-and-list", test_add_and_list);
  ADD ("/records/people/change", test_change);
  ADD ("/records/people/groups", test_groups);
  ADD ("/records/people/prefs", test_prefs);
  ADD ("/records/people/private-files", test_private_files);
  g_test_add_func ("/records/people/frozen-names", test_frozen_names);
  return g_test_run ();
}
