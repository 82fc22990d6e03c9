/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hih-train-handwriting STROKES MODEL: a part of the build. Teaches zinnia the characters of the lessons from their
 * centre lines, each bent in several ways. The same strokes give the same model. Without strokes it writes an
 * empty model, which is none.
 */
#include "config.h"

#include "hih-centre-lines.h"
#include "hih-distort.h"
#include "hih-zinnia.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#define VARIANTS 12
#define SEED 20261125

static void
teach (const char *character, HihInk *ink, gpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED ^ g_utf8_get_char (character));

  for (guint i = 0; i < VARIANTS; i++)
    {
      HihDistortion how;
      g_autoptr (HihInk) bent = NULL;
      zinnia_character_t *example;

      hih_distortion_choose (&how, i, rand);
      bent = hih_ink_distort (ink, &how, rand);
      example = hih_zinnia_character_new (bent);
      zinnia_character_set_value (example, character);
      if (!zinnia_trainer_add (data, example))
        g_printerr ("writing: teach %s: %s\n", character, zinnia_trainer_strerror (data));
      zinnia_character_destroy (example);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (HihCentreLines) lines = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *notes = NULL;
  zinnia_trainer_t *trainer;
  gboolean trained;

  if (argc != 3)
    {
      g_printerr ("Usage: hih-train-handwriting STROKES MODEL\n");
      return 2;
    }
  lines = hih_centre_lines_load (argv[1], &error);
  if (lines == NULL)
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }
  if (hih_centre_lines_get_n (lines) == 0)
    return g_file_set_contents (argv[2], "", 0, NULL) ? EXIT_SUCCESS : EXIT_FAILURE;
  /* The library writes a line a character, and leaves its notes beside the model. */
  if (freopen ("/dev/null", "w", stdout) == NULL)
    return EXIT_FAILURE;
  trainer = zinnia_trainer_new ();
  hih_centre_lines_foreach (lines, teach, trainer);
  trained = zinnia_trainer_train (trainer, argv[2]);
  if (!trained)
    g_printerr ("writing: train %s: %s\n", argv[2], zinnia_trainer_strerror (trainer));
  zinnia_trainer_destroy (trainer);
  notes = g_strconcat (argv[2], ".txt", NULL);
  g_unlink (notes);
  return trained ? EXIT_SUCCESS : EXIT_FAILURE;
}
