/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where what was done becomes how far one is. Private to records. */
#pragma once

#include "hih-progress.h"

G_BEGIN_DECLS

HihCompletion hih_completion_judge (gboolean touched, gboolean able_alone, HihStagesDone stages);

G_END_DECLS
