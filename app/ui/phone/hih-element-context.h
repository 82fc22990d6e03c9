/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every element of one phone needs to know: the phone, the language, the moment, and whether fingers count. */
#pragma once

#include "hih-camera.h"
#include "hih-phone.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_ELEMENT_CONTEXT (hih_element_context_get_type ())
G_DECLARE_FINAL_TYPE (HihElementContext, hih_element_context, HIH, ELEMENT_CONTEXT, GObject)

HihElementContext *hih_element_context_new (HihPhone *phone, const char *language);

HihPhone *hih_element_context_get_phone (HihElementContext *self);
const char *hih_element_context_get_language (HihElementContext *self);
const char *hih_element_context_get_layout (HihElementContext *self);
const char *hih_element_context_pick_text (HihElementContext *self, HihText *text); /* "" for NULL */
gint64 hih_element_context_get_now_ms (HihElementContext *self);  /* monotonic */
gint64 hih_element_context_get_wall_ms (HihElementContext *self); /* what the phone's own clock shows */
const char *hih_element_context_get_state (HihElementContext *self, const char *key); /* "app.key"; nullable */

void hih_element_context_set_interactive (HihElementContext *self, gboolean interactive);
gboolean hih_element_context_get_interactive (HihElementContext *self);
/* (nullable): the computer's own camera, where this place allows it; never in films. */
HihCamera *hih_element_context_get_camera (HihElementContext *self);
void hih_element_context_set_camera (HihElementContext *self, HihCamera *camera);
/* A few calm words that pass over the screen: by the signal told (const char *). */
void hih_element_context_tell (HihElementContext *self, const char *words);
/* A finger comes, or a screen reader acts. While nothing may be touched that is told by the signal interrupted: whoever hears
 * it may let the phone be touched from then on, by that finger too. */
void hih_element_context_touch (HihElementContext *self);
/* Something else is to be touched next than a moment ago: by the signal next. */
void hih_element_context_tell_next (HihElementContext *self);
/* A finger writes, and nothing is committed yet; told to the phone unless fingers do not count now. */
void hih_element_context_report_writing (HihElementContext *self);
/* Passes a gesture to the phone, unless fingers do not count now. */
void hih_element_context_act (HihElementContext *self, HihGestureKind kind, const char *target, const char *value);
/* Ends the context's use of the phone: late signals of dying widgets do nothing. */
void hih_element_context_close (HihElementContext *self);

/* What a step asks to be written into @target: the keyboard puts it first when it was nearly written. Both NULL: nothing. */
void hih_element_context_set_wanted (HihElementContext *self, const char *target, const char *text);
const char *hih_element_context_get_wanted_target (HihElementContext *self); /* NULL: nothing */
const char *hih_element_context_get_wanted (HihElementContext *self, const char *target); /* NULL: nothing */
/* Whether pinyin takes southern sounds too. */
void hih_element_context_set_fuzzy (HihElementContext *self, gboolean fuzzy);
gboolean hih_element_context_get_fuzzy (HihElementContext *self);

/* Widgets that change with time; forgotten by themselves when they go. */
void hih_element_context_add_mover (HihElementContext *self, GtkWidget *widget);
/* Moves them all; the ms until the next change, -1 for never. */
gint64 hih_element_context_advance (HihElementContext *self);

G_END_DECLS
