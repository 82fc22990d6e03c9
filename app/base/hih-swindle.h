/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether words are those of swindlers, wherever they stand. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text: UTF-8, English or Chinese. Any thread. */
gboolean hih_swindle_is_said (const char *text);

G_END_DECLS
