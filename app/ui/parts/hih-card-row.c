/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One rule for every card with a picture: the words stand beside it as long as no word is broken and a line holds five
 * characters; otherwise under it, with the whole width. Asked of the words as they are, so that it holds for narrow
 * windows, for large words and for long ones alike.
 */
#include "config.h"

#include "hih-card-row.h"

#include "hih-words.h"

#define LEAST_CHARACTERS 5
#define STACKED_GAP 8

enum
{
  PICTURE,
  WORDS,
  MARK,
  N_PARTS
};

struct _HihCardRow
{
  GtkWidget parent_instance;

  GtkWidget *parts[N_PARTS]; /* MARK: (nullable) */
  int gap;
};

G_DEFINE_FINAL_TYPE (HihCardRow, hih_card_row, GTK_TYPE_WIDGET)

static gboolean
is_there (HihCardRow *self, int part)
{
  return self->parts[part] != NULL && gtk_widget_should_layout (self->parts[part]);
}

/* What the words need at least so as to stand well, in px. */
static int
need_of_words (GtkWidget *widget)
{
  int need = 0;

  if (!gtk_widget_get_visible (widget))
    return 0;
  if (GTK_IS_LABEL (widget))
    {
      int natural;

      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      need = (int) (hih_words_get_size_px (widget) * hih_words_get_scale (widget) * LEAST_CHARACTERS);
      return MAX (MIN (need, natural), hih_words_measure_longest (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    need = MAX (need, need_of_words (child));
  return need;
}

static void
measure (HihCardRow *self, int part, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (is_there (self, part))
    gtk_widget_measure (self->parts[part], orientation, for_size, minimum, natural, NULL, NULL);
}

static int
natural_width (HihCardRow *self, int part)
{
  int minimum, natural;

  measure (self, part, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  return natural;
}

/* What stands beside the words, with the gaps. */
static int
width_beside (HihCardRow *self)
{
  int all = 0;

  for (int part = 0; part < N_PARTS; part++)
    {
      if (part != WORDS && is_there (self, part))
        all += natural_width (self, part) + self->gap;
    }
  return all;
}

static gboolean
is_stacked (HihCardRow *self, int width)
{
  return width - width_beside (self) < need_of_words (self->parts[WORDS]);
}

/* The height of the picture's line without the words. */
static int
height_beside (HihCardRow *self)
{
  int highest = 0;

  for (int part = 0; part < N_PARTS; part++)
    {
      int minimum, natural;

      if (part == WORDS)
        continue;
      measure (self, part, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural);
      highest = MAX (highest, natural);
    }
  return highest;
}

static GtkSizeRequestMode
hih_card_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_card_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HihCardRow *self = HIH_CARD_ROW (widget);
  int beside = width_beside (self), words_min, words_natural;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure (self, WORDS, orientation, -1, &words_min, &words_natural);
      *minimum = MAX (beside - self->gap, words_min);
      *natural = beside + words_natural;
      return;
    }
  if (for_size < 0)
    {
      measure (self, WORDS, orientation, -1, &words_min, &words_natural);
      *minimum = *natural = MAX (height_beside (self), words_natural);
    }
  else if (is_stacked (self, for_size))
    {
      measure (self, WORDS, orientation, for_size, &words_min, &words_natural);
      *minimum = *natural = height_beside (self) + STACKED_GAP + words_natural;
    }
  else
    {
      measure (self, WORDS, orientation, for_size - beside, &words_min, &words_natural);
      *minimum = *natural = MAX (height_beside (self), words_natural);
    }
}

static void
put (HihCardRow *self, int part, int x, int y, int width, int height)
{
  GtkAllocation place = { x, y, width, height };

  if (is_there (self, part))
    gtk_widget_size_allocate (self->parts[part], &place, -1);
}

static void
hih_card_row_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihCardRow *self = HIH_CARD_ROW (widget);
  gboolean stacked = is_stacked (self, width);
  int line = stacked ? height_beside (self) : height;
  int picture = natural_width (self, PICTURE), mark = natural_width (self, MARK);

  put (self, PICTURE, 0, 0, picture, line);
  put (self, MARK, width - mark, 0, mark, line);
  if (stacked)
    put (self, WORDS, 0, line + STACKED_GAP, width, MAX (1, height - line - STACKED_GAP));
  else
    put (self, WORDS, is_there (self, PICTURE) ? picture + self->gap : 0, 0, width - width_beside (self), height);
}

static void
hih_card_row_dispose (GObject *object)
{
  HihCardRow *self = HIH_CARD_ROW (object);

  for (int part = 0; part < N_PARTS; part++)
    g_clear_pointer (&self->parts[part], gtk_widget_unparent);
  G_OBJECT_CLASS (hih_card_row_parent_class)->dispose (object);
}

static void
hih_card_row_class_init (HihCardRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_card_row_dispose;
  widget_class->get_request_mode = hih_card_row_get_request_mode;
  widget_class->measure = hih_card_row_measure;
  widget_class->size_allocate = hih_card_row_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_card_row_init (HihCardRow *self)
{
}

/**
 * hih_card_row_new:
 *
 * Returns: (transfer floating): them in one, read in the order they are given
 */
GtkWidget *
hih_card_row_new (GtkWidget *picture, GtkWidget *words, GtkWidget *mark, int gap)
{
  HihCardRow *self = g_object_new (HIH_TYPE_CARD_ROW, NULL);

  self->parts[PICTURE] = picture;
  self->parts[WORDS] = words;
  self->parts[MARK] = mark;
  self->gap = gap;
  for (int part = 0; part < N_PARTS; part++)
    {
      if (self->parts[part] != NULL)
        gtk_widget_set_parent (self->parts[part], GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}
