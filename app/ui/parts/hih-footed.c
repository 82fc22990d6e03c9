/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A box would ask for the foot's height at its smallest width, where every word stands in a line of its own, and make
 * the window grow. This asks for little and gives the foot what it needs at the width there is.
 */
#include "config.h"

#include "hih-footed.h"

#include "hih-control.h"
#include "hih-scroller.h"

#include <glib/gi18n.h>

#define LEAST_HEIGHT 200
#define LEAST_OF_SHEET 160 /* of its content, which scrolls; the foot, and the way out in it, stay in sight */

/* At both sides of what scrolls in a sheet: else the line around what has the focus would be cut off there. */
#define RING 8

struct _HihFooted
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *foot; /* (nullable) */
  gboolean of_sheet;
};

G_DEFINE_FINAL_TYPE (HihFooted, hih_footed, GTK_TYPE_WIDGET)

static int
height_of_foot (HihFooted *self, int width)
{
  int min_width, natural;

  if (self->foot == NULL || !gtk_widget_should_layout (self->foot))
    return 0;
  gtk_widget_measure (self->foot, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (self->foot, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), NULL, &natural, NULL, NULL);
  return natural;
}

/* A scrolled window asks as if every word stood in one line: what it holds is asked instead, at the width there is. */
static void
measure_sheet (HihFooted *self, int width, int *minimum, int *natural)
{
  int needed = 0;

  gtk_widget_measure (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->content)), GTK_ORIENTATION_VERTICAL,
                      width + 2 * RING, NULL, &needed, NULL, NULL);
  *minimum = MIN (LEAST_OF_SHEET, needed);
  *natural = needed;
}

static GtkSizeRequestMode
hih_footed_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_footed_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  HihFooted *self = HIH_FOOTED (widget);
  int foot_min = 0, foot_natural = 0;

  gtk_widget_measure (self->content, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->of_sheet)
    {
      *minimum = MAX (0, *minimum - 2 * RING);
      *natural = MAX (0, *natural - 2 * RING);
    }
  if (orientation == GTK_ORIENTATION_VERTICAL && self->of_sheet && for_size >= 0)
    measure_sheet (self, for_size, minimum, natural);
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      int foot = for_size >= 0 ? height_of_foot (self, for_size) : 0;

      *minimum = self->of_sheet ? *minimum + foot : LEAST_HEIGHT;
      *natural = MAX (*natural + foot, *minimum);
      return;
    }
  if (self->foot != NULL)
    gtk_widget_measure (self->foot, orientation, -1, &foot_min, &foot_natural, NULL, NULL);
  *minimum = MAX (*minimum, foot_min);
  *natural = MAX (*natural, foot_natural);
}

static void
hih_footed_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihFooted *self = HIH_FOOTED (widget);
  int foot = height_of_foot (self, width), least, natural;
  GtkAllocation place = { 0, 0, width, 0 };

  gtk_widget_measure (self->content, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  if (self->of_sheet)
    {
      measure_sheet (self, width, &least, &natural);
      place.x = -RING;
      place.width = width + 2 * RING;
    }
  place.height = MAX (height - foot, least);
  gtk_widget_size_allocate (self->content, &place, -1);
  place = (GtkAllocation){ 0, place.height, width, foot };
  if (foot > 0)
    gtk_widget_size_allocate (self->foot, &place, -1);
}

static gboolean
scrolls (HihFooted *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->content));

  return gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment) + 1;
}

/* A scrolled window takes the keyboard's focus where nothing in it does. In a sheet that goes nowhere, or has not been laid
 * out yet, nobody would see it there: what can be pressed has it. */
static gboolean
hih_footed_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HihFooted *self = HIH_FOOTED (widget);
  gboolean back = direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP || direction == GTK_DIR_LEFT;
  GtkWidget *inside, *now = gtk_widget_get_focus_child (widget);

  if (!self->of_sheet || scrolls (self))
    return GTK_WIDGET_CLASS (hih_footed_parent_class)->focus (widget, direction);
  inside = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->content));
  if (now == NULL)
    now = back ? self->foot : self->content;
  if (gtk_widget_child_focus (now == self->content ? inside : now, direction))
    return TRUE;
  if (now == self->content && !back)
    return gtk_widget_child_focus (self->foot, direction);
  return now == self->foot && back && gtk_widget_child_focus (inside, direction);
}

static void
hih_footed_dispose (GObject *object)
{
  HihFooted *self = HIH_FOOTED (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_footed_parent_class)->dispose (object);
}

static void
hih_footed_class_init (HihFootedClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_footed_dispose;
  widget_class->get_request_mode = hih_footed_get_request_mode;
  widget_class->measure = hih_footed_measure;
  widget_class->size_allocate = hih_footed_size_allocate;
  widget_class->focus = hih_footed_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_footed_init (HihFooted *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hih_footed_new:
 *
 * Returns: (transfer floating): @content, without a foot yet
 */
GtkWidget *
hih_footed_new (GtkWidget *content)
{
  HihFooted *self = g_object_new (HIH_TYPE_FOOTED, NULL);

  self->content = content;
  gtk_widget_set_parent (content, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * hih_footed_set_foot:
 * @foot: (nullable): what stays in sight
 */
void
hih_footed_set_foot (HihFooted *self, GtkWidget *foot)
{
  g_return_if_fail (HIH_IS_FOOTED (self));
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  self->foot = foot;
  if (foot != NULL)
    gtk_widget_set_parent (foot, GTK_WIDGET (self));
}

/**
 * hih_footed_new_sheet:
 * @content: taken; as tall as it likes
 * @foot: taken
 *
 * Returns: (transfer floating): both, as high as they are where there is room
 */
GtkWidget *
hih_footed_new_sheet (GtkWidget *content, GtkWidget *foot)
{
  GtkWidget *scroller = hih_scroller_new (content);
  GtkWidget *footed = hih_footed_new (scroller);

  HIH_FOOTED (footed)->of_sheet = TRUE;
  gtk_widget_set_overflow (footed, GTK_OVERFLOW_VISIBLE);
  gtk_widget_set_margin_start (content, RING);
  gtk_widget_set_margin_end (content, RING);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_widget_add_css_class (foot, "sheet-foot");
  hih_footed_set_foot (HIH_FOOTED (footed), foot);
  return footed;
}

/* A button within that takes its sheet away is named so: consent-close, sheet-close ... */
static gboolean
has_way_out (GtkWidget *widget)
{
  if (HIH_IS_CONTROL (widget))
    return g_str_has_suffix (gtk_widget_get_name (widget), "-close");
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (has_way_out (child))
        return TRUE;
    }
  return FALSE;
}

/**
 * hih_footed_give_way_out:
 * @content: taken; what a sheet shows
 * @back: of a button's signal clicked
 * @told: @back's data
 *
 * Who only has a mouse or a finger finds the way back in every sheet: under what has none of its own.
 *
 * Returns: (transfer floating): @content, or what it stands in now
 */
GtkWidget *
hih_footed_give_way_out (GtkWidget *content, GCallback back, GObject *told)
{
  GtkWidget *button, *sheet;

  if (has_way_out (content))
    return content;
  button = hih_control_new ("back", _("Back"), NULL);
  gtk_widget_set_name (button, "sheet-close");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", back, told, 0);
  sheet = hih_footed_new_sheet (content, button);
  if (gtk_widget_has_css_class (content, "desk"))
    gtk_widget_add_css_class (sheet, "desk");
  return sheet;
}
