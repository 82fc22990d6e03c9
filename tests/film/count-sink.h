/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A sound device for tests. It waits for no clock, so how much it was given does not depend on how busy the computer
 * is; and it opens only when it is let, as a slow device does.
 */
#pragma once

#include <glib.h>

/* What it is called where a sink is named. Before anything is played: count_sink_register(). */
#define COUNT_SINK "hihcountsink"

void count_sink_register (void);
/* While shut, whoever opens the device waits. */
void count_sink_set_shut (gboolean shut);
/* What was played since the last start or seek, in ms of sound. */
gint64 count_sink_get_ms (void);
/* The loudest sample of that. */
int count_sink_get_loudest (void);
