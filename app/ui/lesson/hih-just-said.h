/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one tap was said to be, until the help that the same tap brings has been said too. */
#pragma once

#include "hih-clock.h"
#include "hih-run.h"

G_BEGIN_DECLS

typedef struct
{
  char *words; /* (owned) (nullable) */
  gint64 at_ms;
} HihJustSaid;

void hih_just_said_keep (HihJustSaid *self, HihClock *clock, HihFeedbackKind kind, const char *words);
/* (transfer full) (nullable): what was said of the same tap, and then @help; NULL: @help comes by itself. */
char *hih_just_said_dup_with (HihJustSaid *self, HihClock *clock, const char *help);
void hih_just_said_clear (HihJustSaid *self);

G_END_DECLS
