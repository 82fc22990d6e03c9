/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A button with icon and word, in the looks a phone has. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-fit.h"
#include "hih-phone-pane.h"
#include "hih-phone-picture.h"
#include "hih-phone-snug.h"

#define CAPTION_LINES 2  /* under an icon */
#define TICK_SIZE 20     /* px, under the icon */
#define SENTENCE_LINES 3 /* on a button as wide as the screen */

typedef struct
{
  const char *look;
  gboolean round; /* a disc with the word under it, and with a tick while it is on */
  int icon_size;
} Look;

static const Look looks[] = {
  { "plain", FALSE, 28 }, { "primary", FALSE, 28 }, { "round", TRUE, 36 },
  { "call", TRUE, 46 },   { "hangup", TRUE, 46 },   { "link", FALSE, 24 },
  { "close", FALSE, 18 }, { "skip", FALSE, 20 },    { "shutter", TRUE, 40 },
};

static const Look *
get_look (const HihSceneNode *node)
{
  const char *look = hih_element_get_attribute (node->element, "look");

  for (guint i = 0; look != NULL && i < G_N_ELEMENTS (looks); i++)
    {
      if (g_str_equal (looks[i].look, look))
        return &looks[i];
    }
  return &looks[0];
}

static GtkWidget *
create_icon (const HihSceneNode *node, const Look *look)
{
  GtkWidget *icon = hih_phone_picture_new_icon (node->icon, look->icon_size);
  GtkWidget *disc, *signs, *tick;

  if (!look->round)
    {
      gtk_widget_add_css_class (icon, "button-sign");
      return icon;
    }
  disc = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (disc, "disc");
  gtk_widget_set_halign (disc, GTK_ALIGN_CENTER);
  /* The tick under the icon, both in the middle: beside it a round disc has no room for it. */
  signs = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (signs, TRUE);
  gtk_widget_set_vexpand (signs, TRUE);
  gtk_widget_set_valign (signs, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (signs), icon);
  tick = hih_phone_picture_new_icon ("check", TICK_SIZE);
  gtk_widget_set_visible (tick, FALSE);
  gtk_box_append (GTK_BOX (signs), tick);
  gtk_box_append (GTK_BOX (disc), signs);
  /* The signs would like to grow; their disc must not. */
  gtk_widget_set_hexpand (disc, FALSE);
  gtk_widget_set_vexpand (disc, FALSE);
  hih_element_view_keep (disc, "icon", icon);
  hih_element_view_keep (disc, "tick", tick);
  return disc;
}

/* Words over a line that says how far it has come. */
static GtkWidget *
add_progress (GtkWidget *button, GtkWidget *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *progress = gtk_progress_bar_new ();

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), progress);
  hih_element_view_keep (button, "progress", progress);
  return box;
}

static void
update_progress (GtkWidget *button, const HihSceneNode *node, const char *title)
{
  GtkWidget *progress = hih_element_view_part (button, "progress");
  int minimum = 0, maximum = 100;
  double value = node->value != NULL ? g_ascii_strtod (node->value, NULL) : 0;

  hih_element_get_range (node->element, &minimum, &maximum);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (progress), (value - minimum) / MAX (1, maximum - minimum));
  gtk_widget_set_visible (progress, value > minimum && value < maximum);
  hih_element_view_set_name (progress, title, NULL);
}

/* What can be turned on shows that it is: by its light, by a tick, and to who hears the screen. */
static void
update_current (GtkWidget *button, const HihSceneNode *node)
{
  GtkWidget *tick = hih_element_view_part (button, "tick");

  if (tick == NULL || hih_element_get_attribute (node->element, "current") == NULL)
    return;
  hih_element_view_set_class (button, "on", node->current);
  gtk_widget_set_visible (tick, node->current);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               node->current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/* The seconds that a skip button still counts. */
static gint64
get_left_ms (HihElementContext *context, GtkWidget *widget)
{
  const gint64 *end_ms = g_object_get_data (G_OBJECT (widget), "end");

  return end_ms != NULL ? MAX (0, *end_ms - hih_element_context_get_now_ms (context)) : 0;
}

static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  const char *title = g_object_get_data (G_OBJECT (widget), "title");
  gint64 left_ms = get_left_ms (context, widget);
  g_autofree char *counting = NULL;

  if (g_object_get_data (G_OBJECT (widget), "end") == NULL || title == NULL)
    return -1;
  if (left_ms > 0)
    counting = g_strdup_printf ("%s %d", title, (int) ((left_ms + 999) / 1000));
  hih_element_view_set_label (hih_element_view_part (widget, "label"), counting != NULL ? counting : title);
  return left_ms > 0 ? (left_ms - 1) % 1000 + 1 : -1;
}

static void
begin_count (HihElementContext *context, GtkWidget *button, const HihSceneNode *node)
{
  const char *seconds = hih_element_get_attribute (node->element, "seconds");
  gint64 *end_ms;

  if (seconds == NULL)
    return;
  end_ms = g_new (gint64, 1);
  *end_ms = hih_element_context_get_now_ms (context) + (gint64) (g_ascii_strtod (seconds, NULL) * 1000);
  g_object_set_data_full (G_OBJECT (button), "end", end_ms, g_free);
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  const Look *look = get_look (node);
  GtkWidget *button = hih_element_view_new_button (context, look->round ? "round" : look->look);
  GtkWidget *box = gtk_box_new (look->round ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, look->round ? 6 : 10);
  GtkWidget *icon = create_icon (node, look);
  GtkWidget *label = hih_element_view_new_label ("button-name");
  GtkWidget *words;

  hih_phone_fit_limit_lines (label, CAPTION_LINES);
  gtk_widget_add_css_class (button, look->look);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  if (!look->round)
    gtk_widget_set_valign (box, GTK_ALIGN_CENTER); /* however high the button's neighbours make it */
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  words = look->round ? box : hih_phone_snug_new (GTK_BOX (box), GTK_LABEL (label));
  gtk_button_set_child (GTK_BUTTON (button),
                        hih_element_get_attribute (node->element, "key") != NULL ? add_progress (button, words) : words);
  begin_count (context, button, node);
  if (look->round)
    gtk_widget_set_valign (button, GTK_ALIGN_START);
  hih_phone_pane_mark_inline (button, look->round);
  hih_element_view_keep (button, "box", box);
  hih_element_view_keep (button, "icon", look->round ? hih_element_view_part (icon, "icon") : icon);
  if (look->round)
    {
      hih_element_view_keep (button, "tick", hih_element_view_part (icon, "tick"));
      hih_element_view_keep (button, HIH_ELEMENT_VIEW_RING, box); /* alone in its row it is as wide as the screen */
    }
  hih_element_view_keep (button, "label", label);
  return button;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *icon = hih_element_view_part (widget, "icon");
  GtkWidget *parent = gtk_widget_get_parent (widget);
  gboolean compact = parent != NULL && gtk_widget_has_css_class (parent, "compact");

  if (!get_look (node)->round)
    {
      GtkWidget *box = hih_element_view_part (widget, "box");

      gtk_orientable_set_orientation (GTK_ORIENTABLE (box), compact ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
      gtk_box_set_spacing (GTK_BOX (box), compact ? 0 : 10);
      hih_phone_fit_limit_lines (hih_element_view_part (widget, "label"), compact ? CAPTION_LINES : SENTENCE_LINES);
      gtk_widget_set_valign (widget, compact ? GTK_ALIGN_CENTER : GTK_ALIGN_FILL);
    }
  hih_phone_picture_set_icon (HIH_PHONE_PICTURE (icon), node->icon);
  gtk_widget_set_visible (icon, node->icon != NULL);
  /* A sign that looks small has no room for its word; a screen reader says it. */
  hih_element_view_set_label (hih_element_view_part (widget, "label"), g_str_equal (get_look (node)->look, "close") ? "" : title);
  hih_element_view_set_name (widget, title, NULL);
  g_object_set_data_full (G_OBJECT (widget), "title", g_strdup (title), g_free);
  if (hih_element_view_part (widget, "progress") != NULL)
    update_progress (widget, node, title);
  update_current (widget, node);
  advance (context, widget);
}

const HihElementView hih_element_view_button = {
  .name = "button",
  .create = create,
  .update = update,
  .advance = advance,
};
