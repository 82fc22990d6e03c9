/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Where the lines of a label may end. What stands together is one word to Pango, which is broken only where a line has no
 * room for it; the text itself stays as it is, for screen readers and for whoever looks for it.
 */
#include "config.h"

#include "hih-words.h"

#include "hih-marks.h"
#include "hih-units.h"

#include <string.h>

#define LEAST_SENTENCE 16 /* letters: what is shorter stands under icons, where two words may have no room */
#define MOST_ALONE 4      /* letters of a word, and its full stop, that do not stand alone on a last line */
#define MOST_TOGETHER 12  /* letters of it and the one before */
#define MOST_FIRST 4      /* letters of a first word that would stand alone instead */
#define MOST_JOINED 3     /* letters on each side of a hyphen after which no line ends: Wi-Fi */
#define MOST_BEFORE 2     /* characters of a word that stands with the last one: 再锁 上了 */
#define MOST_UNBROKEN 3   /* characters of a word that may make a label wider */
#define MOST_WHOLE 6      /* letters and marks: a longer stretch between two pauses is broken between its words */

static gboolean
is_of_lines (PangoAttribute *attribute, gpointer user_data)
{
  return attribute->klass->type == PANGO_ATTR_WORD || attribute->klass->type == PANGO_ATTR_ALLOW_BREAKS ||
         attribute->klass->type == PANGO_ATTR_FONT_FEATURES;
}

/* (transfer full): what the label has, without what was said of its lines before; its marks stand near together already. */
static PangoAttrList *
dup_attributes (GtkLabel *label)
{
  PangoAttrList *old = gtk_label_get_attributes (label);
  PangoAttrList *attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
  PangoAttrList *removed = pango_attr_list_filter (attributes, is_of_lines, NULL);

  g_clear_pointer (&removed, pango_attr_list_unref);
  hih_marks_insert (attributes, gtk_label_get_text (label));
  return attributes;
}

/* @attribute: (transfer full): for the text from @start to @end */
static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, const char *text, const char *start, const char *end)
{
  attribute->start_index = (guint) (start - text);
  attribute->end_index = (guint) (end - text);
  pango_attr_list_insert (attributes, attribute);
}

static gboolean
is_pause (gunichar c)
{
  return c == ' ' || c == 0xff0c || c == 0x3001 || c == 0x3002 || c == 0xff1b || c == 0xff1a || c == 0xff01 || c == 0xff1f ||
         c == 0x2026; /* ，、。；：！？… */
}

/* What closes stands with what it closes. */
static gboolean
closes (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return is_pause (c) || type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION;
}

static gboolean
opens (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_OPEN_PUNCTUATION;
}

/* Where a word has no room it is broken between any two letters; no line ends with what opens, all the same. Not where
 * that would touch what is kept together before it or behind, at @last: all of it would never be broken. */
static void
keep_openings (PangoAttrList *attributes, const char *text, const char *begin, const char *last)
{
  for (const char *at = begin; at < last; at = g_utf8_next_char (at))
    {
      const char *after = g_utf8_next_char (at);

      if (opens (g_utf8_get_char (at)) && g_utf8_next_char (after) < last &&
          !(at > text && closes (g_utf8_get_char (g_utf8_prev_char (at)))))
        insert (attributes, pango_attr_allow_breaks_new (FALSE), text, at, g_utf8_next_char (after));
    }
}

/*
 * From @begin to @end the text is one word, where the line has room for it; what closes it, from @last on, is never
 * parted from it. GtkLabel makes one attribute of two equal ones that touch: neighbours are made to differ, or where they
 * cannot, as of those that may never be broken, the @next (nullable) has it.
 */
static void
insert_word (PangoAttrList *attributes, const char *text, const char *begin, const char *last, const char *end,
             const HihUnit *next, guint *n)
{
  PangoAttribute *word = pango_attr_word_new ();

  /* Nor from what opens it: 点 / “聊天” */
  if (last > begin && opens (g_utf8_get_char (g_utf8_prev_char (last))))
    last = g_utf8_prev_char (last);
  ((PangoAttrInt *) word)->value = (int) (1 + (*n)++ % 2);
  insert (attributes, word, text, begin, end);
  keep_openings (attributes, text, begin, last);
  if (end > g_utf8_next_char (last) && (next == NULL || next->last > next->begin || text + next->begin > end))
    insert (attributes, pango_attr_allow_breaks_new (FALSE), text, last, end);
}

/* Letters from @at on, no more than @most + 1. */
static guint
count_letters (const char *at, gboolean back, const char *text, guint most)
{
  guint n = 0;

  for (; n <= most; n++)
    {
      const char *letter = back ? (at > text ? g_utf8_prev_char (at) : NULL) : (*at != '\0' ? at : NULL);

      if (letter == NULL || !g_unichar_isalnum (g_utf8_get_char (letter)))
        break;
      at = back ? letter : g_utf8_next_char (letter);
    }
  return n;
}

/* Wi-Fi is one word: no line ends after its hyphen, as it may after that of a long one. */
static void
keep_hyphens (PangoAttrList *attributes, const char *text)
{
  for (const char *hyphen = strchr (text, '-'); hyphen != NULL; hyphen = strchr (hyphen + 1, '-'))
    {
      guint before = count_letters (hyphen, TRUE, text, MOST_JOINED), after = count_letters (hyphen + 1, FALSE, text, MOST_JOINED);

      if (before > 0 && before <= MOST_JOINED && after > 0 && after <= MOST_JOINED)
        insert (attributes, pango_attr_allow_breaks_new (FALSE), text, hyphen, hyphen + 2);
    }
}

/* A character that leans on the one before it: 吗 ends no line alone, 个 begins none well. */
static gboolean
leans (gunichar c)
{
  static const char leaning[] = "的了吗吧呢啊着过们子儿个么";

  return g_utf8_strchr (leaning, -1, c) != NULL;
}

/* Where the number begins that one character counts: 13 课. Else @at. */
static const char *
find_counted (const char *text, const char *at)
{
  const char *number = at;

  while (number > text && g_ascii_isspace (number[-1]))
    number--;
  if (number == at || number == text || !g_ascii_isdigit (number[-1]))
    return at;
  while (number > text && g_ascii_isdigit (number[-1]))
    number--;
  return number;
}

/* Where the last two letters (three, where one of them only leans on its neighbour) begin that no line may part. */
static const char *
find_last_letters (const char *text)
{
  const char *end = text + strlen (text), *at = end;
  guint wanted = 2, n = 0;
  gboolean is_chinese = FALSE;

  while (at > text && n < wanted)
    {
      const char *before = g_utf8_prev_char (at);
      gunichar c = g_utf8_get_char (before);

      if (!g_unichar_isalnum (c))
        {
          if (n > 0)
            break;
          at = before;
          continue;
        }
      if (n == 0)
        is_chinese = g_unichar_iswide_cjk (c) && g_unichar_iswide (c);
      if (leans (c) && wanted == 2)
        wanted = 3;
      at = before;
      n++;
    }
  if (!is_chinese)
    return end;
  return n == 1 ? find_counted (text, at) : at;
}

/* Where the last two words begin if the last is so short that it should not stand alone: “see you.”; else the end. Not
 * after one short word, which would stand alone itself: “Use / mobile data?” */
static const char *
find_last_words (const char *text)
{
  const char *end = text + strlen (text), *last, *before;

  if (g_utf8_strlen (text, -1) < LEAST_SENTENCE)
    return end;
  last = strrchr (text, ' ');
  if (last == NULL || g_utf8_strlen (last + 1, -1) > MOST_ALONE)
    return end;
  for (before = last; before > text && before[-1] != ' ' && before[-1] != '-'; before--)
    ;
  if (before - text <= MOST_FIRST)
    return end;
  return before < last && g_utf8_strlen (before, -1) <= MOST_TOGETHER ? before : end;
}

/* How many characters wide it is, without the pause after it, which no line begins with anyway. */
static glong
count_width (const char *text, const HihUnit *unit)
{
  const char *begin = text + unit->begin, *end = text + unit->end;

  while (end > begin && is_pause (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_utf8_pointer_to_offset (begin, end);
}

/* (transfer full) (element-type HihUnit): the words of the label; the last goes to its end */
static GArray *
find_units (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  /* A button has room for little more than a word. */
  GArray *units = hih_units_find (text, gtk_label_get_wrap_mode (label) != PANGO_WRAP_WORD);
  gboolean is_chinese;
  HihUnit last = { .begin = (guint) (find_last_letters (text) - text), .end = (guint) strlen (text) };

  last.last = last.begin;
  is_chinese = last.begin < last.end;
  /* A short word stands with the last one for its last letter's sake; a longer one would only be torn for it. */
  if (is_chinese && units->len > 1 && g_array_index (units, HihUnit, units->len - 2).end > last.begin &&
      g_array_index (units, HihUnit, units->len - 2).n_letters > MOST_BEFORE)
    last.begin = last.last = g_array_index (units, HihUnit, units->len - 1).begin;
  if (!is_chinese)
    {
      last.begin = (guint) (find_last_words (text) - text);
      last.last = last.begin < last.end ? (guint) (g_utf8_prev_char (text + last.end) - text) : last.end;
    }
  while (units->len > 0 && g_array_index (units, HihUnit, units->len - 1).end > last.begin)
    {
      last.begin = MIN (last.begin, g_array_index (units, HihUnit, units->len - 1).begin);
      last.last = MIN (last.last, g_array_index (units, HihUnit, units->len - 1).last);
      g_array_set_size (units, units->len - 1);
    }
  if (last.begin < last.end)
    g_array_append_val (units, last);
  /* Where a word is never broken the longest says how wide the label must be. */
  for (guint i = units->len; gtk_label_get_wrap_mode (label) == PANGO_WRAP_WORD && i > 0; i--)
    {
      HihUnit *unit = &g_array_index (units, HihUnit, i - 1);

      if (count_width (text, unit) <= MOST_UNBROKEN)
        continue;
      if (i == units->len && is_chinese)
        unit->begin = unit->last;
      else
        g_array_remove_index (units, i - 1);
    }
  return units;
}

/**
 * hih_words_keep_end:
 *
 * Chinese may be broken between any two characters, so that often half of a word, or a single one, is left for the next
 * line. What hih_units_find() says stands together, where the line has room for it; what closes stands with what it
 * closes, and the last two letters together, always. The text itself stays as it is, for screen readers and for whoever
 * looks for it.
 */
void
hih_words_keep_end (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (PangoAttrList) attributes = dup_attributes (label);
  g_autoptr (GArray) units = find_units (label);
  guint n = 0;

  for (guint i = 0; i < units->len; i++)
    {
      const HihUnit *unit = &g_array_index (units, HihUnit, i);

      insert_word (attributes, text, text + unit->begin, text + unit->last, text + unit->end,
                   i + 1 < units->len ? unit + 1 : NULL, &n);
    }
  keep_hyphens (attributes, text);
  gtk_label_set_attributes (label, attributes);
}

/* Up to the next pause, and what stands with it. One character is no stretch: “妈，” has no line of its own. */
static const char *
find_end_of_stretch (const char *begin, gboolean *is_chinese, guint *n_letters)
{
  const char *at = begin;

  *is_chinese = FALSE;
  *n_letters = 0;
  do
    {
      for (; *at != '\0' && !is_pause (g_utf8_get_char (at)); at = g_utf8_next_char (at))
        {
          *is_chinese = *is_chinese || g_unichar_iswide_cjk (g_utf8_get_char (at));
          *n_letters += 1;
        }
      while (*at != '\0' && closes (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
    }
  while (*at != '\0' && *is_chinese && *n_letters == (opens (g_utf8_get_char (begin)) ? 2 : 1));
  return at;
}

/**
 * hih_words_keep_pauses:
 *
 * As hih_words_keep_end(), and a short stretch between two pauses counts as one word: 说完， 点“挂断”.
 */
void
hih_words_keep_pauses (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (PangoAttrList) attributes = dup_attributes (label);
  g_autoptr (GArray) units = find_units (label);
  guint at = 0, n = 0;

  for (const char *begin = text, *end; *begin != '\0'; begin = end)
    {
      gboolean is_chinese;
      guint n_letters, first = at;

      end = find_end_of_stretch (begin, &is_chinese, &n_letters);
      while (at < units->len && text + g_array_index (units, HihUnit, at).begin < end)
        at++;
      /* Words without a pause stand under icons. */
      if (is_chinese && n_letters <= MOST_WHOLE && !(begin == text && *end == '\0'))
        {
          const char *last = end;

          do
            last = g_utf8_prev_char (last);
          while (last > begin && closes (g_utf8_get_char (last)));
          if (*end == '\0')
            last = CLAMP (find_last_letters (text), begin, last);
          insert_word (attributes, text, begin, last, end, at < units->len ? &g_array_index (units, HihUnit, at) : NULL, &n);
          continue;
        }
      for (guint i = first; i < at; i++)
        {
          const HihUnit *unit = &g_array_index (units, HihUnit, i);

          insert_word (attributes, text, text + unit->begin, text + unit->last, text + unit->end,
                   i + 1 < units->len ? unit + 1 : NULL, &n);
        }
    }
  keep_hyphens (attributes, text);
  gtk_label_set_attributes (label, attributes);
}

/**
 * hih_words_keep_marks:
 * @layout: that has its text
 *
 * For rooms that know nothing of reports.
 */
void
hih_words_keep_marks (PangoLayout *layout)
{
  hih_marks_keep (layout);
}

/**
 * hih_words_watch_end:
 * @label: a #GtkLabel whose words may change
 *
 * As hih_words_keep_end(), now and whenever it says something else.
 */
void
hih_words_watch_end (GtkWidget *label)
{
  g_signal_connect (label, "notify::label", G_CALLBACK (hih_words_keep_end), NULL);
  hih_words_keep_end (GTK_LABEL (label));
}
