/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's page in the desk's progress: their lessons in words, and one lesson closely. */
#pragma once

#include "hih-board.h"
#include "hih-page.h"

G_BEGIN_DECLS

#define HIH_TYPE_PROGRESS_PERSON (hih_progress_person_get_type ())
G_DECLARE_FINAL_TYPE (HihProgressPerson, hih_progress_person, HIH, PROGRESS_PERSON, AdwBin)

/* Signal closed: back to everybody. @person, @lesson: of @board; G_MAXUINT: the lesson that needs it most. */
GtkWidget *hih_progress_person_new (HihPage *page, HihBoard *board, guint person, guint lesson);

G_END_DECLS
