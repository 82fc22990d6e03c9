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
} HihTableFormat;

gboolean hih_table_format_parse (const char *string, HihTableFormat *format);

HihTable *hih_table_new (void);
void hih_table_add_column (HihTable *self, const char *id, const char *heading);
/* Then as many cells as there are columns. */
void hih_table_begin_row (HihTable *self);
void hih_table_add_text (HihTable *self, const char *text);
/* @id for programs (JSON), @text for people. */
void hih_table_add_choice (HihTable *self, const char *id, const char *text);
void hih_table_add_number (HihTable *self, gint64 number);
/* @at_ms 0: an empty cell. A day of the local time zone, 2026-11-23. */
void hih_table_add_date (HihTable *self, gint64 at_ms);

guint hih_table_get_n_columns (HihTable *self);
guint hih_table_get_n_rows (HihTable *self);
const char *hih_table_get_heading (HihTable *self, guint column);
const char *hih_table_get_text (HihTable *self, guint row, guint column);

/* (transfer full): the whole file. Pure: any thread, once the table is filled. */
char *hih_table_write (HihTable *self, HihTableFormat format);

G_END_DECLS
