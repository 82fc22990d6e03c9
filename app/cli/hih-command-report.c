/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih report: one of the kinds of report/, in one of the formats of its table. */
#include "config.h"

#include "hih-catalogue.h"
#include "hih-command.h"
#include "hih-locale.h"
#include "hih-paths.h"
#include "hih-period.h"
#include "hih-report.h"

#include <glib-unix.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

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

typedef struct
{
  gint64 begun_us;
  gboolean shown;
} Bar;

/* Only what takes over a second is worth a bar. */
static void
progress_cb (double share, gpointer data)
{
  Bar *bar = data;

  if (!bar->shown && g_get_monotonic_time () - bar->begun_us < G_USEC_PER_SEC)
    return;
  bar->shown = TRUE;
  hih_command_show_bar ("report", share);
}

/* Control-C takes back what was begun: nothing is left lying beside the file. */
static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
save (HihTable *table, HihTableFormat format, const char *path, GError **error)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  Bar bar = { .begun_us = g_get_monotonic_time () };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, cancellable);
  guint termination = g_unix_signal_add (SIGTERM, interrupted_cb, cancellable);
  gboolean saved;

  hih_table_save_async (table, format, path, isatty (STDERR_FILENO) ? progress_cb : NULL, &bar, cancellable,
                        hih_records_wait_cb, &wait);
  saved = hih_table_save_finish (table, hih_records_wait (&wait), error);
  g_source_remove (interrupt);
  g_source_remove (termination);
  if (bar.shown)
    {
      if (saved)
        hih_command_show_bar ("report", 1);
      g_printerr ("\n");
    }
  return saved;
}

/* To standard output or into a pipe: made whole first, then poured out. */
static int
pour (HihTable *table, HihTableFormat format, const char *path)
{
  g_autofree char *dir = NULL;
  g_autofree char *made = NULL;
  g_autofree char *data = NULL;
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  gboolean done;

  if (hih_table_format_is_text (format))
    {
      data = hih_table_write (table, format);
      return hih_command_put (data, path);
    }
  dir = g_dir_make_tmp ("hih-report-XXXXXX", &error);
  if (dir == NULL)
    return hih_command_fail ("%s", error->message);
  made = g_build_filename (dir, "report", NULL);
  done = save (table, format, made, &error) && g_file_get_contents (made, &data, &length, &error);
  g_unlink (made);
  g_rmdir (dir);
  return done ? hih_command_put_data (data, length, path) : hih_command_fail ("%s", error->message);
}

static int
write_out (HihTable *table, HihTableFormat format, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL || strcmp (path, "-") == 0)
    return pour (table, format, NULL);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
      !g_file_test (path, G_FILE_TEST_IS_DIR))
    return pour (table, format, path);
  return save (table, format, path, &error) ? HIH_EXIT_DONE : hih_command_fail ("%s", error->message);
}

/* What was said on the command line. */
typedef struct
{
  char *format;
  char *group;
  char *from;
  char *to;
  char *path;
  char *who;
  char *lesson;
  char *home;
  gboolean names;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->format);
  g_free (words->group);
  g_free (words->from);
  g_free (words->to);
  g_free (words->path);
  g_free (words->who);
  g_free (words->lesson);
  g_free (words->home);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
is_stdout (const char *path)
{
  return path == NULL || strcmp (path, "-") == 0 || strcmp (path, "/dev/stdout") == 0;
}

/* What can be seen without opening the records. Returns an exit code. */
static int
check (const Words *words, HihReport *report, HihTableFormat *format, HihReportOptions *options)
{
  HihReportClass *klass = HIH_REPORT_GET_CLASS (report);

  if (words->format != NULL && !hih_table_format_parse (words->format, format))
    return hih_command_fail_usage ("--format is table, csv, xlsx, pdf, json or xapi");
  if (!hih_table_format_is_text (*format) && is_stdout (words->path) && isatty (STDOUT_FILENO))
    return hih_command_fail_usage ("--format=%s is not for a terminal; say where it shall lie: -o FILE.%s",
                                   words->format, words->format);
  options->group = words->group;
  options->names = words->names;
  options->home = words->home;
  options->lesson = words->lesson;
  options->from_ms = words->from != NULL ? hih_period_parse_day (words->from, FALSE) : 0;
  options->to_ms = words->to != NULL ? hih_period_parse_day (words->to, TRUE) : 0;
  if (options->from_ms < 0 || options->to_ms < 0)
    return hih_command_fail_usage ("--from and --to are days such as 2026-11-23");
  if (options->to_ms > 0 && options->to_ms <= options->from_ms)
    return hih_command_fail_usage ("--to is before --from");
  if (klass->choice == HIH_REPORT_CHOICE_PERSON && words->who == NULL)
    return hih_command_fail_usage ("a report of one person needs --who NAME");
  return HIH_EXIT_DONE;
}

/* What only the records and the lessons can tell. Returns an exit code. */
static int
check_with (const Words *words, HihRecords *records, HihReportOptions *options)
{
  if (words->group != NULL && !hih_command_check_group (records, words->group))
    return HIH_EXIT_FAILED;
  if (words->lesson != NULL && options->catalogue != NULL &&
      hih_catalogue_find (options->catalogue, words->lesson) == NULL)
    return hih_command_fail ("no lesson is called %s (see: hih lesson list)", words->lesson);
  if (words->who != NULL)
    {
      g_autoptr (HihTrainee) person = hih_command_find_person (records, words->who);

      if (person == NULL)
        return HIH_EXIT_FAILED;
      options->trainee = person->id;
    }
  return HIH_EXIT_DONE;
}

static int
make (const Words *words, HihReport *report, HihRecords *records, HihTableFormat format, HihReportOptions *options)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihTable) table = NULL;
  g_autoptr (GError) error = NULL;
  int code = check_with (words, records, options);

  if (code != HIH_EXIT_DONE)
    return code;
  hih_report_load_async (report, records, options, NULL, hih_records_wait_cb, &wait);
  table = hih_report_load_finish (report, hih_records_wait (&wait), &error);
  if (table == NULL)
    return hih_command_fail ("%s", error->message);
  if (format == HIH_TABLE_FORMAT_XAPI && !hih_table_has_statements (table) && hih_table_get_n_rows (table) > 0 &&
      !HIH_REPORT_GET_CLASS (report)->stated)
    return hih_command_fail ("a report of this kind says nothing of people and lessons: there is no xAPI of it");
  return write_out (table, format, words->path);
}

static int
run (int argc, char **argv)
{
  g_auto (Words) words = { NULL };
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &words.format, "table (default), csv, xlsx, pdf, json or xapi", "FORMAT" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words.from, "First day", "YYYY-MM-DD" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &words.to, "Last day", "YYYY-MM-DD" },
    { "group", 0, 0, G_OPTION_ARG_STRING, &words.group, "Only the people of this group", "GROUP" },
    { "lesson", 0, 0, G_OPTION_ARG_STRING, &words.lesson, "Only this lesson", "LESSON" },
    { "who", 0, 0, G_OPTION_ARG_STRING, &words.who, "Only this person", "NAME" },
    { "home", 0, 0, G_OPTION_ARG_STRING, &words.home, "What this place is called, for the head of XLSX and PDF", "NAME" },
    { "names", 0, 0, G_OPTION_ARG_NONE, &words.names, "With people's names", NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &words.path, "Write to FILE", "FILE" },
    { NULL },
  };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = NULL;
  g_autoptr (GArray) lessons = NULL;
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (HihReport) report = NULL;
  HihTableFormat format = HIH_TABLE_FORMAT_TABLE;
  HihReportOptions options = { NULL };
  int code;

  if (!hih_command_parse (&hih_command_report, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  report = hih_report_new (argv[1], NULL);
  if (report == NULL)
    {
      g_autofree char *kinds = g_strjoinv (", ", (char **) hih_report_list_kinds ());

      return hih_command_fail_usage ("there is no report “%s”; there are: %s", argv[1], kinds);
    }
  code = check (&words, report, &format, &options);
  if (code != HIH_EXIT_DONE)
    return code;
  options.language = hih_locale_get_language ();
  if (words.home == NULL)
    options.home = words.home = hih_command_dup_home_name ();
  catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);
  if (catalogue != NULL)
    {
      lessons = list_lessons (catalogue);
      options.catalogue = catalogue;
      options.lessons = (const HihReportLesson *) (void *) lessons->data;
      options.n_lessons = lessons->len;
    }
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  code = make (&words, report, records, format, &options);
  hih_records_close_sync (records, NULL);
  return code;
}

const HihCommand hih_command_report = {
  "report",
  "KIND --format=table|csv|xlsx|pdf|json|xapi [--from DATE --to DATE --group G --lesson L --who P --names] [-o FILE]",
  "Makes a report; KIND is ledger, completion, class-sheet, lesson-steps, rechecks, person or certificate",
  run,
};
