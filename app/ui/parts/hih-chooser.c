/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of several, on a sheet: as large as a finger needs, and the same by mouse, keyboard and screen reader. */
#include "config.h"

#include "hih-chooser.h"

#include <glib/gi18n.h>

#include "hih-control.h"
#include "hih-tiles.h"
#include "hih-words.h"

struct _HihChooser
{
  AdwBin parent_instance;

  HihPage *page; /* borrowed: it owns this */
  GtkWidget *control;
  char *icon;
  char *title;
  char **words;
  guint chosen;
};

G_DEFINE_FINAL_TYPE (HihChooser, hih_chooser, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
pick_cb (GtkWidget *button, gpointer user_data)
{
  HihChooser *self = user_data;
  guint chosen = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index"));

  hih_page_close_sheet (self->page);
  if (chosen == self->chosen || chosen >= g_strv_length (self->words))
    return;
  self->chosen = chosen;
  hih_control_set_words (HIH_CONTROL (self->control), self->words[chosen]);
  g_signal_emit (self, signals[CHOSEN], 0, chosen);
}

static void
open_cb (GtkWidget *button, gpointer user_data)
{
  HihChooser *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *tiles = hih_tiles_new_columns (180, 3, 8);
  const char *name = gtk_widget_get_name (self->control);

  for (guint i = 0; self->words[i] != NULL; i++)
    {
      gboolean chosen = i == self->chosen;
      GtkWidget *choice = hih_control_new (chosen ? "check" : self->icon, self->words[i], chosen ? "chosen" : NULL);
      g_autofree char *choice_name = g_strdup_printf ("%s-%u", name, i);

      gtk_widget_set_name (choice, choice_name);
      g_object_set_data (G_OBJECT (choice), "index", GUINT_TO_POINTER (i));
      hih_control_set_at_start (HIH_CONTROL (choice), TRUE);
      g_signal_connect_object (choice, "clicked", G_CALLBACK (pick_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), choice);
    }
  gtk_widget_add_css_class (box, "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (self->title, "title"));
  gtk_box_append (GTK_BOX (box), tiles);
  hih_page_show_sheet (self->page, box);
}

static void
hih_chooser_finalize (GObject *object)
{
  HihChooser *self = HIH_CHOOSER (object);

  g_free (self->icon);
  g_free (self->title);
  g_strfreev (self->words);
  G_OBJECT_CLASS (hih_chooser_parent_class)->finalize (object);
}

static void
hih_chooser_class_init (HihChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_chooser_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", HIH_TYPE_CHOOSER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
hih_chooser_init (HihChooser *self)
{
}

/**
 * hih_chooser_new:
 * @page: which owns it
 * @name: of its button, for the tests; its choices are NAME-0, NAME-1 …
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
hih_chooser_new (HihPage *page, const char *name, const char *icon, const char *title)
{
  HihChooser *self = g_object_new (HIH_TYPE_CHOOSER, NULL);

  self->page = page;
  self->icon = g_strdup (icon);
  self->title = g_strdup (title);
  self->words = g_new0 (char *, 1);
  self->control = hih_control_new ("down", "", NULL);
  hih_control_set_icon_after (HIH_CONTROL (self->control), TRUE);
  gtk_widget_set_name (self->control, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
  g_signal_connect_object (self->control, "clicked", G_CALLBACK (open_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), self->control);
  return GTK_WIDGET (self);
}

void
hih_chooser_set (HihChooser *self, const char *const *words, guint chosen)
{
  char **copy = g_strdupv ((char **) words);

  g_strfreev (self->words);
  self->words = copy;
  self->chosen = MIN (chosen, MAX (g_strv_length (copy), 1) - 1);
  hih_control_set_words (HIH_CONTROL (self->control), copy[0] != NULL ? copy[self->chosen] : "");
}

guint
hih_chooser_get (HihChooser *self)
{
  return self->chosen;
}
