/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first start: how large, with sound or without, and who. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_WELCOME (hih_page_welcome_get_type ())
G_DECLARE_FINAL_TYPE (HihPageWelcome, hih_page_welcome, HIH, PAGE_WELCOME, HihPage)

HihPage *hih_page_welcome_new (HihContext *context);

G_END_DECLS
