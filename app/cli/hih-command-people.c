/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom and which group a command means, and what the place is called. */
#include "config.h"

#include "hih-command.h"

#include "hih-paths.h"
#include "hih-privacy.h"
#include "hih-report.h"

#include <string.h>

/* (nullable): a value of the window's settings */
static GVariant *
read_setting (const char *key, const GVariantType *type)
{
  g_autofree char *path = g_build_filename (hih_paths_get_data_dir (), "settings.ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return NULL;
  text = g_key_file_get_value (file, "settings", key, NULL);
  return text != NULL ? g_variant_parse (type, text, NULL, NULL, NULL) : NULL;
}

char *
hih_command_dup_home_name (void)
{
  g_autoptr (GVariant) value = read_setting ("home-name", G_VARIANT_TYPE_STRING);

  return value != NULL ? g_variant_dup_string (value, NULL) : NULL;
}

guint
hih_command_get_retention_months (void)
{
  g_autoptr (GVariant) value = read_setting ("retention-months", G_VARIANT_TYPE_INT32);
  gint32 months = value != NULL ? g_variant_get_int32 (value) : 0;

  return months >= 1 && months <= HIH_RETENTION_MAX_MONTHS ? (guint) months : HIH_RETENTION_MONTHS;
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

/* What tells one of several from the others. */
static void
add_choice (GString *ids, const HihTrainee *trainee, const char *pseudonym)
{
  g_autofree char *groups = g_strjoinv (", ", (char **) trainee->groups);

  g_string_append_printf (ids, "%s%s", ids->len > 0 ? "; " : "", pseudonym);
  if (*groups != '\0')
    g_string_append_printf (ids, " (%s)", groups);
}

HihTrainee *
hih_command_find_person (HihRecords *records, const char *who)
{
  g_autoptr (GPtrArray) people = hih_command_list_people (records, NULL);
  g_autoptr (GString) ids = g_string_new (NULL);
  HihTrainee *found = NULL;
  HihId id;
  gboolean is_id = hih_id_parse (&id, who);
  guint n = 0;

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      HihTrainee *trainee = people->pdata[i];
      char pseudonym[9];

      hih_report_get_pseudonym (&trainee->id, pseudonym);
      if (is_id ? !hih_id_equal (&trainee->id, &id) : strcmp (trainee->name, who) != 0 && strcmp (pseudonym, who) != 0)
        continue;
      found = trainee;
      add_choice (ids, trainee, pseudonym);
      n++;
    }
  if (n == 1)
    return hih_trainee_ref (found);
  if (n > 1)
    hih_command_fail ("%u people are called “%s”; say which by the eight digits: %s", n, who, ids->str);
  else if (people != NULL)
    hih_command_fail ("nobody here is called “%s” (see: hih trainee list)", who);
  return NULL;
}
