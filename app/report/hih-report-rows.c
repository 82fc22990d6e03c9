/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What kinds of reports have in common when they fill a table: one word for one thing in all of them. */
#include "config.h"

#include "hih-report-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * hih_report_get_pseudonym:
 * @pseudonym: (out): the end of the random part of the id
 */
void
hih_report_get_pseudonym (const HihId *person, char pseudonym[9])
{
  char id[HIH_ID_STRING_LENGTH + 1];

  hih_id_to_string (person, id);
  g_strlcpy (pseudonym, id + HIH_ID_STRING_LENGTH - 8, 9);
}

void
hih_report_add_person (HihTable *table, const HihTrainee *trainee, const HihReportOptions *options)
{
  char pseudonym[9];

  hih_report_get_pseudonym (&trainee->id, pseudonym);
  hih_table_add_text (table, options->names && *trainee->name != '\0' ? trainee->name : pseudonym);
}

const char *
hih_report_find_title (const HihReportOptions *options, const char *lesson)
{
  for (guint i = 0; i < options->n_lessons; i++)
    {
      if (strcmp (options->lessons[i].id, lesson) == 0)
        return options->lessons[i].title;
    }
  return lesson;
}

void
hih_report_add_lesson (HihTable *table, const char *lesson, const HihReportOptions *options)
{
  hih_table_add_choice (table, lesson, hih_report_find_title (options, lesson));
}

void
hih_report_add_completion (HihTable *table, HihCompletion completion)
{
  static const char *const words[] = { N_("Not started"), N_("Learning"), N_("With help"), N_("Able alone") };

  hih_table_add_choice (table, hih_completion_to_string (completion), _(words[completion]));
}

void
hih_report_add_real_phone (HihTable *table, HihRealPhone tick)
{
  const char *word = "";

  if (tick == HIH_REAL_PHONE_NOT_YET)
    word = _("Not yet");
  else if (tick == HIH_REAL_PHONE_WITH_HELP)
    word = _("With help");
  else if (tick == HIH_REAL_PHONE_ALONE)
    word = _("Alone");
  hih_table_add_choice (table, hih_real_phone_to_string (tick), word);
}

gboolean
hih_report_has_period (const HihReportOptions *options)
{
  return options->from_ms != 0 || options->to_ms != 0;
}

gboolean
hih_report_in_period (const HihReportOptions *options, gint64 at_ms)
{
  return at_ms >= options->from_ms && (options->to_ms == 0 || at_ms < options->to_ms);
}

const HihTrainee *
hih_report_find_trainee (const HihReportAnswers *answers, const HihId *trainee)
{
  for (guint i = 0; i < answers->trainees->len; i++)
    {
      const HihTrainee *one = answers->trainees->pdata[i];

      if (hih_id_equal (&one->id, trainee))
        return one;
    }
  return NULL;
}

GHashTable *
hih_report_sort_progress (const HihReportAnswers *answers)
{
  GHashTable *by_trainee = g_hash_table_new_full ((GHashFunc) hih_id_hash, (GEqualFunc) hih_id_equal, NULL,
                                                  (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < answers->progress->len; i++)
    {
      HihLessonProgress *progress = answers->progress->pdata[i];
      GPtrArray *list = g_hash_table_lookup (by_trainee, &progress->trainee);

      if (list == NULL)
        g_hash_table_insert (by_trainee, &progress->trainee, list = g_ptr_array_new ());
      g_ptr_array_add (list, progress);
    }
  return by_trainee;
}

GArray *
hih_report_list_lessons (const HihReportOptions *options, const HihReportAnswers *answers)
{
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (HihReportLesson));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < options->n_lessons; i++)
    {
      if (options->lesson != NULL && strcmp (options->lessons[i].id, options->lesson) != 0)
        continue;
      g_hash_table_add (seen, (char *) options->lessons[i].id);
      g_array_append_val (lessons, options->lessons[i]);
    }
  for (guint i = 0; i < answers->progress->len; i++)
    {
      const HihLessonProgress *p = answers->progress->pdata[i];
      HihReportLesson lesson = { p->lesson, p->lesson };

      if (options->lesson != NULL && strcmp (p->lesson, options->lesson) != 0)
        continue;
      if (g_hash_table_add (seen, (char *) p->lesson))
        g_array_append_val (lessons, lesson);
    }
  return lessons;
}

void
hih_report_add_statement (HihTable *table, const HihReportOptions *options, const HihTrainee *trainee,
                          const HihLessonProgress *progress)
{
  char pseudonym[9];
  HihTableStatement statement = { .actor = pseudonym, .lesson = progress->lesson, .success = -1 };

  hih_report_get_pseudonym (&trainee->id, pseudonym);
  statement.name = options->names && *trainee->name != '\0' ? trainee->name : NULL;
  statement.title = hih_report_find_title (options, progress->lesson);
  statement.language = options->language != NULL ? options->language : "en";
  statement.at_ms = progress->last_at_ms;
  switch (progress->completion)
    {
    case HIH_COMPLETION_ABLE_ALONE:
      statement.verb = "mastered";
      statement.success = 1;
      statement.at_ms = progress->able_at_ms;
      break;
    case HIH_COMPLETION_WITH_HELP:
      statement.verb = "completed";
      break;
    case HIH_COMPLETION_LEARNING:
      statement.verb = "attempted";
      break;
    case HIH_COMPLETION_NOT_STARTED:
    default:
      return;
    }
  hih_table_add_statement (table, &statement);
}
