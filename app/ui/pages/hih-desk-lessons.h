/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's list of lessons: try one without recording; say what holds here. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

GtkWidget *hih_desk_lessons_new (HihPage *page);

G_END_DECLS
