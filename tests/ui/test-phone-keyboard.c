/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The phone's keyboard with its real widgets: strokes become text, text meets a step; and what the hand shows. */
#include "config.h"

#include "phone-booth.h"

#include "hih-centre-lines.h"
#include "hih-distort.h"
#include "hih-element-entry.h"
#include "hih-element-pad.h"
#include "hih-element-view.h"
#include "hih-keyboard-face.h"
#include "hih-keyboard-key.h"
#include "hih-keyboard-strip.h"
#include "hih-paths.h"
#include "hih-run.h"
#include "hih-writing-pad.h"

#include <adwaita.h>

static HihLesson *lesson;

static gboolean
is_built_in (const char *part)
{
  return g_strcmp0 (g_getenv (part), "yes") == 0;
}

typedef struct
{
  Booth booth;
  HihClock *clock;
  HihPhone *phone;
  HihPhoneView *view;
} Fixture;

static void
set_up (Fixture *fixture, const char *layout)
{
  g_autoptr (HihPhoneState) state = hih_lesson_dup_start_state (lesson);

  fixture->clock = booth_clock_new ();
  fixture->phone = hih_phone_new (hih_lesson_get_apps (lesson), layout, fixture->clock);
  hih_phone_set_state (fixture->phone, state);
  booth_open (&fixture->booth, 1);
  fixture->view = g_ptr_array_index (fixture->booth.views, 0);
  hih_phone_view_set_language (fixture->view, "zh_CN");
  hih_phone_view_set_phone (fixture->view, fixture->phone);
  hih_phone_view_finish_transitions (fixture->view);
  booth_settle (&fixture->booth);
}

static void
tear_down (Fixture *fixture)
{
  booth_close (&fixture->booth);
  g_assert_finalize_object (fixture->phone);
  g_assert_finalize_object (fixture->clock);
}

static void
act (Fixture *fixture, HihGestureKind kind, const char *target)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (kind, target, NULL);

  hih_phone_act (fixture->phone, gesture);
  booth_settle (&fixture->booth);
}

static GtkWidget *
find_type (GtkWidget *widget, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_visible (child) ? find_type (child, type) : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static HihPhoneKeyboard *
get_keyboard (Fixture *fixture)
{
  return (HihPhoneKeyboard *) find_type (GTK_WIDGET (fixture->view), HIH_TYPE_PHONE_KEYBOARD);
}

static const char *
get_draft (Fixture *fixture)
{
  return hih_phone_state_get (hih_phone_get_state (fixture->phone), "chat.draft");
}

static const char *
get_face (Fixture *fixture)
{
  return hih_phone_state_get (hih_phone_get_state (fixture->phone), "system.keyboard");
}

static void
click (GtkWidget *button)
{
  g_assert_true (GTK_IS_BUTTON (button));
  g_signal_emit_by_name (button, "clicked");
}

/* As a finger would: stroke after stroke, trembling. */
static void
write_by_hand (GtkWidget *pad, const HihInk *ink)
{
  HihDistortion how = { .tremor = 20, .tilt = 0.08f };
  g_autoptr (GRand) rand = g_rand_new_with_seed (99);
  g_autoptr (HihInk) bent = hih_ink_distort (ink, &how, rand);

  for (guint i = 0; i < hih_ink_get_n_strokes (bent); i++)
    {
      guint n;
      HihInkPoint *points = hih_ink_get_stroke (bent, i, &n);

      for (guint k = 0; k < n; k++)
        {
          graphene_point_t at = hih_writing_pad_place (HIH_WRITING_PAD (pad), &points[k]);

          if (k == 0)
            hih_writing_pad_begin (HIH_WRITING_PAD (pad), (double) at.x, (double) at.y);
          else
            hih_writing_pad_follow (HIH_WRITING_PAD (pad), (double) at.x, (double) at.y);
        }
      hih_writing_pad_lift (HIH_WRITING_PAD (pad));
    }
}

/* Whatever is offered: no wider than the screen, or the whole screen grows with it and its right edge is cut. */
static void
assert_has_room (Fixture *fixture)
{
  int least;

  gtk_widget_measure (GTK_WIDGET (get_keyboard (fixture)), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, HIH_PHONE_WIDTH);
}

/* A lesson's own steps: a tap brings the pad, strokes bring the character, and the step is met. */
static void
test_handwriting (gconstpointer layout)
{
  HihRunProfile profile = { 0 };
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();
  Fixture fixture;
  g_autoptr (HihRun) run = NULL;
  GtkWidget *pad, *key;

  set_up (&fixture, layout);
  run = hih_run_new (lesson, HIH_STAGE_FOLLOW, FALSE, fixture.phone, &profile);
  hih_run_start (run, 0);
  g_assert_null (get_keyboard (&fixture));
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  g_assert_cmpstr (get_face (&fixture), ==, "handwriting");
  g_assert_true (hih_run_is_step_met (run));
  hih_run_go_on (run);
  booth_settle (&fixture.booth);
  hih_element_context_set_wanted (hih_phone_view_get_context (fixture.view), "chat/text", "我");
  pad = find_type (GTK_WIDGET (fixture.view), HIH_TYPE_WRITING_PAD);
  write_by_hand (pad, hih_centre_lines_find (lines, "我"));
  booth_settle (&fixture.booth);
  key = hih_keyboard_strip_get_first (HIH_KEYBOARD_STRIP (find_type (GTK_WIDGET (fixture.view), HIH_TYPE_KEYBOARD_STRIP)));
  assert_has_room (&fixture);
  /* Named for those who cannot see it, and large enough for a thumb. */
  g_assert_cmpint (gtk_widget_get_width (key), >=, 60);
  g_assert_cmpint (gtk_widget_get_height (key), >=, 60);
  click (key);
  g_assert_cmpuint (hih_ink_get_n_strokes (hih_writing_pad_get_ink (HIH_WRITING_PAD (pad))), ==, 0);
  g_assert_cmpstr (get_draft (&fixture), ==, "我");
  g_assert_true (hih_run_is_step_met (run));
  hih_run_stop (run);
  g_clear_object (&run);
  tear_down (&fixture);
}

typedef struct
{
  const char *keys; /* the target that brings them, NULL for those that come of themselves */
  const char *why;
} List;

/* Where a way of writing is not built in: a line says so, and the characters to choose from stand below it. */
static void
test_list (gconstpointer data)
{
  const List *list = data;
  Fixture fixture;
  GtkWidget *line, *key;
  graphene_rect_t touched; /* with its padding: no finger falls between two */

  set_up (&fixture, HIH_LAYOUT_A);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  hih_element_context_set_wanted (hih_phone_view_get_context (fixture.view), "chat/text", "我");
  if (list->keys != NULL)
    act (&fixture, HIH_GESTURE_TAP, list->keys);
  line = booth_find_class (GTK_WIDGET (get_keyboard (&fixture)), "kb-line");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (line)), ==, list->why);
  g_assert_null (find_type (GTK_WIDGET (get_keyboard (&fixture)), HIH_TYPE_WRITING_PAD));
  assert_has_room (&fixture);
  key = hih_element_pad_find_key (GTK_WIDGET (get_keyboard (&fixture)), "我");
  g_assert_true (gtk_widget_compute_bounds (key, key, &touched));
  g_assert_cmpfloat (touched.size.width, >=, 60);
  g_assert_cmpfloat (touched.size.height, >=, 60);
  click (key);
  g_assert_cmpstr (get_draft (&fixture), ==, "我");
  tear_down (&fixture);
}

/* To choose other keys is no error; putting them away and fetching them again neither. */
static void
test_faces (gconstpointer layout)
{
  static const char *const targets[][2] = {
    { "system/pinyin", "pinyin" }, { "system/letters", "letters" }, { "system/digits", "number" },
    { "system/speak", "voice" },   { "system/handwriting", "handwriting" }, { "system/keyboard-away", "none" },
  };
  HihRunProfile profile = { 0 };
  g_autoptr (HihRun) run = NULL;
  Fixture fixture;

  set_up (&fixture, layout);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  run = hih_run_new (lesson, HIH_STAGE_FOLLOW, FALSE, fixture.phone, &profile);
  hih_run_start (run, 1);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      act (&fixture, HIH_GESTURE_TAP, targets[i][0]);
      g_assert_cmpstr (get_face (&fixture), ==, targets[i][1]);
      g_assert_cmpint (hih_run_get_support (run), ==, HIH_SUPPORT_POINTED);
      g_assert_true ((get_keyboard (&fixture) != NULL) == !g_str_equal (targets[i][1], "none"));
    }
  hih_run_stop (run);
  g_clear_object (&run);
  /* It belongs to the screen it was opened on. */
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  g_assert_cmpstr (get_face (&fixture), ==, "handwriting");
  act (&fixture, HIH_GESTURE_TAP, "system/back");
  g_assert_cmpstr (get_face (&fixture), ==, "none");
  tear_down (&fixture);
}

static void
test_pinyin (void)
{
  Fixture fixture;
  GtkWidget *keyboard;

  set_up (&fixture, HIH_LAYOUT_A);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  act (&fixture, HIH_GESTURE_TAP, "system/pinyin");
  keyboard = GTK_WIDGET (get_keyboard (&fixture));
  for (const char *letter = "woxiangchi"; *letter != '\0'; letter++)
    {
      const char text[] = { *letter, '\0' };

      click (hih_element_pad_find_key (keyboard, text));
    }
  g_assert_cmpstr (get_draft (&fixture), ==, "");
  click (hih_element_pad_find_key (keyboard, "back"));
  click (hih_element_pad_find_key (keyboard, "i"));
  click (hih_keyboard_strip_get_first (HIH_KEYBOARD_STRIP (hih_phone_keyboard_get_part (HIH_PHONE_KEYBOARD (keyboard), HIH_PART_STRIP))));
  g_assert_cmpstr (get_draft (&fixture), ==, "我想吃");
  click (hih_element_pad_find_key (keyboard, "back"));
  g_assert_cmpstr (get_draft (&fixture), ==, "我想");
  tear_down (&fixture);
}

/* Nobody listens: what the lesson asks for stands there after a moment. */
static void
test_voice (void)
{
  Fixture fixture;

  g_setenv ("HIH_AUDIO_SOURCE", "audiotestsrc is-live=true", TRUE);
  set_up (&fixture, HIH_LAYOUT_A);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  act (&fixture, HIH_GESTURE_TAP, "system/speak");
  hih_element_context_set_wanted (hih_phone_view_get_context (fixture.view), "chat/text", "我想吃鱼吧");
  click (hih_phone_keyboard_get_part (get_keyboard (&fixture), HIH_PART_HOLD));
  g_assert_cmpstr (get_draft (&fixture), ==, "");
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 1500);
  g_assert_cmpstr (get_draft (&fixture), ==, "我想吃鱼吧");
  click (hih_phone_keyboard_get_part (get_keyboard (&fixture), HIH_PART_DELETE));
  g_assert_cmpstr (get_draft (&fixture), ==, "我想吃鱼");
  tear_down (&fixture);
}

/* Without a microphone it says so calmly, and goes on all the same. */
static void
test_no_microphone (void)
{
  Fixture fixture;
  GtkWidget *words;

  g_setenv ("HIH_AUDIO_SOURCE", "filesrc location=/nowhere", TRUE);
  set_up (&fixture, HIH_LAYOUT_A);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  act (&fixture, HIH_GESTURE_TAP, "system/speak");
  hih_element_context_set_wanted (hih_phone_view_get_context (fixture.view), "chat/text", "我想吃鱼吧");
  click (hih_phone_keyboard_get_part (get_keyboard (&fixture), HIH_PART_HOLD));
  words = booth_find_class (GTK_WIDGET (get_keyboard (&fixture)), "voice-words");
  /* It is told of by the thread that opens the source. */
  for (int i = 0; i < 200 && g_str_equal (gtk_label_get_label (GTK_LABEL (words)), "Speak now, then let go."); i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (words)), ==,
                   "This computer has no microphone. Never mind, just say it.");
  hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 1500);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (words)), ==,
                   "Held and let go: just right. Without a microphone the lesson’s words are written.");
  g_assert_cmpstr (get_draft (&fixture), ==, "我想吃鱼吧");
  tear_down (&fixture);
}

/* The ring's amber, at the left of @widget and nowhere near where it is not. */
static gboolean
is_ringed (Fixture *fixture, GtkWidget *widget)
{
  cairo_surface_t *surface = booth_paint (&fixture->booth);
  const guint32 *pixels = (const guint32 *) (gconstpointer) cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface) / 4;
  graphene_rect_t box;
  gboolean found = FALSE;

  g_assert_true (gtk_widget_compute_bounds (widget, fixture->booth.row, &box));
  for (int beside = -10; beside < 8 && !found; beside++) /* the ring lies about its edge */
    found = (pixels[(int) (box.origin.y + box.size.height / 2) * stride + (int) box.origin.x + beside] & 0xffffff) == 0xf2b632;
  cairo_surface_destroy (surface);
  return found;
}

/* The line is open, and something is to be written in it. */
static HihPhoneKeyboard *
begin_to_write (Fixture *fixture, const char *wanted)
{
  set_up (fixture, HIH_LAYOUT_A);
  act (fixture, HIH_GESTURE_TAP, "chat/text");
  hih_element_context_set_wanted (hih_phone_view_get_context (fixture->view), "chat/text", wanted);
  hih_phone_view_point_at (fixture->view, "chat/text", NULL, NULL);
  return get_keyboard (fixture);
}

/* What is ringed while one writes is what the finger must touch next: the square, the right word above it, the key that
 * takes away; never the line, which nobody need touch now. */
static void
test_next_by_hand (void)
{
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();
  HihPhoneKeyboard *keyboard;
  GtkWidget *pad, *word;
  Fixture fixture;

  keyboard = begin_to_write (&fixture, "我想");
  pad = hih_phone_keyboard_get_part (keyboard, HIH_PART_PAD);
  g_assert_true (hih_phone_keyboard_find_next (keyboard) == pad);
  g_assert_true (is_ringed (&fixture, pad));
  /* As many strokes as it has, and nobody could read them: the pad says how to go on, until one goes on. */
  for (guint i = 0; i < 7; i++)
    {
      g_assert_false (hih_writing_pad_is_missed (HIH_WRITING_PAD (pad)));
      write_by_hand (pad, hih_centre_lines_find (lines, "一"));
    }
  g_assert_true (hih_writing_pad_is_missed (HIH_WRITING_PAD (pad)));
  g_assert_true (hih_phone_keyboard_find_next (keyboard) == pad);
  hih_writing_pad_clear (HIH_WRITING_PAD (pad));
  g_assert_false (hih_writing_pad_is_missed (HIH_WRITING_PAD (pad)));
  write_by_hand (pad, hih_centre_lines_find (lines, "我"));
  g_assert_false (hih_writing_pad_is_missed (HIH_WRITING_PAD (pad)));
  word = hih_phone_keyboard_find_next (keyboard);
  g_assert_true (gtk_widget_has_css_class (word, "candidate"));
  g_assert_false (is_ringed (&fixture, pad));
  click (word);
  g_assert_cmpstr (get_draft (&fixture), ==, "我");
  booth_settle (&fixture.booth);
  g_assert_true (is_ringed (&fixture, pad));
  tear_down (&fixture);
}

/* The other keys. */
static void
test_next (void)
{
  HihPhoneKeyboard *keyboard;
  GtkWidget *entry;
  Fixture fixture;

  keyboard = begin_to_write (&fixture, "我想");
  entry = hih_phone_keyboard_get_entry (keyboard);
  g_assert_false (is_ringed (&fixture, entry));
  hih_element_entry_type (entry, "我");
  act (&fixture, HIH_GESTURE_TAP, "system/digits");
  g_assert_true (hih_phone_keyboard_find_next (keyboard) == hih_phone_keyboard_get_part (keyboard, HIH_PART_KEYS));
  act (&fixture, HIH_GESTURE_TAP, "system/speak");
  g_assert_true (hih_phone_keyboard_find_next (keyboard) == hih_phone_keyboard_get_part (keyboard, HIH_PART_HOLD));
  act (&fixture, HIH_GESTURE_TAP, "system/pinyin");
  g_assert_true (hih_phone_keyboard_find_next (keyboard) == hih_phone_keyboard_get_part (keyboard, HIH_PART_KEYS));
  for (const char *letter = "xiang"; is_built_in ("HIH_TEST_PINYIN") && *letter != '\0'; letter++)
    {
      const char text[] = { *letter, '\0' };

      click (hih_element_pad_find_key (GTK_WIDGET (keyboard), text));
    }
  g_assert_cmpint (gtk_widget_has_css_class (hih_phone_keyboard_find_next (keyboard), "candidate"), ==, is_built_in ("HIH_TEST_PINYIN"));
  hih_element_entry_type (hih_phone_keyboard_get_entry (keyboard), "我好");
  g_assert_true (hih_phone_keyboard_find_next (keyboard) == hih_phone_keyboard_get_part (keyboard, HIH_PART_DELETE));
  tear_down (&fixture);
}

/* The digits of the keyboard are those of every keypad: the same keys, the same way to take one back. */
static void
test_digits (void)
{
  Fixture fixture;
  GtkWidget *keyboard;

  set_up (&fixture, HIH_LAYOUT_C);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  act (&fixture, HIH_GESTURE_TAP, "system/digits");
  keyboard = GTK_WIDGET (get_keyboard (&fixture));
  for (const char *digit = "3150"; *digit != '\0'; digit++)
    {
      const char text[] = { *digit, '\0' };
      GtkWidget *key = hih_element_pad_find_key (keyboard, text);

      g_assert_cmpint (gtk_widget_get_width (key), >=, 60);
      g_assert_cmpint (gtk_widget_get_height (key), >=, 60);
      click (key);
    }
  g_assert_cmpstr (get_draft (&fixture), ==, "3150");
  click (hih_element_pad_find_key (keyboard, HIH_ELEMENT_PAD_BACK));
  g_assert_cmpstr (get_draft (&fixture), ==, "315");
  tear_down (&fixture);
}

static void
done_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* The hand writes: the line fills character by character, and the brain hears nothing of it. */
static void
test_hand (void)
{
  Fixture fixture;
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TYPE, "chat/text", "我吃");
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();
  gboolean done = FALSE, saw_half = FALSE, saw_ink = FALSE;
  GtkWidget *entry, *pad;

  set_up (&fixture, HIH_LAYOUT_B);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  entry = hih_phone_keyboard_get_entry (get_keyboard (&fixture));
  pad = hih_phone_keyboard_get_part (get_keyboard (&fixture), HIH_PART_PAD);
  hih_phone_view_perform (fixture.view, gesture, done_cb, &done, NULL);
  for (guint i = 0; i < 400 && !done; i++)
    {
      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture.clock), 40);
      hih_phone_view_advance (fixture.view);
      saw_half |= g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), "我");
      saw_ink |= pad != NULL && hih_ink_get_n_strokes (hih_writing_pad_get_ink (HIH_WRITING_PAD (pad))) > 0;
      g_assert_cmpstr (get_draft (&fixture), ==, "");
    }
  g_assert_true (done);
  g_assert_true (saw_half);
  /* Where the build could not have the strokes the hand taps the choice. */
  g_assert_cmpint (saw_ink, ==, is_built_in ("HIH_TEST_ZINNIA") && hih_centre_lines_find (lines, "我") != NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "我吃");
  /* Sent away before the brain was told: the line says again what the brain says. */
  hih_phone_view_hide_hand (fixture.view);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
  tear_down (&fixture);
}

/* What a trainee would have to touch: every key that the hand had lit, one after the other. */
static char *
watch_keys (Fixture *fixture, const char *target, const char *text, GtkWidget *root)
{
  g_autoptr (HihGesture) gesture = hih_gesture_new (HIH_GESTURE_TYPE, target, text);
  g_autoptr (GString) seen = g_string_new (NULL);
  GtkWidget *last = NULL;
  gboolean done = FALSE;

  hih_phone_view_perform (fixture->view, gesture, done_cb, &done, NULL);
  for (guint i = 0; i < 600 && !done; i++)
    {
      GtkWidget *now = NULL;

      hih_virtual_clock_advance (HIH_VIRTUAL_CLOCK (fixture->clock), 40);
      hih_phone_view_advance (fixture->view);
      for (const char *letter = "abcdefghijklmnopqrstuvwxyz0123456789"; *letter != '\0' && !done; letter++)
        {
          const char one[] = { *letter, '\0' };
          GtkWidget *key = hih_element_pad_find_key (root, one);

          if (key != NULL && (gtk_widget_get_state_flags (key) & GTK_STATE_FLAG_ACTIVE) != 0)
            now = key;
        }
      if (now != NULL && now != last)
        g_string_append (seen, hih_element_pad_get_key_text (now));
      last = now;
    }
  g_assert_true (done);
  return g_string_free (g_steal_pointer (&seen), FALSE);
}

/* In pinyin it spells, then takes the word from the row above; nothing is written before that. */
static void
test_hand_spells (void)
{
  g_autofree char *seen = NULL;
  Fixture fixture;

  set_up (&fixture, HIH_LAYOUT_A);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  act (&fixture, HIH_GESTURE_TAP, "system/pinyin");
  seen = watch_keys (&fixture, "chat/text", "想", GTK_WIDGET (get_keyboard (&fixture)));
  g_assert_cmpstr (seen, ==, "xiang");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (hih_phone_keyboard_get_entry (get_keyboard (&fixture)))), ==, "想");
  g_assert_cmpstr (get_draft (&fixture), ==, "");
  tear_down (&fixture);
}

/* On digits it presses each of them, those that stand twice too. */
static void
test_hand_types_digits (void)
{
  g_autofree char *seen = NULL;
  Fixture fixture;

  set_up (&fixture, HIH_LAYOUT_A);
  act (&fixture, HIH_GESTURE_TAP, "chat/text");
  act (&fixture, HIH_GESTURE_TAP, "system/digits");
  seen = watch_keys (&fixture, "chat/text", "62551234", GTK_WIDGET (get_keyboard (&fixture)));
  g_assert_cmpstr (seen, ==, "62551234");
  tear_down (&fixture);
}

/* What is not built in has another test in its place. */
static void
add_ways_of_writing (void)
{
  static const List by_hand = { NULL, "Writing by hand is not set up on this computer. Please choose the characters:" };
  static const List in_pinyin = { "system/pinyin", "Pinyin is not set up on this computer. Please choose the characters:" };
  g_autoptr (HihCentreLines) lines = hih_centre_lines_new ();

  if (!is_built_in ("HIH_TEST_ZINNIA"))
    g_test_add_data_func ("/keyboard/list/by-hand", &by_hand, test_list);
  else if (hih_centre_lines_get_n (lines) > 0)
    {
      g_test_add_data_func ("/keyboard/handwriting/a", HIH_LAYOUT_A, test_handwriting);
      g_test_add_data_func ("/keyboard/handwriting/c", HIH_LAYOUT_C, test_handwriting);
      g_test_add_func ("/keyboard/next-by-hand", test_next_by_hand);
    }
  if (is_built_in ("HIH_TEST_PINYIN"))
    {
      g_test_add_func ("/keyboard/pinyin", test_pinyin);
      g_test_add_func ("/keyboard/hand-spells", test_hand_spells);
    }
  else
    g_test_add_data_func ("/keyboard/list/in-pinyin", &in_pinyin, test_list);
}

int
main (int argc, char **argv)
{
  g_autoptr (GPtrArray) issues = hih_issues_new ();
  g_autofree char *path = NULL;
  g_autofree char *apps_dir = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  adw_init ();
  path = g_build_filename (hih_paths_get_lessons_dir (), "device", "type-words.xml", NULL);
  apps_dir = g_build_filename (hih_paths_get_lessons_dir (), "apps", NULL);
  lesson = hih_lesson_load (path, apps_dir, issues);
  g_assert_nonnull (lesson);
  add_ways_of_writing ();
  g_test_add_data_func ("/keyboard/faces/a", HIH_LAYOUT_A, test_faces);
  g_test_add_data_func ("/keyboard/faces/b", HIH_LAYOUT_B, test_faces);
  g_test_add_data_func ("/keyboard/faces/c", HIH_LAYOUT_C, test_faces);
  g_test_add_func ("/keyboard/voice", test_voice);
  g_test_add_func ("/keyboard/no-microphone", test_no_microphone);
  g_test_add_func ("/keyboard/next", test_next);
  g_test_add_func ("/keyboard/digits", test_digits);
  g_test_add_func ("/keyboard/hand", test_hand);
  g_test_add_func ("/keyboard/hand-types-digits", test_hand_types_digits);
  result = g_test_run ();
  hih_lesson_unref (lesson);
  return result;
}
