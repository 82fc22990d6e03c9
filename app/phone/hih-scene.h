/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands on the screen now: the elements whose conditions hold, in the order, place and wording of one layout.
 * The view draws a scene; the validator and the performer look for their targets in it. No two can disagree.
 */
#pragma once

#include "hih-app-set.h"
#include "hih-gesture.h"

G_BEGIN_DECLS

typedef struct _HihScene HihScene;
typedef struct _HihSceneNode HihSceneNode;

struct _HihSceneNode
{
  HihElement *element;  /* borrowed from the app set; NULL never */
  const char *kind;     /* the kind's name, such as "row" */
  const char *target;   /* "app/element", interned */
  HihText *title;       /* (nullable) borrowed: key titles resolved, layout's wording chosen */
  HihText *subtitle;    /* (nullable) borrowed */
  const char *picture;  /* (nullable) key pictures resolved, such as "face-fang" */
  const char *icon;     /* (nullable) such as "video" */
  const char *place;    /* "bar", "bar-end", "body", "above-input", "foot", "top", "over"; of keys: "side", "home", "top" */
  const char *value;    /* (nullable) the present value of the element's key */
  gboolean sensitive;
  GPtrArray *children;  /* (element-type HihSceneNode) */
  HihText *placeholder; /* (nullable) borrowed */
  HihText *value_title; /* (nullable) borrowed: the present value in words: "Daughter Xiaofang" */
  gboolean current;     /* of a tab: this is where one is; of a chip: it is the chosen one */
};

HihScene *hih_scene_new (HihAppSet *apps, HihPhoneState *state, const char *layout);
/* How many elements and answers were looked at by this thread so far, for whoever must keep it within bounds. */
guint64 hih_scene_get_work (void);
HihScene *hih_scene_ref (HihScene *self);
void hih_scene_unref (HihScene *self);

const char *hih_scene_get_screen (HihScene *self);  /* "app/screen" */
const char *hih_scene_get_look (HihScene *self);    /* the screen's look: plain home lock call code dark ... */
const char *hih_scene_get_layout (HihScene *self);  /* "a", "b" or "c" */
const char *hih_scene_get_wallpaper (HihScene *self); /* nullable */
HihText *hih_scene_get_title (HihScene *self);      /* nullable */
gboolean hih_scene_has_back (HihScene *self);       /* the bar shows a way back: target "system/back" */
GPtrArray *hih_scene_get_nodes (HihScene *self);    /* (element-type HihSceneNode) top level, in order */
GPtrArray *hih_scene_get_over (HihScene *self);     /* nodes of the dialog or sheet on top; NULL if none */
HihText *hih_scene_get_over_title (HihScene *self); /* nullable */
const char *hih_scene_get_over_look (HihScene *self); /* nullable: plain, or shade: from the top */
gboolean hih_scene_is_sheet (HihScene *self);       /* what lies over it is a sheet, not a dialog */
GPtrArray *hih_scene_get_keys (HihScene *self);     /* (element-type HihSceneNode) system/power, -home, -back ... now there */
/* The node of @target, at any depth; NULL when it is not on the screen (or is covered by a dialog). */
HihSceneNode *hih_scene_find (HihScene *self, const char *target);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihScene, hih_scene_unref)

G_END_DECLS
