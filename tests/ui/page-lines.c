/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "page-lines.h"

#include "hih-units.h"
#include "hih-words.h"

#define MOST_UNBROKEN 3 /* characters of a word that may make a button wider; longer ones are broken there */

/* Whether a line is one character, and perhaps a pause. What stands behind a colon is said for itself: 手容易抖：关 */
static gboolean
is_lone (const char *text, const char *begin, const char *end)
{
  guint n = 0;

  for (const char *at = begin; at < end; at = g_utf8_next_char (at))
    n += g_unichar_isalnum (g_utf8_get_char (at)) ? 1 : 0;
  return n == 1 && g_utf8_pointer_to_offset (begin, end) <= 2 &&
         !(begin > text && g_str_has_prefix (g_utf8_prev_char (begin), "：") && *end == '\0');
}

/* The name of a button is not torn for the word before it: 点 “健康码” */
static gboolean
is_before_long_name (const char *at)
{
  const char *close = g_str_has_prefix (at, "“") ? strstr (at, "”") : NULL;

  return close != NULL && g_utf8_pointer_to_offset (at, close) > 4;
}

static gboolean
is_torn (PangoLayout *layout, const HihUnit *unit)
{
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      guint start = (guint) ((const PangoLayoutLine *) line->data)->start_index;

      if (start > unit->begin && start < unit->end)
        return TRUE;
    }
  return FALSE;
}

#ifndef HIH_HAVE_ICU
#define MAY_BREAK_ANYWHERE 1
#else
#define MAY_BREAK_ANYWHERE 0
#endif

char *
page_lines_dup_flaw (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);
  gboolean is_button = gtk_label_get_wrap_mode (label) == PANGO_WRAP_WORD;
  g_autoptr (GArray) units = NULL;

  if (MAY_BREAK_ANYWHERE || pango_layout_get_line_count (layout) < 2)
    return NULL;
  /* Where not even the longest word has room, words are broken. */
  if (hih_words_measure_longest (label) > gtk_widget_get_width (GTK_WIDGET (label)))
    return NULL;
  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL; line = line->next)
    {
      const PangoLayoutLine *here = line->data;
      const char *begin = text + here->start_index, *end = begin + here->length;

      if (is_lone (text, begin, end) && !is_before_long_name (end))
        return g_strdup_printf ("a line of “%s” is one character: %.*s", text, here->length, begin);
    }
  units = hih_units_find (text, !is_button);
  for (guint i = 0; i < units->len; i++)
    {
      const HihUnit *unit = &g_array_index (units, HihUnit, i);
      const char *begin = text + unit->begin, *end = text + unit->end;

      if ((!is_button || g_utf8_pointer_to_offset (begin, end) <= MOST_UNBROKEN) && is_torn (layout, unit))
        return g_strdup_printf ("“%.*s” of “%s” is torn", (int) (end - begin), begin, text);
    }
  return NULL;
}
