/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The larger kinds under a finger: a pin that is dragged, adverts that are left, a shutter; and what is shown of what is
 * private: the room behind oneself, a secret, a code. */
#include "config.h"

#include "phone-booth.h"

#include "hih-element-view.h"
#include "hih-phone-map.h"
#include "hih-step-view.h"
#include "hih-words.h"

#include <adwaita.h>

static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
static HihAppSet *apps;

/* A finger on the real widgets: the host's own gesture, with the points a touchscreen would give. */
static void
drag (BoothPhone *fixture, graphene_point_t from, graphene_point_t to)
{
  GListModel *controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_DRAG (controller))
        continue;
      g_signal_emit_by_name (controller, "drag-begin", (double) from.x, (double) from.y);
      g_signal_emit_by_name (controller, "drag-update", (double) (to.x - from.x) / 2, (double) (to.y - from.y) / 2);
      g_signal_emit_by_name (controller, "drag-update", (double) (to.x - from.x), (double) (to.y - from.y));
      g_signal_emit_by_name (controller, "drag-end", (double) (to.x - from.x), (double) (to.y - from.y));
    }
  g_object_unref (controllers);
}

static graphene_point_t
point_of (BoothPhone *fixture, const char *target)
{
  graphene_rect_t bounds;

  g_assert_true (hih_phone_view_get_target_bounds (fixture->view, target, GTK_WIDGET (fixture->view), &bounds));
  return GRAPHENE_POINT_INIT (bounds.origin.x + bounds.size.width / 2, bounds.origin.y + 14);
}

static void
lifted_cb (gpointer data)
{
  (*(guint *) data)++;
}

/* The pin goes along with the finger and falls on the spot that is near; let go in the river it goes back. A tap on a spot
 * does the same. In every layout, as the town is turned. */
static void
test_pin (void)
{
  const BoothState state = { "place", "chat/list", "<open screen='chat/place'/>" };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      GtkWidget *map;
      graphene_point_t pin, river;

      booth_phone_open (&fixture, apps, &state, layouts[i], "zh_CN");
      map = booth_find (GTK_WIDGET (fixture.view), "chat/town");
      g_assert_true (hih_phone_map_get_pin (HIH_PHONE_MAP (map), &pin));
      drag (&fixture, point_of (&fixture, "chat/market"), point_of (&fixture, "chat/gate"));
      g_assert_cmpstr (booth_get_key (&fixture, "chat.pin"), ==, "gate");
      booth_settle (&fixture.booth);
      river = point_of (&fixture, "chat/town");
      if (i != 2)
        river.y += 0.9f * (float) gtk_widget_get_height (map) - 14;
      drag (&fixture, point_of (&fixture, "chat/gate"), river);
      g_assert_cmpstr (booth_get_key (&fixture, "chat.pin"), ==, "gate");
      g_assert_true (hih_phone_map_get_pin (HIH_PHONE_MAP (map), &pin));
      g_assert_cmpfloat (pin.x, >, 0);
      booth_click (GTK_WIDGET (fixture.view), "chat/home");
      g_assert_cmpstr (booth_get_key (&fixture, "chat.pin"), ==, "home");
      booth_phone_close (&fixture);
    }
}

/* A finger beside a spot's name means the spot, and not the ground it lies on. */
static void
test_near_spot (void)
{
  const BoothState state = { "place", "chat/list", "<open screen='chat/place'/>" };
  graphene_rect_t bounds;
  graphene_point_t beside;
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &state, HIH_LAYOUT_A, "zh_CN");
  g_assert_true (hih_phone_view_get_target_bounds (fixture.view, "chat/gate", GTK_WIDGET (fixture.view), &bounds));
  beside = GRAPHENE_POINT_INIT (bounds.origin.x - 9, bounds.origin.y + 30);
  drag (&fixture, beside, beside);
  g_assert_cmpstr (booth_get_key (&fixture, "chat.pin"), ==, "gate");
  beside.y += 120;
  drag (&fixture, beside, beside);
  g_assert_cmpstr (booth_get_key (&fixture, "chat.pin"), ==, "gate");
  booth_phone_close (&fixture);
}

/* The hand takes the pin along to where the gesture says, and tells nothing to the brain. */
static void
test_hand_carries (void)
{
  const BoothState state = { "place", "chat/list", "<open screen='chat/place'/>" };
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_DRAG, "chat/town", "home");
  graphene_point_t before, during, after;
  guint lifted = 0;
  BoothPhone fixture;
  HihPhoneMap *map;

  booth_phone_open (&fixture, apps, &state, HIH_LAYOUT_A, "zh_CN");
  map = HIH_PHONE_MAP (booth_find (GTK_WIDGET (fixture.view), "chat/town"));
  g_assert_true (hih_phone_map_get_pin (map, &before));
  hih_phone_view_perform (fixture.view, gesture, lifted_cb, &lifted, NULL);
  booth_pass_time (&fixture, HIH_HAND_TRAVEL_MS + HIH_HAND_REST_MS + 10);
  hih_phone_view_advance (fixture.view);
  booth_pass_time (&fixture, 600);
  hih_phone_view_advance (fixture.view);
  g_assert_true (hih_phone_map_get_pin (map, &during));
  g_assert_cmpfloat (during.x, <, before.x - 20);
  hih_phone_view_hide_hand (fixture.view);
  g_assert_true (hih_phone_map_get_pin (map, &after));
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 0.01);
  g_assert_cmpstr (booth_get_key (&fixture, "chat.pin"), ==, "market");
  g_assert_cmpuint (lifted, ==, 0);
  booth_phone_close (&fixture);
}

/* Whether all of @target is on the screen, and nothing of it under the buttons that stand at its foot. */
static void
assert_in_sight (BoothPhone *fixture, const char *target)
{
  GtkWidget *widget = booth_find (GTK_WIDGET (fixture->view), target);
  graphene_rect_t box;

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_get_mapped (widget));
  for (GtkWidget *around = gtk_widget_get_parent (widget); around != GTK_WIDGET (fixture->view);
       around = gtk_widget_get_parent (around))
    {
      if (gtk_widget_get_overflow (around) != GTK_OVERFLOW_HIDDEN)
        continue;
      g_assert_true (gtk_widget_compute_bounds (widget, around, &box));
      g_assert_cmpfloat (box.origin.y, >=, -0.5);
      g_assert_cmpfloat (box.origin.y + box.size.height, <=, gtk_widget_get_height (around) + 0.5);
    }
}

/* Without network one reads so, and sees below it the way out and all that is left of the page (no code, and no colour),
 * before anything is scrolled: on the phone of a lesson page, the small one and the short one. */
static void
test_no_network (void)
{
  static const BoothState codes[] = {
    { "code", "city/main", "<set key='system.network' to='no'/><open screen='city/code'/>" },
    { "old", "city/main", "<set key='city.fresh' to='no'/><set key='system.network' to='no'/><open screen='city/code'/>" },
  };
  static const struct
  {
    int width, height;
    gboolean is_short;
  } phones[] = { { BOOTH_WIDTH, BOOTH_HEIGHT, FALSE }, { 304, 600, FALSE }, { 360, 552, TRUE } };
  const guint n_codes = G_N_ELEMENTS (codes), n_phones = G_N_ELEMENTS (phones);

  for (guint i = 0; i < n_codes * n_phones * G_N_ELEMENTS (layouts); i++)
    {
      guint k = i / n_codes % n_phones;
      BoothPhone fixture;
      graphene_rect_t why, way;

      booth_phone_open (&fixture, apps, &codes[i % n_codes], layouts[i / n_codes / n_phones], "zh_CN");
      hih_phone_view_set_short (fixture.view, phones[k].is_short);
      fixture.booth.width = phones[k].width;
      fixture.booth.height = phones[k].height;
      hih_phone_view_finish_transitions (fixture.view);
      booth_settle (&fixture.booth);
      assert_in_sight (&fixture, "city/no-network");
      g_assert_null (booth_find (GTK_WIDGET (fixture.view), "city/code-colour"));
      assert_in_sight (&fixture, "city/refresh");
      assert_in_sight (&fixture, "city/other-ways");
      g_assert_true (gtk_widget_compute_bounds (booth_find (GTK_WIDGET (fixture.view), "city/no-network"),
                                                GTK_WIDGET (fixture.view), &why));
      g_assert_true (gtk_widget_compute_bounds (booth_find (GTK_WIDGET (fixture.view), "city/other-ways"),
                                                GTK_WIDGET (fixture.view), &way));
      g_assert_cmpfloat (why.size.height, >, 0);
      g_assert_cmpfloat (why.origin.y + why.size.height, <=, way.origin.y);
      booth_phone_close (&fixture);
    }
}

/* The way out of an advert stands in another corner in each layout, is as large as any target, and counts but stays. */
static void
test_advert (void)
{
  const BoothState state = { "offer", "weather/main", "<ask dialog='weather/offer'/>" };
  graphene_rect_t places[G_N_ELEMENTS (layouts)];

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      BoothPhone fixture;
      GtkWidget *skip, *label;

      booth_phone_open (&fixture, apps, &state, layouts[i], "zh_CN");
      skip = booth_find (GTK_WIDGET (fixture.view), "weather/skip-offer");
      label = hih_element_view_part (skip, "label");
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "跳过 5");
      g_assert_true (hih_phone_view_get_target_bounds (fixture.view, "weather/skip-offer", GTK_WIDGET (fixture.view), &places[i]));
      booth_pass_time (&fixture, 2500);
      hih_phone_view_advance (fixture.view);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "跳过 3");
      booth_pass_time (&fixture, 60000);
      hih_phone_view_advance (fixture.view);
      g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "跳过");
      booth_settle (&fixture.booth);
      drag (&fixture, point_of (&fixture, "weather/skip-offer"), point_of (&fixture, "weather/skip-offer"));
      g_assert_cmpstr (booth_get_key (&fixture, "weather.closed"), ==, "yes");
      booth_phone_close (&fixture);
    }
  g_assert_cmpfloat (places[1].origin.x + 100, <, places[0].origin.x);
  g_assert_cmpfloat (places[2].origin.y, >, places[0].origin.y + 100);
}

/* Whether the picture at @ms differs from the one before. */
static gboolean
changes_within (BoothPhone *fixture, gint64 ms)
{
  cairo_surface_t *before = booth_paint (&fixture->booth);
  cairo_surface_t *after;
  gsize size = (gsize) cairo_image_surface_get_stride (before) * (gsize) cairo_image_surface_get_height (before);
  gboolean changed;

  booth_pass_time (fixture, ms);
  hih_phone_view_advance (fixture->view);
  after = booth_paint (&fixture->booth);
  changed = memcmp (cairo_image_surface_get_data (before), cairo_image_surface_get_data (after), size) != 0;
  cairo_surface_destroy (before);
  cairo_surface_destroy (after);
  return changed;
}

/* What moves by the clock, and what stands still: a film of it is drawn only where it changes. */
static void
test_motion (void)
{
  static const struct
  {
    BoothState state;
    gint64 ms;
    gboolean moves;
  } cases[] = {
    { { "scan", "camera/main", "<open screen='camera/scan'/>" }, 240, TRUE },
    { { "found", "camera/main", "<set key='camera.aim' to='found'/><open screen='camera/scan'/>" }, 240, FALSE },
    { { "photo", "camera/main", "" }, 240, FALSE },
    { { "blink", "city/main", "<open screen='city/face-check'/><set key='city.face' to='blink'/>" }, 700, TRUE },
    { { "turn", "city/main", "<open screen='city/face-check'/><set key='city.face' to='turn'/>" }, 700, FALSE },
    { { "voice", "chat/list",
        "<set key='chat.peer' to='fang'/><set key='chat.left-message' to='yes'/><set key='chat.voice-plays' to='yes'/><open screen='chat/talk'/>" },
      300, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BoothPhone fixture;

      g_test_message ("%s", cases[i].state.name);
      booth_phone_open (&fixture, apps, &cases[i].state, HIH_LAYOUT_A, "zh_CN");
      hih_phone_view_finish_transitions (fixture.view);
      hih_phone_view_advance (fixture.view);
      g_assert_cmpint (changes_within (&fixture, cases[i].ms), ==, cases[i].moves);
      booth_phone_close (&fixture);
    }
}

/* Who is seen speaks while their words last, rests then, and speaks again when there is something else to say. */
static void
test_mouth (void)
{
  static const BoothState call = { "call", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/call'/>" };
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &call, HIH_LAYOUT_A, "zh_CN");
  hih_phone_view_finish_transitions (fixture.view);
  hih_phone_view_advance (fixture.view);
  g_assert_true (changes_within (&fixture, 200));
  /* At rest: no second passes on the timer, no eye blinks between these two moments. */
  booth_pass_time (&fixture, 8000);
  hih_phone_view_advance (fixture.view);
  g_assert_false (changes_within (&fixture, 200));
  booth_click (GTK_WIDGET (fixture.view), "chat/flip");
  hih_phone_view_advance (fixture.view);
  g_assert_true (changes_within (&fixture, 200));
  booth_phone_close (&fixture);
}

/* Click: the picture lies in the album, and the button that shows it is there. */
static void
test_shutter (void)
{
  const BoothState state = { "camera", "camera/main", "" };
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &state, HIH_LAYOUT_B, "zh_CN");
  g_assert_null (booth_find (GTK_WIDGET (fixture.view), "camera/last"));
  booth_click (GTK_WIDGET (fixture.view), "camera/flip");
  booth_click (GTK_WIDGET (fixture.view), "camera/shutter");
  g_assert_cmpstr (booth_get_key (&fixture, "camera.taken"), ==, "no");
  booth_click (GTK_WIDGET (fixture.view), "camera/flip");
  booth_click (GTK_WIDGET (fixture.view), "camera/shutter");
  booth_settle (&fixture.booth);
  booth_click (GTK_WIDGET (fixture.view), "camera/last");
  g_assert_cmpstr (booth_get_screen (&fixture), ==, "album/photo");
  g_assert_cmpstr (booth_get_key (&fixture, "album.photo"), ==, "taken");
  booth_phone_close (&fixture);
}

/* A sum over what is seen of oneself. */
static guint
sum_own (BoothPhone *fixture)
{
  cairo_surface_t *surface = booth_paint (&fixture->booth);
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  graphene_rect_t box;
  guint sum = 0;

  g_assert_true (gtk_widget_compute_bounds (booth_find_class (GTK_WIDGET (fixture->view), "self"), fixture->booth.row, &box));
  for (int y = (int) box.origin.y + 6; y < (int) (box.origin.y + box.size.height) - 6; y++)
    {
      for (int x = (int) box.origin.x + 6; x < (int) (box.origin.x + box.size.width) - 6; x++)
        sum = sum * 31 + data[y * stride + x * 4 + 1];
    }
  cairo_surface_destroy (surface);
  return sum;
}

/* What hides the room hides it in the picture, and with it whoever is in it; the camera turned round shows something else. */
static void
test_own (void)
{
  static const BoothState visit = { "visit", "visit/photos",
                                    "<set key='visit.peer' to='fang'/><set key='visit.room' to='shared'/><open screen='visit/talk'/>" };
  static const BoothState call = { "call", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/call'/>" };
  BoothPhone fixture;
  guint shared, hidden, seen, me;

  booth_phone_open (&fixture, apps, &visit, HIH_LAYOUT_A, "zh_CN");
  hih_phone_view_finish_transitions (fixture.view);
  shared = sum_own (&fixture);
  booth_click (GTK_WIDGET (fixture.view), "visit/hide-room");
  hidden = sum_own (&fixture);
  booth_click (GTK_WIDGET (fixture.view), "visit/show-room");
  seen = sum_own (&fixture);
  g_assert_cmpuint (shared, !=, hidden);
  g_assert_cmpuint (hidden, !=, seen);
  g_assert_cmpuint (seen, !=, shared);
  booth_phone_close (&fixture);

  booth_phone_open (&fixture, apps, &call, HIH_LAYOUT_A, "zh_CN");
  hih_phone_view_finish_transitions (fixture.view);
  me = sum_own (&fixture);
  booth_click (GTK_WIDGET (fixture.view), "chat/flip");
  g_assert_cmpuint (sum_own (&fixture), !=, me);
  booth_click (GTK_WIDGET (fixture.view), "chat/flip");
  g_assert_cmpuint (sum_own (&fixture), ==, me);
  booth_phone_close (&fixture);
}

/* Of a secret that stands in its line only its length is seen. */
static void
test_secret (void)
{
  static const char *const names[] = { "field", NULL };
  static const BoothState state = { "field", "field/main", "<set key='field.pin' to='2468'/>" };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) example = hih_app_set_load (HIH_SOURCE_ROOT "/lessons/examples/elements", names, issues);
  BoothPhone fixture;

  g_assert_nonnull (example);
  booth_phone_open (&fixture, example, &state, HIH_LAYOUT_A, "en");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (booth_find (GTK_WIDGET (fixture.view), "field/pin"), "filled"))),
                   ==, "●●●●");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (booth_find (GTK_WIDGET (fixture.view), "field/name"), "filled"))),
                   ==, "Zhang Guiying");
  booth_phone_close (&fixture);
}

/* A code says that a tap fills it in only where there is something to fill in; on the dark ground of a call it is read as well. */
static void
test_code (void)
{
  static const BoothState call = { "code-call", "home/main", "<open screen='drills/code-call'/>" };
  static const BoothState page = { "code-page", "home/main", "<set key='drills.code-age' to='fresh'/><open screen='drills/code-page'/>" };
  BoothPhone fixture;
  GtkWidget *title;
  GdkRGBA ink;

  booth_phone_open (&fixture, apps, &call, HIH_LAYOUT_A, "zh_CN");
  title = hih_element_view_part (booth_find (GTK_WIDGET (fixture.view), "drills/code-message"), "title");
  gtk_style_context_get_color (gtk_widget_get_style_context (title), &ink);
  g_assert_cmpfloat (ink.red, <, 0.3);
  g_assert_nonnull (booth_find_class (GTK_WIDGET (fixture.view), "code-digits"));
  g_assert_null (booth_find_class (GTK_WIDGET (fixture.view), "code-words"));
  booth_phone_close (&fixture);

  booth_phone_open (&fixture, apps, &page, HIH_LAYOUT_A, "zh_CN");
  g_assert_nonnull (booth_find_class (GTK_WIDGET (fixture.view), "code-words"));
  booth_click (GTK_WIDGET (fixture.view), "drills/code-sms");
  g_assert_cmpstr (booth_get_key (&fixture, "drills.code"), ==, "5082");
  booth_phone_close (&fixture);
}

/* A round button that turns something on is seen to be on, and heard: in every layout, and off again. */
static void
test_on (void)
{
  static const struct
  {
    BoothState state;
    const char *off, *on; /* one button, or two that take each other's place */
  } turned[] = {
    { { "telephone", "home/main", "<set key='phone.peer' to='fang'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" },
      "phone/loud", "phone/loud" },
    { { "telephone-mute", "home/main", "<set key='phone.peer' to='fang'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" },
      "phone/mute", "phone/unmute" },
    { { "video", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
      "chat/aloud", "chat/aloud" },
    { { "video-mute", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
      "chat/mute", "chat/unmute" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (turned) * G_N_ELEMENTS (layouts); i++)
    {
      const char *off = turned[i / 3].off, *on = turned[i / 3].on;
      BoothPhone fixture;
      GtkWidget *button;

      booth_phone_open (&fixture, apps, &turned[i / 3].state, layouts[i % 3], "zh_CN");
      g_assert_false (gtk_widget_has_css_class (booth_find (fixture.booth.row, off), "on"));
      booth_click (fixture.booth.row, off);
      booth_settle (&fixture.booth);
      button = booth_find (fixture.booth.row, on);
      g_test_message ("%s in layout %s", turned[i / 3].state.name, layouts[i % 3]);
      g_assert_true (gtk_widget_has_css_class (button, "on"));
      g_assert_true (gtk_widget_get_mapped (hih_element_view_part (button, "tick")));
      gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
      booth_click (fixture.booth.row, on);
      booth_settle (&fixture.booth);
      button = booth_find (fixture.booth.row, off);
      g_assert_false (gtk_widget_has_css_class (button, "on"));
      g_assert_false (gtk_widget_get_visible (hih_element_view_part (button, "tick")));
      if (g_str_equal (on, off))
        gtk_test_accessible_assert_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_FALSE);
      booth_phone_close (&fixture);
    }
}

int
main (int argc, char **argv)
{
  int status;

  apps = booth_begin (&argc, &argv);
  g_test_add_func ("/phone-parts/pin", test_pin);
  g_test_add_func ("/phone-parts/near-spot", test_near_spot);
  g_test_add_func ("/phone-parts/hand-carries", test_hand_carries);
  g_test_add_func ("/phone-parts/advert", test_advert);
  g_test_add_func ("/phone-parts/no-network", test_no_network);
  g_test_add_func ("/phone-parts/motion", test_motion);
  g_test_add_func ("/phone-parts/mouth", test_mouth);
  g_test_add_func ("/phone-parts/shutter", test_shutter);
  g_test_add_func ("/phone-parts/own", test_own);
  g_test_add_func ("/phone-parts/secret", test_secret);
  g_test_add_func ("/phone-parts/code", test_code);
  g_test_add_func ("/phone-parts/on", test_on);
  status = g_test_run ();
  hih_app_set_unref (apps);
  return status;
}
