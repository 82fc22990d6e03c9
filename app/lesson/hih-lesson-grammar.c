/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The grammar of lesson files as one table: which element stands where, how often, with which attributes. */
#include "config.h"

#include "hih-lesson-private.h"

#include <string.h>

#include "hih-effect.h"
#include "hih-suggest.h"

typedef struct
{
  const char *parent;
  const char *name;
  const char *required;  /* attributes, separated by spaces */
  const char *optional;
  const char *mend;      /* said when a required attribute is missing */
  gboolean many;         /* may stand more than once in its parent */
  gboolean text;         /* holds a sentence and may be translated */
} Rule;

#define MAX_ISSUES 100
/* How a <trap> that uses a drill is called in here: it says less, for the drill says the rest. */
#define DRILLED "trap use"
#define STEP_ATTRIBUTES "tap hold swipe drag zoom type look direction to text until wait picture film-start film-end"

static const Rule RULES[] = {
  { "", "lesson", "id topic format minutes", "picture order",
    "Write <lesson id=\"…\" topic=\"…\" format=\"1\" minutes=\"8\">", FALSE, FALSE },
  { "lesson", "title", "", "", NULL, FALSE, TRUE },
  { "lesson", "able", "", "", NULL, FALSE, TRUE },
  { "lesson", "metaphor", "", "", NULL, FALSE, TRUE },
  { "lesson", "notes", "", "", NULL, FALSE, TRUE },
  { "lesson", "real-phone", "", "", NULL, FALSE, TRUE },
  { "lesson", "needs", "lesson", "", "Write <needs lesson=\"…\"/>", TRUE, FALSE },
  { "lesson", "valid", "region checked", "", "Write <valid region=\"CN\" checked=\"2026-11\"/>", FALSE, FALSE },
  { "lesson", "covers", "notice", "measures", "Write <covers notice=\"…\"/>", TRUE, FALSE },
  { "lesson", "status", "key default", "", "Write <status key=\"…\" default=\"in-force\">", FALSE, FALSE },
  { "lesson", "phone", "apps start", "layouts", "Write <phone apps=\"home\" start=\"home/main\">", FALSE, FALSE },
  { "lesson", "film", "file", "", "Write <film file=\"lesson.mp4\"/>", FALSE, FALSE },
  { "lesson", "step", "id", STEP_ATTRIBUTES, "Give the step an id", TRUE, FALSE },
  { "lesson", "goal", "when", "", "Write <goal when=\"…\">", FALSE, FALSE },
  { "lesson", "protect", "key", "", "Write <protect key=\"app.key\">", TRUE, FALSE },
  { "lesson", "trap", "id at kind", "stages", "Write <trap id=\"…\" at=\"a step\" kind=\"…\">", TRUE, FALSE },
  { "lesson", DRILLED, "use at", "id stages", "Write <trap use=\"a drill\" at=\"a step\"/>", TRUE, FALSE },
  { "lesson", "offline", "", "", NULL, FALSE, FALSE },
  { "lesson", "card", "", "", NULL, FALSE, FALSE },
  { "status", "in-force", "", "", NULL, FALSE, TRUE },
  { "status", "retired", "", "", NULL, FALSE, TRUE },
  { "status", "drill", "", "", NULL, FALSE, TRUE },
  { "step", "title", "", "", NULL, FALSE, TRUE },
  { "step", "say", "", "", NULL, FALSE, TRUE },
  { "step", "where", "", "layout", NULL, TRUE, TRUE },
  { "step", "why", "", "", NULL, FALSE, TRUE },
  { "goal", "say", "", "", NULL, FALSE, TRUE },
  { "goal", "done", "", "", NULL, FALSE, TRUE },
  { "protect", "why", "", "", NULL, FALSE, TRUE },
  { "trap", "say", "", "", NULL, FALSE, TRUE },
  { "trap", "tell", "", "when", NULL, TRUE, TRUE },
  { "trap", "step", "id", STEP_ATTRIBUTES, "Give the step an id", TRUE, FALSE },
  { DRILLED, "say", "", "", NULL, FALSE, TRUE },
  { DRILLED, "tell", "", "when", NULL, TRUE, TRUE },
  { "", "drill", "id kind format", "apps", "Write <drill id=\"…\" kind=\"…\" format=\"1\">", FALSE, FALSE },
  { "drill", "say", "", "", NULL, FALSE, TRUE },
  { "drill", "tell", "", "when", NULL, TRUE, TRUE },
  { "drill", "step", "id", STEP_ATTRIBUTES, "Give the step an id", TRUE, FALSE },
  { "offline", "say", "", "", NULL, TRUE, TRUE },
  { "card", "line", "step", "", "Write <line step=\"…\"/>", TRUE, FALSE },
};

/* Elements whose other children are effects. */
static const char *const WITH_EFFECTS[] = { "phone", "trap", DRILLED, "drill", NULL };

static const Rule *
find_rule (const char *parent, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (RULES); i++)
    {
      if (strcmp (RULES[i].parent, parent) == 0 && strcmp (RULES[i].name, name) == 0)
        return &RULES[i];
    }
  return NULL;
}

/* What an element is called in RULES. */
static const char *
get_rule_name (const HihNode *node)
{
  return strcmp (node->name, "trap") == 0 && hih_node_get (node, "use") != NULL ? DRILLED : node->name;
}

static char *
dup_children_mend (const HihNode *child, const char *parent)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (RULES); i++)
    {
      if (strcmp (RULES[i].parent, parent) == 0 && strchr (RULES[i].name, ' ') == NULL)
        g_ptr_array_add (names, (gpointer) RULES[i].name);
    }
  if (g_strv_contains (WITH_EFFECTS, parent))
    {
      g_autoptr (GPtrArray) effects = hih_effect_dup_names ();

      g_ptr_array_extend (names, effects, NULL, NULL);
    }
  return hih_suggest (child->name, names);
}

static void
check_attributes (const HihNode *node, const Rule *rule, GPtrArray *issues)
{
  g_auto (GStrv) required = g_strsplit (rule->required, " ", -1);

  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      const char *name = node->attribute_names[i];
      g_autofree char *words = NULL;
      g_autofree char *mend = NULL;

      if (hih_words_contain (rule->required, name) || hih_words_contain (rule->optional, name) ||
          (rule->text && strcmp (name, "xml:lang") == 0))
        continue;
      words = g_strconcat (rule->required, " ", rule->optional, rule->text ? " xml:lang" : "", NULL);
      mend = hih_suggest_from_words (name, g_strstrip (words));
      hih_node_complain_at (node, name, issues, mend, "<%s> has no attribute %s", node->name, name);
    }
  for (guint i = 0; required[i] != NULL; i++)
    {
      const char *value = *required[i] != '\0' ? hih_node_get (node, required[i]) : "-";

      if (value == NULL || *value == '\0')
        hih_node_complain_at (node, required[i], issues, rule->mend, "<%s> lacks %s", node->name, required[i]);
    }
}

/* Stops when there are @max issues: looking for what was meant takes its time, and nobody reads more of them. */
static void
check_node (const HihNode *node, const Rule *rule, guint max, GPtrArray *issues)
{
  check_attributes (node, rule, issues);
  if (rule->text)
    {
      if (*node->text == '\0')
        hih_node_complain (node, issues, "Write a sentence in it", "<%s> is empty", node->name);
      if (node->children->len > 0)
        hih_node_complain (node->children->pdata[0], issues, "Write plain words only",
                           "<%s> stands inside the sentence of <%s>", ((HihNode *) node->children->pdata[0])->name,
                           node->name);
      return;
    }
  if (*node->text != '\0')
    hih_node_complain (node, issues, "Put it into <say> or another element for sentences",
                       "loose words in <%s>: \"%.40s\"", node->name, node->text);

  for (guint i = 0; i < node->children->len && issues->len < max; i++)
    {
      const HihNode *child = node->children->pdata[i];
      const Rule *child_rule = find_rule (get_rule_name (node), get_rule_name (child));

      if (child_rule == NULL)
        {
          g_autofree char *mend = NULL;

          if (g_strv_contains (WITH_EFFECTS, get_rule_name (node)) && hih_effect_is_name (child->name))
            continue;
          mend = dup_children_mend (child, get_rule_name (node));
          hih_node_complain (child, issues, mend, "<%s> is not known inside <%s>", child->name, node->name);
          continue;
        }
      if (child_rule->text && hih_node_is_translation (child))
        {
          const HihNode *before = i > 0 ? node->children->pdata[i - 1] : NULL;

          if (before == NULL || strcmp (before->name, child->name) != 0)
            hih_node_complain_at (child, "xml:lang", issues, "Put it right after the English one",
                                  "<%s> translates nothing", child->name);
        }
      else if (!child_rule->many)
        {
          for (guint j = 0; j < i; j++)
            {
              const HihNode *other = node->children->pdata[j];

              if (strcmp (other->name, child->name) == 0 && !hih_node_is_translation (other))
                {
                  hih_node_complain (child, issues, "Leave one of them out", "<%s> stands twice in <%s>", child->name,
                                     node->name);
                  break;
                }
            }
        }
      check_node (child, child_rule, max, issues);
    }
}

void
hih_lesson_check_grammar (const HihNode *root, GPtrArray *issues)
{
  check_node (root, find_rule ("", root->name), issues->len + MAX_ISSUES, issues);
}

static void
hash_string (GChecksum *checksum, const char *string)
{
  /* With its closing zero, so that "ab" "c" is not "a" "bc". */
  g_checksum_update (checksum, (const guchar *) string, strlen (string) + 1);
}

static void
hash_node (GChecksum *checksum, const HihNode *node)
{
  static const char *const UNNOTICED[] = { "notes", "real-phone", "valid", "covers", "needs", NULL };

  if (hih_node_is_translation (node) || g_strv_contains (UNNOTICED, node->name))
    return;
  hash_string (checksum, node->name);
  for (guint i = 0; node->attribute_names[i] != NULL; i++)
    {
      if (strcmp (node->attribute_names[i], "order") == 0)
        continue;
      hash_string (checksum, node->attribute_names[i]);
      hash_string (checksum, node->attribute_values[i]);
    }
  hash_string (checksum, node->text);
  for (guint i = 0; i < node->children->len; i++)
    hash_node (checksum, node->children->pdata[i]);
  hash_string (checksum, "/");
}

char *
hih_lesson_hash_content (const HihNode *root)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  hash_node (checksum, root);
  return g_strndup (g_checksum_get_string (checksum), 16);
}
