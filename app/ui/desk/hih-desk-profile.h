/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What helps one person, as switches: never why it helps. Every change is kept at once; switching back undoes it. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_PROFILE (hih_desk_profile_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskProfile, hih_desk_profile, HIH, DESK_PROFILE, AdwBin)

/* Asks the records what @trainee has, then stands as a sheet over @page. */
void hih_desk_profile_open (HihPage *page, HihTrainee *trainee);

G_END_DECLS
