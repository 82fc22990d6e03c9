/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line under a part that says what was done last, and takes it back. */
#pragma once

#include "hih-act.h"
#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_DESK_ACT (hih_desk_act_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskAct, hih_desk_act, HIH, DESK_ACT, AdwBin)

/* Signal undone (): it was taken back. */

/* Nothing is seen until something was done. */
GtkWidget *hih_desk_act_new (HihPage *page);
/* @words: what was done, such as "Changed: 张桂英". Without anybody in @act there is nothing to take back. */
void hih_desk_act_show (HihDeskAct *self, HihAct *act, const char *words);

G_END_DECLS
