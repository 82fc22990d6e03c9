/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the phone's words stand: where their lines break, beside their sign, on their plate. */
#include "config.h"

#include "phone-booth.h"

#include "hih-element-view.h"
#include "hih-step-view.h"
#include "hih-words.h"

#include <adwaita.h>
#include <math.h>

static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
#define LITTLE 2 /* px */

static HihAppSet *apps;

/* What its longest line does not need stands on both sides of sign and words, not between them. */
static void
assert_snug (GtkWidget *label)
{
  PangoLayout *text = gtk_label_get_layout (GTK_LABEL (label));
  int width;

  g_assert_cmpint (pango_layout_get_line_count (text), >, 1);
  pango_layout_get_pixel_size (text, &width, NULL);
  g_assert_cmpint (gtk_widget_get_width (label), <=, width + 1);
}

static void
test_snug (void)
{
  static const BoothState button = { "easy", "home/main", "<set key='system.text-size' to='5'/><set key='system.easy' to='yes'/>" };
  static const BoothState warning = { "code-page", "home/main", "<open screen='drills/code-page'/>" };
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &button, HIH_LAYOUT_A, "en");
  assert_snug (hih_element_view_part (booth_find (GTK_WIDGET (fixture.view), "home/easy-off"), "label"));
  booth_phone_close (&fixture);
  booth_phone_open (&fixture, apps, &warning, HIH_LAYOUT_B, "en");
  assert_snug (hih_element_view_part (booth_find (GTK_WIDGET (fixture.view), "drills/code-old"), "label"));
  booth_phone_close (&fixture);
}

/* However wide a label is, no line of it begins in the middle of one of @whole. */
static void
assert_not_torn (GtkWidget *label, const char *const *whole)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
  const char *text = pango_layout_get_text (layout);

  for (int width = 7; width < 14; width++)
    {
      pango_layout_set_width (layout, width * 20 * PANGO_SCALE);
      g_assert_cmpint (pango_layout_get_line_count (layout), >, 1);
      for (int i = 1; i < pango_layout_get_line_count (layout); i++)
        {
          const char *begin = text + pango_layout_get_line_readonly (layout, i)->start_index;

          for (guint k = 0; whole[k] != NULL; k++)
            {
              const char *word = strstr (text, whole[k]);

              g_assert_nonnull (word);
              if (begin > word && begin < word + strlen (whole[k]))
                g_test_fail_printf ("“%s” is torn where %d characters have room", whole[k], width);
            }
        }
    }
}

static void
check_plate (GtkWidget *widget, guint *n)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);
  GtkWidget *label = GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (parent, "compact") &&
                     gtk_widget_has_css_class (widget, "plain") ? hih_element_view_part (widget, "label") : NULL;

  if (!gtk_widget_get_visible (widget))
    return;
  if (label != NULL)
    {
      graphene_rect_t plate, words;

      /* Its own bounds are those of its edge. */
      g_assert_true (gtk_widget_compute_bounds (widget, widget, &plate));
      g_assert_true (gtk_widget_compute_bounds (label, widget, &words));
      g_assert_cmpfloat (words.origin.y + words.size.height, <=, plate.origin.y + plate.size.height - 4);
      *n += 1;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_plate (child, n);
}

/* However large the phone's words are, those under a sign do not stand on the edge of their plate. */
static void
test_plates (void)
{
  static const BoothState talk = { "talk", "chat/list", "<set key='system.text-size' to='5'/><set key='chat.peer' to='fang'/><open screen='chat/talk'/>" };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      guint n = 0;

      booth_phone_open (&fixture, apps, &talk, layouts[i], "zh_CN");
      check_plate (GTK_WIDGET (fixture.view), &n);
      g_assert_cmpuint (n, >, 0);
      booth_phone_close (&fixture);
    }
}

/* Where the second of two lines begins, in letters, if so many have room in one. */
static glong
find_second_line (const char *text, int room)
{
  GtkWidget *label = g_object_ref_sink (hih_element_view_new_label ("body"));
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 20px");
  g_autoptr (PangoLayout) layout = NULL;
  PangoAttrList *attributes;
  int start;

  hih_element_view_set_label (label, text);
  attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
  pango_layout_set_width (layout, room * 20 * PANGO_SCALE);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
  start = pango_layout_get_line_readonly (layout, 1)->start_index;
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  g_object_unref (label);
  return g_utf8_pointer_to_offset (text, text + start);
}

/* What is said up to a pause keeps its line, and one character is not enough for a line of its own. */
static void
test_pauses (void)
{
  for (int room = 5; room < 8; room++)
    g_assert_cmpint (find_second_line ("正在听……请您说", room), ==, 5);
  for (int room = 6; room < 9; room++)
    {
      g_assert_cmpint (find_second_line ("妈，周末回家吃饭。", room), >, 2);
      g_assert_cmpint (find_second_line ("“妈，周末回家吃饭", room), >, 3);
    }
  g_assert_cmpint (find_second_line ("好了，登记台看得到。", 8), ==, 3);
#ifdef HIH_HAVE_ICU
  /* What closes one word and the whole of the next are two. */
  g_assert_cmpint (find_second_line ("密码、验证码、钱，对方全看得见", 8), ==, 7);
#endif
}

static int
measure_marks (GtkWidget *label)
{
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 20px");
  PangoAttrList *attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));
  g_autoptr (PangoLayout) layout = NULL;
  int width;

  pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return width;
}

/* Between two marks is no hole, on the phone and on pages, also when a label says something else. */
static void
test_marks (void)
{
  GtkWidget *on_phone = g_object_ref_sink (hih_element_view_new_label ("body"));
  GtkWidget *on_page = g_object_ref_sink (hih_words_new ("好", NULL));

  hih_element_view_set_label (on_phone, "点“聊天”。");
  gtk_label_set_label (GTK_LABEL (on_page), "点“聊天”。");
  g_assert_cmpint (measure_marks (on_phone), ==, 6 * 20 - 10);
  g_assert_cmpint (measure_marks (on_page), ==, 6 * 20 - 10);
  g_object_unref (on_phone);
  g_object_unref (on_page);
}

static void
test_lines (void)
{
  static const char text[] = "找到绿色的聊天，点“视频通话”，打不了电话也能上网。";
#ifdef HIH_HAVE_ICU
  const char *const whole[] = { "“视频通话”，", "绿色的", "聊天，", "电话", "上网。", NULL };
#else
  const char *const whole[] = { "“视频通话”，", NULL };
#endif
  GtkWidget *on_phone = g_object_ref_sink (hih_element_view_new_label ("body"));
  GtkWidget *on_page = g_object_ref_sink (hih_words_new (text, NULL));
  PangoFontDescription *font = pango_font_description_from_string ("Noto Sans CJK SC 20px");
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();

  /* As soon as a style says something of letters GtkLabel puts the lists of both together, and what touches into one. */
  gtk_css_provider_load_from_data (style, "label { font-feature-settings: \"kern\"; }", -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
  hih_element_view_set_label (on_phone, text);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = i == 0 ? on_phone : on_page;
      PangoAttrList *attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (label)));

      pango_attr_list_insert (attributes, pango_attr_font_desc_new (font));
      gtk_label_set_attributes (GTK_LABEL (label), attributes);
      pango_attr_list_unref (attributes);
      assert_not_torn (label, whole);
    }
  gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style));
  pango_font_description_free (font);
  g_object_unref (on_phone);
  g_object_unref (on_page);
}

/* A last short word takes the one before it along, but not away from a first short one. */
static void
test_last_words (void)
{
  static const char *const texts[][2] = { { "Use mobile data?", "data?" }, { "Send this to us all.", "us all." },
                                           { "The home’s Wi-Fi", "Wi-Fi" } };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GtkWidget *label = g_object_ref_sink (hih_element_view_new_label ("body"));
      g_autoptr (PangoLayout) layout = NULL;
      int width;

      hih_element_view_set_label (label, texts[i][0]);
      layout = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
      pango_layout_set_width (layout, -1);
      pango_layout_get_size (layout, &width, NULL);
      pango_layout_set_width (layout, width - PANGO_SCALE);
      g_assert_cmpint (pango_layout_get_line_count (layout), ==, 2);
      g_assert_cmpstr (texts[i][0] + pango_layout_get_line_readonly (layout, 1)->start_index, ==, texts[i][1]);
      g_object_unref (label);
    }
}

/* How much smaller than chosen. */
static double
get_scale (GtkWidget *label)
{
  PangoAttrList *list = gtk_label_get_attributes (GTK_LABEL (label));
  GSList *all = list != NULL ? pango_attr_list_get_attributes (list) : NULL;
  double scale = 1;

  for (GSList *at = all; at != NULL; at = at->next)
    {
      PangoAttrFloat *attribute = pango_attribute_as_float (at->data);

      if (attribute != NULL && attribute->attr.klass->type == PANGO_ATTR_SCALE)
        scale = attribute->value;
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return scale;
}

static void
collect_round (GtkWidget *widget, GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "round"))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_round (child, found);
}

/* With the largest words, what stands under the keys of a call is one row to the eye. */
static void
test_rows (void)
{
  static const BoothState states[] = {
    { "call", "home/main",
      "<set key='system.text-size' to='5'/><set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
    { "calling", "phone/main",
      "<set key='system.text-size' to='5'/><set key='phone.peer' to='fang'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" },
  };
  guint n_smaller = 0;

  for (guint i = 0; i < G_N_ELEMENTS (states) * G_N_ELEMENTS (layouts); i++)
    {
      g_autoptr (GPtrArray) keys = g_ptr_array_new ();
      BoothPhone fixture;

      booth_phone_open (&fixture, apps, &states[i % 2], layouts[i / 2], "en");
      collect_round (GTK_WIDGET (fixture.view), keys);
      g_assert_cmpuint (keys->len, >, 2);
      for (guint k = 1; k < keys->len; k++)
        {
          double before = get_scale (hih_element_view_part (keys->pdata[k - 1], "label"));
          double here = get_scale (hih_element_view_part (keys->pdata[k], "label"));
          graphene_rect_t one, other;

          g_assert_true (gtk_widget_compute_bounds (keys->pdata[k - 1], fixture.booth.row, &one));
          g_assert_true (gtk_widget_compute_bounds (keys->pdata[k], fixture.booth.row, &other));
          n_smaller += here < 1;
          if (ABS (one.origin.y - other.origin.y) < 1 && ABS (before - here) > 0.001)
            g_test_fail_printf ("%s in layout %s: a caption of %.2f beside one of %.2f", states[i % 2].name, layouts[i / 2], before, here);
        }
      booth_phone_close (&fixture);
    }
  g_assert_cmpuint (n_smaller, >, 0);
}

/* How far the corner of @widget that is farthest from the middle of @disc lies from it. */
static float
get_reach (GtkWidget *widget, GtkWidget *disc)
{
  float x = (float) gtk_widget_get_width (disc) / 2, y = (float) gtk_widget_get_height (disc) / 2;
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, disc, &box));
  x = MAX (x - box.origin.x, box.origin.x + box.size.width - x);
  y = MAX (y - box.origin.y, box.origin.y + box.size.height - y);
  return sqrtf (x * x + y * y);
}

/* A key that is on has its tick within its disc, and its sign in the middle. */
static void
test_lit (void)
{
  static const BoothState state = { "loud", "phone/main",
    "<set key='phone.peer' to='fang'/><set key='phone.speaker' to='yes'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      GtkWidget *key, *disc, *tick;
      graphene_rect_t sign;

      booth_phone_open (&fixture, apps, &state, layouts[i], "zh_CN");
      key = booth_find (GTK_WIDGET (fixture.view), "phone/loud");
      g_assert_nonnull (key);
      disc = booth_find_class (key, "disc");
      tick = hih_element_view_part (key, "tick");
      g_assert_true (gtk_widget_get_mapped (tick));
      g_assert_cmpfloat (get_reach (tick, disc), <, (float) gtk_widget_get_width (disc) / 2);
      g_assert_true (gtk_widget_compute_bounds (hih_element_view_part (key, "icon"), disc, &sign));
      g_assert_cmpfloat (ABS (sign.origin.x + sign.size.width / 2 - (float) gtk_widget_get_width (disc) / 2), <=, 1);
      booth_phone_close (&fixture);
    }
}

/* While pictures are moved about, the button that ends it stands in the place of the time: it touches no name, and nothing
 * jumps away under the finger. (On the short phone the button is higher than the time.) */
static void
test_moving (gconstpointer is_short)
{
  static const BoothState still = { "home", "home/main", "" };
  static const char *const languages[] = { "zh_CN", "en" };
  static const char *const tiles[] = { "home/camera", "home/album", "home/settings", "home/torch", "home/clinic", "home/chat" };

  for (guint i = 0; i < G_N_ELEMENTS (layouts) * G_N_ELEMENTS (languages); i++)
    {
      graphene_rect_t before[G_N_ELEMENTS (tiles)], after, button;
      BoothPhone fixture;

      booth_phone_open (&fixture, apps, &still, layouts[i / 2], languages[i % 2]);
      hih_phone_view_set_short (fixture.view, is_short != NULL);
      fixture.booth.height = is_short != NULL ? BOOTH_HEIGHT * 3 / 4 : BOOTH_HEIGHT;
      booth_settle (&fixture.booth);
      for (guint k = 0; k < G_N_ELEMENTS (tiles); k++)
        g_assert_true (hih_phone_view_get_target_bounds (fixture.view, tiles[k], fixture.booth.row, &before[k]));
      booth_run_effects (fixture.phone, "<set key='home.editing' to='yes'/>");
      booth_settle (&fixture.booth);
      g_assert_true (hih_phone_view_get_target_bounds (fixture.view, "home/done", fixture.booth.row, &button));
      for (guint k = 0; k < G_N_ELEMENTS (tiles); k++)
        {
          g_assert_true (hih_phone_view_get_target_bounds (fixture.view, tiles[k], fixture.booth.row, &after));
          if ((is_short == NULL && ABS (after.origin.y - before[k].origin.y) > LITTLE) || graphene_rect_intersection (&after, &button, NULL))
            g_test_fail_printf ("%s in layout %s (%s): %.0f px from its place", tiles[k], layouts[i / 2], languages[i % 2],
                                (double) (after.origin.y - before[k].origin.y));
        }
      booth_phone_close (&fixture);
    }
}

int
main (int argc, char **argv)
{
  int status;

  apps = booth_begin (&argc, &argv);
  g_test_add_func ("/phone-lines/lines", test_lines);
  g_test_add_func ("/phone-lines/pauses", test_pauses);
  g_test_add_func ("/phone-lines/plates", test_plates);
  g_test_add_func ("/phone-lines/last-words", test_last_words);
  g_test_add_func ("/phone-lines/marks", test_marks);
  g_test_add_func ("/phone-lines/snug", test_snug);
  g_test_add_func ("/phone-lines/rows", test_rows);
  g_test_add_func ("/phone-lines/lit", test_lit);
  g_test_add_data_func ("/phone-lines/moving", NULL, test_moving);
  g_test_add_data_func ("/phone-lines/moving-short", "short", test_moving);
  status = g_test_run ();
  hih_app_set_unref (apps);
  return status;
}
