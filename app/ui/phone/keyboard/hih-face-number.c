/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits, as large as there is room. */
#include "config.h"

#include "hih-element-pad.h"
#include "hih-keyboard-face.h"

static void
type (GtkWidget *keyboard, const char *key)
{
  if (g_str_equal (key, HIH_ELEMENT_PAD_BACK))
    hih_phone_keyboard_delete (HIH_PHONE_KEYBOARD (keyboard));
  else
    hih_phone_keyboard_commit (HIH_PHONE_KEYBOARD (keyboard), key);
}

static GtkWidget *
create (HihPhoneKeyboard *keyboard)
{
  static const char *const keys[] = { "1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", HIH_ELEMENT_PAD_BACK, NULL };
  static const char *const switches[] = { "system/handwriting", "system/pinyin", "system/speak", "system/keyboard-away" };
  const char *layout = hih_element_context_get_layout (hih_phone_keyboard_get_context (keyboard));
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *digits = hih_element_pad_new (keys, type, GTK_WIDGET (keyboard));

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    gtk_box_append (GTK_BOX (column), hih_phone_keyboard_new_switch (keyboard, switches[i]));
  gtk_box_set_homogeneous (GTK_BOX (column), TRUE);
  gtk_widget_add_css_class (column, "kb-column");
  gtk_widget_add_css_class (face, "kb-middle");
  gtk_widget_set_hexpand (digits, TRUE);
  hih_phone_keyboard_keep (keyboard, HIH_PART_KEYS, digits);
  hih_phone_keyboard_keep (keyboard, HIH_PART_DELETE, hih_element_pad_find_key (digits, HIH_ELEMENT_PAD_BACK));
  gtk_box_append (GTK_BOX (face), g_str_equal (layout, HIH_LAYOUT_B) ? column : digits);
  gtk_box_append (GTK_BOX (face), g_str_equal (layout, HIH_LAYOUT_B) ? digits : column);
  return face;
}

const HihKeyboardFace hih_keyboard_face_number = { "number", create };
