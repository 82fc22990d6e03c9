/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How one screen gives way to the next: from which side it comes, and how far it is. Times are those of the phone's clock. */
#pragma once

#include "hih-phone-stage.h"
#include "hih-phone.h"
#include "hih-scene.h"

G_BEGIN_DECLS

typedef struct
{
  char *app;  /* (nullable): of the screen that is shown: tells how the next one comes */
  guint depth;
  gint64 start_ms;
} HihPhoneSlide;

/* Looks and apps of the screen that is shown (NULL: none) and of the next; @deeper: not nearer to the app's root. */
HihSlide hih_phone_slide_choose (const char *look, const char *app, const char *next_look, const char *next_app, gboolean deeper);
void hih_phone_slide_clear (HihPhoneSlide *self);
/* @screen takes the stage; @look: (nullable): of the screen that was there. @animated: FALSE: it stands there at once. */
void hih_phone_slide_begin (HihPhoneSlide *self, HihPhoneStage *stage, GtkWidget *screen, const char *look, HihScene *scene,
                            HihPhoneState *state, gboolean animated, gint64 now_ms);
/* Whether it still moves. */
gboolean hih_phone_slide_advance (HihPhoneSlide *self, HihPhoneStage *stage, gint64 now_ms);

G_END_DECLS
