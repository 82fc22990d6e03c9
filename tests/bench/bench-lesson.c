/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-lesson watch|follow LESSON [PROGRAM'S OPTIONS]: the real program, which goes by itself to the film or to the
 * first step on the phone, writes "ready", and is then left alone.
 */
#include "config.h"

#include "hih-application.h"
#include "hih-film-view.h"

#include <stdio.h>
#include <string.h>

#define TICK_MS 50

typedef enum
{
  STARTING,
  SITTING,
  OPENING,
  THERE,
} Place;

static const char *stage, *lesson;
static HihWindow *window;
static Place place;

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0 && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_film (GtkWidget *widget)
{
  if (HIH_IS_FILM_VIEW (widget) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_film (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
press (const char *name)
{
  GtkWidget *button = find_named (GTK_WIDGET (window), name);

  if (button == NULL)
    return FALSE;
  g_signal_emit_by_name (button, "clicked");
  return TRUE;
}

/* Where the film is, for whoever watches the screen. */
static void
tell_ready (void)
{
  GtkWidget *film = find_film (GTK_WIDGET (window));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (film != NULL && !gtk_widget_compute_bounds (film, GTK_WIDGET (window), &bounds))
    film = NULL;
  printf ("ready %.0f %.0f %.0f %.0f\n", (double) bounds.origin.x, (double) bounds.origin.y, (double) bounds.size.width,
          (double) bounds.size.height);
  fflush (stdout);
}

static gboolean
tick_cb (gpointer user_data)
{
  HihPlace guest = { .kind = HIH_PLACE_LESSONS, .fresh = TRUE };
  HihPlace open = { .kind = HIH_PLACE_LESSON, .id = lesson };

  if (window == NULL || hih_window_get_page (window) == NULL)
    return G_SOURCE_CONTINUE;
  switch (place)
    {
    case STARTING:
      hih_window_go (window, &guest);
      place = SITTING;
      return G_SOURCE_CONTINUE;
    case SITTING:
      hih_window_go (window, &open);
      place = OPENING;
      return G_SOURCE_CONTINUE;
    case OPENING:
      if (!press (strcmp (stage, "watch") == 0 ? "play" : "stage-follow"))
        return G_SOURCE_CONTINUE;
      place = THERE;
      return G_SOURCE_CONTINUE;
    case THERE:
    default:
      tell_ready ();
      return G_SOURCE_REMOVE;
    }
}

static void
window_added_cb (GtkApplication *application, GtkWindow *added, gpointer user_data)
{
  if (!HIH_IS_WINDOW (added))
    return;
  window = HIH_WINDOW (added);
  g_timeout_add (TICK_MS, tick_cb, NULL);
}

int
main (int argc, char **argv)
{
  g_autoptr (HihApplication) application = hih_application_new ();

  if (argc < 3)
    return 2;
  stage = argv[1];
  lesson = argv[2];
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), NULL);
  argv[2] = argv[0];
  return g_application_run (G_APPLICATION (application), argc - 2, argv + 2);
}
