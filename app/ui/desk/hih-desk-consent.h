/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet on which somebody says yes to records being kept of them, or takes it back: one tap each, and one to undo. */
#pragma once

#include "hih-consent.h"
#include "hih-page.h"

G_BEGIN_DECLS

/* Asks the records what @trainee said last, then stands as a sheet over @page. */
void hih_desk_consent_open (HihPage *page, HihTrainee *trainee);
/* The same sheet for many who were asked together. @people: (element-type HihId), copied. Signal done (HihAct *act, char
 * *words): it is written down and the sheet is closed. */
GtkWidget *hih_desk_consent_new_for_many (HihPage *page, GArray *people);
/* In a word or two: "not asked yet". (transfer none) */
const char *hih_consent_state_get_words (HihConsentState state);

G_END_DECLS
