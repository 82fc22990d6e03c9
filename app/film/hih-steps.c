/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a step begins and ends, also when only its start is known. */
#include "config.h"

#include "hih-steps.h"

void
hih_steps_clear (HihSteps *self)
{
  g_clear_pointer (&self->given, g_array_unref);
  g_clear_pointer (&self->chapters, g_array_unref);
}

void
hih_steps_give (HihSteps *self, const HihSpan *spans, guint n)
{
  g_clear_pointer (&self->given, g_array_unref);
  if (n == 0)
    return;
  self->given = g_array_new (FALSE, FALSE, sizeof (HihSpan));
  g_array_append_vals (self->given, spans, n);
}

void
hih_steps_set_chapters (HihSteps *self, GArray *chapters)
{
  g_clear_pointer (&self->chapters, g_array_unref);
  if (chapters->len == 0)
    return;
  self->chapters = g_array_new (FALSE, FALSE, sizeof (HihSpan));
  for (guint i = 0; i < chapters->len; i++)
    {
      const HihChapter *chapter = &g_array_index (chapters, HihChapter, i);
      HihSpan span = { chapter->start_ns, chapter->end_ns };

      g_array_append_val (self->chapters, span);
    }
}

static GArray *
get_spans (const HihSteps *self)
{
  return self->given != NULL ? self->given : self->chapters;
}

guint
hih_steps_get_n (const HihSteps *self)
{
  GArray *spans = get_spans (self);

  return spans != NULL ? spans->len : 0;
}

gboolean
hih_steps_get_span (const HihSteps *self, guint n, gint64 duration_ns, HihSpan *span)
{
  GArray *spans = get_spans (self);

  *span = (HihSpan){ 0, 0 };
  if (n >= hih_steps_get_n (self))
    return FALSE;
  *span = g_array_index (spans, HihSpan, n);
  span->start_ns = MAX (span->start_ns, 0);
  if (span->end_ns <= span->start_ns)
    span->end_ns = n + 1 < spans->len ? g_array_index (spans, HihSpan, n + 1).start_ns : 0;
  if (duration_ns > 0 && (span->end_ns <= span->start_ns || span->end_ns > duration_ns))
    span->end_ns = duration_ns;
  /* Times beyond the film, or out of order: better the rest of the film than nothing. */
  if (span->end_ns <= span->start_ns)
    span->end_ns = 0;
  return TRUE;
}
