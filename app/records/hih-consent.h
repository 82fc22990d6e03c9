/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Consent: who said yes to records being kept of somebody, to which text, and when; and who took it back. Once it is
 * withdrawn, or not given when asked, what they do is not written down, as of a guest: no run, step or film, no class, no
 * hand, no tick (hih_deed_is_withheld()).
 */
#pragma once

#include "hih-act.h"

G_BEGIN_DECLS

/* What was said last. Immutable. */
typedef struct
{
  HihConsentState state;
  const char *text_id;  /* (nullable): which text was read out; NULL when nobody was asked */
  const char *guardian; /* (nullable): who spoke for them; NULL: they themselves */
  gint64 at_ms;         /* ms UTC; 0 when the clock of then is not to be believed */
} HihConsent;

#define HIH_TYPE_CONSENT (hih_consent_get_type ())
GType hih_consent_get_type (void);
HihConsent *hih_consent_ref (HihConsent *self);
void hih_consent_unref (HihConsent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihConsent, hih_consent_unref)

/* Given, or withdrawn: it takes the same one call. @text_id: names the text, such as notice-1. @guardian: (nullable): who
 * spoke for them, 1 to HIH_NAME_MAX_CHARACTERS; NULL: they themselves. CONSTRAINT: no such trainee, or a bad text. It is
 * an act: hih_records_undo_async() takes it back. */
void hih_records_set_consent_async (HihRecords *self, const HihId *trainee, gboolean given, const char *text_id,
                                    const char *guardian, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
/* The same for many at once: only whoever was not asked yet is written down and counted; what somebody said stays.
 * @people: (element-type HihId), copied. Finishes with hih_records_act_finish(). */
void hih_records_set_consent_of_many_async (HihRecords *self, GArray *people, gboolean given, const char *text_id,
                                            const char *guardian, GCancellable *cancellable,
                                            GAsyncReadyCallback callback, gpointer user_data);
HihAct *hih_records_set_consent_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* (transfer full) (nullable): NULL with an error only. */
void hih_records_get_consent_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                    GAsyncReadyCallback callback, gpointer user_data);
HihConsent *hih_records_get_consent_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
