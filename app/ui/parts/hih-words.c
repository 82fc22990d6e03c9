/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels, pictures and icons as pages use them. */
#include "config.h"

#include "hih-words.h"

#include "hih-drawing.h"

#include <string.h>

#define SCALE_KEY "hih-scale"
#define SCALE_PARTS 1000
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
is_of_type (PangoAttribute *attribute, gpointer user_data)
{
  return attribute->klass->type == (PangoAttrType) GPOINTER_TO_INT (user_data);
}

/* (transfer full): what the label has, without what was said of its lines before. */
static PangoAttrList *
dup_attributes (GtkLabel *label, PangoAttrType without)
{
  PangoAttrList *old = gtk_label_get_attributes (label);
  PangoAttrList *attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
  PangoAttrList *removed = pango_attr_list_filter (attributes, is_of_type, GINT_TO_POINTER (without));

  g_clear_pointer (&removed, pango_attr_list_unref);
  return attributes;
}

/* @attribute: (transfer full): for the text from @start to @end */
static void
insert (PangoAttrList *attributes, PangoAttribute *attribute, const char *text, const char *start, const char *end)
{
  attribute->start_index = (guint) (start - text);
  attribute->end_index = (guint) (end - text);
  pango_attr_list_insert (attributes, attribute);
}

/* A character that leans on the one before it: 吗 ends no line alone, 个 begins none well. */
static gboolean
leans (gunichar c)
{
  static const char leaning[] = "的了吗吧呢啊着过们子儿个么";

  return g_utf8_strchr (leaning, -1, c) != NULL;
}

/**
 * hih_words_keep_end:
 *
 * Chinese may be broken between any two characters, so that often a single one, half of a word, is left for the last
 * line. The last two (three, where one of them only leans on its neighbour) and what is punctuated behind them stay
 * together. The text itself stays as it is, for screen readers and for whoever looks for it.
 */
void
hih_words_keep_end (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  const char *end = text + strlen (text), *at = end;
  g_autoptr (PangoAttrList) attributes = dup_attributes (label, PANGO_ATTR_ALLOW_BREAKS);
  guint wanted = 2, n = 0;
  gboolean is_chinese = FALSE;

  while (at > text && n < wanted)
    {
      const char *before = g_utf8_prev_char (at);
      gunichar c = g_utf8_get_char (before);

      if (!g_unichar_isalnum (c))
        {
          if (n > 0)
            break;
          at = before;
          continue;
        }
      if (n == 0)
        is_chinese = g_unichar_iswide_cjk (c) && g_unichar_iswide (c);
      if (leans (c) && wanted == 2)
        wanted = 3;
      at = before;
      n++;
    }
  if (is_chinese && at > text && at < end)
    insert (attributes, pango_attr_allow_breaks_new (FALSE), text, at, end);
  gtk_label_set_attributes (label, attributes);
}

static gboolean
is_pause (gunichar c)
{
  return c == ' ' || c == 0xff0c || c == 0x3001 || c == 0x3002 || c == 0xff1b || c == 0xff1a; /* ，、。；： */
}

/* What closes stands with what it closes. */
static gboolean
closes (gunichar c)
{
  GUnicodeType type = g_unichar_type (c);

  return is_pause (c) || type == G_UNICODE_FINAL_PUNCTUATION || type == G_UNICODE_CLOSE_PUNCTUATION;
}

/* Up to the next pause, and what stands with it. */
static const char *
find_end_of_stretch (const char *begin, gboolean *is_chinese)
{
  const char *at = begin;

  *is_chinese = FALSE;
  for (; *at != '\0' && !is_pause (g_utf8_get_char (at)); at = g_utf8_next_char (at))
    *is_chinese = *is_chinese || g_unichar_iswide_cjk (g_utf8_get_char (at));
  while (*at != '\0' && closes (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

/**
 * hih_words_keep_pauses:
 *
 * Each stretch between two pauses counts as one word of the text, which itself stays as it is. Where a stretch must be
 * broken all the same, no comma begins a line, and hih_words_keep_end() holds.
 */
void
hih_words_keep_pauses (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);
  g_autoptr (PangoAttrList) attributes = NULL;

  hih_words_keep_end (label);
  attributes = dup_attributes (label, PANGO_ATTR_WORD);

  for (const char *begin = text, *end; *begin != '\0'; begin = end)
    {
      const char *last;
      gboolean is_chinese;

      end = last = find_end_of_stretch (begin, &is_chinese);
      if (!is_chinese)
        continue;
      insert (attributes, pango_attr_word_new (), text, begin, end);
      do
        last = g_utf8_prev_char (last);
      while (last > begin && closes (g_utf8_get_char (last)));
      insert (attributes, pango_attr_allow_breaks_new (FALSE), text, last, end);
    }
  gtk_label_set_attributes (label, attributes);
}

static gboolean
is_of_size (PangoAttribute *attribute, gpointer user_data)
{
  return attribute->klass->type == PANGO_ATTR_SCALE || attribute->klass->type == PANGO_ATTR_LINE_HEIGHT ||
         attribute->klass->type == PANGO_ATTR_ABSOLUTE_LINE_HEIGHT;
}

/**
 * hih_words_watch_end:
 * @label: a #GtkLabel whose words may change
 *
 * As hih_words_keep_end(), now and whenever it says something else.
 */
void
hih_words_watch_end (GtkWidget *label)
{
  g_signal_connect (label, "notify::label", G_CALLBACK (hih_words_keep_end), NULL);
  hih_words_keep_end (GTK_LABEL (label));
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
      pango_attr_list_insert (attributes, pango_attr_line_height_new (LINE));
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
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
  g_autofree char *name = g_strdup_printf ("hih-%s-symbolic", icon);
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                                   name, NULL);

  hih_icon_set_size (image, pixels);
  gtk_widget_set_valign (image, GTK_ALIGN_CENTER);
  return image;
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
