/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Both ways round to the nearest value, so that the paper colour of a film is the paper colour of the window beside it
 * (at most 2 of 255 away after there and back). Plain loops over whole rows, which the compiler turns into vectors; on
 * a processor with AVX2 the same loops are used compiled for it, four times as fast.
 */
#include "config.h"

#include "hih-convert.h"

#include <string.h>

/* The loops are only fast when they become vectors, also in a debug build; clang has no word for it. */
#ifndef __clang__
#pragma GCC optimize("O3")
#endif

#if defined(__x86_64__) && defined(__GNUC__)
#define WITH_AVX2 1
#else
#define WITH_AVX2 0
#endif

#define KERNEL static inline __attribute__ ((always_inline)) void

/* 16-bit fixed point. */
typedef struct
{
  int y_offset;
  int y;
  int v_to_r;
  int u_to_g;
  int v_to_g;
  int u_to_b;
} Decode;

#define FIX(x) ((int) ((x) *65536.0 + ((x) < 0 ? -0.5 : 0.5)))

KERNEL
luma_row (const guint32 *restrict pixels, guint8 *restrict y, int width)
{
  for (int x = 0; x < width; x++)
    {
      int p = (int) pixels[x];
      int r = (p >> 16) & 0xff, g = (p >> 8) & 0xff, b = p & 0xff;

      /* 219/255 of 0.299, 0.587, 0.114, as the pictures are marked (2:4:5:1) */
      y[x] = (guint8) ((FIX (0.256788) * r + FIX (0.504129) * g + FIX (0.097906) * b + (16 << 16) + 32768) >> 16);
    }
}

KERNEL
chroma_row (const guint32 *restrict above, const guint32 *restrict below, guint8 *restrict u, guint8 *restrict v,
            int n_pairs)
{
  for (int i = 0; i < n_pairs; i++)
    {
      guint32 p0 = above[2 * i], p1 = above[2 * i + 1], p2 = below[2 * i], p3 = below[2 * i + 1];
      /* Two bytes added in one word: four times 255 fits in ten bits. */
      guint32 rb = (p0 & 0xff00ff) + (p1 & 0xff00ff) + (p2 & 0xff00ff) + (p3 & 0xff00ff);
      int r = (int) (rb >> 16), b = (int) (rb & 0xffff);
      int g = (int) (((p0 >> 8) & 0xff) + ((p1 >> 8) & 0xff) + ((p2 >> 8) & 0xff) + ((p3 >> 8) & 0xff));

      u[i] = (guint8) ((FIX (-0.148223) * r + FIX (-0.290993) * g + FIX (0.439216) * b + (128 << 18) + (1 << 17)) >> 18);
      v[i] = (guint8) ((FIX (0.439216) * r + FIX (-0.367788) * g + FIX (-0.071427) * b + (128 << 18) + (1 << 17)) >> 18);
    }
}

KERNEL
double_row (const guint8 *restrict u, const guint8 *restrict v, guint8 *restrict uu, guint8 *restrict vv, int n_pairs)
{
  for (int i = 0; i < n_pairs; i++)
    {
      uu[2 * i] = u[i];
      uu[2 * i + 1] = u[i];
      vv[2 * i] = v[i];
      vv[2 * i + 1] = v[i];
    }
}

KERNEL
rgb_row (const guint8 *restrict y, const guint8 *restrict uu, const guint8 *restrict vv, guint32 *restrict out,
         int width, const Decode *k)
{
  const int y_offset = k->y_offset, ky = k->y, rv = k->v_to_r, gu = k->u_to_g, gv = k->v_to_g, bu = k->u_to_b;

  for (int x = 0; x < width; x++)
    {
      int l = (y[x] - y_offset) * ky + 32768;
      int cu = uu[x] - 128, cv = vv[x] - 128;
      int r = (l + rv * cv) >> 16;
      int g = (l + gu * cu + gv * cv) >> 16;
      int b = (l + bu * cu) >> 16;

      r = r < 0 ? 0 : r > 255 ? 255 : r;
      g = g < 0 ? 0 : g > 255 ? 255 : g;
      b = b < 0 ? 0 : b > 255 ? 255 : b;
      out[x] = 0xff000000u | (guint32) r << 16 | (guint32) g << 8 | (guint32) b;
    }
}

/* Rows are read and written as words of 0xAARRGGBB, which is B G R A in memory on a little-endian machine. */

KERNEL
encode (const guint8 *bgrx, gsize stride, int width, int height, HihPlanes *out)
{
  for (int y = 0; y < height; y++)
    luma_row ((const guint32 *) (gconstpointer) (bgrx + y * stride), out->planes[0] + y * out->strides[0], width);

  for (int y = 0; y < height; y += 2)
    {
      const guint32 *above = (const guint32 *) (gconstpointer) (bgrx + y * stride);
      const guint32 *below = (const guint32 *) (gconstpointer) (bgrx + MIN (y + 1, height - 1) * stride);
      guint8 *u = out->planes[1] + y / 2 * out->strides[1];
      guint8 *v = out->planes[2] + y / 2 * out->strides[2];

      chroma_row (above, below, u, v, width / 2);
      if (width % 2 != 0)
        {
          guint32 last_above[2] = { above[width - 1], above[width - 1] };
          guint32 last_below[2] = { below[width - 1], below[width - 1] };

          chroma_row (last_above, last_below, u + width / 2, v + width / 2, 1);
        }
    }
}

KERNEL
decode (const HihPlanes *in, int width, int height, const Decode *k, guint8 *uu, guint8 *vv, guint8 *bgra, gsize stride)
{
  for (int y = 0; y < height; y++)
    {
      /* (width + 1) / 2 pairs: the last column of an odd width has a colour too. */
      if (y % 2 == 0)
        double_row (in->planes[1] + y / 2 * in->strides[1], in->planes[2] + y / 2 * in->strides[2], uu, vv,
                    (width + 1) / 2);
      rgb_row (in->planes[0] + y * in->strides[0], uu, vv, (guint32 *) (gpointer) (bgra + y * stride), width, k);
    }
}

static void
encode_plain (const guint8 *bgrx, gsize stride, int width, int height, HihPlanes *out)
{
  encode (bgrx, stride, width, height, out);
}

static void
decode_plain (const HihPlanes *in, int width, int height, const Decode *k, guint8 *uu, guint8 *vv, guint8 *bgra,
              gsize stride)
{
  decode (in, width, height, k, uu, vv, bgra, stride);
}

#if WITH_AVX2
__attribute__ ((target ("avx2"))) static void
encode_avx2 (const guint8 *bgrx, gsize stride, int width, int height, HihPlanes *out)
{
  encode (bgrx, stride, width, height, out);
}

__attribute__ ((target ("avx2"))) static void
decode_avx2 (const HihPlanes *in, int width, int height, const Decode *k, guint8 *uu, guint8 *vv, guint8 *bgra,
             gsize stride)
{
  decode (in, width, height, k, uu, vv, bgra, stride);
}
#endif

/**
 * hih_convert_bgrx_to_i420:
 * @bgrx: rows of B G R x, as cairo keeps them; aligned to 4 bytes
 * @stride: bytes from one row to the next
 * @out: where the planes go; limited range, matrix 601
 *
 * Any size from 1 x 1. Any thread.
 */
void
hih_convert_bgrx_to_i420 (const guint8 *bgrx, gsize stride, int width, int height, HihPlanes *out)
{
#if WITH_AVX2
  if (__builtin_cpu_supports ("avx2"))
    {
      encode_avx2 (bgrx, stride, width, height, out);
      return;
    }
#endif
  encode_plain (bgrx, stride, width, height, out);
}

/**
 * hih_convert_i420_to_bgra:
 * @in: the planes
 * @matrix: as the film's colorimetry says
 * @full_range: whether black is 0 (cameras of some phones) and not 16
 * @bgra: rows of B G R A, opaque; aligned to 4 bytes
 *
 * Any size from 1 x 1. Any thread.
 */
void
hih_convert_i420_to_bgra (const HihPlanes *in, int width, int height, HihMatrix matrix, gboolean full_range,
                          guint8 *bgra, gsize stride)
{
  const double kr = matrix == HIH_MATRIX_709 ? 0.2126 : 0.299;
  const double kb = matrix == HIH_MATRIX_709 ? 0.0722 : 0.114;
  const double kg = 1.0 - kr - kb;
  const double luma = full_range ? 1.0 : 255.0 / 219.0;
  const double chroma = full_range ? 2.0 : 2.0 * 255.0 / 224.0;
  const Decode k = {
    .y_offset = full_range ? 0 : 16,
    .y = FIX (luma),
    .v_to_r = FIX (chroma * (1.0 - kr)),
    .u_to_g = FIX (-chroma * (1.0 - kb) * kb / kg),
    .v_to_g = FIX (-chroma * (1.0 - kr) * kr / kg),
    .u_to_b = FIX (chroma * (1.0 - kb)),
  };
  /* Pairs fill it, also of an odd width; zeroed, so that nobody has to prove that first. */
  g_autofree guint8 *doubled = g_malloc0 (2 * (gsize) (width + 1));
  guint8 *uu = doubled, *vv = doubled + width + 1;

#if WITH_AVX2
  if (__builtin_cpu_supports ("avx2"))
    {
      decode_avx2 (in, width, height, &k, uu, vv, bgra, stride);
      return;
    }
#endif
  decode_plain (in, width, height, &k, uu, vv, bgra, stride);
}
