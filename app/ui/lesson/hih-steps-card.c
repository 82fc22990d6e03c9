/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card beside the film. Its rows only tell; the bar below moves. */
#include "config.h"

#include "hih-steps-card.h"

#include "hih-fit.h"
#include "hih-lesson-start.h"
#include "hih-note.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define GAP 8
#define FOLDED_GAP 2
#define ROW_GAP 2
#define FIRST_STEPS 2 /* that are seen before the film: less would be no list */

struct _HihStepsCard
{
  GtkWidget parent_instance;

  HihLesson *lesson;
  char *language;
  GtkWidget *box;
  GtkWidget *count;
  GtkWidget *instruction;
  GtkWidget *rows;
  GtkWidget *note;
  GtkWidget *valid; /* where and when what it tells held */
  GtkWidget *line;
  char *note_words; /* (nullable) */
  guint n_news;     /* how often it is told of a step while the note is new: when it begins, and when it ends */
  gboolean narrow;
  gboolean folded;
  int now;
  guint scroll_source;
  guint whole_source;
};

G_DEFINE_FINAL_TYPE (HihStepsCard, hih_steps_card, GTK_TYPE_WIDGET)

static void
fill_rows (HihStepsCard *self, int now)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_widget_unparent (child);
  for (guint i = 0; i < hih_lesson_get_n_steps (self->lesson); i++)
    {
      const HihStep *step = hih_lesson_get_step (self->lesson, i);
      HihText *title = step->title != NULL ? step->title : step->say;
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
      GtkWidget *words = hih_words_new (hih_text_get (title, self->language), NULL);
      g_autofree char *spoken = NULL;

      /* translators: the number of a step and its words, for a screen reader */
      spoken = g_strdup_printf ((int) i < now    ? _("Step %u, done: %s")
                                : (int) i == now ? _("Step %u, now: %s")
                                                 : _("Step %u: %s"),
                                i + 1, hih_text_get (title, self->language));
      gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      gtk_widget_add_css_class (row, "step-row");
      gtk_widget_add_css_class (row, (int) i < now ? "over" : (int) i == now ? "now" : "later");
      gtk_widget_set_hexpand (words, TRUE);
      gtk_box_append (GTK_BOX (row), hih_dot_new (i, now));
      gtk_box_append (GTK_BOX (row), words);
      gtk_box_append (GTK_BOX (self->rows), row);
    }
}

static void
show_if_whole (GtkWidget *row, GtkWidget *scroller)
{
  graphene_rect_t box;

  if (gtk_widget_get_mapped (row) && gtk_widget_compute_bounds (row, scroller, &box))
    gtk_widget_set_opacity (row, box.origin.y < -0.5 ||
                                         box.origin.y + box.size.height > gtk_widget_get_height (scroller) + 0.5
                                     ? 0
                                     : 1);
}

/* A row that the edge would cut is not drawn at all: half a line reads as a mistake. A note is longer than a line, and
 * nothing may stand beside it: it is read as far as it goes, and the bar says that it goes on. */
static gboolean
whole_cb (gpointer user_data)
{
  HihStepsCard *self = user_data;
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);

  self->whole_source = 0;
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); scroller != NULL && row != NULL;
       row = gtk_widget_get_next_sibling (row))
    show_if_whole (row, scroller);
  if (scroller != NULL)
    show_if_whole (self->count, scroller);
  return G_SOURCE_REMOVE;
}

static void
moved_cb (HihStepsCard *self)
{
  if (self->whole_source == 0)
    self->whole_source = g_idle_add (whole_cb, self);
}

static void
hih_steps_card_map (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);

  GTK_WIDGET_CLASS (hih_steps_card_parent_class)->map (widget);
  if (scroller != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

      g_signal_handlers_disconnect_by_func (adjustment, moved_cb, widget);
      g_signal_connect_object (adjustment, "changed", G_CALLBACK (moved_cb), widget, G_CONNECT_SWAPPED);
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (moved_cb), widget, G_CONNECT_SWAPPED);
    }
  moved_cb (HIH_STEPS_CARD (widget));
}

/* Once the rows have their places, brings the present one into sight. */
static gboolean
scroll_cb (gpointer user_data)
{
  HihStepsCard *self = user_data;
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  GtkWidget *row = gtk_widget_get_first_child (self->rows);
  GtkAdjustment *adjustment;
  graphene_rect_t bounds;

  self->scroll_source = 0;
  for (int i = 0; row != NULL && i < self->now; i++)
    row = gtk_widget_get_next_sibling (row);
  if (scroller == NULL || row == NULL || !gtk_widget_get_mapped (row) ||
      !gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    return G_SOURCE_REMOVE;
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_clamp_page (adjustment, 0, bounds.origin.y + 2 * bounds.size.height);
  moved_cb (self);
  return G_SOURCE_REMOVE;
}

static void
hih_steps_card_dispose (GObject *object)
{
  HihStepsCard *self = HIH_STEPS_CARD (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_handle_id (&self->whole_source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->note_words, g_free);
  G_OBJECT_CLASS (hih_steps_card_parent_class)->dispose (object);
}

static void
hih_steps_card_class_init (HihStepsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_steps_card_dispose;
  GTK_WIDGET_CLASS (klass)->map = hih_steps_card_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_steps_card_init (HihStepsCard *self)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (GTK_WIDGET (self), "watch-card");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);
  self->count = hih_words_new ("", "strong count");
  self->instruction = hih_words_new_heading ("", "watch-instruction " HIH_FIT_FIRST);
  gtk_widget_set_name (self->count, "count");
  gtk_widget_set_name (self->instruction, "watch-instruction");
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, ROW_GAP);
  self->note = hih_note_new ();
  self->valid = hih_words_new ("", "soft");
  gtk_widget_set_name (self->valid, "valid");
  self->line = line;
  gtk_widget_add_css_class (line, "hair");
  gtk_box_append (GTK_BOX (self->box), self->count);
  gtk_box_append (GTK_BOX (self->box), self->instruction);
  gtk_box_append (GTK_BOX (self->box), self->note);
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), self->rows);
  gtk_box_append (GTK_BOX (self->box), self->valid);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

static gboolean
is_crowded (HihStepsCard *self)
{
  return self->narrow && self->note_words != NULL;
}

/* Where it is narrow, a note is short and has the room of what is seen elsewhere too. Folded, there is only what is to
 * be done and how far: what is to be done is heard as well: a new note takes its place until the step has been shown. */
static void
update_room (HihStepsCard *self)
{
  g_autofree char *short_note = hih_note_dup_short (self->note_words);
  gboolean news = self->note_words != NULL && self->n_news > 0;

  hih_note_set (self->note, HIH_NOTE_LOOK, self->narrow ? short_note : self->note_words);
  gtk_widget_set_visible (self->count, self->folded || !is_crowded (self));
  gtk_box_reorder_child_after (GTK_BOX (self->box), self->count, self->folded ? self->note : NULL);
  gtk_box_set_spacing (GTK_BOX (self->box), self->folded ? FOLDED_GAP : GAP);
  gtk_widget_set_visible (self->instruction, !self->folded || !news);
  gtk_widget_set_visible (self->note, self->note_words != NULL && (!self->folded || news));
  /* Before the film the title stands over the list as its heading: there is nothing to divide. */
  gtk_widget_set_visible (self->line, !self->folded && self->now >= 0);
  gtk_widget_set_visible (self->rows, !self->folded);
  hih_words_set_folded (GTK_WIDGET (self), self->instruction, self->folded);
}

GtkWidget *
hih_steps_card_new (HihLesson *lesson, const char *language)
{
  HihStepsCard *self = g_object_new (HIH_TYPE_STEPS_CARD, NULL);

  self->lesson = hih_lesson_ref (lesson);
  self->language = g_strdup (language);
  hih_steps_card_set_now (self, -1);
  return GTK_WIDGET (self);
}

void
hih_steps_card_set_now (HihStepsCard *self, int now)
{
  guint n = hih_lesson_get_n_steps (self->lesson);

  if (now < 0)
    {
      g_autofree char *count = g_strdup_printf (ngettext ("%u step", "%u steps", n), n);

      g_autofree char *valid = hih_lesson_dup_valid_words (self->lesson);

      gtk_label_set_label (GTK_LABEL (self->count), count);
      gtk_label_set_label (GTK_LABEL (self->valid), valid != NULL ? valid : "");
      gtk_widget_set_visible (self->valid, valid != NULL);
      gtk_label_set_label (GTK_LABEL (self->instruction),
                           hih_text_get (hih_lesson_get_title (self->lesson), self->language));
    }
  else
    {
      const HihStep *step = hih_lesson_get_step (self->lesson, MIN ((guint) now, n - 1));
      g_autofree char *count = hih_step_count_dup (MIN ((guint) now, n - 1) + 1, n);

      gtk_label_set_label (GTK_LABEL (self->count), count);
      gtk_widget_set_visible (self->valid, FALSE);
      gtk_label_set_label (GTK_LABEL (self->instruction), hih_text_get (step->say, self->language));
    }
  if (now >= 0 && self->n_news > 0)
    self->n_news--;
  self->now = now;
  update_room (self);
  fill_rows (self, now);
  if (self->scroll_source == 0)
    self->scroll_source = g_timeout_add (120, scroll_cb, self);
}

void
hih_steps_card_set_note (HihStepsCard *self, const char *text)
{
  g_free (self->note_words);
  self->note_words = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  self->n_news = 2;
  update_room (self);
}

/**
 * hih_steps_card_set_narrow:
 */
void
hih_steps_card_set_narrow (HihStepsCard *self, gboolean narrow, gboolean folded)
{
  g_return_if_fail (HIH_IS_STEPS_CARD (self));
  self->narrow = narrow;
  self->folded = folded;
  update_room (self);
}

static int
get_bar_width (HihStepsCard *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  int width = 0;

  if (scroller != NULL)
    gtk_widget_measure (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller)), GTK_ORIENTATION_HORIZONTAL, -1,
                        &width, NULL, NULL, NULL);
  return width;
}

/* How high the part of the list is that must be seen at @width: before the film its beginning, what comes. */
static int
get_need_of_rows (HihStepsCard *self, int width)
{
  GtkWidget *row = gtk_widget_get_first_child (self->rows);
  int need = 0;

  for (guint i = 0; self->now < 0 && i < FIRST_STEPS && row != NULL; i++)
    {
      int height;

      gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      need += height + ROW_GAP;
      row = gtk_widget_get_next_sibling (row);
    }
  return need;
}

/**
 * hih_steps_card_get_need:
 * @width: px that it has
 *
 * Returns: how high (px) all is that must be seen at once: the list of the other steps may scroll, and a note does where
 * it is narrow, before what is to be done would be smaller than usual
 */
int
hih_steps_card_get_need (HihStepsCard *self, int width)
{
  GtkWidget *fit = gtk_widget_get_ancestor (GTK_WIDGET (self), HIH_TYPE_FIT);
  int all, rows, outer, inner, valid = 0, note = 0;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &outer, NULL, NULL, NULL);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &inner, NULL, NULL, NULL);
  width = MAX (width, outer);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, &all, NULL, NULL, NULL);
  if (!gtk_widget_get_visible (self->rows))
    return all;
  /* The list may scroll: the bar takes from the width of all. */
  width = MAX (width - get_bar_width (self), outer);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_VERTICAL, width, &all, NULL, NULL, NULL);
  gtk_widget_measure (self->rows, GTK_ORIENTATION_VERTICAL, width - (outer - inner), &rows, NULL, NULL, NULL);
  if (is_crowded (self) && fit != NULL && hih_fit_is_short_of_room (HIH_FIT (fit)))
    gtk_widget_measure (self->note, GTK_ORIENTATION_VERTICAL, width - (outer - inner), &note, NULL, NULL, NULL);
  if (gtk_widget_get_visible (self->valid))
    gtk_widget_measure (self->valid, GTK_ORIENTATION_VERTICAL, width - (outer - inner), &valid, NULL, NULL, NULL);
  return all - rows - valid - note + get_need_of_rows (self, width - (outer - inner));
}
