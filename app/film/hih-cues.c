/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of captions in order of time. */
#include "config.h"

#include "hih-cues.h"

struct _HihCues
{
  gatomicrefcount refs;
  GArray *cues;         /* (element-type HihCue) by start */
  gint64 longest_ms;    /* no cue lasts longer: bounds the look back in at() */
};

G_DEFINE_BOXED_TYPE (HihCues, hih_cues, hih_cues_ref, hih_cues_unref)

static void
cue_clear (gpointer data)
{
  HihCue *cue = data;

  g_free (cue->text);
}

/**
 * hih_cues_new:
 *
 * Returns: (transfer full): an empty list
 */
HihCues *
hih_cues_new (void)
{
  HihCues *self = g_new0 (HihCues, 1);

  g_atomic_ref_count_init (&self->refs);
  self->cues = g_array_new (FALSE, FALSE, sizeof (HihCue));
  g_array_set_clear_func (self->cues, cue_clear);
  return self;
}

HihCues *
hih_cues_ref (HihCues *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hih_cues_unref (HihCues *self)
{
  if (g_atomic_ref_count_dec (&self->refs))
    {
      g_array_unref (self->cues);
      g_free (self);
    }
}

/* The first cue that starts after @position_ms. */
static guint
find_after (HihCues *self, gint64 position_ms)
{
  guint low = 0, high = self->cues->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->cues, HihCue, middle).start_ms <= position_ms)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/**
 * hih_cues_add:
 * @start_ms: in film time
 * @end_ms: after @start_ms, else nothing is added
 * @text: plain; copied
 *
 * Only while the list is made: afterwards it never changes.
 */
void
hih_cues_add (HihCues *self, gint64 start_ms, gint64 end_ms, const char *text)
{
  HihCue cue = { start_ms, end_ms, NULL };

  if (start_ms < 0 || end_ms <= start_ms)
    return;
  cue.text = g_strdup (text);
  self->longest_ms = MAX (self->longest_ms, end_ms - start_ms);
  g_array_insert_val (self->cues, find_after (self, start_ms), cue);
}

guint
hih_cues_get_n (HihCues *self)
{
  return self->cues->len;
}

/**
 * hih_cues_get:
 *
 * Returns: (transfer none): the cue at @index, by start
 */
const HihCue *
hih_cues_get (HihCues *self, guint index)
{
  g_return_val_if_fail (index < self->cues->len, NULL);
  return &g_array_index (self->cues, HihCue, index);
}

/**
 * hih_cues_at:
 * @position_ms: in film time
 *
 * Returns: (transfer none) (nullable): the cue that stands then; of several the one that came last
 */
const HihCue *
hih_cues_at (HihCues *self, gint64 position_ms)
{
  for (guint i = find_after (self, position_ms); i > 0; i--)
    {
      const HihCue *cue = &g_array_index (self->cues, HihCue, i - 1);

      if (position_ms < cue->end_ms)
        return cue;
      if (cue->start_ms + self->longest_ms <= position_ms)
        break;
    }
  return NULL;
}

/**
 * hih_cues_get_next_change_ms:
 * @position_ms: in film time
 *
 * Returns: the first moment after @position_ms at which hih_cues_at() may say something else; -1 never
 */
gint64
hih_cues_get_next_change_ms (HihCues *self, gint64 position_ms)
{
  const HihCue *now = hih_cues_at (self, position_ms);
  guint next = find_after (self, position_ms);
  gint64 change_ms = now != NULL ? now->end_ms : -1;

  if (next < self->cues->len)
    {
      gint64 start_ms = g_array_index (self->cues, HihCue, next).start_ms;

      if (change_ms < 0 || start_ms < change_ms)
        change_ms = start_ms;
    }
  return change_ms;
}
