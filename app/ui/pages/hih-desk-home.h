/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's part about this place: colours, digits, backup, leaving. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

GtkWidget *hih_desk_home_new (HihPage *page);

G_END_DECLS
