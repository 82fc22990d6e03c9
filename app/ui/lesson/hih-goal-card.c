/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card of the Alone stage, and of the end of a stage. No step count, no ring. */
#include "config.h"

#include "hih-goal-card.h"

#include "hih-control.h"
#include "hih-fit.h"
#include "hih-icon.h"
#include "hih-scroller.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihGoalCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *middle;
  GtkWidget *tag_icon;
  GtkWidget *tag;
  GtkWidget *picture;
  GtkWidget *title;
  GtkWidget *text;
  GtkWidget *more;
  GtkWidget *note;
  gboolean has_picture;
  char *goal_done; /* (nullable): what the text says where it is tight */
  char *whole;     /* (nullable): what it says otherwise */
  HihNoteKind note_kind;
  char *note_words; /* (nullable) */
  gboolean has_note;
  gboolean tight;
  gboolean bare;
  gboolean folded;
  GtkWidget *buttons;
};

enum
{
  AGAIN,
  MORE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihGoalCard, hih_goal_card, GTK_TYPE_WIDGET)

/* What happens now is to be read without scrolling: while it stands there, picture and small words make room; folded, what
 * is to be done does as well: it is a tap away, and a hint that is not seen is none. */
static void
update_room (HihGoalCard *self)
{
  const char *words;
  g_autofree char *short_note = hih_note_dup_short (self->note_words);

  gtk_widget_set_visible (self->buttons, !self->folded);
  hih_note_set (self->note, self->note_kind, self->folded ? short_note : self->note_words);
  gtk_widget_set_visible (gtk_widget_get_first_child (self->note), !self->folded);
  gtk_widget_set_visible (self->title, !self->folded || !self->has_note);
  gtk_widget_set_visible (self->picture, self->has_picture && !self->tight && !self->has_note);
  words = self->tight && self->goal_done != NULL ? self->goal_done : self->whole;
  /* When it counts as done is heard as well. */
  if (self->bare && self->goal_done != NULL)
    words = NULL;
  gtk_label_set_label (GTK_LABEL (self->text), words != NULL ? words : "");
  gtk_widget_set_visible (self->text, words != NULL && !self->has_note && !self->folded);
  gtk_widget_set_visible (gtk_widget_get_parent (self->tag), !self->tight);
  gtk_box_reorder_child_after (GTK_BOX (self->middle), self->note, self->tight && !self->folded ? NULL : self->text);
}

static void
again_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[AGAIN], 0);
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[MORE], 0);
}

static GtkWidget *
centred (GtkWidget *label)
{
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  return label;
}

static void
hih_goal_card_dispose (GObject *object)
{
  HihGoalCard *self = HIH_GOAL_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->goal_done, g_free);
  g_clear_pointer (&self->whole, g_free);
  g_clear_pointer (&self->note_words, g_free);
  G_OBJECT_CLASS (hih_goal_card_parent_class)->dispose (object);
}

static void
hih_goal_card_class_init (HihGoalCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_goal_card_dispose;
  signals[AGAIN] = g_signal_new ("again", HIH_TYPE_GOAL_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[MORE] = g_signal_new ("more", HIH_TYPE_GOAL_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_goal_card_init (HihGoalCard *self)
{
  GtkWidget *tag_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *again = hih_control_new ("speaker", _("Hear it again"), "bar");
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  gtk_widget_add_css_class (GTK_WIDGET (self), "step-card");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->tag_icon = hih_icon_new ("flag", 28);
  self->tag = hih_words_new ("", NULL);
  gtk_box_append (GTK_BOX (tag_row), self->tag_icon);
  gtk_box_append (GTK_BOX (tag_row), self->tag);
  gtk_widget_add_css_class (tag_row, "tag");
  gtk_widget_set_halign (tag_row, GTK_ALIGN_CENTER);
  self->picture = hih_picture_new (NULL, 124);
  self->title = centred (hih_words_new_heading ("", "goal-title " HIH_FIT_FIRST));
  self->text = centred (hih_words_new ("", "soft"));
  gtk_widget_set_name (self->title, "goal");
  self->more = hih_control_new ("star", "", "bar");
  self->note = hih_note_new ();
  gtk_widget_set_name (again, "again");
  gtk_widget_set_name (self->more, "more");
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect (again, "clicked", G_CALLBACK (again_cb), self);
  g_signal_connect (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), again);
  gtk_box_append (GTK_BOX (buttons), self->more);
  gtk_box_append (GTK_BOX (middle), tag_row);
  gtk_box_append (GTK_BOX (middle), self->picture);
  gtk_box_append (GTK_BOX (middle), self->title);
  gtk_box_append (GTK_BOX (middle), self->text);
  gtk_box_append (GTK_BOX (middle), self->note);
  gtk_box_append (GTK_BOX (middle), buttons);
  self->middle = middle;
  self->buttons = buttons;
  gtk_widget_set_valign (middle, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_box_append (GTK_BOX (self->box), middle);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
hih_goal_card_new (void)
{
  return g_object_new (HIH_TYPE_GOAL_CARD, NULL);
}

/**
 * hih_goal_card_set:
 * @picture: (nullable): such as `face-fang`
 * @text: (nullable): when it counts as done
 */
void
hih_goal_card_set (HihGoalCard *self, const char *tag_icon, const char *tag, const char *picture, const char *title,
                   const char *text)
{
  hih_icon_set (self->tag_icon, tag_icon);
  gtk_label_set_label (GTK_LABEL (self->tag), tag);
  self->has_picture = picture != NULL;
  hih_picture_set (HIH_PICTURE (self->picture), picture);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  g_clear_pointer (&self->goal_done, g_free);
  g_free (self->whole);
  self->whole = g_strdup (text);
  hih_goal_card_set_more (self, NULL, NULL);
  hih_goal_card_set_note (self, HIH_NOTE_CALM, NULL);
  hih_scroller_to_top (GTK_WIDGET (self));
}

void
hih_goal_card_set_goal (HihGoalCard *self, HihLesson *lesson, const char *language)
{
  HihText *done = hih_lesson_get_goal_done (lesson);
  const char *calm = _("No hurry. If we walk too far, we simply come back.");
  g_autofree char *text =
      done != NULL ? g_strdup_printf ("%s\n%s", hih_text_get (done, language), calm) : g_strdup (calm);

  hih_goal_card_set (self, "flag", _("What to do this time"), hih_lesson_get_picture (lesson),
                     hih_text_get (hih_lesson_get_goal_say (lesson), language), text);
  self->goal_done = done != NULL ? g_strdup (hih_text_get (done, language)) : NULL;
  update_room (self);
}

void
hih_goal_card_set_more (HihGoalCard *self, const char *icon, const char *words)
{
  gtk_widget_set_visible (self->more, words != NULL);
  if (words == NULL)
    return;
  hih_control_set_icon (HIH_CONTROL (self->more), icon);
  hih_control_set_words (HIH_CONTROL (self->more), words);
}

void
hih_goal_card_set_small (HihGoalCard *self, gboolean small, gboolean tight, gboolean bare)
{
  self->tight = tight;
  self->bare = bare;
  update_room (self);
  hih_picture_set_pixels (HIH_PICTURE (self->picture), small ? 72 : 124);
  gtk_box_set_spacing (GTK_BOX (self->middle), small ? 6 : 16);
}

void
hih_goal_card_set_note (HihGoalCard *self, HihNoteKind kind, const char *text)
{
  self->has_note = text != NULL;
  self->note_kind = kind;
  g_free (self->note_words);
  self->note_words = g_strdup (text);
  update_room (self);
  if (self->has_note)
    hih_scroller_to_top (GTK_WIDGET (self));
}

/**
 * hih_goal_card_set_folded:
 */
void
hih_goal_card_set_folded (HihGoalCard *self, gboolean folded)
{
  g_return_if_fail (HIH_IS_GOAL_CARD (self));
  self->folded = folded;
  hih_words_set_folded (GTK_WIDGET (self), self->title, folded);
  update_room (self);
}
