/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How long the film stays at a step and at the card of the ways without a phone, by the words it says there. The numbers
 * are measured on films that the program made: they come within a second or two of these. tests/lint/spoken.py reckons
 * the whole lesson with the same ones.
 */
#include "config.h"

#include "hih-check-spoken.h"

#include "hih-lesson-private.h"
#include "hih-spoken.h"

#define MOST_SECONDS 20.0 /* a film never lectures */
#define A_GLYPH (1 / 3.5)
#define A_LETTER (1 / 16.0) /* where words are written with letters */
#define A_DIGIT (5 * A_LETTER) /* "seven", and what is said of tens and hundreds */
#define A_CLAUSE 0.45
#define A_SHOWN_STEP 5.2
#define A_TYPED_KEY 0.45
#define A_CARD 4.5

static gboolean
ends_clause (gunichar c)
{
  return g_utf8_strchr ("，。！？：；、…“”.,;:!?", -1, c) != NULL;
}

/* How long it takes to say that, numbers as they are read out, in seconds; what is not translated is told of in its own
 * language only. */
static double
reckon (HihText *text, const char *language)
{
  g_autofree char *words = hih_spoken_numbers (text != NULL && hih_text_has (text, language) ? hih_text_get (text, language) : "",
                                               language);
  double seconds = 0;
  gboolean in_clause = FALSE;

  for (const char *at = words; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (ends_clause (c))
        in_clause = FALSE;
      else if (!g_unichar_isspace (c))
        {
          seconds += g_unichar_iswide (c) ? A_GLYPH : g_unichar_isdigit (c) ? A_DIGIT : A_LETTER;
          if (!in_clause)
            seconds += A_CLAUSE;
          in_clause = TRUE;
        }
    }
  return seconds;
}

static void
complain (HihLesson *self, const char *file, HihFilePlace place, const char *what, const char *language, double seconds,
          GPtrArray *issues)
{
  if (seconds > MOST_SECONDS)
    hih_issues_add (issues, file != NULL ? file : self->path, place.line, place.column,
                    "Say it in fewer words: twenty seconds are the most that one listens to at a time",
                    "the film stays at %s for %.0f seconds (%s)", what, seconds, language);
}

void
hih_check_spoken (HihLesson *self, GPtrArray *issues)
{
  g_auto (GStrv) languages = hih_text_dup_languages (self->title);

  /* A real film has its own times. */
  for (guint k = 0; self->film == NULL && languages[k] != NULL; k++)
    {
      double card = A_CARD;

      for (guint i = 0; i < self->steps->len; i++)
        {
          const HihStep *step = self->steps->pdata[i];
          HihFilePlace place = { step->line, step->column };
          double keys = step->value != NULL ? (double) g_utf8_strlen (step->value, -1) : 0;

          complain (self, step->file, place, "the step", languages[k],
                    A_SHOWN_STEP + A_TYPED_KEY * keys + reckon (step->say, languages[k]), issues);
        }
      for (guint i = 0; i < self->offline->len; i++)
        card += reckon (self->offline->pdata[i], languages[k]);
      complain (self, NULL, self->offline_place, "the offline way", languages[k], card, issues);
    }
}
