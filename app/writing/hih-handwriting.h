/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Reads handwriting: strokes in, characters out, the likeliest first. Two models: the lessons' own, made by the build,
 * which bears trembling, joined and exchanged strokes; and the system's, which knows all characters.
 */
#pragma once

#include "hih-ink.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define HIH_HANDWRITING_TOP 5 /* among so many a wanted character counts as written */

#define HIH_TYPE_HANDWRITING (hih_handwriting_get_type ())
G_DECLARE_FINAL_TYPE (HihHandwriting, hih_handwriting, HIH, HANDWRITING, GObject)

HihHandwriting *hih_handwriting_new (void);
/* Files that are not there are no models; NULL: none. */
HihHandwriting *hih_handwriting_new_for_models (const char *lesson_model, const char *system_model);
gboolean hih_handwriting_is_ready (HihHandwriting *self);                          /* FALSE: it can read nothing */
gboolean hih_handwriting_knows (HihHandwriting *self, const char *character);      /* learnt from the lessons */
/* @wanted: (nullable): what an exercise asks for; it comes first when it is among the top five. */
GPtrArray *hih_handwriting_recognise (HihHandwriting *self, const HihInk *ink, guint n_most, const char *wanted);

G_END_DECLS
