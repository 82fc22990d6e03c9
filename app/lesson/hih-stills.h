/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every screen that a lesson shows, once for each thing that is to be touched on it, with the words that come up for a
 * moment, and what becomes of it when somebody gives in to a fraud: for whoever looks at all of them (the contact sheet,
 * the checks of looks).
 */
#pragma once

#include "hih-lesson.h"

G_BEGIN_DECLS

typedef struct
{
  HihPhoneState *state;  /* owned */
  const HihStep *step;   /* (nullable) borrowed from the lesson: the step in which the screen first comes */
  const HihTrap *trap;   /* (nullable) borrowed: the trap the step belongs to */
  gboolean begins;       /* the step begins here: its target can be pointed at */
  gboolean writes;       /* in the middle of the step: something was written or spelt, and words are offered for it */
  const HihEffect *told; /* (nullable) borrowed: the toast or notice that comes up for a moment on this screen */
  const HihStep *next;   /* (nullable) borrowed: with such words, what is to be done while they stand there */
  HihText *slip;         /* (nullable) borrowed: what is said of it when somebody gives in; the step is not done */
  GPtrArray *also;       /* (element-type HihStep) owned: the other steps that begin on the same picture */
} HihStill;

/* (transfer full) (element-type HihStill): in the order in which they come, the traps of every stage after the bare
 * way. Only as far as the lesson can be performed. Any thread. */
GPtrArray *hih_stills_new (HihLesson *lesson, const char *layout);
/* (transfer full) (element-type HihStill): without steps, every screen of the apps as it stands when it is opened first, and
 * again whenever fingers bring about words that were not read before; and what comes up for a moment, each once. */
GPtrArray *hih_stills_new_of_apps (HihAppSet *apps);

/* (transfer full): of @state, without a step. */
HihStill *hih_still_new (HihPhoneState *state);
void hih_still_free (gpointer still);
/* Whether @effect is words that come up for a moment: a toast or a notice. */
gboolean hih_still_can_tell (const HihEffect *effect);

G_END_DECLS
