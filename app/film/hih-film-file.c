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
/* Before the first picture a film has some ten elements. */
#define MOST_ELEMENTS 1000

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

/* What a Matroska or WebM file says of itself. */
typedef struct
{
  guint64 begins;   /* where the elements of its segment begin */
  guint64 promised; /* how many bytes the file should have by its header */
  guint64 present;
} Segment;

/* FALSE: it is another kind of file. */
static gboolean
read_segment (const char *uri, Segment *segment)
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
  segment->begins = at + 4 + n;
  segment->present = (guint64) st.st_size;
  segment->promised = unknown ? segment->present : size > G_MAXUINT64 - segment->begins ? G_MAXUINT64 : segment->begins + size;
  return TRUE;
}

/* Whether one comes from element to element to the first that holds pictures or sound (a cluster; RFC 9559, 5.1). What an
 * element is does not matter, so that what is new or slightly damaged is passed over as GStreamer does. Where it comes to
 * none, playbin3 may wait for ever for the streams that the head speaks of. */
static gboolean
has_cluster (int fd, const Segment *segment)
{
  static const guint8 cluster_id[4] = { 0x1f, 0x43, 0xb6, 0x75 };
  guint64 at = segment->begins;

  for (guint i = 0; i < MOST_ELEMENTS && at < segment->present; i++)
    {
      guint8 head[12];
      gssize got = pread (fd, head, sizeof head, (off_t) at);
      guint64 id, size;
      gboolean unknown;
      gsize n_id, n_size;

      if (got >= (gssize) sizeof cluster_id && memcmp (head, cluster_id, sizeof cluster_id) == 0)
        return TRUE;
      n_id = got > 0 ? read_ebml_size (head, (gsize) got, &id, &unknown) : 0;
      n_size = n_id > 0 ? read_ebml_size (head + n_id, (gsize) got - n_id, &size, &unknown) : 0;
      if (n_size == 0 || unknown || size > segment->present)
        return FALSE;
      at += n_id + n_size + size;
    }
  return FALSE;
}

gboolean
hih_film_is_whole_matroska (const char *uri)
{
  Segment segment;

  return read_segment (uri, &segment) && segment.promised <= segment.present;
}

/* Blocks. What is no local file is let through. */
gboolean
hih_film_check_file (const char *uri, GError **error)
{
  g_autofree char *path = g_filename_from_uri (uri, NULL, NULL);
  char bytes[64];
  Segment segment;
  struct stat st;
  ssize_t length;
  gboolean is_matroska, reaches_cluster;
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
  is_matroska = read_segment (uri, &segment);
  reaches_cluster = is_matroska && has_cluster (fd, &segment);
  close (fd);
  if (length > 0 && !is_other (bytes, (gsize) length))
    {
      gboolean is_short = is_matroska && segment.promised / LEAST_SHARE > segment.present;

      if (!is_matroska || (!is_short && reaches_cluster))
        return TRUE;
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DAMAGED, "film: open %s: %s", path,
                   is_short ? "most of it is missing" : "it is damaged before its first picture");
      return FALSE;
    }
  g_set_error (error, HIH_FILM_ERROR, length < 0 ? HIH_FILM_ERROR_NOT_FOUND : HIH_FILM_ERROR_DECODE, "film: open %s: %s", path,
               length < 0 ? "it cannot be read" : length == 0 ? "it is empty" : "it is no film");
  return FALSE;
}
