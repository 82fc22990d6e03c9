/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What no lesson visits: the screens as they are opened, then every state of them in which something is to be read that
 * was not read before. */
#include "config.h"

#include "hih-stills.h"

#include "hih-app-effects.h"
#include "hih-key-words.h"
#include "hih-reach.h"
#include "hih-scene.h"

typedef struct
{
  HihAppSet *apps;
  GPtrArray *stills;
  GHashTable *words; /* what was read so far, and on which element */
  GHashTable *known; /* what is told */
} Reading;

static HihStill *
add_still (Reading *reading, HihPhoneState *state)
{
  HihStill *still = hih_still_new (state);

  g_ptr_array_add (reading->stills, still);
  return still;
}

/* Whether @text was not read there before, in any language. @where: an element, or the name of a screen. */
static gboolean
read_text (Reading *reading, gconstpointer where, guint which, HihText *text)
{
  g_auto (GStrv) languages = text != NULL ? hih_text_dup_languages (text) : NULL;
  gboolean is_new = FALSE;

  for (guint i = 0; languages != NULL && languages[i] != NULL; i++)
    is_new |= g_hash_table_add (reading->words, g_strdup_printf ("%p %u %s", where, which, hih_text_get (text, languages[i])));
  return is_new;
}

/* Whether @nodes say anything that was not read before. */
static gboolean
read_nodes (Reading *reading, GPtrArray *nodes)
{
  gboolean is_new = FALSE;

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];
      HihText *texts[] = { node->title, node->subtitle, node->placeholder };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        is_new |= read_text (reading, node->element, k, texts[k]);
      is_new |= read_nodes (reading, node->children);
    }
  return is_new;
}

static gboolean
read_state (Reading *reading, HihPhoneState *state)
{
  static const char *const LAYOUTS[HIH_N_LAYOUTS] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  gboolean is_new = FALSE;

  for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
    {
      g_autoptr (HihScene) scene = hih_scene_new (reading->apps, state, LAYOUTS[layout]);
      GPtrArray *over = hih_scene_get_over (scene);

      is_new |= over != NULL ? read_text (reading, hih_phone_state_get_over (state), layout, hih_scene_get_over_title (scene))
                             : read_text (reading, hih_scene_get_screen (scene), layout, hih_scene_get_title (scene));
      is_new |= read_nodes (reading, over != NULL ? over : hih_scene_get_nodes (scene));
    }
  return is_new;
}

static void
visit_state (HihPhoneState *state, gpointer data)
{
  Reading *reading = data;

  if (read_state (reading, state))
    add_still (reading, state);
}

/* Whatever is said for a moment, anywhere. */
static void
add_told (const HihEffect *effect, const char *screen, gpointer data)
{
  Reading *reading = data;
  const char *title = hih_effect_get_title (effect) != NULL ? hih_text_get (hih_effect_get_title (effect), NULL) : "";
  g_autoptr (HihPhoneState) state = NULL;

  if (!hih_still_can_tell (effect) ||
      !g_hash_table_add (reading->known, g_strdup_printf ("%s\n%s", title, hih_text_get (hih_effect_get_text (effect), NULL))))
    return;
  state = hih_app_set_new_state (reading->apps, screen);
  add_still (reading, state)->told = effect;
}

/**
 * hih_stills_new_of_apps:
 *
 * Returns: (transfer full) (element-type HihStill): every screen, dialog and sheet of @apps once, with every key at
 *   its initial value, then whatever fingers bring about that says something new, also by a key's other values, and what
 *   is said for a moment, each once
 */
GPtrArray *
hih_stills_new_of_apps (HihAppSet *apps)
{
  GPtrArray *stills = g_ptr_array_new_with_free_func (hih_still_free);
  g_autoptr (GPtrArray) screens = hih_app_set_dup_screens (apps);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HihReach) reach = hih_app_set_reach (apps);
  g_autoptr (HihKeyWords) said = hih_key_words_new (apps);
  Reading reading = { apps, stills, words, known };

  for (guint i = 0; i < screens->len; i++)
    {
      g_autoptr (HihPhoneState) state = hih_app_set_new_state (apps, screens->pdata[i]);

      read_state (&reading, state);
      add_still (&reading, state);
    }
  hih_reach_foreach_state (reach, visit_state, &reading);
  for (guint i = 0, n = stills->len; i < n; i++)
    hih_key_words_foreach (said, ((const HihStill *) stills->pdata[i])->state, visit_state, &reading);
  hih_app_set_foreach_effect (apps, add_told, &reading);
  return stills;
}
