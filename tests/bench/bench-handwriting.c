/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads every character of the lessons as hands write it that the model has not seen: other seeds than those it was
 * trained with. The peer is the system's model alone.
 */
#include "config.h"

#include "hih-centre-lines.h"
#include "hih-distort.h"
#include "hih-handwriting.h"

#include <stdio.h>
#include <time.h>

#define SEED 4711
#define PEN_UP_AIM_MS 50.0

/* The same ink gives the same work: what only one of them takes, once in thousands, is the computer's (a virtual one's time is
 * taken by others, and counted as ours). */
#define TIMES 2

typedef struct
{
  const char *name;
  HihDistortion how;
} Hand;

static const Hand hands[] = {
  { "clean", { 0 } },
  { "tremor-20", { .tremor = 20 } },
  { "tremor-40", { .tremor = 40 } },
  { "swapped", { .swapped = TRUE } },
  { "joined", { .joined = TRUE } },
  { "all-at-once", { .tremor = 30, .tilt = 0.12f, .squash = 0.15f, .swapped = TRUE, .joined = TRUE } },
};

typedef struct
{
  HihHandwriting *reader;
  const HihDistortion *how;
  gboolean asks; /* for the character, as an exercise does */
  guint n;
  guint first;
  guint top;
  gint64 all_us;
  gint64 longest_us;
} Count;

/* Of this thread alone: a busy computer does not matter. */
static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
read_cb (const char *character, HihInk *ink, gpointer data)
{
  Count *count = data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + g_utf8_get_char (character));
  g_autoptr (HihInk) bent = hih_ink_distort (ink, count->how, rand);
  g_autoptr (GPtrArray) found = NULL;
  gint64 least_us = G_MAXINT64;
  guint place;

  for (guint i = 0; i < TIMES; i++)
    {
      gint64 start_us = get_cpu_us ();

      g_clear_pointer (&found, g_ptr_array_unref);
      found = hih_handwriting_recognise (count->reader, bent, HIH_HANDWRITING_TOP, count->asks ? character : NULL);
      least_us = MIN (least_us, get_cpu_us () - start_us);
    }
  count->longest_us = MAX (count->longest_us, least_us);
  count->all_us += least_us;
  count->n++;
  if (!g_ptr_array_find_with_equal_func (found, character, g_str_equal, &place))
    return;
  count->first += place == 0;
  count->top += place < HIH_HANDWRITING_TOP;
}

static double
percent (guint part, guint whole)
{
  return whole > 0 ? 100.0 * part / whole : 0;
}

static Count
measure (const char *what, HihHandwriting *reader, HihCentreLines *lines, const Hand *hand, gboolean asks)
{
  Count count = { .reader = reader, .how = &hand->how, .asks = asks };

  hih_centre_lines_foreach (lines, read_cb, &count);
  printf ("handwriting-%s: %s: first %.1f %%, among five %.1f %% of %u; %.2f ms, at most %.1f ms\n", hand->name,
          what, percent (count.first, count.n),
          percent (count.top, count.n), count.n, (double) count.all_us / 1000 / MAX (count.n, 1),
          (double) count.longest_us / 1000);
  return count;
}

int
main (void)
{
  g_autofree char *lesson_model = g_build_filename (HIH_BUILD_ROOT, "app", "writing", "lesson.model", NULL);
  g_autoptr (HihHandwriting) ours = hih_handwriting_new_for_models (lesson_model, NULL);
  g_autoptr (HihHandwriting) peer = hih_handwriting_new_for_models (NULL, HIH_ZINNIA_MODEL);
  g_autoptr (HihHandwriting) both = hih_handwriting_new ();
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();
  gint64 longest_us = 0, free_us = 0;

  if (!hih_handwriting_is_ready (ours) || !hih_handwriting_is_ready (peer))
    {
      printf ("handwriting: one of the models is not there; nothing to compare\n");
      return 0;
    }
  printf ("handwriting: %u characters of the lessons, written by hands the model has not seen\n", hih_centre_lines_get_n (lines));
  for (guint i = 0; i < G_N_ELEMENTS (hands); i++)
    {
      Count our_count = measure ("the lessons' model", ours, lines, &hands[i], FALSE);
      Count peer_count = measure ("the system's model", peer, lines, &hands[i], FALSE);
      Count asked = measure ("in an exercise", both, lines, &hands[i], TRUE);
      Count freely = measure ("written freely", both, lines, &hands[i], FALSE);
      double missed = 100 - percent (our_count.top, our_count.n);
      double peer_missed = 100 - percent (peer_count.top, peer_count.n);

      longest_us = MAX (longest_us, asked.longest_us);
      free_us = MAX (free_us, freely.longest_us);
      printf ("handwriting-missed-%s ratio %.3f (ours %.1f %%, peer %.1f %%, aim <= 0.25)\n", hands[i].name,
              missed / MAX (peer_missed, 0.1), missed, peer_missed);
    }
  printf ("handwriting-pen-up ratio %.3f (ours %.1f ms, peer %.0f ms, aim <= 1)\n", (double) longest_us / 1000 / PEN_UP_AIM_MS,
          (double) longest_us / 1000, PEN_UP_AIM_MS);
  printf ("handwriting-pen-up-free ratio %.3f (ours %.1f ms, peer %.0f ms, aim <= 1)\n", (double) free_us / 1000 / PEN_UP_AIM_MS,
          (double) free_us / 1000, PEN_UP_AIM_MS);
  return 0;
}
