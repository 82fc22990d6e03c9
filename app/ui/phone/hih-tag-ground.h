/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on the phone, as far as a tag or a ring beside it must know. Asked anew whenever the screen has changed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TAG_READ "read" /* whatever draws something that is read says so of its widget: it is kept clear like a name */
#define HIH_TAG_CLEARANCE 4.0f /* px between bubble and names */

/* The words that stand on @ground now, in @relative_to's coordinates: (element-type graphene_rect_t). */
GArray *hih_phone_tag_find_names (GtkWidget *ground, GtkWidget *relative_to);
/* Where the words of @label themselves stand, not the room they have. FALSE: it has none. */
gboolean hih_phone_tag_find_words (GtkLabel *label, GtkWidget *relative_to, graphene_rect_t *box);
/* And the pictures, large and small. */
void hih_phone_tag_find_things (GtkWidget *ground, GtkWidget *relative_to, GArray **names, GArray **pictures);
/* What passes over the screen, toast and message, as wide as they are: (element-type graphene_rect_t). */
GArray *hih_phone_tag_find_passing (GtkWidget *ground, GtkWidget *relative_to);
/* The faces of round buttons, and the signs on the others: (element-type graphene_rect_t). */
GArray *hih_phone_tag_find_discs (GtkWidget *ground, GtkWidget *relative_to);
/* What else can be touched, of what is seen: (element-type graphene_rect_t). @ring: round the target itself. */
GArray *hih_phone_tag_find_others (GtkWidget *ground, GtkWidget *relative_to, const graphene_rect_t *ring);

G_END_DECLS
