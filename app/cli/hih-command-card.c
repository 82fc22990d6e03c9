/* SPDX-License-Identifier: GPL-3.0-or-later */
/* hih card step, hih card login: cards on paper, as PDF. Certificates are a report: hih report certificate. */
#include "config.h"

#include "hih-card-file.h"
#include "hih-command.h"
#include "hih-display.h"
#include "hih-file.h"
#include "hih-home-card.h"
#include "hih-locale.h"
#include "hih-paths.h"

extern const HihCommand hih_command_card_step;
extern const HihCommand hih_command_card_login;

static gboolean
is_pdf (const char *path)
{
  return path != NULL && g_str_has_suffix (path, ".pdf");
}

/* The local card, and the person of --who if one was said. Without --who, where there are no records none are made.
 * FALSE after a line on stderr. */
static gboolean
ask_records (const char *who, HihTrainee **person, HihHomeCard **card)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (HihRecords) records = NULL;

  if (who == NULL && !hih_records_are_in (hih_paths_get_data_dir ()))
    return TRUE;
  records = hih_command_open_records ();
  if (records == NULL)
    return FALSE;
  hih_records_get_home_card_async (records, NULL, hih_records_wait_cb, &wait);
  *card = hih_records_get_home_card_finish (records, hih_records_wait (&wait), NULL);
  if (who != NULL)
    *person = hih_command_find_person (records, who);
  hih_records_close_sync (records, NULL);
  return who == NULL || *person != NULL;
}

static int
run_step (int argc, char **argv)
{
  g_autofree char *who = NULL;
  g_autofree char *home = NULL;
  g_autofree char *path = NULL;
  g_auto (GStrv) contacts = NULL;
  const GOptionEntry entries[] = {
    { "who", 0, 0, G_OPTION_ARG_STRING, &who, "Whose card it is", "NAME" },
    { "contact", 0, 0, G_OPTION_ARG_STRING_ARRAY, &contacts, "Whom they call, in place of what is kept of them; up to three times", "NAME" },
    { "home", 0, 0, G_OPTION_ARG_STRING, &home, "What this place is called", "NAME" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "The card", "FILE.pdf" },
    { NULL },
  };
  g_autoptr (HihLesson) lesson = NULL;
  g_autoptr (HihTrainee) person = NULL;
  g_autoptr (HihHomeCard) card = NULL;
  g_autoptr (GError) error = NULL;

  if (!hih_command_parse (&hih_command_card_step, entries, &argc, &argv, 1, 1))
    return HIH_EXIT_USAGE;
  if (!is_pdf (path))
    return hih_command_fail_usage ("card step: say where the card shall lie: -o FILE.pdf");
  lesson = hih_command_load_lesson (argv[1]);
  if (lesson == NULL || !ask_records (who, &person, &card))
    return HIH_EXIT_FAILED;
  if (home == NULL)
    home = hih_command_dup_home_name ();
  if (!hih_file_check_place (path, &error) || !hih_display_start (&error) ||
      !hih_card_file_write_steps (lesson, hih_locale_get_language (), person != NULL ? person->name : NULL,
                                  person != NULL ? person->picture : NULL, home, card,
                                  contacts == NULL && person != NULL ? person->family : (const char *const *) contacts, path,
                                  &error))
    return hih_command_fail ("%s", error->message);
  return HIH_EXIT_DONE;
}

static int
run_login (int argc, char **argv)
{
  g_autofree char *group = NULL;
  g_autofree char *home = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, "Only the people of this group", "GROUP" },
    { "home", 0, 0, G_OPTION_ARG_STRING, &home, "What this place is called", "NAME" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, "The cards, eight a sheet", "FILE.pdf" },
    { NULL },
  };
  g_autoptr (HihRecords) records = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GError) error = NULL;

  if (!hih_command_parse (&hih_command_card_login, entries, &argc, &argv, 0, 0))
    return HIH_EXIT_USAGE;
  if (!is_pdf (path))
    return hih_command_fail_usage ("card login: say where the cards shall lie: -o FILE.pdf");
  records = hih_command_open_records ();
  if (records == NULL)
    return HIH_EXIT_FAILED;
  if (group == NULL || hih_command_check_group (records, group))
    people = hih_command_list_people (records, group);
  hih_records_close_sync (records, NULL);
  if (people == NULL)
    return HIH_EXIT_FAILED;
  if (people->len == 0)
    return hih_command_fail ("there is nobody here to make cards for");
  if (home == NULL)
    home = hih_command_dup_home_name ();
  if (!hih_file_check_place (path, &error) || !hih_display_start (&error) ||
      !hih_card_file_write_login (people, home, path, &error))
    return hih_command_fail ("%s", error->message);
  return HIH_EXIT_DONE;
}

const HihCommand hih_command_card_step = {
  "card step",
  "LESSON [--who NAME] [--contact NAME]… -o FILE.pdf",
  "Makes the take-home card of a lesson",
  run_step,
};

const HihCommand hih_command_card_login = {
  "card login",
  "[--group G] -o FILE.pdf",
  "Makes the cards with everybody's picture and name",
  run_login,
};
