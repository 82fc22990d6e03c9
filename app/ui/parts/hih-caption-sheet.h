/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of captions: how large, which colours. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

/* @like: what the film stands in: its style classes say how large words are there. */
GtkWidget *hih_caption_sheet_new (HihPage *page, GtkWidget *like);

G_END_DECLS
