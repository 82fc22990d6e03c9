/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table on pages of A4, for PDF and for printers alike. */
#pragma once

#include "hih-table.h"

#include <cairo.h>

G_BEGIN_DECLS

typedef struct _HihPages HihPages;

/* Lays the table out; @table must not change any more. Then the same thread may draw. */
HihPages *hih_pages_new (HihTable *table);
void hih_pages_free (HihPages *self);
guint hih_pages_get_n_pages (HihPages *self); /* at least 1 */
gboolean hih_pages_get_landscape (HihPages *self);
/* Onto a sheet of A4, in points from its corner. */
void hih_pages_draw (HihPages *self, cairo_t *cr, guint page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihPages, hih_pages_free)

/* One row of a certificate's table, on its own sheet of A4 across. */
void hih_certificate_draw (HihTable *table, guint row, cairo_t *cr);

G_END_DECLS
