/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside its place first. g_file_set_contents would do the same, but its mistakes name the file beside, which nobody knows. */
#include "config.h"

#include "hih-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
write_all (int fd, const char *data, gsize length)
{
  while (length > 0)
    {
      gssize n = write (fd, data, length);

      if (n < 0 && errno != EINTR)
        return FALSE;
      data += MAX (n, 0);
      length -= (gsize) MAX (n, 0);
    }
  return TRUE;
}

static gboolean
fail (const char *path, int code, const char *why, GError **error)
{
  g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code), "write %s: %s", path, why);
  return FALSE;
}

gboolean
hih_file_check_place (const char *path, GError **error)
{
  struct stat st;

  if (stat (path, &st) != 0 || S_ISREG (st.st_mode))
    return TRUE;
  if (S_ISDIR (st.st_mode))
    return fail (path, EISDIR, g_strerror (EISDIR), error);
  return fail (path, EINVAL, "not a regular file", error);
}

/* 0 or an errno. */
static int
put (const char *path, gconstpointer data, gsize length)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *beside = g_strdup_printf ("%s/.%.100s.XXXXXX", folder, name);
  int fd, code = 0;

  /* With the rights any new file would have. */
  fd = g_mkstemp_full (beside, O_WRONLY | O_CLOEXEC, 0666);
  if (fd < 0)
    return errno;
  if (!write_all (fd, data, length) || fsync (fd) != 0)
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && g_rename (beside, path) != 0)
    code = errno;
  if (code != 0)
    g_unlink (beside);
  return code;
}

gboolean
hih_file_put (const char *path, gconstpointer data, gsize length, GError **error)
{
  char *real;
  int code;

  if (!hih_file_check_place (path, error))
    return FALSE;
  /* A link stays a link: what it leads to is replaced. */
  real = realpath (path, NULL);
  code = put (real != NULL ? real : path, data, length);
  free (real);
  return code == 0 || fail (path, code, g_strerror (code), error);
}
