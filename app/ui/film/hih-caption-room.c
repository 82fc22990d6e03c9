/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A film that got smaller for every long caption, and larger again, would be looked at instead of what it shows. So the
 * room is kept while captions are on: labels that nobody sees say how much the longest cues need at the width there is.
 */
#include "config.h"

#include "hih-caption-room.h"

#include "hih-caption-look.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihCaptionRoom
{
  GtkWidget parent_instance;

  HihSettings *settings;
  GtkWidget *caption;
  GPtrArray *unseen; /* (element-type GtkWidget): borrowed, children too */
};

G_DEFINE_FINAL_TYPE (HihCaptionRoom, hih_caption_room, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (HihCaptionRoom *self, GtkAccessibleRole role, const char *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "wrap", TRUE, "justify", GTK_JUSTIFY_CENTER,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.5, "label", words, NULL);

  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

static void
apply_look (HihCaptionRoom *self)
{
  hih_caption_look_apply (self->caption, self->settings);
  for (guint i = 0; i < self->unseen->len; i++)
    {
      hih_caption_look_apply (self->unseen->pdata[i], self->settings);
      gtk_widget_set_visible (self->unseen->pdata[i], hih_settings_get_boolean (self->settings, HIH_SETTING_CAPTIONS_ON));
    }
}

static void
setting_cb (HihSettings *settings, const char *key, gpointer user_data)
{
  apply_look (user_data);
}

static GtkSizeRequestMode
hih_caption_room_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_caption_room_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  HihCaptionRoom *self = HIH_CAPTION_ROOM (widget);

  gtk_widget_measure (self->caption, orientation, for_size, minimum, natural, NULL, NULL);
  for (guint i = 0; i < self->unseen->len; i++)
    {
      int least, most;

      gtk_widget_measure (self->unseen->pdata[i], orientation, for_size, &least, &most, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, most);
    }
}

static void
hih_caption_room_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_size_allocate (HIH_CAPTION_ROOM (widget)->caption, &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
hih_caption_room_dispose (GObject *object)
{
  HihCaptionRoom *self = HIH_CAPTION_ROOM (object);

  hih_caption_room_set_cues (self, NULL);
  g_clear_pointer (&self->caption, gtk_widget_unparent);
  g_clear_object (&self->settings);
  G_OBJECT_CLASS (hih_caption_room_parent_class)->dispose (object);
}

static void
hih_caption_room_finalize (GObject *object)
{
  g_ptr_array_unref (HIH_CAPTION_ROOM (object)->unseen);
  G_OBJECT_CLASS (hih_caption_room_parent_class)->finalize (object);
}

static void
hih_caption_room_class_init (HihCaptionRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_caption_room_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_caption_room_finalize;
  widget_class->get_request_mode = hih_caption_room_get_request_mode;
  widget_class->measure = hih_caption_room_measure;
  widget_class->size_allocate = hih_caption_room_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_caption_room_init (HihCaptionRoom *self)
{
  self->unseen = g_ptr_array_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Captions"), -1);
  /* Not the role of a caption: that is a table's, and has no name. */
  self->caption = new_label (self, GTK_ACCESSIBLE_ROLE_LABEL, "");
  gtk_widget_set_valign (self->caption, GTK_ALIGN_CENTER);
  hih_words_watch_end (self->caption);
  hih_caption_room_set_words (self, "");
}

GtkWidget *
hih_caption_room_new (HihSettings *settings)
{
  HihCaptionRoom *self = g_object_new (HIH_TYPE_CAPTION_ROOM, NULL);

  self->settings = g_object_ref (settings);
  g_signal_connect_object (settings, "changed", G_CALLBACK (setting_cb), self, 0);
  apply_look (self);
  return GTK_WIDGET (self);
}

/**
 * hih_caption_room_set_cues:
 * @cues: (nullable): all that will stand there; not kept
 *
 * A cue half as long as another never needs more lines: those are not measured.
 */
void
hih_caption_room_set_cues (HihCaptionRoom *self, HihCues *cues)
{
  guint n = cues != NULL ? hih_cues_get_n (cues) : 0;
  glong longest = 0;

  for (guint i = 0; i < self->unseen->len; i++)
    gtk_widget_unparent (self->unseen->pdata[i]);
  g_ptr_array_set_size (self->unseen, 0);
  for (guint i = 0; i < n; i++)
    longest = MAX (longest, g_utf8_strlen (hih_cues_get (cues, i)->text, -1));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *label;

      if (g_utf8_strlen (hih_cues_get (cues, i)->text, -1) * 2 < longest)
        continue;
      label = new_label (self, GTK_ACCESSIBLE_ROLE_NONE, hih_cues_get (cues, i)->text);
      hih_words_keep_end (GTK_LABEL (label));
      gtk_widget_set_child_visible (label, FALSE);
      g_ptr_array_add (self->unseen, label);
    }
  if (self->unseen->len > 0)
    apply_look (self);
}

void
hih_caption_room_set_words (HihCaptionRoom *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->caption), words);
  /* A label without words and without a name would be called by its type. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->caption), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

const char *
hih_caption_room_get_words (HihCaptionRoom *self)
{
  return gtk_label_get_label (GTK_LABEL (self->caption));
}
