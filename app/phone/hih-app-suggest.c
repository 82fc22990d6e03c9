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
  if (choices->len == 0)
    return g_strdup_printf ("Write <state key=\"…\"> into the app %.*s, or name a key of another", (int) strcspn (key, "."), key);
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
  if (choices->len == 0)
    return g_strdup_printf ("Write <%s id=\"…\"> into the app %.*s, or name one of another", hih_screen_kind_get_name (kind),
                            (int) strcspn (screen, "/"), screen);
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

/**
 * hih_element_suggest_gesture:
 * @gesture: a #HihGestureKind that @self does not answer
 *
 * Returns: (transfer full): what an author can write instead
 */
char *
hih_element_suggest_gesture (HihElement *self, int gesture)
{
  g_autoptr (GString) others = g_string_new (NULL);

  if (self->kind->gestures >> gesture & 1)
    return g_strdup_printf ("Give it <on gesture=\"%s\"> in the app, or write another step", hih_gesture_kind_get_name ((HihGestureKind) gesture));
  for (guint i = 0; i < HIH_GESTURE_N_KINDS; i++)
    {
      if (self->kind->gestures >> i & 1)
        g_string_append_printf (others, "%s %s", others->len > 0 ? "," : "", hih_gesture_kind_get_name ((HihGestureKind) i));
    }
  if (others->len > 0)
    return g_strdup_printf ("Name another element, or another gesture: a <%s> can answer%s", self->kind->name, others->str);
  return g_strdup_printf ("Name another element: a <%s> answers no finger", self->kind->name);
}
