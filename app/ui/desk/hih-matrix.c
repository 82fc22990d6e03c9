/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The headings, a list of drawn rows that scrolls downward, and a bar that moves the lessons sideways when they do not
 * fit. The list's own items are numbers: its model makes them when they come into sight. */
#include "config.h"

#include "hih-matrix.h"

#include <glib/gi18n.h>
#include <math.h>

#include "hih-list-row.h"
#include "hih-matrix-row.h"
#include "hih-row-name.h"
#include "hih-scroller.h"
#include "hih-words.h"

/* An item of the list: which row it is. */
#define HIH_TYPE_MATRIX_ITEM (hih_matrix_item_get_type ())
G_DECLARE_FINAL_TYPE (HihMatrixItem, hih_matrix_item, HIH, MATRIX_ITEM, GObject)

struct _HihMatrixItem
{
  GObject parent_instance;
  guint row;
};

G_DEFINE_FINAL_TYPE (HihMatrixItem, hih_matrix_item, G_TYPE_OBJECT)

static void
hih_matrix_item_class_init (HihMatrixItemClass *klass)
{
}

static void
hih_matrix_item_init (HihMatrixItem *self)
{
}

/* As many items as there are rows. */
#define HIH_TYPE_MATRIX_ROWS (hih_matrix_rows_get_type ())
G_DECLARE_FINAL_TYPE (HihMatrixRows, hih_matrix_rows, HIH, MATRIX_ROWS, GObject)

struct _HihMatrixRows
{
  GObject parent_instance;
  guint n;
};

static GType
hih_matrix_rows_get_item_type (GListModel *model)
{
  return HIH_TYPE_MATRIX_ITEM;
}

static guint
hih_matrix_rows_get_n_items (GListModel *model)
{
  return HIH_MATRIX_ROWS (model)->n;
}

static gpointer
hih_matrix_rows_get_item (GListModel *model, guint position)
{
  HihMatrixItem *item;

  if (position >= HIH_MATRIX_ROWS (model)->n)
    return NULL;
  item = g_object_new (HIH_TYPE_MATRIX_ITEM, NULL);
  item->row = position;
  return item;
}

static void
hih_matrix_rows_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = hih_matrix_rows_get_item_type;
  iface->get_n_items = hih_matrix_rows_get_n_items;
  iface->get_item = hih_matrix_rows_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HihMatrixRows, hih_matrix_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, hih_matrix_rows_list_model_init))

static void
hih_matrix_rows_class_init (HihMatrixRowsClass *klass)
{
}

static void
hih_matrix_rows_init (HihMatrixRows *self)
{
}

struct _HihMatrix
{
  GtkWidget parent_instance;

  HihMatrixShared shared;
  HihMatrixRows *rows;
  GtkWidget *box;
  GtkWidget *head;
  GtkWidget *moment; /* until there is a board; and when nobody is found */
  GtkWidget *list;
  GtkWidget *scroller;
  GtkWidget *bar; /* sideways */
};

G_DEFINE_FINAL_TYPE (HihMatrix, hih_matrix, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  gtk_list_item_set_child (item, hih_matrix_row_new (&HIH_MATRIX (user_data)->shared));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  HihMatrix *self = user_data;
  guint row = HIH_MATRIX_ITEM (gtk_list_item_get_item (item))->row;
  GtkWidget *child = gtk_list_item_get_child (item);
  g_autofree char *words = hih_matrix_row_dup_words (&self->shared, row);

  hih_matrix_row_set (HIH_MATRIX_ROW (child), row);
  hih_row_name_set (item, words);
}

static void
activate_cb (GtkListView *list, guint row, gpointer user_data)
{
  HihMatrix *self = user_data;
  guint column = self->shared.pressed;

  self->shared.pressed = G_MAXUINT;
  if (row < self->shared.people->len)
    g_signal_emit (self, signals[CHOSEN], 0, g_array_index (self->shared.people, guint, row),
                   column < self->shared.lessons->len ? g_array_index (self->shared.lessons, guint, column) : G_MAXUINT);
}

/* How far the lessons can move, once it is known how wide a row is. */
static void
update_sideways (HihMatrix *self, int width)
{
  HihMatrixLook *look = hih_matrix_shared_get_look (&self->shared);
  double page;
  double all = (double) self->shared.lessons->len * look->cell_width;

  hih_matrix_look_fit (look, width);
  page = MAX (width - look->name_width, 1);
  gtk_adjustment_configure (self->shared.sideways, MIN (gtk_adjustment_get_value (self->shared.sideways), MAX (all - page, 0)),
                            0, MAX (all, page), look->cell_width, page, page);
}

static void
hih_matrix_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihMatrix *self = HIH_MATRIX (widget);

  update_sideways (self, width);
  gtk_widget_set_visible (self->bar, gtk_adjustment_get_upper (self->shared.sideways) > gtk_adjustment_get_page_size (self->shared.sideways));
  gtk_widget_allocate (self->box, width, height, baseline, NULL);
}

static void
hih_matrix_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                    int *minimum_baseline, int *natural_baseline)
{
  HihMatrix *self = HIH_MATRIX (widget);
  const HihMatrixLook *look = hih_matrix_shared_get_look (&self->shared);

  gtk_widget_measure (self->box, orientation, for_size, minimum, natural, NULL, NULL);
  /* Two rows at least are to be seen. */
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = MAX (*minimum, look->head_height + 2 * look->row_height);
      *natural = MAX (*natural, *minimum);
    }
}

static void
hih_matrix_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  HihMatrix *self = HIH_MATRIX (widget);

  GTK_WIDGET_CLASS (hih_matrix_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->shared.look, hih_matrix_look_free);
  gtk_widget_queue_resize (widget);
}

/* The wheel and the touchpad move the lessons too, and so do the arrows at a row. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller, double dx, double dy, gpointer user_data)
{
  HihMatrix *self = user_data;
  gboolean shift = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller)) & GDK_SHIFT_MASK) != 0;
  double by = shift ? dy : dx;

  if (fabs (by) < 0.001)
    return FALSE;
  gtk_adjustment_set_value (self->shared.sideways, gtk_adjustment_get_value (self->shared.sideways) +
                                                     by * gtk_adjustment_get_step_increment (self->shared.sideways));
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, gpointer user_data)
{
  HihMatrix *self = user_data;
  int by = keyval == GDK_KEY_Right ? 1 : keyval == GDK_KEY_Left ? -1 : 0;

  self->shared.pressed = G_MAXUINT;
  if (by == 0)
    return FALSE;
  gtk_adjustment_set_value (self->shared.sideways, gtk_adjustment_get_value (self->shared.sideways) +
                                                     by * gtk_adjustment_get_step_increment (self->shared.sideways));
  return TRUE;
}

static void
drag_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  HihMatrix *self = user_data;
  double *from = g_object_get_data (G_OBJECT (gesture), "from");

  if (fabs (x) < 24 || fabs (x) < fabs (y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_adjustment_set_value (self->shared.sideways, *from - x);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, gpointer user_data)
{
  double *from = g_object_get_data (G_OBJECT (gesture), "from");

  *from = gtk_adjustment_get_value (HIH_MATRIX (user_data)->shared.sideways);
}

static void
hih_matrix_dispose (GObject *object)
{
  HihMatrix *self = HIH_MATRIX (object);

  if (self->list != NULL)
    gtk_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  self->list = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->rows);
  G_OBJECT_CLASS (hih_matrix_parent_class)->dispose (object);
}

static void
hih_matrix_finalize (GObject *object)
{
  HihMatrixShared *shared = &HIH_MATRIX (object)->shared;

  g_clear_pointer (&shared->board, hih_board_unref);
  g_clear_pointer (&shared->look, hih_matrix_look_free);
  g_strfreev (shared->titles);
  g_array_unref (shared->lessons);
  g_array_unref (shared->people);
  g_object_unref (shared->sideways);
  G_OBJECT_CLASS (hih_matrix_parent_class)->finalize (object);
}

static void
hih_matrix_class_init (HihMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_matrix_finalize;
  widget_class->size_allocate = hih_matrix_size_allocate;
  widget_class->measure = hih_matrix_measure;
  widget_class->css_changed = hih_matrix_css_changed;
  gtk_widget_class_set_css_name (widget_class, "matrix");
  signals[CHOSEN] = g_signal_new ("chosen", HIH_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_UINT);
}

static void
add_controllers (HihMatrix *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (drag), TRUE);
  g_object_set_data_full (G_OBJECT (drag), "from", g_new0 (double, 1), g_free);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

static void
hih_matrix_init (HihMatrix *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model;

  self->shared.lessons = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shared.people = g_array_new (FALSE, FALSE, sizeof (guint));
  self->shared.titles = g_new0 (char *, 1);
  self->shared.sideways = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  self->shared.widget = GTK_WIDGET (self);
  self->shared.pressed = G_MAXUINT;
  self->rows = g_object_new (HIH_TYPE_MATRIX_ROWS, NULL);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->rows))));
  self->list = gtk_list_view_new (model, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("People and lessons"), -1);
  g_signal_connect (self->list, "activate", G_CALLBACK (activate_cb), self);
  self->head = hih_matrix_row_new (&self->shared);
  self->scroller = hih_scroller_new (self->list);
  gtk_widget_set_vexpand (self->scroller, TRUE);
  self->bar = gtk_scrollbar_new (GTK_ORIENTATION_HORIZONTAL, self->shared.sideways);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Scroll bar"), -1);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->box, "matrix");
  gtk_widget_set_overflow (self->box, GTK_OVERFLOW_HIDDEN);
  self->moment = hih_words_new (_("One moment, the names are being read …"), "soft");
  gtk_widget_set_margin_top (self->moment, 12);
  gtk_widget_set_margin_start (self->moment, 12);
  gtk_box_append (GTK_BOX (self->box), self->head);
  gtk_box_append (GTK_BOX (self->box), self->moment);
  gtk_box_append (GTK_BOX (self->box), self->scroller);
  gtk_box_append (GTK_BOX (self->box), self->bar);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  add_controllers (self);
}

GtkWidget *
hih_matrix_new (void)
{
  return g_object_new (HIH_TYPE_MATRIX, NULL);
}

/**
 * hih_matrix_set:
 * @titles: of every lesson of @board
 * @lessons: (element-type guint): which of them are columns
 * @people: (element-type guint): who are rows, in their order
 */
void
hih_matrix_set (HihMatrix *self, HihBoard *board, const char *const *titles, GArray *lessons, GArray *people)
{
  g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();
  guint before = self->rows->n;

  for (guint i = 0; i < lessons->len; i++)
    g_strv_builder_add (shown, titles[g_array_index (lessons, guint, i)]);
  hih_board_ref (board);
  g_clear_pointer (&self->shared.board, hih_board_unref);
  self->shared.board = board;
  g_strfreev (self->shared.titles);
  self->shared.titles = g_strv_builder_end (shown);
  g_array_ref (lessons);
  g_array_unref (self->shared.lessons);
  self->shared.lessons = lessons;
  g_array_ref (people);
  g_array_unref (self->shared.people);
  self->shared.people = people;
  g_clear_pointer (&self->shared.look, hih_matrix_look_free);
  gtk_widget_queue_resize (self->head);
  gtk_widget_queue_draw (self->head);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  /* In a home of nobody the page says so itself. */
  gtk_label_set_label (GTK_LABEL (self->moment), _("Nobody is found like this. Another spelling, or all groups?"));
  gtk_widget_set_visible (self->moment, people->len == 0 && board->n_people > 0);
  gtk_widget_set_name (self->list, "matrix-list"); /* now there is something in it */
  self->rows->n = people->len;
  g_list_model_items_changed (G_LIST_MODEL (self->rows), 0, before, people->len);
}

gboolean
hih_matrix_shed (HihMatrix *self)
{
  guint n = self->rows->n;

  self->rows->n = hih_list_row_count_kept (n);
  g_list_model_items_changed (G_LIST_MODEL (self->rows), self->rows->n, n - self->rows->n, 0);
  return self->rows->n > 0;
}

guint
hih_matrix_get_n_rows (HihMatrix *self)
{
  return self->shared.people->len;
}

char *
hih_matrix_dup_row_words (HihMatrix *self, guint row)
{
  return hih_matrix_row_dup_words (&self->shared, row);
}

void
hih_matrix_scroll_to (HihMatrix *self, guint row)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", row);
}
