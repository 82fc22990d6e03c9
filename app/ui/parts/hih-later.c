/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where a place lies is known only when the list was laid out. So those that wait are looked at right after that, in the
 * same frame: who is in sight is filled, and the frame clock lays out once more before it paints. A frame has its time,
 * of which the page around the list may have had a part already; what finds none in it, and all that is out of sight,
 * waits for the next frames.
 */
#include "config.h"

#include "hih-later.h"

#include <time.h>

#define IN_SIGHT_US 4000 /* after a frame's beginning nothing more is filled: it is still to be laid out, and painted */
#define OUT_OF_SIGHT_US 1500
#define FAR (G_MAXFLOAT / 2)
#define QUEUE_KEY "hih-later"

/* Of one frame clock: who waits there. */
typedef struct
{
  GdkFrameClock *clock; /* it owns this */
  GPtrArray *waiting;   /* (element-type HihLater) borrowed */
  gulong handlers[2];   /* while somebody waits */
  guint idle;
  gint64 end_us;        /* until when it works in this frame */
  gboolean begun;       /* the first of a frame is filled whatever the time is: so all of them come at last */
} Queue;

struct _HihLater
{
  GtkWidget parent_instance;

  HihLaterKind *kind;
  gpointer item;
  GDestroyNotify free_item;
  GtkWidget *child;  /* (nullable) */
  gboolean placed;   /* the child has its place, and can be painted */
  Queue *queue;      /* (nullable): where it waits */
  gboolean asked;
};

G_DEFINE_FINAL_TYPE (HihLater, hih_later, GTK_TYPE_WIDGET)

/* What this thread has worked: on a busy computer the clock on the wall goes on while it waits for its turn. */
static gint64
get_worked_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
fill (HihLater *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), least;

  if (!self->asked)
    return;
  hih_later_forget (self);
  self->kind->fill (self, self->item, self->kind->owner);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->child == NULL || width <= 0)
    return;
  /* GTK keeps what it measured. Most of a line's time goes into this, so it is asked while the time is looked at. */
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, NULL, NULL, NULL);
}

/* How far it is out of sight, in px; 0: in sight. -1: it was not laid out yet. A list does not map the rows it keeps ready:
 * they come last of all, for who reads the list without seeing it. */
static float
get_distance (HihLater *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  float height;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FAR;
  if (scroller == NULL)
    return 0;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (self), scroller, &bounds) || bounds.size.height < 1)
    return -1;
  height = (float) gtk_widget_get_height (scroller);
  return MAX (MAX (-(bounds.origin.y + bounds.size.height), bounds.origin.y - height), 0);
}

/* (nullable): who is nearest, of those in sight or of the others. */
static HihLater *
find_nearest (Queue *queue, gboolean in_sight)
{
  HihLater *nearest = NULL;
  float least = G_MAXFLOAT;

  for (guint i = 0; i < queue->waiting->len; i++)
    {
      float distance = get_distance (queue->waiting->pdata[i]);

      if (distance >= 0 && (distance <= 0) == in_sight && distance < least)
        {
          least = distance;
          nearest = queue->waiting->pdata[i];
        }
      if (nearest != NULL && in_sight)
        break;
    }
  return nearest;
}

static gboolean
idle_cb (gpointer data)
{
  Queue *queue = data;
  gint64 end = get_worked_us () + OUT_OF_SIGHT_US;
  HihLater *next = find_nearest (queue, TRUE);
  gboolean goes_on = next != NULL;

  queue->idle = 0;
  while (get_worked_us () < end && (next = find_nearest (queue, FALSE)) != NULL)
    {
      fill (next);
      goes_on = TRUE;
    }
  if (goes_on)
    gdk_frame_clock_request_phase (queue->clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
  return G_SOURCE_REMOVE;
}

static void
frame_cb (GdkFrameClock *clock, gpointer data)
{
  Queue *queue = data;

  queue->end_us = get_worked_us () + IN_SIGHT_US;
  queue->begun = FALSE;
}

static void
laid_out_cb (GdkFrameClock *clock, gpointer data)
{
  Queue *queue = data;
  HihLater *next;

  while ((!queue->begun || get_worked_us () < queue->end_us) && (next = find_nearest (queue, TRUE)) != NULL)
    {
      queue->begun = TRUE;
      fill (next);
    }
  if (queue->waiting->len > 0 && queue->idle == 0)
    queue->idle = g_idle_add (idle_cb, queue);
}

static void
queue_free (gpointer data)
{
  Queue *queue = data;

  g_clear_handle_id (&queue->idle, g_source_remove);
  for (guint i = 0; i < queue->waiting->len; i++)
    ((HihLater *) queue->waiting->pdata[i])->queue = NULL;
  g_ptr_array_unref (queue->waiting);
  g_free (queue);
}

static Queue *
get_queue (GdkFrameClock *clock)
{
  Queue *queue = g_object_get_data (G_OBJECT (clock), QUEUE_KEY);

  if (queue == NULL)
    {
      queue = g_new0 (Queue, 1);
      queue->clock = clock;
      queue->waiting = g_ptr_array_new ();
      g_object_set_data_full (G_OBJECT (clock), QUEUE_KEY, queue, queue_free);
    }
  return queue;
}

/* (nullable): also of what is not mapped. */
static GdkFrameClock *
find_clock (HihLater *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GdkSurface *surface = root != NULL ? gtk_native_get_surface (GTK_NATIVE (root)) : NULL;

  return surface != NULL ? gdk_surface_get_frame_clock (surface) : NULL;
}

static void
wait_in_queue (HihLater *self)
{
  GdkFrameClock *clock = find_clock (self);

  if (!self->asked || self->queue != NULL || clock == NULL)
    return;
  self->queue = get_queue (clock);
  g_ptr_array_add (self->queue->waiting, self);
  if (self->queue->handlers[0] == 0)
    {
      self->queue->handlers[0] = g_signal_connect (clock, "before-paint", G_CALLBACK (frame_cb), self->queue);
      self->queue->handlers[1] = g_signal_connect_after (clock, "layout", G_CALLBACK (laid_out_cb), self->queue);
      gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
    }
}

static void
leave_queue (HihLater *self)
{
  Queue *queue = self->queue;

  self->queue = NULL;
  if (queue == NULL || !g_ptr_array_remove (queue->waiting, self) || queue->waiting->len > 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (queue->handlers); i++)
    g_clear_signal_handler (&queue->handlers[i], queue->clock);
  g_clear_handle_id (&queue->idle, g_source_remove);
}

void
hih_later_ask (HihLater *self)
{
  self->asked = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  wait_in_queue (self);
}

void
hih_later_forget (HihLater *self)
{
  self->asked = FALSE;
  leave_queue (self);
}

gboolean
hih_later_waits (HihLater *self)
{
  return self->asked;
}

void
hih_later_set_child (HihLater *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  self->placed = FALSE;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  /* A button answers only when it is realized, and that comes with being mapped: a row out of sight is not, but a screen
   * reader may press it. */
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    gtk_widget_realize (child);
}

GtkWidget *
hih_later_get_child (HihLater *self)
{
  return self->child;
}

static void
hih_later_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hih_later_parent_class)->map (widget);
  /* A window that was not shown yet had no frame clock. */
  wait_in_queue (HIH_LATER (widget));
}

static void
hih_later_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hih_later_parent_class)->root (widget);
  wait_in_queue (HIH_LATER (widget));
}

static void
hih_later_unroot (GtkWidget *widget)
{
  leave_queue (HIH_LATER (widget));
  GTK_WIDGET_CLASS (hih_later_parent_class)->unroot (widget);
}

static GtkSizeRequestMode
hih_later_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_later_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  HihLater *self = HIH_LATER (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  else if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->kind->height;
}

static void
hih_later_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihLater *self = HIH_LATER (widget);

  if (self->child == NULL)
    return;
  gtk_widget_allocate (self->child, width, height, baseline, NULL);
  self->placed = TRUE;
  if (!self->asked)
    self->kind->height = height;
}

static void
hih_later_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihLater *self = HIH_LATER (widget);

  /* Filled too late for this frame's layout: it is painted in the next. */
  if (self->child != NULL && self->placed && !self->asked)
    gtk_widget_snapshot_child (widget, self->child, snapshot);
}

static gboolean
hih_later_focus (GtkWidget *widget, GtkDirectionType direction)
{
  HihLater *self = HIH_LATER (widget);

  fill (self);
  /* GTK's own would, going backwards out of the child, come to the place itself, and that gives the focus back to the child. */
  return self->child != NULL && gtk_widget_child_focus (self->child, direction);
}

static gboolean
hih_later_grab_focus (GtkWidget *widget)
{
  HihLater *self = HIH_LATER (widget);

  fill (self);
  return self->child != NULL && gtk_widget_grab_focus (self->child);
}

static void
hih_later_dispose (GObject *object)
{
  HihLater *self = HIH_LATER (object);

  hih_later_forget (self);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  if (self->free_item != NULL)
    g_clear_pointer (&self->item, self->free_item);
  G_OBJECT_CLASS (hih_later_parent_class)->dispose (object);
}

static void
hih_later_class_init (HihLaterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_later_dispose;
  widget_class->map = hih_later_map;
  widget_class->root = hih_later_root;
  widget_class->unroot = hih_later_unroot;
  widget_class->get_request_mode = hih_later_get_request_mode;
  widget_class->measure = hih_later_measure;
  widget_class->size_allocate = hih_later_size_allocate;
  widget_class->snapshot = hih_later_snapshot;
  widget_class->focus = hih_later_focus;
  widget_class->grab_focus = hih_later_grab_focus;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_later_init (HihLater *self)
{
}

/**
 * hih_later_new:
 *
 * Returns: (transfer floating): an empty place
 */
GtkWidget *
hih_later_new (HihLaterKind *kind, gpointer item, GDestroyNotify free_item)
{
  HihLater *self = g_object_new (HIH_TYPE_LATER, NULL);

  self->kind = kind;
  self->item = item;
  self->free_item = free_item;
  return GTK_WIDGET (self);
}
