/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies over every screen of the practice phone: how bright it is, and how loud when that changes. */
#include "config.h"

#include "phone-booth.h"

#include "hih-phone-screen.h"
#include "hih-phone-tag.h"

#include <adwaita.h>

static const BoothState at_home = { "home", "home/main", "" };
static const BoothState in_settings = { "settings", "settings/main", "" };
static HihAppSet *apps;

static GtkWidget *
find_bar (GtkWidget *root)
{
  if (GTK_IS_PROGRESS_BAR (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_bar (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The mean of the phone's screen, 0 to 255. */
static double
measure_light (BoothPhone *fixture)
{
  cairo_surface_t *surface;
  const guchar *pixels;
  gint64 sum = 0, n = 0;

  booth_settle (&fixture->booth);
  surface = booth_paint (&fixture->booth);
  cairo_surface_flush (surface);
  pixels = cairo_image_surface_get_data (surface);
  for (int y = BOOTH_HEIGHT / 4; y < BOOTH_HEIGHT * 3 / 4; y++)
    {
      for (int x = BOOTH_WIDTH / 4; x < BOOTH_WIDTH * 3 / 4; x++, n++)
        sum += pixels[y * cairo_image_surface_get_stride (surface) + x * 4 + 1];
    }
  cairo_surface_destroy (surface);
  return (double) sum / (double) n;
}

static void
test_brightness (void)
{
  BoothPhone fixture;
  double full, before;

  booth_phone_open (&fixture, apps, &in_settings, HIH_LAYOUT_A, "zh_CN");
  full = measure_light (&fixture);
  before = full + 1;
  for (int brightness = 8; brightness >= 1; brightness--)
    {
      g_autofree char *value = g_strdup_printf ("%d", brightness);
      double now;

      booth_act (&fixture, HIH_GESTURE_DRAG, "settings/brightness", value);
      g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (fixture.phone), "system.brightness"), ==, value);
      now = measure_light (&fixture);
      g_assert_cmpfloat (now, <, before);
      before = now;
    }
  /* Clearly dimmer, yet #ffffff is no darker than #c0c0c0: all words can still be read on it. */
  g_assert_cmpfloat (before, <, full * 0.80);
  g_assert_cmpfloat (before, >, full * 0.74);
  booth_phone_close (&fixture);
}

static void
test_volume (void)
{
  BoothPhone fixture;
  GtkWidget *bar;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  bar = find_bar (GTK_WIDGET (fixture.view));
  g_assert_nonnull (bar);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  booth_act (&fixture, HIH_GESTURE_TAP, "system/volume-up", NULL);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), 4 / 5.0, 0.001);
  booth_act (&fixture, HIH_GESTURE_TAP, "system/volume-down", NULL);
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), 3 / 5.0, 0.001);
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 3000);
  hih_phone_view_advance (fixture.view);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 1000);
  hih_phone_view_advance (fixture.view);
  g_assert_false (gtk_widget_get_visible (gtk_widget_get_parent (bar)));
  booth_phone_close (&fixture);
}

/* (nullable): that of its forms that is seen */
static GtkWidget *
find_toast (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "toast") && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_toast (child);
  return found;
}

static void
assert_off_buttons (GtkWidget *widget, GtkWidget *row, const graphene_rect_t *toast)
{
  graphene_rect_t box;

  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_BUTTON (widget))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, row, &box));
      g_assert_false (graphene_rect_intersection (&box, toast, NULL));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_off_buttons (child, row, toast);
}

/* Words that come over the screen leave what is to be tapped free. */
static void
test_toast (void)
{
  static const BoothState states[] = {
    { "call", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
    { "camera", "camera/main", "<set key='camera.taken' to='yes'/>" },
  };
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      GtkWidget *toast;
      graphene_rect_t box;

      booth_phone_open (&fixture, apps, &states[i % 2], layouts[i / 2], "en");
      booth_run_effects (fixture.phone, "<toast><text>Loudspeaker on: no need to hold it to your ear.</text></toast>");
      hih_phone_view_finish_transitions (fixture.view);
      booth_settle (&fixture.booth);
      toast = find_toast (fixture.booth.row);
      g_assert_nonnull (toast);
      g_assert_true (gtk_widget_compute_bounds (toast, fixture.booth.row, &box));
      g_assert_cmpfloat (box.size.height, >, 40);
      assert_off_buttons (fixture.booth.row, fixture.booth.row, &box);
      booth_phone_close (&fixture);
    }
}

static GtkWidget *
find_screen (GtkWidget *widget)
{
  GtkWidget *found = HIH_IS_PHONE_SCREEN (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_screen (child);
  return found;
}

/* The phone's own line at the top is none, nor is the page's name, which was read before. */
static gboolean
hides_words (GtkWidget *widget, GtkWidget *toast, const graphene_rect_t *place)
{
  graphene_rect_t box;

  if (!gtk_widget_get_visible (widget) || g_str_equal (gtk_widget_get_css_name (widget), "statusbar") ||
      gtk_widget_has_css_class (widget, "bar-title"))
    return FALSE;
  if (GTK_IS_LABEL (widget) && hih_phone_tag_find_words (GTK_LABEL (widget), toast, &box) && graphene_rect_intersection (&box, place, NULL))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (hides_words (child, toast, place))
        return TRUE;
    }
  return FALSE;
}

/* Where there is room, it hides no word either; Chinese words that need two lines are broken where a clause ends. On a full
 * page its letters are as large as any: it lies on the page's name for a moment. */
static void
test_toast_room (void)
{
  static const BoothState states[] = {
    { "album", "home/main", "<open screen='album/photos'/>" },
    { "person", "home/main", "<set key='phone.peer' to='clinic'/><open screen='phone/person'/>" },
    { "shade", "home/main", "<sheet id='system/shade'/>" },
  };
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

  for (guint i = 0; i < G_N_ELEMENTS (states) * G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      graphene_rect_t place;
      GtkWidget *toast, *screen;

      booth_phone_open (&fixture, apps, &states[i / 3], layouts[i % 3], "zh_CN");
      booth_run_effects (fixture.phone, "<toast><text>飞行模式关了，电话能打进来了。</text></toast>");
      hih_phone_view_finish_transitions (fixture.view);
      booth_settle (&fixture.booth);
      toast = find_toast (fixture.booth.row);
      g_assert_nonnull (toast);
      screen = find_screen (fixture.booth.row);
      g_assert_true (gtk_widget_compute_bounds (toast, toast, &place));
      g_assert_cmpfloat (place.size.height, >, 30);
      if (hides_words (hih_phone_screen_get_reach (HIH_PHONE_SCREEN (screen)), toast, &place))
        g_test_fail_printf ("%s in layout %s: a toast hides words", states[i / 3].name, layouts[i % 3]);
      if (gtk_widget_has_css_class (toast, "small"))
        g_test_fail_printf ("%s in layout %s: a toast in small letters", states[i / 3].name, layouts[i % 3]);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (toast)), ==, "飞行模式关了，\n电话能打进来了。");
      booth_phone_close (&fixture);
    }
}

/* Where it stands in a full page's bar it hides the name in whole, and beside a dialog it does not lie on that one's edge. */
static void
test_toast_whole (void)
{
  static const BoothState states[] = {
    { "list", "home/main", "<open screen='chat/list'/>" },
    { "form", "home/main", "<open screen='city/form'/>" },
    { "dialog", "home/main", "<open screen='chat/talk'/><ask dialog='chat/rumour'/>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      BoothPhone fixture;
      GtkWidget *toast, *screen, *reach, *name;
      graphene_rect_t place, box, both;

      booth_phone_open (&fixture, apps, &states[i], HIH_LAYOUT_B, "zh_CN");
      booth_run_effects (fixture.phone, "<toast><text>“妈，您问得对。那不是我。”</text></toast>");
      hih_phone_view_finish_transitions (fixture.view);
      booth_settle (&fixture.booth);
      toast = find_toast (fixture.booth.row);
      screen = find_screen (fixture.booth.row);
      reach = hih_phone_screen_get_reach (HIH_PHONE_SCREEN (screen));
      g_assert_true (gtk_widget_compute_bounds (toast, screen, &place));
      if (i == 2)
        {
          g_assert_true (gtk_widget_compute_bounds (reach, screen, &box));
          g_assert_false (graphene_rect_intersection (&box, &place, NULL));
        }
      else
        {
          name = booth_find_class (screen, "bar-title");
          g_assert_true (hih_phone_tag_find_words (GTK_LABEL (name), screen, &box));
          g_assert_true (graphene_rect_intersection (&box, &place, &both));
          g_assert_cmpfloat (both.size.width, >, box.size.width - 1);
        }
      booth_phone_close (&fixture);
    }
}

/* Where a screen is full, it lies on no picture that is to be touched next, whichever that is. */
static void
test_toast_next (void)
{
  static const char *const targets[] = { "home/chat", "home/settings", "home/camera", "home/phone", "home/album", "home/weather" };
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      GtkWidget *toast;
      graphene_rect_t place, target;

      booth_phone_open (&fixture, apps, &at_home, layouts[i], "zh_CN");
      booth_run_effects (fixture.phone, "<toast><text>飞行模式关了，电话能打进来了。</text></toast>");
      hih_phone_view_finish_transitions (fixture.view);
      for (guint k = 0; k < G_N_ELEMENTS (targets); k++)
        {
          hih_element_context_set_wanted (hih_phone_view_get_context (fixture.view), targets[k], NULL);
          booth_settle (&fixture.booth);
          toast = find_toast (fixture.booth.row);
          g_assert_nonnull (toast);
          g_assert_true (gtk_widget_compute_bounds (toast, fixture.booth.row, &place));
          if (!hih_phone_view_get_target_bounds (fixture.view, targets[k], fixture.booth.row, &target))
            continue;
          n++;
          if (graphene_rect_intersection (&place, &target, NULL))
            g_test_fail_printf ("%s %s: a toast on what is to be touched next", layouts[i], targets[k]);
        }
      booth_phone_close (&fixture);
    }
  g_assert_cmpuint (n, >=, 9);
}

static gboolean
overlaps (GtkWidget *row, GtkWidget *a, GtkWidget *b)
{
  graphene_rect_t one, other, both;

  return gtk_widget_compute_bounds (a, row, &one) && gtk_widget_compute_bounds (b, row, &other) &&
         graphene_rect_intersection (&one, &other, &both) && both.size.width > 1 && both.size.height > 1;
}

/* A message that comes from above leaves the way back, the page's name and the label of practice free: the page makes room
 * for one that waits to be tapped, and one that goes by itself stands below. */
static void
test_notice (void)
{
  static const BoothState waits = { "sms", "home/main", "<set key='clinic.sms' to='sent'/><open screen='clinic/code'/>" };
  static const BoothState goes = { "notify", "home/main", "<open screen='city/notice'/>" };
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  static const char *const classes[] = { "back", "bar-title", "mark" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      GtkWidget *row, *notice;

      booth_phone_open (&fixture, apps, i % 2 == 0 ? &waits : &goes, layouts[i / 2], "zh_CN");
      if (i % 2 == 1)
        booth_run_effects (fixture.phone, "<notify picture='face-fang'><title>女儿小芳</title><text>六点吃饭，带上外套。</text></notify>");
      hih_phone_view_finish_transitions (fixture.view);
      booth_settle (&fixture.booth);
      row = fixture.booth.row;
      notice = booth_find_class (row, i % 2 == 0 ? "arrived" : "banner");
      g_assert_true (gtk_widget_get_mapped (notice));
      g_assert_cmpint (gtk_widget_get_height (notice), >, 60);
      for (guint k = 0; k < G_N_ELEMENTS (classes); k++)
        {
          GtkWidget *other = booth_find_class (row, classes[k]);

          if (other != NULL && gtk_widget_get_mapped (other) && overlaps (row, notice, other))
            g_test_fail_printf ("%s in layout %s lies on the %s", i % 2 == 0 ? "an SMS" : "a message", layouts[i / 2], classes[k]);
        }
      g_assert_nonnull (booth_find_class (row, "back"));
      booth_phone_close (&fixture);
    }
}

/* A form that is to be compared with a card is seen whole, in every layout; a label of a fraud is not moved away. */
static void
test_whole (void)
{
  static const BoothState form = { "form", "city/main", "<open screen='city/form'/>" };
  static const BoothState fraud = { "fraud", "home/main",
                                    "<set key='drills.money-sent' to='yes'/><open screen='drills/new-number'/>" };
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  static const char *const languages[] = { "en", "zh_CN" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      GtkWidget *foot;
      graphene_rect_t pad, below;

      booth_phone_open (&fixture, apps, &form, layouts[i / 2], languages[i % 2]);
      hih_phone_view_finish_transitions (fixture.view);
      booth_settle (&fixture.booth);
      booth_act (&fixture, HIH_GESTURE_TYPE, "city/digits", "0028");
      g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (fixture.phone), "city.id-number"), ==, "3201**********0028");
      booth_settle (&fixture.booth);
      foot = booth_find_class (fixture.booth.row, "foot");
      g_assert_true (gtk_widget_compute_bounds (booth_find_class (fixture.booth.row, "pad"), fixture.booth.row, &pad));
      g_assert_true (gtk_widget_compute_bounds (foot, fixture.booth.row, &below));
      g_assert_cmpfloat (pad.origin.y + pad.size.height, <=, below.origin.y);
      booth_phone_close (&fixture);

      booth_phone_open (&fixture, apps, &fraud, layouts[i / 2], languages[i % 2]);
      g_assert_null (gtk_widget_get_ancestor (booth_find_class (fixture.booth.row, "mark"), GTK_TYPE_SCROLLED_WINDOW));
      booth_phone_close (&fixture);
    }
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  apps = booth_load_apps ();
  g_test_add_func ("/phone-glass/brightness", test_brightness);
  g_test_add_func ("/phone-glass/volume", test_volume);
  g_test_add_func ("/phone-glass/toast", test_toast);
  g_test_add_func ("/phone-glass/toast-room", test_toast_room);
  g_test_add_func ("/phone-glass/toast-whole", test_toast_whole);
  g_test_add_func ("/phone-glass/toast-next", test_toast_next);
  g_test_add_func ("/phone-glass/notice", test_notice);
  g_test_add_func ("/phone-glass/whole", test_whole);
  return g_test_run ();
}
