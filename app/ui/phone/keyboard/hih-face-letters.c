/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two faces with the same keys. Pinyin collects letters until a word is chosen; letters stand there at once. */
#include "config.h"

#include "hih-element-pad.h"
#include "hih-element-view.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-keyboard-strip.h"
#include "hih-name-sounds.h"
#include "hih-phone-pane.h"
#include "hih-pinyin.h"

#include <glib/gi18n.h>
#include <string.h>

#define CANDIDATES 24

/* Halves of a key. Ten keys a row are narrower than a finger (36 pixels, 62 high), as on every phone: nothing else that
 * one taps here is. A slip is taken back with one key, and pinyin shows what was meant before it is written. */
#define COLUMNS 20
#define BACK_COLUMN 16

static const struct
{
  const char *letters;
  int column;
} rows[] = { { "qwertyuiop", 0 }, { "asdfghjkl", 1 }, { "zxcvbnm", 2 } };

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

static void
add_row (Letters *self, GtkGrid *grid, guint row, const char *letters, int column)
{
  for (; *letters != '\0'; letters++, column += 2)
    gtk_grid_attach (grid, create_letter (self, *letters), column, (int) row, 2, 1);
}

/*
 * The keys stand where every phone has them, so that what the fingers learn here is found again there: three rows of
 * letters, delete at the end of the third, and below them the keys that lead elsewhere, whose order is the layout's.
 */
static GtkWidget *
create_keys (Letters *self, const char *layout, gboolean with_letters)
{
  static const char *const orders[] = { "0123", "3012", "2103" };
  HihPhoneKeyboard *keyboard = self->keyboard;
  gboolean is_pinyin = self->pinyin != NULL;
  const char *order = orders[g_str_equal (layout, HIH_LAYOUT_B) ? 1 : g_str_equal (layout, HIH_LAYOUT_C) ? 2 : 0];
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  GtkWidget *back = create_back (self);
  GtkWidget *more[] = { hih_phone_keyboard_new_switch (keyboard, "system/handwriting"),
                        hih_phone_keyboard_new_switch (keyboard, is_pinyin ? "system/speak" : "system/pinyin"),
                        create_space (self),
                        is_pinyin ? hih_phone_keyboard_new_switch (keyboard, "system/letters") : NULL };
  int n = (is_pinyin ? 4 : 3) + !with_letters, column = 0;

  gtk_widget_add_css_class (GTK_WIDGET (grid), "kb-letters");
  gtk_grid_set_column_homogeneous (grid, TRUE);
  if (with_letters)
    {
      for (guint row = 0; row < G_N_ELEMENTS (rows); row++)
        add_row (self, grid, row, rows[row].letters, rows[row].column);
      gtk_grid_attach (grid, back, BACK_COLUMN, G_N_ELEMENTS (rows) - 1, COLUMNS - BACK_COLUMN, 1);
    }
  else
    {
      gtk_grid_attach (grid, back, 0, G_N_ELEMENTS (rows), COLUMNS / n, 1);
      column = COLUMNS / n;
    }
  for (; *order != '\0'; order++)
    {
      if (more[*order - '0'] == NULL)
        continue;
      gtk_grid_attach (grid, more[*order - '0'], column, G_N_ELEMENTS (rows), COLUMNS / n, 1);
      column += COLUMNS / n;
    }
  return GTK_WIDGET (grid);
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

static void
show_spelt (GtkWidget *content, const char *letters)
{
  Letters *self = g_object_get_data (G_OBJECT (content), "hih-letters");

  if (hih_pinyin_is_ready (self->pinyin))
    show_waiting (self, letters);
}

static void
show_written (GtkWidget *content, const char *character)
{
  g_autoptr (HihNameSounds) sounds = hih_name_sounds_new (character != NULL ? character : "");

  show_spelt (content, sounds->letters);
}

const HihKeyboardFace hih_keyboard_face_pinyin = { "pinyin", create_pinyin, show_written, show_spelt };
const HihKeyboardFace hih_keyboard_face_letters = { "letters", create_plain };
