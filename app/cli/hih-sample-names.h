/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names and pictures for made-up people. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): a name that is not in @taken, into which it is put; a taken one when there are hardly any more. */
char *hih_sample_name_make (GRand *rand, GHashTable *taken);
const char *hih_sample_picture_pick (GRand *rand);

G_END_DECLS
