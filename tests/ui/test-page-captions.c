/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of captions: however large they and the words are, its way out is in sight and nothing is wider than the window. */
#include "config.h"

#include "page-house.h"

#include "hih-caption-look.h"
#include "hih-caption-sheet.h"
#include "hih-lesson-frame.h"

#define MOST_LINES 2 /* of the sample, as of a caption */

static GtkWidget *
find (GtkWidget *widget, GType type, const char *css_class)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (css_class == NULL || gtk_widget_has_css_class (widget, css_class)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, css_class);
  return found;
}

static void
assert_in_sight (House *house, GtkWidget *widget, const char *who)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (house->window), &box));
  g_test_message ("%s: %.0f x %.0f at %.0f, %.0f", who, (double) box.size.width, (double) box.size.height,
                  (double) box.origin.x, (double) box.origin.y);
  if (box.origin.x < 0 || box.origin.y < 0 ||
      box.origin.x + box.size.width > gtk_widget_get_width (GTK_WIDGET (house->window)) ||
      box.origin.y + box.size.height > gtk_widget_get_height (GTK_WIDGET (house->window)))
    {
      g_test_message ("%s is not all in the window", who);
      g_test_fail ();
    }
}

static void
look_at_sheet (House *house, int text, HihPage *page)
{
  HihSettings *settings = hih_context_get_settings (house->context);
  GtkWidget *sheet, *sample;

  g_signal_emit_by_name (page, "text-percent", text);
  house_settle (house);
  sheet = hih_caption_sheet_new (page, find (GTK_WIDGET (page), HIH_TYPE_LESSON_FRAME, NULL));
  hih_page_show_sheet (page, sheet);
  sample = find (sheet, GTK_TYPE_LABEL, "caption");
  for (guint i = 0; i < HIH_N_CAPTION_SIZES; i++)
    {
      g_autofree char *who = g_strdup_printf ("%d, text %d %%, captions %d %%", gtk_widget_get_width (GTK_WIDGET (page)),
                                              text, hih_caption_percents[i]);

      hih_settings_set_int (settings, HIH_SETTING_CAPTION_PERCENT, hih_caption_percents[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (house->window));
      assert_in_sight (house, house_find (house, "sheet-close"), who);
      assert_in_sight (house, sample, "the sample");
      g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (sample))), <=, MOST_LINES);
    }
  hih_page_close_sheet (page);
}

static void
test_sheet (gconstpointer data)
{
  static const int texts[] = { 100, 125, 150, 200 };
  int width, height;
  House *house;

  g_assert_cmpint (sscanf (data, "%dx%d", &width, &height), ==, 2);
  house = house_new (width, height, 100, "light");
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_go (house, HIH_PLACE_LESSON, "video-call");
  house_wait (house, "play");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    look_at_sheet (house, texts[i], hih_window_get_page (house->window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (house->window)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (house->window)), ==, height);
  house_free (house);
}

/* The size that was chosen is seen, whatever must be scrolled away for it, and so is the bar that says that one can. */
static void
test_chosen (void)
{
  House *house = house_new (360, 740, 200, "light");
  GtkWidget *chosen, *scroller;
  graphene_rect_t box;

  hih_window_begin (house->window, house->context, HIH_PLACE_WELCOME);
  chosen = house_wait (house, "size-200");
  house_settle (house);
  scroller = gtk_widget_get_ancestor (chosen, GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (gtk_widget_compute_bounds (chosen, scroller, &box));
  g_assert_cmpfloat (box.origin.y, >=, 0);
  g_assert_cmpfloat (box.origin.y + box.size.height, <=, gtk_widget_get_height (scroller));
  g_assert_true (gtk_widget_get_mapped (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller))));
  house_free (house);
}

int
main (int argc, char **argv)
{
  house_test_init (&argc, &argv);
  g_test_add_data_func ("/ui/captions/sheet-360x740", "360x740", test_sheet);
  g_test_add_data_func ("/ui/captions/sheet-1024x600", "1024x600", test_sheet);
  g_test_add_func ("/ui/captions/chosen", test_chosen);
  return g_test_run ();
}
