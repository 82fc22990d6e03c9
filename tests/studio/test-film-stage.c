/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the film's camera shows: a target near, what one writes together with the keyboard, all of it at the end. */
#include "config.h"

#include "hih-film-stage.h"
#include "hih-paths.h"

#include <adwaita.h>

typedef struct
{
  HihLesson *lesson;
  HihClock *clock;
  HihPhone *phone;
  HihFilmStage *stage;
  gint64 now_ms;
} Fixture;

static void
set_up (Fixture *self)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *path = g_build_filename (hih_paths_get_lessons_dir (), "device", "type-words.xml", NULL);
  g_autofree char *apps = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  g_autoptr (HihPhoneState) start = NULL;

  self->now_ms = 0;
  self->lesson = hih_lesson_load (path, apps, issues);
  g_assert_nonnull (self->lesson);
  self->clock = hih_virtual_clock_new_for_pictures ();
  self->phone = hih_phone_new (hih_lesson_get_apps (self->lesson), HIH_LAYOUT_A, self->clock);
  start = hih_lesson_dup_start_state (self->lesson);
  hih_phone_set_state (self->phone, start);
  self->stage = hih_film_stage_new (self->lesson, "zh_CN", self->phone);
}

static void
tear_down (Fixture *self)
{
  hih_film_stage_close (self->stage);
  g_object_unref (self->phone);
  g_object_unref (self->clock);
  hih_lesson_unref (self->lesson);
}

static void
look_at (Fixture *self, const char *target)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, HIH_FILM_WIDTH, HIH_FILM_HEIGHT);

  hih_film_stage_set_segment (self->stage, HIH_SEGMENT_STEP);
  hih_film_stage_look_at (self->stage, target, self->now_ms);
  for (int i = 0; i < 50; i++)
    {
      self->now_ms += 40;
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (self->clock), 40);
      hih_film_stage_advance (self->stage, self->now_ms);
    }
  hih_film_stage_draw (self->stage, surface);
  cairo_surface_destroy (surface);
}

static graphene_rect_t
find (Fixture *self, const char *target)
{
  graphene_rect_t bounds;

  g_assert_true (hih_phone_view_get_target_bounds (hih_film_stage_get_view (self->stage), target, GTK_WIDGET (self->stage), &bounds));
  return bounds;
}

static void
assert_seen (Fixture *self, const char *target)
{
  graphene_rect_t bounds = find (self, target);

  g_test_message ("%s: %.0f to %.0f", target, bounds.origin.y, bounds.origin.y + bounds.size.height);
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, HIH_FILM_HEIGHT);
}

/* Nearer than the whole phone, and wholly in the picture. */
static void
test_near (void)
{
  Fixture fixture;
  double far;

  set_up (&fixture);
  look_at (&fixture, NULL);
  far = find (&fixture, "chat/text").size.height;
  look_at (&fixture, "chat/text");
  assert_seen (&fixture, "chat/text");
  g_assert_cmpfloat (find (&fixture, "chat/text").size.height, >, far * 1.5);
  tear_down (&fixture);
}

/* "Not real" stands on the phone's frame; when the camera leaves that out, in the picture's corner. */
static void
test_practice (void)
{
  const char *const targets[] = { NULL, "system/status" };
  Fixture fixture;

  set_up (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      GtkWidget *words = gtk_widget_get_last_child (GTK_WIDGET (fixture.stage));

      look_at (&fixture, targets[i]);
      g_assert_true (gtk_widget_has_css_class (words, "chin"));
      g_assert_cmpint (gtk_widget_get_child_visible (words), ==, i == 1);
    }
  tear_down (&fixture);
}

static void
test_keyboard (void)
{
  /* The first brings the pad for handwriting. */
  const char *const taps[] = { "chat/text", "system/pinyin", "system/speak" };
  Fixture fixture;

  set_up (&fixture);
  for (guint i = 0; i < G_N_ELEMENTS (taps); i++)
    {
      g_autoptr (HihGesture) tap = hih_gesture_new (HIH_GESTURE_TAP, taps[i], NULL);

      hih_phone_act (fixture.phone, tap);
      look_at (&fixture, "chat/text");
      assert_seen (&fixture, "chat/text");
      /* Both lie at the keyboard's lower edge in one face or another. */
      assert_seen (&fixture, i == 0 ? "system/speak" : "system/handwriting");
      assert_seen (&fixture, "system/keyboard-away");
    }
  tear_down (&fixture);
}

static void
test_whole (void)
{
  Fixture fixture;

  set_up (&fixture);
  look_at (&fixture, "chat/text");
  look_at (&fixture, NULL);
  assert_seen (&fixture, "system/status");
  assert_seen (&fixture, "system/home");
  tear_down (&fixture);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  g_test_add_func ("/studio/film-stage/near", test_near);
  g_test_add_func ("/studio/film-stage/practice", test_practice);
  g_test_add_func ("/studio/film-stage/keyboard", test_keyboard);
  g_test_add_func ("/studio/film-stage/whole", test_whole);
  return g_test_run ();
}
