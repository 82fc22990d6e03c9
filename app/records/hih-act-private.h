/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an act is noted while it happens. Private to records; the records thread, inside one transaction. */
#pragma once

#include "hih-act.h"
#include "hih-trainees.h"

G_BEGIN_DECLS

typedef struct
{
  HihId trainee;
  char *texts[HIH_N_PROFILE]; /* as they were */
  gint64 rev; /* what the act wrote: a later change is not undone */
} HihBefore;

struct _HihAct
{
  HihId device;
  gint64 first_seq;
  gint64 last_seq; /* less than first_seq: nothing happened */
  guint n_people;
  GHashTable *profiles; /* (element-type HihId HihBefore): one a person, however often the act changed them */
};

/* This computer, and the number of its latest event; 0 when there is none. */
gboolean hih_act_get_last_seq (HihStore *store, HihId *device, gint64 *seq, GError **error);

/* Empty; the thread fills it between begin and end, then it is immutable. */
HihAct *hih_act_new (void);
/* Notes where the log ends now. */
gboolean hih_act_begin (HihAct *self, HihStore *store, GError **error);
/* Notes how many people the events since were about. */
gboolean hih_act_end (HihAct *self, HihStore *store, guint n_people, GError **error);

/* Sets what is not NULL, nothing when all are; notes in @self how it was before the act. */
gboolean hih_act_set_profile (HihAct *self, HihStore *store, const HihId *trainee,
                              const char *const *texts, gint64 at_ms, GError **error);

G_END_DECLS
