/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame one puts one's face into: too far away, near, asked to blink or to turn, looked at, known or not. Colour,
 * face and mark say it together. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

#define BLINK_EVERY_MS 900
#define BLINK_MS 250

/* What each value of the key looks like; any other is simply a face in the frame. */
static const struct
{
  const char *value;
  const char *css_class; /* (nullable) of the ring */
  const char *picture;
  double zoom;
  const char *icon;      /* (nullable) the mark */
} looks[] = {
  { "far", NULL, "face-gui", 0.55, "up" },
  { "close", "checking", "face-gui", 1, NULL },
  { "blink", "checking", "face-gui", 1, "eye" },
  { "turn", "checking", "scene-face-turned", 1, "next" },
  { "checking", "checking", "face-gui", 1, NULL },
  { "passed", "passed", "face-gui", 1, "check" },
  { "failed", "failed", "face-gui", 1, "repeat" },
};

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *title = hih_element_view_new_label ("oval-words");
  GtkWidget *ring = gtk_overlay_new ();
  GtkWidget *picture = hih_phone_picture_new (210, 270);
  GtkWidget *mark = hih_phone_picture_new_icon ("check", 72);

  gtk_widget_add_css_class (ring, "oval-ring");
  gtk_widget_set_overflow (ring, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (ring, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (mark, "oval-mark");
  gtk_widget_set_valign (mark, GTK_ALIGN_END);
  gtk_overlay_set_child (GTK_OVERLAY (ring), picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (ring), mark);
  gtk_label_set_xalign (GTK_LABEL (title), 0.5f);
  gtk_label_set_justify (GTK_LABEL (title), GTK_JUSTIFY_CENTER);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), ring);
  hih_element_view_keep (box, "title", title);
  hih_element_view_keep (box, "ring", ring);
  hih_element_view_keep (box, "mark", mark);
  hih_element_view_keep (box, "picture", picture);
  return box;
}

/* Who is asked to blink sees it done. */
static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  GtkWidget *picture = hih_element_view_part (widget, "picture");
  gint64 t = hih_element_context_get_now_ms (context) % BLINK_EVERY_MS;
  gboolean shut = t >= BLINK_EVERY_MS - BLINK_MS;

  if (!gtk_widget_has_css_class (widget, "blinks"))
    return -1;
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (picture), shut ? "face-gui-blink" : "face-gui");
  return shut ? BLINK_EVERY_MS - t : BLINK_EVERY_MS - BLINK_MS - t;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  static const char *const classes[] = { "checking", "passed", "failed" };
  GtkWidget *ring = hih_element_view_part (widget, "ring");
  GtkWidget *mark = hih_element_view_part (widget, "mark");
  HihPhonePicture *picture = HIH_PHONE_PICTURE (hih_element_view_part (widget, "picture"));
  const char *css_class = NULL, *drawing = "face-gui", *icon = NULL;
  double zoom = 1;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if (g_strcmp0 (node->value, looks[i].value) != 0)
        continue;
      css_class = looks[i].css_class;
      drawing = looks[i].picture;
      zoom = looks[i].zoom;
      icon = looks[i].icon;
    }
  hih_element_view_set_label (hih_element_view_part (widget, "title"), hih_element_view_get_title (context, node));
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    hih_element_view_set_class (ring, classes[i], g_strcmp0 (css_class, classes[i]) == 0);
  hih_element_view_set_class (widget, "blinks", g_strcmp0 (node->value, "blink") == 0);
  hih_element_view_set_class (mark, "asks", g_strcmp0 (css_class, "passed") != 0);
  hih_phone_picture_set_drawing (picture, drawing);
  hih_phone_picture_set_zoom (picture, zoom);
  hih_phone_picture_set_icon (HIH_PHONE_PICTURE (mark), icon);
  gtk_widget_set_visible (mark, icon != NULL);
  advance (context, widget);
}

const HihElementView hih_element_view_oval = {
  .name = "oval",
  .create = create,
  .update = update,
  .advance = advance,
};
