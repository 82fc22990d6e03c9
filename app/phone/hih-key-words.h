/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What else a screen can say: the keys whose words stand on it, with every value that something on the phone gives them. */
#pragma once

#include "hih-app-set.h"

G_BEGIN_DECLS

typedef struct _HihKeyWords HihKeyWords;

/* (transfer full): knows what the keys of @apps can be set to. Any thread. */
HihKeyWords *hih_key_words_new (HihAppSet *apps);
void hih_key_words_free (HihKeyWords *self);
/* Calls for @state with one key changed, for every value of every key that says something on what is seen in it. */
void hih_key_words_foreach (HihKeyWords *self, HihPhoneState *state, void (*func) (HihPhoneState *state, gpointer data),
                            gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihKeyWords, hih_key_words_free)

G_END_DECLS
