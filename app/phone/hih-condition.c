/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition is a short list of comparisons, all of which must hold. No or, no arithmetic: two handlers do for or. */
#include "config.h"

#include "hih-condition.h"

#include "hih-app-private.h"
#include "hih-suggest.h"

#include <string.h>

#define MAX_TERMS 16
#define WHITE " \t\r\n"

typedef enum
{
  TERM_KEY,
  TERM_SCREEN,
  TERM_OVER,
} TermType;

typedef struct
{
  TermType type;
  gboolean negative;
  const char *name;  /* interned: "app.key" */
  const char *value; /* interned: a screen, NULL for over=none */
  char *text;        /* what a key is compared with */
} Term;

struct _HihCondition
{
  char *text;
  GArray *terms; /* (element-type Term) */
};

static void
term_clear (gpointer data)
{
  g_free (((Term *) data)->text);
}

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
read_place (Term *term, const char *value, const char *app, HihAppSet *apps, char **error_text)
{
  gboolean over = term->type == TERM_OVER;
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
      g_autofree char *mend = hih_app_set_suggest_screen (apps, name, over ? HIH_SCREEN_DIALOG : HIH_SCREEN_PLAIN);

      *error_text = g_strdup_printf ("There is no %s “%s”. %s", over ? "dialog or sheet" : "screen", name, mend);
      return FALSE;
    }
  term->value = screen->name;
  return TRUE;
}

static gboolean
read_key (Term *term, const char *name, const char *value, const char *app, HihAppSet *apps, char **error_text)
{
  g_autofree char *full = strchr (name, '.') == NULL && app != NULL ? g_strdup_printf ("%s.%s", app, name)
                                                                    : g_strdup (name);
  HihKey *key = hih_app_set_find_key (apps, full);

  if (key == NULL)
    {
      g_autofree char *mend = hih_app_set_suggest_key (apps, full);

      *error_text = g_strdup_printf ("There is no key “%s”. %s", full, mend);
      return FALSE;
    }
  if (!hih_key_allows (key, value))
    {
      g_autofree char *mend = hih_key_suggest (key, value);

      *error_text = g_strdup_printf ("“%s” is never “%s”. %s", full, value, mend);
      return FALSE;
    }
  term->name = key->name;
  term->text = g_strdup (value);
  return TRUE;
}

static gboolean
read_term (Term *term, char *text, const char *app, HihAppSet *apps, char **error_text)
{
  char *sign = strchr (text, '=');
  const char *value;

  if (sign == NULL || sign == text || (sign == text + 1 && *text == '!'))
    {
      *error_text = g_strdup_printf ("“%s” is no comparison", text);
      return FALSE;
    }
  value = sign + 1;
  term->negative = sign[-1] == '!';
  sign[term->negative ? -1 : 0] = '\0';
  if (strcmp (text, "screen") == 0)
    term->type = TERM_SCREEN;
  else if (strcmp (text, "over") == 0)
    term->type = TERM_OVER;
  else
    return read_key (term, text, value, app, apps, error_text);
  return read_place (term, value, app, apps, error_text);
}

/**
 * hih_condition_parse:
 * @text: such as `screen=chat/talk call!=none`; a value with spaces stands in single quotes
 * @app: (nullable): whom bare keys and screens belong to
 * @error_text: (out) (transfer full): English, for the author of the file
 *
 * Returns: (transfer full) (nullable): the condition, or %NULL with @error_text set
 */
HihCondition *
hih_condition_parse (const char *text, const char *app, HihAppSet *apps, char **error_text)
{
  g_autoptr (HihCondition) self = g_new0 (HihCondition, 1);
  const char *cursor = text + strspn (text, WHITE);

  *error_text = NULL;
  self->text = g_strdup (text);
  self->terms = g_array_new (FALSE, TRUE, sizeof (Term));
  g_array_set_clear_func (self->terms, term_clear);
  while (*cursor != '\0')
    {
      g_autofree char *piece = next_term (&cursor);
      Term term = { TERM_KEY };

      if (!read_term (&term, piece, app, apps, error_text))
        return NULL;
      g_array_append_val (self->terms, term);
      if (self->terms->len > MAX_TERMS)
        {
          *error_text = g_strdup_printf ("More than %d comparisons", MAX_TERMS);
          return NULL;
        }
    }
  if (self->terms->len == 0)
    {
      *error_text = g_strdup ("The condition is empty");
      return NULL;
    }
  return g_steal_pointer (&self);
}

static gboolean
term_holds (const Term *term, HihPhoneState *state)
{
  switch (term->type)
    {
    case TERM_SCREEN:
      return g_strcmp0 (hih_phone_state_get_screen (state), term->value) == 0;
    case TERM_OVER:
      return g_strcmp0 (hih_phone_state_get_over (state), term->value) == 0;
    case TERM_KEY:
    default:
      return g_strcmp0 (hih_phone_state_get (state, term->name), term->text) == 0;
    }
}

/**
 * hih_condition_holds:
 *
 * Returns: whether every comparison is true in @state
 */
gboolean
hih_condition_holds (const HihCondition *self, HihPhoneState *state)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      if (term_holds (term, state) == term->negative)
        return FALSE;
    }
  return TRUE;
}

/**
 * hih_condition_excludes:
 *
 * Returns: whether @self and @other never hold at once, as one look at their comparisons shows
 */
gboolean
hih_condition_excludes (const HihCondition *self, const HihCondition *other)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *a = &g_array_index (self->terms, Term, i);

      for (guint k = 0; k < other->terms->len; k++)
        {
          const Term *b = &g_array_index (other->terms, Term, k);
          gboolean same = g_strcmp0 (a->text, b->text) == 0 && a->value == b->value;

          if (a->type == b->type && a->name == b->name
              && (same ? a->negative != b->negative : !a->negative && !b->negative))
            return TRUE;
        }
    }
  return FALSE;
}

const char *
hih_condition_get_text (const HihCondition *self)
{
  return self->text;
}

/**
 * hih_condition_foreach_screen:
 * @func: (scope call): gets "app/screen"
 *
 * Tells which screens must be reached for @self to hold.
 */
void
hih_condition_foreach_screen (const HihCondition *self, void (*func) (const char *screen, gpointer data), gpointer data)
{
  for (guint i = 0; i < self->terms->len; i++)
    {
      const Term *term = &g_array_index (self->terms, Term, i);

      if (term->type == TERM_SCREEN && !term->negative)
        func (term->value, data);
    }
}

void
hih_condition_free (HihCondition *self)
{
  g_free (self->text);
  g_array_unref (self->terms);
  g_free (self);
}
