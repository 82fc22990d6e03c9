/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One kind of report on the desk. Every choice asks the records again; what is shown is what would be written. */
#include "config.h"

#include "hih-desk-report.h"

#include "hih-chooser.h"
#include "hih-control.h"
#include "hih-desk-days.h"
#include "hih-error-text.h"
#include "hih-period.h"
#include "hih-person-search.h"
#include "hih-report-writing.h"
#include "hih-report.h"
#include "hih-table-preview.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define PREVIEW_ROWS 12

struct _HihDeskReport
{
  AdwBin parent_instance;

  HihPage *page; /* borrowed: it owns this */
  HihReport *report;
  HihTable *table; /* (nullable): what is shown */
  GCancellable *asking;
  GPtrArray *groups;      /* (element-type utf8), the first: everybody */
  GPtrArray *lessons;     /* (element-type HihLesson) borrowed */
  HihPeriod period;
  gint64 from_ms, to_ms;
  HihTrainee *person;     /* (nullable) */
  gboolean names;

  GtkWidget *choices;
  GtkWidget *period_chooser; /* (nullable) */
  GtkWidget *group_chooser;  /* (nullable) */
  GtkWidget *lesson_chooser; /* (nullable) */
  GtkWidget *person_control; /* (nullable) */
  GtkWidget *names_control;  /* (nullable) */
  GtkWidget *warning;
  GtkWidget *preview;        /* a box */
  GtkWidget *ways;           /* what can be done with it */
  GtkWidget *others;         /* for other programs: shown when somebody asks for it */
  GtkWidget *xapi;           /* of them: only where there are statements */
};

G_DEFINE_FINAL_TYPE (HihDeskReport, hih_desk_report, ADW_TYPE_BIN)

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
clear_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

static void
allow_ways (HihDeskReport *self, gboolean allow)
{
  gtk_widget_set_sensitive (self->ways, allow);
  gtk_widget_set_sensitive (self->others, allow);
  gtk_widget_set_visible (self->xapi, self->table != NULL && hih_table_has_statements (self->table));
}

static void
say (HihDeskReport *self, const char *words)
{
  clear_box (self->preview);
  gtk_box_append (GTK_BOX (self->preview), hih_words_new (words, "soft"));
  allow_ways (self, FALSE);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskReport) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihTable) table = hih_report_load_finish (HIH_REPORT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->preview == NULL)
    return;
  if (table == NULL)
    {
      hih_error_log (error);
      say (self, hih_error_get_text (error));
      return;
    }
  g_set_object (&self->table, table);
  clear_box (self->preview);
  gtk_box_append (GTK_BOX (self->preview), hih_table_preview_new (table, PREVIEW_ROWS));
  allow_ways (self, hih_table_get_n_rows (table) > 0);
}

static GArray *
list_lessons (HihDeskReport *self)
{
  GArray *lessons = g_array_new (FALSE, FALSE, sizeof (HihReportLesson));
  const char *language = hih_context_get_language (hih_page_get_context (self->page));

  for (guint i = 0; i < self->lessons->len; i++)
    {
      HihLesson *lesson = self->lessons->pdata[i];
      HihReportLesson entry = { hih_lesson_get_id (lesson), hih_text_get (hih_lesson_get_title (lesson), language) };

      g_array_append_val (lessons, entry);
    }
  return lessons;
}

static const char *
chosen_group (HihDeskReport *self)
{
  guint chosen = self->group_chooser != NULL ? hih_chooser_get (HIH_CHOOSER (self->group_chooser)) : 0;

  return chosen > 0 && chosen < self->groups->len ? self->groups->pdata[chosen] : NULL;
}

static const char *
chosen_lesson (HihDeskReport *self)
{
  guint chosen = self->lesson_chooser != NULL ? hih_chooser_get (HIH_CHOOSER (self->lesson_chooser)) : 0;

  return chosen > 0 ? hih_lesson_get_id (self->lessons->pdata[chosen - 1]) : NULL;
}

static void
load (HihDeskReport *self)
{
  HihContext *context = hih_page_get_context (self->page);
  HihRecords *records = hih_context_get_records (context);
  g_autofree char *home = hih_settings_dup_string (hih_context_get_settings (context), HIH_SETTING_HOME_NAME);
  g_autoptr (GArray) lessons = list_lessons (self);
  HihReportOptions options = { .group = chosen_group (self), .from_ms = self->from_ms, .to_ms = self->to_ms,
                               .names = self->names, .lesson = chosen_lesson (self), .home = home,
                               .catalogue = hih_context_get_catalogue (context),
                               .language = hih_context_get_language (context) };

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->table);
  if (records == NULL)
    return;
  if (HIH_REPORT_GET_CLASS (self->report)->choice == HIH_REPORT_CHOICE_PERSON && self->person == NULL)
    {
      say (self, _("Choose a person first."));
      return;
    }
  if (self->person != NULL)
    options.trainee = self->person->id;
  options.lessons = (const HihReportLesson *) (void *) lessons->data;
  options.n_lessons = lessons->len;
  self->asking = g_cancellable_new ();
  allow_ways (self, FALSE);
  hih_report_load_async (self->report, records, &options, self->asking, loaded_cb, g_object_ref (self));
}

static void
days_cb (gint64 from_ms, gint64 to_ms, gpointer user_data)
{
  HihDeskReport *self = user_data;

  self->from_ms = from_ms;
  self->to_ms = to_ms;
  load (self);
}

static void
period_cb (HihChooser *chooser, guint chosen, gpointer user_data)
{
  HihDeskReport *self = user_data;

  self->period = (HihPeriod) chosen;
  if (self->period == HIH_PERIOD_OWN)
    {
      hih_desk_days_open (self->page, self->from_ms, self->to_ms, days_cb, G_OBJECT (self));
      return;
    }
  hih_period_get (self->period, hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (self->page))),
                  &self->from_ms, &self->to_ms);
  load (self);
}

static void
choice_cb (HihChooser *chooser, guint chosen, gpointer user_data)
{
  load (user_data);
}

static void
mark_names (HihDeskReport *self)
{
  hih_control_set_words (HIH_CONTROL (self->names_control), self->names ? _("Names: yes") : _("Names: no"));
  hih_control_set_look (HIH_CONTROL (self->names_control), self->names ? "on" : NULL);
  gtk_widget_set_visible (self->warning, self->names);
}

static void
names_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskReport *self = user_data;

  self->names = !self->names;
  mark_names (self);
  load (self);
}

static void
person_cb (HihTrainee *person, gpointer user_data)
{
  HihDeskReport *self = user_data;

  g_clear_pointer (&self->person, hih_trainee_unref);
  self->person = hih_trainee_ref (person);
  hih_control_set_words (HIH_CONTROL (self->person_control), person->name);
  load (self);
}

static void
ask_person_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskReport *self = user_data;

  hih_person_search_open (self->page, person_cb, G_OBJECT (self));
}

static void
close_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[CLOSED], 0);
}

static void
save_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskReport *self = user_data;

  if (self->table != NULL)
    hih_report_save (self->page, self->table, (HihTableFormat) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "format")));
}

static void
others_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskReport *self = user_data;
  gboolean shown = !gtk_widget_get_visible (self->others);

  gtk_widget_set_visible (self->others, shown);
  hih_control_set_icon (HIH_CONTROL (button), shown ? "up" : "down");
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_EXPANDED, shown, -1);
}

static void
print_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskReport *self = user_data;

  if (self->table != NULL)
    hih_report_print (self->page, self->table);
}

static void
groups_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskReport) self = user_data;
  g_autoptr (GPtrArray) groups = hih_records_list_groups_finish (HIH_RECORDS (source), result, NULL);
  guint chosen = 0;
  g_autofree char *was = NULL;

  if (groups == NULL || self->preview == NULL)
    return;
  was = g_strdup (chosen_group (self));
  g_ptr_array_set_size (self->groups, 0);
  g_ptr_array_add (self->groups, g_strdup (_("Everybody")));
  for (guint i = 0; i < groups->len; i++)
    {
      g_ptr_array_add (self->groups, g_strdup (((HihGroup *) groups->pdata[i])->name));
      if (g_strcmp0 (was, ((HihGroup *) groups->pdata[i])->name) == 0)
        chosen = i + 1;
    }
  g_ptr_array_add (self->groups, NULL);
  hih_chooser_set (HIH_CHOOSER (self->group_chooser), (const char *const *) self->groups->pdata, chosen);
  g_ptr_array_set_size (self->groups, (int) self->groups->len - 1);
}

void
hih_desk_report_reload (HihDeskReport *self)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (self->page));

  if (records != NULL && self->group_chooser != NULL)
    hih_records_list_groups_async (records, NULL, groups_cb, g_object_ref (self));
  load (self);
}

static void
hih_desk_report_dispose (GObject *object)
{
  HihDeskReport *self = HIH_DESK_REPORT (object);

  self->preview = NULL;
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->report);
  g_clear_object (&self->table);
  g_clear_pointer (&self->groups, g_ptr_array_unref);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_pointer (&self->person, hih_trainee_unref);
  G_OBJECT_CLASS (hih_desk_report_parent_class)->dispose (object);
}

static void
hih_desk_report_class_init (HihDeskReportClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_desk_report_dispose;
  signals[CLOSED] = g_signal_new ("closed", HIH_TYPE_DESK_REPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_desk_report_init (HihDeskReport *self)
{
  self->groups = g_ptr_array_new_with_free_func (g_free);
  self->lessons = g_ptr_array_new ();
}

static void
add_period (HihDeskReport *self)
{
  const char *words[HIH_N_PERIODS + 1] = { _("This week"), _("This month"), _("Last month"), _("This quarter"),
                                           _("This year"), _("From the beginning"), _("Other days …"), NULL };

  self->period = HIH_PERIOD_MONTH;
  self->period_chooser = hih_chooser_new (self->page, "report-period", "calendar", _("Which days?"));
  hih_chooser_set (HIH_CHOOSER (self->period_chooser), words, self->period);
  hih_period_get (self->period, hih_clock_get_wall_ms (hih_context_get_clock (hih_page_get_context (self->page))),
                  &self->from_ms, &self->to_ms);
  g_signal_connect_object (self->period_chooser, "chosen", G_CALLBACK (period_cb), self, 0);
  hih_tiles_append (HIH_TILES (self->choices), self->period_chooser);
}

static void
add_lesson (HihDeskReport *self)
{
  const char *language = hih_context_get_language (hih_page_get_context (self->page));
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_ptr_array_add (words, (char *) _("All lessons"));
  for (guint i = 0; i < self->lessons->len; i++)
    g_ptr_array_add (words, (char *) hih_text_get (hih_lesson_get_title (self->lessons->pdata[i]), language));
  g_ptr_array_add (words, NULL);
  self->lesson_chooser = hih_chooser_new (self->page, "report-lesson", "book", _("Which lesson?"));
  hih_chooser_set (HIH_CHOOSER (self->lesson_chooser), (const char *const *) words->pdata, 0);
  g_signal_connect_object (self->lesson_chooser, "chosen", G_CALLBACK (choice_cb), self, 0);
  hih_tiles_append (HIH_TILES (self->choices), self->lesson_chooser);
}

static GtkWidget *
add_control (HihDeskReport *self, GtkWidget *line, const char *name, const char *icon, const char *words,
             GCallback callback)
{
  GtkWidget *control = hih_control_new (icon, words, NULL);

  gtk_widget_set_name (control, name);
  g_signal_connect_object (control, "clicked", callback, self, 0);
  hih_tiles_append (HIH_TILES (line), control);
  return control;
}

static void
add_choices (HihDeskReport *self)
{
  HihReportClass *klass = HIH_REPORT_GET_CLASS (self->report);
  const char *everybody[] = { _("Everybody"), NULL };

  if (!klass->of_now)
    add_period (self);
  if (klass->choice == HIH_REPORT_CHOICE_PERSON)
    self->person_control = add_control (self, self->choices, "report-person", "search", _("Which person?"),
                                        G_CALLBACK (ask_person_cb));
  else
    {
      self->group_chooser = hih_chooser_new (self->page, "report-group", "people", _("Which group?"));
      hih_chooser_set (HIH_CHOOSER (self->group_chooser), everybody, 0);
      g_signal_connect_object (self->group_chooser, "chosen", G_CALLBACK (choice_cb), self, 0);
      hih_tiles_append (HIH_TILES (self->choices), self->group_chooser);
    }
  if (klass->choice == HIH_REPORT_CHOICE_LESSON)
    add_lesson (self);
  if (klass->named)
    {
      self->names_control = add_control (self, self->choices, "report-names", "person", "", G_CALLBACK (names_cb));
      mark_names (self);
    }
}

/* A way to keep it as @format. */
static GtkWidget *
add_way (HihDeskReport *self, GtkWidget *line, HihTableFormat format, const char *name, const char *icon, const char *words)
{
  GtkWidget *way = add_control (self, line, name, icon, words, G_CALLBACK (save_cb));

  g_object_set_data (G_OBJECT (way), "format", GINT_TO_POINTER (format));
  return way;
}

static void
add_ways (HihDeskReport *self)
{
  GtkWidget *more;

  add_way (self, self->ways, HIH_TABLE_FORMAT_XLSX, "report-xlsx", "doc", _("Keep as Excel table"));
  add_way (self, self->ways, HIH_TABLE_FORMAT_PDF, "report-pdf", "report", _("Keep as PDF"));
  add_way (self, self->ways, HIH_TABLE_FORMAT_CSV, "report-csv", "doc", _("Keep as CSV"));
  add_way (self, self->others, HIH_TABLE_FORMAT_JSON, "report-json", "doc", _("Keep as JSON"));
  self->xapi = add_way (self, self->others, HIH_TABLE_FORMAT_XAPI, "report-xapi", "doc", _("Keep for a learning system (xAPI)"));
  more = add_control (self, self->ways, "report-others", "down", _("For other programs"), G_CALLBACK (others_cb));
  gtk_accessible_update_state (GTK_ACCESSIBLE (more), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  gtk_widget_set_visible (self->others, FALSE);
  hih_control_set_look (HIH_CONTROL (add_control (self, self->ways, "report-print", "printer", _("Print"),
                                                  G_CALLBACK (print_cb))),
                        "primary");
}

/**
 * hih_desk_report_new:
 * @page: the desk, which outlives it
 * @kind: a frozen id
 *
 * Returns: (transfer floating): the report, not asked yet
 */
GtkWidget *
hih_desk_report_new (HihPage *page, const char *kind)
{
  HihDeskReport *self = g_object_new (HIH_TYPE_DESK_REPORT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *back = hih_control_new ("back", _("All reports"), NULL);
  GtkWidget *title;
  GPtrArray *topics = hih_catalogue_get_topics (hih_context_get_catalogue (hih_page_get_context (page)));

  self->page = page;
  self->report = hih_report_new (kind, NULL);
  for (guint t = 0; t < topics->len; t++)
    {
      for (guint l = 0; l < ((HihTopic *) topics->pdata[t])->lessons->len; l++)
        g_ptr_array_add (self->lessons, ((HihTopic *) topics->pdata[t])->lessons->pdata[l]);
    }
  title = hih_words_new_heading (hih_report_get_title (self->report), "section");
  self->choices = hih_tiles_new_line (8, FALSE);
  self->ways = hih_tiles_new_line (8, FALSE);
  self->others = hih_tiles_new_line (8, FALSE);
  self->preview = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->warning = hih_words_new (_("There are names in it: keep it in the house, and never in a chat group."), "notice-box");
  gtk_widget_set_visible (self->warning, FALSE);
  gtk_widget_set_name (back, "report-back");
  gtk_widget_set_valign (title, GTK_ALIGN_CENTER);
  g_signal_connect_object (back, "clicked", G_CALLBACK (close_cb), self, 0);
  add_choices (self);
  add_ways (self);
  gtk_box_append (GTK_BOX (head), back);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), self->choices);
  gtk_box_append (GTK_BOX (box), self->warning);
  gtk_box_append (GTK_BOX (box), self->ways);
  gtk_box_append (GTK_BOX (box), self->others);
  gtk_box_append (GTK_BOX (box), self->preview);
  adw_bin_set_child (ADW_BIN (self), box);
  return GTK_WIDGET (self);
}
