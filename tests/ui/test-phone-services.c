/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits, choices, a search, the shade, a code from a text message, and the size of words, on the real widgets. */
#include "config.h"

#include "phone-booth.h"

#include "hih-element-view.h"
#include "hih-phone-picture.h"
#include "hih-phone-style.h"

#include <adwaita.h>

static HihAppSet *apps;

typedef struct
{
  Booth booth;
  HihPhoneView *view;
  HihClock *clock;
  HihPhone *phone;
} Fixture;

static void
set_up_layout (Fixture *fixture, const char *layout, const char *screen, const char *effects)
{
  const BoothState state = { "services", screen, effects };

  fixture->clock = booth_clock_new ();
  fixture->phone = booth_phone_new (apps, layout, fixture->clock, &state);
  booth_open (&fixture->booth, 1);
  fixture->view = g_ptr_array_index (fixture->booth.views, 0);
  hih_phone_view_set_language (fixture->view, "en");
  hih_phone_view_set_phone (fixture->view, fixture->phone);
  booth_settle (&fixture->booth);
}

static void
set_up (Fixture *fixture, const char *screen, const char *effects)
{
  set_up_layout (fixture, HIH_LAYOUT_A, screen, effects);
}

static void
tear_down (Fixture *fixture)
{
  booth_close (&fixture->booth);
  g_assert_finalize_object (fixture->phone);
  g_assert_finalize_object (fixture->clock);
}

typedef gboolean (*MatchFunc) (GtkWidget *widget, gconstpointer data);

static GtkWidget *
find (GtkWidget *root, MatchFunc match, gconstpointer data)
{
  if (match (root, data))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, match, data);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_target (GtkWidget *widget, gconstpointer target)
{
  return g_strcmp0 (hih_element_view_get_widget_target (widget), target) == 0;
}

static gboolean
is_labelled_key (GtkWidget *widget, gconstpointer words)
{
  GtkWidget *child = GTK_IS_BUTTON (widget) ? gtk_button_get_child (GTK_BUTTON (widget)) : NULL;

  return GTK_IS_LABEL (child) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (child)), words) == 0;
}

static gboolean
has_class (GtkWidget *widget, gconstpointer css_class)
{
  return gtk_widget_has_css_class (widget, css_class);
}

static GtkWidget *
target (Fixture *fixture, const char *name)
{
  return find (GTK_WIDGET (fixture->view), is_target, name);
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
press (GtkWidget *keypad, const char *keys)
{
  for (const char *p = keys; *p != '\0'; p++)
    {
      const char digit[] = { *p, '\0' };

      click (find (keypad, is_labelled_key, digit));
    }
}

#define assert_state(fixture, key, value) \
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state ((fixture)->phone), key), ==, value)

static void
test_dial (void)
{
  Fixture fixture;
  GtkWidget *keypad;

  set_up (&fixture, "phone/main", "<set key='phone.tab' to='keys'/>");
  keypad = target (&fixture, "phone/number");
  g_assert_null (target (&fixture, "phone/call-number"));
  press (keypad, "120#");
  assert_state (&fixture, "phone.number", "120#");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (keypad, "digits"))), ==, "120#");
  click (hih_element_view_part (keypad, "back"));
  assert_state (&fixture, "phone.number", "120");
  g_assert_nonnull (target (&fixture, "phone/call-number"));
  tear_down (&fixture);
}

static void
lifted_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The hand that shows presses digit after digit, and the line fills as it would; the brain hears nothing of it before. */
static void
test_shown_digits (void)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TYPE, "phone/number", "6255");
  g_autoptr (GString) lines = g_string_new (NULL);
  gboolean lifted = FALSE;
  Fixture fixture;
  GtkWidget *digits;

  set_up (&fixture, "phone/main", "<set key='phone.tab' to='keys'/>");
  digits = hih_element_view_part (target (&fixture, "phone/number"), "digits");
  hih_phone_view_perform (fixture.view, gesture, lifted_cb, &lifted, NULL);
  for (guint i = 0; i < 400 && !lifted; i++)
    {
      const char *line = gtk_label_get_label (GTK_LABEL (digits));

      if (g_ascii_isdigit (*line) && !g_str_has_suffix (lines->str, line))
        g_string_append_printf (lines, " %s", line);
      assert_state (&fixture, "phone.number", "");
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 40);
      hih_phone_view_advance (fixture.view);
    }
  g_assert_true (lifted);
  g_assert_cmpstr (lines->str, ==, " 6 62 625");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (digits)), ==, "6255");
  hih_phone_view_hide_hand (fixture.view);
  g_assert_false (g_ascii_isdigit (*gtk_label_get_label (GTK_LABEL (digits))));
  tear_down (&fixture);
}

static guint
count_dots (GtkWidget *keypad)
{
  guint n = 0;

  for (GtkWidget *cell = gtk_widget_get_first_child (hih_element_view_part (keypad, "dots")); cell != NULL;
       cell = gtk_widget_get_next_sibling (cell))
    n += *gtk_label_get_label (GTK_LABEL (cell)) != '\0';
  return n;
}

static void
test_password (void)
{
  Fixture fixture;
  GtkWidget *keypad, *words;

  set_up (&fixture, "clinic/code", "<sheet id='clinic/pay'/>");
  keypad = target (&fixture, "clinic/password");
  words = hih_element_view_part (keypad, "words");
  press (keypad, "1234");
  g_assert_cmpuint (count_dots (keypad), ==, 4);
  g_assert_false (gtk_widget_get_visible (words));
  press (keypad, "56");
  assert_state (&fixture, "clinic.password", "wrong");
  g_assert_cmpuint (count_dots (keypad), ==, 0);
  g_assert_true (gtk_widget_get_visible (words));
  press (keypad, "2");
  g_assert_cmpuint (count_dots (keypad), ==, 1);
  g_assert_false (gtk_widget_get_visible (words));
  press (keypad, "46810");
  assert_state (&fixture, "clinic.booking", "working");
  tear_down (&fixture);
}

static void
test_search (void)
{
  Fixture fixture;
  GtkWidget *search;

  set_up (&fixture, "phone/main", "");
  search = target (&fixture, "phone/find");
  g_assert_false (gtk_widget_get_visible (hih_element_view_part (search, "clear")));
  gtk_editable_set_text (GTK_EDITABLE (hih_element_view_part (search, "entry")), "wang");
  g_assert_nonnull (target (&fixture, "phone/wang"));
  g_assert_null (target (&fixture, "phone/fang"));
  gtk_editable_set_text (GTK_EDITABLE (hih_element_view_part (search, "entry")), "nobody");
  g_assert_true (gtk_widget_get_visible (hih_element_view_part (target (&fixture, "phone/contacts"), "nothing")));
  click (hih_element_view_part (search, "clear"));
  assert_state (&fixture, "phone.find", "");
  g_assert_nonnull (target (&fixture, "phone/fang"));
  g_assert_false (gtk_widget_get_visible (hih_element_view_part (target (&fixture, "phone/contacts"), "nothing")));
  tear_down (&fixture);
}

static void
test_chips (void)
{
  Fixture fixture;

  set_up (&fixture, "clinic/times", "");
  g_assert_false (gtk_widget_is_sensitive (target (&fixture, "clinic/day-3")));
  click (target (&fixture, "clinic/day-2"));
  assert_state (&fixture, "clinic.day", "2");
  g_assert_true (gtk_widget_has_css_class (target (&fixture, "clinic/day-2"), "chosen"));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (target (&fixture, "clinic/day-2"), "title"))), ==, "25");
  click (target (&fixture, "clinic/two"));
  assert_state (&fixture, "clinic.hour", "two");
  click (target (&fixture, "clinic/day-1"));
  g_assert_false (gtk_widget_has_css_class (target (&fixture, "clinic/day-2"), "chosen"));
  tear_down (&fixture);
}

/* Every line of the label stands in the middle of the button, clear of its round edge. */
static void
assert_centred (GtkWidget *button, GtkWidget *label, float edge)
{
  PangoLayoutIter *iter = pango_layout_get_iter (gtk_label_get_layout (GTK_LABEL (label)));
  graphene_rect_t box; /* with its edge, which a widget's own width leaves out */
  int x, n = 0;

  g_assert_true (gtk_widget_compute_bounds (button, label, &box));
  gtk_label_get_layout_offsets (GTK_LABEL (label), &x, NULL);
  do
    {
      PangoRectangle line;
      float left, right;

      pango_layout_iter_get_line_extents (iter, NULL, &line);
      left = (float) (x + PANGO_PIXELS (line.x)) - box.origin.x;
      right = box.origin.x + box.size.width - (float) (x + PANGO_PIXELS (line.x + line.width));
      g_test_message ("%g at the left, %g at the right", left, right);
      g_assert_cmpfloat (ABS (left - right), <, 3);
      g_assert_cmpfloat (left, >=, edge);
      n++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  g_assert_cmpint (n, >, 1);
}

static void
test_long_chip (void)
{
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      Fixture fixture;
      GtkWidget *chip;
      const char *parts[] = { "title", "subtitle" };

      set_up_layout (&fixture, layouts[i], "clinic/times", "<set key='clinic.day' to='2'/>");
      chip = target (&fixture, "clinic/two");
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        hih_element_view_set_label (hih_element_view_part (chip, parts[j]),
                                    "上午九点三十分钟以后的任何时候，下午四点三十分钟以前的任何时候都可以");
      booth_settle (&fixture.booth);
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        assert_centred (chip, hih_element_view_part (chip, parts[j]), i == 1 ? 18 : 5);
      tear_down (&fixture);
    }
}

/* Whether the bar at the top shows a fan or an aeroplane. */
static gboolean
has_sign (const char *effects)
{
  Fixture fixture;
  gboolean shown = FALSE;

  set_up (&fixture, "home/main", effects);
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_button_get_child (GTK_BUTTON (target (&fixture, "system/status"))));
       child != NULL; child = gtk_widget_get_next_sibling (child))
    shown = shown || (HIH_IS_PHONE_PICTURE (child) && gtk_widget_get_visible (child));
  tear_down (&fixture);
  return shown;
}

/* The fan comes when a network is joined, as the lesson about it says, and goes where nothing gets through. */
static void
test_fan (void)
{
  g_assert_true (has_sign (""));
  g_assert_false (has_sign ("<set key='system.joining' to='none'/>"));
  g_assert_false (has_sign ("<set key='system.network' to='no'/>"));
  g_assert_true (has_sign ("<set key='system.network' to='no'/><set key='system.data' to='no'/>"));
  g_assert_true (has_sign ("<set key='system.airplane' to='yes'/><set key='system.wifi' to='no'/>"));
}

/* Whether something between @widget and its phone is nothing for a screen reader. */
static gboolean
is_hidden (GtkWidget *widget)
{
  for (; !HIH_IS_PHONE_VIEW (widget); widget = gtk_widget_get_parent (widget))
    {
      g_autofree char *otherwise = gtk_test_accessible_check_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE);

      if (otherwise == NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_shade (void)
{
  Fixture fixture;
  GtkWidget *below;

  set_up (&fixture, "home/main", "");
  below = target (&fixture, "system/status");
  g_assert_false (is_hidden (below));
  g_assert_true (hih_element_view_widget_answers (target (&fixture, "system/status"), HIH_GESTURE_SWIPE_DOWN));
  g_assert_false (hih_element_view_widget_answers (target (&fixture, "system/status"), HIH_GESTURE_SWIPE_UP));
  click (target (&fixture, "system/status"));
  g_assert_cmpstr (hih_phone_state_get_over (hih_phone_get_state (fixture.phone)), ==, "system/shade");
  booth_settle (&fixture.booth);
  click (target (&fixture, "system/quick-airplane"));
  assert_state (&fixture, "system.airplane", "yes");
  g_assert_true (gtk_widget_has_css_class (target (&fixture, "system/quick-airplane"), "on"));
  g_assert_false (gtk_widget_has_css_class (target (&fixture, "system/quick-wifi"), "on"));
  /* What is below cannot be touched meanwhile, nor heard of, also when the page comes again. */
  g_assert_null (target (&fixture, "system/status"));
  g_assert_true (is_hidden (below));
  gtk_widget_set_visible (GTK_WIDGET (fixture.view), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (fixture.view), TRUE);
  g_assert_true (is_hidden (below));
  g_assert_false (is_hidden (target (&fixture, "system/close-shade")));
  click (target (&fixture, "system/close-shade"));
  g_assert_null (hih_phone_state_get_over (hih_phone_get_state (fixture.phone)));
  g_assert_false (is_hidden (below));
  g_assert_nonnull (target (&fixture, "system/status"));
  tear_down (&fixture);
}

static void
test_code (void)
{
  Fixture fixture;

  set_up (&fixture, "clinic/code", "");
  g_assert_null (target (&fixture, "clinic/sms-code"));
  booth_run_effects (fixture.phone, "<set key='clinic.sms' to='sent'/>");
  booth_settle (&fixture.booth);
  click (target (&fixture, "clinic/sms-code"));
  assert_state (&fixture, "clinic.code", "428615");
  g_assert_cmpuint (count_dots (target (&fixture, "clinic/code")), ==, 6);
  g_assert_null (target (&fixture, "clinic/sms-code"));
  tear_down (&fixture);
}

static int
measure_words (Fixture *fixture)
{
  GtkWidget *words = find (target (fixture, "settings/display"), has_class, "row-title");
  int width;

  booth_settle (&fixture->booth);
  pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (words)), &width, NULL);
  return width;
}

/* The slider of the phone enlarges the phone's words, and brings them back to the pixel. */
static void
test_text_size (void)
{
  Fixture fixture;
  int middle, large, small;

  set_up (&fixture, "settings/main", "");
  middle = measure_words (&fixture);
  booth_run_effects (fixture.phone, "<set key='system.text-size' to='5'/>");
  large = measure_words (&fixture);
  booth_run_effects (fixture.phone, "<set key='system.text-size' to='1'/>");
  small = measure_words (&fixture);
  booth_run_effects (fixture.phone, "<set key='system.text-size' to='3'/>");
  g_assert_cmpint (large * 100, >, middle * 120);
  g_assert_cmpint (small * 100, <, middle * 92);
  g_assert_cmpint (measure_words (&fixture), ==, middle);
  tear_down (&fixture);
}

static void
test_sizes_sheet (void)
{
  g_autofree char *rules = hih_phone_style_dup_sizes ("/* phone .no { font-size: 9px; } */\n"
                                                      "phone .a, window.dark phone.b label { color: #000; font-size: 20px; line-height: 1.3em; }\n"
                                                      "phone .c { padding: 5px; }\nphone .tile-name { font-size: 10px; }");

  g_assert_nonnull (strstr (rules, "phone.text-5 .a,window.dark phone.text-5.b label{font-size:26px;}"));
  g_assert_nonnull (strstr (rules, "phone.text-1 .a,"));
  g_assert_null (strstr (rules, "text-3"));
  g_assert_null (strstr (rules, ".c"));
  g_assert_null (strstr (rules, ".no"));
  g_assert_nonnull (strstr (rules, "phone.text-5 .tile-name{font-size:10px;}"));
}

static void
test_easy_home (void)
{
  Fixture fixture;
  graphene_rect_t small, large;

  set_up (&fixture, "home/main", "");
  g_assert_true (gtk_widget_compute_bounds (target (&fixture, "home/chat"), GTK_WIDGET (fixture.view), &small));
  booth_run_effects (fixture.phone, "<set key='system.easy' to='yes'/>");
  booth_settle (&fixture.booth);
  g_assert_null (target (&fixture, "home/chat"));
  g_assert_true (gtk_widget_compute_bounds (target (&fixture, "home/easy-chat"), GTK_WIDGET (fixture.view), &large));
  g_assert_cmpfloat (large.size.width, >, small.size.width * 1.2);
  click (target (&fixture, "home/easy-off"));
  g_assert_nonnull (target (&fixture, "home/chat"));
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  int status;

  apps = booth_begin (&argc, &argv);
  g_test_add_func ("/phone-services/dial", test_dial);
  g_test_add_func ("/phone-services/shown-digits", test_shown_digits);
  g_test_add_func ("/phone-services/password", test_password);
  g_test_add_func ("/phone-services/search", test_search);
  g_test_add_func ("/phone-services/chips", test_chips);
  g_test_add_func ("/phone-services/long-chip", test_long_chip);
  g_test_add_func ("/phone-services/shade", test_shade);
  g_test_add_func ("/phone-services/fan", test_fan);
  g_test_add_func ("/phone-services/code", test_code);
  g_test_add_func ("/phone-services/text-size", test_text_size);
  g_test_add_func ("/phone-services/sizes-sheet", test_sizes_sheet);
  g_test_add_func ("/phone-services/easy-home", test_easy_home);
  status = g_test_run ();
  hih_app_set_unref (apps);
  return status;
}
