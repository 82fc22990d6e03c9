/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One lesson: four stages in one page, everything in places that never move. */
#pragma once

#include "hih-lesson-start.h"
#include "hih-page.h"
#include "hih-practice.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_LESSON (hih_page_lesson_get_type ())
G_DECLARE_FINAL_TYPE (HihPageLesson, hih_page_lesson, HIH, PAGE_LESSON, HihPage)

/* NULL when there is no such lesson. @session: (nullable): only with TRY. */
HihPage *hih_page_lesson_new (HihContext *context, HihSession *session, const char *lesson, HihEntry entry);
HihStage hih_page_lesson_get_stage (HihPageLesson *self);
HihPractice *hih_page_lesson_get_practice (HihPageLesson *self); /* nullable: Watch */
HihPhoneView *hih_page_lesson_get_view (HihPageLesson *self);

G_END_DECLS
