/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels, pictures and icons as pages use them. */
#include "config.h"

#include "hih-words.h"

#include "hih-drawing.h"

static GtkWidget *
make (GtkAccessibleRole role, const char *text, const char *classes)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", role, "label", text, "wrap", TRUE, "wrap-mode",
                                   PANGO_WRAP_WORD_CHAR, "xalign", 0.0, "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                                   NULL);
  g_auto (GStrv) names = g_strsplit (classes != NULL ? classes : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*names[i] != '\0')
        gtk_widget_add_css_class (label, names[i]);
    }
  return label;
}

/**
 * hih_words_new:
 *
 * Returns: (transfer floating): a label
 */
GtkWidget *
hih_words_new (const char *text, const char *classes)
{
  return make (GTK_ACCESSIBLE_ROLE_LABEL, text, classes);
}

/**
 * hih_words_new_heading:
 *
 * Returns: (transfer floating): a label with the role of a heading
 */
GtkWidget *
hih_words_new_heading (const char *text, const char *classes)
{
  return make (GTK_ACCESSIBLE_ROLE_HEADING, text, classes);
}

/**
 * hih_picture_new:
 * @drawing: such as `face-fang`
 * @pixels: width and height
 *
 * Returns: (transfer floating): the picture; its meaning always stands in words beside it
 */
GtkWidget *
hih_picture_new (const char *drawing, int pixels)
{
  GtkWidget *picture = g_object_new (GTK_TYPE_PICTURE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_widget_set_size_request (picture, pixels, pixels);
  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  hih_picture_set (picture, drawing);
  return picture;
}

void
hih_picture_set (GtkWidget *picture, const char *drawing)
{
  gtk_picture_set_paintable (GTK_PICTURE (picture), drawing != NULL ? hih_drawing_get (drawing) : NULL);
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
  g_autofree char *name = g_strdup_printf ("hih-%s-symbolic", icon);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   name, "pixel-size", pixels, NULL);

  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
}

/**
 * hih_person_drawing:
 * @picture: (nullable): what the records say, with or without `person-`
 *
 * Returns: (transfer full): the name of a drawing that is there
 */
char *
hih_person_drawing (const char *picture)
{
  g_autofree char *name = NULL;

  if (picture == NULL || *picture == '\0')
    return g_strdup ("person-guest");
  if (hih_drawing_exists (picture))
    return g_strdup (picture);
  name = g_strconcat ("person-", picture, NULL);
  if (hih_drawing_exists (name))
    return g_steal_pointer (&name);
  return g_strdup ("person-guest");
}
