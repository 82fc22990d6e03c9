/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of the Alone stage: who, what, when it counts as done. Also what is said at the end of a stage. */
#pragma once

#include "hih-lesson.h"
#include "hih-note.h"

G_BEGIN_DECLS

#define HIH_TYPE_GOAL_CARD (hih_goal_card_get_type ())
G_DECLARE_FINAL_TYPE (HihGoalCard, hih_goal_card, HIH, GOAL_CARD, GtkWidget)

/* Signals again (), more (). */
GtkWidget *hih_goal_card_new (void);
void hih_goal_card_set (HihGoalCard *self, const char *tag_icon, const char *tag, const char *picture,
                        const char *title, const char *text);
/* What the lesson asks for at Alone. */
void hih_goal_card_set_goal (HihGoalCard *self, HihLesson *lesson, const char *language);
/* A second offer under the text; NULL: none. */
void hih_goal_card_set_more (HihGoalCard *self, const char *icon, const char *words);
/* Less room: a smaller picture, nearer together. @tight: large words: no picture. @bare: nothing but the goal itself. */
void hih_goal_card_set_small (HihGoalCard *self, gboolean small, gboolean tight, gboolean bare);
/* Folded, it is only the goal and what was just said. */
void hih_goal_card_set_folded (HihGoalCard *self, gboolean folded);
void hih_goal_card_set_note (HihGoalCard *self, HihNoteKind kind, const char *text);

G_END_DECLS
