/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lessons on this computer, by topic. */
#pragma once

#include "hih-lesson.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define HIH_TYPE_CATALOGUE (hih_catalogue_get_type ())
G_DECLARE_FINAL_TYPE (HihCatalogue, hih_catalogue, HIH, CATALOGUE, GObject)

typedef struct
{
  const char *id;     /* interned: device family code ... */
  const char *icon;
  HihText *title;
  GPtrArray *lessons; /* (element-type HihLesson) in teaching order */
} HihTopic;

/* Loads DIR/topics.xml, DIR/apps and every DIR/<topic>/<lesson>.xml. Lessons with issues are left out and their issues added. Blocks. */
HihCatalogue *hih_catalogue_load (const char *dir, GPtrArray *issues);
void hih_catalogue_load_async (const char *dir, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data);
HihCatalogue *hih_catalogue_load_finish (GAsyncResult *result, GPtrArray **issues, GError **error);

GPtrArray *hih_catalogue_get_topics (HihCatalogue *self);                       /* (element-type HihTopic) */
HihLesson *hih_catalogue_find (HihCatalogue *self, const char *id);             /* borrowed, nullable */
HihLesson *hih_catalogue_get_first (HihCatalogue *self);                        /* nullable: no lessons */
HihLesson *hih_catalogue_get_next (HihCatalogue *self, const char *id);         /* nullable: it was the last */

G_END_DECLS
