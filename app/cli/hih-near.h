/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A word that was mistyped, and those it may have meant. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint hih_near_count_changes (const char *word, const char *other);
/* (transfer full): the nearest, with commas between them. */
char *hih_near_dup_list (const char *word, GPtrArray *known);

G_END_DECLS
