/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two things side by side where there is room, else the second under the first. */
#include "config.h"

#include "hih-split.h"

struct _HihSplit
{
  GtkWidget parent_instance;

  GtkWidget *first;
  GtkWidget *second;
  int gap;
  int share; /* thousandths; 0: by need */
  int stack_below;
  gboolean second_may_go;
  gboolean turned;
};

G_DEFINE_FINAL_TYPE (HihSplit, hih_split, GTK_TYPE_WIDGET)

/* Whether both fit side by side in @width; gives the first one's part. */
static gboolean
fits (HihSplit *self, int width, int *first_width)
{
  int first_min, first_natural, second_min, second_natural;

  if (!gtk_widget_should_layout (self->second) || !gtk_widget_should_layout (self->first))
    return FALSE;
  gtk_widget_measure (self->first, GTK_ORIENTATION_HORIZONTAL, -1, &first_min, &first_natural, NULL, NULL);
  gtk_widget_measure (self->second, GTK_ORIENTATION_HORIZONTAL, -1, &second_min, &second_natural, NULL, NULL);
  if (self->share > 0)
    {
      *first_width = (width - self->gap) * self->share / 1000;
      /* A button, or a few short lines, keep their words whole if that takes no more than half; long texts wrap. */
      if (second_natural * 2 <= width)
        {
          second_min = second_natural;
          *first_width = MIN (*first_width, width - self->gap - second_natural);
        }
      return width >= self->stack_below && *first_width >= first_min &&
             width - self->gap - *first_width >= second_min;
    }
  *first_width = width - self->gap - second_natural;
  return *first_width >= first_natural;
}

static GtkSizeRequestMode
hih_split_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_split_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  HihSplit *self = HIH_SPLIT (widget);
  GtkWidget *children[] = { self->first, self->second };
  int first_width = -1;
  /* Nobody names a width: GTK wants the least height there can be, and that is with room for both. */
  gboolean side_by_side = orientation == GTK_ORIENTATION_HORIZONTAL || for_size < 0 || fits (self, for_size, &first_width);
  int n = 0;

  *minimum = *natural = 0;
  for (guint i = 0; i < 2; i++)
    {
      int min, nat, size = -1;

      if (!gtk_widget_should_layout (children[i]))
        continue;
      if (orientation == GTK_ORIENTATION_VERTICAL && for_size >= 0)
        size = !side_by_side ? for_size : i == 0 ? first_width : for_size - self->gap - first_width;
      if (orientation == GTK_ORIENTATION_VERTICAL && size >= 0)
        {
          gtk_widget_measure (children[i], GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
          size = MAX (size, min);
        }
      gtk_widget_measure (children[i], orientation, size, &min, &nat, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, min);
          *natural += nat + (n > 0 ? self->gap : 0);
        }
      else if (side_by_side)
        {
          *minimum = MAX (*minimum, min);
          *natural = MAX (*natural, nat);
        }
      else
        {
          *minimum += i > 0 && self->second_may_go ? 0 : min + (n > 0 ? self->gap : 0);
          *natural += nat + (n > 0 ? self->gap : 0);
        }
      n++;
    }
}

static void
hih_split_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihSplit *self = HIH_SPLIT (widget);
  GtkWidget *children[] = { self->first, self->second };
  GtkAllocation place = { 0, 0, width, height };
  int first_width, extra, n = 0, natural[2] = { 0, 0 };

  gtk_widget_set_child_visible (self->second, TRUE);
  if (fits (self, width, &first_width))
    {
      place.width = first_width;
      gtk_widget_size_allocate (self->first, &place, -1);
      place.x = first_width + self->gap;
      place.width = width - place.x;
      gtk_widget_size_allocate (self->second, &place, -1);
      return;
    }
  for (guint i = 0; i < 2; i++)
    {
      if (!gtk_widget_should_layout (children[i]))
        continue;
      gtk_widget_measure (children[i], GTK_ORIENTATION_VERTICAL, width, NULL, &natural[i], NULL, NULL);
      n++;
    }
  if (self->second_may_go && height < natural[0] + self->gap + natural[1])
    gtk_widget_set_child_visible (self->second, FALSE);
  extra = MAX (0, height - natural[0] - natural[1] - (n - 1) * self->gap);
  for (guint k = 0; k < 2; k++)
    {
      guint i = self->turned ? 1 - k : k;

      if (!gtk_widget_should_layout (children[i]))
        continue;
      place.height = natural[i] + (gtk_widget_compute_expand (children[i], GTK_ORIENTATION_VERTICAL) ? extra / MAX (1, n) : 0);
      gtk_widget_size_allocate (children[i], &place, -1);
      place.y += place.height + self->gap;
    }
}

static void
hih_split_dispose (GObject *object)
{
  HihSplit *self = HIH_SPLIT (object);

  g_clear_pointer (&self->first, gtk_widget_unparent);
  g_clear_pointer (&self->second, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_split_parent_class)->dispose (object);
}

static void
hih_split_class_init (HihSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_split_dispose;
  widget_class->get_request_mode = hih_split_get_request_mode;
  widget_class->measure = hih_split_measure;
  widget_class->size_allocate = hih_split_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_split_init (HihSplit *self)
{
}

/**
 * hih_split_new:
 * @share: see the header
 *
 * Returns: (transfer floating): both in one
 */
GtkWidget *
hih_split_new (GtkWidget *first, GtkWidget *second, int gap, int share)
{
  HihSplit *self = g_object_new (HIH_TYPE_SPLIT, NULL);

  self->first = first;
  self->second = second;
  self->gap = gap;
  self->share = share;
  gtk_widget_set_parent (first, GTK_WIDGET (self));
  gtk_widget_set_parent (second, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

void
hih_split_set_share (HihSplit *self, int share)
{
  if (self->share == share)
    return;
  self->share = share;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_split_set_second_may_go (HihSplit *self)
{
  self->second_may_go = TRUE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_split_set_stack_below (HihSplit *self, int width)
{
  self->stack_below = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_split_set_turned:
 * @turned: whether, under one another, the second comes first
 */
void
hih_split_set_turned (HihSplit *self, gboolean turned)
{
  g_return_if_fail (HIH_IS_SPLIT (self));
  self->turned = turned;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
