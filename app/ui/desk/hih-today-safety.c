/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-today-safety.h"

#include "hih-control.h"
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
