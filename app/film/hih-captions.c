/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was spoken, as captions an older reader can follow: two short balanced lines, broken where one breathes, never
 * before a closing mark or inside a word; each long enough to be read, none longer than seven seconds.
 */
#include "config.h"

#include "hih-cues.h"

#include <string.h>

/* A full-width character takes 250 ms to read, a half-width one a quarter of it. */
#define READ_FULL_MS 250
#define READ_HALF_MS 62
/* Clauses further apart than this do not share a caption: it would tell too early what comes. */
#define MAX_GAP_MS 900

static gboolean
is_one_of (gunichar c, const char *set)
{
  return g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
is_closing (gunichar c)
{
  return is_one_of (c, "，。！？；：、”’）》】…,.!?;:)");
}

static gboolean
is_opening (gunichar c)
{
  return is_one_of (c, "“‘（《【(");
}

/* Whether a line may end before @next. */
static gboolean
may_break (const char *text, const char *at)
{
  gunichar next = g_utf8_get_char (at);
  gunichar before = g_utf8_get_char (g_utf8_find_prev_char (text, at));

  if (is_closing (next) || is_opening (before) || next == ' ')
    return FALSE;
  /* Between two half-width characters only at a space. */
  return before == ' ' || g_unichar_iswide (before) || g_unichar_iswide (next);
}

/* Whether one breathes where a line would end before @at. */
static gboolean
is_after_mark (const char *text, const char *at)
{
  const char *before = g_utf8_find_prev_char (text, at);

  while (before != NULL && *before == ' ')
    before = g_utf8_find_prev_char (text, before);
  return before != NULL && is_closing (g_utf8_get_char (before));
}

static guint
get_width (const char *text, gssize n_bytes)
{
  guint width = 0;

  for (const char *p = text; (n_bytes < 0 ? *p != '\0' : p < text + n_bytes); p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\n' && !g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) || is_one_of (c, "“”‘’…—") ? 2 : 1;
    }
  return width;
}

/* A line of text ends with its blanks taken off. */
static guint
get_line_width (const char *start, const char *end)
{
  while (end > start && end[-1] == ' ')
    end--;
  while (start < end && *start == ' ')
    start++;
  return get_width (start, end - start);
}

static guint
get_max_width (const char *text, const char *language)
{
  gboolean cjk = language != NULL && (g_str_has_prefix (language, "zh") || g_str_has_prefix (language, "yue") ||
                                      g_str_has_prefix (language, "ja") || g_str_has_prefix (language, "nan"));

  return cjk ? HIH_CUE_MAX_WIDTH_CJK : HIH_CUE_MAX_WIDTH_LATIN;
}

/**
 * hih_cue_get_width:
 *
 * Returns: half-width columns; a full-width character counts 2
 */
guint
hih_cue_get_width (const char *text)
{
  return get_width (text, -1);
}

/**
 * hih_cue_get_reading_ms:
 *
 * Returns: how long @text must stand, from %HIH_CUE_MIN_MS to %HIH_CUE_MAX_MS
 */
gint64
hih_cue_get_reading_ms (const char *text)
{
  gint64 ms = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p != '\n')
        ms += g_unichar_iswide (g_utf8_get_char (p)) ? READ_FULL_MS : READ_HALF_MS;
    }
  return CLAMP (ms, HIH_CUE_MIN_MS, HIH_CUE_MAX_MS);
}

/**
 * hih_cue_break_lines:
 * @text: one caption's text, without line ends
 * @language: such as zh_CN: decides how wide a line may be
 *
 * Returns: (transfer full) (nullable): @text with at most one '\n' in it, or %NULL when it needs more than two lines
 */
char *
hih_cue_break_lines (const char *text, const char *language)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const guint max = get_max_width (stripped, language);
  const char *end = stripped + strlen (stripped), *best = NULL;
  int best_cost = G_MAXINT;

  if (get_width (stripped, -1) <= max)
    return g_steal_pointer (&stripped);
  for (const char *p = g_utf8_next_char (stripped); p < end; p = g_utf8_next_char (p))
    {
      int first, second, cost;

      if (!may_break (stripped, p))
        continue;
      first = (int) get_line_width (stripped, p);
      second = (int) get_line_width (p, end);
      if (first > (int) max || second > (int) max)
        continue;
      /* Balanced lines; but before all a place to breathe: Chinese shows no other place where words end. */
      cost = ABS (first - second);
      if (is_after_mark (stripped, p))
        cost -= HIH_CUE_MAX_WIDTH_LATIN * 2;
      if (cost < best_cost)
        {
          best_cost = cost;
          best = p;
        }
    }
  if (best == NULL)
    return NULL;
  {
    g_autofree char *first = g_strchomp (g_strndup (stripped, (gsize) (best - stripped)));
    g_autofree char *second = g_strchug (g_strdup (best));

    return g_strconcat (first, "\n", second, NULL);
  }
}

typedef struct
{
  char *text;
  gint64 start_ms;
  gint64 end_ms;
} Piece;

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_free (piece->text);
}

static gboolean
fits (const char *text, const char *language)
{
  g_autofree char *lines = hih_cue_break_lines (text, language);

  return lines != NULL;
}

/* Where to cut a clause that is too long for one caption: near its middle, after a mark if there is one. Every
 * text has such a place; a single endless word is cut through. */
static const char *
find_cut (const char *text)
{
  const char *end = text + strlen (text), *best = NULL;
  int best_cost = G_MAXINT;

  for (const char *p = g_utf8_next_char (text); p < end; p = g_utf8_next_char (p))
    {
      int cost;

      if (!may_break (text, p))
        continue;
      cost = ABS ((int) get_line_width (text, p) - (int) get_line_width (p, end));
      if (is_after_mark (text, p))
        cost -= HIH_CUE_MAX_WIDTH_LATIN * 2;
      if (cost < best_cost)
        {
          best_cost = cost;
          best = p;
        }
    }
  return best != NULL ? best : g_utf8_offset_to_pointer (text, MAX (g_utf8_strlen (text, -1) / 2, 1));
}

/* Halves a clause until every piece fits; time is shared out by width. */
static void
add_pieces (GArray *pieces, const char *text, gint64 start_ms, gint64 end_ms, const char *language)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (stripped[0] == '\0')
    return;
  if ((fits (stripped, language) && end_ms - start_ms <= HIH_CUE_MAX_MS) || g_utf8_strlen (stripped, -1) < 2)
    {
      Piece piece = { g_steal_pointer (&stripped), start_ms, end_ms };

      g_array_append_val (pieces, piece);
    }
  else
    {
      const char *cut = find_cut (stripped);
      g_autofree char *first = g_strndup (stripped, (gsize) (cut - stripped));
      guint whole = MAX (get_width (stripped, -1), 1);
      gint64 middle_ms = start_ms + (end_ms - start_ms) * get_width (first, -1) / whole;

      add_pieces (pieces, first, start_ms, middle_ms, language);
      add_pieces (pieces, cut, middle_ms, end_ms, language);
    }
}

static char *
join (const char *a, const char *b)
{
  const char *last = a[0] != '\0' ? g_utf8_find_prev_char (a, a + strlen (a)) : NULL;
  gboolean wide = (last != NULL && g_unichar_iswide (g_utf8_get_char (last))) || g_unichar_iswide (g_utf8_get_char (b));

  return g_strconcat (a, wide ? "" : " ", b, NULL);
}

/* Short neighbours share a caption, as long as it fits, is read in time and does not tell what comes too early. */
static void
join_pieces (GArray *pieces, const char *language)
{
  for (guint i = 0; i + 1 < pieces->len;)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      Piece *next = &g_array_index (pieces, Piece, i + 1);
      g_autofree char *joined = join (piece->text, next->text);

      if (next->start_ms - piece->end_ms <= MAX_GAP_MS && next->end_ms - piece->start_ms <= HIH_CUE_MAX_MS &&
          hih_cue_get_reading_ms (joined) <= HIH_CUE_MAX_MS && fits (joined, language))
        {
          g_free (piece->text);
          piece->text = g_steal_pointer (&joined);
          piece->end_ms = next->end_ms;
          g_array_remove_index (pieces, i + 1);
        }
      else
        i++;
    }
}

/* A short clause right before a long one could not be read in time: both are cut anew near their middle. */
static void
even_out_pieces (GArray *pieces, const char *language)
{
  for (guint i = 0; i + 1 < pieces->len; i++)
    {
      Piece *piece = &g_array_index (pieces, Piece, i);
      Piece *next = &g_array_index (pieces, Piece, i + 1);
      g_autofree char *joined = NULL, *first = NULL, *second = NULL;
      const char *cut;

      if (next->start_ms - piece->start_ms >= hih_cue_get_reading_ms (piece->text))
        continue;
      joined = join (piece->text, next->text);
      cut = find_cut (joined);
      first = g_strchomp (g_strndup (joined, (gsize) (cut - joined)));
      second = g_strchug (g_strdup (cut));
      if (!fits (first, language) || !fits (second, language) ||
          get_width (first, -1) <= get_width (piece->text, -1))
        continue;
      next->start_ms = piece->start_ms + (next->end_ms - piece->start_ms) * get_width (first, -1) /
                                           MAX (get_width (joined, -1), 1);
      piece->end_ms = next->start_ms;
      g_free (piece->text);
      piece->text = g_steal_pointer (&first);
      g_free (next->text);
      next->text = g_steal_pointer (&second);
    }
}

/**
 * hih_cues_add_spoken:
 * @language: such as zh_CN
 * @clauses: what was spoken and when, in order
 * @until_ms: how long the last caption may stand, usually the step's end
 *
 * Makes captions of at most two lines that stand from the first spoken sound at least as long as reading takes,
 * unless the next caption or @until_ms comes before.
 */
void
hih_cues_add_spoken (HihCues *self, const char *language, const HihSpokenClause *clauses, guint n_clauses,
                     gint64 until_ms)
{
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));

  g_array_set_clear_func (pieces, piece_clear);
  for (guint i = 0; i < n_clauses; i++)
    add_pieces (pieces, clauses[i].text, clauses[i].start_ms, clauses[i].end_ms, language);
  join_pieces (pieces, language);
  even_out_pieces (pieces, language);

  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      gint64 limit_ms = i + 1 < pieces->len ? g_array_index (pieces, Piece, i + 1).start_ms : until_ms;
      gint64 end_ms = MAX (piece->end_ms, piece->start_ms + hih_cue_get_reading_ms (piece->text));
      g_autofree char *lines = hih_cue_break_lines (piece->text, language);

      hih_cues_add (self, piece->start_ms, MAX (MIN (end_ms, limit_ms), piece->start_ms + 1),
                    lines != NULL ? lines : piece->text);
    }
}
