/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Everything grows with the words: widths and heights follow from the longest of them in the font that holds. */
#include "config.h"

#include "hih-matrix-look.h"

#include <glib/gi18n.h>

#include "hih-cell-words.h"
#include "hih-drawing.h"

#define CELL_GAP 3      /* around a cell */
#define CELL_PAD 8      /* in it, at both sides */
#define CELL_RADIUS 8
#define PICTURE 38
#define MIN_HEIGHT 53   /* of a row: it is tapped */

static GdkRGBA
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA color = { 0, 0, 0, 1 };

  gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color);
  return color;
}

static void
read_colors (HihMatrixLook *self, GtkWidget *widget)
{
  self->card = look_up (widget, "hih_card");
  self->ink = look_up (widget, "hih_ink");
  self->soft = look_up (widget, "hih_soft");
  self->hairline = look_up (widget, "hih_hairline");
  self->well = look_up (widget, "hih_well");
  self->green = look_up (widget, "hih_green");
  self->green_tint = look_up (widget, "hih_green_tint");
  self->blue = look_up (widget, "hih_blue");
  self->blue_tint = look_up (widget, "hih_blue_tint");
  self->amber = look_up (widget, "hih_help_fill");
  self->on_amber = look_up (widget, "hih_help_ink");
  self->tint_line = look_up (widget, "hih_tint_line");
}

static PangoLayout *
new_layout (GtkWidget *widget, const char *text, gboolean bold)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  if (bold)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  return layout;
}

/* How a kind of cell looks: never by its colour alone. */
typedef struct
{
  const GdkRGBA *fill; /* (nullable) */
  const GdkRGBA *text;
  const GdkRGBA *line; /* (nullable) */
  gboolean dashed;
  gboolean bold;
} Style;

static Style
get_style (const HihMatrixLook *self, HihCell cell)
{
  switch (cell)
    {
    case HIH_CELL_LEARNING:
      return (Style) { .text = &self->ink, .line = &self->hairline };
    case HIH_CELL_HELPED:
      return (Style) { .fill = &self->blue_tint, .text = &self->blue, .line = &self->tint_line };
    case HIH_CELL_ABLE:
      return (Style) { .fill = &self->green_tint, .text = &self->green, .line = &self->tint_line, .bold = TRUE };
    case HIH_CELL_RECHECK:
      return (Style) { .text = &self->ink, .line = &self->soft, .dashed = TRUE };
    case HIH_CELL_STUCK:
      return (Style) { .fill = &self->amber, .text = &self->on_amber, .line = &self->ink, .bold = TRUE };
    case HIH_CELL_NOT_BEGUN:
    default:
      return (Style) { .text = &self->soft };
    }
}

/* GTK's borders know no dashes that look the same at every renderer: cairo does. */
static void
draw_frame (GtkSnapshot *snapshot, const Style *style, const graphene_rect_t *rect)
{
  GskRoundedRect shape;

  gsk_rounded_rect_init_from_rect (&shape, rect, CELL_RADIUS);
  if (style->fill != NULL)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &shape);
      gtk_snapshot_append_color (snapshot, style->fill, rect);
      gtk_snapshot_pop (snapshot);
    }
  if (style->line != NULL && style->dashed)
    {
      static const double dashes[] = { 5, 3 };
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
      double x = rect->origin.x + 1, y = rect->origin.y + 1, w = rect->size.width - 2, h = rect->size.height - 2;
      double r = CELL_RADIUS - 1;

      cairo_new_sub_path (cr);
      cairo_arc (cr, x + w - r, y + r, r, -G_PI_2, 0);
      cairo_arc (cr, x + w - r, y + h - r, r, 0, G_PI_2);
      cairo_arc (cr, x + r, y + h - r, r, G_PI_2, G_PI);
      cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
      cairo_close_path (cr);
      gdk_cairo_set_source_rgba (cr, style->line);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_set_line_width (cr, 2);
      cairo_stroke (cr);
      cairo_destroy (cr);
    }
  else if (style->line != NULL && style->line->alpha > 0)
    {
      const float widths[] = { 2, 2, 2, 2 };
      const GdkRGBA colors[] = { *style->line, *style->line, *style->line, *style->line };

      gtk_snapshot_append_border (snapshot, &shape, widths, colors);
    }
}

static int
icon_size (PangoLayout *layout)
{
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height * 7 / 10;
}

static GskRenderNode *
make_cell (HihMatrixLook *self, HihCell cell, PangoLayout *layout)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  Style style = get_style (self, cell);
  graphene_rect_t rect = GRAPHENE_RECT_INIT (CELL_GAP, CELL_GAP, self->cell_width - 2 * CELL_GAP - 1,
                                             self->row_height - 2 * CELL_GAP - 1);
  const char *icon = hih_cell_get_icon (cell);
  int width, height, size = icon != NULL ? icon_size (layout) : 0;
  float x;

  pango_layout_get_pixel_size (layout, &width, &height);
  x = (float) (self->cell_width - width - (icon != NULL ? size + 4 : 0)) / 2;
  draw_frame (snapshot, &style, &rect);
  if (icon != NULL)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) (self->row_height - size) / 2));
      gdk_paintable_snapshot (hih_drawing_get_icon (icon, style.text), snapshot, size, size);
      gtk_snapshot_restore (snapshot);
      x += (float) size + 4;
    }
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (float) (self->row_height - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, style.text);
  return gtk_snapshot_free_to_node (snapshot);
}

static void
make_heads (HihMatrixLook *self, GtkWidget *widget, const char *const *titles)
{
  self->heads = g_ptr_array_new_with_free_func (g_object_unref);
  self->name_head = new_layout (widget, C_ ("matrix", "Name"), TRUE);
  self->head_height = 44;
  for (guint i = 0; titles[i] != NULL; i++)
    {
      PangoLayout *layout = new_layout (widget, titles[i], TRUE);
      int height;

      pango_layout_set_width (layout, (self->cell_width - 12) * PANGO_SCALE);
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
      pango_layout_get_pixel_size (layout, NULL, &height);
      self->head_height = MAX (self->head_height, height + 12);
      g_ptr_array_add (self->heads, layout);
    }
}

void
hih_matrix_look_fit (HihMatrixLook *self, int width)
{
  self->name_width = CLAMP (self->names_width, self->least_name_width, MAX (self->least_name_width, width * 2 / 5));
}

HihMatrixLook *
hih_matrix_look_new (GtkWidget *widget, const char *const *titles, const char *const *names)
{
  HihMatrixLook *self = g_new0 (HihMatrixLook, 1);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (PangoLayout) name = new_layout (widget, "张桂英英", TRUE);
  int width, height;

  read_colors (self, widget);
  pango_layout_get_pixel_size (name, &width, &height);
  self->least_name_width = self->names_width = width + PICTURE + 30;
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) layout = new_layout (widget, names[i], TRUE);

      pango_layout_get_pixel_size (layout, &width, NULL);
      self->names_width = MAX (self->names_width, width + PICTURE + 30);
    }
  self->name_width = self->names_width;
  self->row_height = MAX (MIN_HEIGHT, height + 24);
  for (guint i = 0; i < HIH_N_CELLS; i++)
    {
      PangoLayout *layout = new_layout (widget, hih_cell_get_words (i), get_style (self, i).bold);
      int icon = hih_cell_get_icon (i) != NULL ? icon_size (layout) + 4 : 0;

      pango_layout_get_pixel_size (layout, &width, NULL);
      self->cell_width = MAX (self->cell_width, width + icon + 2 * (CELL_GAP + CELL_PAD) + 1);
      g_ptr_array_add (words, layout);
    }
  for (guint i = 0; i < HIH_N_CELLS; i++)
    self->cells[i] = make_cell (self, i, words->pdata[i]);
  make_heads (self, widget, titles);
  return self;
}

void
hih_matrix_look_free (HihMatrixLook *self)
{
  for (guint i = 0; i < HIH_N_CELLS; i++)
    g_clear_pointer (&self->cells[i], gsk_render_node_unref);
  g_ptr_array_unref (self->heads);
  g_object_unref (self->name_head);
  g_free (self);
}
