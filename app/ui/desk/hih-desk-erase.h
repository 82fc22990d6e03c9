/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking one's records along, and having them erased: what goes, what stays, and which older files still hold a name. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

/* Asks where and writes everything about @trainee into one file. */
void hih_desk_take_along (HihPage *page, HihTrainee *trainee);

/* Tells what goes and what stays, asks twice, erases, tells what still holds a name. @names: (array zero-terminated=1):
 * of @people (element-type HihId), in their order. */
void hih_desk_erase_open (HihPage *page, GArray *people, const char *const *names);

G_END_DECLS
