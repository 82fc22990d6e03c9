/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's part about this place: its name, and a row a section (hih-home-sections.def) that opens its page. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-home-section.h"
#include "hih-icon.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define HOME_NAME_MAX_CHARACTERS 40

static const struct
{
  const char *name; /* of its row, for the tests */
  const HihHomeSection *section;
} sections[] = {
#define HIH_HOME_SECTION(name) { "home-" #name, &hih_home_##name },
#include "hih-home-sections.def"
#undef HIH_HOME_SECTION
};

#define HIH_TYPE_DESK_HOME (hih_desk_home_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskHome, hih_desk_home, HIH, DESK_HOME, HihDeskPart)

struct _HihDeskHome
{
  HihDeskPart parent_instance;

  GtkWidget *rows[G_N_ELEMENTS (sections)]; /* while they are shown */
};

G_DEFINE_FINAL_TYPE (HihDeskHome, hih_desk_home, HIH_TYPE_DESK_PART)

static void show_rows (HihDeskHome *self);

static HihPage *
page_of (HihDeskHome *self)
{
  return hih_desk_part_get_page (HIH_DESK_PART (self));
}

void
hih_home_tell (HihPage *page, GError *error)
{
  hih_error_log (error);
  if (hih_page_check (page, NULL))
    hih_page_show_sheet (page, hih_text_sheet_new (page, _("One moment"), hih_error_get_text (error)));
}

GtkWidget *
hih_home_add_button (GtkWidget *tiles, gpointer self, const char *icon, const char *words, const char *name,
                     GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, NULL);

  gtk_widget_set_name (button, name);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  hih_tiles_append (HIH_TILES (tiles), button);
  return button;
}

static void
home_name_cb (GtkWidget *widget, gpointer user_data)
{
  GtkWidget *entry = g_object_get_data (G_OBJECT (widget), "entry");
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  hih_settings_set_string (hih_context_get_settings (hih_page_get_context (user_data)), HIH_SETTING_HOME_NAME, name);
}

/* A line to write in and a button that keeps it; Enter does the same. */
static GtkWidget *
new_home_name (HihPage *page)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *keep = hih_control_new ("check", _("Keep"), NULL);
  GtkWidget *split = hih_split_new (entry, keep, 12, 0);
  g_autofree char *name = hih_settings_dup_string (hih_context_get_settings (hih_page_get_context (page)), HIH_SETTING_HOME_NAME);

  gtk_widget_add_css_class (entry, "field");
  gtk_widget_set_name (entry, "home-name");
  gtk_widget_set_name (keep, "home-name-keep");
  gtk_entry_set_max_length (GTK_ENTRY (entry), HOME_NAME_MAX_CHARACTERS);
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("The name of this home"), -1);
  g_object_set_data (G_OBJECT (entry), "entry", entry);
  g_object_set_data (G_OBJECT (keep), "entry", entry);
  g_signal_connect_object (entry, "activate", G_CALLBACK (home_name_cb), page, 0);
  g_signal_connect_object (keep, "clicked", G_CALLBACK (home_name_cb), page, 0);
  return split;
}

/* One section. */

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskHome *self = user_data;
  guint open = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "section"));

  show_rows (self);
  gtk_widget_grab_focus (self->rows[open]);
}

static void
open_section (HihDeskHome *self, guint i)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *back = hih_control_new ("back", _("All of this home"), NULL);
  GtkWidget *heading = hih_words_new_heading (_(sections[i].section->word), "section");
  GtkWidget *head;

  gtk_widget_set_name (back, "home-back");
  gtk_widget_set_valign (heading, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (back), "section", GUINT_TO_POINTER (i));
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, 0);
  head = hih_split_new (heading, back, 12, 0);
  gtk_widget_set_vexpand (head, FALSE);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), sections[i].section->make (page_of (self)));
  memset (self->rows, 0, sizeof self->rows);
  hih_desk_part_set_content (HIH_DESK_PART (self), box, TRUE);
  gtk_widget_grab_focus (back);
}

static void
row_cb (GtkWidget *row, gpointer user_data)
{
  open_section (user_data, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "section")));
}

static void
go_to_section_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  g_autofree char *name = g_strconcat ("home-", g_variant_get_string (parameter, NULL), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      if (g_str_equal (sections[i].name, name))
        open_section (HIH_DESK_HOME (widget), i);
    }
}

/* All of them. */

static GtkWidget *
new_row (HihDeskHome *self, guint i)
{
  GtkWidget *row = gtk_button_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (texts), hih_words_new (_(sections[i].section->word), "strong"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (_(sections[i].section->about), "soft"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), hih_icon_new (sections[i].section->icon, 32));
  gtk_box_append (GTK_BOX (line), texts);
  gtk_box_append (GTK_BOX (line), hih_icon_new ("next", 24));
  gtk_button_set_child (GTK_BUTTON (row), line);
  gtk_widget_add_css_class (row, "tile");
  gtk_widget_add_css_class (row, "report-tile");
  gtk_widget_set_name (row, sections[i].name);
  g_object_set_data (G_OBJECT (row), "section", GUINT_TO_POINTER (i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(sections[i].section->word),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(sections[i].section->about), -1);
  g_signal_connect_object (row, "clicked", G_CALLBACK (row_cb), self, 0);
  return row;
}

static void
show_rows (HihDeskHome *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *tiles = hih_tiles_new_columns (300, 2, 12);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      self->rows[i] = new_row (self, i);
      hih_tiles_append (HIH_TILES (tiles), self->rows[i]);
    }
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("The name of this home"), "section"));
  gtk_box_append (GTK_BOX (box), new_home_name (page_of (self)));
  gtk_box_append (GTK_BOX (box), tiles);
  hih_desk_part_set_content (HIH_DESK_PART (self), box, TRUE);
}

static void
hih_desk_home_class_init (HihDeskHomeClass *klass)
{
  /* @name as in hih-home-sections.def: another part, or a section, leads there. */
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "part.section", "s", go_to_section_cb);
}

static void
hih_desk_home_init (HihDeskHome *self)
{
}

/**
 * hih_desk_home_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
hih_desk_home_new (HihPage *page)
{
  HihDeskHome *self = g_object_new (HIH_TYPE_DESK_HOME, NULL);

  hih_desk_part_begin (HIH_DESK_PART (self), page, _("This home"));
  show_rows (self);
  return GTK_WIDGET (self);
}
