/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The viewfinder, and over its foot the words on how to aim. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-viewfinder.h"

#include <glib/gi18n.h>

static const char *const aims[] = { "ready", "far", "dirty", "found" };

/* A code was held before the real camera. Only the one that belongs here counts; nothing is opened for any other. */
static void
code_cb (HihPhoneCamera *camera, const char *text, gpointer user_data)
{
  HihElementContext *context = user_data;
  GtkWidget *widget = hih_element_view_find_widget (GTK_WIDGET (camera));
  const char *target = widget != NULL ? hih_element_view_get_widget_target (widget) : NULL;
  g_autoptr (HihPhone) phone = NULL;

  if (target == NULL || !hih_element_context_get_interactive (context))
    return;
  /* What follows may take the phone away from the view. */
  phone = g_object_ref (hih_element_context_get_phone (context));
  if (!hih_phone_read_code (phone, target, text))
    hih_element_context_tell (context, _("This is another code. It is only practice: nothing is opened."));
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  gboolean scans = g_strcmp0 (hih_element_get_attribute (node->element, "what"), "scan") == 0;
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *finder = hih_phone_viewfinder_new (scans);
  GtkWidget *words = hih_element_view_new_label ("camera-words");

  gtk_label_set_xalign (GTK_LABEL (words), 0.5f);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_END);
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), finder);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), words);
  gtk_widget_set_vexpand (overlay, TRUE);
  g_signal_connect_object (hih_phone_viewfinder_get_camera (HIH_PHONE_VIEWFINDER (finder)), "code",
                           G_CALLBACK (code_cb), context, 0);
  hih_element_view_keep (overlay, "finder", finder);
  hih_element_view_keep (overlay, "words", words);
  return overlay;
}

static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  return hih_phone_viewfinder_advance (HIH_PHONE_VIEWFINDER (hih_element_view_part (widget, "finder")),
                                       hih_element_context_get_now_ms (context));
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  HihPhoneViewfinder *finder = HIH_PHONE_VIEWFINDER (hih_element_view_part (widget, "finder"));
  const char *title = hih_element_view_get_title (context, node);
  gboolean scans = g_strcmp0 (hih_element_get_attribute (node->element, "what"), "scan") == 0;
  HihAim aim = HIH_AIM_READY;

  for (guint i = 0; i < G_N_ELEMENTS (aims); i++)
    {
      if (g_strcmp0 (node->value, aims[i]) == 0)
        aim = (HihAim) i;
    }
  hih_phone_viewfinder_set_scene (finder, node->picture);
  hih_phone_viewfinder_set_code (finder, hih_element_get_attribute (node->element, "value"));
  hih_phone_viewfinder_set_aim (finder, aim);
  /* Only to read codes: what it takes pictures of belongs to the lesson, and so do a dirty glass and a code too far. */
  hih_phone_camera_set_camera (hih_phone_viewfinder_get_camera (finder),
                               scans && (aim == HIH_AIM_READY || aim == HIH_AIM_FOUND)
                                 ? hih_element_context_get_camera (context) : NULL);
  hih_element_view_set_label (hih_element_view_part (widget, "words"), title);
  hih_element_view_set_name (GTK_WIDGET (finder), title, NULL);
  advance (context, widget);
}

const HihElementView hih_element_view_camera = {
  .name = "camera",
  .create = create,
  .update = update,
  .advance = advance,
};
