/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the present screen, and while one slides to the next, the one before: moved by a progress, never by a timer. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_SLIDE_NONE,
  HIH_SLIDE_PUSH, /* the next one comes from the right */
  HIH_SLIDE_POP,  /* the present one goes to the right */
  HIH_SLIDE_UP,   /* the present one goes up: a phone is unlocked */
  HIH_SLIDE_RISE, /* the next one comes from below: somebody rings */
} HihSlide;

#define HIH_TYPE_PHONE_STAGE (hih_phone_stage_get_type ())
G_DECLARE_FINAL_TYPE (HihPhoneStage, hih_phone_stage, HIH, PHONE_STAGE, GtkWidget)

GtkWidget *hih_phone_stage_new (void);
GtkWidget *hih_phone_stage_get_screen (HihPhoneStage *self); /* (nullable) the one that stays */
void hih_phone_stage_show (HihPhoneStage *self, GtkWidget *screen, HihSlide slide);
void hih_phone_stage_show_dark (HihPhoneStage *self); /* no phone at all */
void hih_phone_stage_set_progress (HihPhoneStage *self, double progress); /* 0 … 1; at 1 the old screen is gone */
gboolean hih_phone_stage_is_sliding (HihPhoneStage *self);

G_END_DECLS
