/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A page holds as many words as have room; the key at the end turns to the next page and from the last to the first. */
#include "config.h"

#include "hih-keyboard-strip.h"

#include "hih-element-view.h"
#include "hih-keyboard-key.h"

#include <glib/gi18n.h>

#define ROOM 276   /* for words, in phone pixels */
#define NARROWEST 69
#define CHARACTER 33 /* a word's width grows by so much a character */
#define PADDING 28

struct _HihKeyboardStrip
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *words_box;
  GtkWidget *away;
  GtkWidget *more;
  GPtrArray *words; /* (element-type utf8) */
  guint first;      /* of the page that is shown */
  guint shown;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihKeyboardStrip, hih_keyboard_strip, GTK_TYPE_WIDGET)

static void
hih_keyboard_strip_dispose (GObject *object)
{
  g_clear_pointer (&HIH_KEYBOARD_STRIP (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_keyboard_strip_parent_class)->dispose (object);
}

static void
hih_keyboard_strip_finalize (GObject *object)
{
  g_ptr_array_unref (HIH_KEYBOARD_STRIP (object)->words);
  G_OBJECT_CLASS (hih_keyboard_strip_parent_class)->finalize (object);
}

static void
hih_keyboard_strip_class_init (HihKeyboardStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_keyboard_strip_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_keyboard_strip_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "strip");
  signals[CHOSEN] = g_signal_new ("chosen", HIH_TYPE_KEYBOARD_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
hih_keyboard_strip_init (HihKeyboardStrip *self)
{
  self->words = g_ptr_array_new_with_free_func (g_free);
}

static void
word_clicked_cb (GtkWidget *button, HihKeyboardStrip *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "index")));
}

static int
measure_word (const char *word)
{
  return MAX (NARROWEST, PADDING + CHARACTER * (int) g_utf8_strlen (word, -1));
}

static void
add_word (HihKeyboardStrip *self, guint index, int width)
{
  const char *word = g_ptr_array_index (self->words, index);
  GtkWidget *button = hih_keyboard_key_new (NULL, word);

  gtk_widget_add_css_class (button, "candidate");
  gtk_widget_set_size_request (button, MIN (width, ROOM), -1);
  gtk_widget_set_hexpand (button, FALSE);
  hih_element_view_set_class (button, "first", index == 0);
  g_object_set_data (G_OBJECT (button), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", G_CALLBACK (word_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->words_box), button);
}

static void
show_page (HihKeyboardStrip *self)
{
  GtkWidget *child;
  int room = ROOM;

  while ((child = gtk_widget_get_first_child (self->words_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->words_box), child);
  self->shown = 0;
  for (guint i = self->first; i < self->words->len; i++)
    {
      int width = measure_word (g_ptr_array_index (self->words, i));

      if (width > room && i > self->first)
        break;
      add_word (self, i, width);
      room -= width;
      self->shown++;
    }
  gtk_widget_set_visible (self->away, self->words->len == 0);
  gtk_widget_set_visible (self->more, self->words->len > 0);
}

static void
more_clicked_cb (GtkWidget *button, HihKeyboardStrip *self)
{
  self->first = self->first + self->shown < self->words->len ? self->first + self->shown : 0;
  show_page (self);
}

/**
 * hih_keyboard_strip_new:
 * @away: (transfer floating): puts the keyboard away
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
hih_keyboard_strip_new (GtkWidget *away)
{
  HihKeyboardStrip *self = g_object_new (HIH_TYPE_KEYBOARD_STRIP, NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->words_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->away = away;
  self->more = hih_keyboard_key_new ("next", _("More"));
  gtk_widget_set_name (self->more, "key-more");
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_clicked_cb), self, 0);
  gtk_widget_set_hexpand (self->words_box, TRUE);
  gtk_widget_set_hexpand (self->more, FALSE);
  gtk_widget_set_hexpand (self->away, FALSE);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (self->box), self->words_box);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_box_append (GTK_BOX (self->box), self->away);
  show_page (self);
  return GTK_WIDGET (self);
}

/**
 * hih_keyboard_strip_set_words:
 * @words: (nullable) (element-type utf8):
 */
void
hih_keyboard_strip_set_words (HihKeyboardStrip *self, GPtrArray *words)
{
  g_return_if_fail (HIH_IS_KEYBOARD_STRIP (self));
  g_ptr_array_set_size (self->words, 0);
  for (guint i = 0; words != NULL && i < words->len; i++)
    g_ptr_array_add (self->words, g_strdup (g_ptr_array_index (words, i)));
  self->first = 0;
  show_page (self);
}

/**
 * hih_keyboard_strip_get_words:
 *
 * Returns: (transfer none) (element-type utf8): all of them, also those on later pages
 */
GPtrArray *
hih_keyboard_strip_get_words (HihKeyboardStrip *self)
{
  g_return_val_if_fail (HIH_IS_KEYBOARD_STRIP (self), NULL);
  return self->words;
}

/**
 * hih_keyboard_strip_get_first:
 *
 * Returns: (transfer none) (nullable): the likeliest word's button
 */
GtkWidget *
hih_keyboard_strip_get_first (HihKeyboardStrip *self)
{
  g_return_val_if_fail (HIH_IS_KEYBOARD_STRIP (self), NULL);
  return gtk_widget_get_first_child (self->words_box);
}

/**
 * hih_keyboard_strip_find:
 *
 * Returns: (transfer none) (nullable): the button of the word that @text is or begins with
 */
GtkWidget *
hih_keyboard_strip_find (HihKeyboardStrip *self, const char *text)
{
  GtkWidget *button;

  g_return_val_if_fail (HIH_IS_KEYBOARD_STRIP (self), NULL);
  button = gtk_widget_get_first_child (self->words_box);
  for (guint i = self->first; button != NULL && i < self->words->len; i++)
    {
      if (g_str_has_prefix (text, g_ptr_array_index (self->words, i)))
        return button;
      button = gtk_widget_get_next_sibling (button);
    }
  return NULL;
}
