/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The overview strip before the film: the phone as it stands before some of the steps. The phones are built one after
 * another when there is time: five at once would hold the window up. Where there is no room for all of them whole, as
 * many are shown as there is room for, the first and the last among them. The number stands beside the words, above them
 * where only so they have room; where words would leave room for fewer than three, the phones stand there without: they
 * show what comes, the card says it. Where not even one has room, the words
 * stand there as a list. Words break only where they pause.
 */
#include "config.h"

#include "hih-overview.h"

#include "hih-control.h"
#include "hih-fit.h"
#include "hih-performer.h"
#include "hih-phone-view.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MAX_PICTURES 5
#define GOOD_PICTURES 3 /* enough to see what comes */
#define GAP 8
#define NO_ROOM 100000
#define WORDS_GAP 8
#define NUMBER_GAP 10
#define UNDER_GAP 4
#define LEAST_PHONE_HEIGHT 166 /* smaller it cannot be drawn */
#define GOOD_PHONE_HEIGHT 230 /* fewer phones are better than smaller ones */
#define LEAST_PHONE_WIDTH 80
#define LEAST_PHONE_PERCENT 45 /* of the height: words that would take more are left out, the card has them too */
#define LEAST_COLUMN_EM 5 /* of the small words: number and two or three characters */

typedef enum
{
  WHOLE_WORDS,
  WORDS_UNDER, /* the number: whole as well */
  BROKEN_WORDS,
  PHONES_ONLY,
} Manner;

struct _HihOverview
{
  GtkWidget parent_instance;

  HihLesson *lesson;
  char *language;
  GtkWidget *numbers[MAX_PICTURES];
  GtkWidget *words[MAX_PICTURES];
  GtkWidget *places[MAX_PICTURES]; /* where each picture comes */
  GtkWidget *play;
  guint steps[MAX_PICTURES];
  guint n_places;
  guint next;
  guint source;
  HihClock *clock; /* stands still */
};

enum
{
  PLAY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihOverview, hih_overview, GTK_TYPE_WIDGET)

static void
play_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[PLAY], 0);
}

static void
put_phone (HihOverview *self, guint i)
{
  g_autoptr (HihPlan) plan = hih_plan_new (self->lesson, HIH_STAGE_WATCH, FALSE);
  const char *layout = hih_lesson_get_layouts (self->lesson)[0];
  g_autoptr (HihPhoneState) state = hih_performer_state_at (plan, self->steps[i], layout, NULL);
  const HihStep *step = hih_lesson_get_step (self->lesson, self->steps[i]);
  g_autoptr (HihPhone) phone = NULL;
  GtkWidget *view;

  if (state == NULL)
    return;
  phone = hih_phone_new (hih_lesson_get_apps (self->lesson), layout, self->clock);
  hih_phone_set_state (phone, state);
  view = hih_phone_view_new ();
  hih_phone_view_set_language (HIH_PHONE_VIEW (view), self->language);
  hih_phone_view_set_phone (HIH_PHONE_VIEW (view), phone);
  hih_phone_view_set_interactive (HIH_PHONE_VIEW (view), FALSE);
  if (step->target != NULL)
    hih_phone_view_point_at (HIH_PHONE_VIEW (view), step->target, NULL, NULL);
  hih_phone_view_finish_transitions (HIH_PHONE_VIEW (view));
  gtk_widget_add_css_class (view, "tiny");
  gtk_widget_add_css_class (view, HIH_FIT_KEEPS_SIZE); /* a phone is scaled as a whole */
  gtk_widget_set_can_focus (view, FALSE);
  gtk_widget_set_can_target (view, FALSE);
  gtk_widget_set_hexpand (view, TRUE);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (self->places[i]), view);
}

static gboolean
next_cb (gpointer user_data)
{
  HihOverview *self = user_data;
  guint i = self->next++;

  if (i >= self->n_places)
    {
      self->source = 0;
      return G_SOURCE_REMOVE;
    }
  put_phone (self, i);
  return G_SOURCE_CONTINUE;
}

static int
column_width (HihOverview *self, int width, guint n)
{
  return n > 1 ? (width - (int) (n - 1) * GAP) / (int) n : width;
}

/* Which place is the @i-th of @n that are shown. */
static guint
index_of (HihOverview *self, guint i, guint n)
{
  return n > 1 ? i * (self->n_places - 1) / (n - 1) : 0;
}

static int
least_width (GtkWidget *child)
{
  int min;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  return min;
}

static int
height_at (GtkWidget *child, int width)
{
  int height;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least_width (child)), NULL, &height, NULL, NULL);
  return height;
}

/* Where the words of place @i stand in a column, under or beside their number; their height is not reckoned. Under it, half
 * a number's width is left to the next column's words, or two would read as one line. */
static GtkAllocation
find_room (HihOverview *self, guint i, int column, Manner manner)
{
  gboolean under = manner == WORDS_UNDER;
  int number = least_width (self->numbers[i]);
  GtkAllocation place = { under ? 0 : number + NUMBER_GAP, 0, 0, 0 };

  place.y = under ? height_at (self->numbers[i], number) + UNDER_GAP : 0;
  place.width = column - place.x - (under ? number / 2 : 0);
  return place;
}

static GtkAllocation
place_words (HihOverview *self, guint i, int column, Manner manner)
{
  GtkAllocation place = find_room (self, i, column, manner);

  place.height = height_at (self->words[i], place.width);
  return place;
}

/* Number and words. */
static int
height_of_text (HihOverview *self, guint i, int column, Manner manner)
{
  GtkAllocation words = place_words (self, i, column, manner);

  return MAX (words.y + words.height, height_at (self->numbers[i], -1));
}

static int
height_of_words (HihOverview *self, int column, guint n, Manner manner)
{
  int highest = 0;

  for (guint i = 0; i < n; i++)
    highest = MAX (highest, height_of_text (self, index_of (self, i, n), column, manner));
  return highest;
}

static gboolean
words_fit (HihOverview *self, int column, guint n, Manner manner)
{
  for (guint i = 0; i < n; i++)
    {
      guint shown = index_of (self, i, n);
      GtkWidget *words = self->words[shown];
      int number = least_width (self->numbers[shown]);
      int room = find_room (self, shown, column, manner).width;

      if (room < least_width (words) || (manner != WORDS_UNDER && column < number * LEAST_COLUMN_EM / 2) ||
          (manner != BROKEN_WORDS && room < hih_words_measure_longest (GTK_LABEL (words))))
        return FALSE;
    }
  return TRUE;
}

/* Whether @n whole phones fit, with their words above them or, as a last resort, without. */
static gboolean
fits (HihOverview *self, int width, int room, guint n, int least, Manner manner)
{
  int column = column_width (self, width, n);

  if (column < LEAST_PHONE_WIDTH || (manner != PHONES_ONLY && !words_fit (self, column, n, manner)))
    return FALSE;
  if (manner == PHONES_ONLY)
    return room >= least;
  return room - height_of_words (self, column, n, manner) - WORDS_GAP >= MAX (least, room * LEAST_PHONE_PERCENT / 100);
}

/* As many as fit, 0: not even one. */
static guint
choose (HihOverview *self, int width, int room, int least, Manner manner)
{
  guint n = self->n_places;

  while (n > 0 && !fits (self, width, room, n, least, manner))
    n--;
  return n;
}

/* How many phones are shown, and how their words stand. */
static guint
choose_manner (HihOverview *self, int width, int room, Manner *manner)
{
  static const struct
  {
    Manner manner;
    int least;
  } ways[] = { { WHOLE_WORDS, GOOD_PHONE_HEIGHT }, { WORDS_UNDER, GOOD_PHONE_HEIGHT }, { WHOLE_WORDS, LEAST_PHONE_HEIGHT },
               { WORDS_UNDER, LEAST_PHONE_HEIGHT }, { BROKEN_WORDS, LEAST_PHONE_HEIGHT } };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint n = choose (self, width, room, ways[i].least, ways[i].manner);

      *manner = ways[i].manner;
      if (n >= MIN (GOOD_PICTURES, self->n_places))
        return n;
    }
  *manner = PHONES_ONLY;
  return MAX (1, choose (self, width, room, LEAST_PHONE_HEIGHT, PHONES_ONLY));
}

static void
put (GtkWidget *child, int x, int y, int width, int height)
{
  GtkAllocation place = { x, y, MAX (1, width), MAX (1, height) };
  int min;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &min, NULL, NULL, NULL);
  place.width = MAX (place.width, min);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, place.width, &min, NULL, NULL, NULL);
  place.height = MAX (place.height, min);
  gtk_widget_size_allocate (child, &place, -1);
}

/* The number and the words of place @i, in a column from @x and @y on. */
static void
put_text (HihOverview *self, guint i, int x, int y, int column, Manner manner)
{
  GtkAllocation words = place_words (self, i, column, manner);
  int number = least_width (self->numbers[i]);

  gtk_widget_set_child_visible (self->numbers[i], TRUE);
  gtk_widget_set_child_visible (self->words[i], TRUE);
  put (self->numbers[i], x, y, number, height_at (self->numbers[i], number));
  put (self->words[i], x + words.x, y + words.y, words.width, words.height);
}

/* The words below one another, as many as stand there whole. */
static void
put_list (HihOverview *self, int width, int room)
{
  int y = 0;

  for (guint i = 0; i < self->n_places; i++)
    {
      int height = height_of_text (self, i, width, BROKEN_WORDS);

      if (!words_fit (self, width, 1, BROKEN_WORDS) || y + height > room)
        return;
      put_text (self, i, 0, y, width, BROKEN_WORDS);
      y += height + WORDS_GAP;
    }
}

static void
hih_overview_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihOverview *self = HIH_OVERVIEW (widget);
  guint n;
  int play, room, words, column;
  Manner manner = PHONES_ONLY;

  gtk_widget_measure (self->play, GTK_ORIENTATION_VERTICAL, width, &play, NULL, NULL, NULL);
  room = height - play - GAP;
  n = choose_manner (self, width, room, &manner);
  column = column_width (self, width, n);
  words = manner != PHONES_ONLY ? height_of_words (self, column, n, manner) + WORDS_GAP : 0;
  for (guint i = 0; i < self->n_places; i++)
    {
      gtk_widget_set_child_visible (self->numbers[i], FALSE);
      gtk_widget_set_child_visible (self->words[i], FALSE);
      gtk_widget_set_child_visible (self->places[i], FALSE);
    }
  if (room - words < LEAST_PHONE_HEIGHT)
    put_list (self, width, room);
  for (guint i = 0; i < n && room - words >= LEAST_PHONE_HEIGHT; i++)
    {
      guint shown = index_of (self, i, n);
      int x = (int) i * (column + GAP);

      if (manner != PHONES_ONLY)
        put_text (self, shown, x, 0, column, manner);
      gtk_widget_set_child_visible (self->places[shown], TRUE);
      put (self->places[shown], x, words, column, room - words);
    }
  put (self->play, 0, height - play, width, play);
}

/**
 * hih_overview_get_need:
 * @width: px that it has
 * @overview: a #HihOverview
 *
 * Returns: px; more than there ever are when the words cannot stand whole over their pictures
 */
int
hih_overview_get_need (int width, gpointer overview)
{
  HihOverview *self = HIH_OVERVIEW (overview);
  guint n = MIN (GOOD_PICTURES, self->n_places);
  Manner manner = WHOLE_WORDS;
  int least = LEAST_PHONE_HEIGHT;
  int outer, inner, column, play, padding;

  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &outer, NULL, NULL, NULL);
  gtk_widget_measure (self->play, GTK_ORIENTATION_HORIZONTAL, -1, &inner, NULL, NULL, NULL);
  padding = outer - inner;
  column = column_width (self, width - padding, n);
  if (!words_fit (self, column, n, manner))
    {
      /* They take more of the height: rather smaller words than smaller phones. */
      manner = WORDS_UNDER;
      least = GOOD_PHONE_HEIGHT;
    }
  if (!words_fit (self, column, n, manner))
    return NO_ROOM;
  gtk_widget_measure (self->play, GTK_ORIENTATION_VERTICAL, width - padding, &play, NULL, NULL, NULL);
  return padding + play + GAP + WORDS_GAP + height_of_words (self, column, n, manner) + least;
}

static GtkSizeRequestMode
hih_overview_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

/* Only the button is a must; the rest takes what room there is. */
static void
hih_overview_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                      int *minimum_baseline, int *natural_baseline)
{
  HihOverview *self = HIH_OVERVIEW (widget);

  for (guint i = 0; i < self->n_places; i++)
    {
      gtk_widget_measure (self->numbers[i], orientation, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (self->words[i], orientation, -1, NULL, NULL, NULL, NULL);
      gtk_widget_measure (self->places[i], orientation, -1, NULL, NULL, NULL, NULL);
    }
  gtk_widget_measure (self->play, orientation, -1, minimum, natural, NULL, NULL);
}

static void
hih_overview_dispose (GObject *object)
{
  HihOverview *self = HIH_OVERVIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  for (guint i = 0; i < self->n_places; i++)
    {
      g_clear_pointer (&self->numbers[i], gtk_widget_unparent);
      g_clear_pointer (&self->words[i], gtk_widget_unparent);
      g_clear_pointer (&self->places[i], gtk_widget_unparent);
    }
  g_clear_pointer (&self->play, gtk_widget_unparent);
  g_clear_pointer (&self->lesson, hih_lesson_unref);
  g_clear_pointer (&self->language, g_free);
  g_clear_object (&self->clock);
  G_OBJECT_CLASS (hih_overview_parent_class)->dispose (object);
}

static void
hih_overview_class_init (HihOverviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_overview_dispose;
  signals[PLAY] = g_signal_new ("play", HIH_TYPE_OVERVIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  widget_class->get_request_mode = hih_overview_get_request_mode;
  widget_class->measure = hih_overview_measure;
  widget_class->size_allocate = hih_overview_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_overview_init (HihOverview *self)
{
  self->clock = hih_virtual_clock_new_for_pictures ();
}

static void
add_place (HihOverview *self, guint i)
{
  const HihStep *step = hih_lesson_get_step (self->lesson, self->steps[i]);
  HihText *title = step->title != NULL ? step->title : step->say;
  g_autofree char *number = g_strdup_printf ("%u", self->steps[i] + 1);

  self->numbers[i] = hih_disc_new (gtk_label_new (number), "overview-number");
  self->words[i] = hih_words_new (hih_text_get (title, self->language), "overview-words");
  gtk_widget_set_valign (self->numbers[i], GTK_ALIGN_START);
  gtk_widget_set_valign (self->words[i], GTK_ALIGN_START);
  hih_words_keep_pauses (GTK_LABEL (self->words[i]));
  /* A picture: no screen reader comes to what is in it. The state would not do, GTK 4.18 takes it away when this is mapped. */
  self->places[i] = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_NONE, "orientation",
                                  GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_name (self->places[i], "strip");
  gtk_widget_set_parent (self->numbers[i], GTK_WIDGET (self));
  gtk_widget_set_parent (self->words[i], GTK_WIDGET (self));
  gtk_widget_set_parent (self->places[i], GTK_WIDGET (self));
}

/**
 * hih_overview_new:
 * @first: the step that watching begins with
 *
 * Returns: (transfer floating): the strip
 */
GtkWidget *
hih_overview_new (HihLesson *lesson, const char *language, guint first)
{
  HihOverview *self = g_object_new (HIH_TYPE_OVERVIEW, NULL);
  guint n = hih_lesson_get_n_steps (lesson);
  g_autofree char *words = first > 0 ? g_strdup_printf (_("Go on watching, from step %u"), first + 1)
                                     : g_strdup (_("Begin to watch"));

  self->lesson = hih_lesson_ref (lesson);
  self->language = g_strdup (language);
  self->n_places = MIN (n, n <= 3 ? n : 4);
  gtk_widget_add_css_class (GTK_WIDGET (self), "overview");
  for (guint i = 0; i < self->n_places; i++)
    {
      self->steps[i] = self->n_places > 1 ? i * (n - 1) / (self->n_places - 1) : 0;
      add_place (self, i);
    }
  self->play = hih_control_new ("play", words, "primary bar play " HIH_FIT_KEEPS_SIZE);
  gtk_widget_set_name (self->play, "play");
  g_signal_connect (self->play, "clicked", G_CALLBACK (play_cb), self);
  gtk_widget_set_parent (self->play, GTK_WIDGET (self));
  self->source = g_idle_add (next_cb, self);
  return GTK_WIDGET (self);
}
