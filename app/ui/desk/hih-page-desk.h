/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The instructor's desk: people, lessons, this home. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_DESK (hih_page_desk_get_type ())
G_DECLARE_FINAL_TYPE (HihPageDesk, hih_page_desk, HIH, PAGE_DESK, HihPage)

HihPage *hih_page_desk_new (HihContext *context, const char *part);

G_END_DECLS
