/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A face is made anew whenever another one is wanted; the line keeps what was written. */
#include "config.h"

#include "hih-phone-keyboard.h"

#include "hih-element-entry.h"
#include "hih-element-pad.h"
#include "hih-element-view.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-keyboard-strip.h"
#include "hih-phone-pane.h"

#include <glib/gi18n.h>
#include <string.h>

static const HihKeyboardFace *const faces[] = {
  &hih_keyboard_face_handwriting, &hih_keyboard_face_pinyin, &hih_keyboard_face_letters,
  &hih_keyboard_face_number,      &hih_keyboard_face_voice,
};

struct _HihPhoneKeyboard
{
  GtkWidget parent_instance;

  HihElementContext *context; /* (owned) */
  const HihKeyboardFace *face; /* (nullable) that is shown */
  const char *target;          /* (nullable) interned */
  char *offered;               /* (nullable) words */
  GtkWidget *entry;            /* weak */
  GtkWidget *content;          /* (nullable) */
  GHashTable *switches;        /* (element-type utf8 HihSceneNode) while a face is made */
};

G_DEFINE_FINAL_TYPE (HihPhoneKeyboard, hih_phone_keyboard, GTK_TYPE_WIDGET)

static void
hih_phone_keyboard_dispose (GObject *object)
{
  HihPhoneKeyboard *self = HIH_PHONE_KEYBOARD (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_weak_pointer (&self->entry);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hih_phone_keyboard_parent_class)->dispose (object);
}

static void
hih_phone_keyboard_finalize (GObject *object)
{
  HihPhoneKeyboard *self = HIH_PHONE_KEYBOARD (object);

  g_hash_table_unref (self->switches);
  g_free (self->offered);
  G_OBJECT_CLASS (hih_phone_keyboard_parent_class)->finalize (object);
}

static void
hih_phone_keyboard_class_init (HihPhoneKeyboardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_keyboard_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_phone_keyboard_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "keyboard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_phone_keyboard_init (HihPhoneKeyboard *self)
{
  self->switches = g_hash_table_new (g_str_hash, g_str_equal);
  hih_element_view_set_name (GTK_WIDGET (self), _("Keyboard"), NULL);
}

/**
 * hih_phone_keyboard_new:
 *
 * Returns: (transfer floating): a keyboard without a face
 */
GtkWidget *
hih_phone_keyboard_new (HihElementContext *context)
{
  HihPhoneKeyboard *self = g_object_new (HIH_TYPE_PHONE_KEYBOARD, NULL);

  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

static const HihKeyboardFace *
find_face (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      if (g_strcmp0 (faces[i]->name, name) == 0)
        return faces[i];
    }
  return NULL;
}

static const char *const parts[] = { HIH_PART_PAD, HIH_PART_STRIP, HIH_PART_DELETE, HIH_PART_HOLD, HIH_PART_KEYS };

static void
show_face (HihPhoneKeyboard *self, HihScene *scene, const HihKeyboardFace *face)
{
  GPtrArray *keys = hih_scene_get_keys (scene);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_object_set_data (G_OBJECT (self), parts[i], NULL);
  if (self->face != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->face->name);
  self->face = face;
  if (face == NULL)
    return;
  gtk_widget_add_css_class (GTK_WIDGET (self), face->name);
  for (guint i = 0; i < keys->len; i++)
    {
      const HihSceneNode *node = g_ptr_array_index (keys, i);

      g_hash_table_insert (self->switches, (gpointer) node->target, (gpointer) node);
    }
  self->content = face->create (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_hash_table_remove_all (self->switches);
}

/**
 * hih_phone_keyboard_update:
 * @input: (nullable): what is written into
 * @entry: (nullable): its line
 */
void
hih_phone_keyboard_update (HihPhoneKeyboard *self, HihScene *scene, const HihSceneNode *input, GtkWidget *entry)
{
  const char *value = hih_element_context_get_state (self->context, "system.keyboard");
  const HihKeyboardFace *face = input != NULL ? find_face (value) : NULL;
  gboolean elsewhere;

  g_return_if_fail (HIH_IS_PHONE_KEYBOARD (self));

  elsewhere = entry != self->entry;
  g_set_weak_pointer (&self->entry, entry);
  if (input != NULL && elsewhere)
    {
      self->target = g_intern_string (input->target);
      g_free (self->offered);
      self->offered = g_strdup (hih_element_get_attribute (input->element, "keyboard"));
    }
  if (input == NULL)
    self->target = NULL;
  /* A touch between the keys is a touch on the line. */
  hih_element_view_set_widget_target (GTK_WIDGET (self), self->target != NULL ? self->target : "system/");
  if (face != self->face || elsewhere)
    show_face (self, scene, face);
  gtk_widget_set_visible (GTK_WIDGET (self), face != NULL);
}

/**
 * hih_phone_keyboard_get_target:
 */
const char *
hih_phone_keyboard_get_target (HihPhoneKeyboard *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_KEYBOARD (self), NULL);
  return self->face != NULL ? self->target : NULL;
}

HihElementContext *
hih_phone_keyboard_get_context (HihPhoneKeyboard *self)
{
  return self->context;
}

GtkWidget *
hih_phone_keyboard_get_entry (HihPhoneKeyboard *self)
{
  return self->entry;
}

void
hih_phone_keyboard_commit (HihPhoneKeyboard *self, const char *text)
{
  g_autofree char *longer = NULL;

  if (self->entry == NULL || !hih_element_context_get_interactive (self->context))
    return;
  longer = g_strconcat (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text, NULL);
  hih_element_entry_type (self->entry, longer);
}

void
hih_phone_keyboard_delete (HihPhoneKeyboard *self)
{
  g_autofree char *shorter = NULL;
  const char *text;

  if (self->entry == NULL || !hih_element_context_get_interactive (self->context))
    return;
  text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  if (*text == '\0')
    return;
  shorter = g_utf8_substring (text, 0, g_utf8_strlen (text, -1) - 1);
  hih_element_entry_type (self->entry, shorter);
}

char *
hih_phone_keyboard_dup_wanted (HihPhoneKeyboard *self)
{
  const char *wanted = hih_element_context_get_wanted (self->context, self->target);
  const char *written = self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";

  if (wanted == NULL || !g_str_has_prefix (wanted, written) || strlen (wanted) == strlen (written))
    return NULL;
  return g_strdup (wanted + strlen (written));
}

char *
hih_phone_keyboard_dup_wanted_character (HihPhoneKeyboard *self)
{
  g_autofree char *wanted = hih_phone_keyboard_dup_wanted (self);

  return wanted != NULL ? g_utf8_substring (wanted, 0, 1) : NULL;
}

/* The word in the strip that is asked for, or begins it. */
static GtkWidget *
find_word (HihPhoneKeyboard *self)
{
  GtkWidget *strip = hih_phone_keyboard_get_part (self, HIH_PART_STRIP);
  g_autofree char *wanted = hih_phone_keyboard_dup_wanted (self);

  return strip != NULL && wanted != NULL ? hih_keyboard_strip_find (HIH_KEYBOARD_STRIP (strip), wanted) : NULL;
}

/**
 * hih_phone_keyboard_find:
 * @root: (nullable):
 *
 * Returns: (transfer none) (nullable): the visible keyboard that writes into @target
 */
GtkWidget *
hih_phone_keyboard_find (GtkWidget *root, const char *target)
{
  if (root == NULL)
    return NULL;
  if (HIH_IS_PHONE_KEYBOARD (root))
    return g_strcmp0 (hih_phone_keyboard_get_target (HIH_PHONE_KEYBOARD (root)), target) == 0 ? root : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? hih_phone_keyboard_find (child, target) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * hih_phone_keyboard_find_next:
 *
 * What stands there too much goes first, as the hand does it that shows a step.
 *
 * Returns: (transfer none) (nullable): what is to be touched next
 */
GtkWidget *
hih_phone_keyboard_find_next (HihPhoneKeyboard *self)
{
  static const char *const order[] = { HIH_PART_HOLD, HIH_PART_PAD, HIH_PART_KEYS };
  const char *wanted, *written;
  GtkWidget *next = NULL;

  g_return_val_if_fail (HIH_IS_PHONE_KEYBOARD (self), NULL);
  if (self->face == NULL)
    return NULL;
  wanted = hih_element_context_get_wanted (self->context, self->target);
  written = self->entry != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
  if (wanted != NULL && !g_str_has_prefix (wanted, written))
    next = hih_phone_keyboard_get_part (self, HIH_PART_DELETE);
  if (next == NULL)
    next = find_word (self);
  for (guint i = 0; next == NULL && i < G_N_ELEMENTS (order); i++)
    next = hih_phone_keyboard_get_part (self, order[i]);
  return next != NULL ? next : self->content;
}

/**
 * hih_phone_keyboard_show_written:
 */
void
hih_phone_keyboard_show_written (HihPhoneKeyboard *self, gboolean written)
{
  g_autofree char *character = NULL;

  g_return_if_fail (HIH_IS_PHONE_KEYBOARD (self));
  if (self->face == NULL || self->face->show_written == NULL)
    return;
  character = written ? hih_phone_keyboard_dup_wanted_character (self) : NULL;
  self->face->show_written (self->content, character);
}

gboolean
hih_phone_keyboard_show_spelt (HihPhoneKeyboard *self, const char *letters)
{
  if (self->face == NULL || self->face->show_spelt == NULL)
    return FALSE;
  self->face->show_spelt (self->content, letters);
  return TRUE;
}

void
hih_phone_keyboard_tell_next (HihPhoneKeyboard *self)
{
  hih_element_context_report_writing (self->context);
  hih_element_context_tell_next (self->context);
}

/* Which word in `keyboard="…"` the switch stands for. */
static const char *
get_face_of_switch (const char *target)
{
  static const char *const names[][2] = {
    { "system/digits", "number" }, { "system/speak", "voice" }, { "system/keyboard-away", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (g_str_equal (names[i][0], target))
        return names[i][1];
    }
  return target + strlen ("system/");
}

static gboolean
offers (HihPhoneKeyboard *self, const char *face)
{
  g_auto (GStrv) words = g_strsplit (self->offered != NULL ? self->offered : "", " ", -1);

  return face == NULL || g_strv_contains ((const char *const *) words, face);
}

GtkWidget *
hih_phone_keyboard_new_switch (HihPhoneKeyboard *self, const char *target)
{
  const HihSceneNode *node = g_hash_table_lookup (self->switches, target);
  GtkWidget *button;

  if (node == NULL || !offers (self, get_face_of_switch (target)))
    return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  button = hih_element_view_new_button (self->context, "switch-key");
  hih_keyboard_key_dress (button, node->icon, hih_element_view_get_title (self->context, node));
  hih_element_view_set_widget_target (button, target);
  return button;
}

static void
delete_clicked_cb (GtkWidget *key, HihPhoneKeyboard *self)
{
  hih_phone_keyboard_delete (self);
}

GtkWidget *
hih_phone_keyboard_new_delete (HihPhoneKeyboard *self)
{
  GtkWidget *key = hih_keyboard_key_new ("backspace", _("Delete"));

  hih_element_view_set_name (key, _("Delete the last one"), NULL);
  g_signal_connect_object (key, "clicked", G_CALLBACK (delete_clicked_cb), self, 0);
  hih_phone_keyboard_keep (self, HIH_PART_DELETE, key);
  return key;
}

static void
text_clicked_cb (GtkWidget *key, HihPhoneKeyboard *self)
{
  hih_phone_keyboard_commit (self, hih_element_pad_get_key_text (key));
}

GtkWidget *
hih_phone_keyboard_new_list (HihPhoneKeyboard *self, const char *why)
{
  static const char common[] = "你我他好吃想去来看家电话谢早晚一";
  const char *wanted = hih_element_context_get_wanted (self->context, self->target);
  g_autofree char *all = g_strconcat (wanted != NULL ? wanted : "", common, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = hih_element_view_new_label ("kb-line");
  GtkWidget *tiles = hih_phone_pane_new (HIH_PANE_TILES, "kb-list", 0);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  hih_phone_pane_set_columns (HIH_PHONE_PANE (tiles), 4);
  gtk_label_set_label (GTK_LABEL (line), why);
  gtk_widget_set_hexpand (tiles, TRUE);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), tiles);
  for (const char *at = all; *at != '\0' && g_hash_table_size (seen) < 12; at = g_utf8_next_char (at))
    {
      g_autofree char *character = g_utf8_substring (at, 0, 1);
      GtkWidget *key;

      if (!g_hash_table_add (seen, GUINT_TO_POINTER (g_utf8_get_char (at))))
        continue;
      key = hih_keyboard_key_new_for_text (character);
      g_signal_connect_object (key, "clicked", G_CALLBACK (text_clicked_cb), self, 0);
      gtk_widget_set_parent (key, tiles);
    }
  return box;
}

GtkWidget *
hih_phone_keyboard_get_part (HihPhoneKeyboard *self, const char *name)
{
  return g_object_get_data (G_OBJECT (self), name);
}

void
hih_phone_keyboard_keep (HihPhoneKeyboard *self, const char *name, GtkWidget *part)
{
  g_object_set_data (G_OBJECT (self), name, part);
}
