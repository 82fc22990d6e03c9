/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a backup back: what will be missing, a copy of today first, then the swap. Behind the door. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PAGE_RESTORE (hih_page_restore_get_type ())
G_DECLARE_FINAL_TYPE (HihPageRestore, hih_page_restore, HIH, PAGE_RESTORE, HihPage)

/* @path: of the backup */
HihPage *hih_page_restore_new (HihContext *context, const char *path);

G_END_DECLS
