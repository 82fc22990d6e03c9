/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row is one widget: a widget a cell would be some 500 for a screenful, bound anew at every scrolled line. */
#include "config.h"

#include "hih-matrix-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "hih-cell-words.h"
#include "hih-drawing.h"
#include "hih-words.h"

#define PICTURE 38
#define PICTURE_AT 12
#define NAME_AT (PICTURE_AT + PICTURE + 8)

struct _HihMatrixRow
{
  GtkWidget parent_instance;

  HihMatrixShared *shared; /* outlives the row */
  guint row;
  PangoLayout *name;       /* (nullable): made when it is drawn */
};

G_DEFINE_FINAL_TYPE (HihMatrixRow, hih_matrix_row, GTK_TYPE_WIDGET)

/* So many of the longest names are measured: Chinese names of as many characters are nearly as wide. */
#define MEASURED 8

/* Of the people who are rows, those with the longest names. Bytes tell near enough, at a price that many can pay. */
static void
find_longest (const HihMatrixShared *shared, const char **names)
{
  gsize lengths[MEASURED] = { 0 };

  for (guint i = 0; shared->board != NULL && i < shared->people->len; i++)
    {
      const char *name = shared->board->people[g_array_index (shared->people, guint, i)].trainee->name;
      gsize length = strlen (name);
      guint at = MEASURED;

      while (at > 0 && length > lengths[at - 1])
        at--;
      if (at == MEASURED)
        continue;
      memmove (&lengths[at + 1], &lengths[at], (MEASURED - 1 - at) * sizeof *lengths);
      memmove (&names[at + 1], &names[at], (MEASURED - 1 - at) * sizeof *names);
      lengths[at] = length;
      names[at] = name;
    }
}

/**
 * hih_matrix_shared_get_look:
 *
 * Returns: (transfer none): how it is drawn now
 */
HihMatrixLook *
hih_matrix_shared_get_look (HihMatrixShared *shared)
{
  if (shared->look == NULL)
    {
      const char *names[MEASURED + 1] = { NULL };

      find_longest (shared, names);
      shared->look = hih_matrix_look_new (shared->widget, (const char *const *) shared->titles, names);
      hih_matrix_look_fit (shared->look, gtk_widget_get_width (shared->widget));
    }
  return shared->look;
}

int
hih_matrix_shared_get_step (HihMatrixShared *shared, int width)
{
  const HihMatrixLook *look = hih_matrix_shared_get_look (shared);
  int room = (width - look->name_width) / (int) MAX (shared->lessons->len, 1);

  return CLAMP (room, look->cell_width, look->cell_width * 3 / 2);
}

static const HihBoardPerson *
get_person (const HihMatrixShared *shared, guint row)
{
  if (shared->board == NULL || row >= shared->people->len)
    return NULL;
  return &shared->board->people[g_array_index (shared->people, guint, row)];
}

static void
draw_layout (GtkSnapshot *snapshot, PangoLayout *layout, float x, int height, const GdkRGBA *color)
{
  int text_height;

  pango_layout_get_pixel_size (layout, NULL, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) (height - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_name (HihMatrixRow *self, GtkSnapshot *snapshot, const HihMatrixLook *look, const HihBoardPerson *person, int height)
{
  g_autofree char *drawing = hih_person_drawing (person->trainee->picture);
  graphene_rect_t square = GRAPHENE_RECT_INIT (PICTURE_AT, (float) (height - PICTURE) / 2, PICTURE, PICTURE);
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &square, PICTURE / 2.0F);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_translate (snapshot, &square.origin);
  gdk_paintable_snapshot (hih_drawing_get (drawing), snapshot, PICTURE, PICTURE);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-square.origin.x, -square.origin.y));
  gtk_snapshot_pop (snapshot);
  if (self->name == NULL)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      self->name = gtk_widget_create_pango_layout (GTK_WIDGET (self), person->trainee->name);
      pango_layout_set_attributes (self->name, attributes);
      pango_layout_set_height (self->name, 0);
      pango_layout_set_ellipsize (self->name, PANGO_ELLIPSIZE_END);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_width (self->name, (look->name_width - NAME_AT - 6) * PANGO_SCALE);
  draw_layout (snapshot, self->name, NAME_AT, height, &look->ink);
}

static void
draw_line (GtkSnapshot *snapshot, const HihMatrixLook *look, float x, int height)
{
  gtk_snapshot_append_color (snapshot, &look->hairline, &GRAPHENE_RECT_INIT (x, 0, 1, (float) height));
}

static void
hih_matrix_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihMatrixRow *self = HIH_MATRIX_ROW (widget);
  HihMatrixShared *shared = self->shared;
  const HihMatrixLook *look = hih_matrix_shared_get_look (shared);
  const HihBoardPerson *person = get_person (shared, self->row);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float offset = (float) gtk_adjustment_get_value (shared->sideways);
  float step = (float) hih_matrix_shared_get_step (shared, width);
  gboolean head = self->row == HIH_MATRIX_HEAD;

  if (!head && person == NULL)
    return;
  gtk_snapshot_append_color (snapshot, head ? &look->well : &look->card, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) look->name_width, 0, (float) (width - look->name_width), (float) height));
  for (guint i = 0; i < shared->lessons->len; i++)
    {
      float x = (float) look->name_width + (float) i * step - offset;
      float inset = (step - (float) look->cell_width) / 2;

      if (x + step <= (float) look->name_width || x >= (float) width)
        continue;
      draw_line (snapshot, look, x, height);
      if (head)
        {
          draw_layout (snapshot, look->heads->pdata[i], x + inset + 6, height, &look->ink);
          continue;
        }
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x + inset + 1, 0));
      gtk_snapshot_append_node (snapshot, look->cells[person->cells[g_array_index (shared->lessons, guint, i)]]);
      gtk_snapshot_restore (snapshot);
    }
  draw_line (snapshot, look, (float) look->name_width + (float) shared->lessons->len * step - offset, height);
  gtk_snapshot_pop (snapshot);
  if (head)
    draw_layout (snapshot, look->name_head, NAME_AT, height, &look->ink);
  else
    draw_name (self, snapshot, look, person, height);
  draw_line (snapshot, look, (float) look->name_width, height);
  gtk_snapshot_append_color (snapshot, &look->hairline, &GRAPHENE_RECT_INIT (0, (float) height - 1, (float) width, 1));
}

static void
hih_matrix_row_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  HihMatrixRow *self = HIH_MATRIX_ROW (widget);
  const HihMatrixLook *look = hih_matrix_shared_get_look (self->shared);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      /* In a very narrow window with large words the lessons are moved one by one beneath the names. */
      *minimum = MIN (look->least_name_width + look->cell_width, 280);
      *natural = look->names_width + MAX ((int) self->shared->lessons->len, 1) * look->cell_width;
    }
  else
    *minimum = *natural = self->row == HIH_MATRIX_HEAD ? look->head_height : look->row_height;
}

static GtkSizeRequestMode
hih_matrix_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, gpointer user_data)
{
  HihMatrixRow *self = user_data;
  const HihMatrixLook *look = hih_matrix_shared_get_look (self->shared);
  double column = (x - look->name_width + gtk_adjustment_get_value (self->shared->sideways)) /
                  hih_matrix_shared_get_step (self->shared, gtk_widget_get_width (GTK_WIDGET (self)));

  self->shared->pressed = x >= look->name_width && column < self->shared->lessons->len ? (guint) column : G_MAXUINT;
}

/* The whole of a name that is cut. */
static gboolean
tooltip_cb (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  HihMatrixRow *self = HIH_MATRIX_ROW (widget);
  const HihBoardPerson *person = get_person (self->shared, self->row);

  if (person == NULL || self->name == NULL || !pango_layout_is_ellipsized (self->name) ||
      (!keyboard && x > hih_matrix_shared_get_look (self->shared)->name_width))
    return FALSE;
  gtk_tooltip_set_text (tooltip, person->trainee->name);
  return TRUE;
}

static void
hih_matrix_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (hih_matrix_row_parent_class)->css_changed (widget, change);
  g_clear_object (&HIH_MATRIX_ROW (widget)->name);
}

static void
hih_matrix_row_dispose (GObject *object)
{
  g_clear_object (&HIH_MATRIX_ROW (object)->name);
  G_OBJECT_CLASS (hih_matrix_row_parent_class)->dispose (object);
}

static void
hih_matrix_row_class_init (HihMatrixRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_matrix_row_dispose;
  widget_class->snapshot = hih_matrix_row_snapshot;
  widget_class->measure = hih_matrix_row_measure;
  widget_class->get_request_mode = hih_matrix_row_get_request_mode;
  widget_class->css_changed = hih_matrix_row_css_changed;
  gtk_widget_class_set_css_name (widget_class, "matrixrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
hih_matrix_row_init (HihMatrixRow *self)
{
  self->row = HIH_MATRIX_HEAD;
}

GtkWidget *
hih_matrix_row_new (HihMatrixShared *shared)
{
  HihMatrixRow *self = g_object_new (HIH_TYPE_MATRIX_ROW, NULL);
  GtkGesture *click = gtk_gesture_click_new ();

  self->shared = shared;
  /* Only looks on: the list takes the press and tells that the row was meant. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
  g_signal_connect_object (shared->sideways, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
hih_matrix_row_set (HihMatrixRow *self, guint row)
{
  g_clear_object (&self->name);
  self->row = row;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

char *
hih_matrix_row_dup_words (const HihMatrixShared *shared, guint row)
{
  const HihBoardPerson *person = get_person (shared, row);
  GString *words = g_string_new (NULL);
  const char *comma = _(", "), *cells[HIH_N_CELLS];

  if (person == NULL)
    return g_string_free (words, FALSE);
  /* Looked up once a row, not once a cell: the list binds some two hundred rows of forty lessons in one go. */
  for (guint i = 0; i < HIH_N_CELLS; i++)
    cells[i] = hih_cell_get_words (i);
  g_string_append (words, person->trainee->name);
  for (guint i = 0; i < shared->lessons->len; i++)
    {
      g_string_append (words, comma);
      g_string_append (words, shared->titles[i]);
      g_string_append (words, ": ");
      g_string_append (words, cells[person->cells[g_array_index (shared->lessons, guint, i)]]);
    }
  return g_string_free (words, FALSE);
}
