/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a film: background, phone under a moving camera, title and offline cards. Drawn without a window. */
#pragma once

#include "hih-film-script.h"
#include "hih-phone-view.h"

G_BEGIN_DECLS

#define HIH_FILM_WIDTH 1280
#define HIH_FILM_HEIGHT 720

#define HIH_TYPE_FILM_STAGE (hih_film_stage_get_type ())
G_DECLARE_FINAL_TYPE (HihFilmStage, hih_film_stage, HIH, FILM_STAGE, GtkWidget)

/* Makes the stage in a window that is never shown; hih_film_stage_close() ends both. */
HihFilmStage *hih_film_stage_new (HihLesson *lesson, const char *language, HihPhone *phone);
void hih_film_stage_close (HihFilmStage *self);

HihPhoneView *hih_film_stage_get_view (HihFilmStage *self);
/* Which card is seen beside or over the phone. */
void hih_film_stage_set_segment (HihFilmStage *self, HihSegmentKind kind);
/* The camera glides so that @target stands well in the picture; NULL: the whole phone. */
void hih_film_stage_look_at (HihFilmStage *self, const char *target, gint64 now_ms);
/* Moves camera and phone to @now_ms. TRUE if the picture may have changed. */
gboolean hih_film_stage_advance (HihFilmStage *self, gint64 now_ms);
/* Draws onto @surface (HIH_FILM_WIDTH x HIH_FILM_HEIGHT, RGB24). */
void hih_film_stage_draw (HihFilmStage *self, cairo_surface_t *surface);

G_END_DECLS
