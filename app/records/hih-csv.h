/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text tables as Excel, WPS and LibreOffice write them: RFC 4180 with their habits. Pure; any thread. Private to
 * records. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The text in UTF-8. A BOM tells; else what is no valid UTF-8 is GB18030, as Chinese Excel writes CSV. NULL: no text. */
char *hih_csv_decode (const char *data, gsize length);
/* Reads one record from *@text on into @cells (element-type utf8) and moves *@text behind it; FALSE at an open quote. */
gboolean hih_csv_read (const char **text, char separator, GPtrArray *cells);
/* The separator that Excel's own first line "sep=;" tells, and the text behind that line; 0 when there is none. */
char hih_csv_skip_sep_line (const char **text);
/* Nothing but white space of any kind from cell @from on. */
gboolean hih_csv_is_empty (GPtrArray *cells, guint from);

G_END_DECLS
