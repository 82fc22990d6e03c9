/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One array of points, and where in it each stroke begins. */
#include "config.h"

#include "hih-ink.h"

#include <math.h>

#define MARGIN 40.0f /* round fitted ink */

struct _HihInk
{
  GArray *points; /* (element-type HihInkPoint) */
  GArray *starts; /* (element-type guint) */
};

/**
 * hih_ink_new:
 *
 * Returns: (transfer full): an empty sheet
 */
HihInk *
hih_ink_new (void)
{
  HihInk *self = g_new0 (HihInk, 1);

  self->points = g_array_new (FALSE, FALSE, sizeof (HihInkPoint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

/**
 * hih_ink_copy:
 */
HihInk *
hih_ink_copy (const HihInk *self)
{
  HihInk *copy = g_new0 (HihInk, 1);

  copy->points = g_array_copy (self->points);
  copy->starts = g_array_copy (self->starts);
  return copy;
}

/**
 * hih_ink_free:
 */
void
hih_ink_free (HihInk *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->points);
  g_array_unref (self->starts);
  g_free (self);
}

/**
 * hih_ink_clear:
 */
void
hih_ink_clear (HihInk *self)
{
  g_array_set_size (self->points, 0);
  g_array_set_size (self->starts, 0);
}

/**
 * hih_ink_begin_stroke:
 */
void
hih_ink_begin_stroke (HihInk *self)
{
  g_array_append_val (self->starts, self->points->len);
}

/**
 * hih_ink_add_point:
 */
void
hih_ink_add_point (HihInk *self, float x, float y)
{
  HihInkPoint point = { x, y };

  if (self->starts->len == 0)
    hih_ink_begin_stroke (self);
  g_array_append_val (self->points, point);
}

/**
 * hih_ink_get_n_strokes:
 */
guint
hih_ink_get_n_strokes (const HihInk *self)
{
  return self->starts->len;
}

/**
 * hih_ink_get_stroke:
 * @n_points: (out):
 *
 * Returns: (transfer none): the points of that stroke; they may be moved in place
 */
HihInkPoint *
hih_ink_get_stroke (const HihInk *self, guint index, guint *n_points)
{
  guint start, end;

  *n_points = 0;
  g_return_val_if_fail (index < self->starts->len, NULL);
  start = g_array_index (self->starts, guint, index);
  end = index + 1 < self->starts->len ? g_array_index (self->starts, guint, index + 1) : self->points->len;
  *n_points = end - start;
  return &g_array_index (self->points, HihInkPoint, start);
}

static gboolean
parse_point (const char *text, HihInk *out)
{
  char *end;
  double x = g_ascii_strtod (text, &end);
  double y;

  if (end == text || *end != ',')
    return FALSE;
  text = end + 1;
  y = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !isfinite (x) || !isfinite (y))
    return FALSE;
  hih_ink_add_point (out, (float) x, (float) y);
  return TRUE;
}

/**
 * hih_ink_parse:
 *
 * Returns: (transfer full) (nullable): the strokes that @text describes
 */
HihInk *
hih_ink_parse (const char *text)
{
  g_autoptr (HihInk) self = hih_ink_new ();
  g_auto (GStrv) strokes = g_strsplit (text, ";", -1);

  for (guint i = 0; strokes[i] != NULL; i++)
    {
      g_auto (GStrv) points = g_strsplit (strokes[i], " ", -1);

      hih_ink_begin_stroke (self);
      if (points[0] == NULL)
        return NULL;
      for (guint k = 0; points[k] != NULL; k++)
        {
          if (!parse_point (points[k], self))
            return NULL;
        }
    }
  return hih_ink_get_n_strokes (self) > 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * hih_ink_dup_text:
 *
 * Returns: (transfer full): what hih_ink_parse() reads
 */
char *
hih_ink_dup_text (const HihInk *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < hih_ink_get_n_strokes (self); i++)
    {
      guint n;
      HihInkPoint *points = hih_ink_get_stroke (self, i, &n);

      for (guint k = 0; k < n; k++)
        g_string_append_printf (text, "%s%d,%d", k > 0 ? " " : i > 0 ? ";" : "", (int) lroundf (points[k].x),
                                (int) lroundf (points[k].y));
    }
  return g_string_free (text, FALSE);
}

static void
resample_stroke (const HihInkPoint *points, guint n, float spacing, HihInk *out)
{
  float left = spacing; /* until the next point is due */

  hih_ink_begin_stroke (out);
  for (guint i = 0; i < n; i++)
    {
      float dx, dy, length, at = 0;

      if (i == 0)
        {
          hih_ink_add_point (out, points[0].x, points[0].y);
          continue;
        }
      dx = points[i].x - points[i - 1].x;
      dy = points[i].y - points[i - 1].y;
      length = hypotf (dx, dy);
      while (length - at >= left)
        {
          at += left;
          hih_ink_add_point (out, points[i - 1].x + dx * at / length, points[i - 1].y + dy * at / length);
          left = spacing;
        }
      left -= length - at;
    }
  if (n > 1)
    hih_ink_add_point (out, points[n - 1].x, points[n - 1].y);
}

/* Each point goes half way to the middle of its neighbours: a tremor of a few points is halved, a stroke stays. */
static void
calm_stroke (HihInkPoint *points, guint n)
{
  HihInkPoint before;

  if (n < 3)
    return;
  before = points[0];
  for (guint i = 1; i + 1 < n; i++)
    {
      HihInkPoint here = points[i];

      points[i].x = here.x / 2 + (before.x + points[i + 1].x) / 4;
      points[i].y = here.y / 2 + (before.y + points[i + 1].y) / 4;
      before = here;
    }
}

/**
 * hih_ink_resample:
 *
 * Returns: (transfer full): the same ink, however quickly it was written
 */
HihInk *
hih_ink_resample (const HihInk *self, float spacing)
{
  HihInk *out = hih_ink_new ();

  g_return_val_if_fail (spacing > 0, out);
  for (guint i = 0; i < hih_ink_get_n_strokes (self); i++)
    {
      guint n;
      HihInkPoint *points = hih_ink_get_stroke (self, i, &n);

      resample_stroke (points, n, spacing, out);
      points = hih_ink_get_stroke (out, i, &n);
      calm_stroke (points, n);
    }
  return out;
}

/**
 * hih_ink_fit:
 */
void
hih_ink_fit (HihInk *self)
{
  float left = G_MAXFLOAT, top = G_MAXFLOAT, right = -G_MAXFLOAT, bottom = -G_MAXFLOAT, scale;

  for (guint i = 0; i < self->points->len; i++)
    {
      HihInkPoint *point = &g_array_index (self->points, HihInkPoint, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
    }
  if (self->points->len == 0)
    return;
  scale = (HIH_INK_SIZE - 2 * MARGIN) / MAX (1, MAX (right - left, bottom - top));
  for (guint i = 0; i < self->points->len; i++)
    {
      HihInkPoint *point = &g_array_index (self->points, HihInkPoint, i);

      point->x = HIH_INK_SIZE / 2 + (point->x - (left + right) / 2) * scale;
      point->y = HIH_INK_SIZE / 2 + (point->y - (top + bottom) / 2) * scale;
    }
}
