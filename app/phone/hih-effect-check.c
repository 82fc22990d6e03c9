/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Do the names in effects mean anything? Asked when every app is known, so that apps may name each other. */
#include "config.h"

#include "hih-effect-private.h"

#include "hih-app-private.h"

static void G_GNUC_PRINTF (5, 6)
complain (const HihEffect *self, HihFilePlace place, GPtrArray *issues, const char *mend, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  hih_issues_add (issues, self->file, place.line, place.column, mend, "%s", what);
}

static void
check_screen (const HihEffect *self, HihAppSet *apps, HihScreenKind wanted, GPtrArray *issues)
{
  const char *what = hih_screen_kind_get_name (wanted);
  HihScreen *screen = self->name != NULL ? hih_app_set_find_screen (apps, self->name) : NULL;

  if (self->name == NULL || (screen != NULL && screen->kind == wanted))
    return;
  if (screen != NULL)
    {
      complain (self, self->name_place, issues, "<open> is for a screen, <ask> for a dialog, <sheet> for a sheet",
                "“%s” is no %s", self->name, what);
    }
  else
    {
      g_autofree char *mend = hih_app_set_suggest_screen (apps, self->name, wanted);

      complain (self, self->name_place, issues, mend, "There is no %s “%s”", what, self->name);
    }
}

static HihKey *
find_key (const HihEffect *self, const char *name, HihAppSet *apps, GPtrArray *issues)
{
  HihKey *key = name != NULL ? hih_app_set_find_key (apps, name) : NULL;

  if (name != NULL && key == NULL)
    {
      g_autofree char *mend = hih_app_set_suggest_key (apps, name);

      complain (self, name == self->name ? self->name_place : self->from_place, issues, mend, "There is no key “%s”", name);
    }
  return key;
}

static void
check_key (const HihEffect *self, HihAppSet *apps, GPtrArray *issues)
{
  HihKey *key = find_key (self, self->name, apps, issues);
  HihKey *from = find_key (self, self->from, apps, issues);

  if (key != NULL && from != NULL && key->type != HIH_KEY_TEXT)
    complain (self, self->from_place, issues, "Give it type=\"text\"", "“%s” takes what stands in “%s” and must be a text", self->name,
              self->from);
  if (key != NULL && self->from != NULL && self->value != NULL)
    complain (self, self->from_place, issues, "Leave one of them out", "<set> cannot have both to and from");
  if (key != NULL && self->kind == HIH_EFFECT_SET && self->value != NULL && !hih_key_allows (key, self->value))
    {
      g_autofree char *mend = hih_key_suggest (key, self->value);

      complain (self, self->value_place, issues, mend, "“%s” cannot be “%s”", self->name, self->value);
    }
  if (key != NULL && self->kind == HIH_EFFECT_SET && key->type == HIH_KEY_TEXT)
    hih_key_add_text (key, self->value, from);
}

static void
check_when (HihEffect *self, HihAppSet *apps, GPtrArray *issues)
{
  g_autofree char *error_text = NULL, *mend = NULL;

  if (self->when == NULL || self->condition != NULL)
    return;
  self->condition = hih_condition_parse (self->when, self->app, apps, &error_text, &mend);
  if (self->condition == NULL)
    complain (self, self->when_place, issues, mend, "%s", error_text);
}

/* Effects are trees that only a finger sets off, so the one way round is an `after` inside one of its own name: each
 * takes the place of the one that runs, and what the author meant to be a cycle would be. */
static void
check_list (GPtrArray *effects, HihAppSet *apps, GPtrArray *around, GPtrArray *issues)
{
  for (guint i = 0; i < effects->len; i++)
    {
      HihEffect *effect = effects->pdata[i];

      switch (effect->kind)
        {
        case HIH_EFFECT_OPEN:
          check_screen (effect, apps, HIH_SCREEN_PLAIN, issues);
          break;
        case HIH_EFFECT_ASK:
          check_screen (effect, apps, HIH_SCREEN_DIALOG, issues);
          break;
        case HIH_EFFECT_SHEET:
          check_screen (effect, apps, HIH_SCREEN_SHEET, issues);
          break;
        case HIH_EFFECT_SET:
        case HIH_EFFECT_CLEAR:
          check_key (effect, apps, issues);
          break;
        case HIH_EFFECT_CANCEL:
          if (effect->name != NULL && !hih_app_set_has_timer (apps, effect->name))
            complain (effect, effect->name_place, issues, "Give an <after> this id, or take the <cancel> out",
                      "No <after> is called “%s”", effect->name);
          break;
        case HIH_EFFECT_AFTER:
          check_when (effect, apps, issues);
          if (effect->name != NULL && g_ptr_array_find_with_equal_func (around, effect->name, g_str_equal, NULL))
            complain (effect, effect->name_place, issues, "Give it another id; what repeats for ever cannot be written",
                      "<after id=\"%s\"> stands inside itself: a cycle", effect->name);
          g_ptr_array_add (around, effect->name != NULL ? effect->name : (gpointer) effect->path);
          check_list (effect->children, apps, around, issues);
          g_ptr_array_set_size (around, (int) around->len - 1);
          break;
        case HIH_EFFECT_BACK:
        case HIH_EFFECT_HOME:
        case HIH_EFFECT_TOAST:
        case HIH_EFFECT_RING:
        case HIH_EFFECT_NOTIFY:
        case HIH_EFFECT_SAY_ALOUD:
        case HIH_EFFECT_SCAN_RESULT:
        case HIH_EFFECT_FAIL:
        default:
          break;
        }
    }
}

/* Makes every `after` known to @apps, so that a `cancel` and a saved state can name it. */
void
hih_effects_register (GPtrArray *effects, HihAppSet *apps)
{
  for (guint i = 0; i < effects->len; i++)
    {
      HihEffect *effect = effects->pdata[i];

      if (effect->kind != HIH_EFFECT_AFTER)
        continue;
      hih_app_set_add_timer (apps, effect);
      hih_effects_register (effect->children, apps);
    }
}

/**
 * hih_effects_check:
 * @app: (nullable): unused here, the names were qualified while reading; kept for the words of issues
 *
 * Names unknown screens, keys, values, dialogs, timers and conditions. Also makes each `after` known to @apps, so
 * call it for a lesson's effects too, before any of them runs and on one thread: afterwards @apps does not change.
 */
void
hih_effects_check (GPtrArray *effects, HihAppSet *apps, const char *app, GPtrArray *issues)
{
  g_autoptr (GPtrArray) around = g_ptr_array_new ();

  hih_effects_register (effects, apps);
  check_list (effects, apps, around, issues);
}
