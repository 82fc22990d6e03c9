/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A Chinese mark is as wide as a character, and half of it is empty: behind what closes, before what opens. Where two
 * stand side by side (”。) the empty halves make a hole in the line. Typesetters give one of the two half of its width
 * (CLREQ, adjustment of punctuation marks; `text-spacing-trim` in CSS). The fonts have the rule as `chws` only in newer
 * releases than Debian's, but the narrow marks, as `halt`, in all: so which ones are narrow is said here.
 */
#include "config.h"

#include "hih-marks.h"

static gboolean
is_one_of (gunichar c, const char *set)
{
  return c != 0 && g_utf8_strchr (set, -1, c) != NULL;
}

static gboolean
opens (gunichar c)
{
  return is_one_of (c, "“‘（《〈「『【");
}

static gboolean
closes (gunichar c)
{
  return is_one_of (c, "”’）》〉」』】");
}

static gboolean
pauses (gunichar c)
{
  return is_one_of (c, "，、。；：");
}

/* @before, @after: what stands beside @mark; 0: the text begins or ends there, and what opens or closes it stands on its edge. */
static gboolean
is_narrow (gunichar before, gunichar mark, gunichar after)
{
  if (opens (mark))
    return opens (before) || closes (before) || pauses (before) || (before == 0 && (opens (after) || g_unichar_iswide (after)));
  if (closes (mark) || pauses (mark))
    return closes (after) || pauses (after) || is_one_of (after, "！？") ||
           (closes (mark) && after == 0 && (closes (before) || g_unichar_iswide (before)));
  return FALSE;
}

/**
 * hih_marks_insert:
 * @attributes: of @text
 */
void
hih_marks_insert (PangoAttrList *attributes, const char *text)
{
  gunichar before = 0;

  for (const char *at = text, *next; *at != '\0'; at = next)
    {
      gunichar mark = g_utf8_get_char (at);

      next = g_utf8_next_char (at);
      if (is_narrow (before, mark, g_utf8_get_char (next)))
        {
          PangoAttribute *narrow = pango_attr_font_features_new ("halt");

          narrow->start_index = (guint) (at - text);
          narrow->end_index = (guint) (next - text);
          pango_attr_list_insert (attributes, narrow);
        }
      before = mark;
    }
}

/**
 * hih_marks_keep:
 * @layout: that has its text
 *
 * Its attributes are these, from now on.
 */
void
hih_marks_keep (PangoLayout *layout)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  hih_marks_insert (attributes, pango_layout_get_text (layout));
  pango_layout_set_attributes (layout, attributes);
}
