/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every command needs: options, errors, output, and the two things most of them open. */
#include "config.h"

#include "hih-command.h"

#include "hih-file.h"
#include "hih-locale.h"
#include "hih-pack.h"
#include "hih-paths.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_STEPS_UP 3 /* from a pack/topic/folder to the pack */

static const char *
stay_english (const char *words, gpointer data)
{
  return words;
}

gboolean
hih_command_parse (const HihCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int min_arguments,
                   int max_arguments)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strconcat ("hih ", command->name, NULL);
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, NULL, NULL);

  g_set_prgname (program);
  g_option_context_set_summary (context, command->summary);
  g_option_context_set_description (context, command->details);
  g_option_group_add_entries (group, entries);
  /* In English, as all that is told here: some of the options' words are in the window's catalogue too, and help would be
   * half in one language and half in the other. */
  g_option_group_set_translate_func (group, stay_english, NULL, NULL);
  g_option_context_set_main_group (context, group);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      hih_command_fail_usage ("%s (see: %s --help)", error->message, program);
      return FALSE;
    }
  /* A lone "--" is GOption's own. */
  if (*argc > 1 && strcmp ((*argv)[1], "--") == 0)
    {
      memmove (*argv + 1, *argv + 2, (gsize) (*argc - 1) * sizeof (char *));
      (*argc)--;
    }
  if (*argc - 1 < min_arguments || *argc - 1 > max_arguments)
    {
      hih_command_fail_usage ("usage: %s %s", program, command->arguments);
      return FALSE;
    }
  return TRUE;
}

/* At most max_bytes + 1: one more tells that it is too large, also of a file that grows or does not know its size. */
static char *
read_whole (int fd, gsize max_bytes, gsize *length, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 piece[16384];
  gssize n = 1;

  while (n != 0 && bytes->len <= max_bytes)
    {
      n = read (fd, piece, MIN (sizeof piece, max_bytes + 1 - bytes->len));
      if (n > 0)
        g_byte_array_append (bytes, piece, (guint) n);
      else if (n < 0 && errno != EINTR)
        {
          g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (errno), g_strerror (errno));
          return NULL;
        }
    }
  if (bytes->len > max_bytes)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "larger than %" G_GSIZE_FORMAT " MiB", max_bytes / 1024 / 1024);
      return NULL;
    }
  *length = bytes->len;
  g_byte_array_append (bytes, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

char *
hih_command_read_file (const char *path, gsize max_bytes, gsize *length, GError **error)
{
  /* Without waiting: a pipe that nobody writes to would keep even its opening. */
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  int code = errno;
  char *data = NULL;
  struct stat st;

  if (fd < 0)
    g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (code), g_strerror (code));
  else if (fstat (fd, &st) != 0 || !S_ISREG (st.st_mode))
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, "not a regular file");
  else
    data = read_whole (fd, max_bytes, length, error);
  if (fd >= 0)
    close (fd);
  return data;
}

/* In place: for standard output, and for what is there but is no file (a device, a pipe), which must stay what it is. */
static int
put_in_place (FILE *file, const char *data, gsize length, const char *name)
{
  gboolean written = file != NULL && fwrite (data, 1, length, file) == length && fflush (file) == 0;
  int code = errno;

  if (file != NULL && file != stdout)
    written = fclose (file) == 0 && written;
  return written ? HIH_EXIT_DONE : hih_command_fail ("write %s: %s", name, g_strerror (code));
}

int
hih_command_put_data (const char *data, gsize length, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (path == NULL)
    return put_in_place (stdout, data, length, "the output");
  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return put_in_place (fopen (path, "w"), data, length, path);
  if (!hih_file_put (path, data, length, &error))
    return hih_command_fail ("%s", error->message);
  return HIH_EXIT_DONE;
}

int
hih_command_put (const char *text, const char *path)
{
  /* What goes on into a program or a file stays as it is. */
  g_autofree char *harmless = path == NULL && isatty (STDOUT_FILENO) ? hih_command_dup_harmless (text) : NULL;

  if (harmless != NULL)
    text = harmless;
  return hih_command_put_data (text, strlen (text), path);
}

char *
hih_command_dup_language (const char *name)
{
  char *language = hih_locale_find (name);

  if (language == NULL)
    {
      g_auto (GStrv) languages = hih_locale_dup_languages ();
      g_autofree char *list = g_strjoinv (", ", languages);

      hih_command_fail_usage ("there are no words in the language “%s”; there are: %s", name, list);
    }
  return language;
}

static char *
find_lesson_path (const char *id)
{
  const char *dir = hih_paths_get_lessons_dir ();
  g_autoptr (GDir) topics = g_dir_open (dir, 0, NULL);
  g_autofree char *file = g_strconcat (id, ".xml", NULL);
  const char *topic;

  while (topics != NULL && (topic = g_dir_read_name (topics)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, topic, file, NULL);

      if (strcmp (topic, "apps") != 0 && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }
  return NULL;
}

/* Named as whoever names the apps too writes it: what is told of an app for two reasons is told of one file. */
char *
hih_command_find_apps_dir (const char *path)
{
  g_autofree char *dir = g_file_test (path, G_FILE_TEST_IS_DIR) ? g_strdup (path) : g_path_get_dirname (path);

  for (guint i = 0; i < MAX_STEPS_UP; i++)
    {
      g_autofree char *name = g_path_get_basename (dir), *inner = NULL;

      if (hih_pack_is_one (dir))
        return strcmp (dir, ".") == 0 ? g_strdup (HIH_PACK_APPS) : g_build_filename (dir, HIH_PACK_APPS, NULL);
      inner = g_steal_pointer (&dir);
      dir = strcmp (inner, ".") == 0 ? g_strdup ("..")
            : strcmp (name, "..") == 0 ? g_build_filename (inner, "..", NULL) : g_path_get_dirname (inner);
    }
  return g_build_filename (hih_paths_get_lessons_dir (), HIH_PACK_APPS, NULL);
}

HihLesson *
hih_command_load_lesson (const char *id_or_path)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *path = NULL;
  g_autofree char *apps = NULL;
  HihLesson *lesson;

  if (strchr (id_or_path, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (id_or_path, ".xml"))
    path = g_strdup (id_or_path);
  else
    path = find_lesson_path (id_or_path);
  if (path == NULL)
    {
      hih_command_fail ("no lesson is called %s (see: hih lesson list)", id_or_path);
      return NULL;
    }
  apps = hih_command_find_apps_dir (path);
  lesson = hih_lesson_load (path, apps, issues);
  if (lesson == NULL)
    {
      hih_command_print_issues (issues);
      hih_command_fail ("lesson %s cannot be used", id_or_path);
    }
  return lesson;
}

HihRecords *
hih_command_open_records (void)
{
  if (!hih_records_are_in (hih_paths_get_data_dir ()))
    {
      hih_command_fail ("there are no records in %s", hih_paths_get_data_dir ());
      return NULL;
    }
  return hih_command_open_or_begin_records ();
}

HihRecords *
hih_command_open_or_begin_records (void)
{
  g_autoptr (HihClock) clock = hih_clock_new_system ();

  return hih_command_open_records_at (clock);
}

HihRecords *
hih_command_open_records_at (HihClock *clock)
{
  g_autoptr (GError) error = NULL;
  HihRecords *records = hih_records_open_sync (hih_paths_get_data_dir (), clock, &error);

  if (records == NULL)
    {
      hih_command_fail ("%s", error->message);
      return NULL;
    }
  if (hih_records_get_found (records) == HIH_RECORDS_RESTORED && hih_records_get_damaged_path (records) == NULL)
    hih_command_fail ("the records were gone: the newest good backup is in their place; who was erased since may be in it");
  else if (hih_records_get_found (records) == HIH_RECORDS_RESTORED)
    hih_command_fail ("the records were damaged: the newest good backup is in their place; who was erased since may be in it; the damaged file is kept as %s",
                      hih_records_get_damaged_path (records));
  else if (hih_records_get_found (records) == HIH_RECORDS_LOST)
    hih_command_fail ("the records were damaged and there was no backup: they are empty now; the damaged file is kept as %s",
                      hih_records_get_damaged_path (records));
  return records;
}
