/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lesson and app files are hostile until checked. GMarkup knows no DTD and no entities beyond the five of XML,
 * refuses 200 000 attributes in 2 ms where libxml2 runs for a minute, and tells line and column. What it does not
 * limit is limited here: bytes, depth, nodes, attributes, texts, characters that are none. The file is read through one bounded read, so an endless
 * or a 100 MB file costs no more than HIH_MARKUP_MAX_BYTES.
 *
 * Translations stand beside their source, as msgfmt --xml writes them:
 *     <say>Tap it once.</say> <say xml:lang="zh_CN">点一下。</say>
 */
#include "config.h"

#include "hih-markup.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static _Thread_local HihMarkupWork last_work;

typedef struct
{
  HihNode *root;
  GPtrArray *stack; /* (element-type HihNode) borrowed */
  GPtrArray *texts; /* (element-type GString) one a stack level */
  const char *file;
  /* GMarkup tells where a tag ended (and the line after it when a newline follows): a second look finds its start. */
  const char *at;
  const char *end;
  int line;
  int column;
} Reader;

static void
node_free (gpointer data)
{
  HihNode *node = data;

  g_free (node->name);
  g_strfreev (node->attribute_names);
  g_strfreev (node->attribute_values);
  g_free (node->attribute_places);
  g_ptr_array_unref (node->children);
  g_free (node->text);
  g_free (node);
}

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

/* Moves the second look on to @to, counting lines and characters. */
static void
go_to (Reader *reader, const char *to)
{
  for (; reader->at < to; reader->at++)
    {
      if (*reader->at == '\n')
        {
          reader->line++;
          reader->column = 1;
        }
      else if (((guchar) *reader->at & 0xc0) != 0x80)
        reader->column++;
    }
}

/* Moves past the next @mark; to the end when there is none. */
static void
go_past (Reader *reader, const char *mark)
{
  const char *found = g_strstr_len (reader->at, reader->end - reader->at, mark);

  go_to (reader, found != NULL ? found + strlen (mark) : reader->end);
}

/* Moves to the `<` of the element that GMarkup has just read. */
static void
find_tag (Reader *reader)
{
  for (;;)
    {
      const char *open = memchr (reader->at, '<', reader->end - reader->at);
      gsize left = open != NULL ? (gsize) (reader->end - open) : 0;

      if (open == NULL)
        break;
      go_to (reader, open);
      if (left >= 4 && memcmp (open, "<!--", 4) == 0)
        go_past (reader, "-->");
      else if (left >= 9 && memcmp (open, "<![CDATA[", 9) == 0)
        go_past (reader, "]]>");
      else if (left >= 2 && (open[1] == '/' || open[1] == '!' || open[1] == '?'))
        go_past (reader, ">");
      else
        break;
    }
}

/* Moves to the tag's end, and notes on the way where its @n attributes begin. */
static void
find_attributes (Reader *reader, HihFilePlace *places, guint n)
{
  gboolean between = FALSE; /* where a name may begin */
  guint i = 0;

  for (char quote = '\0'; reader->at < reader->end; go_to (reader, reader->at + 1))
    {
      char c = *reader->at;

      if (quote != '\0')
        {
          between = c == quote;
          quote = c == quote ? '\0' : quote;
        }
      else if (c == '"' || c == '\'')
        quote = c;
      else if (c == '>')
        break;
      else if (g_ascii_isspace (c))
        between = TRUE;
      else if (between && c != '=' && c != '/')
        {
          if (i < n)
            places[i++] = (HihFilePlace) { reader->line, reader->column };
          between = FALSE;
        }
    }
}

/* Whether XML 1.0 knows all of these characters ("2.2 Characters"); GMarkup takes control characters and `&#x1;`. */
static gboolean
is_xml_text (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff)
        return FALSE;
    }
  return TRUE;
}

static void
start_element (GMarkupParseContext *context, const char *name, const char **names, const char **values,
               gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  HihNode *node;
  guint n = g_strv_length ((char **) names);

  /* GMarkup takes it: the first would be forgotten. */
  if (reader->stack->len == 0 && reader->root != NULL)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, ": <%.40s> stands beside <%.40s>; a file is one element", name,
                   reader->root->name);
      return;
    }
  if (reader->stack->len >= HIH_MARKUP_MAX_DEPTH)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "<%.40s> stands deeper than %d levels", name,
                   HIH_MARKUP_MAX_DEPTH);
      return;
    }
  if (last_work.n_nodes >= HIH_MARKUP_MAX_NODES)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "more than %d elements",
                   HIH_MARKUP_MAX_NODES);
      return;
    }
  if (n > HIH_MARKUP_MAX_ATTRIBUTES)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "<%.40s> has more than %d attributes", name,
                   HIH_MARKUP_MAX_ATTRIBUTES);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      for (guint k = 0; k < i; k++)
        {
          if (strcmp (names[i], names[k]) == 0)
            {
              g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "<%.40s> has the attribute %.40s twice",
                           name, names[i]);
              return;
            }
        }
      if (strlen (values[i]) > HIH_MARKUP_MAX_ATTRIBUTE_BYTES || strlen (names[i]) > 64)
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "attribute %.40s of <%.40s> is too long",
                       names[i], name);
          return;
        }
      if (!is_xml_text (values[i], strlen (values[i])))
        {
          g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, ": attribute %.40s of <%.40s> has a control character",
                       names[i], name);
          return;
        }
    }
  if (strlen (name) > 64)
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "an element name is too long");
      return;
    }

  last_work.n_nodes++;
  node = g_new0 (HihNode, 1);
  node->name = g_strdup (name);
  node->attribute_names = g_strdupv ((char **) names);
  node->attribute_values = g_strdupv ((char **) values);
  node->children = g_ptr_array_new_with_free_func (node_free);
  node->file = reader->file;
  find_tag (reader);
  node->line = reader->line;
  node->column = reader->column;
  node->attribute_places = g_new0 (HihFilePlace, n);
  find_attributes (reader, node->attribute_places, n);

  if (reader->stack->len > 0)
    g_ptr_array_add (((HihNode *) reader->stack->pdata[reader->stack->len - 1])->children, node);
  else
    reader->root = node;
  g_ptr_array_add (reader->stack, node);
  g_ptr_array_add (reader->texts, g_string_new (NULL));
}

/* Folds runs of white space to one space, as XML authors wrap lines freely. */
static char *
fold (const char *string)
{
  GString *out = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *p = string; *p != '\0'; p++)
    {
      if (g_ascii_isspace (*p))
        {
          space = out->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (out, ' ');
      space = FALSE;
      g_string_append_c (out, *p);
    }
  return g_string_free (out, FALSE);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  HihNode *node = reader->stack->pdata[reader->stack->len - 1];
  GString *text = reader->texts->pdata[reader->texts->len - 1];

  node->text = fold (text->str);
  g_ptr_array_remove_index (reader->stack, reader->stack->len - 1);
  g_ptr_array_remove_index (reader->texts, reader->texts->len - 1);
}

static void
character_data (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  GString *own = reader->texts->len > 0 ? reader->texts->pdata[reader->texts->len - 1] : NULL;

  if (own == NULL)
    return;
  if (!is_xml_text (text, length))
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, ": a control character in the text");
  else if (own->len + length > HIH_MARKUP_MAX_TEXT_BYTES)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "the text of one element has more than %d bytes",
                 HIH_MARKUP_MAX_TEXT_BYTES);
  else
    g_string_append_len (own, text, length);
}

/* A node whose closing tag never came (a broken file) still needs its text field. */
static void
close_open_nodes (Reader *reader)
{
  for (guint i = 0; i < reader->stack->len; i++)
    {
      HihNode *node = reader->stack->pdata[i];

      if (node->text == NULL)
        node->text = g_strdup ("");
    }
}

/* What is no UTF-8 is told by its place and by what to do about it: Chinese editors like to save GB18030 or UTF-16. */
static gboolean
is_utf8 (const char *data, gsize n_bytes, const char *file, GPtrArray *issues)
{
  Reader reader = { .at = data, .end = data + n_bytes, .line = 1, .column = 1 };
  const char *bad;

  if (n_bytes >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    {
      hih_issues_add (issues, file, 1, 1, "Save the file as UTF-8", "this is UTF-16");
      return FALSE;
    }
  if (g_utf8_validate_len (data, n_bytes, &bad))
    return TRUE;
  go_to (&reader, bad);
  if (*bad == '\0')
    hih_issues_add (issues, file, reader.line, reader.column, "Take it out", "a zero byte");
  else
    hih_issues_add (issues, file, reader.line, reader.column, "Save the file as UTF-8 (GBK and others cannot be read)",
                    "this is no UTF-8");
  return FALSE;
}

static void
complain_about_size (const char *file, GPtrArray *issues)
{
  hih_issues_add (issues, file, 1, 1, "Split it: a lesson is a few kilobytes", "larger than %d bytes",
                  HIH_MARKUP_MAX_BYTES);
}

/**
 * hih_markup_parse:
 * @data: the file's content
 * @length: in bytes, or -1
 * @file: the name used in issues; copied
 * @issues: (element-type HihIssue): what is wrong is added here
 *
 * Returns: (transfer full) (nullable): the root, or %NULL when the XML is bad
 */
HihNode *
hih_markup_parse (const char *data, gssize length, const char *file, GPtrArray *issues)
{
  static const GMarkupParser parser = { start_element, end_element, character_data, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  Reader reader = { NULL };
  HihNode *root;
  gsize n_bytes = length < 0 ? strlen (data) : (gsize) length;

  last_work = (HihMarkupWork) { 0, 0 };
  if (n_bytes > HIH_MARKUP_MAX_BYTES)
    {
      complain_about_size (file, issues);
      return NULL;
    }
  last_work.n_bytes = n_bytes;
  /* Some editors begin a file with a byte order mark. */
  if (n_bytes >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      n_bytes -= 3;
    }
  if (!is_utf8 (data, n_bytes, file, issues))
    return NULL;
  reader.file = g_intern_string (file);
  reader.at = data;
  reader.end = data + n_bytes;
  reader.line = reader.column = 1;
  reader.stack = g_ptr_array_new ();
  reader.texts = g_ptr_array_new_with_free_func (string_free);
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);

  if (!g_markup_parse_context_parse (context, data, (gssize) n_bytes, &error) ||
      !g_markup_parse_context_end_parse (context, &error))
    {
      int line = 1, column = 1;
      const char *what = error->message;
      const char *colon, *wide_colon;
      g_autofree char *opened = NULL;

      g_markup_parse_context_get_position (context, &line, &column);
      /* GMarkup starts its own messages with "Error on line 3 char 4: ", in the user's language. The place is told in our
       * way already; what start_element() says has no such start. */
      if (!g_error_matches (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT))
        {
          colon = strstr (what, ": ");
          wide_colon = strstr (what, "： ");
          if (wide_colon != NULL && (colon == NULL || wide_colon < colon))
            what = wide_colon + strlen ("： ");
          else if (colon != NULL)
            what = colon + strlen (": ");
          /* What was never closed is told only where something else ends. */
          if (reader.stack->len > 0)
            {
              const HihNode *open = reader.stack->pdata[reader.stack->len - 1];

              opened = g_strdup_printf (" (<%.40s> of line %d is still open)", open->name, open->line);
            }
        }
      hih_issues_add (issues, file, line, column,
                      g_error_matches (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT)
                        ? "Write it once, and less of it: no lesson and no app needs so much"
                        : "Write well-formed XML: every element closed, values quoted",
                      "%.200s%s", what, opened != NULL ? opened : "");
      close_open_nodes (&reader);
      if (reader.root != NULL)
        node_free (reader.root);
      reader.root = NULL;
    }
  root = reader.root;
  g_ptr_array_unref (reader.stack);
  g_ptr_array_unref (reader.texts);
  return root;
}

/**
 * hih_markup_read:
 * @path: a regular file
 *
 * Reads at most HIH_MARKUP_MAX_BYTES. Blocks: not for the main thread while a window is up.
 *
 * Returns: (transfer full) (nullable): the root, or %NULL with an issue added
 */
HihNode *
hih_markup_read (const char *path, GPtrArray *issues)
{
  g_autofree char *data = NULL;
  gsize used = 0;
  struct stat st;
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  last_work = (HihMarkupWork) { 0, 0 };
  if (fd < 0 || fstat (fd, &st) != 0 || !S_ISREG (st.st_mode))
    {
      int code = errno;

      hih_issues_add (issues, path, 1, 1, "Name a file that can be read", "cannot be read: %s",
                      fd < 0 ? g_strerror (code) : "not a regular file");
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (st.st_size > HIH_MARKUP_MAX_BYTES)
    {
      complain_about_size (path, issues);
      close (fd);
      return NULL;
    }
  data = g_malloc (HIH_MARKUP_MAX_BYTES + 1);
  while (used < HIH_MARKUP_MAX_BYTES)
    {
      gssize n = read (fd, data + used, HIH_MARKUP_MAX_BYTES - used);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        break;
      used += n;
    }
  close (fd);
  return hih_markup_parse (data, used, path, issues);
}

/**
 * hih_markup_get_work:
 * @work: (out): what the last reading on this thread cost
 */
void
hih_markup_get_work (HihMarkupWork *work)
{
  *work = last_work;
}

void
hih_node_free (HihNode *root)
{
  if (root != NULL)
    node_free (root);
}
