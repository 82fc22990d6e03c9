/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Digits, as large as there is room. */
#include "config.h"

#include "hih-element-view.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-keyboard-strip.h"

static void
digit_clicked_cb (GtkWidget *key, HihPhoneKeyboard *keyboard)
{
  const char *digit = hih_keyboard_key_get_text (key);

  if (g_str_equal (digit, "back"))
    hih_phone_keyboard_delete (keyboard);
  else
    hih_phone_keyboard_commit (keyboard, digit);
}

static GtkWidget *
create (HihPhoneKeyboard *keyboard)
{
  static const char *const switches[] = { "system/handwriting", "system/pinyin", "system/speak", "system/keyboard-away" };
  const char *layout = hih_element_context_get_layout (hih_phone_keyboard_get_context (keyboard));
  GtkWidget *face = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *digits = hih_keyboard_digits_new (G_CALLBACK (digit_clicked_cb), G_OBJECT (keyboard));

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    gtk_box_append (GTK_BOX (column), hih_phone_keyboard_new_switch (keyboard, switches[i]));
  gtk_box_set_homogeneous (GTK_BOX (column), TRUE);
  gtk_widget_add_css_class (column, "kb-column");
  gtk_widget_add_css_class (face, "kb-middle");
  gtk_widget_set_hexpand (digits, TRUE);
  hih_phone_keyboard_keep (keyboard, HIH_PART_DELETE, hih_keyboard_key_find (digits, "back"));
  gtk_box_append (GTK_BOX (face), g_str_equal (layout, HIH_LAYOUT_B) ? column : digits);
  gtk_box_append (GTK_BOX (face), g_str_equal (layout, HIH_LAYOUT_B) ? digits : column);
  return face;
}

const HihKeyboardFace hih_keyboard_face_number = { "number", create };
