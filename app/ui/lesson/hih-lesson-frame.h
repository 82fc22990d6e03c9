/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lesson page's places: wide, small and narrow. Nothing moves between stages. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  HIH_SLOT_TITLE,  /* over the film, wide only */
  HIH_SLOT_STAGES,
  HIH_SLOT_PHONE,  /* the whole height at the left */
  HIH_SLOT_FILM,
  HIH_SLOT_CARD,
  HIH_SLOT_PLAYER, /* the film's own buttons */
  HIH_SLOT_BOTTOM,
  HIH_SLOT_FOLD,   /* narrow only: unfolds the card over the phone, and folds it */
  HIH_N_SLOTS
} HihSlot;

typedef enum
{
  HIH_SHAPE_WIDE,
  HIH_SHAPE_SMALL,
  HIH_SHAPE_NARROW,
} HihShape;

#define HIH_TYPE_LESSON_FRAME (hih_lesson_frame_get_type ())
G_DECLARE_FINAL_TYPE (HihLessonFrame, hih_lesson_frame, HIH, LESSON_FRAME, GtkWidget)

/* Signal shaped (): shape or tightness changed; told when idle. */
GtkWidget *hih_lesson_frame_new (void);
void hih_lesson_frame_set_child (HihLessonFrame *self, HihSlot slot, GtkWidget *child);
/* The film has the left two thirds; otherwise the phone has its column. */
void hih_lesson_frame_set_film (HihLessonFrame *self, gboolean film);
/* For a left hand: phone and film at the right, all else at the left. */
void hih_lesson_frame_set_mirrored (HihLessonFrame *self, gboolean mirrored);
HihShape hih_lesson_frame_get_shape (HihLessonFrame *self);
/* Narrow, without a film: the card is folded to a strip over the phone, or unfolded in the phone's place. */
void hih_lesson_frame_set_unfolded (HihLessonFrame *self, gboolean unfolded, gboolean may_fold);
gboolean hih_lesson_frame_is_folded (HihLessonFrame *self);
/* So large that icons say more than the words that would have room. */
gboolean hih_lesson_frame_has_large_text (HihLessonFrame *self);
/* The film takes the place of the words of the buttons round it. */
gboolean hih_lesson_frame_is_large_film (HihLessonFrame *self);
/* Words are so large that icons must stand over them. */
gboolean hih_lesson_frame_is_tight (HihLessonFrame *self);

G_END_DECLS
