/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two faces with the same keys. Pinyin collects letters until a word is chosen; letters stand there at once. */
#include "config.h"

#include "hih-element-pad.h"
#include "hih-element-view.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-keyboard-strip.h"
#include "hih-phone-pane.h"
#include "hih-pinyin.h"

#include <glib/gi18n.h>
#include <string.h>

#define CANDIDATES 24

#define COLUMNS 6 /* of 60 pixels: what a thumb needs. A real phone's ten are too narrow for most. */

/* As in a dictionary; in the second layout as on a typewriter. */
static const char by_alphabet[] = "abcdefghijklmnopqrstuvwxyz";
static const char by_typewriter[] = "qwertyuiopasdfghjklzxcvbnm";

typedef struct
{
  HihPhoneKeyboard *keyboard; /* borrowed: it owns the widgets that own this */
  HihPinyin *pinyin;          /* (nullable): letters only */
  GtkWidget *strip;
  GtkWidget *waiting; /* label: the letters that wait */
} Letters;

static void
letters_free (gpointer data)
{
  Letters *self = data;

  g_clear_object (&self->pinyin);
  g_free (self);
}

static void
show_waiting (Letters *self, const char *keys)
{
  g_autoptr (GPtrArray) words = NULL;

  hih_pinyin_set_keys (self->pinyin, keys);
  words = hih_pinyin_list (self->pinyin, CANDIDATES);
  gtk_label_set_label (GTK_LABEL (self->waiting), hih_pinyin_get_keys (self->pinyin));
  hih_keyboard_strip_set_words (HIH_KEYBOARD_STRIP (self->strip), words);
  hih_phone_keyboard_tell_next (self->keyboard);
}

static void
letter_clicked_cb (GtkWidget *key, Letters *self)
{
  const char *letter = hih_element_pad_get_key_text (key);
  g_autofree char *keys = NULL;

  if (self->pinyin == NULL)
    {
      hih_phone_keyboard_commit (self->keyboard, letter);
      return;
    }
  keys = g_strconcat (hih_pinyin_get_keys (self->pinyin), letter, NULL);
  show_waiting (self, keys);
}

static void
choose (Letters *self, guint index)
{
  HihPhoneKeyboard *keyboard = self->keyboard;
  g_autofree char *word = hih_pinyin_commit (self->pinyin, index);
  g_autofree char *left = g_strdup (hih_pinyin_get_keys (self->pinyin));

  if (word == NULL)
    return;
  show_waiting (self, left);
  hih_phone_keyboard_commit (keyboard, word);
}

static void
chosen_cb (HihKeyboardStrip *strip, guint index, Letters *self)
{
  choose (self, index);
}

/* The letters that wait go first. */
static void
back_clicked_cb (GtkWidget *key, Letters *self)
{
  g_autofree char *keys = self->pinyin != NULL ? g_strdup (hih_pinyin_get_keys (self->pinyin)) : NULL;

  if (keys == NULL || *keys == '\0')
    {
      hih_phone_keyboard_delete (self->keyboard);
      return;
    }
  keys[strlen (keys) - 1] = '\0';
  show_waiting (self, keys);
}

static void
space_clicked_cb (GtkWidget *key, Letters *self)
{
  if (self->pinyin != NULL && *hih_pinyin_get_keys (self->pinyin) != '\0')
    choose (self, 0);
  else
    hih_phone_keyboard_commit (self->keyboard, " ");
}

static GtkWidget *
create_letter (Letters *self, char letter)
{
  const char text[] = { letter, '\0' };
  GtkWidget *key = hih_keyboard_key_new_for_text (text);

  gtk_widget_add_css_class (key, "letter-key");
  g_signal_connect (key, "clicked", G_CALLBACK (letter_clicked_cb), self);
  return key;
}

static GtkWidget *
create_back (Letters *self)
{
  GtkWidget *back = hih_keyboard_key_new_for_text ("back");

  g_signal_connect (back, "clicked", G_CALLBACK (back_clicked_cb), self);
  hih_phone_keyboard_keep (self->keyboard, HIH_PART_DELETE, back);
  return back;
}

static GtkWidget *
create_space (Letters *self)
{
  GtkWidget *space = hih_keyboard_key_new (NULL, _("Space"));

  gtk_widget_add_css_class (space, "with-icon");
  g_signal_connect (space, "clicked", G_CALLBACK (space_clicked_cb), self);
  return space;
}

/* Whatever letters there are, four more keys stand with them: before them in the third layout, else behind. */
static GtkWidget *
create_keys (Letters *self, const char *layout, gboolean with_letters)
{
  GtkWidget *tiles = hih_phone_pane_new (HIH_PANE_TILES, "kb-letters", 0);
  HihPhoneKeyboard *keyboard = self->keyboard;
  gboolean is_pinyin = self->pinyin != NULL;
  const char *letters = !with_letters ? "" : g_str_equal (layout, HIH_LAYOUT_B) ? by_typewriter : by_alphabet;
  GtkWidget *more[] = { create_back (self), hih_phone_keyboard_new_switch (keyboard, "system/handwriting"),
                        hih_phone_keyboard_new_switch (keyboard, is_pinyin ? "system/speak" : "system/pinyin"),
                        is_pinyin ? hih_phone_keyboard_new_switch (keyboard, "system/letters") : create_space (self) };
  gboolean first = g_str_equal (layout, HIH_LAYOUT_C);

  hih_phone_pane_set_columns (HIH_PHONE_PANE (tiles), with_letters ? COLUMNS : G_N_ELEMENTS (more));
  for (guint i = 0; first && i < G_N_ELEMENTS (more); i++)
    gtk_widget_set_parent (more[i], tiles);
  for (const char *letter = letters; *letter != '\0'; letter++)
    gtk_widget_set_parent (create_letter (self, *letter), tiles);
  for (guint i = 0; !first && i < G_N_ELEMENTS (more); i++)
    gtk_widget_set_parent (more[i], tiles);
  return tiles;
}

static GtkWidget *
create_waiting (Letters *self)
{
  self->waiting = gtk_label_new ("");
  gtk_widget_add_css_class (self->waiting, "kb-waiting");
  gtk_label_set_xalign (GTK_LABEL (self->waiting), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->waiting), PANGO_ELLIPSIZE_START);
  return self->waiting;
}

static GtkWidget *
create_letters (HihPhoneKeyboard *keyboard, HihPinyin *pinyin)
{
  const char *layout = hih_element_context_get_layout (hih_phone_keyboard_get_context (keyboard));
  Letters *self = g_new0 (Letters, 1);
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *keys = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gboolean ready = pinyin == NULL || hih_pinyin_is_ready (pinyin);

  self->keyboard = keyboard;
  self->pinyin = pinyin;
  g_object_set_data_full (G_OBJECT (face), "hih-letters", self, letters_free);
  self->strip = hih_keyboard_strip_new (hih_phone_keyboard_new_switch (keyboard, "system/keyboard-away"));
  g_signal_connect (self->strip, "chosen", G_CALLBACK (chosen_cb), self);
  hih_phone_keyboard_keep (keyboard, HIH_PART_STRIP, self->strip);
  if (pinyin != NULL)
    gtk_box_append (GTK_BOX (face), create_waiting (self));
  gtk_box_append (GTK_BOX (face), self->strip);
  if (pinyin != NULL && !ready)
    gtk_box_append (GTK_BOX (keys), hih_phone_keyboard_new_list (keyboard, _("Pinyin is not set up on this computer. Please choose the characters:")));
  gtk_box_append (GTK_BOX (keys), create_keys (self, layout, ready));
  gtk_box_append (GTK_BOX (face), keys);
  hih_phone_keyboard_keep (keyboard, HIH_PART_KEYS, keys);
  return face;
}

static GtkWidget *
create_pinyin (HihPhoneKeyboard *keyboard)
{
  return create_letters (keyboard, hih_pinyin_new (hih_element_context_get_fuzzy (hih_phone_keyboard_get_context (keyboard))));
}

static GtkWidget *
create_plain (HihPhoneKeyboard *keyboard)
{
  return create_letters (keyboard, NULL);
}

const HihKeyboardFace hih_keyboard_face_pinyin = { "pinyin", create_pinyin };
const HihKeyboardFace hih_keyboard_face_letters = { "letters", create_plain };
