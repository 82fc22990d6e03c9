/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where somebody begins in a lesson: at the exact step, or the first stage not done. */
#pragma once

#include "hih-context.h"
#include "hih-progress.h"

G_BEGIN_DECLS

typedef enum
{
  HIH_ENTRY_GO_ON,   /* at the exact step, or the first stage not done */
  HIH_ENTRY_RECHECK, /* straight to Alone */
  HIH_ENTRY_TRY,     /* nothing is recorded */
} HihEntry;

typedef struct
{
  HihStage stage;
  guint round;
  guint done;               /* stages, 1 << HihStage */
  guint n_seen;             /* steps of its film */
  HihUnfinishedRun *resume; /* (nullable) */
} HihLessonStart;

void hih_lesson_start_free (HihLessonStart *start);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihLessonStart, hih_lesson_start_free)

/* @trainee: (nullable): a guest begins at the beginning. */
void hih_lesson_start_find_async (HihContext *context, const HihId *trainee, HihLesson *lesson, HihEntry entry,
                                  GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* (transfer full): NULL only when cancelled. What the records could not tell is as if nothing had been done. */
HihLessonStart *hih_lesson_start_find_finish (GAsyncResult *result);
/* The same once everything is known: pure. */
HihLessonStart *hih_lesson_start_new (HihLesson *lesson, HihEntry entry, const HihLessonProgress *progress,
                                      HihUnfinishedRun *unfinished, guint n_seen);
/* What this place says of it, else its own word: in-force, retired or drill; of a lesson without a status "". */
const char *hih_lesson_get_status_here (HihContext *context, HihLesson *lesson);
/* What this place says of a lesson whose service may have ended; NULL: nothing. (transfer none) */
const char *hih_lesson_status_get_text (HihContext *context, HihLesson *lesson);
/* Where and when what it tells of such a service held, for people to read; NULL: it tells of none. (transfer full) */
char *hih_lesson_dup_valid_words (HihLesson *lesson);

G_END_DECLS
