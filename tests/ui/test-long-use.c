/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A long day: lessons one after another in the real window, done by the performer without a pause (a person takes ten times
 * as long), then idle pages. Memory must not grow, files must be closed, nothing may be logged (warnings are fatal in
 * tests), and a page that nobody touches must rest. HIH_LONG_SECONDS says how long (25); HIH_LONG_LESSONS how many of the catalogue's
 * lessons are taken in turn (2; 0: all).
 */
#include "config.h"

#include "page-doer.h"

#include <malloc.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <sys/resource.h>

#define IDLE_SECONDS 10
#define MOST_IDLE_LOOKS 3 /* what was begun before (a picture made late, a sound device asked for) may still end on a busy computer */
/* Of memory: what chance leaves, what a stage may add (in the long day it was 3), and never more than a part of all. */
#define CHANCE 0.01
#define MOST_KIB_A_STAGE 4
#define MOST_GROWTH 0.05
#define MORE_ROUNDS 3 /* what one moment holds (a picture being made) is gone a round later, a leak is not */
#define MOST_RESIDENT_GROWTH 0.25 /* a coarse net for what malloc does not know of, see get_kib() */
#define LEAST_ROUNDS 5 /* as few as a very busy computer does: even then a leak of 100 kB a stage is twice what chance leaves */
#define MOST_SQLITE_KIB 4096 /* its page cache (2000 KiB), the schema and what is prepared */
#define MOST_IDLE_CPU 0.01
#define MOST_WAKEUPS 5.0 /* a second */
#define TICK_MS 40
#define STUCK_SECONDS 20

typedef struct
{
  House *house;
  GPtrArray *lessons; /* (element-type utf8) */
  Doer doer;
  guint n_stages;
  guint n_stuck; /* the performer alone cannot do every step in the window: some want a wait, or more than one finger */
} Day;

/* What is in use, but for SQLite's: its cache of pages fills up in the first ten rounds, and is held to its own bound. What the process holds besides is the C library's choice: once a picture of 8 MB was freed it takes the next
 * ones from its heap, where one small thing above such a hole keeps it, in an early round or a late one as chance has it.
 * To give what is large back at once keeps it small, but then every frame's painting waits for new pages (2 ms and more). */
static gsize
get_kib (void)
{
  const struct mallinfo2 info = mallinfo2 ();

  return (info.uordblks + info.hblkhd - (gsize) sqlite3_memory_used ()) / 1024;
}

/* All that is the process's own in memory, also what the C library keeps and what was mapped beside it. */
static gsize
get_resident_kib (void)
{
  g_autofree char *text = NULL;
  const char *at;

  g_assert_true (g_file_get_contents ("/proc/self/status", &text, NULL, NULL));
  at = strstr (text, "\nRssAnon:");
  g_assert_nonnull (at);
  return strtoull (at + strlen ("\nRssAnon:"), NULL, 10);
}

/* The part of what there was that may have come. */
static double
get_most_growth (const Day *day, guint first_stages, gsize first_kib)
{
  return MIN (MOST_GROWTH, CHANCE + (double) (day->n_stages - first_stages) * MOST_KIB_A_STAGE / (double) first_kib);
}

static guint
count_files (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static gint64
get_cpu_us (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

/* How often each thread woke up so far: its number and name, and the count. */
static GHashTable * /* (transfer full) (element-type utf8 guint64) */
count_wakeups (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/task", 0, NULL);
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *id;

  while ((id = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_strdup_printf ("/proc/self/task/%s/status", id);
      g_autofree char *text = NULL;
      const char *at;

      if (g_file_get_contents (path, &text, NULL, NULL) && (at = strstr (text, "\nvoluntary_ctxt_switches:")) != NULL)
        {
          guint64 n = strtoull (at + strlen ("\nvoluntary_ctxt_switches:"), NULL, 10);

          /* "Name:\tpool-hih\n" comes first. */
          g_hash_table_insert (counts, g_strdup_printf ("%s %.*s", id, (int) strcspn (text + 6, "\n"), text + 6),
                               g_memdup2 (&n, sizeof n));
        }
    }
  return counts;
}

/* Wake-ups a second and the part of a processor that a page took which nobody touched for IDLE_SECONDS. */
static double
look_at_idle (double *cpu_part)
{
  g_autoptr (GHashTable) before = count_wakeups (), after = NULL;
  gint64 cpu = get_cpu_us ();
  guint64 all = 0;
  GHashTableIter iter;
  gpointer thread, count;

  house_pass (IDLE_SECONDS * 1000);
  *cpu_part = (double) (get_cpu_us () - cpu) / (IDLE_SECONDS * G_USEC_PER_SEC);
  after = count_wakeups ();
  g_hash_table_iter_init (&iter, after);
  while (g_hash_table_iter_next (&iter, &thread, &count))
    {
      const guint64 *earlier = g_hash_table_lookup (before, thread);
      guint64 n = *(guint64 *) count - (earlier != NULL ? *earlier : 0);

      if (n > IDLE_SECONDS)
        g_test_message ("thread %s woke up %" G_GUINT64_FORMAT " times in %d s", (const char *) thread, n, IDLE_SECONDS);
      all += n;
    }
  return (double) all / IDLE_SECONDS;
}

static void
begin_stage (Day *day, const char *lesson, const char *button)
{
  house_go (day->house, HIH_PLACE_LESSON, lesson);
  /* Its first page, or, when one had been in its middle, that. */
  while (house_find (day->house, "play") == NULL && house_find (day->house, button) == NULL)
    house_pass (TICK_MS);
  if (house_find (day->house, "play") != NULL)
    house_press (day->house, "play");
  house_pass (200);
  house_press (day->house, button);
}

/* To its end, or until it is certain that it has none. */
static void
do_stage (Day *day, const char *lesson, const char *stage)
{
  g_autofree char *button = g_strconcat ("stage-", stage, NULL);
  gint64 begin = g_get_monotonic_time ();
  HihPractice *practice = NULL;

  begin_stage (day, lesson, button);
  doer_begin (&day->doer);
  for (;;)
    {
      HihRun *run;

      house_pass (TICK_MS);
      practice = doer_get_practice (&day->doer);
      run = practice != NULL ? hih_practice_get_run (practice) : NULL;
      if (run != NULL && hih_run_get_item (run) == NULL)
        break;
      if (run != NULL && !hih_run_is_step_met (run))
        doer_do_step (&day->doer);
      if (g_get_monotonic_time () - begin > STUCK_SECONDS * G_USEC_PER_SEC)
        {
          g_test_message ("%s %s did not end: at step %u of the run, %s", lesson, stage,
                          run != NULL ? hih_run_get_index (run) : 0,
                          run == NULL                        ? "which is not there"
                          : hih_run_is_waiting_for_word (run) ? "which waits for a word"
                          : hih_run_is_step_met (run)        ? "which is met"
                                                             : "which is not met");
          day->n_stuck++;
          break;
        }
    }
  day->n_stages++;
}

static void
do_lesson (Day *day, const char *lesson)
{
  static const char *const stages[] = { "follow", "guided", "alone" };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    do_stage (day, lesson, stages[i]);
  /* One gets up, the next sits down, and the instructor looks in. */
  house_go (day->house, HIH_PLACE_DESK, NULL);
  house_pass (100);
  house_press (day->house, "desk-progress");
  house_pass (100);
  house_go (day->house, HIH_PLACE_WHO, NULL);
  house_sit_down (day->house);
}

static void
list_lessons (Day *day, guint most)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (day->house->context);

  for (HihLesson *lesson = hih_catalogue_get_first (catalogue); lesson != NULL && (most == 0 || day->lessons->len < most);
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)))
    g_ptr_array_add (day->lessons, g_strdup (hih_lesson_get_id (lesson)));
}

static guint
get_setting (const char *name, guint fallback)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) atoi (text) : fallback;
}

/* Nobody touches this page. @focus: what is typed into, as it is just after the last key; or NULL. */
static void
rest (House *house, const char *page, GtkWidget *focus)
{
  double wakeups = 0, idle = 1;

  for (guint i = 0; i < MOST_IDLE_LOOKS && (i == 0 || idle >= MOST_IDLE_CPU || wakeups >= MOST_WAKEUPS); i++)
    {
      if (focus != NULL)
        {
          gtk_window_set_focus (GTK_WINDOW (house->window), NULL);
          gtk_widget_grab_focus (focus);
        }
      house_pass (3000);
      wakeups = look_at_idle (&idle);
      g_test_message ("%s, look %u: %.2f %%, %.1f wake-ups a second", page, i + 1, idle * 100, wakeups);
    }
  g_print ("# %s at rest: %.2f %% of a processor, %.1f wake-ups a second\n", page, idle * 100, wakeups);
  g_assert_cmpfloat (idle, <, MOST_IDLE_CPU);
  g_assert_cmpfloat (wakeups, <, MOST_WAKEUPS);
}

static void
test_day (void)
{
  guint seconds = get_setting ("HIH_LONG_SECONDS", 25), round = 0;
  Day day = { house_new (1280, 800, 100, "light"), g_ptr_array_new_with_free_func (g_free) };
  gint64 begin, told;
  gsize first_kib = 0, kib = 0, first_resident = 0, resident = 0;
  guint first_files = 0, files = 0, first_stages = 0, n_timed = 0, n_more = 0;
  double growth = 0, most_growth = 1;

  day.doer.house = day.house;
  hih_window_begin (day.house->window, day.house->context, HIH_PLACE_WHO);
  house_sit_down (day.house);
  list_lessons (&day, get_setting ("HIH_LONG_LESSONS", 2));
  g_assert_cmpuint (day.lessons->len, >, 0);
  begin = told = g_get_monotonic_time ();
  /* What every lesson brings once (pictures, words, fonts) is there after two rounds; from then on nothing may come. */
  for (round = 1; round <= LEAST_ROUNDS || g_get_monotonic_time () - begin < seconds * G_USEC_PER_SEC ||
                  (growth >= most_growth && n_more++ < MORE_ROUNDS); round++)
    {
      for (guint i = 0; i < day.lessons->len; i++)
        do_lesson (&day, day.lessons->pdata[i]);
      kib = get_kib ();
      files = count_files ("/proc/self/fd");
      resident = get_resident_kib ();
      if (round == 2)
        {
          first_kib = kib;
          first_resident = resident;
          first_files = files;
          first_stages = day.n_stages;
        }
      if (round <= 3 || g_get_monotonic_time () - told > 60 * G_USEC_PER_SEC)
        {
          g_test_message ("round %u, %" G_GINT64_FORMAT " s: %" G_GSIZE_FORMAT " KiB and SQLite's %d, %u files, %u steps", round,
                          (g_get_monotonic_time () - begin) / G_USEC_PER_SEC, kib, (int) (sqlite3_memory_used () / 1024), files,
                          day.doer.n_steps);
          told = g_get_monotonic_time ();
          n_timed++;
        }
      if (round >= 2)
        {
          growth = (double) kib / (double) first_kib - 1;
          most_growth = get_most_growth (&day, first_stages, first_kib);
        }
    }

  g_print ("# %u stages (%u given up), %u steps in %" G_GINT64_FORMAT " s: memory %+.2f %% of %.2f (%" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT
           " KiB) and SQLite's %d KiB, resident %" G_GSIZE_FORMAT " to %" G_GSIZE_FORMAT " KiB, files %u to %u\n",
           day.n_stages, day.n_stuck, day.doer.n_steps, (g_get_monotonic_time () - begin) / G_USEC_PER_SEC, growth * 100, most_growth * 100, first_kib, kib,
           (int) (sqlite3_memory_used () / 1024), first_resident, resident, first_files, files);
  g_assert_cmpuint (n_timed, >=, 3);
  g_assert_cmpuint (day.n_stuck * 5, <=, day.n_stages);
  g_assert_cmpfloat (growth, <, most_growth);
  g_assert_cmpfloat ((double) resident, <, (double) first_resident * (1 + MOST_RESIDENT_GROWTH));
  /* None would mean that this SQLite does not count. */
  g_assert_cmpint ((int) (sqlite3_memory_used () / 1024), >, 0);
  g_assert_cmpint ((int) (sqlite3_memory_used () / 1024), <, MOST_SQLITE_KIB);
  g_assert_cmpuint (files, ==, first_files);
  begin_stage (&day, day.lessons->pdata[0], "stage-alone");
  rest (day.house, "a step that is to be done", NULL);
  house_go (day.house, HIH_PLACE_DESK, NULL);
  rest (day.house, "the desk", NULL);
  house_go (day.house, HIH_PLACE_WHO, NULL);
  rest (day.house, "who is learning", NULL);
  house_go (day.house, HIH_PLACE_DOOR, NULL);
  rest (day.house, "the door", house_wait (day.house, "pin"));
  house_free (day.house);
  g_ptr_array_unref (day.lessons);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/long-use", test_day);
  return g_test_run ();
}
