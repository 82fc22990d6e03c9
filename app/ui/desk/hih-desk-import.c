/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every choice is followed by another dry run: what stands here is what the records themselves say would happen. */
#include "config.h"

#include "hih-desk-import.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-import-rows.h"
#include "hih-size-sheet.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihDeskImport
{
  AdwBin parent_instance;

  HihPage *page; /* borrowed: it owns this */
  HihPeopleSheet *sheet;
  HihImportOptions options; /* by_row: owned */
  GtkWidget *told;          /* what would happen, in words */
  GtkWidget *repeats;       /* the question about all names that are there already */
  GtkWidget *bad;           /* whether to leave out what cannot be read */
  GtkWidget *rows;
  GtkWidget *go;
  gboolean busy;
};

enum
{
  DONE,
  LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihDeskImport, hih_desk_import, ADW_TYPE_BIN)

static const struct
{
  HihRepeat repeat;
  const char *name;
  const char *icon;
  const char *words; /* N_() */
} choices[] = {
  { HIH_REPEAT_SKIP, "repeats-skip", "x", N_("Leave them out") },
  { HIH_REPEAT_SAME, "repeats-same", "person", N_("The same people") },
  { HIH_REPEAT_NEW, "repeats-new", "plus", N_("Other people of that name") },
};

static void ask (HihDeskImport *self, gboolean dry_run);

/* "18 people new · 2 changed …", only what there is. */
static char *
dup_summary (const HihImportResult *result)
{
  const char *forms[HIH_N_ROW_OUTCOMES] = {
    [HIH_ROW_NEW] = ngettext ("%u person new", "%u people new", result->n[HIH_ROW_NEW]),
    [HIH_ROW_CHANGED] = ngettext ("%u person changed", "%u people changed", result->n[HIH_ROW_CHANGED]),
    [HIH_ROW_SAME] = ngettext ("%u person as before", "%u people as before", result->n[HIH_ROW_SAME]),
    [HIH_ROW_SKIPPED] = ngettext ("%u row left out", "%u rows left out", result->n[HIH_ROW_SKIPPED]),
    [HIH_ROW_ASK] = ngettext ("%u name is here already", "%u names are here already", result->n[HIH_ROW_ASK]),
    [HIH_ROW_BAD] = ngettext ("%u row cannot be read", "%u rows cannot be read", result->n[HIH_ROW_BAD]),
  };
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  for (guint i = 0; i < HIH_N_ROW_OUTCOMES; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", result->n[i]);
      g_auto (GStrv) around = g_strsplit (forms[i], "%u", 2);

      if (result->n[i] > 0)
        g_ptr_array_add (parts, g_strjoinv (number, around));
    }
  G_GNUC_END_IGNORE_DEPRECATIONS
  if (parts->len == 0)
    return g_strdup (_("There is nobody in this file."));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" · ", (char **) parts->pdata);
}

static gboolean
has_repeats (const HihImportResult *result)
{
  for (guint i = 0; i < result->rows->len; i++)
    {
      if (((HihImportRow *) g_ptr_array_index (result->rows, i))->problem >= HIH_ROW_PROBLEM_TWICE)
        return TRUE;
    }
  return FALSE;
}

static void
update_choices (HihDeskImport *self)
{
  guint i = 0;
  gboolean out = self->options.leave_out_bad;
  GtkWidget *line = gtk_widget_get_last_child (self->repeats);

  for (GtkWidget *button = gtk_widget_get_first_child (line); button != NULL;
       button = gtk_widget_get_next_sibling (button), i++)
    {
      gboolean chosen = choices[i].repeat == self->options.repeats;

      hih_control_set_look (HIH_CONTROL (button), chosen ? "chosen" : NULL);
      hih_control_set_icon (HIH_CONTROL (button), chosen ? "check" : choices[i].icon);
      gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                                   chosen ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
    }
  hih_control_set_look (HIH_CONTROL (self->bad), out ? "on" : NULL);
  hih_control_set_icon (HIH_CONTROL (self->bad), out ? "check" : "x");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->bad), GTK_ACCESSIBLE_STATE_PRESSED,
                               out ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}

static void
show_result (HihDeskImport *self, const HihImportResult *result)
{
  g_autofree char *summary = dup_summary (result);
  const char *why_not = NULL;

  if (result->n[HIH_ROW_BAD] > 0 && !self->options.leave_out_bad)
    why_not = _("Some rows cannot be read");
  else if (result->n[HIH_ROW_ASK] > 0)
    why_not = _("Some names are to be decided on");
  else if (result->n[HIH_ROW_NEW] + result->n[HIH_ROW_CHANGED] == 0)
    why_not = _("There is nothing to bring in");
  gtk_label_set_label (GTK_LABEL (self->told), summary);
  gtk_widget_set_visible (self->repeats, has_repeats (result));
  gtk_widget_set_visible (self->bad, result->n[HIH_ROW_BAD] > 0);
  hih_control_set_why_not (HIH_CONTROL (self->go), why_not);
  hih_import_rows_set (HIH_IMPORT_ROWS (self->rows), result);
  update_choices (self);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskImport) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (HihImportResult) outcome = hih_records_import_people_finish (HIH_RECORDS (source), result, &error);

  self->busy = FALSE;
  hih_error_log (error);
  if (!hih_page_check (self->page, NULL))
    return;
  if (outcome == NULL)
    hih_page_show_sheet (self->page, hih_text_sheet_new (self->page, _("One moment"), hih_error_get_text (error)));
  else if (outcome->done && hih_act_get_n_people (outcome->act) > 0)
    {
      g_autofree char *words = dup_summary (outcome);

      g_signal_emit (self, signals[DONE], 0, outcome->act, words);
    }
  else
    show_result (self, outcome);
}

static void
ask (HihDeskImport *self, gboolean dry_run)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  self->options.dry_run = dry_run;
  hih_records_import_people_async (hih_context_get_records (hih_page_get_context (self->page)), self->sheet,
                                   &self->options, NULL, imported_cb, g_object_ref (self));
}

static void
repeats_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskImport *self = user_data;

  self->options.repeats = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "repeat"));
  g_hash_table_remove_all (self->options.by_row);
  ask (self, TRUE);
}

/* One row goes round: as all, left out, the same, somebody else. */
static void
row_cb (HihImportRows *rows, guint row, gpointer user_data)
{
  HihDeskImport *self = user_data;
  gpointer choice = NULL;
  HihRepeat now = self->options.repeats;

  if (g_hash_table_lookup_extended (self->options.by_row, GUINT_TO_POINTER (row), NULL, &choice))
    now = GPOINTER_TO_INT (choice);
  now = now == HIH_REPEAT_NEW ? HIH_REPEAT_SKIP : now + 1;
  g_hash_table_insert (self->options.by_row, GUINT_TO_POINTER (row), GINT_TO_POINTER (now));
  ask (self, TRUE);
}

static void
bad_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskImport *self = user_data;

  self->options.leave_out_bad = !self->options.leave_out_bad;
  ask (self, TRUE);
}

static void
go_cb (GtkWidget *button, gpointer user_data)
{
  ask (user_data, FALSE);
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  g_signal_emit (user_data, signals[LEFT], 0);
}

static void
hih_desk_import_finalize (GObject *object)
{
  HihDeskImport *self = HIH_DESK_IMPORT (object);

  hih_people_sheet_unref (self->sheet);
  g_hash_table_unref (self->options.by_row);
  G_OBJECT_CLASS (hih_desk_import_parent_class)->finalize (object);
}

static void
hih_desk_import_class_init (HihDeskImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_desk_import_finalize;
  signals[DONE] = g_signal_new ("done", HIH_TYPE_DESK_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                HIH_TYPE_ACT, G_TYPE_STRING);
  signals[LEFT] = g_signal_new ("left", HIH_TYPE_DESK_IMPORT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_desk_import_init (HihDeskImport *self)
{
  self->options.by_row = g_hash_table_new (NULL, NULL);
}

static GtkWidget *
new_repeats (HihDeskImport *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = hih_tiles_new_line (8, FALSE);

  gtk_box_append (GTK_BOX (box), hih_words_new (_("Some names are here already. Who are they? One row alone can be decided "
                                                  "on by pressing it."), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      GtkWidget *button = hih_control_new (choices[i].icon, _(choices[i].words), NULL);

      gtk_widget_set_name (button, choices[i].name);
      g_object_set_data (G_OBJECT (button), "repeat", GINT_TO_POINTER (choices[i].repeat));
      g_signal_connect_object (button, "clicked", G_CALLBACK (repeats_cb), self, 0);
      hih_tiles_append (HIH_TILES (line), button);
    }
  gtk_box_append (GTK_BOX (box), line);
  return box;
}

/**
 * hih_desk_import_new:
 *
 * Returns: (transfer floating): what would happen, and the way to make it happen
 */
GtkWidget *
hih_desk_import_new (HihPage *page, HihPeopleSheet *sheet)
{
  HihDeskImport *self = g_object_new (HIH_TYPE_DESK_IMPORT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = hih_tiles_new_line (12, FALSE);
  GtkWidget *back = hih_control_new ("back", _("Back"), NULL);

  self->page = page;
  self->sheet = hih_people_sheet_ref (sheet);
  self->told = hih_words_new ("", "strong");
  self->repeats = new_repeats (self);
  self->bad = hih_control_new ("x", _("Bring in the others, without the rows that cannot be read"), NULL);
  self->rows = hih_import_rows_new ();
  self->go = hih_control_new ("check", _("Bring them in"), "primary");
  gtk_widget_set_name (self->bad, "import-leave-out");
  gtk_widget_set_name (self->go, "import-go");
  gtk_widget_set_name (back, "import-back");
  gtk_widget_set_halign (self->bad, GTK_ALIGN_START);
  gtk_widget_set_visible (self->repeats, FALSE);
  gtk_widget_set_visible (self->bad, FALSE);
  gtk_widget_set_vexpand (self->rows, TRUE);
  g_signal_connect_object (self->bad, "clicked", G_CALLBACK (bad_cb), self, 0);
  g_signal_connect_object (self->go, "clicked", G_CALLBACK (go_cb), self, 0);
  g_signal_connect_object (back, "clicked", G_CALLBACK (back_cb), self, 0);
  g_signal_connect_object (self->rows, "decide", G_CALLBACK (row_cb), self, 0);
  hih_tiles_append (HIH_TILES (buttons), back);
  hih_tiles_append (HIH_TILES (buttons), self->go);
  gtk_box_append (GTK_BOX (box), self->told);
  gtk_box_append (GTK_BOX (box), self->repeats);
  gtk_box_append (GTK_BOX (box), self->bad);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), self->rows);
  adw_bin_set_child (ADW_BIN (self), box);
  ask (self, TRUE);
  return GTK_WIDGET (self);
}
