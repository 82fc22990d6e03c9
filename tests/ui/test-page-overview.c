/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a lesson begins, in the smallest window: every lesson's overview shows at least three phones of a size at which
 * they are known again, and beside them what comes: all steps, or as many as have room and a bar that says there is more.
 */
#include "config.h"

#include "page-house.h"

#include "hih-error-text.h"
#include "hih-film.h"
#include "hih-phone-view.h"
#include "hih-steps-card.h"

#define LEAST_PHONES 3
#define LEAST_PHONE_HEIGHT 225
#define LEAST_BAR_WIDTH 6
#define FEW_STEPS 8
#define FIRST_STEPS 2
#define LESSON "answer-call"
#define FILM_HEIGHT 500 /* of the window, where the card is as high as over the bar of a film */

static guint n_phones;

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);
  return found;
}

/* The first of the steps. */
static GtkWidget *
find_row (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "step-row") ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child);
  return found;
}

static void
look_at_phones (GtkWidget *widget, const char *id)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (HIH_IS_PHONE_VIEW (widget))
    {
      n_phones++;
      g_assert_cmpint (gtk_widget_get_height (widget), >=, LEAST_PHONE_HEIGHT);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at_phones (child, id);
}

static void
look_at_steps (House *house, const char *id, guint n_steps)
{
  GtkWidget *card = find (GTK_WIDGET (hih_window_get_page (house->window)), HIH_TYPE_STEPS_CARD);
  GtkWidget *scroller = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  GtkWidget *bar = gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller));
  double hidden = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

  if (hidden < 1)
    return;
  if (n_steps <= FEW_STEPS)
    g_test_fail_printf ("%s: %.0f px of %u steps are out of sight", id, hidden, n_steps);
  g_assert_true (gtk_widget_get_mapped (bar));
  g_assert_cmpint (gtk_widget_get_width (bar), >=, LEAST_BAR_WIDTH);
}

static void
test_overview (gconstpointer theme)
{
  House *house = house_new (1024, 600, 100, theme);
  HihCatalogue *catalogue;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  catalogue = hih_context_get_catalogue (house->context);
  for (HihLesson *lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)))
    {
      house_go (house, HIH_PLACE_LESSON, hih_lesson_get_id (lesson));
      house_wait (house, "play");
      house_settle (house);
      n_phones = 0;
      look_at_phones (GTK_WIDGET (hih_window_get_page (house->window)), hih_lesson_get_id (lesson));
      g_assert_cmpuint (n_phones, >=, LEAST_PHONES);
      look_at_steps (house, hih_lesson_get_id (lesson), hih_lesson_get_n_steps (lesson));
    }
  house_free (house);
}

/* On a computer without a voice, in the largest words: the card beside the film says so, as far as it has room. */
static void
test_without_voice (void)
{
  House *house = house_new (1024, FILM_HEIGHT, 200, "light");
  g_autoptr (GError) error = g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_AUDIO_DEVICE, "test: no sound");
  GtkWidget *card, *scroller, *note;
  graphene_rect_t box;

  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  house_go (house, HIH_PLACE_LESSON, LESSON);
  house_wait (house, "play");
  card = find (GTK_WIDGET (hih_window_get_page (house->window)), HIH_TYPE_STEPS_CARD);
  scroller = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  hih_steps_card_set_note (HIH_STEPS_CARD (card), hih_error_get_text (error));
  for (int step = 0; step < 4; step++)
    {
      hih_steps_card_set_now (HIH_STEPS_CARD (card), step);
      house_settle (house);
      note = house_find (house, "note");
      g_assert_nonnull (note);
      g_assert_true (gtk_widget_compute_bounds (note, scroller, &box));
      if (box.origin.y >= 0 && box.origin.y < (float) gtk_widget_get_height (scroller))
        g_assert_cmpfloat (gtk_widget_get_opacity (note), >, 0.99);
    }
  house_free (house);
}

static gboolean
is_whole_in (GtkWidget *widget, GtkWidget *scroller)
{
  graphene_rect_t box;

  return gtk_widget_compute_bounds (widget, scroller, &box) && box.origin.y >= 0 && gtk_widget_get_opacity (widget) > 0.99 &&
         box.origin.y + box.size.height <= (float) gtk_widget_get_height (scroller) + 0.5f;
}

/* However large the words, and whatever else there is to be told: how the lesson begins is seen, and the note whole. */
static void
test_beginning (gconstpointer size)
{
  g_autoptr (GError) error = g_error_new_literal (HIH_FILM_ERROR, HIH_FILM_ERROR_AUDIO_DEVICE, "test: no sound");
  HihCatalogue *catalogue;
  House *house;
  int width, height, percent;

  g_assert_cmpint (sscanf (size, "%dx%d/%d", &width, &height, &percent), ==, 3);
  house = house_new (width, height, percent, "light");
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  catalogue = hih_context_get_catalogue (house->context);
  for (HihLesson *lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, hih_lesson_get_id (lesson)))
    {
      const char *id = hih_lesson_get_id (lesson);
      GtkWidget *card, *scroller, *note, *row;

      house_go (house, HIH_PLACE_LESSON, id);
      house_wait (house, "play");
      card = find (GTK_WIDGET (hih_window_get_page (house->window)), HIH_TYPE_STEPS_CARD);
      scroller = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
      if (hih_lesson_get_status_key (lesson) == NULL)
        hih_steps_card_set_note (HIH_STEPS_CARD (card), hih_error_get_text (error));
      house_settle (house);
      note = house_find (house, "note");
      g_assert_nonnull (note);
      row = find_row (card);
      if (!is_whole_in (note, scroller))
        g_test_fail_printf ("%s, %s: the note is cut", (const char *) size, id);
      for (guint i = 0; i < FIRST_STEPS; i++, row = gtk_widget_get_next_sibling (row))
        if (!is_whole_in (row, scroller))
          g_test_fail_printf ("%s, %s: step %u is out of sight", (const char *) size, id, i + 1);
    }
  house_free (house);
}

int
main (int argc, char **argv)
{
  static const char *const sizes[] = { "1024x600/150", "1024x600/200", "1280x800/200" };

  /* A place for sound, though nobody listens: without one a note takes some of the steps' room. */
  g_setenv ("HIH_AUDIO_SINK", "fakesink", TRUE);
  house_test_init_in ("zh_CN", &argc, &argv);
  g_test_add_data_func ("/ui/overview/1024x600", "light", test_overview);
  g_test_add_func ("/ui/overview/without-voice", test_without_voice);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/overview/beginning/", sizes[i], NULL);

      g_test_add_data_func (path, sizes[i], test_beginning);
    }
  return g_test_run ();
}
