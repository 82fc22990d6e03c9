/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's first part: which day it is, a class that goes on, who is to look at a lesson again, who was here, who is
 * stuck, how old the copy of the records is, and what to do first when there is nothing of all that yet. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-figure.h"
#include "hih-privacy.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-today-cards.h"
#include "hih-today-safety.h"
#include "hih-today.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* More people than this are told as a number that leads to the list of all, Progress. */
#define MAX_SHOWN 6

#define HIH_TYPE_DESK_TODAY (hih_desk_today_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskToday, hih_desk_today, HIH, DESK_TODAY, HihDeskPart)

struct _HihDeskToday
{
  HihDeskPart parent_instance;

  HihClassSession *class; /* (nullable): goes on */
  GtkWidget *stuck;       /* (nullable) weak: the card of those who are */
  GtkWidget *reminders;   /* (nullable) weak: what waits besides */
};

G_DEFINE_FINAL_TYPE (HihDeskToday, hih_desk_today, HIH_TYPE_DESK_PART)

static HihPage *
page_of (HihDeskToday *self)
{
  return hih_desk_part_get_page (HIH_DESK_PART (self));
}

static HihContext *
context_of (HihDeskToday *self)
{
  return hih_page_get_context (page_of (self));
}

static char *
dup_date (gint64 now_ms)
{
  const char *days[] = { _("Monday"), _("Tuesday"),  _("Wednesday"), _("Thursday"),
                         _("Friday"), _("Saturday"), _("Sunday") };
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_ms / 1000);
  g_autofree char *date = now != NULL ? g_date_time_format (now, _("%B %-e")) : g_strdup ("");

  /* translators: a short date, then the day of the week */
  return now != NULL ? g_strdup_printf (_("%s, %s"), date, days[g_date_time_get_day_of_week (now) - 1])
                     : g_steal_pointer (&date);
}

/* When this day began, where the computer stands. */
static gint64
get_day_ms (gint64 now_ms)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (now_ms / 1000);
  g_autoptr (GDateTime) day = NULL;

  if (now != NULL)
    day = g_date_time_new_local (g_date_time_get_year (now), g_date_time_get_month (now),
                                 g_date_time_get_day_of_month (now), 0, 0, 0);
  return day != NULL ? g_date_time_to_unix (day) * 1000 : now_ms;
}

/* Titles of the lessons that are installed, one after another. */
static char *
dup_titles (HihDeskToday *self, GPtrArray *lessons)
{
  HihCatalogue *catalogue = hih_context_get_catalogue (context_of (self));
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();

  for (guint i = 0; i < lessons->len; i++)
    {
      HihLesson *lesson = hih_catalogue_find (catalogue, g_ptr_array_index (lessons, i));

      if (lesson != NULL)
        g_ptr_array_add (titles, (gpointer) hih_text_get (hih_lesson_get_title (lesson),
                                                          hih_context_get_language (context_of (self))));
    }
  g_ptr_array_add (titles, NULL);
  return g_strjoinv (_(", "), (char **) titles->pdata);
}

static void
together_cb (GtkWidget *button, gpointer user_data)
{
  HihPlace place = { .kind = HIH_PLACE_LESSONS, .fresh = TRUE, .trainee = g_object_get_data (G_OBJECT (button), "trainee"),
                     .id = g_object_get_data (G_OBJECT (button), "lesson") };

  hih_page_go (page_of (user_data), &place);
}

static void
part_cb (GtkWidget *button, gpointer user_data)
{
  hih_desk_part_go_to (HIH_DESK_PART (user_data), g_object_get_data (G_OBJECT (button), "part"));
}

static void
hand_over_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_go_to (page_of (user_data), HIH_PLACE_WHO, NULL);
}

static GtkWidget *
new_way (HihDeskToday *self, const char *icon, const char *words, const char *classes, const char *part)
{
  GtkWidget *button = hih_control_new (icon, words, classes);
  g_autofree char *name = g_strdup_printf ("today-%s", part);

  gtk_widget_set_name (button, name);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data (G_OBJECT (button), "part", (gpointer) part);
  g_signal_connect_object (button, "clicked", G_CALLBACK (part_cb), self, 0);
  return button;
}

/* Who can sit down with them at once: the first of the lessons that are due. */
static GtkWidget *
new_together (HihDeskToday *self, const HihTodayPerson *person)
{
  GtkWidget *button = hih_control_new ("play", _("Look at it together"), NULL);
  g_autofree char *name = g_strdup_printf ("%s: %s", _("Look at it together"), person->trainee->name);

  gtk_widget_set_name (button, "today-together");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "trainee", hih_trainee_ref (person->trainee),
                          (GDestroyNotify) hih_trainee_unref);
  g_object_set_data_full (G_OBJECT (button), "lesson", g_strdup (g_ptr_array_index (person->lessons, 0)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (together_cb), self, 0);
  return button;
}

static GtkWidget *
new_person (HihDeskToday *self, const HihTodayPerson *person, gboolean due)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *drawing = hih_person_drawing (person->trainee->picture);
  g_autofree char *titles = dup_titles (self, person->lessons);
  /* translators: titles of lessons */
  g_autofree char *able = !due && *titles != '\0' ? g_strdup_printf (_("Can do alone now: %s"), titles) : NULL;
  GtkWidget *picture = hih_picture_new (drawing, 40);

  gtk_widget_set_valign (picture, GTK_ALIGN_START);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row, "row-line");
  gtk_box_append (GTK_BOX (row), picture);
  gtk_box_append (GTK_BOX (texts), hih_words_new (person->trainee->name, "strong"));
  if (due || able != NULL)
    gtk_box_append (GTK_BOX (texts), hih_words_new (due ? titles : able, due ? "soft" : "able"));
  if (due && *titles != '\0')
    {
      /* The button as wide as its words, the titles have the rest. */
      GtkWidget *split = hih_split_new (texts, new_together (self, person), 12, 1000);

      hih_split_set_stack_below (HIH_SPLIT (split), 340);
      texts = split;
    }
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), texts);
  return row;
}

/* A card with a heading and the first few of @people, or one sentence when there are none. */
static GtkWidget *
new_card (HihDeskToday *self, const char *heading, GPtrArray *people, gboolean due, const char *nobody)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *more;
  guint n_shown = 0;

  gtk_widget_add_css_class (card, "desk-card");
  gtk_box_append (GTK_BOX (card), hih_words_new_heading (heading, "section"));
  for (guint i = 0; i < people->len && n_shown < MAX_SHOWN; i++)
    {
      const HihTodayPerson *person = g_ptr_array_index (people, i);

      if (*person->trainee->name == '\0')
        continue;
      gtk_box_append (GTK_BOX (card), new_person (self, person, due));
      n_shown++;
    }
  if (people->len == 0)
    gtk_box_append (GTK_BOX (card), hih_words_new (nobody, "soft"));
  more = hih_today_more_new (HIH_DESK_PART (self), people->len, MAX_SHOWN);
  if (more != NULL)
    gtk_box_append (GTK_BOX (card), more);
  return card;
}

static GtkWidget *
new_figure (const char *icon, guint number, const char *words)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);
  GtkWidget *figure, *label;
  GtkWidget *card = hih_figure_new (icon, "figure", &figure, &label);

  gtk_label_set_label (GTK_LABEL (figure), digits);
  gtk_label_set_label (GTK_LABEL (label), words);
  gtk_widget_add_css_class (card, "desk-card");
  gtk_widget_add_css_class (card, "thin");
  return card;
}

static guint
count_able (const HihToday *today)
{
  guint n = 0;

  for (guint i = 0; i < today->here->len; i++)
    n += ((HihTodayPerson *) g_ptr_array_index (today->here, i))->lessons->len;
  return n;
}

static GtkWidget *
new_figures (const HihToday *today)
{
  GtkWidget *tiles = hih_figures_new (3);
  guint n_able = count_able (today);

  hih_tiles_append (HIH_TILES (tiles), new_figure ("people", today->here->len,
                                                   ngettext ("person here today", "people here today", today->here->len)));
  hih_tiles_append (HIH_TILES (tiles), new_figure ("star", n_able,
                                                   ngettext ("lesson newly done alone", "lessons newly done alone", n_able)));
  hih_tiles_append (HIH_TILES (tiles),
                    new_figure ("repeat", today->due->len,
                                ngettext ("person to look at a lesson again", "people to look at a lesson again",
                                          today->due->len)));
  return tiles;
}

/* Before anybody is here: what to do first. */
static GtkWidget *
new_beginning (HihDeskToday *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (card, "desk-card");
  gtk_box_append (GTK_BOX (card), hih_words_new_heading (_("Nobody is here yet"), "section"));
  gtk_box_append (GTK_BOX (card), hih_words_new (_("Begin with the people: type the first name, or bring in a list from a "
                                                   "spreadsheet."), NULL));
  gtk_box_append (GTK_BOX (card), new_way (self, "people", _("To the people"), "primary", "people"));
  return card;
}

static GtkWidget *
new_hand_over (HihDeskToday *self)
{
  GtkWidget *button = hih_control_new ("door", _("Hand over to trainees"), "primary");

  gtk_widget_set_name (button, "today-hand-over");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_signal_connect_object (button, "clicked", G_CALLBACK (hand_over_cb), self, 0);
  return button;
}

static void
show_today (HihDeskToday *self, const HihToday *today)
{
  gint64 now_ms = hih_clock_get_wall_ms (hih_context_get_clock (context_of (self)));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *cards = hih_tiles_new_columns (320, 2, 12);
  GtkWidget *damage = hih_today_damage_card_new (HIH_DESK_PART (self));
  gboolean warns;
  GtkWidget *backup = hih_today_backup_card_new (HIH_DESK_PART (self), today->backup_at_ms, now_ms, &warns);
  g_autofree char *date = dup_date (now_ms);

  gtk_box_append (GTK_BOX (box), hih_words_new (date, "soft"));
  if (damage != NULL)
    gtk_box_append (GTK_BOX (box), damage);
  if (warns && today->n_trainees > 0)
    gtk_box_append (GTK_BOX (box), backup);
  if (self->class != NULL)
    gtk_box_append (GTK_BOX (box), hih_today_class_card_new (page_of (self), self->class));
  if (today->n_trainees == 0)
    gtk_box_append (GTK_BOX (box), new_beginning (self));
  else
    {
      GtkWidget *here = new_card (self, _("Here today"), today->here, FALSE,
                                  _("Nobody has practised today yet. Hand the computer over, and it begins."));

      if (today->here->len == 0)
        gtk_box_append (GTK_BOX (here), new_hand_over (self));
      hih_tiles_append (HIH_TILES (cards), new_card (self, _("To look at again"), today->due, TRUE,
                                                     _("Nobody is due today. What was learned is looked at again after 7, "
                                                       "30 and 90 days.")));
      g_set_weak_pointer (&self->stuck, hih_today_stuck_card_new ());
      hih_tiles_append (HIH_TILES (cards), self->stuck);
      hih_tiles_append (HIH_TILES (cards), here);
      gtk_box_append (GTK_BOX (box), new_figures (today));
      g_set_weak_pointer (&self->reminders, hih_today_reminders_new (HIH_DESK_PART (self), today->n_unasked));
      gtk_box_append (GTK_BOX (box), self->reminders);
      gtk_box_append (GTK_BOX (box), cards);
    }
  if (!warns || today->n_trainees == 0)
    gtk_box_append (GTK_BOX (box), backup);
  hih_desk_part_set_content (HIH_DESK_PART (self), box, TRUE);
}

static void
board_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskToday) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihBoard) board = hih_records_load_board_finish (HIH_RECORDS (source), result, &error);

  if (board != NULL && self->stuck != NULL)
    hih_today_stuck_card_set (self->stuck, HIH_DESK_PART (self), board);
  else
    hih_error_log (error);
}

static void
load_board (HihDeskToday *self, HihRecords *records)
{
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context_of (self)));
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint t = 0; t < topics->len; t++)
    {
      GPtrArray *lessons = ((const HihTopic *) topics->pdata[t])->lessons;

      for (guint i = 0; i < lessons->len; i++)
        g_ptr_array_add (ids, (gpointer) hih_lesson_get_id (lessons->pdata[i]));
    }
  g_ptr_array_add (ids, NULL);
  hih_records_load_board_async (records, (const char *const *) ids->pdata, hih_page_get_cancellable (page_of (self)),
                                board_cb, g_object_ref (self));
}

static void
overdue_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskToday) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) overdue = hih_records_list_overdue_finish (HIH_RECORDS (source), result, &error);

  hih_error_log (error);
  if (overdue != NULL && self->reminders != NULL)
    hih_today_reminders_add_overdue (self->reminders, HIH_DESK_PART (self), overdue->len);
}

static void
load_overdue (HihDeskToday *self, HihRecords *records)
{
  int months = hih_settings_get_int (hih_context_get_settings (context_of (self)), HIH_SETTING_RETENTION_MONTHS);

  hih_records_list_overdue_async (records, (guint) CLAMP (months, 1, HIH_RETENTION_MAX_MONTHS),
                                  hih_page_get_cancellable (page_of (self)), overdue_cb, g_object_ref (self));
}

static void
today_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskToday) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihToday) today = hih_records_get_today_finish (HIH_RECORDS (source), result, &error);

  if (!hih_page_check (page_of (self), error))
    return;
  show_today (self, today);
  if (today->n_trainees > 0)
    {
      load_overdue (self, HIH_RECORDS (source));
      load_board (self, HIH_RECORDS (source));
    }
}

static void
class_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskToday) self = user_data;
  g_autoptr (GError) error = NULL;
  HihClassSession *class = hih_records_get_class_finish (HIH_RECORDS (source), result, &error);

  hih_error_log (error);
  g_clear_pointer (&self->class, hih_class_session_unref);
  self->class = class;
  if (hih_page_check (page_of (self), NULL))
    hih_records_get_today_async (HIH_RECORDS (source),
                                 get_day_ms (hih_clock_get_wall_ms (hih_context_get_clock (context_of (self)))),
                                 hih_page_get_cancellable (page_of (self)), today_cb, g_object_ref (self));
}

static void
hih_desk_today_shown (HihDeskPart *part)
{
  HihDeskToday *self = HIH_DESK_TODAY (part);
  HihRecords *records = hih_context_get_records (context_of (self));

  if (records != NULL)
    hih_records_get_class_async (records, NULL, hih_page_get_cancellable (page_of (self)), class_cb, g_object_ref (self));
  else
    hih_desk_part_set_content (part, hih_words_new (_("The records cannot be opened just now. You can practise all the "
                                                      "same, and try a lesson under Lessons."), NULL), TRUE);
}

static void
hih_desk_today_dispose (GObject *object)
{
  HihDeskToday *self = HIH_DESK_TODAY (object);

  g_clear_pointer (&self->class, hih_class_session_unref);
  g_clear_weak_pointer (&self->stuck);
  g_clear_weak_pointer (&self->reminders);
  G_OBJECT_CLASS (hih_desk_today_parent_class)->dispose (object);
}

static void
hih_desk_today_class_init (HihDeskTodayClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_today_dispose;
  HIH_DESK_PART_CLASS (klass)->shown = hih_desk_today_shown;
}

static void
hih_desk_today_init (HihDeskToday *self)
{
}

/**
 * hih_desk_today_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
hih_desk_today_new (HihPage *page)
{
  HihDeskToday *self = g_object_new (HIH_TYPE_DESK_TODAY, NULL);

  hih_desk_part_begin (HIH_DESK_PART (self), page, _("Today"));
  return GTK_WIDGET (self);
}
