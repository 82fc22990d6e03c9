/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What it cannot do: keep a window manager from switching to another program. A computer that is only for this runs it
 * without one (app/README.md tells how), and there it fills the screen by its size.
 */
#include "config.h"

#include "hih-kiosk.h"

#include "hih-still-there.h"

#include <math.h>
#ifdef GDK_WINDOWING_X11
#include <gdk/x11/gdkx.h>
#endif

/* A table that is knocked moves a mouse less than this, in px. */
#define HAND_MOVES 12

struct _HihKiosk
{
  GObject parent_instance;

  GtkWindow *window;   /* borrowed: it owns this */
  GtkOverlay *overlay; /* borrowed */
  HihSettings *settings;
  HihContext *context; /* (nullable): until begin */
  HihIdleWatch *watch; /* (nullable): likewise */
  HihPage *page;       /* (nullable) (weak) */
  HihPlaceKind kind;
  GtkWidget *question; /* (nullable): stands there now */
  GtkWidget *before;   /* (nullable) (weak): had the focus */
  gulong clicked_hook;
  double x, y;         /* of the mouse when it last counted */
  gboolean mouse_known;
  gboolean forced;
  gboolean on;
};

enum
{
  CHANGED,
  GONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihKiosk, hih_kiosk, G_TYPE_OBJECT)

gboolean
hih_place_is_inside (HihPlaceKind kind)
{
  return kind == HIH_PLACE_DESK || kind == HIH_PLACE_RESTORE || kind == HIH_PLACE_CLASS_START || kind == HIH_PLACE_CLASS ||
         kind == HIH_PLACE_PROJECTOR || kind == HIH_PLACE_TRY;
}

gboolean
hih_kiosk_has_window_manager (GtkWindow *window)
{
#ifdef GDK_WINDOWING_X11
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  if (GDK_IS_X11_DISPLAY (display))
    return g_strcmp0 (gdk_x11_screen_get_window_manager_name (gdk_x11_display_get_screen (display)), "unknown") != 0;
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
  return TRUE;
}

/* Without a window manager nobody answers the wish for the whole screen: then the size does it. */
static void
fill_screen (HihKiosk *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self->window)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle geometry;

  gtk_window_fullscreen (self->window);
  if (monitor == NULL || hih_kiosk_has_window_manager (self->window))
    return;
  gdk_monitor_get_geometry (monitor, &geometry);
  gtk_window_set_default_size (self->window, geometry.width, geometry.height);
}

static void
take_question_away (HihKiosk *self)
{
  if (self->question == NULL)
    return;
  gtk_overlay_remove_overlay (self->overlay, self->question);
  self->question = NULL;
  if (self->before != NULL)
    gtk_widget_grab_focus (self->before);
  g_clear_weak_pointer (&self->before);
}

static void
here_cb (GtkWidget *button, gpointer user_data)
{
  hih_idle_watch_touch (HIH_KIOSK (user_data)->watch);
}

static void
ask_cb (HihIdleWatch *watch, gpointer user_data)
{
  HihKiosk *self = user_data;

  g_set_weak_pointer (&self->before, gtk_window_get_focus (self->window));
  self->question = hih_still_there_new (G_CALLBACK (here_cb), self);
  gtk_overlay_add_overlay (self->overlay, self->question);
  gtk_widget_child_focus (self->question, GTK_DIR_TAB_FORWARD);
  hih_reader_read (hih_context_get_reader (self->context), hih_still_there_get_words ());
}

static void
answered_cb (HihIdleWatch *watch, gpointer user_data)
{
  HihKiosk *self = user_data;

  take_question_away (self);
  hih_reader_stop (hih_context_get_reader (self->context));
}

/* Files are chosen and papers printed in windows of their own, which would stand over whoever comes next. */
static void
close_dialogs (HihKiosk *self)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = g_list_model_get_n_items (windows); i > 0; i--)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i - 1);

      if (window != NULL && gtk_window_get_transient_for (window) == self->window)
        gtk_window_close (window);
    }
}

static void
gone_cb (HihIdleWatch *watch, gpointer user_data)
{
  HihKiosk *self = user_data;

  g_clear_weak_pointer (&self->before);
  take_question_away (self);
  close_dialogs (self);
  g_signal_emit (self, signals[GONE], 0);
}

static HihStay
get_usual_stay (HihKiosk *self)
{
  if (!self->on && !hih_place_is_inside (self->kind))
    return HIH_STAY_LONG;
  if (self->kind == HIH_PLACE_WHO || self->kind == HIH_PLACE_WELCOME)
    return HIH_STAY_LONG;
  return self->kind == HIH_PLACE_CLASS || self->kind == HIH_PLACE_PROJECTOR ? HIH_STAY_CLASS : HIH_STAY_USUAL;
}

static HihStay
get_stay (gpointer data)
{
  HihKiosk *self = data;
  HihStay usual = get_usual_stay (self);

  if (self->page == NULL || usual == HIH_STAY_LONG)
    return HIH_STAY_LONG;
  return hih_page_get_stay (self->page, usual);
}

static void
touch (HihKiosk *self)
{
  if (self->watch != NULL)
    hih_idle_watch_touch (self->watch);
}

/* What changes under a mouse that stands still tells of it too; so its first place only is remembered. */
static gboolean
is_moved_by_hand (HihKiosk *self, GdkEvent *event)
{
  gboolean known = self->mouse_known;
  double x, y;

  if (!gdk_event_get_position (event, &x, &y) || (known && hypot (x - self->x, y - self->y) < HAND_MOVES))
    return FALSE;
  self->mouse_known = TRUE;
  self->x = x;
  self->y = y;
  return known;
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer user_data)
{
  HihKiosk *self = user_data;
  gboolean asking = hih_kiosk_is_asking (self);

  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_MOTION_NOTIFY ? is_moved_by_hand (self, event)
                                : type == GDK_TOUCH_UPDATE || type == GDK_TOUCH_END || type == GDK_BUTTON_RELEASE)
    touch (self);
  if (type != GDK_BUTTON_PRESS && type != GDK_TOUCH_BEGIN && type != GDK_KEY_PRESS && type != GDK_SCROLL)
    return GDK_EVENT_PROPAGATE;
  touch (self);
  /* What only answers the question does nothing to the page under it. */
  return asking ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

/* A screen reader presses buttons without any event. */
static gboolean
clicked_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer user_data)
{
  touch (user_data);
  return TRUE;
}

static void
fullscreened_cb (HihKiosk *self)
{
  if (self->on && !gtk_window_is_fullscreen (self->window))
    fill_screen (self);
}

/* A window manager's key or a task bar put it away. */
static void
state_cb (HihKiosk *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self->window));

  if (self->on && surface != NULL && (gdk_toplevel_get_state (GDK_TOPLEVEL (surface)) & GDK_TOPLEVEL_STATE_MINIMIZED) != 0)
    gtk_window_present (self->window);
}

static void
realized_cb (HihKiosk *self)
{
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self->window)), "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Windows of their own (where to print, which file) lead out of the program: who is not inside gets none. */
static void
update_class (HihKiosk *self)
{
  if (self->on && !hih_place_is_inside (self->kind))
    gtk_widget_add_css_class (GTK_WIDGET (self->window), HIH_KIOSK_CLASS);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->window), HIH_KIOSK_CLASS);
}

static void
update (HihKiosk *self)
{
  gboolean on = self->forced || hih_settings_get_boolean (self->settings, HIH_SETTING_KIOSK);

  if (self->watch != NULL)
    hih_idle_watch_set_minutes (self->watch, (guint) hih_settings_get_int (self->settings, HIH_SETTING_IDLE_MINUTES));
  if (on == self->on)
    return;
  self->on = on;
  update_class (self);
  if (on)
    fill_screen (self);
  else
    gtk_window_unfullscreen (self->window);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hih_kiosk_dispose (GObject *object)
{
  HihKiosk *self = HIH_KIOSK (object);

  if (self->clicked_hook != 0)
    g_signal_remove_emission_hook (g_signal_lookup ("clicked", GTK_TYPE_BUTTON), self->clicked_hook);
  self->clicked_hook = 0;
  if (self->watch != NULL)
    hih_idle_watch_stop (self->watch);
  g_clear_weak_pointer (&self->before);
  g_clear_weak_pointer (&self->page);
  g_clear_object (&self->watch);
  g_clear_object (&self->context);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hih_kiosk_parent_class)->dispose (object);
}

static void
hih_kiosk_class_init (HihKioskClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_kiosk_dispose;
  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_kiosk_init (HihKiosk *self)
{
}

/**
 * hih_kiosk_new:
 *
 * Returns: (transfer full): a kiosk if the settings say so
 */
HihKiosk *
hih_kiosk_new (GtkWindow *window, GtkOverlay *overlay, HihSettings *settings)
{
  HihKiosk *self = g_object_new (HIH_TYPE_KIOSK, NULL);
  GtkEventController *events = gtk_event_controller_legacy_new ();

  self->window = window;
  self->overlay = overlay;
  self->settings = g_object_ref (settings);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect_object (events, "event", G_CALLBACK (event_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (window), events);
  self->clicked_hook = g_signal_add_emission_hook (g_signal_lookup ("clicked", GTK_TYPE_BUTTON), 0, clicked_cb, self, NULL);
  g_signal_connect_object (window, "realize", G_CALLBACK (realized_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (window, "notify::fullscreened", G_CALLBACK (fullscreened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" HIH_SETTING_KIOSK, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" HIH_SETTING_IDLE_MINUTES, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}

void
hih_kiosk_force (HihKiosk *self)
{
  self->forced = TRUE;
  update (self);
}

gboolean
hih_kiosk_is_on (HihKiosk *self)
{
  return self->on;
}

gboolean
hih_kiosk_is_forced (HihKiosk *self)
{
  return self->forced;
}

void
hih_kiosk_begin (HihKiosk *self, HihContext *context)
{
  g_return_if_fail (self->watch == NULL);
  self->context = g_object_ref (context);
  self->watch = hih_idle_watch_new (hih_context_get_clock (context), get_stay, self);
  g_signal_connect_object (self->watch, "ask", G_CALLBACK (ask_cb), self, 0);
  g_signal_connect_object (self->watch, "answered", G_CALLBACK (answered_cb), self, 0);
  g_signal_connect_object (self->watch, "gone", G_CALLBACK (gone_cb), self, 0);
  update (self);
}

void
hih_kiosk_set_page (HihKiosk *self, HihPage *page, HihPlaceKind kind)
{
  g_set_weak_pointer (&self->page, page);
  self->kind = kind;
  update_class (self);
  touch (self);
}

gboolean
hih_kiosk_may_close (HihKiosk *self)
{
  return !self->on || self->kind == HIH_PLACE_DESK;
}

gboolean
hih_kiosk_is_asking (HihKiosk *self)
{
  return self->watch != NULL && hih_idle_watch_is_asking (self->watch);
}
