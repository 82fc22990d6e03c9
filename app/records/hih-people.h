/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who learns here: trainees, their groups and preferences; consent is in hih-consent.h. */
#pragma once

#include "hih-records.h"

G_BEGIN_DECLS

/* What was said last about keeping records of somebody. */
typedef enum
{
  HIH_CONSENT_NONE,      /* nobody was asked yet */
  HIH_CONSENT_WITHDRAWN, /* of what they do nothing is written any more */
  HIH_CONSENT_GIVEN,
} HihConsentState;

/* A trainee as listed. Immutable; may be read on any thread. */
typedef struct
{
  HihId id;
  const char *name;           /* "" when erased */
  const char *picture;        /* such as person-03; "" for none */
  const char *const *groups;  /* NULL-ended, sorted */
  gint64 added_at_ms;         /* ms UTC; 0 when the clock of then is not to be believed */
  gint64 last_seen_at_ms;     /* last practice or film; 0 for never */
  HihConsentState consent;    /* of lists of people only */
  const char *const *family;  /* NULL-ended, at most HIH_FAMILY_MAX: whom they call; of lists of people only */
} HihTrainee;

#define HIH_TYPE_TRAINEE (hih_trainee_get_type ())
GType hih_trainee_get_type (void);
HihTrainee *hih_trainee_ref (HihTrainee *self);
void hih_trainee_unref (HihTrainee *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihTrainee, hih_trainee_unref)

#define HIH_NAME_MAX_CHARACTERS 40
#define HIH_FAMILY_MAX 3

/* Adds a person. @picture and @group may be NULL. Finish fills @id. */
void hih_records_add_trainee_async (HihRecords *self, const char *name, const char *picture, const char *group,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_add_trainee_finish (HihRecords *self, GAsyncResult *result, HihId *id, GError **error);

void hih_records_rename_trainee_async (HihRecords *self, const HihId *trainee, const char *name,
                                       GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_rename_trainee_finish (HihRecords *self, GAsyncResult *result, GError **error);

void hih_records_set_picture_async (HihRecords *self, const HihId *trainee, const char *picture,
                                    GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_set_picture_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* A picture for somebody who has chosen none: as few as possible have it. */
void hih_records_choose_picture_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                       gpointer user_data);
char *hih_records_choose_picture_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* In @group or not. A group is its name; it is there as long as somebody is in it. */
void hih_records_set_member_async (HihRecords *self, const HihId *trainee, const char *group, gboolean member,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_set_member_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* All trainees, or those of @group; by name, in the one order of hih-collate.h. (element-type HihTrainee) */
void hih_records_list_trainees_async (HihRecords *self, const char *group, GCancellable *cancellable,
                                      GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_trainees_finish (HihRecords *self, GAsyncResult *result, GError **error);

typedef struct
{
  const char *name;
  guint n_trainees;
} HihGroup;

#define HIH_TYPE_GROUP (hih_group_get_type ())
GType hih_group_get_type (void);
HihGroup *hih_group_ref (HihGroup *self);
void hih_group_unref (HihGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihGroup, hih_group_unref)

/* (element-type HihGroup), by name. */
void hih_records_list_groups_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                    gpointer user_data);
GPtrArray *hih_records_list_groups_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Preferences: all are whole numbers, with a range and a default (hih-prefs.def). Yes and no are 1 and 0. */
typedef enum
{
#define HIH_PREF(NAME, text, lowest, highest, fallback) HIH_PREF_##NAME,
#include "hih-prefs.def"
#undef HIH_PREF
  HIH_N_PREFS
} HihPref;

typedef struct
{
  int values[HIH_N_PREFS]; /* what holds: set by the trainee, else the default */
  guint set;               /* bit (1 << pref): somebody set it */
} HihPrefs;

const char *hih_pref_to_string (HihPref pref);
gboolean hih_pref_parse (const char *string, HihPref *pref);
/* Fills @prefs with the defaults: for a guest. */
void hih_prefs_init (HihPrefs *prefs);

/* A value out of its range is ERROR_CONSTRAINT. @trainee NULL (a guest) writes nothing. */
void hih_records_set_pref_async (HihRecords *self, const HihId *trainee, HihPref pref, int value,
                                 GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_set_pref_finish (HihRecords *self, GAsyncResult *result, GError **error);
void hih_records_get_prefs_async (HihRecords *self, const HihId *trainee, GCancellable *cancellable,
                                  GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_get_prefs_finish (HihRecords *self, GAsyncResult *result, HihPrefs *prefs, GError **error);

G_END_DECLS
