/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trap asks for that nobody gives away: a password, a code, the number of a card. */
#pragma once

#include "hih-lesson.h"
#include "hih-phone-state.h"

G_BEGIN_DECLS

typedef struct _HihAsking HihAsking;

/* @before: where @trap strikes, before it does. @protects: (element-type HihProtect): the lesson's. Any thread. */
HihAsking *hih_asking_new (const HihTrap *trap, HihAppSet *apps, GPtrArray *protects, HihPhoneState *before, const char *layout);
void hih_asking_free (HihAsking *self);
/* @state: as the way out goes through it; @on_way: something is done in it, so that it must say what it is. */
void hih_asking_visit (HihAsking *self, HihPhoneState *state, gboolean on_way);
/* @state: when the trap is recovered from. Adds at most one issue. */
void hih_asking_end (HihAsking *self, HihPhoneState *state, GPtrArray *issues);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihAsking, hih_asking_free)

G_END_DECLS
