/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GtkStack times its transitions by itself; a film and a test must be able to stop one half-way. */
#include "config.h"

#include "hih-phone-stage.h"

#include <math.h>

struct _HihPhoneStage
{
  GtkWidget parent_instance;

  GtkWidget *to;   /* (nullable) */
  GtkWidget *from; /* (nullable) only while sliding */
  HihSlide slide;
  double progress;
};

G_DEFINE_FINAL_TYPE (HihPhoneStage, hih_phone_stage, GTK_TYPE_WIDGET)

static void
hih_phone_stage_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                         int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_min, child_nat;

      gtk_widget_measure (child, orientation, for_size, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
}

static void
place (GtkWidget *child, int width, int height, double x, double y)
{
  gtk_widget_allocate (child, width, height, -1,
                       gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

/* Screens move by whole pixels of the window: letters between two pixels would be drawn anew in every frame, and each kind
 * of between is kept by cairo for itself (1 % of all memory in a few hundred slides). */
static double
find_pixel (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);
  graphene_matrix_t matrix;
  double scale;

  if (native == NULL || !gtk_widget_compute_transform (widget, GTK_WIDGET (native), &matrix))
    return 0;
  scale = graphene_matrix_get_x_scale (&matrix) * gtk_widget_get_scale_factor (widget);
  return scale > 0 ? 1 / scale : 0;
}

static double
snap (double way, double pixel)
{
  return pixel > 0 ? round (way / pixel) * pixel : way;
}

static void
hih_phone_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihPhoneStage *self = HIH_PHONE_STAGE (widget);
  double eased = 1 - (1 - self->progress) * (1 - self->progress) * (1 - self->progress);
  double to_x = 0, to_y = 0, from_x = 0, from_y = 0, pixel = self->from != NULL ? find_pixel (widget) : 0;

  switch (self->slide)
    {
    case HIH_SLIDE_PUSH:
      to_x = (1 - eased) * width;
      from_x = -0.3 * eased * width;
      break;
    case HIH_SLIDE_POP:
      to_x = -0.3 * (1 - eased) * width;
      from_x = eased * width;
      break;
    case HIH_SLIDE_UP:
      from_y = -eased * height;
      break;
    case HIH_SLIDE_RISE:
      to_y = (1 - eased) * height;
      break;
    case HIH_SLIDE_NONE:
    default:
      break;
    }
  if (self->from != NULL)
    place (self->from, width, height, snap (from_x, pixel), snap (from_y, pixel));
  if (self->to != NULL)
    place (self->to, width, height, snap (to_x, pixel), snap (to_y, pixel));
}

static void
hih_phone_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneStage *self = HIH_PHONE_STAGE (widget);
  gboolean from_on_top = self->slide == HIH_SLIDE_POP || self->slide == HIH_SLIDE_UP;

  if (self->from != NULL && !from_on_top)
    gtk_widget_snapshot_child (widget, self->from, snapshot);
  if (self->to != NULL)
    gtk_widget_snapshot_child (widget, self->to, snapshot);
  if (self->from != NULL && from_on_top)
    gtk_widget_snapshot_child (widget, self->from, snapshot);
}

static void
hih_phone_stage_dispose (GObject *object)
{
  HihPhoneStage *self = HIH_PHONE_STAGE (object);

  g_clear_pointer (&self->from, gtk_widget_unparent);
  g_clear_pointer (&self->to, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_phone_stage_parent_class)->dispose (object);
}

static void
hih_phone_stage_class_init (HihPhoneStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_stage_dispose;
  widget_class->measure = hih_phone_stage_measure;
  widget_class->size_allocate = hih_phone_stage_size_allocate;
  widget_class->snapshot = hih_phone_stage_snapshot;
  gtk_widget_class_set_css_name (widget_class, "stage");
}

static void
hih_phone_stage_init (HihPhoneStage *self)
{
  self->progress = 1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hih_phone_stage_new:
 *
 * Returns: (transfer floating): an empty stage
 */
GtkWidget *
hih_phone_stage_new (void)
{
  return g_object_new (HIH_TYPE_PHONE_STAGE, NULL);
}

/**
 * hih_phone_stage_get_screen:
 *
 * Returns: (transfer none) (nullable): the screen that is shown, or is coming
 */
GtkWidget *
hih_phone_stage_get_screen (HihPhoneStage *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_STAGE (self), NULL);
  return self->to;
}

/**
 * hih_phone_stage_show:
 * @screen: (transfer floating): the next screen
 * @slide: how it comes; %HIH_SLIDE_NONE shows it at once
 */
void
hih_phone_stage_show (HihPhoneStage *self, GtkWidget *screen, HihSlide slide)
{
  g_return_if_fail (HIH_IS_PHONE_STAGE (self));
  g_return_if_fail (GTK_IS_WIDGET (screen));

  g_clear_pointer (&self->from, gtk_widget_unparent);
  self->from = self->to;
  self->to = screen;
  self->slide = slide;
  self->progress = 0;
  gtk_widget_set_parent (screen, GTK_WIDGET (self));
  if (self->from != NULL)
    {
      /* What is leaving must neither be found by a screen reader nor by a finger. */
      gtk_widget_set_can_target (self->from, FALSE);
      gtk_widget_set_can_focus (self->from, FALSE);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->from), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    }
  if (slide == HIH_SLIDE_NONE || self->from == NULL)
    hih_phone_stage_set_progress (self, 1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_phone_stage_show_dark:
 */
void
hih_phone_stage_show_dark (HihPhoneStage *self)
{
  GtkWidget *dark = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (dark, "off");
  hih_phone_stage_show (self, dark, HIH_SLIDE_NONE);
}

/**
 * hih_phone_stage_set_progress:
 * @progress: 0 … 1 of time; the movement slows towards its end by itself
 */
void
hih_phone_stage_set_progress (HihPhoneStage *self, double progress)
{
  g_return_if_fail (HIH_IS_PHONE_STAGE (self));

  self->progress = CLAMP (progress, 0, 1);
  if (self->progress >= 1)
    g_clear_pointer (&self->from, gtk_widget_unparent);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * hih_phone_stage_is_sliding:
 *
 * Returns: whether an old screen is still to be seen
 */
gboolean
hih_phone_stage_is_sliding (HihPhoneStage *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_STAGE (self), FALSE);
  return self->from != NULL;
}
