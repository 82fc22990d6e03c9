/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ring round a target lies upon no word, its own or its neighbours': at every step of every lesson, in every layout. */
#include "config.h"

#include "phone-booth.h"

#include "hih-paths.h"
#include "hih-performer.h"
#include "hih-phone-ring.h"

#include <adwaita.h>

#define ALMOST 0.5f /* px: what is smoothed at an edge */
#define CORNER 5.0f  /* px of the ring's round corners, in which is no line */
#define SMALL_WIDTH 304 /* as at 1024 × 600 */
#define SMALL_HEIGHT 600
#define OVERVIEW_WIDTH 193 /* as in the overview */
#define OVERVIEW_HEIGHT 407

static HihAppSet *apps;
static guint n_rings;
static guint n_words;

static GtkWidget *
find_ring (GtkWidget *view)
{
  GtkWidget *ring = gtk_widget_get_first_child (view);

  while (ring != NULL && !HIH_IS_PHONE_RING (ring))
    ring = gtk_widget_get_next_sibling (ring);
  return ring;
}

static gboolean
is_in_corner (const graphene_rect_t *outer, const graphene_rect_t *shared)
{
  graphene_rect_t level, upright;

  graphene_rect_inset_r (outer, 0, CORNER, &level);
  graphene_rect_inset_r (outer, CORNER, 0, &upright);
  return !graphene_rect_intersection (&level, shared, NULL) && !graphene_rect_intersection (&upright, shared, NULL);
}

/* How many px² of the line whose outer edge is @outer lie on @word. */
static float
covers (const graphene_rect_t *outer, float width, const graphene_rect_t *word)
{
  graphene_rect_t inner, all, hole;
  float covered;

  graphene_rect_inset_r (outer, width, width, &inner);
  if (!graphene_rect_intersection (outer, word, &all) || is_in_corner (outer, &all))
    return 0;
  covered = all.size.width * all.size.height;
  if (graphene_rect_intersection (&inner, word, &hole))
    covered -= hole.size.width * hole.size.height;
  return covered;
}

/* Whether one of the round corners inside the line cuts @word, all of which is inside. */
static gboolean
is_cut (const graphene_rect_t *outer, float width, float radius, const graphene_rect_t *word)
{
  graphene_rect_t inner;
  GskRoundedRect round;

  graphene_rect_inset_r (outer, width, width, &inner);
  gsk_rounded_rect_init_from_rect (&round, &inner, MAX (0, radius - width));
  return graphene_rect_contains_rect (&inner, word) && !gsk_rounded_rect_contains_rect (&round, word);
}

static void
look_at_words (const GArray *words, const graphene_rect_t *outer, float width, float radius, const char *where)
{
  for (guint i = 0; i < words->len; i++)
    {
      graphene_rect_t word = g_array_index (words, graphene_rect_t, i);
      float covered;

      graphene_rect_inset (&word, ALMOST, ALMOST);
      covered = covers (outer, width, &word);
      n_words++;
      if (is_cut (outer, width, radius, &word))
        g_test_fail_printf ("%s: the ring's corner cuts words", where);
      if (covered > 0)
        g_test_fail_printf ("%s: %.0f px² of words lie under the ring", where, (double) covered);
    }
}

static void
look_at_step (HihPlan *plan, guint index, const char *layout, const char *language, int width, int height)
{
  const HihStep *step = hih_plan_get_item (plan, index)->step;
  HihLesson *lesson = hih_plan_get_lesson (plan);
  g_autofree char *where = g_strdup_printf ("%s, %s, %s, %s, %d px", hih_lesson_get_id (lesson), step->id, layout, language, width);
  g_autoptr (HihPhoneState) state = hih_performer_state_at (plan, index, layout, NULL);
  g_autoptr (HihClock) clock = booth_clock_new ();
  g_autoptr (HihPhone) phone = hih_phone_new (hih_lesson_get_apps (lesson), layout, clock);
  graphene_rect_t outer;
  GtkWidget *ring;
  HihPhoneView *view;
  Booth booth;
  float line, radius;

  g_assert_nonnull (state);
  hih_phone_set_state (phone, state);
  booth_open (&booth, 1);
  booth.width = width;
  booth.height = height;
  view = g_ptr_array_index (booth.views, 0);
  ring = find_ring (GTK_WIDGET (view));
  hih_phone_view_set_language (view, language);
  hih_phone_view_set_phone (view, phone);
  hih_phone_view_finish_transitions (view);
  hih_element_context_set_wanted (hih_phone_view_get_context (view), step->target, step->value);
  booth_settle (&booth);
  hih_phone_view_point_at (view, step->target, NULL, NULL);
  hih_phone_view_advance (view);
  booth_settle (&booth);
  cairo_surface_destroy (booth_paint (&booth));
  if (hih_phone_ring_get_outer (HIH_PHONE_RING (ring), &outer, &line, &radius))
    {
      g_autoptr (GArray) names = hih_phone_tag_find_names (GTK_WIDGET (view), ring);

      n_rings++;
      if (MIN (outer.size.width, outer.size.height) < line)
        g_test_fail_printf ("%s: a ring of %.0f × %.0f px is not to be seen", where, (double) outer.size.width, (double) outer.size.height);
      if (width > OVERVIEW_WIDTH) /* whose words are too small to be read */
        look_at_words (names, &outer, line, radius, where);
    }
  booth_close (&booth);
}

static void
look_at_sizes (HihPlan *plan, guint index, const char *layout, gconstpointer language)
{
  if (hih_plan_get_item (plan, index)->step->target == NULL)
    return;
  look_at_step (plan, index, layout, language, BOOTH_WIDTH, BOOTH_HEIGHT);
  look_at_step (plan, index, layout, language, SMALL_WIDTH, SMALL_HEIGHT);
  if (g_str_equal (layout, hih_lesson_get_layouts (hih_plan_get_lesson (plan))[0]))
    look_at_step (plan, index, layout, language, OVERVIEW_WIDTH, OVERVIEW_HEIGHT);
}

static void
test_lessons (gconstpointer language)
{
  n_rings = n_words = 0;
  booth_walk_lessons (look_at_sizes, language);
  g_test_message ("%u rings, %u words", n_rings, n_words);
  g_assert_cmpuint (n_rings, >, 200);
  g_assert_cmpuint (n_words, >, 5 * n_rings);
}

/* Of two buttons one over the other the ring takes no edge of the other: it would look half covered. */
static void
test_buttons (void)
{
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  static const BoothState state = { "notice", "city/notice", "" };

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      graphene_rect_t outer, other;
      BoothPhone fixture;
      GtkWidget *ring;
      float line, radius;

      booth_phone_open (&fixture, apps, &state, layouts[i], "zh_CN");
      fixture.booth.width = SMALL_WIDTH;
      fixture.booth.height = SMALL_HEIGHT;
      ring = find_ring (GTK_WIDGET (fixture.view));
      hih_phone_view_finish_transitions (fixture.view);
      hih_phone_view_point_at (fixture.view, "city/agree", NULL, NULL);
      hih_phone_view_advance (fixture.view);
      booth_settle (&fixture.booth);
      cairo_surface_destroy (booth_paint (&fixture.booth));
      g_assert_true (hih_phone_ring_get_outer (HIH_PHONE_RING (ring), &outer, &line, &radius));
      g_assert_true (gtk_widget_compute_bounds (booth_find (GTK_WIDGET (fixture.view), "city/disagree"), ring, &other));
      g_assert_cmpfloat (covers (&outer, line, &other), <=, 0);
      booth_phone_close (&fixture);
    }
}

int
main (int argc, char **argv)
{
  int status;

  apps = booth_begin (&argc, &argv);
  g_test_add_func ("/phone-ring/buttons", test_buttons);
  g_test_add_data_func ("/phone-ring/zh_CN", "zh_CN", test_lessons);
  g_test_add_data_func ("/phone-ring/en", "en", test_lessons);
  status = g_test_run ();
  hih_app_set_unref (apps);
  return status;
}
