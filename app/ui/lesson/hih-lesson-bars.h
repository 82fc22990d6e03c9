/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two bars at the foot of the lesson page: what moves on, and the film's own buttons. */
#pragma once

#include "hih-settings.h"
#include "hih-watch.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_BOTTOM_BAR (hih_bottom_bar_get_type ())
G_DECLARE_FINAL_TYPE (HihBottomBar, hih_bottom_bar, HIH, BOTTOM_BAR, GtkWidget)

/* Signals back (), repeat (), help (), next (). */
GtkWidget *hih_bottom_bar_new (void);
/* @is_the_thing: filled. @why_not: (nullable): said in its place; it cannot be used. */
void hih_bottom_bar_set_next (HihBottomBar *self, gboolean is_the_thing, const char *why_not);
/* "Hear it again" in the place of "once again". */
void hih_bottom_bar_set_hear (HihBottomBar *self, gboolean hear);
/* Each button as wide as its words need; else all as wide as one another. */
void hih_bottom_bar_set_by_need (HihBottomBar *self, gboolean by_need);
void hih_bottom_bar_set_upright (HihBottomBar *self, gboolean upright);

#define HIH_TYPE_PLAYER_BAR (hih_player_bar_get_type ())
G_DECLARE_FINAL_TYPE (HihPlayerBar, hih_player_bar, HIH, PLAYER_BAR, GtkWidget)

/* Drives the watch by itself. */
GtkWidget *hih_player_bar_new (HihSettings *settings);
void hih_player_bar_set_watch (HihPlayerBar *self, HihWatch *watch); /* NULL: none */
void hih_player_bar_set_by_need (HihPlayerBar *self, gboolean by_need);
GtkWidget *hih_player_bar_get_pause (HihPlayerBar *self);            /* for the focus */

G_END_DECLS
