/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The periods one reports about, as days of the local time zone. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_PERIOD_WEEK,       /* from Monday, GB/T 7408 */
  HIH_PERIOD_MONTH,
  HIH_PERIOD_LAST_MONTH,
  HIH_PERIOD_QUARTER,
  HIH_PERIOD_YEAR,
  HIH_PERIOD_ALL,
  HIH_PERIOD_OWN,        /* days said by a person */
} HihPeriod;

#define HIH_N_PERIODS (HIH_PERIOD_OWN + 1)

/* @now_ms: ms UTC. @from_ms and @to_ms (exclusive): as HihReportOptions wants them; 0 and 0 for ALL and OWN. */
void hih_period_get (HihPeriod period, gint64 now_ms, gint64 *from_ms, gint64 *to_ms);
/* A day such as 2026-11-23 as ms UTC: its beginning or, with @end, that of the next. -1 when there is no such day. */
gint64 hih_period_parse_day (const char *day, gboolean end);

G_END_DECLS
