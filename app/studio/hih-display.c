/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Xvfb tells its display number through a pipe (-displayfd), so two builds at once never meet. It dies with us:
 * PR_SET_PDEATHSIG is set in the child, which also covers kill -9.
 */
#include "config.h"

#include "hih-display.h"

#include <adwaita.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

static GPid xvfb;

static void
die_with_parent (gpointer data)
{
  prctl (PR_SET_PDEATHSIG, SIGTERM);
}

static void
stop_xvfb (void)
{
  if (xvfb != 0)
    kill (xvfb, SIGTERM);
}

static gboolean
start_xvfb (GError **error)
{
  char *argv[] = { (char *) "Xvfb", (char *) "-displayfd", (char *) "3", (char *) "-screen", (char *) "0",
                   (char *) "1280x720x24", (char *) "-nolisten", (char *) "tcp", (char *) "-noreset", NULL };
  int pipe_fds[2], target = 3;
  char number[16] = { 0 };
  gsize used = 0;

  if (!g_unix_open_pipe (pipe_fds, FD_CLOEXEC, error))
    return FALSE;
  if (!g_spawn_async_with_pipes_and_fds (NULL, (const char *const *) argv, NULL,
                                         G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD |
                                           G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL,
                                         die_with_parent, NULL, -1, -1, -1, &pipe_fds[1], &target, 1, &xvfb, NULL,
                                         NULL, NULL, error))
    {
      g_prefix_error (error, "studio: start Xvfb (package xvfb): ");
      close (pipe_fds[0]);
      close (pipe_fds[1]);
      return FALSE;
    }
  close (pipe_fds[1]);
  while (used < sizeof number - 1)
    {
      gssize n = read (pipe_fds[0], number + used, sizeof number - 1 - used);

      if (n <= 0)
        break;
      used += n;
      if (number[used - 1] == '\n')
        break;
    }
  close (pipe_fds[0]);
  g_strstrip (number);
  if (*number == '\0')
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "studio: start Xvfb: it ended at once");
      return FALSE;
    }
  atexit (stop_xvfb);
  {
    g_autofree char *display = g_strconcat (":", number, NULL);

    g_setenv ("DISPLAY", display, TRUE);
  }
  return TRUE;
}

gboolean
hih_display_start (GError **error)
{
  if (!start_xvfb (error))
    return FALSE;
  g_setenv ("GDK_BACKEND", "x11", TRUE);
  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GTK_A11Y", "none", TRUE);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  g_setenv ("ADW_DISABLE_PORTAL", "1", TRUE);
  g_unsetenv ("GTK_THEME");
  /* The language was chosen already; the environment's may be "C", where gettext translates nothing. */
  gtk_disable_setlocale ();
  if (!gtk_init_check ())
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "studio: start GTK: no display");
      return FALSE;
    }
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, "gtk-xft-dpi",
                96 * 1024, "gtk-xft-antialias", 1, "gtk-xft-hinting", 1, "gtk-xft-hintstyle", "hintslight",
                "gtk-xft-rgba", "none", NULL);
  return TRUE;
}
