/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every kind of page and every part of the desk is made, under fatal warnings, and ends: a page that was left keeps nothing alive,
 * and when the window is closed not one widget is left. What lives on grows with every lesson of a long day.
 */
#include "config.h"

#include "page-house.h"

#include "hih-backup.h"
#include "hih-desk-import.h"
#include "hih-page-lesson.h"
#include "hih-scroller.h"
#include "page-roll.h"

#include <string.h>

#define ROUNDS 3
#define LESSON "video-call"

static House *
open_house (void)
{
  roll_begin ();
  return house_new (1280, 800, 100, "light");
}

/* Nothing of ours may be left then, seen or unseen. */
static void
close_house (House *house)
{
  g_autofree char *alive = NULL;

  house_free (house);
  alive = roll_dup_alive ();
  g_assert_cmpstr (alive, ==, "");
}

static void
see (House *house)
{
  house_settle (house);
  roll_enlist (GTK_WIDGET (house->window));
}

static void
press (House *house, const char *name)
{
  house_press (house, name);
  see (house);
}

static void
go (House *house, HihPlaceKind kind, const char *id)
{
  house_go (house, kind, id);
  see (house);
}

static void
visit_all (House *house)
{
  static const char *const parts[] = {
#define HIH_DESK_PART(name, icon, word) "desk-" #name,
#include "hih-desk-parts.def"
#undef HIH_DESK_PART
  };

  go (house, HIH_PLACE_WELCOME, NULL);
  go (house, HIH_PLACE_WHO, NULL);
  press (house, "size");
  press (house, "sheet-close");
  press (house, "person");
  go (house, HIH_PLACE_TOPIC, "family");
  go (house, HIH_PLACE_LESSON, LESSON);
  /* From the second round on one goes on in its middle. */
  if (house_find (house, "play") != NULL)
    press (house, "play");
  press (house, "stage-follow");
  press (house, "stage-guided");
  press (house, "stage-alone");
  go (house, HIH_PLACE_RECHECK, LESSON);
  go (house, HIH_PLACE_DONE, LESSON);
  go (house, HIH_PLACE_TRY, LESSON);
  go (house, HIH_PLACE_DOOR, NULL);
  go (house, HIH_PLACE_DESK, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    press (house, parts[i]);
  go (house, HIH_PLACE_CLASS_START, NULL);
  go (house, HIH_PLACE_WHO, NULL);
}

/* The second round may keep what the first made; the third may keep no more. */
static void
go_rounds (void (*visit) (House *house))
{
  House *house = open_house ();
  guint alive[ROUNDS];

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  for (guint round = 0; round < ROUNDS; round++)
    {
      visit (house);
      alive[round] = roll_count ();
      g_test_message ("after round %u: %u objects", round + 1, alive[round]);
    }
  g_assert_cmpuint (alive[ROUNDS - 1], <=, alive[1]);

  close_house (house);
}

/* What listens to the settings outlives every page. */
static void
test_settings (void)
{
  g_autoptr (GtkWidget) scroller = g_object_ref_sink (hih_scroller_new (gtk_label_new ("1")));
  GtkWidget *window = gtk_window_new ();
  gulong handler;

  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (scroller))
    g_main_context_iteration (NULL, TRUE);
  gtk_window_set_child (GTK_WINDOW (window), NULL);
  handler = g_signal_handler_find (gtk_settings_get_default (), G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, scroller);
  gtk_window_destroy (GTK_WINDOW (window));
  house_pass (100);
  g_assert_cmpuint (handler, ==, 0);
}

static void
test_ends (void)
{
  go_rounds (visit_all);
}

/* What stands behind a second tap: sections, sheets, a class. */
static void
visit_further (House *house)
{
  static const char *const sections[] = {
#define HIH_HOME_SECTION(name) "home-" #name,
#include "hih-home-sections.def"
#undef HIH_HOME_SECTION
  };
  static const char *const taps[] = {
    "people-several", "people-all", "people-into", "group-close", "people-several", "person-row", "person-helps", "helps-close",
    "desk-progress", "matrix-list", "person-back", "desk-reports", "report-ledger", "report-back", "desk-home",
  };

  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-people");
  house_wait (house, "person-row");
  for (guint i = 0; i < G_N_ELEMENTS (taps); i++)
    house_press (house, taps[i]);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      house_press (house, sections[i]);
      house_press (house, "home-back");
    }
  house_press (house, "desk-care");
  house_wait (house, "care-plan");
  house_settle (house);
  house_press (house, "care-plan");
  house_press (house, "sheet-close");
  house_press (house, "class-start");
  house_wait (house, "person");
  house_press (house, "class-all");
  house_press (house, "class-begin");
  house_press (house, "class-project");
  house_wait (house, "p-leave");
  house_settle (house);
  house_press (house, "p-leave");
  house_wait (house, "class-others");
  house_settle (house);
  house_press (house, "class-end");
  house_press (house, "class-end-now");
  house_wait (house, "class-summary");
  go (house, HIH_PLACE_WHO, NULL);
}

static void
test_further_pages (void)
{
  go_rounds (visit_further);
}

/* The window is closed while what the desk asked for is still on its way. */
static void
test_left_at_once (void)
{
  for (guint turns = 0; turns < 8; turns++)
    {
      House *house = open_house ();

      hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
      house_go (house, HIH_PLACE_DESK, NULL);
      for (guint i = 0; i < turns * 3; i++)
        g_main_context_iteration (NULL, FALSE);
      close_house (house);
    }
}

/* Somebody comes to the lesson and to @stage of it, as far as the first step. */
static HihPractice *
begin_practice (House *house, const char *stage)
{
  HihPractice *practice = NULL;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  house_go (house, HIH_PLACE_LESSON, LESSON);
  house_wait (house, "play");
  house_press (house, stage);
  while (practice == NULL || hih_practice_get_run (practice) == NULL)
    {
      g_main_context_iteration (NULL, TRUE);
      practice = hih_page_lesson_get_practice (HIH_PAGE_LESSON (hih_window_get_page (house->window)));
    }
  while (!hih_run_is_in_step (hih_practice_get_run (practice)))
    house_pass (20);
  house_settle (house);
  return practice;
}

/* Left while the hand shows a step, or does it for one: what it was to tell goes with it. */
static void
test_left_hand (void)
{
  static const char *const stages[] = { "stage-follow", "stage-guided" };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      House *house = open_house ();
      HihPractice *practice = begin_practice (house, stages[i]);

      hih_practice_show_me (practice);
      house_pass (100);
      house_go (house, HIH_PLACE_WHO, NULL);
      close_house (house);
    }
}

/* A touch as a finger's: on the phone's own gesture. */
static void
touch (GtkWidget *view, const graphene_point_t *at)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", (double) at->x, (double) at->y);
      g_signal_emit_by_name (controller, "drag-end", 0.0, 0.0);
    }
}

static HihPhoneView *
find_view (GtkWidget *widget)
{
  if (HIH_IS_PHONE_VIEW (widget) && gtk_widget_get_mapped (widget))
    return HIH_PHONE_VIEW (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      HihPhoneView *found = find_view (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Who does not wait for the hand to arrive has the phone at once, in every stage; and the right thing is done by that touch. */
static void
test_eager (void)
{
  static const char *const stages[] = { "stage-follow", "stage-guided" };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      House *house = open_house ();
      HihPractice *practice = begin_practice (house, stages[i]);
      HihPhoneView *view;
      const char *target;
      graphene_rect_t box;
      graphene_point_t at;

      view = find_view (GTK_WIDGET (house->window));
      g_assert_nonnull (view);
      target = hih_run_get_item (hih_practice_get_run (practice))->step->target;
      g_assert_true (hih_phone_view_get_target_bounds (view, target, GTK_WIDGET (view), &box));
      graphene_rect_get_center (&box, &at);
      hih_practice_help (practice);
      while (hih_run_get_support (hih_practice_get_run (practice)) < HIH_SUPPORT_SHOWN)
        hih_practice_help (practice);
      house_pass (100);
      g_assert_false (hih_phone_view_get_interactive (view));
      touch (GTK_WIDGET (view), &GRAPHENE_POINT_INIT (at.x, 3)); /* the frame: it ends the showing, and is nothing else */
      g_assert_true (hih_phone_view_get_interactive (view));
      g_assert_true (hih_run_is_in_step (hih_practice_get_run (practice)));
      house_pass (2000); /* nothing is done by a hand that is gone */
      g_assert_true (hih_run_is_in_step (hih_practice_get_run (practice)));
      hih_run_show_me (hih_practice_get_run (practice));
      house_pass (100);
      g_assert_false (hih_phone_view_get_interactive (view));
      touch (GTK_WIDGET (view), &at);
      g_assert_true (hih_run_is_step_met (hih_practice_get_run (practice)) || hih_practice_get_step (practice) == 1);
      house_go (house, HIH_PLACE_WHO, NULL);
      close_house (house);
    }
}

/* Somebody quick: a stage is chosen before the records say where this person was. What was chosen stays, and nothing of
 * what would have begun instead lives on. */
static void
test_chosen_at_once (void)
{
  House *house = open_house ();
  HihPageLesson *page;
  HihPractice *practice;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_press (house, "person");
  house_settle (house);
  house_go (house, HIH_PLACE_LESSON, LESSON);
  house_press (house, "stage-guided");
  page = HIH_PAGE_LESSON (hih_window_get_page (house->window));
  practice = hih_page_lesson_get_practice (page);
  g_assert_nonnull (practice);
  g_object_add_weak_pointer (G_OBJECT (practice), (gpointer *) &practice);
  house_settle (house);
  g_assert_nonnull (practice);
  g_assert_true (practice == hih_page_lesson_get_practice (page));
  g_assert_cmpint (hih_page_lesson_get_stage (page), ==, HIH_STAGE_GUIDED);
  house_go (house, HIH_PLACE_WHO, NULL);
  house_settle (house);
  g_assert_null (practice);
  close_house (house);
}

/* What one comes to once a year: a list of people, their consent, a backup that is to be put back. */
static void
test_rare_pages (void)
{
  static const char text[] = "姓名,分组\n张桂英,三楼\n新人甲,三楼\n";
  House *house = open_house ();
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_parse (text, strlen (text), NULL);
  g_autofree char *backup = NULL;
  HihPage *page;

  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_backup_async (house->records, NULL, NULL, hih_records_wait_cb, &wait);
    backup = hih_records_backup_finish (house->records, hih_records_wait (&wait), NULL);
    g_assert_nonnull (backup);
  }
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-people");
  house_wait (house, "person-row");
  house_press (house, "people-several");
  house_press (house, "people-all");
  house_press (house, "people-consent");
  house_press (house, "consent-say");
  house_wait (house, "desk-undo");
  house_settle (house);
  page = hih_window_get_page (house->window);
  hih_page_show_sheet (page, hih_desk_import_new (page, sheet));
  house_wait (house, "import-row");
  house_settle (house);
  hih_page_close_sheet (page);
  house_go (house, HIH_PLACE_RESTORE, backup);
  house_settle (house);
  close_house (house);
}

/* What is seen by other tests, which are as strict: a layout is made by GTK, the program and its tour are no page, a clip
 * needs a film, a chart of weeks needs weeks of practice. */
static const char *const elsewhere[] = {
  "HihPerforming", /* e2e-film-trouble; here too, where the build has no films */
  "HihApplication",  /* every e2e */
  "HihTour",         /* page-walk of app/run --tour: tests/soak bare */
  "HihControlLayout", "HihPhoneFit",                      /* page-walk */
  "HihClip",         /* e2e-whole-lesson */
  "HihFadingChart",  /* e2e-progress */
  "HihQr", "HihPhoneViewfinder", "HihPhoneMap",           /* phone-parts, phone-codes, phone-camera */
  "HihLevelBars", "HihKeyboardStrip", "HihWritingPad",    /* phone-keyboard */
};

static gboolean
is_elsewhere (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    {
      if (g_str_equal (elsewhere[i], type))
        return TRUE;
    }
  return FALSE;
}

/* What is defined in the files of @dir and was never made by the tests before. */
static void
collect_unmade (const char *dir, GPtrArray *unmade)
{
  g_autoptr (GRegex) define = g_regex_new ("^G_DEFINE_FINAL_TYPE(?:_WITH_CODE)? \\((Hih\\w+),", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);
      g_autofree char *text = NULL;
      g_autoptr (GMatchInfo) match = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        collect_unmade (path, unmade);
      if (!g_str_has_suffix (name, ".c") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      for (g_regex_match (define, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *type = g_match_info_fetch (match, 1);

          if (!roll_was_made (type) && !is_elsewhere (type))
            g_ptr_array_add (unmade, g_steal_pointer (&type));
        }
    }
}

/* Of every kind of thing that can stand in the window there was one, under fatal warnings, and each has ended. */
static void
test_every_kind (void)
{
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "..", "app", "ui", NULL);
  g_autoptr (GPtrArray) unmade = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *all = NULL;

  collect_unmade (dir, unmade);
  g_ptr_array_add (unmade, NULL);
  all = g_strjoinv (" ", (char **) unmade->pdata);
  g_assert_cmpstr (all, ==, "");
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/ends", test_ends);
  g_test_add_func ("/ui/settings", test_settings);
  g_test_add_func ("/ui/further-pages", test_further_pages);
  g_test_add_func ("/ui/left-at-once", test_left_at_once);
  g_test_add_func ("/ui/left-hand", test_left_hand);
  g_test_add_func ("/ui/chosen-at-once", test_chosen_at_once);
  g_test_add_func ("/ui/eager", test_eager);
  g_test_add_func ("/ui/rare-pages", test_rare_pages);
  /* The last: it looks back on all of them. */
  g_test_add_func ("/ui/every-kind", test_every_kind);
  return g_test_run ();
}
