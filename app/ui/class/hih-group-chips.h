/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The groups to choose from, a chip each. However many there are, they take little more than two lines: the rest is
 * scrolled to. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HIH_TYPE_GROUP_CHIPS (hih_group_chips_get_type ())
G_DECLARE_FINAL_TYPE (HihGroupChips, hih_group_chips, HIH, GROUP_CHIPS, GtkWidget)

/* Signal chosen (const char *group): a chip was tapped; its group as it was told, which may be NULL. */
GtkWidget *hih_group_chips_new (void);
/* @group: (nullable): what the signal tells. */
void hih_group_chips_add (HihGroupChips *self, const char *words, const char *group);
/* A chip for every group that somebody of @people (element-type HihTrainee) is in, in order. Returns how many. */
guint hih_group_chips_add_groups_of (HihGroupChips *self, GPtrArray *people);
void hih_group_chips_remove_all (HihGroupChips *self);
/* As if the chip of @group (nullable) had been tapped; it is brought into sight. */
void hih_group_chips_choose (HihGroupChips *self, const char *group);

G_END_DECLS
