/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's part about progress: people × lessons, three counts, who is stuck where. What is shown follows from one
 * board, read by the records thread; names are listened to by a thread of their own. */
#include "config.h"

#include "hih-desk-part.h"

#include <glib/gi18n.h>

#include "hih-cell-words.h"
#include "hih-chooser.h"
#include "hih-collate.h"
#include "hih-control.h"
#include "hih-count-cards.h"
#include "hih-desk-export.h"
#include "hih-progress-person.h"
#include "hih-error-text.h"
#include "hih-icon.h"
#include "hih-matrix.h"
#include "hih-progress-order.h"
#include "hih-scroller.h"
#include "hih-stuck-cards.h"
#include "hih-tiles.h"
#include "hih-words.h"

#define HIH_TYPE_DESK_PROGRESS (hih_desk_progress_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskProgress, hih_desk_progress, HIH, DESK_PROGRESS, HihDeskPart)

/* Narrower than this the stuck have no room beside the matrix; the count of them shows them there. */
#define SIDE_FROM 640
#define SIDE_WIDTH 256
/* Lower than this the matrix needs the legend's room: every cell has its word. */
#define LEGEND_FROM 640

struct _HihDeskProgress
{
  HihDeskPart parent_instance;

  HihBoard *board;    /* (nullable): until it was read */
  GPtrArray *sounds;  /* (element-type HihNameSounds): of its people */
  char **ids;         /* of every lesson, in teaching order */
  char **titles;
  char **groups;      /* all of them, then the names */
  GtkWidget *stack;   /* the matrix, or one person */
  GtkWidget *overview;
  GtkWidget *person;  /* (nullable) */
  GtkWidget *matrix;
  GtkWidget *side;
  GtkWidget *cards;   /* a scroller */
  GtkWidget *legend;
  GtkWidget *actions[5];
  GtkWidget *search;
  GtkWidget *group, *topic, *order;
  GtkWidget *counts;
  HihId wanted;       /* whose page opens with the next board; nil: nobody's */
  char *wanted_lesson;
  gboolean narrow, low;
  guint fit_id;
};

G_DEFINE_FINAL_TYPE (HihDeskProgress, hih_desk_progress, HIH_TYPE_DESK_PART)

static HihPage *
page_of (HihDeskProgress *self)
{
  return hih_desk_part_get_page (HIH_DESK_PART (self));
}

static HihContext *
context_of (HihDeskProgress *self)
{
  return hih_page_get_context (page_of (self));
}

/* The topics that have lessons: what the chooser lists after "all". */
static const HihTopic *
get_topic (HihDeskProgress *self, guint chosen)
{
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context_of (self)));
  guint nth = 0;

  for (guint i = 0; i < topics->len; i++)
    {
      const HihTopic *topic = topics->pdata[i];

      if (topic->lessons->len > 0 && ++nth == chosen)
        return topic;
    }
  return NULL;
}

static GArray *
list_columns (HihDeskProgress *self)
{
  const HihTopic *topic = get_topic (self, hih_chooser_get (HIH_CHOOSER (self->topic)));
  HihCatalogue *catalogue = hih_context_get_catalogue (context_of (self));
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; self->ids[i] != NULL; i++)
    {
      HihLesson *lesson = hih_catalogue_find (catalogue, self->ids[i]);

      if (topic == NULL || (lesson != NULL && g_str_equal (hih_lesson_get_topic (lesson), topic->id)))
        g_array_append_val (columns, i);
    }
  return columns;
}

/* Everything that is shown, anew: some milliseconds for 5 000 people. */
static void
update (HihDeskProgress *self)
{
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) people = NULL;
  HihProgressWish wish = { NULL };
  HihProgressCounts counts;
  guint group;

  if (self->board == NULL || self->sounds == NULL)
    return;
  columns = list_columns (self);
  group = hih_chooser_get (HIH_CHOOSER (self->group));
  wish.group = group > 0 ? self->groups[group] : NULL;
  wish.text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  wish.order = (HihProgressOrder) hih_chooser_get (HIH_CHOOSER (self->order));
  wish.only = hih_count_cards_get_only (HIH_COUNT_CARDS (self->counts));
  wish.lessons = (const guint *) (void *) columns->data;
  wish.n_lessons = columns->len;
  people = hih_progress_sort (self->board, self->sounds, &wish, &counts);
  hih_count_cards_set (HIH_COUNT_CARDS (self->counts), &counts);
  hih_matrix_set (HIH_MATRIX (self->matrix), self->board, (const char *const *) self->titles, columns, people);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->cards),
                                 hih_stuck_cards_new (page_of (self), self->board, people, columns));
}

/* What chooses among people has no business on one person's page. */
static void
show_actions (HihDeskProgress *self, gboolean shown)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->actions); i++)
    gtk_widget_set_visible (self->actions[i], shown);
}

static void
close_person (HihDeskProgress *self)
{
  if (self->person == NULL)
    return;
  show_actions (self, TRUE);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->overview);
  gtk_stack_remove (GTK_STACK (self->stack), self->person);
  self->person = NULL;
}

static void
person_closed_cb (GtkWidget *person, gpointer user_data)
{
  HihDeskProgress *self = user_data;

  close_person (self);
  gtk_widget_child_focus (self->matrix, GTK_DIR_TAB_FORWARD);
}

static void
chosen_cb (GtkWidget *matrix, guint person, guint lesson, gpointer user_data)
{
  HihDeskProgress *self = user_data;

  close_person (self);
  self->person = hih_progress_person_new (page_of (self), self->board, person, lesson);
  g_signal_connect_object (self->person, "closed", G_CALLBACK (person_closed_cb), self, 0);
  show_actions (self, FALSE);
  gtk_stack_add_child (GTK_STACK (self->stack), self->person);
  gtk_stack_set_visible_child (GTK_STACK (self->stack), self->person);
  gtk_widget_child_focus (self->person, GTK_DIR_TAB_FORWARD);
}

static void
open_wanted (HihDeskProgress *self)
{
  guint person = hih_board_find_person (self->board, &self->wanted);

  self->wanted = (HihId) { { 0 } };
  if (person < self->board->n_people)
    chosen_cb (NULL, person, hih_board_find_lesson (self->board, self->wanted_lesson), self);
}

static void
hih_desk_progress_open_person (HihDeskPart *part, const HihId *trainee, const char *lesson)
{
  HihDeskProgress *self = HIH_DESK_PROGRESS (part);

  self->wanted = *trainee;
  g_free (self->wanted_lesson);
  self->wanted_lesson = g_strdup (lesson);
}

static void
update_groups (HihDeskProgress *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) all = g_strv_builder_new ();
  guint was = hih_chooser_get (HIH_CHOOSER (self->group));
  g_autofree char *kept = self->groups != NULL && was > 0 ? g_strdup (self->groups[was]) : NULL;
  guint chosen = 0;

  for (guint i = 0; i < self->board->n_people; i++)
    {
      for (const char *const *group = self->board->people[i].trainee->groups; *group != NULL; group++)
        {
          if (g_hash_table_add (seen, (char *) *group))
            g_ptr_array_add (names, (char *) *group);
        }
    }
  hih_collate_sort (names);
  g_strv_builder_add (all, _("Everybody"));
  for (guint i = 0; i < names->len; i++)
    {
      g_strv_builder_add (all, names->pdata[i]);
      if (g_strcmp0 (names->pdata[i], kept) == 0)
        chosen = i + 1;
    }
  g_strfreev (self->groups);
  self->groups = g_strv_builder_end (all);
  hih_chooser_set (HIH_CHOOSER (self->group), (const char *const *) self->groups, chosen);
}

static void
hear (GTask *task, gpointer source, gpointer board, GCancellable *cancellable)
{
  g_task_return_pointer (task, hih_progress_hear (board), (GDestroyNotify) g_ptr_array_unref);
}

static void
heard_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  HihDeskProgress *self = HIH_DESK_PROGRESS (source);
  g_autoptr (GPtrArray) sounds = g_task_propagate_pointer (G_TASK (result), NULL);

  if (sounds == NULL || self->matrix == NULL)
    return;
  g_clear_pointer (&self->board, hih_board_unref);
  self->board = hih_board_ref (g_task_get_task_data (G_TASK (result)));
  g_clear_pointer (&self->sounds, g_ptr_array_unref);
  self->sounds = g_ptr_array_ref (sounds);
  update_groups (self);
  update (self);
  if (!hih_id_is_nil (&self->wanted))
    open_wanted (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskProgress) self = user_data;
  g_autoptr (GError) error = NULL;
  HihBoard *board = hih_records_load_board_finish (HIH_RECORDS (source), result, &error);
  g_autoptr (GTask) task = NULL;

  if (board == NULL)
    {
      hih_error_log (error);
      return;
    }
  task = g_task_new (self, hih_page_get_cancellable (page_of (self)), heard_cb, NULL);
  g_task_set_task_data (task, board, (GDestroyNotify) hih_board_unref);
  g_task_run_in_thread (task, hear);
}

static void
hih_desk_progress_shown (HihDeskPart *part)
{
  HihDeskProgress *self = HIH_DESK_PROGRESS (part);
  HihRecords *records = hih_context_get_records (context_of (self));

  if (records != NULL)
    hih_records_load_board_async (records, (const char *const *) self->ids, hih_page_get_cancellable (page_of (self)),
                                  loaded_cb, g_object_ref (self));
}

static void
export_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskProgress *self = user_data;
  guint group = hih_chooser_get (HIH_CHOOSER (self->group));

  hih_desk_export (page_of (self), group > 0 ? self->groups[group] : NULL);
}

static gboolean
fit_cb (gpointer user_data)
{
  HihDeskProgress *self = user_data;

  self->fit_id = 0;
  gtk_widget_set_visible (self->side, !self->narrow);
  gtk_widget_set_visible (self->legend, !self->low);
  return G_SOURCE_REMOVE;
}

/* Without a layout manager, so that it hears how large it is. */
static void
hih_desk_progress_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihDeskProgress *self = HIH_DESK_PROGRESS (widget);
  gboolean narrow = width < SIDE_FROM, low = height < LEGEND_FROM;

  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (widget)), width, height, baseline, NULL);
  if (narrow == self->narrow && low == self->low)
    return;
  self->narrow = narrow;
  self->low = low;
  /* Not in the middle of an allocation. */
  if (self->fit_id == 0)
    self->fit_id = g_idle_add (fit_cb, self);
}

static void
hih_desk_progress_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (adw_bin_get_child (ADW_BIN (widget)), orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static GtkSizeRequestMode
hih_desk_progress_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (widget)));
}

static void
hih_desk_progress_dispose (GObject *object)
{
  HihDeskProgress *self = HIH_DESK_PROGRESS (object);

  g_clear_handle_id (&self->fit_id, g_source_remove);
  self->matrix = NULL;
  g_clear_pointer (&self->board, hih_board_unref);
  g_clear_pointer (&self->sounds, g_ptr_array_unref);
  g_clear_pointer (&self->ids, g_strfreev);
  g_clear_pointer (&self->wanted_lesson, g_free);
  g_clear_pointer (&self->titles, g_strfreev);
  g_clear_pointer (&self->groups, g_strfreev);
  G_OBJECT_CLASS (hih_desk_progress_parent_class)->dispose (object);
}

static gboolean
hih_desk_progress_shed (HihDeskPart *part)
{
  return hih_matrix_shed (HIH_MATRIX (HIH_DESK_PROGRESS (part)->matrix));
}

static void
hih_desk_progress_class_init (HihDeskProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_progress_dispose;
  GTK_WIDGET_CLASS (klass)->size_allocate = hih_desk_progress_size_allocate;
  GTK_WIDGET_CLASS (klass)->measure = hih_desk_progress_measure;
  GTK_WIDGET_CLASS (klass)->get_request_mode = hih_desk_progress_get_request_mode;
  HIH_DESK_PART_CLASS (klass)->shown = hih_desk_progress_shown;
  HIH_DESK_PART_CLASS (klass)->open_person = hih_desk_progress_open_person;
  HIH_DESK_PART_CLASS (klass)->shed = hih_desk_progress_shed;
}

static void
hih_desk_progress_init (HihDeskProgress *self)
{
  /* Until it is known how much room there is, as little as possible is asked for. */
  self->narrow = self->low = TRUE;
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
}

static void
list_lessons (HihDeskProgress *self)
{
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (context_of (self)));
  const char *language = hih_context_get_language (context_of (self));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) topic_names = NULL;

  g_strv_builder_add (names, _("All lessons"));
  for (guint t = 0; t < topics->len; t++)
    {
      const HihTopic *topic = topics->pdata[t];

      if (topic->lessons->len > 0)
        g_strv_builder_add (names, hih_text_get (topic->title, language));
      for (guint i = 0; i < topic->lessons->len; i++)
        {
          g_strv_builder_add (ids, hih_lesson_get_id (topic->lessons->pdata[i]));
          g_strv_builder_add (titles, hih_text_get (hih_lesson_get_title (topic->lessons->pdata[i]), language));
        }
    }
  self->ids = g_strv_builder_end (ids);
  self->titles = g_strv_builder_end (titles);
  topic_names = g_strv_builder_end (names);
  hih_chooser_set (HIH_CHOOSER (self->topic), (const char *const *) topic_names, 0);
}

static GtkWidget *
new_legend (void)
{
  GtkWidget *legend = hih_tiles_new_line (18, FALSE);

  for (HihCell cell = HIH_N_CELLS; cell-- > HIH_CELL_LEARNING;)
    {
      GtkWidget *entry = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

      gtk_box_append (GTK_BOX (entry), hih_icon_new (hih_cell_get_icon (cell), 20));
      gtk_box_append (GTK_BOX (entry), hih_words_new (hih_cell_get_words (cell), NULL));
      hih_tiles_append (HIH_TILES (legend), entry);
    }
  hih_tiles_append (HIH_TILES (legend), hih_words_new (_("Alone: from beginning to end, with one slip at most"), "soft"));
  return legend;
}

static GtkWidget *
new_overview (HihDeskProgress *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->counts = hih_count_cards_new ();
  g_signal_connect_object (self->counts, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  self->matrix = hih_matrix_new ();
  gtk_widget_set_name (self->matrix, "matrix");
  gtk_widget_set_hexpand (self->matrix, TRUE);
  gtk_widget_set_vexpand (self->matrix, TRUE);
  g_signal_connect_object (self->matrix, "chosen", G_CALLBACK (chosen_cb), self, 0);
  self->cards = hih_scroller_new (NULL);
  gtk_widget_set_vexpand (self->cards, TRUE);
  self->side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  gtk_widget_set_size_request (self->side, SIDE_WIDTH, -1);
  gtk_box_append (GTK_BOX (title), hih_icon_new ("flag", 24));
  gtk_box_append (GTK_BOX (title), hih_words_new_heading (_("Stuck at which step"), "section"));
  gtk_box_append (GTK_BOX (self->side), title);
  gtk_box_append (GTK_BOX (self->side), self->cards);
  gtk_widget_set_visible (self->side, FALSE);
  gtk_box_append (GTK_BOX (middle), self->matrix);
  gtk_box_append (GTK_BOX (middle), self->side);
  gtk_box_append (GTK_BOX (box), self->counts);
  gtk_box_append (GTK_BOX (box), middle);
  self->legend = new_legend ();
  gtk_widget_set_visible (self->legend, FALSE);
  gtk_box_append (GTK_BOX (box), self->legend);
  return box;
}

static GtkWidget *
new_search (HihDeskProgress *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_add_css_class (entry, "field");
  gtk_widget_set_name (entry, "progress-search");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (entry), GTK_ENTRY_ICON_PRIMARY, "hih-search-symbolic");
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("Find a name"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Find a name, by characters or first letters"), -1);
  g_signal_connect_object (entry, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return entry;
}

GtkWidget *
hih_desk_progress_new (HihPage *page)
{
  HihDeskProgress *self = g_object_new (HIH_TYPE_DESK_PROGRESS, NULL);
  const char *orders[] = { _("By name"), _("Most in need first"), _("Farthest first"), NULL };
  const char *nobody[] = { _("Everybody"), NULL };
  GtkWidget *export = hih_control_new ("doc", _("Save as a table"), NULL);

  hih_desk_part_begin (HIH_DESK_PART (self), page, _("Progress"));
  self->group = hih_chooser_new (page, "progress-group", "people", _("Whose progress?"));
  self->topic = hih_chooser_new (page, "progress-topic", "book", _("Which lessons?"));
  self->order = hih_chooser_new (page, "progress-order", "chart", _("In which order?"));
  self->search = new_search (self);
  hih_chooser_set (HIH_CHOOSER (self->group), nobody, 0);
  hih_chooser_set (HIH_CHOOSER (self->order), orders, 0);
  list_lessons (self);
  g_signal_connect_object (self->group, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->topic, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "chosen", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_widget_set_name (export, "progress-export");
  g_signal_connect_object (export, "clicked", G_CALLBACK (export_cb), self, 0);
  {
    GtkWidget *actions[] = { self->group, self->topic, self->order, self->search, export };

    for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
      {
        self->actions[i] = actions[i];
        hih_desk_part_add_action (HIH_DESK_PART (self), actions[i]);
      }
  }
  self->stack = gtk_stack_new ();
  gtk_stack_set_hhomogeneous (GTK_STACK (self->stack), FALSE);
  gtk_stack_set_vhomogeneous (GTK_STACK (self->stack), FALSE);
  self->overview = new_overview (self);
  gtk_stack_add_child (GTK_STACK (self->stack), self->overview);
  hih_desk_part_set_content (HIH_DESK_PART (self), self->stack, TRUE);
  return GTK_WIDGET (self);
}
