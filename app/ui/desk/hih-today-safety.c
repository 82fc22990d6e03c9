/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-today-safety.h"

#include "hih-control.h"
#include "hih-icon.h"
#include "hih-safety-words.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static HihContext *
context_of (HihDeskPart *part)
{
  return hih_page_get_context (hih_desk_part_get_page (part));
}

static void
home_cb (GtkWidget *button, gpointer user_data)
{
  hih_desk_part_go_to (user_data, "home/backups");
}

static GtkWidget *
new_card (const char *icon, gboolean warns)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_add_css_class (card, "thin");
  if (warns)
    gtk_widget_add_css_class (card, "warning");
  gtk_box_append (GTK_BOX (card), hih_icon_new (icon, 24));
  return card;
}

GtkWidget *
hih_today_backup_card_new (HihDeskPart *part, gint64 backup_at_ms, gint64 now_ms, gboolean *warns)
{
  HihRecords *records = hih_context_get_records (context_of (part));
  g_autofree char *words = hih_backup_dup_words (
      backup_at_ms, records != NULL ? hih_records_get_backup_fault (records) : -1, now_ms, warns);
  GtkWidget *card = new_card (*warns ? "warning" : "shield-check", *warns);
  GtkWidget *text = hih_words_new (words, NULL);
  GtkWidget *way = hih_control_new ("home", _("See to it"), NULL);
  GtkWidget *split = hih_split_new (text, way, 12, 0);

  gtk_widget_set_name (way, "today-home");
  gtk_widget_set_name (text, *warns ? "today-backup-warning" : "today-backup");
  gtk_widget_set_halign (way, GTK_ALIGN_START);
  g_signal_connect_object (way, "clicked", G_CALLBACK (home_cb), part, 0);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_box_append (GTK_BOX (card), split);
  return card;
}

static void
read_cb (GtkWidget *button, gpointer user_data)
{
  hih_damage_forget (hih_context_get_settings (context_of (user_data)));
  hih_desk_part_shown (user_data);
}

GtkWidget *
hih_today_damage_card_new (HihDeskPart *part)
{
  g_autofree char *words = hih_damage_dup_words (hih_context_get_settings (context_of (part)));
  GtkWidget *card, *texts, *text, *seen;

  if (words == NULL)
    return NULL;
  card = new_card ("warning", TRUE);
  texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  text = hih_words_new (words, NULL);
  seen = hih_control_new ("check", C_ ("desk", "I have read it"), NULL);
  gtk_label_set_selectable (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_name (text, "today-damage");
  gtk_widget_set_name (seen, "today-damage-read");
  gtk_widget_set_halign (seen, GTK_ALIGN_START);
  g_signal_connect_object (seen, "clicked", G_CALLBACK (read_cb), part, 0);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (gtk_widget_get_first_child (card), GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), hih_words_new_heading (_("The records were damaged"), "section"));
  gtk_box_append (GTK_BOX (texts), text);
  gtk_box_append (GTK_BOX (texts), seen);
  gtk_box_append (GTK_BOX (card), texts);
  return card;
}

static void
part_cb (GtkWidget *button, gpointer user_data)
{
  hih_desk_part_go_to (user_data, g_object_get_data (G_OBJECT (button), "path"));
}

/* One thing that waits, and the way to it. */
static void
add_reminder (GtkWidget *card, HihDeskPart *part, const char *name, const char *icon, const char *words, const char *path)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *text = hih_words_new (words, NULL);
  GtkWidget *way = hih_control_new ("next", _("See to it"), NULL);
  GtkWidget *split = hih_split_new (text, way, 12, 0);
  g_autofree char *heard = g_strdup_printf ("%s: %s", _("See to it"), words);

  gtk_widget_set_name (way, name);
  gtk_widget_set_valign (text, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (way, GTK_ALIGN_START);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (way), GTK_ACCESSIBLE_PROPERTY_LABEL, heard, -1);
  g_object_set_data (G_OBJECT (way), "path", (gpointer) path);
  g_signal_connect_object (way, "clicked", G_CALLBACK (part_cb), part, 0);
  gtk_box_append (GTK_BOX (line), hih_icon_new (icon, 24));
  gtk_box_append (GTK_BOX (line), split);
  gtk_box_append (GTK_BOX (card), line);
  gtk_widget_set_visible (card, TRUE);
}

GtkWidget *
hih_today_reminders_new (HihDeskPart *part, guint n_unasked)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  g_autofree char *words = g_strdup_printf (ngettext ("%u person was not asked yet whether records may be kept.",
                                                      "%u people were not asked yet whether records may be kept.", n_unasked),
                                            n_unasked);

  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_add_css_class (card, "thin");
  gtk_widget_set_visible (card, FALSE);
  if (n_unasked > 0)
    add_reminder (card, part, "today-unasked", "shield-check", words, "people/unasked");
  return card;
}

void
hih_today_reminders_add_overdue (GtkWidget *card, HihDeskPart *part, guint n_overdue)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%u person has been kept longer than this home said.",
                                                      "%u people have been kept longer than this home said.", n_overdue),
                                            n_overdue);

  if (n_overdue == 0 || g_object_get_data (G_OBJECT (card), "overdue") != NULL)
    return;
  g_object_set_data (G_OBJECT (card), "overdue", card);
  add_reminder (card, part, "today-overdue", "calendar", words, "home/keeping");
}
