/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's door: a PIN of four to eight digits, chosen the first time. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_DOOR (hih_page_door_get_type ())
G_DECLARE_FINAL_TYPE (HihPageDoor, hih_page_door, HIH, PAGE_DOOR, HihPage)

HihPage *hih_page_door_new (HihContext *context, gboolean changing);

G_END_DECLS
