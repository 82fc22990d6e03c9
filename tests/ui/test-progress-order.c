/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is shown in the matrix, in which order, and what is counted; how help fades. No display is needed. */
#include "config.h"

#include "hih-fading.h"
#include "hih-progress-order.h"

/* Four people and three lessons: N not begun, L learning, H with help, A alone, R re-check, S stuck. */
static const struct
{
  const char *name;
  const char *group;
  const char *cells;
} people[] = {
  { "周淑芬", "一组", "AAN" },
  { "张桂英", "一组", "SHN" },
  { "李秀兰", "二组", "ARA" },
  { "陈建国", "二组", "HLS" },
};

#define N_PEOPLE G_N_ELEMENTS (people)
#define N_LESSONS 3

typedef struct
{
  HihBoard board;
  HihBoardPerson persons[N_PEOPLE];
  HihTrainee trainees[N_PEOPLE];
  const char *groups[N_PEOPLE][2];
  guint8 cells[N_PEOPLE][N_LESSONS];
  GPtrArray *sounds;
} Home;

static void
home_init (Home *home)
{
  static const char letters[] = "NLHARS";

  *home = (Home) { .board = { .n_lessons = N_LESSONS, .n_people = N_PEOPLE } };
  home->board.people = home->persons;
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      home->groups[i][0] = people[i].group;
      home->trainees[i] = (HihTrainee) { .name = people[i].name, .picture = "", .groups = home->groups[i] };
      for (guint k = 0; k < N_LESSONS; k++)
        home->cells[i][k] = (guint8) (strchr (letters, people[i].cells[k]) - letters);
      home->persons[i] = (HihBoardPerson) { .trainee = &home->trainees[i], .cells = home->cells[i] };
    }
  home->sounds = hih_progress_hear (&home->board);
}

/* The surnames, in the order that comes out. */
static char *
sort (Home *home, const HihProgressWish *wish, HihProgressCounts *counts)
{
  g_autoptr (GArray) order = hih_progress_sort (&home->board, home->sounds, wish, counts);
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < order->len; i++)
    g_string_append_unichar (names, g_utf8_get_char (people[g_array_index (order, guint, i)].name));
  return g_string_free (names, FALSE);
}

static const guint all[] = { 0, 1, 2 };

static void
test_order (void)
{
  Home home;
  HihProgressWish wish = { .lessons = all, .n_lessons = 3 };
  g_autofree char *by_name = NULL, *by_need = NULL, *by_progress = NULL;

  home_init (&home);
  by_name = sort (&home, &wish, NULL);
  if (hih_name_sounds_are_known ())
    g_assert_cmpstr (by_name, ==, "陈李张周");
  wish.order = HIH_ORDER_NEED;
  by_need = sort (&home, &wish, NULL);
  /* 陈 and 张 are stuck at one each and need help in one each; 陈 is learning another. */
  g_assert_cmpstr (by_need, ==, "陈张李周");
  wish.order = HIH_ORDER_PROGRESS;
  by_progress = sort (&home, &wish, NULL);
  g_assert_cmpstr (by_progress, ==, "李周陈张");
  g_ptr_array_unref (home.sounds);
}

static void
test_filter (void)
{
  static const guint first[] = { 0 };
  Home home;
  HihProgressWish group = { .lessons = all, .n_lessons = 3, .group = "二组", .order = HIH_ORDER_NEED };
  HihProgressWish text = { .lessons = all, .n_lessons = 3, .text = "桂" };
  HihProgressWish letters = { .lessons = all, .n_lessons = 3, .text = "lxl" };
  HihProgressWish stuck = { .lessons = first, .n_lessons = 1, .only = HIH_ONLY_STUCK };
  HihProgressWish due = { .lessons = all, .n_lessons = 3, .only = HIH_ONLY_DUE };
  HihProgressWish nobody = { .lessons = all, .n_lessons = 3, .text = "qqq" };
  g_autofree char *in_group = NULL, *found = NULL, *stuck_ones = NULL, *due_ones = NULL, *none = NULL;

  home_init (&home);
  in_group = sort (&home, &group, NULL);
  g_assert_cmpstr (in_group, ==, "陈李");
  found = sort (&home, &text, NULL);
  g_assert_cmpstr (found, ==, "张");
  if (hih_name_sounds_are_known ())
    {
      g_autofree char *sounding = sort (&home, &letters, NULL);

      g_assert_cmpstr (sounding, ==, "李");
    }
  /* Only at a lesson that is shown. */
  stuck_ones = sort (&home, &stuck, NULL);
  g_assert_cmpstr (stuck_ones, ==, "张");
  due_ones = sort (&home, &due, NULL);
  g_assert_cmpstr (due_ones, ==, "李");
  none = sort (&home, &nobody, NULL);
  g_assert_cmpstr (none, ==, "");
  g_ptr_array_unref (home.sounds);
}

static void
test_counts (void)
{
  Home home;
  HihProgressWish wish = { .lessons = all, .n_lessons = 3, .only = HIH_ONLY_STUCK };
  HihProgressCounts counts;
  g_autofree char *three = NULL, *two = NULL, *one = NULL;

  home_init (&home);
  three = sort (&home, &wish, &counts);
  /* Of everybody, though only the stuck are shown. */
  g_assert_cmpuint (counts.n_people, ==, 4);
  g_assert_cmpuint (counts.enough, ==, 3);
  g_assert_cmpuint (counts.n_able, ==, 1);
  g_assert_cmpuint (counts.n_stuck, ==, 2);
  g_assert_cmpuint (counts.n_due, ==, 1);
  wish.n_lessons = 2;
  two = sort (&home, &wish, &counts);
  g_assert_cmpuint (counts.enough, ==, 2);
  g_assert_cmpuint (counts.n_able, ==, 2);
  g_assert_cmpuint (counts.n_stuck, ==, 1);
  wish.group = "二组";
  one = sort (&home, &wish, &counts);
  g_assert_cmpuint (counts.n_people, ==, 2);
  g_assert_cmpuint (counts.n_able, ==, 1);
  g_ptr_array_unref (home.sounds);
}

static void
test_fading (void)
{
  HihStepHistory history[9 * 2];
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (HihFading) fading = NULL;
  HihStepHistory trap = { .nth_run = 8, .at_ms = 1008, .stage = "alone", .step_index = 0, .level = 4, .trap = TRUE };
  HihStepHistory again = { .nth_run = 8, .at_ms = 1008, .stage = "alone", .step_index = 1, .level = 1 };
  HihStepHistory beyond = { .nth_run = 8, .at_ms = 1008, .stage = "alone", .step_index = 7, .level = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (history); i++)
    {
      history[i] = (HihStepHistory) { .nth_run = i / 2, .at_ms = 1000 + i / 2, .stage = i / 2 < 5 ? "guided" : "alone",
                                      .step_index = i % 2, .level = i / 2 == 8 ? i % 2 * 3 : 1 };
      g_ptr_array_add (list, &history[i]);
    }
  g_ptr_array_add (list, &trap);
  g_ptr_array_add (list, &again);
  g_ptr_array_add (list, &beyond);
  fading = hih_fading_new (list, 3);
  g_assert_cmpuint (fading->n_runs, ==, HIH_FADING_RUNS);
  g_assert_cmpint (fading->at_ms[0], ==, 1003);
  g_assert_cmpint (fading->at_ms[5], ==, 1008);
  g_assert_cmpint (fading->stages[0], ==, HIH_STAGE_GUIDED);
  g_assert_cmpint (fading->stages[5], ==, HIH_STAGE_ALONE);
  g_assert_cmpint (hih_fading_get (fading, 0, 5), ==, 0);  /* the trap is no step of the lesson */
  g_assert_cmpint (hih_fading_get (fading, 1, 5), ==, 3);  /* the most help of two */
  g_assert_cmpint (hih_fading_get (fading, 1, 0), ==, 1);
  g_assert_cmpint (hih_fading_get (fading, 2, 5), ==, -1); /* not reached */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/progress/order", test_order);
  g_test_add_func ("/ui/progress/filter", test_filter);
  g_test_add_func ("/ui/progress/counts", test_counts);
  g_test_add_func ("/ui/progress/fading", test_fading);
  return g_test_run ();
}
