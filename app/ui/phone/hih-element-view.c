/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registry of views and what they share: the slot on a widget that says what it stands for, labels, buttons. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-kind.h"
#include "hih-phone-pane.h"
#include "hih-quick-layout.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define SLOT_KEY "hih-slot"

#define HIH_ELEMENT_KIND(kind) extern const HihElementView hih_element_view_##kind;
#include "hih-element-kinds.def"
#undef HIH_ELEMENT_KIND

static const HihElementView *const views[] = {
#define HIH_ELEMENT_KIND(kind) &hih_element_view_##kind,
#include "hih-element-kinds.def"
#undef HIH_ELEMENT_KIND
};

/* Kept on the widget of every element. */
typedef struct
{
  HihElement *element; /* borrowed from the app set, which the context's phone keeps; NULL for the frame's own */
  const char *target;  /* interned; NULL: no target */
  const HihElementView *view;
} Slot;

static Slot *
get_slot (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), SLOT_KEY);
}

static Slot *
add_slot (GtkWidget *widget)
{
  Slot *slot = g_new0 (Slot, 1);

  g_object_set_data_full (G_OBJECT (widget), SLOT_KEY, slot, g_free);
  return slot;
}

/**
 * hih_element_view_find:
 *
 * Returns: (nullable): the view of that kind
 */
const HihElementView *
hih_element_view_find (const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      if (g_str_equal (views[i]->name, kind))
        return views[i];
    }
  return NULL;
}

/*
 * What a screen reader adds: which keys do what a finger would do with a movement. GTK 4.8 gives an element one action
 * only, the tap.
 */
static void
describe (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  static const struct
  {
    HihGestureKind kind;
    const char *words;
  } keys[] = {
    { HIH_GESTURE_HOLD, N_("Menu key: press and hold") },
    { HIH_GESTURE_SWIPE_LEFT, N_("Left arrow: push to the left") },
    { HIH_GESTURE_SWIPE_RIGHT, N_("Right arrow: push to the right") },
    { HIH_GESTURE_SWIPE_UP, N_("Up arrow: push up") },
    { HIH_GESTURE_ZOOM, N_("Plus key: larger or smaller") },
  };
  g_autoptr (GString) words = g_string_new (hih_element_view_get_subtitle (context, node));

  if (!gtk_widget_get_focusable (widget))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (hih_element_answers (node->element, keys[i].kind))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ". " : "", _(keys[i].words));
    }
  if (words->len > 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
}

static GtkWidget *
find_child (GtkWidget *pane, HihElement *element)
{
  for (GtkWidget *child = gtk_widget_get_first_child (pane); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      Slot *slot = get_slot (child);

      if (slot != NULL && slot->element == element)
        return child;
    }
  return NULL;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  const HihElementView *view = hih_element_view_find (node->kind);
  GtkWidget *widget;
  Slot *slot;

  g_return_val_if_fail (view != NULL, NULL);
  widget = view->create (context, node);
  /* What only holds others has no name of its own since GTK 4.10: a picture that is pushed aside would be nothing. */
  if (GTK_IS_BOX (widget) || GTK_IS_OVERLAY (widget))
    g_object_set (widget, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  slot = add_slot (widget);
  slot->element = node->element;
  /* Without an id it is "app/": part of the screen, not a target. */
  slot->target = node->target != NULL && !g_str_has_suffix (node->target, "/") ? node->target : NULL;
  slot->view = view;
  gtk_widget_add_css_class (widget, view->name);
  hih_phone_pane_mark_inline (widget, (view->flags & HIH_ELEMENT_IN_LINE) != 0 || hih_phone_pane_is_inline (widget));
  if (view->advance != NULL)
    hih_element_context_add_mover (context, widget);
  return widget;
}

/**
 * hih_element_view_sync:
 * @nodes: (element-type HihSceneNode):
 *
 * A widget is kept as long as its element stands there: focus, press and scroll position survive a change of state.
 */
void
hih_element_view_sync (HihElementContext *context, GtkWidget *pane, GPtrArray *nodes)
{
  GtkWidget *previous = NULL;
  GtkWidget *child;

  for (guint i = 0; i < nodes->len; i++)
    {
      const HihSceneNode *node = g_ptr_array_index (nodes, i);

      child = find_child (pane, node->element);
      if (child == NULL)
        child = create (context, node);
      if (child == NULL)
        continue;
      if (gtk_widget_get_parent (child) == NULL || gtk_widget_get_prev_sibling (child) != previous)
        gtk_widget_insert_after (child, pane, previous);
      get_slot (child)->view->update (context, child, node);
      describe (context, child, node);
      if (gtk_widget_get_sensitive (child) != node->sensitive)
        gtk_widget_set_sensitive (child, node->sensitive);
      previous = child;
    }
  child = previous != NULL ? gtk_widget_get_next_sibling (previous) : gtk_widget_get_first_child (pane);
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_widget_unparent (child);
      child = next;
    }
}

/**
 * hih_element_view_find_widget:
 *
 * Returns: (transfer none) (nullable): @widget or its nearest ancestor that is a target
 */
GtkWidget *
hih_element_view_find_widget (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      Slot *slot = get_slot (widget);

      if (slot != NULL && slot->target != NULL)
        return widget;
    }
  return NULL;
}

/**
 * hih_element_view_get_widget_target:
 *
 * Returns: (nullable): its own target, interned
 */
const char *
hih_element_view_get_widget_target (GtkWidget *widget)
{
  Slot *slot = get_slot (widget);

  return slot != NULL ? slot->target : NULL;
}

/**
 * hih_element_view_get_widget_element:
 *
 * Returns: (transfer none) (nullable): the element it shows
 */
HihElement *
hih_element_view_get_widget_element (GtkWidget *widget)
{
  Slot *slot = get_slot (widget);

  return slot != NULL ? slot->element : NULL;
}

/**
 * hih_element_view_get_widget_view:
 *
 * Returns: (nullable): its kind's view
 */
const HihElementView *
hih_element_view_get_widget_view (GtkWidget *widget)
{
  Slot *slot = get_slot (widget);

  return slot != NULL ? slot->view : NULL;
}

/**
 * hih_element_view_widget_answers:
 *
 * Returns: whether the app says what happens on that gesture
 */
gboolean
hih_element_view_widget_answers (GtkWidget *widget, HihGestureKind kind)
{
  HihElement *element = hih_element_view_get_widget_element (widget);

  if (element != NULL)
    return hih_element_answers (element, kind);
  return kind == HIH_GESTURE_TAP ||
         (kind == HIH_GESTURE_SWIPE_DOWN && g_strcmp0 (hih_element_view_get_widget_target (widget), "system/status") == 0) ||
         (kind == HIH_GESTURE_SWIPE_UP && g_strcmp0 (hih_element_view_get_widget_target (widget), "system/home") == 0);
}

/**
 * hih_element_view_set_widget_target:
 * @target: "app/element"; "app/" takes it away
 */
void
hih_element_view_set_widget_target (GtkWidget *widget, const char *target)
{
  Slot *slot = get_slot (widget);

  if (slot == NULL)
    slot = add_slot (widget);
  slot->target = g_str_has_suffix (target, "/") ? NULL : g_intern_string (target);
}

static void
button_clicked_cb (GtkWidget *button, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (button);

  if (widget != NULL)
    hih_element_context_act (context, HIH_GESTURE_TAP, hih_element_view_get_widget_target (widget), NULL);
}

/* The Menu key is the long press of a keyboard. */
static gboolean
button_key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
               HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  if (keyval != GDK_KEY_Menu || widget == NULL || !hih_element_view_widget_answers (widget, HIH_GESTURE_HOLD))
    return GDK_EVENT_PROPAGATE;
  hih_element_context_act (context, HIH_GESTURE_HOLD, hih_element_view_get_widget_target (widget), NULL);
  return GDK_EVENT_STOP;
}

/**
 * hih_element_view_new_button:
 *
 * Returns: (transfer floating): a button whose click, by finger, key or screen reader, is a tap on its element
 */
GtkWidget *
hih_element_view_new_button (HihElementContext *context, const char *css_class)
{
  GtkWidget *button = gtk_button_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  if (css_class != NULL)
    gtk_widget_add_css_class (button, css_class);
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (button_key_cb), context, 0);
  gtk_widget_add_controller (button, keys);
  g_signal_connect_object (button, "clicked", G_CALLBACK (button_clicked_cb), context, 0);
  return button;
}

/**
 * hih_element_view_new_label:
 *
 * Returns: (transfer floating): an empty label that wraps
 */
GtkWidget *
hih_element_view_new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new ("");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  /* A word that must be broken at all is at least not given a hyphen it never had. */
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  /* Otherwise a label that is free to choose takes two short lines for "OK". */
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  hih_quick_layout_give (label);
  return label;
}

/**
 * hih_element_view_set_label:
 */
void
hih_element_view_set_label (GtkWidget *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) != 0)
    {
      gtk_label_set_label (GTK_LABEL (label), text);
      hih_words_keep_pauses (GTK_LABEL (label));
    }
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/**
 * hih_element_view_get_title:
 */
const char *
hih_element_view_get_title (HihElementContext *context, const HihSceneNode *node)
{
  return hih_element_context_pick_text (context, node->title);
}

/**
 * hih_element_view_get_subtitle:
 */
const char *
hih_element_view_get_subtitle (HihElementContext *context, const HihSceneNode *node)
{
  return hih_element_context_pick_text (context, node->subtitle);
}

/**
 * hih_element_view_set_name:
 * @subtitle: (nullable): what a screen reader adds
 */
void
hih_element_view_set_name (GtkWidget *widget, const char *title, const char *subtitle)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  if (subtitle != NULL && *subtitle != '\0')
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
}

/**
 * hih_element_view_set_class:
 */
void
hih_element_view_set_class (GtkWidget *widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * hih_element_view_keep:
 * @part: a widget inside @widget, which lives as long
 */
void
hih_element_view_keep (GtkWidget *widget, const char *name, GtkWidget *part)
{
  g_object_set_data (G_OBJECT (widget), name, part);
}

/**
 * hih_element_view_part:
 */
GtkWidget *
hih_element_view_part (GtkWidget *widget, const char *name)
{
  return g_object_get_data (G_OBJECT (widget), name);
}
