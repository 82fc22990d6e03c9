/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's people: found, changed many at once, taken back; a file looked at, decided on, brought in, taken back. */
#include "config.h"

#include "page-house.h"

#include "hih-control.h"
#include "hih-desk-import.h"
#include "hih-name-sounds.h"
#include "hih-person-chooser.h"

static GPtrArray *
list_people (House *house, const char *group)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  GPtrArray *people;

  hih_records_list_trainees_async (house->records, group, NULL, hih_records_wait_cb, &wait);
  people = hih_records_list_trainees_finish (house->records, hih_records_wait (&wait), NULL);
  g_assert_nonnull (people);
  return people;
}

static void
assert_in_group (House *house, const char *group, guint n)
{
  g_autoptr (GPtrArray) people = list_people (house, group);

  g_assert_cmpuint (people->len, ==, n);
}

static guint
count_named (GtkWidget *widget, const char *name)
{
  guint n = g_strcmp0 (gtk_widget_get_name (widget), name) == 0 && gtk_widget_get_mapped (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_named (child, name);
  return n;
}

static void
assert_rows (House *house, const char *name, guint n)
{
  house_settle (house);
  g_assert_cmpuint (count_named (GTK_WIDGET (house->window), name), ==, n);
}

static void
write_into (House *house, const char *name, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (house_wait (house, name)), text);
  house_settle (house);
}

static House *
open_people (void)
{
  House *house = house_new (1280, 800, 100, "light");

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_DESK, NULL);
  house_press (house, "desk-people");
  house_wait (house, "person-row");
  return house;
}

/* The button with these words. */
static GtkWidget *
find_words (GtkWidget *widget, const char *words)
{
  GtkWidget *found = NULL;

  if (HIH_IS_CONTROL (widget) && gtk_widget_get_mapped (widget) &&
      g_str_equal (hih_control_get_words (HIH_CONTROL (widget)), words))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_words (child, words);
  return found;
}

static void
press_words (House *house, const char *words)
{
  GtkWidget *button = find_words (GTK_WIDGET (house->window), words);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  house_settle (house);
}

static void
undo (House *house)
{
  house_press (house, "desk-undo");
  house_settle (house);
  g_assert_null (house_find (house, "desk-undo"));
}

static void
test_find (void)
{
  House *house = open_people ();

  assert_rows (house, "person-row", 4);
  write_into (house, "people-search", "桂");
  assert_rows (house, "person-row", 1);
  if (hih_name_sounds_are_known ())
    {
      write_into (house, "people-search", "zgy");
      assert_rows (house, "person-row", 1);
      write_into (house, "people-search", "guiy");
      assert_rows (house, "person-row", 1);
      write_into (house, "people-search", "zgz");
      assert_rows (house, "person-row", 0);
    }
  write_into (house, "people-search", "没有");
  assert_rows (house, "person-row", 0);
  write_into (house, "people-search", "");
  assert_rows (house, "person-row", 4);
  house_free (house);
}

static void
assert_asked (House *house, guint n_given)
{
  g_autoptr (GPtrArray) people = list_people (house, NULL);
  guint n = 0;

  for (guint i = 0; i < people->len; i++)
    n += ((HihTrainee *) people->pdata[i])->consent == HIH_CONSENT_GIVEN;
  g_assert_cmpuint (n, ==, n_given);
}

/* Two of four into a new group; the group is shown alone, copied, and both acts are taken back. */
static void
test_many (void)
{
  House *house = open_people ();

  write_into (house, "people-search", "国");
  house_press (house, "people-several");
  g_assert_false (gtk_widget_get_sensitive (house_wait (house, "people-into")));
  house_press (house, "people-all");
  write_into (house, "people-search", "福");
  house_press (house, "person-row");
  house_press (house, "people-into");
  write_into (house, "group-name", "书法");
  house_press (house, "group-new");
  house_wait (house, "desk-undo");
  house_settle (house);
  assert_in_group (house, "书法", 2);
  assert_in_group (house, "一楼", 4);
  undo (house);
  assert_in_group (house, "书法", 0);
  assert_in_group (house, "一楼", 4);

  write_into (house, "people-search", "");
  house_press (house, "people-filter");
  house_press (house, "group");
  house_settle (house);
  house_press (house, "people-copy");
  write_into (house, "group-name", "周五班");
  house_press (house, "group-new");
  house_wait (house, "desk-undo");
  assert_in_group (house, "周五班", 4);
  undo (house);
  assert_in_group (house, "周五班", 0);

  /* One size of words for all of them; the sheet goes with the tap. */
  house_press (house, "people-several");
  house_press (house, "people-all");
  house_press (house, "people-size");
  house_press (house, "size-200");
  undo (house);

  /* Asked together, and taken back together. */
  house_press (house, "people-several");
  house_press (house, "people-all");
  house_press (house, "people-consent");
  assert_asked (house, 0);
  house_press (house, "consent-say");
  house_wait (house, "desk-undo");
  assert_asked (house, 4);
  undo (house);
  assert_asked (house, 0);
  house_free (house);
}

static void
test_person (void)
{
  House *house = open_people ();
  g_autoptr (GPtrArray) added = NULL;

  house_press (house, "person-add");
  write_into (house, "person-name", "新来的");
  write_into (house, "person-group-name", "二楼");
  write_into (house, "person-family", "女儿小芳");
  house_press (house, "person-keep");
  house_wait (house, "desk-undo");
  added = list_people (house, "二楼");
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (((HihTrainee *) added->pdata[0])->name, ==, "新来的");
  g_assert_cmpstr (((HihTrainee *) added->pdata[0])->family[0], ==, "女儿小芳");
  assert_rows (house, "person-row", 5);
  undo (house);
  assert_rows (house, "person-row", 4);
  assert_in_group (house, "二楼", 0);

  /* Somebody of that name is here: it is said, and a second tap adds all the same. */
  house_press (house, "person-add");
  write_into (house, "person-name", "张桂英");
  house_press (house, "person-keep");
  house_wait (house, "person-known");
  assert_rows (house, "person-row", 4);
  house_press (house, "person-keep");
  house_wait (house, "desk-undo");
  assert_rows (house, "person-row", 5);

  /* Kept with the name they have nothing is asked, also of one of two who have it; given a name that somebody else has it is. */
  write_into (house, "people-search", "张桂英");
  assert_rows (house, "person-row", 2);
  house_press (house, "person-row");
  house_press (house, "person-keep");
  house_settle (house);
  g_assert_null (house_find (house, "person-keep"));
  write_into (house, "people-search", "李秀兰");
  house_press (house, "person-row");
  write_into (house, "person-name", "张桂英");
  house_press (house, "person-keep");
  house_wait (house, "person-known");
  house_press (house, "person-keep");
  house_settle (house);
  g_assert_null (house_find (house, "person-keep"));
  house_free (house);
}

/* A class of everybody: whoever was not marked is offered as one who comes late, and comes in with one tap. */
static void
test_late (void)
{
  House *house = open_people ();

  house_press (house, "class-start");
  house_wait (house, "person");
  press_words (house, "全部的人");
  house_press (house, "person");
  house_press (house, "class-begin");
  house_wait (house, "class-others");
  house_settle (house);
  assert_rows (house, "person", 4);
  house_free (house);
}

/* Presses @opener and leaves the sheet that it opens by the sheet's own button. */
static void
open_and_close (House *house, const char *opener)
{
  GtkWidget *close;

  house_press (house, opener);
  close = house_wait (house, "sheet-close");
  g_assert_true (hih_window_has_sheet (house->window));
  g_assert_true (gtk_widget_is_focus (close) || gtk_widget_get_focusable (close));
  house_press (house, "sheet-close");
  house_settle (house);
  g_assert_false (hih_window_has_sheet (house->window));
}

/* Every sheet can be left without a key: those of the desk and those of a class. */
static void
test_ways_out (void)
{
  static const char *of_care[] = { "care-plan", "care-note" };
  House *house = open_people ();
  GtkWidget *go_on;

  house_press (house, "desk-care");
  for (guint i = 0; i < G_N_ELEMENTS (of_care); i++)
    {
      house_wait (house, of_care[i]);
      house_settle (house);
      open_and_close (house, of_care[i]);
    }
  house_press (house, "care-plan");
  house_press (house, "person");
  house_wait (house, "care-day");
  house_press (house, "sheet-close");
  house_press (house, "class-start");
  house_wait (house, "person");
  press_words (house, "全部的人");
  house_press (house, "person");
  house_press (house, "class-begin");
  house_wait (house, "class-others");
  house_settle (house);
  house_press (house, "back");
  go_on = house_wait (house, "class-start");
  house_settle (house);
  /* Two looks at once would be white words without their green. */
  g_assert_true (gtk_widget_has_css_class (go_on, "primary"));
  g_assert_false (gtk_widget_has_css_class (go_on, "plain"));
  house_free (house);
}

static GtkWidget *
find_picked (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (g_strcmp0 (gtk_widget_get_name (widget), "picture") == 0 && gtk_widget_has_css_class (widget, "picked") &&
      gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_picked (child);
  return found;
}

/* Whoever has a picture finds it among the first that are shown, marked. */
static void
test_picture (void)
{
  House *house = open_people ();
  GtkWidget *chooser = hih_person_chooser_new ("horse", NULL);
  GtkWidget *picked;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;

  hih_page_show_sheet (hih_window_get_page (house->window), chooser);
  house_wait (house, "picture");
  house_settle (house);
  picked = find_picked (chooser);
  g_assert_nonnull (picked);
  g_assert_cmpstr (g_object_get_data (G_OBJECT (picked), "id"), ==, "horse");
  g_assert_cmpstr (hih_person_chooser_get (HIH_PERSON_CHOOSER (chooser)), ==, "horse");
  /* Whoever is new is offered the first that nobody has. */
  hih_records_add_trainee_async (house->records, "赵苹果", "apple", NULL, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_add_trainee_finish (house->records, hih_records_wait (&wait), NULL, NULL));
  chooser = hih_person_chooser_new (NULL, hih_context_get_records (house->context));
  hih_page_show_sheet (hih_window_get_page (house->window), chooser);
  while (find_picked (chooser) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (hih_person_chooser_get (HIH_PERSON_CHOOSER (chooser)), ==, "ball");
  house_free (house);
}

static void
done_cb (HihDeskImport *import, HihAct *act, const char *words, gpointer user_data)
{
  *(HihAct **) user_data = hih_act_ref (act);
}

/* What stands on "import-go" and whether it can be pressed. */
static gboolean
can_go (House *house)
{
  house_settle (house);
  return gtk_widget_get_sensitive (house_wait (house, "import-go"));
}

static void
test_import (void)
{
  static const char text[] = "姓名,分组\n张桂英,三楼\n新人甲,三楼\n13800000000,三楼\n新人甲,四楼\n";
  House *house = open_people ();
  HihPage *page = hih_window_get_page (house->window);
  g_autoptr (HihPeopleSheet) sheet = hih_people_sheet_parse (text, strlen (text), NULL);
  HihAct *act = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  GtkWidget *import = hih_desk_import_new (page, sheet);

  g_signal_connect (import, "done", G_CALLBACK (done_cb), &act);
  gtk_widget_add_css_class (import, "desk");
  hih_page_show_sheet (page, import);
  assert_rows (house, "import-row", 4);
  /* A number for a name, and two names that are there already, stand in the way. */
  g_assert_false (can_go (house));
  house_press (house, "import-leave-out");
  g_assert_false (can_go (house));
  house_press (house, "repeats-new");
  g_assert_true (can_go (house));
  house_press (house, "repeats-skip");
  g_assert_true (can_go (house));
  house_press (house, "repeats-same");
  g_assert_true (can_go (house));
  assert_in_group (house, "三楼", 0);
  house_press (house, "import-go");
  while (act == NULL)
    g_main_context_iteration (NULL, TRUE);
  hih_page_close_sheet (page);
  assert_in_group (house, "三楼", 2);
  assert_in_group (house, "四楼", 1);
  assert_in_group (house, NULL, 5);
  hih_records_undo_async (house->records, act, NULL, hih_records_wait_cb, &wait);
  g_assert_true (hih_records_undo_finish (house->records, hih_records_wait (&wait), NULL, NULL));
  hih_act_unref (act);
  assert_in_group (house, "三楼", 0);
  assert_in_group (house, NULL, 4);
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/desk/people/find", test_find);
  g_test_add_func ("/ui/desk/people/many", test_many);
  g_test_add_func ("/ui/desk/people/person", test_person);
  g_test_add_func ("/ui/desk/people/late", test_late);
  g_test_add_func ("/ui/desk/people/ways-out", test_ways_out);
  g_test_add_func ("/ui/desk/people/picture", test_picture);
  g_test_add_func ("/ui/desk/people/import", test_import);
  return g_test_run ();
}
