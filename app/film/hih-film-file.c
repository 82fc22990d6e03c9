/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Before GStreamer is given a file: it would wait for ever for a pipe, and play a picture as a film of one frame, however many
 * gigabytes that takes when it is drawn (a PNG of 110 KB can be 30000 × 30000).
 */
#include "config.h"

#include "hih-film-private.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A film of which less than a fourth is there is not begun. (When nearly nothing follows the head, decodebin3 of GStreamer
 * 1.22 may also crash: the end comes while it still puts itself together.) */
#define LEAST_SHARE 4

typedef struct
{
  const char *bytes;
  gsize length;
} Mark;

/* What pictures, papers and packed files begin with. */
static const Mark marks[] = {
  { "\x89PNG", 4 }, { "\xff\xd8\xff", 3 }, { "GIF8", 4 },      { "BM", 2 },   { "II*\0", 4 },
  { "MM\0*", 4 },   { "\x1f\x8b", 2 },     { "PK\x03\x04", 4 }, { "%PDF", 4 }, { "<", 1 },
};

static gboolean
is_other (const char *bytes, gsize length)
{
  /* Whatever is marked up may begin with a byte order mark and white space. */
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    bytes += 3, length -= 3;
  while (length > 0 && g_ascii_isspace (*bytes))
    bytes++, length--;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (length >= marks[i].length && memcmp (bytes, marks[i].bytes, marks[i].length) == 0)
        return TRUE;
    }
  return length >= 12 && memcmp (bytes, "RIFF", 4) == 0 && memcmp (bytes + 8, "WEBP", 4) == 0;
}

/* An EBML number of 1 to 8 bytes. Returns: its length in bytes, 0 when it is bad; all ones means "unknown". */
static gsize
read_ebml_size (const guint8 *at, gsize left, guint64 *size, gboolean *unknown)
{
  gsize n = 1;

  while (n <= 8 && left > 0 && (at[0] & (0x80 >> (n - 1))) == 0)
    n++;
  if (n > 8 || n > left)
    return 0;
  *size = at[0] & (0x7f >> (n - 1));
  for (gsize i = 1; i < n; i++)
    *size = *size << 8 | at[i];
  *unknown = *size == (G_GUINT64_CONSTANT (1) << (7 * n)) - 1;
  return n;
}

/* How many bytes a Matroska or WebM file should have by its header, and has. FALSE: it is another kind of file. */
static gboolean
read_promise (const char *uri, guint64 *promised, guint64 *present)
{
  static const guint8 ebml_id[4] = { 0x1a, 0x45, 0xdf, 0xa3 }, segment_id[4] = { 0x18, 0x53, 0x80, 0x67 };
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  guint8 head[256];
  struct stat st;
  guint64 size = 0;
  gboolean unknown = FALSE;
  gsize at, n;
  gssize got = -1;
  int fd = path != NULL ? open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;

  if (fd < 0)
    return FALSE;
  if (fstat (fd, &st) == 0 && S_ISREG (st.st_mode))
    got = read (fd, head, sizeof head);
  close (fd);
  if (got < 12 || memcmp (head, ebml_id, 4) != 0)
    return FALSE;
  n = read_ebml_size (head + 4, (gsize) got - 4, &size, &unknown);
  at = 4 + n + (gsize) MIN (size, sizeof head);
  if (n == 0 || at + 4 >= (gsize) got || memcmp (head + at, segment_id, 4) != 0)
    return FALSE;
  n = read_ebml_size (head + at + 4, (gsize) got - at - 4, &size, &unknown);
  if (n == 0)
    return FALSE;
  *present = (guint64) st.st_size;
  *promised = unknown ? *present : size > G_MAXUINT64 - at - 4 - n ? G_MAXUINT64 : at + 4 + n + size;
  return TRUE;
}

gboolean
hih_film_is_whole_matroska (const char *uri)
{
  guint64 promised, present;

  return read_promise (uri, &promised, &present) && promised <= present;
}

/* Blocks. What is no local file is let through. */
gboolean
hih_film_check_file (const char *uri, GError **error)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  char bytes[64];
  guint64 promised, present;
  struct stat st;
  ssize_t length;
  int fd;

  if (path == NULL)
    return TRUE;
  /* Without waiting for whoever writes into a pipe. */
  fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 || fstat (fd, &st) != 0 || !S_ISREG (st.st_mode))
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND, "film: open %s: %s", path,
                   fd < 0 ? g_strerror (errno) : "it is no file");
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  length = read (fd, bytes, sizeof bytes);
  close (fd);
  if (length > 0 && !is_other (bytes, (gsize) length))
    {
      if (!read_promise (uri, &promised, &present) || promised / LEAST_SHARE <= present)
        return TRUE;
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: open %s: most of it is missing", path);
      return FALSE;
    }
  g_set_error (error, HIH_FILM_ERROR, length < 0 ? HIH_FILM_ERROR_NOT_FOUND : HIH_FILM_ERROR_DECODE, "film: open %s: %s", path,
               length < 0 ? "it cannot be read" : length == 0 ? "it is empty" : "it is no film");
  return FALSE;
}
