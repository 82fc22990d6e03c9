/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding people on the records thread, for one and for a whole sheet. Private to records. */
#pragma once

#include "hih-people.h"
#include "hih-records-private.h"

G_BEGIN_DECLS

/* @name, @picture, @groups: (transfer full); @groups may be NULL for none. Times are 0. */
HihTrainee *hih_trainee_new (const HihId *id, char *name, char *picture, char **groups);
/* Once, before anybody else knows @self. @lines: (nullable): as in profile. */
void hih_trainee_set_family (HihTrainee *self, const char *lines);

/* Inside a transaction. All texts are clean; @picture and @group may be "". */
gboolean hih_trainees_add (HihStore *store, const HihId *id, const char *name, const char *picture, const char *group,
                           gint64 at_ms, GError **error);
/* The names that are kept of somebody, and nowhere else: the columns of profile, in this order. */
typedef enum
{
  HIH_PROFILE_NAME,
  HIH_PROFILE_PICTURE,
  HIH_PROFILE_GUARDIAN, /* who spoke for them, "" for nobody */
  HIH_PROFILE_FAMILY,   /* whom they call, one a line */
  HIH_N_PROFILE
} HihProfileText;

/* Sets what is not NULL of the HIH_N_PROFILE @texts. @rev: (out): what the profile has now. */
gboolean hih_trainees_set_profile (HihStore *store, const HihId *id, const char *const *texts, gint64 *rev, gint64 at_ms,
                                   GError **error);
gboolean hih_trainees_set_pref (HihStore *store, const HihId *id, HihPref pref, int value, gint64 at_ms, GError **error);
/* 1 yes, 0 no, -1 error. */
int hih_trainees_is_member (HihStore *store, const HihId *id, const char *group, GError **error);
/* 1 when it wrote something, 0 when it was so already, -1 on error. */
int hih_trainees_join (HihStore *store, const HihId *id, const char *group, gboolean member, gint64 at_ms,
                       GError **error);
gboolean hih_pref_allows (HihPref pref, int value);
gboolean hih_trainees_set_member (HihStore *store, const HihId *id, const char *group, gboolean member, gint64 at_ms,
                                  GError **error);
/* Everybody, or the members of @group (nullable), as hih_records_list_trainees_async() answers. */
GPtrArray *hih_trainees_list (HihStore *store, const char *group, GError **error);

G_END_DECLS
