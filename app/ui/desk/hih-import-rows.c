/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-import-rows.h"
#include "hih-icon.h"
#include "hih-list-row.h"
#include "hih-row-name.h"

#include "hih-scroller.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define LEAST_HEIGHT 240
#define USUAL_HEIGHT 60 /* of a row, until one was seen */
#define STACK_BELOW 520

static const char *const problem_texts[HIH_N_ROW_PROBLEMS] = {
  [HIH_ROW_PROBLEM_NONE] = "",
  [HIH_ROW_PROBLEM_NO_NAME] = N_("There is no name"),
  [HIH_ROW_PROBLEM_LONG_NAME] = N_("The name is longer than 40 characters"),
  [HIH_ROW_PROBLEM_BAD_CHARACTER] = N_("There is a sign in it that cannot be read"),
  [HIH_ROW_PROBLEM_BAD_PICTURE] = N_("There is no such picture"),
  [HIH_ROW_PROBLEM_LONG_GROUP] = N_("The group's name is longer than 40 characters"),
  [HIH_ROW_PROBLEM_CELLS] = N_("There are more cells than headings"),
  [HIH_ROW_PROBLEM_QUOTE] = N_("A quotation mark that begins here is never closed"),
  [HIH_ROW_PROBLEM_NUMBER] = N_("A number stands where the name should be"),
  [HIH_ROW_PROBLEM_TWICE] = N_("Stands further up in the file too"),
  [HIH_ROW_PROBLEM_KNOWN] = N_("Is here already"),
};

static const struct
{
  const char *icon;
  const char *words; /* N_() */
} outcome_texts[HIH_N_ROW_OUTCOMES] = {
  [HIH_ROW_NEW] = { "plus", N_("New") },
  [HIH_ROW_CHANGED] = { "pencil", N_("The same person, changed") },
  [HIH_ROW_SAME] = { "person", N_("The same person, as before") },
  [HIH_ROW_SKIPPED] = { "x", N_("Left out") },
  [HIH_ROW_ASK] = { "help", N_("To be decided on") },
  [HIH_ROW_BAD] = { "warning", N_("Cannot be read") },
};

const char *
hih_row_problem_get_text (HihRowProblem problem)
{
  return problem == HIH_ROW_PROBLEM_NONE ? "" : _(problem_texts[problem]);
}

/* One row in the model. */
#define HIH_TYPE_IMPORT_ITEM (hih_import_item_get_type ())
G_DECLARE_FINAL_TYPE (HihImportItem, hih_import_item, HIH, IMPORT_ITEM, GObject)

struct _HihImportItem
{
  GObject parent_instance;

  guint row;
  HihRowOutcome outcome;
  HihRowProblem problem;
  gboolean no_picture;
  char *value;
  char *groups;
};

G_DEFINE_FINAL_TYPE (HihImportItem, hih_import_item, G_TYPE_OBJECT)

static void
hih_import_item_finalize (GObject *object)
{
  g_free (HIH_IMPORT_ITEM (object)->value);
  g_free (HIH_IMPORT_ITEM (object)->groups);
  G_OBJECT_CLASS (hih_import_item_parent_class)->finalize (object);
}

static void
hih_import_item_class_init (HihImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_import_item_finalize;
}

static void
hih_import_item_init (HihImportItem *self)
{
}

struct _HihImportRows
{
  AdwBin parent_instance;

  GListStore *store;
  HihLaterKind kind; /* of its rows */
};

enum
{
  DECIDE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihImportRows, hih_import_rows, ADW_TYPE_BIN)

typedef struct
{
  GtkWidget *button;
  GtkWidget *number;
  GtkWidget *name;
  GtkWidget *icon;
  GtkWidget *outcome;
} Row;

static void
pressed_cb (GtkWidget *button, gpointer user_data)
{
  GtkListItem *list_item = hih_list_row_get_item (button);
  HihImportItem *item = gtk_list_item_get_item (list_item);

  if (item->problem >= HIH_ROW_PROBLEM_TWICE)
    g_signal_emit (user_data, signals[DECIDE], 0, item->row);
}

static void
make_row (HihLater *place, GtkListItem *list_item, gpointer user_data)
{
  Row *row = g_new0 (Row, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *what = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *split;

  row->number = hih_words_new ("", "soft row-number");
  row->name = hih_words_new ("", "strong");
  row->icon = hih_icon_new ("plus", 20);
  row->outcome = hih_words_new ("", NULL);
  gtk_label_set_wrap (GTK_LABEL (row->number), FALSE);
  gtk_box_append (GTK_BOX (what), row->icon);
  gtk_box_append (GTK_BOX (what), row->outcome);
  gtk_widget_set_hexpand (row->outcome, TRUE);
  split = hih_split_new (row->name, what, 12, 450);
  hih_split_set_stack_below (HIH_SPLIT (split), STACK_BELOW);
  gtk_box_append (GTK_BOX (box), row->number);
  row->button = hih_list_row_make (place, list_item, "import-row", box, split, G_CALLBACK (pressed_cb), user_data);
  g_object_set_data_full (G_OBJECT (list_item), "row", row, g_free);
}

static void
fill_row (HihLater *place, gpointer list_item, gpointer user_data)
{
  HihImportItem *item = gtk_list_item_get_item (list_item);
  /* translators: a row's number as the spreadsheet counts it */
  g_autofree char *number = g_strdup_printf (_("Row %u"), item->row);
  g_autofree char *name = *item->groups != '\0' ? g_strdup_printf ("%s · %s", item->value, item->groups)
                                                : g_strdup (item->value);
  /* translators: what becomes of a row, and why it is asked about */
  g_autofree char *outcome = item->problem != HIH_ROW_PROBLEM_NONE
                                 ? g_strdup_printf (_("%s: %s"), _(outcome_texts[item->outcome].words),
                                                    hih_row_problem_get_text (item->problem))
                             : item->no_picture
                                 ? g_strdup_printf (_("%s: %s"), _(outcome_texts[item->outcome].words),
                                                    hih_row_problem_get_text (HIH_ROW_PROBLEM_BAD_PICTURE))
                                 : g_strdup (_(outcome_texts[item->outcome].words));
  g_autofree char *label = g_strdup_printf ("%s %s %s", number, name, outcome);
  Row *row;

  if (hih_later_get_child (place) == NULL)
    make_row (place, list_item, user_data);
  row = g_object_get_data (G_OBJECT (list_item), "row");
  gtk_label_set_label (GTK_LABEL (row->number), number);
  gtk_label_set_label (GTK_LABEL (row->name), name);
  gtk_label_set_label (GTK_LABEL (row->outcome), outcome);
  hih_icon_set (row->icon, outcome_texts[item->outcome].icon);
  if (item->outcome == HIH_ROW_BAD || item->outcome == HIH_ROW_ASK)
    gtk_widget_add_css_class (row->button, "look-here");
  else
    gtk_widget_remove_css_class (row->button, "look-here");
  hih_row_name_set (list_item, label);
}

static void
add_rows (GPtrArray *items, const HihImportResult *result, gboolean problems)
{
  for (guint i = 0; i < result->rows->len; i++)
    {
      const HihImportRow *row = g_ptr_array_index (result->rows, i);
      HihImportItem *item;

      if ((row->problem != HIH_ROW_PROBLEM_NONE || row->no_picture) != problems)
        continue;
      item = g_object_new (HIH_TYPE_IMPORT_ITEM, NULL);
      item->row = row->row;
      item->outcome = row->outcome;
      item->problem = row->problem;
      item->no_picture = row->no_picture;
      item->value = g_strdup (row->value);
      item->groups = g_strdup (row->groups);
      g_ptr_array_add (items, item);
    }
}

static gboolean
is_same (HihImportRows *self, guint position, const HihImportItem *item)
{
  g_autoptr (HihImportItem) there = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return there->row == item->row && there->outcome == item->outcome && there->problem == item->problem;
}

/* Only the stretch that differs is replaced: after one row was decided on the list stays where it is. */
void
hih_import_rows_set (HihImportRows *self, const HihImportResult *result)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store)), first = 0, last = 0;

  add_rows (items, result, TRUE);
  add_rows (items, result, FALSE);
  while (first < n && first < items->len && is_same (self, first, items->pdata[first]))
    first++;
  while (first + last < n && first + last < items->len &&
         is_same (self, n - last - 1, items->pdata[items->len - last - 1]))
    last++;
  g_list_store_splice (self->store, first, n - first - last, items->pdata + first, items->len - first - last);
}

static void
hih_import_rows_finalize (GObject *object)
{
  g_object_unref (HIH_IMPORT_ROWS (object)->store);
  G_OBJECT_CLASS (hih_import_rows_parent_class)->finalize (object);
}

static void
hih_import_rows_class_init (HihImportRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_import_rows_finalize;
  signals[DECIDE] = g_signal_new ("decide", HIH_TYPE_IMPORT_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_UINT);
}

static void
hih_import_rows_init (HihImportRows *self)
{
  self->store = g_list_store_new (HIH_TYPE_IMPORT_ITEM);
  self->kind = (HihLaterKind) { fill_row, self, USUAL_HEIGHT };
}

/**
 * hih_import_rows_new:
 *
 * Returns: (transfer floating): an empty list; it scrolls by itself
 */
GtkWidget *
hih_import_rows_new (void)
{
  HihImportRows *self = g_object_new (HIH_TYPE_IMPORT_ROWS, NULL);
  GtkWidget *view, *scroller;

  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->store)))),
                            hih_list_row_factory_new (&self->kind));
  gtk_widget_add_css_class (view, "rows");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Rows of the file"), -1);
  scroller = hih_scroller_new (view);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), LEAST_HEIGHT);
  adw_bin_set_child (ADW_BIN (self), scroller);
  return GTK_WIDGET (self);
}
