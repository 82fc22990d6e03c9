/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said on the phone for a moment, or waits there to be read, is seen: no tag and no hand lies on it, and it leaves
 * the pad of digits its keys. */
#include "config.h"

#include "phone-booth.h"

#include "hih-hand-shape.h"
#include "hih-phone-glass.h"
#include "hih-phone-hand.h"
#include "hih-phone-ring.h"
#include "hih-step-view.h"

#include <adwaita.h>
#include <math.h>

static HihAppSet *apps;

/* (nullable): that of its forms that is seen */
static GtkWidget *
find_toast (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, HIH_PHONE_GLASS_TOAST) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL; child = gtk_widget_get_next_sibling (child))
    found = find_toast (child);
  return found;
}

/* (nullable) */
static GtkWidget *
find_child (GtkWidget *widget, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (child, type))
        return child;
    }
  return NULL;
}

/* What is said while something is pointed at. */
static const struct
{
  BoothState state;
  const char *tapped; /* (nullable) the phone says something about it */
  const char *targets[6];
} pointed[] = {
  { { "video", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
    "chat/mute", { "chat/unmute", "chat/aloud", "chat/end", "chat/flip" } },
  { { "muted", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><set key='chat.muted' to='yes'/><open screen='chat/call'/>" },
    "chat/unmute", { "chat/mute", "chat/aloud", "chat/end" } },
  { { "aloud", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
    "chat/aloud", { "chat/mute", "chat/aloud", "chat/end" } },
  { { "telephone", "home/main", "<set key='phone.peer' to='fang'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" },
    "phone/loud", { "phone/loud", "phone/mute", "phone/end" } },
  { { "home", "home/main", "" }, NULL, { "home/chat", "home/phone", "home/camera", "home/weather" } },
};
#define SAID "<toast><text>Loudspeaker on: no need to hold it to your ear.</text></toast>"
#define MESSAGE "<notify picture='face-fang'><title>Xiaofang</title><text>Dinner at six.</text></notify>"

/* The toast, or the card of the message. */
static GtkWidget *
find_said (BoothPhone *fixture, gboolean message)
{
  GtkWidget *said = message ? booth_find_class (fixture->booth.row, HIH_PHONE_GLASS_NOTICE) : find_toast (fixture->booth.row);

  g_assert_nonnull (said);
  g_assert_true (gtk_widget_get_mapped (said));
  return said;
}

static void
paint (BoothPhone *fixture)
{
  booth_settle (&fixture->booth);
  cairo_surface_destroy (booth_paint (&fixture->booth));
}

static void
say (BoothPhone *fixture, const char *tapped, gboolean message)
{
  if (tapped != NULL)
    booth_act (fixture, HIH_GESTURE_TAP, tapped, NULL);
  else
    booth_run_effects (fixture->phone, message ? MESSAGE : SAID);
}

typedef void (*LookFunc) (BoothPhone *fixture, const char *target, const char *tapped, gboolean message, const char *where);

/* At each of them, in every layout, on a large phone and on a small one, with a toast and with a message. */
static void
look_at_pointed (LookFunc look)
{
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  static const int sizes[][2] = { { BOOTH_WIDTH, BOOTH_HEIGHT }, { 304, 600 }, { 340, 480 } };
  guint n_sizes = G_N_ELEMENTS (sizes), n = 2 * n_sizes * G_N_ELEMENTS (layouts);

  for (guint i = 0; i < G_N_ELEMENTS (pointed) * n; i++)
    {
      for (guint t = 0; t < G_N_ELEMENTS (pointed[0].targets) && pointed[i / n].targets[t] != NULL; t++)
        {
          const char *target = pointed[i / n].targets[t];
          const int *size = sizes[i / 3 % n_sizes];
          gboolean message = i % n >= n / 2;
          g_autofree char *where = g_strdup_printf ("%s %s layout %s, %d × %d%s", pointed[i / n].state.name, target, layouts[i % 3],
                                                    size[0], size[1], message ? ", a message" : "");
          BoothPhone fixture;

          booth_phone_open (&fixture, apps, &pointed[i / n].state, layouts[i % 3], "zh_CN");
          fixture.booth.width = size[0];
          fixture.booth.height = size[1];
          hih_phone_view_set_short (fixture.view, size[1] < 600);
          hih_phone_view_finish_transitions (fixture.view);
          hih_element_context_set_wanted (hih_phone_view_get_context (fixture.view), target, NULL);
          look (&fixture, target, message ? NULL : pointed[i / n].tapped, message, where);
          booth_phone_close (&fixture);
        }
    }
}

static void
look_at_tag (BoothPhone *fixture, const char *target, const char *tapped, gboolean message, const char *where)
{
  HihPhoneRing *ring = HIH_PHONE_RING (find_child (GTK_WIDGET (fixture->view), HIH_TYPE_PHONE_RING));
  HihTagPlace place;
  graphene_rect_t said, both;

  hih_phone_view_point_at (fixture->view, target, "点这里", "hand");
  paint (fixture);
  say (fixture, tapped, message);
  paint (fixture);
  g_assert_true (gtk_widget_compute_bounds (find_said (fixture, message), GTK_WIDGET (ring), &said));
  if (hih_phone_ring_get_tag (ring, &place) && graphene_rect_intersection (&said, &place.bubble, &both) &&
      both.size.width > 1 && both.size.height > 1)
    {
      g_test_message ("%s: the tag lies on it", where);
      g_test_fail ();
    }
}

/* The words beside the ring give way to what is said for a moment, also when they stood there first. */
static void
test_tag_gives_way (void)
{
  look_at_pointed (look_at_tag);
}

/* How many px² of the words in @widget lie under @cover, both in @hand's coordinates. */
static float
find_hidden (GtkWidget *widget, GtkWidget *hand, const GArray *cover)
{
  float hidden = 0;
  graphene_rect_t words, both;

  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && hih_phone_tag_find_words (GTK_LABEL (widget), hand, &words))
    {
      for (guint i = 0; i < cover->len; i++)
        {
          if (graphene_rect_intersection (&words, &g_array_index (cover, graphene_rect_t, i), &both))
            hidden += both.size.width * both.size.height;
        }
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    hidden += find_hidden (child, hand, cover);
  return hidden;
}

static void
look_at_hand (BoothPhone *fixture, const char *target, const char *tapped, gboolean message, const char *where)
{
  HihPhoneHand *hand = HIH_PHONE_HAND (find_child (GTK_WIDGET (fixture->view), HIH_TYPE_PHONE_HAND));
  g_autoptr (HihGesture) tap = hih_gesture_new (HIH_GESTURE_TAP, target, NULL);
  g_autoptr (GArray) cover = NULL;
  float hidden;

  say (fixture, tapped, message);
  paint (fixture);
  hih_phone_view_perform (fixture->view, tap, NULL, NULL, NULL);
  booth_pass_time (fixture, HIH_HAND_TRAVEL_MS + HIH_HAND_REST_MS);
  paint (fixture);
  cover = hih_phone_hand_find_cover (hand, GTK_WIDGET (hand));
  g_assert_cmpuint (cover->len, >, 50);
  hidden = find_hidden (find_said (fixture, message), GTK_WIDGET (hand), cover);
  if (hidden > 0)
    {
      g_test_message ("%s: %.0f px² lie under the hand", where, (double) hidden);
      g_test_fail ();
    }
}

/* And they are not under the hand that shows. */
static void
test_hand_hides_none (void)
{
  look_at_pointed (look_at_hand);
}

/* Where the window ends close beside it the hand stands steeper, so that it is seen to be one; its arm may leave the window. */
static void
test_hand_in_window (void)
{
  static const float rooms[] = { 400, 200, 150, 120, 90, 70, 55 };
  float before = -90;

  for (guint i = 0; i < G_N_ELEMENTS (rooms); i++)
    {
      HihHandShape shape = { 1, 1, hih_hand_shape_find_tilt (rooms[i], 1) };
      g_autoptr (GArray) cover = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));

      g_assert_cmpfloat (shape.tilt, >=, before);
      before = shape.tilt;
      hih_hand_shape_append_cover (&shape, cover, &GRAPHENE_POINT_INIT (0, 0));
      for (guint k = 0; k < cover->len; k++)
        {
          const graphene_rect_t *box = &g_array_index (cover, graphene_rect_t, k);
          graphene_point_t middle;

          graphene_rect_get_center (box, &middle);
          if (hypotf (middle.x, middle.y) < 150) /* finger and fist */
            g_assert_cmpfloat (middle.x, <=, rooms[i]);
        }
    }
  g_assert_cmpfloat (hih_hand_shape_find_tilt (400, 1), <, -30);
  g_assert_cmpfloat (before, >, 0);
}

/* px by which the keys of the pad on it lie lower than what is seen of the page. */
static float
find_pad_below (BoothPhone *fixture)
{
  GtkWidget *pad = booth_find_class (fixture->booth.row, "keypad"), *page;
  graphene_rect_t keys, seen;

  if (pad == NULL || !gtk_widget_get_mapped (pad))
    return -1;
  page = gtk_widget_get_ancestor (pad, GTK_TYPE_SCROLLED_WINDOW);
  if (page == NULL)
    page = gtk_widget_get_parent (pad);
  g_assert_true (gtk_widget_compute_bounds (pad, fixture->booth.row, &keys));
  g_assert_true (gtk_widget_compute_bounds (page, fixture->booth.row, &seen));
  return MAX (0, keys.origin.y + keys.size.height - seen.origin.y - seen.size.height);
}

/* A pad of digits is seen whole, whatever stands above it: who writes a number does not scroll for its last row. */
static void
test_pads (void)
{
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  static const char *const languages[] = { "zh_CN", "en" };
  static const int sizes[][2] = { { BOOTH_WIDTH, BOOTH_HEIGHT }, { 304, 600 } };
  guint n_states, n_pads = 0;
  const BoothState *states = booth_list_states (&n_states);

  for (guint i = 0; i < n_states * 12; i++)
    {
      const int *size = sizes[i / 6 % 2];
      BoothPhone fixture;
      float below;

      booth_phone_open (&fixture, apps, &states[i / 12], layouts[i % 3], languages[i / 3 % 2]);
      if (booth_find_class (fixture.booth.row, "keypad") != NULL)
        {
          fixture.booth.width = size[0];
          fixture.booth.height = size[1];
          hih_phone_view_finish_transitions (fixture.view);
          booth_settle (&fixture.booth);
          below = find_pad_below (&fixture);
          n_pads += below >= 0;
          if (below > 1)
            {
              g_test_message ("%s in layout %s, %s, %d × %d: %.0f px of its keys are not seen", states[i / 12].name, layouts[i % 3],
                              languages[i / 3 % 2], size[0], size[1], (double) below);
              g_test_fail ();
            }
        }
      booth_phone_close (&fixture);
    }
  g_assert_cmpuint (n_pads, >=, 60);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  apps = booth_load_apps ();
  g_test_add_func ("/phone-said/tag", test_tag_gives_way);
  g_test_add_func ("/phone-said/hand", test_hand_hides_none);
  g_test_add_func ("/phone-said/hand-in-window", test_hand_in_window);
  g_test_add_func ("/phone-said/pads", test_pads);
  return g_test_run ();
}
