/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One container with the phone's few ways to arrange elements; flat, so that elements come and go singly. */
#include "config.h"

#include "hih-phone-pane.h"

#define INLINE_KEY "hih-inline"

struct _HihPhonePane
{
  GtkWidget parent_instance;

  HihPaneMode mode;
  int spacing;
  int columns;
};

G_DEFINE_FINAL_TYPE (HihPhonePane, hih_phone_pane, GTK_TYPE_WIDGET)

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget)); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    n++;
  return n;
}

/* How many children from @first on share its row. */
static guint
count_row (HihPhonePane *self, GtkWidget *first)
{
  guint n = 0;

  if (self->mode == HIH_PANE_EQUAL || self->mode == HIH_PANE_ROW)
    return G_MAXUINT;
  if (self->mode == HIH_PANE_TILES)
    return (guint) self->columns;
  if (!hih_phone_pane_is_inline (first))
    return 1;
  for (GtkWidget *child = first; child != NULL && hih_phone_pane_is_inline (child); child = skip_hidden (gtk_widget_get_next_sibling (child)))
    n++;
  return n;
}

/* How many columns that row is divided into: a last row of tiles keeps the width of the others. */
static guint
count_columns (HihPhonePane *self, guint row, guint left)
{
  return MAX (1, self->mode == HIH_PANE_TILES ? (guint) self->columns : MIN (row, left));
}

/* What @child needs when @width (-1: any) is its place. A place that is too narrow is no mistake here: what hangs over is
 * made smaller afterwards (hih-phone-fit.c) or cut; but GTK 4.18 warns of a height that is asked for below the least
 * width, which is what any GTK counts with then. */
static void
measure_in (GtkWidget *child, int width, int *minimum, int *natural)
{
  int least = -1;

  if (width >= 0)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least), minimum, natural, NULL, NULL);
}

static void
measure_highest (HihPhonePane *self, int width, int *minimum, int *natural)
{
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_min, child_nat;

      measure_in (child, self->mode == HIH_PANE_ROW ? -1 : width, &child_min, &child_nat);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
}

static void
measure_height (HihPhonePane *self, int width, int *minimum, int *natural)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
  guint left = count_children (GTK_WIDGET (self));
  gboolean first = TRUE;

  while (child != NULL)
    {
      guint row = count_row (self, child);
      guint columns = count_columns (self, row, left);
      int cell = width < 0 ? -1 : (width - (int) (columns - 1) * self->spacing) / (int) columns;
      int row_min = 0, row_nat = 0;

      for (guint i = 0; i < row && child != NULL; i++, left--)
        {
          int child_min, child_nat;

          measure_in (child, cell, &child_min, &child_nat);
          row_min = MAX (row_min, child_min);
          row_nat = MAX (row_nat, child_nat);
          child = skip_hidden (gtk_widget_get_next_sibling (child));
        }
      *minimum += row_min + (first ? 0 : self->spacing);
      *natural += row_nat + (first ? 0 : self->spacing);
      first = FALSE;
    }
}

static void
measure_width (HihPhonePane *self, int *minimum, int *natural)
{
  gboolean sum = self->mode == HIH_PANE_ROW;
  guint n = count_children (GTK_WIDGET (self));

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_min, child_nat;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_min, &child_nat, NULL, NULL);
      *minimum = sum ? *minimum + child_min : MAX (*minimum, child_min);
      *natural = sum ? *natural + child_nat : MAX (*natural, child_nat);
    }
  if (sum && n > 1)
    {
      *minimum += (int) (n - 1) * self->spacing;
      *natural += (int) (n - 1) * self->spacing;
    }
}

static void
hih_phone_pane_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  HihPhonePane *self = HIH_PHONE_PANE (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, minimum, natural);
  else if (self->mode == HIH_PANE_ROW || self->mode == HIH_PANE_LAYERS)
    measure_highest (self, for_size, minimum, natural);
  else
    measure_height (self, for_size, minimum, natural);
}

/* One that needs more than its place gets it, and hangs over: see measure_in(). */
static void
allocate_in (GtkWidget *child, int x, int y, int width, int height)
{
  int least;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, MAX (width, least), height }, -1);
}

static void
allocate_row (HihPhonePane *self, int width, int height)
{
  int x = 0;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      int child_nat;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &child_nat, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, child_nat, height }, -1);
      x += child_nat + self->spacing;
    }
}

/* GtkOverlay would size a layer by its height at its smallest width, where every name wraps. */
static void
allocate_layers (HihPhonePane *self, int width, int height)
{
  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, width, height }, -1);
}

/* What is left over goes to the children that expand, in equal shares. */
static int
share_of_expanders (HihPhonePane *self, int width, int height)
{
  int minimum = 0, natural = 0;
  int n = 0;

  for (GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))); child != NULL;
       child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL))
        n++;
    }
  if (n == 0)
    return 0;
  measure_height (self, width, &minimum, &natural);
  return MAX (0, height - natural) / n;
}

static void
hih_phone_pane_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihPhonePane *self = HIH_PHONE_PANE (widget);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  guint left = count_children (widget);
  int share, y = 0;

  if (self->mode == HIH_PANE_ROW)
    {
      allocate_row (self, width, height);
      return;
    }
  if (self->mode == HIH_PANE_LAYERS)
    {
      allocate_layers (self, width, height);
      return;
    }
  share = share_of_expanders (self, width, height);
  while (child != NULL)
    {
      guint row = count_row (self, child);
      guint columns = count_columns (self, row, left);
      int cell = (width - (int) (columns - 1) * self->spacing) / (int) columns;
      int row_height = 0;
      GtkWidget *first = child;

      for (guint i = 0; i < row && child != NULL; i++, left--)
        {
          int child_nat;

          measure_in (child, cell, NULL, &child_nat);
          row_height = MAX (row_height, child_nat);
          child = skip_hidden (gtk_widget_get_next_sibling (child));
        }
      if (gtk_widget_compute_expand (first, GTK_ORIENTATION_VERTICAL))
        row_height += share;
      if (self->mode == HIH_PANE_EQUAL)
        row_height = MAX (row_height, height);
      child = first;
      for (guint i = 0; i < row && child != NULL; i++)
        {
          allocate_in (child, (int) i * (cell + self->spacing), y, cell, row_height);
          child = skip_hidden (gtk_widget_get_next_sibling (child));
        }
      y += row_height + self->spacing;
    }
}

static GtkSizeRequestMode
hih_phone_pane_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_phone_pane_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      *hexpand = *hexpand || gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      *vexpand = *vexpand || gtk_widget_compute_expand (child, GTK_ORIENTATION_VERTICAL);
    }
}

static void
hih_phone_pane_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (hih_phone_pane_parent_class)->dispose (object);
}

static void
hih_phone_pane_class_init (HihPhonePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_pane_dispose;
  widget_class->measure = hih_phone_pane_measure;
  widget_class->size_allocate = hih_phone_pane_size_allocate;
  widget_class->get_request_mode = hih_phone_pane_get_request_mode;
  widget_class->compute_expand = hih_phone_pane_compute_expand;
  gtk_widget_class_set_css_name (widget_class, "pane");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_phone_pane_init (HihPhonePane *self)
{
  self->columns = 1;
}

/**
 * hih_phone_pane_new:
 * @css_class: (nullable):
 * @spacing: phone pixels between children
 *
 * Returns: (transfer floating): an empty pane
 */
GtkWidget *
hih_phone_pane_new (HihPaneMode mode, const char *css_class, int spacing)
{
  HihPhonePane *self = g_object_new (HIH_TYPE_PHONE_PANE, NULL);

  self->mode = mode;
  self->spacing = spacing;
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  return GTK_WIDGET (self);
}

/**
 * hih_phone_pane_set_mode:
 */
void
hih_phone_pane_set_mode (HihPhonePane *self, HihPaneMode mode)
{
  g_return_if_fail (HIH_IS_PHONE_PANE (self));
  if (self->mode == mode)
    return;
  self->mode = mode;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_phone_pane_set_columns:
 * @columns: 1 or more; only %HIH_PANE_TILES uses it
 */
void
hih_phone_pane_set_columns (HihPhonePane *self, int columns)
{
  g_return_if_fail (HIH_IS_PHONE_PANE (self));
  g_return_if_fail (columns > 0);

  self->columns = columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_phone_pane_mark_inline:
 *
 * Marks a child, before it is put in.
 */
void
hih_phone_pane_mark_inline (GtkWidget *child, gboolean in_line)
{
  g_object_set_data (G_OBJECT (child), INLINE_KEY, in_line ? child : NULL);
}

/**
 * hih_phone_pane_is_inline:
 *
 * Returns: whether it is so marked
 */
gboolean
hih_phone_pane_is_inline (GtkWidget *child)
{
  return g_object_get_data (G_OBJECT (child), INLINE_KEY) != NULL;
}
