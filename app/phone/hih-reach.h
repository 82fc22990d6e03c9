/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which states a screen can be met, and whether a finger leads away from it in each of them. */
#pragma once

#include "hih-app-set.h"

G_BEGIN_DECLS

typedef struct _HihReach HihReach;

/* @follows: go on from screen to screen; FALSE: only look at the screens of the states that are added.
 * @most_work: how many elements and answers are looked at, at the most, as hih_scene_get_work() counts them.
 * Any thread, one at a time. */
HihReach *hih_reach_new (HihAppSet *apps, gboolean follows, guint64 most_work);
/* (transfer full): every state in which fingers bring about a screen of @apps, as far as it can be tried out. Blocks. */
HihReach *hih_app_set_reach (HihAppSet *apps);
void hih_reach_free (HihReach *self);
/* @state: where somebody may stand. @how: (nullable) interned: by what one came there: a target. */
void hih_reach_add (HihReach *self, HihPhoneState *state, const char *how);
/* Finds whatever can be come to from what was added. */
void hih_reach_explore (HihReach *self);
gboolean hih_reach_has (HihReach *self, const char *screen);
/* (transfer container) (element-type utf8): "app/screen" of all that was come to, in that order. */
GPtrArray *hih_reach_dup_screens (HihReach *self);
/* Every state of every screen, the screens in the order in which they were come to. */
void hih_reach_foreach_state (HihReach *self, void (*func) (HihPhoneState *state, gpointer data), gpointer data);
/* (transfer full) (nullable): "when …": how one comes to stand on @screen so that no finger leads away from it. */
char *hih_reach_dup_dead_end (HihReach *self, const char *screen);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihReach, hih_reach_free)

G_END_DECLS
