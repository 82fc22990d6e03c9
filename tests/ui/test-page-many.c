/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A home of many people: the first page makes only some pictures and chips at once, and everybody can be reached. Then
 * the desk's Today while a class goes on. */
#include "config.h"

#include "page-house.h"

#include "hih-care.h"
#include "hih-control.h"

#define MANY 130
#define AT_ONCE 60

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

/* People of 65 first letters in twelve groups. */
static void
add_people (House *house, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
      char letter[7] = "";
      g_autofree char *name = NULL, *group = g_strdup_printf ("第%u组", i % 12);
      HihId id;

      g_unichar_to_utf8 (0x4e00 + i / 2, letter);
      name = g_strdup_printf ("%s%u", letter, i);
      hih_records_add_trainee_async (house->records, name, "person-cat", group, NULL, hih_records_wait_cb, &wait);
      g_assert_true (hih_records_add_trainee_finish (house->records, hih_records_wait (&wait), &id, NULL));
    }
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
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/many/who", test_who);
  g_test_add_func ("/ui/many/few", test_few);
  g_test_add_func ("/ui/many/class", test_class);
  return g_test_run ();
}
