/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The short phone of a narrow window (360 × 740): every state worth looking at, in every layout and both languages. It
 * is at least 320 px wide, hardly flattened, nothing of a screen lies under its edge, and what is to be touched keeps a finger's size.
 */
#include "config.h"

#include "phone-booth.h"

#include "hih-element-view.h"
#include "hih-paths.h"
#include "hih-performer.h"
#include "hih-phone-keyboard.h"
#include "hih-phone-scaler.h"

#include <adwaita.h>

#define ROOM_WIDTH 360
#define ROOM_HEIGHT 552     /* what the strip above and the bar below leave */
#define MOST_FLAT 1.23f     /* the one screen with all keys of a bank; nearly all others are not flattened at all */
#define MUCH_FLAT 1.16f     /* of the bank's alone are its buttons smaller */
#define LEAST_TARGET 60.0f
#define LEAST_PAD_KEY 51.0f

#define MOST_CUT 14.0f /* of the 60 of its last row */

static HihAppSet *apps;
static guint n_pads;

static GtkWidget *
find_part (GtkWidget *view, const char *css_class, GType type)
{
  GtkWidget *part = gtk_widget_get_first_child (view);

  while (part != NULL && !(css_class != NULL ? gtk_widget_has_css_class (part, css_class)
                                              : G_TYPE_CHECK_INSTANCE_TYPE (part, type)))
    part = gtk_widget_get_next_sibling (part);
  g_assert_nonnull (part);
  return part;
}

static gboolean
is_target (GtkWidget *widget)
{
  static const char *const CLASSES[] = { "tile", "button", "pad-key", "row", "key" };

  for (guint i = 0; i < G_N_ELEMENTS (CLASSES); i++)
    {
      if (gtk_widget_has_css_class (widget, CLASSES[i]))
        return TRUE;
    }
  return FALSE;
}

/* What a finger must hit, by the numbers of app/ui/phone/README.md: a keyboard's keys are as narrow as a real phone's, and a
 * pad of digits keeps all its rows in sight; the keys of a bank flatten their screen, and all that stands on it. */
static void
look_at_targets (GtkWidget *widget, GtkWidget *row, gboolean flat, const char *name)
{
  graphene_rect_t box;
  float least = flat || gtk_widget_has_css_class (widget, "pad-key") ? LEAST_PAD_KEY : LEAST_TARGET;

  /* Nor what a sheet covers. */
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_can_target (widget) || HIH_IS_PHONE_KEYBOARD (widget))
    return;
  if (is_target (widget))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, row, &box));
      if (MIN (box.size.width, box.size.height) < least - 0.5f)
        g_test_fail_printf ("%s: a target of %.1f × %.1f px", name, (double) box.size.width, (double) box.size.height);
      /* The keys of the side stand inside the window. */
      if (gtk_widget_has_css_class (widget, "key") && box.origin.x + box.size.width > ROOM_WIDTH + 0.5f)
        g_test_fail_printf ("%s: a key of the side ends at %.1f px", name, (double) (box.origin.x + box.size.width));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at_targets (child, row, flat, name);
}

static guint
look_at (const BoothState *state, const char *layout, const char *language)
{
  BoothPhone fixture;
  GtkWidget *frame, *scaler, *layers;
  graphene_rect_t box;
  int least, flat;

  booth_phone_open (&fixture, apps, state, layout, language);
  hih_phone_view_set_short (fixture.view, TRUE);
  hih_phone_view_finish_transitions (fixture.view);
  fixture.booth.width = ROOM_WIDTH;
  fixture.booth.height = ROOM_HEIGHT;
  booth_settle (&fixture.booth);
  frame = find_part (GTK_WIDGET (fixture.view), "frame", 0);
  scaler = find_part (GTK_WIDGET (fixture.view), NULL, HIH_TYPE_PHONE_SCALER);
  layers = gtk_widget_get_first_child (scaler);
  g_assert_true (gtk_widget_compute_bounds (frame, fixture.booth.row, &box));
  if (box.size.width < 320)
    g_test_fail_printf ("%s %s %s: the phone is %.0f px wide", state->name, layout, language, (double) box.size.width);
  gtk_widget_measure (layers, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  if (least > HIH_PHONE_WIDTH)
    g_test_fail_printf ("%s %s %s: a screen is at least %d px wide", state->name, layout, language, least);
  gtk_widget_measure (layers, GTK_ORIENTATION_VERTICAL, MAX (least, HIH_PHONE_WIDTH), &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, HIH_PHONE_HEIGHT);
  if (gtk_widget_get_height (layers) < least)
    g_test_fail_printf ("%s %s %s: %d px of a screen are cut off", state->name, layout, language,
                        least - gtk_widget_get_height (layers));
  flat = gtk_widget_get_height (layers);
  if ((float) flat > HIH_PHONE_LEAST_HEIGHT * MOST_FLAT)
    g_test_fail_printf ("%s %s %s: flattened from %d", state->name, layout, language, flat);
  look_at_targets (GTK_WIDGET (fixture.view), fixture.booth.row, (float) flat > HIH_PHONE_LEAST_HEIGHT * MUCH_FLAT, state->name);
  booth_phone_close (&fixture);
  return flat > HIH_PHONE_LEAST_HEIGHT + 2 ? 1 : 0;
}

static void
test_short (gconstpointer language)
{
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  guint n_states, n_flat = 0;
  const BoothState *states = booth_list_states (&n_states);

  for (guint i = 0; i < n_states; i++)
    for (guint k = 0; k < G_N_ELEMENTS (layouts); k++)
      n_flat += look_at (&states[i], layouts[k], language);
  g_test_message ("%u of %u screens are a little flat", n_flat, 3 * n_states);
  g_assert_cmpuint (n_flat * 5, <=, 3 * n_states);
}

/* How many px of the pad of digits one must scroll to. */
static float
measure_cut (GtkWidget *view)
{
  GtkWidget *pad = booth_find_class (view, "pad");
  GtkWidget *scrolled = pad != NULL && gtk_widget_get_mapped (pad) ? gtk_widget_get_ancestor (pad, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  graphene_rect_t box;

  if (scrolled == NULL || !gtk_widget_compute_bounds (pad, scrolled, &box))
    return 0;
  return MAX (0, -box.origin.y) + MAX (0, box.origin.y + box.size.height - (float) gtk_widget_get_height (scrolled));
}

static void
look_at_pad (HihPlan *plan, guint index, const char *layout, gconstpointer data)
{
  const char *language = data;
  const HihStep *step = hih_plan_get_item (plan, index)->step;
  HihLesson *lesson = hih_plan_get_lesson (plan);
  g_autoptr (HihPhoneState) state = hih_performer_state_at (plan, index, layout, NULL);
  g_autoptr (HihClock) clock = booth_clock_new ();
  g_autoptr (HihPhone) phone = hih_phone_new (hih_lesson_get_apps (lesson), layout, clock);
  HihPhoneView *view;
  Booth booth;
  float cut;

  hih_phone_set_state (phone, state);
  booth_open (&booth, 1);
  booth.width = ROOM_WIDTH;
  booth.height = ROOM_HEIGHT;
  view = g_ptr_array_index (booth.views, 0);
  hih_phone_view_set_short (view, TRUE);
  hih_phone_view_set_language (view, language);
  hih_phone_view_set_phone (view, phone);
  hih_phone_view_finish_transitions (view);
  hih_element_context_set_wanted (hih_phone_view_get_context (view), step->target, step->value);
  booth_settle (&booth);
  hih_phone_view_advance (view);
  booth_settle (&booth);
  n_pads += booth_find_class (GTK_WIDGET (view), "pad") != NULL;
  cut = measure_cut (GTK_WIDGET (view));
  if (cut > MOST_CUT)
    g_test_fail_printf ("%s, %s, %s, %s: %.0f px of the pad are out of sight", hih_lesson_get_id (lesson), step->id, layout,
                        language, (double) cut);
  booth_close (&booth);
}

/* A pad of digits is seen with all its rows, at every step of every lesson: the digits of the last are whole. */
static void
test_pads (gconstpointer language)
{
  n_pads = 0;
  booth_walk_lessons (look_at_pad, language);
  g_assert_cmpuint (n_pads, >=, 18);
}

/* What is not asked to be short keeps its proportion, in any room. */
static void
test_usual (void)
{
  const BoothState state = { "home", "home/main", "" };
  BoothPhone fixture;
  GtkWidget *layers;

  booth_phone_open (&fixture, apps, &state, HIH_LAYOUT_A, "zh_CN");
  fixture.booth.width = ROOM_WIDTH;
  fixture.booth.height = ROOM_HEIGHT;
  booth_settle (&fixture.booth);
  layers = gtk_widget_get_first_child (find_part (GTK_WIDGET (fixture.view), NULL, HIH_TYPE_PHONE_SCALER));
  g_assert_cmpint (gtk_widget_get_height (layers), ==, HIH_PHONE_HEIGHT);
  booth_phone_close (&fixture);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  apps = booth_load_apps ();
  g_test_add_data_func ("/phone-short/zh_CN", "zh_CN", test_short);
  g_test_add_data_func ("/phone-short/en", "en", test_short);
  g_test_add_data_func ("/phone-short/pads/zh_CN", "zh_CN", test_pads);
  g_test_add_data_func ("/phone-short/pads/en", "en", test_pads);
  g_test_add_func ("/phone-short/usual", test_usual);
  result = g_test_run ();
  hih_app_set_unref (apps);
  return result;
}
