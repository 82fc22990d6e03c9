/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What a phone can do without, and a trainee cannot: a way out of every screen, a label on what asks for money or a
 * password or is said as swindlers do (hih-app-labels.c, hih-app-swindles.c), and numbers in `order` that mean a place. An app that lacks them runs; its author is told.
 */
#include "config.h"

#include "hih-app-private.h"
#include "hih-reach.h"

#include <string.h>

/* Ways out. */

static gboolean
lead_away (GPtrArray *effects, const HihScreen *screen)
{
  for (guint i = 0; i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      switch (effect->kind)
        {
        case HIH_EFFECT_BACK:
        case HIH_EFFECT_HOME:
          return TRUE;
        case HIH_EFFECT_OPEN:
        case HIH_EFFECT_ASK:
        case HIH_EFFECT_SHEET:
          if (g_strcmp0 (effect->name, screen->name) != 0)
            return TRUE;
          break;
        case HIH_EFFECT_SET:
          /* The lock screen and the dark one follow these two. */
          if (g_strcmp0 (effect->name, HIH_KEY_LOCKED) == 0 || g_strcmp0 (effect->name, HIH_KEY_AWAKE) == 0)
            return TRUE;
          break;
        case HIH_EFFECT_AFTER:
          if (lead_away (effect->children, screen))
            return TRUE;
          break;
        case HIH_EFFECT_CLEAR:
        case HIH_EFFECT_CANCEL:
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
  return FALSE;
}

static gboolean
have_way_out (GPtrArray *elements, const HihScreen *screen)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      for (guint k = 0; k < element->handlers->len; k++)
        {
          if (lead_away (((HihHandler *) element->handlers->pdata[k])->effects, screen))
            return TRUE;
        }
      if (have_way_out (element->children, screen))
        return TRUE;
    }
  return FALSE;
}

/* What has no way back in its bar, or lies over the bar, needs one of its own. */
static void
check_way_out (HihAppSet *apps, HihReach *reach, const HihScreen *screen, GPtrArray *issues)
{
  HihApp *system = hih_app_set_find_app (apps, HIH_SYSTEM_APP);
  gboolean has_way = have_way_out (screen->elements, screen);
  g_autofree char *when = NULL;

  if (!hih_screen_needs_way_out (screen) || (strcmp (screen->look, "dark") == 0 && system != NULL && have_way_out (system->side, screen)))
    return;
  when = has_way ? hih_reach_dup_dead_end (reach, screen->name) : NULL;
  /* A lesson that leads there may have told it already. */
  if (hih_issues_tell_at (issues, screen->file, screen->line, screen->column))
    return;
  if (!has_way)
    hih_issues_add (issues, screen->file, screen->line, screen->column,
                    "Give it a button with <on> <back/> </on>, or one that opens another screen",
                    "no finger leads away from the %s %s", hih_screen_kind_get_name (screen->kind), screen->name);
  else if (when != NULL)
    hih_issues_add (issues, screen->file, screen->line, screen->column,
                    "Give it a button that leads away always, whatever was typed or happened before",
                    "no finger leads away from the %s %s %s", hih_screen_kind_get_name (screen->kind), screen->name, when);
}

/* Order. */

/* What never stands there together may have one place: Send and More, the torch and what takes its place. */
static gboolean
share_place (const HihElement *a, const HihElement *b, guint layout)
{
  return a->order[layout] == b->order[layout]
         && (a->when == NULL || b->when == NULL || !hih_condition_excludes (a->when, b->when));
}

static void
check_orders (GPtrArray *elements, GPtrArray *issues)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const HihElement *element = elements->pdata[i];

      for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
        {
          int order = element->order[layout];
          const HihElement *other = NULL;

          for (guint k = 0; order > 0 && k < i && other == NULL; k++)
            {
              if (share_place (elements->pdata[k], element, layout))
                other = elements->pdata[k];
            }
          if (order > (int) elements->len)
            hih_issues_add (issues, element->file, element->order_place.line, element->order_place.column,
                            "Write a place from 1 to the number of all that stand beside it",
                            "order %c:%d: %s is one of %u", (int) ('a' + layout), order, element->target, elements->len);
          else if (other != NULL)
            hih_issues_add (issues, element->file, element->order_place.line, element->order_place.column,
                            "Give each another place", "order %c:%d: %s has that place already (line %d)",
                            (int) ('a' + layout), order, other->target, other->order_place.line);
        }
      check_orders (element->children, issues);
    }
}

/**
 * hih_app_set_check_labels:
 * @issues: (element-type HihIssue): what asks or is said as swindlers do, without its label, is added here
 *
 * Looks also at what effects that were checked with these apps, those of a lesson too, put into their keys. Any thread.
 */
void
hih_app_set_check_labels (HihAppSet *self, GPtrArray *issues)
{
  GPtrArray *apps = hih_app_set_get_apps (self);
  g_auto (GStrv) languages = hih_app_set_dup_languages (self);

  for (guint i = 0; i < apps->len; i++)
    {
      const HihApp *app = apps->pdata[i];

      for (guint k = 0; k < app->screens->len; k++)
        {
          hih_screen_check_marks (self, app->screens->pdata[k], (const char *const *) languages, issues);
          hih_screen_check_told (self, app->screens->pdata[k], issues);
        }
    }
}

/**
 * hih_app_set_check:
 * @issues: (element-type HihIssue): what an author forgot is added here
 *
 * Looks at every app for what loading lets pass. Any thread.
 */
void
hih_app_set_check (HihAppSet *self, GPtrArray *issues)
{
  GPtrArray *apps = hih_app_set_get_apps (self);
  g_autoptr (HihReach) reach = hih_app_set_reach (self);

  for (guint i = 0; i < apps->len; i++)
    {
      const HihApp *app = apps->pdata[i];

      for (guint k = 0; k < app->screens->len; k++)
        {
          const HihScreen *screen = app->screens->pdata[k];

          check_way_out (self, reach, screen, issues);
          check_orders (screen->elements, issues);
        }
    }
  hih_app_set_check_labels (self, issues);
}
