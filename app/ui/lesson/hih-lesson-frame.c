/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The places of the lesson page (look/README.md has the measures). One pass of size_allocate computes every rectangle
 * from width and height alone; the style class that goes with a shape is switched one idle later, because a class
 * changed while sizes are given asks for sizes again (TRIALS.md P7).
 *
 *     wide, small   +-------+-----------------+      with a film  +------------+--------+
 *                   |       |     stages      |                   | title  |   stages   |
 *                   | phone +-----------------+                   +------------+--------+
 *                   |       |      card       |                   |   film     |  card  |
 *                   |       +-----------------+                   +------------+--------+
 *                   |       |     bottom      |                   | player |   bottom   |
 *                   +-------+-----------------+                   +--------+------------+
 *
 * Narrow, the practice phone is the main thing: what is to be done is a strip over it, which a button unfolds in the
 * phone's place, with the stages and all that helps.
 *
 *                 +--------------+---+      unfolded  +------------------+
 *                 | what to do   | v |                |      stages      |
 *                 +--------------+---+                +------------------+
 *                 |                  |                |       card       |
 *                 |      phone       |                +------------------+
 *                 |                  |                |   to the phone   |
 *                 +------------------+                +------------------+
 *                 |      bottom      |                |      bottom      |
 *                 +------------------+                +------------------+
 *
 * Large words and a film: its picture needs the height that two bars of large words would take, so the words of their
 * buttons grow less, the stages stand over the card, and both bars are one.
 *
 *                 +------------+--------+
 *                 |            | stages |
 *                 |    film    +--------+
 *                 |            |  card  |
 *                 +--------+---+--------+
 *                 | player |   bottom   |
 *                 +--------+------------+
 *
 * For a left hand all of it stands the other way round, so that the arm covers nothing that is to be read.
 */
#include "config.h"

#include "hih-lesson-frame.h"

#include "hih-fit.h"
#include "hih-focus.h"
#include "hih-phone-places.h"

#define EDGE 8 /* air between the phone and the window's edge */
#define LEAST_WIDTH 340
#define LEAST_HEIGHT 420
/* Of what a narrow window has for card and film together. */
#define FILM_CARD_PERCENT 40 /* a film has captions of its own */
#define MOST_CARD_PERCENT 62 /* with the smallest words there are */
#define STRIP_HEIGHT 104     /* px of a folded card: four lines of the smallest words, a gap between them, its border */
#define STRIP_GROWS 22       /* px with words twice as large; more would take the phone its width */
#define STRIP_MORE 28        /* px where the window is higher than the phone needs: where it is to be done as well */
#define STRIP_MORE_GROWS 60  /* px more of that with words twice as large */
#define FOLD_WIDTH 60
#define CAPTION_HEIGHT 130   /* two lines under a narrow film, and the bars of its steps */
#define LARGE_TEXT_DPI (140 * 96 * 1024 / 100)

struct _HihLessonFrame
{
  GtkWidget parent_instance;

  GtkWidget *children[HIH_N_SLOTS];
  gboolean film;
  gboolean mirrored;
  gboolean unfolded;
  gboolean may_fold;
  guint placed; /* 1 << HihSlot */
  HihShape shape;
  gboolean tight;
  HihShape shown_shape;
  gboolean shown_tight;
  gboolean shown_large;
  gboolean shown_large_film;
  guint class_source;
};

enum
{
  SHAPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihLessonFrame, hih_lesson_frame, GTK_TYPE_WIDGET)

static void
show (HihLessonFrame *self, HihSlot slot, gboolean visible)
{
  if (self->children[slot] != NULL)
    hih_focus_set_visible (self->children[slot], visible);
}

/* Not while sizes are given. What is only child-invisible would stay where a screen reader finds it (TRIALS.md P1). */
static void
update_visibility (HihLessonFrame *self)
{
  gboolean narrow = self->shape == HIH_SHAPE_NARROW;
  gboolean over = narrow && !self->film && self->unfolded;

  show (self, HIH_SLOT_TITLE, self->film && !narrow);
  show (self, HIH_SLOT_FILM, self->film);
  show (self, HIH_SLOT_PHONE, !self->film && !over);
  show (self, HIH_SLOT_STAGES, !narrow || self->film || over);
  show (self, HIH_SLOT_FOLD, narrow && !self->film && self->may_fold);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
update_classes_cb (gpointer user_data)
{
  HihLessonFrame *self = user_data;
  static const char *names[] = { NULL, "small-lesson", "narrow-lesson" };

  self->class_source = 0;
  for (guint i = 1; i < G_N_ELEMENTS (names); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), names[i]);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "tight");
  if (self->tight && self->shape != HIH_SHAPE_NARROW)
    gtk_widget_add_css_class (GTK_WIDGET (self), "tight");
  if (names[self->shape] != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), names[self->shape]);
  if (hih_lesson_frame_has_large_text (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "large-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large-text");
  if (hih_lesson_frame_is_large_film (self))
    gtk_widget_add_css_class (GTK_WIDGET (self), "large-film");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "large-film");
  self->shown_shape = self->shape;
  self->shown_large_film = hih_lesson_frame_is_large_film (self);
  self->shown_tight = self->tight;
  self->shown_large = hih_lesson_frame_has_large_text (self);
  update_visibility (self);
  g_signal_emit (self, signals[SHAPED], 0);
  return G_SOURCE_REMOVE;
}

static gboolean
is_there (HihLessonFrame *self, HihSlot slot)
{
  return self->children[slot] != NULL && gtk_widget_should_layout (self->children[slot]);
}

static int
height_at (HihLessonFrame *self, HihSlot slot, int width, int least)
{
  int min = 0, min_width = 0;

  if (!is_there (self, slot))
    return 0;
  gtk_widget_measure (self->children[slot], GTK_ORIENTATION_HORIZONTAL, -1, &min_width, NULL, NULL, NULL);
  gtk_widget_measure (self->children[slot], GTK_ORIENTATION_VERTICAL, MAX (width, min_width), &min, NULL, NULL, NULL);
  return MAX (least, min);
}

static int
least_width (HihLessonFrame *self, HihSlot slot)
{
  int min = 0;

  if (self->film && is_there (self, slot))
    gtk_widget_measure (self->children[slot], GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return min;
}

static void
place (HihLessonFrame *self, HihSlot slot, int x, int y, int width, int height)
{
  /* Until the class of a new shape holds there may be no room left: never less than borders and padding need, nor than
   * its words do, which GTK cannot measure for less. */
  GtkAllocation rectangle = { x, y, MAX (24, width), MAX (24, height) };
  int least = 0;

  if (is_there (self, slot))
    gtk_widget_measure (self->children[slot], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  rectangle.width = MAX (rectangle.width, least);
  if (self->mirrored)
    rectangle.x = gtk_widget_get_width (GTK_WIDGET (self)) - x - rectangle.width;
  self->placed |= 1u << slot;
  /* Seen first: what is not would not give its own children places. */
  if (slot != HIH_SLOT_TITLE && self->children[slot] != NULL)
    gtk_widget_set_child_visible (self->children[slot], TRUE);
  if (is_there (self, slot))
    gtk_widget_size_allocate (self->children[slot], &rectangle, -1);
}

/* What has no place in this shape may be visible still: that changes when the sizes are given. */
static void
hide_unplaced (HihLessonFrame *self)
{
  for (guint i = 0; i < HIH_N_SLOTS; i++)
    {
      if (i != HIH_SLOT_TITLE && self->children[i] != NULL && (self->placed & 1u << i) == 0)
        gtk_widget_set_child_visible (self->children[i], FALSE);
    }
}

/* Whether the words of @slot would not stand in one line beside their icons. */
static gboolean
is_crowded (HihLessonFrame *self, HihSlot slot, int width)
{
  const char *key = "natural-upright";
  int natural = 0;
  gpointer known;

  if (!is_there (self, slot))
    return FALSE;
  gtk_widget_measure (self->children[slot], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  /* Once upright the bar measures less: the width it had before is remembered. */
  known = g_object_get_data (G_OBJECT (self->children[slot]), key);
  if (!self->shown_tight)
    g_object_set_data (G_OBJECT (self->children[slot]), key, GINT_TO_POINTER (natural));
  else if (known != NULL)
    natural = GPOINTER_TO_INT (known);
  return natural > width;
}

static int
get_text_percent (HihLessonFrame *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return CLAMP (dpi / 96 * 100 / 1024, 100, 200);
}

/* Nothing moves from step to step: strip and phone keep their heights, whatever there is to be read. */
static void
allocate_folded (HihLessonFrame *self, int width, int height)
{
  const int margin = 6, gap = 3;
  int inner = width - 2 * margin;
  int bottom = height_at (self, HIH_SLOT_BOTTOM, inner, 64);
  int growth = get_text_percent (self) - 100;
  int strip = STRIP_HEIGHT + STRIP_GROWS * growth / 100;
  int phone = height - 2 * margin - 2 * gap - bottom - strip;
  /* What would only be air on the phone. */
  int more = CLAMP (phone - hih_phone_places_get_short_height (width), 0, STRIP_MORE + STRIP_MORE_GROWS * growth / 100);
  int fold = FOLD_WIDTH;

  strip += more;
  phone -= more;
  /* Wider for whom larger targets help. */
  if (is_there (self, HIH_SLOT_FOLD))
    gtk_widget_measure (self->children[HIH_SLOT_FOLD], GTK_ORIENTATION_HORIZONTAL, -1, &fold, NULL, NULL, NULL);
  fold = CLAMP (fold, FOLD_WIDTH, inner / 4);
  place (self, HIH_SLOT_CARD, margin, margin, inner - fold - gap, strip);
  place (self, HIH_SLOT_FOLD, margin + inner - fold, margin, fold, strip);
  /* The whole width: the keys of its side need what is left of it. */
  place (self, HIH_SLOT_PHONE, 0, margin + strip + gap, width, phone);
  place (self, HIH_SLOT_BOTTOM, margin, height - margin - bottom, inner, bottom);
}

static void
allocate_unfolded (HihLessonFrame *self, int width, int height)
{
  const int margin = 8, gap = 8;
  int inner = width - 2 * margin;
  int stages = height_at (self, HIH_SLOT_STAGES, inner, 60);
  int bottom = height_at (self, HIH_SLOT_BOTTOM, inner, 64);
  int fold = height_at (self, HIH_SLOT_FOLD, inner, 0);
  int top = margin + stages + gap;
  int foot = height - margin - bottom - gap - (fold > 0 ? fold + gap : 0);

  place (self, HIH_SLOT_STAGES, margin, margin, inner, stages);
  place (self, HIH_SLOT_CARD, margin, top, inner, foot - top);
  place (self, HIH_SLOT_FOLD, margin, foot + gap, inner, fold);
  place (self, HIH_SLOT_BOTTOM, margin, height - margin - bottom, inner, bottom);
}

static void
allocate_film (HihLessonFrame *self, int width, int height)
{
  const int margin = 8, gap = 8;
  int inner = width - 2 * margin;
  int stages = height_at (self, HIH_SLOT_STAGES, inner, 60);
  int bottom = height_at (self, HIH_SLOT_BOTTOM, inner, 64);
  int player = height_at (self, HIH_SLOT_PLAYER, inner, 0);
  int room = height - 2 * margin - stages - bottom - 3 * gap - (player > 0 ? player + gap : 0);
  int card = 0, least = 0, y = margin;

  /* What is to be done must be read before it is done; larger words take more of the height, then they grow smaller. */
  if (HIH_IS_FIT (self->children[HIH_SLOT_CARD]))
    hih_fit_get_needs (HIH_FIT (self->children[HIH_SLOT_CARD]), &least, &card);
  card = CLAMP (card, room / 5, room * FILM_CARD_PERCENT / 100);
  card = MAX (card, MIN (least, room * MOST_CARD_PERCENT / 100));
  /* The film itself has the whole width. */
  card = MAX (room / 5, MIN (card, room - width * 9 / 16 - CAPTION_HEIGHT));
  place (self, HIH_SLOT_STAGES, margin, y, inner, stages);
  y += stages + gap;
  place (self, HIH_SLOT_CARD, margin, y, inner, card);
  y += card + gap;
  place (self, HIH_SLOT_FILM, 0, y, width, room - card);
  y += room - card + gap;
  place (self, HIH_SLOT_PLAYER, margin, y, inner, player);
  place (self, HIH_SLOT_BOTTOM, margin, height - margin - bottom, inner, bottom);
}

static void
allocate_narrow (HihLessonFrame *self, int width, int height)
{
  if (self->children[HIH_SLOT_TITLE] != NULL)
    gtk_widget_set_child_visible (self->children[HIH_SLOT_TITLE], FALSE);
  if (self->film)
    allocate_film (self, width, height);
  else if (self->unfolded)
    allocate_unfolded (self, width, height);
  else
    allocate_folded (self, width, height);
}

/* Both bars are one: each has what its words ask for, and what is left over in the same proportion. */
static int
share_of_player (HihLessonFrame *self, int width)
{
  int player, bottom;

  gtk_widget_measure (self->children[HIH_SLOT_PLAYER], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &player, NULL, NULL);
  gtk_widget_measure (self->children[HIH_SLOT_BOTTOM], GTK_ORIENTATION_HORIZONTAL, -1, NULL, &bottom, NULL, NULL);
  return (int) ((gint64) width * player / MAX (1, player + bottom));
}

static void
allocate_large_film (HihLessonFrame *self, int width, int height)
{
  const int margin = 12, gap = 8;
  int inner = width - 2 * margin;
  int film = (inner - gap) * 66 / 100, right = inner - gap - film;
  int foot = is_there (self, HIH_SLOT_PLAYER) ? share_of_player (self, inner - gap) : -gap;
  int bottom = MAX (height_at (self, HIH_SLOT_PLAYER, foot, 0), height_at (self, HIH_SLOT_BOTTOM, inner - gap - foot, 64));
  int main = height - 2 * margin - gap - bottom;
  int stages = height_at (self, HIH_SLOT_STAGES, right, 60);

  /* The card says the title as well. */
  if (is_there (self, HIH_SLOT_TITLE))
    gtk_widget_set_child_visible (self->children[HIH_SLOT_TITLE], FALSE);
  place (self, HIH_SLOT_FILM, margin, margin, film, main);
  place (self, HIH_SLOT_STAGES, margin + film + gap, margin, right, stages);
  place (self, HIH_SLOT_CARD, margin + film + gap, margin + stages + gap, right, main - stages - gap);
  place (self, HIH_SLOT_PLAYER, margin, height - margin - bottom, foot, bottom);
  place (self, HIH_SLOT_BOTTOM, margin + foot + gap, height - margin - bottom, inner - gap - foot, bottom);
}

static int
get_gap (HihLessonFrame *self)
{
  return self->shape == HIH_SHAPE_WIDE ? 16 : 12;
}

static void
allocate_wide (HihLessonFrame *self, int width, int height, int column)
{
  gboolean wide = self->shape == HIH_SHAPE_WIDE;
  int margin = wide ? 16 : 12;
  int gap = get_gap (self);
  int right = width - margin - column;
  int stages = height_at (self, HIH_SLOT_STAGES, right, wide ? 68 : 60);
  int beside = margin + (wide ? 12 : 6);
  /* The player's words are never broken: where it needs more than the phone's column, the bottom bar gives way. */
  int foot = MAX (column, MIN (least_width (self, HIH_SLOT_PLAYER) + beside, width / 2));
  int player = self->film ? height_at (self, HIH_SLOT_PLAYER, foot - beside, 0) : 0;
  int bottom = MAX (player, height_at (self, HIH_SLOT_BOTTOM, width - margin - foot, wide ? 76 : 72));
  int top = margin + stages + gap;
  int card = height - top - gap - bottom - margin;

  place (self, HIH_SLOT_STAGES, column, margin, right, stages);
  place (self, HIH_SLOT_BOTTOM, foot, height - margin - bottom, width - margin - foot, bottom);
  if (!self->film)
    {
      place (self, HIH_SLOT_PHONE, EDGE, EDGE, (self->mirrored ? column - gap : column) - EDGE, height - 2 * EDGE);
      place (self, HIH_SLOT_CARD, column, top, right, card);
    }
  else
    {
      int film = (width - 2 * margin - gap) * 675 / 1000;

      /* The card says the title as well: where it has no room here it is left out. */
      if (is_there (self, HIH_SLOT_TITLE))
        gtk_widget_set_child_visible (self->children[HIH_SLOT_TITLE],
                                      height_at (self, HIH_SLOT_TITLE, column - 2 * margin, 0) <= stages);
      place (self, HIH_SLOT_TITLE, margin, margin, column - 2 * margin, stages);
      place (self, HIH_SLOT_FILM, margin, top, film, card);
      place (self, HIH_SLOT_CARD, margin + film + gap, top, width - 2 * margin - film - gap, card);
      place (self, HIH_SLOT_PLAYER, margin, height - margin - bottom, foot - beside, bottom);
    }
}

static void
hih_lesson_frame_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihLessonFrame *self = HIH_LESSON_FRAME (widget);
  int column, right;

  self->placed = 0;
  self->shape = width < 700 ? HIH_SHAPE_NARROW
                            : (width < 1200 || height < 720 ? HIH_SHAPE_SMALL : HIH_SHAPE_WIDE);
  column = MIN (self->shape == HIH_SHAPE_WIDE ? height * 56 / 100 : height * 507 / 1000, width * 42 / 100);
  /* The phone stands at the left of its column, for the keys of its right side and a ring around them: mirrored, it would
   * stand against the card. */
  if (self->mirrored)
    column += get_gap (self);
  right = width - 16 - column;
  self->tight = self->shape == HIH_SHAPE_NARROW || is_crowded (self, HIH_SLOT_STAGES, right) ||
                is_crowded (self, HIH_SLOT_BOTTOM, right);
  if (self->shape == HIH_SHAPE_NARROW)
    allocate_narrow (self, width, height);
  else if (hih_lesson_frame_is_large_film (self))
    allocate_large_film (self, width, height);
  else
    allocate_wide (self, width, height, column);
  hide_unplaced (self);
  if ((self->shape != self->shown_shape || self->tight != self->shown_tight ||
       hih_lesson_frame_has_large_text (self) != self->shown_large ||
       hih_lesson_frame_is_large_film (self) != self->shown_large_film) && self->class_source == 0)
    self->class_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_classes_cb, self, NULL);
}

/* The phone last: the hand that shows something reaches out of it, over everything. */
static void
hih_lesson_frame_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihLessonFrame *self = HIH_LESSON_FRAME (widget);

  for (guint i = 0; i < HIH_N_SLOTS; i++)
    {
      if (i != HIH_SLOT_PHONE && self->children[i] != NULL)
        gtk_widget_snapshot_child (widget, self->children[i], snapshot);
    }
  if (self->children[HIH_SLOT_PHONE] != NULL)
    gtk_widget_snapshot_child (widget, self->children[HIH_SLOT_PHONE], snapshot);
}

static GtkSizeRequestMode
hih_lesson_frame_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* A fixed promise: whatever does not fit is dropped or scrolls, so the window is never forced to grow. */
static void
hih_lesson_frame_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                          int *minimum_baseline, int *natural_baseline)
{
  HihLessonFrame *self = HIH_LESSON_FRAME (widget);

  for (guint i = 0; i < HIH_N_SLOTS; i++)
    {
      int unused;

      if (is_there (self, i))
        gtk_widget_measure (self->children[i], orientation, -1, &unused, NULL, NULL, NULL);
    }
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 1280 : 800;
}

static void
hih_lesson_frame_dispose (GObject *object)
{
  HihLessonFrame *self = HIH_LESSON_FRAME (object);

  g_clear_handle_id (&self->class_source, g_source_remove);
  for (guint i = 0; i < HIH_N_SLOTS; i++)
    g_clear_pointer (&self->children[i], gtk_widget_unparent);
  G_OBJECT_CLASS (hih_lesson_frame_parent_class)->dispose (object);
}

static void
hih_lesson_frame_class_init (HihLessonFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_lesson_frame_dispose;
  widget_class->get_request_mode = hih_lesson_frame_get_request_mode;
  widget_class->measure = hih_lesson_frame_measure;
  widget_class->size_allocate = hih_lesson_frame_size_allocate;
  widget_class->snapshot = hih_lesson_frame_snapshot;
  signals[SHAPED] = g_signal_new ("shaped", HIH_TYPE_LESSON_FRAME, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_lesson_frame_init (HihLessonFrame *self)
{
}

GtkWidget *
hih_lesson_frame_new (void)
{
  return g_object_new (HIH_TYPE_LESSON_FRAME, NULL);
}

/**
 * hih_lesson_frame_set_child:
 * @child: taken; one a slot
 */
void
hih_lesson_frame_set_child (HihLessonFrame *self, HihSlot slot, GtkWidget *child)
{
  g_return_if_fail (HIH_IS_LESSON_FRAME (self));
  g_return_if_fail (self->children[slot] == NULL);
  self->children[slot] = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

void
hih_lesson_frame_set_film (HihLessonFrame *self, gboolean film)
{
  gboolean changed = self->film != film;

  self->film = film;
  update_visibility (self);
  if (changed)
    g_signal_emit (self, signals[SHAPED], 0);
}

/**
 * hih_lesson_frame_set_unfolded:
 * @unfolded: whether the card stands in the phone's place
 * @may_fold: whether there is anything to do on the phone
 *
 * Only a narrow window shows it.
 */
void
hih_lesson_frame_set_unfolded (HihLessonFrame *self, gboolean unfolded, gboolean may_fold)
{
  g_return_if_fail (HIH_IS_LESSON_FRAME (self));
  if (self->unfolded == unfolded && self->may_fold == may_fold)
    return;
  self->unfolded = unfolded;
  self->may_fold = may_fold;
  update_visibility (self);
  g_signal_emit (self, signals[SHAPED], 0);
}

/**
 * hih_lesson_frame_is_folded:
 *
 * Returns: whether the card is a strip over the phone
 */
gboolean
hih_lesson_frame_is_folded (HihLessonFrame *self)
{
  g_return_val_if_fail (HIH_IS_LESSON_FRAME (self), FALSE);
  return self->shape == HIH_SHAPE_NARROW && !self->film && !self->unfolded;
}

/**
 * hih_lesson_frame_set_mirrored:
 */
void
hih_lesson_frame_set_mirrored (HihLessonFrame *self, gboolean mirrored)
{
  g_return_if_fail (HIH_IS_LESSON_FRAME (self));
  self->mirrored = mirrored;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

HihShape
hih_lesson_frame_get_shape (HihLessonFrame *self)
{
  return self->shape;
}

gboolean
hih_lesson_frame_is_tight (HihLessonFrame *self)
{
  return self->tight;
}

gboolean
hih_lesson_frame_has_large_text (HihLessonFrame *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi >= LARGE_TEXT_DPI;
}

gboolean
hih_lesson_frame_is_large_film (HihLessonFrame *self)
{
  g_return_val_if_fail (HIH_IS_LESSON_FRAME (self), FALSE);
  return self->film && self->shape != HIH_SHAPE_NARROW && self->tight && hih_lesson_frame_has_large_text (self);
}
