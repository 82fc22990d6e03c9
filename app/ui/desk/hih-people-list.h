/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of people that carries thousands: only the rows in sight exist. Each row is one button; it opens the person,
 * or, while several are being chosen, chooses them. */
#pragma once

#include "hih-people.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define HIH_TYPE_PEOPLE_LIST (hih_people_list_get_type ())
G_DECLARE_FINAL_TYPE (HihPeopleList, hih_people_list, HIH, PEOPLE_LIST, AdwBin)

/* Signals
 *   open (HihTrainee *)   a row was pressed
 *   chosen-changed ()     while several are being chosen
 */

GtkWidget *hih_people_list_new (void);
/* @people: (element-type HihTrainee). How their names sound, and so their order: some 100 ms for 5 000 people, so it is
 * a thread's. (transfer full) */
GPtrArray *hih_people_list_hear (GPtrArray *people);
/* @heard: of hih_people_list_hear(): everybody from now on. Where the list stands and who is chosen stays. */
void hih_people_list_set_people (HihPeopleList *self, GPtrArray *heard);
/* Only those of @group (nullable) whose name @needle (nullable) may mean, as hih_name_sounds_match() has it. */
void hih_people_list_filter (HihPeopleList *self, const char *group, const char *needle);
/* Only those of whom nobody has said yes; holds until it is said otherwise, beside the filter. */
void hih_people_list_show_unasked (HihPeopleList *self, gboolean unasked);
guint hih_people_list_get_n_shown (HihPeopleList *self);
/* It goes away: gives up some rows. Whether there are more. */
gboolean hih_people_list_shed (HihPeopleList *self);

void hih_people_list_set_choosing (HihPeopleList *self, gboolean choosing); /* off: nobody is chosen any more */
gboolean hih_people_list_get_choosing (HihPeopleList *self);
void hih_people_list_choose_shown (HihPeopleList *self, gboolean chosen); /* all that the filter lets through */
guint hih_people_list_get_n_chosen (HihPeopleList *self);
GArray *hih_people_list_dup_chosen (HihPeopleList *self); /* (element-type HihId) (transfer full) */
GArray *hih_people_list_dup_shown (HihPeopleList *self);  /* the same of all that are shown */

G_END_DECLS
