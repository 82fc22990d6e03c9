/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Who is learning today?": a picture to tap. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_WHO (hih_page_who_get_type ())
G_DECLARE_FINAL_TYPE (HihPageWho, hih_page_who, HIH, PAGE_WHO, HihPage)

HihPage *hih_page_who_new (HihContext *context);

G_END_DECLS
