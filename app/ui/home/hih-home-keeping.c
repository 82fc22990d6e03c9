/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long people are kept after their last lesson, and who has been kept long enough: erased or kept longer, many at
 * once. Nothing is erased by itself. */
#include "config.h"

#include "hih-home-section.h"

#include "hih-control.h"
#include "hih-desk-act.h"
#include "hih-desk-erase.h"
#include "hih-error-text.h"
#include "hih-privacy.h"
#include "hih-stepper.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define MAX_MONTHS 120
#define MORE_ROWS 60 /* as many rows at once, and as many more with a tap: each is a button */

#define HIH_TYPE_HOME_KEEPING (hih_home_keeping_get_type ())
G_DECLARE_FINAL_TYPE (HihHomeKeeping, hih_home_keeping, HIH, HOME_KEEPING, AdwBin)

struct _HihHomeKeeping
{
  AdwBin parent_instance;

  HihPage *page; /* borrowed: the desk, which outlives this */
  GPtrArray *overdue; /* (nullable) (element-type HihOverdue) */
  GArray *chosen;     /* (element-type gboolean): a row each that is shown */
  GtkWidget *months;
  GtkWidget *count;
  GtkWidget *rows;
  GtkWidget *more; /* shows further rows */
  GtkWidget *acts;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (HihHomeKeeping, hih_home_keeping, ADW_TYPE_BIN)

static HihSettings *
settings_of (HihHomeKeeping *self)
{
  return hih_context_get_settings (hih_page_get_context (self->page));
}

static guint
get_n_rows (HihHomeKeeping *self)
{
  return self->chosen->len;
}

#define is_chosen(self, i) g_array_index ((self)->chosen, gboolean, (i))

static void
update_more (HihHomeKeeping *self)
{
  guint n_left = self->overdue != NULL ? self->overdue->len - self->chosen->len : 0;
  g_autofree char *words = g_strdup_printf (ngettext ("Show %u more person", "Show %u more people", MIN (n_left, MORE_ROWS)),
                                            MIN (n_left, MORE_ROWS));

  hih_control_set_words (HIH_CONTROL (self->more), words);
  gtk_widget_set_visible (self->more, n_left > 0);
}

static void
update (HihHomeKeeping *self)
{
  guint i = 0, n_chosen = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row), i++)
    {
      hih_control_set_look (HIH_CONTROL (row), is_chosen (self, i) ? "on" : NULL);
      hih_control_set_icon (HIH_CONTROL (row), is_chosen (self, i) ? "check" : "plus");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_PRESSED,
                                   is_chosen (self, i) ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
      n_chosen += is_chosen (self, i);
    }
  update_more (self);
  gtk_widget_set_visible (self->acts, get_n_rows (self) > 0);
  for (GtkWidget *act = gtk_widget_get_first_child (self->acts); act != NULL; act = gtk_widget_get_next_sibling (act))
    gtk_widget_set_sensitive (act, n_chosen > 0 || g_object_get_data (G_OBJECT (act), "always") != NULL);
}

static void
row_cb (GtkWidget *row, gpointer user_data)
{
  HihHomeKeeping *self = user_data;
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "row"));

  is_chosen (self, i) = !is_chosen (self, i);
  update (self);
}

static void
add_row (HihHomeKeeping *self, guint i)
{
  const HihOverdue *overdue = self->overdue->pdata[i];
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local ((overdue->lesson_at_ms > 0 ? overdue->lesson_at_ms : overdue->last_at_ms) / 1000);
  g_autofree char *day = g_date_time_format (at, "%Y-%m-%d");
  /* translators: a name; a day */
  g_autofree char *words = g_strdup_printf (overdue->lesson_at_ms > 0 ? _("%s: last lesson %s") : _("%s: no lesson since %s"),
                                            overdue->name, day);
  GtkWidget *row = hih_home_add_button (self->rows, self, "plus", words, "overdue-row", G_CALLBACK (row_cb));

  hih_control_set_at_start (HIH_CONTROL (row), TRUE);
  g_object_set_data (G_OBJECT (row), "row", GUINT_TO_POINTER (i));
}

static void
add_rows (HihHomeKeeping *self)
{
  gboolean no = FALSE;

  for (guint i = self->chosen->len, n = MIN (self->overdue->len, i + MORE_ROWS); i < n; i++)
    {
      g_array_append_val (self->chosen, no);
      add_row (self, i);
    }
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeKeeping *self = user_data;

  add_rows (self);
  update (self);
}

static void
overdue_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihHomeKeeping) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) overdue = hih_records_list_overdue_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *count = NULL;
  guint n;

  if (overdue == NULL || self->rows == NULL)
    {
      hih_error_log (error);
      return;
    }
  g_clear_pointer (&self->overdue, g_ptr_array_unref);
  n = overdue->len;
  self->overdue = g_steal_pointer (&overdue);
  g_array_set_size (self->chosen, 0);
  hih_tiles_remove_all (HIH_TILES (self->rows));
  add_rows (self);
  if (n == 0)
    count = g_strdup (_("Nobody has been kept longer than that."));
  else
    count = g_strdup_printf (ngettext ("%u person has been kept longer than that:", "%u people have been kept longer than that:",
                                       n), n);
  gtk_label_set_label (GTK_LABEL (self->count), count);
  update (self);
}

static void
ask (HihHomeKeeping *self)
{
  HihRecords *records = hih_context_get_records (hih_page_get_context (self->page));

  if (records != NULL)
    hih_records_list_overdue_async (records, (guint) hih_stepper_get (HIH_STEPPER (self->months)), NULL, overdue_cb,
                                    g_object_ref (self));
}

static void
months_cb (GtkWidget *stepper, gpointer user_data)
{
  HihHomeKeeping *self = user_data;

  hih_settings_set_int (settings_of (self), HIH_SETTING_RETENTION_MONTHS, hih_stepper_get (HIH_STEPPER (stepper)));
  ask (self);
}

static GArray *
dup_chosen (HihHomeKeeping *self, GStrv *names)
{
  GArray *people = g_array_new (FALSE, FALSE, sizeof (HihId));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < get_n_rows (self); i++)
    {
      const HihOverdue *overdue = self->overdue->pdata[i];

      if (!is_chosen (self, i))
        continue;
      g_array_append_val (people, overdue->id);
      g_strv_builder_add (builder, overdue->name);
    }
  *names = g_strv_builder_end (builder);
  return people;
}

static void
all_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeKeeping *self = user_data;
  gboolean all = TRUE;

  for (guint i = 0; i < get_n_rows (self); i++)
    all &= is_chosen (self, i);
  for (guint i = 0; i < get_n_rows (self); i++)
    is_chosen (self, i) = !all;
  update (self);
}

static void
erase_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeKeeping *self = user_data;
  g_auto (GStrv) names = NULL;
  g_autoptr (GArray) people = dup_chosen (self, &names);

  if (people->len > 0)
    hih_desk_erase_open (self->page, people, (const char *const *) names);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihHomeKeeping) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihAct) act = hih_records_act_finish (HIH_RECORDS (source), result, &error);
  g_autofree char *words = NULL;

  if (self->rows == NULL)
    return;
  if (act == NULL)
    {
      hih_home_tell (self->page, error);
      return;
    }
  words = g_strdup_printf (ngettext ("Kept longer, from today on: %u person.", "Kept longer, from today on: %u people.",
                                     hih_act_get_n_people (act)), hih_act_get_n_people (act));
  hih_desk_act_show (HIH_DESK_ACT (self->undo), act, words);
  ask (self);
}

static void
keep_cb (GtkWidget *button, gpointer user_data)
{
  HihHomeKeeping *self = user_data;
  g_auto (GStrv) names = NULL;
  g_autoptr (GArray) people = dup_chosen (self, &names);

  hih_records_keep_longer_async (hih_context_get_records (hih_page_get_context (self->page)), people, NULL, kept_cb,
                                 g_object_ref (self));
}

static void
hih_home_keeping_dispose (GObject *object)
{
  HIH_HOME_KEEPING (object)->rows = NULL;
  G_OBJECT_CLASS (hih_home_keeping_parent_class)->dispose (object);
}

static void
hih_home_keeping_finalize (GObject *object)
{
  g_clear_pointer (&HIH_HOME_KEEPING (object)->overdue, g_ptr_array_unref);
  g_array_unref (HIH_HOME_KEEPING (object)->chosen);
  G_OBJECT_CLASS (hih_home_keeping_parent_class)->finalize (object);
}

static void
hih_home_keeping_class_init (HihHomeKeepingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_home_keeping_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_home_keeping_finalize;
}

static void
hih_home_keeping_init (HihHomeKeeping *self)
{
  self->chosen = g_array_new (FALSE, TRUE, sizeof (gboolean));
}

static GtkWidget *
make (HihPage *page)
{
  HihHomeKeeping *self = g_object_new (HIH_TYPE_HOME_KEEPING, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  int months;

  self->page = page;
  months = hih_settings_get_int (settings_of (self), HIH_SETTING_RETENTION_MONTHS);
  self->months = hih_stepper_new (_("Months"), 1, MAX_MONTHS, 1);
  self->count = hih_words_new ("", "strong");
  self->rows = hih_tiles_new_columns (300, 2, 8);
  self->more = hih_control_new ("down", "", NULL);
  self->acts = hih_tiles_new_line (12, FALSE);
  self->undo = hih_desk_act_new (page);
  gtk_widget_set_halign (self->months, GTK_ALIGN_START);
  gtk_widget_set_name (self->months, "keeping-months");
  hih_stepper_set (HIH_STEPPER (self->months), CLAMP (months, 1, MAX_MONTHS));
  g_signal_connect_object (self->months, "changed", G_CALLBACK (months_cb), self, 0);
  g_signal_connect_object (self->undo, "undone", G_CALLBACK (ask), self, G_CONNECT_SWAPPED);
  g_object_set_data (G_OBJECT (hih_home_add_button (self->acts, self, "check", _("Choose all"), "overdue-all", G_CALLBACK (all_cb))),
                     "always", (gpointer) "");
  hih_home_add_button (self->acts, self, "clock", _("Keep longer"), "overdue-keep", G_CALLBACK (keep_cb));
  hih_home_add_button (self->acts, self, "trash", _("Erase"), "overdue-erase", G_CALLBACK (erase_cb));
  gtk_box_append (GTK_BOX (box), hih_words_new (_("People are kept so many months after the last lesson; then they are listed "
                                                  "here. Nothing is erased by itself."), NULL));
  gtk_box_append (GTK_BOX (box), self->months);
  gtk_box_append (GTK_BOX (box), self->count);
  gtk_box_append (GTK_BOX (box), self->acts);
  gtk_box_append (GTK_BOX (box), self->rows);
  gtk_widget_set_name (self->more, "overdue-more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, 0);
  gtk_box_append (GTK_BOX (box), self->more);
  gtk_box_append (GTK_BOX (box), self->undo);
  adw_bin_set_child (ADW_BIN (self), box);
  update (self);
  ask (self);
  return GTK_WIDGET (self);
}

const HihHomeSection hih_home_keeping = {
  "calendar",
  N_("How long people are kept"),
  N_("Months after the last lesson; who has been kept longer: erase, or keep longer."),
  make,
};
