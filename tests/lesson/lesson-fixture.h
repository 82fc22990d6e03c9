/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of lessons share: the small lesson of data/, and a run of it that notes everything it tells. */
#pragma once

#include "hih-run.h"

G_BEGIN_DECLS

char *fixture_path (const char *name);          /* of tests/lesson/data */
char *fixture_lessons_path (const char *name);  /* of the real lessons/ */
/* (transfer full): @text with the first @from, which must be there, replaced by @to. */
char *fixture_replace (const char *text, const char *from, const char *to);
HihLesson *fixture_load (void);
void fixture_print_issues (GPtrArray *issues);

typedef struct
{
  HihLesson *lesson;
  HihClock *clock;
  HihPhone *phone;
  HihRun *run;
  GString *log;       /* one word an event, each after a space */
  gboolean auto_go;   /* goes on in step-ended itself, as fast as a page ever could */
  HihRunOutcome outcome;
  HihGesture *performed; /* the last gesture to be shown */
} Fixture;

Fixture *fixture_new (HihLesson *lesson, HihStage stage, gboolean with_traps, const HihRunProfile *profile);
void fixture_free (Fixture *self);
void fixture_gesture (Fixture *self, HihGestureKind kind, const char *target, const char *value);
void fixture_tap (Fixture *self, const char *target);
void fixture_wait (Fixture *self, gint64 ms);
/* Does what the performer does, until the present step has ended. */
void fixture_do (Fixture *self);
void fixture_do_until (Fixture *self, const char *step_id);
const HihStepOutcome *fixture_last (Fixture *self);
const char *fixture_step (Fixture *self);
/* Empties the log after comparing it. */
#define fixture_expect(self, words) \
  do \
    { \
      g_assert_cmpstr ((self)->log->str, ==, words); \
      g_string_set_size ((self)->log, 0); \
    } \
  while (0)

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

G_END_DECLS
