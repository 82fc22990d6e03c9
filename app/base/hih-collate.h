/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of names as people look for them: Chinese by its sound (pinyin), anything else as its language has it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As strcmp(). Any thread. */
int hih_collate (const char *a, const char *b);
/* A key for strcmp(), where many names are put in order more than once. (transfer full). Any thread. */
char *hih_collate_dup_key (const char *text);
/* Puts @names (element-type utf8) in order, asking each only once how it sounds. Any thread. */
void hih_collate_sort (GPtrArray *names);
/* The same as hih_collate() for one language ("zh_CN"), and with or without the system's own order: for tests. */
int hih_collate_in (const char *language, gboolean by_system, const char *a, const char *b);

G_END_DECLS
