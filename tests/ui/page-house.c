/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-house.h"

#include "hih-locale.h"
#include "hih-memory.h"
#include "hih-paths.h"

#include <glib/gstdio.h>

#define LEAST_MS 200
#define QUIET_MS 60
#define MOST_MS 1200
#define WAIT_MS 20000
#define MOST_ASKED 4 /* questions of which each follows from the answer to the one before */

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihId id;

  g_assert_true (hih_records_add_trainee_finish (HIH_RECORDS (source), result, &id, NULL));
  (*(guint *) user_data)++;
}

House *
house_new (int width, int height, int text_percent, const char *theme)
{
  return house_new_with (width, height, text_percent, theme, NULL);
}

House *
house_new_with (int width, int height, int text_percent, const char *theme, const char *data_dir)
{
  g_autoptr (HihClock) clock = hih_clock_new_system ();

  return house_new_on (clock, width, height, text_percent, theme, data_dir);
}

House *
house_new_on (HihClock *clock, int width, int height, int text_percent, const char *theme, const char *data_dir)
{
  House *house = g_new0 (House, 1);
  g_autoptr (HihSettings) settings = NULL;
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = NULL;
  g_autoptr (HihRecorder) recorder = hih_recorder_new ();
  g_autoptr (HihVoice) voice = hih_voice_new_with_speaker (HIH_SPEAKER (recorder), NULL);
  g_autoptr (HihReader) reader = NULL;
  static const char *people[][2] = { { "张桂英", "plum" }, { "李秀兰", "lotus" }, { "王福生", "sunflower" },
                                     { "欧阳建国", "bird" } };
  guint n_added = 0;

  house->dir = g_dir_make_tmp ("hih-pages-XXXXXX", NULL);
  house->clock = g_object_ref (clock);
  if (data_dir != NULL)
    {
      const char *copy[] = { "cp", "-a", "-T", data_dir, house->dir, NULL };

      g_assert_true (g_spawn_sync (NULL, (char **) copy, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
    }
  house->records = hih_records_open_sync (house->dir, house->clock, NULL);
  g_assert_nonnull (house->records);
  for (guint i = 0; data_dir == NULL && i < G_N_ELEMENTS (people); i++)
    hih_records_add_trainee_async (house->records, people[i][0], people[i][1], "一楼", NULL, added_cb, &n_added);
  while (data_dir == NULL && n_added < G_N_ELEMENTS (people))
    g_main_context_iteration (NULL, TRUE);
  catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);
  g_assert_nonnull (catalogue);
  g_assert_nonnull (hih_catalogue_get_first (catalogue));
  settings = hih_settings_new (NULL);
  hih_settings_set_int (settings, HIH_SETTING_TEXT_PERCENT, text_percent);
  hih_settings_set_string (settings, HIH_SETTING_THEME, theme);
  reader = hih_reader_new (voice, "zh_CN", NULL);
  house->context = hih_context_new (house->records, catalogue, reader, house->clock, settings);
  house->window = HIH_WINDOW (hih_window_new (NULL, settings));
  hih_window_set_bare (house->window, TRUE);
  gtk_window_set_default_size (GTK_WINDOW (house->window), width, height);
  gtk_window_present (GTK_WINDOW (house->window));
  return house;
}

void
house_test_init (int *argc, char ***argv)
{
  house_test_init_in ("zh_CN", argc, argv);
}

void
house_test_init_in (const char *language, int *argc, char ***argv)
{
  hih_memory_init ();
  g_setenv ("GTK_A11Y", "test", TRUE);
  hih_locale_init (language);
  gtk_disable_setlocale ();
  gtk_test_init (argc, argv, NULL);
  adw_init ();
}

void
house_free (House *house)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", house->dir);

  gtk_window_destroy (GTK_WINDOW (house->window));
  for (guint i = 0; i < 25; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
  g_object_unref (house->context);
  g_assert_true (hih_records_close_sync (house->records, NULL));
  g_object_unref (house->records);
  g_object_unref (house->clock);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (house->dir);
  g_free (house);
}

static void
frame_cb (GdkFrameClock *clock, gpointer user_data)
{
  guint *n_left = user_data;

  if (*n_left > 0 && --*n_left > 0)
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

/* On a busy computer a frame comes so late that all was quiet before it; and words that find no room take a frame to be
   measured and one to be laid out smaller (HihFit). */
static void
wait_for_frames (House *house)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (house->window));
  guint n_left = 3;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (frame_cb), &n_left);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
  while (n_left > 0)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

typedef struct
{
  HihRecords *records;
  guint n_left;
} Asking;

static void ask (Asking *asking);

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Asking *asking = user_data;
  GPtrArray *groups = hih_records_list_groups_finish (HIH_RECORDS (source), result, NULL);

  g_clear_pointer (&groups, g_ptr_array_unref);
  if (--asking->n_left > 0)
    ask (asking);
}

/* The records answer one after another: when this has its answer, all that was asked before has had one. */
static void
ask (Asking *asking)
{
  hih_records_list_groups_async (asking->records, NULL, answered_cb, asking);
}

/* Frames of a shown window come from the display, not from a clock of ours; and on a busy computer all is quiet while the
   records are only about to answer: what was asked of them, and what was asked because of that, is waited for. */
void
house_settle (House *house)
{
  gint64 begin = g_get_monotonic_time (), last = begin, now = begin;
  Asking asking = { house->records, MOST_ASKED };

  ask (&asking);
  while (asking.n_left > 0 || now - begin < LEAST_MS * 1000 ||
         (now - last < QUIET_MS * 1000 && now - begin < MOST_MS * 1000))
    {
      if (g_main_context_iteration (NULL, FALSE))
        last = g_get_monotonic_time ();
      else
        g_usleep (2000);
      now = g_get_monotonic_time ();
    }
  wait_for_frames (house);
}

static void
over_cb (gpointer over)
{
  *(gboolean *) over = TRUE;
}

void
house_pass (guint ms)
{
  gboolean over = FALSE;

  g_timeout_add_once (ms, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

void
house_go (House *house, HihPlaceKind kind, const char *id)
{
  HihPlace place = { .kind = kind, .id = id, .able = TRUE };

  hih_window_go (house->window, &place);
}

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

GtkWidget *
house_find (House *house, const char *name)
{
  return find_named (GTK_WIDGET (house->window), name);
}

GtkWidget *
house_wait (House *house, const char *name)
{
  gint64 end = g_get_monotonic_time () + WAIT_MS * 1000;
  GtkWidget *found;

  while ((found = house_find (house, name)) == NULL)
    {
      if (g_get_monotonic_time () > end)
        g_error ("no “%s” came", name);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (2000);
    }
  return found;
}

void
house_press (House *house, const char *name)
{
  GtkWidget *button = house_wait (house, name);

  /* Of a list: its first row. */
  if (GTK_IS_LIST_VIEW (button))
    {
      g_signal_emit_by_name (button, "activate", 0);
      return;
    }
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
house_sit_down (House *house)
{
  house_wait (house, "person");
  house_press (house, "person");
  house_wait (house, "go-on");
}
