/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where on a screen of the phone each of a scene's nodes stands: dealt out by kind and by the place it asks for. */
#pragma once

#include "hih-scene.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_SCREEN_BACKDROP, /* behind everything: a face */
  HIH_SCREEN_BAR,
  HIH_SCREEN_MARKS,    /* what is said of a page that can be moved, and stays in sight */
  HIH_SCREEN_BODY,
  HIH_SCREEN_ABOVE,    /* above the line one writes in */
  HIH_SCREEN_INPUT,    /* that line */
  HIH_SCREEN_FOOT,     /* beside that line, or alone */
  HIH_SCREEN_BOTTOM,   /* tabs, dock, handle */
  HIH_SCREEN_TOP,      /* a notice that has just come */
  HIH_N_SCREEN_PLACES
} HihScreenPlace;

/* @can_scroll: else marks stand in the body too. Fills @places (element-type HihSceneNode), borrowed from @nodes. */
void hih_screen_places_fill (GPtrArray *places[HIH_N_SCREEN_PLACES], GPtrArray *nodes, gboolean can_scroll);
void hih_screen_places_clear (GPtrArray *places[HIH_N_SCREEN_PLACES]);
gboolean hih_screen_places_have_kind (GPtrArray *nodes, const char *kind);
/* Whether they are buttons with pictures, every one. */
gboolean hih_screen_places_all_have_icons (GPtrArray *nodes);
/* (nullable): the line one writes in, wherever it stands */
const HihSceneNode *hih_screen_places_find_input (GPtrArray *nodes);

G_END_DECLS
