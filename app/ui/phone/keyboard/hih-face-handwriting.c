/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A square to write in. After each stroke the strip says what it may be; a touch there writes it. */
#include "config.h"

#include "hih-centre-lines.h"
#include "hih-element-view.h"
#include "hih-handwriting.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-keyboard-strip.h"
#include "hih-writing-pad.h"

#include <glib/gi18n.h>

#define CANDIDATES 12
/* Whoever wants one of the words above has touched it by then: old hands need two seconds to find it. */
#define MISSED_S 4

typedef struct
{
  HihPhoneKeyboard *keyboard; /* borrowed: it owns the widgets that own this */
  HihHandwriting *reader;
  HihCentreLines *lines;
  GtkWidget *pad;
  GtkWidget *strip;
  GPtrArray *found; /* (nullable) */
  guint missed_id;  /* nothing was chosen yet */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_clear_handle_id (&self->missed_id, g_source_remove);
  g_clear_object (&self->reader);
  g_clear_pointer (&self->lines, hih_centre_lines_free);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_free (self);
}

static void
show_found (Writing *self, GPtrArray *found)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = found;
  hih_keyboard_strip_set_words (HIH_KEYBOARD_STRIP (self->strip), found);
  hih_phone_keyboard_tell_next (self->keyboard);
}

static void
wipe (Writing *self)
{
  g_clear_handle_id (&self->missed_id, g_source_remove);
  hih_writing_pad_clear (HIH_WRITING_PAD (self->pad));
  show_found (self, NULL);
}

static gboolean
missed_cb (gpointer data)
{
  Writing *self = data;

  self->missed_id = 0;
  hih_writing_pad_tell_missed (HIH_WRITING_PAD (self->pad));
  return G_SOURCE_REMOVE;
}

/* Whether all strokes of @wanted are written, as far as anybody knows how many it has. */
static gboolean
is_complete (Writing *self, const HihInk *ink, const char *wanted)
{
  const HihInk *pattern = hih_centre_lines_find (self->lines, wanted);

  return pattern != NULL && hih_ink_get_n_strokes (ink) >= hih_ink_get_n_strokes (pattern);
}

/* A miss is nobody's fault: what one can do then is said quietly, on the pad. What is wanted and stands above is ringed. */
static void
watch_for_miss (Writing *self, const HihInk *ink, const char *wanted)
{
  gboolean there = wanted != NULL && g_ptr_array_find_with_equal_func (self->found, wanted, g_str_equal, NULL);

  g_clear_handle_id (&self->missed_id, g_source_remove);
  if (there)
    return;
  if (wanted != NULL && is_complete (self, ink, wanted))
    hih_writing_pad_tell_missed (HIH_WRITING_PAD (self->pad));
  else
    self->missed_id = g_timeout_add_seconds (MISSED_S, missed_cb, self);
}

static void
written_cb (HihWritingPad *pad, Writing *self)
{
  const HihInk *ink = hih_writing_pad_get_ink (pad);
  g_autofree char *wanted = hih_phone_keyboard_dup_wanted_character (self->keyboard);

  show_found (self, hih_handwriting_recognise (self->reader, ink, CANDIDATES, wanted));
  watch_for_miss (self, ink, wanted);
}

static void
chosen_cb (HihKeyboardStrip *strip, guint index, Writing *self)
{
  g_autofree char *text = g_strdup (g_ptr_array_index (self->found, index));
  HihPhoneKeyboard *keyboard = self->keyboard;

  /* What follows may take the keyboard away, and this with it. */
  wipe (self);
  hih_phone_keyboard_commit (keyboard, text);
}

static void
wipe_clicked_cb (GtkWidget *key, Writing *self)
{
  wipe (self);
}

static GtkWidget *
create_keys (HihPhoneKeyboard *keyboard, Writing *self, const char *layout)
{
  gboolean in_row = g_str_equal (layout, HIH_LAYOUT_C);
  GtkWidget *keys = gtk_box_new (in_row ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *wipe_key = hih_keyboard_key_new ("trash", _("Wipe"));
  GtkWidget *all[] = { hih_phone_keyboard_new_delete (keyboard), wipe_key,
                       hih_phone_keyboard_new_switch (keyboard, "system/pinyin"),
                       hih_phone_keyboard_new_switch (keyboard, "system/speak") };
  static const int orders[][4] = { { 0, 1, 2, 3 }, { 3, 2, 1, 0 }, { 2, 3, 1, 0 } };
  const int *order = orders[layout[0] - 'a'];

  hih_element_view_set_name (wipe_key, _("Wipe the square clean"), NULL);
  g_signal_connect (wipe_key, "clicked", G_CALLBACK (wipe_clicked_cb), self);
  gtk_widget_add_css_class (keys, "kb-column");
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    gtk_box_append (GTK_BOX (keys), all[order[i]]);
  gtk_box_set_homogeneous (GTK_BOX (keys), TRUE);
  return keys;
}

static GtkWidget *
create_pad (Writing *self)
{
  self->pad = hih_writing_pad_new ();
  gtk_widget_set_hexpand (self->pad, TRUE);
  gtk_widget_set_vexpand (self->pad, TRUE);
  g_signal_connect (self->pad, "written", G_CALLBACK (written_cb), self);
  hih_phone_keyboard_keep (self->keyboard, HIH_PART_PAD, self->pad);
  return self->pad;
}

static GtkWidget *
create (HihPhoneKeyboard *keyboard)
{
  const char *layout = hih_element_context_get_layout (hih_phone_keyboard_get_context (keyboard));
  Writing *self = g_new0 (Writing, 1);
  gboolean in_row = g_str_equal (layout, HIH_LAYOUT_C);
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *middle = gtk_box_new (in_row ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *pad, *keys;

  self->keyboard = keyboard;
  self->reader = hih_handwriting_new ();
  self->lines = hih_centre_lines_new ();
  g_object_set_data_full (G_OBJECT (face), "hih-writing", self, writing_free);
  self->strip = hih_keyboard_strip_new (hih_phone_keyboard_new_switch (keyboard, "system/keyboard-away"));
  g_signal_connect (self->strip, "chosen", G_CALLBACK (chosen_cb), self);
  hih_phone_keyboard_keep (keyboard, HIH_PART_STRIP, self->strip);
  if (hih_handwriting_is_ready (self->reader))
    pad = create_pad (self);
  else
    pad = hih_phone_keyboard_new_list (keyboard, _("Writing by hand is not set up on this computer. Please choose the characters:"));
  gtk_widget_set_hexpand (pad, TRUE);
  keys = create_keys (keyboard, self, layout);
  gtk_widget_add_css_class (middle, "kb-middle");
  gtk_box_append (GTK_BOX (middle), g_str_equal (layout, HIH_LAYOUT_B) ? keys : pad);
  gtk_box_append (GTK_BOX (middle), g_str_equal (layout, HIH_LAYOUT_B) ? pad : keys);
  gtk_box_append (GTK_BOX (face), self->strip);
  gtk_box_append (GTK_BOX (face), middle);
  return face;
}

static void
show_written (GtkWidget *content, const char *character)
{
  Writing *self = g_object_get_data (G_OBJECT (content), "hih-writing");
  const HihInk *ink = character != NULL ? hih_centre_lines_find (self->lines, character) : NULL;

  if (self->pad == NULL)
    return;
  wipe (self);
  if (ink == NULL)
    return;
  hih_writing_pad_show_ink (HIH_WRITING_PAD (self->pad), ink);
  written_cb (HIH_WRITING_PAD (self->pad), self);
}

const HihKeyboardFace hih_keyboard_face_handwriting = { "handwriting", create, show_written };
