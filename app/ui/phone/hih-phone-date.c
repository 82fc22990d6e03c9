/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strftime() would ask the program's locale; a film in another language must show that language's date. */
#include "config.h"

#include "hih-phone-date.h"

static const char *const english_months[] = { "January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December" };
static const char *const english_days[] = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };
static const char *const chinese_days[] = { "一", "二", "三", "四", "五", "六", "日" };

static GDateTime *
to_local (gint64 wall_ms)
{
  GDateTime *time = g_date_time_new_from_unix_local (wall_ms / 1000);

  return time != NULL ? time : g_date_time_new_from_unix_utc (0);
}

static gboolean
is_chinese (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "zh");
}

/**
 * hih_phone_date_dup_time:
 *
 * Returns: (transfer full): hours and minutes
 */
char *
hih_phone_date_dup_time (gint64 wall_ms)
{
  g_autoptr (GDateTime) time = to_local (wall_ms);

  return g_strdup_printf ("%d:%02d", g_date_time_get_hour (time), g_date_time_get_minute (time));
}

/**
 * hih_phone_date_dup_time_with_seconds:
 *
 * Returns: (transfer full): hours, minutes and seconds
 */
char *
hih_phone_date_dup_time_with_seconds (gint64 wall_ms)
{
  g_autoptr (GDateTime) time = to_local (wall_ms);

  return g_strdup_printf ("%d:%02d:%02d", g_date_time_get_hour (time), g_date_time_get_minute (time),
                          g_date_time_get_second (time));
}

/**
 * hih_phone_date_dup_day:
 *
 * Returns: (transfer full): day and month
 */
char *
hih_phone_date_dup_day (gint64 wall_ms, const char *language)
{
  g_autoptr (GDateTime) time = to_local (wall_ms);
  int month = g_date_time_get_month (time);
  int day = g_date_time_get_day_of_month (time);

  if (is_chinese (language))
    return g_strdup_printf ("%d月%d日", month, day);
  return g_strdup_printf ("%d %s", day, english_months[month - 1]);
}

/**
 * hih_phone_date_dup_short_day:
 *
 * Returns: (transfer full): day and month where there is little room
 */
char *
hih_phone_date_dup_short_day (gint64 wall_ms, const char *language)
{
  g_autoptr (GDateTime) time = to_local (wall_ms);

  if (is_chinese (language))
    return hih_phone_date_dup_day (wall_ms, language);
  return g_strdup_printf ("%d %.3s", g_date_time_get_day_of_month (time), english_months[g_date_time_get_month (time) - 1]);
}

/**
 * hih_phone_date_dup_weekday:
 *
 * Returns: (transfer full): the day of the week
 */
char *
hih_phone_date_dup_weekday (gint64 wall_ms, const char *language)
{
  g_autoptr (GDateTime) time = to_local (wall_ms);
  int day = g_date_time_get_day_of_week (time) - 1;

  if (is_chinese (language))
    return g_strconcat ("星期", chinese_days[day], NULL);
  return g_strdup (english_days[day]);
}

/**
 * hih_phone_date_dup_long_day:
 *
 * Returns: (transfer full): the day with its weekday, in the order of the language
 */
char *
hih_phone_date_dup_long_day (gint64 wall_ms, const char *language)
{
  g_autofree char *day = hih_phone_date_dup_day (wall_ms, language);
  g_autofree char *weekday = hih_phone_date_dup_weekday (wall_ms, language);

  if (is_chinese (language))
    return g_strdup_printf ("%s %s", day, weekday);
  return g_strdup_printf ("%s, %s", weekday, day);
}

/**
 * hih_phone_date_dup_day_number:
 *
 * Returns: (transfer full): as in a calendar's cell
 */
char *
hih_phone_date_dup_day_number (gint64 wall_ms)
{
  g_autoptr (GDateTime) time = to_local (wall_ms);
  int day = g_date_time_get_day_of_month (time);

  return day == 1 ? g_strdup_printf ("%d/%d", g_date_time_get_month (time), day) : g_strdup_printf ("%d", day);
}

/**
 * hih_phone_date_dup_short_weekday:
 *
 * Returns: (transfer full): the day of the week, short enough for a calendar's cell
 */
char *
hih_phone_date_dup_short_weekday (gint64 wall_ms, const char *language)
{
  g_autoptr (GDateTime) time = to_local (wall_ms);
  int day = g_date_time_get_day_of_week (time) - 1;

  return is_chinese (language) ? g_strconcat ("周", chinese_days[day], NULL) : g_strndup (english_days[day], 3);
}

/**
 * hih_phone_date_dup_duration:
 *
 * Returns: (transfer full): minutes and seconds
 */
char *
hih_phone_date_dup_duration (gint64 ms)
{
  gint64 seconds = MAX (ms, 0) / 1000;

  return g_strdup_printf ("%02" G_GINT64_FORMAT ":%02" G_GINT64_FORMAT, seconds / 60, seconds % 60);
}
