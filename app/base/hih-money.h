/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether words name a sum of money. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text: UTF-8, English or Chinese: "¥ 12.50", "twelve yuan", "CNY 12", "12块钱", "十二元". Any thread. */
gboolean hih_money_is_named (const char *text);

G_END_DECLS
