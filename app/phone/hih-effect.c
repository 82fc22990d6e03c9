/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Effects as data: one table says what may be written in each, one function reads them all. Names are qualified while
 * reading ("call" in chat becomes "chat.call"), and checked only when every app is known.
 */
#include "config.h"

#include "hih-effect-private.h"

#include "hih-suggest.h"

#include <string.h>

#define MAX_DELAY_S 3600.0

typedef enum
{
  NAME_PLAIN,
  NAME_KEY,    /* "app.key" */
  NAME_SCREEN, /* "app/screen" */
  NAME_TIMER,  /* "app.id" */
} NameType;

typedef struct
{
  const char *element;
  const char *name;  /* the attribute that becomes the name, NULL for none */
  NameType name_type;
  gboolean name_optional;
  const char *value; /* the attribute that becomes the value, NULL for none */
  gboolean value_optional;
  const char *texts; /* text children */
  const char *from;  /* the attribute that names a key whose present value may stand for the value, NULL for none */
} Spec;

static const Spec specs[] = {
  [HIH_EFFECT_OPEN] = { "open", "screen", NAME_SCREEN },
  [HIH_EFFECT_BACK] = { "back" },
  [HIH_EFFECT_HOME] = { "home" },
  [HIH_EFFECT_SET] = { "set", "key", NAME_KEY, FALSE, "to", .from = "from" },
  [HIH_EFFECT_CLEAR] = { "clear", "key", NAME_KEY },
  [HIH_EFFECT_AFTER] = { "after", "id", NAME_TIMER, TRUE, "seconds" },
  [HIH_EFFECT_CANCEL] = { "cancel", "id", NAME_TIMER },
  [HIH_EFFECT_TOAST] = { "toast", .texts = "text" },
  [HIH_EFFECT_ASK] = { "ask", "dialog", NAME_SCREEN },
  [HIH_EFFECT_RING] = { "ring", "sound", NAME_PLAIN, TRUE },
  [HIH_EFFECT_SHEET] = { "sheet", "id", NAME_SCREEN },
  [HIH_EFFECT_NOTIFY] = { "notify", .value = "picture", .value_optional = TRUE, .texts = "title text" },
  [HIH_EFFECT_SAY_ALOUD] = { "say-aloud", .texts = "text" },
  [HIH_EFFECT_SCAN_RESULT] = { "scan-result", .value = "value" },
  [HIH_EFFECT_FAIL] = { "fail", "kind", NAME_PLAIN },
};

HihEffect *
hih_effect_ref (HihEffect *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
hih_effect_unref (HihEffect *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->name);
  g_free (self->value);
  g_free (self->from);
  g_free (self->when);
  g_clear_pointer (&self->text, hih_text_unref);
  g_clear_pointer (&self->title, hih_text_unref);
  g_clear_pointer (&self->condition, hih_condition_free);
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self);
}

static void
effect_unref (gpointer data)
{
  hih_effect_unref (data);
}

static gboolean
find_kind (const char *element, HihEffectKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      if (strcmp (specs[i].element, element) == 0)
        {
          *kind = (HihEffectKind) i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * hih_effect_is_name:
 *
 * Returns: whether an element of this name is an effect
 */
gboolean
hih_effect_is_name (const char *element_name)
{
  HihEffectKind kind;

  return find_kind (element_name, &kind);
}

const char *
hih_effect_kind_get_name (HihEffectKind kind)
{
  return specs[kind].element;
}

GPtrArray *
hih_effect_dup_names (void)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    g_ptr_array_add (names, (gpointer) specs[i].element);
  return names;
}

/* A timer of a lesson has no app to belong to: it is "id", and a bare "id" means any app's (see the brain). */
static char *
qualify (const HihNode *node, const Spec *spec, const char *app, GPtrArray *issues)
{
  const NameType type = spec->name_type;
  const char *name = hih_node_get (node, spec->name);
  char separator = type == NAME_SCREEN ? '/' : '.';

  if (type == NAME_PLAIN || strchr (name, separator) != NULL)
    return g_strdup (name);
  if (app != NULL)
    return g_strdup_printf ("%s%c%s", app, separator, name);
  if (type != NAME_TIMER)
    hih_node_complain_at (node, spec->name, issues,
                          type == NAME_SCREEN ? "Write app/screen, such as chat/list" : "Write app.key, such as chat.call",
                          "“%s” in <%s> names no app", name, node->name);
  return g_strdup (name);
}

static void
check_attributes (const HihNode *node, const Spec *spec, GPtrArray *issues)
{
  g_autoptr (GPtrArray) allowed = g_ptr_array_new ();

  if (spec->name != NULL)
    g_ptr_array_add (allowed, (gpointer) spec->name);
  if (spec->value != NULL)
    g_ptr_array_add (allowed, (gpointer) spec->value);
  if (spec->from != NULL)
    g_ptr_array_add (allowed, (gpointer) spec->from);
  if (spec == &specs[HIH_EFFECT_AFTER])
    g_ptr_array_add (allowed, (gpointer) "when");
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (allowed, node->attribute_names[i], g_str_equal, NULL))
        {
          g_autofree char *mend = hih_suggest (node->attribute_names[i], allowed);

          hih_node_complain_at (node, node->attribute_names[i], issues, mend, "<%s> has no attribute “%s”", node->name,
                                node->attribute_names[i]);
        }
    }
  if (spec->name != NULL && !spec->name_optional && hih_node_get (node, spec->name) == NULL)
    hih_node_complain (node, issues, "Add the attribute", "<%s> needs %s=\"…\"", node->name, spec->name);
  if (spec->value != NULL && !spec->value_optional && hih_node_get (node, spec->value) == NULL &&
      (spec->from == NULL || hih_node_get (node, spec->from) == NULL))
    hih_node_complain (node, issues, "Add the attribute", "<%s> needs %s=\"…\"", node->name, spec->value);
}

static void
check_children (const HihNode *node, const Spec *spec, GPtrArray *issues)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];
      gboolean known = hih_words_contain (spec->texts, child->name) ||
                       (spec == &specs[HIH_EFFECT_AFTER] && hih_effect_is_name (child->name));

      if (!known)
        {
          g_autoptr (GPtrArray) names = spec == &specs[HIH_EFFECT_AFTER] ? hih_effect_dup_names () : NULL;
          g_autofree char *mend = names != NULL ? hih_suggest (child->name, names)
                                                : hih_suggest_from_words (child->name, spec->texts);

          hih_node_complain (child, issues, mend, "<%s> cannot stand in <%s>", child->name, node->name);
        }
      else if (hih_words_contain (spec->texts, child->name) && *child->text == '\0')
        hih_node_complain (child, issues, "Write the words into it", "<%s> is empty", child->name);
    }
  if (*node->text != '\0')
    hih_node_complain (node, issues, "Put the words into <text>", "Words stand straight in <%s>", node->name);
  if (hih_words_contain (spec->texts, "text"))
    {
      g_autoptr (HihText) text = hih_node_dup_text (node, "text");

      if (text == NULL)
        hih_node_complain (node, issues, "Add <text>…</text>", "<%s> says nothing", node->name);
    }
}

/* Everything that a node says, in one string, for the path. */
static void
describe (const HihNode *node, GString *out)
{
  g_string_append_printf (out, "<%s", node->name);
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    g_string_append_printf (out, " %s='%s'", node->attribute_names[i], node->attribute_values[i]);
  g_string_append_printf (out, ">%s", node->text);
  for (guint i = 0; i < node->children->len; i++)
    {
      if (!hih_node_is_translation (node->children->pdata[i]))
        describe (node->children->pdata[i], out);
    }
  g_string_append_c (out, ';');
}

static void
read_after (HihEffect *self, const HihNode *node, const char *app, GPtrArray *issues)
{
  g_autoptr (GString) said = g_string_new (NULL);
  g_autofree char *sum = NULL;
  g_autofree char *path = NULL;
  char *end = NULL;
  double seconds = self->value != NULL ? g_ascii_strtod (self->value, &end) : 0;

  if (self->value != NULL && (end == self->value || *end != '\0' || !(seconds >= 0 && seconds <= MAX_DELAY_S)))
    {
      hih_node_complain_at (node, "seconds", issues, "Write a number from 0 to 3600, such as 3 or 1.5",
                            "“%s” is no number of seconds", self->value);
      seconds = 0;
    }
  self->delay_ms = (gint64) (seconds * 1000 + 0.5);
  self->when = g_strdup (hih_node_get (node, "when"));
  self->children = hih_effects_read (node, app, issues);
  if (self->children->len == 0)
    hih_node_complain (node, issues, "Put an effect into it, or take it out", "Nothing happens in <after>");

  describe (node, said);
  sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, said->str, -1);
  path = g_strdup_printf ("%s#%.16s", app != NULL ? app : "lesson", sum);
  self->path = g_intern_string (path);
}

static HihEffect *
read_one (const HihNode *node, HihEffectKind kind, const char *app, GPtrArray *issues)
{
  const Spec *spec = &specs[kind];
  const char *name = spec->name != NULL ? hih_node_get (node, spec->name) : NULL;
  HihEffect *self = g_new0 (HihEffect, 1);

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  self->app = g_intern_string (app);
  self->file = node->file;
  self->line = node->line;
  self->column = node->column;
  check_attributes (node, spec, issues);
  check_children (node, spec, issues);
  if (name != NULL)
    {
      self->name = qualify (node, spec, app, issues);
      self->name_place = hih_node_get_place (node, spec->name);
    }
  if (spec->value != NULL)
    {
      self->value = g_strdup (hih_node_get (node, spec->value));
      self->value_place = hih_node_get_place (node, spec->value);
    }
  self->when_place = hih_node_get_place (node, "when");
  if (spec->from != NULL && hih_node_get (node, spec->from) != NULL)
    {
      self->from = qualify (node, &(Spec) { .name = spec->from, .name_type = NAME_KEY }, app, issues);
      self->from_place = hih_node_get_place (node, spec->from);
    }
  if (hih_words_contain (spec->texts, "text"))
    self->text = hih_node_dup_text (node, "text");
  if (hih_words_contain (spec->texts, "title"))
    self->title = hih_node_dup_text (node, "title");
  if (name != NULL && spec->name_type == NAME_TIMER && kind == HIH_EFFECT_AFTER && !hih_name_is_valid (name))
    hih_node_complain_at (node, spec->name, issues, "Use small letters, digits and -, beginning with a letter",
                          "“%.80s” cannot be an id", name);
  if (kind == HIH_EFFECT_AFTER)
    read_after (self, node, app, issues);
  return self;
}

/**
 * hih_effects_read:
 * @node: `<on>`, `<after>`, a lesson's `<phone>` or `<trap>`
 * @app: (nullable): whom bare names belong to
 *
 * Returns: (transfer full) (element-type HihEffect): the effects in @node, in order
 */
GPtrArray *
hih_effects_read (const HihNode *node, const char *app, GPtrArray *issues)
{
  GPtrArray *effects = g_ptr_array_new_with_free_func (effect_unref);

  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];
      HihEffectKind kind;

      if (!hih_node_is_translation (child) && find_kind (child->name, &kind))
        g_ptr_array_add (effects, read_one (child, kind, app, issues));
    }
  return effects;
}

HihEffectKind
hih_effect_get_kind (const HihEffect *self)
{
  return self->kind;
}

/**
 * hih_effect_get_name:
 *
 * Returns: (transfer none) (nullable): the key, screen, dialog, sheet, timer, sound or kind of failure
 */
const char *
hih_effect_get_name (const HihEffect *self)
{
  return self->name;
}

/**
 * hih_effect_get_value:
 *
 * Returns: (transfer none) (nullable): what a key is set to, a notice's picture, a scan's result, an after's seconds
 */
const char *
hih_effect_get_value (const HihEffect *self)
{
  return self->value;
}

HihText *
hih_effect_get_text (const HihEffect *self)
{
  return self->text;
}

const char *
hih_effect_get_place (const HihEffect *self, int *line, int *column)
{
  *line = self->line;
  *column = self->column;
  return self->file;
}

/**
 * hih_effect_get_title:
 *
 * Returns: (transfer none) (nullable): the heading of a notice
 */
HihText *
hih_effect_get_title (const HihEffect *self)
{
  return self->title;
}

/**
 * hih_effects_foreach_picture:
 *
 * Calls @func for the picture of every notice in @effects, also of those that come later.
 */
void
hih_effects_foreach_picture (GPtrArray *effects, HihPictureFunc func, gpointer data)
{
  for (guint i = 0; i < effects->len; i++)
    {
      const HihEffect *effect = effects->pdata[i];

      if (effect->kind == HIH_EFFECT_NOTIFY && effect->value != NULL)
        func (effect->value, FALSE, effect->file, effect->value_place, data);
      if (effect->children != NULL)
        hih_effects_foreach_picture (effect->children, func, data);
    }
}
