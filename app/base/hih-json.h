/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON is written by hand here: json-glib would need the whole of it as a tree, and changes the order of nothing. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends @text with its quotes. @text: (nullable): null. Any thread. */
void hih_json_append_string (GString *out, const char *text);

G_END_DECLS
