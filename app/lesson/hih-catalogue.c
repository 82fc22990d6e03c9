/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the topics and, in each, its lessons. */
#include "config.h"

#include "hih-catalogue.h"

#include <gio/gio.h>
#include <string.h>

#include "hih-lesson-private.h"

/* A folder with more files is no folder of lessons. */
#define MAX_LESSONS 500

struct _HihCatalogue
{
  GObject parent_instance;

  GPtrArray *topics; /* (element-type HihTopic) */
};

G_DEFINE_FINAL_TYPE (HihCatalogue, hih_catalogue, G_TYPE_OBJECT)

static void
topic_free (gpointer data)
{
  HihTopic *topic = data;

  g_free ((char *) topic->icon);
  g_clear_pointer (&topic->title, hih_text_unref);
  g_ptr_array_unref (topic->lessons);
  g_free (topic);
}

static void
hih_catalogue_finalize (GObject *object)
{
  g_ptr_array_unref (HIH_CATALOGUE (object)->topics);
  G_OBJECT_CLASS (hih_catalogue_parent_class)->finalize (object);
}

static void
hih_catalogue_class_init (HihCatalogueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_catalogue_finalize;
}

static void
hih_catalogue_init (HihCatalogue *self)
{
  self->topics = g_ptr_array_new_with_free_func (topic_free);
}

static int
compare_lessons (gconstpointer a, gconstpointer b)
{
  HihLesson *x = *(HihLesson *const *) a;
  HihLesson *y = *(HihLesson *const *) b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return strcmp (x->id, y->id);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_xml (const char *dir)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) handle = g_dir_open (dir, 0, NULL);
  const char *name;

  while (handle != NULL && names->len < MAX_LESSONS && (name = g_dir_read_name (handle)) != NULL)
    {
      if (g_str_has_suffix (name, ".xml") && *name != '.')
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static HihTopic *
read_topic (HihCatalogue *self, const HihNode *node, GPtrArray *issues)
{
  const char *id = hih_node_get (node, "id");
  const char *icon = hih_node_get (node, "icon");
  HihTopic *topic;

  if (strcmp (node->name, "topic") != 0)
    {
      hih_node_complain (node, issues, "Write <topic id=\"…\" icon=\"…\">", "<%s> is not known inside <topics>",
                         node->name);
      return NULL;
    }
  if (!hih_lesson_is_word (id) || strcmp (id, "apps") == 0 || strcmp (id, "drills") == 0)
    {
      hih_node_complain_at (node, "id", issues, "Write the name of the topic's folder", "the topic has no good id");
      return NULL;
    }
  for (guint i = 0; i < self->topics->len; i++)
    {
      if (strcmp (((HihTopic *) self->topics->pdata[i])->id, id) == 0)
        {
          hih_node_complain_at (node, "id", issues, "Give each its own id", "there are two topics with the id %s", id);
          return NULL;
        }
    }
  if (icon != NULL && !hih_lesson_is_word (icon))
    hih_node_complain_at (node, "icon", issues, "Write an icon's name", "icon=\"%.40s\" is no icon's name", icon);
  topic = g_new0 (HihTopic, 1);
  topic->id = g_intern_string (id);
  topic->icon = g_strdup (icon != NULL && hih_lesson_is_word (icon) ? icon : "book");
  topic->title = hih_node_dup_text (node, "title");
  topic->lessons = g_ptr_array_new_with_free_func ((GDestroyNotify) hih_lesson_unref);
  if (topic->title == NULL)
    {
      hih_node_complain (node, issues, "Write <title>", "the topic %s has no title", id);
      topic->title = hih_text_new (id);
    }
  return topic;
}

/* @unread: takes the ids, by their files' names, of the lessons that must be mended first */
static void
load_topic (HihCatalogue *self, const char *dir, HihTopic *topic, GHashTable *unread, GPtrArray *issues)
{
  g_autofree char *topic_dir = g_build_filename (dir, topic->id, NULL);
  g_autofree char *apps_dir = g_build_filename (dir, "apps", NULL);
  g_autoptr (GPtrArray) names = list_xml (topic_dir);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (topic_dir, names->pdata[i], NULL);
      g_autoptr (HihLesson) lesson = hih_lesson_load (path, apps_dir, issues);
      HihLesson *twin;

      if (lesson == NULL)
        {
          const char *name = names->pdata[i];

          g_hash_table_add (unread, g_strndup (name, strlen (name) - strlen (".xml")));
          continue;
        }
      twin = hih_catalogue_find (self, lesson->id);
      if (twin != NULL)
        hih_issues_add (issues, path, lesson->id_place.line, lesson->id_place.column, "Give each its own id", "%s has the id %s too", twin->path, lesson->id);
      else if (strcmp (lesson->topic, topic->id) != 0)
        hih_issues_add (issues, path, lesson->topic_place.line, lesson->topic_place.column, "Put the lesson into its topic's folder",
                        "the lesson of the topic %s lies in the folder %s", lesson->topic, topic->id);
      else
        g_ptr_array_add (topic->lessons, g_steal_pointer (&lesson));
    }
  g_ptr_array_sort (topic->lessons, compare_lessons);
}

/*
 * A missing forerunner is told, but nobody is kept from a good lesson by it. One that is there and has to be mended was
 * told already.
 */
static void
check_needs (HihCatalogue *self, GHashTable *unread, GPtrArray *issues)
{
  for (guint i = 0; i < self->topics->len; i++)
    {
      HihTopic *topic = self->topics->pdata[i];

      for (guint j = 0; j < topic->lessons->len; j++)
        {
          HihLesson *lesson = topic->lessons->pdata[j];
          const char *const *needs = hih_lesson_get_needs (lesson);

          for (guint k = 0; needs[k] != NULL; k++)
            {
              if (hih_catalogue_find (self, needs[k]) == NULL && !g_hash_table_contains (unread, needs[k]))
                hih_issues_add (issues, lesson->path, g_array_index (lesson->needs_places, HihFilePlace, k).line,
                                g_array_index (lesson->needs_places, HihFilePlace, k).column,
                                "Write the id of a lesson that is there",
                                "it needs the lesson %s, and there is none", needs[k]);
            }
        }
    }
}

/**
 * hih_catalogue_load:
 * @dir: the lessons' folder
 * @issues: (element-type HihIssue): what is wrong is added here
 *
 * Blocks. Any thread.
 *
 * Returns: (transfer full): the catalogue, without the lessons that cannot be used; empty when @dir is not there
 */
HihCatalogue *
hih_catalogue_load (const char *dir, GPtrArray *issues)
{
  HihCatalogue *self = g_object_new (HIH_TYPE_CATALOGUE, NULL);
  g_autofree char *path = g_build_filename (dir, "topics.xml", NULL);
  g_autoptr (HihNode) root = hih_markup_read (path, issues);
  g_autoptr (GHashTable) unread = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; root != NULL && i < root->children->len; i++)
    {
      HihTopic *topic = read_topic (self, root->children->pdata[i], issues);

      if (topic == NULL)
        continue;
      g_ptr_array_add (self->topics, topic);
      load_topic (self, dir, topic, unread, issues);
    }
  check_needs (self, unread, issues);
  return self;
}

typedef struct
{
  HihCatalogue *catalogue;
  GPtrArray *issues;
} Loaded;

static void
loaded_free (gpointer data)
{
  Loaded *loaded = data;

  g_clear_object (&loaded->catalogue);
  g_clear_pointer (&loaded->issues, g_ptr_array_unref);
  g_free (loaded);
}

static void
load_in_thread (GTask *task, gpointer source, gpointer dir, GCancellable *cancellable)
{
  Loaded *loaded = g_new0 (Loaded, 1);

  loaded->issues = hih_issues_new ();
  loaded->catalogue = hih_catalogue_load (dir, loaded->issues);
  g_task_return_pointer (task, loaded, loaded_free);
}

void
hih_catalogue_load_async (const char *dir, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, hih_catalogue_load_async);
  g_task_set_task_data (task, g_strdup (dir), g_free);
  g_task_run_in_thread (task, load_in_thread);
}

/**
 * hih_catalogue_load_finish:
 * @issues: (out) (transfer full) (optional): what was wrong
 *
 * Returns: (transfer full) (nullable): the catalogue; %NULL with @error only when it was cancelled
 */
HihCatalogue *
hih_catalogue_load_finish (GAsyncResult *result, GPtrArray **issues, GError **error)
{
  Loaded *loaded = g_task_propagate_pointer (G_TASK (result), error);
  HihCatalogue *catalogue;

  if (loaded == NULL)
    return NULL;
  catalogue = g_steal_pointer (&loaded->catalogue);
  if (issues != NULL)
    *issues = g_steal_pointer (&loaded->issues);
  loaded_free (loaded);
  return catalogue;
}

/**
 * hih_catalogue_get_topics:
 *
 * Returns: (transfer none) (element-type HihTopic): in the order of topics.xml; a topic may be empty
 */
GPtrArray *
hih_catalogue_get_topics (HihCatalogue *self)
{
  return self->topics;
}

/* The lesson @id, or the one @after it; the very first for NULL. */
static HihLesson *
find (HihCatalogue *self, const char *id, gboolean after)
{
  gboolean found = id == NULL;

  for (guint i = 0; i < self->topics->len; i++)
    {
      HihTopic *topic = self->topics->pdata[i];

      for (guint j = 0; j < topic->lessons->len; j++)
        {
          HihLesson *lesson = topic->lessons->pdata[j];

          if (found)
            return lesson;
          found = strcmp (lesson->id, id) == 0;
          if (found && !after)
            return lesson;
        }
    }
  return NULL;
}

HihLesson *
hih_catalogue_find (HihCatalogue *self, const char *id)
{
  return id != NULL ? find (self, id, FALSE) : NULL;
}

HihLesson *
hih_catalogue_get_first (HihCatalogue *self)
{
  return find (self, NULL, FALSE);
}

HihLesson *
hih_catalogue_get_next (HihCatalogue *self, const char *id)
{
  return find (self, id, TRUE);
}
