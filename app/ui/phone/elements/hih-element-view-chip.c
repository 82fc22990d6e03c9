/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A day or an hour to choose. Days say which weekday they are; what is full says so in words. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-date.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

#define MS_A_DAY (G_GINT64_CONSTANT (24) * 3600 * 1000)

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *title = hih_element_view_new_label ("chip-title");
  GtkWidget *subtitle = hih_element_view_new_label ("chip-subtitle");
  GtkWidget *tick = hih_phone_picture_new_icon ("check", 22);

  /* Both stand in the middle, also in two lines. */
  for (guint i = 0; i < 2; i++)
    {
      GtkLabel *label = GTK_LABEL (i == 0 ? title : subtitle);

      gtk_label_set_xalign (label, 0.5f);
      gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
    }
  gtk_widget_set_halign (head, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (subtitle, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), tick);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_button_set_child (GTK_BUTTON (button), box);
  hih_element_view_keep (button, "title", title);
  hih_element_view_keep (button, "subtitle", subtitle);
  hih_element_view_keep (button, "tick", tick);
  return button;
}

static const char *
say_free (const HihSceneNode *node)
{
  return g_strcmp0 (hih_element_get_attribute (node->element, "full"), "yes") == 0 ? _("Full") : _("Free");
}

static void
show (GtkWidget *widget, const char *title, const char *subtitle, const char *name)
{
  hih_element_view_set_label (hih_element_view_part (widget, "title"), title);
  hih_element_view_set_label (hih_element_view_part (widget, "subtitle"), subtitle);
  hih_element_view_set_name (widget, name, subtitle);
}

static void
update_day (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  gint64 days = g_ascii_strtoll (hih_element_get_attribute (node->element, "value"), NULL, 10);
  gint64 wall_ms = hih_element_context_get_wall_ms (context) + CLAMP (days, 0, 366) * MS_A_DAY;
  const char *language = hih_element_context_get_language (context);
  g_autofree char *number = hih_phone_date_dup_day_number (wall_ms);
  g_autofree char *weekday = hih_phone_date_dup_short_weekday (wall_ms, language);
  g_autofree char *name = hih_phone_date_dup_day (wall_ms, language);
  gboolean full = g_strcmp0 (hih_element_get_attribute (node->element, "full"), "yes") == 0;

  show (widget, number, full ? _("Full") : days == 0 ? _("Today") : weekday, name);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  GtkWidget *chips = gtk_widget_get_ancestor (widget, GTK_TYPE_BOX);
  const char *title = hih_element_view_get_title (context, node);
  const char *subtitle = hih_element_view_get_subtitle (context, node);

  if (gtk_widget_has_css_class (chips, "days"))
    update_day (context, widget, node);
  else
    show (widget, title, *subtitle != '\0' ? subtitle : say_free (node), title);
  gtk_widget_set_visible (hih_element_view_part (widget, "tick"), node->current && !gtk_widget_has_css_class (chips, "days"));
  hih_element_view_set_class (widget, "chosen", node->current);
  gtk_accessible_update_state (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_STATE_PRESSED,
                               node->current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

const HihElementView hih_element_view_chip = {
  .name = "chip",
  .create = create,
  .update = update,
};
