/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one table every report is: headings and cells, and the ways to write it. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HIH_REPORT_ERROR (hih_report_error_quark ())
GQuark hih_report_error_quark (void);

typedef enum
{
  HIH_REPORT_ERROR_NO_DATA, /* nothing to tell, or no such report */
  HIH_REPORT_ERROR_EXPORT,  /* it could not be written */
} HihReportError;

#define HIH_TYPE_TABLE (hih_table_get_type ())
G_DECLARE_FINAL_TYPE (HihTable, hih_table, HIH, TABLE, GObject)

typedef enum
{
  HIH_TABLE_FORMAT_TABLE, /* aligned text for a terminal */
  HIH_TABLE_FORMAT_CSV,   /* UTF-8 with BOM, CRLF; no cell is a formula */
  HIH_TABLE_FORMAT_JSON,  /* an array of objects; keys and choices are the frozen ids */
  HIH_TABLE_FORMAT_XLSX,  /* numbers as numbers, days as days, every text as text */
  HIH_TABLE_FORMAT_PDF,   /* A4 with places for signature and seal */
  HIH_TABLE_FORMAT_XAPI,  /* an array of xAPI 1.0.3 statements; only where hih_table_has_statements() */
} HihTableFormat;

/* How paper shows it. */
typedef enum
{
  HIH_TABLE_LOOK_LIST,        /* a table, page after page */
  HIH_TABLE_LOOK_CERTIFICATE, /* every row is a page of its own: columns name, lessons, day */
  HIH_TABLE_LOOK_CERTIFICATE_TO_SIGN, /* the same with a line to write the name on */
} HihTableLook;

gboolean hih_table_format_parse (const char *string, HihTableFormat *format);
/* (transfer none): frozen; also what a file's name ends in ("table" and "xapi": "txt" and "json"). */
const char *hih_table_format_to_string (HihTableFormat format);
const char *hih_table_format_get_suffix (HihTableFormat format);
/* Whether it is text that may stand in a terminal. */
gboolean hih_table_format_is_text (HihTableFormat format);

HihTable *hih_table_new (void);
/* What stands over it in files for people: its name, the home's, the days and the group. All (nullable), copied. */
void hih_table_set_head (HihTable *self, const char *title, const char *home, const char *period);
const char *hih_table_get_title (HihTable *self);  /* never NULL */
const char *hih_table_get_home (HihTable *self);   /* never NULL */
const char *hih_table_get_period (HihTable *self); /* never NULL */
/* A sentence under it, such as how a column is counted. */
void hih_table_add_note (HihTable *self, const char *note);
guint hih_table_get_n_notes (HihTable *self);
const char *hih_table_get_note (HihTable *self, guint index);
void hih_table_set_look (HihTable *self, HihTableLook look);
HihTableLook hih_table_get_look (HihTable *self);

void hih_table_add_column (HihTable *self, const char *id, const char *heading);
/* Then as many cells as there are columns. */
void hih_table_begin_row (HihTable *self);
/* The row begun last sums up the others. */
void hih_table_set_total (HihTable *self);
void hih_table_add_text (HihTable *self, const char *text);
/* @id for programs (JSON), @text for people. */
void hih_table_add_choice (HihTable *self, const char *id, const char *text);
void hih_table_add_number (HihTable *self, gint64 number);
/* Minutes, told as hours and minutes (9:15), so that what stands under each other adds up; JSON has hours: 9.25. */
void hih_table_add_hours (HihTable *self, gint64 minutes);
/* @at_ms 0: an empty cell. A day of the local time zone, 2026-11-23. */
void hih_table_add_date (HihTable *self, gint64 at_ms);
void hih_table_add_empty (HihTable *self);

/* What one row says as an xAPI statement. Strings are copied; @name only where names were asked for. */
typedef struct
{
  const char *actor;    /* a pseudonym */
  const char *name;     /* (nullable) */
  const char *verb;     /* of hih-table-xapi.c: attempted completed mastered */
  const char *lesson;
  const char *title;
  const char *language; /* of @title, such as zh_CN */
  gint64 at_ms;         /* 0: not known */
  int success;          /* 1, 0, or -1: not to be said */
} HihTableStatement;

void hih_table_add_statement (HihTable *self, const HihTableStatement *statement);
gboolean hih_table_has_statements (HihTable *self);

guint hih_table_get_n_columns (HihTable *self);
guint hih_table_get_n_rows (HihTable *self);
const char *hih_table_get_heading (HihTable *self, guint column);
const char *hih_table_get_text (HihTable *self, guint row, guint column);
/* -1: there is no column of that id. */
int hih_table_find_column (HihTable *self, const char *id);
gboolean hih_table_is_number (HihTable *self, guint row, guint column);
/* Whether a whole column is numbers: its heading stands over them, to the right. */
gboolean hih_table_is_number_column (HihTable *self, guint column);
gboolean hih_table_is_total (HihTable *self, guint row);

/* (transfer full) (nullable): the whole file, for formats that are text. Pure: any thread, once the table is filled. */
char *hih_table_write (HihTable *self, HihTableFormat format);

/* How far writing has come, 0 … 1. Called on the main context of the thread that asked. */
typedef void (*HihTableProgress) (double share, gpointer data);

/* Writes FILE on a thread: beside it first, then renamed into its place, so that there is never half a file. The table
 * must not change meanwhile. @progress may be NULL. HIH_REPORT_ERROR, or G_IO_ERROR_CANCELLED: nothing was changed. */
void hih_table_save_async (HihTable *self, HihTableFormat format, const char *path, HihTableProgress progress,
                           gpointer progress_data, GCancellable *cancellable, GAsyncReadyCallback callback,
                           gpointer user_data);
gboolean hih_table_save_finish (HihTable *self, GAsyncResult *result, GError **error);

G_END_DECLS
