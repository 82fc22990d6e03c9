/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every picture and icon that the files of the apps name. */
#include "config.h"

#include "hih-app-private.h"

#include <string.h>

static void
visit_effects (GPtrArray *handlers, HihPictureFunc func, gpointer data)
{
  for (guint i = 0; i < handlers->len; i++)
    hih_effects_foreach_picture (((HihHandler *) handlers->pdata[i])->effects, func, data);
}

static void
visit_elements (GPtrArray *elements, HihPictureFunc func, gpointer data)
{
  for (guint i = 0; i < elements->len; i++)
    {
      HihElement *element = elements->pdata[i];

      for (const HihAttributeSpec *spec = element->kind->attributes; spec != NULL && spec->name != NULL; spec++)
        {
          if (spec->type != HIH_ATTRIBUTE_PICTURE && spec->type != HIH_ATTRIBUTE_ICON)
            continue;
          for (guint k = 0; element->attribute_names[k] != NULL; k++)
            {
              if (strcmp (element->attribute_names[k], spec->name) == 0)
                func (element->attribute_values[k], spec->type == HIH_ATTRIBUTE_ICON, element->file,
                      element->attribute_places[k], data);
            }
        }
      visit_effects (element->handlers, func, data);
      visit_elements (element->children, func, data);
    }
}

/**
 * hih_app_set_foreach_picture:
 * @func: (scope call):
 *
 * Names every picture and icon of the apps, with the place where it is written.
 */
void
hih_app_set_foreach_picture (HihAppSet *self, HihPictureFunc func, gpointer data)
{
  GPtrArray *apps = hih_app_set_get_apps (self);

  for (guint i = 0; i < apps->len; i++)
    {
      HihApp *app = apps->pdata[i];

      if (app->picture != NULL)
        func (app->picture, FALSE, app->file, app->picture_place, data);
      for (guint j = 0; j < app->keys->len; j++)
        {
          HihKey *key = app->keys->pdata[j];

          for (guint k = 0; k < key->values->len; k++)
            {
              HihKeyValue *value = key->values->pdata[k];

              if (value->picture != NULL)
                func (value->picture, FALSE, key->file, value->picture_place, data);
            }
        }
      for (guint j = 0; j < app->screens->len; j++)
        {
          HihScreen *screen = app->screens->pdata[j];

          if (screen->wallpaper != NULL)
            func (screen->wallpaper, FALSE, screen->file, screen->wallpaper_place, data);
          visit_elements (screen->elements, func, data);
        }
      visit_elements (app->side, func, data);
    }
}
