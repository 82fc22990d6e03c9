/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pictures of a lesson: all of it, each once, in order, its frauds and small words too. */
#include "config.h"

#include "hih-stills.h"

#include <string.h>

#include "lesson-fixture.h"

static gboolean
serves (const HihStill *still, const HihStep *step)
{
  return still->begins && (still->step == step || g_ptr_array_find (still->also, step, NULL));
}

static guint
count_serving (GPtrArray *stills, const HihStep *step)
{
  guint n = 0;

  for (guint i = 0; i < stills->len; i++)
    n += serves (stills->pdata[i], step);
  return n;
}

/* Whatever is to be touched can be pointed at once, and is there to be pointed at. */
static void
test_every_step (gconstpointer layout)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, layout);
  HihAppSet *apps = hih_lesson_get_apps (lesson);
  guint last = 0;

  for (guint i = 0; i < hih_lesson_get_n_steps (lesson); i++)
    {
      const HihStep *step = hih_lesson_get_step (lesson, i);

      g_test_message ("step %s", step->id);
      g_assert_cmpuint (count_serving (stills, step), ==, step->target != NULL);
    }
  for (guint i = 0; i < stills->len; i++)
    {
      const HihStill *still = stills->pdata[i];
      g_autoptr (HihScene) scene = hih_scene_new (apps, still->state, layout);

      g_assert_nonnull (still->step);
      if (still->begins)
        g_assert_nonnull (hih_scene_find (scene, still->step->target));
      if (still->trap != NULL || !still->begins)
        continue;
      /* In the order of the lesson. */
      for (guint k = 0; k < hih_lesson_get_n_steps (lesson); k++)
        {
          if (hih_lesson_get_step (lesson, k) == still->step)
            {
              g_assert_cmpuint (k, >=, last);
              last = k;
            }
        }
    }
}

static void
test_none_twice (void)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);

  for (guint i = 0; i < stills->len; i++)
    {
      const HihStill *still = stills->pdata[i];

      for (guint k = 0; k < i; k++)
        {
          const HihStill *other = stills->pdata[k];

          if (still->told == other->told && still->slip == other->slip && still->writes == other->writes &&
              still->begins == other->begins && g_strcmp0 (still->step->target, other->step->target) == 0)
            g_assert_false (hih_phone_state_equal (still->state, other->state));
        }
    }
}

/* After the bare way: what the trap shows, on whose screens its own steps begin. */
static void
test_trap (void)
{
  g_autoptr (HihLesson) lesson = fixture_load ();
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  const HihTrap *trap = hih_lesson_get_traps (lesson)->pdata[0];
  gboolean in_trap = FALSE;

  g_assert_cmpuint (trap->steps->len, ==, 2);
  for (guint i = 0; i < trap->steps->len; i++)
    g_assert_cmpuint (count_serving (stills, trap->steps->pdata[i]), ==, 1);
  for (guint i = 0; i < stills->len; i++)
    {
      const HihStill *still = stills->pdata[i];

      g_assert_false (in_trap && still->trap == NULL);
      in_trap = still->trap != NULL;
      if (in_trap)
        g_assert_true (still->trap == trap);
    }
  g_assert_true (in_trap);
}

/* Steps that begin on the same picture share it: none is without one, those of the traps neither. */
static void
assert_all_served (HihLesson *lesson, GPtrArray *stills)
{
  GPtrArray *traps = hih_lesson_get_traps (lesson);

  for (guint i = 0; i < hih_lesson_get_n_steps (lesson); i++)
    {
      const HihStep *step = hih_lesson_get_step (lesson, i);

      g_test_message ("step %s", step->id);
      g_assert_true (step->target == NULL || count_serving (stills, step) > 0);
    }
  for (guint i = 0; i < traps->len; i++)
    {
      GPtrArray *steps = ((HihTrap *) traps->pdata[i])->steps;

      for (guint k = 0; k < steps->len; k++)
        {
          const HihStep *step = steps->pdata[k];

          g_test_message ("step %s of a trap", step->id);
          g_assert_true (step->target == NULL || count_serving (stills, step) > 0);
        }
    }
}

static HihLesson *
load_real (const char *name)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *path = fixture_lessons_path (name);
  g_autofree char *apps = fixture_lessons_path ("apps");
  HihLesson *lesson = hih_lesson_load (path, apps, issues);

  fixture_print_issues (issues);
  g_assert_nonnull (lesson);
  return lesson;
}

/* A fraud: each way of giving in is seen once, and there what it waits for has come true. */
static void
test_giving_in (void)
{
  g_autoptr (HihLesson) lesson = load_real ("code/family-code.xml");
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  GPtrArray *traps = hih_lesson_get_traps (lesson);
  guint n_slips = 0, n_seen = 0;

  assert_all_served (lesson, stills);
  for (guint i = 0; i < traps->len; i++)
    {
      const HihTrap *trap = traps->pdata[i];

      for (guint k = 0; trap->slips != NULL && k < trap->slips->len; k++)
        {
          const HihSlip *slip = trap->slips->pdata[k];
          guint n = 0;

          n_slips++;
          for (guint s = 0; s < stills->len; s++)
            {
              const HihStill *still = stills->pdata[s];

              if (still->trap == trap && still->slip == slip->tell && hih_condition_holds (slip->when, still->state))
                n++;
            }
          g_test_message ("%s: %s", trap->id, hih_condition_get_text (slip->when));
          g_assert_cmpuint (n, ==, 1);
        }
    }
  for (guint s = 0; s < stills->len; s++)
    n_seen += ((HihStill *) stills->pdata[s])->slip != NULL;
  g_assert_cmpuint (n_slips, >, 0);
  g_assert_cmpuint (n_seen, ==, n_slips);
}

/* What the phone says at once to whoever gave in stands in the picture. */
static void
test_given_in_told (void)
{
  g_autoptr (HihLesson) lesson = load_real ("family/send-things.xml");
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  const HihStill *given = NULL;

  for (guint s = 0; s < stills->len; s++)
    {
      const HihStill *still = stills->pdata[s];

      if (still->slip != NULL && g_str_equal (still->trap->id, "rumour"))
        given = still;
    }
  g_assert_nonnull (given);
  g_assert_nonnull (given->told);
  g_assert_cmpstr (hih_text_get (hih_effect_get_text (given->told), "en"), ==, "Only practice: nobody got it.");
}

/* Keys that offer words first show them in the middle of writing; what the phone says for a moment is seen too. */
static void
test_words (void)
{
  g_autoptr (HihLesson) lesson = load_real ("device/type-words.xml");
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  guint n_writing = 0;

  assert_all_served (lesson, stills);
  for (guint i = 0; i < stills->len; i++)
    {
      const HihStill *still = stills->pdata[i];
      const char *keyboard = hih_phone_state_get (still->state, "system.keyboard");

      if (!still->writes)
        continue;
      n_writing++;
      g_assert_true (g_strcmp0 (keyboard, "handwriting") == 0 || g_strcmp0 (keyboard, "pinyin") == 0);
      g_assert_cmpstr (still->step->target, ==, "chat/text");
      /* Something is still to be written: the step is not done. */
      g_assert_false (hih_condition_holds (still->step->until, still->state));
    }
  g_assert_cmpuint (n_writing, >=, 2);
}

static void
add_text (GString *words, HihText *text)
{
  g_string_append_printf (words, "%s\n", text != NULL ? hih_text_get (text, "en") : "");
}

static void
add_words (GString *words, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];
      HihText *texts[] = { node->title, node->subtitle, node->placeholder, node->value_title };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        g_string_append_printf (words, "%p %s\n", (const void *) node->element, texts[k] != NULL ? hih_text_get (texts[k], "en") : "");
      add_words (words, node->children);
    }
}

/* Every screen as it is opened first, in the order of the apps; then only what says something new. */
static void
test_apps (void)
{
  g_autoptr (HihLesson) lesson = load_real ("family/video-call.xml");
  HihAppSet *apps = hih_lesson_get_apps (lesson);
  g_autoptr (GPtrArray) screens = hih_app_set_dup_screens (apps);
  g_autoptr (GPtrArray) stills = hih_stills_new_of_apps (apps);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpuint (stills->len, >, screens->len);
  for (guint i = 0; i < stills->len; i++)
    {
      const HihStill *still = stills->pdata[i];
      GString *words = g_string_new (hih_phone_state_get_screen (still->state));

      g_assert_null (still->step);
      g_assert_false (still->begins);
      if (i < screens->len)
        {
          g_autoptr (HihPhoneState) opened = hih_app_set_new_state (apps, screens->pdata[i]);

          g_assert_true (hih_phone_state_equal (still->state, opened));
        }
      for (guint layout = 0; layout < 3; layout++)
        {
          static const char *const layouts[] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
          g_autoptr (HihScene) scene = hih_scene_new (apps, still->state, layouts[layout]);

          add_text (words, hih_scene_get_title (scene));
          add_text (words, hih_scene_get_over_title (scene));
          add_words (words, hih_scene_get_nodes (scene));
          add_words (words, hih_scene_get_over (scene));
        }
      if (still->told != NULL)
        g_string_assign (words, hih_text_get (hih_effect_get_text (still->told), NULL));
      g_assert_true (g_hash_table_add (seen, g_string_free (words, FALSE)) || i < screens->len);
    }
}

/* What comes up when a trap strikes, on the screen that is seen then. */
static void
test_told_when_struck (void)
{
  g_autofree char *path = fixture_path ("family/call.xml");
  g_autofree char *apps = fixture_path ("apps");
  g_autofree char *text = NULL, *struck = NULL;
  g_autofree char *dir = g_dir_make_tmp ("hih-stills-XXXXXX", NULL);
  g_autofree char *made = g_build_filename (dir, "call.xml", NULL);
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autoptr (HihLesson) lesson = NULL;
  g_autoptr (GPtrArray) stills = NULL;
  const HihStill *found = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  struck = fixture_replace (text, "<open screen=\"chat/call\"/>", "<open screen=\"chat/call\"/><toast><text>It rings and rings.</text></toast>");
  g_assert_true (g_file_set_contents (made, struck, -1, NULL));
  lesson = hih_lesson_load (made, apps, issues);
  g_assert_nonnull (lesson);
  stills = hih_stills_new (lesson, HIH_LAYOUT_A);
  for (guint i = 0; i < stills->len && found == NULL; i++)
    {
      const HihStill *still = stills->pdata[i];

      if (still->told != NULL && strcmp (hih_text_get (hih_effect_get_text (still->told), NULL), "It rings and rings.") == 0)
        found = still;
    }
  g_assert_nonnull (found);
  g_assert_cmpstr (hih_phone_state_get_screen (found->state), ==, "chat/call");
  g_assert_cmpstr (found->trap->id, ==, "no-answer");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/stills/every-step/a", HIH_LAYOUT_A, test_every_step);
  g_test_add_data_func ("/stills/every-step/c", HIH_LAYOUT_C, test_every_step);
  g_test_add_func ("/stills/none-twice", test_none_twice);
  g_test_add_func ("/stills/trap", test_trap);
  g_test_add_func ("/stills/giving-in", test_giving_in);
  g_test_add_func ("/stills/given-in-told", test_given_in_told);
  g_test_add_func ("/stills/told-when-struck", test_told_when_struck);
  g_test_add_func ("/stills/words", test_words);
  g_test_add_func ("/stills/apps", test_apps);
  return g_test_run ();
}
