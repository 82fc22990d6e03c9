/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih lesson list: the lessons on this computer. */
#include "config.h"

#include "hih-catalogue.h"
#include "hih-command.h"
#include "hih-locale.h"
#include "hih-paths.h"
#include "hih-table.h"

#include <glib/gi18n-lib.h>

extern const HihCommand hih_command_lesson_list;

static int
run (int argc, char **argv)
{
  g_autofree char *format_name = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, "table (default), csv or json", "FORMAT" },
    { NULL },
  };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihCatalogue) catalogue = NULL;
  g_autoptr (HihTable) table = hih_table_new ();
  g_autofree char *text = NULL;
  const char *language = hih_locale_get_language ();
  HihTableFormat format = HIH_TABLE_FORMAT_TABLE;
  GPtrArray *topics;

  if (!hih_command_parse (&hih_command_lesson_list, entries, &argc, &argv, 0, 0))
    return HIH_EXIT_USAGE;
  if (format_name != NULL && !hih_table_format_parse (format_name, &format))
    return hih_command_fail_usage ("--format is table, csv or json");
  catalogue = hih_catalogue_load (hih_paths_get_lessons_dir (), issues);
  hih_command_print_issues (issues);
  if (catalogue == NULL)
    return hih_command_fail ("no lessons in %s", hih_paths_get_lessons_dir ());

  hih_table_add_column (table, "lesson", _("Lesson"));
  hih_table_add_column (table, "topic", _("Topic"));
  hih_table_add_column (table, "title", _("Title"));
  hih_table_add_column (table, "steps", _("Steps"));
  hih_table_add_column (table, "minutes", _("Minutes"));
  hih_table_add_column (table, "region", _("Region"));
  hih_table_add_column (table, "checked", _("Checked"));
  topics = hih_catalogue_get_topics (catalogue);
  for (guint i = 0; i < topics->len; i++)
    {
      const HihTopic *topic = topics->pdata[i];

      for (guint k = 0; k < topic->lessons->len; k++)
        {
          HihLesson *lesson = topic->lessons->pdata[k];
          const char *region = hih_lesson_get_region (lesson), *checked = hih_lesson_get_checked (lesson);

          hih_table_begin_row (table);
          hih_table_add_text (table, hih_lesson_get_id (lesson));
          hih_table_add_choice (table, topic->id, hih_text_get (topic->title, language));
          hih_table_add_text (table, hih_text_get (hih_lesson_get_title (lesson), language));
          hih_table_add_number (table, hih_lesson_get_n_steps (lesson));
          hih_table_add_number (table, hih_lesson_get_minutes (lesson));
          hih_table_add_text (table, region != NULL ? region : "");
          hih_table_add_text (table, checked != NULL ? checked : "");
        }
    }
  text = hih_table_write (table, format);
  return hih_command_put (text, NULL);
}

const HihCommand hih_command_lesson_list = {
  "lesson list",
  "[--format=table|csv|json]",
  "Lists the lessons on this computer",
  run,
};
