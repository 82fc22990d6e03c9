/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a tap was said to be, for as long as it takes to read: the help that follows it does not take its place. */
#pragma once

#include "hih-clock.h"
#include "hih-run.h"

G_BEGIN_DECLS

typedef struct
{
  char *words; /* (owned) (nullable) */
  gint64 until_ms;
} HihJustSaid;

void hih_just_said_keep (HihJustSaid *self, HihClock *clock, HihFeedbackKind kind, const char *words);
/* (transfer full) (nullable): what was said of the tap, and then @help; NULL: it was read, @help comes by itself. */
char *hih_just_said_dup_with (HihJustSaid *self, HihClock *clock, const char *help);
void hih_just_said_clear (HihJustSaid *self);

G_END_DECLS
