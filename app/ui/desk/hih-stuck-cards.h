/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is stuck at which step, what they tap instead, and what can be done about it: a card each. */
#pragma once

#include "hih-board.h"
#include "hih-page.h"

G_BEGIN_DECLS

/* In words, such as "Step 4: Tap Chat". (transfer full). A step that is no longer in the lesson is only numbered. */
char *hih_stuck_dup_step_words (HihLesson *lesson, const HihStuck *stuck, const char *language);
/* "Often taps “Messages” instead"; NULL when nothing is known. (transfer full) */
char *hih_stuck_dup_taken_words (HihLesson *lesson, const HihStuck *stuck, const char *language);
/* "3 tries, each time with help" (transfer full) */
char *hih_stuck_dup_times_words (const HihStuck *stuck);
/* What stands on a screen, by "app/element"; NULL when it has no title. (transfer full) */
char *hih_element_dup_words (HihLesson *lesson, const char *target, const char *language);

/* Starts @lesson for @trainee, and prints its card. */
GtkWidget *hih_practise_button_new (HihPage *page, HihTrainee *trainee, HihLesson *lesson);
GtkWidget *hih_card_button_new (HihPage *page, HihTrainee *trainee, HihLesson *lesson);

/* A column of cards. @people: (element-type guint) whose, of the board; @lessons: (element-type guint) of which. */
GtkWidget *hih_stuck_cards_new (HihPage *page, HihBoard *board, GArray *people, GArray *lessons);

G_END_DECLS
