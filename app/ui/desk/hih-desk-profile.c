/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's sheet of what helps a person. The words name the help; a condition is never asked for nor kept. */
#include "config.h"

#include "hih-desk-profile.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-footed.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* Every preference that is one of two: what it is when switched on, and off. */
typedef struct
{
  HihPref pref;
  int on;
  int off;
  const char *name;
  const char *icon;
  const char *words; /* N_() */
  const char *why;   /* N_(): what it does, in one sentence */
} Switch;

static const Switch switches[] = {
  { HIH_PREF_VOICE, 1, 0, "helps-voice", "speaker", N_("Reads aloud"), N_("What is written is said as well.") },
  { HIH_PREF_VOICE_PACE_PERCENT, 75, 100, "helps-pace", "slow", N_("Speaks slowly"), N_("The voice takes its time.") },
  { HIH_PREF_TAP_GUARD_MS, 500, 300, "helps-guard", "hand", N_("Hands that tremble"),
    N_("A second touch right after the first does not count.") },
  { HIH_PREF_LARGER_TARGETS, 1, 0, "helps-targets", "fullscreen", N_("Larger targets"),
    N_("Buttons are larger, and close beside counts as well.") },
  { HIH_PREF_CALM_MOTION, 1, 0, "helps-calm", "pause", N_("Calm motion"),
    N_("Nothing slides, and the hand that shows moves slowly.") },
  { HIH_PREF_LEFT_HAND, 1, 0, "helps-left", "flip", N_("Left hand"),
    N_("The phone stands at the right, and a left hand shows.") },
  { HIH_PREF_ERRORLESS, 1, 0, "helps-errorless", "flag", N_("Step by step"),
    N_("At every step the place is shown from the beginning.") },
  { HIH_PREF_SOUTHERN_SOUNDS, 1, 0, "helps-sounds", "mic", N_("Southern sounds"),
    N_("In pinyin s also counts as sh, l as n, in as ing.") },
};

struct _HihDeskProfile
{
  AdwBin parent_instance;

  HihPage *page; /* (owned): the sheet is the window's, not the page's */
  HihTrainee *trainee;
  HihPrefs prefs;
};

enum
{
  TEXT_PERCENT, /* as of a page: the size chooser tells it */
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihDeskProfile, hih_desk_profile, ADW_TYPE_BIN)

static void
tell (HihPage *page, GError *error)
{
  hih_error_log (error);
  if (hih_page_check (page, NULL))
    hih_page_show_sheet (page, hih_text_sheet_new (page, _("One moment"), hih_error_get_text (error)));
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihPage) page = user_data;
  g_autoptr (GError) error = NULL;

  if (!hih_records_set_pref_finish (HIH_RECORDS (source), result, &error))
    tell (page, error);
}

static void
keep (HihDeskProfile *self, HihPref pref, int value)
{
  self->prefs.values[pref] = value;
  hih_records_set_pref_async (hih_context_get_records (hih_page_get_context (self->page)), &self->trainee->id, pref, value,
                              NULL, kept_cb, g_object_ref (self->page));
}

static gboolean
is_on (HihDeskProfile *self, const Switch *of)
{
  int value = self->prefs.values[of->pref];

  return of->on < of->off ? value <= of->on : value >= of->on;
}

static void
update_switch (HihDeskProfile *self, GtkWidget *button, const Switch *of)
{
  gboolean on = is_on (self, of);
  /* translators: something that helps, such as "Left hand" */
  g_autofree char *words = g_strdup_printf (on ? _("%s: on") : _("%s: off"), _(of->words));

  hih_control_set_words (HIH_CONTROL (button), words);
  hih_control_set_icon (HIH_CONTROL (button), on ? "check" : of->icon);
  hih_control_set_look (HIH_CONTROL (button), on ? "on" : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               on ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
switch_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskProfile *self = user_data;
  const Switch *of = g_object_get_data (G_OBJECT (button), "switch");

  keep (self, of->pref, is_on (self, of) ? of->off : of->on);
  update_switch (self, button, of);
}

static GtkWidget *
new_switch (HihDeskProfile *self, const Switch *of)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *button = hih_control_new (of->icon, "", NULL);

  hih_control_set_at_start (HIH_CONTROL (button), TRUE);
  gtk_widget_set_name (button, of->name);
  g_object_set_data (G_OBJECT (button), "switch", (gpointer) of);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _(of->why), -1);
  update_switch (self, button, of);
  g_signal_connect_object (button, "clicked", G_CALLBACK (switch_cb), self, 0);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), hih_words_new (_(of->why), NULL));
  return box;
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_close_sheet (HIH_DESK_PROFILE (user_data)->page);
}

static void
hih_desk_profile_text_percent (HihDeskProfile *self, int percent)
{
  keep (self, HIH_PREF_TEXT_SIZE_PERCENT, percent);
}

static void
hih_desk_profile_dispose (GObject *object)
{
  HihDeskProfile *self = HIH_DESK_PROFILE (object);

  g_clear_object (&self->page);
  g_clear_pointer (&self->trainee, hih_trainee_unref);
  G_OBJECT_CLASS (hih_desk_profile_parent_class)->dispose (object);
}

static void
hih_desk_profile_class_init (HihDeskProfileClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_profile_dispose;
  signals[TEXT_PERCENT] = g_signal_new_class_handler ("text-percent", HIH_TYPE_DESK_PROFILE, G_SIGNAL_RUN_LAST,
                                                      G_CALLBACK (hih_desk_profile_text_percent), NULL, NULL, NULL,
                                                      G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
hih_desk_profile_init (HihDeskProfile *self)
{
}

static void
build (HihDeskProfile *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *tiles = hih_tiles_new_columns (300, 2, 16);
  GtkWidget *close = hih_control_new ("check", _("Good"), "primary");
  /* translators: a person's name */
  g_autofree char *title = g_strdup_printf (_("What helps: %s"), self->trainee->name);

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    hih_tiles_append (HIH_TILES (tiles), new_switch (self, &switches[i]));
  gtk_widget_set_name (close, "helps-close");
  g_signal_connect_object (close, "clicked", G_CALLBACK (close_cb), self, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "desk");
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (title, "title"));
  gtk_box_append (GTK_BOX (box), hih_words_new (_("Every tap is kept at once; the same tap again takes it back."), NULL));
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("How large shall the words be?"), "section"));
  gtk_box_append (GTK_BOX (box),
                  hih_size_chooser_new (G_OBJECT (self), self->prefs.values[HIH_PREF_TEXT_SIZE_PERCENT]));
  gtk_box_append (GTK_BOX (box), tiles);
  adw_bin_set_child (ADW_BIN (self), hih_footed_new_sheet (box, close));
}

/* Where nothing was said of a person, what holds at this place is shown. */
static void
fill_in (HihPrefs *prefs, HihSettings *settings)
{
  if ((prefs->set & (1u << HIH_PREF_VOICE)) == 0)
    prefs->values[HIH_PREF_VOICE] = hih_settings_get_boolean (settings, HIH_SETTING_VOICE_ENABLED);
  if ((prefs->set & (1u << HIH_PREF_TEXT_SIZE_PERCENT)) == 0)
    prefs->values[HIH_PREF_TEXT_SIZE_PERCENT] = hih_settings_get_int (settings, HIH_SETTING_TEXT_PERCENT);
}

static void
prefs_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskProfile) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!hih_records_get_prefs_finish (HIH_RECORDS (source), result, &self->prefs, &error))
    {
      tell (self->page, error);
      return;
    }
  if (!hih_page_check (self->page, NULL))
    return;
  fill_in (&self->prefs, hih_context_get_settings (hih_page_get_context (self->page)));
  build (self);
  hih_page_show_sheet (self->page, GTK_WIDGET (self));
}

/**
 * hih_desk_profile_open:
 */
void
hih_desk_profile_open (HihPage *page, HihTrainee *trainee)
{
  HihDeskProfile *self = g_object_new (HIH_TYPE_DESK_PROFILE, NULL);

  self->page = g_object_ref (page);
  self->trainee = hih_trainee_ref (trainee);
  hih_records_get_prefs_async (hih_context_get_records (hih_page_get_context (page)), &trainee->id,
                               hih_page_get_cancellable (page), prefs_cb, g_object_ref_sink (self));
}
