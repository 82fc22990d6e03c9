/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kiosk: when somebody is asked whether they are still there, when not, and that there is no way out but the door.
 * The clock is the test's own. HIH_WALK_PICTURES=DIR saves the question. */
#include "config.h"

#include "page-house.h"

#include "hih-kiosk.h"
#include "hih-page-lesson.h"
#include "hih-progress.h"
#include "hih-tour.h"

#define MINUTE_MS G_GINT64_CONSTANT (60000)
#define LESSON "answer-call"

typedef struct
{
  HihStay stay;
  guint n_asked, n_answered, n_gone;
} Told;

static HihStay
stay_cb (gpointer data)
{
  return ((Told *) data)->stay;
}

static void
count_cb (HihIdleWatch *watch, guint *n)
{
  (*n)++;
}

static void
test_watch (void)
{
  static const struct
  {
    HihStay stay;
    guint minutes; /* until it asks; 0: never */
  } stays[] = { { HIH_STAY_USUAL, 5 }, { HIH_STAY_STEP, 10 },  { HIH_STAY_CLASS, 60 },
                { HIH_STAY_LONG, 0 },  { HIH_STAY_MOVING, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (stays); i++)
    {
      g_autoptr (HihClock) clock = hih_virtual_clock_new (0);
      Told told = { stays[i].stay, 0, 0, 0 };
      g_autoptr (HihIdleWatch) watch = hih_idle_watch_new (clock, stay_cb, &told);
      guint limit = stays[i].minutes > 0 ? stays[i].minutes : 600;

      g_signal_connect (watch, "ask", G_CALLBACK (count_cb), &told.n_asked);
      g_signal_connect (watch, "answered", G_CALLBACK (count_cb), &told.n_answered);
      g_signal_connect (watch, "gone", G_CALLBACK (count_cb), &told.n_gone);
      /* Not before it is told to. */
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 90 * MINUTE_MS);
      g_assert_cmpuint (told.n_asked, ==, 0);
      hih_idle_watch_set_minutes (watch, 5);
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), limit * MINUTE_MS - 1);
      g_assert_cmpuint (told.n_asked, ==, 0);
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 1);
      g_assert_cmpuint (told.n_asked, ==, stays[i].minutes > 0);
      if (stays[i].minutes == 0)
        continue;
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), HIH_IDLE_ASK_MS - 1);
      hih_idle_watch_touch (watch);
      g_assert_cmpuint (told.n_answered, ==, 1);
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), limit * MINUTE_MS + HIH_IDLE_ASK_MS - 1);
      g_assert_cmpuint (told.n_asked, ==, 2);
      g_assert_cmpuint (told.n_gone, ==, 0);
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 1);
      g_assert_cmpuint (told.n_gone, ==, 1);
      g_assert_cmpuint (told.n_answered, ==, 1);
      hih_idle_watch_set_minutes (watch, 0);
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 300 * MINUTE_MS);
      g_assert_cmpuint (told.n_asked, ==, 2);
    }
}

/* What moves is not counted, and what stands after it is counted from its end. */
static void
test_watch_moving (void)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new (0);
  Told told = { HIH_STAY_MOVING, 0, 0, 0 };
  g_autoptr (HihIdleWatch) watch = hih_idle_watch_new (clock, stay_cb, &told);

  g_signal_connect (watch, "ask", G_CALLBACK (count_cb), &told.n_asked);
  hih_idle_watch_set_minutes (watch, 1);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 10 * MINUTE_MS);
  told.stay = HIH_STAY_USUAL;
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), MINUTE_MS - 6000);
  g_assert_cmpuint (told.n_asked, ==, 0);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 6000);
  g_assert_cmpuint (told.n_asked, ==, 1);
}

static House *
open_house (gboolean kiosk)
{
  g_autoptr (HihClock) clock = hih_virtual_clock_new_for_pictures ();
  House *house = house_new_on (clock, 1280, 800, 100, "light", NULL);

  hih_settings_set_boolean (hih_context_get_settings (house->context), HIH_SETTING_KIOSK, kiosk);
  hih_settings_set_int (hih_context_get_settings (house->context), HIH_SETTING_IDLE_MINUTES, 5);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_wait (house, "person");
  return house;
}

/* In small steps, so that what the window does meanwhile is seen. */
static void
pass (House *house, gint64 ms)
{
  for (gint64 gone = 0; gone < ms; gone += 5000)
    {
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (house->clock), MIN (5000, ms - gone));
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

static gboolean
is_asking (House *house)
{
  return house_find (house, "still-there") != NULL;
}

static void
test_ways_out (void)
{
  House *house = open_house (TRUE);
  GtkWindow *window = GTK_WINDOW (house->window);
  g_autoptr (GdkMonitor) monitor =
      g_list_model_get_item (gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (window))), 0);
  GdkRectangle geometry;

  gdk_monitor_get_geometry (monitor, &geometry);
  house_settle (house);
  g_assert_true (hih_kiosk_is_on (hih_window_get_kiosk (house->window)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, geometry.width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (window)), ==, geometry.height);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.fullscreen", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.back", NULL);
  gtk_window_close (window);
  house_settle (house);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, geometry.width);
  house_sit_down (house);
  gtk_window_close (window);
  house_go (house, HIH_PLACE_LESSON, LESSON);
  gtk_window_close (window);
  house_go (house, HIH_PLACE_DOOR, NULL);
  gtk_window_close (window);
  house_settle (house);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_false (hih_kiosk_may_close (hih_window_get_kiosk (house->window)));
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window), HIH_KIOSK_CLASS));
  /* Behind the door. */
  house_go (house, HIH_PLACE_DESK, NULL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window), HIH_KIOSK_CLASS));
  g_assert_true (hih_kiosk_may_close (hih_window_get_kiosk (house->window)));
  hih_settings_set_boolean (hih_context_get_settings (house->context), HIH_SETTING_KIOSK, FALSE);
  house_go (house, HIH_PLACE_WHO, NULL);
  g_assert_true (hih_kiosk_may_close (hih_window_get_kiosk (house->window)));
  house_free (house);
}

/* --kiosk, before the window stands there. */
static void
test_forced (void)
{
  g_autoptr (HihSettings) settings = hih_settings_new (NULL);
  GtkWidget *window = hih_window_new (NULL, settings);
  HihKiosk *kiosk = hih_window_get_kiosk (HIH_WINDOW (window));
  gint64 end = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;

  g_assert_false (hih_kiosk_is_on (kiosk));
  hih_kiosk_force (kiosk);
  g_assert_true (hih_kiosk_is_on (kiosk) && hih_kiosk_is_forced (kiosk));
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_window_is_fullscreen (GTK_WINDOW (window)) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (gtk_window_is_fullscreen (GTK_WINDOW (window)));
  /* The settings do not take back what was said at the start. */
  hih_settings_set_boolean (settings, HIH_SETTING_KIOSK, TRUE);
  hih_settings_set_boolean (settings, HIH_SETTING_KIOSK, FALSE);
  g_assert_true (hih_kiosk_is_on (kiosk));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_walks_away (void)
{
  House *house = open_house (TRUE);
  HihPage *page;

  /* Nobody's page may stand there for ever. */
  pass (house, 60 * MINUTE_MS);
  g_assert_false (is_asking (house));
  house_sit_down (house);
  page = hih_window_get_page (house->window);
  pass (house, 5 * MINUTE_MS - 1);
  g_assert_false (is_asking (house));
  pass (house, 1);
  g_assert_true (is_asking (house));
  if (g_getenv ("HIH_WALK_PICTURES") != NULL)
    {
      g_autofree char *path = g_build_filename (g_getenv ("HIH_WALK_PICTURES"), "still-there.png", NULL);

      house_settle (house);
      g_assert_true (hih_picture_save (GTK_WIDGET (house->window), path));
    }
  house_press (house, "still-here");
  g_assert_false (is_asking (house));
  g_assert_true (hih_window_get_page (house->window) == page);
  pass (house, 5 * MINUTE_MS);
  g_assert_true (is_asking (house));
  pass (house, HIH_IDLE_ASK_MS);
  g_assert_false (is_asking (house));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (hih_window_get_page (house->window)), ==, "HihPageWho");
  /* Nothing of theirs is left: whoever is a guest now has no records. */
  house_wait (house, "person");
  g_assert_null (hih_page_get_session (hih_window_get_page (house->window)));
  house_free (house);
}

/* What was set counts, and at once. */
static void
test_minutes (void)
{
  House *house = open_house (TRUE);

  house_sit_down (house);
  hih_settings_set_int (hih_context_get_settings (house->context), HIH_SETTING_IDLE_MINUTES, 2);
  pass (house, 2 * MINUTE_MS - 1);
  g_assert_false (is_asking (house));
  pass (house, 1);
  g_assert_true (is_asking (house));
  house_free (house);
}

/* Help that climbs is no absence; then a step has twice the time; then the run is left so that it can be gone on with. */
static void
test_mid_step (void)
{
  House *house = open_house (TRUE);
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihUnfinishedRun) run = NULL;
  g_autoptr (HihTrainee) trainee = NULL;
  HihPractice *practice = NULL;
  gint64 waited = 0, end;
  GtkWidget *guided;

  house_sit_down (house);
  trainee = hih_trainee_ref (hih_session_get_trainee (hih_page_get_session (hih_window_get_page (house->window))));
  house_go (house, HIH_PLACE_LESSON, LESSON);
  /* The course has begun, so that nothing begins another stage behind. */
  house_wait (house, "play");
  guided = house_wait (house, "stage-guided");
  g_signal_emit_by_name (guided, "clicked");
  end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  while ((practice == NULL || hih_practice_get_run (practice) == NULL) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      practice = hih_page_lesson_get_practice (HIH_PAGE_LESSON (hih_window_get_page (house->window)));
    }
  g_assert_nonnull (practice);
  g_assert_nonnull (hih_practice_get_run (practice));
  g_assert_true (hih_run_is_in_step (hih_practice_get_run (practice)));
  /* The first step is met by one's word, the second by a tap: there help comes by itself. */
  hih_run_next (hih_practice_get_run (practice));
  while ((hih_run_get_index (hih_practice_get_run (practice)) == 0 || !hih_run_is_in_step (hih_practice_get_run (practice))) &&
         g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
  g_assert_true (hih_run_is_moving (hih_practice_get_run (practice)));
  /* Longer than the usual page: nobody is asked. */
  pass (house, 5 * MINUTE_MS + HIH_IDLE_ASK_MS);
  g_assert_false (is_asking (house));
  g_assert_true (HIH_IS_PAGE_LESSON (hih_window_get_page (house->window)));
  for (; !is_asking (house) && waited < 30 * MINUTE_MS; waited += 5000)
    pass (house, 5000);
  g_assert_true (is_asking (house));
  g_assert_cmpint (waited, >=, 4 * MINUTE_MS);
  pass (house, HIH_IDLE_ASK_MS);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (hih_window_get_page (house->window)), ==, "HihPageWho");
  hih_records_get_unfinished_async (house->records, &trainee->id, LESSON, NULL, hih_records_wait_cb, &wait);
  run = hih_records_get_unfinished_finish (house->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (run);
  g_assert_cmpuint (run->next_step_index, ==, 1);
  house_free (house);
}

/* Without a kiosk people are left alone; the desk, which tells of everybody, is not. */
static void
test_desk_locks (void)
{
  House *house = open_house (FALSE);

  house_sit_down (house);
  pass (house, 60 * MINUTE_MS);
  g_assert_false (is_asking (house));
  house_go (house, HIH_PLACE_DESK, NULL);
  house_wait (house, "desk-people");
  pass (house, 5 * MINUTE_MS);
  g_assert_true (is_asking (house));
  pass (house, HIH_IDLE_ASK_MS);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (hih_window_get_page (house->window)), ==, "HihPageWho");
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/kiosk/watch", test_watch);
  g_test_add_func ("/ui/kiosk/watch-moving", test_watch_moving);
  g_test_add_func ("/ui/kiosk/ways-out", test_ways_out);
  g_test_add_func ("/ui/kiosk/forced", test_forced);
  g_test_add_func ("/ui/kiosk/walks-away", test_walks_away);
  g_test_add_func ("/ui/kiosk/minutes", test_minutes);
  g_test_add_func ("/ui/kiosk/mid-step", test_mid_step);
  g_test_add_func ("/ui/kiosk/desk-locks", test_desk_locks);
  return g_test_run ();
}
