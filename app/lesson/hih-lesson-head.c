/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what a lesson says about itself: its names, its status switch, its own film. */
#include "config.h"

#include "hih-lesson-private.h"

#include <string.h>

static gboolean
parse_number (const char *text, gint64 min, gint64 max, gint64 *out)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, min, max, out, NULL);
}

static void
read_film (HihLesson *self, const HihNode *node, GPtrArray *issues)
{
  const char *file = hih_node_get (node, "file");

  if (file == NULL || *file == '\0')
    return;
  /* Beside the lesson and nowhere else. */
  if (*file == '.' || strlen (file) > 100
      || strspn (file, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.") != strlen (file))
    hih_node_complain_at (node, "file", issues,
                          "Put the film beside the lesson and write its name: letters, digits, - _ and .",
                          "file=\"%.60s\" is not the name of a file beside the lesson", file);
  else
    {
      self->film = g_strdup (file);
      self->film_place = hih_node_get_place (node, "file");
    }
}

static void
read_about (HihLesson *self, const HihNode *root, GPtrArray *issues)
{
  static const char *const STATUSES[] = { "in-force", "retired", "drill", NULL };
  const HihNode *valid = hih_lesson_find_child (root, "valid");
  const HihNode *status = hih_lesson_find_child (root, "status");
  const HihNode *film = hih_lesson_find_child (root, "film");

  for (guint i = 0; i < root->children->len; i++)
    {
      const HihNode *child = root->children->pdata[i];
      const char *lesson = hih_node_get (child, "lesson");

      if (strcmp (child->name, "needs") != 0 || lesson == NULL)
        continue;
      if (!hih_lesson_is_word (lesson) || g_strcmp0 (lesson, self->id) == 0)
        hih_node_complain_at (child, "lesson", issues, "Write the id of another lesson",
                              "lesson=\"%.60s\" is no other lesson's id", lesson);
      else
        {
          HihFilePlace place = hih_node_get_place (child, "lesson");

          g_ptr_array_add (self->needs, g_strdup (lesson));
          g_array_append_val (self->needs_places, place);
        }
    }
  g_ptr_array_add (self->needs, NULL);

  if (valid != NULL)
    {
      self->region = g_strdup (hih_node_get (valid, "region"));
      self->checked = g_strdup (hih_node_get (valid, "checked"));
      if (self->checked != NULL && !g_regex_match_simple ("^20[0-9]{2}-(0[1-9]|1[0-2])$", self->checked, 0, 0))
        hih_node_complain_at (valid, "checked", issues, "Write year and month, such as 2026-11",
                              "checked=\"%.40s\" is no month", self->checked);
    }
  if (status != NULL)
    {
      self->status_key = g_strdup (hih_node_get (status, "key"));
      self->status_default = g_strdup (hih_node_get (status, "default"));
      if (self->status_key != NULL && !hih_lesson_is_word (self->status_key))
        hih_node_complain_at (status, "key", issues, "Use a-z, 0-9 and - only", "key=\"%.60s\" is no id",
                              self->status_key);
      if (self->status_default != NULL && !g_strv_contains (STATUSES, self->status_default))
        hih_node_complain_at (status, "default", issues, "Write in-force, retired or drill",
                              "default=\"%.40s\" is not known", self->status_default);
      for (guint i = 0; STATUSES[i] != NULL; i++)
        {
          HihStatusText text = { g_strdup (STATUSES[i]), hih_node_dup_text (status, STATUSES[i]) };

          g_array_append_val (self->status_texts, text);
        }
    }
  if (film != NULL)
    read_film (self, film, issues);
}

void
hih_lesson_read_head (HihLesson *self, const HihNode *root, GPtrArray *issues)
{
  const char *minutes = hih_node_get (root, "minutes");
  const char *order = hih_node_get (root, "order");
  gint64 number;

  self->id = g_strdup (hih_node_get (root, "id"));
  self->topic = g_strdup (hih_node_get (root, "topic"));
  self->picture = g_strdup (hih_node_get (root, "picture"));
  self->id_place = hih_node_get_place (root, "id");
  self->topic_place = hih_node_get_place (root, "topic");
  self->picture_place = hih_node_get_place (root, "picture");
  if (self->id != NULL && *self->id != '\0' && !hih_lesson_is_word (self->id))
    hih_node_complain_at (root, "id", issues, "Use a-z, 0-9 and - only", "id=\"%.60s\" is no id", self->id);
  if (self->topic != NULL && *self->topic != '\0' && !hih_lesson_is_word (self->topic))
    hih_node_complain_at (root, "topic", issues, "Write the id of a topic in topics.xml", "topic=\"%.60s\" is no id",
                          self->topic);
  if (self->picture != NULL && !hih_lesson_is_word (self->picture))
    hih_node_complain_at (root, "picture", issues, "Write a picture's name, such as face-fang",
                          "picture=\"%.60s\" is no picture's name", self->picture);
  if (parse_number (minutes, 1, 60, &number))
    self->minutes = number;
  else if (minutes != NULL && *minutes != '\0')
    hih_node_complain_at (root, "minutes", issues, "Write a number from 1 to 60", "minutes=\"%.40s\" is not known",
                          minutes);
  self->order = G_MAXINT;
  if (parse_number (order, 0, 1000000, &number))
    self->order = number;
  else if (order != NULL)
    hih_node_complain_at (root, "order", issues, "Write a number", "order=\"%.40s\" is no number", order);

  self->title = hih_node_dup_text (root, "title");
  self->able = hih_node_dup_text (root, "able");
  self->metaphor = hih_node_dup_text (root, "metaphor");
  self->notes = hih_node_dup_text (root, "notes");
  self->real_phone = hih_node_dup_text (root, "real-phone");
  if (self->title == NULL)
    hih_node_complain (root, issues, "Write <title>", "the lesson has no title");
  self->content_hash = hih_lesson_hash_content (root);
  read_about (self, root, issues);
}
