/* SPDX-License-Identifier: GPL-3.0-or-later */
/* espeak-ng behind one function, or its absence. Private to voice/. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether the program was built with the synthesiser. */
gboolean hih_synthesis_is_built (void);
/* Mono S16 at HIH_NARRATOR_SAMPLE_RATE, appended to @samples (element-type gint16). Any thread, one at a time. */
gboolean hih_synthesis_speak (const char *text, const char *voice, int words_per_minute, GArray *samples,
                              GError **error);

G_END_DECLS
