/* SPDX-License-Identifier: GPL-3.0-or-later */
/* film-probe FILE: opens a film as the film's view does, and says in one line what came of it: a first picture, or the error. Not
 * a test by itself: test-hostile.py gives it bad films. */
#include "config.h"

#include "hih-player.h"

#include <stdlib.h>

#define PATIENCE_S 50

static GMainLoop *loop;

static void
frame_cb (HihPlayer *player, HihFrame *frame, gpointer data)
{
  g_print ("picture\n");
  g_main_loop_quit (loop);
}

static void
failed_cb (HihPlayer *player, GError *error, gpointer data)
{
  g_print ("%s %d %s\n", g_quark_to_string (error->domain), error->code, error->message);
  g_main_loop_quit (loop);
}

static gboolean
tired_cb (gpointer data)
{
  g_print ("nothing\n");
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

int
main (int argc, char **argv)
{
  g_autoptr (HihPlayer) player = NULL;

  if (argc != 2)
    return 2;
  loop = g_main_loop_new (NULL, FALSE);
  player = hih_player_new ();
  g_signal_connect (player, "frame", G_CALLBACK (frame_cb), NULL);
  g_signal_connect (player, "failed", G_CALLBACK (failed_cb), NULL);
  g_timeout_add_seconds (PATIENCE_S, tired_cb, NULL);
  hih_player_set_file (player, argv[1]);
  g_main_loop_run (loop);
  return EXIT_SUCCESS;
}
