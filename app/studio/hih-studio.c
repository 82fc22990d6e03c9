/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rehearse for the times, write chapters and captions, then shoot. */
#include "config.h"

#include "hih-studio.h"

#include "hih-cues.h"
#include "hih-file.h"
#include "hih-film.h"
#include "hih-paths.h"
#include "hih-shoot.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* FILE.webm -> FILE + @suffix */
static char *
beside (const char *path, const char *suffix)
{
  gsize length = g_str_has_suffix (path, ".webm") ? strlen (path) - 5 : strlen (path);

  return g_strdup_printf ("%.*s%s", (int) length, path, suffix);
}

static gboolean
write_captions (HihFilmScript *script, GArray *takes, const char *language, const char *path, GError **error)
{
  g_autoptr (HihCues) cues = hih_cues_new ();

  for (guint i = 0; i < takes->len; i++)
    {
      const HihSegment *segment = hih_film_script_get_segment (script, i);
      const HihTake *take = &g_array_index (takes, HihTake, i);
      g_autoptr (GArray) clauses = g_array_new (FALSE, FALSE, sizeof (HihSpokenClause));

      if (segment->speech != NULL)
        {
          for (guint k = 0; k < segment->speech->clauses->len; k++)
            {
              const HihClause *clause = &g_array_index (segment->speech->clauses, HihClause, k);
              gint64 start = take->start_ms + HIH_SHOOT_LEAD_MS + (gint64) clause->start_sample * 1000 / HIH_NARRATOR_SAMPLE_RATE;
              HihSpokenClause spoken = { clause->text, start,
                                         start + (gint64) clause->n_samples * 1000 / HIH_NARRATOR_SAMPLE_RATE };

              g_array_append_val (clauses, spoken);
            }
        }
      else
        {
          HihSpokenClause spoken = { segment->words, take->start_ms + HIH_SHOOT_LEAD_MS,
                                     take->start_ms + HIH_SHOOT_LEAD_MS + hih_segment_get_words_ms (segment) };

          g_array_append_val (clauses, spoken);
        }
      hih_cues_add_spoken (cues, language, (const HihSpokenClause *) (void *) clauses->data, clauses->len,
                           take->end_ms);
    }
  return hih_cues_write (cues, path, error);
}

/* What other players list: words of the film's language, not the ids its pictures and recordings are found by. */
static const char *
get_chapter_title (HihPlan *plan, const HihSegment *segment, const char *language)
{
  switch (segment->kind)
    {
    case HIH_SEGMENT_TITLE:
      return hih_text_get (hih_lesson_get_title (hih_plan_get_lesson (plan)), language);
    case HIH_SEGMENT_STEP:
      return hih_text_get (hih_plan_get_item (plan, segment->item)->step->title, language);
    case HIH_SEGMENT_OFFLINE:
    default:
      return _("You can do it without a phone too");
    }
}

/* A folder of files only. */
static void
remove_folder (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (dir, name, NULL);

      g_unlink (file);
    }
  g_rmdir (dir);
}

static gboolean
fail (const char *action, const char *path, GError **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "studio: %s %s: %s", action, path, g_strerror (code));
  return FALSE;
}

static gboolean
shoot_film (HihShootSpec *spec, HihPlan *plan, GArray *rehearsed, const char *path, GError **error)
{
  g_autoptr (HihEncoder) encoder = NULL;
  g_autoptr (GArray) shot = NULL;
  g_autofree char *captions = hih_cues_dup_path (path);

  hih_film_init ();
  encoder = hih_encoder_new (path, 1280, 720, 0, HIH_NARRATOR_SAMPLE_RATE);
  for (guint i = 0; i < rehearsed->len; i++)
    hih_encoder_add_chapter (encoder, g_array_index (rehearsed, HihTake, i).start_ms,
                             get_chapter_title (plan, hih_film_script_get_segment (spec->script, i), spec->language));
  spec->encoder = encoder;
  spec->total_ms = g_array_index (rehearsed, HihTake, rehearsed->len - 1).end_ms;
  shot = hih_shoot (spec, error);
  if (shot == NULL)
    return FALSE;
  if (g_array_index (shot, HihTake, shot->len - 1).end_ms != spec->total_ms)
    {
      g_set_error (error, HIH_FILM_ERROR, HIH_FILM_ERROR_ENCODE, "studio: film %s: rehearsal and shoot differ",
                   hih_lesson_get_id (hih_plan_get_lesson (plan)));
      return FALSE;
    }
  return hih_encoder_finish (encoder, spec->total_ms, error) &&
         write_captions (spec->script, shot, spec->language, captions, error);
}

gboolean
hih_studio_check_place (const char *path, GError **error)
{
  g_autofree char *captions = hih_cues_dup_path (path);
  g_autofree char *stamp = beside (path, ".stamp");

  return hih_file_check_place (path, error) && hih_file_check_place (captions, error) && hih_file_check_place (stamp, error);
}

gboolean
hih_studio_make_film (HihLesson *lesson, const char *language, const char *media_dir, const char *path,
                      HihStudioProgress progress, gpointer data, GError **error)
{
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_WATCH, FALSE);
  g_autoptr (HihFilmScript) script = hih_film_script_new (plan, language, media_dir, error);
  g_autoptr (GArray) rehearsed = NULL;
  g_autofree char *pictures = beside (path, ".pictures");
  g_autofree char *unready = g_strdup_printf ("%s.%d.part", pictures, (int) getpid ());
  HihShootSpec spec = { plan, script, language, NULL, NULL, NULL, NULL, 0 };
  gboolean made;

  if (script == NULL)
    return FALSE;
  rehearsed = hih_shoot (&spec, error);
  if (rehearsed == NULL)
    return FALSE;
  if (g_mkdir_with_parents (unready, 0755) != 0)
    return fail ("make folder", unready, error);
  spec.pictures_dir = unready;
  spec.progress = progress;
  spec.progress_data = data;
  made = shoot_film (&spec, plan, rehearsed, path, error);
  /* The pictures of the film before stay until there is another film. */
  if (made)
    {
      remove_folder (pictures);
      made = g_rename (unready, pictures) == 0 || fail ("put pictures into place", pictures, error);
    }
  if (!made)
    remove_folder (unready);
  return made;
}

static void
add_file (GChecksum *sum, const char *path)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  if (path != NULL && g_file_get_contents (path, &content, &length, NULL))
    g_checksum_update (sum, (const guchar *) content, length);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(char *const *) a, *(char *const *) b);
}

static void
add_folder (GChecksum *sum, const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_build_filename (dir, name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    add_file (sum, names->pdata[i]);
}

char *
hih_studio_dup_stamp (HihLesson *lesson, const char *language, const char *media_dir)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *topic_dir = g_path_get_dirname (hih_lesson_get_path (lesson));
  g_autofree char *apps = g_build_filename (topic_dir, "..", "apps", NULL);
  g_autofree char *readings = g_build_filename (media_dir, "voice", language, "readings.txt", NULL);
  g_autofree char *words = g_build_filename (hih_paths_get_locale_dir (), language, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);
  g_autofree char *recordings = g_build_filename (media_dir, "voice", language, hih_lesson_get_id (lesson), NULL);

  add_file (sum, hih_lesson_get_path (lesson));
  add_folder (sum, apps);
  add_file (sum, readings);
  add_file (sum, words); /* the phone's frame speaks the film's language too */
  add_folder (sum, recordings);
  return g_strdup_printf ("%d %s %s\n", HIH_STUDIO_LOOK, language, g_checksum_get_string (sum));
}

gboolean
hih_studio_is_current (const char *path, const char *stamp)
{
  g_autofree char *file = beside (path, ".stamp");
  g_autofree char *captions = hih_cues_dup_path (path);
  g_autofree char *old = NULL;

  return g_file_test (path, G_FILE_TEST_EXISTS) && g_file_test (captions, G_FILE_TEST_EXISTS) &&
         g_file_get_contents (file, &old, NULL, NULL) && g_strcmp0 (old, stamp) == 0;
}

gboolean
hih_studio_write_stamp (const char *path, const char *stamp, GError **error)
{
  g_autofree char *file = beside (path, ".stamp");

  return hih_file_put (file, stamp, strlen (stamp), error);
}
