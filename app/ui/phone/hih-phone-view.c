/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts the parts of the phone together and keeps them in step with its scene and its clock. The frame, the words on
 * it, the ring and the hand lie outside the scaling: they are the program's, not the phone's, and keep their weight.
 */
#include "config.h"

#include "hih-phone-view.h"

#include "hih-element-view.h"
#include "hih-phone-glass.h"
#include "hih-phone-gestures.h"
#include "hih-phone-hand.h"
#include "hih-phone-pane.h"
#include "hih-phone-picture.h"
#include "hih-phone-ring.h"
#include "hih-phone-scaler.h"
#include "hih-phone-screen.h"
#include "hih-phone-stage.h"
#include "hih-phone-style.h"

#include <glib/gi18n.h>
#include <math.h>

#define FRAME 12.0f           /* 2 px of line and 10 of frame */
#define CHIN 38.0f
#define MIN_SCALE 0.3f
#define CHIN_FULL_WIDTH 240.0f /* a narrower phone has smaller words on its chin */
#define SIDE_WIDTH 60.0f       /* what a finger needs for a key of the side */
#define SIDE_OVERLAP 4.0f      /* of it over the screen's own edge */
#define SIDE_TOP 100.0f        /* phone pixels */

#define SLIDE_MS 250
#define BREATHE_MS 1000
#define BREATHE_FOR_MS 6000 /* then it rests: a still page costs nothing */
#define BREATHE_STEP_MS 80

struct _HihPhoneView
{
  GtkWidget parent_instance;

  HihPhone *phone;            /* (owned) (nullable) */
  HihElementContext *context; /* (owned) (nullable) as long as there is a phone */
  HihPhoneGestures *gestures; /* (owned) */
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

  float scale;
  char *screen_app; /* of the screen that is shown: tells how the next one comes */
  guint screen_depth;
  gint64 slide_start_ms;

  char *ring_target;
  char *ring_tag;
  char *ring_icon;
  gint64 ring_start_ms;

  HihGesture *performed; /* (nullable) what the hand shows */
  gboolean hand_moves;
  GtkWidget *hand_pressed; /* weak */
  double drag_from;        /* the number a slider had before */
  GSourceOnceFunc hand_done;
  gpointer hand_data;

  guint wake;   /* timeout on the phone's clock */
  guint ticker; /* tick callback */
};

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

static gboolean
breathes (HihPhoneView *self)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled && self->ring_target != NULL && get_now_ms (self) - self->ring_start_ms < BREATHE_FOR_MS;
}

static HihPhoneScreen *
get_screen (HihPhoneView *self)
{
  GtkWidget *screen = hih_phone_stage_get_screen (HIH_PHONE_STAGE (self->stage));

  return HIH_IS_PHONE_SCREEN (screen) ? HIH_PHONE_SCREEN (screen) : NULL;
}

static GtkWidget *
find_target (HihPhoneView *self, const char *target)
{
  HihPhoneScreen *screen = get_screen (self);
  GtkWidget *found = screen != NULL ? hih_phone_screen_find (screen, target) : NULL;

  for (GtkWidget *key = gtk_widget_get_first_child (self->side); found == NULL && key != NULL;
       key = gtk_widget_get_next_sibling (key))
    {
      if (g_strcmp0 (hih_element_view_get_widget_target (key), target) == 0)
        found = key;
    }
  return found;
}

/* Layout. */

static void
hih_phone_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;
  float screen = wide ? HIH_PHONE_WIDTH : HIH_PHONE_HEIGHT;
  float frame = wide ? 2 * FRAME : FRAME + CHIN;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_min, child_nat;

      gtk_widget_measure (child, orientation, -1, &child_min, &child_nat, NULL, NULL);
    }
  *minimum = (int) ceilf (screen * MIN_SCALE + frame);
  *natural = (int) (screen + frame);
}

static void
place (GtkWidget *child, float x, float y, float width, float height, float scale)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (x, y));

  if (scale < 1)
    transform = gsk_transform_scale (transform, scale, scale);
  gtk_widget_allocate (child, (int) ceilf (width / scale), (int) ceilf (height / scale), -1, transform);
}

/* The body of the phone in the middle, a little to the left if the keys of its side need the room. */
static graphene_rect_t
get_body (HihPhoneView *self, float width, float height)
{
  float scale = MIN ((width - 2 * FRAME) / HIH_PHONE_WIDTH, (height - FRAME - CHIN) / HIH_PHONE_HEIGHT);
  graphene_rect_t body;
  float gap;

  self->scale = MAX (scale, 0.05f);
  body.size.width = roundf (HIH_PHONE_WIDTH * self->scale) + 2 * FRAME;
  body.size.height = roundf (HIH_PHONE_HEIGHT * self->scale) + FRAME + CHIN;
  gap = (width - body.size.width) / 2;
  body.origin.x = roundf (gap - CLAMP (SIDE_WIDTH - SIDE_OVERLAP - FRAME - gap, 0, gap));
  body.origin.y = roundf ((height - body.size.height) / 2);
  return body;
}

static void
hih_phone_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihPhoneView *self = HIH_PHONE_VIEW (widget);
  graphene_rect_t body = get_body (self, (float) width, (float) height);
  graphene_rect_t screen;
  float side_x = body.origin.x + body.size.width - FRAME - SIDE_OVERLAP;
  float side_height;
  int side_nat;

  graphene_rect_init (&screen, body.origin.x + FRAME, body.origin.y + FRAME, body.size.width - 2 * FRAME,
                      body.size.height - FRAME - CHIN);
  place (self->frame, body.origin.x, body.origin.y, body.size.width, body.size.height, 1);
  place (self->scaler, screen.origin.x, screen.origin.y, screen.size.width, screen.size.height, 1);
  place (self->chin, body.origin.x, body.origin.y + body.size.height - CHIN, body.size.width, CHIN,
         MIN (1, body.size.width / CHIN_FULL_WIDTH));
  gtk_widget_measure (self->side, GTK_ORIENTATION_VERTICAL, (int) SIDE_WIDTH, NULL, &side_nat, NULL, NULL);
  side_height = MIN ((float) side_nat, screen.size.height - SIDE_TOP * self->scale);
  place (self->side, side_x, screen.origin.y + SIDE_TOP * self->scale, MAX (1, (float) width - side_x),
         MAX (1, MAX (side_height, (float) side_nat)), 1);
  place (self->ring, 0, 0, (float) width, (float) height, 1);
  place (self->hand, 0, 0, (float) width, (float) height, 1);
  hih_phone_ring_set_limits (HIH_PHONE_RING (self->ring),
                             &GRAPHENE_RECT_INIT (body.origin.x, body.origin.y, body.size.width, body.size.height));
  hih_phone_gestures_set_places (self->gestures, &body, &screen);
}

/* The scene. */

static gboolean
is_calling (const char *look)
{
  return g_str_equal (look, "call") || g_str_equal (look, "talk");
}

static HihSlide
choose_slide (HihPhoneView *self, HihPhoneScreen *before, HihScene *scene)
{
  HihPhoneState *state = hih_phone_get_state (self->phone);
  const char *app = hih_phone_state_get_app (state);
  const char *look = hih_scene_get_look (scene);
  const char *before_look = before != NULL ? hih_phone_screen_get_look (before) : "dark";

  if (before == NULL || g_str_equal (look, "dark") || g_str_equal (before_look, "dark") || g_str_equal (look, "lock"))
    return HIH_SLIDE_NONE;
  if (g_str_equal (before_look, "lock"))
    return HIH_SLIDE_UP;
  if (is_calling (look) && !is_calling (before_look))
    return HIH_SLIDE_RISE;
  if (is_calling (look))
    return HIH_SLIDE_NONE; /* the same call goes on */
  if (g_strcmp0 (app, self->screen_app) != 0)
    return g_str_equal (look, "home") ? HIH_SLIDE_POP : HIH_SLIDE_PUSH;
  return hih_phone_state_get_depth (state) >= self->screen_depth ? HIH_SLIDE_PUSH : HIH_SLIDE_POP;
}

static void
update_ring (HihPhoneView *self)
{
  GtkWidget *target = self->ring_target != NULL ? find_target (self, self->ring_target) : NULL;
  GtkWidget *part = target != NULL ? hih_element_view_part (target, HIH_ELEMENT_VIEW_RING) : NULL;

  hih_phone_ring_set (HIH_PHONE_RING (self->ring), part != NULL ? part : target, self->ring_tag, self->ring_icon);
}

static void
sync_side (HihPhoneView *self, HihScene *scene)
{
  g_autoptr (GPtrArray) side = g_ptr_array_new ();
  GPtrArray *keys = hih_scene_get_keys (scene);

  for (guint i = 0; i < keys->len; i++)
    {
      const HihSceneNode *node = g_ptr_array_index (keys, i);

      if (g_strcmp0 (node->place, "side") == 0)
        g_ptr_array_add (side, (gpointer) node);
    }
  hih_element_view_sync (self->context, self->side, side);
}

static void
show_scene (HihPhoneView *self, gboolean animated)
{
  g_autoptr (HihScene) scene = hih_scene_ref (hih_phone_get_scene (self->phone));
  HihPhoneState *state = hih_phone_get_state (self->phone);
  HihPhoneScreen *before = get_screen (self);

  sync_side (self, scene);
  if (animated && before != NULL && hih_phone_screen_shows (before, scene))
    hih_phone_screen_update (before, scene);
  else
    {
      HihSlide slide = animated && has_motion (self) ? choose_slide (self, before, scene) : HIH_SLIDE_NONE;
      GtkWidget *screen = hih_phone_screen_new (self->context, scene);

      hih_phone_stage_show (HIH_PHONE_STAGE (self->stage), screen, slide);
      hih_phone_gestures_set_screen (self->gestures, HIH_PHONE_SCREEN (screen));
      self->slide_start_ms = get_now_ms (self);
      g_free (self->screen_app);
      self->screen_app = g_strdup (hih_phone_state_get_app (state));
    }
  self->screen_depth = hih_phone_state_get_depth (state);
  update_ring (self);
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
  HihPhoneGlass *glass = HIH_PHONE_GLASS (self->glass);
  const char *words = hih_element_context_pick_text (self->context, hih_effect_get_text (effect));
  HihEffectKind kind = hih_effect_get_kind (effect);

  if (kind == HIH_EFFECT_TOAST)
    hih_phone_glass_toast (glass, words, get_now_ms (self));
  else if (kind == HIH_EFFECT_NOTIFY)
    hih_phone_glass_notify (glass, hih_effect_get_value (effect),
                            hih_element_context_pick_text (self->context, hih_effect_get_title (effect)), words,
                            get_now_ms (self));
  else
    return;
  hih_phone_view_advance (self);
}

/* Time. */

static void
wake_cb (gpointer data)
{
  HihPhoneView *self = data;

  self->wake = 0;
  hih_phone_view_advance (self);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  HihPhoneView *self = HIH_PHONE_VIEW (widget);

  if (hih_phone_view_advance (self))
    return G_SOURCE_CONTINUE;
  self->ticker = 0;
  return G_SOURCE_REMOVE;
}

static void
schedule (HihPhoneView *self, gboolean moving, gint64 wait_ms)
{
  HihClock *clock = hih_phone_get_clock (self->phone);

  hih_clock_clear_timeout (clock, &self->wake);
  if (moving && !HIH_IS_VIRTUAL_CLOCK (clock) && self->ticker == 0)
    self->ticker = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
  if (wait_ms >= 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->wake = hih_clock_add_timeout (clock, MAX (wait_ms, 1), wake_cb, self);
}

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

  if (!hih_phone_stage_is_sliding (stage))
    return FALSE;
  hih_phone_stage_set_progress (stage, (double) (now_ms - self->slide_start_ms) / SLIDE_MS);
  gtk_widget_queue_draw (self->ring);
  return hih_phone_stage_is_sliding (stage);
}

static void
press_with_hand (HihPhoneView *self, GtkWidget *target)
{
  if (self->hand_pressed == target)
    return;
  if (self->hand_pressed != NULL)
    gtk_widget_unset_state_flags (self->hand_pressed, GTK_STATE_FLAG_ACTIVE);
  g_set_weak_pointer (&self->hand_pressed, target);
  if (target != NULL)
    gtk_widget_set_state_flags (target, GTK_STATE_FLAG_ACTIVE, FALSE);
}

/* Where the hand is to go: the target, and for a slider the way from its knob to the new number. */
static gboolean
find_way (HihPhoneView *self, GtkWidget *target, graphene_rect_t *way)
{
  GtkWidget *range = target != NULL ? hih_element_view_part (target, "scale") : NULL;
  graphene_rect_t box;

  if (target == NULL || !gtk_widget_compute_bounds (range != NULL ? range : target, self->hand, &box))
    return FALSE;
  *way = box;
  if (range != NULL && self->performed->kind == HIH_GESTURE_DRAG && self->performed->value != NULL)
    {
      float from = hih_element_view_get_range_part (range, self->drag_from);
      float to = hih_element_view_get_range_part (range, (float) g_ascii_strtod (self->performed->value, NULL));

      /* Its middle is where the knob is, its end where the knob goes; the width may be negative. */
      way->size.width = 2 * (to - from) * box.size.width;
      way->origin.x = box.origin.x + from * box.size.width - way->size.width / 2;
    }
  return TRUE;
}

/* The knob goes with the finger; what it says at the end is the brain's, once the gesture is applied. */
static void
drag_with_hand (HihPhoneView *self, GtkWidget *target)
{
  GtkWidget *range = target != NULL ? hih_element_view_part (target, "scale") : NULL;
  double to;

  if (range == NULL || self->performed->kind != HIH_GESTURE_DRAG || self->performed->value == NULL)
    return;
  to = g_ascii_strtod (self->performed->value, NULL);
  hih_element_view_show_range (range, self->drag_from + (to - self->drag_from) *
                                                            hih_phone_hand_get_part (HIH_PHONE_HAND (self->hand)));
}

static gboolean
advance_hand (HihPhoneView *self, gint64 now_ms)
{
  GtkWidget *target;
  graphene_rect_t way;
  gboolean pressed;

  if (self->performed == NULL || !self->hand_moves)
    return FALSE;
  target = find_target (self, self->performed->target);
  if (find_way (self, target, &way))
    hih_phone_hand_set_target (HIH_PHONE_HAND (self->hand), &way, self->scale);
  self->hand_moves = hih_phone_hand_advance (HIH_PHONE_HAND (self->hand), now_ms, &pressed);
  press_with_hand (self, pressed ? target : NULL);
  drag_with_hand (self, target);
  if (!self->hand_moves && self->hand_done != NULL)
    {
      GSourceOnceFunc done = g_steal_pointer (&self->hand_done);

      done (g_steal_pointer (&self->hand_data));
    }
  return self->hand_moves;
}

static gint64
advance_ring (HihPhoneView *self, gint64 now_ms)
{
  double part = (double) ((now_ms - self->ring_start_ms) % BREATHE_MS) / BREATHE_MS;

  if (self->ring_target == NULL)
    return -1;
  if (!breathes (self))
    {
      hih_phone_ring_set_glow (HIH_PHONE_RING (self->ring), 1);
      return -1;
    }
  hih_phone_ring_set_glow (HIH_PHONE_RING (self->ring), 0.85 + 0.15 * cos (2 * G_PI * part));
  return BREATHE_STEP_MS;
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
  moving = advance_hand (self, now_ms) || moving;
  if (self->phone == NULL)
    return FALSE; /* whoever waited for the hand took the phone away */
  screen = get_screen (self);
  add_wait (&wait_ms, advance_ring (self, now_ms));
  add_wait (&wait_ms, hih_element_context_advance (self->context));
  add_wait (&wait_ms, hih_phone_glass_advance (HIH_PHONE_GLASS (self->glass), now_ms));
  if (screen != NULL)
    add_wait (&wait_ms, hih_phone_screen_advance (screen));
  schedule (self, moving, wait_ms);
  return moving;
}

/**
 * hih_phone_view_finish_transitions:
 *
 * Shows the present screen as it will stand, at once.
 */
void
hih_phone_view_finish_transitions (HihPhoneView *self)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  hih_phone_stage_set_progress (HIH_PHONE_STAGE (self->stage), 1);
  gtk_widget_queue_draw (self->ring);
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
    hih_clock_clear_timeout (hih_phone_get_clock (self->phone), &self->wake);
  GTK_WIDGET_CLASS (hih_phone_view_parent_class)->unmap (widget);
}

static void
let_go_of_phone (HihPhoneView *self)
{
  if (self->phone == NULL)
    return;
  hih_clock_clear_timeout (hih_phone_get_clock (self->phone), &self->wake);
  if (self->ticker != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->ticker);
  self->ticker = 0;
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
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->hand_pressed);
  g_clear_object (&self->gestures);
  G_OBJECT_CLASS (hih_phone_view_parent_class)->dispose (object);
}

static void
hih_phone_view_finalize (GObject *object)
{
  HihPhoneView *self = HIH_PHONE_VIEW (object);

  g_clear_pointer (&self->performed, hih_gesture_free);
  g_free (self->language);
  g_free (self->screen_app);
  g_free (self->ring_target);
  g_free (self->ring_tag);
  g_free (self->ring_icon);
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
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
create_chin (void)
{
  GtkWidget *chin = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_label_new (_("For practice, not real"));

  gtk_widget_add_css_class (chin, "chin");
  gtk_box_append (GTK_BOX (chin), hih_phone_picture_new_icon ("shield-check", 22));
  gtk_box_append (GTK_BOX (chin), words);
  gtk_widget_set_halign (chin, GTK_ALIGN_CENTER);
  return chin;
}

static void
hih_phone_view_init (HihPhoneView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkWidget *layers = hih_phone_pane_new (HIH_PANE_LAYERS, NULL, 0);

  hih_phone_style_load (gtk_widget_get_display (widget));
  self->language = g_strdup (HIH_SOURCE_LANGUAGE);
  self->interactive = TRUE;
  self->scale = 1;
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->side = hih_phone_pane_new (HIH_PANE_STACK, "side", 12);
  self->chin = create_chin ();
  self->stage = hih_phone_stage_new ();
  self->glass = hih_phone_glass_new ();
  self->ring = hih_phone_ring_new ();
  self->hand = hih_phone_hand_new ();
  gtk_widget_set_parent (self->stage, layers);
  gtk_widget_set_parent (self->glass, layers);
  self->scaler = hih_phone_scaler_new (layers);
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

static void
show_dark (HihPhoneView *self)
{
  GtkWidget *dark = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (dark, "off");
  hih_phone_stage_show (HIH_PHONE_STAGE (self->stage), dark, HIH_SLIDE_NONE);
}

/* Everything the old context's widgets know is made anew. */
static void
take_phone (HihPhoneView *self, HihPhone *phone)
{
  GtkWidget *key;

  let_go_of_phone (self);
  while ((key = gtk_widget_get_first_child (self->side)) != NULL)
    gtk_widget_unparent (key);
  hih_phone_glass_clear (HIH_PHONE_GLASS (self->glass));
  if (phone == NULL)
    {
      show_dark (self);
      return;
    }
  self->phone = g_object_ref (phone);
  self->context = hih_element_context_new (phone, self->language);
  hih_element_context_set_interactive (self->context, self->interactive);
  hih_phone_gestures_set_context (self->gestures, self->context);
  g_signal_connect (phone, "changed", G_CALLBACK (phone_changed_cb), self);
  g_signal_connect (phone, "effect", G_CALLBACK (phone_effect_cb), self);
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
  gboolean chinese;

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
  chinese = g_str_has_prefix (self->language, "zh");
  hih_element_view_set_class (GTK_WIDGET (self), "traditional", g_str_has_prefix (self->language, "zh_TW") ||
                                                               g_str_has_prefix (self->language, "zh_HK"));
  hih_element_view_set_class (GTK_WIDGET (self), "alphabetic", !chinese);
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

/**
 * hih_phone_view_set_tap_guard_ms:
 */
void
hih_phone_view_set_tap_guard_ms (HihPhoneView *self, guint ms)
{
  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  hih_phone_gestures_set_guard_ms (self->gestures, ms);
}

static void
scroll_to (HihPhoneView *self, const char *target)
{
  HihPhoneScreen *screen = get_screen (self);
  GtkWidget *widget = find_target (self, target);

  if (screen != NULL && widget != NULL)
    hih_phone_screen_scroll_to (screen, widget);
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

  if (g_strcmp0 (self->ring_target, target) != 0)
    self->ring_start_ms = get_now_ms (self);
  g_free (self->ring_target);
  g_free (self->ring_tag);
  g_free (self->ring_icon);
  self->ring_target = g_strdup (target);
  self->ring_tag = g_strdup (tag);
  self->ring_icon = g_strdup (icon_name);
  if (target != NULL)
    scroll_to (self, target);
  update_ring (self);
  hih_phone_view_advance (self);
}

/**
 * hih_phone_view_perform:
 * @gesture: what to show; it is not applied
 * @done: (nullable) (scope async): called once when the finger lifts; not if the hand is sent away before
 */
void
hih_phone_view_perform (HihPhoneView *self, const HihGesture *gesture, GSourceOnceFunc done, gpointer data)
{
  graphene_rect_t way;
  GtkWidget *target;

  g_return_if_fail (HIH_IS_PHONE_VIEW (self));
  g_return_if_fail (gesture != NULL);

  hih_phone_view_hide_hand (self);
  if (self->phone == NULL)
    {
      if (done != NULL)
        done (data);
      return;
    }
  self->performed = hih_gesture_copy (gesture);
  self->hand_done = done;
  self->hand_data = data;
  self->hand_moves = TRUE;
  scroll_to (self, gesture->target);
  target = find_target (self, gesture->target);
  if (target != NULL && hih_element_view_part (target, "scale") != NULL)
    self->drag_from = gtk_range_get_value (GTK_RANGE (hih_element_view_part (target, "scale")));
  if (!find_way (self, target, &way) && !gtk_widget_compute_bounds (self->scaler, self->hand, &way))
    way = GRAPHENE_RECT_INIT (0, 0, HIH_PHONE_WIDTH, HIH_PHONE_HEIGHT);
  hih_phone_hand_start (HIH_PHONE_HAND (self->hand), gesture, &way, self->scale, get_now_ms (self));
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

  press_with_hand (self, NULL);
  hih_phone_hand_hide (HIH_PHONE_HAND (self->hand));
  g_clear_pointer (&self->performed, hih_gesture_free);
  self->hand_moves = FALSE;
  self->hand_done = NULL;
  self->hand_data = NULL;
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

  widget = find_target (self, target);
  return widget != NULL && gtk_widget_compute_bounds (widget, relative_to, bounds);
}
