/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Walks through every page in a real window, at three sizes and at 200 % text, and looks at every widget: large enough
 * to be tapped, named, its words whole, reachable with Tab. The phone inside is walked by its own test.
 */
#include "config.h"

#include "hih-control.h"
#include "hih-page-lesson.h"
#include "hih-paths.h"
#include "hih-window.h"

#include <glib/gstdio.h>

typedef struct
{
  HihWindow *window;
  HihRecords *records;
  HihContext *context;
  HihClock *clock;
  char *dir;
} House;

static void
spin (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  /* Frames of a shown window come from the display, not from a clock of ours. */
  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (2000);
    }
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihId id;

  g_assert_true (hih_records_add_trainee_finish (HIH_RECORDS (source), result, &id, NULL));
  (*(guint *) user_data)++;
}

static House *
house_new (void)
{
  House *house = g_new0 (House, 1);
  g_autoptr (HihSettings) settings = NULL;
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = NULL;
  g_autoptr (HihRecorder) recorder = hih_recorder_new ();
  g_autoptr (HihVoice) voice = hih_voice_new_with_speaker (HIH_SPEAKER (recorder), NULL);
  g_autoptr (HihReader) reader = NULL;
  const char *names[] = { "张桂英", "李秀兰", "王福生", "欧阳建国" };
  guint n_added = 0;

  house->dir = g_dir_make_tmp ("hih-pages-XXXXXX", NULL);
  house->clock = hih_clock_new_system ();
  house->records = hih_records_open_sync (house->dir, house->clock, NULL);
  g_assert_nonnull (house->records);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    hih_records_add_trainee_async (house->records, names[i], "peach", "一楼", NULL, added_cb, &n_added);
  while (n_added < G_N_ELEMENTS (names))
    g_main_context_iteration (NULL, TRUE);
  catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);
  g_assert_nonnull (catalogue);
  g_assert_nonnull (hih_catalogue_get_first (catalogue));
  settings = hih_settings_new (NULL);
  reader = hih_reader_new (voice, "zh_CN", NULL);
  house->context = hih_context_new (house->records, catalogue, reader, house->clock, settings);
  house->window = HIH_WINDOW (hih_window_new (NULL, settings));
  hih_window_set_bare (house->window, TRUE);
  return house;
}

static void
house_free (House *house)
{
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", house->dir);

  gtk_window_destroy (GTK_WINDOW (house->window));
  spin (50);
  g_object_unref (house->context);
  g_assert_true (hih_records_close_sync (house->records, NULL));
  g_object_unref (house->records);
  g_object_unref (house->clock);
  g_assert_true (g_spawn_command_line_sync (command, NULL, NULL, NULL, NULL));
  g_free (house->dir);
  g_free (house);
}

typedef struct
{
  GtkWidget *window;
  const char *place;
  int least;
  guint n_buttons;
  GPtrArray *focusable;
} Walk;

static char *
describe (Walk *walk, GtkWidget *widget)
{
  return g_strdup_printf ("%s: %s “%s”", walk->place, G_OBJECT_TYPE_NAME (widget), gtk_widget_get_name (widget));
}

static void
look_at_button (Walk *walk, GtkWidget *button)
{
  g_autofree char *who = describe (walk, button);
  graphene_rect_t bounds;

  walk->n_buttons++;
  g_assert_true (gtk_widget_compute_bounds (button, walk->window, &bounds));
  if (bounds.size.width + 0.5 < walk->least || bounds.size.height + 0.5 < walk->least)
    g_error ("%s is only %.0f x %.0f", who, bounds.size.width, bounds.size.height);
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("%s has no name", who);
  if (HIH_IS_CONTROL (button) && *hih_control_get_words (HIH_CONTROL (button)) == '\0')
    g_error ("%s has no word", who);
  if (bounds.origin.x < -0.5 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (walk->window) + 0.5)
    g_error ("%s stands outside the window: %.0f to %.0f", who, bounds.origin.x, bounds.origin.x + bounds.size.width);
}

static void
look_at_label (Walk *walk, GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (pango_layout_is_ellipsized (layout))
    g_error ("%s: “%s” ends in dots", walk->place, gtk_label_get_text (GTK_LABEL (label)));
  if (width > gtk_widget_get_width (label) + 1 || height > gtk_widget_get_height (label) + 1)
    g_error ("%s: “%s” is cut: needs %d x %d, has %d x %d", walk->place, gtk_label_get_text (GTK_LABEL (label)), width,
             height, gtk_widget_get_width (label), gtk_widget_get_height (label));
  g_assert_cmpint (pango_layout_get_unknown_glyphs_count (layout), ==, 0);
}

static void
look (Walk *walk, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || HIH_IS_PHONE_VIEW (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    look_at_button (walk, widget);
  if (GTK_IS_LABEL (widget))
    look_at_label (walk, widget);
  if ((GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget)) && gtk_widget_is_sensitive (widget))
    g_ptr_array_add (walk->focusable, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look (walk, child);
}

/* Tab visits everything that can be used. */
static void
tab_through (Walk *walk)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (NULL, NULL);
  GtkWidget *page = GTK_WIDGET (hih_window_get_page (HIH_WINDOW (walk->window)));

  gtk_window_set_focus (GTK_WINDOW (walk->window), NULL);
  for (guint i = 0; i < 400 && gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD); i++)
    {
      for (GtkWidget *w = gtk_window_get_focus (GTK_WINDOW (walk->window)); w != NULL; w = gtk_widget_get_parent (w))
        g_hash_table_add (visited, w);
    }
  for (guint i = 0; i < walk->focusable->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (walk->focusable, i);
      g_autofree char *who = describe (walk, widget);

      if (!g_hash_table_contains (visited, widget))
        g_error ("%s: Tab does not reach %s", walk->place, who);
    }
}

static void
walk_page (House *house, const char *place, int least)
{
  Walk walk = { GTK_WIDGET (house->window), place, least, 0, g_ptr_array_new () };

  spin (700);
  look (&walk, GTK_WIDGET (hih_window_get_page (house->window)));
  g_assert_cmpuint (walk.n_buttons, >, 0);
  tab_through (&walk);
  g_ptr_array_unref (walk.focusable);
}

static void
go (House *house, HihPlaceKind kind, const char *id, gboolean fresh)
{
  HihPlace place = { .kind = kind, .id = id, .fresh = fresh };

  hih_window_go (house->window, &place);
}

static void
test_pages (gconstpointer data)
{
  House *house = house_new ();
  int width, height, percent;
  HihLesson *lesson = hih_catalogue_get_first (hih_context_get_catalogue (house->context));
  HihPlace done = { .kind = HIH_PLACE_DONE, .able = TRUE };

  g_assert_cmpint (sscanf (data, "%dx%d-%d", &width, &height, &percent), ==, 3);
  hih_settings_set_int (hih_context_get_settings (house->context), HIH_SETTING_TEXT_PERCENT, percent);
  gtk_window_set_default_size (GTK_WINDOW (house->window), width, height);
  gtk_window_present (GTK_WINDOW (house->window));
  hih_window_begin (house->window, house->context, HIH_PLACE_WELCOME);
  walk_page (house, "welcome", 60);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (house->window)), ==, width);
  go (house, HIH_PLACE_WHO, NULL, FALSE);
  walk_page (house, "who", 60);
  go (house, HIH_PLACE_LESSONS, NULL, TRUE);
  walk_page (house, "lessons", 60);
  go (house, HIH_PLACE_TOPIC, hih_lesson_get_topic (lesson), FALSE);
  walk_page (house, "topic", 60);
  go (house, HIH_PLACE_LESSON, hih_lesson_get_id (lesson), FALSE);
  walk_page (house, "lesson: watch", 60);
  go (house, HIH_PLACE_RECHECK, hih_lesson_get_id (lesson), FALSE);
  walk_page (house, "lesson: alone", 60);
  done.id = hih_lesson_get_id (lesson);
  hih_window_go (house->window, &done);
  walk_page (house, "done", 60);
  go (house, HIH_PLACE_DOOR, NULL, FALSE);
  walk_page (house, "door", 60);
  go (house, HIH_PLACE_DESK, NULL, FALSE);
  walk_page (house, "desk", 44);
  /* Nothing has made the window grow. */
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (house->window)), ==, width);
  house_free (house);
}

int
main (int argc, char **argv)
{
  g_setenv ("GTK_A11Y", "test", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/ui/pages/usual", "1280x800-100", test_pages);
  g_test_add_data_func ("/ui/pages/small", "1024x600-100", test_pages);
  g_test_add_data_func ("/ui/pages/narrow", "360x740-100", test_pages);
  g_test_add_data_func ("/ui/pages/large-text", "1280x800-200", test_pages);
  g_test_add_data_func ("/ui/pages/small-large-text", "1024x600-200", test_pages);
  return g_test_run ();
}
