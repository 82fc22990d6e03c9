/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture to look at closely: pushed aside, held, spread with two fingers, or with the button that stands in for them. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

#include <glib/gi18n.h>

static void
larger_clicked_cb (GtkWidget *button, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (button);

  if (widget != NULL)
    hih_element_context_act (context, HIH_GESTURE_ZOOM, hih_element_view_get_widget_target (widget), NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                HihElementContext *context)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  HihGestureKind kind;

  if (keyval == GDK_KEY_Left)
    kind = HIH_GESTURE_SWIPE_LEFT;
  else if (keyval == GDK_KEY_Right)
    kind = HIH_GESTURE_SWIPE_RIGHT;
  else if (keyval == GDK_KEY_plus || keyval == GDK_KEY_KP_Add)
    kind = HIH_GESTURE_ZOOM;
  else if (keyval == GDK_KEY_Menu)
    kind = HIH_GESTURE_HOLD;
  else
    return GDK_EVENT_PROPAGATE;
  if (!hih_element_view_widget_answers (widget, kind))
    return GDK_EVENT_PROPAGATE;
  hih_element_context_act (context, kind, hih_element_view_get_widget_target (widget), NULL);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create_larger (HihElementContext *context)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "larger");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_button_set_child (GTK_BUTTON (button), hih_phone_picture_new_icon ("plus", 32));
  hih_element_view_set_name (button, _("Make the picture larger or smaller"), NULL);
  g_signal_connect_object (button, "clicked", G_CALLBACK (larger_clicked_cb), context, 0);
  return button;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *overlay = gtk_overlay_new ();
  gboolean face = node->picture != NULL && g_str_has_prefix (node->picture, "face-");
  gboolean zooms = hih_element_answers (node->element, HIH_GESTURE_ZOOM);
  GtkWidget *picture = hih_phone_picture_new (face ? 200 : 0, face ? 200 : zooms ? 400 : 220);

  gtk_widget_set_halign (picture, face ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), picture);
  if (zooms)
    gtk_overlay_add_overlay (GTK_OVERLAY (overlay), create_larger (context));
  if (zooms || hih_element_answers (node->element, HIH_GESTURE_HOLD) || hih_element_answers (node->element, HIH_GESTURE_SWIPE_LEFT))
    {
      GtkEventController *keys = gtk_event_controller_key_new ();

      gtk_widget_set_focusable (overlay, TRUE);
      g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), context, 0);
      gtk_widget_add_controller (overlay, keys);
    }
  hih_element_view_keep (overlay, "picture", picture);
  return overlay;
}

/* The app says whether the picture is large by a flag of its own, "zoomed". */
static gboolean
is_zoomed (HihElementContext *context, const HihSceneNode *node)
{
  const char *slash = strchr (node->target, '/');
  g_autofree char *key = g_strdup_printf ("%.*s.zoomed", (int) (slash - node->target), node->target);

  return g_strcmp0 (hih_element_context_get_state (context, key), "yes") == 0;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *picture = hih_element_view_part (widget, "picture");

  hih_phone_picture_set_portrait (HIH_PHONE_PICTURE (picture), node->picture);
  hih_phone_picture_set_zoom (HIH_PHONE_PICTURE (picture), is_zoomed (context, node) ? 2 : 1);
  hih_element_view_set_name (widget, hih_element_view_get_title (context, node), NULL);
}

const HihElementView hih_element_view_image = {
  .name = "image",
  .create = create,
  .update = update,
};
