/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who finds the way by a picture must have another one than the neighbour: as long as there are some that nobody has, no
 * picture is given twice. */
#include "config.h"

#include "hih-person-pictures.h"

#include <string.h>

#include "hih-markup.h"
#include "hih-paths.h"
#include "hih-records-private.h"

/* Whoever has no place here yet. */
#define GUEST "guest"

struct _HihPersonPictures
{
  GPtrArray *ids;     /* (element-type utf8), as the list has them */
  GHashTable *n_used; /* id → how many have it */
};

/* A picture is also called by its drawing. */
static const char *
get_id (const char *picture)
{
  return g_str_has_prefix (picture, "person-") ? picture + strlen ("person-") : picture;
}

HihPersonPictures *
hih_person_pictures_new (void)
{
  HihPersonPictures *self = g_new0 (HihPersonPictures, 1);
  g_autofree char *path = g_build_filename (hih_paths_get_media_dir (), "people.xml", NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihNode) root = NULL;
  g_autofree char *data = NULL;
  gsize length;

  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->n_used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (g_file_get_contents (path, &data, &length, NULL))
    root = hih_markup_parse (data, (gssize) length, path, issues);
  for (guint i = 0; root != NULL && i < root->children->len; i++)
    {
      const char *id = hih_node_get (root->children->pdata[i], "id");

      if (id != NULL && strcmp (id, GUEST) != 0)
        g_ptr_array_add (self->ids, g_strdup (id));
    }
  return self;
}

void
hih_person_pictures_free (HihPersonPictures *self)
{
  g_ptr_array_unref (self->ids);
  g_hash_table_unref (self->n_used);
  g_free (self);
}

static void
note (HihPersonPictures *self, const char *picture, guint n)
{
  const char *id = get_id (picture);

  n += GPOINTER_TO_UINT (g_hash_table_lookup (self->n_used, id));
  g_hash_table_insert (self->n_used, g_strdup (id), GUINT_TO_POINTER (n));
}

void
hih_person_pictures_note (HihPersonPictures *self, const char *picture)
{
  note (self, picture, 1);
}

gboolean
hih_person_pictures_note_all (HihPersonPictures *self, HihStore *store, GError **error)
{
  sqlite3_stmt *stmt = hih_store_query (store, "pictures-used", error);
  int more;

  if (stmt == NULL)
    return FALSE;
  while ((more = hih_store_next (store, stmt, error)) > 0)
    note (self, (const char *) sqlite3_column_text (stmt, 0), (guint) sqlite3_column_int64 (stmt, 1));
  return more == 0;
}

const char *
hih_person_pictures_choose (HihPersonPictures *self)
{
  const char *best = "";
  guint fewest = G_MAXUINT;

  for (guint i = 0; i < self->ids->len; i++)
    {
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_used, self->ids->pdata[i]));

      if (n < fewest)
        {
          fewest = n;
          best = self->ids->pdata[i];
        }
    }
  if (*best != '\0')
    note (self, best, 1);
  return best;
}

static gpointer
choose (HihStore *store, gpointer data, gint64 at_ms, GError **error)
{
  g_autoptr (HihPersonPictures) pictures = hih_person_pictures_new ();

  if (!hih_person_pictures_note_all (pictures, store, error))
    return NULL;
  return g_strdup (hih_person_pictures_choose (pictures));
}

/**
 * hih_records_choose_picture_async:
 *
 * Which picture somebody new is offered: the first of those that the fewest people here have.
 */
void
hih_records_choose_picture_async (HihRecords *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_return_if_fail (HIH_IS_RECORDS (self));
  hih_records_read (self, g_task_new (self, cancellable, callback, user_data), choose, NULL, NULL, g_free);
}

/**
 * hih_records_choose_picture_finish:
 *
 * Returns: (transfer full) (nullable): its name; "" where there are no pictures; %NULL with an error when the records could not
 *   be read
 */
char *
hih_records_choose_picture_finish (HihRecords *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
