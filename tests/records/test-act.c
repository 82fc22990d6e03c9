/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts on many people, and taking them back: afterwards everything a page reads is as it was before. */
#include "config.h"

#include <sqlite3.h>

#include "hih-act.h"
#include "hih-log.h"
#include "hih-privacy.h"
#include "records-fixture.h"

static HihAct *
finish (Fixture *f, HihRecordsWait *wait)
{
  g_autoptr (GError) error = NULL;
  HihAct *act = hih_records_act_finish (f->records, hih_records_wait (wait), &error);

  g_assert_no_error (error);
  return act;
}

static HihAct *
group (Fixture *f, GArray *people, const char *name, gboolean member)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_group_people_async (f->records, people, name, member, NULL, hih_records_wait_cb, &wait);
  return finish (f, &wait);
}

static HihAct *
prefer (Fixture *f, GArray *people, HihPref pref, int value)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_prefer_people_async (f->records, people, pref, value, NULL, hih_records_wait_cb, &wait);
  return finish (f, &wait);
}

static HihAct *
keep_with_family (Fixture *f, const HihId *trainee, const char *name, const char *picture, const char *groups,
                  const char *const *family)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_auto (GStrv) names = g_strsplit (groups, "|", -1);

  if (*groups == '\0')
    g_clear_pointer (&names[0], g_free);
  hih_records_keep_person_async (f->records, trainee, name, picture, (const char *const *) names, family, NULL,
                                 hih_records_wait_cb, &wait);
  return finish (f, &wait);
}

static HihAct *
keep (Fixture *f, const HihId *trainee, const char *name, const char *picture, const char *groups)
{
  return keep_with_family (f, trainee, name, picture, groups, NULL);
}

static void
undo (Fixture *f, HihAct *act, guint n_stayed)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  hih_records_undo_async (f->records, act, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_undo_finish (f->records, hih_records_wait (&wait), &n, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, n_stayed);
}

static int
get_pref (Fixture *f, const HihId *id, HihPref pref, gboolean *set)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihPrefs prefs;

  hih_records_get_prefs_async (f->records, id, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_get_prefs_finish (f->records, hih_records_wait (&wait), &prefs, NULL));
  *set = (prefs.set & (1u << pref)) != 0;
  return prefs.values[pref];
}

/* Everybody with name, picture, groups and text size, as one text. */
static char *
tell (Fixture *f)
{
  g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const HihTrainee *trainee = list->pdata[i];
      g_autofree char *groups = g_strjoinv ("|", (char **) trainee->groups);
      gboolean set;
      int percent = get_pref (f, &trainee->id, HIH_PREF_TEXT_SIZE_PERCENT, &set);

      /* The fixture gives everybody the same picture. */
      g_string_append_printf (text, "%s %s %s %d%s; ", trainee->name,
                              g_str_equal (trainee->picture, "person-03") ? "" : trainee->picture, groups, percent, set ? "!" : "");
    }
  return g_string_free (text, FALSE);
}

static void
assert_told (Fixture *f, const char *expected)
{
  g_autofree char *text = tell (f);

  g_assert_cmpstr (text, ==, expected);
}

static GArray *
add_three (Fixture *f)
{
  static const char *const names[] = { "A", "B", "C" };
  GArray *people = g_array_new (FALSE, FALSE, sizeof (HihId));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      HihId id = add_trainee (f->records, names[i], i == 0 ? "x" : NULL);

      g_array_append_val (people, id);
    }
  return people;
}

static void
test_groups (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) people = add_three (f);
  g_autofree char *before = tell (f);
  g_autoptr (HihAct) joined = group (f, people, " y ", TRUE);
  g_autoptr (HihAct) again = group (f, people, "y", TRUE);
  g_autoptr (HihAct) left = NULL;

  g_assert_cmpuint (hih_act_get_n_people (joined), ==, 3);
  g_assert_cmpuint (hih_act_get_n_people (again), ==, 0);
  assert_told (f, "A  x|y 100; B  y 100; C  y 100; ");
  left = group (f, people, "x", FALSE);
  g_assert_cmpuint (hih_act_get_n_people (left), ==, 1);
  assert_told (f, "A  y 100; B  y 100; C  y 100; ");
  undo (f, left, 0);
  undo (f, joined, 0);
  assert_told (f, before);
  assert_sound (f->records);
  /* Undone twice is undone once, and the group can be joined again. */
  undo (f, joined, 0);
  g_clear_pointer (&again, hih_act_unref);
  again = group (f, people, "y", TRUE);
  g_assert_cmpuint (hih_act_get_n_people (again), ==, 3);
  assert_told (f, "A  x|y 100; B  y 100; C  y 100; ");
  assert_sound (f->records);
}

static void
test_prefs (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) people = add_three (f);
  g_autofree char *before = tell (f);
  g_autoptr (HihAct) larger = prefer (f, people, HIH_PREF_TEXT_SIZE_PERCENT, 150);
  g_autoptr (HihAct) largest = prefer (f, people, HIH_PREF_TEXT_SIZE_PERCENT, 200);

  assert_told (f, "A  x 200!; B   200!; C   200!; ");
  undo (f, largest, 0);
  assert_told (f, "A  x 150!; B   150!; C   150!; ");
  undo (f, larger, 0);
  assert_told (f, before);
  assert_sound (f->records);
}

static void
test_person (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) people = add_three (f);
  const HihId *a = &g_array_index (people, HihId, 0);
  g_autofree char *before = tell (f);
  g_autoptr (HihAct) added = keep (f, NULL, " D ", "plum", "x|y");
  g_autoptr (HihAct) changed = NULL, later = NULL, same = NULL;

  assert_told (f, "A  x 100; B   100; C   100; D plum x|y 100; ");
  undo (f, added, 0);
  assert_told (f, before);
  changed = keep (f, a, "AA", "peach", "z");
  g_assert_cmpuint (hih_act_get_n_people (changed), ==, 1);
  same = keep (f, a, "AA", "peach", "z");
  g_assert_cmpuint (hih_act_get_n_people (same), ==, 0);
  assert_told (f, "AA peach z 100; B   100; C   100; ");
  undo (f, changed, 0);
  assert_told (f, before);
  /* What somebody changed afterwards is not undone with it. */
  g_clear_pointer (&changed, hih_act_unref);
  changed = keep (f, a, "AA", "peach", "z");
  later = keep (f, a, "AAA", "peach", "z");
  undo (f, changed, 0);
  assert_told (f, "AAA peach x 100; B   100; C   100; ");
  assert_sound (f->records);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GArray) people = add_three (f);
  g_auto (HihRecordsWait) bad_group = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) bad_value = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;

  hih_records_group_people_async (f->records, people, "  ", TRUE, NULL, hih_records_wait_cb, &bad_group);
  g_assert_null (hih_records_act_finish (f->records, hih_records_wait (&bad_group), &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  g_clear_error (&error);
  hih_records_prefer_people_async (f->records, people, HIH_PREF_TEXT_SIZE_PERCENT, 7, NULL, hih_records_wait_cb,
                                   &bad_value);
  g_assert_null (hih_records_act_finish (f->records, hih_records_wait (&bad_value), &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  assert_told (f, "A  x 100; B   100; C   100; ");
}

static gboolean
holds (const char *path, const char *name)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  gboolean found = FALSE;
  const char *entry;

  g_assert_nonnull (dir);
  while (!found && (entry = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, entry, NULL);
      g_autofree char *contents = NULL;
      gsize length = 0;

      if (!g_file_get_contents (file, &contents, &length, NULL))
        continue;
      for (gsize i = 0; i < length; i++)
        contents[i] = contents[i] == '\0' ? ' ' : contents[i];
      found = g_strstr_len (contents, (gssize) length, name) != NULL;
    }
  return found;
}

/* Somebody added by mistake and taken back leaves no name behind, not even in the file's free bytes; nor can the adding
 * be voided by itself, which would leave a name that nobody lists. */
static void
test_no_name_stays (Fixture *f, gconstpointer data)
{
  static const char list[] = "姓名,图片\n欧阳无痕二,\n欧阳无痕三,\n欧阳无痕二,plum\n";
  g_autofree char *path = fixture_path (f, "records.db");
  g_autoptr (GArray) people = add_three (f);
  const HihId *a = &g_array_index (people, HihId, 0);
  g_autoptr (HihAct) added = keep (f, NULL, "欧阳无痕", "plum", "x|y");
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_parse (list, sizeof list - 1, NULL);
  g_autoptr (HihImportResult) result = NULL;
  g_autoptr (HihLessonProgress) progress = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) voiding = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  HihImportOptions options = { .repeats = HIH_REPEAT_SAME };

  hih_records_import_people_async (f->records, sheet, &options, NULL, hih_records_wait_cb, &wait);
  result = hih_records_import_people_finish (f->records, hih_records_wait (&wait), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n[HIH_ROW_NEW], ==, 2);
  g_assert_cmpuint (result->n[HIH_ROW_CHANGED], ==, 1);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile WHERE name LIKE '欧阳无痕%'"), ==, 3);
  undo (f, result->act, 0);
  undo (f, added, 0);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile"), ==, 3);
  assert_sound (f->records);
  tick (f->records, a, "make-call", HIH_REAL_PHONE_ALONE);
  progress = get_progress (f->records, a, "make-call");
  hih_records_void_async (f->records, &progress->real_phone_device, 1, NULL, hih_records_wait_cb, &voiding);
  g_assert_false (hih_records_void_finish (f->records, hih_records_wait (&voiding), &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
  fixture_close (f);
  g_assert_true (holds (f->dir, "A"));
  g_assert_false (holds (f->dir, "欧阳无痕"));
}

static void
assert_family (Fixture *f, const char *name, const char *expected)
{
  g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const HihTrainee *trainee = list->pdata[i];
      g_autofree char *family = g_strjoinv ("|", (char **) trainee->family);

      if (g_str_equal (trainee->name, name))
        g_assert_cmpstr (family, ==, expected);
    }
}

static void
assert_family_refused (Fixture *f, const HihId *id, const char *const *family)
{
  static const char *const no_groups[] = { NULL };
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;

  hih_records_keep_person_async (f->records, id, "王小芳", "", no_groups, family, NULL, hih_records_wait_cb, &wait);
  g_assert_null (hih_records_act_finish (f->records, hih_records_wait (&wait), &error));
  g_assert_error (error, HIH_RECORDS_ERROR, HIH_RECORDS_ERROR_CONSTRAINT);
}

/* Whom they call: cleaned, at most three, kept with a change of anything else, taken back with the act, and nowhere in
 * the log. */
static void
test_family (Fixture *f, gconstpointer data)
{
  static const char *const two[] = { "  女儿小芳 ", "", "儿子强强", NULL };
  static const char *const four[] = { "甲", "乙", "丙", "丁", NULL };
  static const char *const none[] = { "", NULL };
  static const char *const bad[] = { "女儿\n小芳", "\x01", NULL };
  g_auto (HihRecordsWait) exporting = HIH_RECORDS_WAIT_INIT;
  g_auto (HihRecordsWait) erasing = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) traces = NULL;
  g_autofree char *json = NULL;
  G_GNUC_UNUSED g_autoptr (HihAct) added = keep_with_family (f, NULL, "王芳", "", "", two);
  g_autoptr (GPtrArray) list = list_trainees (f->records, NULL);
  HihId id = ((const HihTrainee *) list->pdata[0])->id;
  G_GNUC_UNUSED g_autoptr (HihAct) renamed = keep (f, &id, "王小芳", "", "");
  g_autoptr (HihAct) emptied = NULL;
  g_autofree char *path = fixture_path (f, "records.db");

  assert_family (f, "王小芳", "女儿小芳|儿子强强");
  emptied = keep_with_family (f, &id, "王小芳", "", "", none);
  assert_family (f, "王小芳", "");
  undo (f, emptied, 0);
  assert_family (f, "王小芳", "女儿小芳|儿子强强");
  assert_family_refused (f, &id, four);
  assert_family_refused (f, &id, bad);
  assert_family (f, "王小芳", "女儿小芳|儿子强强");
  assert_sound (f->records);
  hih_records_export_trainee_async (f->records, &id, NULL, hih_records_wait_cb, &exporting);
  json = hih_records_export_trainee_finish (f->records, hih_records_wait (&exporting), NULL);
  g_assert_nonnull (strstr (json, "\"family\": ["));
  g_assert_nonnull (strstr (json, "\"女儿小芳\",\n"));
  g_assert_nonnull (strstr (json, "\"儿子强强\"\n"));
  hih_records_erase_trainees_async (f->records, &id, 1, FALSE, NULL, hih_records_wait_cb, &erasing);
  traces = hih_records_erase_trainees_finish (f->records, hih_records_wait (&erasing), NULL);
  g_assert_nonnull (traces);
  fixture_close (f);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM profile WHERE family <> ''"), ==, 0);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE body LIKE '%小芳%'"), ==, 0);
  g_assert_cmpint (query_file (path, "SELECT count(*) FROM event WHERE body LIKE '%family%'"), ==, 3);
}

static int
count_cb (gpointer data)
{
  (*(guint *) data)++;
  return 0;
}

/* Takes the newest joining of @trainee back, or, with @all, what added them too; steps of SQLite's machine that it took. */
static guint
count_undoing (Fixture *f, const HihId *trainee, gboolean all)
{
  g_autofree char *path = fixture_path (f, "records.db");
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) seqs = g_array_new (FALSE, FALSE, sizeof (gint64));
  HihStore *store = hih_store_new (path, TRUE, &error);
  sqlite3_stmt *stmt;
  HihId device;
  guint n = 0;

  g_assert_no_error (error);
  g_assert_true (hih_log_get_device (store, &device, NULL));
  stmt = hih_store_query (store, "log-of-trainee", NULL);
  hih_bind_id (stmt, 1, trainee);
  while (hih_store_next (store, stmt, NULL) > 0)
    {
      gint64 seq = sqlite3_column_int64 (stmt, 1);

      if (g_str_equal (sqlite3_column_text (stmt, 2), "group-joined") ||
          (all && g_str_equal (sqlite3_column_text (stmt, 2), "trainee-added")))
        g_array_append_val (seqs, seq);
    }
  g_assert_cmpuint (seqs->len, ==, all ? 2 : 1);
  g_assert_true (hih_store_begin (store, NULL));
  sqlite3_progress_handler (hih_store_get_db (store), 1, count_cb, &n);
  g_assert_true (hih_log_void (store, &device, seqs, trainee, all ? NULL : "group_member", NOW_MS, &error));
  sqlite3_progress_handler (hih_store_get_db (store), 0, NULL, NULL);
  hih_store_rollback (store);
  hih_store_free (store);
  return n;
}

static void
practise (Fixture *f, const HihId *id, guint n_runs)
{
  for (guint i = 0; i < n_runs; i++)
    {
      HihId run = start_run (f->records, f->clock, id, "make-call", "guided");

      g_assert_true (end_step (f->records, id, &run, "who", 0, 1, 0, 100, NULL));
      end_run (f->records, id, &run, FALSE);
    }
}

/* What it costs to take back what was done to one of many does not grow with what the others have practised; and who only
 * leaves a group again costs less than all their lessons made anew. */
static void
test_undo_work (Fixture *f, gconstpointer data)
{
  HihId wang = add_trainee (f->records, "王芳", "一组");
  HihId li = add_trainee (f->records, "李强", NULL);
  guint added, joined, own;

  added = count_undoing (f, &wang, TRUE);
  joined = count_undoing (f, &wang, FALSE);
  practise (f, &li, 40);
  g_assert_cmpuint (count_undoing (f, &wang, TRUE), <=, added + added / 10);
  g_assert_cmpuint (count_undoing (f, &wang, FALSE), <=, joined + joined / 10);
  practise (f, &wang, 40);
  own = count_undoing (f, &wang, FALSE);
  g_assert_cmpuint (own * 10, <, count_undoing (f, &wang, TRUE));
  g_test_message ("%u %u %u", added, joined, own);
  assert_sound (f->records);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/records/act/groups", test_groups);
  ADD ("/records/act/prefs", test_prefs);
  ADD ("/records/act/person", test_person);
  ADD ("/records/act/refused", test_refused);
  ADD ("/records/act/no-name-stays", test_no_name_stays);
  ADD ("/records/act/family", test_family);
  ADD ("/records/act/undo-work", test_undo_work);
  return g_test_run ();
}
