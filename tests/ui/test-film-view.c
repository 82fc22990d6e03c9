/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The film's view shows what the player hands out, in the right colours and at the right place, by either renderer. */
#include "config.h"

#include "hih-film-view.h"

#define FILM_WIDTH 160
#define FILM_HEIGHT 90
#define SIZE 180

static HihFrame *
make_frame (guint32 left, guint32 right)
{
  guint32 *pixels = g_new (guint32, FILM_WIDTH * FILM_HEIGHT);

  for (int y = 0; y < FILM_HEIGHT; y++)
    for (int x = 0; x < FILM_WIDTH; x++)
      pixels[y * FILM_WIDTH + x] = x < FILM_WIDTH / 2 ? left : right;
  return hih_frame_new (g_bytes_new_take (pixels, sizeof (guint32) * FILM_WIDTH * FILM_HEIGHT), FILM_WIDTH, FILM_HEIGHT,
                        FILM_WIDTH * 4, 0);
}

static void
emit_frame (HihPlayer *player, guint32 left, guint32 right)
{
  g_autoptr (HihFrame) frame = make_frame (left, right);

  g_signal_emit_by_name (player, "frame", frame);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
}

/* What stands on the view, drawn by the window's own renderer. */
static guint32 *
take_picture (GtkWidget *view)
{
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GdkTexture) texture = NULL;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);
  GskRenderNode *node;
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  guint32 *pixels = g_new0 (guint32, SIZE * SIZE);

  gtk_widget_queue_draw (view);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  paintable = gtk_widget_paintable_new (view);
  gdk_paintable_snapshot (paintable, snapshot, SIZE, SIZE);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (view)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, SIZE, SIZE));
  gsk_render_node_unref (node);
  gdk_texture_download (texture, (guchar *) pixels, SIZE * 4);
  return pixels;
}

static void
assert_colour (const guint32 *pixels, int x, int y, guint32 expected)
{
  g_assert_cmphex (pixels[y * SIZE + x], ==, expected);
}

static void
test_frames (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = hih_film_view_new ();
  g_autoptr (HihPlayer) player = hih_player_new ();

  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), SIZE, SIZE);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  hih_film_view_set_player (HIH_FILM_VIEW (view), player);

  /* Several, so that the pictures that went do not leave anything behind. */
  for (int i = 0; i < 5; i++)
    {
      g_autofree guint32 *pixels = NULL;

      emit_frame (player, 0xff804020, 0xff2040c0);
      emit_frame (player, 0xffc01030 + (guint) i, 0xff0b5d43);
      pixels = take_picture (view);
      assert_colour (pixels, 20, SIZE / 2, 0xffc01030 + (guint) i);
      assert_colour (pixels, SIZE - 20, SIZE / 2, 0xff0b5d43);
      /* 180 wide are 101 high: above and below there is nothing of it. */
      g_assert_cmphex (pixels[30 * SIZE + 20], !=, 0xffc01030 + (guint) i);
      g_assert_cmphex (pixels[150 * SIZE + 20], !=, 0xffc01030 + (guint) i);
    }
  {
    /* A still takes the place of a frame. */
    g_autoptr (HihFrame) frame = make_frame (0xff112233, 0xff112233);
    g_autoptr (GdkTexture) still =
      gdk_memory_texture_new (FILM_WIDTH, FILM_HEIGHT, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, hih_frame_get_bytes (frame),
                              hih_frame_get_stride (frame));
    g_autofree guint32 *pixels = NULL;

    hih_film_view_set_texture (HIH_FILM_VIEW (view), still);
    pixels = take_picture (view);
    assert_colour (pixels, SIZE - 20, SIZE / 2, 0xff112233);
  }
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (argc > 1)
    g_setenv ("GSK_RENDERER", argv[1], TRUE);
  gtk_init ();
  g_test_add_func ("/film-view/frames", test_frames);
  return g_test_run ();
}
