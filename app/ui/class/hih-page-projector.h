/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson of a class, full screen for all to see. Behind the door. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_PROJECTOR (hih_page_projector_get_type ())
G_DECLARE_FINAL_TYPE (HihPageProjector, hih_page_projector, HIH, PAGE_PROJECTOR, HihPage)

/* @session: the class's id as text. NULL when it is none. */
HihPage *hih_page_projector_new (HihContext *context, const char *session);

G_END_DECLS
