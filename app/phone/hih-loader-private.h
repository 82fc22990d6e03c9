/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the loader share: files, apps, elements. */
#pragma once

#include "hih-app-private.h"

G_BEGIN_DECLS

typedef struct
{
  HihAppSet *apps;
  HihApp *app;        /* the one whose file is read now */
  GPtrArray *effects; /* (element-type GPtrArray) every list of effects, checked when all is known */
  GPtrArray *issues;
  guint n_issues;     /* when loading began */
  guint n_elements;   /* of the screen that is read now */
} HihLoader;

/* Nobody reads more of them, and looking for what was meant takes its time: then the rest is not even looked at. */
#define HIH_LOADER_MAX_ISSUES 100
gboolean hih_loader_has_enough (HihLoader *self);

/* Names every attribute that is not one of @allowed (separated by spaces). */
void hih_loader_check_attributes (HihLoader *self, const HihNode *node, const char *allowed);
/* The attribute @name if it is a fit name for a thing; NULL with an issue when it is missing or is not. */
const char *hih_loader_get_id (HihLoader *self, const HihNode *node, const char *name);
gboolean hih_loader_get_flag (HihLoader *self, const HihNode *node, const char *name);
/* The key that @attribute names, bare or as "app.key". NULL with an issue when there is none. */
HihKey *hih_loader_find_key (HihLoader *self, const HihNode *node, const char *attribute);
void hih_loader_read_wording (HihLoader *self, const HihNode *parent, guint index, GPtrArray *wordings);
/* Adds every element child of @node to @out; text children and effects are left out. @parent: (nullable) */
void hih_loader_read_elements (HihLoader *self, const HihNode *node, HihScreen *screen, HihElement *parent,
                               const char *texts, GPtrArray *out);

/* First turn: what can be named. */
void hih_loader_declare_app (HihLoader *self, const HihNode *root);
/* Second turn: what names. */
void hih_loader_read_app (HihLoader *self, const HihNode *root);

G_END_DECLS
