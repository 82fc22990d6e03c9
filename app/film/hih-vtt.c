/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * WebVTT. GStreamer's subparse drops positions and hands out Pango markup; ours hands out plain text and never trusts
 * the file: bounded size and number, bad cues skipped, markup taken off, NOTE, STYLE and REGION blocks passed over.
 */
#include "config.h"

#include "hih-cues.h"
#include "hih-file.h"
#include "hih-film.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_TEXT_BYTES 2000
#define MAX_HOURS 99

typedef struct
{
  const char *at;
  const char *end;
} Lines;

/* Steps to the next line; FALSE at the end. CR, LF and CR LF all end a line. */
static gboolean
next_line (Lines *lines, const char **line, gsize *length)
{
  const char *p = lines->at;

  if (p >= lines->end)
    return FALSE;
  while (p < lines->end && *p != '\n' && *p != '\r')
    p++;
  *line = lines->at;
  *length = (gsize) (p - lines->at);
  if (p + 1 < lines->end && p[0] == '\r' && p[1] == '\n')
    p++;
  lines->at = p + 1;
  return TRUE;
}

static gboolean
read_number (const char **p, const char *end, int min_digits, int max_digits, int *number)
{
  int n = 0, digits = 0;

  while (*p < end && g_ascii_isdigit (**p) && digits < max_digits)
    {
      n = n * 10 + (**p - '0');
      (*p)++;
      digits++;
    }
  *number = n;
  return digits >= min_digits && (*p == end || !g_ascii_isdigit (**p));
}

static gboolean
read_char (const char **p, const char *end, char wanted)
{
  if (*p >= end || **p != wanted)
    return FALSE;
  (*p)++;
  return TRUE;
}

/* [hh:]mm:ss.ttt */
static gboolean
read_time (const char **p, const char *end, gint64 *time_ms)
{
  int first, second, third, thousandths;

  if (!read_number (p, end, 2, 4, &first) || !read_char (p, end, ':') || !read_number (p, end, 2, 2, &second))
    return FALSE;
  if (*p < end && **p == ':')
    {
      (*p)++;
      if (!read_number (p, end, 2, 2, &third))
        return FALSE;
    }
  else
    {
      third = second;
      second = first;
      first = 0;
    }
  if (!read_char (p, end, '.') || !read_number (p, end, 3, 3, &thousandths))
    return FALSE;
  if (first > MAX_HOURS || second > 59 || third > 59)
    return FALSE;
  *time_ms = ((first * 60 + second) * (gint64) 60 + third) * 1000 + thousandths;
  return TRUE;
}

static void
skip_blanks (const char **p, const char *end)
{
  while (*p < end && (**p == ' ' || **p == '\t'))
    (*p)++;
}

static gboolean
read_timing (const char *line, gsize length, gint64 *start_ms, gint64 *end_ms)
{
  const char *p = line, *end = line + length;

  skip_blanks (&p, end);
  if (!read_time (&p, end, start_ms))
    return FALSE;
  skip_blanks (&p, end);
  if (end - p < 3 || strncmp (p, "-->", 3) != 0)
    return FALSE;
  p += 3;
  skip_blanks (&p, end);
  /* What follows the times are settings of place: captions have their own place beside the film. */
  return read_time (&p, end, end_ms) && *end_ms > *start_ms && (p == end || *p == ' ' || *p == '\t');
}

static const struct
{
  const char *name;
  const char *text;
} entities[] = {
  { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { "&nbsp;", "\302\240" }, { "&lrm;", "" }, { "&rlm;", "" },
};

/* Returns: how many bytes the entity at @at has, its character appended; 0 when it is none. */
static gsize
append_entity (GString *text, const char *at, gsize left)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      gsize n = strlen (entities[i].name);

      if (n <= left && strncmp (at, entities[i].name, n) == 0)
        {
          g_string_append (text, entities[i].text);
          return n;
        }
    }
  return 0;
}

/* Takes tags off and entities apart. */
static void
append_plain (GString *text, const char *line, gsize length)
{
  gsize i = 0;

  while (i < length)
    {
      gsize n = line[i] == '&' ? append_entity (text, line + i, length - i) : 0;

      if (n > 0)
        {
          i += n;
          continue;
        }
      if (line[i] == '<')
        {
          const char *close = memchr (line + i, '>', length - i);

          i = close != NULL ? (gsize) (close - line) + 1 : length;
          continue;
        }
      if ((guchar) line[i] >= 0x20 && line[i] != 0x7f)
        g_string_append_c (text, line[i]);
      else if (line[i] == '\t')
        g_string_append_c (text, ' ');
      i++;
    }
}

/* Reads the lines of a cue up to the empty one, and adds it when it is good. */
static void
read_cue_text (Lines *lines, HihCues *cues, gint64 start_ms, gint64 end_ms)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *line;
  gsize length;

  while (next_line (lines, &line, &length) && length > 0)
    {
      if (text->len > MAX_TEXT_BYTES)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      append_plain (text, line, MIN (length, MAX_TEXT_BYTES * 2));
    }
  if (text->len > 0 && text->len <= MAX_TEXT_BYTES && g_utf8_validate (text->str, (gssize) text->len, NULL))
    hih_cues_add (cues, start_ms, end_ms, text->str);
}

static gboolean
is_header (const char *line, gsize length)
{
  return length >= 6 && strncmp (line, "WEBVTT", 6) == 0 && (length == 6 || line[6] == ' ' || line[6] == '\t');
}

/**
 * hih_cues_parse:
 * @data: a WebVTT file; need not end with a NUL
 * @length: in bytes
 *
 * Returns: (transfer full): its good cues, or %NULL with %HIH_FILM_ERROR_DECODE when it is not WebVTT or too large
 */
HihCues *
hih_cues_parse (const char *data, gsize length, GError **error)
{
  HihCues *cues;
  Lines lines = { data, data + length };
  const char *line;
  gsize n;

  if (length > HIH_CUES_MAX_BYTES)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE, "film: read captions: more than %d bytes",
                   HIH_CUES_MAX_BYTES);
      return NULL;
    }
  if (length >= 3 && memcmp (data, "\357\273\277", 3) == 0)
    lines.at += 3;
  if (!next_line (&lines, &line, &n) || !is_header (line, n))
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_DECODE, "film: read captions: no WEBVTT in the first line");
      return NULL;
    }
  cues = hih_cues_new ();
  while (hih_cues_get_n (cues) < HIH_CUES_MAX_CUES && next_line (&lines, &line, &n))
    {
      gint64 start_ms, end_ms;

      /* Names of cues, notes, styles and bad timings are all passed over: none has an arrow between two good times. */
      if (read_timing (line, n, &start_ms, &end_ms))
        read_cue_text (&lines, cues, start_ms, end_ms);
    }
  return cues;
}

static char *
read_bounded (const char *path, gsize *length, GError **error)
{
  g_autofree char *data = NULL;
  struct stat st;
  gsize used = 0;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (fd < 0 || fstat (fd, &st) != 0 || !S_ISREG (st.st_mode))
    {
      int code = errno;

      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_NOT_FOUND, "film: read captions %s: %s", path,
                   fd < 0 ? g_strerror (code) : "not a regular file");
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  /* One byte more than allowed tells too large from just fitting, whatever the size was said to be. */
  data = g_malloc (HIH_CUES_MAX_BYTES + 1);
  while (used <= HIH_CUES_MAX_BYTES)
    {
      gssize n = read (fd, data + used, HIH_CUES_MAX_BYTES + 1 - used);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      used += (gsize) n;
    }
  close (fd);
  *length = used;
  return g_steal_pointer (&data);
}

/**
 * hih_cues_read:
 * @path: a WebVTT file
 *
 * Reads at most %HIH_CUES_MAX_BYTES. Blocks.
 *
 * Returns: (transfer full): its good cues, or %NULL with a %HIH_FILM_ERROR
 */
HihCues *
hih_cues_read (const char *path, GError **error)
{
  gsize length = 0;
  g_autofree char *data = read_bounded (path, &length, error);

  return data != NULL ? hih_cues_parse (data, length, error) : NULL;
}

/**
 * hih_cues_dup_path:
 * @film: a film's path
 *
 * Returns: (transfer full): where its captions lie, if it has any: the same name ending in .vtt
 */
char *
hih_cues_dup_path (const char *film)
{
  const char *dot = strrchr (film, '.');

  return g_strdup_printf ("%.*s.vtt", dot != NULL ? (int) (dot - film) : (int) strlen (film), film);
}

static void
append_time (GString *vtt, gint64 time_ms)
{
  g_string_append_printf (vtt, "%02d:%02d:%02d.%03d", (int) (time_ms / 3600000), (int) (time_ms / 60000 % 60),
                          (int) (time_ms / 1000 % 60), (int) (time_ms % 1000));
}

/**
 * hih_cues_to_vtt:
 *
 * Returns: (transfer full): the cues as a WebVTT file
 */
char *
hih_cues_to_vtt (HihCues *self)
{
  GString *vtt = g_string_new ("WEBVTT\n");

  for (guint i = 0; i < hih_cues_get_n (self); i++)
    {
      const HihCue *cue = hih_cues_get (self, i);
      gboolean line_is_empty = TRUE;

      g_string_append_c (vtt, '\n');
      append_time (vtt, cue->start_ms);
      g_string_append (vtt, " --> ");
      append_time (vtt, cue->end_ms);
      g_string_append_c (vtt, '\n');
      for (const char *p = cue->text; *p != '\0'; p++)
        {
          if (*p == '\n' && line_is_empty)
            continue; /* an empty line would end the cue */
          line_is_empty = *p == '\n';
          if (*p == '&')
            g_string_append (vtt, "&amp;");
          else if (*p == '<')
            g_string_append (vtt, "&lt;");
          else if (*p == '>')
            g_string_append (vtt, "&gt;");
          else
            g_string_append_c (vtt, *p);
        }
      if (!line_is_empty)
        g_string_append_c (vtt, '\n');
    }
  return g_string_free (vtt, FALSE);
}

/**
 * hih_cues_write:
 * @path: replaced as a whole
 *
 * Blocks.
 *
 * Returns: %FALSE with an error of %G_FILE_ERROR
 */
gboolean
hih_cues_write (HihCues *self, const char *path, GError **error)
{
  g_autofree char *vtt = hih_cues_to_vtt (self);

  if (hih_file_put (path, vtt, strlen (vtt), error))
    return TRUE;
  g_prefix_error (error, "film: ");
  return FALSE;
}
