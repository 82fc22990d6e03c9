/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-desk-consent.h"

#include "hih-control.h"
#include "hih-desk-act.h"
#include "hih-footed.h"
#include "hih-group-sheet.h"
#include "hih-home-section.h"
#include "hih-notice.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define HIH_TYPE_DESK_CONSENT (hih_desk_consent_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskConsent, hih_desk_consent, HIH, DESK_CONSENT, AdwBin)

struct _HihDeskConsent
{
  AdwBin parent_instance;

  HihPage *page; /* (owned): the sheet is the window's, not the page's */
  HihTrainee *trainee;  /* (nullable): many are asked at once */
  GArray *people;       /* (nullable) (element-type HihId): those many */
  HihConsent *consent;  /* (nullable): of many */
  char *text;
  gboolean guardian; /* somebody else speaks */
  gboolean shown;
  GtkWidget *state;
  GtkWidget *speakers[2]; /* themselves, somebody else */
  GtkWidget *name;        /* of somebody else */
  GtkWidget *say;         /* gives, or takes back */
  GtkWidget *refuse;      /* the first answer is no */
  gboolean saying;        /* what is being written: yes */
  GtkWidget *undo;
};

enum
{
  DONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihDeskConsent, hih_desk_consent, ADW_TYPE_BIN)

const char *
hih_consent_state_get_words (HihConsentState state)
{
  const char *words[] = { [HIH_CONSENT_NONE] = _("not asked yet"), [HIH_CONSENT_WITHDRAWN] = _("withdrawn"),
                          [HIH_CONSENT_GIVEN] = _("given") };

  return words[state];
}

/* Its number: "notice-1" is the program's word. */
static const char *
get_version (const char *text_id)
{
  const char *dash = strrchr (text_id, '-');

  return dash != NULL ? dash + 1 : text_id;
}

static HihConsentState
get_state (HihDeskConsent *self)
{
  return self->consent != NULL ? self->consent->state : HIH_CONSENT_NONE;
}

static char *
dup_state_of_one (HihDeskConsent *self)
{
  const HihConsent *consent = self->consent;
  g_autoptr (GDateTime) at = consent->at_ms > 0 ? g_date_time_new_from_unix_local (consent->at_ms / 1000) : NULL;
  g_autofree char *day = at != NULL ? g_date_time_format (at, "%Y-%m-%d") : g_strdup (_("a day that is not known"));
  const char *who = consent->guardian != NULL ? consent->guardian : _("by themselves");

  if (consent->state == HIH_CONSENT_NONE)
    return g_strdup (_("Nobody asked yet. Read the text aloud together, then ask."));
  if (consent->state == HIH_CONSENT_GIVEN)
    /* translators: a day; who said it; the version of the text that was read out */
    return g_strdup_printf (_("Agreed on %s: %s (text %s)"), day, who, get_version (consent->text_id));
  /* translators: a day; who said it */
  return g_strdup_printf (_("Said no on %s: %s. What they practise, and when they come to a class, is not written down."),
                          day, who);
}

static char *
dup_state (HihDeskConsent *self)
{
  if (self->trainee != NULL)
    return dup_state_of_one (self);
  return g_strdup (_("Read the text aloud together, then ask. Written down for whoever was not asked yet; what somebody said "
                     "before stays."));
}

static void
update (HihDeskConsent *self)
{
  const char *icons[] = { "person", "people" };
  g_autofree char *state = dup_state (self);
  gboolean given = get_state (self) == HIH_CONSENT_GIVEN;
  gboolean first = get_state (self) == HIH_CONSENT_NONE;

  gtk_label_set_label (GTK_LABEL (self->state), state);
  for (guint i = 0; i < G_N_ELEMENTS (self->speakers); i++)
    {
      gboolean chosen = (i == 1) == self->guardian;

      hih_control_set_look (HIH_CONTROL (self->speakers[i]), chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (self->speakers[i]), chosen ? "check" : icons[i]);
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->speakers[i]), GTK_ACCESSIBLE_STATE_PRESSED,
                                   chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
  gtk_widget_set_visible (self->name, self->guardian);
  hih_control_set_words (HIH_CONTROL (self->say), given ? _("Take consent back") : _("Agreed"));
  hih_control_set_icon (HIH_CONTROL (self->say), given ? "x" : "check");
  hih_control_set_look (HIH_CONTROL (self->say), given || first ? "outlined" : "primary");
  /* No is as easy as yes: side by side, of one look. */
  gtk_widget_set_visible (self->refuse, first);
}

static void ask (HihDeskConsent *self);

static void
said_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskConsent) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihAct) act = hih_records_set_consent_finish (HIH_RECORDS (source), result, &error);

  if (act == NULL)
    {
      hih_home_tell (self->page, error);
      return;
    }
  /* What stood there is of before: it was the other one. */
  hih_desk_act_show (HIH_DESK_ACT (self->undo), act,
                     self->saying                                ? _("Agreed: written down.")
                     : self->consent->state == HIH_CONSENT_GIVEN ? _("Withdrawn.")
                                                                 : _("Not agreed: written down."));
  ask (self);
}

static void
said_many_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskConsent) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihAct) act = hih_records_act_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *words = NULL;
  guint n;

  if (act == NULL)
    {
      hih_home_tell (self->page, error);
      return;
    }
  n = hih_act_get_n_people (act);
  if (n == 0)
    words = g_strdup (_("All of them were asked before: it stays as they said."));
  else
    words = g_strdup_printf (self->saying ? ngettext ("Agreed: %u person.", "Agreed: %u people.", n)
                                          : ngettext ("Not agreed: %u person.", "Not agreed: %u people.", n), n);
  if (!hih_page_check (self->page, NULL))
    return;
  hih_page_close_sheet (self->page);
  g_signal_emit (self, signals[DONE], 0, act, words);
}

static void
say_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskConsent *self = user_data;
  HihRecords *records = hih_context_get_records (hih_page_get_context (self->page));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));

  if (self->guardian && *name == '\0')
    {
      gtk_widget_grab_focus (self->name);
      return;
    }
  self->saying = button == self->say && get_state (self) != HIH_CONSENT_GIVEN;
  if (self->people != NULL)
    {
      hih_records_set_consent_of_many_async (records, self->people, self->saying, HIH_NOTICE,
                                             self->guardian ? name : NULL, NULL, said_many_cb, g_object_ref (self));
      return;
    }
  hih_records_set_consent_async (records, &self->trainee->id, self->saying, HIH_NOTICE, self->guardian ? name : NULL,
                                 NULL, said_cb, g_object_ref (self));
}

static void
speaker_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskConsent *self = user_data;

  self->guardian = button == self->speakers[1];
  update (self);
  if (self->guardian)
    gtk_widget_grab_focus (self->name);
}

static void
read_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskConsent *self = user_data;

  hih_reader_read (hih_context_get_reader (hih_page_get_context (self->page)), self->text);
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskConsent *self = user_data;
  g_autoptr (HihPage) page = g_object_ref (self->page);

  hih_page_close_sheet (page);
  gtk_widget_activate_action (GTK_WIDGET (page), "desk.refresh", NULL);
}

static void
hih_desk_consent_dispose (GObject *object)
{
  HihDeskConsent *self = HIH_DESK_CONSENT (object);

  g_clear_object (&self->page);
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  g_clear_pointer (&self->people, g_array_unref);
  g_clear_pointer (&self->consent, hih_consent_unref);
  g_clear_pointer (&self->text, g_free);
  G_OBJECT_CLASS (hih_desk_consent_parent_class)->dispose (object);
}

static void
hih_desk_consent_class_init (HihDeskConsentClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_consent_dispose;
  signals[DONE] = g_signal_new ("done", HIH_TYPE_DESK_CONSENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                HIH_TYPE_ACT, G_TYPE_STRING);
}

static void
hih_desk_consent_init (HihDeskConsent *self)
{
}

static GtkWidget *
new_button (HihDeskConsent *self, GtkWidget *tiles, const char *icon, const char *words, const char *name,
            GCallback callback)
{
  return hih_home_add_button (tiles, self, icon, words, name, callback);
}

static char *
dup_title (HihDeskConsent *self)
{
  if (self->trainee != NULL)
    /* translators: a person's name */
    return g_strdup_printf (_("Consent: %s"), self->trainee->name);
  return g_strdup_printf (ngettext ("Consent: %u person", "Consent: %u people", self->people->len), self->people->len);
}

static void
build (HihDeskConsent *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *speakers = hih_tiles_new_line (8, FALSE);
  GtkWidget *buttons = hih_tiles_new_columns (160, 4, 12);
  g_autofree char *title = dup_title (self);
  g_auto (GStrv) paragraphs = g_strsplit (self->text, "\n", -1);
  GtkWidget *notice = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->state = hih_words_new ("", "strong");
  gtk_widget_set_name (self->state, "consent-state");
  self->speakers[0] = new_button (self, speakers, "person", _("They themselves"), "consent-self", G_CALLBACK (speaker_cb));
  self->speakers[1] = new_button (self, speakers, "people", _("A guardian for them"), "consent-guardian",
                                  G_CALLBACK (speaker_cb));
  self->name = hih_name_field_new (_("The guardian’s name"), self->consent != NULL ? self->consent->guardian : NULL);
  gtk_widget_set_name (self->name, "consent-name");
  new_button (self, buttons, "back", _("Back"), "consent-close", G_CALLBACK (close_cb));
  new_button (self, buttons, "speaker", _("Read it aloud"), "consent-read", G_CALLBACK (read_cb));
  self->say = new_button (self, buttons, "check", "", "consent-say", G_CALLBACK (say_cb));
  self->refuse = new_button (self, buttons, "x", _("Not agreed"), "consent-refuse", G_CALLBACK (say_cb));
  self->undo = hih_desk_act_new (self->page);
  g_signal_connect_object (self->undo, "undone", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_widget_add_css_class (notice, "desk-card");
  for (guint i = 0; paragraphs[i] != NULL; i++)
    gtk_box_append (GTK_BOX (notice), hih_words_new (paragraphs[i], "notice-text"));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (title, "title"));
  gtk_box_append (GTK_BOX (box), self->state);
  gtk_box_append (GTK_BOX (box), self->undo);
  /* Before the text, which is long: who speaks is in sight when the buttons below are pressed. */
  gtk_box_append (GTK_BOX (box), hih_words_new (_("Who speaks?"), "strong"));
  gtk_box_append (GTK_BOX (box), speakers);
  gtk_box_append (GTK_BOX (box), self->name);
  gtk_box_append (GTK_BOX (box), notice);
  adw_bin_set_child (ADW_BIN (self), hih_footed_new_sheet (box, buttons));
}

static void
consent_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskConsent) self = user_data;
  g_autoptr (GError) error = NULL;
  HihConsent *consent = hih_records_get_consent_finish (HIH_RECORDS (source), result, &error);

  if (consent == NULL)
    {
      hih_home_tell (self->page, error);
      return;
    }
  g_clear_pointer (&self->consent, hih_consent_unref);
  self->consent = consent;
  if (!self->shown)
    {
      self->shown = TRUE;
      self->guardian = consent->guardian != NULL;
      build (self);
      update (self);
      hih_page_show_sheet (self->page, GTK_WIDGET (self));
    }
  else
    update (self);
}

static void
ask (HihDeskConsent *self)
{
  if (self->page != NULL)
    hih_records_get_consent_async (hih_context_get_records (hih_page_get_context (self->page)), &self->trainee->id,
                                   hih_page_get_cancellable (self->page), consent_cb, g_object_ref (self));
}

/**
 * hih_desk_consent_open:
 */
void
hih_desk_consent_open (HihPage *page, HihTrainee *trainee)
{
  g_autoptr (HihDeskConsent) self = g_object_ref_sink (g_object_new (HIH_TYPE_DESK_CONSENT, NULL));

  self->page = g_object_ref (page);
  self->trainee = hih_trainee_ref (trainee);
  self->text = hih_notice_dup_text (hih_page_get_context (page), HIH_NOTICE);
  ask (self);
}

/**
 * hih_desk_consent_new_for_many:
 *
 * Returns: (transfer floating): for hih_page_show_sheet()
 */
GtkWidget *
hih_desk_consent_new_for_many (HihPage *page, GArray *people)
{
  HihDeskConsent *self = g_object_new (HIH_TYPE_DESK_CONSENT, NULL);

  self->page = g_object_ref (page);
  self->people = g_array_copy (people);
  self->text = hih_notice_dup_text (hih_page_get_context (page), HIH_NOTICE);
  build (self);
  update (self);
  return GTK_WIDGET (self);
}
