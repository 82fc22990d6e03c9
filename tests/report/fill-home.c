/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fill-home DIR: a home of two months with classes, calls, services, mistakes taken back, and names that are unpleasant
 * in spreadsheets: what the tests of reports look at. Always the same. */
#include "config.h"

#include "records-fixture.h"

#define N_PEOPLE 24
#define N_DAYS 60

static const char *const lessons[] = { "know-the-phone", "answer-call", "video-call" };
static const char *const nasty[] = { "=HYPERLINK(\"http://x\",\"y\")", "+86 138", "-1+1", "@SUM(A1)", "＝1+1", "＠cmd", "王\"芳, 大" };

typedef struct
{
  HihRecords *records;
  HihClock *clock;
  HihId people[N_PEOPLE];
  GRand *rand;
} Home;

static guint
dice (Home *home, guint n)
{
  return (guint) g_rand_int_range (home->rand, 0, (gint32) n);
}

static void
practise (Home *home, guint who)
{
  const char *lesson = lessons[dice (home, G_N_ELEMENTS (lessons))];
  gboolean alone = dice (home, 3) == 0;
  HihId run = start_run (home->records, home->clock, &home->people[who], lesson, alone ? "alone" : "guided");

  for (guint i = 0; i < 3; i++)
    {
      static const char *const steps[] = { "look-frame", "accept", "hang-up" };

      end_step (home->records, &home->people[who], &run, steps[i], i, dice (home, 4), dice (home, 2), 4000, NULL);
    }
  end_run (home->records, &home->people[who], &run, alone && dice (home, 2) == 0);
  if (dice (home, 3) == 0)
    tick (home->records, &home->people[who], lesson, 1 + dice (home, 3));
}

#define ASK(call, finish)                                                                                              \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;                                                              \
    g_autoptr (GError) error = NULL;                                                                                   \
    call;                                                                                                              \
    finish;                                                                                                            \
    g_assert_no_error (error);                                                                                         \
  }                                                                                                                    \
  G_STMT_END

static void
hold_class (Home *home, guint day)
{
  HihClassStart start = { .lesson = lessons[day % 3], .group = day % 2 == 0 ? "一楼" : "二楼", .place = "活动室",
                          .led_by = HIH_HELPER_STAFF };
  HihId here[N_PEOPLE];
  guint n = 0;

  for (guint i = 0; i < N_PEOPLE; i++)
    {
      if (i % 3 == day % 2 && dice (home, 4) > 0)
        here[n++] = home->people[i];
    }
  hih_id_generate (&start.session, home->clock);
  ASK (hih_records_begin_class_async (home->records, &start, NULL, hih_records_wait_cb, &wait),
       hih_records_begin_class_finish (home->records, hih_records_wait (&wait), &error));
  ASK (hih_records_attend_async (home->records, &start.session, here, n, TRUE, FALSE, NULL, hih_records_wait_cb, &wait),
       hih_records_attend_finish (home->records, hih_records_wait (&wait), &error));
  /* One was marked by mistake, and another helper came. */
  ASK (hih_records_attend_async (home->records, &start.session, here, 1, FALSE, FALSE, NULL, hih_records_wait_cb, &wait),
       hih_records_attend_finish (home->records, hih_records_wait (&wait), &error));
  for (guint k = 1; k < 3; k++)
    ASK (hih_records_note_helpers_async (home->records, &start.session, &start.session, HIH_HELPER_VOLUNTEER, k, 50,
                                         NULL, hih_records_wait_cb, &wait),
         hih_records_note_helpers_finish (home->records, hih_records_wait (&wait), &error));
  ASK (hih_records_end_class_async (home->records, &start.session, 50, NULL, hih_records_wait_cb, &wait),
       hih_records_end_class_finish (home->records, hih_records_wait (&wait), &error));
}

static void
care (Home *home, guint day)
{
  const HihId *who = &home->people[dice (home, N_PEOPLE)];
  HihId call;

  hih_id_generate (&call, home->clock);
  ASK (hih_records_hold_call_async (home->records, who, &call, day % 4 == 0 ? HIH_CALL_NOT_REACHED : HIH_CALL_HELD,
                                    HIH_HELPER_STAFF, NULL, hih_records_wait_cb, &wait),
       hih_records_hold_call_finish (home->records, hih_records_wait (&wait), &error));
  ASK (hih_records_give_service_async (home->records, day % 3 == 0 ? NULL : who, 0, HIH_HELPER_STAFF, NULL,
                                       hih_records_wait_cb, &wait),
       hih_records_give_service_finish (home->records, hih_records_wait (&wait), &error));
}

/* Every fifth service was a mistake. */
static void
take_back (Home *home)
{
  g_autoptr (GPtrArray) services = NULL;

  ASK (hih_records_list_services_async (home->records, NULL, 0, 0, NULL, hih_records_wait_cb, &wait),
       services = hih_records_list_services_finish (home->records, hih_records_wait (&wait), &error));
  for (guint i = 0; i < services->len; i += 5)
    {
      const HihServiceGiven *given = services->pdata[i];

      ASK (hih_records_void_async (home->records, &given->device, given->seq, NULL, hih_records_wait_cb, &wait),
           hih_records_void_finish (home->records, hih_records_wait (&wait), &error));
    }
}

int
main (int argc, char **argv)
{
  Home home = { .rand = g_rand_new_with_seed (11) };

  g_assert_cmpint (argc, ==, 2);
  home.clock = hih_virtual_clock_new (NOW_MS - N_DAYS * DAY_MS);
  home.records = hih_records_open_sync (argv[1], home.clock, NULL);
  g_assert_nonnull (home.records);
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *name = i < G_N_ELEMENTS (nasty) ? g_strdup (nasty[i]) : g_strdup_printf ("学员%u", i);

      home.people[i] = add_trainee (home.records, name, i % 3 == 0 ? "一楼" : i % 3 == 1 ? "二楼" : NULL);
    }
  /* One is in both. */
  ASK (hih_records_set_member_async (home.records, &home.people[0], "二楼", TRUE, NULL, hih_records_wait_cb, &wait),
       hih_records_set_member_finish (home.records, hih_records_wait (&wait), &error));
  for (guint day = 0; day < N_DAYS; day++)
    {
      for (guint k = 0; k < 3; k++)
        practise (&home, dice (&home, N_PEOPLE));
      if (day % 2 == 0)
        hold_class (&home, day / 2);
      if (day % 5 == 0)
        care (&home, day / 5);
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (home.clock), DAY_MS);
    }
  take_back (&home);
  g_assert_true (hih_records_close_sync (home.records, NULL));
  g_object_unref (home.records);
  g_object_unref (home.clock);
  g_rand_free (home.rand);
  return 0;
}
