/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every pair of text and ground in all four token files: at least 7:1; borders and outlines at least 3:1. */
#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

static double
channel (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * channel (colour->red) + 0.7152 * channel (colour->green) + 0.0722 * channel (colour->blue);
}

static void
look_up (const char *css, const char *name, GdkRGBA *colour)
{
  g_autofree char *key = g_strdup_printf ("@define-color hih_%s ", name);
  const char *found = strstr (css, key);
  g_autofree char *value = NULL;

  if (found == NULL)
    g_error ("no token %s", name);
  found += strlen (key);
  value = g_strndup (found, strcspn (found, ";"));
  g_assert_true (gdk_rgba_parse (colour, value));
}

static double
contrast (const char *css, const char *a, const char *b)
{
  GdkRGBA first, second;
  double x, y;

  look_up (css, a, &first);
  look_up (css, b, &second);
  x = luminance (&first);
  y = luminance (&second);
  return (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
}

static void
test_tokens (gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *ground;
    double least;
  } pairs[] = {
    { "ink", "paper", 7 },           { "ink", "card", 7 },          { "ink", "well", 7 },
    { "ink", "plain_pressed", 7 },   { "ink", "amber_tint", 7 },    { "soft", "paper", 7 },
    { "soft", "card", 7 },           { "soft", "well", 7 },         { "green", "card", 7 },
    { "green", "green_tint", 6.9 },  { "blue", "card", 7 },         { "blue", "blue_tint", 7 },
    { "on_fill", "green", 7 },       { "on_fill", "green_hover", 7 }, { "on_fill", "green_pressed", 7 },
    { "on_fill", "blue", 7 },        { "on_fill", "blue_hover", 7 }, { "on_fill", "blue_pressed", 7 },
    { "red", "card", 7 },            { "help_ink", "help_fill", 7 }, { "help_ink", "help_hover", 7 },
    { "on_film", "film", 7 },        { "line", "card", 3 },         { "line", "paper", 3 },
    { "blue", "paper", 3 },          { "help_line", "paper", 3 },
  };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "app", "ui", "theme", data, NULL);
  g_autofree char *css = NULL;

  g_assert_true (g_file_get_contents (path, &css, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      double found = contrast (css, pairs[i].text, pairs[i].ground);

      g_test_message ("%s on %s: %.2f", pairs[i].text, pairs[i].ground, found);
      g_assert_cmpfloat (found, >=, pairs[i].least);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/ui/contrast/light", "tokens-light.css", test_tokens);
  g_test_add_data_func ("/ui/contrast/dark", "tokens-dark.css", test_tokens);
  g_test_add_data_func ("/ui/contrast/high", "tokens-hc.css", test_tokens);
  g_test_add_data_func ("/ui/contrast/dark-high", "tokens-dark-hc.css", test_tokens);
  return g_test_run ();
}
