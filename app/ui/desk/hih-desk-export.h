/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The completion report of everybody or of a group, into a file that a person chooses. */
#pragma once

#include "hih-page.h"

G_BEGIN_DECLS

void hih_desk_export (HihPage *page, const char *group); /* @group: (nullable) */

G_END_DECLS
