/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An app: its picture and its name, never one without the other. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-fit.h"
#include "hih-phone-picture.h"

#define PICTURE_SIZE 84
#define PHOTO_SIZE 104  /* in an album */
#define SHARE_SIZE 72   /* in a share sheet */
#define NAME_WIDTH 112 /* a third of the screen less its margins */
#define LARGE_SIZE 112
#define LARGE_WIDTH 160
#define LARGE_PHOTO_SIZE 156

/* From the largest that fits on one line down to two small lines: a name is never cut. */
static const struct
{
  int size;
  const char *css_class;
} sizes[] = { { 29, "name-29" }, { 26, "name-26" }, { 23, "name-23" }, { 20, "name-20" } };

static int
measure_name (GtkWidget *label, const char *name, int size)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (label, name);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Sans CJK SC, sans-serif Bold");
  int width;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
fit_name (HihElementContext *context, GtkWidget *label, const char *name, gboolean large)
{
  /* Long words of an alphabet would else be of four sizes on one screen. */
  guint largest = g_str_has_prefix (hih_element_context_get_language (context), "zh") ? 0 : large ? 1 : 2;
  gboolean fits = FALSE;

  for (guint i = largest; i < G_N_ELEMENTS (sizes); i++)
    {
      gboolean chosen = !fits && (i == G_N_ELEMENTS (sizes) - 1 || measure_name (label, name, sizes[i].size) <= (large ? LARGE_WIDTH : NAME_WIDTH));

      hih_element_view_set_class (label, sizes[i].css_class, chosen);
      fits = fits || chosen;
    }
}

/* Tiles of a home screen made easy stand two in a row. */
static gboolean
is_large (const HihSceneNode *node)
{
  HihElement *around = hih_element_get_parent (node->element);

  return around != NULL && g_strcmp0 (hih_element_get_attribute (around, "columns"), "2") == 0;
}

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *button = hih_element_view_new_button (context, "flat");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *frame = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  int size = is_large (node) ? LARGE_SIZE : PICTURE_SIZE;
  GtkWidget *picture = hih_phone_picture_new (size, size);
  GtkWidget *label = hih_element_view_new_label ("tile-name");

  gtk_widget_add_css_class (frame, "plate");
  gtk_widget_set_overflow (frame, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_halign (frame, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (frame), picture);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  hih_phone_fit_limit_lines (label, 2);
  gtk_box_append (GTK_BOX (box), frame);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  hih_element_view_keep (button, "picture", picture);
  hih_element_view_keep (button, "label", label);
  return button;
}

static void
show_picture (GtkWidget *widget, const char *name)
{
  HihPhonePicture *picture = HIH_PHONE_PICTURE (hih_element_view_part (widget, "picture"));
  GtkWidget *grid = gtk_widget_get_parent (widget);
  gboolean photo = grid != NULL && gtk_widget_has_css_class (grid, "photos");
  gboolean share = grid != NULL && gtk_widget_has_css_class (grid, "share");
  gboolean large = grid != NULL && gtk_widget_has_css_class (grid, "wide");
  int size = photo ? (large ? LARGE_PHOTO_SIZE : PHOTO_SIZE) : share ? SHARE_SIZE : large ? LARGE_SIZE : PICTURE_SIZE;

  hih_phone_picture_set_size (picture, size, size);
  if (photo)
    hih_phone_picture_set_cover (picture, TRUE);
  if (share)
    hih_phone_picture_set_portrait (picture, name);
  else
    hih_phone_picture_set_drawing (picture, name);
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  const char *title = hih_element_view_get_title (context, node);
  GtkWidget *label = hih_element_view_part (widget, "label");

  show_picture (widget, node->picture);
  if (g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), title) != 0)
    fit_name (context, label, title, is_large (node));
  hih_element_view_set_label (label, title);
  hih_element_view_set_name (widget, title, NULL);
}

const HihElementView hih_element_view_tile = {
  .name = "tile",
  .create = create,
  .update = update,
};
