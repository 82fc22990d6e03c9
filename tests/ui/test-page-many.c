/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A home of many people: the first page makes only some pictures and chips at once, and everybody can be reached. Then
 * the desk's Today while a class goes on, and its long lists, whose lines are filled as they come into sight. */
#include "config.h"

#include "page-house.h"

#include "hih-care.h"
#include "hih-control.h"
#include "hih-later.h"
#include "hih-name-sounds.h"

#include <string.h>

/* In one go. */
#define WRITE(house, function, ...) \
  G_STMT_START \
  { \
    g_auto (HihRecordsWait) wait_ = HIH_RECORDS_WAIT_INIT; \
    function##_async ((house)->records, __VA_ARGS__, NULL, hih_records_wait_cb, &wait_); \
    g_assert_true (function##_finish ((house)->records, hih_records_wait (&wait_), NULL)); \
  } \
  G_STMT_END

#define MANY 130
#define AT_ONCE 60
#define CALLS_AT_ONCE 100

static guint
count_named (GtkWidget *widget, const char *name)
{
  guint n = g_strcmp0 (gtk_widget_get_name (widget), name) == 0 && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_named (child, name);
  return n;
}

static void
assert_people (House *house, guint n)
{
  house_settle (house);
  g_assert_cmpuint (count_named (GTK_WIDGET (house->window), "person"), ==, n);
}

/* People of 65 first letters in @n_groups. */
static void
add_people_in (House *house, guint n, guint n_groups)
{
  for (guint i = 0; i < n; i++)
    {
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
      char letter[7] = "";
      g_autofree char *name = NULL, *group = g_strdup_printf ("第%u组", i % n_groups);
      HihId id;

      g_unichar_to_utf8 (0x4e00 + i / 2, letter);
      name = g_strdup_printf ("%s%u", letter, i);
      hih_records_add_trainee_async (house->records, name, "person-cat", group, NULL, hih_records_wait_cb, &wait);
      g_assert_true (hih_records_add_trainee_finish (house->records, hih_records_wait (&wait), &id, NULL));
    }
}

static void
add_people (House *house, guint n)
{
  add_people_in (house, n, 12);
}

static void
test_who (void)
{
  House *house = house_new (1280, 800, 100, "light");

  add_people (house, MANY - 4);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_wait (house, "more-people");
  assert_people (house, AT_ONCE);
  house_press (house, "more-people");
  assert_people (house, 2 * AT_ONCE);
  g_assert_cmpstr (gtk_widget_get_name (gtk_root_get_focus (GTK_ROOT (house->window))), ==, "person");
  house_press (house, "more-people");
  assert_people (house, MANY);
  g_assert_null (house_find (house, "more-people"));
  /* Once for the groups, once for the letters. */
  house_press (house, "more-chips");
  house_press (house, "more-chips");
  house_settle (house);
  g_assert_null (house_find (house, "more-chips"));
  house_free (house);
}

static void
test_few (void)
{
  House *house = house_new (1280, 800, 100, "light");

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_wait (house, "person");
  assert_people (house, 4);
  g_assert_null (house_find (house, "more-people"));
  g_assert_null (house_find (house, "more-chips"));
  house_free (house);
}

static int
measure_width (House *house, GtkWidget *button, gboolean usable)
{
  int width;

  gtk_widget_set_sensitive (button, usable);
  house_settle (house);
  gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}

/* Rows of buttons line up, whichever of them can be used. */
static void
assert_keeps_width (House *house, const char *name)
{
  GtkWidget *button = house_wait (house, name);

  g_assert_cmpint (measure_width (house, button, FALSE), ==, measure_width (house, button, TRUE));
}

/* A class that was not ended is one tap away. */
static void
test_class (void)
{
  House *house = house_new (1280, 800, 100, "light");
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihClassStart start = { .lesson = "answer-call", .group = "一楼", .led_by = HIH_HELPER_STAFF };

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_wait (house, "desk-today");
  house_settle (house);
  g_assert_null (house_find (house, "today-class"));
  hih_id_generate (&start.session, house->clock);
  hih_records_begin_class_async (house->records, &start, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_begin_class_finish (house->records, hih_records_wait (&wait), NULL));
  house_press (house, "desk-people");
  house_press (house, "desk-today");
  house_press (house, "today-class");
  house_settle (house);
  g_assert_null (house_find (house, "today-class"));
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (hih_window_get_page (house->window)), ==, "HihPageLead");
  assert_keeps_width (house, "hand-less");
  assert_keeps_width (house, "class-project");
  house_free (house);
}

/* What is kept of the one person of a class. */
static HihAttendance
find_ticked (House *house, const HihId *session)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) list = NULL;

  house_settle (house);
  hih_records_list_attendance_async (house->records, session, NULL, hih_records_wait_cb, &wait);
  list = hih_records_list_attendance_finish (house->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (list);
  g_assert_cmpuint (list->len, ==, 1);
  return *(HihAttendance *) list->pdata[0];
}

static void
tap_only_person (House *house)
{
  GtkWidget *tile = house_wait (house, "person");

  g_signal_emit_by_name (tile, "clicked");
}

/* Whether the one tile says so. */
static gboolean
tile_says (GtkWidget *widget, const char *words)
{
  gboolean says = GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && !says; child = gtk_widget_get_next_sibling (child))
    says = tile_says (child, words);
  return says;
}

/* What an earlier class ticked is told with its day; a tap notes today's, the next takes back no more than that. */
static void
test_earlier_tick (void)
{
  House *house = house_new (1280, 800, 100, "light");
  HihClassStart start = { .lesson = "answer-call", .group = "没有人", .led_by = HIH_HELPER_STAFF };
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (hih_clock_get_wall_ms (house->clock) / 1000);
  g_autofree char *day = g_date_time_format (now, "%-m月%-d日");
  HihId sessions[2], who;
  char place[HIH_ID_STRING_LENGTH + 1];
  HihAttendance at;

  {
    g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

    hih_records_list_trainees_async (house->records, NULL, NULL, hih_records_wait_cb, &wait);
    people = hih_records_list_trainees_finish (house->records, hih_records_wait (&wait), NULL);
    who = ((HihTrainee *) people->pdata[0])->id;
  }
  for (guint i = 0; i < 2; i++)
    {
      hih_id_generate (&sessions[i], house->clock);
      start.session = sessions[i];
      WRITE (house, hih_records_begin_class, &start);
      WRITE (house, hih_records_attend, &sessions[i], &who, 1, TRUE, FALSE);
      if (i == 0)
        WRITE (house, hih_records_tick_real_phone, &who, &sessions[i], "answer-call", HIH_REAL_PHONE_ALONE);
    }
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  hih_id_to_string (&sessions[1], place);
  house_go (house, HIH_PLACE_CLASS, place);
  house_press (house, "means-alone");
  house_settle (house);
  g_assert_true (tile_says (house_wait (house, "person"), day));
  tap_only_person (house);
  at = find_ticked (house, &sessions[1]);
  g_assert_cmpint (at.real_phone, ==, HIH_REAL_PHONE_ALONE);
  g_assert_true (tile_says (house_wait (house, "person"), "自己会"));
  g_assert_false (tile_says (house_wait (house, "person"), day));
  g_assert_cmpint (find_ticked (house, &sessions[0]).real_phone, ==, HIH_REAL_PHONE_ALONE);
  tap_only_person (house);
  at = find_ticked (house, &sessions[1]);
  g_assert_cmpint (at.real_phone, ==, HIH_REAL_PHONE_UNKNOWN);
  g_assert_cmpint (at.elsewhere, ==, HIH_REAL_PHONE_ALONE);
  g_assert_true (tile_says (house_wait (house, "person"), day));
  g_assert_cmpint (find_ticked (house, &sessions[0]).real_phone, ==, HIH_REAL_PHONE_ALONE);
  house_press (house, "class-end");
  house_press (house, "class-end-now");
  /* The sum counts what was ticked in this class: none. */
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (house_wait (house, "class-summary"))), "自己会 0 人，有人帮 0 人"));
  house_free (house);
}

static void
collect_places (GtkWidget *widget, GPtrArray *places)
{
  if (HIH_IS_LATER (widget))
    g_ptr_array_add (places, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_places (child, places);
}

static gboolean
is_in_sight (GtkWidget *place)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (place, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (place, scroller, &bounds) && bounds.origin.y < (float) gtk_widget_get_height (scroller) &&
         bounds.origin.y + bounds.size.height > 0;
}

/* How many places there are, and how many of them wait to be filled; of all, or of those in sight. */
static guint
count_waiting (House *house, gboolean in_sight, guint *n_places)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  guint n = 0;

  collect_places (GTK_WIDGET (house->window), places);
  for (guint i = 0; i < places->len; i++)
    n += hih_later_waits (places->pdata[i]) &&
         (!in_sight || (gtk_widget_get_mapped (places->pdata[i]) && is_in_sight (places->pdata[i])));
  *n_places = places->len;
  return n;
}

static void
wait_until_filled (House *house)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint n_places;

  while (count_waiting (house, FALSE, &n_places) > 0)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
}

/* Pages of many lines come at once, as only what is in sight is filled; the others follow, and the keyboard does not wait. */
static void
test_lists (void)
{
  House *house = house_new (1280, 800, 100, "light");
  GtkWidget *scroller, *row;
  GtkAdjustment *down;
  guint n_places, n_waiting;

  add_people (house, MANY - 4);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-people");
  row = house_wait (house, "person-row");
  n_waiting = count_waiting (house, FALSE, &n_places);
  g_assert_cmpuint (n_places, ==, MANY);
  g_assert_cmpuint (n_waiting, >, MANY / 2);
  row = gtk_widget_get_parent (row);
  scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  /* Whoever comes to the last line with the keyboard finds it filled. */
  row = gtk_widget_get_last_child (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW));
  g_assert_true (hih_later_waits (HIH_LATER (gtk_widget_get_first_child (row))));
  g_assert_true (gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD));
  g_assert_cmpstr (gtk_widget_get_name (gtk_root_get_focus (GTK_ROOT (house->window))), ==, "person-row");
  house_settle (house);
  g_assert_cmpuint (count_waiting (house, TRUE, &n_places), ==, 0);
  /* All of them anew, from elsewhere: what is in sight first. */
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (down, gtk_adjustment_get_upper (down));
  house_press (house, "people-several");
  house_settle (house);
  g_assert_cmpuint (count_waiting (house, TRUE, &n_places), ==, 0);
  house_free (house);
}

/* A family call for everybody, today. */
static void
plan_calls (House *house)
{
  g_auto (HihRecordsWait) listed = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (hih_clock_get_wall_ms (house->clock) / 1000);
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  hih_records_list_trainees_async (house->records, NULL, NULL, hih_records_wait_cb, &listed);
  people = hih_records_list_trainees_finish (house->records, hih_records_wait (&listed), NULL);
  for (guint i = 0; i < people->len; i++)
    {
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
      HihId call;

      hih_id_generate (&call, house->clock);
      hih_records_plan_call_async (house->records, &((HihTrainee *) people->pdata[i])->id, &call, today, HIH_DAY_PART_MORNING, NULL,
                                   hih_records_wait_cb, &wait);
      g_assert_true (hih_records_plan_call_finish (house->records, hih_records_wait (&wait), NULL));
    }
}

static void
test_calls (void)
{
  House *house = house_new (1280, 800, 100, "light");
  guint n_places;

  add_people (house, MANY - 4);
  plan_calls (house);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-care");
  house_wait (house, "care-held");
  g_assert_cmpuint (count_waiting (house, FALSE, &n_places), >, CALLS_AT_ONCE / 2);
  g_assert_cmpuint (n_places, ==, CALLS_AT_ONCE);
  wait_until_filled (house);
  g_assert_cmpuint (count_named (GTK_WIDGET (house->window), "care-held"), ==, CALLS_AT_ONCE);
  house_press (house, "care-more");
  wait_until_filled (house);
  g_assert_cmpuint (count_named (GTK_WIDGET (house->window), "care-held"), ==, MANY);
  g_assert_cmpstr (gtk_widget_get_name (gtk_root_get_focus (GTK_ROOT (house->window))), ==, "care-held");
  g_assert_null (house_find (house, "care-more"));
  house_free (house);
}

static void
find_person (House *house, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (house_wait (house, "people-find")), name);
  house_settle (house);
}

/* However many people and groups there are, everybody can be tapped: page by page, by name, by group, by none. */
static void
test_sheet (void)
{
  House *house = house_new (1280, 800, 100, "light");
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  HihId id;

  add_people (house, MANY - 4);
  hih_records_add_trainee_async (house->records, "单一人", "person-cat", NULL, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_add_trainee_finish (house->records, hih_records_wait (&wait), &id, NULL));
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-care");
  house_wait (house, "care-plan");
  house_settle (house);
  house_press (house, "care-plan");
  house_wait (house, "people-find");
  assert_people (house, AT_ONCE);
  house_press (house, "more-people");
  assert_people (house, 2 * AT_ONCE);
  house_press (house, "more-people");
  assert_people (house, MANY + 1);
  g_assert_null (house_find (house, "more-people"));
  house_press (house, "group-none");
  assert_people (house, 1);
  house_press (house, "group");
  assert_people (house, 4);
  house_press (house, "group-all");
  find_person (house, "一人");
  assert_people (house, 1);
  if (hih_name_sounds_are_known ())
    {
      find_person (house, "syr");
      assert_people (house, 1);
    }
  find_person (house, "没有");
  assert_people (house, 0);
  find_person (house, "单");
  house_press (house, "person");
  house_wait (house, "care-day");
  house_free (house);
}

/* A class of everybody; the groups leave the people in sight. */
static void
test_class_start (void)
{
  House *house = house_new (1280, 800, 100, "light");
  GtkWidget *chips;

  add_people_in (house, 120, 120);
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_CLASS_START, NULL);
  /* Before the records have answered it does not say that there are no lessons. */
  g_assert_cmpstr (hih_control_get_words (HIH_CONTROL (house_find (house, "class-lesson"))), ==, "请等一下");
  house_wait (house, "group-all");
  house_settle (house);
  /* The first is chosen; the last is found further down. */
  g_assert_true (is_in_sight (house_find (house, "group")));
  g_assert_false (is_in_sight (house_find (house, "group-all")));
  house_press (house, "group-all");
  assert_people (house, AT_ONCE);
  chips = gtk_widget_get_ancestor (house_find (house, "group-all"), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_cmpint (gtk_widget_get_height (chips), <, 160);
  g_assert_cmpint (count_named (GTK_WIDGET (house->window), "group"), ==, 121);
  house_press (house, "class-all");
  house_press (house, "more-people");
  house_press (house, "more-people");
  assert_people (house, 124);
  find_person (house, "119");
  assert_people (house, 1);
  house_press (house, "person");
  house_press (house, "class-begin");
  house_wait (house, "class-others");
  assert_people (house, 124);
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/many/who", test_who);
  g_test_add_func ("/ui/many/few", test_few);
  g_test_add_func ("/ui/many/class", test_class);
  g_test_add_func ("/ui/many/earlier-tick", test_earlier_tick);
  g_test_add_func ("/ui/many/lists", test_lists);
  g_test_add_func ("/ui/many/calls", test_calls);
  g_test_add_func ("/ui/many/sheet", test_sheet);
  g_test_add_func ("/ui/many/class-start", test_class_start);
  return g_test_run ();
}
