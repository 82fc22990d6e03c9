/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scene is made anew for every state: elements that are shown, resolved to what they say and look like now. */
#include "config.h"

#include "hih-scene.h"

#include "hih-app-private.h"
#include "hih-phone-state-private.h"

#include <string.h>

struct _HihScene
{
  gatomicrefcount refs;
  HihAppSet *apps;      /* owned: nodes borrow from it */
  HihPhoneState *state; /* owned: values borrow from it */
  guint layout;
  HihScreen *screen;    /* (nullable) */
  HihText *title;       /* (nullable) */
  HihText *over_title;  /* (nullable) */
  HihScreen *over_screen;
  GPtrArray *nodes;     /* (element-type HihSceneNode) */
  GPtrArray *over;      /* (nullable) (element-type HihSceneNode) */
  GPtrArray *keys;      /* (element-type HihSceneNode) */
  GHashTable *found;    /* target -> HihSceneNode, only those that can be reached */
  GPtrArray *made;      /* (element-type HihText) texts made from what was typed */
};

static _Thread_local guint64 work;

static const char *const layouts[HIH_N_LAYOUTS] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

static void
node_free (gpointer data)
{
  HihSceneNode *node = data;

  g_ptr_array_unref (node->children);
  g_free (node);
}

static void
text_unref (gpointer data)
{
  hih_text_unref (data);
}

/* What a key says now, in words: the title of its value, or the text or digits themselves. */
static HihText *
say_key (HihScene *self, const HihKey *key)
{
  const char *value = hih_phone_state_get (self->state, key->name);
  const HihKeyValue *found = hih_key_find_value (key, value);
  HihText *text;

  if (key->type == HIH_KEY_CHOICE || key->type == HIH_KEY_FLAG)
    return found != NULL ? found->title : NULL;
  if (value == NULL || *value == '\0')
    return NULL;
  text = hih_text_new (value);
  g_ptr_array_add (self->made, text);
  return text;
}

static HihText *
say (HihScene *self, GPtrArray *wordings, const char *name)
{
  const HihWording *wording = hih_wordings_find (wordings, name, layouts[self->layout]);

  if (wording == NULL)
    return NULL;
  return wording->key != NULL ? say_key (self, wording->key) : wording->text;
}

static const char *
get_picture (HihScene *self, HihElement *element)
{
  const char *picture = NULL;

  if (element->kind->shows_key && element->key != NULL)
    {
      const HihKeyValue *value = hih_key_find_value (element->key, hih_phone_state_get (self->state, element->key->name));

      picture = value != NULL ? value->picture : NULL;
    }
  return picture != NULL ? picture : hih_element_get_attribute (element, "picture");
}

/* It cannot be used now if it has answers, and none of them holds. */
static gboolean
is_sensitive (HihScene *self, HihElement *element)
{
  if (element->kind->is_off != NULL && element->kind->is_off (element))
    return FALSE;
  if (element->kind->respond != NULL || element->handlers->len == 0)
    return TRUE;
  for (guint i = 0; i < element->handlers->len; i++)
    {
      HihHandler *handler = element->handlers->pdata[i];

      if (handler->when == NULL || hih_condition_holds (handler->when, self->state))
        return TRUE;
    }
  return FALSE;
}

static HihSceneNode *
node_new (HihScene *self, HihElement *element, const char *place)
{
  HihSceneNode *node = g_new0 (HihSceneNode, 1);

  work += 1 + element->handlers->len;
  node->element = element;
  node->kind = element->kind->name;
  node->target = element->target;
  node->title = say (self, element->wordings, "title");
  node->subtitle = say (self, element->wordings, "subtitle");
  node->placeholder = say (self, element->wordings, "placeholder");
  node->picture = get_picture (self, element);
  node->icon = hih_element_get_attribute (element, "icon");
  node->place = place;
  node->sensitive = is_sensitive (self, element);
  node->children = g_ptr_array_new_with_free_func (node_free);
  if (element->key != NULL)
    {
      node->value = hih_phone_state_get (self->state, element->key->name);
      node->value_title = say_key (self, element->key);
      if (node->title == NULL && element->kind->shows_key)
        node->title = node->value_title;
    }
  if (element->current != NULL)
    node->current = hih_condition_holds (element->current, self->state);
  else if (element->kind->key_of_parent)
    node->current = g_strcmp0 (hih_element_get_attribute (element, "value"), node->value) == 0;
  else
    node->current = g_strcmp0 (hih_element_get_attribute (element, "current"), "yes") == 0;
  return node;
}

static void
add_nodes (HihScene *self, GPtrArray *elements, GPtrArray *out, const char *place, gboolean by_rule)
{
  g_autoptr (GPtrArray) arranged = hih_layout_arrange (elements, self->layout, by_rule);

  for (guint i = 0; i < arranged->len; i++)
    {
      HihElement *element = arranged->pdata[i];
      HihSceneNode *node;

      if (!hih_element_is_shown (element, self->state))
        continue;
      node = node_new (self, element, place != NULL ? place : element->place[self->layout]);
      g_ptr_array_add (out, node);
      add_nodes (self, element->children, node->children, node->place, element->kind->turns_by_layout);
    }
}

static void
index_nodes (HihScene *self, GPtrArray *nodes)
{
  for (guint i = 0; i < nodes->len; i++)
    {
      HihSceneNode *node = nodes->pdata[i];

      if (!g_str_has_suffix (node->target, "/"))
        g_hash_table_insert (self->found, (gpointer) node->target, node);
      index_nodes (self, node->children);
    }
}

static void
add_system (HihScene *self)
{
  HihApp *system = hih_app_set_find_app (self->apps, HIH_SYSTEM_APP);

  for (guint i = 0; system != NULL && i < system->side->len; i++)
    {
      HihElement *element = system->side->pdata[i];
      const char *place = strcmp (element->target, HIH_SYSTEM_BACK) == 0   ? "bar"
                          : strcmp (element->target, HIH_SYSTEM_HOME) == 0   ? "home"
                          : strcmp (element->target, HIH_SYSTEM_STATUS) == 0 ? "top"
                                                                             : hih_element_get_attribute (element, "part");

      if (hih_element_is_present (element, self->apps, self->state))
        g_ptr_array_add (self->keys, node_new (self, element, place != NULL ? place : "side"));
    }
}

/**
 * hih_scene_new:
 * @layout: `a`, `b` or `c`
 *
 * Returns: (transfer full): what stands on the screen in @state
 */
HihScene *
hih_scene_new (HihAppSet *apps, HihPhoneState *state, const char *layout)
{
  HihScene *self = g_new0 (HihScene, 1);
  const char *over = hih_phone_state_get_over (state);

  g_atomic_ref_count_init (&self->refs);
  self->apps = hih_app_set_ref (apps);
  self->state = hih_phone_state_ref (state);
  self->layout = hih_layout_find_index (layout);
  self->nodes = g_ptr_array_new_with_free_func (node_free);
  self->keys = g_ptr_array_new_with_free_func (node_free);
  self->made = g_ptr_array_new_with_free_func (text_unref);
  self->found = g_hash_table_new (g_str_hash, g_str_equal);
  self->screen = hih_app_set_find_screen (apps, hih_phone_state_get_screen (state));
  if (self->screen != NULL)
    {
      self->title = say (self, self->screen->wordings, "title");
      add_nodes (self, self->screen->elements, self->nodes, NULL, FALSE);
    }
  if (over != NULL)
    {
      self->over_screen = hih_app_set_get_visible (apps, state);
      if (self->over_screen == self->screen)
        self->over_screen = NULL;
    }
  if (self->over_screen != NULL)
    {
      self->over = g_ptr_array_new_with_free_func (node_free);
      self->over_title = say (self, self->over_screen->wordings, "title");
      add_nodes (self, self->over_screen->elements, self->over, "over", FALSE);
    }
  add_system (self);
  index_nodes (self, self->over != NULL ? self->over : self->nodes);
  index_nodes (self, self->keys);
  return self;
}

guint64
hih_scene_get_work (void)
{
  return work;
}

HihScene *
hih_scene_ref (HihScene *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hih_scene_unref (HihScene *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->found);
  g_ptr_array_unref (self->nodes);
  g_clear_pointer (&self->over, g_ptr_array_unref);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->made);
  hih_phone_state_unref (self->state);
  hih_app_set_unref (self->apps);
  g_free (self);
}

const char *
hih_scene_get_screen (HihScene *self)
{
  return hih_phone_state_get_screen (self->state);
}

const char *
hih_scene_get_look (HihScene *self)
{
  return self->screen != NULL ? self->screen->look : "plain";
}

const char *
hih_scene_get_layout (HihScene *self)
{
  return layouts[self->layout];
}

const char *
hih_scene_get_wallpaper (HihScene *self)
{
  return self->screen != NULL ? self->screen->wallpaper : NULL;
}

HihText *
hih_scene_get_title (HihScene *self)
{
  return self->title;
}

gboolean
hih_scene_has_back (HihScene *self)
{
  return self->screen != NULL && hih_screen_has_back (self->screen);
}

GPtrArray *
hih_scene_get_nodes (HihScene *self)
{
  return self->nodes;
}

GPtrArray *
hih_scene_get_over (HihScene *self)
{
  return self->over;
}

/**
 * hih_scene_get_over_title:
 *
 * Returns: (transfer none) (nullable): the title of the dialog or sheet
 */
HihText *
hih_scene_get_over_title (HihScene *self)
{
  return self->over_title;
}

/**
 * hih_scene_is_sheet:
 *
 * Returns: whether what lies over the screen is a sheet (from the foot) and not a dialog (in the middle)
 */
gboolean
hih_scene_is_sheet (HihScene *self)
{
  return self->over_screen != NULL && self->over_screen->kind == HIH_SCREEN_SHEET;
}

/**
 * hih_scene_get_over_look:
 *
 * Returns: (transfer none) (nullable): plain or shade; %NULL when nothing lies over the screen
 */
const char *
hih_scene_get_over_look (HihScene *self)
{
  return self->over_screen != NULL ? self->over_screen->look : NULL;
}

/**
 * hih_scene_get_keys:
 *
 * Returns: (transfer none) (element-type HihSceneNode): what is always there: the keys of the side (place "side"),
 *   the bar at the bottom ("home"), the way back ("bar")
 */
GPtrArray *
hih_scene_get_keys (HihScene *self)
{
  return self->keys;
}

/**
 * hih_scene_find:
 * @target: "app/element"
 *
 * Returns: (transfer none) (nullable): the node a finger could reach
 */
HihSceneNode *
hih_scene_find (HihScene *self, const char *target)
{
  return target != NULL ? g_hash_table_lookup (self->found, target) : NULL;
}
