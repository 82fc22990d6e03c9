/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih sample fill: a made-up care home, for demonstrations and benchmarks. */
#include "config.h"

#include "hih-command.h"
#include "hih-consent.h"
#include "hih-paths.h"
#include "hih-people.h"
#include "hih-sample-care.h"

#include <unistd.h>

extern const HihCommand hih_command_sample_fill;

#define MAX_TRAINEES 20000
#define MAX_DAYS 1000
#define BAR_WIDTH 40

/* A clock that is set: what is written down tells the day it is about, not today. */
#define HIH_TYPE_SAMPLE_CLOCK (hih_sample_clock_get_type ())
G_DECLARE_FINAL_TYPE (HihSampleClock, hih_sample_clock, HIH, SAMPLE_CLOCK, HihClock)

struct _HihSampleClock
{
  HihClock parent_instance;

  gint64 now_ms;
};

G_DEFINE_FINAL_TYPE (HihSampleClock, hih_sample_clock, HIH_TYPE_CLOCK)

static gint64
hih_sample_clock_get_ms (HihClock *clock)
{
  return HIH_SAMPLE_CLOCK (clock)->now_ms;
}

static void
hih_sample_clock_class_init (HihSampleClockClass *klass)
{
  HIH_CLOCK_CLASS (klass)->get_wall_ms = hih_sample_clock_get_ms;
  HIH_CLOCK_CLASS (klass)->get_monotonic_ms = hih_sample_clock_get_ms;
}

static void
hih_sample_clock_init (HihSampleClock *self)
{
}

typedef struct
{
  HihSampleHome *home;
  HihSampleCare *care;
  HihRecords *records;
  HihSampleClock *clock;
  HihId *ids;      /* one a person */
  guint n_known;   /* ids that came */
  guint n_written; /* deeds */
} Fill;

static gboolean
end_batch (Fill *fill, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_records_end_batch_async (fill->records, hih_records_wait_cb, &wait);
  return hih_records_end_batch_finish (fill->records, hih_records_wait (&wait), error);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fill *fill = user_data;

  /* They answer in the order in which they were asked; what failed, the end of the batch tells. */
  hih_records_add_trainee_finish (HIH_RECORDS (source), result, &fill->ids[fill->n_known++], NULL);
}

static gboolean
add_people (Fill *fill, GError **error)
{
  guint n = hih_sample_home_get_n_people (fill->home);

  hih_records_begin_batch (fill->records);
  for (guint i = 0; i < n; i++)
    {
      const HihSamplePerson *person = hih_sample_home_get_person (fill->home, i);

      hih_records_add_trainee_async (fill->records, person->name, person->picture, person->group, NULL, added_cb, fill);
    }
  if (!end_batch (fill, error))
    return FALSE;
  hih_records_begin_batch (fill->records);
  for (guint i = 0; i < n; i++)
    {
      hih_records_set_consent_async (fill->records, &fill->ids[i], TRUE, "notice-1", i % 7 == 3 ? "女儿" : NULL, NULL, NULL, NULL);
      if (i % 8 == 5)
        hih_records_set_pref_async (fill->records, &fill->ids[i], HIH_PREF_TEXT_SIZE_PERCENT, 150, NULL, NULL, NULL);
    }
  return end_batch (fill, error);
}

/* The day as a calendar has it. */
static char *
dup_day (gint64 day_ms)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (day_ms / 1000);

  return g_date_time_format (day, "%Y-%m-%d");
}

/* @cares: of classes and calls. */
static void
write_deed (Fill *fill, HihSampleDeed *deed, const HihId *runs, const HihId *cares)
{
  const HihId *who = deed->who != HIH_SAMPLE_NOBODY ? &fill->ids[deed->who] : NULL;
  const HihId *care = &cares[deed->run];
  HihClassStart start = { .session = *care, .group = deed->group, .led_by = deed->helper };
  g_autofree char *day = deed->kind == HIH_DEED_PLAN_CALL ? dup_day (deed->day_ms) : NULL;

  switch (deed->kind)
    {
    case HIH_DEED_WATCH:
      hih_records_watch_film_async (fill->records, who, &deed->film, NULL, NULL, NULL);
      break;
    case HIH_DEED_START:
      deed->start.run = runs[deed->run];
      hih_records_start_run_async (fill->records, who, &deed->start, NULL, NULL, NULL);
      break;
    case HIH_DEED_STEP:
      deed->step.run = runs[deed->run];
      deed->step.hits = deed->hits;
      hih_records_end_step_async (fill->records, who, &deed->step, NULL, NULL, NULL);
      break;
    case HIH_DEED_END:
      deed->end.run = runs[deed->run];
      hih_records_end_run_async (fill->records, who, &deed->end, NULL, NULL, NULL);
      break;
    case HIH_DEED_TICK:
      hih_records_tick_real_phone_async (fill->records, who, NULL, hih_lesson_get_id (deed->lesson), deed->tick, NULL,
                                         NULL, NULL);
      break;
    case HIH_DEED_BEGIN_CLASS:
      start.lesson = hih_lesson_get_id (deed->lesson);
      hih_records_begin_class_async (fill->records, &start, NULL, NULL, NULL);
      break;
    case HIH_DEED_ATTEND:
      hih_records_attend_async (fill->records, care, who, 1, TRUE, deed->late, NULL, NULL, NULL);
      break;
    case HIH_DEED_NOTE_HELPERS:
      hih_records_note_helpers_async (fill->records, care, care, deed->helper, deed->helpers, deed->minutes, NULL, NULL,
                                      NULL);
      break;
    case HIH_DEED_END_CLASS:
      hih_records_end_class_async (fill->records, care, deed->minutes, NULL, NULL, NULL);
      break;
    case HIH_DEED_PLAN_CALL:
      hih_records_plan_call_async (fill->records, who, care, day, deed->part, NULL, NULL, NULL);
      break;
    case HIH_DEED_HOLD_CALL:
      hih_records_hold_call_async (fill->records, who, care, deed->outcome, deed->helper, NULL, NULL, NULL);
      break;
    case HIH_DEED_GIVE_SERVICE:
    default:
      hih_records_give_service_async (fill->records, who, deed->service, deed->helper, NULL, NULL, NULL);
      break;
    }
}

static gboolean
live_day (Fill *fill, GDateTime *day, GError **error)
{
  gint64 midnight_ms = g_date_time_to_unix (day) * 1000;
  guint weekday = (guint) g_date_time_get_day_of_week (day), n_runs = 0, n_cares;
  g_autoptr (GArray) deeds = hih_sample_home_live_day (fill->home, midnight_ms, weekday, &n_runs);
  g_autofree HihId *runs = NULL;
  g_autofree HihId *cares = NULL;

  n_cares = hih_sample_care_live_day (fill->care, fill->home, deeds, midnight_ms, weekday);
  /* A deed may look into both. */
  runs = g_new0 (HihId, MAX (n_runs, n_cares) + 1);
  cares = g_new0 (HihId, MAX (n_runs, n_cares) + 1);
  hih_sample_deeds_sort (deeds);

  hih_records_begin_batch (fill->records);
  for (guint i = 0; i < deeds->len; i++)
    {
      HihSampleDeed *deed = &g_array_index (deeds, HihSampleDeed, i);

      fill->clock->now_ms = deed->at_ms;
      if (deed->kind == HIH_DEED_START)
        hih_id_generate (&runs[deed->run], HIH_CLOCK (fill->clock));
      if (deed->kind == HIH_DEED_BEGIN_CLASS || deed->kind == HIH_DEED_PLAN_CALL)
        hih_id_generate (&cares[deed->run], HIH_CLOCK (fill->clock));
      write_deed (fill, deed, runs, cares);
    }
  fill->n_written += deeds->len;
  return end_batch (fill, error);
}

static void
show_progress (guint done, guint total)
{
  char bar[BAR_WIDTH + 1];

  for (guint i = 0; i < BAR_WIDTH; i++)
    bar[i] = i < done * BAR_WIDTH / total ? '#' : '.';
  bar[BAR_WIDTH] = '\0';
  g_printerr ("\r[%s] %3u %%%s", bar, done * 100 / total, done == total ? "\n" : "");
}

/* The days end yesterday: nothing is told that is still to come. */
static gboolean
live (Fill *fill, int n_days, GError **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (fill->clock->now_ms / 1000);
  g_autoptr (GDateTime) today = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                                       g_date_time_get_day_of_month (now), 0, 0, 0);
  gboolean terminal = isatty (STDERR_FILENO);

  for (int i = 0; i < n_days; i++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (today, i - n_days);

      if (i == 0)
        {
          fill->clock->now_ms = g_date_time_to_unix (day) * 1000 + 8 * 3600 * 1000;
          if (!add_people (fill, error))
            return FALSE;
        }
      if (!live_day (fill, day, error))
        return FALSE;
      if (terminal)
        show_progress ((guint) i + 1, (guint) n_days);
    }
  return TRUE;
}

/* Nobody may mix people who never lived with those who do. */
static gboolean
refuse_if_somebody_is_there (HihRecords *records)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  hih_records_list_trainees_async (records, NULL, NULL, hih_records_wait_cb, &wait);
  people = hih_records_list_trainees_finish (records, hih_records_wait (&wait), &error);
  if (people == NULL)
    hih_command_fail ("%s", error->message);
  else if (people->len > 0)
    hih_command_fail ("%u people are kept in %s: made-up ones only go into an empty place (--data-dir DIR)", people->len,
                      hih_paths_get_data_dir ());
  return people == NULL || people->len > 0;
}

static int
run (int argc, char **argv)
{
  int n_trainees = 0, n_days = 0, seed = 1;
  const GOptionEntry entries[] = {
    { "trainees", 0, 0, G_OPTION_ARG_INT, &n_trainees, "How many people, up to 20000", "N" },
    { "days", 0, 0, G_OPTION_ARG_INT, &n_days, "How many days up to yesterday, at most 1000", "D" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "The same number makes the same home", "S" },
    { NULL },
  };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = NULL;
  g_autoptr (HihSampleHome) home = NULL;
  g_autoptr (HihSampleCare) care = NULL;
  g_autoptr (HihSampleClock) clock = NULL;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree HihId *ids = NULL;
  gint64 begun_us = g_get_monotonic_time ();
  Fill fill = { NULL };
  gboolean done;

  if (!hih_command_parse (&hih_command_sample_fill, entries, &argc, &argv, 0, 0))
    return HIH_EXIT_USAGE;
  if (n_trainees < 1 || n_trainees > MAX_TRAINEES || n_days < 1 || n_days > MAX_DAYS)
    return hih_command_fail_usage ("--trainees is 1 to %d and --days 1 to %d", MAX_TRAINEES, MAX_DAYS);
  catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);
  if (catalogue == NULL)
    return hih_command_fail ("no lessons in %s", hih_paths_get_lessons_dir ());
  clock = g_object_new (HIH_TYPE_SAMPLE_CLOCK, NULL);
  clock->now_ms = g_get_real_time () / 1000;
  records = hih_command_open_records_at (HIH_CLOCK (clock));
  if (records == NULL || refuse_if_somebody_is_there (records))
    return HIH_EXIT_FAILED;
  home = hih_sample_home_new (catalogue, (guint) n_trainees, (guint32) seed);
  care = hih_sample_care_new ((guint32) seed);
  ids = g_new0 (HihId, n_trainees);
  fill = (Fill) { .home = home, .care = care, .records = records, .clock = clock, .ids = ids };
  done = live (&fill, n_days, &error);
  hih_records_close_sync (records, NULL);
  if (!done)
    return hih_command_fail ("%s", error->message);
  g_print ("%d people, %d days, %u deeds in %.1f s\n", n_trainees, n_days, fill.n_written,
           (double) (g_get_monotonic_time () - begun_us) / 1e6);
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_sample_fill = {
  "sample fill",
  "--trainees=N --days=D [--seed=S]",
  "Fills an empty place with a made-up care home, for demonstrations and benchmarks",
  run,
};
