/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A number that is pushed up and down; a tap on the line, the arrow keys and the two buttons do it too. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

#include <glib/gi18n.h>

#define UPDATING "hih-updating"

static void
act (HihElementContext *context, GtkWidget *widget, double value)
{
  g_autofree char *number = g_strdup_printf ("%d", (int) (value + (value < 0 ? -0.5 : 0.5)));

  hih_element_context_act (context, HIH_GESTURE_DRAG, hih_element_view_get_widget_target (widget), number);
}

/**
 * hih_element_view_show_range:
 */
void
hih_element_view_show_range (GtkWidget *range, double value)
{
  g_object_set_data (G_OBJECT (range), UPDATING, range);
  gtk_range_set_value (GTK_RANGE (range), value);
  g_object_set_data (G_OBJECT (range), UPDATING, NULL);
}

/**
 * hih_element_view_get_range_part:
 */
float
hih_element_view_get_range_part (GtkWidget *range, double value)
{
  GtkAdjustment *adjustment = gtk_range_get_adjustment (GTK_RANGE (range));
  double lower = gtk_adjustment_get_lower (adjustment);
  double upper = gtk_adjustment_get_upper (adjustment);
  double width = MAX (1, gtk_widget_get_width (range));
  double knob = HIH_ELEMENT_VIEW_KNOB / width;

  return (float) (knob + (1 - 2 * knob) * CLAMP ((value - lower) / MAX (1, upper - lower), 0, 1));
}

/**
 * hih_element_view_commit_range:
 */
void
hih_element_view_commit_range (HihElementContext *context, GtkWidget *range)
{
  GtkWidget *widget = hih_element_view_find_widget (range);

  if (widget != NULL)
    act (context, widget, gtk_range_get_value (GTK_RANGE (range)));
}

static void
value_changed_cb (GtkRange *scale, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (GTK_WIDGET (scale));

  if (widget == NULL || g_object_get_data (G_OBJECT (scale), UPDATING) != NULL)
    return;
  act (context, widget, gtk_range_get_value (scale));
}

static void
step_clicked_cb (GtkWidget *button, HihElementContext *context)
{
  GtkWidget *widget = hih_element_view_find_widget (button);
  GtkWidget *scale = widget != NULL ? hih_element_view_part (widget, "scale") : NULL;

  if (scale != NULL)
    act (context, widget, gtk_range_get_value (GTK_RANGE (scale)) + GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "step")));
}

static GtkWidget *
create_step (HihElementContext *context, const char *sign, int step)
{
  GtkWidget *button = gtk_button_new_with_label (sign);

  gtk_widget_add_css_class (button, "step");
  gtk_widget_add_css_class (button, "boxed");
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (button), "step", GINT_TO_POINTER (step));
  g_signal_connect_object (button, "clicked", G_CALLBACK (step_clicked_cb), context, 0);
  return button;
}

static GtkWidget *
create_head (GtkWidget *box, const HihSceneNode *node)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = hih_phone_picture_new_icon (node->icon, 30);
  GtkWidget *title = hih_element_view_new_label ("row-title");
  GtkWidget *number = gtk_label_new ("");

  gtk_widget_add_css_class (number, "slider-number");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_visible (icon, node->icon != NULL);
  gtk_box_append (GTK_BOX (head), icon);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), number);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "number", number);
  return head;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  int minimum = 0, maximum = 10;
  GtkWidget *scale, *less, *more;

  hih_element_get_range (node->element, &minimum, &maximum);
  scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, minimum, maximum, 1);
  gtk_range_set_round_digits (GTK_RANGE (scale), 0);
  gtk_scale_set_draw_value (GTK_SCALE (scale), FALSE);
  gtk_widget_set_hexpand (scale, TRUE);
  gtk_widget_set_valign (scale, GTK_ALIGN_CENTER);
  g_signal_connect_object (scale, "value-changed", G_CALLBACK (value_changed_cb), context, 0);
  less = create_step (context, "−", -1);
  more = create_step (context, "+", 1);
  gtk_box_append (GTK_BOX (line), less);
  gtk_box_append (GTK_BOX (line), scale);
  gtk_box_append (GTK_BOX (line), more);
  gtk_box_append (GTK_BOX (box), create_head (box, node));
  gtk_box_append (GTK_BOX (box), line);
  hih_element_view_keep (box, "scale", scale);
  hih_element_view_keep (box, "less", less);
  hih_element_view_keep (box, "more", more);
  return box;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *scale = hih_element_view_part (widget, "scale");
  g_autofree char *less = g_strdup_printf (_("%s: less"), title);
  g_autofree char *more = g_strdup_printf (_("%s: more"), title);

  hih_element_view_show_range (scale, node->value != NULL ? g_ascii_strtod (node->value, NULL) : 0);
  hih_element_view_set_label (hih_element_view_part (widget, "title"), title);
  hih_element_view_set_label (hih_element_view_part (widget, "number"), node->value);
  hih_element_view_set_name (scale, title, NULL);
  hih_element_view_set_name (hih_element_view_part (widget, "less"), less, NULL);
  hih_element_view_set_name (hih_element_view_part (widget, "more"), more, NULL);
}

const HihElementView hih_element_view_slider = {
  .name = "slider",
  .create = create,
  .update = update,
};
