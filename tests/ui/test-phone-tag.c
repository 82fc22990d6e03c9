/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tag beside a target ring covers no name on the phone, whatever is pointed at, on a large phone and a small one, nor
 * at any step of any lesson. */
#include "config.h"

#include "phone-booth.h"

#include "hih-element-view.h"
#include "hih-paths.h"
#include "hih-performer.h"
#include "hih-phone-ring.h"
#include "hih-step-kind.h"
#include "hih-step-view.h"

#include <adwaita.h>

#define LITTLE 70.0f /* px²: a bubble's edge at a word's edge; a bubble has 3000 and more */
#define LITTLE_WHEN_SMALL 180.0f /* on a small phone the words of a tag keep 20 px: one character may be touched */
#define LITTLE_OF_DISCS 400.0f /* a button has 7000, on a small phone 3400 */
#define SMALL_WIDTH 304
#define SMALL_HEIGHT 600
#define FRAME "system/" /* its keys have a finger's breadth of room beside a small phone */

static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
static HihAppSet *apps;
static guint n_tags;
static guint n_names; /* that the tags were to keep clear of */
static guint n_icons; /* tags that had no room for words */
static guint n_none;  /* that had none at all */
static guint n_arrows;
static guint n_on_others;
static guint n_read; /* signs and words that are no names */

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

static void
collect_targets (GtkWidget *widget, GPtrArray *targets)
{
  const char *target = hih_element_view_get_widget_target (widget);

  if (!gtk_widget_get_visible (widget))
    return;
  if (target != NULL && hih_element_view_get_widget_element (widget) != NULL &&
      hih_element_view_widget_answers (widget, HIH_GESTURE_TAP))
    g_ptr_array_add (targets, (gpointer) target);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect_targets (child, targets);
}

/* How many px² of the target's own face or sign lie under the tag; its pointer may touch it. */
static float
covers_own (HihPhoneView *view, const char *target, GtkWidget *ring, const HihTagPlace *place, const GArray *discs)
{
  float covered = 0;
  graphene_rect_t box;

  if (!hih_phone_view_get_target_bounds (view, target, ring, &box))
    return 0;
  for (guint i = 0; i < discs->len; i++)
    {
      const graphene_rect_t *disc = &g_array_index (discs, graphene_rect_t, i);
      graphene_rect_t both;

      if (graphene_rect_contains_rect (&box, disc) && graphene_rect_intersection (disc, &place->bubble, &both))
        covered += both.size.width * both.size.height;
    }
  return covered;
}

/* Whether it lies on something else that can be touched: it would seem to be that which is meant. */
static gboolean
lies_on_other (HihPhoneView *view, const char *target, GtkWidget *ring, const HihTagPlace *place)
{
  g_autoptr (GArray) others = NULL;
  graphene_rect_t box;

  if (!hih_phone_view_get_target_bounds (view, target, ring, &box))
    return FALSE;
  others = hih_phone_tag_find_others (GTK_WIDGET (view), ring, &box);
  for (guint i = 0; i < others->len; i++)
    {
      graphene_rect_t both;

      if (graphene_rect_intersection (&g_array_index (others, graphene_rect_t, i), &place->bubble, &both) &&
          both.size.width * both.size.height > LITTLE)
        return TRUE;
    }
  return FALSE;
}

static void
look_at (Booth *booth, HihPhoneView *view, const char *target, const char *where)
{
  float little = booth->width < BOOTH_WIDTH ? LITTLE_WHEN_SMALL : LITTLE;
  HihPhoneRing *ring = HIH_PHONE_RING (find_child (GTK_WIDGET (view), HIH_TYPE_PHONE_RING));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GArray) names = NULL;
  g_autoptr (GArray) discs = NULL;
  HihTagPlace place;

  hih_phone_view_point_at (view, target, "点这里", "hand");
  booth_settle (booth);
  gtk_widget_snapshot_child (booth->window, booth->row, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  if (!hih_phone_ring_get_tag (ring, &place))
    {
      n_none += place.form == HIH_TAG_NONE;
      return; /* not on the screen, or without room */
    }
  n_icons += place.form == HIH_TAG_ICON;
  n_arrows += place.form == HIH_TAG_ARROW;
  /* Beside a key of the frame there is another key, or the screen. */
  if (!g_str_has_prefix (target, FRAME) && lies_on_other (view, target, GTK_WIDGET (ring), &place))
    {
      n_on_others++;
      g_test_message ("%s: the tag of %s lies on something else that can be touched", where, target);
    }
  discs = hih_phone_tag_find_discs (GTK_WIDGET (view), GTK_WIDGET (ring));
  if (hih_phone_tag_covers (&place, discs) > LITTLE_OF_DISCS)
    {
      g_test_message ("%s: the tag of %s covers %.0f px² of buttons", where, target,
                      (double) hih_phone_tag_covers (&place, discs));
      g_test_fail ();
    }
  if (covers_own (view, target, GTK_WIDGET (ring), &place, discs) > LITTLE)
    g_test_fail_printf ("%s: the tag of %s covers %.0f px² of its own sign", where, target,
                        (double) covers_own (view, target, GTK_WIDGET (ring), &place, discs));
  names = hih_phone_tag_find_names (GTK_WIDGET (view), GTK_WIDGET (ring));
  n_tags++;
  n_names += names->len;
  if (hih_phone_tag_covers (&place, names) > little)
    {
      g_test_message ("%s: the tag of %s covers %.0f px² of names", where, target,
                      (double) hih_phone_tag_covers (&place, names));
      g_test_fail ();
    }
}

static void
test_clear_of_names (gconstpointer data)
{
  guint n_states;
  const BoothState *states = booth_list_states (&n_states);
  int width, height;

  g_assert_cmpint (sscanf (data, "%dx%d", &width, &height), ==, 2);
  for (guint i = 0; i < n_states; i++)
    {
      for (guint l = 0; l < G_N_ELEMENTS (layouts) && states[i].target == NULL; l++)
        {
          g_autoptr (HihClock) clock = booth_clock_new ();
          g_autoptr (HihPhone) phone = booth_phone_new (apps, layouts[l], clock, &states[i]);
          g_autoptr (GPtrArray) targets = g_ptr_array_new ();
          g_autofree char *where = g_strdup_printf ("%s %s %s", (const char *) data, states[i].name, layouts[l]);
          HihPhoneView *view;
          Booth booth;

          booth_open (&booth, 1);
          booth.width = width;
          booth.height = height;
          view = g_ptr_array_index (booth.views, 0);
          hih_phone_view_set_language (view, "zh_CN");
          hih_phone_view_set_phone (view, phone);
          booth_settle (&booth);
          collect_targets (GTK_WIDGET (view), targets);
          for (guint t = 0; t < targets->len; t++)
            {
              if (width < BOOTH_WIDTH && g_str_has_prefix (g_ptr_array_index (targets, t), FRAME))
                continue;
              look_at (&booth, view, g_ptr_array_index (targets, t), where);
            }
          booth_close (&booth);
        }
    }
  /* A screen whose names are not found would be passed unseen: the frame alone has one. */
  g_assert_cmpuint (n_names, >, n_tags * 3);
  g_test_message ("%u are arrows alone, %u lie on something else", n_arrows, n_on_others);
  g_test_message ("of %u tags %u are icons alone, for %u there is no room", n_tags, n_icons, n_none);
  g_assert_cmpuint (n_icons * 10, <, n_tags);
  g_assert_cmpuint (n_arrows * 4, <, n_tags);
  /* Between the keys of a keyboard there is not even room for an arrow. */
  g_assert_cmpuint (n_on_others * 300, <, n_tags);
  g_assert_cmpuint (n_none * 20, <, n_tags);
}

/* What is read without being a name on a button: the signs of the top bar, the words of whoever calls. Asked of the phone
 * itself, not of the ground that the tag was placed on. */
static void
look_at_read (GtkWidget *widget, GtkWidget *ring, const HihTagPlace *place, const char *where)
{
  static const char *const classes[] = { "read", "camera-words", "face-words" };
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  graphene_rect_t box;

  if (!gtk_widget_get_mapped (widget))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (!gtk_widget_has_css_class (widget, classes[i]))
        continue;
      if (GTK_IS_LABEL (widget) ? hih_phone_tag_find_words (GTK_LABEL (widget), ring, &box)
                                : gtk_widget_compute_bounds (widget, ring, &box))
        g_array_append_val (boxes, box);
    }
  n_read += boxes->len;
  if (hih_phone_tag_covers (place, boxes) > LITTLE)
    g_test_fail_printf ("%s: the tag covers %.0f px² of what is read", where,
                        (double) hih_phone_tag_covers (place, boxes));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    look_at_read (child, ring, place, where);
}

static void
look_at_step (HihPlan *plan, guint index, const char *layout, gconstpointer data)
{
  const HihStep *step = hih_plan_get_item (plan, index)->step;
  HihLesson *lesson = hih_plan_get_lesson (plan);
  g_autofree char *where = g_strdup_printf ("%s, %s, %s", hih_lesson_get_id (lesson), step->id, layout);
  g_autoptr (HihPhoneState) state = hih_performer_state_at (plan, index, layout, NULL);
  g_autoptr (HihClock) clock = booth_clock_new ();
  g_autoptr (HihPhone) phone = hih_phone_new (hih_lesson_get_apps (lesson), layout, clock);
  HihPhoneRing *ring;
  HihPhoneView *view;
  HihTagPlace place;
  Booth booth;

  if (step->target == NULL)
    return;
  g_assert_nonnull (state);
  hih_phone_set_state (phone, state);
  booth_open (&booth, 1);
  booth.width = SMALL_WIDTH; /* as at 1024 × 600 */
  booth.height = SMALL_HEIGHT;
  view = g_ptr_array_index (booth.views, 0);
  ring = HIH_PHONE_RING (find_child (GTK_WIDGET (view), HIH_TYPE_PHONE_RING));
  hih_phone_view_set_language (view, "zh_CN");
  hih_phone_view_set_phone (view, phone);
  hih_phone_view_point_at (view, step->target, hih_step_view_get_tag (step->kind->name), "hand");
  cairo_surface_destroy (booth_paint (&booth));
  if (hih_phone_ring_get_tag (ring, &place) && place.form != HIH_TAG_NONE)
    {
      g_autoptr (GArray) names = hih_phone_tag_find_names (GTK_WIDGET (view), GTK_WIDGET (ring));
      GtkWidget *shade = booth_find_class (GTK_WIDGET (view), "shade");

      n_tags++;
      if (hih_phone_tag_covers (&place, names) > LITTLE_WHEN_SMALL)
        g_test_fail_printf ("%s: the tag covers %.0f px² of names", where,
                            (double) hih_phone_tag_covers (&place, names));
      /* Under a question or a sheet it is dimmed, and not read. */
      if (shade == NULL || !gtk_widget_get_mapped (shade))
        look_at_read (GTK_WIDGET (view), GTK_WIDGET (ring), &place, where);
    }
  booth_close (&booth);
}

static void
test_lessons (void)
{
  n_tags = 0;
  booth_walk_lessons (look_at_step, NULL);
  g_test_message ("%u tags", n_tags);
  g_assert_cmpuint (n_tags, >, 100);
  g_assert_cmpuint (n_read, >, n_tags); /* the phone's line at the top has two */
}

int
main (int argc, char **argv)
{
  int status;

  apps = booth_begin (&argc, &argv);
  g_test_add_data_func ("/phone-tag/large", "448x800", test_clear_of_names);
  g_test_add_data_func ("/phone-tag/small", "304x600", test_clear_of_names);
  g_test_add_func ("/phone-tag/lessons", test_lessons);
  status = g_test_run ();
  hih_app_set_unref (apps);
  return status;
}
