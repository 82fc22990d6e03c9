/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A report leaves the program: into a file that a person chooses, or onto paper. */
#pragma once

#include "hih-page.h"
#include "hih-table.h"

G_BEGIN_DECLS

/* Asks where, writes with a bar when it takes long, then says where it lies. @page: the desk; it outlives the writing
 * or the writing is given up. */
void hih_report_save (HihPage *page, HihTable *table, HihTableFormat format);
/* Asks for a printer; what is printed is what the PDF shows. */
void hih_report_print (HihPage *page, HihTable *table);

G_END_DECLS
