/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What several cards of the lesson share: the strip of words, the row of step numbers. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_NOTE_CALM, /* nothing can break; the first to go when room is short */
  HIH_NOTE_DONE, /* a step was done */
  HIH_NOTE_INFO, /* this is another thing; look at the bottom row */
  HIH_NOTE_LOOK, /* something is to be noticed: a trap */
  HIH_NOTE_STATUS, /* of the lesson, such as a drill; its first sentence where it is tight */
} HihNoteKind;

/* One strip of words with its icon. */
GtkWidget *hih_note_new (void);
void hih_note_set (GtkWidget *note, HihNoteKind kind, const char *text);
/* Its first sentence. */
char *hih_note_dup_short (const char *text);

#define HIH_MAX_DOTS 14

GtkWidget *hih_dot_new (guint i, int now);
/* Steps as round numbers: done, now, to come. */
GtkWidget *hih_dots_new (void);
void hih_dots_set (GtkWidget *dots, guint now, guint n);
char *hih_step_count_dup (guint number, guint n_steps); /* "Step 2 of 6" */
/* The count at the left, the dots at the right or below. */
GtkWidget *hih_head_row_new (GtkWidget *count, GtkWidget *dots);

G_END_DECLS
