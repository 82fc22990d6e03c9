/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of a form: its name above, what is known or is to be written below. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-entry.h"

#define NAME_HALF_PX 11 /* as large as the style writes them */
#define VALUE_HALF_PX 15
#define LINE_PX 290

static gboolean
is_secret (const HihSceneNode *node)
{
  return g_strcmp0 (hih_element_get_attribute (node->element, "secret"), "yes") == 0;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *name = hih_element_view_new_label ("field-name");
  GtkWidget *filled = hih_element_view_new_label ("field-value");
  gboolean writes = hih_element_answers (node->element, HIH_GESTURE_TYPE) &&
                    (node->value == NULL || *node->value == '\0');

  gtk_box_append (GTK_BOX (box), name);
  hih_element_view_keep (box, "name", name);
  if (writes)
    {
      GtkWidget *entry = hih_element_entry_new (context);

      gtk_entry_set_visibility (GTK_ENTRY (entry), !is_secret (node));
      gtk_box_append (GTK_BOX (box), entry);
      hih_element_view_keep (box, "entry", entry);
      g_object_ref_sink (filled);
      g_object_unref (filled);
      return box;
    }
  gtk_box_append (GTK_BOX (box), filled);
  hih_element_view_keep (box, "filled", filled);
  return box;
}

/* What stands in it already: the words of its key's value, else the value as it is; of a secret only how long it is. */
static char *
dup_filled (HihElementContext *context, const HihSceneNode *node)
{
  const char *words = hih_element_context_pick_text (context, node->value_title);
  const char *text = *words != '\0' ? words : node->value;
  GString *dots;

  if (!is_secret (node) || text == NULL)
    return g_strdup (text);
  dots = g_string_new (NULL);
  for (glong i = g_utf8_strlen (text, -1); i > 0; i--)
    g_string_append (dots, "●");
  return g_string_free (dots, FALSE);
}

/* Halves of a Chinese character, in which a letter takes one. */
static guint
count_halves (const char *text)
{
  guint n = 0;

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    n += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
  return n;
}

/* What is short stands beside its name: a form with keys under it is to be seen whole. */
static void
arrange (GtkWidget *widget, const char *title, const char *text)
{
  gboolean beside = count_halves (title) * NAME_HALF_PX + count_halves (text) * VALUE_HALF_PX <= LINE_PX;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (widget), beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (widget), beside ? 16 : 4);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *entry = hih_element_view_part (widget, "entry");
  GtkWidget *filled = hih_element_view_part (widget, "filled");

  hih_element_view_set_label (hih_element_view_part (widget, "name"), title);
  if (filled != NULL)
    {
      g_autofree char *text = dup_filled (context, node);

      hih_element_view_set_label (filled, text);
      arrange (widget, title, text);
    }
  if (entry != NULL)
    {
      hih_element_entry_set_text (entry, node->value);
      hih_element_entry_set_placeholder (entry, hih_element_context_pick_text (context, node->placeholder));
      hih_element_view_set_name (entry, title, NULL);
    }
}

const HihElementView hih_element_view_field = {
  .name = "field",
  .create = create,
  .update = update,
};
