/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Contrast, taken from what is really shown: every rule of app.css says which colour stands on which ground, the four
 * token files say what the tokens are. A rule that names only one of the two has the other from the rule it refines
 * (`button.control:hover` from `button.control`), else text stands on paper and on cards. Text has at least 7:1;
 * borders of what can be tapped, and the focus, at least 3:1.
 */
#include "config.h"

#include <gtk/gtk.h>
#include <math.h>

#define TEXT_LEAST 7.0
#define LINE_LEAST 3.0

typedef struct
{
  char *selector;
  char *color;      /* (nullable) */
  char *background; /* (nullable) */
} Rule;

static GPtrArray *rules; /* (element-type Rule) */
static GHashTable *pairs; /* (element-type char* "text|ground") */

static double
channel (double c)
{
  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * channel ((double) colour->red) + 0.7152 * channel ((double) colour->green) +
         0.0722 * channel ((double) colour->blue);
}

/* @colour: "@hih_ink" or what GDK can read. FALSE: it is nothing that can be seen. */
static gboolean
look_up (const char *tokens, const char *colour, GdkRGBA *found)
{
  g_autofree char *key = g_strdup_printf ("@define-color %s ", *colour == '@' ? colour + 1 : colour);
  g_autofree char *value = NULL;
  const char *at;

  if (*colour != '@')
    {
      g_assert_true (gdk_rgba_parse (found, colour));
      return found->alpha > 0;
    }
  at = strstr (tokens, key);
  if (at == NULL)
    g_error ("no token %s", colour);
  at += strlen (key);
  value = g_strndup (at, strcspn (at, ";"));
  return look_up (tokens, value, found);
}

static void
rule_free (gpointer data)
{
  Rule *rule = data;

  g_free (rule->selector);
  g_free (rule->color);
  g_free (rule->background);
  g_free (rule);
}

static char *
dup_value (const char *block, const char *property)
{
  g_auto (GStrv) declarations = g_strsplit (block, ";", -1);

  for (guint i = 0; declarations[i] != NULL; i++)
    {
      char *declaration = g_strstrip (declarations[i]);

      if (g_str_has_prefix (declaration, property) && declaration[strlen (property)] == ':')
        return g_strdup (g_strstrip (declaration + strlen (property) + 1));
    }
  return NULL;
}

static void
read_rules (const char *css)
{
  g_autoptr (GRegex) comments = g_regex_new ("/\\*.*?\\*/", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (comments, css, -1, 0, "", 0, NULL);
  g_auto (GStrv) blocks = g_strsplit (bare, "}", -1);

  rules = g_ptr_array_new_with_free_func (rule_free);
  for (guint i = 0; blocks[i] != NULL; i++)
    {
      char *open = strchr (blocks[i], '{');
      g_auto (GStrv) selectors = NULL;

      if (open == NULL)
        continue;
      *open = '\0';
      selectors = g_strsplit (blocks[i], ",", -1);
      for (guint s = 0; selectors[s] != NULL; s++)
        {
          Rule *rule = g_new0 (Rule, 1);

          rule->selector = g_strdup (g_strstrip (selectors[s]));
          rule->color = dup_value (open + 1, "color");
          rule->background = dup_value (open + 1, "background");
          if (rule->background == NULL)
            rule->background = dup_value (open + 1, "background-color");
          g_ptr_array_add (rules, rule);
        }
    }
}

static const char *
find_value (const char *selector, gboolean color)
{
  const char *found = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (rules, i);
      const char *value = color ? rule->color : rule->background;

      if (value != NULL && strcmp (rule->selector, selector) == 0)
        found = value;
    }
  return found;
}

/* What @selector has from the rules it refines: without its last state or class, again and again. */
static const char *
inherit (const char *selector, gboolean color)
{
  g_autofree char *shorter = g_strdup (selector);
  char *last = shorter + strlen (shorter);

  while (last > shorter)
    {
      const char *value;

      while (last > shorter && *last != '.' && *last != ':' && *last != ' ')
        last--;
      if (*last == ' ' || last == shorter)
        return NULL; /* another widget begins */
      *last = '\0';
      value = find_value (shorter, color);
      if (value != NULL)
        return value;
    }
  return NULL;
}

static gboolean
is_flat (const char *colour)
{
  return colour != NULL && (*colour == '@' || *colour == '#');
}

static void
add_pair (const char *text, const char *ground)
{
  if (is_flat (text) && is_flat (ground))
    g_hash_table_add (pairs, g_strdup_printf ("%s|%s", text, ground));
}

/* Words on a gradient stand on both its ends. */
static void
add_pairs (const char *text, const char *ground)
{
  const char *at = ground;

  add_pair (text, ground);
  if (g_str_has_prefix (ground, "linear-gradient"))
    {
      while ((at = strpbrk (at, "@#")) != NULL)
        {
          g_autofree char *end = g_strndup (at, strcspn (at, ",) "));

          add_pair (text, end);
          at++;
        }
    }
}

/* What no words ever stand on: bars, lines, pictures. The film's box has words with colours of their own. */
static gboolean
is_wordless (const char *selector)
{
  static const char *const things[] = { "film-bar", "film-box", "pip", "separator", "slider", "clip", "picture", "scrim" };

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      if (strstr (selector, things[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A look that only has its own colour of words keeps the grounds of the states of what it refines. */
static void
add_states (const Rule *rule)
{
  static const char *states[] = { ":hover", ":active" };
  const char *last = strrchr (rule->selector, '.');

  for (guint i = 0; i < G_N_ELEMENTS (states) && last != NULL && strchr (last, ':') == NULL; i++)
    {
      g_autofree char *own = g_strconcat (rule->selector, states[i], NULL);
      g_autofree char *base = g_strndup (rule->selector, (gsize) (last - rule->selector));
      g_autofree char *of_base = g_strconcat (base, states[i], NULL);

      if (find_value (own, FALSE) == NULL)
        add_pair (find_value (own, TRUE) != NULL ? find_value (own, TRUE) : rule->color, find_value (of_base, FALSE));
    }
}

static void
collect_pairs (void)
{
  pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (rules, i);
      const char *text = rule->color != NULL ? rule->color : inherit (rule->selector, TRUE);
      const char *ground = rule->background != NULL ? rule->background : inherit (rule->selector, FALSE);

      if (rule->color == NULL && (rule->background == NULL || is_wordless (rule->selector)))
        continue;
      if (rule->color != NULL && rule->background == NULL && strstr (rule->selector, "button.") != NULL)
        add_states (rule);
      if (ground != NULL && strcmp (ground, "transparent") != 0)
        add_pairs (text != NULL ? text : "@hih_ink", ground);
      else if (strstr (rule->selector, "caption") == NULL)
        {
          add_pair (text, "@hih_paper");
          add_pair (text, "@hih_card");
        }
      else
        add_pair (text, "@hih_film");
    }
}

/* A tint is made for words of its own colour, and for ink and soft ink. */
static void
add_tints (const char *tokens)
{
  g_auto (GStrv) lines = g_strsplit (tokens, "\n", -1);
  const char *prefix = "@define-color hih_";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *end = strstr (lines[i], "_tint ");
      g_autofree char *name = NULL, *tint = NULL, *own = NULL;

      if (!g_str_has_prefix (lines[i], prefix) || end == NULL)
        continue;
      name = g_strndup (lines[i] + strlen (prefix), (gsize) (end - lines[i]) - strlen (prefix));
      tint = g_strdup_printf ("@hih_%s_tint", name);
      own = g_strdup_printf ("@hih_%s", name);
      add_pair ("@hih_ink", tint);
      add_pair ("@hih_soft", tint);
      if (strcmp (name, "amber") != 0) /* never written in (LOOK.md) */
        add_pair (own, tint);
    }
}

static void
check (const char *tokens, const char *a, const char *b, double least)
{
  GdkRGBA first, second;
  double x, y, found;

  if (!look_up (tokens, a, &first) || !look_up (tokens, b, &second))
    return;
  x = luminance (&first);
  y = luminance (&second);
  found = (MAX (x, y) + 0.05) / (MIN (x, y) + 0.05);
  g_test_message ("%s on %s: %.2f", a, b, found);
  if (found < least)
    {
      g_test_message ("too little: %s on %s has %.2f, wants %.1f", a, b, found, least);
      g_test_fail ();
    }
}

static void
test_tokens (gconstpointer data)
{
  static const char *const lines[][2] = { { "@hih_line", "@hih_card" },      { "@hih_line", "@hih_paper" },
                                          { "@hih_blue", "@hih_paper" },     { "@hih_blue", "@hih_card" },
                                          { "@hih_help_line", "@hih_paper" }, { "@hih_green", "@hih_card" } };
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "..", "app", "ui", "theme", NULL);
  g_autofree char *token_path = g_build_filename (dir, data, NULL);
  g_autofree char *sheet_path = g_build_filename (dir, "app.css", NULL);
  g_autofree char *tokens = NULL, *sheet = NULL;
  GHashTableIter iter;
  gpointer pair;

  g_assert_true (g_file_get_contents (token_path, &tokens, NULL, NULL));
  g_assert_true (g_file_get_contents (sheet_path, &sheet, NULL, NULL));
  read_rules (sheet);
  collect_pairs ();
  add_tints (tokens);
  g_assert_cmpuint (g_hash_table_size (pairs), >, 30);
  g_hash_table_iter_init (&iter, pairs);
  while (g_hash_table_iter_next (&iter, &pair, NULL))
    {
      g_auto (GStrv) both = g_strsplit (pair, "|", 2);

      check (tokens, both[0], both[1], TEXT_LEAST);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    check (tokens, lines[i][0], lines[i][1], LINE_LEAST);
  g_clear_pointer (&pairs, g_hash_table_unref);
  g_clear_pointer (&rules, g_ptr_array_unref);
}

/* What looks the same in every look of the program: films and the projector, dark as the room, and drawings. */
static gboolean
has_own_look (const char *selector)
{
  static const char *const things[] = { "film-bar", "caption", ".projector", ".clip", "picture", ".scrim" };

  for (guint i = 0; i < G_N_ELEMENTS (things); i++)
    {
      if (strstr (selector, things[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A ground that names its colour stays as bright in the dark as it is in the light: grounds are tokens, and dark in the dark. */
static void
test_grounds (void)
{
  static const char *const grounds[] = { "@hih_paper", "@hih_card", "@hih_well", "@hih_show_top", "@hih_show_bottom" };
  static const char *const dark[] = { "tokens-dark.css", "tokens-dark-hc.css" };
  g_autofree char *dir = g_test_build_filename (G_TEST_DIST, "..", "app", "ui", "theme", NULL);
  g_autofree char *sheet_path = g_build_filename (dir, "app.css", NULL);
  g_autofree char *sheet = NULL;

  g_assert_true (g_file_get_contents (sheet_path, &sheet, NULL, NULL));
  read_rules (sheet);
  for (guint i = 0; i < rules->len; i++)
    {
      const Rule *rule = g_ptr_array_index (rules, i);

      if (rule->background != NULL && strchr (rule->background, '#') != NULL && !has_own_look (rule->selector))
        g_test_fail_printf ("%s has one ground in every look: %s", rule->selector, rule->background);
    }
  g_clear_pointer (&rules, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (dark) * G_N_ELEMENTS (grounds); i++)
    {
      g_autofree char *path = g_build_filename (dir, dark[i % 2], NULL);
      g_autofree char *tokens = NULL;
      GdkRGBA colour;

      g_assert_true (g_file_get_contents (path, &tokens, NULL, NULL));
      g_assert_true (look_up (tokens, grounds[i / 2], &colour));
      g_assert_cmpfloat (luminance (&colour), <, 0.05);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/contrast/grounds", test_grounds);
  g_test_add_data_func ("/ui/contrast/light", "tokens-light.css", test_tokens);
  g_test_add_data_func ("/ui/contrast/dark", "tokens-dark.css", test_tokens);
  g_test_add_data_func ("/ui/contrast/high", "tokens-hc.css", test_tokens);
  g_test_add_data_func ("/ui/contrast/dark-high", "tokens-dark-hc.css", test_tokens);
  return g_test_run ();
}
