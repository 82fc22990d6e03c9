/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the finger pushes up: two arrows and the words. A tap does the same, for fingers that cannot push. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

static gboolean
key_pressed_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state,
                HihElementContext *context)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  if (keyval != GDK_KEY_Up && keyval != GDK_KEY_KP_Up)
    return GDK_EVENT_PROPAGATE;
  hih_element_context_act (context, HIH_GESTURE_SWIPE_UP, hih_element_view_get_widget_target (widget), NULL);
  return GDK_EVENT_STOP;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, "flat");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *arrows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = hih_element_view_new_label ("handle-name");
  GtkEventController *keys = gtk_event_controller_key_new ();

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *arrow = hih_phone_picture_new_icon ("up", 34);

      gtk_widget_add_css_class (arrow, i == 0 ? "first" : "second");
      gtk_box_append (GTK_BOX (arrows), arrow);
    }
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_box_append (GTK_BOX (box), arrows);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), context, 0);
  gtk_widget_add_controller (button, keys);
  hih_element_view_keep (button, "label", label);
  return button;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);

  hih_element_view_set_label (hih_element_view_part (widget, "label"), title);
  hih_element_view_set_name (widget, title, NULL);
}

const HihElementView hih_element_view_handle = {
  .name = "handle",
  .flags = HIH_ELEMENT_BOTTOM,
  .create = create,
  .update = update,
};
