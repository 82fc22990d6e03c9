/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person to be tapped by the instructor. Its accessible name says all that it shows. */
#include "config.h"

#include "hih-person-tile.h"

#include "hih-icon.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define PICTURE_PIXELS 36

struct _HihPersonTile
{
  GtkButton parent_instance;

  HihTrainee *trainee;
  GtkWidget *check;
  GtkWidget *state; /* icons and words in a line */
};

G_DEFINE_FINAL_TYPE (HihPersonTile, hih_person_tile, GTK_TYPE_BUTTON)

static void
hih_person_tile_finalize (GObject *object)
{
  hih_trainee_unref (HIH_PERSON_TILE (object)->trainee);
  G_OBJECT_CLASS (hih_person_tile_parent_class)->finalize (object);
}

static void
hih_person_tile_class_init (HihPersonTileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_person_tile_finalize;
}

static void
hih_person_tile_init (HihPersonTile *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "tile");
  gtk_widget_add_css_class (GTK_WIDGET (self), "person");
  gtk_widget_set_name (GTK_WIDGET (self), "person");
}

HihTrainee *
hih_person_tile_get_trainee (HihPersonTile *self)
{
  return self->trainee;
}

void
hih_person_tile_set_state (HihPersonTile *self, gboolean chosen, const char *mark, const char *const *icons,
                           const char *const *words)
{
  g_autoptr (GString) said = g_string_new (self->trainee->name);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->state)) != NULL)
    gtk_box_remove (GTK_BOX (self->state), child);
  if (mark != NULL)
    g_string_append_printf (said, "%s%s", _ (", "), mark);
  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    {
      GtkWidget *label = hih_words_new (words[i], "smallest");

      gtk_label_set_wrap (GTK_LABEL (label), FALSE);
      child = hih_icon_new (icons[i], 20);
      gtk_widget_set_margin_start (child, i > 0 ? 4 : 0);
      gtk_box_append (GTK_BOX (self->state), child);
      gtk_box_append (GTK_BOX (self->state), label);
      g_string_append_printf (said, "%s%s", _ (", "), words[i]);
    }
  gtk_widget_set_visible (self->state, words != NULL && words[0] != NULL);
  gtk_widget_set_visible (self->check, mark != NULL);
  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "marked");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "marked");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

/**
 * hih_person_tile_set_not_noted:
 * @open: whether a tap still means something
 *
 * Shows that nothing of this person is written down, as they withdrew their consent.
 */
void
hih_person_tile_set_not_noted (HihPersonTile *self, gboolean open)
{
  static const char *const icons[] = { "x", NULL };
  const char *words[] = { _ ("Not noted"), NULL };

  hih_person_tile_set_state (self, FALSE, NULL, icons, words);
  gtk_widget_set_sensitive (GTK_WIDGET (self), open);
}

/**
 * hih_person_tile_new:
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
hih_person_tile_new (HihTrainee *trainee)
{
  HihPersonTile *self = g_object_new (HIH_TYPE_PERSON_TILE, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = hih_words_new (trainee->name, "strong");
  g_autofree char *drawing = hih_person_drawing (trainee->picture);

  self->trainee = hih_trainee_ref (trainee);
  self->state = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->check = hih_icon_new ("check", 24);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), self->state);
  gtk_box_append (GTK_BOX (line), hih_picture_new (drawing, PICTURE_PIXELS));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), self->check);
  gtk_button_set_child (GTK_BUTTON (self), line);
  hih_person_tile_set_state (self, FALSE, NULL, NULL, NULL);
  return GTK_WIDGET (self);
}
