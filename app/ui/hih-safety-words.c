/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-safety-words.h"

#include "hih-error-text.h"

#include <glib/gi18n.h>

#define DAY_MS G_GINT64_CONSTANT (86400000)

char *
hih_moment_dup (gint64 at_ms)
{
  g_autoptr (GDateTime) at = at_ms > 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;

  /* translators: a day and an hour, as g_date_time_format() writes them */
  return at != NULL ? g_date_time_format (at, _("%B %-e, %-H:%M")) : g_strdup ("");
}

char *
hih_moment_dup_exact (gint64 at_ms)
{
  g_autoptr (GDateTime) at = at_ms > 0 ? g_date_time_new_from_unix_local (at_ms / 1000) : NULL;

  /* translators: a day and an hour with its seconds, as g_date_time_format() writes them */
  return at != NULL ? g_date_time_format (at, _("%B %-e, %-H:%M:%S")) : g_strdup ("");
}

char *
hih_found_dup_words (HihRecordsFound found, gint64 restored_at_ms)
{
  g_autofree char *from = hih_moment_dup (restored_at_ms);

  if (found == HIH_RECORDS_RESTORED)
    /* translators: a day and an hour */
    return g_strdup_printf (_("The book of what was practised was damaged. Its newest good copy, of %s, is in its place "
                              "now. You need do nothing, just practise. Please tell whoever looks after this computer."),
                            from);
  if (found == HIH_RECORDS_LOST)
    return g_strdup (_("The book of what was practised was damaged, and there is no good copy of it. A new one was begun, "
                       "and the old one is kept. You need do nothing, just practise. Please tell whoever looks after this "
                       "computer."));
  return NULL;
}

void
hih_damage_note (HihSettings *settings, HihRecords *records, gint64 now_ms)
{
  HihRecordsFound found = hih_records_get_found (records);
  const char *path = hih_records_get_damaged_path (records);

  if (found == HIH_RECORDS_RESTORED || found == HIH_RECORDS_LOST)
    hih_settings_set_value (settings, HIH_SETTING_DAMAGE,
                            g_variant_new ("(xxs)", now_ms, hih_records_get_restored_at_ms (records),
                                           path != NULL ? path : ""));
}

char *
hih_damage_dup_words (HihSettings *settings)
{
  g_autoptr (GVariant) value = hih_settings_dup_value (settings, HIH_SETTING_DAMAGE);
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *at = NULL, *from = NULL;
  gint64 at_ms, from_ms;
  const char *path;

  g_variant_get (value, "(xx&s)", &at_ms, &from_ms, &path);
  if (at_ms == 0)
    return NULL;
  at = hih_moment_dup (at_ms);
  from = hih_moment_dup (from_ms);
  if (from_ms != 0)
    /* translators: two days with their hours: when it was found, of when the copy is */
    g_string_append_printf (words, _("On %s the records could not be read, and the good copy of %s was put in their place. "
                                     "What was noted between the two is missing: please note anew what you know of."),
                            at, from);
  else
    /* translators: a day and an hour */
    g_string_append_printf (words, _("On %s the records could not be read, and there was no good copy. New, empty ones were "
                                     "begun. If there is a copy on another disk, put it back under This home."), at);
  if (*path != '\0')
    {
      g_string_append_c (words, '\n');
      /* translators: the path of a file */
      g_string_append_printf (words, _("The damaged file is kept: %s"), path);
    }
  if (from_ms != 0)
    {
      g_string_append_c (words, '\n');
      g_string_append (words, _("Whoever was erased in between may be in it again, if that could not be read: look for them, "
                                "and erase them once more."));
    }
  g_string_append_c (words, '\n');
  g_string_append (words, _("If this happens again, the disk may be failing: make a copy on another disk."));
  return g_strdup (words->str);
}

void
hih_damage_forget (HihSettings *settings)
{
  hih_settings_set_value (settings, HIH_SETTING_DAMAGE, g_variant_new ("(xxs)", G_GINT64_CONSTANT (0),
                                                                       G_GINT64_CONSTANT (0), ""));
}

char *
hih_backup_dup_words (gint64 backup_at_ms, int fault, gint64 now_ms, gboolean *warns)
{
  gint64 age_ms = now_ms - backup_at_ms;
  guint n_days = age_ms > 0 ? (guint) (age_ms / DAY_MS) : 0;

  *warns = fault >= 0 || backup_at_ms == 0 || age_ms > HIH_BACKUP_OLD_MS;
  if (fault >= 0)
    {
      g_autoptr (GError) error = g_error_new_literal (HIH_RECORDS_ERROR, fault, "");

      /* translators: why, in a sentence */
      return g_strdup_printf (_("The last copy of the records could not be made. %s"), hih_error_get_text (error));
    }
  if (backup_at_ms == 0)
    return g_strdup (_("There is no copy of the records yet."));
  if (n_days == 0)
    return g_strdup (_("The newest copy of the records is less than a day old."));
  return g_strdup_printf (ngettext ("The newest copy of the records is %u day old.",
                                    "The newest copy of the records is %u days old.", n_days), n_days);
}
