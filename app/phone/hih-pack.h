/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An author's pack of lessons, apps and drills, and the ground it stands on: what it does not have itself. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define HIH_PACK_APPS "apps"
#define HIH_PACK_DRILLS "drills"

/* From now on what a pack does not have is taken from that folder of lessons (nullable: nothing is). Call before any
 * thread starts. */
void hih_pack_set_ground (const char *lessons_dir);
/* Whether @file is one of the ground's, or the ground itself. */
gboolean hih_pack_ground_holds (const char *file);
/* Whether @dir has apps or drills of its own. */
gboolean hih_pack_is_one (const char *dir);
/* (transfer full): the file of an app or drill, whether it is there or not. @folder: HIH_PACK_APPS or HIH_PACK_DRILLS. */
char *hih_pack_find_file (const char *apps_dir, const char *folder, const char *name);
/* (transfer full): how to mend the name of an app or drill that is not there. */
char *hih_pack_suggest_file (const char *apps_dir, const char *folder, const char *name);

G_END_DECLS
