/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unsynced.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  gint64 at;
  gint64 size_before; /* of the file */
  GBytes *before;     /* what stood there, as far as the file went */
  GBytes *after;      /* (nullable): it was cut off there */
} Piece;

typedef struct
{
  dev_t device;
  ino_t inode;
  int fd;
  GPtrArray *pieces; /* (element-type Piece) */
} File;

static GMutex mutex; /* a backup is made on a thread of its own */
static GPtrArray *files; /* (element-type File) */

static void
free_piece (gpointer data)
{
  Piece *piece = data;

  g_bytes_unref (piece->before);
  g_clear_pointer (&piece->after, g_bytes_unref);
  g_free (piece);
}

static void
free_file (gpointer data)
{
  File *file = data;

  close (file->fd);
  g_ptr_array_unref (file->pieces);
  g_free (file);
}

static File *
find (const struct stat *what)
{
  for (guint i = 0; files != NULL && i < files->len; i++)
    {
      File *file = files->pdata[i];

      if (file->device == what->st_dev && file->inode == what->st_ino)
        return file;
    }
  return NULL;
}

gpointer
unsynced_watch (const char *path)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  struct stat what;
  File *file;
  int fd;

  g_assert_no_errno (stat (path, &what));
  file = find (&what);
  if (file != NULL)
    return file;
  fd = open (path, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (fd, >=, 0);
  file = g_new0 (File, 1);
  *file = (File){ what.st_dev, what.st_ino, fd, g_ptr_array_new_with_free_func (free_piece) };
  if (files == NULL)
    files = g_ptr_array_new_with_free_func (free_file);
  g_ptr_array_add (files, file);
  return file;
}

gpointer
unsynced_find (int fd)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  struct stat what;

  return fstat (fd, &what) == 0 ? find (&what) : NULL;
}

static gint64
get_size (const File *file)
{
  struct stat what;

  g_assert_no_errno (fstat (file->fd, &what));
  return what.st_size;
}

static void
note (File *file, gint64 at, gint64 length, GBytes *after)
{
  Piece *piece = g_new0 (Piece, 1);
  gint64 there;

  piece->at = at;
  piece->size_before = get_size (file);
  piece->after = after;
  there = CLAMP (piece->size_before - at, 0, length);
  {
    g_autofree guint8 *bytes = g_malloc0 ((gsize) there + 1);

    g_assert_cmpint (pread (file->fd, bytes, (gsize) there, at), ==, there);
    piece->before = g_bytes_new (bytes, (gsize) there);
  }
  g_ptr_array_add (file->pieces, piece);
}

void
unsynced_note_write (gpointer file, const void *bytes, gsize length, gint64 at)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (file != NULL)
    note (file, at, (gint64) length, g_bytes_new (bytes, length));
}

void
unsynced_note_truncate (gpointer file, gint64 size)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (file != NULL)
    note (file, size, G_MAXINT64 / 2, NULL);
}

void
unsynced_forget (gpointer file)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (file != NULL)
    g_ptr_array_set_size (((File *) file)->pieces, 0);
}

static void
put (const File *file, gint64 at, GBytes *bytes)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (pwrite (file->fd, data, length, at), ==, (gint64) length);
}

/* Back to what was synced last; from there on what got to the disk all the same. */
static void
lose (const File *file)
{
  gboolean any = g_test_rand_int_range (0, 2) == 0;

  for (guint i = file->pieces->len; i > 0; i--)
    {
      const Piece *piece = file->pieces->pdata[i - 1];

      put (file, piece->at, piece->before);
      g_assert_no_errno (ftruncate (file->fd, piece->size_before));
    }
  for (guint i = 0; any && i < file->pieces->len; i++)
    {
      const Piece *piece = file->pieces->pdata[i];

      if (g_test_rand_int_range (0, 2) == 0)
        continue;
      if (piece->after != NULL)
        put (file, piece->at, piece->after);
      else
        g_assert_no_errno (ftruncate (file->fd, piece->at));
    }
}

void
unsynced_end (gboolean lost)
{
  G_GNUC_UNUSED g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  for (guint i = 0; lost && files != NULL && i < files->len; i++)
    lose (files->pdata[i]);
  g_clear_pointer (&files, g_ptr_array_unref);
}
