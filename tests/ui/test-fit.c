/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words as large as there is room for: also those that come in the place of others and need as much. */
#include "config.h"

#include "hih-fit.h"
#include "hih-words.h"

#define N_FRAMES 5 /* new words, and their size a frame late; and some more */

typedef struct
{
  GtkWidget *window;
  GtkWidget *labels[2];
} Fixture;

/* However small they are. */
static int
need_too_much (int width, gpointer user_data)
{
  return 1000;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  return ++*(guint *) user_data < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
settle (Fixture *fixture)
{
  guint n = 0;

  gtk_widget_add_tick_callback (fixture->window, tick_cb, &n, NULL);
  while (n < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = gtk_window_new ();
  for (guint i = 0; i < G_N_ELEMENTS (fixture->labels); i++)
    {
      fixture->labels[i] = gtk_label_new ("Tap without worry");
      gtk_box_append (GTK_BOX (box), fixture->labels[i]);
    }
  gtk_widget_set_visible (fixture->labels[1], FALSE);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 100);
  gtk_window_set_child (GTK_WINDOW (fixture->window), hih_fit_new (box, need_too_much, NULL));
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
test_another (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpfloat_with_epsilon (hih_words_get_scale (fixture->labels[0]), 0.5, 0.01);
  g_assert_cmpfloat_with_epsilon (hih_words_get_scale (fixture->labels[1]), 1, 0.01);
  gtk_widget_set_visible (fixture->labels[0], FALSE);
  gtk_widget_set_visible (fixture->labels[1], TRUE);
  settle (fixture);
  g_assert_cmpfloat_with_epsilon (hih_words_get_scale (fixture->labels[1]), 0.5, 0.01);
}

int
main (int argc, char **argv)
{
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  gtk_test_init (&argc, &argv, NULL);
  gtk_css_provider_load_from_data (style, "label { font-size: 40px; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  g_test_add ("/fit/another", Fixture, NULL, set_up, test_another, tear_down);
  return g_test_run ();
}
