/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands on a phone as text: two stills with the same print look the same, also when they belong to two lessons, each
 * of which has read the apps for itself. So a screen that many lessons pass is looked at once.
 */
#include "config.h"

#include "hih-look-print.h"

#include "hih-scene.h"

#include <string.h>

static void
add_words (GString *print, HihText *text, const char *language)
{
  g_string_append_printf (print, "|%s", text != NULL ? hih_text_get (text, language) : "");
}

static void
add_nodes (GString *print, GPtrArray *nodes, const char *language)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];
      int line = 0, column = 0;
      const char *file = hih_element_get_place (node->element, &line, &column);

      g_string_append_printf (print, "\n%s:%d:%d %s|%s|%s|%s|%s|%d%d", file, line, column, node->kind,
                              node->picture != NULL ? node->picture : "", node->icon != NULL ? node->icon : "",
                              node->place != NULL ? node->place : "", node->value != NULL ? node->value : "",
                              node->sensitive, node->current);
      add_words (print, node->title, language);
      add_words (print, node->subtitle, language);
      add_words (print, node->placeholder, language);
      add_words (print, node->value_title, language);
      g_string_append_c (print, '(');
      add_nodes (print, node->children, language);
      g_string_append_c (print, ')');
    }
}

static gboolean
is_of (const char *key, const char *screen)
{
  const char *slash = screen != NULL ? strchr (screen, '/') : NULL;

  return slash != NULL && strncmp (key, screen, slash - screen) == 0 && key[slash - screen] == '.';
}

static void
add_painted_keys (GString *print, HihPhoneState *state)
{
  g_autoptr (GVariant) all = hih_phone_state_to_variant (state);
  g_autoptr (GVariant) keys = NULL;
  GVariantIter iter;
  const char *key, *value;

  for (gsize i = 0; i < g_variant_n_children (all) && keys == NULL; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (all, i);

      if (g_variant_is_of_type (child, G_VARIANT_TYPE ("a(ss)")))
        keys = g_variant_ref (child);
    }
  g_return_if_fail (keys != NULL);
  g_variant_iter_init (&iter, keys);
  while (g_variant_iter_next (&iter, "(&s&s)", &key, &value))
    {
      if (g_str_has_prefix (key, "system.") || is_of (key, hih_phone_state_get_screen (state)) ||
          is_of (key, hih_phone_state_get_over (state)))
        g_string_append_printf (print, "\n%s=%s", key, value);
    }
}

/* What no node tells: what is played, who is seen, how the phone itself is set. None of it takes room but the keyboard. */
static void
add_keys (GString *print, HihPhoneState *state, gboolean painted)
{
  if (!painted)
    {
      const char *keyboard = hih_phone_state_get (state, "system.keyboard");

      g_string_append_printf (print, "\n%s", keyboard != NULL ? keyboard : "");
      return;
    }
  add_painted_keys (print, state);
}

/* The words that come up for a moment keep off what is wanted next; what is half written is the step's. */
static void
add_moment (GString *print, const HihStill *still, const char *language)
{
  if (still->told != NULL && hih_effect_get_title (still->told) != NULL)
    g_string_append_printf (print, "\n! %s", hih_text_get (hih_effect_get_title (still->told), language));
  if (still->told != NULL)
    g_string_append_printf (print, "\n! %s → %s", hih_text_get (hih_effect_get_text (still->told), language),
                            still->next != NULL && still->next->target != NULL ? still->next->target : "");
  if (still->writes)
    g_string_append_printf (print, "\n✎ %s %s", still->step->target, still->step->value != NULL ? still->step->value : "");
}

/**
 * hih_look_dup_print:
 * @layout: "a", "b" or "c"
 * @painted: FALSE: only what decides where things stand, and how large they are
 *
 * Returns: (transfer full): all that decides how @still looks on a phone of @apps
 */
char *
hih_look_dup_print (HihAppSet *apps, const HihStill *still, const char *layout, const char *language, gboolean painted)
{
  g_autoptr (HihScene) scene = hih_scene_new (apps, still->state, layout);
  GString *print = g_string_new (language);

  g_string_append_printf (print, " %s %s %s %s %d%d", layout, hih_scene_get_screen (scene), hih_scene_get_look (scene),
                          hih_scene_get_over (scene) != NULL ? hih_phone_state_get_over (still->state) : "",
                          hih_scene_has_back (scene), hih_scene_is_sheet (scene));
  add_words (print, hih_scene_get_title (scene), language);
  add_words (print, hih_scene_get_over_title (scene), language);
  add_nodes (print, hih_scene_get_nodes (scene), language);
  add_nodes (print, hih_scene_get_over (scene), language);
  add_keys (print, still->state, painted);
  add_moment (print, still, language);
  return g_string_free (print, FALSE);
}
