/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which picture somebody gets who has chosen none. Private to records; in public: hih_records_choose_picture_async(). */
#pragma once

#include "hih-people.h"
#include "hih-store.h"

G_BEGIN_DECLS

typedef struct _HihPersonPictures HihPersonPictures;

/* Reads the list beside the program; empty where there is none. Not on the main thread. */
HihPersonPictures *hih_person_pictures_new (void);
void hih_person_pictures_free (HihPersonPictures *self);
/* Somebody has @picture; "" for none. */
void hih_person_pictures_note (HihPersonPictures *self, const char *picture);
/* Everybody who is here. */
gboolean hih_person_pictures_note_all (HihPersonPictures *self, HihStore *store, GError **error);
/* The first of those that the fewest have, and notes it; "" where there are none. */
const char *hih_person_pictures_choose (HihPersonPictures *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihPersonPictures, hih_person_pictures_free)

G_END_DECLS
