/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * phone-gallery LANGUAGE OUT.png [NAME…]: every state of the practice phone in the three layouts, one large picture a
 * state, for eyes to look at. Drawn without showing a window (TRIALS.md V1.1).
 */
#include "config.h"

#include "hih-phone-view.h"

#include "hih-paths.h"
#include "hih-step-view.h"

#include <adwaita.h>

#define SCREEN_WIDTH 384
#define SCREEN_HEIGHT 812
#define MARGIN 40
#define GALLERY_WIDTH (HIH_N_LAYOUTS * (SCREEN_WIDTH + 2 * MARGIN))
#define GALLERY_HEIGHT (SCREEN_HEIGHT + 20)

typedef struct
{
  const char *name;
  const char *screen;
  const char *effects;
  const char *target; /* pointed at */
  HihGestureKind gesture;
  gint64 hand_ms;     /* so long after the hand began; 0: no hand */
  const char *value;
} State;

static const State states[] = {
  { "lock", "system/lock", "" },
  { "home", "home/main", "", NULL },
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

/* A widget of a fixed size in a window that is never shown. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *row;
  GtkWidget *views[HIH_N_LAYOUTS];
} Booth;

static void
run_effects (HihPhone *phone, const char *xml)
{
  g_autofree char *whole = g_strdup_printf ("<start>%s</start>", xml);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihNode) node = hih_markup_parse (whole, -1, "gallery", issues);
  g_autoptr (GPtrArray) effects = NULL;

  if (node == NULL)
    g_error ("gallery: %s", hih_issue_to_string (g_ptr_array_index (issues, 0)));
  effects = hih_effects_read (node, NULL, issues);
  hih_effects_check (effects, hih_phone_get_apps (phone), NULL, issues);
  for (guint i = 0; i < issues->len; i++)
    g_printerr ("%s\n", hih_issue_to_string (g_ptr_array_index (issues, i)));
  if (issues->len == 0)
    hih_phone_run_effects (phone, effects);
  /* Borrowed by whatever waits; a gallery is short-lived. */
  g_ptr_array_ref (effects);
}

static void
booth_open (Booth *booth)
{
  booth->window = gtk_window_new ();
  gtk_widget_add_css_class (booth->window, "hih");
  booth->row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    {
      booth->views[i] = hih_phone_view_new ();
      gtk_widget_set_hexpand (booth->views[i], TRUE);
      gtk_box_append (GTK_BOX (booth->row), booth->views[i]);
    }
  gtk_window_set_child (GTK_WINDOW (booth->window), booth->row);
  gtk_widget_realize (booth->window);
  gtk_widget_realize (booth->row);
  gtk_widget_map (booth->row);
}

/* With DUMP in the environment: every widget, its classes and its place. */
static void
dump (GtkWidget *widget, int depth)
{
  g_auto (GStrv) classes = gtk_widget_get_css_classes (widget);
  g_autofree char *joined = g_strjoinv (".", classes);

  if (!gtk_widget_get_visible (widget))
    return;
  g_print ("%*s%s.%s %d×%d\n", depth, "", G_OBJECT_TYPE_NAME (widget), joined, gtk_widget_get_width (widget),
           gtk_widget_get_height (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    dump (child, depth + 1);
}

/* What a frame clock would do: styles, then places; twice, as a place may change a scroll position. */
static void
settle (Booth *booth)
{
  for (int i = 0; i < 3; i++)
    {
      g_signal_emit_by_name (gtk_widget_get_frame_clock (booth->window), "update");
      gtk_widget_allocate (booth->row, GALLERY_WIDTH, GALLERY_HEIGHT, -1, NULL);
    }
}

static void
booth_draw (Booth *booth, const char *path)
{
  int width = GALLERY_WIDTH, height = GALLERY_HEIGHT;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  cairo_set_source_rgb (cr, 0.98, 0.965, 0.933);
  cairo_paint (cr);
  settle (booth);
  gtk_widget_snapshot_child (booth->window, booth->row, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_write_to_png (surface, path);
  cairo_surface_destroy (surface);
}

static void
show_state (Booth *booth, HihAppSet *apps, HihClock *clock, const State *state, const char *language)
{
  static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

  for (guint i = 0; i < HIH_N_LAYOUTS; i++)
    {
      HihPhoneView *view = HIH_PHONE_VIEW (booth->views[i]);
      g_autoptr (HihPhone) phone = hih_phone_new (apps, layouts[i], clock);
      g_autoptr (HihPhoneState) start = hih_app_set_new_state (apps, state->screen);

      hih_phone_set_state (phone, start);
      hih_phone_view_set_language (view, language);
      hih_phone_view_set_phone (view, phone);
      run_effects (phone, state->effects);
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), 400);
      hih_phone_view_finish_transitions (view);
      hih_phone_view_advance (view);
      hih_phone_view_point_at (view, state->target, hih_step_view_get_tag (hih_step_view_find ("tap")),
                               hih_step_view_find ("tap")->icon);
      settle (booth);
      hih_phone_view_advance (view);
      if (state->hand_ms > 0)
        {
          g_autoptr (HihGesture) gesture = hih_gesture_new (state->gesture, state->target, state->value);

          hih_phone_view_perform (view, gesture, NULL, NULL);
          hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (clock), state->hand_ms);
          hih_phone_view_advance (view);
        }
    }
}

int
main (int argc, char **argv)
{
  const char *names[] = { "home", "chat", "phone", "city", "settings", "album", NULL };
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihAppSet) apps = NULL;
  g_autoptr (HihClock) clock = hih_virtual_clock_new (G_GINT64_CONSTANT (1795425392000)); /* 2026-11-23 9:16:32 UTC */
  g_autofree char *apps_dir = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  Booth booth;

  if (argc < 3)
    {
      g_printerr ("usage: phone-gallery LANGUAGE FOLDER [NAME…]\n");
      return 2;
    }
  gtk_init ();
  adw_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink", FALSE, NULL);
  apps = hih_app_set_load (apps_dir, names, issues);
  for (guint i = 0; i < issues->len; i++)
    g_printerr ("%s\n", hih_issue_to_string (g_ptr_array_index (issues, i)));
  if (apps == NULL)
    return 1;

  booth_open (&booth);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s/%s.png", argv[2], states[i].name);

      if (argc > 3 && !g_strv_contains ((const char *const *) argv + 3, states[i].name))
        continue;
      show_state (&booth, apps, clock, &states[i], argv[1]);
      booth_draw (&booth, file);
      if (g_getenv ("DUMP") != NULL)
        dump (booth.row, 0);
    }
  gtk_window_destroy (GTK_WINDOW (booth.window));
  return 0;
}
