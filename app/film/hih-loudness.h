/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loudness after ITU-R BS.1770-4 of a mono sound, and one plain gain to bring it where it belongs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HIH_LOUDNESS_TARGET_LUFS (-20.0)
#define HIH_LOUDNESS_MAX_PEAK_DBTP (-1.5) /* Opus adds a little: -1 in the film */
#define HIH_LOUDNESS_SILENCE_LUFS (-70.0)

/* Returns: integrated loudness in LUFS; HIH_LOUDNESS_SILENCE_LUFS for silence */
double hih_loudness_measure (const gint16 *samples, gsize n_samples, int sample_rate);
/* Returns: the peak between the samples too (4 x oversampled), in dBTP; -120 for silence */
double hih_loudness_measure_peak (const gint16 *samples, gsize n_samples);
/* Applies one gain to the target, less if the peak would pass the limit. Returns: the gain in dB. */
double hih_loudness_normalise (gint16 *samples, gsize n_samples, int sample_rate);

G_END_DECLS
