/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-local-way.h"

#include "hih-icon.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* Where, and whom to ask; NULL: neither was told. */
static char *
dup_where (HihHomeCard *card)
{
  const char *place = hih_home_card_get (card, HIH_HOME_PLACE), *person = hih_home_card_get (card, HIH_HOME_PERSON);

  if (*place == '\0' && *person == '\0')
    return NULL;
  if (*person == '\0')
    /* translators: where the desk of this home is */
    return g_strdup_printf (_("Here: %s"), place);
  if (*place == '\0')
    /* translators: a duty, such as "who is at the desk" */
    return g_strdup_printf (_("Ask for: %s"), person);
  /* translators: where the desk is; a duty */
  return g_strdup_printf (_("Here: %s, ask for %s"), place, person);
}

char *
hih_local_way_dup_words (HihHomeCard *card)
{
  const char *hours = hih_home_card_get (card, HIH_HOME_HOURS), *phone = hih_home_card_get (card, HIH_HOME_PHONE);
  g_autofree char *where = dup_where (card);
  g_autoptr (GString) words = g_string_new (where);
  const char *gap = "  ";

  if (*hours != '\0')
    g_string_append_printf (words, "%s%s", words->len > 0 ? gap : "", hours);
  if (*phone != '\0')
    {
      g_string_append (words, words->len > 0 ? "\n" : "");
      /* translators: a telephone number */
      g_string_append_printf (words, _("Telephone of the desk: %s"), phone);
    }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

char *
hih_local_way_dup_status (HihHomeCard *card, HihLesson *lesson)
{
  const char *key = hih_lesson_get_status_key (lesson), *region = hih_home_card_get (card, HIH_HOME_REGION);
  const char *status = key != NULL ? hih_home_card_get_status (card, key) : "";
  const char *since = key != NULL ? hih_home_card_get_since (card, key) : "";
  const char *place = *region != '\0' ? region : _("our area");

  if (*status == '\0')
    return NULL;
  if (g_str_equal (status, "in-force") && *since != '\0')
    /* translators: a region; a day */
    return g_strdup_printf (_("In %s: in force since %s"), place, since);
  if (g_str_equal (status, "in-force"))
    return g_strdup_printf (_("In %s: in force"), place);
  if (*since != '\0')
    return g_strdup_printf (_("In %s: no longer in force, since %s"), place, since);
  return g_strdup_printf (_("In %s: no longer in force"), place);
}

char *
hih_local_way_spell (const char *number)
{
  g_autoptr (GString) spelt = g_string_new (NULL);

  for (const char *p = number; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (spelt->len > 0 && g_ascii_isdigit (*p))
        g_string_append_c (spelt, ' ');
      g_string_append_unichar (spelt, g_utf8_get_char (p));
    }
  return g_string_free (g_steal_pointer (&spelt), FALSE);
}

/* @spoken: (nullable): how it is read aloud. */
static void
append (GtkWidget *box, const char *icon_name, int icon_size, const char *words, const char *spoken)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *icon = hih_icon_new (icon_name, icon_size);
  GtkWidget *label = hih_words_new (words, "strong");

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "blue");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_name (label, "local-way");
  if (spoken != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (box), row);
}

void
hih_local_way_append (GtkWidget *box, HihHomeCard *card, HihLesson *lesson, int icon_size)
{
  const char *phone = hih_home_card_get (card, HIH_HOME_PHONE), *hours = hih_home_card_get (card, HIH_HOME_HOURS);
  g_autofree char *where = dup_where (card);
  g_autofree char *status = hih_local_way_dup_status (card, lesson);

  if (where != NULL)
    append (box, "location", icon_size, where, NULL);
  if (*phone != '\0')
    {
      g_autofree char *spelt = hih_local_way_spell (phone);
      g_autofree char *words = g_strdup_printf (_("Telephone of the desk: %s"), phone);
      g_autofree char *spoken = g_strdup_printf (_("Telephone of the desk: %s"), spelt);

      append (box, "phone", icon_size, words, spoken);
    }
  if (*hours != '\0')
    append (box, "clock", icon_size, hours, NULL);
  if (status != NULL)
    append (box, "flag", icon_size, status, NULL);
}
