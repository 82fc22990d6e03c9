/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the records' safety: when an old backup becomes a warning, and what the desk shows until it was read.
 * HIH_WALK_PICTURES=DIR saves Today as it looks then. */
#include "config.h"

#include "page-house.h"

#include "hih-safety-words.h"
#include "hih-tour.h"

#define NOW_MS G_GINT64_CONSTANT (1795420800000)
#define DAY_MS G_GINT64_CONSTANT (86400000)

static gboolean
is_warning (gint64 backup_at_ms, int fault)
{
  gboolean warns = FALSE;
  g_autofree char *words = hih_backup_dup_words (backup_at_ms, fault, NOW_MS, &warns);

  g_assert_cmpstr (words, !=, "");
  return warns;
}

static void
test_warnings (void)
{
  g_assert_true (is_warning (0, -1));
  g_assert_false (is_warning (NOW_MS, -1));
  g_assert_false (is_warning (NOW_MS - 7 * DAY_MS, -1));
  g_assert_true (is_warning (NOW_MS - 7 * DAY_MS - 1, -1));
  g_assert_true (is_warning (NOW_MS, HIH_RECORDS_ERROR_DISK_FULL));
  /* A copy from the future is not old. */
  g_assert_false (is_warning (NOW_MS + 30 * DAY_MS, -1));
}

static void
test_found (void)
{
  g_autofree char *restored = hih_found_dup_words (HIH_RECORDS_RESTORED, NOW_MS);
  g_autofree char *moment = hih_moment_dup (NOW_MS);
  g_autofree char *lost = hih_found_dup_words (HIH_RECORDS_LOST, 0);

  g_assert_nonnull (strstr (restored, moment));
  g_assert_nonnull (lost);
  g_assert_null (hih_found_dup_words (HIH_RECORDS_FOUND, 0));
  g_assert_null (hih_found_dup_words (HIH_RECORDS_CREATED, 0));
}

static void
save_picture (House *house, const char *name)
{
  g_autofree char *path = NULL;

  if (g_getenv ("HIH_WALK_PICTURES") == NULL)
    return;
  path = g_build_filename (g_getenv ("HIH_WALK_PICTURES"), name, NULL);
  house_settle (house);
  g_assert_true (hih_picture_save (GTK_WIDGET (house->window), path));
}

static void
look_at_today (int width, int height, int percent, const char *theme, const char *picture)
{
  House *house = house_new (width, height, percent, theme);
  HihSettings *settings = hih_context_get_settings (house->context);
  g_autofree char *words = NULL;

  hih_damage_forget (settings);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_wait (house, "today-backup-warning");
  g_assert_null (house_find (house, "today-damage"));
  hih_settings_set_value (settings, HIH_SETTING_DAMAGE,
                          g_variant_new ("(xxs)", NOW_MS, NOW_MS - DAY_MS, "/srv/hand-in-hand/damaged-2026-11-23T080000Z-1/records.db"));
  house_go (house, HIH_PLACE_DESK, NULL);
  words = hih_damage_dup_words (settings);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (house_wait (house, "today-damage"))), ==, words);
  g_assert_nonnull (strstr (words, "/srv/hand-in-hand/damaged-2026-11-23T080000Z-1/records.db"));
  save_picture (house, picture);
  house_press (house, "today-damage-read");
  house_wait (house, "today-backup-warning");
  house_settle (house);
  g_assert_null (house_find (house, "today-damage"));
  g_assert_null (hih_damage_dup_words (settings));
  /* The way to what can be done. */
  house_press (house, "today-home");
  house_wait (house, "backup-make");
  house_free (house);
}

static void
test_today (void)
{
  look_at_today (1280, 800, 100, "light", "today-damage.png");
}

static void
test_today_small (void)
{
  look_at_today (1024, 600, 100, "dark", "today-damage-dark.png");
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/safety/warnings", test_warnings);
  g_test_add_func ("/ui/safety/found", test_found);
  g_test_add_func ("/ui/safety/today", test_today);
  g_test_add_func ("/ui/safety/today-small", test_today_small);
  return g_test_run ();
}
