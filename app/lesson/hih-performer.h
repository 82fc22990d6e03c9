/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The performer does what a step expects. It serves the film, help levels 3 and 4, the validator, resume and
 * bring-back, the contact sheet, and the tests' perfect run. It decides only what comes next; who drives it (the
 * studio on a virtual clock, the lesson page on the real one, the validator at once) moves the hand and lets time pass.
 */
#pragma once

#include "hih-brain.h"
#include "hih-plan.h"
#include "hih-scene.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_PERFORM_DONE,    /* the step is met */
  HIH_PERFORM_GESTURE, /* do this gesture on its target */
  HIH_PERFORM_WAIT,    /* let wait_ms of phone time pass */
  HIH_PERFORM_STUCK,   /* the target is not on the screen, or nothing more will happen */
} HihPerformKind;

typedef struct
{
  HihPerformKind kind;
  HihGesture *gesture; /* owned; GESTURE only */
  gint64 wait_ms;      /* WAIT only */
  char *reason;        /* owned; STUCK only; English, for authors */
} HihPerformance;

void hih_performance_clear (HihPerformance *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HihPerformance, hih_performance_clear)

/* What to do next for @step in @state. @acted: whether its gesture was done already. */
void hih_performer_next (const HihStep *step, HihAppSet *apps, HihPhoneState *state, const char *layout, gboolean acted,
                         HihPerformance *out);
/* Called with every state the performer passes through, the first and the last included, and with what it does there. */
/* FALSE: no further. */
typedef gboolean (*HihPerformerVisit) (HihPhoneState *state, const HihPerformance *performance, gpointer data);
/* Whether @target can be found by a finger now: it stands on the screen, or the phone itself always has it. */
gboolean hih_performer_can_reach (HihAppSet *apps, HihPhoneState *state, const char *layout, const char *target);
/* The first tap on the way from @state to @target: the target itself, system/back, system/home or system/power; NULL
 * when no way leads there. Interned or @target. */
const char *hih_performer_find_way (HihAppSet *apps, HihPhoneState *state, const char *layout, const char *target);

/* Does the whole item on the brain alone: a trap strikes first; a trap that ends is not yet undone. Returns (transfer full) the state after it, NULL with @reason when stuck. */
HihPhoneState *hih_performer_perform (HihPlan *plan, guint index, HihPhoneState *state, const char *layout, char **reason);
HihPhoneState *hih_performer_perform_visiting (HihPlan *plan, guint index, HihPhoneState *state, const char *layout,
                                               HihPerformerVisit visit, gpointer data, char **reason);
/* As above, and then to the start of the next item: what a trap did that ended is undone. @before_trap: (inout): owned;
 * NULL before the first item, passed on from item to item, unreferenced by the caller after the last. */
HihPhoneState *hih_performer_go_on (HihPlan *plan, guint index, HihPhoneState *state, HihPhoneState **before_trap,
                                    const char *layout, HihPerformerVisit visit, gpointer data, char **reason);
/* The state at the start of item @index: the performer's state after all items before it (before a trap strikes there;
 * what a trap did that ended is undone). NULL when stuck before. */
HihPhoneState *hih_performer_state_at (HihPlan *plan, guint index, const char *layout, char **reason);

G_END_DECLS
