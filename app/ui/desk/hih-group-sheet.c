/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-group-sheet.h"

#include "hih-control.h"
#include "hih-footed.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihGroupSheet
{
  AdwBin parent_instance;

  HihPage *page;    /* (owned): the sheet is the window's, not the page's */
  GtkWidget *entry; /* (nullable): for a new name */
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihGroupSheet, hih_group_sheet, ADW_TYPE_BIN)

static void
hih_group_sheet_dispose (GObject *object)
{
  g_clear_object (&HIH_GROUP_SHEET (object)->page);
  G_OBJECT_CLASS (hih_group_sheet_parent_class)->dispose (object);
}

static void
hih_group_sheet_class_init (HihGroupSheetClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_group_sheet_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", HIH_TYPE_GROUP_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_STRING);
}

static void
hih_group_sheet_init (HihGroupSheet *self)
{
}

static void
choose (HihGroupSheet *self, const char *group)
{
  G_GNUC_UNUSED g_autoptr (HihGroupSheet) alive = g_object_ref (self);
  g_autofree char *kept = g_strdup (group);

  hih_page_close_sheet (self->page);
  g_signal_emit (self, signals[CHOSEN], 0, kept);
}

static void
group_cb (GtkWidget *button, gpointer user_data)
{
  choose (user_data, g_object_get_data (G_OBJECT (button), "group"));
}

static void
new_cb (GtkWidget *widget, gpointer user_data)
{
  HihGroupSheet *self = user_data;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name != '\0')
    choose (self, name);
  else
    gtk_widget_grab_focus (self->entry);
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (HIH_GROUP_SHEET (user_data)->page);
}

GtkWidget *
hih_name_field_new (const char *words, const char *text)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (entry, "field");
  gtk_entry_set_max_length (GTK_ENTRY (entry), HIH_NAME_MAX_CHARACTERS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  return entry;
}

static void
add_group (HihGroupSheet *self, GtkWidget *tiles, const char *words, const char *group)
{
  GtkWidget *button = hih_control_new ("people", words, NULL);

  hih_control_set_at_start (HIH_CONTROL (button), TRUE);
  gtk_widget_set_name (button, group != NULL ? "group" : "group-all");
  g_object_set_data_full (G_OBJECT (button), "group", g_strdup (group), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (group_cb), self, 0);
  hih_tiles_append (HIH_TILES (tiles), button);
}

static GtkWidget *
new_line (HihGroupSheet *self)
{
  GtkWidget *keep = hih_control_new ("plus", _("New group"), NULL);

  self->entry = hih_name_field_new (_("Name of the new group"), NULL);
  /* Room for what it asks for; else the button stands under it. */
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_widget_set_name (self->entry, "group-name");
  gtk_widget_set_name (keep, "group-new");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (new_cb), self, 0);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (new_cb), self, 0);
  return hih_split_new (self->entry, keep, 12, 0);
}

/**
 * hih_group_sheet_new:
 *
 * Returns: (transfer floating): for hih_page_show_sheet()
 */
GtkWidget *
hih_group_sheet_new (HihPage *page, GPtrArray *groups, const char *title, const char *everybody, gboolean allow_new)
{
  HihGroupSheet *self = g_object_new (HIH_TYPE_GROUP_SHEET, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *tiles = hih_tiles_new_columns (220, 3, 12);
  GtkWidget *foot = hih_tiles_new_line (12, FALSE);
  GtkWidget *close = hih_control_new ("back", _("Back"), NULL);

  self->page = g_object_ref (page);
  if (everybody != NULL)
    add_group (self, tiles, everybody, NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const HihGroup *group = g_ptr_array_index (groups, i);
      /* translators: a group's name, and how many are in it */
      g_autofree char *words = g_strdup_printf (_("%s (%u)"), group->name, group->n_trainees);

      add_group (self, tiles, words, group->name);
    }
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (title, "title"));
  gtk_box_append (GTK_BOX (box), tiles);
  if (allow_new)
    gtk_box_append (GTK_BOX (box), new_line (self));
  else if (groups->len == 0)
    gtk_box_append (GTK_BOX (box), hih_words_new (_("There are no groups yet."), "soft"));
  gtk_widget_set_name (close, "group-close");
  hih_tiles_append (HIH_TILES (foot), close);
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), hih_footed_new_sheet (box, foot));
  return GTK_WIDGET (self);
}
