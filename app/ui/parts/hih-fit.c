/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The one rule for words that have no room: they are as large as chosen where they fit, otherwise as large as there is
 * room for, but never under 20 px (LOOK.md). What is there to be read is worth more than its size, and nobody looks for
 * words that must be scrolled to. Where words were chosen larger than usual, what is to be done (HIH_FIT_FIRST) keeps more
 * of that than what stands around it. Labels are scaled with a Pango attribute, which holds at once; a style class would
 * hold only in the next frame, too late to measure by. It is done when a frame is over: labels changed while sizes are
 * given ask for sizes again (TRIALS.md P7), and measured before the frame has settled the styles they would have lines
 * of one style and letters of another.
 */
#include "config.h"

#include "hih-fit.h"

#include "hih-words.h"

#define LEAST_PX 20
#define N_STEPS 15 /* of each way */
#define N_WAYS 4
#define ENOUGH 1.5 /* of the usual size: so far all shrink alike */
#define LEAST 0.25 /* of the usual size; LEAST_PX comes first */

struct _HihFit
{
  GtkWidget parent_instance;

  GtkWidget *child;
  HihFitNeed need;
  gpointer need_data;
  int step; /* from 0: as large as chosen, to N_WAYS * N_STEPS: as small as may be */
  int width;
  int height;
  int needed; /* at the last look */
  guint labels; /* hash of those seen */
  int least;
  int most;
  GdkFrameClock *clock; /* (nullable): waiting for the end of its frame */
};

G_DEFINE_FINAL_TYPE (HihFit, hih_fit, GTK_TYPE_WIDGET)

/* As the words beside it. */
static void
scale_icon (GtkImage *image, int percent)
{
  int size;

  gtk_image_set_pixel_size (image, -1);
  if (percent >= 100)
    return;
  gtk_widget_measure (GTK_WIDGET (image), GTK_ORIENTATION_VERTICAL, -1, &size, NULL, NULL, NULL);
  gtk_image_set_pixel_size (image, MIN (size, MAX (LEAST_PX, size * percent / 100)));
}

/* What is hidden has the style of when it was last seen: nothing can be measured by it, and it is not there. */
static gboolean
is_scaled (GtkWidget *widget)
{
  return gtk_widget_get_visible (widget) && !gtk_widget_has_css_class (widget, HIH_FIT_KEEPS_SIZE);
}

/* Which labels there are: another one may need as much as the one before it did, but at a size of its own. */
static guint
hash_labels (GtkWidget *widget)
{
  guint hash = GTK_IS_LABEL (widget) ? g_direct_hash (widget) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (is_scaled (child))
      hash = hash * 33 + hash_labels (child);
  return hash;
}

/* How large words are at @step, of the chosen size. All shrink to what is enough, then the others to their usual size, then
 * what comes first, then all of them. */
static double
get_part (GtkWidget *widget, int step, gboolean first)
{
  double ways[N_WAYS + 1] = { 1.0 };
  int dpi = 0, way = MIN (step / N_STEPS, N_WAYS - 1);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  ways[3] = MIN (1.0, 96.0 * 1024 / MAX (1, dpi));
  ways[1] = MIN (1.0, ENOUGH * ways[3]);
  ways[2] = first ? ways[1] : ways[3];
  ways[4] = LEAST * ways[3];
  return ways[way] + (ways[way + 1] - ways[way]) * (step - way * N_STEPS) / N_STEPS;
}

static void
scale_words (GtkWidget *widget, int step)
{
  if (!is_scaled (widget))
    return;
  if (GTK_IS_LABEL (widget))
    hih_words_set_scale (widget, MAX (get_part (widget, step, gtk_widget_has_css_class (widget, HIH_FIT_FIRST)),
                                      LEAST_PX / hih_words_get_size_px (widget)));
  if (GTK_IS_IMAGE (widget))
    scale_icon (GTK_IMAGE (widget), (int) (get_part (widget, step, FALSE) * 100 + 0.5));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    scale_words (child, step);
}

static int
need_at (HihFit *self, int step)
{
  scale_words (self->child, step);
  self->step = step;
  return self->need (self->width, self->need_data);
}

static void
forget_frame (HihFit *self)
{
  if (self->clock != NULL)
    g_signal_handlers_disconnect_by_data (self->clock, self);
  g_clear_object (&self->clock);
}

static void
frame_over_cb (GdkFrameClock *clock, gpointer user_data)
{
  HihFit *self = user_data;
  int high = 0, low = N_WAYS * N_STEPS;

  forget_frame (self);
  self->most = self->least = self->needed = need_at (self, high);
  if (self->needed > self->height)
    {
      self->least = self->needed = need_at (self, low);
      /* The first step that fits lies between what does not and what fits (or is the least). */
      while (self->needed <= self->height && low - high > 1)
        {
          int middle = (low + high) / 2;

          if (need_at (self, middle) <= self->height)
            low = middle;
          else
            high = middle;
        }
      if (self->step != low)
        self->needed = need_at (self, low);
      self->needed = self->need (self->width, self->need_data);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
hih_fit_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihFit *self = HIH_FIT (widget);
  int needed = self->need (width, self->need_data);
  guint labels = hash_labels (self->child);
  GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (self->child, &all, baseline);
  if (width == self->width && height == self->height && needed == self->needed && labels == self->labels)
    return;
  self->width = width;
  self->height = height;
  self->needed = needed;
  self->labels = labels;
  if (self->clock != NULL || gtk_widget_get_frame_clock (widget) == NULL)
    return;
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  g_signal_connect (self->clock, "after-paint", G_CALLBACK (frame_over_cb), self);
  gdk_frame_clock_request_phase (self->clock, GDK_FRAME_CLOCK_PHASE_AFTER_PAINT);
}

static GtkSizeRequestMode
hih_fit_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (HIH_FIT (widget)->child);
}

static void
hih_fit_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                 int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HIH_FIT (widget)->child, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
hih_fit_dispose (GObject *object)
{
  HihFit *self = HIH_FIT (object);

  forget_frame (self);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_fit_parent_class)->dispose (object);
}

static void
hih_fit_unrealize (GtkWidget *widget)
{
  forget_frame (HIH_FIT (widget));
  GTK_WIDGET_CLASS (hih_fit_parent_class)->unrealize (widget);
}

static void
hih_fit_class_init (HihFitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_fit_dispose;
  widget_class->get_request_mode = hih_fit_get_request_mode;
  widget_class->measure = hih_fit_measure;
  widget_class->size_allocate = hih_fit_size_allocate;
  widget_class->unrealize = hih_fit_unrealize;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_fit_init (HihFit *self)
{
}

/**
 * hih_fit_new:
 * @child: taken; every label in it is this place's to scale
 * @need: asked of the child as it stands; @user_data must outlive the place
 *
 * Returns: (transfer floating): the place
 */
GtkWidget *
hih_fit_new (GtkWidget *child, HihFitNeed need, gpointer user_data)
{
  HihFit *self = g_object_new (HIH_TYPE_FIT, NULL);

  self->child = child;
  self->need = need;
  self->need_data = user_data;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

int
hih_fit_get_percent (HihFit *self)
{
  g_return_val_if_fail (HIH_IS_FIT (self), 100);
  return (int) (get_part (GTK_WIDGET (self), self->step, FALSE) * 100 + 0.5);
}

/**
 * hih_fit_is_short_of_room:
 *
 * For what asks for the need: rather than that words become smaller than usual, what may be left out is not counted.
 *
 * Returns: whether words are no larger than usual, and there was no room for more
 */
gboolean
hih_fit_is_short_of_room (HihFit *self)
{
  g_return_val_if_fail (HIH_IS_FIT (self), FALSE);
  return self->step >= (N_WAYS - 1) * N_STEPS;
}

void
hih_fit_get_needs (HihFit *self, int *least, int *most)
{
  g_return_if_fail (HIH_IS_FIT (self));
  *least = self->least;
  *most = self->most;
}
