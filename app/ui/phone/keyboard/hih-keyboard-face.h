/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a face of the keyboard is, and what the keyboard does for its faces. */
#pragma once

#include "hih-phone-keyboard.h"

#include "hih-ink.h"

G_BEGIN_DECLS

typedef struct
{
  const char *name; /* a value of system.keyboard */
  /* (transfer floating) */
  GtkWidget *(*create) (HihPhoneKeyboard *keyboard);
  /* (nullable): what `create` made stands as when @character (NULL: nothing) was written or spelt and waits in the strip. */
  void (*show_written) (GtkWidget *content, const char *character);
  /* (nullable): it stands as when @letters were typed and wait for a word to be chosen. */
  void (*show_spelt) (GtkWidget *content, const char *letters);
} HihKeyboardFace;

extern const HihKeyboardFace hih_keyboard_face_handwriting;
extern const HihKeyboardFace hih_keyboard_face_pinyin;
extern const HihKeyboardFace hih_keyboard_face_letters;
extern const HihKeyboardFace hih_keyboard_face_number;
extern const HihKeyboardFace hih_keyboard_face_voice;

HihElementContext *hih_phone_keyboard_get_context (HihPhoneKeyboard *self);
void hih_phone_keyboard_commit (HihPhoneKeyboard *self, const char *text); /* behind what stands there */
void hih_phone_keyboard_delete (HihPhoneKeyboard *self);                   /* the last character */
GtkWidget *hih_phone_keyboard_get_entry (HihPhoneKeyboard *self);          /* NULL: it writes nowhere now */
/* What is asked for and not written yet; NULL when nothing is, or something else stands there. */
char *hih_phone_keyboard_dup_wanted (HihPhoneKeyboard *self);
char *hih_phone_keyboard_dup_wanted_character (HihPhoneKeyboard *self);
/* The key that leads to another face, such as "system/pinyin"; an empty box when the line does not offer it. */
GtkWidget *hih_phone_keyboard_new_switch (HihPhoneKeyboard *self, const char *target);
GtkWidget *hih_phone_keyboard_new_delete (HihPhoneKeyboard *self);
/* For an input that nobody can read: a clear line, and keys for the characters themselves. */
GtkWidget *hih_phone_keyboard_new_list (HihPhoneKeyboard *self, const char *why);

/* The part of a face that has this name, for the hand that shows and for the ring. */
#define HIH_PART_PAD "keyboard-pad"
#define HIH_PART_STRIP "keyboard-strip"
#define HIH_PART_DELETE "keyboard-delete"
#define HIH_PART_HOLD "keyboard-hold"
#define HIH_PART_KEYS "keyboard-keys" /* all letters, all digits */
GtkWidget *hih_phone_keyboard_get_part (HihPhoneKeyboard *self, const char *name); /* NULL: this face has none */
void hih_phone_keyboard_keep (HihPhoneKeyboard *self, const char *name, GtkWidget *part);
/* For the hand that shows. FALSE: on this face nothing is spelt. */
gboolean hih_phone_keyboard_show_spelt (HihPhoneKeyboard *self, const char *letters);
/* To be called when something else is to be touched next, though nothing was written: a word came into the strip. */
void hih_phone_keyboard_tell_next (HihPhoneKeyboard *self);

G_END_DECLS
