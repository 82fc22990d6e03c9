/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How a name sounds: to find 张桂英 by "zgy", "zhang" or "guiying". By ICU, which knows how characters are read as surnames;
 * without it names are found as they are written. Their order is hih_collate()'s, with and without ICU.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  char *name;     /* as written, case folded */
  char *letters;  /* "zhang gui ying"; "" without ICU */
  char *initials; /* "zgy"; "" without ICU */
  char *key;      /* of strcmp(): hih_collate_dup_key() */
} HihNameSounds;

/* Any thread; some 20 us a name. */
HihNameSounds *hih_name_sounds_new (const char *name);
void hih_name_sounds_free (HihNameSounds *self);
/* Whether @text, as somebody types it into a search, means this name. "" means everybody. */
gboolean hih_name_sounds_match (const HihNameSounds *self, const char *text);
/* FALSE: built without ICU, or its data is missing. */
gboolean hih_name_sounds_are_known (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihNameSounds, hih_name_sounds_free)

G_END_DECLS
