/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture on a step's card: a still of the step's film, which plays when asked. */
#pragma once

#include "hih-film-view.h"

G_BEGIN_DECLS

#define HIH_TYPE_CLIP (hih_clip_get_type ())
G_DECLARE_FINAL_TYPE (HihClip, hih_clip, HIH, CLIP, GtkWidget)

/* @film: a film made by the program: one part for the title, then one a step. @pictures_dir: its stills. */
GtkWidget *hih_clip_new (const char *film, const char *pictures_dir);
/* The still of a step. */
void hih_clip_show (HihClip *self, guint step, const char *step_id);
void hih_clip_play (HihClip *self);
void hih_clip_stop (HihClip *self);

G_END_DECLS
