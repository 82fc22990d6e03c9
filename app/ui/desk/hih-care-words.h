/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of family calls and offline services. */
#pragma once

#include "hih-care.h"

#include <glib.h>

G_BEGIN_DECLS

const char *hih_service_get_words (HihService service);
const char *hih_service_get_icon (HihService service);
const char *hih_day_part_get_words (HihDayPart part);
/* "Held. A volunteer helped." (transfer full) */
char *hih_call_dup_outcome (const HihFamilyCall *call);
/* A day from "2026-11-25": "Today", "Tomorrow", else its weekday and date. (transfer full) */
char *hih_day_dup_words (const char *day, gint64 now_ms);
/* "2026-11-25" of the day that is @n_days from now. (transfer full) */
char *hih_day_dup (gint64 now_ms, int n_days);

G_END_DECLS
