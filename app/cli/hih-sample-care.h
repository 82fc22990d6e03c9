/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the made-up care home does beside practising: classes with those who came, family calls, offline services. It
 * draws its own lots, so that people learn the same whatever the house does.
 */
#pragma once

#include "hih-sample-home.h"

G_BEGIN_DECLS

typedef struct _HihSampleCare HihSampleCare;

HihSampleCare *hih_sample_care_new (guint32 seed);
void hih_sample_care_free (HihSampleCare *self);
/* Adds to @deeds, which tell who was here, what the house did on that day; in any order. Returns a number above every
 * class's and call's `run`. */
guint hih_sample_care_live_day (HihSampleCare *self, HihSampleHome *home, GArray *deeds, gint64 midnight_ms, guint weekday);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihSampleCare, hih_sample_care_free)

G_END_DECLS
