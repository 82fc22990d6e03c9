/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An act changes many people at once, in one transaction, and can be taken back: its events are voided, its names and
 * pictures set back; nothing is ever deleted from the log. */
#pragma once

#include "hih-people.h"

G_BEGIN_DECLS

/* What was done, and what it takes to undo it. Immutable; may be passed between threads. Holds for this computer and
 * as long as the program runs. */
typedef struct _HihAct HihAct;

#define HIH_TYPE_ACT (hih_act_get_type ())
GType hih_act_get_type (void);
HihAct *hih_act_ref (HihAct *self);
void hih_act_unref (HihAct *self);
guint hih_act_get_n_people (HihAct *self); /* whom it changed; 0: nothing to undo */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihAct, hih_act_unref)

/* All finish with hih_records_act_finish(). @people: (element-type HihId), copied. A person who is so already, or who
 * is not here, is not counted. */

/* Into @group, or out of it. A group is its name. */
void hih_records_group_people_async (HihRecords *self, GArray *people, const char *group, gboolean member,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* A value out of its range is ERROR_CONSTRAINT. */
void hih_records_prefer_people_async (HihRecords *self, GArray *people, HihPref pref, int value,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* One person as a whole. @trainee: (nullable): NULL adds somebody. @picture: "" for none. @groups: NULL-ended, all
 * there are to be. @family: (nullable) NULL-ended: whom they call, at most HIH_FAMILY_MAX names, empty ones passed over;
 * NULL: as it is. */
void hih_records_keep_person_async (HihRecords *self, const HihId *trainee, const char *name, const char *picture,
                                    const char *const *groups, const char *const *family,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full) (nullable): NULL with an error. */
HihAct *hih_records_act_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Takes it back in one transaction. Somebody who was added by it and has done something since stays. */
void hih_records_undo_async (HihRecords *self, HihAct *act, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data);
/* @n_stayed: (out) (optional): who stayed because there is more about them by now. */
gboolean hih_records_undo_finish (HihRecords *self, GAsyncResult *result, guint *n_stayed, GError **error);

G_END_DECLS
