/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A video call's picture: the other one, speaking and blinking in their room, and oneself in the corner; drawn, or seen
 * by the computer's camera where this place allows it.
 */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-camera.h"
#include "hih-phone-picture.h"

/* A mouth that opens and shuts like speech: uneven, but the same at every moment of the clock, for films. */
static const guint16 speech_ms[] = { 160, 120, 200, 90, 240, 130, 180, 700, 150, 110, 220, 140, 170, 100, 900, 260 };
#define BLINK_EVERY_MS 3700
#define BLINK_MS 160

typedef struct
{
  char *name; /* "face-fang" */
  gint64 since_ms;
} Talker;

static void
talker_free (gpointer data)
{
  Talker *talker = data;

  g_free (talker->name);
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
  Talker *talker = g_new0 (Talker, 1);

  talker->since_ms = hih_element_context_get_now_ms (context);
  g_object_set_data_full (G_OBJECT (overlay), "talker", talker, talker_free);
  hih_phone_picture_set_cover (HIH_PHONE_PICTURE (scene), TRUE);
  gtk_widget_set_halign (face, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (face, GTK_ALIGN_END);
  gtk_widget_add_css_class (face, "speaker");
  gtk_overlay_set_child (GTK_OVERLAY (overlay), scene);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), face);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self);
  hih_element_view_keep (overlay, "scene", scene);
  hih_element_view_keep (overlay, "face", face);
  hih_element_view_keep (overlay, "self", hih_element_view_part (self, "picture"));
  hih_element_view_keep (overlay, "camera", hih_element_view_part (self, "camera"));
  return overlay;
}

/* Whether the mouth is open @t ms into the call, and the ms for which it stays so. */
static gboolean
is_mouth_open (gint64 t, gint64 *left_ms)
{
  gint64 round = 0;

  for (guint i = 0; i < G_N_ELEMENTS (speech_ms); i++)
    round += speech_ms[i];
  t %= round;
  for (guint i = 0; i < G_N_ELEMENTS (speech_ms); i++)
    {
      if (t < speech_ms[i])
        {
          *left_ms = speech_ms[i] - t;
          return i % 2 == 0;
        }
      t -= speech_ms[i];
    }
  *left_ms = 100;
  return FALSE;
}

static gint64
advance (HihElementContext *context, GtkWidget *widget)
{
  const Talker *talker = g_object_get_data (G_OBJECT (widget), "talker");
  gint64 t = hih_element_context_get_now_ms (context) - talker->since_ms;
  gint64 blink = t % BLINK_EVERY_MS;
  gint64 left_ms = 0;
  gboolean open = is_mouth_open (t, &left_ms);
  gboolean blinks = blink >= BLINK_EVERY_MS - BLINK_MS;
  const char *manner = blinks ? "-blink" : open ? "-talk" : "";
  g_autofree char *name = NULL;

  if (talker->name == NULL)
    return -1;
  name = g_strconcat (talker->name, manner, NULL);
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (hih_element_view_part (widget, "face")), name);
  return MAX (1, MIN (left_ms, blinks ? BLINK_EVERY_MS - blink : BLINK_EVERY_MS - BLINK_MS - blink));
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
  const char *own = find_own (context, node);

  g_free (talker->name);
  talker->name = g_strdup (node->picture);
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (hih_element_view_part (widget, "scene")), scene != NULL ? scene : "scene-living-room");
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (self), !seen ? "scene-camera-off" : own != NULL ? own : "face-gui");
  hih_phone_picture_set_cover (HIH_PHONE_PICTURE (self), TRUE);
  /* Over the drawn one, while there is something to see; it cannot show what the lesson does to the drawn one. */
  hih_phone_camera_set_camera (HIH_PHONE_CAMERA (real), seen && own == NULL ? hih_element_context_get_camera (context) : NULL);
  hih_element_view_set_class (gtk_widget_get_parent (self), "off", !seen);
  hih_element_view_set_name (widget, hih_element_view_get_title (context, node), NULL);
  advance (context, widget);
}

const HihElementView hih_element_view_face = {
  .name = "face",
  .flags = HIH_ELEMENT_BACKDROP,
  .create = create,
  .update = update,
  .advance = advance,
};
