/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The control asks the brain to turn and is then set to what the brain says, so that it can never show a lie. */
#include "config.h"

#include "hih-element-flag.h"

#include <glib/gi18n.h>

#define ON "hih-on" /* what the brain said last */

static gboolean
is_active (GtkWidget *control)
{
  gboolean active;

  g_object_get (control, "active", &active, NULL);
  return active;
}

static gboolean
is_on (GtkWidget *control)
{
  return g_object_get_data (G_OBJECT (control), ON) != NULL;
}

/* Setting the property in here starts this once more ("notify" does not recurse but begins again): it then ends at
 * once, as the control already shows what the brain said. */
static void
active_cb (GtkWidget *control, GParamSpec *pspec, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (control);

  if (is_active (control) == is_on (control))
    return;
  if (widget != NULL)
    hih_element_context_act (context, HIH_GESTURE_TAP, hih_element_view_get_widget_target (widget), NULL);
  if (is_active (control) != is_on (control))
    g_object_set (control, "active", is_on (control), NULL);
}

/**
 * hih_element_flag_new:
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
hih_element_flag_new (HihElementContext *context, GtkWidget *control, gboolean at_end)
{
  GtkWidget *box = gtk_box_new (at_end ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, at_end ? 0 : 14);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = hih_element_view_new_label ("row-title");
  GtkWidget *subtitle = hih_element_view_new_label ("row-subtitle");
  GtkWidget *now = gtk_label_new ("");

  gtk_widget_add_css_class (now, "flag-now");
  gtk_widget_add_css_class (box, "flag");
  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_vexpand (line, TRUE);
  gtk_widget_set_vexpand (box, FALSE); /* it takes the row's height, and the row not the list's */
  gtk_box_append (GTK_BOX (words), title);
  gtk_box_append (GTK_BOX (line), at_end ? words : control);
  if (at_end)
    gtk_box_append (GTK_BOX (line), now);
  gtk_box_append (GTK_BOX (line), at_end ? control : words);
  gtk_box_append (GTK_BOX (box), line);
  /* Beside a control at the end a sentence would have half a line: it stands under both. */
  gtk_box_append (GTK_BOX (at_end ? box : words), subtitle);
  g_signal_connect_object (control, "notify::active", G_CALLBACK (active_cb), context, 0);
  hih_element_view_keep (box, "control", control);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "subtitle", subtitle);
  hih_element_view_keep (box, "now", at_end ? now : NULL);
  if (!at_end)
    {
      g_object_ref_sink (now);
      g_object_unref (now);
    }
  return box;
}

/**
 * hih_element_flag_update:
 */
void
hih_element_flag_update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  const char *subtitle = hih_element_view_get_subtitle (context, node);
  GtkWidget *control = hih_element_view_part (widget, "control");
  GtkWidget *now = hih_element_view_part (widget, "now");
  gboolean on = g_strcmp0 (node->value, "yes") == 0;

  g_object_set_data (G_OBJECT (control), ON, on ? control : NULL);
  g_object_set (control, "active", on, NULL);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), title);
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), subtitle);
  if (now != NULL)
    hih_element_view_set_label (now, on ? _("On") : _("Off"));
  hih_element_view_set_name (control, title, subtitle);
}
