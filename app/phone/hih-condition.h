/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "screen=chat/talk chat.peer=daughter call!=none": terms joined by spaces, all must hold. */
#pragma once

#include "hih-app-set.h"

G_BEGIN_DECLS

typedef struct _HihCondition HihCondition;

/* @app is the app that a bare key belongs to; NULL outside an app file. Returns NULL and sets error_text and mend
 * (both transfer full, English) when the text does not parse or names something unknown to @apps. */
HihCondition *hih_condition_parse (const char *text, const char *app, HihAppSet *apps, char **error_text, char **mend);
gboolean hih_condition_holds (const HihCondition *self, HihPhoneState *state);
/* Whether they never hold at once: call=ringing and call=talking. */
gboolean hih_condition_excludes (const HihCondition *self, const HihCondition *other);
const char *hih_condition_get_text (const HihCondition *self);
/* Calls for every "screen=" term, positive ones only. */
void hih_condition_foreach_screen (const HihCondition *self, void (*func) (const char *screen, gpointer data), gpointer data);
void hih_condition_free (HihCondition *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihCondition, hih_condition_free)

G_END_DECLS
