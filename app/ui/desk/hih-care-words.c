/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of family calls and offline services: the one place where these become words. */
#include "config.h"

#include "hih-care-words.h"

#include "hih-class-words.h"

#include <glib/gi18n.h>

static const struct
{
  const char *icon;
  const char *word;
} services[] = {
  { "phone", N_ ("Placed a call for somebody") },
  { "people", N_ ("Went along") },
  { "clinic", N_ ("Registered at the clinic") },
  { "heart", N_ ("Fetched medicine") },
  { "qr", N_ ("Health code on paper") },
  { "wallet", N_ ("Paid in cash") },
  { "doc", N_ ("Paid a bill at the counter") },
  { "bus", N_ ("Called a car by telephone") },
  { "card", N_ ("Bought a ticket at the window") },
  { "home", N_ ("Ordered a meal") },
  { "pencil", N_ ("Applied for an allowance on paper") },
  { "check", N_ ("Checked a qualification at the window") },
  { "search", N_ ("Looked up the pension") },
  { "shield-check", N_ ("Looked whether it was a fraud") },
  { "more", N_ ("Something else") },
};

G_STATIC_ASSERT (G_N_ELEMENTS (services) == HIH_N_SERVICES);

const char *
hih_service_get_words (HihService service)
{
  g_return_val_if_fail (service < HIH_N_SERVICES, "");
  return _ (services[service].word);
}

const char *
hih_service_get_icon (HihService service)
{
  g_return_val_if_fail (service < HIH_N_SERVICES, "more");
  return services[service].icon;
}

const char *
hih_day_part_get_words (HihDayPart part)
{
  static const char *const words[] = { NC_ ("day", "Morning"), NC_ ("day", "Afternoon"), NC_ ("day", "Evening") };

  g_return_val_if_fail (part < HIH_N_DAY_PARTS, "");
  return g_dpgettext2 (NULL, "day", words[part]);
}

char *
hih_call_dup_outcome (const HihFamilyCall *call)
{
  switch (call->outcome)
    {
    case HIH_CALL_HELD:
      /* translators: who helped with a call, such as “Staff” or “Nobody” */
      return g_strdup_printf (_ ("Held. Who helped: %s"), hih_helper_get_words (call->helped_by));
    case HIH_CALL_NOT_REACHED:
      return g_strdup (_ ("Not reached"));
    case HIH_CALL_PUT_OFF:
      return g_strdup (_ ("Put off"));
    case HIH_CALL_PLANNED:
    default:
      return g_strdup (hih_day_part_get_words (call->part));
    }
}

char *
hih_day_dup (gint64 now_ms, int n_days)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_ms / 1000);
  g_autoptr (GDateTime) day = now != NULL ? g_date_time_add_days (now, n_days) : NULL;

  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup ("");
}

char *
hih_day_dup_words (const char *day, gint64 now_ms)
{
  g_autofree char *today = hih_day_dup (now_ms, 0);
  g_autofree char *tomorrow = hih_day_dup (now_ms, 1);
  g_autofree char *yesterday = hih_day_dup (now_ms, -1);
  g_autofree char *moment = g_strconcat (day, "T12:00:00", NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autoptr (GDateTime) noon = g_date_time_new_from_iso8601 (moment, zone);

  if (g_str_equal (day, today))
    return g_strdup (C_ ("day", "Today"));
  if (g_str_equal (day, tomorrow))
    return g_strdup (C_ ("day", "Tomorrow"));
  if (g_str_equal (day, yesterday))
    return g_strdup (C_ ("day", "Yesterday"));
  /* translators: a day: weekday, month and day, as g_date_time_format() writes them */
  return noon != NULL ? g_date_time_format (noon, C_ ("day", "%A, %-d %B")) : g_strdup (day);
}
