/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Whatever stands in it, the frame asks for no more than a small window has. Words that follow the height of a page which
 * grows with its words would push everything out of the screen: here the screen gives every place its size, and what is
 * to be done is as large as the rest of the column lets it be (HihFit).
 *
 *     +-------+------------------+      film  +---------------+---------+    narrow  +---------+
 *     |       | head             |            |               | head    |            | picture |
 *     | phone | words            |            |     film      | words   |            +---------+
 *     |       | hands            |            |               | hands   |            | head …  |
 *     |       | buttons          |            |               | buttons |            | buttons |
 *     +-------+------------------+            +---------------+---------+            +---------+
 */
#include "config.h"

#include "hih-projector-frame.h"

#include "hih-fit.h"
#include "hih-words.h"

#define LEAST_WIDTH 320
#define LEAST_HEIGHT 300
#define MARGIN 16
#define COLUMN_GAP 24
#define NARROW 700      /* px: what is narrower has the words under the picture */
#define NARROW_PICTURE 0.36 /* of the height */
/* Of the width: the most that a phone has, and the least for words beside a film. */
#define PHONE_SHARE 0.36
#define WORDS_SHARE 0.28
/* A phone's place is as wide as its height asks, and room for its keys and for the arm of the hand that shows. */
#define PHONE_RATIO 0.474
#define PHONE_SIDES 124

struct _HihProjectorFrame
{
  GtkWidget parent_instance;

  GtkWidget *children[HIH_N_PROJECTED];
  GtkWidget *words; /* within their HihFit */
  gboolean film;
  int width;
  int height;
  guint source;
};

static guint sized_signal;

G_DEFINE_FINAL_TYPE (HihProjectorFrame, hih_projector_frame, GTK_TYPE_WIDGET)

static int
get_picture_width (HihProjectorFrame *self, int width, int height)
{
  int of_height = (int) (height * PHONE_RATIO) + PHONE_SIDES;

  if (self->film)
    return (int) (width * (1 - WORDS_SHARE)) - COLUMN_GAP;
  return MIN ((int) (width * PHONE_SHARE), of_height);
}

/* No word may be broken for its size's sake. */
static int
need_longest (GtkWidget *widget)
{
  int longest = GTK_IS_LABEL (widget) ? hih_words_measure_longest (GTK_LABEL (widget)) : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    longest = MAX (longest, gtk_widget_get_visible (child) ? need_longest (child) : 0);
  return longest;
}

static int
need_cb (int width, gpointer user_data)
{
  HihProjectorFrame *self = user_data;
  int least, natural;

  if (need_longest (self->words) > width)
    return G_MAXINT;
  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->words, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, &natural, NULL, NULL);
  return natural;
}

static int
height_of (HihProjectorFrame *self, HihProjected place, int width)
{
  GtkWidget *child = self->children[place];
  int least, natural;

  if (child == NULL || !gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, &natural, NULL, NULL);
  return natural;
}

static void
put (HihProjectorFrame *self, HihProjected place, int x, int y, int width, int height)
{
  GtkAllocation box = { x, y, MAX (1, width), MAX (1, height) };
  int least;

  if (self->children[place] == NULL || !gtk_widget_should_layout (self->children[place]))
    return;
  gtk_widget_measure (self->children[place], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  box.width = MAX (box.width, least);
  gtk_widget_size_allocate (self->children[place], &box, -1);
}

/* From both ends: the words have what is left between head and hands. */
static void
put_column (HihProjectorFrame *self, int x, int y, int width, int height)
{
  int gap = height / 60 + 4, head = height_of (self, HIH_PROJECTED_HEAD, width);
  int hands = height_of (self, HIH_PROJECTED_HANDS, width), buttons = height_of (self, HIH_PROJECTED_BUTTONS, width);
  int foot = y + height - buttons, over = foot - gap - hands, top = y + head + gap;

  put (self, HIH_PROJECTED_HEAD, x, y, width, head);
  put (self, HIH_PROJECTED_WORDS, x, top, width, over - gap - top);
  put (self, HIH_PROJECTED_HANDS, x, over, width, hands);
  put (self, HIH_PROJECTED_BUTTONS, x, foot, width, buttons);
}

static gboolean
sized_cb (gpointer user_data)
{
  HihProjectorFrame *self = user_data;

  self->source = 0;
  g_signal_emit (self, sized_signal, 0, self->width, self->height);
  return G_SOURCE_REMOVE;
}

static void
hih_projector_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihProjectorFrame *self = HIH_PROJECTOR_FRAME (widget);
  int inner = width - 2 * MARGIN, tall = height - 2 * MARGIN, picture = get_picture_width (self, inner, tall);

  if (width < NARROW)
    {
      picture = (int) (tall * NARROW_PICTURE);
      put (self, HIH_PROJECTED_PICTURE, MARGIN, MARGIN, inner, picture);
      put_column (self, MARGIN, MARGIN + picture + MARGIN, inner, tall - picture - MARGIN);
    }
  else
    {
      put (self, HIH_PROJECTED_PICTURE, MARGIN, MARGIN, picture, tall);
      put_column (self, MARGIN + picture + COLUMN_GAP, MARGIN, inner - picture - COLUMN_GAP, tall);
    }
  if (width == self->width && height == self->height)
    return;
  self->width = width;
  self->height = height;
  if (self->source == 0)
    self->source = g_idle_add (sized_cb, self);
}

static GtkSizeRequestMode
hih_projector_frame_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
hih_projector_frame_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                             int *minimum_baseline, int *natural_baseline)
{
  /* GTK wants a child to have been measured before it is given its place. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
}

static void
hih_projector_frame_dispose (GObject *object)
{
  HihProjectorFrame *self = HIH_PROJECTOR_FRAME (object);

  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < HIH_N_PROJECTED; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);
  G_OBJECT_CLASS (hih_projector_frame_parent_class)->dispose (object);
}

static void
hih_projector_frame_class_init (HihProjectorFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_projector_frame_dispose;
  widget_class->get_request_mode = hih_projector_frame_get_request_mode;
  widget_class->measure = hih_projector_frame_measure;
  widget_class->size_allocate = hih_projector_frame_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  sized_signal = g_signal_new ("sized", HIH_TYPE_PROJECTOR_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                               G_TYPE_INT, G_TYPE_INT);
}

static void
hih_projector_frame_init (HihProjectorFrame *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "projector");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hih_projector_frame_new:
 *
 * Returns: (transfer floating): a frame with nothing in it
 */
GtkWidget *
hih_projector_frame_new (void)
{
  return g_object_new (HIH_TYPE_PROJECTOR_FRAME, NULL);
}

/**
 * hih_projector_frame_put:
 *
 * To be called once for every place, in their order, which is the keyboard's too.
 */
void
hih_projector_frame_put (HihProjectorFrame *self, HihProjected place, GtkWidget *child)
{
  g_return_if_fail (HIH_IS_PROJECTOR_FRAME (self) && place < HIH_N_PROJECTED && self->children[place] == NULL);
  if (place == HIH_PROJECTED_WORDS)
    self->words = child;
  self->children[place] = place == HIH_PROJECTED_WORDS ? hih_fit_new (child, need_cb, self) : child;
  if (place == HIH_PROJECTED_WORDS)
    gtk_widget_set_overflow (self->children[place], GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_parent (self->children[place], GTK_WIDGET (self));
}

void
hih_projector_frame_set_film (HihProjectorFrame *self, gboolean film)
{
  g_return_if_fail (HIH_IS_PROJECTOR_FRAME (self));
  if (film == self->film)
    return;
  self->film = film;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
