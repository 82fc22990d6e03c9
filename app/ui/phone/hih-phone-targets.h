/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything on the phone that a finger could mean now, and how far away it is. */
#pragma once

#include "hih-element-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (element-type GtkWidget) borrowed; buttons, lines to write in, elements that answer; what is inside comes after. */
GPtrArray *hih_phone_targets_find (GtkWidget **roots, guint n_roots);
/* In phone pixels, from a point of @host. @body: the phone; under its bar at the bottom the frame belongs to the bar. */
double hih_phone_targets_distance (GtkWidget *target, GtkWidget *host, double x, double y, const graphene_rect_t *body,
                                   double scale);
/* The element round @from that answers @kind, else the only one in @root that does; NULL if there is none or many. */
GtkWidget *hih_phone_targets_find_answer (GtkWidget *root, GtkWidget *from, HihGestureKind kind);
/* What lies under a point that means nothing: an element that answers nothing, else "app/". (transfer full) */
char *hih_phone_targets_dup_ground (GtkWidget *host, const graphene_point_t *point, HihElementContext *context);

G_END_DECLS
