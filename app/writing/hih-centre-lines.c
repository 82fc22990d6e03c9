/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone waits for it when its keyboard comes, so of some hundred characters only those that are asked for are parsed. */
#include "config.h"

#include "hih-centre-lines.h"

#include "hih-paths.h"

#include <gio/gio.h>
#include <string.h>

#define FILE_NAME "lesson-strokes.txt"

struct _HihCentreLines
{
  GPtrArray *characters; /* (element-type utf8) in the order of the file; owned by the table */
  GHashTable *texts;     /* (element-type utf8 utf8): their strokes as they stand in the file */
  GHashTable *inks;      /* (element-type utf8 HihInk): those that were asked for */
};

static void
free_ink (gpointer data)
{
  hih_ink_free (data);
}

static HihCentreLines *
centre_lines_new (void)
{
  HihCentreLines *self = g_new0 (HihCentreLines, 1);

  self->characters = g_ptr_array_new ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->inks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_ink);
  return self;
}

/* @strict: parses it at once. */
static gboolean
read_line (HihCentreLines *self, const char *line, gboolean strict)
{
  const char *tab = strchr (line, '\t');
  g_autofree char *character = NULL;
  char *key;

  if (tab == NULL)
    return FALSE;
  character = g_strndup (line, (gsize) (tab - line));
  key = g_strdup (character);
  if (g_hash_table_insert (self->texts, key, g_strdup (tab + 1)))
    g_ptr_array_add (self->characters, key);
  g_hash_table_remove (self->inks, character);
  return !strict || hih_centre_lines_find (self, character) != NULL;
}

static HihCentreLines *
load (const char *path, gboolean strict, GError **error)
{
  g_autoptr (HihCentreLines) self = centre_lines_new ();
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    {
      g_prefix_error (error, "writing: read strokes: ");
      return NULL;
    }
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (!g_utf8_validate (lines[i], -1, NULL) || !read_line (self, lines[i], strict))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "writing: read strokes: %s:%u: not a character and its strokes",
                       path, i + 1);
          return NULL;
        }
    }
  return g_steal_pointer (&self);
}

/**
 * hih_centre_lines_load:
 *
 * Returns: (transfer full) (nullable): the characters of that file, every one of them read
 */
HihCentreLines *
hih_centre_lines_load (const char *path, GError **error)
{
  return load (path, TRUE, error);
}

/**
 * hih_centre_lines_new:
 *
 * Returns: (transfer full): what the build made
 */
HihCentreLines *
hih_centre_lines_new (void)
{
  g_autofree char *path = g_build_filename (hih_paths_get_writing_dir (), FILE_NAME, NULL);
  g_autoptr (GError) error = NULL;
  HihCentreLines *self = load (path, FALSE, &error);

  if (self != NULL)
    return self;
  g_debug ("%s", error->message);
  return centre_lines_new ();
}

/**
 * hih_centre_lines_free:
 */
void
hih_centre_lines_free (HihCentreLines *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->characters);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->inks);
  g_free (self);
}

/**
 * hih_centre_lines_get_n:
 */
guint
hih_centre_lines_get_n (HihCentreLines *self)
{
  return self->characters->len;
}

/**
 * hih_centre_lines_find:
 *
 * Returns: (transfer none) (nullable): how @character is written
 */
const HihInk *
hih_centre_lines_find (HihCentreLines *self, const char *character)
{
  HihInk *ink = g_hash_table_lookup (self->inks, character);
  const char *text = ink == NULL ? g_hash_table_lookup (self->texts, character) : NULL;

  if (text != NULL)
    ink = hih_ink_parse (text);
  if (text != NULL && ink != NULL)
    g_hash_table_insert (self->inks, g_strdup (character), ink);
  return ink;
}

/**
 * hih_centre_lines_foreach:
 * @func: (scope call):
 */
void
hih_centre_lines_foreach (HihCentreLines *self, void (*func) (const char *character, HihInk *ink, gpointer data),
                          gpointer data)
{
  for (guint i = 0; i < self->characters->len; i++)
    {
      const char *character = g_ptr_array_index (self->characters, i);

      func (character, (HihInk *) hih_centre_lines_find (self, character), data);
    }
}
