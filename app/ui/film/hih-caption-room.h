/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where captions stand under a film: as high for each of them, and for none, as for the one that needs most. */
#pragma once

#include "hih-cues.h"
#include "hih-settings.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_CAPTION_ROOM (hih_caption_room_get_type ())
G_DECLARE_FINAL_TYPE (HihCaptionRoom, hih_caption_room, HIH, CAPTION_ROOM, GtkWidget)

/* @settings: say how captions look, and whether they are on; followed. */
GtkWidget *hih_caption_room_new (HihSettings *settings);
/* @cues: (nullable): all that will stand there. */
void hih_caption_room_set_cues (HihCaptionRoom *self, HihCues *cues);
/* What stands there now; "" for nothing. */
void hih_caption_room_set_words (HihCaptionRoom *self, const char *words);
const char *hih_caption_room_get_words (HihCaptionRoom *self);

G_END_DECLS
