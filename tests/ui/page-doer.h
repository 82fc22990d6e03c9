/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Does the steps of a lesson in the window of a house, as the performer of films would. */
#pragma once

#include "page-house.h"

#include "hih-page-lesson.h"

typedef struct
{
  House *house;
  guint index;
  gboolean acted;
  gint64 acted_at;
  guint n_steps; /* gestures made */
} Doer;

/* Another run begins. */
void doer_begin (Doer *doer);
HihPractice *doer_get_practice (Doer *doer); /* nullable */
/* The next gesture of this step, or "next" where the phone waits for a word; nothing where the performer knows none. */
void doer_do_step (Doer *doer);
