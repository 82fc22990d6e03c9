/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the elements of a screen, and tells the author of everything that does not fit the kind's description. */
#include "config.h"

#include "hih-loader-private.h"

#include "hih-suggest.h"

#include <string.h>

#define COMMON "id when order place class"
/* Far more than fit a screen, also with all that is shown only now and then. */
#define MAX_ELEMENTS 200
#define MAX_HANDLERS 50
#define MAX_EFFECTS 300
#define PLACES "body bar-end above-input foot top"

/* "b:3 c:1", or one value for all layouts. Calls @take for each (layout, value); FALSE when it is neither. */
static gboolean
read_by_layout (const char *text, gboolean (*take) (HihElement *element, guint layout, const char *value),
                HihElement *element)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  gboolean good = *text != '\0';

  for (guint i = 0; words[i] != NULL && good; i++)
    {
      const char *word = words[i];

      if (*word == '\0')
        continue;
      if (strchr (word, ':') == NULL)
        {
          for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
            good &= take (element, layout, word);
        }
      else if (word[1] == ':' && *word >= 'a' && *word < 'a' + HIH_N_LAYOUTS)
        good = take (element, (guint) (*word - 'a'), word + 2);
      else
        good = FALSE;
    }
  return good;
}

static gboolean
take_order (HihElement *element, guint layout, const char *value)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (value, 10, 1, 999, &number, NULL))
    return FALSE;
  element->order[layout] = (int) number;
  return TRUE;
}

static gboolean
take_place (HihElement *element, guint layout, const char *value)
{
  if (!hih_words_contain (PLACES, value))
    return FALSE;
  element->place[layout] = g_intern_string (value);
  return TRUE;
}

static HihCondition *
read_condition (HihLoader *self, const HihNode *node, const char *attribute)
{
  const char *text = hih_node_get (node, attribute);
  g_autofree char *error_text = NULL, *mend = NULL;
  HihCondition *condition = hih_condition_parse (text, self->app->id, self->apps, &error_text, &mend);

  if (condition == NULL)
    hih_node_complain_at (node, attribute, self->issues, mend, "%s", error_text);
  return condition;
}

static void
read_common (HihLoader *self, const HihNode *node, HihElement *element)
{
  const char *when = hih_node_get (node, "when");
  const char *order = hih_node_get (node, "order");
  const char *place = hih_node_get (node, "place");

  if (when != NULL)
    element->when = read_condition (self, node, "when");
  element->order_place = hih_node_get_place (node, "order");
  if (order != NULL && !read_by_layout (order, take_order, element))
    hih_node_complain_at (node, "order", self->issues, "Write a place for each layout, such as order=\"b:3 c:1\"",
                          "order=\"%s\" cannot be read", order);
  if (place != NULL && !read_by_layout (place, take_place, element))
    hih_node_complain_at (node, "place", self->issues,
                          "Write body, bar-end, above-input, foot or top, such as place=\"a:bar-end b:foot\"",
                          "place=\"%s\" cannot be read", place);
  if (place != NULL && (element->parent != NULL || element->screen == NULL || element->screen->kind != HIH_SCREEN_PLAIN))
    hih_node_complain_at (node, "place", self->issues, "Put it straight into the <screen>, or take `place` out",
                          "A place counts only for what stands straight in a screen");
}

static void
check_key (HihLoader *self, const HihNode *node, const HihAttributeSpec *spec, const HihKey *key,
           const HihElementKind *kind)
{
  const char *wanted = strcmp (spec->name, "key") == 0 ? kind->key_type : strcmp (spec->name, "camera") == 0 ? "flag"
                                                                                                              : NULL;
  static const char *const types[] = { "choice", "text", "flag", "number" };

  if (wanted != NULL && strcmp (types[key->type], wanted) != 0)
    hih_node_complain_at (node, spec->name, self->issues, "Name another key, or change its type",
                          "<%s %s> needs a %s key, “%s” is a %s", node->name, spec->name, wanted, key->name,
                          types[key->type]);
}

/* Checks one value; returns it as it is kept (keys qualified), NULL when it is not fit. */
static char *
read_value (HihLoader *self, const HihNode *node, const HihAttributeSpec *spec, const char *value, HihElement *element)
{
  g_auto (GStrv) words = NULL;
  double number;
  char *end;
  HihKey *key;

  switch (spec->type)
    {
    case HIH_ATTRIBUTE_KEY:
      key = hih_loader_find_key (self, node, spec->name);
      if (key == NULL)
        return NULL;
      check_key (self, node, spec, key, element->kind);
      if (strcmp (spec->name, "key") == 0)
        element->key = key;
      return g_strdup (key->name);
    case HIH_ATTRIBUTE_FLAG:
      (void) hih_loader_get_flag (self, node, spec->name);
      break;
    case HIH_ATTRIBUTE_WHEN:
      if (strcmp (value, "yes") != 0 && strcmp (value, "no") != 0)
        element->current = read_condition (self, node, spec->name);
      break;
    case HIH_ATTRIBUTE_NUMBER:
      number = g_ascii_strtod (value, &end);
      if (end == value || *end != '\0' || !(number >= 0 && number <= 1e6))
        hih_node_complain_at (node, spec->name, self->issues, "Write a number from 0 to 1000000", "%s=\"%s\" is no number", spec->name,
                              value);
      break;
    case HIH_ATTRIBUTE_PICTURE:
    case HIH_ATTRIBUTE_ICON:
      if (!hih_name_is_valid (value))
        hih_node_complain_at (node, spec->name, self->issues,
                              "Write the name of a drawing without folder and ending: face-fang, video",
                              "%s=\"%.80s\" is no name of a picture", spec->name, value);
      break;
    case HIH_ATTRIBUTE_CHOICE:
    case HIH_ATTRIBUTE_WORDS:
      words = spec->type == HIH_ATTRIBUTE_WORDS ? g_strsplit (value, " ", -1) : g_strsplit (value, "\n", 2);
      for (guint i = 0; i == 0 || words[i] != NULL; i++)
        {
          g_autofree char *mend = NULL;

          if (words[i] != NULL && hih_words_contain (spec->choices, words[i]))
            continue;
          mend = hih_suggest_from_words (value, spec->choices);
          hih_node_complain_at (node, spec->name, self->issues, mend, "%s=\"%s\" is not known", spec->name, value);
          break;
        }
      break;
    case HIH_ATTRIBUTE_TEXT:
    default:
      break;
    }
  return g_strdup (value);
}

static const HihAttributeSpec *
find_spec (const HihElementKind *kind, const char *name)
{
  for (const HihAttributeSpec *spec = kind->attributes; spec != NULL && spec->name != NULL; spec++)
    {
      if (strcmp (spec->name, name) == 0)
        return spec;
    }
  return NULL;
}

static void
read_attributes (HihLoader *self, const HihNode *node, HihElement *element)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (GString) allowed = g_string_new (COMMON);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (HihFilePlace));

  for (const HihAttributeSpec *spec = element->kind->attributes; spec != NULL && spec->name != NULL; spec++)
    {
      g_string_append_printf (allowed, " %s", spec->name);
      if (spec->required && hih_node_get (node, spec->name) == NULL)
        hih_node_complain (node, self->issues, "Add the attribute", "<%s> needs %s=\"…\"", node->name, spec->name);
    }
  hih_loader_check_attributes (self, node, allowed->str);
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      const HihAttributeSpec *spec = find_spec (element->kind, node->attribute_names[i]);
      char *value = spec != NULL ? read_value (self, node, spec, node->attribute_values[i], element) : NULL;

      if (value == NULL && strcmp (node->attribute_names[i], "class") == 0)
        value = g_strdup (node->attribute_values[i]);
      if (value == NULL)
        continue;
      g_ptr_array_add (names, g_strdup (node->attribute_names[i]));
      g_ptr_array_add (values, value);
      g_array_append_val (places, node->attribute_places[i]);
    }
  g_ptr_array_add (names, NULL);
  g_ptr_array_add (values, NULL);
  g_strfreev (element->attribute_names);
  g_strfreev (element->attribute_values);
  g_free (element->attribute_places);
  element->attribute_names = (char **) g_ptr_array_steal (names, NULL);
  element->attribute_values = (char **) g_ptr_array_steal (values, NULL);
  element->attribute_places = (HihFilePlace *) (gpointer) g_array_free (places, FALSE);
}

static void
take_key_of_parent (HihLoader *self, const HihNode *node, HihElement *element)
{
  const char *value = hih_element_get_attribute (element, "value");

  element->key = element->parent->key;
  if (element->key != NULL && value != NULL && !hih_key_allows (element->key, value))
    {
      g_autofree char *mend = hih_key_suggest (element->key, value);

      hih_node_complain_at (node, "value", self->issues, mend, "“%s” cannot be “%s”", element->key->name, value);
    }
}

static char *
list_gestures (guint gestures)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < HIH_GESTURE_N_KINDS; i++)
    {
      if (gestures >> i & 1)
        g_string_append_printf (list, "%s%s", list->len > 0 ? " " : "", hih_gesture_kind_get_name ((HihGestureKind) i));
    }
  return g_string_free (list, FALSE);
}

static void
read_handler (HihLoader *self, const HihNode *node, HihElement *element)
{
  const char *name = hih_node_get (node, "gesture");
  const char *when = hih_node_get (node, "when");
  HihGestureKind gesture = HIH_GESTURE_TAP;
  HihCondition *condition = NULL;
  GPtrArray *effects;

  hih_loader_check_attributes (self, node, "gesture when");
  if (!hih_gesture_kind_parse (name != NULL ? name : "tap", &gesture) || !(element->kind->gestures >> gesture & 1))
    {
      g_autofree char *choices = list_gestures (element->kind->gestures);
      g_autofree char *mend = hih_suggest_from_words (name != NULL ? name : "tap", choices);

      hih_node_complain_at (node, "gesture", self->issues, mend, "A <%s> does not answer “%s”", element->kind->name,
                            name != NULL ? name : "tap");
    }
  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];

      if (!hih_effect_is_name (child->name))
        {
          g_autoptr (GPtrArray) names = hih_effect_dup_names ();
          g_autofree char *mend = hih_suggest (child->name, names);

          hih_node_complain (child, self->issues, mend, "<%s> is no effect", child->name);
        }
    }
  if (*node->text != '\0')
    hih_node_complain (node, self->issues, "Put words into <toast><text>…</text></toast>", "Words stand straight in <on>");
  if (when != NULL)
    condition = read_condition (self, node, "when");
  if (element->handlers->len >= MAX_HANDLERS || node->children->len > MAX_EFFECTS)
    {
      hih_node_complain (node, self->issues, "Let less happen at once", "More than %d answers of one element, or %d effects of one",
                         MAX_HANDLERS, MAX_EFFECTS);
      g_clear_pointer (&condition, hih_condition_free);
      return;
    }
  effects = hih_effects_read (node, self->app->id, self->issues);
  g_ptr_array_add (self->effects, g_ptr_array_ref (effects));
  g_ptr_array_add (element->handlers, hih_handler_new (gesture, condition, effects));
}

/* Whether a kind may stand where it stands. */
static void
check_place (HihLoader *self, const HihNode *node, const HihElementKind *kind, HihScreen *screen, HihElement *parent)
{
  const char *where = parent != NULL ? parent->kind->name : screen != NULL ? hih_screen_kind_get_name (screen->kind)
                                                                          : "keys";

  if (parent != NULL && g_strcmp0 (parent->kind->children, HIH_CHILDREN_ANY) != 0 &&
      !hih_words_contain (parent->kind->children, kind->name))
    {
      g_autofree char *mend = hih_suggest_from_words (kind->name, parent->kind->children);

      hih_node_complain (node, self->issues, mend, "<%s> cannot stand in <%s>", kind->name, where);
    }
  else if ((kind->inside != NULL && !hih_words_contain (kind->inside, where)) ||
           (kind->inside == NULL && parent == NULL && screen == NULL))
    {
      g_autofree char *mend = g_strdup_printf ("Put it into: %s", kind->inside != NULL ? kind->inside : "a screen");

      hih_node_complain (node, self->issues, mend, "<%s> cannot stand in <%s>", kind->name, where);
    }
}

static void
read_inside (HihLoader *self, const HihNode *node, HihElement *element)
{
  const HihElementKind *kind = element->kind;

  if (*node->text != '\0')
    hih_node_complain (node, self->issues, "Put the words into <title>", "Words stand straight in <%s>", kind->name);
  for (guint i = 0; i < node->children->len && !hih_loader_has_enough (self); i++)
    {
      const HihNode *child = node->children->pdata[i];

      if (kind->gestures != 0 && strcmp (child->name, "on") == 0)
        read_handler (self, child, element);
      else if (hih_words_contain (kind->texts, child->name))
        hih_loader_read_wording (self, node, i, element->wordings);
      else if (kind->children == NULL)
        {
          g_autofree char *choices = g_strdup_printf ("%s%s", kind->texts != NULL ? kind->texts : "",
                                                      kind->gestures != 0 ? " on" : "");
          g_autofree char *mend = hih_suggest_from_words (child->name, choices);

          hih_node_complain (child, self->issues, mend, "<%s> cannot stand in <%s>", child->name, kind->name);
        }
    }
  if (kind->children != NULL)
    hih_loader_read_elements (self, node, element->screen, element, kind->texts, element->children);
}

static void
read_element (HihLoader *self, const HihNode *node, const HihElementKind *kind, HihScreen *screen, HihElement *parent,
              GPtrArray *out)
{
  const char *id = hih_node_get (node, "id") != NULL ? hih_loader_get_id (self, node, "id") : NULL;
  HihElement *element = hih_element_new (kind, self->app->id, id, node);

  self->n_elements++;
  element->screen = screen;
  element->parent = parent;
  g_ptr_array_add (out, element);
  check_place (self, node, kind, screen, parent);
  read_common (self, node, element);
  read_attributes (self, node, element);
  if (kind->key_of_parent && parent != NULL)
    take_key_of_parent (self, node, element);
  read_inside (self, node, element);
  if (id != NULL && !hih_app_set_add_element (self->apps, element))
    hih_node_complain_at (node, "id", self->issues, "Give one of them another id",
                          "There are two elements with the id “%s”", id);
  if (id == NULL && hih_node_get (node, "id") == NULL && (element->handlers->len > 0 || kind->respond != NULL))
    hih_node_complain (node, self->issues, "Give it an id, so that lessons can name it",
                       "<%s> answers a finger but has no id", kind->name);
}

void
hih_loader_read_elements (HihLoader *self, const HihNode *node, HihScreen *screen, HihElement *parent,
                          const char *texts, GPtrArray *out)
{
  for (guint i = 0; i < node->children->len && !hih_loader_has_enough (self); i++)
    {
      const HihNode *child = node->children->pdata[i];
      const HihElementKind *kind = hih_element_kind_find (child->name);
      gboolean handled = hih_words_contain (texts, child->name) ||
                         (parent != NULL && parent->kind->gestures != 0 && strcmp (child->name, "on") == 0);

      /* <text> is a kind; as a child that is words it never stands among elements. */
      if (kind != NULL && !handled && self->n_elements == MAX_ELEMENTS)
        {
          hih_node_complain (child, self->issues, "Make several screens of it", "More than %d elements on one screen",
                             MAX_ELEMENTS);
          self->n_elements++;
        }
      if (kind != NULL && !handled && self->n_elements > MAX_ELEMENTS)
        return;
      if (kind != NULL && !handled)
        read_element (self, child, kind, screen, parent, out);
      else if (!handled)
        {
          g_autoptr (GPtrArray) names = g_ptr_array_new ();
          g_autofree char *mend = NULL;
          guint n_kinds;
          const HihElementKind *const *kinds = hih_element_kind_list (&n_kinds);

          for (guint j = 0; j < n_kinds; j++)
            g_ptr_array_add (names, (gpointer) kinds[j]->name);
          mend = hih_suggest (child->name, names);
          hih_node_complain (child, self->issues, mend, "<%s> is no element", child->name);
        }
    }
}
