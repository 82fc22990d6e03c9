/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A video call's picture: the other one in their room, who speaks while the words that stand there are said, and then
 * rests and blinks; and oneself in the corner, drawn, or seen by the computer's camera where this place allows it.
 */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-camera.h"
#include "hih-phone-picture.h"

#include <string.h>

/* A mouth that opens once a syllable and shuts at every stop: about four characters a second, as one speaks to old ears. */
#define OPEN_MS 150
#define SHUT_MS 110
#define STOP_MS 380
#define BLINK_EVERY_MS 3700
#define BLINK_MS 160
#define READ_MS 5000 /* how long the words stand there when they are said, before they no longer hide the picture */

typedef struct
{
  char *name;      /* "face-fang" */
  char *words;     /* what is said now */
  gint64 since_ms; /* when that began */
} Talker;

static void
talker_free (gpointer data)
{
  Talker *talker = data;

  g_free (talker->name);
  g_free (talker->words);
  g_free (talker);
}

static GtkWidget *
create_self (void)
{
  GtkWidget *frame = gtk_overlay_new ();
  GtkWidget *picture = hih_phone_picture_new (100, 136);
  GtkWidget *camera = hih_phone_camera_new (HIH_CAMERA_PICTURES);

  gtk_widget_add_css_class (frame, "self");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (frame, GTK_ALIGN_END);
  gtk_widget_set_valign (frame, GTK_ALIGN_START);
  gtk_overlay_set_child (GTK_OVERLAY (frame), picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (frame), camera);
  g_object_set_data (G_OBJECT (frame), "picture", picture);
  g_object_set_data (G_OBJECT (frame), "camera", camera);
  return frame;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *scene = hih_phone_picture_new (0, 0);
  GtkWidget *face = hih_phone_picture_new (372, 372);
  GtkWidget *self = create_self ();
  GtkWidget *words = hih_element_view_new_label ("face-words");
  Talker *talker = g_new0 (Talker, 1);

  talker->since_ms = hih_element_context_get_now_ms (context);
  g_object_set_data_full (G_OBJECT (overlay), "talker", talker, talker_free);
  hih_phone_picture_set_cover (HIH_PHONE_PICTURE (scene), TRUE);
  gtk_widget_set_halign (face, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (face, GTK_ALIGN_END);
  gtk_widget_add_css_class (face, "speaker");
  gtk_widget_set_halign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (words, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (words), 0.5f);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scene);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), face);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), words);
  hih_element_view_keep (overlay, "scene", scene);
  hih_element_view_keep (overlay, "face", face);
  hih_element_view_keep (overlay, "words", words);
  hih_element_view_keep (overlay, "self", hih_element_view_part (self, "picture"));
  hih_element_view_keep (overlay, "camera", hih_element_view_part (self, "camera"));
  return overlay;
}

/* A character is a syllable; of a word written in letters, every vowel that no vowel goes before. */
static gboolean
is_syllable (gunichar c, gunichar before)
{
  static const char vowels[] = "aeiouyAEIOUY";

  if (c >= 0x80)
    return g_unichar_isalnum (c);
  return strchr (vowels, (int) c) != NULL && (before >= 0x80 || strchr (vowels, (int) before) == NULL);
}

/* Whether the mouth is open @t ms into @words, and the ms for which it stays so; -1: all was said @rested_ms ago. */
static gboolean
is_mouth_open (const char *words, gint64 t, gint64 *left_ms, gint64 *rested_ms)
{
  gunichar before = ' ';

  *rested_ms = 0;
  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gint64 open_ms = is_syllable (c, before) ? OPEN_MS : 0;
      gint64 ms = open_ms > 0 ? OPEN_MS + SHUT_MS : g_unichar_ispunct (c) && c != '\'' && c != 0x2019 ? STOP_MS : 0;

      before = c;
      if (t < ms)
        {
          *left_ms = t < open_ms ? open_ms - t : ms - t;
          return t < open_ms;
        }
      t -= ms;
    }
  *left_ms = -1;
  *rested_ms = t;
  return FALSE;
}

/* Words that were said are read for a while, then the picture is free again. Returns the ms until then; -1: it is. */
static gint64
let_words_fade (GtkWidget *widget, const Talker *talker, gint64 rested_ms)
{
  gboolean stand = talker->words != NULL && *talker->words != '\0' && rested_ms < READ_MS;

  gtk_widget_set_visible (hih_element_view_part (widget, "words"), stand);
  return stand ? READ_MS - rested_ms : -1;
}

static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  const Talker *talker = g_object_get_data (G_OBJECT (widget), "talker");
  gint64 t = hih_element_context_get_now_ms (context) - talker->since_ms;
  gint64 blink = t % BLINK_EVERY_MS;
  gint64 left_ms = 0, rested_ms = 0;
  gboolean open = is_mouth_open (talker->words != NULL ? talker->words : "", t, &left_ms, &rested_ms);
  gint64 stand_ms = let_words_fade (widget, talker, rested_ms);
  gboolean blinks = blink >= BLINK_EVERY_MS - BLINK_MS;
  const char *manner = blinks ? "-blink" : open ? "-talk" : "";
  g_autofree char *name = NULL;

  if (talker->name == NULL)
    return -1;
  name = g_strconcat (talker->name, manner, NULL);
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (hih_element_view_part (widget, "face")), name);
  blink = blinks ? BLINK_EVERY_MS - blink : BLINK_EVERY_MS - BLINK_MS - blink;
  if (stand_ms >= 0)
    blink = MIN (blink, stand_ms);
  return MAX (1, left_ms >= 0 ? MIN (left_ms, blink) : blink);
}

/* What the small picture shows of oneself; NULL when nothing but the face is asked for. */
static const char *
find_own (HihElementContext *context, const HihSceneNode *node)
{
  const char *key = hih_element_get_attribute (node->element, "own");
  HihPhone *phone = hih_element_context_get_phone (context);

  if (key == NULL || phone == NULL)
    return NULL;
  return hih_app_set_get_value_picture (hih_phone_get_apps (phone), key, hih_element_context_get_state (context, key));
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  Talker *talker = g_object_get_data (G_OBJECT (widget), "talker");
  const char *scene = hih_element_get_attribute (node->element, "scene");
  const char *camera = hih_element_get_attribute (node->element, "camera");
  gboolean seen = camera == NULL || g_strcmp0 (hih_element_context_get_state (context, camera), "no") != 0;
  GtkWidget *self = hih_element_view_part (widget, "self");
  GtkWidget *real = hih_element_view_part (widget, "camera");
  gboolean on_left = g_strcmp0 (hih_element_context_get_layout (context), HIH_LAYOUT_B) == 0;
  const char *own = find_own (context, node);
  const char *words = hih_element_view_get_subtitle (context, node);

  gtk_widget_set_halign (gtk_widget_get_parent (self), on_left ? GTK_ALIGN_START : GTK_ALIGN_END);
  if (g_strcmp0 (talker->words, words) != 0)
    {
      g_free (talker->words);
      talker->words = g_strdup (words);
      talker->since_ms = hih_element_context_get_now_ms (context);
      hih_element_view_set_label (hih_element_view_part (widget, "words"), words);
    }
  g_free (talker->name);
  talker->name = g_strdup (node->picture);
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (hih_element_view_part (widget, "scene")), scene != NULL ? scene : "scene-living-room");
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (self), !seen ? "scene-camera-off" : own != NULL ? own : "face-gui");
  hih_phone_picture_set_cover (HIH_PHONE_PICTURE (self), TRUE);
  /* Over the drawn one, while there is something to see; it cannot show what the lesson does to the drawn one. */
  hih_phone_camera_set_camera (HIH_PHONE_CAMERA (real), seen && own == NULL ? hih_element_context_get_camera (context) : NULL);
  hih_element_view_set_class (gtk_widget_get_parent (self), "off", !seen);
  hih_element_view_set_name (widget, hih_element_view_get_title (context, node), words);
  advance (context, widget);
}

const HihElementView hih_element_view_face = {
  .name = "face",
  .flags = HIH_ELEMENT_BACKDROP,
  .create = create,
  .update = update,
  .advance = advance,
};
