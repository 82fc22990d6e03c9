/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a trap: how it strikes, what is said, what counts as a slip, and the way out. */
#include "config.h"

#include "hih-lesson-private.h"

static void
read_slip (HihTrap *trap, const HihNode *node, guint index, HihAppSet *apps, GPtrArray *issues)
{
  const HihNode *tell = node->children->pdata[index];
  HihSlip *slip;
  const char *when = hih_node_get (tell, "when");
  g_autofree char *reason = NULL, *mend = NULL;

  if (apps == NULL)
    return;
  slip = g_new0 (HihSlip, 1);
  slip->tell = hih_node_dup_own_text (node, index);
  slip->when = hih_condition_parse (when, NULL, apps, &reason, &mend);
  g_ptr_array_add (trap->slips, slip);
  if (slip->when == NULL)
    hih_node_complain_at (tell, "when", issues, *when == '\0' ? "Write app.key=value: what was nearly given away" : mend, "when: %s", reason);
}

/* The plain one, and those said after a slip. */
static void
read_tells (HihTrap *trap, const HihNode *node, HihAppSet *apps, GPtrArray *issues)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const HihNode *child = node->children->pdata[i];

      if (g_strcmp0 (child->name, "tell") != 0 || hih_node_is_translation (child))
        continue;
      if (hih_node_get (child, "when") != NULL)
        read_slip (trap, node, i, apps, issues);
      else if (trap->tell != NULL)
        hih_node_complain (child, issues, "Leave one of them out, or say when=\"app.key=value\"",
                           "<tell> stands twice in <%s>", node->name);
      else
        trap->tell = hih_node_dup_own_text (node, i);
    }
}

static void
read_stages (HihTrap *trap, const HihNode *node, GPtrArray *issues)
{
  const char *text = hih_node_get (node, "stages");
  g_auto (GStrv) stages = g_strsplit (text != NULL ? text : "alone", " ", 8);

  for (guint i = 0; stages[i] != NULL; i++)
    {
      HihStage stage;

      if (hih_stage_parse (stages[i], &stage) && stage != HIH_STAGE_WATCH)
        trap->stages |= 1u << stage;
      else
        hih_node_complain_at (node, "stages", issues, "Write some of follow, guided, alone",
                              "stages=\"%.40s\" is not known", text);
    }
}

HihTrap *
hih_lesson_read_trap (const HihNode *node, HihAppSet *apps, GPtrArray *issues)
{
  HihTrap *trap = hih_trap_new ();

  trap->file = node->file;
  trap->line = node->line;
  trap->column = node->column;
  trap->id_place = hih_node_get_place (node, "id");
  trap->at_place = hih_node_get_place (node, "at");
  trap->id = g_strdup (hih_node_get (node, "id"));
  trap->at = g_strdup (hih_node_get (node, "at"));
  trap->kind = g_strdup (hih_node_get (node, "kind"));
  trap->use = g_strdup (hih_node_get (node, "use"));
  trap->say = hih_node_dup_text (node, "say");
  if (trap->id != NULL && *trap->id != '\0' && !hih_lesson_is_word (trap->id))
    hih_node_complain_at (node, "id", issues, "Use a-z, 0-9 and - only", "id=\"%.60s\" is no id", trap->id);
  if (trap->kind != NULL && *trap->kind != '\0' && !hih_lesson_is_word (trap->kind))
    hih_node_complain_at (node, "kind", issues, "Use a-z, 0-9 and - only", "kind=\"%.60s\" is no word", trap->kind);
  read_stages (trap, node, issues);
  read_tells (trap, node, apps, issues);
  if (trap->say == NULL)
    hih_node_complain (node, issues, "Write <say>: what is seen, and \"What now?\"", "the %s says nothing", node->name);
  trap->effects = hih_effects_read (node, NULL, issues);
  if (apps != NULL)
    hih_effects_check (trap->effects, apps, NULL, issues);
  hih_lesson_read_steps (node, apps, trap->steps, issues);
  if (trap->steps->len == 0)
    hih_node_complain (node, issues, "Write the <step>s that lead out of it", "there is no way out of the %s",
                       node->name);
  return trap;
}
