/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of the projector: a picture, and words beside it that are as large as there is room for. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_PROJECTED_PICTURE,
  HIH_PROJECTED_HEAD,    /* which step it is */
  HIH_PROJECTED_WORDS,   /* what is to be done: has what room the others leave, and its words shrink to it */
  HIH_PROJECTED_HANDS,
  HIH_PROJECTED_BUTTONS, /* always at the foot */
  HIH_N_PROJECTED
} HihProjected;

#define HIH_TYPE_PROJECTOR_FRAME (hih_projector_frame_get_type ())
G_DECLARE_FINAL_TYPE (HihProjectorFrame, hih_projector_frame, HIH, PROJECTOR_FRAME, GtkWidget)

/* Signal sized (int width, int height): the frame has another size; told when idle. */
GtkWidget *hih_projector_frame_new (void);
/* @child: taken; in the order of HihProjected. */
void hih_projector_frame_put (HihProjectorFrame *self, HihProjected place, GtkWidget *child);
/* Whether the picture is a film, which is wide, or a phone. */
void hih_projector_frame_set_film (HihProjectorFrame *self, gboolean film);

G_END_DECLS
