/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A place in a long list that is filled when it is about to be seen: what stands in the window is there with the frame
 * that shows the list, as far as a frame has time, and the others follow a few a frame. So the main thread is never held by all
 * of a list at once. What has not been seen yet is as high as the last one that was; whoever comes to it with the keyboard
 * finds it filled. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_LATER (hih_later_get_type ())
G_DECLARE_FINAL_TYPE (HihLater, hih_later, HIH, LATER, GtkWidget)

/* Makes the child (hih_later_set_child()), or changes the one there is. @item: as it was told to hih_later_new(). */
typedef void (*HihLaterFill) (HihLater *self, gpointer item, gpointer owner);

/* What the places of one list have in common; it outlives them. */
typedef struct
{
  HihLaterFill fill;
  gpointer owner;
  int height; /* px: of a place that was not filled yet; follows those that are */
} HihLaterKind;

/* @free_item: (nullable). (transfer floating). It waits to be filled until it is asked for. */
GtkWidget *hih_later_new (HihLaterKind *kind, gpointer item, GDestroyNotify free_item);
/* It is to be filled, or filled anew; until then nothing is drawn in it. */
void hih_later_ask (HihLater *self);
/* It is no longer to be filled. */
void hih_later_forget (HihLater *self);
/* Whether it is still to be filled. */
gboolean hih_later_waits (HihLater *self);
/* @child: (transfer floating), instead of the one before. */
void hih_later_set_child (HihLater *self, GtkWidget *child);
/* (nullable) (transfer none). */
GtkWidget *hih_later_get_child (HihLater *self);

G_END_DECLS
