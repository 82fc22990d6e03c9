/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report: a question to the records whose answer is a HihTable. One small class a kind, one line a kind in
 * hih-report-kinds.def. */
#pragma once

#include "hih-catalogue.h"
#include "hih-figures.h"
#include "hih-people.h"
#include "hih-progress.h"
#include "hih-table.h"

G_BEGIN_DECLS

/* Which lessons there are, in the order of the catalogue. */
typedef struct
{
  const char *id;
  const char *title;
} HihReportLesson;

typedef struct
{
  const char *group;              /* (nullable): only its members */
  gint64 from_ms;                 /* ms UTC, 0: from the beginning */
  gint64 to_ms;                   /* ms UTC, exclusive; 0: until now */
  gboolean names;                 /* else people are short pseudonyms */
  const HihReportLesson *lessons; /* (nullable): with @n_lessons; unknown ids are their own title */
  guint n_lessons;
  const char *lesson;             /* (nullable): only this one */
  HihId trainee;                  /* nil: everybody */
  const char *home;               /* (nullable): what this place is called, for the head of files */
  HihCatalogue *catalogue;        /* (nullable): for the words of steps */
  const char *language;           /* (nullable): of these words */
} HihReportOptions;

/* What the records can be asked; each kind says which of it it needs. */
typedef enum
{
  HIH_REPORT_NEEDS_TRAINEES = 1 << 0,
  HIH_REPORT_NEEDS_PROGRESS = 1 << 1,
  HIH_REPORT_NEEDS_RECHECKS = 1 << 2,
  HIH_REPORT_NEEDS_LEDGER = 1 << 3,
  HIH_REPORT_NEEDS_STEPS = 1 << 4,
  HIH_REPORT_NEEDS_CLASSES = 1 << 5,
  HIH_REPORT_NEEDS_ATTENDANCE = 1 << 6,
} HihReportNeeds;

/* The answers; NULL what was not asked. */
typedef struct
{
  GPtrArray *trainees;   /* (element-type HihTrainee) of the group, in an order that gives nobody away */
  GPtrArray *progress;   /* (element-type HihLessonProgress) of everybody */
  GPtrArray *rechecks;   /* (element-type HihRecheck) of everybody */
  GPtrArray *ledger;     /* (element-type HihLedgerLine) */
  GPtrArray *steps;      /* (element-type HihStepFigures) */
  GPtrArray *classes;    /* (element-type HihClassSession) */
  GPtrArray *attendance; /* (element-type HihAttended) */
} HihReportAnswers;

/* What else must be chosen before it can be asked. */
typedef enum
{
  HIH_REPORT_CHOICE_NONE,
  HIH_REPORT_CHOICE_PERSON, /* must be */
  HIH_REPORT_CHOICE_LESSON, /* may be */
} HihReportChoice;

#define HIH_TYPE_REPORT (hih_report_get_type ())
G_DECLARE_DERIVABLE_TYPE (HihReport, hih_report, HIH, REPORT, GObject)

struct _HihReportClass
{
  GObjectClass parent_class;

  const char *id;    /* frozen; as the command line says it */
  const char *title; /* to be translated */
  const char *about; /* one sentence, to be translated */
  const char *icon;
  HihReportNeeds needs;
  HihReportChoice choice;
  gboolean named;     /* there are people in it: names may be asked for */
  gboolean stated;    /* it can be said as xAPI statements */
  gboolean of_now;    /* it tells how things stand now: a period means nothing to it */
  /* Makes columns and rows of what was answered. On a thread of its own; must touch nothing else. */
  void (*fill) (HihReport *self, const HihReportOptions *options, const HihReportAnswers *answers, HihTable *table);
};

/* (transfer full) (nullable): a report of that kind; NULL with NO_DATA when there is none. */
HihReport *hih_report_new (const char *id, GError **error);
/* (transfer none): NULL-ended ids of all kinds. */
const char *const *hih_report_list_kinds (void);
/* Translated. */
const char *hih_report_get_title (HihReport *self);
const char *hih_report_get_about (HihReport *self);

/* @options is copied. Finish: (transfer full). */
void hih_report_load_async (HihReport *self, HihRecords *records, const HihReportOptions *options,
                            GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
HihTable *hih_report_load_finish (HihReport *self, GAsyncResult *result, GError **error);

/* Of everybody @person: how a report calls them without names: eight digits, the same in every report of this site. */
void hih_report_get_pseudonym (const HihId *person, char pseudonym[9]);

G_END_DECLS
