/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often words and what is scrolled are laid out: what GTK asks them needlessly is answered without. */
#include "config.h"

#include "hih-control.h"
#include "hih-element-view.h"
#include "hih-scroller.h"
#include "hih-words.h"

#define TEXT "Find the green tile, and tap it once with one finger."
#define MARGIN 9

static GtkWidget *
find_label (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *label = GTK_IS_LABEL (child) ? child : find_label (child);

      if (label != NULL)
        return label;
    }
  return NULL;
}

/* Words are as narrow at any height as without one, with all that is around them; and as high as their width needs. */
static void
test_words (void)
{
  GtkWidget *control = hih_control_new (NULL, TEXT, NULL);
  GtkWidget *labels[] = { hih_words_new (TEXT, NULL), hih_element_view_new_label ("body"), find_label (control) };

  gtk_label_set_label (GTK_LABEL (labels[1]), TEXT);
  g_object_ref_sink (control);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      int least, natural, least_there, natural_there, line, lines;

      g_object_ref_sink (labels[i]);
      gtk_widget_set_margin_start (labels[i], MARGIN);
      gtk_widget_measure (labels[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
      gtk_widget_measure (labels[i], GTK_ORIENTATION_VERTICAL, natural, NULL, &line, NULL, NULL);
      gtk_widget_measure (labels[i], GTK_ORIENTATION_VERTICAL, MAX (least, natural / 3), NULL, &lines, NULL, NULL);
      g_assert_cmpint (least, <, natural / 2);
      g_assert_cmpint (lines, >, 2 * line);
      gtk_widget_measure (labels[i], GTK_ORIENTATION_HORIZONTAL, line, &least_there, &natural_there, NULL, NULL);
      g_assert_cmpint (least_there, ==, least);
      g_assert_cmpint (natural_there, ==, natural);
      /* Other words, other answers. */
      gtk_label_set_label (GTK_LABEL (labels[i]), "OK");
      gtk_widget_measure (labels[i], GTK_ORIENTATION_HORIZONTAL, line, NULL, &natural_there, NULL, NULL);
      g_assert_cmpint (natural_there, <, natural);
      g_object_unref (labels[i]);
    }
  g_object_unref (control);
}

/* What is scrolled is not asked how high it would be without a width, unless its scrolled window grows with it. */
static void
test_scrolled (void)
{
  GtkWidget *scroller = g_object_ref_sink (hih_scroller_new (hih_words_new (TEXT, NULL)));
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller));
  int natural, width;

  gtk_widget_measure (viewport, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  gtk_widget_measure (viewport, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  gtk_widget_measure (viewport, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 0);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_queue_resize (viewport);
  gtk_widget_measure (viewport, GTK_ORIENTATION_VERTICAL, -1, NULL, &natural, NULL, NULL);
  g_assert_cmpint (natural, >, 0);
  g_object_unref (scroller);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/layout/words", test_words);
  g_test_add_func ("/ui/layout/scrolled", test_scrolled);
  return g_test_run ();
}
