/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How somebody gives in to a trap: the shortest way of touching, writing and waiting that leads there. */
#pragma once

#include "hih-brain.h"
#include "hih-condition.h"

G_BEGIN_DECLS

/* The state in which @slip holds first, from @start on in @layout. (transfer full); NULL: no short way leads there.
 * @all: (out) (nullable): whether every way was tried, however long. @told: (out) (nullable) (transfer none): what the
 * phone says for a moment when the last move is made, or NULL. Any thread; at most a few hundred steps of the brain. */
HihPhoneState *hih_give_in_find (HihAppSet *apps, HihPhoneState *start, const char *layout, const HihCondition *slip,
                                 gboolean *all, const HihEffect **told);

G_END_DECLS
