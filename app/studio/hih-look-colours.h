/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How well a text stands out from the ground that it is painted on. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @ink: (nullable): NULL: as it is painted. FALSE: @box is not in @picture. */
gboolean hih_look_measure_contrast (cairo_surface_t *picture, const graphene_rect_t *box, const GdkRGBA *ink, double *contrast);

G_END_DECLS
