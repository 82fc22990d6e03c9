/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's door: the PIN, the code on paper, and pauses that no restart gets round. */
#include "config.h"

#include <glib/gstdio.h>

#include "hih-door.h"
#include "hih-pin.h"

#define NOW_MS G_GINT64_CONSTANT (1795420800000)

typedef struct
{
  char *dir;
  HihSettings *settings;
} Door;

static void
set_up (Door *door, gconstpointer data)
{
  g_unsetenv ("GSETTINGS_BACKEND");
  door->dir = g_dir_make_tmp ("hih-door-XXXXXX", NULL);
  door->settings = hih_settings_new (door->dir);
}

static void
tear_down (Door *door, gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", door->dir);

  g_object_unref (door->settings);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (door->dir);
}

/* As if the program had been ended and started. */
static void
restart (Door *door)
{
  g_object_unref (door->settings);
  door->settings = hih_settings_new (door->dir);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static char *
choose (Door *door, const char *pin)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  char *code;

  hih_door_choose_async (door->settings, pin, result_cb, &result);
  code = hih_door_choose_finish (wait (&result), &error);
  g_assert_no_error (error);
  return code;
}

static gboolean
check (Door *door, const char *typed, gboolean recovery, gint64 now_ms)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  gboolean right;

  hih_door_check_async (door->settings, typed, recovery, now_ms, result_cb, &result);
  right = hih_door_check_finish (wait (&result), &error);
  g_assert_no_error (error);
  return right;
}

/* Neither the PIN nor the code lies in the file; both open, and the code in any spelling. */
static void
test_code (Door *door, gconstpointer data)
{
  g_autofree char *code = NULL, *second = NULL, *text = NULL, *hyphens = NULL;
  g_autofree char *path = g_build_filename (door->dir, "settings.ini", NULL);

  g_assert_false (hih_door_has_pin (door->settings));
  g_assert_false (check (door, "", FALSE, NOW_MS));
  code = choose (door, "2468");
  g_assert_cmpuint (strlen (code), ==, 19);
  g_assert_true (g_regex_match_simple ("^\\d{4} \\d{4} \\d{4} \\d{4}$", code, 0, 0));
  restart (door);
  g_assert_true (hih_door_has_pin (door->settings));
  g_assert_true (hih_door_has_recovery (door->settings));
  g_assert_true (check (door, "2468", FALSE, NOW_MS));
  g_assert_false (check (door, code, FALSE, NOW_MS));
  g_assert_false (check (door, "2468", TRUE, NOW_MS));
  {
    g_auto (GStrv) groups = g_strsplit (code, " ", -1);
    g_autofree char *joined = g_strjoinv ("", groups);

    hyphens = g_strjoinv ("-", groups);
    g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
    g_assert_null (strstr (text, joined));
    g_assert_null (strstr (text, code));
    g_assert_null (strstr (text, "2468"));
    g_assert_true (check (door, joined, TRUE, NOW_MS));
  }
  g_assert_true (check (door, code, TRUE, NOW_MS));
  g_assert_true (check (door, hyphens, TRUE, NOW_MS));

  /* A new PIN uses the old paper up. */
  second = choose (door, "13579");
  g_assert_cmpstr (second, !=, code);
  g_assert_false (check (door, code, TRUE, NOW_MS));
  g_assert_false (check (door, "2468", FALSE, NOW_MS));
  g_assert_true (check (door, second, TRUE, NOW_MS));
  g_assert_true (check (door, "13579", FALSE, NOW_MS));
}

static void
test_pause (Door *door, gconstpointer data)
{
  G_GNUC_UNUSED g_autofree char *code = choose (door, "2468");

  for (guint i = 1; i <= 3; i++)
    {
      g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS), ==, 0);
      g_assert_false (check (door, "9999", i == 2, NOW_MS)); /* the code counts as well */
    }
  g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS), ==, 2000);
  restart (door);
  g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS + 500), ==, 1500);
  g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS + 2000), ==, 0);
  g_assert_false (check (door, "9998", FALSE, NOW_MS + 2000));
  g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS + 2000), ==, 4000);
  /* A clock that was set back or ahead locks nobody out for longer than the pause. */
  g_assert_cmpint (hih_door_get_wait_ms (door->settings, 0), ==, 4000);
  g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS * 2), ==, 0);
  g_assert_true (check (door, "2468", FALSE, NOW_MS + 7000));
  restart (door);
  g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS + 7000), ==, 0);
}

/* Ended between the key and the answer, the try was counted all the same. */
static void
test_ended_in_between (Door *door, gconstpointer data)
{
  G_GNUC_UNUSED g_autofree char *code = choose (door, "2468");

  for (guint i = 0; i < 5; i++)
    {
      g_autoptr (GAsyncResult) result = NULL;

      hih_door_check_async (door->settings, "9999", FALSE, NOW_MS, result_cb, &result);
      restart (door);
      g_assert_cmpint (hih_door_get_wait_ms (door->settings, NOW_MS), ==, hih_pin_get_wait_ms (i + 1));
      wait (&result);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Door, NULL, set_up, func, tear_down)
  ADD ("/ui/door/code", test_code);
  ADD ("/ui/door/pause", test_pause);
  ADD ("/ui/door/ended-in-between", test_ended_in_between);
  return g_test_run ();
}
