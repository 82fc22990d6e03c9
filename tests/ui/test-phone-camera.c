/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a video call the trainee's own picture is the camera's, where that is allowed; otherwise the drawn one stands in.
 * Scanning reads a printed code, and only the one that belongs there counts. */
#include "config.h"

#include "hih-camera-lend.h"
#include "hih-error-text.h"
#include "hih-phone-camera.h"

#include "code-sheet.h"
#include "phone-booth.h"

#include <adwaita.h>
#include <glib/gstdio.h>

#define PATIENCE_MS 30000
#define GREEN "videotestsrc is-live=true pattern=solid-color foreground-color=0xff10d030"

static const BoothState call = {
  "call", "home/main",
  "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>",
};

static const BoothState scan = { "scan", "camera/main", "<set key='camera.aim' to='looking'/>" };

typedef struct
{
  Booth booth;
  HihAppSet *apps;
  HihClock *clock;
  HihPhone *phone;
  HihPhoneView *view;
  guint n_frames;
  guint n_failed;
} Fixture;

static void
frame_cb (HihCamera *camera, HihFrame *frame, Fixture *fixture)
{
  fixture->n_frames++;
}

static void
failed_cb (HihCamera *camera, GError *error, Fixture *fixture)
{
  fixture->n_failed++;
}

/* In a window that is really shown: the camera looks only then. @apps: (transfer full) */
static void
open_phone (Fixture *fixture, HihAppSet *apps, const BoothState *state, HihCamera *camera)
{
  fixture->n_frames = fixture->n_failed = 0;
  fixture->apps = apps;
  fixture->clock = booth_clock_new ();
  fixture->phone = booth_phone_new (fixture->apps, HIH_LAYOUT_A, fixture->clock, state);
  booth_open (&fixture->booth, 1);
  fixture->view = g_ptr_array_index (fixture->booth.views, 0);
  gtk_window_set_default_size (GTK_WINDOW (fixture->booth.window), BOOTH_WIDTH, BOOTH_HEIGHT);
  gtk_window_present (GTK_WINDOW (fixture->booth.window));
  hih_phone_view_set_camera (fixture->view, camera);
  hih_phone_view_set_phone (fixture->view, fixture->phone);
  hih_phone_view_finish_transitions (fixture->view);
  if (camera != NULL)
    {
      g_signal_connect (camera, "frame", G_CALLBACK (frame_cb), fixture);
      g_signal_connect (camera, "failed", G_CALLBACK (failed_cb), fixture);
    }
}

static void
open_call (Fixture *fixture, HihCamera *camera)
{
  open_phone (fixture, booth_load_apps (), &call, camera);
}

static void
close_phone (Fixture *fixture, HihCamera *camera)
{
  booth_close (&fixture->booth);
  if (camera != NULL)
    {
      g_assert_false (hih_camera_get_running (camera));
      g_assert_finalize_object (camera);
    }
  g_object_unref (fixture->phone);
  g_object_unref (fixture->clock);
  hih_app_set_unref (fixture->apps);
}

G_GNUC_NORETURN static void
patience_cb (gpointer data)
{
  g_error ("nothing happened for %d ms", PATIENCE_MS);
}

#define WAIT_UNTIL(condition)                                                  \
  G_STMT_START                                                                 \
  {                                                                            \
    guint patience = g_timeout_add_once (PATIENCE_MS, patience_cb, NULL);      \
    while (!(condition))                                                       \
      g_main_context_iteration (NULL, TRUE);                                   \
    g_source_remove (patience);                                                \
  }                                                                            \
  G_STMT_END

static HihPhoneCamera *
find_camera (GtkWidget *widget)
{
  HihPhoneCamera *found = HIH_IS_PHONE_CAMERA (widget) ? HIH_PHONE_CAMERA (widget) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_camera (child);
  return found;
}

/* The middle of what @self shows, and the pixel beside its upper edge. */
static void
look_at (Fixture *fixture, GtkWidget *self, guint32 *middle, guint32 *edge)
{
  cairo_surface_t *surface = booth_paint (&fixture->booth);
  const guint32 *pixels;
  int stride;
  graphene_rect_t box;
  graphene_point_t centre;

  g_assert_nonnull (self);
  g_assert_true (gtk_widget_compute_bounds (self, fixture->booth.row, &box));
  graphene_rect_get_center (&box, &centre);
  cairo_surface_flush (surface);
  pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface) / 4;
  *middle = pixels[(int) centre.y * stride + (int) centre.x] & 0xffffff;
  *edge = pixels[(int) (box.origin.y + 9) * stride + (int) centre.x] & 0xffffff;
  cairo_surface_destroy (surface);
}

static gboolean
is_green (guint32 pixel)
{
  return ABS ((int) (pixel >> 16) - 0x10) < 12 && ABS ((int) (pixel >> 8 & 0xff) - 0xd0) < 12 &&
         ABS ((int) (pixel & 0xff) - 0x30) < 12;
}

static void
assert_stand_in (Fixture *fixture)
{
  Fixture other;
  guint32 middle, edge, drawn_middle, drawn_edge;

  look_at (fixture, booth_find_class (fixture->booth.row, "self"), &middle, &edge);
  open_call (&other, NULL);
  look_at (&other, booth_find_class (other.booth.row, "self"), &drawn_middle, &drawn_edge);
  close_phone (&other, NULL);
  g_assert_cmphex (middle, ==, drawn_middle);
  g_assert_cmphex (edge, ==, drawn_edge);
  g_assert_false (is_green (middle));
}

static void
test_own_picture (void)
{
  HihCamera *camera = hih_camera_new_for_source (GREEN);
  Fixture fixture;
  guint32 middle, edge;

  open_call (&fixture, camera);
  WAIT_UNTIL (fixture.n_frames >= 2);
  look_at (&fixture, booth_find_class (fixture.booth.row, "self"), &middle, &edge);
  g_assert_true (is_green (middle));
  /* It fills the corner: a picture lying across, in a corner that stands upright. */
  g_assert_true (is_green (edge));
  close_phone (&fixture, camera);
}

/* The light goes out with the picture: switched off in the call, the call left, the practice over. */
static void
test_off (void)
{
  HihCamera *camera = hih_camera_new_for_source (GREEN);
  Fixture fixture;
  g_autoptr (HihPhoneState) home = NULL;

  open_call (&fixture, camera);
  WAIT_UNTIL (fixture.n_frames >= 1);
  booth_run_effects (fixture.phone, "<set key='chat.camera' to='no'/>");
  g_assert_false (hih_camera_get_running (camera));
  booth_run_effects (fixture.phone, "<set key='chat.camera' to='yes'/>");
  g_assert_true (hih_camera_get_running (camera));
  hih_phone_view_set_camera (fixture.view, NULL);
  g_assert_false (hih_camera_get_running (camera));
  assert_stand_in (&fixture);
  hih_phone_view_set_camera (fixture.view, camera);
  g_assert_true (hih_camera_get_running (camera));
  home = hih_app_set_new_state (fixture.apps, "home/main");
  hih_phone_set_state (fixture.phone, home);
  hih_phone_view_finish_transitions (fixture.view);
  WAIT_UNTIL (!hih_camera_get_running (camera));
  close_phone (&fixture, camera);
}

static void
test_pulled_out (void)
{
  HihCamera *camera = hih_camera_new_for_source (GREEN " num-buffers=30");
  Fixture fixture;

  open_call (&fixture, camera);
  WAIT_UNTIL (fixture.n_failed > 0);
  g_assert_cmpuint (fixture.n_frames, >, 0);
  assert_stand_in (&fixture);
  close_phone (&fixture, camera);
}

static void
test_absent (void)
{
  HihCamera *camera = hih_camera_new_for_source ("v4l2src device=/dev/video-of-nobody");
  Fixture fixture;

  open_call (&fixture, camera);
  WAIT_UNTIL (fixture.n_failed > 0);
  assert_stand_in (&fixture);
  close_phone (&fixture, camera);
}

static void
open_scan (Fixture *fixture, HihCamera *camera)
{
  const char *names[] = { "camera", NULL };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  HihAppSet *apps = hih_app_set_load (HIH_SOURCE_ROOT "/lessons/examples/elements", names, issues);

  g_assert_nonnull (apps);
  open_phone (fixture, apps, &scan, camera);
}

static const char *
get_aim (Fixture *fixture)
{
  return hih_phone_state_get (hih_phone_get_state (fixture->phone), "camera.aim");
}

/* A printed code that belongs to the lesson counts like the drawn one. */
static void
test_scan (void)
{
  g_autofree char *file = code_sheet_make ("HIH-PRACTICE");
  g_autofree char *source = code_sheet_dup_source (file);
  HihCamera *camera = hih_camera_new_for_source (source);
  Fixture fixture;

  open_scan (&fixture, camera);
  WAIT_UNTIL (fixture.n_failed > 0 || g_str_equal (get_aim (&fixture), "found"));
  g_assert_cmpuint (fixture.n_failed, ==, 0);
  g_assert_false (gtk_widget_get_visible (booth_find_class (fixture.booth.row, "toast")));
  close_phone (&fixture, camera);
  g_unlink (file);
}

/* Any other is nothing but a calm sentence. */
static void
test_another_code (void)
{
  g_autofree char *file = code_sheet_make ("https://example.org/pay?to=me&%s");
  g_autofree char *source = code_sheet_dup_source (file);
  HihCamera *camera = hih_camera_new_for_source (source);
  Fixture fixture;
  GtkWidget *toast;
  guint32 middle, edge;

  open_scan (&fixture, camera);
  toast = booth_find_class (fixture.booth.row, "toast");
  WAIT_UNTIL (fixture.n_failed > 0 || gtk_widget_get_visible (toast));
  g_assert_cmpuint (fixture.n_failed, ==, 0);
  g_assert_null (strstr (gtk_label_get_text (GTK_LABEL (toast)), "example"));
  g_assert_cmpstr (get_aim (&fixture), ==, "looking");
  /* What the camera sees takes the drawn scene's place. */
  look_at (&fixture, GTK_WIDGET (find_camera (fixture.booth.row)), &middle, &edge);
  WAIT_UNTIL (fixture.n_frames >= 2);
  g_assert_true (hih_phone_camera_is_live (find_camera (fixture.booth.row)));
  look_at (&fixture, GTK_WIDGET (find_camera (fixture.booth.row)), &middle, &edge);
  /* Grey paper, in the dark around the square one aims with. */
  g_assert_cmpint (ABS ((int) (edge >> 16) - (int) (edge & 0xff)), <, 8);
  g_assert_cmpint ((int) (edge >> 16), >, 80);
  g_assert_cmpint ((int) (edge >> 16), <, 120);
  /* A trap that is drawn is not looked past. */
  booth_run_effects (fixture.phone, "<set key='camera.aim' to='dirty'/>");
  g_assert_false (hih_camera_get_running (camera));
  g_assert_false (hih_phone_camera_is_live (find_camera (fixture.booth.row)));
  close_phone (&fixture, camera);
  g_unlink (file);
}

static void
count_cb (const char *words, gpointer user_data)
{
  g_object_set_data_full (user_data, "words", g_strdup (words), g_free);
  g_object_set_data (user_data, "n", GINT_TO_POINTER (GPOINTER_TO_INT (g_object_get_data (user_data, "n")) + 1));
}

/* Lent only where it is allowed; what goes wrong is said once, and not to who is gone. */
static void
test_lend (void)
{
  g_autoptr (HihSettings) settings = hih_settings_new (NULL);
  g_autoptr (HihClock) clock = booth_clock_new ();
  g_autoptr (HihVoice) voice = hih_voice_new (NULL, NULL);
  g_autoptr (HihReader) reader = hih_reader_new (voice, "en", NULL);
  g_autoptr (HihContext) context = hih_context_new (NULL, NULL, reader, clock, settings);
  g_autoptr (HihCamera) camera = hih_camera_new_for_source (GREEN " num-buffers=6");
  g_autoptr (GObject) owner = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GError) lost = g_error_new_literal (HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_LOST, "lost");
  GtkWidget *view = g_object_ref_sink (hih_phone_view_new ());

  hih_voice_set_enabled (voice, FALSE);
  hih_context_set_camera (context, camera);
  g_assert_null (hih_context_get_camera (context));
  hih_camera_lend (context, HIH_PHONE_VIEW (view), count_cb, owner);
  g_assert_false (g_signal_handler_find (camera, G_SIGNAL_MATCH_ID, g_signal_lookup ("failed", HIH_TYPE_CAMERA), 0, NULL,
                                         NULL, NULL) != 0);

  hih_settings_set_boolean (settings, HIH_SETTING_CAMERA, TRUE);
  g_assert_true (hih_context_get_camera (context) == camera);
  hih_camera_lend (context, HIH_PHONE_VIEW (view), count_cb, owner);
  for (int i = 0; i < 2; i++)
    {
      hih_camera_start (camera, HIH_CAMERA_PICTURES);
      WAIT_UNTIL (!hih_camera_get_running (camera));
      hih_camera_stop (camera, HIH_CAMERA_PICTURES);
    }
  g_assert_cmpint (GPOINTER_TO_INT (g_object_get_data (owner, "n")), ==, 1);
  g_assert_cmpstr (g_object_get_data (owner, "words"), ==, hih_error_get_text (lost));
  g_clear_object (&owner);
  g_signal_emit_by_name (camera, "failed", lost);
  g_object_unref (view);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_test_add_func ("/phone-camera/own-picture", test_own_picture);
  g_test_add_func ("/phone-camera/off", test_off);
  g_test_add_func ("/phone-camera/pulled-out", test_pulled_out);
  g_test_add_func ("/phone-camera/absent", test_absent);
  g_test_add_func ("/phone-camera/scan", test_scan);
  g_test_add_func ("/phone-camera/another-code", test_another_code);
  g_test_add_func ("/phone-camera/lend", test_lend);
  return g_test_run ();
}
