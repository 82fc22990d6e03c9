/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that goes on, as the records have it. Every deed is written first and shown when it is on disk: a power cut
 * in mid-class loses nothing that was seen. */
#pragma once

#include "hih-care.h"
#include "hih-context.h"

G_BEGIN_DECLS

/* One person of the class, or of its group and not come yet. */
typedef struct
{
  HihTrainee *trainee;
  HihAttendance at; /* zeroed for somebody who was never marked */
} HihClassPerson;

#define HIH_TYPE_CLASS_KEEPER (hih_class_keeper_get_type ())
G_DECLARE_FINAL_TYPE (HihClassKeeper, hih_class_keeper, HIH, CLASS_KEEPER, GObject)

/* Signals
 *   changed ()          what is on disk is known now, or anew
 *   trouble (GError *)  something could not be kept; what is shown is still what is kept
 */
HihClassKeeper *hih_class_keeper_new (HihContext *context, const HihId *session);
void hih_class_keeper_load (HihClassKeeper *self);

HihClassSession *hih_class_keeper_get_class (HihClassKeeper *self); /* (nullable): not known yet, or no such class */
GPtrArray *hih_class_keeper_get_here (HihClassKeeper *self);        /* (element-type HihClassPerson), by name */
GPtrArray *hih_class_keeper_get_away (HihClassKeeper *self);        /* of its group (of everybody: the first of them), not here; by name */
GPtrArray *hih_class_keeper_get_others (HihClassKeeper *self);      /* (element-type HihTrainee): in neither list */
guint hih_class_keeper_count_ticks (HihClassKeeper *self, HihRealPhone tick); /* of those who are here */
guint hih_class_keeper_get_helpers (HihClassKeeper *self, HihHelper helper);
guint hih_class_keeper_get_minutes (HihClassKeeper *self); /* since it began, in whole fives; at most four hours */

/* Somebody comes, late, as the class goes on; or was marked by mistake. */
void hih_class_keeper_attend (HihClassKeeper *self, const HihId *trainee, gboolean here);
void hih_class_keeper_turn_hand (HihClassKeeper *self, const HihClassPerson *person);
void hih_class_keeper_count_hand (HihClassKeeper *self, gboolean more); /* without saying whose */
void hih_class_keeper_lower_hands (HihClassKeeper *self);
/* The same tick again takes it back. */
void hih_class_keeper_tick (HihClassKeeper *self, const HihClassPerson *person, HihRealPhone tick);
void hih_class_keeper_set_helpers (HihClassKeeper *self, HihHelper helper, guint helpers);
/* @helper_minutes: of each helper. */
void hih_class_keeper_end (HihClassKeeper *self, guint minutes, guint helper_minutes);
void hih_class_keeper_go_on (HihClassKeeper *self); /* after it was ended */

G_END_DECLS
