/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tiles in equal columns, or chips in lines. GtkFlowBox would put a second focusable thing around every button. */
#include "config.h"

#include "hih-tiles.h"

#define FEW 4
#define LEAST_PERCENT 45 /* of a button's own width: its words may stand in a few lines */

struct _HihTiles
{
  GtkWidget parent_instance;

  int column_width; /* 0: a line */
  int max_columns;
  int gap;
  gboolean from_end;
  gboolean kept_columns; /* a single child is no wider than one of many */
  gboolean by_need; /* one row as soon as all natural widths fit, each child as wide as its words ask */
  int least_percent; /* of its own width, that a child of such a row has at the least */
};

G_DEFINE_FINAL_TYPE (HihTiles, hih_tiles, GTK_TYPE_WIDGET)

static int
count_shown (HihTiles *self, int *widest_min, int *widest_natural, int *sum_natural)
{
  int n = 0;

  *widest_min = *widest_natural = *sum_natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int min, natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
      *widest_min = MAX (*widest_min, min);
      *widest_natural = MAX (*widest_natural, natural);
      *sum_natural += natural;
      n++;
    }
  return n;
}

/* A column is wide enough for every child's own words, but no child may spoil all columns. */
static int
count_columns (HihTiles *self, int width, int n, int widest_min, int widest_natural)
{
  int column = MAX (MAX (self->column_width, widest_min), MIN (widest_natural, self->column_width * 3 / 2));
  int columns = CLAMP ((width + self->gap) / (column + self->gap), 1, MAX (1, self->max_columns));
  int rows = (n + columns - 1) / columns;

  /* Of a few choices none stands alone in a line, and one takes the whole of it. */
  if (n == 1 && self->kept_columns)
    return columns;
  return n == 1 || (rows > 1 && n <= FEW) ? MAX (1, (n + rows - 1) / MAX (1, rows)) : columns;
}

/* What a child can do with: its words in a few lines. */
static int
get_least (HihTiles *self, GtkWidget *child)
{
  int min, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
  return MAX (min, natural * self->least_percent / 100);
}

static int
sum_least (HihTiles *self)
{
  int sum = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    sum += gtk_widget_should_layout (child) ? get_least (self, child) : 0;
  return sum;
}

/* Whether equal columns would break the row or somebody's words, but a row by need holds everybody: rather words in
 * two lines than two rows of buttons. */
static gboolean
is_one_row (HihTiles *self, int width, int n, int widest_natural)
{
  return self->by_need && n > 1 && n <= self->max_columns && sum_least (self) + (n - 1) * self->gap <= width &&
         n * widest_natural + (n - 1) * self->gap > width;
}

/* One row: what is left over is shared evenly, what is missing by what each can spare. With @allocate puts the children
 * there. Returns the row's height. */
static int
lay_row (HihTiles *self, int width, int n, int sum_natural, gboolean allocate, int tall)
{
  int spare = width - sum_natural - (n - 1) * self->gap, x = 0, height = 0, i = 0;
  int slack = MAX (1, sum_natural - sum_least (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, 0, 0, tall };
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &place.width, NULL, NULL);
      if (spare >= 0)
        place.width += (i + 1) * spare / n - i * spare / n;
      else
        place.width += spare * (place.width - get_least (self, child)) / slack;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
      if (allocate)
        gtk_widget_size_allocate (child, &place, -1);
      x += place.width + self->gap;
      i++;
    }
  return height;
}

static int
row_height (HihTiles *self, int column)
{
  int height = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &natural, NULL, NULL);
      height = MAX (height, natural);
    }
  return height;
}

/* Whether nobody's height says anything about another's; what fills a page shares it, though. */
static gboolean
is_list (HihTiles *self, int columns)
{
  return columns == 1 && (self->max_columns == 1 || !gtk_widget_get_vexpand (GTK_WIDGET (self)));
}

/* One column is a list, each child as tall as it needs. With @allocate puts them there. */
static int
lay_stack (HihTiles *self, int width, gboolean allocate)
{
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { 0, y, width, 0 };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &place.height, NULL, NULL);
      if (allocate)
        gtk_widget_size_allocate (child, &place, -1);
      y += place.height + self->gap;
    }
  return MAX (0, y - self->gap);
}

/* Goes through the lines at @width; with @allocate puts the children there. Returns the height of all lines. */
static int
lay_lines (HihTiles *self, int width, gboolean allocate)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self));
  int y = 0;

  while (first != NULL)
    {
      GtkWidget *end = first;
      int x = 0, height = 0, n = 0;

      for (; end != NULL; end = gtk_widget_get_next_sibling (end))
        {
          int min, natural, tall;

          if (!gtk_widget_should_layout (end))
            continue;
          gtk_widget_measure (end, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
          natural = MAX (min, MIN (natural, width));
          if (n > 0 && x + self->gap + natural > width)
            break;
          x += natural + (n > 0 ? self->gap : 0);
          gtk_widget_measure (end, GTK_ORIENTATION_VERTICAL, natural, NULL, &tall, NULL, NULL);
          height = MAX (height, tall);
          n++;
        }
      if (allocate)
        {
          int at = self->from_end ? MAX (0, width - x) : 0;

          for (GtkWidget *child = first; child != end; child = gtk_widget_get_next_sibling (child))
            {
              int min, natural;
              GtkAllocation place;

              if (!gtk_widget_should_layout (child))
                continue;
              gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, &natural, NULL, NULL);
              natural = MAX (min, MIN (natural, width));
              place = (GtkAllocation){ at, y, natural, height };
              gtk_widget_size_allocate (child, &place, -1);
              at += natural + self->gap;
            }
        }
      if (n > 0)
        y += height + self->gap;
      first = end;
    }
  return MAX (0, y - self->gap);
}

static GtkSizeRequestMode
hih_tiles_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_tiles_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                   int *minimum_baseline, int *natural_baseline)
{
  HihTiles *self = HIH_TILES (widget);
  int widest_min, widest_natural, sum;
  int n = count_shown (self, &widest_min, &widest_natural, &sum);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int columns = MIN (n, self->max_columns);

      *minimum = widest_min;
      if (self->column_width == 0)
        *natural = sum + MAX (0, n - 1) * self->gap;
      else if (self->max_columns == 1)
        *natural = MAX (self->column_width, widest_natural);
      else
        *natural = columns * MAX (self->column_width, widest_min) + MAX (0, columns - 1) * self->gap;
      if (self->by_need)
        *natural = MAX (*natural, sum + MAX (0, n - 1) * self->gap);
      *natural = MAX (*natural, *minimum);
      return;
    }
  if (n == 0)
    {
      *minimum = *natural = 0;
      return;
    }
  if (for_size < 0)
    for_size = self->column_width == 0 ? sum + (n - 1) * self->gap : self->column_width;
  for_size = MAX (for_size, widest_min);
  if (self->column_width == 0)
    *minimum = lay_lines (self, for_size, FALSE);
  else if (is_one_row (self, for_size, n, widest_natural))
    *minimum = lay_row (self, for_size, n, sum, FALSE, 0);
  else if (is_list (self, count_columns (self, for_size, n, widest_min, widest_natural)))
    *minimum = lay_stack (self, for_size, FALSE);
  else
    {
      int columns = count_columns (self, for_size, n, widest_min, widest_natural);
      int column = (for_size - (columns - 1) * self->gap) / columns;
      int rows = (n + columns - 1) / columns;

      *minimum = rows * row_height (self, column) + (rows - 1) * self->gap;
    }
  *natural = *minimum;
}

static void
hih_tiles_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihTiles *self = HIH_TILES (widget);
  int widest_min, widest_natural, sum;
  int n = count_shown (self, &widest_min, &widest_natural, &sum);
  int columns, rows, tall, i = 0;

  if (n == 0)
    return;
  if (self->column_width == 0)
    {
      lay_lines (self, width, TRUE);
      return;
    }
  if (is_one_row (self, width, n, widest_natural))
    {
      lay_row (self, width, n, sum, TRUE, height);
      return;
    }
  columns = count_columns (self, width, n, widest_min, widest_natural);
  if (is_list (self, columns))
    {
      lay_stack (self, width, TRUE);
      return;
    }
  rows = (n + columns - 1) / columns;
  tall = row_height (self, (width - (columns - 1) * self->gap) / columns);
  if (gtk_widget_get_vexpand (widget))
    tall = MAX (tall, (height - (rows - 1) * self->gap) / rows);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = i % columns;
      int total = width - (columns - 1) * self->gap;
      int x = column * total / columns + column * self->gap;
      GtkAllocation place = { x, i / columns * (tall + self->gap), (column + 1) * total / columns - column * total / columns,
                              tall };

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_size_allocate (child, &place, -1);
      i++;
    }
}

static void
hih_tiles_dispose (GObject *object)
{
  hih_tiles_remove_all (HIH_TILES (object));
  G_OBJECT_CLASS (hih_tiles_parent_class)->dispose (object);
}

static void
hih_tiles_class_init (HihTilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_tiles_dispose;
  widget_class->get_request_mode = hih_tiles_get_request_mode;
  widget_class->measure = hih_tiles_measure;
  widget_class->size_allocate = hih_tiles_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_tiles_init (HihTiles *self)
{
  self->max_columns = 1;
  self->least_percent = LEAST_PERCENT;
}

/**
 * hih_tiles_new_columns:
 * @column_width: least width of a column in px
 *
 * Returns: (transfer floating): equal columns
 */
GtkWidget *
hih_tiles_new_columns (int column_width, int max_columns, int gap)
{
  HihTiles *self = g_object_new (HIH_TYPE_TILES, NULL);

  self->column_width = MAX (1, column_width);
  self->max_columns = max_columns;
  self->gap = gap;
  return GTK_WIDGET (self);
}

/**
 * hih_tiles_new_line:
 *
 * Returns: (transfer floating): children in lines at their own width
 */
GtkWidget *
hih_tiles_new_line (int gap, gboolean from_end)
{
  HihTiles *self = g_object_new (HIH_TYPE_TILES, NULL);

  self->gap = gap;
  self->from_end = from_end;
  return GTK_WIDGET (self);
}

void
hih_tiles_set_by_need (HihTiles *self, gboolean by_need)
{
  g_return_if_fail (HIH_IS_TILES (self));
  self->by_need = by_need;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_tiles_set_least_percent:
 * @percent: of a child's own width, below which a row by need is none: more where words have little of that width
 */
void
hih_tiles_set_least_percent (HihTiles *self, int percent)
{
  g_return_if_fail (HIH_IS_TILES (self));
  self->least_percent = percent;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_tiles_set_kept_columns (HihTiles *self, gboolean kept)
{
  g_return_if_fail (HIH_IS_TILES (self));
  self->kept_columns = kept;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_tiles_set_max_columns (HihTiles *self, int max_columns)
{
  g_return_if_fail (HIH_IS_TILES (self));
  if (max_columns == self->max_columns)
    return;
  self->max_columns = max_columns;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_tiles_set_column_width (HihTiles *self, int column_width)
{
  g_return_if_fail (HIH_IS_TILES (self) && self->column_width > 0);
  self->column_width = MAX (1, column_width);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_tiles_set_gap (HihTiles *self, int gap)
{
  g_return_if_fail (HIH_IS_TILES (self));
  if (gap == self->gap)
    return;
  self->gap = gap;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_tiles_append (HihTiles *self, GtkWidget *child)
{
  g_return_if_fail (HIH_IS_TILES (self));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}

void
hih_tiles_remove_all (HihTiles *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}
