/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of element and every effect has an example in lessons/examples that loads, uses it, and can be walked. */
#include "config.h"

#include "phone-fixture.h"

#include "hih-element-kind.h"

#include <string.h>

static char *
get_dir (const char *what)
{
  return g_build_filename (HIH_SOURCE_ROOT, "lessons", "examples", what, NULL);
}

static guint
count_files (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    n += g_str_has_suffix (name, ".xml");
  return n;
}

static gboolean
holds_kind (GPtrArray *nodes, const char *kind)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      HihSceneNode *node = nodes->pdata[i];

      if (strcmp (node->kind, kind) == 0 || holds_kind (node->children, kind))
        return TRUE;
    }
  return FALSE;
}

static void
test_examples (void)
{
  g_autofree char *dir = get_dir ("elements");
  guint n_kinds;
  const HihElementKind *const *kinds = hih_element_kind_list (&n_kinds);

  /* Every kind has its example and every example its kind; that of a key stands in system.xml. */
  g_assert_cmpuint (n_kinds, ==, count_files (dir));
  for (guint i = 0; i < n_kinds; i++)
    {
      gboolean is_key = strcmp (kinds[i]->name, "key") == 0;
      const char *apps[] = { is_key ? NULL : kinds[i]->name, NULL };
      g_autoptr (HihAppSet) set = fixture_load_dir (dir, apps);
      g_autofree char *start = g_strdup_printf ("%s/main", kinds[i]->name);
      g_autoptr (HihPhoneState) state = hih_app_set_new_state (set, is_key ? "system/lock" : start);

      for (int layout = 'a'; layout <= 'c'; layout++)
        {
          const char name[] = { (char) layout, '\0' };
          g_autoptr (HihScene) scene = hih_scene_new (set, state, name);

          if (!holds_kind (is_key ? hih_scene_get_keys (scene) : hih_scene_get_nodes (scene), kinds[i]->name))
            g_error ("the example of <%s> does not use it", kinds[i]->name);
        }
    }
}

static void
test_effects (void)
{
  g_autofree char *dir = get_dir ("effects");
  g_autoptr (GPtrArray) names = hih_effect_dup_names ();

  g_assert_cmpuint (names->len, ==, HIH_EFFECT_FAIL + 1);
  for (guint i = 0; i < names->len; i++)
    {
      const char *apps[] = { names->pdata[i], NULL };
      g_autoptr (HihAppSet) set = fixture_load_dir (dir, apps);
      g_autofree char *start = g_strdup_printf ("%s/main", apps[0]);
      g_autofree char *target = g_strdup_printf ("%s/do", apps[0]);
      g_autofree char *file = g_strdup_printf ("%s/%s.xml", dir, apps[0]);
      g_autofree char *tag = g_strdup_printf ("<%s", apps[0]);
      g_autofree char *content = NULL;
      HihPhoneState *state = hih_app_set_new_state (set, start);

      g_assert_true (g_file_get_contents (file, &content, NULL, NULL));
      g_assert_nonnull (strstr (content, tag));
      fixture_tap (set, &state, target);
      fixture_wait (set, &state, 10000);
      hih_phone_state_unref (state);
    }
}

/* What a kind says of itself holds together. */
static void
test_descriptions (void)
{
  guint n_kinds;
  const HihElementKind *const *kinds = hih_element_kind_list (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      const HihElementKind *kind = kinds[i];

      g_assert_true (hih_element_kind_find (kind->name) == kind);
      g_assert_null (strchr (kind->name, '-'));
      g_assert_cmpuint (kind->own_gestures & ~kind->gestures, ==, 0);
      g_assert_cmpuint (kind->same_gestures & ~kind->gestures, ==, 0);
      g_assert_cmpint (kind->own_gestures != 0, ==, kind->respond != NULL);
      for (const HihAttributeSpec *spec = kind->attributes; spec != NULL && spec->name != NULL; spec++)
        g_assert_cmpint (spec->choices != NULL, ==,
                         spec->type == HIH_ATTRIBUTE_CHOICE || spec->type == HIH_ATTRIBUTE_WORDS);
    }
  g_assert_null (hih_element_kind_find ("nothing"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/element-kinds/examples", test_examples);
  g_test_add_func ("/element-kinds/effects", test_effects);
  g_test_add_func ("/element-kinds/descriptions", test_descriptions);
  return g_test_run ();
}
