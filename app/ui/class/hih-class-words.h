/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of classes and of who helped: the one place where these become words. */
#pragma once

#include "hih-class-keeper.h"

G_BEGIN_DECLS

const char *hih_helper_get_words (HihHelper helper);      /* one of them: "staff" */
const char *hih_helper_get_many_words (HihHelper helper); /* who is counted: "Volunteers" */
const char *hih_real_phone_get_words (HihRealPhone tick); /* "alone" */
const char *hih_real_phone_get_icon (HihRealPhone tick);
char *hih_class_dup_elsewhere (const HihAttendance *at); /* (nullable) what was ticked before, with its day: "Nov 20: Alone" */
/* "12 of 18 are ready" (transfer full) */
char *hih_class_dup_hands (const HihClassSession *class);
/* How a class went, in plain sentences, a line each. (transfer full) */
char *hih_class_dup_summary (HihClassKeeper *keeper);
/* An hour of the day, such as 9:16; "" for 0. (transfer full) */
char *hih_class_dup_time (gint64 at_ms);

G_END_DECLS
