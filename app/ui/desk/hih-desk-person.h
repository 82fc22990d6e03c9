/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of one person: name, groups, picture. What it changes is one act. */
#pragma once

#include "hih-act.h"
#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_PERSON (hih_desk_person_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskPerson, hih_desk_person, HIH, DESK_PERSON, AdwBin)

/* Signal done (HihAct *act, const char *words): it was kept, and what is to be said of it. */

/* @trainee: (nullable): NULL for somebody new. @groups: (element-type HihGroup): all there are. @group: (nullable):
 * where somebody new is to be. */
GtkWidget *hih_desk_person_new (HihPage *page, HihTrainee *trainee, GPtrArray *groups, const char *group);

G_END_DECLS
