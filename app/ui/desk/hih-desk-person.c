/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-desk-person.h"

#include "hih-control.h"
#include "hih-desk-consent.h"
#include "hih-desk-erase.h"
#include "hih-desk-profile.h"
#include "hih-error-text.h"
#include "hih-footed.h"
#include "hih-group-sheet.h"
#include "hih-home-section.h"
#include "hih-person-chooser.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihDeskPerson
{
  AdwBin parent_instance;

  HihPage *page;       /* (owned): the sheet is the window's, not the page's */
  HihTrainee *trainee; /* (nullable) */
  GtkWidget *name;
  GtkWidget *known;    /* says that somebody of this name is here already */
  GtkWidget *keep;
  GtkWidget *family[HIH_FAMILY_MAX]; /* whom they call */
  GtkWidget *chips; /* a button a group */
  GtkWidget *group; /* the name of another group */
  GtkWidget *chooser;
};

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihDeskPerson, hih_desk_person, ADW_TYPE_BIN)

static char *
dup_stripped (GtkWidget *entry)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPerson) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihAct) act = hih_records_act_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *words = NULL;

  hih_error_log (error);
  if (!hih_page_check (self->page, NULL))
    return;
  if (act == NULL)
    {
      hih_page_show_sheet (self->page, hih_text_sheet_new (self->page, _("One moment"), hih_error_get_text (error)));
      return;
    }
  /* translators: a person's name */
  words = g_strdup_printf (self->trainee == NULL ? _("%s is here now.") : _("Changed: %s."),
                           gtk_editable_get_text (GTK_EDITABLE (self->name)));
  hih_page_close_sheet (self->page);
  g_signal_emit (self, signals[DONE], 0, act, words);
}

static gboolean
is_on (GtkWidget *chip)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "on"));
}

static void
set_on (GtkWidget *chip, gboolean on)
{
  g_object_set_data (G_OBJECT (chip), "on", GINT_TO_POINTER (on));
  hih_control_set_look (HIH_CONTROL (chip), on ? "on" : NULL);
  hih_control_set_icon (HIH_CONTROL (chip), on ? "check" : "plus");
  gtk_accessible_update_state (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_STATE_PRESSED,
                               on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
chip_cb (GtkWidget *chip, gpointer user_data)
{
  set_on (chip, !is_on (chip));
}

static void
add_chip (HihDeskPerson *self, const char *group, gboolean on)
{
  GtkWidget *chip;

  for (chip = gtk_widget_get_first_child (self->chips); chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      if (g_str_equal (hih_control_get_words (HIH_CONTROL (chip)), group))
        {
          set_on (chip, on);
          return;
        }
    }
  chip = hih_control_new ("plus", group, NULL);
  gtk_widget_set_name (chip, "person-group");
  set_on (chip, on);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_cb), self, 0);
  hih_tiles_append (HIH_TILES (self->chips), chip);
}

static void
another_cb (GtkWidget *widget, gpointer user_data)
{
  HihDeskPerson *self = user_data;
  g_autofree char *group = dup_stripped (self->group);

  if (*group == '\0')
    {
      gtk_widget_grab_focus (self->group);
      return;
    }
  add_chip (self, group, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->group), "");
}

static void
keep (HihDeskPerson *self)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (self->page));
  g_autofree char *name = dup_stripped (self->name);
  g_autofree char *another = dup_stripped (self->group);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) groups = NULL;
  const char *family[HIH_FAMILY_MAX + 1] = { NULL };

  for (GtkWidget *chip = gtk_widget_get_first_child (self->chips); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    {
      if (is_on (chip) && !g_str_equal (hih_control_get_words (HIH_CONTROL (chip)), another))
        g_strv_builder_add (builder, hih_control_get_words (HIH_CONTROL (chip)));
    }
  /* Typed and not yet added is meant all the same. */
  if (*another != '\0')
    g_strv_builder_add (builder, another);
  groups = g_strv_builder_end (builder);
  for (guint i = 0; i < HIH_FAMILY_MAX; i++)
    family[i] = gtk_editable_get_text (GTK_EDITABLE (self->family[i]));
  hih_records_keep_person_async (records, self->trainee != NULL ? &self->trainee->id : NULL, name,
                                 hih_person_chooser_get (HIH_PERSON_CHOOSER (self->chooser)),
                                 (const char *const *) groups, family, NULL, kept_cb, g_object_ref (self));
}

/* Whether it was said: then a second tap means another person of the same name. */
static void
show_known (HihDeskPerson *self, const char *name)
{
  /* translators: a name that somebody has who is here already */
  g_autofree char *words = name != NULL ? g_strdup_printf (_("%s is here already. Is this another person?"), name) : NULL;

  gtk_label_set_label (GTK_LABEL (self->known), words != NULL ? words : "");
  gtk_widget_set_visible (self->known, words != NULL);
  hih_control_set_words (HIH_CONTROL (self->keep), words == NULL           ? _("Keep")
                                                   : self->trainee == NULL ? _("Another person: add")
                                                                           : _("Another person: keep"));
}

static void
renamed_cb (GtkWidget *entry, gpointer user_data)
{
  show_known (user_data, NULL);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskPerson) self = user_data;
  g_autoptr (GPtrArray) people = hih_records_list_trainees_finish (HIH_RECORDS (source), result, NULL);
  g_autofree char *name = dup_stripped (self->name);

  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const HihTrainee *other = people->pdata[i];

      if (strcmp (other->name, name) == 0 && (self->trainee == NULL || !hih_id_equal (&other->id, &self->trainee->id)))
        {
          show_known (self, name);
          return;
        }
    }
  /* Where they cannot be listed, what comes next says why. */
  keep (self);
}

static void
keep_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPerson *self = user_data;
  g_autofree char *name = dup_stripped (self->name);

  if (*name == '\0')
    gtk_widget_grab_focus (self->name);
  else if ((self->trainee == NULL || strcmp (self->trainee->name, name) != 0) && !gtk_widget_get_visible (self->known))
    hih_records_list_trainees_async (hih_context_get_records (hih_page_get_context (self->page)), NULL, NULL, listed_cb,
                                     g_object_ref (self));
  else
    keep (self);
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (HIH_DESK_PERSON (user_data)->page);
}

static void
helps_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPerson *self = user_data;

  hih_desk_profile_open (self->page, self->trainee);
}

static void
consent_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPerson *self = user_data;

  hih_desk_consent_open (self->page, self->trainee);
}

static void
take_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPerson *self = user_data;

  hih_desk_take_along (self->page, self->trainee);
}

static void
erase_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskPerson *self = user_data;
  g_autoptr (GArray) people = g_array_new (FALSE, FALSE, sizeof (HihId));
  const char *names[] = { self->trainee->name, NULL };

  g_array_append_val (people, self->trainee->id);
  hih_desk_erase_open (self->page, people, names);
}

static void
hih_desk_person_dispose (GObject *object)
{
  HihDeskPerson *self = HIH_DESK_PERSON (object);

  g_clear_object (&self->page);
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  G_OBJECT_CLASS (hih_desk_person_parent_class)->dispose (object);
}

static void
hih_desk_person_class_init (HihDeskPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_person_dispose;
  signals[DONE] = g_signal_new ("done", HIH_TYPE_DESK_PERSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                HIH_TYPE_ACT, G_TYPE_STRING);
}

static void
hih_desk_person_init (HihDeskPerson *self)
{
}

/* Only groups that are not too many to look through; the others are typed. */
#define MAX_CHIPS 24

static GtkWidget *
new_groups (HihDeskPerson *self, GPtrArray *groups, const char *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *another = hih_control_new ("plus", _("Add the group"), NULL);

  self->chips = hih_tiles_new_line (8, FALSE);
  self->group = hih_name_field_new (_("Another group"), NULL);
  gtk_widget_set_name (self->group, "person-group-name");
  for (guint i = 0; self->trainee != NULL && self->trainee->groups[i] != NULL; i++)
    add_chip (self, self->trainee->groups[i], TRUE);
  if (group != NULL)
    add_chip (self, group, TRUE);
  for (guint i = 0; i < groups->len && i < MAX_CHIPS; i++)
    {
      const char *name = ((HihGroup *) g_ptr_array_index (groups, i))->name;

      if (g_strcmp0 (name, group) != 0 &&
          (self->trainee == NULL || !g_strv_contains (self->trainee->groups, name)))
        add_chip (self, name, FALSE);
    }
  g_signal_connect_object (self->group, "activate", G_CALLBACK (another_cb), self, 0);
  g_signal_connect_object (another, "clicked", G_CALLBACK (another_cb), self, 0);
  gtk_box_append (GTK_BOX (box), self->chips);
  gtk_box_append (GTK_BOX (box), hih_split_new (self->group, another, 12, 0));
  return box;
}

/* The names they know their family by: they stand on the card that they take home. */
static GtkWidget *
new_family (HihDeskPerson *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *tiles = hih_tiles_new_columns (140, HIH_FAMILY_MAX, 8);
  guint n = self->trainee != NULL ? g_strv_length ((char **) self->trainee->family) : 0;

  gtk_box_append (GTK_BOX (box), hih_words_new (_("Whom they call, such as daughter Xiaofang: this stands on "
                                                  "the card to take home."), "soft"));
  for (guint i = 0; i < HIH_FAMILY_MAX; i++)
    {
      /* translators: a field for a name of somebody's family; which one of three */
      g_autofree char *label = g_strdup_printf (_("Family, name %u"), i + 1);

      self->family[i] = hih_name_field_new (label, i < n ? self->trainee->family[i] : NULL);
      gtk_widget_set_name (self->family[i], "person-family");
      gtk_editable_set_width_chars (GTK_EDITABLE (self->family[i]), 8);
      /* No words within: in large words there is no room for them. */
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->family[i]), NULL);
      hih_tiles_append (HIH_TILES (tiles), self->family[i]);
    }
  gtk_box_append (GTK_BOX (box), tiles);
  return box;
}

/* What else there is to be done about a person who is known. */
static GtkWidget *
new_ways (HihDeskPerson *self)
{
  GtkWidget *ways = hih_tiles_new_columns (160, 4, 12);

  hih_home_add_button (ways, self, "smile", _("What helps"), "person-helps", G_CALLBACK (helps_cb));
  hih_home_add_button (ways, self, "shield-check", _("Consent"), "person-consent", G_CALLBACK (consent_cb));
  hih_home_add_button (ways, self, "folder", _("Take along"), "person-take", G_CALLBACK (take_cb));
  hih_home_add_button (ways, self, "trash", _("Erase"), "person-erase", G_CALLBACK (erase_cb));
  return ways;
}

static GtkWidget *
new_foot (HihDeskPerson *self)
{
  GtkWidget *foot = hih_tiles_new_columns (160, 2, 12);

  hih_home_add_button (foot, self, "back", _("Back"), "person-close", G_CALLBACK (close_cb));
  self->keep = hih_home_add_button (foot, self, "check", _("Keep"), "person-keep", G_CALLBACK (keep_cb));
  hih_control_set_look (HIH_CONTROL (self->keep), "primary");
  return foot;
}

/**
 * hih_desk_person_new:
 *
 * Returns: (transfer floating): for hih_page_show_sheet()
 */
GtkWidget *
hih_desk_person_new (HihPage *page, HihTrainee *trainee, GPtrArray *groups, const char *group)
{
  HihDeskPerson *self = g_object_new (HIH_TYPE_DESK_PERSON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->page = g_object_ref (page);
  self->trainee = trainee != NULL ? hih_trainee_ref (trainee) : NULL;
  self->name = hih_name_field_new (_("Name or nickname"), trainee != NULL ? trainee->name : NULL);
  self->chooser = hih_person_chooser_new (trainee != NULL ? trainee->picture : NULL,
                                          hih_context_get_records (hih_page_get_context (page)));
  gtk_widget_set_name (self->name, "person-name");
  g_signal_connect_object (self->name, "activate", G_CALLBACK (keep_cb), self, 0);
  g_signal_connect_object (self->name, "changed", G_CALLBACK (renamed_cb), self, 0);
  self->known = hih_words_new ("", "strong");
  gtk_widget_set_name (self->known, "person-known");
  gtk_widget_set_visible (self->known, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (trainee != NULL ? trainee->name : _("A new person"), "title"));
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), self->known);
  if (trainee != NULL)
    {
      g_autofree char *consent = g_strdup_printf (_("Consent: %s"), hih_consent_state_get_words (trainee->consent));

      gtk_box_append (GTK_BOX (box), hih_words_new (consent, "soft"));
      gtk_box_append (GTK_BOX (box), new_ways (self));
    }
  gtk_box_append (GTK_BOX (box), new_family (self));
  gtk_box_append (GTK_BOX (box), new_groups (self, groups, group));
  gtk_box_append (GTK_BOX (box), self->chooser);
  adw_bin_set_child (ADW_BIN (self), hih_footed_new_sheet (box, new_foot (self)));
  return GTK_WIDGET (self);
}
