/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice phone's widgets: every kind, every state worth looking at, what a click does, what time does. */
#include "config.h"

#include "phone-booth.h"

#include "hih-element-kind.h"
#include "hih-element-view.h"
#include "hih-phone-style.h"
#include "hih-step-view.h"

#include <adwaita.h>
#include <math.h>

#define TAPPABLE 60

static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
static const char *const languages[] = { "zh_CN", "en" };
static HihAppSet *apps;

typedef void (*WidgetFunc) (GtkWidget *widget, gpointer data);

static void
foreach_shown (GtkWidget *root, WidgetFunc func, gpointer data)
{
  if (!gtk_widget_get_visible (root))
    return;
  func (root, data);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    foreach_shown (child, func, data);
}

static gboolean
is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_ENTRY (widget) || GTK_IS_SWITCH (widget) || GTK_IS_CHECK_BUTTON (widget) ||
         GTK_IS_SCALE (widget);
}

static const BoothState at_home = { "home", "home/main", "" };

/* Every kind is made from its example, found by its target, and what can be used has a role and a name. */

static void
check_control (GtkWidget *widget, gpointer data)
{
  guint *n = data;

  if (!is_control (widget))
    return;
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)), !=, GTK_ACCESSIBLE_ROLE_NONE);
  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("%s of %s has no name", G_OBJECT_TYPE_NAME (widget),
             hih_element_view_get_widget_target (hih_element_view_find_widget (widget)));
  (*n)++;
}

static void
check_nodes (HihPhoneView *view, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = g_ptr_array_index (nodes, i);
      graphene_rect_t bounds;

      if (!g_str_has_suffix (node->target, "/"))
        g_assert_true (hih_phone_view_get_target_bounds (view, node->target, GTK_WIDGET (view), &bounds));
      check_nodes (view, node->children);
    }
}

static void
test_kinds (void)
{
  const HihElementKind *const *kinds;
  guint n_kinds, n_controls = 0;

  kinds = hih_element_kind_list (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      const char *name = hih_element_kind_get_name (kinds[i]);
      const char *names[] = { name, NULL };
      g_autofree char *screen = g_strconcat (name, "/main", NULL);
      g_autoptr (GPtrArray) issues = hih_issues_new ();
      g_autoptr (HihAppSet) example = NULL;

      g_assert_nonnull (hih_element_view_find (name));
      if (g_str_equal (name, "key"))
        continue; /* stands in every system.xml */
      example = hih_app_set_load (HIH_SOURCE_ROOT "/lessons/examples/elements", names, issues);
      g_assert_nonnull (example);
      for (guint l = 0; l < G_N_ELEMENTS (layouts); l++)
        {
          BoothPhone fixture;
          g_autoptr (HihPhoneState) state = hih_app_set_new_state (example, screen);
          HihPhone *real;

          booth_phone_open (&fixture, apps, &at_home, layouts[l], "en");
          real = hih_phone_new (example, layouts[l], fixture.clock);
          hih_phone_set_state (real, state);
          hih_phone_view_set_phone (fixture.view, real);
          booth_settle (&fixture.booth);
          check_nodes (fixture.view, hih_scene_get_nodes (hih_phone_get_scene (real)));
          check_nodes (fixture.view, hih_scene_get_keys (hih_phone_get_scene (real)));
          foreach_shown (GTK_WIDGET (fixture.view), check_control, &n_controls);
          hih_phone_view_set_phone (fixture.view, NULL);
          g_assert_finalize_object (real);
          booth_phone_close (&fixture);
        }
    }
  g_assert_cmpuint (n_controls, >, 100);
}

/* Every state, layout and language: large enough, inside the screen, never cut. */

typedef struct
{
  GtkWidget *view;
  const char *where;
  guint n;
} Look;

static void
check_size (GtkWidget *widget, gpointer data)
{
  Look *look = data;
  const char *target = hih_element_view_get_widget_target (widget);
  graphene_rect_t bounds;

  /* The bars at the very top and the very bottom have the frame beside them (hih-phone-targets). */
  if ((!GTK_IS_BUTTON (widget) && !GTK_IS_ENTRY (widget)) || g_strcmp0 (target, "system/home") == 0 ||
      gtk_widget_has_css_class (widget, "home-bar") || gtk_widget_has_css_class (widget, "status-key"))
    return;
  g_assert_true (gtk_widget_compute_bounds (widget, widget, &bounds));
  /* Ten letters stand in a row, as on every phone. */
  if (gtk_widget_has_css_class (widget, "letter-key") && bounds.size.width >= 34 && bounds.size.height >= TAPPABLE)
    return;
  if (bounds.size.width < TAPPABLE || bounds.size.height < TAPPABLE)
    g_error ("%s: %s %s is only %.0f × %.0f", look->where, G_OBJECT_TYPE_NAME (widget), target, bounds.size.width,
             bounds.size.height);
  if (gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW) == NULL)
    {
      g_assert_true (gtk_widget_compute_bounds (widget, look->view, &bounds));
      if (bounds.origin.x < -1 || bounds.origin.y < -1 || bounds.origin.x + bounds.size.width > BOOTH_WIDTH + 1 ||
          bounds.origin.y + bounds.size.height > BOOTH_HEIGHT - 36)
        g_error ("%s: %s stands outside the screen", look->where, target);
    }
  look->n++;
}

static const char *const never_cut[] = { "tile-name", "button-name", "row-title", "tab-name", "bar-title", "caller-name",
                                         "status-word", "handle-name", "field-value" };

static void
check_label (GtkWidget *widget, gpointer data)
{
  Look *look = data;

  if (!GTK_IS_LABEL (widget))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (never_cut); i++)
    {
      if (gtk_widget_has_css_class (widget, never_cut[i]) &&
          pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
        g_error ("%s: “%s” is cut", look->where, gtk_label_get_label (GTK_LABEL (widget)));
    }
}

static void
test_states (void)
{
  guint n_states;
  const BoothState *states = booth_list_states (&n_states);
  Look look = { 0 };

  for (guint s = 0; s < n_states; s++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (layouts) * G_N_ELEMENTS (languages); i++)
        {
          const char *language = languages[i % G_N_ELEMENTS (languages)];
          const char *layout = layouts[i / G_N_ELEMENTS (languages)];
          g_autofree char *where = g_strjoin (" ", states[s].name, layout, language, NULL);
          BoothPhone fixture;

          booth_phone_open (&fixture, apps, &states[s], layout, language);
          look.view = GTK_WIDGET (fixture.view);
          look.where = where;
          foreach_shown (look.view, check_size, &look);
          foreach_shown (look.view, check_label, &look);
          foreach_shown (look.view, check_control, &look.n);
          booth_phone_close (&fixture);
        }
    }
  g_assert_cmpuint (look.n, >, 1000);
}

/* A click is a tap, whoever clicks; the screen slides by the phone's clock. */

static void
test_tap (void)
{
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  booth_click (GTK_WIDGET (fixture.view), "home/chat");
  g_assert_cmpstr (booth_get_screen (&fixture), ==, "chat/list");
  booth_pass_time (&fixture, 100);
  g_assert_true (hih_phone_view_advance (fixture.view));
  booth_pass_time (&fixture, 200);
  g_assert_false (hih_phone_view_advance (fixture.view));
  booth_settle (&fixture.booth);
  g_assert_null (booth_find (GTK_WIDGET (fixture.view), "home/camera"));
  g_assert_nonnull (booth_find (GTK_WIDGET (fixture.view), "chat/fang"));
  booth_click (GTK_WIDGET (fixture.view), "chat/fang");
  g_assert_cmpstr (booth_get_screen (&fixture), ==, "chat/talk");
  hih_phone_view_finish_transitions (fixture.view);
  booth_settle (&fixture.booth);
  booth_click (GTK_WIDGET (fixture.view), "system/back");
  g_assert_cmpstr (booth_get_screen (&fixture), ==, "chat/list");
  hih_phone_view_finish_transitions (fixture.view);
  booth_click (GTK_WIDGET (fixture.view), "system/home");
  g_assert_cmpstr (booth_get_screen (&fixture), ==, "home/main");
  booth_phone_close (&fixture);
}

static double
get_left (BoothPhone *fixture, const char *id)
{
  graphene_point_t point;

  g_assert_true (gtk_widget_compute_point (booth_find (GTK_WIDGET (fixture->view), id), GTK_WIDGET (fixture->booth.window),
                                           &GRAPHENE_POINT_INIT (0, 0), &point));
  return point.x;
}

/* A screen comes by whole pixels: no letter is drawn at a place where it never stands. */
static void
test_whole_pixels (void)
{
  static const int ms[] = { 20, 30, 50, 60 };
  double ways[G_N_ELEMENTS (ms)], end;
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  booth_click (GTK_WIDGET (fixture.view), "home/chat");
  for (guint i = 0; i < G_N_ELEMENTS (ms); i++)
    {
      booth_pass_time (&fixture, ms[i]);
      g_assert_true (hih_phone_view_advance (fixture.view));
      booth_settle (&fixture.booth);
      ways[i] = get_left (&fixture, "chat/fang");
    }
  hih_phone_view_finish_transitions (fixture.view);
  booth_settle (&fixture.booth);
  end = get_left (&fixture, "chat/fang");
  for (guint i = 0; i < G_N_ELEMENTS (ms); i++)
    {
      double way = ways[i] - end;

      g_assert_cmpfloat (way, >, 0.5);
      g_assert_cmpfloat_with_epsilon (way, round (way), 0.01);
    }
  booth_phone_close (&fixture);
}

static void
test_keeps_widgets (void)
{
  const BoothState state = { "list", "chat/list", "" };
  BoothPhone fixture;
  GtkWidget *tab;

  booth_phone_open (&fixture, apps, &state, HIH_LAYOUT_A, "zh_CN");
  tab = booth_find (GTK_WIDGET (fixture.view), "chat/tab-people");
  g_assert_false (gtk_widget_has_css_class (tab, "current"));
  booth_click (GTK_WIDGET (fixture.view), "chat/tab-people");
  g_assert_true (booth_find (GTK_WIDGET (fixture.view), "chat/tab-people") == tab);
  g_assert_true (gtk_widget_has_css_class (tab, "current"));
  g_assert_null (booth_find (GTK_WIDGET (fixture.view), "chat/fang"));
  g_assert_nonnull (booth_find (GTK_WIDGET (fixture.view), "chat/card-fang"));
  booth_phone_close (&fixture);
}

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* A control shows what the brain says, and asks it to change. */
static void
test_switch_and_slider (void)
{
  const BoothState sound = { "sound", "settings/main", "<open screen='settings/sound'/>" };
  const BoothState sliders = { "settings", "settings/main", "" };
  BoothPhone fixture;
  GtkWidget *widget, *element;

  booth_phone_open (&fixture, apps, &sound, HIH_LAYOUT_B, "en");
  widget = find_type (GTK_WIDGET (fixture.view), GTK_TYPE_SWITCH);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (widget)));
  gtk_switch_set_active (GTK_SWITCH (widget), FALSE);
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (fixture.phone), "settings.ring"), ==, "no");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
  hih_phone_view_set_interactive (fixture.view, FALSE);
  gtk_switch_set_active (GTK_SWITCH (widget), TRUE);
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (fixture.phone), "settings.ring"), ==, "no");
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
  booth_phone_close (&fixture);

  booth_phone_open (&fixture, apps, &sliders, HIH_LAYOUT_A, "en");
  element = booth_find (GTK_WIDGET (fixture.view), "settings/volume");
  widget = find_type (element, GTK_TYPE_SCALE);
  gtk_range_set_value (GTK_RANGE (widget), 4);
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (fixture.phone), "system.volume"), ==, "4");
  g_signal_emit_by_name (hih_element_view_part (element, "more"), "clicked");
  g_assert_cmpstr (hih_phone_state_get (hih_phone_get_state (fixture.phone), "system.volume"), ==, "5");
  g_assert_cmpfloat_with_epsilon (gtk_range_get_value (GTK_RANGE (widget)), 5, 0.01);
  booth_phone_close (&fixture);
}

static void
test_not_interactive (void)
{
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  hih_phone_view_set_interactive (fixture.view, FALSE);
  booth_click (GTK_WIDGET (fixture.view), "home/chat");
  g_assert_cmpstr (booth_get_screen (&fixture), ==, "home/main");
  booth_phone_close (&fixture);
}

/* A dialog takes everything below it away from fingers and screen readers. */
static void
test_dialog (void)
{
  const BoothState state = { "ask", "home/main", "<open screen='chat/ringing'/><ask dialog='chat/camera-permission'/>" };
  graphene_rect_t bounds;
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &state, HIH_LAYOUT_C, "zh_CN");
  g_assert_true (hih_phone_view_get_target_bounds (fixture.view, "chat/allow-camera", GTK_WIDGET (fixture.view), &bounds));
  g_assert_false (hih_phone_view_get_target_bounds (fixture.view, "chat/answer", GTK_WIDGET (fixture.view), &bounds));
  booth_click (GTK_WIDGET (fixture.view), "chat/refuse-camera");
  booth_settle (&fixture.booth);
  g_assert_true (hih_phone_view_get_target_bounds (fixture.view, "chat/answer", GTK_WIDGET (fixture.view), &bounds));
  booth_phone_close (&fixture);
}

static void
lifted_cb (gpointer data)
{
  (*(guint *) data)++;
}

static void
test_hand (void)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TAP, "home/chat", NULL);
  guint lifted = 0;
  BoothPhone fixture;
  GtkWidget *tile;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  tile = booth_find (GTK_WIDGET (fixture.view), "home/chat");
  hih_phone_view_perform (fixture.view, gesture, lifted_cb, &lifted, NULL);
  booth_pass_time (&fixture, HIH_HAND_TRAVEL_MS + HIH_HAND_REST_MS - 1);
  g_assert_true (hih_phone_view_advance (fixture.view));
  g_assert_false (gtk_widget_get_state_flags (tile) & GTK_STATE_FLAG_ACTIVE);
  booth_pass_time (&fixture, 2);
  g_assert_true (hih_phone_view_advance (fixture.view));
  g_assert_true (gtk_widget_get_state_flags (tile) & GTK_STATE_FLAG_ACTIVE);
  g_assert_cmpuint (lifted, ==, 0);
  booth_pass_time (&fixture, HIH_HAND_PRESS_MS);
  g_assert_false (hih_phone_view_advance (fixture.view));
  g_assert_false (gtk_widget_get_state_flags (tile) & GTK_STATE_FLAG_ACTIVE);
  g_assert_cmpuint (lifted, ==, 1);
  g_assert_cmpstr (booth_get_screen (&fixture), ==, "home/main"); /* the hand only shows */

  hih_phone_view_perform (fixture.view, gesture, lifted_cb, &lifted, NULL);
  hih_phone_view_hide_hand (fixture.view);
  booth_pass_time (&fixture, 5000);
  hih_phone_view_advance (fixture.view);
  g_assert_cmpuint (lifted, ==, 1);
  booth_phone_close (&fixture);
}

/* The middle, across, of what the hand covers: the picture with it against the picture without. */
static double
find_hand_x (BoothPhone *fixture, cairo_surface_t *without)
{
  cairo_surface_t *with = booth_paint (&fixture->booth);
  int stride = cairo_image_surface_get_stride (with);
  const guchar *one = cairo_image_surface_get_data (with), *other = cairo_image_surface_get_data (without);
  double sum = 0, n = 0;

  for (int y = 0; y < cairo_image_surface_get_height (with); y++)
    {
      for (int x = 0; x < cairo_image_surface_get_width (with); x++)
        {
          if (memcmp (one + y * stride + 4 * x, other + y * stride + 4 * x, 4) != 0)
            {
              sum += x;
              n++;
            }
        }
    }
  cairo_surface_destroy (with);
  g_assert_cmpfloat (n, >, 1000);
  return sum / n;
}

/* A left hand comes from the left; a slow one takes half as long again. */
static void
test_hand_manner (void)
{
  const HihPhoneManner left_and_slow = { .guard_ms = 300, .left = TRUE, .slow = TRUE }, usual = { .guard_ms = 300 };
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TAP, "home/chat", NULL);
  const int whole_ms = HIH_HAND_TRAVEL_MS + HIH_HAND_REST_MS + HIH_HAND_PRESS_MS;
  cairo_surface_t *without;
  graphene_rect_t target;
  double right_x, left_x, middle;
  guint lifted = 0;
  BoothPhone fixture;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  g_assert_true (hih_phone_view_get_target_bounds (fixture.view, "home/chat", fixture.booth.row, &target));
  middle = (double) (target.origin.x + target.size.width / 2);
  without = booth_paint (&fixture.booth);
  hih_phone_view_perform (fixture.view, gesture, lifted_cb, &lifted, NULL);
  booth_pass_time (&fixture, HIH_HAND_TRAVEL_MS);
  hih_phone_view_advance (fixture.view);
  booth_settle (&fixture.booth);
  right_x = find_hand_x (&fixture, without);
  booth_pass_time (&fixture, whole_ms - HIH_HAND_TRAVEL_MS + 1);
  g_assert_false (hih_phone_view_advance (fixture.view));
  g_assert_cmpuint (lifted, ==, 1);
  hih_phone_view_hide_hand (fixture.view);

  hih_phone_view_set_manner (fixture.view, &left_and_slow);
  hih_phone_view_perform (fixture.view, gesture, lifted_cb, &lifted, NULL);
  booth_pass_time (&fixture, HIH_HAND_TRAVEL_MS * 3 / 2);
  hih_phone_view_advance (fixture.view);
  booth_settle (&fixture.booth);
  left_x = find_hand_x (&fixture, without);
  booth_pass_time (&fixture, (whole_ms - HIH_HAND_TRAVEL_MS) * 3 / 2 - 5);
  g_assert_true (hih_phone_view_advance (fixture.view));
  g_assert_cmpuint (lifted, ==, 1);
  booth_pass_time (&fixture, 10);
  g_assert_false (hih_phone_view_advance (fixture.view));
  g_assert_cmpuint (lifted, ==, 2);
  g_assert_cmpfloat (right_x, >, middle + 30);
  g_assert_cmpfloat (left_x, <, middle - 30);
  hih_phone_view_set_manner (fixture.view, &usual);
  cairo_surface_destroy (without);
  booth_phone_close (&fixture);
}

static void
test_clock_and_language (void)
{
  BoothPhone fixture;
  GtkWidget *clock;

  booth_phone_open (&fixture, apps, &at_home, HIH_LAYOUT_A, "zh_CN");
  clock = booth_find (GTK_WIDGET (fixture.view), "home/time");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (clock, "time"))), ==, "9:16");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (clock, "weekday"))), ==, "星期一 · 晴");
  booth_pass_time (&fixture, 60 * 1000);
  hih_phone_view_advance (fixture.view);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (clock, "time"))), ==, "9:17");
  hih_phone_view_set_language (fixture.view, "en");
  clock = booth_find (GTK_WIDGET (fixture.view), "home/time");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (clock, "weekday"))), ==, "Mon · Fine");
  booth_phone_close (&fixture);
}

/* Each language has its own order of day and weekday. */
static void
test_large_clock (void)
{
  const BoothState locked = { "lock", "system/lock", "" };
  BoothPhone fixture;
  GtkWidget *clock;

  booth_phone_open (&fixture, apps, &locked, HIH_LAYOUT_A, "zh_CN");
  clock = booth_find (GTK_WIDGET (fixture.view), "system/time");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (clock, "day"))), ==, "11月23日 星期一");
  hih_phone_view_set_language (fixture.view, "en");
  clock = booth_find (GTK_WIDGET (fixture.view), "system/time");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (hih_element_view_part (clock, "day"))), ==, "Monday, 23 November");
  g_assert_false (gtk_widget_get_visible (hih_element_view_part (clock, "weekday")));
  booth_phone_close (&fixture);
}

static void
parsing_error_cb (GtkCssProvider *provider, GtkCssSection *section, const GError *error, gpointer data)
{
  g_test_message ("phone.css: %s", error->message);
  g_test_fail ();
}

static void
test_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  hih_phone_style_load (gdk_display_get_default ());
  g_signal_connect (provider, "parsing-error", G_CALLBACK (parsing_error_cb), NULL);
  gtk_css_provider_load_from_resource (provider, "/org/handinhand/HandInHand/theme/phone.css");
}

int
main (int argc, char **argv)
{
  int status;

  apps = booth_begin (&argc, &argv);
  g_test_add_func ("/phone-view/style", test_style);
  g_test_add_func ("/phone-view/kinds", test_kinds);
  g_test_add_func ("/phone-view/states", test_states);
  g_test_add_func ("/phone-view/tap", test_tap);
  g_test_add_func ("/phone-view/whole-pixels", test_whole_pixels);
  g_test_add_func ("/phone-view/keeps-widgets", test_keeps_widgets);
  g_test_add_func ("/phone-view/switch-and-slider", test_switch_and_slider);
  g_test_add_func ("/phone-view/not-interactive", test_not_interactive);
  g_test_add_func ("/phone-view/dialog", test_dialog);
  g_test_add_func ("/phone-view/hand", test_hand);
  g_test_add_func ("/phone-view/hand-manner", test_hand_manner);
  g_test_add_func ("/phone-view/clock-and-language", test_clock_and_language);
  g_test_add_func ("/phone-view/large-clock", test_large_clock);
  status = g_test_run ();
  hih_app_set_unref (apps);
  return status;
}
