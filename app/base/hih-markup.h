/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small, hostile-safe XML tree for lesson and app files, with the line and column of every node. */
#pragma once

#include "hih-issue.h"
#include "hih-text.h"

G_BEGIN_DECLS

#define HIH_MARKUP_MAX_BYTES (1024 * 1024)
#define HIH_MARKUP_MAX_DEPTH 24
#define HIH_MARKUP_MAX_NODES 6000 /* our largest file has 450 */
#define HIH_MARKUP_MAX_ATTRIBUTES 24 /* of one element */
#define HIH_MARKUP_MAX_ATTRIBUTE_BYTES 4096
#define HIH_MARKUP_MAX_TEXT_BYTES 4096 /* of one element's own text; our longest, an instructor's note, has 1300 */

typedef struct _HihNode HihNode;

struct _HihNode
{
  char *name;
  char **attribute_names;  /* NULL-ended */
  char **attribute_values; /* NULL-ended */
  HihFilePlace *attribute_places; /* where each name begins */
  GPtrArray *children;     /* (element-type HihNode) */
  char *text;              /* own character data, white space folded; "" if none */
  const char *file;        /* owned by the root */
  int line;
  int column;
};

/* What the last file or text of this thread cost to read, or to refuse: never more than the limits above. */
typedef struct
{
  gsize n_bytes; /* taken in */
  guint n_nodes; /* built */
} HihMarkupWork;

HihNode *hih_markup_read (const char *path, GPtrArray *issues);
HihNode *hih_markup_parse (const char *data, gssize length, const char *file, GPtrArray *issues);
void hih_markup_get_work (HihMarkupWork *work);
void hih_node_free (HihNode *root);

const char *hih_node_get (const HihNode *node, const char *attribute);
/* Where the attribute stands; where the element does when it is missing. */
HihFilePlace hih_node_get_place (const HihNode *node, const char *attribute);
HihText *hih_node_dup_text (const HihNode *parent, const char *child_name);
HihText *hih_node_dup_own_text (const HihNode *parent, guint child_index);
gboolean hih_node_is_translation (const HihNode *node);

/* Adds an issue at the node's place. */
void hih_node_complain (const HihNode *node, GPtrArray *issues, const char *mend, const char *what_format, ...)
  G_GNUC_PRINTF (4, 5);
/* Adds it at the attribute's place. */
void hih_node_complain_at (const HihNode *node, const char *attribute, GPtrArray *issues, const char *mend,
                           const char *what_format, ...) G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HihNode, hih_node_free)

G_END_DECLS
