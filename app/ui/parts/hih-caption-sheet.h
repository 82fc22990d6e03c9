/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of captions: how large, which colours. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

GtkWidget *hih_caption_sheet_new (HihPage *page);

G_END_DECLS
