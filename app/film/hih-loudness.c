/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * BS.1770: two filters that hear like an ear (a shelf and a high-pass, for any sample rate), the mean square of blocks
 * of 400 ms every 100 ms, and two gates, so that pauses do not count. GStreamer's rganalysis is ReplayGain, not LUFS.
 */
#include "config.h"

#include "hih-loudness.h"

#include <math.h>

#define PEAK_TAPS 16 /* to either side */
#define PEAK_PHASES 4

typedef struct
{
  double b0, b1, b2, a1, a2;
  double z1, z2;
} Biquad;

static double
biquad_run (Biquad *f, double x)
{
  double y = f->b0 * x + f->z1;

  f->z1 = f->b1 * x - f->a1 * y + f->z2;
  f->z2 = f->b2 * x - f->a2 * y;
  return y;
}

static Biquad
make_shelf (int rate)
{
  const double gain = 3.999843853973347, q = 0.7071752369554196;
  const double k = tan (G_PI * 1681.974450955533 / rate);
  const double vh = pow (10.0, gain / 20.0), vb = pow (vh, 0.4996667741545416);
  const double a0 = 1.0 + k / q + k * k;

  return (Biquad){ (vh + vb * k / q + k * k) / a0, 2.0 * (k * k - vh) / a0, (vh - vb * k / q + k * k) / a0,
                   2.0 * (k * k - 1.0) / a0, (1.0 - k / q + k * k) / a0, 0, 0 };
}

static Biquad
make_high_pass (int rate)
{
  const double q = 0.5003270373238773;
  const double k = tan (G_PI * 38.13547087602444 / rate);
  const double a0 = 1.0 + k / q + k * k;

  return (Biquad){ 1.0, -2.0, 1.0, 2.0 * (k * k - 1.0) / a0, (1.0 - k / q + k * k) / a0, 0, 0 };
}

static double
power_to_lufs (double mean_square)
{
  return mean_square > 1e-12 ? -0.691 + 10.0 * log10 (mean_square) : HIH_LOUDNESS_SILENCE_LUFS;
}

/* The mean of the blocks louder than @gate_lufs; 0 when there is none. */
static double
gated_mean (GArray *blocks, double gate_lufs)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      double power = g_array_index (blocks, double, i);

      if (power_to_lufs (power) > gate_lufs)
        {
          sum += power;
          n++;
        }
    }
  return n > 0 ? sum / n : 0;
}

/**
 * hih_loudness_measure:
 * @samples: mono S16
 *
 * Returns: integrated loudness in LUFS; shorter than 400 ms counts as silence. Any thread.
 */
double
hih_loudness_measure (const gint16 *samples, gsize n_samples, int sample_rate)
{
  const gsize hop = MAX (sample_rate / 10, 1);
  Biquad shelf = make_shelf (sample_rate), high_pass = make_high_pass (sample_rate);
  g_autoptr (GArray) hops = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (double));
  double sum = 0, mean;

  for (gsize i = 0; i < n_samples; i++)
    {
      double y = biquad_run (&high_pass, biquad_run (&shelf, samples[i] / 32768.0));

      sum += y * y;
      if ((i + 1) % hop == 0)
        {
          g_array_append_val (hops, sum);
          sum = 0;
        }
    }
  for (guint i = 3; i < hops->len; i++)
    {
      const double *h = &g_array_index (hops, double, i - 3);
      double power = (h[0] + h[1] + h[2] + h[3]) / (4.0 * hop);

      g_array_append_val (blocks, power);
    }
  mean = gated_mean (blocks, HIH_LOUDNESS_SILENCE_LUFS);
  mean = gated_mean (blocks, power_to_lufs (mean) - 10.0);
  return power_to_lufs (mean);
}

/**
 * hih_loudness_measure_peak:
 *
 * Returns: the true peak in dB of full scale, found between the samples as well; -120 for silence. Any thread.
 */
double
hih_loudness_measure_peak (const gint16 *samples, gsize n_samples)
{
  double taps[PEAK_PHASES - 1][2 * PEAK_TAPS];
  double peak = 0;
  int loudest = 0;

  for (int p = 0; p < PEAK_PHASES - 1; p++)
    {
      for (int t = 0; t < 2 * PEAK_TAPS; t++)
        {
          double d = t - (PEAK_TAPS - 1) - (p + 1) / (double) PEAK_PHASES;
          double window = 0.5 + 0.5 * cos (G_PI * d / PEAK_TAPS);

          taps[p][t] = sin (G_PI * d) / (G_PI * d) * window;
        }
    }
  for (gsize i = 0; i < n_samples; i++)
    loudest = MAX (loudest, ABS ((int) samples[i]));

  peak = loudest;
  for (gsize i = 0; i < n_samples; i++)
    {
      /* Only beside a loud sample can there be a louder moment. */
      if (ABS ((int) samples[i]) < loudest / 2)
        continue;
      for (int p = 0; p < PEAK_PHASES - 1; p++)
        {
          double sum = 0;

          for (int t = 0; t < 2 * PEAK_TAPS; t++)
            {
              gssize at = (gssize) i + t - (PEAK_TAPS - 1);

              if (at >= 0 && at < (gssize) n_samples)
                sum += taps[p][t] * samples[at];
            }
          peak = MAX (peak, fabs (sum));
        }
    }
  return peak > 0 ? 20.0 * log10 (peak / 32768.0) : -120.0;
}

/**
 * hih_loudness_normalise:
 * @samples: changed in place
 *
 * One plain gain: to %HIH_LOUDNESS_TARGET_LUFS, or as far as the peak allows. Silence stays as it is.
 *
 * Returns: the gain in dB
 */
double
hih_loudness_normalise (gint16 *samples, gsize n_samples, int sample_rate)
{
  double lufs = hih_loudness_measure (samples, n_samples, sample_rate);
  double gain_db, factor;

  if (lufs <= HIH_LOUDNESS_SILENCE_LUFS)
    return 0;
  /* A tenth below the limit: Opus moves the peak a little. */
  gain_db = MIN (HIH_LOUDNESS_TARGET_LUFS - lufs,
                 HIH_LOUDNESS_MAX_PEAK_DBTP - 0.1 - hih_loudness_measure_peak (samples, n_samples));
  factor = pow (10.0, gain_db / 20.0);
  for (gsize i = 0; i < n_samples; i++)
    samples[i] = (gint16) CLAMP (lrint (samples[i] * factor), G_MININT16, G_MAXINT16);
  return gain_db;
}
