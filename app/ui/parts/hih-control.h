/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of every page: an icon and a word, with an accessible name. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_CONTROL (hih_control_get_type ())
G_DECLARE_FINAL_TYPE (HihControl, hih_control, HIH, CONTROL, GtkButton)

/* @icon: such as "speaker", the icon hih-speaker-symbolic. @classes: separated by spaces, such as "primary bar". */
GtkWidget *hih_control_new (const char *icon, const char *words, const char *classes);
void hih_control_set_icon (HihControl *self, const char *icon);
void hih_control_set_words (HihControl *self, const char *words);
const char *hih_control_get_words (HihControl *self);
void hih_control_set_icon_size (HihControl *self, int pixels);
/* The icon stands after the word (next). */
void hih_control_set_icon_after (HihControl *self, gboolean after);
/* The icon stands over the word (the player's buttons, narrow bars). */
void hih_control_set_upright (HihControl *self, gboolean upright);
/* Its word is only heard: for + and - at both sides of what they change. Trainee pages have words everywhere. */
void hih_control_set_bare (HihControl *self, gboolean bare);
gboolean hih_control_has_word (HihControl *self); /* that is seen */
/* Word at the start instead of the middle. */
void hih_control_set_at_start (HihControl *self, gboolean at_start);
/* @why_not: (nullable): why it cannot be used now, said in place of its word; NULL: it can be used. */
void hih_control_set_why_not (HihControl *self, const char *why_not);
/* Exactly one of a control's classes "primary", "outlined", "help" ...; NULL: the one it was made with. */
void hih_control_set_look (HihControl *self, const char *look);

G_END_DECLS
