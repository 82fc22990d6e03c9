/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contrast of WCAG 2.2, looked up in a picture. */
#include "config.h"

#include "hih-look-colours.h"

#include <math.h>
#include <string.h>

static double
get_luminance (double red, double green, double blue)
{
  double parts[3] = { red, green, blue };

  for (guint i = 0; i < 3; i++)
    parts[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

static double
get_contrast (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

typedef struct
{
  const guchar *data;
  int stride;
  int left, top, right, bottom;
} Part;

/* FALSE if the box is not in the picture. */
static gboolean
cut_part (cairo_surface_t *picture, const graphene_rect_t *box, Part *part)
{
  part->data = cairo_image_surface_get_data (picture);
  part->stride = cairo_image_surface_get_stride (picture);
  part->left = MAX (0, (int) box->origin.x);
  part->top = MAX (0, (int) box->origin.y);
  part->right = MIN (cairo_image_surface_get_width (picture), (int) (box->origin.x + box->size.width));
  part->bottom = MIN (cairo_image_surface_get_height (picture), (int) (box->origin.y + box->size.height));
  return part->left < part->right && part->top < part->bottom;
}

static guint32
get_pixel (const Part *part, int x, int y)
{
  return ((const guint32 *) (const void *) (part->data + (gsize) y * (gsize) part->stride))[x];
}

/* 5 bits a part. */
static guint
get_colour (guint32 pixel)
{
  return ((pixel >> 19) & 31) << 10 | ((pixel >> 11) & 31) << 5 | ((pixel >> 3) & 31);
}

static guint
get_ink_colour (const GdkRGBA *ink)
{
  guint red = (guint) (ink->red * 255 + 0.5f), green = (guint) (ink->green * 255 + 0.5f), blue = (guint) (ink->blue * 255 + 0.5f);

  return get_colour (red << 16 | green << 8 | blue);
}

/* The colour that most pixels have: those that share 5 bits a part (a ground may shade off, a letter's edge has many
 * colours), and of them the mean in all 8 bits. No letters take half of their box: what has the colour of the @ink
 * (nullable) is ground only if it is more. */
static void
find_ground (const Part *part, const GdkRGBA *ink, GdkRGBA *ground)
{
  static guint counts[1 << 15];
  static guint64 sums[1 << 15][3];
  guint n_pixels = (guint) ((part->right - part->left) * (part->bottom - part->top));
  guint best = 0;

  memset (counts, 0, sizeof counts);
  memset (sums, 0, sizeof sums);
  for (int y = part->top; y < part->bottom; y++)
    {
      for (int x = part->left; x < part->right; x++)
        {
          guint32 pixel = get_pixel (part, x, y);
          guint colour = get_colour (pixel);

          for (guint i = 0; i < 3; i++)
            sums[colour][i] += (pixel >> (16 - 8 * i)) & 255;
          counts[colour]++;
        }
    }
  if (ink != NULL && counts[get_ink_colour (ink)] <= n_pixels / 2)
    counts[get_ink_colour (ink)] = 0;
  for (guint colour = 0; colour < G_N_ELEMENTS (counts); colour++)
    {
      if (counts[colour] > counts[best])
        best = colour;
    }
  ground->red = (float) sums[best][0] / (float) counts[best] / 255;
  ground->green = (float) sums[best][1] / (float) counts[best] / 255;
  ground->blue = (float) sums[best][2] / (float) counts[best] / 255;
  ground->alpha = 1;
}

/* What cannot be used is painted paler than its own colour says: its ink is the pixel that stands out most. The stems
 * of our letters are wider than a pixel, so some are all ink. */
static double
measure_painted (const Part *part, double ground)
{
  double most = 1;

  for (int y = part->top; y < part->bottom; y++)
    {
      for (int x = part->left; x < part->right; x++)
        {
          guint32 pixel = get_pixel (part, x, y);
          double own = get_luminance (((pixel >> 16) & 255) / 255.0, ((pixel >> 8) & 255) / 255.0, (pixel & 255) / 255.0);

          most = MAX (most, get_contrast (own, ground));
        }
    }
  return most;
}

/**
 * hih_look_measure_contrast:
 * @picture: RGB24
 * @box: where the text stands in it
 * @ink: (nullable): its own colour; %NULL: it is taken from the picture
 * @contrast: (out): from 1 to 21
 *
 * Returns: whether the box is in the picture
 */
gboolean
hih_look_measure_contrast (cairo_surface_t *picture, const graphene_rect_t *box, const GdkRGBA *ink, double *contrast)
{
  GdkRGBA ground;
  Part part;
  double behind;

  if (!cut_part (picture, box, &part))
    return FALSE;
  find_ground (&part, ink, &ground);
  behind = get_luminance (ground.red, ground.green, ground.blue);
  *contrast = ink == NULL ? measure_painted (&part, behind)
                          : get_contrast (get_luminance (ink->red * ink->alpha + ground.red * (1 - ink->alpha),
                                                         ink->green * ink->alpha + ground.green * (1 - ink->alpha),
                                                         ink->blue * ink->alpha + ground.blue * (1 - ink->alpha)), behind);
  return TRUE;
}
