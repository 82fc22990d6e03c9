/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A lesson's fields, for the files that make one. */
#pragma once

#include "hih-lesson.h"
#include "hih-markup.h"

G_BEGIN_DECLS

typedef struct
{
  char *name; /* in-force retired drill */
  HihText *text;
} HihStatusText;

struct _HihLesson
{
  gatomicrefcount refs; /* loaded on a thread, used on the main one */

  char *id;
  char *topic;
  char *path;
  guint minutes;
  int order;
  char *content_hash;
  char *picture;
  HihText *title;
  HihText *able;
  HihText *metaphor;
  HihText *notes;
  HihText *real_phone;
  GPtrArray *needs; /* (element-type char *), NULL-ended */
  GArray *needs_places; /* (element-type HihFilePlace) */
  char *region;
  char *checked;
  char *status_key;
  char *status_default;
  GArray *status_texts; /* (element-type HihStatusText) */
  char *film;
  HihFilePlace id_place, topic_place, picture_place, film_place;

  HihAppSet *apps;
  char **layouts;
  char *start;
  GPtrArray *start_effects; /* (element-type HihEffect) */

  GPtrArray *steps;    /* (element-type HihStep) */
  GPtrArray *traps;    /* (element-type HihTrap) */
  GPtrArray *protects; /* (element-type HihProtect) */
  HihCondition *goal;
  HihText *goal_say;
  HihText *goal_done;
  HihFilePlace goal_place; /* of its condition */
  GPtrArray *offline;    /* (element-type HihText) */
  HihFilePlace offline_place;
  GPtrArray *card_steps; /* (element-type char *) */
};

/* A lesson has 6 to 12 steps. Far beyond it stands a mistake or malice, and performing it would take long. */
#define HIH_LESSON_MAX_STEPS 60
#define HIH_LESSON_MAX_TRAPS 20
#define HIH_LESSON_MAX_TRAP_STEPS 12

HihLesson *hih_lesson_new (const char *path);
HihStep *hih_step_new (void);
void hih_step_free (HihStep *step);
HihTrap *hih_trap_new (void);
void hih_trap_free (HihTrap *trap);

/* Whether @name is an id: [a-z0-9-]{1,64}, as the records want it. */
gboolean hih_lesson_is_word (const char *name);
guint hih_lesson_count_steps (const HihNode *node);
/* FALSE when the rest of a lesson or drill cannot be understood. */
gboolean hih_lesson_check_format (const HihNode *root, GPtrArray *issues);
/* Elements, attributes and their numbers, of a lesson or a drill; what is inside effects is their own reader's business. */
void hih_lesson_check_grammar (const HihNode *root, GPtrArray *issues);
/* The first child of that name, or NULL. */
const HihNode *hih_lesson_find_child (const HihNode *node, const char *name);
/* What the lesson says about itself, into @self. */
void hih_lesson_read_head (HihLesson *self, const HihNode *root, GPtrArray *issues);
/* Hex of everything a learner would notice: all but translations, notes and dates. */
char *hih_lesson_hash_content (const HihNode *root);
/* The steps that are children of @node, into @steps. @apps NULL: names are not checked. */
void hih_lesson_read_steps (const HihNode *node, HihAppSet *apps, GPtrArray *steps, GPtrArray *issues);
/* A `<trap>` or `<drill>`, in full. @apps NULL: names are not checked. */
HihTrap *hih_lesson_read_trap (const HihNode *node, HihAppSet *apps, GPtrArray *issues);
/* Puts the drill that each `<trap use="…">` of a lesson names into its place, so that from there on it is a trap as if
 * written out. The apps that the drills need are added to @apps (element-type char *). */
void hih_drills_put_in (HihNode *root, const char *apps_dir, GPtrArray *apps, GPtrArray *issues);
/* A drill's own file: its grammar, and its names against its apps. */
void hih_drill_check (const HihNode *root, const char *apps_dir, HihPictureFunc func, gpointer data, GPtrArray *issues);
/* Whether @target is there in every app set, without an element: system/home and such. */
gboolean hih_lesson_is_system_target (const char *target);

G_END_DECLS
