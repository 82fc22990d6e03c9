/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's keys for digits, three in a row: of a keypad on the screen and of the keyboard's face for numbers. */
#pragma once

#include "hih-element-view.h"

G_BEGIN_DECLS

#define HIH_ELEMENT_PAD_BACK "back" /* the key that takes the last digit away; "" is an empty place */

/* @key: a digit, or HIH_ELEMENT_PAD_BACK. */
typedef void (*HihElementPadFunc) (GtkWidget *target, const char *key);

/* @keys: %NULL-ended; @target: told of every key, for as long as it lives. */
GtkWidget *hih_element_pad_new (const char *const *keys, HihElementPadFunc func, GtkWidget *target);
GtkWidget *hih_element_pad_new_key (const char *key, HihElementPadFunc func, GtkWidget *target);
/* @text with one key more, or one digit less. (transfer full) */
char *hih_element_pad_dup_typed (const char *text, const char *key);

/* What a key writes, wherever it stands: letters have it too. */
void hih_element_pad_set_key_text (GtkWidget *key, const char *text);
const char *hih_element_pad_get_key_text (GtkWidget *key);                   /* NULL: it is no such key */
GtkWidget *hih_element_pad_find_key (GtkWidget *root, const char *text);     /* the visible key that writes @text, or NULL */

G_END_DECLS
