/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a code says: a colour, a shape of its own, and the word. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

static const struct
{
  const char *value;
  const char *icon;
} kinds[] = { { "green", "shield-check" }, { "amber", "clock" }, { "red", "x" } };

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = hih_phone_picture_new_icon (NULL, 42);
  GtkWidget *label = hih_element_view_new_label ("status-word");

  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  hih_element_view_keep (box, "icon", icon);
  hih_element_view_keep (box, "label", label);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gboolean now = g_strcmp0 (node->value, kinds[i].value) == 0;

      hih_element_view_set_class (widget, kinds[i].value, now);
      /* The code above it takes the same colour. */
      if (parent != NULL)
        hih_element_view_set_class (parent, kinds[i].value, now);
      if (now)
        hih_phone_picture_set_icon (HIH_PHONE_PICTURE (hih_element_view_part (widget, "icon")), kinds[i].icon);
    }
  hih_element_view_set_label (hih_element_view_part (widget, "label"), hih_element_view_get_title (context, node));
}

const HihElementView hih_element_view_status = {
  .name = "status",
  .create = create,
  .update = update,
};
