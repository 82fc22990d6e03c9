/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choose a picture: a dozen at a time. */
#pragma once

#include <gtk/gtk.h>

#include "hih-people.h"

G_BEGIN_DECLS

#define HIH_TYPE_PERSON_CHOOSER (hih_person_chooser_get_type ())
G_DECLARE_FINAL_TYPE (HihPersonChooser, hih_person_chooser, HIH, PERSON_CHOOSER, GtkWidget)

/* @chosen: (nullable): such as "peach". @records: (nullable): who are asked which picture few people have, where none is
 * chosen. */
GtkWidget *hih_person_chooser_new (const char *chosen, HihRecords *records);
const char *hih_person_chooser_get (HihPersonChooser *self);      /* never NULL */
const char *hih_person_chooser_get_word (HihPersonChooser *self); /* its one word, to be used as a name */

G_END_DECLS
