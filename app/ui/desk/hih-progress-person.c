/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One person's page. A lesson's details are asked for when it is chosen; the answers come one by one into their places. */
#include "config.h"

#include "hih-progress-person.h"

#include <glib/gi18n.h>

#include "hih-cell-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-fading.h"
#include "hih-icon.h"
#include "hih-scroller.h"
#include "hih-split.h"
#include "hih-stuck-cards.h"
#include "hih-then-now.h"
#include "hih-tiles.h"
#include "hih-words.h"

struct _HihProgressPerson
{
  AdwBin parent_instance;

  HihPage *page; /* borrowed: it owns this */
  HihBoard *board;
  guint person;
  guint lesson;            /* shown below; G_MAXUINT: none */
  GtkWidget **tiles;       /* a button a lesson; NULL for one that is no longer there */
  GtkWidget *detail;       /* (nullable): gone when disposed */
  GtkWidget *facts;        /* of the lesson shown */
  GtkWidget *then_now;
  GtkWidget *history;
  GCancellable *cancellable; /* of the lesson shown */
};

G_DEFINE_FINAL_TYPE (HihProgressPerson, hih_progress_person, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *
language_of (HihProgressPerson *self)
{
  return hih_context_get_language (hih_page_get_context (self->page));
}

static HihLesson *
get_lesson (HihProgressPerson *self, guint lesson)
{
  return hih_catalogue_find (hih_context_get_catalogue (hih_page_get_context (self->page)), self->board->lessons[lesson]);
}

static const HihBoardPerson *
get_person (HihProgressPerson *self)
{
  return &self->board->people[self->person];
}

static const HihStuck *
find_stuck (HihProgressPerson *self, guint lesson)
{
  for (guint i = 0; i < self->board->n_stuck; i++)
    {
      if (self->board->stuck[i].person == self->person && self->board->stuck[i].lesson == lesson)
        return &self->board->stuck[i];
    }
  return NULL;
}

static void
add_fact (HihProgressPerson *self, const char *icon, const char *words)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (line), hih_icon_new (icon, 20));
  gtk_box_append (GTK_BOX (line), hih_words_new (words, NULL));
  gtk_box_append (GTK_BOX (self->facts), line);
}

static char *
dup_day (gint64 at_ms)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_local (at_ms / 1000);

  /* translators: a day, as strftime() writes it */
  return g_date_time_format (day, _("%d %b %Y"));
}

static const char *
get_real_phone_words (HihRealPhone tick)
{
  switch (tick)
    {
    case HIH_REAL_PHONE_NOT_YET:
      return _("On the real phone: not yet");
    case HIH_REAL_PHONE_WITH_HELP:
      return _("On the real phone: with help");
    case HIH_REAL_PHONE_ALONE:
      return _("On the real phone: alone");
    case HIH_REAL_PHONE_UNKNOWN:
    default:
      return _("On the real phone: nobody has looked yet");
    }
}

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihProgressPerson) self = user_data;
  g_autoptr (GError) error = NULL;
  HihThenAndNow numbers;

  if (!hih_records_compare_run_finish (HIH_RECORDS (source), result, &numbers, &error) || self->detail == NULL)
    return;
  hih_then_now_set (self->then_now, &numbers,
                    hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (self->page))));
  gtk_widget_set_visible (self->then_now, TRUE);
}

static void
progress_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihProgressPerson) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = hih_records_list_progress_finish (HIH_RECORDS (source), result, &error);
  const HihLessonProgress *progress = NULL;
  g_autofree char *runs = NULL;

  if (list == NULL || self->detail == NULL)
    {
      hih_error_log (error);
      return;
    }
  for (guint i = 0; i < list->len; i++)
    {
      if (g_str_equal (((const HihLessonProgress *) list->pdata[i])->lesson, self->board->lessons[self->lesson]))
        progress = list->pdata[i];
    }
  if (progress != NULL && progress->able_at_ms > 0)
    {
      g_autofree char *day = dup_day (progress->able_at_ms);
      /* translators: a day */
      g_autofree char *words = g_strdup_printf (_("Alone for the first time: %s"), day);

      add_fact (self, "star", words);
    }
  runs = progress != NULL ? g_strdup_printf (ngettext ("Practised %u time", "Practised %u times", progress->n_runs), progress->n_runs)
                          : g_strdup (_("Not practised yet"));
  add_fact (self, "play", runs);
  add_fact (self, "phone", get_real_phone_words (progress != NULL ? progress->real_phone : HIH_REAL_PHONE_UNKNOWN));
  if (get_person (self)->cells[self->lesson] == HIH_CELL_RECHECK)
    add_fact (self, "repeat", _("A re-check is due today"));
  if (progress != NULL && !hih_id_is_nil (&progress->last_run))
    hih_records_compare_run_async (HIH_RECORDS (source), &get_person (self)->trainee->id, &progress->last_run,
                                   self->cancellable, compared_cb, g_object_ref (self));
}

/* What was tapped instead, at one step. */
typedef struct
{
  guint step;
  const char *target;
  guint times;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *x = a, *y = b;

  if (x->times != y->times)
    return x->times < y->times ? 1 : -1;
  return x->step != y->step ? (x->step > y->step ? 1 : -1) : g_strcmp0 (x->target, y->target);
}

static GArray *
count_hits (GPtrArray *history)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (Hit));

  for (guint i = 0; i < history->len; i++)
    {
      const HihStepHistory *step = history->pdata[i];

      for (guint k = 0; !step->trap && step->hits[k] != NULL; k++)
        {
          Hit *found = NULL;

          for (guint h = 0; h < hits->len && found == NULL; h++)
            {
              Hit *hit = &g_array_index (hits, Hit, h);

              if (hit->step == step->step_index && g_str_equal (hit->target, step->hits[k]))
                found = hit;
            }
          if (found != NULL)
            found->times++;
          else
            g_array_append_val (hits, ((Hit) { step->step_index, step->hits[k], 1 }));
        }
    }
  g_array_sort (hits, compare_hits);
  return hits;
}

static GtkWidget *
new_hits (HihProgressPerson *self, GPtrArray *history, HihLesson *lesson)
{
  g_autoptr (GArray) hits = count_hits (history);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  guint n = 0;

  gtk_widget_set_name (box, "hits");
  for (guint i = 0; i < hits->len && n < 8; i++)
    {
      const Hit *hit = &g_array_index (hits, Hit, i);
      g_autofree char *element = hih_element_dup_words (lesson, hit->target, language_of (self));
      g_autofree char *words = NULL;

      if (element != NULL)
        /* translators: a step's number, what stands on a button, how often it was tapped */
        words = g_strdup_printf (ngettext ("Step %u: “%s”, %u time", "Step %u: “%s”, %u times", hit->times), hit->step + 1,
                                 element, hit->times);
      else
        words = g_strdup_printf (ngettext ("Step %u: something without a name, %u time",
                                           "Step %u: something without a name, %u times", hit->times),
                                 hit->step + 1, hit->times);
      gtk_box_append (GTK_BOX (box), hih_words_new (words, NULL));
      n++;
    }
  if (n == 0)
    gtk_box_append (GTK_BOX (box), hih_words_new (_("Nothing else was tapped."), "soft"));
  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_set_valign (card, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (card), hih_words_new_heading (_("Tapped instead"), "section"));
  gtk_box_append (GTK_BOX (card), box);
  return card;
}

static void
history_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihProgressPerson) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) history = hih_records_list_history_finish (HIH_RECORDS (source), result, &error);
  g_autoptr (HihFading) fading = NULL;
  GtkWidget *split;
  HihLesson *lesson;

  if (history == NULL || self->detail == NULL)
    {
      hih_error_log (error);
      return;
    }
  lesson = get_lesson (self, self->lesson);
  if (history->len == 0)
    return;
  fading = hih_fading_new (history, hih_lesson_get_n_steps (lesson));
  gtk_box_append (GTK_BOX (self->history), hih_words_new_heading (_("Help at each step, run by run"), "section"));
  gtk_box_append (GTK_BOX (self->history), hih_words_new (_("A bar is help: the higher, the more. A ring: alone."), "soft"));
  split = hih_split_new (hih_fading_chart_new (fading, lesson, language_of (self)), new_hits (self, history, lesson), 24, 560);
  hih_split_set_stack_below (HIH_SPLIT (split), 720);
  gtk_box_append (GTK_BOX (self->history), split);
  gtk_box_append (GTK_BOX (self->history), hih_fading_table_new (fading, lesson, language_of (self)));
}

static void
ask (HihProgressPerson *self)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (self->page));
  const HihId *trainee = &get_person (self)->trainee->id;

  g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, NULL);
  self->cancellable = g_cancellable_new ();
  if (records == NULL)
    return;
  hih_records_list_progress_async (records, trainee, self->cancellable, progress_cb, g_object_ref (self));
  hih_records_list_history_async (records, trainee, self->board->lessons[self->lesson], self->cancellable, history_cb,
                                  g_object_ref (self));
}

static void
add_stuck (HihProgressPerson *self, HihLesson *lesson)
{
  const HihStuck *stuck = find_stuck (self, self->lesson);
  g_autofree char *step = NULL, *taken = NULL, *times = NULL;

  if (stuck == NULL)
    return;
  step = hih_stuck_dup_step_words (lesson, stuck, language_of (self));
  taken = hih_stuck_dup_taken_words (lesson, stuck, language_of (self));
  add_fact (self, "flag", step);
  if (taken != NULL)
    add_fact (self, "hand", taken);
  times = hih_stuck_dup_times_words (stuck);
  add_fact (self, "people", times);
}

static void
show_lesson (HihProgressPerson *self, guint chosen)
{
  HihLesson *lesson = get_lesson (self, chosen);
  GtkWidget *buttons = hih_tiles_new_line (12, FALSE);
  GtkWidget *split, *child;

  self->lesson = chosen;
  for (guint i = 0; i < self->board->n_lessons; i++)
    {
      if (self->tiles[i] != NULL)
        hih_control_set_look (HIH_CONTROL (self->tiles[i]), i == chosen ? "chosen" : NULL);
    }
  while ((child = gtk_widget_get_first_child (self->detail)) != NULL)
    gtk_box_remove (GTK_BOX (self->detail), child);
  self->facts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->history = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->then_now = hih_then_now_new ();
  gtk_widget_set_visible (self->then_now, FALSE);
  gtk_widget_set_valign (self->then_now, GTK_ALIGN_START);
  gtk_widget_set_name (self->facts, "facts");
  hih_tiles_append (HIH_TILES (buttons), hih_practise_button_new (self->page, get_person (self)->trainee, lesson));
  hih_tiles_append (HIH_TILES (buttons), hih_card_button_new (self->page, get_person (self)->trainee, lesson));
  add_stuck (self, lesson);
  split = hih_split_new (self->facts, self->then_now, 16, 480);
  hih_split_set_stack_below (HIH_SPLIT (split), 640);
  gtk_widget_add_css_class (split, "compact");
  gtk_box_append (GTK_BOX (self->detail), hih_words_new_heading (hih_text_get (hih_lesson_get_title (lesson), language_of (self)), "section"));
  gtk_box_append (GTK_BOX (self->detail), buttons);
  gtk_box_append (GTK_BOX (self->detail), split);
  gtk_box_append (GTK_BOX (self->detail), self->history);
  ask (self);
}

static void
lesson_cb (GtkWidget *button, gpointer user_data)
{
  HihProgressPerson *self = user_data;

  for (guint i = 0; i < self->board->n_lessons; i++)
    {
      if (self->tiles[i] == button)
        show_lesson (self, i);
    }
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[CLOSED], 0);
}

static GtkWidget *
new_head (HihProgressPerson *self)
{
  HihTrainee *trainee = get_person (self)->trainee;
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *back = hih_control_new ("back", _("Everybody"), NULL);
  GtkWidget *name = hih_words_new_heading (trainee->name, "section");
  g_autofree char *groups = g_strjoinv (_(", "), (char **) trainee->groups);
  GtkWidget *group = hih_words_new (groups, "soft");
  g_autofree char *drawing = hih_person_drawing (trainee->picture);

  gtk_widget_set_name (back, "person-back");
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (name, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (group, GTK_ALIGN_CENTER);
  g_signal_connect_object (back, "clicked", G_CALLBACK (close_cb), self, 0);
  gtk_box_append (GTK_BOX (head), hih_picture_new (drawing, 48));
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), group);
  return hih_split_new (head, back, 16, 0);
}

static void
rest_cb (GtkWidget *rest, gpointer user_data)
{
  HihProgressPerson *self = user_data;
  GtkWidget *first = NULL;

  for (guint i = 0; i < self->board->n_lessons; i++)
    {
      if (self->tiles[i] == NULL || gtk_widget_get_visible (self->tiles[i]))
        continue;
      first = first != NULL ? first : self->tiles[i];
      gtk_widget_set_visible (self->tiles[i], TRUE);
    }
  if (first != NULL)
    gtk_widget_grab_focus (first);
  gtk_widget_set_visible (rest, FALSE);
}

/* What was not begun yet comes when it is asked for: forty lessons would push this person's own out of sight. */
static void
hide_rest (HihProgressPerson *self, GtkWidget *tiles, guint shown)
{
  guint n_hidden = 0;
  GtkWidget *rest;

  for (guint i = 0; i < self->board->n_lessons && get_person (self)->n[HIH_CELL_NOT_BEGUN] < self->board->n_lessons; i++)
    {
      if (self->tiles[i] == NULL || i == shown || get_person (self)->cells[i] != HIH_CELL_NOT_BEGUN)
        continue;
      gtk_widget_set_visible (self->tiles[i], FALSE);
      n_hidden++;
    }
  if (n_hidden > 0)
    {
      g_autofree char *words = g_strdup_printf (ngettext ("%u lesson not begun", "%u lessons not begun", n_hidden), n_hidden);

      rest = hih_control_new ("plus", words, "quiet");
      hih_control_set_at_start (HIH_CONTROL (rest), TRUE);
      gtk_widget_set_name (rest, "lessons-rest");
      g_signal_connect_object (rest, "clicked", G_CALLBACK (rest_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), rest);
    }
}

static GtkWidget *
new_lessons (HihProgressPerson *self)
{
  GtkWidget *tiles = hih_tiles_new_columns (220, 4, 8);

  self->tiles = g_new0 (GtkWidget *, self->board->n_lessons + 1);
  for (guint i = 0; i < self->board->n_lessons; i++)
    {
      HihLesson *lesson = get_lesson (self, i);
      HihCell cell = get_person (self)->cells[i];
      g_autofree char *words = NULL;
      g_autofree char *name = g_strdup_printf ("lesson-%s", self->board->lessons[i]);

      if (lesson == NULL)
        continue;
      /* translators: a lesson, then how far somebody is in it */
      words = g_strdup_printf (_("%s: %s"), hih_text_get (hih_lesson_get_title (lesson), language_of (self)),
                               hih_cell_get_words (cell));
      self->tiles[i] = hih_control_new (hih_cell_get_icon (cell), words, NULL);
      hih_control_set_at_start (HIH_CONTROL (self->tiles[i]), TRUE);
      gtk_widget_set_name (self->tiles[i], name);
      g_signal_connect_object (self->tiles[i], "clicked", G_CALLBACK (lesson_cb), self, 0);
      hih_tiles_append (HIH_TILES (tiles), self->tiles[i]);
    }
  return tiles;
}

/* The lesson that the instructor is most likely to ask about. */
static guint
find_needed (HihProgressPerson *self)
{
  static const HihCell order[] = { HIH_CELL_STUCK, HIH_CELL_RECHECK, HIH_CELL_HELPED, HIH_CELL_LEARNING, HIH_CELL_ABLE,
                                   HIH_CELL_NOT_BEGUN };

  for (guint o = 0; o < G_N_ELEMENTS (order); o++)
    {
      for (guint i = 0; i < self->board->n_lessons; i++)
        {
          if (get_person (self)->cells[i] == order[o] && self->tiles[i] != NULL)
            return i;
        }
    }
  return G_MAXUINT;
}

static void
hih_progress_person_dispose (GObject *object)
{
  HihProgressPerson *self = HIH_PROGRESS_PERSON (object);

  self->detail = NULL;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (hih_progress_person_parent_class)->dispose (object);
}

static void
hih_progress_person_finalize (GObject *object)
{
  HihProgressPerson *self = HIH_PROGRESS_PERSON (object);

  g_free (self->tiles);
  hih_board_unref (self->board);
  G_OBJECT_CLASS (hih_progress_person_parent_class)->finalize (object);
}

static void
hih_progress_person_class_init (HihProgressPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_progress_person_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_progress_person_finalize;
  signals[CLOSED] = g_signal_new ("closed", HIH_TYPE_PROGRESS_PERSON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_progress_person_init (HihProgressPerson *self)
{
}

GtkWidget *
hih_progress_person_new (HihPage *page, HihBoard *board, guint person, guint lesson)
{
  HihProgressPerson *self = g_object_new (HIH_TYPE_PROGRESS_PERSON, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkWidget *lessons;
  guint shown;

  self->page = page;
  self->board = hih_board_ref (board);
  self->person = person;
  self->detail = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  gtk_widget_add_css_class (box, "desk-content");
  gtk_box_append (GTK_BOX (box), new_head (self));
  lessons = new_lessons (self);
  gtk_box_append (GTK_BOX (box), lessons);
  gtk_box_append (GTK_BOX (box), self->detail);
  adw_bin_set_child (ADW_BIN (self), hih_scroller_new (box));
  shown = lesson < board->n_lessons && self->tiles[lesson] != NULL ? lesson : find_needed (self);
  hide_rest (self, lessons, shown);
  if (shown != G_MAXUINT)
    show_lesson (self, shown);
  return GTK_WIDGET (self);
}
