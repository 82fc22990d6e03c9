/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Before a class: which group, which lesson, who is here. Behind the door. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_CLASS_START (hih_page_class_start_get_type ())
G_DECLARE_FINAL_TYPE (HihPageClassStart, hih_page_class_start, HIH, PAGE_CLASS_START, HihPage)

HihPage *hih_page_class_start_new (HihContext *context);

G_END_DECLS
