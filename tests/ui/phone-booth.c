/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shared by the gallery and the tests of the phone's view. */
#include "config.h"

#include "phone-booth.h"

#include "hih-paths.h"

static const BoothState states[] = {
  { "lock", "system/lock", "" },
  { "home", "home/main", "" },
  { "home-ring", "home/main", "", "home/chat" },
  { "chat-list", "chat/list", "" },
  { "chat-people", "chat/list", "<set key='chat.tab' to='people'/>" },
  { "chat-me", "chat/list", "<set key='chat.tab' to='me'/>" },
  { "chat-talk", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/talk'/>" },
  { "chat-talk-ring", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/talk'/>", "chat/video" },
  { "chat-more", "chat/list", "<set key='chat.peer' to='fang'/><open screen='chat/talk'/><sheet id='chat/more-sheet'/>" },
  { "ringing", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='ringing'/><open screen='chat/ringing'/>" },
  { "dialling", "home/main", "<set key='chat.peer' to='ming'/><open screen='chat/dialling'/>" },
  { "call", "home/main", "<set key='chat.peer' to='fang'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
  { "call-off", "home/main",
    "<set key='chat.peer' to='fang'/><set key='chat.camera' to='no'/><set key='chat.call' to='talking'/><open screen='chat/call'/>" },
  { "permission", "home/main", "<set key='chat.peer' to='fang'/><open screen='chat/ringing'/><ask dialog='chat/camera-permission'/>" },
  { "city", "city/main", "" },
  { "notice", "city/main", "<open screen='city/notice'/>" },
  { "form", "city/main", "<open screen='city/form'/>" },
  { "face", "city/main", "<open screen='city/face-check'/>" },
  { "face-ok", "city/main", "<open screen='city/face-check'/><set key='city.face' to='passed'/>" },
  { "code", "city/main", "<open screen='city/code'/>" },
  { "code-old", "city/main", "<set key='city.fresh' to='no'/><set key='system.network' to='no'/><open screen='city/code'/>" },
  { "ways", "city/main", "<open screen='city/ways'/>" },
  { "phone", "phone/main", "" },
  { "phone-keys", "phone/main", "<set key='phone.tab' to='keys'/><set key='phone.number' to='12345'/>" },
  { "person", "phone/main", "<set key='phone.peer' to='fang'/><open screen='phone/person'/>" },
  { "calling", "phone/main", "<set key='phone.peer' to='fang'/><set key='phone.call' to='talking'/><open screen='phone/calling'/>" },
  { "settings", "settings/main", "" },
  { "display", "settings/main", "<open screen='settings/display'/>" },
  { "sound", "settings/main", "<open screen='settings/sound'/>" },
  { "album", "album/photos", "" },
  { "photo", "album/photos", "<open screen='album/photo'/>" },
  { "photo-menu", "album/photos", "<set key='album.zoomed' to='yes'/><set key='album.menu' to='yes'/><open screen='album/photo'/>" },
  { "toast", "home/main", "<toast><text>This is the camera. It is not needed today.</text></toast>" },
  { "edit", "home/main", "<set key='home.editing' to='yes'/>" },
  { "power", "home/main", "", "system/power" },
  { "hand-comes", "home/main", "", "home/chat", HIH_GESTURE_TAP, 700 },
  { "hand-taps", "home/main", "", "home/chat", HIH_GESTURE_TAP, 1450 },
  { "hand-swipes", "system/lock", "", "system/unlock", HIH_GESTURE_SWIPE_UP, 1800 },
  { "hand-drags", "settings/main", "", "settings/brightness", HIH_GESTURE_DRAG, 2350, "8" },
  { "hand-zooms", "album/photos", "<open screen='album/photo'/>", "album/picture", HIH_GESTURE_ZOOM, 2000 },
};

const BoothState *
booth_list_states (guint *n_states)
{
  *n_states = G_N_ELEMENTS (states);
  return states;
}

void
booth_open (Booth *booth, guint n_views)
{
  booth->window = gtk_window_new ();
  booth->views = g_ptr_array_new ();
  booth->width = BOOTH_WIDTH;
  booth->height = BOOTH_HEIGHT;
  booth->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (booth->window, "hih");
  for (guint i = 0; i < n_views; i++)
    {
      GtkWidget *view = hih_phone_view_new ();

      gtk_widget_set_hexpand (view, TRUE);
      gtk_box_append (GTK_BOX (booth->row), view);
      g_ptr_array_add (booth->views, view);
    }
  gtk_window_set_child (GTK_WINDOW (booth->window), booth->row);
  gtk_widget_realize (booth->window);
  gtk_widget_realize (booth->row);
  gtk_widget_map (booth->row);
}

void
booth_close (Booth *booth)
{
  gtk_window_destroy (GTK_WINDOW (booth->window));
  g_clear_pointer (&booth->views, g_ptr_array_unref);
}

void
booth_settle (Booth *booth)
{
  int width = booth->width * (int) booth->views->len;

  /* Once more for what a place changes: a scroll position. */
  for (int i = 0; i < 2; i++)
    {
      g_signal_emit_by_name (gtk_widget_get_frame_clock (booth->window), "update");
      gtk_widget_allocate (booth->row, width, booth->height, -1, NULL);
    }
}

cairo_surface_t *
booth_paint (Booth *booth)
{
  int width = booth->width * (int) booth->views->len;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, booth->height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  cairo_set_source_rgb (cr, 0.98, 0.965, 0.933);
  cairo_paint (cr);
  booth_settle (booth);
  gtk_widget_snapshot_child (booth->window, booth->row, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  return surface;
}

void
booth_draw (Booth *booth, const char *path)
{
  cairo_surface_t *surface = booth_paint (booth);

  if (cairo_surface_write_to_png (surface, path) != CAIRO_STATUS_SUCCESS)
    g_error ("cannot write %s", path);
  cairo_surface_destroy (surface);
}

HihAppSet *
booth_load_apps (void)
{
  const char *names[] = { "home", "chat", "phone", "city", "settings", "album", NULL };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *dir = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  HihAppSet *apps = hih_app_set_load (dir, names, issues);

  for (guint i = 0; i < issues->len; i++)
    g_printerr ("# %s\n", hih_issue_to_string (g_ptr_array_index (issues, i)));
  if (apps == NULL)
    g_error ("the apps in %s cannot be loaded", dir);
  return apps;
}

HihClock *
booth_clock_new (void)
{
  return hih_virtual_clock_new (G_GINT64_CONSTANT (1795425392000));
}

void
booth_run_effects (HihPhone *phone, const char *xml)
{
  g_autofree char *whole = g_strdup_printf ("<start>%s</start>", xml);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihNode) node = hih_markup_parse (whole, -1, "booth", issues);
  GPtrArray *effects;

  if (node == NULL)
    g_error ("not well-formed: %s", xml);
  effects = hih_effects_read (node, NULL, issues);
  hih_effects_check (effects, hih_phone_get_apps (phone), NULL, issues);
  if (issues->len > 0)
    g_error ("%s", hih_issue_to_string (g_ptr_array_index (issues, 0)));
  hih_phone_run_effects (phone, effects);
  /* What waits borrows from them as long as the phone lives. */
  g_object_set_data_full (G_OBJECT (phone), "booth-effects", effects, (GDestroyNotify) g_ptr_array_unref);
}

HihPhone *
booth_phone_new (HihAppSet *apps, const char *layout, HihClock *clock, const BoothState *state)
{
  HihPhone *phone = hih_phone_new (apps, layout, clock);
  g_autoptr (HihPhoneState) start = hih_app_set_new_state (apps, state->screen);

  hih_phone_set_state (phone, start);
  booth_run_effects (phone, state->effects);
  return phone;
}
