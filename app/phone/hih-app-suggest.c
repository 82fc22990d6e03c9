/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an author may have meant by a name that is not there. */
#include "config.h"

#include "hih-app-private.h"
#include "hih-suggest.h"

#include <string.h>

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the same app only, unless there is no such app: a list of everything helps nobody. */
static gboolean
is_near (const char *candidate, const char *wanted, const char *separator, gboolean known)
{
  gsize length = strcspn (wanted, separator);

  return !known || (strncmp (candidate, wanted, length) == 0 && candidate[length] == *separator);
}

static gboolean
knows_app_of (HihAppSet *self, const char *name, const char *separator)
{
  g_autofree char *app = g_strndup (name, strcspn (name, separator));

  return hih_app_set_has_app (self, app);
}

char *
hih_app_set_suggest_key (HihAppSet *self, const char *key)
{
  g_autoptr (GPtrArray) all = hih_app_set_dup_keys (self);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  gboolean known = knows_app_of (self, key, ".");

  for (guint i = 0; i < all->len; i++)
    {
      if (is_near (all->pdata[i], key, ".", known))
        g_ptr_array_add (choices, all->pdata[i]);
    }
  return hih_suggest (key, choices);
}

char *
hih_app_set_suggest_screen (HihAppSet *self, const char *screen, HihScreenKind kind)
{
  g_autoptr (GPtrArray) all = hih_app_set_dup_screens (self);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  gboolean known = knows_app_of (self, screen, "/");

  for (guint i = 0; i < all->len; i++)
    {
      if (hih_app_set_find_screen (self, all->pdata[i])->kind == kind && is_near (all->pdata[i], screen, "/", known))
        g_ptr_array_add (choices, all->pdata[i]);
    }
  g_ptr_array_sort (choices, compare_names); /* they came as written */
  return hih_suggest (screen, choices);
}

static char *
take_if_near (char *mend, const char *otherwise)
{
  if (g_str_has_prefix (mend, "Did you mean"))
    return mend;
  g_free (mend);
  return g_strdup (otherwise);
}

char *
hih_app_set_suggest_start (HihAppSet *self, const char *screen)
{
  return hih_app_set_suggest_screen (self, screen, HIH_SCREEN_PLAIN);
}

/**
 * hih_app_set_suggest_target:
 *
 * Returns: (transfer full): what the author may have meant by @target, an element that is not there
 */
char *
hih_app_set_suggest_target (HihAppSet *self, const char *target)
{
  g_autoptr (GPtrArray) all = hih_app_set_dup_targets (self);
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();
  g_autofree char *otherwise = g_strdup_printf ("Write the id of an element of apps/%.*s.xml",
                                                (int) strcspn (target, "/"), target);

  for (guint i = 0; i < all->len; i++)
    {
      if (is_near (all->pdata[i], target, "/", TRUE))
        g_ptr_array_add (choices, all->pdata[i]);
    }
  return take_if_near (hih_suggest (target, choices), otherwise);
}
