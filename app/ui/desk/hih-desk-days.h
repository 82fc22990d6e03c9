/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet that asks for a first and a last day. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

/* ms UTC, the second exclusive, as reports want them. */
typedef void (*HihDaysFunc) (gint64 from_ms, gint64 to_ms, gpointer owner);

/* @from_ms, @to_ms: what stands there first; 0: today. @chosen is called when both are days, while @owner lives. */
void hih_desk_days_open (HihPage *page, gint64 from_ms, gint64 to_ms, HihDaysFunc chosen, GObject *owner);

G_END_DECLS
