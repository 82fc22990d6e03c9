/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on Today about the safety of the records, and what is owed to the people in them. */
#pragma once

#include "hih-desk-part.h"

G_BEGIN_DECLS

/* How old the newest backup is; a warning (@warns) when it is too old or could not be made. */
GtkWidget *hih_today_backup_card_new (HihDeskPart *part, gint64 backup_at_ms, gint64 now_ms, gboolean *warns);
/* (nullable): the records were found damaged, and nobody here has read that yet. */
GtkWidget *hih_today_damage_card_new (HihDeskPart *part);
/* What else waits: who is to be asked for consent; nothing is seen while there is nothing. */
GtkWidget *hih_today_reminders_new (HihDeskPart *part, guint n_unasked);
/* @card: of that. How many people have been kept longer than this home said; what was said of it before stays. */
void hih_today_reminders_add_overdue (GtkWidget *card, HihDeskPart *part, guint n_overdue);

G_END_DECLS
