/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the phone is busy with: a bar that walks while it works, and a sign and the words when it has come to an end. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"
#include "hih-phone-picture.h"

#define N_BEADS 5
#define STEP_MS 600 /* slow, and a film keeps few pictures */

static const struct
{
  const char *value;
  const char *icon;
} signs[] = { { "working", "hourglass" }, { "done", "check" }, { "no-network", "wifi-off" }, { "timed-out", "clock" }, { "refused", "x" } };

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *icon = hih_phone_picture_new_icon (NULL, 56);
  GtkWidget *title = hih_element_view_new_label ("progress-title");
  GtkWidget *subtitle = hih_element_view_new_label ("progress-words");
  GtkWidget *beads = hih_phone_pane_new (HIH_PANE_EQUAL, "beads", 8);

  gtk_widget_add_css_class (icon, "progress-sign");
  gtk_widget_set_halign (icon, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_BEADS; i++)
    {
      GtkWidget *bead = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (bead, "bead");
      gtk_widget_set_parent (bead, beads);
    }
  gtk_label_set_xalign (GTK_LABEL (title), 0.5f);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0.5f);
  gtk_label_set_justify (GTK_LABEL (subtitle), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), beads);
  gtk_box_append (GTK_BOX (box), subtitle);
  hih_element_view_keep (box, "icon", icon);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "subtitle", subtitle);
  hih_element_view_keep (box, "beads", beads);
  return box;
}

static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  gint64 now_ms = hih_element_context_get_now_ms (context);
  GtkWidget *beads = hih_element_view_part (widget, "beads");
  int lit = (int) (now_ms / STEP_MS % N_BEADS), i = 0;

  if (!gtk_widget_get_visible (beads))
    return -1;
  for (GtkWidget *bead = gtk_widget_get_first_child (beads); bead != NULL; bead = gtk_widget_get_next_sibling (bead), i++)
    hih_element_view_set_class (bead, "lit", i == lit);
  return STEP_MS - now_ms % STEP_MS;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *icon = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gboolean now = g_strcmp0 (node->value, signs[i].value) == 0;

      hih_element_view_set_class (widget, signs[i].value, now);
      if (now)
        icon = signs[i].icon;
    }
  hih_phone_picture_set_icon (HIH_PHONE_PICTURE (hih_element_view_part (widget, "icon")), icon);
  gtk_widget_set_visible (hih_element_view_part (widget, "icon"), icon != NULL);
  gtk_widget_set_visible (hih_element_view_part (widget, "beads"), g_strcmp0 (node->value, "working") == 0);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), hih_element_view_get_title (context, node));
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), hih_element_view_get_subtitle (context, node));
  advance (context, widget);
}

const HihElementView hih_element_view_progress = {
  .name = "progress",
  .create = create,
  .update = update,
  .advance = advance,
};
