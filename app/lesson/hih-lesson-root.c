/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a lesson and a drill are asked first: whether we may read them, and what stands directly below. */
#include "config.h"

#include "hih-lesson-private.h"

#include <string.h>

const HihNode *
hih_lesson_find_child (const HihNode *node, const char *name)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];

      if (strcmp (child->name, name) == 0)
        return child;
    }
  return NULL;
}

/* FALSE when the rest cannot be understood: a newer format means that we may not judge it. */
gboolean
hih_lesson_check_format (const HihNode *root, GPtrArray *issues)
{
  const char *text = hih_node_get (root, "format");
  gint64 format;

  if (text == NULL)
    return TRUE; /* the grammar tells it */
  if (!g_ascii_string_to_signed (text, 10, 1, G_MAXINT, &format, NULL))
    {
      hih_node_complain_at (root, "format", issues, "Write format=\"1\"", "format=\"%.40s\" is no number", text);
      return FALSE;
    }
  if (format > HIH_LESSON_FORMAT)
    {
      hih_node_complain_at (root, "format", issues,
                            "Update Hand in Hand to use it, or ask its author for a copy in format 1",
                            "this %s was made for a newer Hand in Hand: it has format %d, this one reads format %d",
                            root->name, (int) format, HIH_LESSON_FORMAT);
      return FALSE;
    }
  return TRUE;
}

guint
hih_lesson_count_steps (const HihNode *node)
{
  guint n = 0;

  for (guint i = 0; i < node->children->len; i++)
    n += strcmp (((HihNode *) node->children->pdata[i])->name, "step") == 0;
  return n;
}
