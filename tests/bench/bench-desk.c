/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-desk NAME RECORDS: the desk over many people. For each part of it, from pressing its name to the first frame that
 * shows what it has to say, against a second; and the longest the main thread worked in one go meanwhile, and while the
 * part is scrolled, in its processor time, against the 16 ms of one frame.
 */
#include "config.h"

#include <time.h>

#include "hih-locale.h"
#include "page-house.h"

#define ROUNDS 3
#define SCROLLS 120
#define MOST_MS 20000
#define QUIET_MS 300

/* What stands there once a part has its answers. */
static const struct
{
  const char *part;
  const char *shown;
} parts[] = {
  { "today", "today-home" },     { "people", "person-row" },  { "progress", "matrix-list" },
  { "care", "care-plan" },       { "reports", "report-completion" },
};

static double longest_ms; /* of one turn of the main loop */

static double
now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000 + (double) now.tv_nsec / 1e6;
}

static void
turn (void)
{
  double before = now_ms ();

  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (500);
  longest_ms = MAX (longest_ms, now_ms () - before);
}

static void
rest (guint n_ms)
{
  gint64 end = g_get_monotonic_time () + n_ms * 1000;

  while (g_get_monotonic_time () < end)
    turn ();
}

static void
painted_cb (GdkFrameClock *clock, gpointer painted)
{
  *(gboolean *) painted = TRUE;
}

/* Until the computer, which may be busy with others, has done all there is to do here. */
static void
settle (void)
{
  gint64 begin = g_get_monotonic_time (), last = begin;
  double spent = now_ms ();

  while (g_get_monotonic_time () - last < QUIET_MS * 1000 && g_get_monotonic_time () - begin < MOST_MS * 1000)
    {
      turn ();
      if (now_ms () - spent > 1)
        last = g_get_monotonic_time ();
      spent = now_ms ();
    }
}

/* Milliseconds until @name is shown and the frame with it is painted. */
static double
wait_for (House *house, const char *name, gint64 begun)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (house->window));
  gboolean painted = FALSE;
  gulong handler;

  while (house_find (house, name) == NULL)
    {
      if (g_get_monotonic_time () - begun > MOST_MS * 1000)
        g_error ("no “%s” came", name);
      turn ();
    }
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (GTK_WIDGET (house->window));
  while (!painted)
    turn ();
  g_signal_handler_disconnect (clock, handler);
  return (double) (g_get_monotonic_time () - begun) / 1000;
}

static GtkWidget *
find_scroller (GtkWidget *widget)
{
  GtkAdjustment *down = GTK_IS_SCROLLED_WINDOW (widget) ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget)) : NULL;
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (down != NULL && gtk_adjustment_get_upper (down) > 2 * gtk_adjustment_get_page_size (down))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scroller (child);
  return found;
}

static void
scroll (House *house)
{
  GtkWidget *scroller = find_scroller (GTK_WIDGET (house->window));
  GtkAdjustment *down = scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)) : NULL;

  for (guint i = 0; down != NULL && i < SCROLLS; i++)
    {
      double before = now_ms ();

      /* A wheel, and every twentieth time somewhere else. */
      gtk_adjustment_set_value (down, i % 20 == 19 ? gtk_adjustment_get_upper (down) * (i * 7 % 20) / 20
                                                   : gtk_adjustment_get_value (down) + 120);
      longest_ms = MAX (longest_ms, now_ms () - before);
      rest (10);
    }
}

static void
say (const char *name, const char *part, const char *what, double ms, double peer_ms)
{
  g_print ("%s-%s-%s ratio %.3g (ours %.3g ms, peer %.4g ms, aim <= 1)\n", name, part, what, ms / peer_ms, ms, peer_ms);
}

typedef struct
{
  double page_ms, stall_ms, scroll_ms;
} Measured;

static void
keep_least (double *least, double ms)
{
  *least = *least > 0 ? MIN (*least, ms) : ms;
}

/* A part tells its answers the first time, and again with each visit: only the first is measured. */
static void
visit (House *house, guint i, Measured *measured)
{
  g_autofree char *button = g_strconcat ("desk-", parts[i].part, NULL);
  gint64 begun;

  longest_ms = 0;
  begun = g_get_monotonic_time ();
  if (i == 0)
    house_go (house, HIH_PLACE_DESK, NULL);
  else
    house_press (house, button);
  keep_least (&measured->page_ms, wait_for (house, parts[i].shown, begun));
  settle ();
  keep_least (&measured->stall_ms, longest_ms);
  if (find_scroller (GTK_WIDGET (house->window)) == NULL)
    return;
  longest_ms = 0;
  scroll (house);
  keep_least (&measured->scroll_ms, longest_ms);
}

int
main (int argc, char **argv)
{
  Measured measured[G_N_ELEMENTS (parts)] = { 0 };

  if (argc != 3)
    return 2;
  hih_locale_init ("zh_CN");
  gtk_disable_setlocale ();
  adw_init ();
  for (guint round = 0; round < ROUNDS; round++)
    {
      House *house = house_new_with (1280, 800, 100, "light", argv[2]);

      hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
      rest (2000);
      for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
        visit (house, i, &measured[i]);
      house_free (house);
    }
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      say (argv[1], parts[i].part, "page", measured[i].page_ms, 1000);
      say (argv[1], parts[i].part, "stall", measured[i].stall_ms, 16);
      if (measured[i].scroll_ms > 0)
        say (argv[1], parts[i].part, "scroll", measured[i].scroll_ms, 16);
    }
  return 0;
}
