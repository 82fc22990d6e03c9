/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-notice.h"

#include "hih-local-way.h"

#include <glib/gi18n.h>

static GBytes *
find (const char *version, const char *language)
{
  g_autofree char *path = g_strdup_printf ("/org/handinhand/HandInHand/home/notices/%s.%s.txt", version, language);

  return g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static void
fill_in (GString *text, const char *place, const char *words)
{
  g_string_replace (text, place, words, 0);
}

char *
hih_notice_dup_text (HihContext *context, const char *version)
{
  HihSettings *settings = hih_context_get_settings (context);
  g_autofree char *home = hih_settings_dup_string (settings, HIH_SETTING_HOME_NAME);
  g_autofree char *desk = hih_local_way_dup_words (hih_context_get_home_card (context));
  g_autofree char *months = g_strdup_printf ("%d", hih_settings_get_int (settings, HIH_SETTING_RETENTION_MONTHS));
  g_autoptr (GBytes) bytes = version != NULL ? find (version, hih_context_get_language (context)) : NULL;
  g_autoptr (GString) text = NULL;

  if (bytes == NULL)
    bytes = find (HIH_NOTICE, hih_context_get_language (context));
  if (bytes == NULL)
    bytes = find (HIH_NOTICE, "en");
  text = g_string_new_len (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  g_string_truncate (text, text->len > 0 ? text->len - 1 : 0);
  fill_in (text, "{home}", *home != '\0' ? home : _("this home"));
  if (desk != NULL)
    g_strdelimit (desk, "\n", ' ');
  fill_in (text, "{desk}", desk != NULL ? desk : _("the instructor"));
  fill_in (text, "{months}", months);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
