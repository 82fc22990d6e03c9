/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition is read with the apps at hand: every name in it must be known there. */
#include "config.h"

#include "hih-app-private.h"
#include "hih-condition-private.h"
#include "hih-suggest.h"

#include <string.h>

#define MAX_TERMS 16
#define IN_APP "Write key=value, key!=value, screen=app/id or over=app/id, joined by spaces"
#define IN_LESSON "Write app.key=value, app.key!=value, screen=app/screen or over=app/dialog, joined by spaces"
#define WHITE " \t\r\n"

/* Cuts at spaces, but keeps what stands in single quotes together: draft='I am well'. */
static char *
next_term (const char **cursor)
{
  GString *term = g_string_new (NULL);
  gboolean quoted = FALSE;
  const char *p = *cursor;

  for (; *p != '\0' && (quoted || !g_ascii_isspace (*p)); p++)
    {
      if (*p == '\'')
        quoted = !quoted;
      else
        g_string_append_c (term, *p);
    }
  *cursor = p + strspn (p, WHITE);
  return g_string_free (term, FALSE);
}

static gboolean
read_place (HihTerm *term, const char *value, const char *app, HihAppSet *apps, char **error_text, char **mend)
{
  gboolean over = term->type == HIH_TERM_OVER;
  g_autofree char *name = NULL;
  HihScreen *screen;

  if (over && strcmp (value, "none") == 0)
    return TRUE;
  if (strchr (value, '/') == NULL && app != NULL)
    name = g_strdup_printf ("%s/%s", app, value);
  else
    name = g_strdup (value);
  screen = hih_app_set_find_screen (apps, name);
  if (screen == NULL || (screen->kind == HIH_SCREEN_PLAIN) == over)
    {
      *mend = strchr (name, '/') == NULL ? g_strdup (IN_LESSON)
                                         : hih_app_set_suggest_screen (apps, name, over ? HIH_SCREEN_DIALOG : HIH_SCREEN_PLAIN);
      *error_text = g_strdup_printf ("There is no %s “%s”", over ? "dialog or sheet" : "screen", name);
      return FALSE;
    }
  term->value = screen->name;
  return TRUE;
}

static gboolean
read_key (HihTerm *term, const char *name, const char *value, const char *app, HihAppSet *apps, char **error_text,
          char **mend)
{
  g_autofree char *full = strchr (name, '.') == NULL && app != NULL ? g_strdup_printf ("%s.%s", app, name)
                                                                    : g_strdup (name);
  HihKey *key = hih_app_set_find_key (apps, full);

  if (key == NULL)
    {
      *mend = strchr (full, '.') == NULL ? g_strdup (IN_LESSON) : hih_app_set_suggest_key (apps, full);
      *error_text = g_strdup_printf ("There is no key “%s”", full);
      return FALSE;
    }
  if (!hih_key_allows (key, value))
    {
      *mend = hih_key_suggest (key, value);
      *error_text = g_strdup_printf ("“%s” is never “%s”", full, value);
      return FALSE;
    }
  term->name = key->name;
  term->text = g_strdup (value);
  return TRUE;
}

static gboolean
read_term (HihTerm *term, char *text, const char *app, HihAppSet *apps, char **error_text, char **mend)
{
  char *sign = strchr (text, '=');
  const char *value;

  if (sign == NULL || sign == text || (sign == text + 1 && *text == '!'))
    {
      *mend = g_strdup (app != NULL ? IN_APP : IN_LESSON);
      *error_text = g_strdup_printf ("“%s” is no comparison", text);
      return FALSE;
    }
  value = sign + 1;
  term->negative = sign[-1] == '!';
  sign[term->negative ? -1 : 0] = '\0';
  if (strcmp (text, "screen") == 0)
    term->type = HIH_TERM_SCREEN;
  else if (strcmp (text, "over") == 0)
    term->type = HIH_TERM_OVER;
  else
    return read_key (term, text, value, app, apps, error_text, mend);
  return read_place (term, value, app, apps, error_text, mend);
}

/**
 * hih_condition_parse:
 * @text: such as `screen=chat/talk call!=none`; a value with spaces stands in single quotes
 * @app: (nullable): whom bare keys and screens belong to
 * @error_text: (out) (transfer full): English, for the author of the file
 * @mend: (out) (transfer full): the same: what to write
 *
 * Returns: (transfer full) (nullable): the condition, or %NULL with @error_text and @mend set
 */
HihCondition *
hih_condition_parse (const char *text, const char *app, HihAppSet *apps, char **error_text, char **mend)
{
  g_autoptr (HihCondition) self = hih_condition_new (text);
  const char *cursor = text + strspn (text, WHITE);

  *error_text = *mend = NULL;
  while (*cursor != '\0')
    {
      g_autofree char *piece = next_term (&cursor);
      HihTerm term = { HIH_TERM_KEY };

      if (!read_term (&term, piece, app, apps, error_text, mend))
        return NULL;
      g_array_append_val (self->terms, term);
      if (self->terms->len > MAX_TERMS)
        {
          *mend = g_strdup ("Ask for less at once, or for one key that says all of it");
          *error_text = g_strdup_printf ("More than %d comparisons", MAX_TERMS);
          return NULL;
        }
    }
  if (self->terms->len == 0)
    {
      *mend = g_strdup (app != NULL ? IN_APP : IN_LESSON);
      *error_text = g_strdup ("The condition is empty");
      return NULL;
    }
  return g_steal_pointer (&self);
}
