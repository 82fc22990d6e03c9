/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's door. The PIN keeps curious fingers out; it is no lock for the data (the folder's rights are). */
#include "config.h"

#include "hih-page-door.h"

#include "hih-control.h"
#include "hih-pin.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define LEAST_DIGITS 4

struct _HihPageDoor
{
  HihPage parent_instance;

  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *entry;
  GtkWidget *enter;
  char *hash;      /* "": none chosen yet */
  char *first_pin; /* (nullable): typed once, to be typed again */
  guint n_failures;
  gint64 wait_until_ms;
  gboolean busy;
};

G_DEFINE_FINAL_TYPE (HihPageDoor, hih_page_door, HIH_TYPE_PAGE)

static HihSettings *
settings_of (HihPageDoor *self)
{
  return hih_context_get_settings (hih_page_get_context (HIH_PAGE (self)));
}

static void
say (HihPageDoor *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->text), words);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
}

static void
hashed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageDoor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *hash = hih_pin_hash_finish (result, &error);

  self->busy = FALSE;
  if (!hih_page_check (HIH_PAGE (self), error))
    return;
  hih_settings_set_string (settings_of (self), HIH_SETTING_INSTRUCTOR_PIN, hash);
  hih_page_go_to (HIH_PAGE (self), HIH_PLACE_DESK, NULL);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPageDoor) self = user_data;
  g_autoptr (GError) error = NULL;
  HihClock *clock = hih_context_get_clock (hih_page_get_context (HIH_PAGE (self)));
  gboolean right = hih_pin_check_finish (result, &error);

  self->busy = FALSE;
  if (!hih_page_check (HIH_PAGE (self), error))
    return;
  if (right)
    {
      hih_page_go_to (HIH_PAGE (self), HIH_PLACE_DESK, NULL);
      return;
    }
  self->n_failures++;
  self->wait_until_ms = hih_clock_get_monotonic_ms (clock) + hih_pin_get_wait_ms (self->n_failures);
  say (self, _("These are not the digits. Please try once more."));
}

static void
enter_cb (GtkWidget *widget, gpointer user_data)
{
  HihPageDoor *self = user_data;
  HihClock *clock = hih_context_get_clock (hih_page_get_context (HIH_PAGE (self)));
  const char *pin = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->busy)
    return;
  if (strlen (pin) < LEAST_DIGITS || strspn (pin, "0123456789") != strlen (pin))
    {
      say (self, _("Four to eight digits, please."));
      return;
    }
  if (hih_clock_get_monotonic_ms (clock) < self->wait_until_ms)
    {
      say (self, _("A little pause first. Then try once more."));
      return;
    }
  if (*self->hash != '\0')
    {
      self->busy = TRUE;
      hih_pin_check_async (pin, self->hash, checked_cb, g_object_ref (self));
    }
  else if (self->first_pin == NULL)
    {
      self->first_pin = g_strdup (pin);
      say (self, _("Once more the same digits, please."));
    }
  else if (strcmp (self->first_pin, pin) == 0)
    {
      self->busy = TRUE;
      hih_pin_hash_async (pin, hashed_cb, g_object_ref (self));
    }
  else
    {
      g_clear_pointer (&self->first_pin, g_free);
      say (self, _("The two were not alike. Please choose again."));
    }
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (user_data, HIH_PLACE_WHO, NULL);
}

static gboolean
hih_page_door_go_back (HihPage *page)
{
  hih_page_go_to (page, HIH_PLACE_WHO, NULL);
  return TRUE;
}

static void
hih_page_door_shown (HihPage *page)
{
  gtk_widget_grab_focus (HIH_PAGE_DOOR (page)->entry);
}

static char *
hih_page_door_dup_help (HihPage *page)
{
  return g_strdup (_("The door is for whoever looks after this computer. If the digits are forgotten, delete the line "
                     "“instructor-pin” in the file settings.ini beside the records."));
}

static void
hih_page_door_finalize (GObject *object)
{
  g_free (HIH_PAGE_DOOR (object)->hash);
  g_free (HIH_PAGE_DOOR (object)->first_pin);
  G_OBJECT_CLASS (hih_page_door_parent_class)->finalize (object);
}

static void
hih_page_door_class_init (HihPageDoorClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_page_door_finalize;
  page_class->shown = hih_page_door_shown;
  page_class->go_back = hih_page_door_go_back;
  page_class->dup_help = hih_page_door_dup_help;
}

static void
hih_page_door_init (HihPageDoor *self)
{
}

/**
 * hih_page_door_new:
 *
 * Returns: (transfer floating): the page
 */
HihPage *
hih_page_door_new (HihContext *context)
{
  HihPageDoor *self = g_object_new (HIH_TYPE_PAGE_DOOR, "context", context, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *back = hih_control_new ("back", _("Back"), NULL);

  self->hash = hih_settings_dup_string (settings_of (self), HIH_SETTING_INSTRUCTOR_PIN);
  hih_page_set_title (HIH_PAGE (self), _("For the instructor"));
  gtk_widget_set_name (back, "back");
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, 0);
  self->text = hih_words_new (*self->hash == '\0' ? _("Choose four to eight digits that only the instructors know.")
                                                  : _("Please type the digits."),
                              NULL);
  self->entry = gtk_entry_new ();
  gtk_widget_add_css_class (self->entry, "field");
  gtk_widget_set_name (self->entry, "pin");
  gtk_entry_set_visibility (GTK_ENTRY (self->entry), FALSE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 8);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_PIN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Digits"), -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (enter_cb), self, 0);
  self->enter = hih_control_new ("door", _("Go in"), "bar primary");
  gtk_widget_set_name (self->enter, "enter");
  g_signal_connect_object (self->enter, "clicked", G_CALLBACK (enter_cb), self, 0);
  gtk_box_append (GTK_BOX (middle), self->text);
  gtk_box_append (GTK_BOX (middle), self->entry);
  gtk_box_append (GTK_BOX (middle), self->enter);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  adw_clamp_set_child (ADW_CLAMP (clamp), middle);
  gtk_box_append (GTK_BOX (box),
                  hih_split_new (hih_words_new_heading (_("For the instructor"), "title"), back, 16, 0));
  gtk_box_append (GTK_BOX (box), clamp);
  hih_page_set_body (HIH_PAGE (self), box);
  return HIH_PAGE (self);
}
