/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A real code: black on white whatever the theme, with its margin, so that any reader reads it off the screen. Many
 * read no light code on dark, nor one whose colour is near its ground's.
 */
#include "config.h"

#include "hih-element-view.h"

#include "hih-element-code.h"

#define MODULE_MIN 6 /* phone pixels a module; fewer and old readers fail */
#define MARGIN 4     /* modules of white on every side, as the standard wants */
#define SIZE 266     /* with its margin, if the modules allow */

#define HIH_TYPE_QR (hih_qr_get_type ())
G_DECLARE_FINAL_TYPE (HihQr, hih_qr, HIH, QR, GtkWidget)

struct _HihQr
{
  GtkWidget parent_instance;

  char *text;
  QRcode *code; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (HihQr, hih_qr, GTK_TYPE_WIDGET)

static int
get_module_size (HihQr *self)
{
  return self->code != NULL ? MAX (MODULE_MIN, SIZE / (self->code->width + 2 * MARGIN)) : MODULE_MIN;
}

static int
get_size (HihQr *self)
{
  return self->code != NULL ? get_module_size (self) * (self->code->width + 2 * MARGIN) : SIZE;
}

static void
hih_qr_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihQr *self = HIH_QR (widget);
  int module = get_module_size (self);
  int size = get_size (self);
  cairo_t *cr;

  if (self->code == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) size, (float) size));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_rgb (cr, 0, 0, 0);
  hih_element_code_draw (self->code, cr, MARGIN * module, MARGIN * module, self->code->width * module);
  cairo_destroy (cr);
}

static void
hih_qr_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = get_size (HIH_QR (widget));
}

static void
hih_qr_finalize (GObject *object)
{
  HihQr *self = HIH_QR (object);

  g_clear_pointer (&self->code, QRcode_free);
  g_free (self->text);
  G_OBJECT_CLASS (hih_qr_parent_class)->finalize (object);
}

static void
hih_qr_class_init (HihQrClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = hih_qr_finalize;
  widget_class->snapshot = hih_qr_snapshot;
  widget_class->measure = hih_qr_measure;
  gtk_widget_class_set_css_name (widget_class, "code");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
hih_qr_init (HihQr *self)
{
}

static void
set_text (HihQr *self, const char *text)
{
  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->code, QRcode_free);
  self->code = hih_element_code_new (text);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *qr = g_object_new (HIH_TYPE_QR, NULL);

  gtk_box_append (GTK_BOX (frame), qr);
  gtk_widget_set_halign (frame, GTK_ALIGN_CENTER);
  hih_element_view_keep (frame, "qr", qr);
  return frame;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *qr = hih_element_view_part (widget, "qr");

  set_text (HIH_QR (qr), node->value != NULL ? node->value : hih_element_get_attribute (node->element, "value"));
  hih_element_view_set_name (qr, *title != '\0' ? title : "QR", NULL);
}

const HihElementView hih_element_view_qr = {
  .name = "qr",
  .create = create,
  .update = update,
};
