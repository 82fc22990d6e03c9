/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A phone three times side by side, once a layout, drawn without a window: to look at stills. */
#pragma once

#include "hih-offscreen.h"
#include "hih-phone-view.h"
#include "hih-stills.h"

G_BEGIN_DECLS

typedef struct _HihPhoneRow HihPhoneRow;

/* Needs a display. @width: of one phone with its frame, in pixels. Main thread. */
HihPhoneRow *hih_phone_row_new (HihAppSet *apps, int width, int height);
void hih_phone_row_free (HihPhoneRow *self);
/* How large the words on the phones are: 1 … HIH_PHONE_STYLE_SIZES; 0, as at first: as each still has it. */
void hih_phone_row_set_text_size (HihPhoneRow *self, guint size);
/* How the program round the phones looks: light, dark or high-contrast. Not set: as nothing but the phones says. */
void hih_phone_row_set_theme (HihPhoneRow *self, const char *theme);
/* @ms pass before the next still, on the phones' clock alone: a call gets longer, what waits does not happen. */
void hih_phone_row_pass (HihPhoneRow *self, gint64 ms);
/* Stands as at the moment of @still; @pointed: with the ring round the step's target, where the step begins. */
void hih_phone_row_show (HihPhoneRow *self, const HihStill *still, const char *language, gboolean pointed);
HihPhoneView *hih_phone_row_get_view (HihPhoneRow *self, guint layout); /* 0 … HIH_N_LAYOUTS - 1 */
GtkWidget *hih_phone_row_get_widget (HihPhoneRow *self);
/* (transfer full) (nullable) */
GskRenderNode *hih_phone_row_snapshot (HihPhoneRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihPhoneRow, hih_phone_row_free)

G_END_DECLS
