/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What costs time whenever a page comes: words and what is scrolled are asked no more than is needed, icons are drawn
 * and not read as pixels, a long list goes a few rows at a time. */
#include "config.h"

#include "hih-control.h"
#include "hih-element-view.h"
#include "hih-icon.h"
#include "hih-people-list.h"
#include "hih-scroller.h"
#include "hih-trainees.h"
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

/* Of the first node below @node that is no transform or container of one. */
static GskRenderNodeType
find_type (GskRenderNode *node)
{
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    return find_type (gsk_transform_node_get_child (node));
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE && gsk_container_node_get_n_children (node) == 1)
    return find_type (gsk_container_node_get_child (node, 0));
  return gsk_render_node_get_node_type (node);
}

/* An icon is drawn in a colour, the clear part of it too, and no pixels are made of it. */
static void
test_icons (void)
{
  const GdkRGBA solid[4] = { { 1, 0, 0, 1 } }, clear[4] = { { 1, 0, 0, 0.5f } };
  GtkWidget *image = g_object_ref_sink (hih_icon_new ("check", 24));
  GdkPaintable *paintable = gtk_image_get_paintable (GTK_IMAGE (image));

  g_assert_cmpstr (hih_icon_get (image), ==, "check");
  g_assert_true (GTK_IS_SYMBOLIC_PAINTABLE (paintable));
  for (guint i = 0; i < 2; i++)
    {
      GtkSnapshot *snapshot = gtk_snapshot_new ();
      GskRenderNode *node;

      gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, 24, 24, i == 0 ? solid : clear, 4);
      node = gtk_snapshot_free_to_node (snapshot);
      g_assert_cmpint (find_type (node), ==, i == 0 ? GSK_CAIRO_NODE : GSK_OPACITY_NODE);
      gsk_render_node_unref (node);
    }
  hih_icon_set (image, "hand");
  g_assert_cmpstr (hih_icon_get (image), ==, "hand");
  g_object_unref (image);
}

/* At once only those that GtkListView has not made, then a few at a time, to the last. */
static void
test_shed (void)
{
  GtkWidget *list = g_object_ref_sink (hih_people_list_new ());
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_trainee_unref);
  g_autoptr (GPtrArray) heard = NULL;
  guint n, before;

  for (guint i = 0; i < 300; i++)
    {
      HihId id = { { (guint8) (i / 256), (guint8) (i % 256) } };

      g_ptr_array_add (people, hih_trainee_new (&id, g_strdup_printf ("N%03u", i), g_strdup ("peach"), NULL));
    }
  heard = hih_people_list_hear (people);
  hih_people_list_set_people (HIH_PEOPLE_LIST (list), heard);
  g_assert_cmpuint (hih_people_list_get_n_shown (HIH_PEOPLE_LIST (list)), ==, 300);
  g_assert_true (hih_people_list_shed (HIH_PEOPLE_LIST (list)));
  before = hih_people_list_get_n_shown (HIH_PEOPLE_LIST (list));
  g_assert_cmpuint (before, >=, 200);
  while (hih_people_list_shed (HIH_PEOPLE_LIST (list)))
    {
      n = hih_people_list_get_n_shown (HIH_PEOPLE_LIST (list));
      g_assert_cmpuint (n, <, before);
      g_assert_cmpuint (before - n, <, 20);
      before = n;
    }
  g_assert_cmpuint (hih_people_list_get_n_shown (HIH_PEOPLE_LIST (list)), ==, 0);
  g_object_unref (list);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/quick/words", test_words);
  g_test_add_func ("/ui/quick/scrolled", test_scrolled);
  g_test_add_func ("/ui/quick/icons", test_icons);
  g_test_add_func ("/ui/quick/shed", test_shed);
  return g_test_run ();
}
