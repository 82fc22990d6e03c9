/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The longest steps of every lesson on the real page, at every size and size of text, in the language of the first
 * argument: what is to be done, where, "hear it again" and the bottom bar are there without scrolling, and whole.
 */
#include "config.h"

#include "page-house.h"

#include "hih-feedback-words.h"
#include "hih-goal-card.h"
#include "hih-locale.h"
#include "hih-phone-view.h"
#include "hih-plan.h"
#include "hih-step-card.h"
#include "hih-step-kind.h"
#include "hih-words.h"

#define LESSON "video-call"
#define N_FRAMES 5 /* new words, the card's height, and the words' size, each a frame late; and some more */

#define USUAL_SIZE 32 /* px of what is to be done at 1024 x 600 */
#define NOTE "这是演练。2022到2023年，健康码陆续停用。医保码、乘车码，也是这么亮。"

typedef struct
{
  House *house;
  const char *size;
  int width;
  int percent;
  const char *id; /* of the lesson */
  guint n_looked;
  guint n_folded;
  guint n_notes;
  guint n_unfolded; /* of these: what had to be unfolded to be seen whole */
} Look;

typedef struct
{
  const HihStep *step;
  const char *say;
  const char *where;
  gboolean instead;
} Words;

static const char *language;

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  return ++*(guint *) user_data < N_FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
settle (Look *look)
{
  guint n = 0;

  gtk_widget_add_tick_callback (GTK_WIDGET (look->house->window), tick_cb, &n, NULL);
  while (n < N_FRAMES)
    g_main_context_iteration (NULL, TRUE);
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (type != HIH_TYPE_PHONE_VIEW || gtk_widget_get_mapped (widget)))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Whether it is there from top to bottom: in everything that cuts it off. */
static gboolean
is_whole (Look *look, GtkWidget *widget)
{
  graphene_rect_t box;

  for (GtkWidget *around = gtk_widget_get_parent (widget); around != NULL; around = gtk_widget_get_parent (around))
    {
      g_assert_true (gtk_widget_compute_bounds (widget, around, &box));
      if (!GTK_IS_WINDOW (around) && gtk_widget_get_overflow (around) != GTK_OVERFLOW_HIDDEN)
        continue;
      if (box.origin.y < -0.5 || box.origin.y + box.size.height > gtk_widget_get_height (around) + 0.5 ||
          box.origin.x < -0.5 || box.origin.x + box.size.width > gtk_widget_get_width (around) + 0.5)
        return FALSE;
    }
  if (GTK_IS_LABEL (widget))
    {
      int width, height;

      pango_layout_get_pixel_size (gtk_label_get_layout (GTK_LABEL (widget)), &width, &height);
      return height <= gtk_widget_get_height (widget) + 1 && width <= gtk_widget_get_width (widget) + 1;
    }
  return TRUE;
}

static GtkWidget *
find_frame (GtkWidget *window)
{
  GtkWidget *part = gtk_widget_get_first_child (find (window, HIH_TYPE_PHONE_VIEW));

  while (!gtk_widget_has_css_class (part, "frame"))
    part = gtk_widget_get_next_sibling (part);
  return part;
}

static void
look_for (Look *look, const char *const *names, const char *words)
{
  settle (look);
  look->n_looked++;
  for (guint i = 0; names[i] != NULL; i++)
    {
      GtkWidget *widget = house_find (look->house, names[i]);

      if (widget != NULL && is_whole (look, widget))
        continue;
      g_test_message ("%s, %s: “%s” is not to be seen whole: “%s”", look->size, look->id, names[i], words);
      g_test_fail ();
    }
}

static gboolean
is_shorter (const Words *one, const Words *other)
{
  return g_utf8_strlen (one->say, -1) <= g_utf8_strlen (other->say, -1) &&
         g_utf8_strlen (one->where, -1) <= g_utf8_strlen (other->where, -1) && one->instead <= other->instead;
}

/* Of a lesson's steps and the steps of its traps, all than which none is longer. */
static GArray *
get_longest (HihPlan *plan)
{
  GArray *longest = g_array_new (FALSE, FALSE, sizeof (Words));

  for (guint i = 0; i < hih_plan_get_n_items (plan); i++)
    {
      const HihStep *step = hih_plan_get_item (plan, i)->step;
      HihText *where = hih_step_get_where (step, "a");
      Words words = { step, hih_text_get (step->say, language), where != NULL ? hih_text_get (where, language) : "",
                      hih_step_is_movement (step) };
      gboolean is_long = TRUE;

      for (guint k = longest->len; k > 0 && is_long; k--)
        {
          if (is_shorter (&words, &g_array_index (longest, Words, k - 1)))
            is_long = FALSE;
          else if (is_shorter (&g_array_index (longest, Words, k - 1), &words))
            g_array_remove_index (longest, k - 1);
        }
      if (is_long)
        g_array_append_val (longest, words);
    }
  return longest;
}

/* Narrow, they stand over the phone as far as there is room; what had none is whole once they are unfolded. */
static void
look_for_narrow (Look *look, const char *what, const char *words)
{
  static const char *const always[] = { "again", "back", "help", "next", "fold", NULL };
  GtkWidget *said;
  graphene_rect_t phone;

  look_for (look, always, words);
  said = house_find (look->house, what);
  g_assert_true (gtk_widget_compute_bounds (find_frame (GTK_WIDGET (look->house->window)), GTK_WIDGET (look->house->window), &phone));
  if (phone.size.width < (look->percent == 100 ? 320 : 300))
    {
      g_test_message ("%s, %s: the phone is only %.0f px wide: “%s”", look->size, look->id, (double) phone.size.width, words);
      g_test_fail ();
    }
  look->n_folded++;
  if (said != NULL && is_whole (look, said))
    return;
  look->n_unfolded++;
  house_press (look->house, "fold");
  settle (look);
  said = house_find (look->house, what);
  if (said == NULL || !is_whole (look, said))
    {
      g_test_message ("%s, %s: unfolded, it is not to be seen whole: “%s”", look->size, look->id, words);
      g_test_fail ();
    }
  house_press (look->house, "fold");
  settle (look);
}

/* Whatever was said last is in the strip: a hint that is not seen is none, where nothing is heard. */
static void
look_for_note (Look *look, const char *words)
{
  GtkWidget *note, *label;

  settle (look);
  note = house_find (look->house, "note");
  label = note != NULL ? gtk_widget_get_last_child (note) : NULL;
  look->n_notes++;
  if (label != NULL && gtk_widget_get_child_visible (note) && is_whole (look, note) && is_whole (look, label))
    return;
  g_test_message ("%s, %s: the note is not to be seen whole: “%s”", look->size, look->id, words);
  g_test_fail ();
}

/* Narrow, with words of the usual size: what is to be done in three lines leaves the count its own. */
static void
look_for_count (Look *look, const char *words)
{
  GtkWidget *instruction, *count;

  settle (look);
  instruction = house_find (look->house, "instruction");
  count = house_find (look->house, "count");
  g_assert_nonnull (instruction);
  if (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (instruction))) > 3 ||
      (count != NULL && gtk_widget_get_child_visible (gtk_widget_get_parent (count)) && is_whole (look, count)))
    return;
  g_test_message ("%s, %s: which step it is is not to be seen (%d lines of %.0f px, %d px high): “%s”", look->size, look->id,
                  pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (instruction))),
                  hih_words_get_size_px (instruction) * hih_words_get_scale (instruction), gtk_widget_get_height (instruction), words);
  g_test_fail ();
}

static const char *
get_longest_where (GArray *longest)
{
  const char *where = "";

  for (guint i = 0; i < longest->len; i++)
    {
      if (g_utf8_strlen (g_array_index (longest, Words, i).where, -1) > g_utf8_strlen (where, -1))
        where = g_array_index (longest, Words, i).where;
    }
  return where;
}

/* What help and a tap somewhere else bring: the longest of each, and both at once. */
static GPtrArray *
list_notes (HihLesson *lesson)
{
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_FOLLOW, TRUE);
  g_autoptr (GArray) longest = get_longest (plan);
  const HihFeedback wandered = { .kind = HIH_FEEDBACK_WANDERED };
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  char *hint = hih_support_dup_words (HIH_SUPPORT_NAMED, HIH_SIGHT_HERE, get_longest_where (longest));
  char *answer = hih_feedback_dup_words (&wandered, language);

  g_ptr_array_add (notes, hint);
  g_ptr_array_add (notes, answer);
  g_ptr_array_add (notes, g_strdup_printf ("%s\n%s", answer, hint));
  return notes;
}

/* Large words are large first of all in what is to be done, even beside a note that stays. */
static void
look_at_size (Look *look, const char *words)
{
  GtkWidget *label = house_find (look->house, "instruction");
  double size;

  settle (look);
  g_assert_nonnull (label);
  size = hih_words_get_size_px (label) * hih_words_get_scale (label);
  if (size < 1.3 * USUAL_SIZE)
    {
      g_test_message ("%s, %s: the letters are only %.0f px: “%s”", look->size, look->id, size, words);
      g_test_fail ();
    }
}

static void
look_at_steps (Look *look, HihStepCard *card, HihLesson *lesson)
{
  static const char *names[] = { "instruction", "where", "again", "back", "repeat", "help", "next", NULL };
  g_autoptr (HihPlan) plan = hih_plan_new (lesson, HIH_STAGE_FOLLOW, TRUE);
  g_autoptr (GArray) longest = get_longest (plan);
  gboolean is_chinese = g_str_has_prefix (language, "zh");

  for (guint i = 0; i < longest->len; i++)
    {
      const Words *words = &g_array_index (longest, Words, i);

      hih_step_card_set_step (card, 10, 12, words->say);
      hih_step_card_set_where (card, *words->where != '\0' ? words->where : ".");
      hih_step_card_set_can_show (card, words->step->kind->dup_gesture != NULL);
      hih_step_card_set_instead (card, words->instead);
      hih_step_card_set_note (card, HIH_NOTE_CALM, NULL);
      if (look->width < 700 && look->percent == 100)
        look_for_count (look, words->say);
      /* In the strip the note of a drill must leave it its place. */
      if (look->width < 700)
        hih_step_card_set_note (card, HIH_NOTE_STATUS, NOTE);
      if (look->width < 700)
        look_for_narrow (look, "instruction", words->say);
      else
        look_for (look, names, words->say);
      if (look->width == 1024 && look->percent == 200 && g_utf8_strlen (words->say, -1) <= (is_chinese ? 20 : 40))
        {
          hih_step_card_set_note (card, HIH_NOTE_STATUS, NOTE);
          look_at_size (look, words->say);
        }
    }
}

/* Why the step before it matters stands over each step: it is not only heard. */
static void
look_at_whys (Look *look, HihStepCard *card, HihLesson *lesson)
{
  for (guint i = 1; i < hih_lesson_get_n_steps (lesson); i++)
    {
      const HihStep *step = hih_lesson_get_step (lesson, i);
      HihText *where = hih_step_get_where (step, "a");
      const HihFeedback met = { .kind = HIH_FEEDBACK_STEP_MET, .text = hih_lesson_get_step (lesson, i - 1)->why };
      g_autofree char *why = hih_feedback_dup_words (&met, language);

      hih_step_card_set_step (card, 10, 12, hih_text_get (step->say, language));
      hih_step_card_set_where (card, where != NULL ? hih_text_get (where, language) : NULL);
      hih_step_card_set_can_show (card, step->kind->dup_gesture != NULL);
      hih_step_card_set_instead (card, hih_step_is_movement (step));
      hih_step_card_set_note (card, HIH_NOTE_DONE, why);
      look_for_note (look, why);
    }
}

static void
for_each_lesson (Look *look, void (*each) (Look *look, gpointer card, HihLesson *lesson), gpointer card)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (look->house->context);
  guint n = 0;

  for (HihLesson *lesson = hih_catalogue_get_first (catalogue); lesson != NULL;
       lesson = hih_catalogue_get_next (catalogue, look->id), n++)
    {
      look->id = hih_lesson_get_id (lesson);
      each (look, card, lesson);
    }
  g_assert_cmpuint (n, >=, 14);
}

static void
each_steps (Look *look, gpointer card, HihLesson *lesson)
{
  g_autoptr (GPtrArray) notes = list_notes (lesson);

  look_at_steps (look, card, lesson);
  if (look->width == 1024 && look->percent == 100)
    look_at_whys (look, card, lesson);
  for (guint i = 0; i < notes->len && look->width < 700; i++)
    {
      hih_step_card_set_note (card, HIH_NOTE_INFO, notes->pdata[i]);
      look_for_note (look, notes->pdata[i]);
    }
}

static void
each_goal (Look *look, gpointer card, HihLesson *lesson)
{
  static const char *names[] = { "goal", "again", "back", "repeat", "help", "next", NULL };

  g_autoptr (GPtrArray) notes = list_notes (lesson);

  hih_goal_card_set_goal (card, lesson, language);
  if (look->width < 700)
    {
      look_for_narrow (look, "goal", hih_text_get (hih_lesson_get_goal_say (lesson), language));
      for (guint i = 0; i < notes->len; i++)
        {
          hih_goal_card_set_note (card, HIH_NOTE_INFO, notes->pdata[i]);
          look_for_note (look, notes->pdata[i]);
        }
    }
  else
    look_for (look, names, hih_text_get (hih_lesson_get_goal_say (lesson), language));
}

static void
test_steps (gconstpointer data)
{
  Look look = { .size = data };
  /* It stands: no hint comes of itself while the longest words are looked at. */
  g_autoptr (HihClock) clock = hih_virtual_clock_new_for_pictures ();
  GtkWidget *window;
  int height;

  g_assert_cmpint (sscanf (data, "%dx%d/%d", &look.width, &height, &look.percent), ==, 3);
  look.house = house_new_on (clock, look.width, height, look.percent, "light", NULL);
  window = GTK_WIDGET (look.house->window);
  hih_window_begin (look.house->window, look.house->context, HIH_PLACE_WHO);
  house_sit_down (look.house);
  house_go (look.house, HIH_PLACE_LESSON, LESSON);
  house_wait (look.house, "play");
  house_settle (look.house); /* the page has its shape: GTK warns of labels that are first seen while styles change */
  house_press (look.house, "stage-follow");
  house_wait (look.house, look.width < 700 ? "fold" : "show-me");
  house_settle (look.house);
  for_each_lesson (&look, each_steps, find (window, HIH_TYPE_STEP_CARD));
  g_test_message ("%u of %u steps have to be unfolded", look.n_unfolded, look.n_folded);
  g_assert_cmpuint (look.n_unfolded * 4, <=, look.n_folded);
  if (look.width < 700)
    house_press (look.house, "fold");
  house_wait (look.house, "stage-alone");
  house_press (look.house, "stage-alone");
  house_wait (look.house, "goal");
  house_settle (look.house);
  if (look.width < 700)
    house_press (look.house, "fold");
  house_settle (look.house);
  /* The first press of help must not seem to do nothing. */
  if (look.width < 700)
    {
      house_press (look.house, "help");
      look_for_note (&look, "help");
    }
  for_each_lesson (&look, each_goal, find (window, HIH_TYPE_GOAL_CARD));
  g_assert_cmpuint (look.n_notes, >=, look.width < 700 ? 14 * 6 + 1 : look.width == 1024 && look.percent == 100 ? 14 * 4 : 0);
  g_assert_cmpint (gtk_widget_get_width (window), ==, look.width);
  g_assert_cmpint (gtk_widget_get_height (window), ==, height);
  g_assert_cmpuint (look.n_looked, >, 40);
  house_free (look.house);
}

/* @foot: where the bottom bar begins. Returns how many answers there are. */
static guint
look_for_answers (GtkWidget *widget, GtkWidget *window, float foot)
{
  guint n = 0;

  if (g_strcmp0 (gtk_widget_get_name (widget), "real-phone") == 0)
    {
      graphene_rect_t box;

      g_assert_true (gtk_widget_compute_bounds (widget, window, &box));
      g_assert_cmpfloat (box.origin.y + box.size.height, <=, foot);
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += look_for_answers (child, window, foot);
  return n;
}

/* Whether @widget stands in sight, above where the bottom bar begins. */
static gboolean
stands_above (GtkWidget *widget, GtkWidget *window, float foot)
{
  graphene_rect_t box;

  g_assert_true (gtk_widget_compute_bounds (widget, window, &box));
  return box.origin.y + box.size.height <= foot;
}

/* Done: whether it was tried on one's own phone can be answered without scrolling, and it is seen that there is a way
 * without a phone. */
static void
test_answers (gconstpointer data)
{
  int width, height, percent;
  House *house;
  GtkWidget *offline;
  graphene_rect_t bar;

  g_assert_cmpint (sscanf (data, "%dx%d/%d", &width, &height, &percent), ==, 3);
  house = house_new (width, height, percent, "light");
  hih_window_begin (house->window, house->context, HIH_PLACE_WHO);
  house_sit_down (house);
  house_go (house, HIH_PLACE_DONE, LESSON);
  house_wait (house, "print");
  house_settle (house);
  g_assert_true (gtk_widget_compute_bounds (house_wait (house, "print"), GTK_WIDGET (house->window), &bar));
  g_assert_cmpuint (look_for_answers (GTK_WIDGET (house->window), GTK_WIDGET (house->window), bar.origin.y), ==, 3);
  offline = house_find (house, "offline");
  g_assert_nonnull (offline);
  g_assert_true (stands_above (gtk_widget_get_first_child (offline), GTK_WIDGET (house->window), bar.origin.y));
  house_free (house);
}

int
main (int argc, char **argv)
{
  static const char *sizes[] = { "360x740/100",  "360x740/150",  "360x740/200",  "1024x600/100",
                                 "1024x600/150", "1024x600/200", "1280x800/200", "1920x1080/200" };

  g_setenv ("GTK_A11Y", "test", TRUE);
  language = argc > 1 ? argv[1] : "zh_CN";
  hih_locale_init (language);
  gtk_disable_setlocale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strconcat ("/ui/steps/", sizes[i], NULL);

      g_test_add_data_func (path, sizes[i], test_steps);
    }
  g_test_add_data_func ("/ui/answers/100/1024x600", "1024x600/100", test_answers);
  /* English answers need two lines then, and the bar says that there is more below. */
  if (g_str_has_prefix (language, "zh"))
    g_test_add_data_func ("/ui/answers/200/1024x600", "1024x600/200", test_answers);
  g_test_add_data_func ("/ui/answers/100/1280x800", "1280x800/100", test_answers);
  return g_test_run ();
}
