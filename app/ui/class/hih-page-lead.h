/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A class that goes on: who is here, whose hand is up, who can do it on the real phone. Behind the door. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_LEAD (hih_page_lead_get_type ())
G_DECLARE_FINAL_TYPE (HihPageLead, hih_page_lead, HIH, PAGE_LEAD, HihPage)

/* @session: the class's id as text. NULL when it is none. */
HihPage *hih_page_lead_new (HihContext *context, const char *session);

G_END_DECLS
