/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a table says of people and lessons as statements of the Experience API 1.0.3 (IEEE 9274.1.1), for a learning
 * record store. The same fact has the same id each time it is written, so that a store that is given it twice keeps it
 * once. Verbs and the type of the activity are those of ADL's registry.
 */
#include "config.h"

#include "hih-json.h"
#include "hih-table-private.h"

/* The names of this program's things; they are names only, nothing has to stand there. */
#define HOME "https://handinhand.invalid/"
#define VERBS "http://adlnet.gov/expapi/verbs/"

/* A UUID of version 5 in form: what it names decides it. */
static void
append_id (GString *out, const HihTableStatement *statement, const char *home)
{
  g_autofree char *name = g_strdup_printf ("%s\n%s\n%s\n%s\n%" G_GINT64_FORMAT, home, statement->actor, statement->verb,
                                           statement->lesson, statement->at_ms);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA1, name, -1);

  g_string_append_printf (out, "\"%.8s-%.4s-5%.3s-a%.3s-%.12s\"", hash, hash + 8, hash + 13, hash + 17, hash + 20);
}

/* zh_CN as the web says it: zh-CN. */
static void
append_language (GString *out, const char *language)
{
  g_autofree char *tag = g_strdelimit (g_strdup (language), "_", '-');

  hih_json_append_string (out, tag);
}

static void
append_statement (GString *out, const HihTableStatement *statement, const char *home)
{
  g_autoptr (GDateTime) at = statement->at_ms != 0 ? g_date_time_new_from_unix_utc (statement->at_ms / 1000) : NULL;
  g_autofree char *time = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  g_autofree char *verb = g_strconcat (VERBS, statement->verb, NULL);
  g_autofree char *activity = g_strconcat (HOME "lessons/", statement->lesson, NULL);

  g_string_append (out, "{\"id\": ");
  append_id (out, statement, home);
  g_string_append (out, ",\n   \"actor\": {\"objectType\": \"Agent\", ");
  if (statement->name != NULL)
    {
      g_string_append (out, "\"name\": ");
      hih_json_append_string (out, statement->name);
      g_string_append (out, ", ");
    }
  g_string_append (out, "\"account\": {\"homePage\": \"" HOME "\", \"name\": ");
  hih_json_append_string (out, statement->actor);
  g_string_append (out, "}},\n   \"verb\": {\"id\": ");
  hih_json_append_string (out, verb);
  g_string_append (out, ", \"display\": {\"en\": ");
  hih_json_append_string (out, statement->verb);
  g_string_append (out, "}},\n   \"object\": {\"objectType\": \"Activity\", \"id\": ");
  hih_json_append_string (out, activity);
  g_string_append (out, ", \"definition\": {\"type\": \"http://adlnet.gov/expapi/activities/lesson\", \"name\": {");
  append_language (out, statement->language);
  g_string_append (out, ": ");
  hih_json_append_string (out, statement->title);
  g_string_append (out, "}}}");
  if (statement->success >= 0)
    g_string_append_printf (out, ",\n   \"result\": {\"success\": %s}", statement->success > 0 ? "true" : "false");
  if (time != NULL)
    g_string_append_printf (out, ",\n   \"timestamp\": \"%s\"", time);
  g_string_append_c (out, '}');
}

/* Returns: (transfer full): an array of statements, empty when the table says nothing of that kind */
char *
hih_table_write_xapi (HihTable *self)
{
  GString *out = g_string_new ("[");

  for (guint i = 0; i < hih_table_get_n_statements (self); i++)
    {
      g_string_append (out, i > 0 ? ",\n  " : "\n  ");
      append_statement (out, hih_table_get_statement (self, i), hih_table_get_home (self));
    }
  g_string_append (out, hih_table_get_n_statements (self) > 0 ? "\n]\n" : "]\n");
  return g_string_free (out, FALSE);
}
