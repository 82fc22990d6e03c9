/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold with the lessons' model, with the system's alone where the strokes could not be had when it was built, and
 * without zinnia. */
#include "config.h"

#include "hih-centre-lines.h"
#include "hih-handwriting.h"

#include <glib/gstdio.h>

/* Drawn by hand in plain strokes, in no book's style. */
#define PERSON "500,120 480,300 400,560 150,860;500,380 620,600 880,860"
#define MOUTH "220,260 240,760;220,260 780,250 740,740;240,700 740,700"

static gboolean
has (GPtrArray *found, const char *character)
{
  return g_ptr_array_find_with_equal_func (found, character, g_str_equal, NULL);
}

typedef struct
{
  HihHandwriting *reader;
  guint n;
  guint top;
} Count;

static void
count_cb (const char *character, HihInk *ink, gpointer data)
{
  Count *count = data;
  g_autoptr (GPtrArray) found = hih_handwriting_recognise (count->reader, ink, HIH_HANDWRITING_TOP, character);

  g_assert_true (hih_handwriting_knows (count->reader, character));
  count->n++;
  if (has (found, character))
    {
      /* What is wanted and among the five stands first. */
      g_assert_cmpstr (g_ptr_array_index (found, 0), ==, character);
      count->top++;
    }
}

static void
test_lesson_characters (void)
{
  g_autoptr (HihHandwriting) reader = hih_handwriting_new ();
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();
  Count count = { .reader = reader };

  hih_centre_lines_foreach (lines, count_cb, &count);
  g_test_message ("%u of %u characters among the first five", count.top, count.n);
  g_assert_cmpuint (count.n, >=, 300);
  g_assert_cmpuint (count.n, <=, 500);
  g_assert_cmpuint (count.top, >=, count.n * 99 / 100);
  g_assert_cmpuint (hih_ink_get_n_strokes (hih_centre_lines_find (lines, "我")), ==, 7);
  g_assert_null (hih_centre_lines_find (lines, "A"));
}

/* The system's model reads alone. */
static void
test_no_strokes (void)
{
  g_autoptr (HihHandwriting) reader = hih_handwriting_new ();

  g_assert_true (hih_handwriting_is_ready (reader));
  g_assert_false (hih_handwriting_knows (reader, "一"));
}

static void
test_other_hand (void)
{
  g_autoptr (HihHandwriting) reader = hih_handwriting_new ();
  g_autoptr (HihInk) person = hih_ink_parse (PERSON);
  g_autoptr (HihInk) mouth = hih_ink_parse (MOUTH);
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (GPtrArray) mouths = NULL;

  g_assert_true (hih_handwriting_is_ready (reader));
  people = hih_handwriting_recognise (reader, person, 8, "人");
  mouths = hih_handwriting_recognise (reader, mouth, 8, "口");
  g_assert_cmpstr (g_ptr_array_index (people, 0), ==, "人");
  /* The system's model also has the frame 囗, which is drawn with the same strokes; the lessons' has not. */
  if (hih_handwriting_knows (reader, "口") || !g_str_equal (g_ptr_array_index (mouths, 0), "囗"))
    g_assert_cmpstr (g_ptr_array_index (mouths, 0), ==, "口");
  g_assert_cmpuint (people->len, ==, 8);
}

/* Nobody asks for a character: the model of all characters reads. */
static void
test_free_writing (void)
{
  g_autoptr (HihHandwriting) reader = hih_handwriting_new_for_models (NULL, HIH_ZINNIA_MODEL);
  g_autoptr (HihInk) person = hih_ink_parse (PERSON);
  g_autoptr (GPtrArray) found = NULL;

  g_assert_true (hih_handwriting_is_ready (reader));
  g_assert_false (hih_handwriting_knows (reader, "人"));
  found = hih_handwriting_recognise (reader, person, HIH_HANDWRITING_TOP, NULL);
  g_assert_true (has (found, "人"));
}

static void
test_no_model (void)
{
  g_autofree char *empty = g_build_filename (g_get_tmp_dir (), "hih-empty.model", NULL);
  g_autoptr (HihHandwriting) reader = NULL;
  g_autoptr (HihInk) mouth = hih_ink_parse (MOUTH);
  g_autoptr (HihInk) nothing = hih_ink_new ();
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;

  /* What the build leaves when the strokes cannot be had. */
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  reader = hih_handwriting_new_for_models (empty, "/nowhere/handwriting.model");
  g_unlink (empty);
  g_assert_false (hih_handwriting_is_ready (reader));
  g_assert_false (hih_handwriting_knows (reader, "口"));
  found = hih_handwriting_recognise (reader, mouth, 5, "口");
  g_assert_cmpuint (found->len, ==, 0);
  none = hih_handwriting_recognise (reader, nothing, 5, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_not_built_in (void)
{
  g_autoptr (HihHandwriting) reader = hih_handwriting_new ();
  g_autoptr (HihInk) mouth = hih_ink_parse (MOUTH);
  g_autoptr (GPtrArray) found = hih_handwriting_recognise (reader, mouth, 5, "口");

  g_assert_false (hih_handwriting_is_ready (reader));
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handwriting/no-model", test_no_model);
  if (g_strcmp0 (g_getenv ("HIH_TEST_ZINNIA"), "yes") != 0)
    {
      g_test_add_func ("/handwriting/not-built-in", test_not_built_in);
      return g_test_run ();
    }
  if (hih_centre_lines_get_n (lines) > 0)
    g_test_add_func ("/handwriting/lesson-characters", test_lesson_characters);
  else
    g_test_add_func ("/handwriting/no-strokes", test_no_strokes);
  g_test_add_func ("/handwriting/other-hand", test_other_hand);
  g_test_add_func ("/handwriting/free-writing", test_free_writing);
  return g_test_run ();
}
