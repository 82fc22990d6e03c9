/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from a spreadsheet: a CSV file with the columns 姓名/name, 图片/picture, 分组/group (and 分组2 …), and 编号/id when
 * it came from here. All or nobody, first looked at, and taken back in one. */
#pragma once

#include "hih-act.h"

G_BEGIN_DECLS

#define HIH_SHEET_MAX_ROWS 20000
#define HIH_SHEET_MAX_BYTES (16 * 1024 * 1024)

/* Why a row is not taken as it is. */
typedef enum
{
  HIH_ROW_PROBLEM_NONE,
  HIH_ROW_PROBLEM_NO_NAME,
  HIH_ROW_PROBLEM_LONG_NAME,
  HIH_ROW_PROBLEM_BAD_CHARACTER, /* a control character or broken text */
  HIH_ROW_PROBLEM_BAD_PICTURE,   /* not [a-z0-9-]{1,64} */
  HIH_ROW_PROBLEM_LONG_GROUP,
  HIH_ROW_PROBLEM_CELLS,         /* more cells than headings */
  HIH_ROW_PROBLEM_QUOTE,         /* a quotation mark that is never closed */
  HIH_ROW_PROBLEM_NUMBER,        /* a telephone or an ID number where a name should be */
  HIH_ROW_PROBLEM_TWICE,         /* the name stands in an earlier row too */
  HIH_ROW_PROBLEM_KNOWN,         /* a trainee of that name is there already */
} HihRowProblem;

#define HIH_N_ROW_PROBLEMS (HIH_ROW_PROBLEM_KNOWN + 1)

/* A read file; immutable. */
typedef struct _HihPeopleSheet HihPeopleSheet;

#define HIH_TYPE_PEOPLE_SHEET (hih_people_sheet_get_type ())
GType hih_people_sheet_get_type (void);
/* UTF-8 with or without BOM, UTF-16 with BOM, else GB18030; comma, semicolon or tab. Looks which pictures there
 * are; not on the main thread.
 * ERROR_SHEET: too large, no heading for names, not text. */
HihPeopleSheet *hih_people_sheet_parse (const char *data, gsize length, GError **error);
void hih_people_sheet_load_async (GFile *file, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data);
HihPeopleSheet *hih_people_sheet_load_finish (GAsyncResult *result, GError **error);
HihPeopleSheet *hih_people_sheet_ref (HihPeopleSheet *self);
void hih_people_sheet_unref (HihPeopleSheet *self);
guint hih_people_sheet_get_n_rows (HihPeopleSheet *self); /* good and bad, without the headings and empty rows */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihPeopleSheet, hih_people_sheet_unref)

/* What is to become of a row whose name stands earlier in the file or is here already. A row with an id that is known
 * here is that person and nothing is asked. */
typedef enum
{
  HIH_REPEAT_ASK,  /* it stops the import */
  HIH_REPEAT_SKIP,
  HIH_REPEAT_SAME, /* that person: gets the picture and the groups that are missing */
  HIH_REPEAT_NEW,  /* somebody else of the same name */
} HihRepeat;

/* FALSE leaves @repeat alone. Texts: ask, skip, same, new. */
gboolean hih_repeat_parse (const char *string, HihRepeat *repeat);

typedef struct
{
  HihRepeat repeats;      /* for all */
  GHashTable *by_row;     /* (nullable) (element-type guint HihRepeat): for some rows another; copied */
  gboolean leave_out_bad; /* else a bad row stops it */
  gboolean dry_run;       /* only say what would happen */
} HihImportOptions;

typedef enum
{
  HIH_ROW_NEW,
  HIH_ROW_CHANGED, /* somebody who is here gets a name, picture or group */
  HIH_ROW_SAME,    /* somebody who is here, and nothing is to change */
  HIH_ROW_SKIPPED, /* a repeat left out */
  HIH_ROW_ASK,     /* a repeat nobody has decided on */
  HIH_ROW_BAD,
} HihRowOutcome;

#define HIH_N_ROW_OUTCOMES (HIH_ROW_BAD + 1)

typedef struct
{
  guint row;             /* as a spreadsheet numbers it: the first line is row 1 */
  HihRowOutcome outcome;
  HihRowProblem problem; /* of a repeat also when it was decided on */
  char *value;           /* the name; of a bad row what stands there, shortened */
  gboolean no_picture;   /* a picture is named that is not there: as none */
  char *groups;          /* for eyes: one after another; "" for none */
} HihImportRow;

typedef struct
{
  gboolean done;              /* it is in (on a dry run: would be); FALSE: a row stopped it and nobody is */
  guint n[HIH_N_ROW_OUTCOMES];
  GPtrArray *rows;            /* (element-type HihImportRow), by row */
  HihAct *act;                /* for hih_records_undo_async() */
} HihImportResult;

#define HIH_TYPE_IMPORT_RESULT (hih_import_result_get_type ())
GType hih_import_result_get_type (void);
HihImportResult *hih_import_result_ref (HihImportResult *self);
void hih_import_result_unref (HihImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihImportResult, hih_import_result_unref)

/* What would happen where nobody is yet; needs no records. */
HihImportResult *hih_people_sheet_foresee (HihPeopleSheet *sheet, const HihImportOptions *options);
void hih_records_import_people_async (HihRecords *self, HihPeopleSheet *sheet, const HihImportOptions *options,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Bad rows are no error: look at `done`. */
HihImportResult *hih_records_import_people_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
