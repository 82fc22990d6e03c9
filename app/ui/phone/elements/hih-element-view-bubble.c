/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing said: words, a picture or a voice, on its speaker's side. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

static gboolean
is_own (const HihSceneNode *node)
{
  return g_strcmp0 (hih_element_get_attribute (node->element, "from"), "me") == 0;
}

static const char *
get_what (const HihSceneNode *node)
{
  const char *what = hih_element_get_attribute (node->element, "what");

  return what != NULL ? what : "text";
}

static GtkWidget *
create_voice (GtkWidget *label, gboolean own)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (box), hih_phone_picture_new_icon ("speaker", 28));
  gtk_box_append (GTK_BOX (box), label);
  if (!own)
    {
      GtkWidget *unheard = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (unheard, "unheard");
      gtk_widget_set_valign (unheard, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), unheard);
    }
  return box;
}

/* Only what answers is a button: words that are merely read would else be in the way of the Tab key. */
static GtkWidget *
create_said (HihElementContext *context, const HihSceneNode *node, GtkWidget *child)
{
  GtkWidget *said;

  if (!hih_element_answers (node->element, HIH_GESTURE_TAP) && !hih_element_answers (node->element, HIH_GESTURE_HOLD))
    {
      said = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
      gtk_widget_add_css_class (said, "said");
      gtk_box_append (GTK_BOX (said), child);
      return said;
    }
  said = hih_element_view_new_button (context, "said");
  gtk_widget_add_css_class (said, "answers");
  gtk_button_set_child (GTK_BUTTON (said), child);
  return said;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  gboolean own = is_own (node);
  const char *what = get_what (node);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *face = hih_phone_picture_new (50, 50);
  GtkWidget *label = hih_element_view_new_label ("bubble-words");
  GtkWidget *said;

  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  if (g_str_equal (what, "picture"))
    {
      GtkWidget *picture = hih_phone_picture_new (176, 126);

      hih_phone_picture_set_cover (HIH_PHONE_PICTURE (picture), TRUE);
      said = create_said (context, node, picture);
      gtk_widget_add_css_class (said, "photo");
      hih_element_view_keep (line, "picture", picture);
      g_object_ref_sink (label);
      g_object_unref (label);
      label = NULL;
    }
  else if (g_str_equal (what, "voice"))
    said = create_said (context, node, create_voice (label, own));
  else
    said = create_said (context, node, label);
  gtk_widget_set_valign (face, GTK_ALIGN_START);
  gtk_widget_add_css_class (said, own ? "own" : "other");
  gtk_box_append (GTK_BOX (line), own ? said : face);
  gtk_box_append (GTK_BOX (line), own ? face : said);
  gtk_widget_set_halign (line, own ? GTK_ALIGN_END : GTK_ALIGN_START);
  hih_element_view_keep (line, "face", face);
  hih_element_view_keep (line, "said", said);
  hih_element_view_keep (line, "label", label);
  return line;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *label = hih_element_view_part (widget, "label");
  GtkWidget *picture = hih_element_view_part (widget, "picture");

  hih_phone_picture_set_portrait (HIH_PHONE_PICTURE (hih_element_view_part (widget, "face")),
                                  is_own (node) ? "face-gui" : hih_element_get_attribute (node->element, "from"));
  if (label != NULL)
    hih_element_view_set_label (label, title);
  if (picture != NULL)
    hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (picture), node->picture);
  hih_element_view_set_name (hih_element_view_part (widget, "said"), title, NULL);
}

const HihElementView hih_element_view_bubble = {
  .name = "bubble",
  .create = create,
  .update = update,
};
