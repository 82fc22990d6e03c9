/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line moves in steps, so that a film of it stays small; where it is follows from the clock alone. */
#include "config.h"

#include "hih-phone-viewfinder.h"

#include "hih-drawing.h"
#include "hih-element-code.h"
#include "hih-phone-camera.h"

#include <math.h>

#define MIN_WIDTH 300
#define MIN_HEIGHT 304
#define FRAME 236.0f        /* the square one aims with */
#define CORNER 44.0f
#define NEAR_CODE 150.0f
#define FAR_CODE 54.0f
#define LINE_STEP_MS 120
#define LINE_ROUND_MS 2640

struct _HihPhoneViewfinder
{
  GtkWidget parent_instance;

  gboolean scans;
  char *scene;        /* (nullable) */
  char *text;         /* (nullable) of the code */
  QRcode *code;       /* (nullable) */
  HihAim aim;
  GtkWidget *camera;  /* over scene and code while it sees something */
  double line;        /* 0 … 1 of the frame's height */
};

G_DEFINE_FINAL_TYPE (HihPhoneViewfinder, hih_phone_viewfinder, GTK_TYPE_WIDGET)

static void
append_cover (GtkSnapshot *snapshot, GdkPaintable *paintable, float width, float height, float zoom)
{
  double ratio = gdk_paintable_get_intrinsic_aspect_ratio (paintable);
  float shown_width = width * zoom, shown_height = height * zoom;

  if (ratio > 0 && shown_width / shown_height < ratio)
    shown_width = shown_height * (float) ratio;
  else if (ratio > 0)
    shown_height = shown_width / (float) ratio;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - shown_width) / 2, (height - shown_height) / 2));
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), shown_width, shown_height);
  gtk_snapshot_restore (snapshot);
}

static void
set_color (cairo_t *cr, const char *name, double alpha)
{
  GdkRGBA color = { 0 };

  gdk_rgba_parse (&color, name);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

/* A printed card with the code on it, black on white. */
static void
draw_code (HihPhoneViewfinder *self, cairo_t *cr, double middle_x, double middle_y)
{
  double wanted = self->aim == HIH_AIM_FAR ? FAR_CODE : NEAR_CODE;
  double module = MAX (1, floor (wanted / self->code->width));
  double size = self->aim == HIH_AIM_FAR ? wanted : module * self->code->width;
  double margin = size * 0.13;

  set_color (cr, "#ffffff", 1);
  cairo_rectangle (cr, middle_x - size / 2 - margin, middle_y - size / 2 - margin, size + 2 * margin, size + 2 * margin);
  cairo_fill (cr);
  set_color (cr, "#000000", 1);
  hih_element_code_draw (self->code, cr, round (middle_x - size / 2), round (middle_y - size / 2), size);
}

/* What a thumb leaves on the glass. */
static void
draw_smear (cairo_t *cr, double middle_x, double middle_y)
{
  static const double spots[][3] = { { -30, -24, 120 }, { 46, 30, 130 }, { 0, 80, 110 }, { -70, 60, 100 }, { 60, -70, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      double x = middle_x + spots[i][0], y = middle_y + spots[i][1];
      cairo_pattern_t *smear = cairo_pattern_create_radial (x, y, 0, x, y, spots[i][2]);

      cairo_pattern_add_color_stop_rgba (smear, 0, 0.93, 0.91, 0.86, 0.86);
      cairo_pattern_add_color_stop_rgba (smear, 0.5, 0.93, 0.91, 0.86, 0.6);
      cairo_pattern_add_color_stop_rgba (smear, 1, 0.93, 0.91, 0.86, 0);
      cairo_set_source (cr, smear);
      cairo_paint (cr);
      cairo_pattern_destroy (smear);
    }
}

static void
draw_corners (cairo_t *cr, double x, double y, double size, double corner)
{
  for (int i = 0; i < 4; i++)
    {
      double from_x = i % 2 == 0 ? x : x + size, from_y = i < 2 ? y : y + size;
      double to_x = i % 2 == 0 ? corner : -corner, to_y = i < 2 ? corner : -corner;

      cairo_move_to (cr, from_x + to_x, from_y);
      cairo_line_to (cr, from_x, from_y);
      cairo_line_to (cr, from_x, from_y + to_y);
    }
}

static void
draw_tick (cairo_t *cr, double x, double y)
{
  set_color (cr, "#0b5d43", 1);
  cairo_arc (cr, x, y, 42, 0, 2 * G_PI);
  cairo_fill_preserve (cr);
  set_color (cr, "#ffffff", 1);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 9);
  cairo_move_to (cr, x - 19, y + 1);
  cairo_line_to (cr, x - 6, y + 15);
  cairo_line_to (cr, x + 20, y - 13);
  cairo_stroke (cr);
}

static void
draw_aim (HihPhoneViewfinder *self, cairo_t *cr, double width, double height)
{
  double x = (width - FRAME) / 2, y = (height - FRAME) / 2 - 18;
  const char *color = self->aim == HIH_AIM_FOUND ? "#7fe0b4" : "#ffd04d";

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_rectangle (cr, x, y, FRAME, FRAME);
  cairo_set_source_rgba (cr, 0.06, 0.05, 0.04, 0.55);
  cairo_fill (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  set_color (cr, "#1f1b16", 1);
  cairo_set_line_width (cr, 12);
  draw_corners (cr, x, y, FRAME, CORNER);
  cairo_stroke (cr);
  set_color (cr, color, 1);
  cairo_set_line_width (cr, 6);
  draw_corners (cr, x, y, FRAME, CORNER);
  cairo_stroke (cr);
  if (self->aim == HIH_AIM_FOUND)
    {
      draw_tick (cr, width / 2, y + FRAME / 2);
      return;
    }
  set_color (cr, "#1f1b16", 0.7);
  cairo_set_line_width (cr, 7);
  cairo_move_to (cr, x + 12, y + 10 + self->line * (FRAME - 20));
  cairo_rel_line_to (cr, FRAME - 24, 0);
  cairo_stroke_preserve (cr);
  set_color (cr, color, 1);
  cairo_move_to (cr, x + 12, y + 10 + self->line * (FRAME - 20));
  cairo_rel_line_to (cr, FRAME - 24, 0);
  cairo_set_line_width (cr, 4);
  cairo_stroke (cr);
}

static void
draw_focus (cairo_t *cr, double width, double height)
{
  set_color (cr, "#1f1b16", 0.6);
  cairo_set_line_width (cr, 5);
  draw_corners (cr, width / 2 - 50, height / 2 - 50, 100, 24);
  cairo_stroke (cr);
  set_color (cr, "#ffffff", 1);
  cairo_set_line_width (cr, 3);
  draw_corners (cr, width / 2 - 50, height / 2 - 50, 100, 24);
  cairo_stroke (cr);
}

static void
hih_phone_viewfinder_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihPhoneViewfinder *self = HIH_PHONE_VIEWFINDER (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  gboolean drawn = !hih_phone_camera_is_live (HIH_PHONE_CAMERA (self->camera));
  const GdkRGBA wall = { 0.925f, 0.875f, 0.784f, 1 }; /* behind one's own face */
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  gtk_snapshot_append_color (snapshot, &wall, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (drawn && self->scene != NULL)
    append_cover (snapshot, hih_drawing_get (self->scene), width, height, self->scans && self->aim != HIH_AIM_FAR ? 1.5f : 1);
  /* Also while there is nothing to see: who is never drawn cannot ask for it when there is. */
  gtk_widget_snapshot_child (widget, self->camera, snapshot);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  if (drawn && self->scans && self->code != NULL)
    draw_code (self, cr, width / 2, height / 2 - 18);
  if (drawn && self->aim == HIH_AIM_DIRTY)
    draw_smear (cr, width / 2, height / 2 - 18);
  if (self->scans)
    draw_aim (self, cr, width, height);
  else
    draw_focus (cr, width, height);
  cairo_destroy (cr);
}

static void
hih_phone_viewfinder_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                              int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
}

static void
hih_phone_viewfinder_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *camera = HIH_PHONE_VIEWFINDER (widget)->camera;

  gtk_widget_measure (camera, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (camera, width, height, -1, NULL);
}

static void
hih_phone_viewfinder_dispose (GObject *object)
{
  g_clear_pointer (&HIH_PHONE_VIEWFINDER (object)->camera, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_phone_viewfinder_parent_class)->dispose (object);
}

static void
hih_phone_viewfinder_finalize (GObject *object)
{
  HihPhoneViewfinder *self = HIH_PHONE_VIEWFINDER (object);

  g_clear_pointer (&self->code, QRcode_free);
  g_free (self->text);
  g_free (self->scene);
  G_OBJECT_CLASS (hih_phone_viewfinder_parent_class)->finalize (object);
}

static void
hih_phone_viewfinder_class_init (HihPhoneViewfinderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_viewfinder_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_phone_viewfinder_finalize;
  widget_class->snapshot = hih_phone_viewfinder_snapshot;
  widget_class->measure = hih_phone_viewfinder_measure;
  widget_class->size_allocate = hih_phone_viewfinder_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "viewfinder");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hih_phone_viewfinder_init (HihPhoneViewfinder *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * hih_phone_viewfinder_new:
 * @scans: whether it looks for a code; otherwise it is about to take a picture
 *
 * Returns: (transfer floating): a viewfinder that sees nothing yet
 */
GtkWidget *
hih_phone_viewfinder_new (gboolean scans)
{
  HihPhoneViewfinder *self = g_object_new (HIH_TYPE_PHONE_VIEWFINDER, NULL);

  self->scans = scans;
  self->camera = hih_phone_camera_new (scans ? HIH_CAMERA_CODES : HIH_CAMERA_PICTURES);
  gtk_widget_set_parent (self->camera, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * hih_phone_viewfinder_set_scene:
 * @drawing: (nullable): such as "scene-counter"
 */
void
hih_phone_viewfinder_set_scene (HihPhoneViewfinder *self, const char *drawing)
{
  g_return_if_fail (HIH_IS_PHONE_VIEWFINDER (self));
  if (g_strcmp0 (self->scene, drawing) == 0)
    return;
  g_free (self->scene);
  self->scene = g_strdup (drawing);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_viewfinder_set_code:
 */
void
hih_phone_viewfinder_set_code (HihPhoneViewfinder *self, const char *text)
{
  g_return_if_fail (HIH_IS_PHONE_VIEWFINDER (self));
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->code, QRcode_free);
  self->code = hih_element_code_new (text);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_viewfinder_set_aim:
 */
void
hih_phone_viewfinder_set_aim (HihPhoneViewfinder *self, HihAim aim)
{
  g_return_if_fail (HIH_IS_PHONE_VIEWFINDER (self));
  self->aim = aim;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * hih_phone_viewfinder_get_camera:
 *
 * Returns: (transfer none): what is told to look, and tells of codes
 */
HihPhoneCamera *
hih_phone_viewfinder_get_camera (HihPhoneViewfinder *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_VIEWFINDER (self), NULL);
  return HIH_PHONE_CAMERA (self->camera);
}

/**
 * hih_phone_viewfinder_advance:
 */
gint64
hih_phone_viewfinder_advance (HihPhoneViewfinder *self, gint64 now_ms)
{
  const gint64 n_steps = now_ms % LINE_ROUND_MS / LINE_STEP_MS;
  double part = (double) (n_steps * LINE_STEP_MS) / LINE_ROUND_MS;

  g_return_val_if_fail (HIH_IS_PHONE_VIEWFINDER (self), -1);
  if (!self->scans || self->aim == HIH_AIM_FOUND)
    return -1;
  part = part < 0.5 ? 2 * part : 2 - 2 * part;
  if (fabs (part - self->line) > 1e-9)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  self->line = part;
  return LINE_STEP_MS - now_ms % LINE_STEP_MS;
}
