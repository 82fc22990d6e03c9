/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-period.h"

#include <string.h>

static gint64
count_ms (GDateTime *time)
{
  return g_date_time_to_unix (time) * 1000;
}

void
hih_period_get (HihPeriod period, gint64 now_ms, gint64 *from_ms, gint64 *to_ms)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_ms / 1000);
  g_autoptr (GDateTime) from = NULL;
  g_autoptr (GDateTime) to = NULL;
  int year, month, day;

  *from_ms = *to_ms = 0;
  if (now == NULL || period >= HIH_PERIOD_ALL)
    return;
  g_date_time_get_ymd (now, &year, &month, &day);
  if (period == HIH_PERIOD_WEEK)
    {
      g_autoptr (GDateTime) today = g_date_time_new_local (year, month, day, 0, 0, 0);

      from = g_date_time_add_days (today, 1 - g_date_time_get_day_of_week (now));
      to = g_date_time_add_days (from, 7);
    }
  else
    {
      int first = period == HIH_PERIOD_YEAR ? 1 : period == HIH_PERIOD_QUARTER ? month - (month - 1) % 3 : month;
      int months = period == HIH_PERIOD_YEAR ? 12 : period == HIH_PERIOD_QUARTER ? 3 : 1;
      g_autoptr (GDateTime) begin = g_date_time_new_local (year, first, 1, 0, 0, 0);

      from = g_date_time_add_months (begin, period == HIH_PERIOD_LAST_MONTH ? -1 : 0);
      to = g_date_time_add_months (from, months);
    }
  *from_ms = count_ms (from);
  *to_ms = count_ms (to);
}

gint64
hih_period_parse_day (const char *day, gboolean end)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *iso = g_strconcat (day, "T00:00:00", NULL);
  g_autoptr (GDateTime) time = strlen (day) == 10 ? g_date_time_new_from_iso8601 (iso, zone) : NULL;
  g_autoptr (GDateTime) next = time != NULL && end ? g_date_time_add_days (time, 1) : NULL;

  return time != NULL ? count_ms (next != NULL ? next : time) : -1;
}
