/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "My lessons": go on, check again, the topics; and the lessons of one topic. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_LESSONS (hih_page_lessons_get_type ())
G_DECLARE_FINAL_TYPE (HihPageLessons, hih_page_lessons, HIH, PAGE_LESSONS, HihPage)

/* @topic: (nullable): the lessons of that topic instead of all topics. */
HihPage *hih_page_lessons_new (HihContext *context, HihSession *session, const char *topic);

G_END_DECLS
