/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GTK asks whatever it places how narrow it could be at its height. A label that wraps then tries a dozen widths, and
 * Pango lays out all of its text for each: that was most of the time in which a page came. How high words are follows
 * from their width everywhere here, never the other way round, so their width is the same at any height. And what was
 * once asked without a size is taken from what GTK has kept.
 *
 * A scrolled window asks what it holds how high it would be without a width, and forgets the answer unless it grows
 * with it.
 */
#include "config.h"

#include "hih-quick-layout.h"

struct _HihQuickLayout
{
  GtkLayoutManager parent_instance;

  /* What the widget answers without a size, in both orientations: fresh as long as GTK keeps it. */
  struct
  {
    int minimum, natural, minimum_baseline, natural_baseline;
  } answers[2];
  gboolean asking; /* GTK, which asks the widget only when it has not kept it */
};

G_DEFINE_FINAL_TYPE (HihQuickLayout, hih_quick_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
hih_quick_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_WIDGET_GET_CLASS (widget)->get_request_mode (widget);
}

/* Whether nobody needs how high @widget is without a width. */
static gboolean
is_scrolled (GtkWidget *widget)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return GTK_IS_VIEWPORT (widget) && GTK_IS_SCROLLED_WINDOW (parent) &&
         !gtk_scrolled_window_get_propagate_natural_height (GTK_SCROLLED_WINDOW (parent));
}

static void
hih_quick_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size,
                          int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  HihQuickLayout *self = HIH_QUICK_LAYOUT (layout);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
    {
      GTK_WIDGET_GET_CLASS (widget)->measure (widget, orientation, for_size, minimum, natural, minimum_baseline,
                                              natural_baseline);
      return;
    }
  if (orientation == GTK_ORIENTATION_VERTICAL && is_scrolled (widget))
    return;
  if (self->asking)
    GTK_WIDGET_GET_CLASS (widget)->measure (widget, orientation, -1, &self->answers[orientation].minimum,
                                            &self->answers[orientation].natural,
                                            &self->answers[orientation].minimum_baseline,
                                            &self->answers[orientation].natural_baseline);
  else
    {
      self->asking = TRUE;
      gtk_widget_measure (widget, orientation, -1, NULL, NULL, NULL, NULL);
      self->asking = FALSE;
    }
  *minimum = self->answers[orientation].minimum;
  *natural = self->answers[orientation].natural;
  *minimum_baseline = self->answers[orientation].minimum_baseline;
  *natural_baseline = self->answers[orientation].natural_baseline;
}

static void
hih_quick_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GTK_WIDGET_GET_CLASS (widget)->size_allocate (widget, width, height, baseline);
}

static void
hih_quick_layout_class_init (HihQuickLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = hih_quick_layout_get_request_mode;
  layout_class->measure = hih_quick_layout_measure;
  layout_class->allocate = hih_quick_layout_allocate;
}

static void
hih_quick_layout_init (HihQuickLayout *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->answers); i++)
    self->answers[i].minimum_baseline = self->answers[i].natural_baseline = -1;
}

/**
 * hih_quick_layout_give:
 * @widget: see the header
 */
void
hih_quick_layout_give (GtkWidget *widget)
{
  gtk_widget_set_layout_manager (widget, g_object_new (HIH_TYPE_QUICK_LAYOUT, NULL));
}
