/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing down family calls, services and helpers' time. What is asked of them is in hih-care-queries.c. */
#include "config.h"

#include "hih-care.h"

#include <stdio.h>
#include <string.h>

#include "hih-deed.h"

#define MAX_MINUTES (24 * 60)
#define MAX_HELPERS 100

static const char *const parts[] = { "morning", "afternoon", "evening" };
static const char *const outcomes[] = { "planned", "held", "not-reached", "put-off" };
static const char *const services[] = {
#define HIH_SERVICE(NAME, text) text,
#include "hih-services.def"
#undef HIH_SERVICE
};

static gboolean
parse (const char *const *words, guint n_words, const char *string, guint *value)
{
  for (guint i = 0; string != NULL && i < n_words; i++)
    {
      if (strcmp (string, words[i]) == 0)
        {
          *value = i;
          return TRUE;
        }
    }
  return FALSE;
}

const char *
hih_day_part_to_string (HihDayPart part)
{
  g_return_val_if_fail (part < HIH_N_DAY_PARTS, NULL);
  return parts[part];
}

gboolean
hih_day_part_parse (const char *string, HihDayPart *part)
{
  return parse (parts, G_N_ELEMENTS (parts), string, part);
}

const char *
hih_call_outcome_to_string (HihCallOutcome outcome)
{
  g_return_val_if_fail (outcome < HIH_N_CALL_OUTCOMES, NULL);
  return outcomes[outcome];
}

gboolean
hih_call_outcome_parse (const char *string, HihCallOutcome *outcome)
{
  return parse (outcomes, G_N_ELEMENTS (outcomes), string, outcome);
}

const char *
hih_service_to_string (HihService service)
{
  g_return_val_if_fail (service < HIH_N_SERVICES, NULL);
  return services[service];
}

gboolean
hih_service_parse (const char *string, HihService *service)
{
  return parse (services, G_N_ELEMENTS (services), string, service);
}

/* Exactly as 2026-11-25, and a day there is. */
static gboolean
is_day (const char *day)
{
  int year, month, date, n = 0;

  return day != NULL && strlen (day) == 10 && strspn (day, "0123456789-") == 10 &&
         sscanf (day, "%4d-%2d-%2d%n", &year, &month, &date, &n) == 3 && n == 10 && year > 0 && month > 0 && date > 0 &&
         g_date_valid_dmy ((GDateDay) date, (GDateMonth) month, (GDateYear) year);
}

/* When it was, if not now; FALSE for what is yet to come, or cannot be. */
static gboolean
add_time (HihRecords *self, HihDeed *deed, gint64 at_ms)
{
  if (at_ms != 0)
    hih_body_add_number (deed->body, "at", at_ms);
  return at_ms == 0 || (at_ms >= HIH_EARLIEST_MS && at_ms <= hih_clock_get_wall_ms (hih_records_get_clock (self)));
}

static HihDeed *
new_call (HihVerb verb, const HihId *trainee, const HihId *call, const char *table)
{
  HihDeed *deed = hih_deed_new (verb, trainee);

  hih_deed_set_object (deed, "call", call);
  deed->table = table;
  deed->needs = "has-call";
  return deed;
}

void
hih_records_plan_call_async (HihRecords *self, const HihId *trainee, const HihId *call, const char *day,
                             HihDayPart part, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  gboolean good = part < HIH_N_DAY_PARTS && is_day (day);
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL && call != NULL);
  deed = new_call (HIH_VERB_FAMILY_CALL_PLANNED, trainee, call, "family_call_plan");
  if (good)
    {
      hih_body_add_text (deed->body, "day", day);
      hih_body_add_text (deed->body, "part", hih_day_part_to_string (part));
    }
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_FAMILY_CALL_PLANNED, cancellable, callback, user_data), deed,
                 FALSE, good && !hih_id_is_nil (call), NULL);
}

gboolean
hih_records_plan_call_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_hold_call_async (HihRecords *self, const HihId *trainee, const HihId *call, HihCallOutcome outcome,
                             HihHelper helped_by, GCancellable *cancellable, GAsyncReadyCallback callback,
                             gpointer user_data)
{
  hih_records_hold_call_at_async (self, trainee, call, outcome, helped_by, 0, cancellable, callback, user_data);
}

void
hih_records_hold_call_at_async (HihRecords *self, const HihId *trainee, const HihId *call, HihCallOutcome outcome,
                                HihHelper helped_by, gint64 at_ms, GCancellable *cancellable,
                                GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean good = outcome > HIH_CALL_PLANNED && outcome < HIH_N_CALL_OUTCOMES && helped_by < HIH_N_HELPERS;
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (trainee != NULL && call != NULL);
  deed = new_call (HIH_VERB_FAMILY_CALL_HELD, trainee, call, "family_call");
  if (good)
    {
      hih_body_add_text (deed->body, "outcome", hih_call_outcome_to_string (outcome));
      hih_body_add_text (deed->body, "helper", hih_helper_to_string (helped_by));
      good = add_time (self, deed, at_ms);
    }
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_FAMILY_CALL_HELD, cancellable, callback, user_data), deed, FALSE,
                 good && !hih_id_is_nil (call), NULL);
}

gboolean
hih_records_hold_call_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_give_service_async (HihRecords *self, const HihId *trainee, HihService service, HihHelper helped_by,
                                GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  hih_records_give_service_at_async (self, trainee, service, helped_by, 0, cancellable, callback, user_data);
}

void
hih_records_give_service_at_async (HihRecords *self, const HihId *trainee, HihService service, HihHelper helped_by,
                                   gint64 at_ms, GCancellable *cancellable, GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  gboolean good = service < HIH_N_SERVICES && helped_by < HIH_N_HELPERS;
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  deed = hih_deed_new (HIH_VERB_OFFLINE_SERVICE_GIVEN, trainee);
  if (good)
    {
      hih_body_add_text (deed->body, "kind", hih_service_to_string (service));
      hih_body_add_text (deed->body, "helper", hih_helper_to_string (helped_by));
      good = add_time (self, deed, at_ms);
    }
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_OFFLINE_SERVICE_GIVEN, cancellable, callback, user_data), deed,
                 FALSE, good, NULL);
}

gboolean
hih_records_give_service_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}

void
hih_records_note_helpers_async (HihRecords *self, const HihId *entry, const HihId *session, HihHelper helper,
                                guint helpers, guint minutes, GCancellable *cancellable, GAsyncReadyCallback callback,
                                gpointer user_data)
{
  hih_records_note_helpers_at_async (self, entry, session, helper, helpers, minutes, 0, cancellable, callback, user_data);
}

void
hih_records_note_helpers_at_async (HihRecords *self, const HihId *entry, const HihId *session, HihHelper helper,
                                   guint helpers, guint minutes, gint64 at_ms, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data)
{
  gboolean good;
  HihDeed *deed;

  g_return_if_fail (HIH_IS_RECORDS (self));
  g_return_if_fail (entry != NULL);
  good = !hih_id_is_nil (entry) && helper < HIH_HELPER_NOBODY && helpers <= MAX_HELPERS && minutes <= MAX_MINUTES;
  deed = hih_deed_new (HIH_VERB_HELPER_TIME_NOTED, NULL);
  hih_deed_set_object (deed, "entry", entry);
  deed->table = "helper_time";
  if (session != NULL)
    {
      hih_body_add_id (deed->body, "session", session);
      deed->object = *session;
      deed->needs = "has-session";
    }
  if (good)
    hih_body_add_text (deed->body, "helper", hih_helper_to_string (helper));
  hih_body_add_number (deed->body, "helpers", helpers);
  hih_body_add_number (deed->body, "minutes", minutes);
  good = add_time (self, deed, at_ms) && good;
  hih_deed_send (self, hih_deed_task (self, HIH_VERB_HELPER_TIME_NOTED, cancellable, callback, user_data), deed, FALSE,
                 good, NULL);
}

gboolean
hih_records_note_helpers_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return hih_deed_finish (self, result, error);
}
