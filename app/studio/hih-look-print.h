/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decides how a still looks, as text. */
#pragma once

#include "hih-stills.h"

G_BEGIN_DECLS

/* (transfer full). Any thread. */
char *hih_look_dup_print (HihAppSet *apps, const HihStill *still, const char *layout, const char *language, gboolean painted);

G_END_DECLS
