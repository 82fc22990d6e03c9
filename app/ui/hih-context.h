/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every page is given when it is made; nothing is looked up from anywhere else. */
#pragma once

#include "hih-camera.h"
#include "hih-catalogue.h"
#include "hih-home-card.h"
#include "hih-people.h"
#include "hih-reader.h"
#include "hih-settings.h"

G_BEGIN_DECLS

#define HIH_TYPE_CONTEXT (hih_context_get_type ())
G_DECLARE_FINAL_TYPE (HihContext, hih_context, HIH, CONTEXT, GObject)

/* Signal home-card-changed (): the local card is another one now. */

/* @records: (nullable): they could not be opened; everybody is a guest then. */
HihContext *hih_context_new (HihRecords *records, HihCatalogue *catalogue, HihReader *reader, HihClock *clock,
                             HihSettings *settings);
HihRecords *hih_context_get_records (HihContext *self); /* nullable */
/* Others are open now; NULL: none for a while, as one is put back. */
void hih_context_set_records (HihContext *self, HihRecords *records);
HihCatalogue *hih_context_get_catalogue (HihContext *self);
HihReader *hih_context_get_reader (HihContext *self);
HihClock *hih_context_get_clock (HihContext *self);
HihSettings *hih_context_get_settings (HihContext *self);
HihCamera *hih_context_get_camera (HihContext *self); /* nullable: not allowed at this place */
void hih_context_set_camera (HihContext *self, HihCamera *camera); /* for tests: another than the computer's */
const char *hih_context_get_language (HihContext *self); /* of lessons and speech, such as zh_CN */

/* The local card as it was last read: never NULL, empty until the records have answered. */
HihHomeCard *hih_context_get_home_card (HihContext *self);
/* Tells the records and reads the card anew. @facts: as of hih_records_set_home_facts_async(). */
void hih_context_set_home_facts_async (HihContext *self, const char *const *facts, GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean hih_context_set_home_facts_finish (HihContext *self, GAsyncResult *result, GError **error);

/* Who sits here now. */
#define HIH_TYPE_SESSION (hih_session_get_type ())
G_DECLARE_FINAL_TYPE (HihSession, hih_session, HIH, SESSION, GObject)

/* @trainee: (nullable): a guest, of whom nothing is kept. @prefs: (nullable): the defaults. */
HihSession *hih_session_new (HihTrainee *trainee, const HihPrefs *prefs);
HihTrainee *hih_session_get_trainee (HihSession *self); /* nullable */
/* What records functions take: NULL for a guest. */
const HihId *hih_session_get_id (HihSession *self);
const HihPrefs *hih_session_get_prefs (HihSession *self);
void hih_session_set_pref (HihSession *self, HihPref pref, int value);

G_END_DECLS
