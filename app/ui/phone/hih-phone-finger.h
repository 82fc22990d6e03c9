/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One finger on the phone, or the mouse; there may be several, and each knows only the reach they share. */
#pragma once

#include "hih-element-context.h"
#include "hih-phone-screen.h"
#include "hih-phone-touch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What fingers can reach, and what they did last. */
typedef struct
{
  GtkWidget *host;            /* weak: everything lies in it */
  HihElementContext *context; /* (owned) (nullable) */
  HihPhoneScreen *screen;     /* weak */
  GtkWidget *side;            /* weak: the keys beside the phone */
  graphene_rect_t body;       /* of the phone, in the host's coordinates */
  graphene_rect_t area;       /* of its screen */
  guint guard_ms;             /* second taps within it are swallowed */
  const HihTouchTolerance *tolerance;
  gint64 last_tap_ms;         /* when the last finger that tapped was lifted; -1: none yet */
  guint n_taps;
} HihPhoneReach;

typedef struct
{
  HihPhoneReach *reach; /* borrowed */
  gboolean down;
  GtkWidget *pressed; /* weak: the button or element that is meant */
  GtkWidget *near;    /* weak: what was missed */
  GtkRange *range;    /* weak: a slider that follows the finger */
  GtkWidget *pad;     /* weak: a square that is written in */
  graphene_point_t start;
  double drift;
  gboolean scrolls;
  double scroll_value;
  gint64 down_ms;
  gint64 since_tap_ms;
  guint n_taps_before;
} HihPhoneFinger;

void hih_phone_finger_down (HihPhoneFinger *self, double x, double y, gint64 at_ms);
void hih_phone_finger_move (HihPhoneFinger *self, double dx, double dy);
void hih_phone_finger_up (HihPhoneFinger *self, double dx, double dy, gint64 at_ms);
void hih_phone_finger_lift (HihPhoneFinger *self);

G_END_DECLS
