/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts the parts of the phone together and keeps them in step with its scene and its clock. The frame, the words on
 * it, the ring and the hand lie outside the scaling: they are the program's, not the phone's, and keep their weight.
 */
#include "config.h"

#include "hih-phone-view.h"

#include "hih-element-view.h"
#include "hih-phone-frame.h"
#include "hih-phone-glass.h"
#include "hih-phone-gestures.h"
#include "hih-phone-hand.h"
#include "hih-phone-pane.h"
#include "hih-phone-places.h"
#include "hih-phone-keyboard.h"
#include "hih-phone-ring.h"
#include "hih-phone-scaler.h"
#include "hih-phone-screen.h"
#include "hih-phone-slide.h"
#include "hih-phone-style.h"
#include "hih-phone-wake.h"

#include <glib/gi18n.h>
#include <math.h>

struct _HihPhoneView
{
  GtkWidget parent_instance;

  HihPhone *phone;            /* (owned) (nullable) */
  HihElementContext *context; /* (owned) (nullable) as long as there is a phone */
  HihPhoneGestures *gestures; /* (owned) */
  HihCamera *camera; /* (owned) (nullable) */
  char *language;
  gboolean interactive;

  GtkWidget *frame;
  GtkWidget *side;   /* pane: the keys */
  GtkWidget *chin;
  GtkWidget *scaler;
  GtkWidget *stage;  /* in the scaler */
  GtkWidget *glass;  /* in the scaler, over the stage */
  GtkWidget *ring;
  GtkWidget *hand;

  HihPhonePlaces places;
  HihPhoneSlide slide;

  HihPhoneWake wake;
};

enum
{
  INTERRUPTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihPhoneView, hih_phone_view, GTK_TYPE_WIDGET)

static gint64
get_now_ms (HihPhoneView *self)
{
  return self->phone != NULL ? hih_clock_get_monotonic_ms (hih_phone_get_clock (self->phone)) : 0;
}

/* A film slides also where the desktop's animations are off: its time is not the desktop's. */
static gboolean
has_motion (HihPhoneView *self)
{
  gboolean enabled = TRUE;

  if (self->phone != NULL && HIH_IS_VIRTUAL_CLOCK (hih_phone_get_clock (self->phone)))
    return TRUE;
  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled;
}

static HihPhoneScreen *
get_screen (HihPhoneView *self)
{
  GtkWidget *screen = hih_phone_stage_get_screen (HIH_PHONE_STAGE (self->stage));

  return HIH_IS_PHONE_SCREEN (screen) ? HIH_PHONE_SCREEN (screen) : NULL;
}

static GtkWidget *
find_target (const char *target, gpointer data)
{
  HihPhoneView *self = data;
  HihPhoneScreen *screen = get_screen (self);
  GtkWidget *found = screen != NULL ? hih_phone_screen_find (screen, target) : NULL;

  return found != NULL ? found : hih_phone_frame_find_key (self->side, target);
}

/* What the finger must touch next: where something is written, that is not the line but the pad or the keys. */
static GtkWidget *
find_next (const char *target, gpointer data)
{
  GtkWidget *found = find_target (target, data);
  GtkWidget *keyboard = found != NULL ? hih_phone_keyboard_find (GTK_WIDGET (get_screen (data)), target) : NULL;

  return keyboard != NULL ? hih_phone_keyboard_find_next (HIH_PHONE_KEYBOARD (keyboard)) : found;
}

/* Layout. */

static void
hih_phone_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  /* GTK wants a child to have been measured before it is given its place. */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  hih_phone_places_measure (orientation, minimum, natural);
}

static void
hih_phone_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihPhoneView *self = HIH_PHONE_VIEW (widget);
  HihPhonePlaces *places = &self->places;
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);

  hih_phone_places_compute (places, (float) width, (float) height);
  hih_phone_places_put (self->frame, &places->body, 1);
  hih_phone_places_put (self->scaler, &places->screen, 1);
  hih_phone_frame_place (places, self->chin, self->side, (float) width);
  hih_phone_places_put (self->ring, &all, 1);
  hih_phone_places_put (self->hand, &all, 1);
  hih_phone_ring_set_limits (HIH_PHONE_RING (self->ring), &places->body);
  hih_phone_hand_set_scale (HIH_PHONE_HAND (self->hand), places->scale);
  hih_phone_gestures_set_places (self->gestures, &places->body, &places->screen);
}

/* The scene. */

static void
show_scene (HihPhoneView *self, gboolean animated)
{
  g_autoptr (HihScene) scene = hih_scene_ref (hih_phone_get_scene (self->phone));
  HihPhoneState *state = hih_phone_get_state (self->phone);
  HihPhoneScreen *before = get_screen (self);

  hih_phone_frame_sync_side (self->side, self->context, scene);
  hih_phone_glass_update (HIH_PHONE_GLASS (self->glass), state);
  hih_phone_style_set_text_size (GTK_WIDGET (self), hih_element_context_get_state (self->context, HIH_PHONE_STYLE_SIZE_KEY));
  if (animated && before != NULL && hih_phone_screen_shows (before, scene))
    hih_phone_screen_update (before, scene);
  else
    {
      GtkWidget *screen = hih_phone_screen_new (self->context, scene);

      hih_phone_glass_leave (HIH_PHONE_GLASS (self->glass), get_now_ms (self));
      hih_phone_slide_begin (&self->slide, HIH_PHONE_STAGE (self->stage), screen,
                             before != NULL ? hih_phone_screen_get_look (before) : NULL, scene, state,
                             animated && has_motion (self), get_now_ms (self));
      hih_phone_gestures_set_screen (self->gestures, HIH_PHONE_SCREEN (screen));
    }
  self->slide.depth = hih_phone_state_get_depth (state);
  hih_phone_ring_renew (HIH_PHONE_RING (self->ring));
  hih_phone_view_advance (self);
}

static void
phone_changed_cb (HihPhone *phone, HihPhoneView *self)
{
  show_scene (self, TRUE);
}

static void
phone_effect_cb (HihPhone *phone, const HihEffect *effect, HihPhoneView *self)
{
  if (hih_phone_glass_show (HIH_PHONE_GLASS (self->glass), effect, self->context, get_now_ms (self)))
    hih_phone_view_advance (self);
}

static void
told_cb (HihElementContext *context, const char *words, HihPhoneView *self)
{
  hih_phone_glass_toast (HIH_PHONE_GLASS (self->glass), words, get_now_ms (self));
  hih_phone_view_advance (self);
}

static void
interrupted_cb (HihElementContext *context, HihPhoneView *self)
{
  g_signal_emit (self, signals[INTERRUPTED], 0);
}

static void
next_cb (HihElementContext *context, HihPhoneView *self)
{
  hih_phone_ring_renew (HIH_PHONE_RING (self->ring));
  hih_phone_glass_keep_off (HIH_PHONE_GLASS (self->glass), hih_element_context_get_wanted_target (context));
}

static void
phone_gestured_cb (HihPhone *phone, HihGesture *gesture, HihPhoneState *before, HihPhoneView *self)
{
  hih_phone_glass_show_volume (HIH_PHONE_GLASS (self->glass), before, hih_phone_get_state (phone), get_now_ms (self));
}

/* Time. */

static void
add_wait (gint64 *wait_ms, gint64 another_ms)
{
  if (another_ms >= 0 && (*wait_ms < 0 || another_ms < *wait_ms))
    *wait_ms = another_ms;
}

static gboolean
advance_slide (HihPhoneView *self, gint64 now_ms)
{
  HihPhoneStage *stage = HIH_PHONE_STAGE (self->stage);
  gboolean moves;

  if (!hih_phone_stage_is_sliding (stage))
    return FALSE;
  moves = hih_phone_slide_advance (&self->slide, stage, now_ms);
  hih_phone_ring_renew (HIH_PHONE_RING (self->ring));
  return moves;
}

/**
 * hih_phone_view_advance:
 *
 * Returns: whether something is in the middle of a movement
 */
gboolean
hih_phone_view_advance (HihPhoneView *self)
{
  HihPhoneScreen *screen;
  gint64 now_ms, wait_ms = -1;
  gboolean moving;

  g_return_val_if_fail (HIH_IS_PHONE_VIEW (self), FALSE);

  if (self->phone == NULL)
    return FALSE;
  now_ms = get_now_ms (self);
  moving = advance_slide (self, now_ms);
  moving = hih_phone_wake_take_woken (&self->wake) || moving;
  moving = hih_phone_hand_advance (HIH_PHONE_HAND (self->hand), now_ms) || moving;
  if (self->phone == NULL)
    return FALSE; /* whoever waited for the hand took the phone away */
  screen = get_screen (self);
  add_wait (&wait_ms, hih_phone_ring_advance (HIH_PHONE_RING (self->ring), now_ms));
  add_wait (&wait_ms, hih_element_context_advance (self->context));
  if (screen != NULL)
    add_wait (&wait_ms, hih_phone_screen_advance (screen));
  add_wait (&wait_ms, hih_phone_glass_advance (HIH_PHONE_GLASS (self->glass), now_ms));
  hih_phone_wake_schedule (&self->wake, hih_phone_get_clock (self->phone), moving, wait_ms);
  return moving;
}

void
hih_phone_view_finish_transitions (HihPhoneView *self)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  hih_phone_stage_set_progress (HIH_PHONE_STAGE (self->stage), 1);
  hih_phone_ring_renew (HIH_PHONE_RING (self->ring));
}

/* Life. */

static void
hih_phone_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hih_phone_view_parent_class)->map (widget);
  hih_phone_view_advance (HIH_PHONE_VIEW (widget));
}

static void
hih_phone_view_unmap (GtkWidget *widget)
{
  HihPhoneView *self = HIH_PHONE_VIEW (widget);

  if (self->phone != NULL)
    hih_phone_wake_rest (&self->wake);
  GTK_WIDGET_CLASS (hih_phone_view_parent_class)->unmap (widget);
}

static void
let_go_of_phone (HihPhoneView *self)
{
  if (self->phone == NULL)
    return;
  hih_phone_wake_stop (&self->wake);
  hih_phone_view_hide_hand (self);
  hih_phone_gestures_set_context (self->gestures, NULL);
  hih_phone_gestures_set_screen (self->gestures, NULL);
  hih_element_context_close (self->context);
  g_signal_handlers_disconnect_by_data (self->phone, self);
  g_clear_object (&self->context);
  g_clear_object (&self->phone);
}

static void
hih_phone_view_dispose (GObject *object)
{
  HihPhoneView *self = HIH_PHONE_VIEW (object);
  GtkWidget *child;

  let_go_of_phone (self);
  g_clear_object (&self->camera);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->gestures);
  G_OBJECT_CLASS (hih_phone_view_parent_class)->dispose (object);
}

static void
hih_phone_view_finalize (GObject *object)
{
  HihPhoneView *self = HIH_PHONE_VIEW (object);

  g_free (self->language);
  hih_phone_slide_clear (&self->slide);
  G_OBJECT_CLASS (hih_phone_view_parent_class)->finalize (object);
}

static void
hih_phone_view_class_init (HihPhoneViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_phone_view_finalize;
  widget_class->measure = hih_phone_view_measure;
  widget_class->size_allocate = hih_phone_view_size_allocate;
  widget_class->map = hih_phone_view_map;
  widget_class->unmap = hih_phone_view_unmap;
  gtk_widget_class_set_css_name (widget_class, "phone");
  signals[INTERRUPTED] = g_signal_new ("interrupted", HIH_TYPE_PHONE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_phone_view_init (HihPhoneView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *layers = hih_phone_pane_new (HIH_PANE_LAYERS, NULL, 0);

  hih_phone_style_load (gtk_widget_get_display (widget));
  hih_phone_wake_init (&self->wake, widget, (gboolean (*) (gpointer)) hih_phone_view_advance);
  self->language = g_strdup (HIH_SOURCE_LANGUAGE);
  self->interactive = TRUE;
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->side = hih_phone_frame_new_side ();
  self->chin = hih_phone_frame_new_chin ();
  self->stage = hih_phone_stage_new ();
  self->glass = hih_phone_glass_new (HIH_PHONE_STAGE (self->stage), find_next, self);
  self->hand = hih_phone_hand_new (find_target, self);
  hih_phone_glass_set_hand (HIH_PHONE_GLASS (self->glass), self->hand);
  gtk_widget_set_parent (self->stage, layers);
  gtk_widget_set_parent (self->glass, layers);
  self->scaler = hih_phone_scaler_new (layers);
  self->ring = hih_phone_ring_new (find_next, self, widget);
  g_signal_connect_object (self->glass, "moved", G_CALLBACK (hih_phone_ring_renew), self->ring, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (widget, "phone");
  gtk_widget_add_css_class (self->frame, "frame");
  gtk_widget_set_parent (self->frame, widget);
  gtk_widget_set_parent (self->scaler, widget);
  gtk_widget_set_parent (self->side, widget);
  gtk_widget_set_parent (self->chin, widget);
  gtk_widget_set_parent (self->ring, widget);
  gtk_widget_set_parent (self->hand, widget);
  self->gestures = hih_phone_gestures_new (widget);
  hih_phone_gestures_set_side (self->gestures, self->side);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Practice phone"), -1);
}

/**
 * hih_phone_view_new:
 *
 * Returns: (transfer floating): a dark phone
 */
GtkWidget *
hih_phone_view_new (void)
{
  return g_object_new (HIH_TYPE_PHONE_VIEW, NULL);
}

/* Everything the old context's widgets know is made anew. */
static void
take_phone (HihPhoneView *self, HihPhone *phone)
{
  let_go_of_phone (self);
  hih_phone_frame_clear_side (self->side);
  hih_phone_glass_clear (HIH_PHONE_GLASS (self->glass));
  if (phone == NULL)
    {
      hih_phone_stage_show_dark (HIH_PHONE_STAGE (self->stage));
      return;
    }
  self->phone = g_object_ref (phone);
  self->context = hih_element_context_new (phone, self->language);
  hih_element_context_set_interactive (self->context, self->interactive);
  hih_element_context_set_camera (self->context, self->camera);
  hih_phone_gestures_set_context (self->gestures, self->context);
  g_signal_connect_object (self->context, "told", G_CALLBACK (told_cb), self, 0);
  g_signal_connect_object (self->context, "interrupted", G_CALLBACK (interrupted_cb), self, 0);
  g_signal_connect_object (self->context, "next", G_CALLBACK (next_cb), self, 0);
  g_signal_connect (phone, "changed", G_CALLBACK (phone_changed_cb), self);
  g_signal_connect (phone, "effect", G_CALLBACK (phone_effect_cb), self);
  g_signal_connect (phone, "gestured", G_CALLBACK (phone_gestured_cb), self);
  show_scene (self, FALSE);
}

/**
 * hih_phone_view_set_phone:
 * @phone: (nullable): what to show; %NULL: a dark phone
 */
void
hih_phone_view_set_phone (HihPhoneView *self, HihPhone *phone)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  g_return_if_fail (phone == NULL || HIH_IS_PHONE (phone));

  if (self->phone != phone || phone == NULL)
    take_phone (self, phone);
}

/**
 * hih_phone_view_set_language:
 * @language: such as "zh_CN"
 */
void
hih_phone_view_set_language (HihPhoneView *self, const char *language)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  g_return_if_fail (language != NULL);

  if (g_strcmp0 (self->language, language) != 0)
    {
      g_autoptr (HihPhone) phone = self->phone != NULL ? g_object_ref (self->phone) : NULL;

      g_free (self->language);
      self->language = g_strdup (language);
      if (phone != NULL)
        take_phone (self, phone);
    }
  hih_phone_style_set_language (GTK_WIDGET (self), self->language);
}

/**
 * hih_phone_view_set_interactive:
 */
void
hih_phone_view_set_interactive (HihPhoneView *self, gboolean interactive)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  self->interactive = interactive;
  if (self->context != NULL)
    hih_element_context_set_interactive (self->context, interactive);
  gtk_widget_set_can_focus (self->scaler, interactive);
  gtk_widget_set_can_focus (self->side, interactive);
}

gboolean
hih_phone_view_get_interactive (HihPhoneView *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_VIEW (self), FALSE);
  return self->interactive;
}

/**
 * hih_phone_view_set_camera:
 * @camera: (nullable):
 */
void
hih_phone_view_set_camera (HihPhoneView *self, HihCamera *camera)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  if (!g_set_object (&self->camera, camera) || self->context == NULL)
    return;
  hih_element_context_set_camera (self->context, camera);
  show_scene (self, TRUE);
}

/**
 * hih_phone_view_get_context:
 */
HihElementContext *
hih_phone_view_get_context (HihPhoneView *self)
{
  return self->context;
}

/**
 * hih_phone_view_set_manner:
 */
void
hih_phone_view_set_manner (HihPhoneView *self, const HihPhoneManner *manner)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  hih_phone_gestures_set_guard_ms (self->gestures, manner->guard_ms);
  hih_phone_gestures_set_tolerance (self->gestures, manner->larger);
  hih_phone_hand_set_manner (HIH_PHONE_HAND (self->hand), manner->left, manner->slow);
}

/**
 * hih_phone_view_set_short:
 * @is_short: whether the screen may be shorter than usual
 */
void
hih_phone_view_set_short (HihPhoneView *self, gboolean is_short)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  self->places.is_short = is_short;
  hih_element_view_set_class (GTK_WIDGET (self), "short", is_short);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * hih_phone_view_point_at:
 * @target: (nullable): "app/element"
 * @tag: (nullable): words beside it
 * @icon_name: (nullable): before the words
 */
void
hih_phone_view_point_at (HihPhoneView *self, const char *target, const char *tag, const char *icon_name)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));

  if (target != NULL)
    hih_phone_screen_scroll_to (get_screen (self), target);
  hih_phone_ring_point_at (HIH_PHONE_RING (self->ring), target, tag, icon_name, get_now_ms (self));
  hih_phone_view_advance (self);
}

/**
 * hih_phone_view_perform:
 * @gesture: what to show; it is not applied
 * @done: (nullable) (scope async): called once when the finger lifts; if the hand is sent away before, @forget is (nullable)
 */
void
hih_phone_view_perform (HihPhoneView *self, const HihGesture *gesture, GSourceOnceFunc done, gpointer data, GDestroyNotify forget)
{
  graphene_rect_t middle = GRAPHENE_RECT_INIT (0, 0, HIH_PHONE_WIDTH, HIH_PHONE_HEIGHT);

  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  g_return_if_fail (gesture != NULL);

  if (self->phone == NULL)
    {
      if (done != NULL)
        done (data);
      return;
    }
  hih_phone_screen_scroll_to (get_screen (self), gesture->target);
  if (!gtk_widget_compute_bounds (self->scaler, self->hand, &middle))
    g_debug ("ui: show the hand: the phone has no place yet");
  hih_phone_hand_perform (HIH_PHONE_HAND (self->hand), gesture, &middle, get_now_ms (self), done, data, forget);
  gtk_widget_queue_allocate (self->glass); /* what is said there shall not lie under it */
  hih_phone_view_advance (self);
}

/**
 * hih_phone_view_hide_hand:
 *
 * Takes the hand away. If it has not lifted yet, hih_phone_view_perform()'s callback is not called any more.
 */
void
hih_phone_view_hide_hand (HihPhoneView *self)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  hih_phone_hand_hide (HIH_PHONE_HAND (self->hand));
}

/**
 * hih_phone_view_get_target_bounds:
 * @bounds: (out): in @relative_to's coordinates
 *
 * Returns: whether the target stands on the screen
 */
gboolean
hih_phone_view_get_target_bounds (HihPhoneView *self, const char *target, GtkWidget *relative_to, graphene_rect_t *bounds)
{
  GtkWidget *widget;

  g_return_val_if_fail (HIH_IS_PHONE_VIEW (self), FALSE);
  g_return_val_if_fail (target != NULL && bounds != NULL, FALSE);

  widget = find_target (target, self);
  return widget != NULL && gtk_widget_compute_bounds (widget, relative_to, bounds);
}
