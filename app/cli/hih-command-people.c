/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom and which group a command means, and what the place is called. */
#include "config.h"

#include "hih-command.h"

#include "hih-paths.h"
#include "hih-report.h"

#include <string.h>

char *
hih_command_dup_home_name (void)
{
  g_autofree char *path = g_build_filename (hih_paths_get_data_dir (), "settings.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;
  g_autoptr (GVariant) value = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  text = g_key_file_get_value (file, "settings", "home-name", NULL);
  value = text != NULL ? g_variant_parse (G_VARIANT_TYPE_STRING, text, NULL, NULL, NULL) : NULL;
  return value != NULL ? g_variant_dup_string (value, NULL) : NULL;
}

gboolean
hih_command_check_group (HihRecords *records, const char *group)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GPtrArray) groups = NULL;

  hih_records_list_groups_async (records, NULL, hih_records_wait_cb, &wait);
  groups = hih_records_list_groups_finish (records, hih_records_wait (&wait), NULL);
  for (guint i = 0; groups != NULL && i < groups->len; i++)
    {
      if (strcmp (((HihGroup *) groups->pdata[i])->name, group) == 0)
        return TRUE;
    }
  hih_command_fail ("there is no group “%s” (see: hih trainee list)", group);
  return FALSE;
}

GPtrArray *
hih_command_list_people (HihRecords *records, const char *group)
{
  g_auto (HihRecordsWait) wait = HIH_RECORDS_WAIT_INIT;
  g_autoptr (GError) error = NULL;
  GPtrArray *people;

  hih_records_list_trainees_async (records, group, NULL, hih_records_wait_cb, &wait);
  people = hih_records_list_trainees_finish (records, hih_records_wait (&wait), &error);
  if (people == NULL)
    hih_command_fail ("%s", error->message);
  return people;
}

HihTrainee *
hih_command_find_person (HihRecords *records, const char *who)
{
  g_autoptr (GPtrArray) people = hih_command_list_people (records, NULL);
  HihTrainee *found = NULL;
  guint n = 0;

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      HihTrainee *trainee = people->pdata[i];
      char pseudonym[9];

      hih_report_get_pseudonym (&trainee->id, pseudonym);
      if (strcmp (trainee->name, who) != 0 && strcmp (pseudonym, who) != 0)
        continue;
      found = trainee;
      n++;
    }
  if (n == 1)
    return hih_trainee_ref (found);
  if (n > 1)
    hih_command_fail ("%u people are called “%s”; say which by the eight digits of a report without --names", n, who);
  else if (people != NULL)
    hih_command_fail ("nobody here is called “%s” (see: hih trainee list)", who);
  return NULL;
}
