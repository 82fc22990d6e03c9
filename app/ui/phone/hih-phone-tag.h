/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words beside a target ring: where they stand so that they cover no name on the phone, and how they are drawn. */
#pragma once

#include "hih-tag-ground.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_TAG_ABOVE,
  HIH_TAG_BELOW,
  HIH_TAG_LEFT,
  HIH_TAG_RIGHT,
  HIH_TAG_INSIDE, /* at the end of a wide row, pointing back at its words */
} HihTagSide;

/* From the one that says most to the one that needs least room. */
typedef enum
{
  HIH_TAG_FULL, /* icon and words */
  HIH_TAG_BARE, /* words */
  HIH_TAG_ICON, /* the instruction stands in words elsewhere too */
  HIH_TAG_ARROW, /* between things that stand tight */
  HIH_N_TAG_FORMS,
  HIH_TAG_NONE = HIH_N_TAG_FORMS, /* there is no room for it */
} HihTagForm;

typedef struct
{
  HihTagSide side;
  HihTagForm form;
  graphene_rect_t bubble;
  graphene_point_t tip; /* of its pointer, at the ring */
} HihTagPlace;

typedef struct
{
  const GArray *names; /* (element-type graphene_rect_t) are not covered */
  const GArray *discs; /* (element-type graphene_rect_t) faces and signs of buttons: neither, where a shorter tag covers
                          less; the target's own never */
  const GArray *others; /* (element-type graphene_rect_t) what else can be touched: none of it, wherever there is a free
                           place; a tag that lies on a button seems to mean it */
  const GArray *passing; /* (element-type graphene_rect_t) what is said for a moment: never covered, rather there is no tag */
} HihTagGround;

/* @ring: outer edge. @phone: its outline. @room: where it may stand at most. @sizes: of each form; no width: there is none. */
void hih_phone_tag_place (const graphene_rect_t *ring, const graphene_rect_t *phone, const graphene_rect_t *room,
                          const HihTagGround *ground, const graphene_size_t sizes[HIH_N_TAG_FORMS], HihTagPlace *place);
/* How much of the names it would cover, its pointer included. */
float hih_phone_tag_covers (const HihTagPlace *place, const GArray *names);
/* Finds the place and draws it there. @icon: (nullable). @place: (out). */
void hih_phone_tag_append (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *ring,
                           const graphene_rect_t *phone, GtkWidget *ground, const char *words, const char *icon,
                           HihTagPlace *place);

G_END_DECLS
