/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A key to hold while one speaks. The level is the real microphone's; nobody listens and nothing is kept. What the lesson
 * asks for then stands there, and the words under the key say so.
 */
#include "config.h"

#include "hih-element-view.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-level-bars.h"
#include "hih-microphone.h"
#include "hih-phone-picture.h"

#include <glib/gi18n.h>

#define SHORTEST_MS 1200 /* a touch that is no hold listens so long by itself */

typedef struct
{
  HihPhoneKeyboard *keyboard; /* borrowed: it owns the widgets that own this */
  HihClock *clock;
  HihMicrophone *microphone;
  GtkWidget *key;
  GtkWidget *bars;
  GtkWidget *words;
  gint64 start_ms; /* -1: nobody speaks */
  gboolean missing; /* the microphone, this time */
  guint timeout;
} Voice;

static void
voice_free (gpointer data)
{
  Voice *self = data;

  hih_clock_clear_timeout (self->clock, &self->timeout);
  g_signal_handlers_disconnect_by_data (self->microphone, self);
  hih_microphone_stop (self->microphone);
  g_object_unref (self->microphone);
  g_object_unref (self->clock);
  g_free (self);
}

static void
level_cb (HihMicrophone *microphone, double level, Voice *self)
{
  hih_level_bars_push (HIH_LEVEL_BARS (self->bars), level);
}

static void
missing_cb (HihMicrophone *microphone, Voice *self)
{
  self->missing = TRUE;
  if (self->start_ms >= 0)
    hih_element_view_set_label (self->words, _("This computer has no microphone. Never mind, just say it."));
}

static void
heard (Voice *self)
{
  g_autofree char *wanted = hih_phone_keyboard_dup_wanted (self->keyboard);
  HihPhoneKeyboard *keyboard = self->keyboard;

  hih_microphone_stop (self->microphone);
  hih_level_bars_clear (HIH_LEVEL_BARS (self->bars));
  hih_element_view_set_class (self->key, "speaking", FALSE);
  self->start_ms = -1;
  if (wanted == NULL)
    {
      hih_element_view_set_label (self->words, _("There is nothing to say here just now. Please write instead."));
      return;
    }
  hih_element_view_set_label (self->words,
                              self->missing
                                  ? _("Held and let go: just right. Without a microphone the lesson’s words are written.")
                                  : _("Heard! In this practice it is always the lesson’s words that are written."));
  hih_phone_keyboard_commit (keyboard, wanted);
}

static void
heard_cb (gpointer data)
{
  Voice *self = data;

  self->timeout = 0;
  heard (self);
}

static void
begin (Voice *self)
{
  if (self->start_ms >= 0 || !hih_element_context_get_interactive (hih_phone_keyboard_get_context (self->keyboard)))
    return;
  self->start_ms = hih_clock_get_monotonic_ms (self->clock);
  hih_element_view_set_label (self->words, _("Speak now, then let go."));
  hih_element_view_set_class (self->key, "speaking", TRUE);
  self->missing = FALSE;
  hih_microphone_start (self->microphone);
}

/* The finger is down, or it lifted somewhere else. */
static void
flags_changed_cb (GtkWidget *key, GtkStateFlags before, Voice *self)
{
  gboolean down = (gtk_widget_get_state_flags (key) & GTK_STATE_FLAG_ACTIVE) != 0;
  gboolean was_down = (before & GTK_STATE_FLAG_ACTIVE) != 0;

  if (down && !was_down)
    begin (self);
}

/* It lifted on the key; or a key of the keyboard, or a screen reader, pressed it. */
static void
clicked_cb (GtkWidget *key, Voice *self)
{
  gint64 left_ms;

  begin (self);
  if (self->start_ms < 0 || self->timeout != 0)
    return;
  left_ms = SHORTEST_MS - (hih_clock_get_monotonic_ms (self->clock) - self->start_ms);
  if (left_ms > 0)
    self->timeout = hih_clock_add_timeout (self->clock, left_ms, heard_cb, self);
  else
    heard (self);
}

static GtkWidget *
create_hold_key (Voice *self)
{
  self->key = gtk_button_new ();
  gtk_widget_add_css_class (self->key, "hold-key");
  gtk_widget_set_focus_on_click (self->key, FALSE);
  gtk_widget_set_halign (self->key, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (self->key), hih_phone_picture_new_icon ("mic", 56));
  hih_element_view_set_name (self->key, _("Hold to speak"), NULL);
  g_signal_connect (self->key, "state-flags-changed", G_CALLBACK (flags_changed_cb), self);
  g_signal_connect (self->key, "clicked", G_CALLBACK (clicked_cb), self);
  hih_phone_keyboard_keep (self->keyboard, HIH_PART_HOLD, self->key);
  return self->key;
}

static GtkWidget *
create_middle (Voice *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->bars = hih_level_bars_new ();
  self->words = hih_element_view_new_label ("voice-words");
  hih_element_view_set_label (self->words, _("Hold the key, speak, let go."));
  gtk_label_set_justify (GTK_LABEL (self->words), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0.5f);
  gtk_widget_set_vexpand (self->bars, TRUE);
  gtk_box_append (GTK_BOX (middle), self->bars);
  gtk_box_append (GTK_BOX (middle), create_hold_key (self));
  gtk_box_append (GTK_BOX (middle), self->words);
  gtk_widget_set_hexpand (middle, TRUE);
  return middle;
}

static GtkWidget *
create (HihPhoneKeyboard *keyboard)
{
  HihElementContext *context = hih_phone_keyboard_get_context (keyboard);
  const char *layout = hih_element_context_get_layout (context);
  Voice *self = g_new0 (Voice, 1);
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *practice = hih_element_view_new_label ("voice-practice");
  GtkWidget *all[] = { hih_phone_keyboard_new_switch (keyboard, "system/handwriting"),
                       hih_phone_keyboard_new_switch (keyboard, "system/pinyin"), hih_phone_keyboard_new_delete (keyboard),
                       hih_phone_keyboard_new_switch (keyboard, "system/keyboard-away") };
  static const int orders[][4] = { { 0, 1, 2, 3 }, { 3, 2, 1, 0 }, { 2, 0, 1, 3 } };
  const int *order = orders[layout[0] - 'a'];

  self->keyboard = keyboard;
  self->clock = g_object_ref (hih_phone_get_clock (hih_element_context_get_phone (context)));
  self->microphone = hih_microphone_new ();
  self->start_ms = -1;
  g_signal_connect (self->microphone, "level", G_CALLBACK (level_cb), self);
  g_signal_connect (self->microphone, "missing", G_CALLBACK (missing_cb), self);
  g_object_set_data_full (G_OBJECT (face), "hih-voice", self, voice_free);
  hih_element_view_set_label (practice, _("Only practice: nobody hears you, and nothing is kept."));
  gtk_label_set_justify (GTK_LABEL (practice), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (practice), 0.5f);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_box_append (GTK_BOX (row), all[order[i]]);
  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_widget_add_css_class (row, "kb-switches");
  gtk_box_append (GTK_BOX (face), practice);
  gtk_box_append (GTK_BOX (face), create_middle (self));
  gtk_box_append (GTK_BOX (face), row);
  gtk_widget_add_css_class (face, "kb-middle");
  return face;
}

const HihKeyboardFace hih_keyboard_face_voice = { "voice", create };
