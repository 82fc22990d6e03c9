/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether all that is written in a file stands there in every language of the file. */
#pragma once

#include "hih-markup.h"

G_BEGIN_DECLS

void hih_check_languages (const HihNode *root, GPtrArray *issues);

G_END_DECLS
