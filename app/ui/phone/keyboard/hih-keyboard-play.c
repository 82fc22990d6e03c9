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
#include "hih-name-sounds.h"
#include "hih-phone-screen.h"
#include "hih-writing-pad.h"

#include <math.h>

#define GO_MS 320
#define LIFT_MS 170 /* from stroke to stroke */
#define PRESS_MS 240
#define KEY_GO_MS 240 /* from key to key: quick, and still to be followed */
#define KEY_PRESS_MS 200
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
  char *letters;     /* owned (nullable): what is spelt then, and waits */
} Move;

struct _HihKeyboardPlay
{
  GtkWidget *keys;            /* (owned) the keyboard, or what has keys of its own */
  HihPhoneKeyboard *keyboard; /* (nullable) borrowed from keys */
  const HihElementView *view; /* of keys; only without a keyboard */
  HihElementContext *context; /* (owned) (nullable) without a keyboard */
  GtkWidget *entry;           /* weak; keys itself, without a keyboard */
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
  char *shown_letters;        /* (nullable) */
  GtkWidget *pressed;         /* weak (nullable) */
};

static void
clear_move (gpointer data)
{
  g_free (((Move *) data)->text);
  g_free (((Move *) data)->letters);
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
  const char *letters = move.letters;

  move.kind = GO;
  move.ms = self->moves->len > 0 ? go_ms : 0;
  move.letters = g_strdup (letters);
  add_move (self, move, text);
  move.kind = PRESS;
  move.ms = press_ms;
  move.letters = g_strdup (letters);
  add_move (self, move, text);
}

/* What the phone spells: the keys of its sound, one after the other. Returns what then waits, NULL when none can be had. */
static char *
add_letters (HihKeyboardPlay *self, guint character, const char *text)
{
  g_autoptr (HihNameSounds) sounds = NULL;
  g_autoptr (GString) spelt = g_string_new (NULL);

  if (self->keyboard == NULL || !hih_phone_keyboard_show_spelt (self->keyboard, ""))
    return NULL;
  sounds = hih_name_sounds_new (g_ptr_array_index (self->added, character));
  for (const char *at = sounds->letters; *at != '\0'; at++)
    {
      const char letter[] = { *at, '\0' };
      Move move = { .part = hih_element_pad_find_key (self->keys, letter), .character = character, .letters = spelt->str };

      if (move.part == NULL)
        return NULL;
      add_press (self, move, KEY_GO_MS, KEY_PRESS_MS, text);
      g_string_append_c (spelt, *at);
    }
  return spelt->len > 0 ? g_strdup (spelt->str) : NULL;
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
  GtkWidget *key = hih_element_pad_find_key (self->keys, character);
  const HihInk *ink = self->pad != NULL ? hih_centre_lines_find (self->lines, character) : NULL;
  g_autofree char *letters = key == NULL ? add_letters (self, index, text) : NULL;
  Move move = { .part = key, .character = index, .letters = letters };

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
    add_press (self, move, key != NULL ? KEY_GO_MS : GO_MS, key != NULL ? KEY_PRESS_MS : PRESS_MS, text);
}

static GtkWidget *
find_part (HihKeyboardPlay *self, const char *part)
{
  return self->keyboard != NULL ? hih_phone_keyboard_get_part (self->keyboard, part) : NULL;
}

/* From what stands there to what shall stand there: what is too much goes first. */
static void
plan (HihKeyboardPlay *self, const char *from, const char *to)
{
  g_autoptr (GString) text = g_string_new (from);
  GtkWidget *hold = find_part (self, HIH_PART_HOLD);
  GtkWidget *back = self->keyboard != NULL ? find_part (self, HIH_PART_DELETE)
                                           : hih_element_pad_find_key (self->keys, HIH_ELEMENT_PAD_BACK);

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

/* What has keys of its own: NULL, it has none. */
static const HihElementView *
get_pad_view (GtkWidget *widget)
{
  const HihElementView *view = hih_element_view_get_widget_view (widget);

  return view != NULL && view->show_typed != NULL ? view : NULL;
}

static const char *
get_text (HihKeyboardPlay *self)
{
  return self->keyboard != NULL ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : self->view->get_typed (self->keys);
}

static void
show_text (HihKeyboardPlay *self, const char *text)
{
  if (self->keyboard != NULL)
    hih_element_entry_set_text (self->entry, text);
  else
    self->view->show_typed (self->keys, text);
}

/**
 * hih_keyboard_play_new:
 * @text: what shall stand in the line
 *
 * Returns: (transfer full) (nullable): how the hand writes it
 */
HihKeyboardPlay *
hih_keyboard_play_new (GtkWidget *line, const char *target, const char *text)
{
  GtkWidget *keyboard = hih_phone_keyboard_find (gtk_widget_get_ancestor (line, HIH_TYPE_PHONE_SCREEN), target);
  GtkWidget *keys = keyboard != NULL ? keyboard : get_pad_view (line) != NULL ? line : NULL;
  GtkWidget *entry = keyboard != NULL ? hih_phone_keyboard_get_entry (HIH_PHONE_KEYBOARD (keyboard)) : keys;
  g_autoptr (HihKeyboardPlay) self = NULL;

  if (entry == NULL || text == NULL)
    return NULL;
  self = g_new0 (HihKeyboardPlay, 1);
  self->keys = g_object_ref (keys);
  self->keyboard = keyboard != NULL ? HIH_PHONE_KEYBOARD (keyboard) : NULL;
  self->view = get_pad_view (line);
  self->context = keyboard != NULL ? g_object_ref (hih_phone_keyboard_get_context (self->keyboard)) : NULL;
  self->target = g_strdup (target);
  self->text = g_strdup (text);
  self->lines = hih_centre_lines_new ();
  self->added = g_ptr_array_new_with_free_func (g_free);
  self->moves = g_array_new (FALSE, FALSE, sizeof (Move));
  g_array_set_clear_func (self->moves, clear_move);
  self->shown_word = -1;
  self->shown_move = -1;
  g_set_weak_pointer (&self->entry, entry);
  g_set_weak_pointer (&self->pad, find_part (self, HIH_PART_PAD));
  g_set_weak_pointer (&self->strip, find_part (self, HIH_PART_STRIP));
  plan (self, get_text (self), text);
  return self->moves->len > 0 ? g_steal_pointer (&self) : NULL;
}

/* Spelt letters bring words of their own. */
static void
show_letters (HihKeyboardPlay *self, const char *letters)
{
  if (self->keyboard == NULL || g_strcmp0 (self->shown_letters, letters) == 0)
    return;
  g_free (self->shown_letters);
  self->shown_letters = g_strdup (letters);
  hih_phone_keyboard_show_spelt (self->keyboard, letters != NULL ? letters : "");
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
  show_letters (self, NULL);
  show_word (self, -1);
  if (self->pad != NULL)
    hih_writing_pad_clear (HIH_WRITING_PAD (self->pad));
  widget = self->entry != NULL ? hih_element_view_find_widget (self->entry) : NULL;
  element = widget != NULL ? hih_element_view_get_widget_element (widget) : NULL;
  if (self->keyboard == NULL)
    show_text (self, get_text (self));
  else if (element != NULL && hih_element_context_get_phone (self->context) != NULL)
    show_text (self, hih_element_context_get_state (self->context, hih_element_get_attribute (element, "key")));
  g_clear_weak_pointer (&self->entry);
  g_clear_weak_pointer (&self->pad);
  g_clear_weak_pointer (&self->strip);
  g_array_unref (self->moves);
  g_ptr_array_unref (self->added);
  hih_centre_lines_free (self->lines);
  g_clear_weak_pointer (&self->pressed);
  g_free (self->target);
  g_free (self->text);
  g_free (self->shown_letters);
  g_clear_object (&self->context);
  g_object_unref (self->keys);
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

/* The button of the word that @move chooses, once the strip has it. */
static GtkWidget *
find_choice (HihKeyboardPlay *self, const Move *move)
{
  if (!move->chooses || self->strip == NULL)
    return NULL;
  return hih_keyboard_strip_find (HIH_KEYBOARD_STRIP (self->strip), g_ptr_array_index (self->added, move->character));
}

/* Where the finger is at @part of a move that touches. */
static void
find_touch (HihKeyboardPlay *self, const Move *move, float part, GtkWidget *relative_to, graphene_point_t *out)
{
  GtkWidget *touched = find_choice (self, move);
  graphene_point_t at;

  if (touched == NULL || gtk_widget_get_width (touched) == 0)
    touched = move->part;

  if (move->part == self->pad && self->pad != NULL)
    {
      g_autoptr (HihInk) some = hih_ink_new ();
      HihInkPoint point = walk (find_ink (self, move), move->stroke, part, some);

      at = hih_writing_pad_place (HIH_WRITING_PAD (self->pad), &point);
    }
  else
    at = GRAPHENE_POINT_INIT (touched == self->strip ? CANDIDATE_X : (float) gtk_widget_get_width (touched) / 2,
                              (float) gtk_widget_get_height (touched) * 0.55f);
  if (!gtk_widget_compute_point (touched, relative_to, &at, out))
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

static void
tell_next (HihKeyboardPlay *self)
{
  if (self->context != NULL)
    hih_element_context_tell_next (self->context);
}

/* At the end it looks as it will when the brain has heard of it. */
static void
show_end (HihKeyboardPlay *self, GtkWidget *relative_to, graphene_point_t *tip)
{
  find_touch (self, &g_array_index (self->moves, Move, self->moves->len - 1), 1, relative_to, tip);
  g_clear_weak_pointer (&self->pressed);
  show_letters (self, NULL);
  show_word (self, -1);
  if (self->pad != NULL)
    hih_writing_pad_clear (HIH_WRITING_PAD (self->pad));
  show_text (self, self->text);
  tell_next (self);
}

/* What is chosen is in the strip: the words that the letters bring, or, if it is not among them, itself. */
static void
show_strip (HihKeyboardPlay *self, const Move *move)
{
  show_letters (self, move->letters);
  if (move->letters == NULL || (move->chooses && find_choice (self, move) == NULL))
    show_word (self, move->chooses ? (int) move->character : -1);
}

/* The key that lights up under the finger. The one to be held is not lit: it would listen. */
static GtkWidget *
find_pressed (HihKeyboardPlay *self, const Move *move)
{
  if (move->kind != PRESS || move->part == find_part (self, HIH_PART_HOLD))
    return NULL;
  return move->chooses ? find_choice (self, move) : move->part;
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
  show_strip (self, move);
  show_text (self, move->text);
  g_set_weak_pointer (&self->pressed, find_pressed (self, move));
  if (self->shown_move != (int) index)
    tell_next (self);
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

GtkWidget *
hih_keyboard_play_get_pressed (HihKeyboardPlay *self)
{
  return self->pressed;
}
