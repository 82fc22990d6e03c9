/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The local card: what this home says of itself for whoever goes without a phone (the desk, its telephone, its hours), and
 * which rules hold here. Facts are words under a key; what is not told is "".
 */
#pragma once

#include "hih-records.h"

G_BEGIN_DECLS

/* Keys are frozen: they are in people's files. PERSON is a duty ("who is at the desk"), not somebody's name: it hangs on
 * the wall and outlives who does it. A lesson's status key K has its local switch under "status-K" (in-force, retired,
 * drill) and the day since when under "since-K" (YYYY-MM-DD). */
#define HIH_HOME_PLACE "place"
#define HIH_HOME_PHONE "phone"
#define HIH_HOME_HOURS "hours"
#define HIH_HOME_PERSON "person"
#define HIH_HOME_REGION "region"
#define HIH_HOME_STATUS "status-"
#define HIH_HOME_SINCE "since-"

#define HIH_HOME_MAX_CHARACTERS 80

/* Immutable; may be read on any thread. */
typedef struct _HihHomeCard HihHomeCard;

#define HIH_TYPE_HOME_CARD (hih_home_card_get_type ())
GType hih_home_card_get_type (void);
HihHomeCard *hih_home_card_new (void); /* nothing is told */
HihHomeCard *hih_home_card_ref (HihHomeCard *self);
void hih_home_card_unref (HihHomeCard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihHomeCard, hih_home_card_unref)

/* (not nullable): "" when it was not told. */
const char *hih_home_card_get (HihHomeCard *self, const char *key);
/* "status-" and "since-" of a lesson's key. */
const char *hih_home_card_get_status (HihHomeCard *self, const char *status_key);
const char *hih_home_card_get_since (HihHomeCard *self, const char *status_key);
/* Whether anything is told that leads to the desk: a place, a telephone, hours or a person. */
gboolean hih_home_card_leads (HihHomeCard *self);

/* (transfer full) */
void hih_records_get_home_card_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                      gpointer user_data);
HihHomeCard *hih_records_get_home_card_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* @facts: NULL-ended, key and value in turn; copied. In one transaction; what is so already is not written again. White
 * space is trimmed. CONSTRAINT: a key that is no word, a value that is too long or has a control character. */
void hih_records_set_home_facts_async (HihRecords *self, const char *const *facts, GCancellable *cancellable,
                                       GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_set_home_facts_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
