/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The matrix of 5 000 people and 40 lessons: what the main thread does in one go while it is filtered, sorted and scrolled,
 * against the 16 ms of one frame. Its own work, without the drawing of the pixels, which is the renderer's: the longest of
 * the steps, in processor time of this thread.
 */
#include "config.h"

#include <adwaita.h>
#include <time.h>

#include "hih-matrix.h"
#include "hih-progress-order.h"

#define PEOPLE 5000
#define LESSONS 40
#define STEPS 400

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static HihBoard *
make_board (void)
{
  static const char *const first[] = { "张", "李", "王", "刘", "陈", "杨", "赵", "黄", "周", "吴" };
  static const char *const second[] = { "桂", "秀", "玉", "淑", "凤", "建", "德", "志", "国", "永" };
  HihBoard *board = g_atomic_rc_box_new0 (HihBoard);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < LESSONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("lesson-%u", i);

      g_strv_builder_add (ids, id);
    }
  board->lessons = (const char *const *) g_strv_builder_end (ids);
  board->n_lessons = LESSONS;
  board->n_people = PEOPLE;
  board->people = g_new0 (HihBoardPerson, PEOPLE);
  for (guint i = 0; i < PEOPLE; i++)
    {
      HihTrainee *trainee = g_atomic_rc_box_new0 (HihTrainee);
      guint8 *cells = g_new0 (guint8, LESSONS);

      trainee->name = g_strconcat (first[i % 10], second[i / 10 % 10], second[i / 100 % 10], NULL);
      trainee->picture = g_strdup (i % 2 == 0 ? "plum" : "lotus");
      trainee->groups = (const char *const *) g_new0 (char *, 1);
      for (guint k = 0; k < LESSONS; k++)
        {
          cells[k] = (guint8) ((i * 7 + k * 3) % HIH_N_CELLS);
          board->people[i].n[cells[k]]++;
        }
      board->people[i].trainee = trainee;
      board->people[i].cells = cells;
    }
  return board;
}

static double longest; /* of one turn of the main loop */

/* Runs what waits; tells how much processor time the longest turn took. */
static void
turn (guint n_ms)
{
  gint64 end = g_get_monotonic_time () + n_ms * 1000;

  while (g_get_monotonic_time () < end)
    {
      double before = now_ms ();

      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
      longest = MAX (longest, now_ms () - before);
    }
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  if (GTK_IS_SCROLLED_WINDOW (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_scroller (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
say (const char *name, double ms)
{
  g_print ("matrix-%s ratio %.3g (ours %.3g ms, peer 16 ms, aim <= 1)\n", name, ms / 16, ms);
}

int
main (void)
{
  guint all[LESSONS];
  g_autoptr (HihBoard) board = NULL;
  g_autoptr (GPtrArray) sounds = NULL;
  g_autoptr (GArray) lessons = g_array_new (FALSE, FALSE, sizeof (guint)), people = NULL, by_need = NULL, found = NULL;
  HihProgressWish wish = { .lessons = all, .n_lessons = LESSONS };
  HihProgressCounts counts;
  GtkWidget *window, *matrix;
  GtkAdjustment *down;
  double before, order_ms, need_ms, find_ms, set_ms;

  adw_init ();
  board = make_board ();
  for (guint i = 0; i < LESSONS; i++)
    all[i] = i;
  g_array_append_vals (lessons, all, LESSONS);
  before = now_ms ();
  sounds = hih_progress_hear (board);
  g_print ("(hearing 5000 names, on a thread of its own: %.0f ms)\n", now_ms () - before);
  before = now_ms ();
  people = hih_progress_sort (board, sounds, &wish, &counts);
  order_ms = now_ms () - before;
  wish.order = HIH_ORDER_NEED;
  before = now_ms ();
  by_need = hih_progress_sort (board, sounds, &wish, &counts);
  need_ms = now_ms () - before;
  wish.text = "zgy";
  before = now_ms ();
  found = hih_progress_sort (board, sounds, &wish, &counts);
  find_ms = now_ms () - before;

  window = adw_window_new ();
  matrix = hih_matrix_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  adw_window_set_content (ADW_WINDOW (window), matrix);
  gtk_window_present (GTK_WINDOW (window));
  hih_matrix_set (HIH_MATRIX (matrix), board, board->lessons, lessons, people);
  turn (1500);
  before = now_ms ();
  hih_matrix_set (HIH_MATRIX (matrix), board, board->lessons, lessons, by_need);
  set_ms = now_ms () - before;
  turn (500);
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (find_scroller (matrix)));
  /* A wheel, some lines at a time, from one end to the other. */
  longest = 0;
  for (guint i = 0; i < STEPS; i++)
    {
      before = now_ms ();
      gtk_adjustment_set_value (down, gtk_adjustment_get_value (down) + 120);
      longest = MAX (longest, now_ms () - before);
      turn (8);
    }
  say ("order", order_ms);
  say ("need", need_ms);
  say ("find", find_ms);
  say ("show", set_ms);
  say ("scroll", longest);
  longest = 0;
  for (guint i = 0; i < 40; i++)
    {
      before = now_ms ();
      gtk_adjustment_set_value (down, (gtk_adjustment_get_upper (down) - 800) * (i * 17 % 40) / 40);
      longest = MAX (longest, now_ms () - before);
      turn (60);
    }
  say ("jump", longest);
  gtk_window_destroy (GTK_WINDOW (window));
  return 0;
}
