/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Goes through the stages of one lesson: begins and stops their guides, fills the places, offers what comes next. */
#pragma once

#include "hih-idle-watch.h"
#include "hih-lesson-parts.h"
#include "hih-lesson-start.h"
#include "hih-practice.h"

G_BEGIN_DECLS

#define HIH_TYPE_LESSON_COURSE (hih_lesson_course_get_type ())
G_DECLARE_FINAL_TYPE (HihLessonCourse, hih_lesson_course, HIH, LESSON_COURSE, GObject)

/* Signals
 *   over ()             there is nothing more to do in this lesson today
 *   trouble (GError *)  a step could not be kept
 */
HihLessonCourse *hih_lesson_course_new (HihContext *context, HihSession *session, HihLesson *lesson, gboolean recorded,
                                        HihLessonParts *parts);
void hih_lesson_course_start (HihLessonCourse *self, const HihLessonStart *start);
void hih_lesson_course_stop (HihLessonCourse *self);

/* What the buttons do. */
void hih_lesson_course_choose (HihLessonCourse *self, HihStage stage);
gboolean hih_lesson_course_back (HihLessonCourse *self); /* FALSE: there was nothing before */
void hih_lesson_course_repeat (HihLessonCourse *self);
void hih_lesson_course_next (HihLessonCourse *self);
void hih_lesson_course_more (HihLessonCourse *self);   /* once more, differently */
gboolean hih_lesson_course_pause (HihLessonCourse *self); /* the film, if there is one: whether it was playing */
void hih_lesson_course_resume (HihLessonCourse *self);    /* the film, if it stands in the middle of a step */
void hih_lesson_course_toggle (HihLessonCourse *self); /* plays or pauses it */

gboolean hih_lesson_course_is_watching (HihLessonCourse *self);
gboolean hih_lesson_course_is_stage_over (HihLessonCourse *self);
HihPractice *hih_lesson_course_get_step_practice (HihLessonCourse *self); /* (nullable): inside a step only */
HihPractice *hih_lesson_course_get_practice (HihLessonCourse *self);      /* (nullable) */
HihStage hih_lesson_course_get_stage (HihLessonCourse *self);
gboolean hih_lesson_course_is_able (HihLessonCourse *self);
/* How long it may stand without a touch. */
HihStay hih_lesson_course_get_stay (HihLessonCourse *self);
HihSupport hih_lesson_course_get_support (HihLessonCourse *self); /* the most that the last run took */

G_END_DECLS
