/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People from a spreadsheet: a CSV file with the columns 姓名/name, 图片/picture, 分组/group. All or nobody. */
#pragma once

#include "hih-people.h"

G_BEGIN_DECLS

#define HIH_SHEET_MAX_ROWS 20000
#define HIH_SHEET_MAX_BYTES (16 * 1024 * 1024)

/* Why a row is not taken. The texts of hih_row_problem_to_string() are frozen. */
typedef enum
{
  HIH_ROW_PROBLEM_NO_NAME,
  HIH_ROW_PROBLEM_LONG_NAME,
  HIH_ROW_PROBLEM_BAD_CHARACTER, /* a control character or broken text */
  HIH_ROW_PROBLEM_BAD_PICTURE,   /* not [a-z0-9-]{1,64} */
  HIH_ROW_PROBLEM_LONG_GROUP,
  HIH_ROW_PROBLEM_CELLS,         /* more cells than headings */
  HIH_ROW_PROBLEM_TWICE,         /* the name stands in an earlier row too */
  HIH_ROW_PROBLEM_KNOWN,         /* a trainee of that name is there already */
} HihRowProblem;

const char *hih_row_problem_to_string (HihRowProblem problem);

typedef struct
{
  guint row; /* as a spreadsheet numbers it: the headings are row 1 */
  HihRowProblem problem;
  char *value; /* what stands there, shortened */
} HihBadRow;

/* A read file; immutable. */
typedef struct _HihPeopleSheet HihPeopleSheet;

#define HIH_TYPE_PEOPLE_SHEET (hih_people_sheet_get_type ())
GType hih_people_sheet_get_type (void);
/* UTF-8 with or without BOM, UTF-16 with BOM, else GB18030; comma, semicolon or tab. Pure; any thread.
 * ERROR_SHEET: too large, no heading for names, an open quote, not text. */
HihPeopleSheet *hih_people_sheet_parse (const char *data, gsize length, GError **error);
HihPeopleSheet *hih_people_sheet_ref (HihPeopleSheet *self);
void hih_people_sheet_unref (HihPeopleSheet *self);
guint hih_people_sheet_get_n_rows (HihPeopleSheet *self); /* without the headings and empty rows */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihPeopleSheet, hih_people_sheet_unref)

typedef enum
{
  HIH_IMPORT_NONE = 0,
  HIH_IMPORT_SKIP_REPEATS = 1 << 0, /* leave out TWICE and KNOWN rows instead of refusing the file */
  HIH_IMPORT_TRY = 1 << 1,          /* only say what would happen */
} HihImportFlags;

typedef struct
{
  gboolean done;         /* everybody is in (with TRY: would be); FALSE when bad_rows stopped it and nobody is */
  guint n_added;
  guint n_skipped;       /* repeats left out */
  GPtrArray *bad_rows;   /* (element-type HihBadRow), by row: what stopped it */
  GPtrArray *repeats;    /* (element-type HihBadRow), by row: skipped, or could be with SKIP_REPEATS */
} HihImportResult;

#define HIH_TYPE_IMPORT_RESULT (hih_import_result_get_type ())
GType hih_import_result_get_type (void);
HihImportResult *hih_import_result_ref (HihImportResult *self);
void hih_import_result_unref (HihImportResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihImportResult, hih_import_result_unref)

void hih_records_import_people_async (HihRecords *self, HihPeopleSheet *sheet, HihImportFlags flags,
                                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
/* Bad rows are no error: look at `done`. */
HihImportResult *hih_records_import_people_finish (HihRecords *self, GAsyncResult *result, GError **error);

G_END_DECLS
