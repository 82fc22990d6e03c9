/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * GtkImage reads the icon of a name when it is first drawn, as pixels of one size and through gdk-pixbuf: some 5 ms of
 * the frame that shows it, and again at every other size. A control icon is a drawing in the colour of its words.
 */
#include "config.h"

#include "hih-icon.h"

#include "hih-drawing.h"

#define HIH_TYPE_ICON (hih_icon_get_type ())
G_DECLARE_FINAL_TYPE (HihIcon, hih_icon, HIH, ICON, GObject)

struct _HihIcon
{
  GObject parent_instance;

  char *name;
};

static void
hih_icon_snapshot_symbolic (GtkSymbolicPaintable *paintable, GdkSnapshot *snapshot, double width, double height,
                            const GdkRGBA *colors, gsize n_colors)
{
  const GdkRGBA *color = &colors[GTK_SYMBOLIC_COLOR_FOREGROUND];

  /* Drawings are of full colours. */
  if (color->alpha < 1)
    gtk_snapshot_push_opacity (snapshot, color->alpha);
  gdk_paintable_snapshot (hih_drawing_get_icon (HIH_ICON (paintable)->name, color), snapshot, width, height);
  if (color->alpha < 1)
    gtk_snapshot_pop (snapshot);
}

static void
hih_icon_symbolic_init (GtkSymbolicPaintableInterface *iface)
{
  iface->snapshot_symbolic = hih_icon_snapshot_symbolic;
}

static void
hih_icon_snapshot (GdkPaintable *paintable, GdkSnapshot *snapshot, double width, double height)
{
  const GdkRGBA black[] = { { 0, 0, 0, 1 } };

  hih_icon_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (paintable), snapshot, width, height, black, G_N_ELEMENTS (black));
}

static GdkPaintableFlags
hih_icon_get_flags (GdkPaintable *paintable)
{
  return GDK_PAINTABLE_STATIC_SIZE | GDK_PAINTABLE_STATIC_CONTENTS;
}

/* As large as the style says. */
static double
hih_icon_get_intrinsic_aspect_ratio (GdkPaintable *paintable)
{
  return 1;
}

static void
hih_icon_paintable_init (GdkPaintableInterface *iface)
{
  iface->snapshot = hih_icon_snapshot;
  iface->get_flags = hih_icon_get_flags;
  iface->get_intrinsic_aspect_ratio = hih_icon_get_intrinsic_aspect_ratio;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (HihIcon, hih_icon, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (GDK_TYPE_PAINTABLE, hih_icon_paintable_init)
                                 G_IMPLEMENT_INTERFACE (GTK_TYPE_SYMBOLIC_PAINTABLE, hih_icon_symbolic_init))

static void
hih_icon_finalize (GObject *object)
{
  g_free (HIH_ICON (object)->name);
  G_OBJECT_CLASS (hih_icon_parent_class)->finalize (object);
}

static void
hih_icon_class_init (HihIconClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_icon_finalize;
}

static void
hih_icon_init (HihIcon *self)
{
}

/**
 * hih_icon_set:
 * @image: a #GtkImage
 * @icon: such as `speaker`
 */
void
hih_icon_set (GtkWidget *image, const char *icon)
{
  HihIcon *self = HIH_IS_ICON (gtk_image_get_paintable (GTK_IMAGE (image)))
                    ? HIH_ICON (gtk_image_get_paintable (GTK_IMAGE (image)))
                    : NULL;

  if (self != NULL && g_str_equal (self->name, icon))
    return;
  self = g_object_new (HIH_TYPE_ICON, NULL);
  self->name = g_strdup (icon);
  gtk_image_set_from_paintable (GTK_IMAGE (image), GDK_PAINTABLE (self));
  g_object_unref (self);
}

/**
 * hih_icon_get:
 * @image: a #GtkImage
 *
 * Returns: (nullable) (transfer none): the icon's name
 */
const char *
hih_icon_get (GtkWidget *image)
{
  GdkPaintable *paintable = gtk_image_get_paintable (GTK_IMAGE (image));

  return HIH_IS_ICON (paintable) ? HIH_ICON (paintable)->name : NULL;
}

/**
 * hih_icon_set_size:
 * @pixels: at the usual text size; one of those the style sheet knows (`icon-28`), where icons grow with the words
 */
void
hih_icon_set_size (GtkWidget *image, int pixels)
{
  g_autofree char *name = g_strdup_printf ("icon-%d", pixels);
  g_auto (GStrv) classes = gtk_widget_get_css_classes (image);

  for (guint i = 0; classes[i] != NULL; i++)
    {
      if (g_str_has_prefix (classes[i], "icon-"))
        gtk_widget_remove_css_class (image, classes[i]);
    }
  gtk_widget_add_css_class (image, name);
}

/**
 * hih_icon_new:
 * @icon: such as `speaker`
 *
 * Returns: (transfer floating): the icon; decoration, told to nobody
 */
GtkWidget *
hih_icon_new (const char *icon, int pixels)
{
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  hih_icon_set (image, icon);
  hih_icon_set_size (image, pixels);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}
