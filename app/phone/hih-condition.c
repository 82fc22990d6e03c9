/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition is a short list of comparisons, all of which must hold. No or, no arithmetic: two handlers do for or. */
#include "config.h"

#include "hih-condition-private.h"

static void
term_clear (gpointer data)
{
  g_free (((HihTerm *) data)->text);
}

HihCondition *
hih_condition_new (const char *text)
{
  HihCondition *self = g_new0 (HihCondition, 1);

  self->text = g_strdup (text);
  self->terms = g_array_new (FALSE, TRUE, sizeof (HihTerm));
  g_array_set_clear_func (self->terms, term_clear);
  return self;
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
      const HihTerm *a = &g_array_index (self->terms, HihTerm, i);

      for (guint k = 0; k < other->terms->len; k++)
        {
          const HihTerm *b = &g_array_index (other->terms, HihTerm, k);
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
      const HihTerm *term = &g_array_index (self->terms, HihTerm, i);

      if (term->type == HIH_TERM_SCREEN && !term->negative)
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
