/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The camera: small mirrored pictures, codes that are read, what is told when there is none; and nothing is kept. */
#include "config.h"

#include "code-sheet.h"

#include "hih-camera-feed.h"
#include "hih-camera.h"

#include <glib/gstdio.h>
#include <string.h>

#define PATIENCE_MS 30000

typedef struct
{
  HihCamera *camera;
  HihFrame *frame; /* the last */
  guint n_frames;
  GPtrArray *codes; /* of char * */
  GError *error;
  guint n_failed;
} Fixture;

static void
frame_cb (HihCamera *camera, HihFrame *frame, Fixture *fixture)
{
  /* At most 15 a second, by their own clock: 66.7 ms. */
  if (fixture->frame != NULL && hih_frame_get_pts_ns (frame) > hih_frame_get_pts_ns (fixture->frame))
    g_assert_cmpint (hih_frame_get_pts_ns (frame) - hih_frame_get_pts_ns (fixture->frame), >=, 60 * 1000 * 1000);
  g_clear_pointer (&fixture->frame, hih_frame_unref);
  fixture->frame = hih_frame_ref (frame);
  fixture->n_frames++;
}

static void
code_cb (HihCamera *camera, const char *text, Fixture *fixture)
{
  g_ptr_array_add (fixture->codes, g_strdup (text));
}

static void
failed_cb (HihCamera *camera, GError *error, Fixture *fixture)
{
  fixture->n_failed++;
  g_clear_error (&fixture->error);
  fixture->error = g_error_copy (error);
}

static void
open_camera (Fixture *fixture, HihCamera *camera)
{
  memset (fixture, 0, sizeof *fixture);
  fixture->camera = camera;
  fixture->codes = g_ptr_array_new_with_free_func (g_free);
  g_signal_connect (camera, "frame", G_CALLBACK (frame_cb), fixture);
  g_signal_connect (camera, "code", G_CALLBACK (code_cb), fixture);
  g_signal_connect (camera, "failed", G_CALLBACK (failed_cb), fixture);
}

static void
close_camera (Fixture *fixture)
{
  g_assert_finalize_object (fixture->camera);
  g_clear_pointer (&fixture->frame, hih_frame_unref);
  g_ptr_array_unref (fixture->codes);
  g_clear_error (&fixture->error);
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

static guint32
pixel (HihFrame *frame, int x, int y)
{
  const guint8 *bytes = g_bytes_get_data (hih_frame_get_bytes (frame), NULL);
  guint32 value;

  memcpy (&value, bytes + (gsize) y * hih_frame_get_stride (frame) + (gsize) x * 4, 4);
  return value;
}

static void
test_pictures (void)
{
  Fixture fixture;
  HihFrame *frame;

  /* Bars from white at the left to black at the right, larger than wanted. */
  open_camera (&fixture, hih_camera_new_for_source ("videotestsrc is-live=true ! capsfilter caps=video/x-raw,width=1280,height=720,framerate=30/1"));
  g_assert_false (hih_camera_get_running (fixture.camera));
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  g_assert_true (hih_camera_get_running (fixture.camera));
  WAIT_UNTIL (fixture.n_frames >= 3 || fixture.error != NULL);
  g_assert_no_error (fixture.error);
  frame = fixture.frame;
  g_assert_cmpint (hih_frame_get_width (frame), <=, 640);
  g_assert_cmpint (hih_frame_get_height (frame), <=, 480);
  g_assert_cmpint (hih_frame_get_width (frame), >=, 320);
  /* Mirrored: the white bar is at the right now, the blue one at the left. */
  g_assert_cmphex (pixel (frame, hih_frame_get_width (frame) - 10, 10) & 0x808080, ==, 0x808080);
  g_assert_cmphex (pixel (frame, 10, 10) & 0x808080, ==, 0x000080);
  hih_camera_stop (fixture.camera, HIH_CAMERA_PICTURES);
  g_assert_false (hih_camera_get_running (fixture.camera));
  close_camera (&fixture);
}

static void
test_jpeg (void)
{
  Fixture fixture;

  open_camera (&fixture, hih_camera_new_for_source ("videotestsrc is-live=true ! jpegenc"));
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  WAIT_UNTIL (fixture.n_frames >= 2 || fixture.error != NULL);
  g_assert_no_error (fixture.error);
  close_camera (&fixture);
}

/* Two views at once, as while one screen slides to the next. */
static void
test_users (void)
{
  Fixture fixture;
  guint n;

  open_camera (&fixture, hih_camera_new_for_source ("videotestsrc is-live=true"));
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  WAIT_UNTIL (fixture.n_frames >= 1);
  hih_camera_stop (fixture.camera, HIH_CAMERA_PICTURES);
  n = fixture.n_frames;
  WAIT_UNTIL (fixture.n_frames > n);
  hih_camera_stop (fixture.camera, HIH_CAMERA_PICTURES);
  n = fixture.n_frames;
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture.n_frames, ==, n);
  /* At once again: the new one waits for the device. */
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  WAIT_UNTIL (fixture.n_frames > n);
  g_assert_no_error (fixture.error);
  close_camera (&fixture);
}

static void
test_code (void)
{
  g_autofree char *file = code_sheet_make ("hand-in-hand:金华市 门口 12");
  g_autofree char *source = code_sheet_dup_source (file);
  Fixture fixture;
  guint n;

  open_camera (&fixture, hih_camera_new_for_source (source));
  /* Not wanted: not read. */
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  WAIT_UNTIL (fixture.n_frames >= 10 || fixture.error != NULL);
  g_assert_no_error (fixture.error);
  g_assert_cmpuint (fixture.codes->len, ==, 0);

  hih_camera_start (fixture.camera, HIH_CAMERA_CODES);
  WAIT_UNTIL (fixture.codes->len > 0 || fixture.error != NULL);
  g_assert_no_error (fixture.error);
  g_assert_cmpstr (g_ptr_array_index (fixture.codes, 0), ==, "hand-in-hand:金华市 门口 12");
  /* As long as it stays there it is told once. */
  n = fixture.n_frames;
  WAIT_UNTIL (fixture.n_frames >= n + 15);
  g_assert_cmpuint (fixture.codes->len, ==, 1);
  close_camera (&fixture);
  g_unlink (file);
}

/* What can be read is any text: it is handed on as text, and what is too long or no code of ours is not. */
static void
test_foreign_codes (void)
{
  g_autofree char *file = code_sheet_make ("https://example.org/?a=%s%n';--");
  g_autofree char *source = code_sheet_dup_source (file);
  Fixture fixture;

  open_camera (&fixture, hih_camera_new_for_source (source));
  hih_camera_start (fixture.camera, HIH_CAMERA_CODES);
  WAIT_UNTIL (fixture.codes->len > 0 || fixture.error != NULL);
  g_assert_no_error (fixture.error);
  g_assert_cmpstr (g_ptr_array_index (fixture.codes, 0), ==, "https://example.org/?a=%s%n';--");
  close_camera (&fixture);
  g_unlink (file);
}

static void
assert_fails (HihCamera *camera, HihCameraErrorCode code, guint n_frames_min)
{
  Fixture fixture;

  open_camera (&fixture, camera);
  hih_camera_start (camera, HIH_CAMERA_PICTURES);
  WAIT_UNTIL (fixture.error != NULL);
  g_assert_error (fixture.error, HIH_CAMERA_ERROR, (int) code);
  g_assert_cmpuint (fixture.n_frames, >=, n_frames_min);
  g_assert_false (hih_camera_get_running (camera));
  /* The view that used it goes later. */
  hih_camera_stop (camera, HIH_CAMERA_PICTURES);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (fixture.n_failed, ==, 1);
  close_camera (&fixture);
}

static void
test_absent (void)
{
  assert_fails (hih_camera_new_for_source ("v4l2src device=/dev/video-of-nobody"), HIH_CAMERA_ERROR_ABSENT, 0);
  /* The meson file lets nobody tell of devices. */
  if (g_strcmp0 (g_getenv ("GST_PLUGIN_FEATURE_RANK"), "v4l2deviceprovider:NONE,pipewiredeviceprovider:NONE") == 0 &&
      !g_file_test ("/dev/video0", G_FILE_TEST_EXISTS))
    assert_fails (hih_camera_new (), HIH_CAMERA_ERROR_ABSENT, 0);
}

/* Pulled out: the pictures end, or the source breaks. Put in again: it goes on. */
static void
test_lost (void)
{
  Fixture fixture;
  guint n;

  assert_fails (hih_camera_new_for_source ("videotestsrc is-live=true num-buffers=20"), HIH_CAMERA_ERROR_LOST, 1);
  assert_fails (hih_camera_new_for_source ("videotestsrc is-live=true ! identity error-after=20"), HIH_CAMERA_ERROR_LOST, 1);

  open_camera (&fixture, hih_camera_new_for_source ("videotestsrc is-live=true num-buffers=20"));
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  WAIT_UNTIL (fixture.n_failed == 1);
  n = fixture.n_frames;
  hih_camera_start (fixture.camera, HIH_CAMERA_PICTURES);
  WAIT_UNTIL (fixture.n_frames > n);
  close_camera (&fixture);
}

static void
test_incomplete (void)
{
  assert_fails (hih_camera_new_for_source ("hihnosuchelement"), HIH_CAMERA_ERROR_INCOMPLETE, 0);
}

static void
test_errors (void)
{
  static const struct
  {
    int code;
    HihCameraErrorCode before;
  } rows[] = {
    { GST_RESOURCE_ERROR_NOT_FOUND, HIH_CAMERA_ERROR_ABSENT },
    { GST_RESOURCE_ERROR_OPEN_READ_WRITE, HIH_CAMERA_ERROR_REFUSED },
    { GST_RESOURCE_ERROR_NOT_AUTHORIZED, HIH_CAMERA_ERROR_REFUSED },
    { GST_RESOURCE_ERROR_BUSY, HIH_CAMERA_ERROR_BUSY },
    { GST_RESOURCE_ERROR_READ, HIH_CAMERA_ERROR_LOST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (GST_RESOURCE_ERROR, rows[i].code, "it says");
      g_autoptr (GError) before = hih_camera_error_from_gst (error, FALSE);
      g_autoptr (GError) after = hih_camera_error_from_gst (error, TRUE);

      g_assert_error (before, HIH_CAMERA_ERROR, (int) rows[i].before);
      g_assert_error (after, HIH_CAMERA_ERROR, HIH_CAMERA_ERROR_LOST);
    }
}

/* The whole of this program lives in a folder of its own: after pictures and codes it is as empty as before. */
static void
test_nothing_is_kept (gconstpointer home)
{
  g_autofree char *file = code_sheet_make ("secret");
  g_autofree char *source = code_sheet_dup_source (file);
  g_autoptr (GDir) dir = NULL;
  Fixture fixture;

  open_camera (&fixture, hih_camera_new_for_source (source));
  hih_camera_start (fixture.camera, HIH_CAMERA_CODES);
  WAIT_UNTIL ((fixture.codes->len > 0 && fixture.n_frames > 20) || fixture.error != NULL);
  g_assert_no_error (fixture.error);
  hih_camera_stop (fixture.camera, HIH_CAMERA_CODES);
  close_camera (&fixture);
  g_unlink (file);
  dir = g_dir_open (home, 0, NULL);
  g_assert_nonnull (dir);
  g_assert_cmpstr (g_dir_read_name (dir), ==, NULL);
}

int
main (int argc, char **argv)
{
  static const char *names[] = { "HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR" };
  g_autofree char *home = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  hih_film_init ();
  home = g_dir_make_tmp ("hih-camera-XXXXXX", NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_setenv (names[i], home, TRUE);
  if (g_chdir (home) != 0)
    g_error ("no folder to be in");
  g_test_add_func ("/camera/pictures", test_pictures);
  g_test_add_func ("/camera/jpeg", test_jpeg);
  g_test_add_func ("/camera/users", test_users);
  g_test_add_func ("/camera/code", test_code);
  g_test_add_func ("/camera/foreign-codes", test_foreign_codes);
  g_test_add_func ("/camera/absent", test_absent);
  g_test_add_func ("/camera/lost", test_lost);
  g_test_add_func ("/camera/incomplete", test_incomplete);
  g_test_add_func ("/camera/errors", test_errors);
  g_test_add_data_func ("/camera/nothing-is-kept", home, test_nothing_is_kept);
  status = g_test_run ();
  g_rmdir (home);
  return status;
}
