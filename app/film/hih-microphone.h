/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How loud somebody speaks into the real microphone. Nothing is kept and nothing is sent: only the level is looked at. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_TYPE_MICROPHONE (hih_microphone_get_type ())
G_DECLARE_FINAL_TYPE (HihMicrophone, hih_microphone, HIH, MICROPHONE, GObject)

/* Signals: level (double 0 … 1), some 20 a second; missing: there is no microphone, or it does not answer. */

HihMicrophone *hih_microphone_new (void);
void hih_microphone_start (HihMicrophone *self);
void hih_microphone_stop (HihMicrophone *self);

G_END_DECLS
