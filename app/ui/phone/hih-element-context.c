/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thing elements are given: no widget looks anything up by itself. */
#include "config.h"

#include "hih-element-context.h"

#include "hih-element-view.h"

struct _HihElementContext
{
  GObject parent_instance;

  HihPhone *phone; /* (owned) NULL once closed */
  HihCamera *camera; /* (owned) (nullable) */
  char *language;
  gboolean interactive;
  char *wanted_target; /* (nullable) */
  char *wanted;        /* (nullable) */
  gboolean fuzzy;
  GPtrArray *movers; /* (element-type GtkWidget) not owned; each leaves when it is destroyed */
};

static guint told_signal, next_signal;
static guint interrupted_signal;

G_DEFINE_FINAL_TYPE (HihElementContext, hih_element_context, G_TYPE_OBJECT)

static void
mover_gone_cb (gpointer data, GObject *where_the_widget_was)
{
  HihElementContext *self = data;

  g_ptr_array_remove (self->movers, where_the_widget_was);
}

static void
hih_element_context_dispose (GObject *object)
{
  HihElementContext *self = HIH_ELEMENT_CONTEXT (object);

  for (guint i = 0; i < self->movers->len; i++)
    g_object_weak_unref (g_ptr_array_index (self->movers, i), mover_gone_cb, self);
  g_ptr_array_set_size (self->movers, 0);
  g_clear_object (&self->phone);
  g_clear_object (&self->camera);
  G_OBJECT_CLASS (hih_element_context_parent_class)->dispose (object);
}

static void
hih_element_context_finalize (GObject *object)
{
  HihElementContext *self = HIH_ELEMENT_CONTEXT (object);

  g_ptr_array_unref (self->movers);
  g_free (self->language);
  g_free (self->wanted_target);
  g_free (self->wanted);
  G_OBJECT_CLASS (hih_element_context_parent_class)->finalize (object);
}

static void
hih_element_context_class_init (HihElementContextClass *klass)
{
  interrupted_signal = g_signal_new ("interrupted", HIH_TYPE_ELEMENT_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  G_OBJECT_CLASS (klass)->dispose = hih_element_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_element_context_finalize;
  next_signal = g_signal_new ("next", HIH_TYPE_ELEMENT_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  told_signal = g_signal_new ("told", HIH_TYPE_ELEMENT_CONTEXT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_STRING);
}

static void
hih_element_context_init (HihElementContext *self)
{
  self->interactive = TRUE;
  self->movers = g_ptr_array_new ();
}

/**
 * hih_element_context_new:
 * @language: of the phone's own words, such as "zh_CN"
 *
 * Returns: (transfer full): a context for the widgets of one phone in one language
 */
HihElementContext *
hih_element_context_new (HihPhone *phone, const char *language)
{
  HihElementContext *self = g_object_new (HIH_TYPE_ELEMENT_CONTEXT, NULL);

  self->phone = g_object_ref (phone);
  self->language = g_strdup (language);
  return self;
}

/**
 * hih_element_context_get_phone:
 *
 * Returns: (transfer none) (nullable): the phone; NULL once closed
 */
HihPhone *
hih_element_context_get_phone (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), NULL);
  return self->phone;
}

/**
 * hih_element_context_get_language:
 */
const char *
hih_element_context_get_language (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), NULL);
  return self->language;
}

/**
 * hih_element_context_get_layout:
 */
const char *
hih_element_context_get_layout (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), NULL);
  return self->phone != NULL ? hih_phone_get_layout (self->phone) : HIH_LAYOUT_A;
}

/**
 * hih_element_context_pick_text:
 * @text: (nullable):
 *
 * Returns: (transfer none): the words in the phone's language
 */
const char *
hih_element_context_pick_text (HihElementContext *self, HihText *text)
{
  const char *words;

  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), "");
  if (text == NULL)
    return "";
  words = hih_text_get (text, self->language);
  return words != NULL ? words : "";
}

/**
 * hih_element_context_get_now_ms:
 */
gint64
hih_element_context_get_now_ms (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), 0);
  return self->phone != NULL ? hih_clock_get_monotonic_ms (hih_phone_get_clock (self->phone)) : 0;
}

/**
 * hih_element_context_get_wall_ms:
 */
gint64
hih_element_context_get_wall_ms (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), 0);
  return self->phone != NULL ? hih_clock_get_wall_ms (hih_phone_get_clock (self->phone)) : 0;
}

/**
 * hih_element_context_get_state:
 * @key: such as "chat.camera"
 *
 * Returns: (nullable): the key's present value
 */
const char *
hih_element_context_get_state (HihElementContext *self, const char *key)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), NULL);
  return self->phone != NULL ? hih_phone_state_get (hih_phone_get_state (self->phone), key) : NULL;
}

/**
 * hih_element_context_set_interactive:
 */
void
hih_element_context_set_interactive (HihElementContext *self, gboolean interactive)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  self->interactive = interactive;
}

/**
 * hih_element_context_get_interactive:
 */
gboolean
hih_element_context_get_interactive (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), FALSE);
  return self->interactive && self->phone != NULL;
}

/**
 * hih_element_context_get_camera:
 *
 * Returns: (transfer none) (nullable): for a HihPhoneCamera; %NULL: the drawn stand-in
 */
HihCamera *
hih_element_context_get_camera (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), NULL);
  return self->camera;
}

/**
 * hih_element_context_set_camera:
 * @camera: (nullable):
 */
void
hih_element_context_set_camera (HihElementContext *self, HihCamera *camera)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  g_set_object (&self->camera, camera);
}

/**
 * hih_element_context_tell:
 * @words: in the program's language
 */
void
hih_element_context_tell (HihElementContext *self, const char *words)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  g_signal_emit (self, told_signal, 0, words);
}

/**
 * hih_element_context_tell_next:
 */
void
hih_element_context_tell_next (HihElementContext *self)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  g_signal_emit (self, next_signal, 0);
}

/**
 * hih_element_context_touch:
 */
void
hih_element_context_touch (HihElementContext *self)
{
  g_autoptr (HihElementContext) alive = NULL;

  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  alive = g_object_ref (self);
  if (!self->interactive && self->phone != NULL)
    g_signal_emit (self, interrupted_signal, 0);
}

/**
 * hih_element_context_report_writing:
 */
void
hih_element_context_report_writing (HihElementContext *self)
{
  g_autoptr (HihPhone) phone = NULL;

  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  if (!hih_element_context_get_interactive (self))
    return;
  phone = g_object_ref (self->phone);
  hih_phone_report_writing (phone);
}

/**
 * hih_element_context_act:
 * @target: "app/element"
 * @value: (nullable):
 */
void
hih_element_context_act (HihElementContext *self, HihGestureKind kind, const char *target, const char *value)
{
  g_autoptr (HihGesture) gesture = NULL;
  g_autoptr (HihPhone) phone = NULL;

  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  hih_element_context_touch (self);
  if (!hih_element_context_get_interactive (self))
    return;
  /* What follows may take the phone away from the view. */
  phone = g_object_ref (self->phone);
  gesture = hih_gesture_new (kind, target, value);
  hih_phone_act (phone, gesture);
}

/**
 * hih_element_context_set_wanted:
 * @target: (nullable):
 * @text: (nullable):
 */
void
hih_element_context_set_wanted (HihElementContext *self, const char *target, const char *text)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  g_free (self->wanted_target);
  g_free (self->wanted);
  self->wanted_target = g_strdup (target);
  self->wanted = g_strdup (text);
  hih_element_context_tell_next (self);
}

/**
 * hih_element_context_get_wanted_target:
 *
 * Returns: (nullable): "app/element", what the step asks for
 */
const char *
hih_element_context_get_wanted_target (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), NULL);
  return self->wanted_target;
}

/**
 * hih_element_context_get_wanted:
 *
 * Returns: (nullable): the whole text that is asked for there
 */
const char *
hih_element_context_get_wanted (HihElementContext *self, const char *target)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), NULL);
  return self->wanted_target != NULL && g_strcmp0 (self->wanted_target, target) == 0 ? self->wanted : NULL;
}

/**
 * hih_element_context_set_fuzzy:
 */
void
hih_element_context_set_fuzzy (HihElementContext *self, gboolean fuzzy)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  self->fuzzy = fuzzy;
}

/**
 * hih_element_context_get_fuzzy:
 */
gboolean
hih_element_context_get_fuzzy (HihElementContext *self)
{
  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), FALSE);
  return self->fuzzy;
}

/**
 * hih_element_context_close:
 */
void
hih_element_context_close (HihElementContext *self)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  g_clear_object (&self->phone);
}

/**
 * hih_element_context_add_mover:
 */
void
hih_element_context_add_mover (HihElementContext *self, GtkWidget *widget)
{
  g_return_if_fail (HIH_IS_ELEMENT_CONTEXT (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_ptr_array_add (self->movers, widget);
  g_object_weak_ref (G_OBJECT (widget), mover_gone_cb, self);
}

/**
 * hih_element_context_advance:
 *
 * Returns: the shortest of all waits
 */
gint64
hih_element_context_advance (HihElementContext *self)
{
  gint64 next_ms = -1;

  g_return_val_if_fail (HIH_IS_ELEMENT_CONTEXT (self), -1);
  if (self->phone == NULL)
    return -1;
  for (guint i = 0; i < self->movers->len; i++)
    {
      GtkWidget *widget = g_ptr_array_index (self->movers, i);
      const HihElementView *view = hih_element_view_get_widget_view (widget);
      gint64 wait_ms = view->advance (self, widget);

      if (wait_ms >= 0 && (next_ms < 0 || wait_ms < next_ms))
        next_ms = wait_ms;
    }
  return next_ms;
}
