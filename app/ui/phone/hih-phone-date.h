/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times and dates as the phone writes them, in the phone's language and not the program's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *hih_phone_date_dup_time (gint64 wall_ms);                          /* "9:16" */
char *hih_phone_date_dup_time_with_seconds (gint64 wall_ms);             /* "9:16:32" */
char *hih_phone_date_dup_day (gint64 wall_ms, const char *language);     /* "11月23日", "23 November" */
char *hih_phone_date_dup_short_day (gint64 wall_ms, const char *language);
char *hih_phone_date_dup_weekday (gint64 wall_ms, const char *language); /* "星期一", "Monday" */
char *hih_phone_date_dup_long_day (gint64 wall_ms, const char *language); /* "11月23日 星期一", "Monday, 23 November" */
char *hih_phone_date_dup_day_number (gint64 wall_ms);                    /* "25"; "12/1" on the first of a month */
char *hih_phone_date_dup_short_weekday (gint64 wall_ms, const char *language); /* "周一", "Mon" */
char *hih_phone_date_dup_duration (gint64 ms);                           /* "02:16" */

G_END_DECLS
