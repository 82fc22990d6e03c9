/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of moves with their lengths, made once; then the clock decides which of them is under way. */
#include "config.h"

#include "hih-keyboard-play.h"

#include "hih-centre-lines.h"
#include "hih-element-entry.h"
#include "hih-element-pad.h"
#include "hih-element-view.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-keyboard-strip.h"
#include "hih-writing-pad.h"

#include <math.h>

#define GO_MS 320
#define LIFT_MS 170 /* from stroke to stroke */
#define PRESS_MS 240
#define HOLD_MS 2200
#define STROKE_MS 150
#define STROKE_MS_PER_UNIT 0.34f
#define CANDIDATE_X 34.0f /* the first word's middle, in the strip */

typedef enum
{
  GO,
  STROKE,
  PRESS,
} MoveKind;

typedef struct
{
  MoveKind kind;
  guint ms;
  GtkWidget *part;   /* what is touched; the pad for strokes; borrowed from the keyboard's face */
  guint character;   /* of the text that is added */
  guint stroke;
  guint n_strokes;   /* that stand on the pad when it begins */
  gboolean chooses;  /* the strip shows the character */
  char *text;        /* owned: what stands in the line when it begins */
} Move;

struct _HihKeyboardPlay
{
  HihPhoneKeyboard *keyboard; /* (owned) */
  HihElementContext *context; /* (owned) */
  GtkWidget *entry;           /* weak */
  GtkWidget *pad;             /* weak (nullable) */
  GtkWidget *strip;           /* weak (nullable) */
  char *target;
  char *text;
  HihCentreLines *lines;
  GPtrArray *added;           /* (element-type utf8) characters */
  GArray *moves;              /* (element-type Move) */
  guint ms;
  int shown_word;             /* -1: the strip is empty */
  int shown_move;             /* -1: none yet */
};

static void
clear_move (gpointer data)
{
  g_free (((Move *) data)->text);
}

static void
add_move (HihKeyboardPlay *self, Move move, const char *text)
{
  move.text = g_strdup (text);
  self->ms += move.ms;
  g_array_append_val (self->moves, move);
}

/* There, and down upon it. The first of all begins where the hand has come to. */
static void
add_press (HihKeyboardPlay *self, Move move, guint go_ms, guint press_ms, const char *text)
{
  move.kind = GO;
  move.ms = self->moves->len > 0 ? go_ms : 0;
  add_move (self, move, text);
  move.kind = PRESS;
  move.ms = press_ms;
  add_move (self, move, text);
}

static float
measure (const HihInk *ink, guint stroke)
{
  guint n;
  HihInkPoint *points = hih_ink_get_stroke (ink, stroke, &n);
  float length = 0;

  for (guint i = 1; i < n; i++)
    length += hypotf (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  return length;
}

static void
add_strokes (HihKeyboardPlay *self, const HihInk *ink, guint character, const char *text)
{
  for (guint i = 0; i < hih_ink_get_n_strokes (ink); i++)
    {
      Move move = { .kind = GO, .part = self->pad, .character = character, .stroke = i, .n_strokes = i };

      move.ms = self->moves->len > 0 ? (i > 0 ? LIFT_MS : GO_MS) : 0;
      add_move (self, move, text);
      move.kind = STROKE;
      move.ms = STROKE_MS + (guint) (measure (ink, i) * STROKE_MS_PER_UNIT);
      add_move (self, move, text);
    }
}

static void
add_character (HihKeyboardPlay *self, guint index, const char *text)
{
  const char *character = g_ptr_array_index (self->added, index);
  GtkWidget *key = hih_element_pad_find_key (GTK_WIDGET (self->keyboard), character);
  const HihInk *ink = self->pad != NULL ? hih_centre_lines_find (self->lines, character) : NULL;
  Move move = { .part = key, .character = index };

  if (key == NULL)
    {
      move.part = self->strip;
      move.chooses = TRUE;
    }
  if (key == NULL && ink != NULL)
    {
      add_strokes (self, ink, index, text);
      move.n_strokes = hih_ink_get_n_strokes (ink);
    }
  if (move.part != NULL)
    add_press (self, move, GO_MS, PRESS_MS, text);
}

/* From what stands there to what shall stand there: what is too much goes first. */
static void
plan (HihKeyboardPlay *self, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (from);
  GtkWidget *hold = hih_phone_keyboard_get_part (self->keyboard, HIH_PART_HOLD);
  GtkWidget *back = hih_phone_keyboard_get_part (self->keyboard, HIH_PART_DELETE);

  while (!g_str_has_prefix (to, text->str))
    {
      const char *last = g_utf8_prev_char (text->str + text->len);
      Move move = { .part = back };

      if (back != NULL)
        add_press (self, move, GO_MS, PRESS_MS, text->str);
      g_string_truncate (text, (gsize) (last - text->str));
    }
  for (const char *at = to + text->len; *at != '\0'; at = g_utf8_next_char (at))
    g_ptr_array_add (self->added, g_utf8_substring (at, 0, 1));
  if (hold != NULL && self->added->len > 0)
    {
      Move move = { .part = hold };

      add_press (self, move, GO_MS, HOLD_MS, text->str);
      return;
    }
  for (guint i = 0; i < self->added->len; i++)
    {
      add_character (self, i, text->str);
      g_string_append (text, g_ptr_array_index (self->added, i));
    }
}

/**
 * hih_keyboard_play_new:
 * @root: a widget round the keyboard
 * @text: what shall stand in the line
 *
 * Returns: (transfer full) (nullable): how the hand writes it
 */
HihKeyboardPlay *
hih_keyboard_play_new (GtkWidget *root, const char *target, const char *text)
{
  GtkWidget *keyboard = text != NULL ? hih_phone_keyboard_find (root, target) : NULL;
  GtkWidget *entry = keyboard != NULL ? hih_phone_keyboard_get_entry (HIH_PHONE_KEYBOARD (keyboard)) : NULL;
  g_autoptr (HihKeyboardPlay) self = NULL;

  if (entry == NULL)
    return NULL;
  self = g_new0 (HihKeyboardPlay, 1);
  self->keyboard = HIH_PHONE_KEYBOARD (g_object_ref (keyboard));
  self->context = g_object_ref (hih_phone_keyboard_get_context (self->keyboard));
  self->target = g_strdup (target);
  self->text = g_strdup (text);
  self->lines = hih_centre_lines_new ();
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_array_set_clear_func (self->moves, clear_move);
  self->shown_word = -1;
  self->shown_move = -1;
  g_set_weak_pointer (&self->entry, entry);
  g_set_weak_pointer (&self->pad, hih_phone_keyboard_get_part (self->keyboard, HIH_PART_PAD));
  g_set_weak_pointer (&self->strip, hih_phone_keyboard_get_part (self->keyboard, HIH_PART_STRIP));
  plan (self, gtk_editable_get_text (GTK_EDITABLE (entry)), text);
  return self->moves->len > 0 ? g_steal_pointer (&self) : NULL;
}

static void
show_word (HihKeyboardPlay *self, int index)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  if (self->shown_word == index || self->strip == NULL)
    return;
  self->shown_word = index;
  if (index >= 0)
    g_ptr_array_add (words, g_ptr_array_index (self->added, index));
  hih_keyboard_strip_set_words (HIH_KEYBOARD_STRIP (self->strip), words);
}

/**
 * hih_keyboard_play_free:
 */
void
hih_keyboard_play_free (HihKeyboardPlay *self)
{
  HihElement *element;
  GtkWidget *widget;

  if (self == NULL)
    return;
  show_word (self, -1);
  if (self->pad != NULL)
    hih_writing_pad_clear (HIH_WRITING_PAD (self->pad));
  widget = self->entry != NULL ? hih_element_view_find_widget (self->entry) : NULL;
  element = widget != NULL ? hih_element_view_get_widget_element (widget) : NULL;
  if (element != NULL && hih_element_context_get_phone (self->context) != NULL)
    hih_element_entry_set_text (self->entry, hih_element_context_get_state (self->context, hih_element_get_attribute (element, "key")));
  g_clear_weak_pointer (&self->entry);
  g_clear_weak_pointer (&self->pad);
  g_clear_weak_pointer (&self->strip);
  g_array_unref (self->moves);
  g_ptr_array_unref (self->added);
  hih_centre_lines_free (self->lines);
  g_free (self->target);
  g_free (self->text);
  g_object_unref (self->context);
  g_object_unref (self->keyboard);
  g_free (self);
}

guint
hih_keyboard_play_get_ms (HihKeyboardPlay *self)
{
  return self->ms;
}

static const HihInk *
find_ink (HihKeyboardPlay *self, const Move *move)
{
  return hih_centre_lines_find (self->lines, g_ptr_array_index (self->added, move->character));
}

/* Along the stroke: the points that are reached at @part of its length. */
static HihInkPoint
walk (const HihInk *ink, guint stroke, float part, HihInk *out)
{
  float left = measure (ink, stroke) * part;
  guint n;
  HihInkPoint *points = hih_ink_get_stroke (ink, stroke, &n), at = points[0];

  hih_ink_begin_stroke (out);
  hih_ink_add_point (out, at.x, at.y);
  for (guint i = 1; i < n && left > 0; i++)
    {
      float length = hypotf (points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
      float f = length > 0 ? MIN (1, left / length) : 1;

      at.x = points[i - 1].x + (points[i].x - points[i - 1].x) * f;
      at.y = points[i - 1].y + (points[i].y - points[i - 1].y) * f;
      hih_ink_add_point (out, at.x, at.y);
      left -= length;
    }
  return at;
}

/* Where the finger is at @part of a move that touches. */
static void
find_touch (HihKeyboardPlay *self, const Move *move, float part, GtkWidget *relative_to, graphene_point_t *out)
{
  graphene_point_t at;

  if (move->part == self->pad && self->pad != NULL)
    {
      g_autoptr (HihInk) some = hih_ink_new ();
      HihInkPoint point = walk (find_ink (self, move), move->stroke, part, some);

      at = hih_writing_pad_place (HIH_WRITING_PAD (self->pad), &point);
    }
  else
    at = GRAPHENE_POINT_INIT (move->part == self->strip ? CANDIDATE_X : (float) gtk_widget_get_width (move->part) / 2,
                              (float) gtk_widget_get_height (move->part) * 0.55f);
  if (!gtk_widget_compute_point (move->part, relative_to, &at, out))
    *out = GRAPHENE_POINT_INIT (0, 0);
}

static void
show_pad (HihKeyboardPlay *self, const Move *move, float part)
{
  g_autoptr (HihInk) ink = hih_ink_new ();
  const HihInk *whole = move->n_strokes > 0 || move->kind == STROKE ? find_ink (self, move) : NULL;

  if (self->pad == NULL)
    return;
  for (guint i = 0; i < move->n_strokes; i++)
    walk (whole, i, 1, ink);
  if (move->kind == STROKE)
    walk (whole, move->stroke, part, ink);
  hih_writing_pad_show_ink (HIH_WRITING_PAD (self->pad), ink);
}

static float
ease (float t)
{
  return t * t * (3 - 2 * t);
}

/* At the end it looks as it will when the brain has heard of it. */
static void
show_end (HihKeyboardPlay *self, GtkWidget *relative_to, graphene_point_t *tip)
{
  find_touch (self, &g_array_index (self->moves, Move, self->moves->len - 1), 1, relative_to, tip);
  show_word (self, -1);
  if (self->pad != NULL)
    hih_writing_pad_clear (HIH_WRITING_PAD (self->pad));
  hih_element_entry_set_text (self->entry, self->text);
  hih_element_context_tell_next (self->context);
}

/**
 * hih_keyboard_play_show:
 * @tip: (out):
 */
gboolean
hih_keyboard_play_show (HihKeyboardPlay *self, gint64 ms, GtkWidget *relative_to, graphene_point_t *tip)
{
  const Move *move;
  guint index = 0;
  float part;

  *tip = GRAPHENE_POINT_INIT (0, 0);
  /* The face it was made for may be gone. */
  if (self->entry == NULL)
    return FALSE;
  if (ms >= self->ms)
    {
      show_end (self, relative_to, tip);
      return FALSE;
    }
  ms = MAX (ms, 0);
  while (ms >= g_array_index (self->moves, Move, index).ms)
    ms -= g_array_index (self->moves, Move, index++).ms;
  move = &g_array_index (self->moves, Move, index);
  part = (float) ms / (float) move->ms;
  show_pad (self, move, part);
  show_word (self, move->chooses ? (int) move->character : -1);
  hih_element_entry_set_text (self->entry, move->text);
  if (self->shown_move != (int) index)
    hih_element_context_tell_next (self->context);
  self->shown_move = (int) index;
  find_touch (self, move, move->kind == STROKE ? part : 0, relative_to, tip);
  if (move->kind == GO && index > 0)
    {
      graphene_point_t from;

      find_touch (self, move - 1, 1, relative_to, &from);
      graphene_point_interpolate (&from, tip, (double) ease (part), tip);
    }
  return move->kind != GO;
}
