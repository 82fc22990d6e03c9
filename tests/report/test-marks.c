/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which Chinese marks are narrow where two stand side by side. */
#include "config.h"

#include "hih-marks.h"

#include <pango/pangocairo.h>
#include <string.h>

/* (transfer full): @text, what is narrow in it in brackets */
static char *
dup_narrow (const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  GSList *all;
  GString *told = g_string_new (text);
  gssize shift = 0;

  hih_marks_insert (attributes, text);
  all = pango_attr_list_get_attributes (attributes);
  for (GSList *at = all; at != NULL; at = at->next)
    {
      PangoAttribute *attribute = at->data;

      g_string_insert (told, (gssize) attribute->start_index + shift++, "[");
      g_string_insert (told, (gssize) attribute->end_index + shift++, "]");
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return g_string_free (told, FALSE);
}

static void
test_which (void)
{
  static const char *const cases[][2] = {
    { "点“聊天”。", "点“聊天[”]。" },
    { "点“语音”，再点“挂断”、“好”", "点“语音[”]，再点“挂断[”]、[“]好[”]" },
    { "“补贴办”？", "[“]补贴办[”]？" },
    { "“妈，您问得对。”", "[“]妈，您问得对[。][”]" },
    { "（“假”钱）吗", "[（][“]假”钱）吗" },
    { "说完。“再见”", "说完。[“]再见[”]" },
    { "点一下，听一听。", "点一下，听一听。" },
    { "Tap “Chat”, then ‘So’.", "Tap “Chat”, then ‘So’." },
    { "“Chat”", "“Chat”" },
    { "”", "”" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = dup_narrow (cases[i][0]);

      g_assert_cmpstr (told, ==, cases[i][1]);
    }
}

static int
measure (const char *text, gboolean narrow)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 20px");
  int width;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  if (narrow)
    hih_marks_keep (layout);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_font_description_free (font);
  g_object_unref (context);
  return width;
}

/* The font the program looks for has narrow ones: half as wide. */
static void
test_width (void)
{
  g_assert_cmpint (measure ("点“聊天”。", FALSE), ==, 6 * 20);
  g_assert_cmpint (measure ("点“聊天”。", TRUE), ==, 6 * 20 - 10);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/marks/which", test_which);
  g_test_add_func ("/report/marks/width", test_width);
  return g_test_run ();
}
