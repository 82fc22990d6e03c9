/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads <step> elements, of a lesson or of a trap. */
#include "config.h"

#include "hih-lesson-private.h"

#include <string.h>

#include "hih-step-kind.h"
#include "hih-suggest.h"

static const HihStepKind *
find_kind (const HihNode *node, GPtrArray *issues)
{
  const HihStepKind *found = NULL;

  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      const HihStepKind *kind = hih_step_kind_find (node->attribute_names[i]);

      if (kind == NULL)
        continue;
      if (found != NULL)
        {
          hih_node_complain_at (node, kind->name, issues, "Make two steps of it: one thing at a time",
                                "the step asks for %s and for %s", found->name, kind->name);
          return NULL;
        }
      found = kind;
    }
  if (found == NULL)
    hih_node_complain (node, issues, "Write tap=\"app/element\", or look=\"yes\" when nothing is done on the phone",
                       "the step does not say what is done");
  return found;
}

static void
check_target (const HihNode *node, const HihStep *step, HihAppSet *apps, GPtrArray *issues)
{
  g_auto (GStrv) parts = g_strsplit (step->target, "/", 3);
  g_autoptr (HihGesture) gesture = NULL;
  HihElement *element;

  if (g_strv_length (parts) != 2 || !hih_lesson_is_word (parts[0]) || !hih_lesson_is_word (parts[1]))
    {
      hih_node_complain_at (node, step->kind->name, issues, "Write app/element, such as home/chat",
                            "%s=\"%.60s\" names no element", step->kind->name, step->target);
      return;
    }
  if (apps == NULL)
    return;
  if (!hih_app_set_has_app (apps, parts[0]))
    {
      hih_node_complain_at (node, step->kind->name, issues, "Add the app to <phone apps=\"…\">, or mend its name",
                            "the phone of this lesson has no app %s", parts[0]);
      return;
    }
  element = hih_app_set_find_element (apps, step->target);
  if (element == NULL)
    {
      if (!hih_lesson_is_system_target (step->target))
        {
          g_autofree char *mend = hih_app_set_suggest_target (apps, step->target);

          hih_node_complain_at (node, step->kind->name, issues, mend, "the app %s has no element %s", parts[0],
                                parts[1]);
        }
      return;
    }
  gesture = step->kind->dup_gesture != NULL ? step->kind->dup_gesture (step) : NULL;
  if (gesture != NULL && !hih_lesson_is_system_target (step->target) && !hih_element_answers (element, gesture->kind))
    {
      g_autofree char *mend = hih_element_suggest_gesture (element, gesture->kind);

      hih_node_complain_at (node, step->kind->name, issues, mend, "%s does not answer %s", step->target,
                            hih_gesture_kind_get_name (gesture->kind));
    }
}

static void
read_value (const HihNode *node, HihStep *step, GPtrArray *issues)
{
  static const char *const VALUES[] = { "direction", "to", "text", NULL };
  static const char *const DIRECTIONS[] = { "up", "down", "left", "right", NULL };
  const char *own = step->kind->value_attribute;

  for (guint i = 0; VALUES[i] != NULL; i++)
    {
      if (hih_node_get (node, VALUES[i]) != NULL && g_strcmp0 (VALUES[i], own) != 0)
        hih_node_complain_at (node, VALUES[i], issues, "Leave it out", "%s has no meaning with %s", VALUES[i],
                              step->kind->name);
    }
  step->value = own != NULL ? g_strdup (hih_node_get (node, own)) : NULL;
  if (!step->kind->needs_value)
    return;
  if (step->value == NULL || *step->value == '\0')
    {
      g_autofree char *mend = g_strdup_printf ("Write %s=\"…\" beside it", own);

      hih_node_complain_at (node, step->kind->name, issues, mend, "%s does not say %s", step->kind->name, own);
      g_clear_pointer (&step->value, g_free);
    }
  else if (strcmp (own, "direction") == 0 && !g_strv_contains (DIRECTIONS, step->value))
    {
      hih_node_complain_at (node, "direction", issues, "Write up, down, left or right",
                            "direction=\"%.40s\" is not known", step->value);
      g_clear_pointer (&step->value, g_free);
    }
}

static gint64
read_seconds (const HihNode *node, const char *attribute, GPtrArray *issues)
{
  const char *text = hih_node_get (node, attribute);
  char *end = NULL;
  double seconds;

  if (text == NULL)
    return -1;
  seconds = g_ascii_strtod (text, &end);
  if (end == text || *end != '\0' || !(seconds >= 0 && seconds <= 36000))
    {
      hih_node_complain_at (node, attribute, issues, "Write seconds, such as 12.5", "%s=\"%.40s\" is no time",
                            attribute, text);
      return -1;
    }
  return (gint64) (seconds * 1000 + 0.5);
}

static void
read_flags (const HihNode *node, HihStep *step, GPtrArray *issues)
{
  const char *wait = hih_node_get (node, "wait");
  const char *picture = hih_node_get (node, "picture");

  if (wait != NULL && strcmp (wait, "yes") != 0 && strcmp (wait, "no") != 0)
    hih_node_complain_at (node, "wait", issues, "Write yes or no", "wait=\"%.40s\" is not known", wait);
  step->wait = g_strcmp0 (wait, "yes") == 0;
  if (step->wait && hih_node_get (node, "until") == NULL)
    hih_node_complain_at (node, "wait", issues, "Write until=\"…\": what is waited for", "the step waits for nothing");
  if (picture != NULL && !hih_lesson_is_word (picture))
    hih_node_complain_at (node, "picture", issues, "Write a picture's name, such as face-fang",
                          "picture=\"%.60s\" is no picture's name", picture);
  step->picture = g_strdup (picture);

  step->film_start_ms = read_seconds (node, "film-start", issues);
  step->film_end_ms = read_seconds (node, "film-end", issues);
  if ((step->film_start_ms < 0) != (step->film_end_ms < 0) ||
      (step->film_start_ms >= 0 && step->film_end_ms <= step->film_start_ms))
    hih_node_complain_at (node, step->film_start_ms < 0 ? "film-end" : "film-start", issues,
                          "Write both, the end after the start", "film-start and film-end do not fit");
}

/* One for all layouts, and others where a layout puts the thing elsewhere. */
static void
read_where (const HihNode *node, HihStep *step, GPtrArray *issues)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];
      const char *layout = hih_node_get (child, "layout");
      HihText **place = &step->where;

      if (strcmp (child->name, "where") != 0 || hih_node_is_translation (child))
        continue;
      if (layout != NULL && !hih_words_contain ("a b c", layout))
        {
          hih_node_complain (child, issues, "Write a, b or c", "layout=\"%.40s\" is not known", layout);
          continue;
        }
      if (layout != NULL)
        place = &step->where_in[hih_layout_find_index (layout)];
      if (*place == NULL)
        *place = hih_node_dup_own_text (node, i);
      else if (layout != NULL)
        hih_node_complain (child, issues, "Leave one of them out", "<where> stands twice for layout %s", layout);
      else
        hih_node_complain (child, issues, "Leave one of them out, or give it layout=\"b\"", "<where> stands twice in <step>");
    }
}

static void
read_texts (const HihNode *node, HihStep *step, GPtrArray *issues)
{
  step->title = hih_node_dup_text (node, "title");
  step->say = hih_node_dup_text (node, "say");
  read_where (node, step, issues);
  step->why = hih_node_dup_text (node, "why");
  if (step->title == NULL)
    hih_node_complain (node, issues, "Write <title>, a few words for lists and cards", "the step has no title");
  if (step->say == NULL)
    hih_node_complain (node, issues, "Write <say>, the spoken instruction", "the step says nothing");
  if (step->where == NULL && step->kind != NULL && step->kind->needs_target)
    hih_node_complain (node, issues, "Write <where>, where to look for it", "the step does not say where");
}

static HihStep *
read_step (const HihNode *node, HihAppSet *apps, GPtrArray *issues)
{
  HihStep *step = hih_step_new ();
  const char *until = hih_node_get (node, "until");

  step->file = node->file;
  step->line = node->line;
  step->column = node->column;
  step->id_place = hih_node_get_place (node, "id");
  step->until_place = hih_node_get_place (node, "until");
  step->picture_place = hih_node_get_place (node, "picture");
  step->film_start_place = hih_node_get_place (node, "film-start");
  step->film_end_place = hih_node_get_place (node, "film-end");
  step->id = g_strdup (hih_node_get (node, "id"));
  if (step->id != NULL && *step->id != '\0' && !hih_lesson_is_word (step->id))
    hih_node_complain_at (node, "id", issues, "Use a-z, 0-9 and - only", "id=\"%.60s\" is no id", step->id);

  step->kind = find_kind (node, issues);
  if (step->kind != NULL)
    {
      const char *own = hih_node_get (node, step->kind->name);

      step->target_place = hih_node_get_place (node, step->kind->name);
      read_value (node, step, issues);
      if (step->kind->needs_target)
        {
          step->target = g_strdup (own);
          if (!step->kind->needs_value || step->value != NULL)
            check_target (node, step, apps, issues);
        }
      else if (strcmp (own, "yes") != 0)
        hih_node_complain_at (node, step->kind->name, issues, "Write yes", "%s=\"%.40s\" is not known",
                              step->kind->name, own);
    }
  if (until != NULL && apps != NULL)
    {
      g_autofree char *reason = NULL, *mend = NULL;

      step->until = hih_condition_parse (until, NULL, apps, &reason, &mend);
      if (step->until == NULL)
        hih_node_complain_at (node, "until", issues, mend, "until: %s", reason);
    }
  read_flags (node, step, issues);
  read_texts (node, step, issues);
  return step;
}

void
hih_lesson_read_steps (const HihNode *node, HihAppSet *apps, GPtrArray *steps, GPtrArray *issues)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];

      if (strcmp (child->name, "step") == 0)
        g_ptr_array_add (steps, read_step (child, apps, issues));
    }
}
