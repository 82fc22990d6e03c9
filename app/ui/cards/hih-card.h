/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards on paper (look/card.png): the take-home card of a lesson's steps, and the cards to be tapped on for signing in.
 * All on A4, in points; all read well in black and white. Main thread, and a display: GTK draws the pictures. */
#pragma once

#include "hih-home-card.h"
#include "hih-lesson.h"
#include "hih-people.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_CARD_WIDTH 595.28 /* of a sheet, in points */
#define HIH_CARD_HEIGHT 841.89

/* Whose card it is. */
typedef struct
{
  const char *name;             /* (nullable) */
  const char *picture;          /* (nullable) such as person-03 */
  const char *home;             /* (nullable) what this place is called */
  HihHomeCard *card;            /* (nullable) the way to its desk */
  const char *const *family;    /* (nullable) NULL-ended: whom they call, "daughter Xiaofang" */
} HihCardWho;

typedef struct _HihCardSteps HihCardSteps;

/* @who: copied. */
HihCardSteps *hih_card_steps_new (HihLesson *lesson, const char *language, const HihCardWho *who);
void hih_card_steps_free (HihCardSteps *self);
/* Draws one more picture of the phone, some ten milliseconds; FALSE when all are there. */
gboolean hih_card_steps_draw_next (HihCardSteps *self);
/* Of the picture drawn last: what is cut out of the phone, and what is to be touched there with its ring; FALSE: nothing is
 * touched in that step, or nothing is drawn yet. */
gboolean hih_card_steps_get_piece (HihCardSteps *self, graphene_rect_t *piece, graphene_rect_t *target);
/* The whole card onto a sheet of A4. */
void hih_card_steps_draw (HihCardSteps *self, cairo_t *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihCardSteps, hih_card_steps_free)

/* Eight on a sheet: picture and name. @people: (element-type HihTrainee). */
guint hih_card_login_get_n_pages (GPtrArray *people);
void hih_card_login_draw (GPtrArray *people, guint page, const char *home, cairo_t *cr);

/* A drawing of media/ in a square; people round. */
void hih_card_draw_picture (cairo_t *cr, const char *drawing, double x, double y, double size);
/* A control icon in one colour, 0 … 1 each. */
void hih_card_draw_icon (cairo_t *cr, const char *icon, double x, double y, double size, const GdkRGBA *colour);

G_END_DECLS
