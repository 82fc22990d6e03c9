/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The phone's keyboard: one part with faces (handwriting, pinyin, letters, numbers, speaking), one of them at a time. It
 * writes into one line; the brain hears only what was committed there.
 */
#pragma once

#include "hih-element-context.h"

#include "hih-scene.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_PHONE_KEYBOARD (hih_phone_keyboard_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneKeyboard, hih_phone_keyboard, HIH, PHONE_KEYBOARD, GtkWidget)

GtkWidget *hih_phone_keyboard_new (HihElementContext *context);
/* @input: the node that is written into, NULL for none; @entry: its line. */
void hih_phone_keyboard_update (HihPhoneKeyboard *self, HihScene *scene, const HihSceneNode *input, GtkWidget *entry);
const char *hih_phone_keyboard_get_target (HihPhoneKeyboard *self); /* NULL: it writes nowhere now */
/* @root: (nullable). The keyboard below it that writes into @target now; NULL: none does. */
GtkWidget *hih_phone_keyboard_find (GtkWidget *root, const char *target);
/* What the finger must touch next: the pad, the right word, the key that takes away. NULL: it has no face. */
GtkWidget *hih_phone_keyboard_find_next (HihPhoneKeyboard *self);
/* For pictures: it stands as when the next character that is asked for was written or spelt, and words are offered for
 * it; FALSE: as when nothing was. Nothing is told to the brain. */
void hih_phone_keyboard_show_written (HihPhoneKeyboard *self, gboolean written);

G_END_DECLS
