/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every kind of page and every part of the desk is made, under fatal warnings, and ends: a page that was left keeps nothing alive,
 * and when the window is closed not one widget is left. What lives on grows with every lesson of a long day.
 */
#include "config.h"

#include "page-house.h"

#include "hih-page-lesson.h"

#define MOST_MS 20000
#define ROUNDS 3
#define LESSON "video-call"

typedef struct
{
  GHashTable *alive; /* (element-type pointer utf8): every widget that was ever seen, until it is finalised; its type */
} Roll;

static void
gone_cb (gpointer roll, GObject *where)
{
  g_hash_table_remove (((Roll *) roll)->alive, where);
}

static void
enlist (Roll *roll, GtkWidget *widget)
{
  /* GTK's own, one a display. */
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), "GtkTooltipWindow"))
    return;
  if (!g_hash_table_contains (roll->alive, widget))
    {
      g_hash_table_insert (roll->alive, widget, (gpointer) G_OBJECT_TYPE_NAME (widget));
      g_object_weak_ref (G_OBJECT (widget), gone_cb, roll);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    enlist (roll, child);
}

static void
see (Roll *roll, House *house)
{
  house_settle (house);
  enlist (roll, GTK_WIDGET (house->window));
}

static void
press (Roll *roll, House *house, const char *name)
{
  house_press (house, name);
  see (roll, house);
}

static void
go (Roll *roll, House *house, HihPlaceKind kind, const char *id)
{
  house_go (house, kind, id);
  see (roll, house);
}

static void
visit_all (Roll *roll, House *house)
{
  static const char *const parts[] = {
#define HIH_DESK_PART(name, icon, word) "desk-" #name,
#include "hih-desk-parts.def"
#undef HIH_DESK_PART
  };

  go (roll, house, HIH_PLACE_WELCOME, NULL);
  go (roll, house, HIH_PLACE_WHO, NULL);
  press (roll, house, "size");
  press (roll, house, "sheet-close");
  press (roll, house, "person");
  go (roll, house, HIH_PLACE_TOPIC, "family");
  go (roll, house, HIH_PLACE_LESSON, LESSON);
  /* From the second round on one goes on in its middle. */
  if (house_find (house, "play") != NULL)
    press (roll, house, "play");
  press (roll, house, "stage-follow");
  press (roll, house, "stage-guided");
  press (roll, house, "stage-alone");
  go (roll, house, HIH_PLACE_RECHECK, LESSON);
  go (roll, house, HIH_PLACE_DONE, LESSON);
  go (roll, house, HIH_PLACE_TRY, LESSON);
  go (roll, house, HIH_PLACE_DOOR, NULL);
  go (roll, house, HIH_PLACE_DESK, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    press (roll, house, parts[i]);
  go (roll, house, HIH_PLACE_CLASS_START, NULL);
  go (roll, house, HIH_PLACE_WHO, NULL);
}

/* "3 HihButton, 1 GtkLabel" */
static char *
tell (Roll *roll)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  GString *text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer type, n;

  g_hash_table_iter_init (&iter, roll->alive);
  while (g_hash_table_iter_next (&iter, NULL, &type))
    g_hash_table_insert (counts, type, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, type)) + 1));
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &type, &n))
    g_string_append_printf (text, "%s%u %s", text->len > 0 ? ", " : "", GPOINTER_TO_UINT (n), (const char *) type);
  return g_string_free (text, FALSE);
}

static void
test_ends (void)
{
  House *house = house_new (1280, 800, 100, "light");
  Roll roll = { g_hash_table_new (NULL, NULL) };
  guint alive[ROUNDS];

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  for (guint round = 0; round < ROUNDS; round++)
    {
      visit_all (&roll, house);
      alive[round] = g_hash_table_size (roll.alive);
      g_test_message ("after round %u: %u widgets", round + 1, alive[round]);
    }
  if (alive[ROUNDS - 1] > alive[1])
    {
      g_autofree char *text = tell (&roll);

      g_test_message ("%s", text);
    }
  g_assert_cmpuint (alive[ROUNDS - 1], <=, alive[1]);

  house_free (house);
  /* Threads that draw or store hold on to what they work for; on a busy computer they take their time. */
  for (guint i = 0; i < MOST_MS / 2 && g_hash_table_size (roll.alive) > 0; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (2000);
    }
  {
    g_autofree char *text = tell (&roll);

    g_assert_cmpstr (text, ==, "");
  }
  g_hash_table_unref (roll.alive);
}

/* The window is closed while what the desk asked for is still on its way. */
static void
test_left_at_once (void)
{
  for (guint turns = 0; turns < 8; turns++)
    {
      House *house = house_new (1280, 800, 100, "light");

      hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
      house_go (house, HIH_PLACE_DESK, NULL);
      for (guint i = 0; i < turns * 3; i++)
        g_main_context_iteration (NULL, FALSE);
      house_free (house);
    }
}

/* Somebody quick: a stage is chosen before the records say where this person was. What was chosen stays, and nothing of
 * what would have begun instead lives on. */
static void
test_chosen_at_once (void)
{
  House *house = house_new (1280, 800, 100, "light");
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
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_func ("/ui/ends", test_ends);
  g_test_add_func ("/ui/left-at-once", test_left_at_once);
  g_test_add_func ("/ui/chosen-at-once", test_chosen_at_once);
  return g_test_run ();
}
