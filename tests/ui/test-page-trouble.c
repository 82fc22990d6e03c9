/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * In the middle of a lesson the disk is full for a while, or the computer's clock jumps. The lesson goes on to its end, the teacher is
 * told once in calm words, and afterwards the records are whole: the chain holds, the projections are what a rebuild makes.
 */
#include "config.h"

#include "page-doer.h"

#include "hih-desk-days.h"
#include "hih-error-text.h"

#include <signal.h>
#include <sys/resource.h>

#define LESSON "video-call"
#define TICK_MS 40
#define MOST_SECONDS 60
#define DAY_MS G_GINT64_CONSTANT (86400000)

/* The computer's clock, whose hands somebody turns. */
#define TEST_TYPE_TURNED_CLOCK (test_turned_clock_get_type ())
G_DECLARE_FINAL_TYPE (TestTurnedClock, test_turned_clock, TEST, TURNED_CLOCK, HihClock)

struct _TestTurnedClock
{
  HihClock parent_instance;

  HihClock *system;
  gint64 turned_ms;
};

G_DEFINE_FINAL_TYPE (TestTurnedClock, test_turned_clock, HIH_TYPE_CLOCK)

static gint64
get_monotonic_ms (HihClock *clock)
{
  return hih_clock_get_monotonic_ms (TEST_TURNED_CLOCK (clock)->system);
}

static gint64
get_wall_ms (HihClock *clock)
{
  return hih_clock_get_wall_ms (TEST_TURNED_CLOCK (clock)->system) + TEST_TURNED_CLOCK (clock)->turned_ms;
}

static guint
add_timeout (HihClock *clock, gint64 delay_ms, GSourceOnceFunc func, gpointer data)
{
  return hih_clock_add_timeout (TEST_TURNED_CLOCK (clock)->system, delay_ms, func, data);
}

static void
remove_timeout (HihClock *clock, guint id)
{
  hih_clock_clear_timeout (TEST_TURNED_CLOCK (clock)->system, &id);
}

static void
test_turned_clock_finalize (GObject *object)
{
  g_clear_object (&TEST_TURNED_CLOCK (object)->system);
  G_OBJECT_CLASS (test_turned_clock_parent_class)->finalize (object);
}

static void
test_turned_clock_class_init (TestTurnedClockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = test_turned_clock_finalize;
  HIH_CLOCK_CLASS (klass)->get_monotonic_ms = get_monotonic_ms;
  HIH_CLOCK_CLASS (klass)->get_wall_ms = get_wall_ms;
  HIH_CLOCK_CLASS (klass)->add_timeout = add_timeout;
  HIH_CLOCK_CLASS (klass)->remove_timeout = remove_timeout;
}

static void
test_turned_clock_init (TestTurnedClock *self)
{
  self->system = hih_clock_new_system ();
}

static void
sit_down (Doer *doer)
{
  if (hih_window_get_page (doer->house->window) == NULL)
    hih_window_begin (doer->house->window, doer->house->context, HIH_PLACE_WHO);
  else
    house_go (doer->house, HIH_PLACE_WHO, NULL);
  house_sit_down (doer->house);
  house_go (doer->house, HIH_PLACE_LESSON, LESSON);
  house_wait (doer->house, "play");
  house_press (doer->house, "stage-follow");
  while (hih_practice_get_run (doer_get_practice (doer)) == NULL)
    house_pass (TICK_MS);
  doer_begin (doer);
}

/* Until so many steps are over (G_MAXUINT: all), or a sheet came. */
static void
go_on (Doer *doer, guint n_steps)
{
  gint64 end = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;

  for (;;)
    {
      HihRun *run = hih_practice_get_run (doer_get_practice (doer));

      if (hih_run_get_item (run) == NULL || hih_run_get_index (run) >= n_steps || house_find (doer->house, "sheet-close") != NULL)
        return;
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      if (!hih_run_is_step_met (run))
        doer_do_step (doer);
      house_pass (TICK_MS);
    }
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = hih_records_check_finish (HIH_RECORDS (source), result, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
  *(gboolean *) user_data = TRUE;
}

static void
check_records (House *house)
{
  gboolean checked = FALSE;

  hih_records_check_async (house->records, NULL, checked_cb, &checked);
  while (!checked)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
is_over (Doer *doer)
{
  return hih_run_get_item (hih_practice_get_run (doer_get_practice (doer))) == NULL;
}

static gboolean
has_words (GtkWidget *widget, const char *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_words (child, words))
        return TRUE;
    }
  return FALSE;
}

/* As long as no file may grow, nothing can be stored: to SQLite that is a disk that refuses. */
static void
test_full_disk (void)
{
  Doer doer = { house_new (1280, 800, 100, "light"), G_MAXUINT };
  struct rlimit before, full;

  sit_down (&doer);
  go_on (&doer, 1);
  g_assert_null (house_find (doer.house, "sheet-close"));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = before;
  full.rlim_cur = 1;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  go_on (&doer, G_MAXUINT);
  g_assert_false (is_over (&doer));
  g_assert_nonnull (house_find (doer.house, "sheet-close"));
  g_assert_true (has_words (GTK_WIDGET (doer.house->window), "不让写东西"));
  house_press (doer.house, "sheet-close");
  go_on (&doer, hih_run_get_index (hih_practice_get_run (doer_get_practice (&doer))) + 1);
  g_assert_null (house_find (doer.house, "sheet-close"));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  go_on (&doer, G_MAXUINT);
  g_assert_true (is_over (&doer));
  check_records (doer.house);
  house_free (doer.house);
}

/* A day back, as an empty battery does, and forty years ahead. */
static void
test_turned_back (void)
{
  g_autoptr (TestTurnedClock) clock = g_object_new (TEST_TYPE_TURNED_CLOCK, NULL);
  Doer doer = { house_new_on (HIH_CLOCK (clock), 1280, 800, 100, "light", NULL), G_MAXUINT };

  sit_down (&doer);
  go_on (&doer, 1);
  clock->turned_ms = -DAY_MS;
  go_on (&doer, 2);
  clock->turned_ms = -20000 * DAY_MS;
  go_on (&doer, 3);
  clock->turned_ms = 40 * 365 * DAY_MS;
  go_on (&doer, 4);
  clock->turned_ms = 0;
  go_on (&doer, G_MAXUINT);
  g_assert_null (house_find (doer.house, "sheet-close"));
  g_assert_true (is_over (&doer));
  check_records (doer.house);
  house_free (doer.house);
}

static gint64
at (int year, int month, int day, int hour, int minute, double second)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, hour, minute, second);

  return g_date_time_to_unix (time) * 1000;
}

/* Every part of the desk, with its days and its words about them. */
static void
look_through_desk (House *house)
{
  static const char *const parts[] = {
#define HIH_DESK_PART(name, icon, word) "desk-" #name,
#include "hih-desk-parts.def"
#undef HIH_DESK_PART
  };

  house_go (house, HIH_PLACE_DESK, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      house_press (house, parts[i]);
      house_pass (2 * TICK_MS);
    }
}

/* An empty battery; the last second of 32 bits, which ends in the middle; a hand that slipped. Nothing is warned of (warnings
 * are fatal), each lesson comes to its end, and the records are whole. */
static void
test_far_clocks (void)
{
  const gint64 clocks[] = { at (1970, 1, 1, 0, 0, 1), at (2038, 1, 19, 3, 14, 6), at (2101, 6, 1, 12, 0, 0) };
  g_autoptr (TestTurnedClock) clock = g_object_new (TEST_TYPE_TURNED_CLOCK, NULL);
  Doer doer = { NULL, G_MAXUINT };

  clock->turned_ms = clocks[0] - hih_clock_get_wall_ms (clock->system);
  doer.house = house_new_on (HIH_CLOCK (clock), 1280, 800, 100, "light", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      clock->turned_ms = clocks[i] - hih_clock_get_wall_ms (clock->system);
      sit_down (&doer);
      go_on (&doer, G_MAXUINT);
      g_assert_null (house_find (doer.house, "sheet-close"));
      g_assert_true (is_over (&doer));
      look_through_desk (doer.house);
    }
  check_records (doer.house);
  house_free (doer.house);
}

static void
days_cb (gint64 from_ms, gint64 to_ms, gpointer owner)
{
}

/* Somebody holds the nines down: after the last day there is none. */
static void
test_last_day (void)
{
  House *house = house_new (1280, 800, 100, "light");
  GtkWidget *entry, *moves;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  hih_desk_days_open (hih_window_get_page (house->window), 0, 0, days_cb, G_OBJECT (house->window));
  entry = house_wait (house, "report-last-day");
  moves = gtk_widget_get_next_sibling (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "9999-12-31");
  g_signal_emit_by_name (gtk_widget_get_last_child (moves), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "9999-12-31");
  g_signal_emit_by_name (gtk_widget_get_first_child (moves), "clicked");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "9999-11-30");
  house_free (house);
}

int
main (int argc, char **argv)
{
  signal (SIGXFSZ, SIG_IGN);
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/trouble/full-disk", test_full_disk);
  g_test_add_func ("/ui/trouble/turned-back", test_turned_back);
  g_test_add_func ("/ui/trouble/far-clocks", test_far_clocks);
  g_test_add_func ("/ui/trouble/last-day", test_last_day);
  return g_test_run ();
}
