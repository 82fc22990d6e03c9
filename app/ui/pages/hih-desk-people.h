/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's list of people: add, rename, picture, group, import. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_PEOPLE (hih_desk_people_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskPeople, hih_desk_people, HIH, DESK_PEOPLE, AdwBin)

GtkWidget *hih_desk_people_new (HihPage *page);
void hih_desk_people_reload (HihDeskPeople *self);

G_END_DECLS
