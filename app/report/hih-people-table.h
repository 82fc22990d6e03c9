/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people who learn here as a table. As CSV it can be brought in again and changes nothing: an id tells who is who,
 * and every group has a column of its own. */
#pragma once

#include "hih-privacy.h"
#include "hih-table.h"

G_BEGIN_DECLS

/* @trainees: (element-type HihTrainee). @format: what it will be written as. Pure; any thread.
 * Returns: (transfer full) */
HihTable *hih_people_table_new (GPtrArray *trainees, HihTableFormat format);

/* @overdue: (element-type HihOverdue). Pure; any thread. Returns: (transfer full) */
HihTable *hih_overdue_table_new (GPtrArray *overdue);

G_END_DECLS
