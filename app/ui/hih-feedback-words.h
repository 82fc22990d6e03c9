/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where the coach's codes become calm words. */
#pragma once

#include "hih-note.h"
#include "hih-run.h"

G_BEGIN_DECLS

/* (transfer full), never NULL or empty. @language: of the lesson's own texts. */
char *hih_feedback_dup_words (const HihFeedback *feedback, const char *language);
HihNoteKind hih_feedback_get_note (HihFeedbackKind kind);
/* What is said when help climbs to @level within a step; @where: (nullable). */
char *hih_support_dup_words (HihSupport level, HihSight sight, const char *where);
/* What stands before the words of the tag beside the ring (hih_step_view_get_tag). */
const char *hih_tag_get_icon (const char *step_kind);

G_END_DECLS
