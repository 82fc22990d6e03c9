/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on Today about the safety of the records. */
#pragma once

#include "hih-desk-part.h"

G_BEGIN_DECLS

/* How old the newest backup is; a warning (@warns) when it is too old or could not be made. */
GtkWidget *hih_today_backup_card_new (HihDeskPart *part, gint64 backup_at_ms, gint64 now_ms, gboolean *warns);
/* (nullable): the records were found damaged, and nobody here has read that yet. */
GtkWidget *hih_today_damage_card_new (HihDeskPart *part);

G_END_DECLS
