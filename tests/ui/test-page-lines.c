/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lines of what each lesson says of itself, where it begins and when it is done, and of what the desk opens with: at
 * every size and size of text no line is one character, and no word that has room is torn.
 */
#include "config.h"

#include "page-house.h"
#include "page-lines.h"

#include "hih-phone-view.h"
#include "hih-words.h"

static guint n_looked;

static void
look (GtkWidget *widget, const char *where)
{
  g_autofree char *flaw = NULL;

  if (!gtk_widget_get_mapped (widget) || HIH_IS_PHONE_VIEW (widget))
    return;
  if (GTK_IS_LABEL (widget))
    {
      n_looked++;
      flaw = page_lines_dup_flaw (GTK_LABEL (widget));
    }
  if (flaw != NULL)
    {
      g_test_message ("%s: %s", where, flaw);
      g_test_fail ();
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look (child, where);
}

static void
look_at_page (House *house, const char *size, HihPlaceKind kind, const char *id)
{
  HihPlace place = { .kind = kind, .id = id, .able = TRUE };
  g_autofree char *where = g_strdup_printf ("%s, %s of %s", size, kind == HIH_PLACE_DONE ? "the end" : "the beginning", id);

  hih_window_go (house->window, &place);
  house_wait (house, kind == HIH_PLACE_DONE ? "print" : "play");
  house_settle (house);
  look (GTK_WIDGET (hih_window_get_page (house->window)), where);
}

static void
test_lines (gconstpointer size)
{
  HihCatalogue *catalogue;
  HihLesson *lesson;
  House *house;
  int width, height, percent;

  g_assert_cmpint (sscanf (size, "%dx%d/%d", &width, &height, &percent), ==, 3);
  house = house_new (width, height, percent, "light");
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  catalogue = hih_context_get_catalogue (house->context);
  n_looked = 0;
  for (lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)))
    {
      look_at_page (house, size, HIH_PLACE_LESSON, hih_lesson_get_id (lesson));
      look_at_page (house, size, HIH_PLACE_DONE, hih_lesson_get_id (lesson));
    }
  g_assert_cmpuint (n_looked, >, 200);
  house_free (house);
}

/* However many numbers stand in a row, the words beside each have room for the longest. */
static void
look_for_room (GtkWidget *widget, const char *where)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)) &&
      hih_words_measure_longest (GTK_LABEL (widget)) > gtk_widget_get_width (widget))
    g_test_fail_printf ("%s: no room for the longest word of “%s”", where, gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_for_room (child, where);
}

static void
test_desk (gconstpointer size)
{
  House *house;
  int width, height, percent;

  g_assert_cmpint (sscanf (size, "%dx%d/%d", &width, &height, &percent), ==, 3);
  house = house_new (width, height, percent, "light");
  hih_window_begin (house->window, house->context, HIH_PLACE_DESK);
  house_settle (house);
  n_looked = 0;
  look (GTK_WIDGET (hih_window_get_page (house->window)), size);
  look_for_room (GTK_WIDGET (hih_window_get_page (house->window)), size);
  g_assert_cmpuint (n_looked, >, 15);
  house_free (house);
}

/* Where there is one column a lesson's card is as high as its own words, not as those of the longest. */
static void
test_list (void)
{
  House *house = house_new (360, 740, 200, "light");
  GtkWidget *card;
  int height;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  house_go (house, HIH_PLACE_TOPIC, "device");
  card = house_wait (house, "lesson");
  house_settle (house);
  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, gtk_widget_get_allocated_width (card), NULL, &height, NULL, NULL);
  g_assert_cmpint (gtk_widget_get_allocated_height (card), ==, height);
  house_free (house);
}

int
main (int argc, char **argv)
{
  static const char *sizes[] = { "360x740/100",  "360x740/200",  "1024x600/100", "1024x600/150",
                                 "1024x600/200", "1280x800/100", "1280x800/200" };

  house_test_init_in ("zh_CN", &argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/lines/", sizes[i], NULL);
      g_autofree char *desk_path = g_strconcat ("/ui/lines/desk/", sizes[i], NULL);

      g_test_add_data_func (path, sizes[i], test_lines);
      g_test_add_data_func (desk_path, sizes[i], test_desk);
    }
  g_test_add_func ("/ui/lines/list", test_list);
  return g_test_run ();
}
