/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question about one trainee, or about a run or a lesson of theirs. Private to records. */
#pragma once

#include "hih-records-private.h"

G_BEGIN_DECLS

typedef struct
{
  HihId trainee;
  HihId run;
  char *lesson; /* (nullable) */
} HihAbout;

/* As hih_records_read(): @func is given a HihAbout. @trainee: (nullable): of a guest nothing is known: %NULL. @run,
 * @lesson: (nullable). Takes @task. */
void hih_records_read_about (HihRecords *self, GTask *task, HihReadFunc func, const HihId *trainee, const HihId *run,
                             const char *lesson, GDestroyNotify free_value);

G_END_DECLS
