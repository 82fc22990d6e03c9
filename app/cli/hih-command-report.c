/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih report: one of the kinds of report/, in one of the formats of its table. */
#include "config.h"

#include "hih-catalogue.h"
#include "hih-command.h"
#include "hih-locale.h"
#include "hih-paths.h"
#include "hih-report.h"

extern const HihCommand hih_command_report;

/* The lessons as columns, in teaching order. Titles are borrowed from @catalogue. */
static GArray *
list_lessons (HihCatalogue *catalogue)
{
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (HihReportLesson));
  GPtrArray *topics = hih_catalogue_get_topics (catalogue);

  for (guint i = 0; i < topics->len; i++)
    {
      const HihTopic *topic = topics->pdata[i];

      for (guint k = 0; k < topic->lessons->len; k++)
        {
          HihLesson *lesson = topic->lessons->pdata[k];
          HihReportLesson entry = { hih_lesson_get_id (lesson),
                                    hih_text_get (hih_lesson_get_title (lesson), hih_locale_get_language ()) };

          g_array_append_val (lessons, entry);
        }
    }
  return lessons;
}

/* A day of the local time zone as ms UTC; -1 when it is none. */
static gint64
parse_day (const char *day)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
  g_autofree char *iso = g_strconcat (day, "T00:00:00", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (iso, zone);

  return time != NULL ? g_date_time_to_unix (time) * 1000 : -1;
}

static int
run (int argc, char **argv)
{
  g_autofree char *format_name = NULL;
  g_autofree char *group = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *path = NULL;
  gboolean names = FALSE;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table (default), csv or json", "FORMAT" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, "First day", "YYYY-MM-DD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, "Last day", "YYYY-MM-DD" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, "Only the people of this group", "GROUP" },
    { "names", 0, 0, G_OPTION_ARG_NONE, &names, "With people's names", NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "Write to FILE", "FILE" },
    { NULL },
  };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = NULL;
  g_autoptr (GArray) lessons = NULL;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (HihReport) report = NULL;
  g_autoptr (HihTable) table = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autofree char *text = NULL;
  HihTableFormat format = HIH_TABLE_FORMAT_TABLE;
  HihReportOptions options = { NULL };

  if (!hih_command_parse (&hih_command_report, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  if (format_name != NULL && !hih_table_format_parse (format_name, &format))
    return hih_command_fail_usage ("--format is table, csv or json");
  options.group = group;
  options.names = names;
  options.from_ms = from != NULL ? parse_day (from) : 0;
  options.to_ms = to != NULL ? parse_day (to) : 0;
  if (options.from_ms < 0 || options.to_ms < 0)
    return hih_command_fail_usage ("--from and --to are days such as 2026-11-23");
  if (options.to_ms > 0)
    options.to_ms += 24 * 3600 * 1000;
  report = hih_report_new (argv[1], &error);
  if (report == NULL)
    {
      g_autofree char *kinds = g_strjoinv (", ", (char **) hih_report_list_kinds ());

      return hih_command_fail_usage ("there is no report “%s”; there are: %s", argv[1], kinds);
    }
  catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);
  if (catalogue != NULL)
    {
      lessons = list_lessons (catalogue);
      options.lessons = (const HihReportLesson *) (void *) lessons->data;
      options.n_lessons = lessons->len;
    }
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  hih_report_load_async (report, records, &options, NULL, hih_records_wait_cb, &wait);
  table = hih_report_load_finish (report, hih_records_wait (&wait), &error);
  hih_records_close_sync (records, NULL);
  if (table == NULL)
    return hih_command_fail ("%s", error->message);
  text = hih_table_write (table, format);
  return hih_command_put (text, path);
}

const HihCommand hih_command_report = {
  "report",
  "KIND --format=table|csv|json [--from DATE --to DATE --group G --names] [-o FILE]",
  "Makes a report; KIND is completion",
  run,
};
