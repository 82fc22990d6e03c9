/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several cards of the lesson share: the strip of words, the row of step numbers. */
#include "config.h"

#include "hih-note.h"

#include "hih-icon.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * hih_note_new:
 *
 * Returns: (transfer floating): an empty strip, hidden until hih_note_set()
 */
GtkWidget *
hih_note_new (void)
{
  GtkWidget *note = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *label = hih_words_new ("", NULL);

  gtk_widget_set_name (note, "note");
  gtk_widget_add_css_class (note, "strip");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (note), hih_icon_new ("shield-check", 28));
  gtk_box_append (GTK_BOX (note), label);
  gtk_widget_set_visible (note, FALSE);
  return note;
}

/**
 * hih_note_set:
 * @text: (nullable): hides it
 */
void
hih_note_set (GtkWidget *note, HihNoteKind kind, const char *text)
{
  static const char *icons[] = { "shield-check", "check", "hand", "eye", "eye" };
  GtkWidget *icon = gtk_widget_get_first_child (note);
  GtkWidget *label = gtk_widget_get_last_child (note);

  hih_icon_set (icon, icons[kind]);
  gtk_label_set_label (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_remove_css_class (note, "info");
  gtk_widget_remove_css_class (note, "look");
  if (kind == HIH_NOTE_INFO)
    gtk_widget_add_css_class (note, "info");
  else if (kind == HIH_NOTE_LOOK || kind == HIH_NOTE_STATUS)
    gtk_widget_add_css_class (note, "look");
  gtk_widget_set_visible (note, text != NULL && *text != '\0');
}

/**
 * hih_note_dup_short:
 * @text: (nullable):
 *
 * Returns: (transfer full) (nullable): the first sentence of its last line, which is the newest, for where only that has
 * room
 */
char *
hih_note_dup_short (const char *text)
{
  if (text == NULL)
    return NULL;
  if (strrchr (text, '\n') != NULL)
    text = strrchr (text, '\n') + 1;
  for (const char *at = text, *next; *at != '\0'; at = next)
    {
      gunichar c = g_utf8_get_char (at);

      next = g_utf8_next_char (at);
      if (c != 0x3002 && c != 0xff01 && c != 0xff1f && /* 。！？ */
          !(c < 0x80 && strchr (".!?", (int) c) != NULL && (*next == ' ' || *next == '\n')))
        continue;
      while (g_unichar_type (g_utf8_get_char (next)) == G_UNICODE_FINAL_PUNCTUATION)
        next = g_utf8_next_char (next);
      return g_strndup (text, (gsize) (next - text));
    }
  return g_strdup (text);
}

/**
 * hih_dot_new:
 * @i: from 0
 * @now: the present step
 *
 * Returns: (transfer floating): a step's number, or a tick when it is over
 */
GtkWidget *
hih_dot_new (guint i, int now)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);

  if ((int) i < now)
    return hih_disc_new (hih_icon_new ("check", 20), "dot over");
  return hih_disc_new (gtk_label_new (number), (int) i == now ? "dot now" : "dot later");
}

/**
 * hih_dots_new:
 *
 * Returns: (transfer floating): a row of step numbers; the count beside it says the same in words
 */
GtkWidget *
hih_dots_new (void)
{
  GtkWidget *dots = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "spacing", 8, NULL);

  gtk_widget_set_valign (dots, GTK_ALIGN_CENTER);
  return dots;
}

void
hih_dots_set (GtkWidget *dots, guint now, guint n)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (dots)) != NULL)
    gtk_widget_unparent (child);
  gtk_widget_set_visible (dots, n <= HIH_MAX_DOTS);
  for (guint i = 0; i < MIN (n, HIH_MAX_DOTS); i++)
    {
      gtk_box_append (GTK_BOX (dots), hih_dot_new (i, (int) now));
    }
}

/**
 * hih_step_count_dup:
 *
 * Returns: (transfer full): such as "Step 2 of 6"
 */
char *
hih_step_count_dup (guint number, guint n_steps)
{
  /* translators: the number of the step, and how many there are */
  return g_strdup_printf (_("Step %u of %u"), number, n_steps);
}

GtkWidget *
hih_head_row_new (GtkWidget *count, GtkWidget *dots)
{
  GtkWidget *row = hih_split_new (count, dots, 16, 0);

  hih_split_set_second_may_go (HIH_SPLIT (row));
  return row;
}
