/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels and pictures as pages use them. */
#include "config.h"

#include "hih-words.h"

#include "hih-drawing.h"
#include "hih-quick-layout.h"

#include <string.h>

#define SCALE_KEY "hih-scale"
#define SCALE_PARTS 1000
#define NEAR_LINE 0.83
#define LINE 0.95 /* of the font's own line: smaller words stand nearer together too */

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
  hih_quick_layout_give (label);
  hih_words_watch_end (label);
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

static gboolean
is_of_size (PangoAttribute *attribute, gpointer user_data)
{
  return attribute->klass->type == PANGO_ATTR_SCALE || attribute->klass->type == PANGO_ATTR_LINE_HEIGHT ||
         attribute->klass->type == PANGO_ATTR_ABSOLUTE_LINE_HEIGHT;
}

/**
 * hih_words_set_scale:
 * @scale: 1.0: as the style says
 */
void
hih_words_set_scale (GtkWidget *label, double scale)
{
  int parts = scale < 1.0 ? (int) (scale * SCALE_PARTS) : 0;
  PangoAttrList *old = gtk_label_get_attributes (GTK_LABEL (label));
  g_autoptr (PangoAttrList) attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
  PangoAttrList *before_it;

  if (parts == 0 && g_object_get_data (G_OBJECT (label), SCALE_KEY) == NULL)
    return;
  g_object_set_data (G_OBJECT (label), SCALE_KEY, GINT_TO_POINTER (parts));
  before_it = pango_attr_list_filter (attributes, is_of_size, NULL);
  g_clear_pointer (&before_it, pango_attr_list_unref);
  if (parts > 0)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new ((double) parts / SCALE_PARTS));
      /* The style's line is absolute: of the unscaled size. One in px would be wrong as soon as the style changes. */
      pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (1));
      pango_attr_list_insert (attributes, pango_attr_line_height_new (gtk_widget_has_css_class (label, HIH_WORDS_NEAR)
                                                                           ? NEAR_LINE
                                                                           : LINE));
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

/**
 * hih_words_set_folded:
 * @label: what remains of @card
 */
void
hih_words_set_folded (GtkWidget *card, GtkWidget *label, gboolean folded)
{
  void (*change) (GtkWidget *, const char *) = folded ? gtk_widget_add_css_class : gtk_widget_remove_css_class;

  change (card, "folded");
  change (label, HIH_WORDS_NEAR);
}

double
hih_words_get_scale (GtkWidget *label)
{
  int parts = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), SCALE_KEY));

  return parts > 0 ? (double) parts / SCALE_PARTS : 1.0;
}

/**
 * hih_words_get_size_px:
 *
 * Returns: the size of the label's words in px, before hih_words_set_scale()
 */
double
hih_words_get_size_px (GtkWidget *label)
{
  PangoContext *context = gtk_widget_get_pango_context (label);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (pango_font_description_get_size_is_absolute (font))
    return size;
  return size * pango_cairo_context_get_resolution (context) / 72.0;
}

/**
 * hih_words_measure_longest:
 *
 * Returns: the width of the longest of what stands between two places where a line may end
 */
int
hih_words_measure_longest (GtkLabel *label)
{
  g_autoptr (PangoLayout) layout = pango_layout_copy (gtk_label_get_layout (label));
  int width;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_set_width (layout, 0);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

/**
 * hih_disc_new:
 *
 * Returns: (transfer floating): a box that does not grow, whatever is around it
 */
GtkWidget *
hih_disc_new (GtkWidget *inside, const char *classes)
{
  GtkWidget *disc = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  g_auto (GStrv) names = g_strsplit (classes, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    gtk_widget_add_css_class (disc, names[i]);
  gtk_widget_set_halign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (disc, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (inside, TRUE);
  gtk_widget_set_halign (inside, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (inside, GTK_ALIGN_CENTER);
  /* Said here, so that what is inside cannot make it grow. */
  gtk_widget_set_hexpand (disc, FALSE);
  gtk_box_append (GTK_BOX (disc), inside);
  return disc;
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
