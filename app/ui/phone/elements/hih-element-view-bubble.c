/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing said: words, a picture, a voice, a place or a red packet, on its speaker's side. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-picture.h"

#define WAVE_MS 300 /* between two looks of a voice that is heard */

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
create_voice (GtkWidget *line, GtkWidget *label, gboolean own)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *waves = hih_phone_picture_new_icon ("speaker", 28);

  hih_element_view_keep (line, "waves", waves);
  gtk_box_append (GTK_BOX (box), waves);
  gtk_box_append (GTK_BOX (box), label);
  if (!own)
    {
      GtkWidget *unheard = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (unheard, "unheard");
      gtk_widget_set_valign (unheard, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), unheard);
      hih_element_view_keep (line, "unheard", unheard);
    }
  return box;
}

/* A name, a line under it, and a piece of the map. */
static GtkWidget *
create_place (GtkWidget *line, GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *subtitle = hih_element_view_new_label ("bubble-small");
  GtkWidget *picture = hih_phone_picture_new (224, 100);

  hih_phone_picture_set_cover (HIH_PHONE_PICTURE (picture), TRUE);
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (picture), "scene-map");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_box_append (GTK_BOX (box), picture);
  hih_element_view_keep (line, "subtitle", subtitle);
  return box;
}

static GtkWidget *
create_packet (GtkWidget *line, GtkWidget *label)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *subtitle = hih_element_view_new_label ("bubble-small");
  GtkWidget *coin = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (coin, "coin");
  gtk_widget_set_valign (coin, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (coin), hih_phone_picture_new_icon ("wallet", 30));
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (box), coin);
  gtk_box_append (GTK_BOX (box), words);
  hih_element_view_keep (line, "subtitle", subtitle);
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
    said = create_said (context, node, create_voice (line, label, own));
  else if (g_str_equal (what, "place"))
    said = create_said (context, node, create_place (line, label));
  else if (g_str_equal (what, "packet"))
    said = create_said (context, node, create_packet (line, label));
  else
    said = create_said (context, node, label);
  gtk_widget_set_valign (face, GTK_ALIGN_START);
  gtk_widget_add_css_class (said, what);
  gtk_widget_add_css_class (said, own ? "own" : "other");
  gtk_box_append (GTK_BOX (line), own ? said : face);
  gtk_box_append (GTK_BOX (line), own ? face : said);
  gtk_widget_set_halign (line, own ? GTK_ALIGN_END : GTK_ALIGN_START);
  hih_element_view_keep (line, "face", face);
  hih_element_view_keep (line, "said", said);
  hih_element_view_keep (line, "label", label);
  return line;
}

/* While it is heard, the loudspeaker waxes and wanes. */
static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  static const char *const looks[] = { "speaker-quiet", "speaker-low", "speaker" };
  GtkWidget *waves = hih_element_view_part (widget, "waves");
  gint64 now_ms = hih_element_context_get_now_ms (context);

  if (waves == NULL)
    return -1;
  if (!gtk_widget_has_css_class (widget, "playing"))
    {
      hih_phone_picture_set_icon (HIH_PHONE_PICTURE (waves), "speaker");
      return -1;
    }
  hih_phone_picture_set_icon (HIH_PHONE_PICTURE (waves), looks[now_ms / WAVE_MS % (gint64) G_N_ELEMENTS (looks)]);
  return WAVE_MS - now_ms % WAVE_MS;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *label = hih_element_view_part (widget, "label");
  GtkWidget *picture = hih_element_view_part (widget, "picture");
  GtkWidget *subtitle = hih_element_view_part (widget, "subtitle");
  GtkWidget *unheard = hih_element_view_part (widget, "unheard");
  const char *key = hih_element_get_attribute (node->element, "playing");
  const char *playing = key != NULL ? hih_element_context_get_state (context, key) : NULL;

  hih_element_view_set_class (widget, "playing", g_strcmp0 (playing, "yes") == 0);
  if (unheard != NULL && g_strcmp0 (playing, "yes") == 0)
    gtk_widget_set_visible (unheard, FALSE);
  if (subtitle != NULL)
    hih_element_view_set_label (subtitle, hih_element_view_get_subtitle (context, node));
  hih_phone_picture_set_portrait (HIH_PHONE_PICTURE (hih_element_view_part (widget, "face")),
                                  is_own (node) ? "face-gui" : hih_element_get_attribute (node->element, "from"));
  if (label != NULL)
    hih_element_view_set_label (label, title);
  if (picture != NULL)
    hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (picture), node->picture);
  hih_element_view_set_name (hih_element_view_part (widget, "said"), title, hih_element_view_get_subtitle (context, node));
  advance (context, widget);
}

const HihElementView hih_element_view_bubble = {
  .name = "bubble",
  .create = create,
  .update = update,
  .advance = advance,
};
