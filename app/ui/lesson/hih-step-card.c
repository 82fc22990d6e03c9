/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The card of one step. Its rows stand one under another; when words grow, first the clip goes, then the calm strip,
 * then the dots, which the count beside them says in words, then what was just said (look/README.md). Its least height
 * is therefore that without them; where even that has no room, HihFit around it makes the words smaller.
 */
#include "config.h"

#include "hih-step-card.h"

#include "hih-control.h"
#include "hih-fit.h"
#include "hih-icon.h"
#include "hih-note.h"
#include "hih-scroller.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define GAP 14
#define TIGHT_GAP 6
#define FOLDED_GAP 2
#define BUTTON_GAP 16
#define TIGHT_BUTTON_GAP 12
#define LEAST_CLIP 110      /* px high: less shows nothing */
#define LEAST_CLIP_CARD 560 /* px: less leaves no room for the words of the buttons beside it */
#define CLIP_GAP 24

struct _HihStepCard
{
  GtkWidget parent_instance;

  GtkWidget *head; /* count and dots */
  GtkWidget *count;
  GtkWidget *dots;
  GtkWidget *instruction;
  GtkWidget *where_row;
  GtkWidget *where;
  GtkWidget *clip; /* (nullable) */
  GtkWidget *buttons;
  GtkWidget *show_me;
  GtkWidget *instead;
  GtkWidget *note;
  HihNoteKind note_kind;
  char *note_words;
  gboolean tight;
  gboolean folded;
  guint n_steps;
};

enum
{
  AGAIN,
  SHOW_ME,
  INSTEAD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihStepCard, hih_step_card, GTK_TYPE_WIDGET)

static void
again_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[AGAIN], 0);
}

static void
show_me_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[SHOW_ME], 0);
}

static void
instead_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[INSTEAD], 0);
}

static void
measure_height (GtkWidget *child, int width, int *least, int *natural)
{
  int min_width;

  *least = *natural = 0;
  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, min_width), least, natural, NULL, NULL);
}

static int
height_of (GtkWidget *child, int width)
{
  int least, natural;

  measure_height (child, width, &least, &natural);
  return natural;
}

/* With its dots or, where they would want a line of their own, without. */
static int
height_of_head (HihStepCard *self, int width, gboolean dots)
{
  int least, natural;

  measure_height (self->head, width, &least, &natural);
  return dots ? natural : least;
}

static int
gap_of (HihStepCard *self)
{
  return self->tight ? TIGHT_GAP : GAP;
}

/* The upper rows, without clip, buttons and strip. */
static int
height_of_words (HihStepCard *self, int width, gboolean dots)
{
  int where = height_of (self->where_row, width);

  return height_of_head (self, width, dots) + gap_of (self) + height_of (self->instruction, width) + (where > 0 ? where + 6 : 0);
}

static int
clip_width (int width)
{
  return width * 527 / 1000;
}

/* Asked of the buttons themselves: which way they stand now is a thing of the last allocation. */
static gboolean
buttons_fit_in_line (HihStepCard *self, int width)
{
  int all = 0, n = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      int natural;

      if (!gtk_widget_should_layout (button))
        continue;
      gtk_widget_measure (button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
      all = MAX (all, natural);
      n++;
    }
  return self->tight || n * all + MAX (0, n - 1) * BUTTON_GAP <= width;
}

/* The height of the buttons in a line or one under another. */
static int
height_of_buttons (HihStepCard *self, int width, gboolean stacked)
{
  int button_gap = self->tight ? TIGHT_BUTTON_GAP : BUTTON_GAP;
  int highest = 0, n = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    n += gtk_widget_should_layout (button) ? 1 : 0;
  if (!stacked && n > 0)
    width = (width - (n - 1) * button_gap) / n;
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    highest = MAX (highest, height_of (button, width));
  return stacked ? n * highest + MAX (0, n - 1) * button_gap : highest;
}

/* Folded: what to do, the first sentence of what was just said, where, and how far. Half a line reads as a mistake: what
 * has no room is left out, it is heard as well and a tap away. */
static int
height_folded (HihStepCard *self, int width)
{
  GtkWidget *rows[] = { self->instruction, self->note, self->head };
  int all = -FOLDED_GAP;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int height = height_of (rows[i], width);

      all += height > 0 ? FOLDED_GAP + height : 0;
    }
  return MAX (0, all);
}

/* The calm strip, and what was just said where large words leave little room: both are heard as well. */
static gboolean
may_note_go (HihStepCard *self)
{
  return self->note_kind == HIH_NOTE_CALM || (self->note_kind == HIH_NOTE_DONE && (self->tight || self->folded));
}

/* A hint or an answer is the newest word: what is to be done has been seen already. */
static gboolean
is_note_news (HihStepCard *self)
{
  return gtk_widget_get_visible (self->note) && (self->note_kind == HIH_NOTE_INFO || self->note_kind == HIH_NOTE_LOOK);
}

static GtkSizeRequestMode
hih_step_card_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_step_card_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                       int *minimum_baseline, int *natural_baseline)
{
  HihStepCard *self = HIH_STEP_CARD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      GtkWidget *children[] = { self->head, self->instruction, self->where_row, self->buttons, self->note };

      *minimum = *natural = 0;
      for (guint i = 0; i < G_N_ELEMENTS (children); i++)
        {
          int min, nat;

          if (!gtk_widget_should_layout (children[i]))
            continue;
          gtk_widget_measure (children[i], orientation, -1, &min, &nat, NULL, NULL);
          *minimum = MAX (*minimum, min);
          *natural = MAX (*natural, nat);
        }
      return;
    }
  if (for_size < 0)
    for_size = 400;
  if (self->folded)
    {
      *minimum = height_of (is_note_news (self) ? self->note : self->instruction, for_size);
      /* Where it is to be done is said only if there is room left: what to do is to be read from further away. */
      *natural = height_folded (self, for_size);
      return;
    }
  *minimum = height_of_words (self, for_size, FALSE) + gap_of (self) +
             height_of_buttons (self, for_size, !buttons_fit_in_line (self, for_size));
  if (!may_note_go (self))
    *minimum += gap_of (self) + height_of (self->note, for_size);
  *natural = height_of_words (self, for_size, TRUE) + GAP +
             MAX (height_of_buttons (self, for_size, TRUE), self->clip != NULL ? clip_width (for_size) * 9 / 16 : 0) + GAP +
             height_of (self->note, for_size);
}

static void
put (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation rectangle = { x, y, MAX (1, width), MAX (1, height) };

  if (child != NULL && gtk_widget_should_layout (child))
    gtk_widget_size_allocate (child, &rectangle, -1);
}

static void
allocate_folded (HihStepCard *self, int width, int height)
{
  gboolean news = is_note_news (self);
  GtkWidget *by_weight[] = { news ? self->note : self->instruction, news ? self->instruction : self->head,
                             news ? self->head : self->note, self->where_row };
  GtkWidget *rows[] = { self->instruction, self->note, self->where_row, self->head };
  int all = -FOLDED_GAP, y;

  for (guint i = 0; i < G_N_ELEMENTS (by_weight); i++)
    {
      int row = height_of (by_weight[i], width);
      gboolean fits = i == 0 || all + FOLDED_GAP + row <= height;

      gtk_widget_set_child_visible (by_weight[i], fits);
      all += fits && row > 0 ? FOLDED_GAP + row : 0;
    }
  y = MAX (0, height - all) / 2;
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      int row = height_of (rows[i], width);

      if (row == 0 || !gtk_widget_get_child_visible (rows[i]))
        continue;
      put (rows[i], 0, y, width, row);
      y += row + FOLDED_GAP;
    }
}

typedef enum
{
  CLIP_AWAY,
  CLIP_BESIDE, /* the buttons, one under another */
  CLIP_ABOVE,  /* the buttons in a line: three of them are higher than a clip */
} ClipPlace;

/* @clip: (out): its height */
static ClipPlace
find_clip_place (HihStepCard *self, int width, int room, int *clip)
{
  int line = height_of_buttons (self, width, FALSE) + gap_of (self);
  int most = clip_width (width) * 9 / 16;

  *clip = MIN (most, room);
  if (self->clip == NULL || *clip < LEAST_CLIP || width < LEAST_CLIP_CARD)
    return CLIP_AWAY;
  if (height_of_buttons (self, width - *clip * 16 / 9 - CLIP_GAP, TRUE) <= room)
    return CLIP_BESIDE;
  *clip = MIN (most, room - line);
  return *clip >= LEAST_CLIP && buttons_fit_in_line (self, width) ? CLIP_ABOVE : CLIP_AWAY;
}

/* What is to be done, and where. Returns: where it ends. */
static int
allocate_words (HihStepCard *self, int width, gboolean dots)
{
  int y = height_of_head (self, width, dots);

  put (self->head, 0, 0, width, y);
  y += gap_of (self);
  put (self->instruction, 0, y, width, height_of (self->instruction, width));
  y += height_of (self->instruction, width);
  if (height_of (self->where_row, width) > 0)
    {
      put (self->where_row, 0, y + 6, width, height_of (self->where_row, width));
      y += 6 + height_of (self->where_row, width);
    }
  return y;
}

static void
allocate_whole (HihStepCard *self, int width, int height)
{
  int note = height_of (self->note, width);
  int buttons = height_of_buttons (self, width, !buttons_fit_in_line (self, width));
  int gap = gap_of (self);
  int room = height - height_of_words (self, width, self->note_kind == HIH_NOTE_CALM) - gap;
  gboolean show_note = note > 0 && (!may_note_go (self) || room >= buttons + gap + note);
  gboolean dots;
  ClipPlace place;
  int clip, y, middle, right;

  room = height - height_of_words (self, width, TRUE) - gap - (show_note ? note + gap : 0);
  dots = room >= buttons;
  if (!dots)
    room += height_of_head (self, width, TRUE) - height_of_head (self, width, FALSE);
  place = find_clip_place (self, width, room, &clip);
  y = allocate_words (self, width, dots) + gap;
  if (self->clip != NULL)
    gtk_widget_set_child_visible (self->clip, place != CLIP_AWAY);
  gtk_widget_set_child_visible (self->note, show_note);
  gtk_widget_set_child_visible (self->head, TRUE);
  gtk_widget_set_child_visible (self->instruction, TRUE);
  gtk_widget_set_child_visible (self->where_row, TRUE);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->buttons),
                                  place == CLIP_BESIDE || !buttons_fit_in_line (self, width) ? GTK_ORIENTATION_VERTICAL
                                                                                             : GTK_ORIENTATION_HORIZONTAL);
  if (place == CLIP_BESIDE)
    {
      right = width - clip * 16 / 9 - CLIP_GAP;
      buttons = height_of_buttons (self, right, TRUE);
      middle = MAX (clip, buttons);
      put (self->clip, 0, y + (middle - clip) / 2, clip * 16 / 9, clip);
      put (self->buttons, clip * 16 / 9 + CLIP_GAP, y + (middle - buttons) / 2, right, buttons);
    }
  else
    {
      if (place == CLIP_ABOVE)
        {
          put (self->clip, 0, y, clip * 16 / 9, clip);
          y += clip + gap;
        }
      put (self->buttons, 0, y, width, buttons);
    }
  if (show_note)
    put (self->note, 0, MAX (y, height - note), width, note);
}

static void
hih_step_card_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihStepCard *self = HIH_STEP_CARD (widget);

  if (self->folded)
    allocate_folded (self, width, height);
  else
    allocate_whole (self, width, height);
}

static void
hih_step_card_dispose (GObject *object)
{
  HihStepCard *self = HIH_STEP_CARD (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->instruction, gtk_widget_unparent);
  g_clear_pointer (&self->where_row, gtk_widget_unparent);
  g_clear_pointer (&self->clip, gtk_widget_unparent);
  g_clear_pointer (&self->buttons, gtk_widget_unparent);
  g_clear_pointer (&self->note, gtk_widget_unparent);
  g_clear_pointer (&self->note_words, g_free);
  G_OBJECT_CLASS (hih_step_card_parent_class)->dispose (object);
}

static void
hih_step_card_class_init (HihStepCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_step_card_dispose;
  widget_class->get_request_mode = hih_step_card_get_request_mode;
  widget_class->measure = hih_step_card_measure;
  widget_class->size_allocate = hih_step_card_size_allocate;
  signals[AGAIN] = g_signal_new ("again", HIH_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SHOW_ME] =
      g_signal_new ("show-me", HIH_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[INSTEAD] =
      g_signal_new ("instead", HIH_TYPE_STEP_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_step_card_init (HihStepCard *self)
{
  GtkWidget *again = hih_control_new ("speaker", _("Hear it again"), "bar");
  GtkWidget *where_icon = hih_icon_new ("device", 30);

  gtk_widget_add_css_class (GTK_WIDGET (self), "step-card");
  self->count = hih_words_new ("", "strong count");
  gtk_widget_set_name (self->count, "count");
  self->dots = hih_dots_new ();
  self->head = hih_head_row_new (self->count, self->dots);
  self->instruction = hih_words_new_heading ("", "instruction " HIH_FIT_FIRST);
  self->where = hih_words_new ("", "where");
  gtk_widget_set_name (self->instruction, "instruction");
  gtk_widget_set_name (self->where, "where");
  gtk_widget_set_hexpand (self->where, TRUE);
  self->where_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  gtk_box_append (GTK_BOX (self->where_row), where_icon);
  gtk_box_append (GTK_BOX (self->where_row), self->where);
  self->buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, BUTTON_GAP);
  gtk_box_set_homogeneous (GTK_BOX (self->buttons), TRUE);
  self->show_me = hih_control_new ("play", _("See how it is done"), "bar");
  self->instead = hih_control_new ("hand", _("One tap instead"), "bar");
  hih_control_set_at_start (HIH_CONTROL (again), TRUE);
  hih_control_set_at_start (HIH_CONTROL (self->show_me), TRUE);
  hih_control_set_at_start (HIH_CONTROL (self->instead), TRUE);
  gtk_widget_set_hexpand (again, TRUE);
  gtk_widget_set_hexpand (self->show_me, TRUE);
  gtk_widget_set_hexpand (self->instead, TRUE);
  gtk_widget_set_name (again, "again");
  gtk_widget_set_name (self->show_me, "show-me");
  gtk_widget_set_name (self->instead, "instead");
  g_signal_connect (again, "clicked", G_CALLBACK (again_cb), self);
  g_signal_connect (self->show_me, "clicked", G_CALLBACK (show_me_cb), self);
  g_signal_connect (self->instead, "clicked", G_CALLBACK (instead_cb), self);
  gtk_box_append (GTK_BOX (self->buttons), again);
  gtk_box_append (GTK_BOX (self->buttons), self->show_me);
  gtk_box_append (GTK_BOX (self->buttons), self->instead);
  gtk_widget_set_visible (self->instead, FALSE);
  self->note = hih_note_new ();
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->instruction, GTK_WIDGET (self));
  gtk_widget_set_parent (self->where_row, GTK_WIDGET (self));
  gtk_widget_set_parent (self->buttons, GTK_WIDGET (self));
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  gtk_widget_set_visible (self->where_row, FALSE);
  hih_step_card_set_note (self, HIH_NOTE_CALM, NULL);
}

static void
update_dots (HihStepCard *self)
{
  gtk_widget_set_visible (self->dots, !self->tight && self->n_steps <= HIH_MAX_DOTS);
}

GtkWidget *
hih_step_card_new (void)
{
  return g_object_new (HIH_TYPE_STEP_CARD, NULL);
}

void
hih_step_card_set_step (HihStepCard *self, guint number, guint n_steps, const char *say)
{
  g_autofree char *count = hih_step_count_dup (number, n_steps);

  gtk_label_set_label (GTK_LABEL (self->count), count);
  hih_dots_set (self->dots, number - 1, n_steps);
  self->n_steps = n_steps;
  update_dots (self);
  gtk_label_set_label (GTK_LABEL (self->instruction), say);
  hih_scroller_to_top (GTK_WIDGET (self));
}

void
hih_step_card_set_where (HihStepCard *self, const char *where)
{
  gtk_label_set_label (GTK_LABEL (self->where), where != NULL ? where : "");
  gtk_widget_set_visible (self->where_row, where != NULL && *where != '\0');
}

static void
update_folded (HihStepCard *self)
{
  g_autofree char *short_note = hih_note_dup_short (self->note_words);
  gboolean is_short;

  is_short = self->folded || (self->tight && self->note_kind == HIH_NOTE_STATUS);
  hih_note_set (self->note, self->note_kind, is_short ? short_note : self->note_words);
  gtk_widget_set_visible (gtk_widget_get_first_child (self->where_row), !self->folded);
  gtk_widget_set_visible (gtk_widget_get_first_child (self->note), !self->folded);
  gtk_widget_set_visible (self->buttons, !self->folded);
  gtk_widget_set_visible (self->note, !self->folded || !may_note_go (self));
  if (self->clip != NULL)
    gtk_widget_set_visible (self->clip, !self->folded);
  hih_words_set_folded (GTK_WIDGET (self), self->instruction, self->folded);
  hih_scroller_to_top (GTK_WIDGET (self));
}

/**
 * hih_step_card_set_folded:
 */
void
hih_step_card_set_folded (HihStepCard *self, gboolean folded)
{
  g_return_if_fail (HIH_IS_STEP_CARD (self));
  if (self->folded == folded)
    return;
  self->folded = folded;
  update_folded (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
hih_step_card_set_note (HihStepCard *self, HihNoteKind kind, const char *text)
{
  self->note_kind = kind;
  g_free (self->note_words);
  self->note_words = g_strdup (text != NULL ? text : _("Tap without worry. Nothing can break."));
  update_folded (self);
}

void
hih_step_card_set_clip (HihStepCard *self, GtkWidget *clip)
{
  g_clear_pointer (&self->clip, gtk_widget_unparent);
  self->clip = clip;
  if (clip != NULL)
    gtk_widget_set_parent (clip, GTK_WIDGET (self));
  update_folded (self);
}

void
hih_step_card_set_can_show (HihStepCard *self, gboolean can_show)
{
  gtk_widget_set_visible (self->show_me, can_show);
}

/* Where it is tight they share one line: two with icons beside their words, three with icons above. */
static void
update_buttons (HihStepCard *self)
{
  gboolean upright = self->tight && gtk_widget_get_visible (self->instead);

  gtk_box_set_spacing (GTK_BOX (self->buttons), self->tight ? TIGHT_BUTTON_GAP : BUTTON_GAP);
  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    {
      hih_control_set_upright (HIH_CONTROL (button), upright);
      hih_control_set_at_start (HIH_CONTROL (button), !upright);
    }
}

void
hih_step_card_set_instead (HihStepCard *self, gboolean instead)
{
  gtk_widget_set_visible (self->instead, instead);
  update_buttons (self);
}

void
hih_step_card_set_tight (HihStepCard *self, gboolean tight)
{
  self->tight = tight;
  gtk_box_set_spacing (GTK_BOX (self->where_row), tight ? 8 : 16);
  update_dots (self);
  update_buttons (self);
  update_folded (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
