/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A label whose words go on in a second line takes all the width there is, whatever its longest line needs: centred
 * words then stand in the middle, and the sign before them far away at the edge. Here both get just the width of the
 * longest line.
 */
#include "config.h"

#include "hih-phone-snug.h"

struct _HihPhoneSnug
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *label; /* in the box */
};

G_DEFINE_FINAL_TYPE (HihPhoneSnug, hih_phone_snug, GTK_TYPE_WIDGET)

/* How much of @width the label has no use for: what its longest line leaves. */
static int
find_spare (HihPhoneSnug *self, int width)
{
  PangoLayout *text = gtk_label_get_layout (self->label);
  int beside, words;

  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &beside, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->label), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &words, NULL, NULL);
  beside -= words;
  if (width - beside >= words)
    return 0; /* all in one line */
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, gtk_widget_get_height (GTK_WIDGET (self)) }, -1);
  if (pango_layout_is_ellipsized (text))
    return 0;
  pango_layout_get_pixel_size (text, &words, NULL);
  return MAX (0, gtk_widget_get_width (GTK_WIDGET (self->label)) - words);
}

static void
hih_phone_snug_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihPhoneSnug *self = HIH_PHONE_SNUG (widget);
  int spare = 0, least;

  if (gtk_orientable_get_orientation (GTK_ORIENTABLE (self->box)) == GTK_ORIENTATION_HORIZONTAL)
    spare = find_spare (self, width);
  gtk_widget_measure (self->box, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  spare = CLAMP (spare, 0, MAX (0, width - least));
  gtk_widget_size_allocate (self->box, &(GtkAllocation){ spare / 2, 0, width - spare, height }, baseline);
}

static void
hih_phone_snug_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (HIH_PHONE_SNUG (widget)->box, orientation, for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static GtkSizeRequestMode
hih_phone_snug_get_request_mode (GtkWidget *widget)
{
  return gtk_widget_get_request_mode (HIH_PHONE_SNUG (widget)->box);
}

static void
hih_phone_snug_dispose (GObject *object)
{
  g_clear_pointer (&HIH_PHONE_SNUG (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_phone_snug_parent_class)->dispose (object);
}

static void
hih_phone_snug_class_init (HihPhoneSnugClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_snug_dispose;
  widget_class->size_allocate = hih_phone_snug_size_allocate;
  widget_class->measure = hih_phone_snug_measure;
  widget_class->get_request_mode = hih_phone_snug_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "snug");
}

static void
hih_phone_snug_init (HihPhoneSnug *self)
{
}

/**
 * hih_phone_snug_new:
 * @box: (transfer floating): side by side: a sign, and
 * @label: its words; borrowed
 */
GtkWidget *
hih_phone_snug_new (GtkBox *box, GtkLabel *label)
{
  HihPhoneSnug *self = g_object_new (HIH_TYPE_PHONE_SNUG, NULL);

  self->box = GTK_WIDGET (box);
  self->label = label;
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
