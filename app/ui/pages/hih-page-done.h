/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one can now do, then and now, the way without a phone, and what next. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_DONE (hih_page_done_get_type ())
G_DECLARE_FINAL_TYPE (HihPageDone, hih_page_done, HIH, PAGE_DONE, HihPage)

/* @run: the run just ended. @able: by the one rule, now or before. @support: the most help it took. NULL when there is no such lesson. */
HihPage *hih_page_done_new (HihContext *context, HihSession *session, const char *lesson, const HihId *run,
                            gboolean able, HihSupport support);

G_END_DECLS
