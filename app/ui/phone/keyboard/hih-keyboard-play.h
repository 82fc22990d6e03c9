/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How the hand writes a text, as a trainee will: stroke by stroke on the pad, letter by letter and then the word, digit by
 * digit. Everything that is shown at a moment follows from that moment alone. Nothing is told to the brain; the line only
 * looks as if it had been written.
 */
#pragma once

#include "hih-phone-keyboard.h"

G_BEGIN_DECLS

typedef struct _HihKeyboardPlay HihKeyboardPlay;

/* @line: what is written into. NULL when it has no keys of its own and no keyboard is open for @target on its screen, or
 * there is nothing to write. */
HihKeyboardPlay *hih_keyboard_play_new (GtkWidget *line, const char *target, const char *text);
void hih_keyboard_play_free (HihKeyboardPlay *self); /* the line says again what the brain says */
guint hih_keyboard_play_get_ms (HihKeyboardPlay *self);
/* @tip: where the finger is, in @relative_to's coordinates. Returns whether it touches. */
gboolean hih_keyboard_play_show (HihKeyboardPlay *self, gint64 ms, GtkWidget *relative_to, graphene_point_t *tip);
/* The key that was under the finger when it was shown last; NULL: none was. */
GtkWidget *hih_keyboard_play_get_pressed (HihKeyboardPlay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihKeyboardPlay, hih_keyboard_play_free)

G_END_DECLS
