/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether words name what nobody gives away: a password, the code of a message, the number of a card; or want money, or to
 * see the screen. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All of them: @text: UTF-8, English or Chinese. Any thread. */
gboolean hih_secret_is_named (const char *text);
gboolean hih_secret_is_wanted (const char *text);
gboolean hih_secret_opens_purse (const char *text);
gboolean hih_money_is_wanted (const char *text);
gboolean hih_payment_is_named (const char *text);
gboolean hih_screen_is_wanted (const char *text);

G_END_DECLS
