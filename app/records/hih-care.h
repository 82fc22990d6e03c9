/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a care home does beside the classes: family calls, offline services, helpers' time, and what all of it adds up
 * to in a period. Anything wrong is taken back with hih_records_void_async() by the (device, seq) that is listed.
 */
#pragma once

#include "hih-classes.h"

G_BEGIN_DECLS

/* The part of a day a call is planned for. Texts are frozen. */
typedef enum
{
  HIH_DAY_PART_MORNING,
  HIH_DAY_PART_AFTERNOON,
  HIH_DAY_PART_EVENING,
} HihDayPart;

#define HIH_N_DAY_PARTS (HIH_DAY_PART_EVENING + 1)

/* What became of a call. Texts are frozen. */
typedef enum
{
  HIH_CALL_PLANNED,     /* nothing yet; not to be set */
  HIH_CALL_HELD,
  HIH_CALL_NOT_REACHED,
  HIH_CALL_PUT_OFF,     /* the family or the resident asked for another day */
} HihCallOutcome;

#define HIH_N_CALL_OUTCOMES (HIH_CALL_PUT_OFF + 1)

const char *hih_day_part_to_string (HihDayPart part);
gboolean hih_day_part_parse (const char *string, HihDayPart *part);
const char *hih_call_outcome_to_string (HihCallOutcome outcome);
gboolean hih_call_outcome_parse (const char *string, HihCallOutcome *outcome);

/* @call: made by the caller with hih_id_generate(); the same again puts it on another day. @day: "2026-11-25", as the
 * calendar on the wall says. */
void hih_records_plan_call_async (HihRecords *self, const HihId *trainee, const HihId *call, const char *day,
                                  HihDayPart part, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean hih_records_plan_call_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* A call was held or tried now; @call need not have been planned. Said again, the later holds. */
void hih_records_hold_call_async (HihRecords *self, const HihId *trainee, const HihId *call, HihCallOutcome outcome,
                                  HihHelper helped_by, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
/* The same of an earlier moment, @at_ms: it stands under that time. 0: now. Not of one yet to come. */
void hih_records_hold_call_at_async (HihRecords *self, const HihId *trainee, const HihId *call, HihCallOutcome outcome,
                                     HihHelper helped_by, gint64 at_ms, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_hold_call_finish (HihRecords *self, GAsyncResult *result, GError **error);

typedef struct
{
  HihId call;
  HihId trainee;
  const char *day;        /* "" when it was not planned */
  HihDayPart part;        /* only of a planned one */
  HihId planned_device;   /* with planned_seq: for voiding the plan; nil when it was not planned */
  gint64 planned_seq;
  HihCallOutcome outcome;
  HihHelper helped_by;    /* HIH_HELPER_NOBODY while it is planned */
  gint64 held_at_ms;      /* 0 while it is planned, or unknown */
  HihId held_device;      /* with held_seq: for voiding what became of it */
  gint64 held_seq;
} HihFamilyCall;

/* Calls that were held or tried from @from_ms to before @to_ms, and those planned for the days of that time, by day and
 * part. @trainee: (nullable) everybody's. (element-type HihFamilyCall) */
void hih_records_list_calls_async (HihRecords *self, const HihId *trainee, gint64 from_ms, gint64 to_ms,
                                   GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_calls_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Offline services (hih-services.def). */
typedef enum
{
#define HIH_SERVICE(NAME, text) HIH_SERVICE_##NAME,
#include "hih-services.def"
#undef HIH_SERVICE
  HIH_N_SERVICES
} HihService;

const char *hih_service_to_string (HihService service);
gboolean hih_service_parse (const char *string, HihService *service);

/* Given now. @trainee: (nullable) somebody who does not learn here, or nobody wishes to say. */
void hih_records_give_service_async (HihRecords *self, const HihId *trainee, HihService service, HihHelper helped_by,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Given at an earlier moment, likewise. */
void hih_records_give_service_at_async (HihRecords *self, const HihId *trainee, HihService service, HihHelper helped_by,
                                        gint64 at_ms, GCancellable *cancellable, GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean hih_records_give_service_finish (HihRecords *self, GAsyncResult *result, GError **error);

typedef struct
{
  gboolean has_trainee;
  HihId trainee;
  HihService service;
  HihHelper helped_by;
  gint64 at_ms;           /* 0 when the clock of then is not to be believed */
  HihId device;           /* with seq: for voiding */
  gint64 seq;
} HihServiceGiven;

/* The latest first. @from_ms and @to_ms 0: all. (element-type HihServiceGiven) */
void hih_records_list_services_async (HihRecords *self, const HihId *trainee, gint64 from_ms, gint64 to_ms,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_services_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* Helpers' time. In a class (@session) @entry is the session's id, otherwise one made by the caller. Said again for the
 * same entry and @helper, the later holds; 0 helpers take it back. @minutes is of each helper, at most 1440; @helpers at
 * most 100. @session: (nullable) */
void hih_records_note_helpers_async (HihRecords *self, const HihId *entry, const HihId *session, HihHelper helper,
                                     guint helpers, guint minutes, GCancellable *cancellable,
                                     GAsyncReadyCallback callback, gpointer user_data);
/* Of an earlier moment, likewise. */
void hih_records_note_helpers_at_async (HihRecords *self, const HihId *entry, const HihId *session, HihHelper helper,
                                        guint helpers, guint minutes, gint64 at_ms, GCancellable *cancellable,
                                        GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_note_helpers_finish (HihRecords *self, GAsyncResult *result, GError **error);

typedef struct
{
  HihId entry;
  gboolean has_session;
  HihId session;
  HihHelper helper;
  guint helpers;
  guint minutes;          /* of each */
  gint64 at_ms;           /* when it was said; 0 unknown */
  HihId device;           /* with seq: for voiding */
  gint64 seq;
} HihHelperTime;

/* The latest first; of one @session when given, with @from_ms and @to_ms 0. (element-type HihHelperTime) */
void hih_records_list_helpers_async (HihRecords *self, const HihId *session, gint64 from_ms, gint64 to_ms,
                                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *hih_records_list_helpers_finish (HihRecords *self, GAsyncResult *result, GError **error);

/* What a ledger counts of a period; no names. What has no believable date is in no period. */
typedef struct
{
  guint n_sessions;       /* classes begun in it */
  guint n_open;           /* of these: not ended yet */
  guint session_minutes;  /* of those that ended */
  guint n_person_times;
  guint n_persons;        /* different ones, without those who were erased since */
  guint helper_minutes;   /* of classes by the class's date, others by when it was said */
  guint n_undated;        /* classes of any time without a believable date */
  guint calls[HIH_N_CALL_OUTCOMES];   /* by what became of them; [HIH_CALL_PLANNED]: due in it, nothing said yet */
  guint calls_helped[HIH_N_HELPERS];  /* held ones, by who helped */
  guint n_call_persons;   /* different ones whose call was held */
  guint n_services;
  guint services[HIH_N_SERVICES];
} HihPeriodTotals;

/* From @from_ms to before @to_ms. Finish fills @totals. */
void hih_records_get_period_totals_async (HihRecords *self, gint64 from_ms, gint64 to_ms, GCancellable *cancellable,
                                          GAsyncReadyCallback callback, gpointer user_data);
gboolean hih_records_get_period_totals_finish (HihRecords *self, GAsyncResult *result, HihPeriodTotals *totals,
                                               GError **error);

G_END_DECLS
