/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One kind of report on the desk: what it is to be about, its first rows, and the ways out of the program. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_REPORT (hih_desk_report_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskReport, hih_desk_report, HIH, DESK_REPORT, AdwBin)

/* Signal closed: back to all reports. @kind: of hih_report_list_kinds(). */
GtkWidget *hih_desk_report_new (HihPage *page, const char *kind);
/* Asks the records again. */
void hih_desk_report_reload (HihDeskReport *self);

G_END_DECLS
