/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The phones stand at scale 1, where a pixel of the picture is a pixel of the phone. Sizes and texts are asked from the
 * widgets. Colours are looked up in the picture: a label knows its own colour, and the ground it stands on is the colour
 * that most of its pixels have.
 */
#include "config.h"

#include "hih-look.h"

#include "hih-element-view.h"
#include "hih-phone-row.h"
#include "hih-phone-screen.h"
#include "hih-phone-targets.h"

#include <math.h>
#include <string.h>

#define PHONE_WIDTH (HIH_PHONE_WIDTH + 24 + 60) /* frame, and room for the keys of the side */
#define PHONE_HEIGHT (HIH_PHONE_HEIGHT + 50)
#define ALMOST 0.5  /* of a pixel: rounding is no mistake */

typedef struct
{
  HihAppSet *apps;
  GPtrArray *issues;
  GHashTable *told;        /* what was said of which element */
  HihPhoneRow *phones;     /* owned */
  cairo_surface_t *picture;
  const HihStill *still;
  const char *language;
  const char *layout;
  GtkWidget *reach; /* what can be touched of the phone that is looked at */
} Look;

/* What is looked at: what lies over the screen, else the screen. */
static const char *
get_screen (const Look *self)
{
  const char *over = hih_phone_state_get_over (self->still->state);

  return over != NULL ? over : hih_phone_state_get_screen (self->still->state);
}

static void
tell (Look *self, GtkWidget *widget, const char *what, const char *mend, const char *detail)
{
  GtkWidget *found = hih_element_view_find_widget (widget);
  HihElement *element = found != NULL ? hih_element_view_get_widget_element (found) : NULL;
  const HihStep *step = self->still->step;
  int line = step != NULL ? step->line : 1, column = step != NULL ? step->column : 1;
  const char *screen = get_screen (self);
  const char *file = step != NULL ? step->file : hih_app_set_get_screen_place (self->apps, screen, &line, &column);
  char *key;

  if (element != NULL)
    file = hih_element_get_place (element, &line, &column);
  key = g_strdup_printf ("%s:%d:%d:%s", file, line, column, what);
  if (!g_hash_table_add (self->told, key))
    return;
  hih_issues_add (self->issues, file, line, column, mend, "%s: %s, on %s in layout %s (%s)", what, detail,
                  screen, self->layout, self->language);
}

/* Sizes. */

static void
check_targets (Look *self)
{
  GtkWidget *roots[] = { self->reach };
  g_autoptr (GPtrArray) targets = hih_phone_targets_find (roots, 1);

  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *widget = targets->pdata[i];
      const char *target = hih_element_view_get_widget_target (hih_element_view_find_widget (widget));
      graphene_rect_t box;
      g_autofree char *detail = NULL;

      /* The frame beside the bars at the top and the bottom belongs to them: hih_phone_targets_distance(). */
      if (g_strcmp0 (target, "system/home") == 0 || g_strcmp0 (target, "system/status") == 0 ||
          !gtk_widget_compute_bounds (widget, self->reach, &box) ||
          (box.size.width > HIH_LOOK_MIN_TARGET - ALMOST && box.size.height > HIH_LOOK_MIN_TARGET - ALMOST))
        continue;
      detail = g_strdup_printf ("“%s” is %.0f × %.0f, and a finger needs %d × %d", target, box.size.width, box.size.height,
                                HIH_LOOK_MIN_TARGET, HIH_LOOK_MIN_TARGET);
      tell (self, widget, "too small to be tapped", "Give it a place with more room, or fewer neighbours", detail);
    }
}

/* Texts. */

/* A label that is given too little room cuts its text; one that takes the room it wants hangs over the screen's edge. */
static gboolean
fits (Look *self, GtkLabel *label)
{
  PangoLayout *text = gtk_label_get_layout (label);
  graphene_rect_t box;
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  if (pango_layout_is_ellipsized (text) || width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 ||
      height > gtk_widget_get_height (GTK_WIDGET (label)) + 1)
    return FALSE;
  return !gtk_widget_compute_bounds (GTK_WIDGET (label), self->reach, &box) ||
         (box.origin.x >= -ALMOST && box.origin.x + box.size.width <= (float) gtk_widget_get_width (self->reach) + ALMOST);
}

static void
check_fits (Look *self, GtkLabel *label)
{
  g_autofree char *detail = NULL;

  if (fits (self, label))
    return;
  detail = g_strdup_printf ("“%s”", gtk_label_get_text (label));
  tell (self, GTK_WIDGET (label), "the text does not fit its place", "Say it in fewer words", detail);
}

/* Colours. */

static double
get_luminance (double red, double green, double blue)
{
  double parts[3] = { red, green, blue };

  for (guint i = 0; i < 3; i++)
    parts[i] = parts[i] <= 0.04045 ? parts[i] / 12.92 : pow ((parts[i] + 0.055) / 1.055, 2.4);
  return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}

static double
get_contrast (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* The colour that most pixels of the box have, told apart by 5 bits a part; FALSE if the box is not in the picture. */
static gboolean
find_ground (Look *self, const graphene_rect_t *box, double *luminance)
{
  static guint counts[1 << 15];
  const guchar *data = cairo_image_surface_get_data (self->picture);
  int stride = cairo_image_surface_get_stride (self->picture);
  int left = MAX (0, (int) box->origin.x), top = MAX (0, (int) box->origin.y);
  int right = MIN (cairo_image_surface_get_width (self->picture), (int) (box->origin.x + box->size.width));
  int bottom = MIN (cairo_image_surface_get_height (self->picture), (int) (box->origin.y + box->size.height));
  guint best = 0, best_count = 0;

  memset (counts, 0, sizeof counts);
  for (int y = top; y < bottom; y++)
    {
      const guint32 *row = (const guint32 *) (const void *) (data + (gsize) y * (gsize) stride);

      for (int x = left; x < right; x++)
        {
          guint colour = ((row[x] >> 19) & 31) << 10 | ((row[x] >> 11) & 31) << 5 | ((row[x] >> 3) & 31);

          if (++counts[colour] > best_count)
            {
              best = colour;
              best_count = counts[colour];
            }
        }
    }
  *luminance = get_luminance ((best >> 10) / 31.0, ((best >> 5) & 31) / 31.0, (best & 31) / 31.0);
  return best_count > 0;
}

static void
check_colours (Look *self, GtkLabel *label)
{
  GdkRGBA ink;
  graphene_rect_t box;
  double ground, contrast;
  g_autofree char *detail = NULL;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (label)), &ink);
  /* What cannot be used may be pale, and says so in words. */
  if (!gtk_widget_is_sensitive (GTK_WIDGET (label)) || ink.alpha < 1 ||
      !gtk_widget_compute_bounds (GTK_WIDGET (label), hih_phone_row_get_widget (self->phones), &box) ||
      !find_ground (self, &box, &ground))
    return;
  contrast = get_contrast (get_luminance (ink.red, ink.green, ink.blue), ground);
  /* Half a step of the 5 bits. */
  if (contrast >= HIH_LOOK_MIN_CONTRAST * 0.96)
    return;
  detail = g_strdup_printf ("“%s” has %.1f : 1, and old eyes need %.1f", gtk_label_get_text (label), contrast,
                            HIH_LOOK_MIN_CONTRAST);
  tell (self, GTK_WIDGET (label), "hard to read on its ground", "Give it another look, or a plain ground", detail);
}

/* Scrolled out of sight, wholly or in part, a text has no ground of its own. */
static gboolean
is_in_sight (GtkWidget *label)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (label, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t box, all;

  if (scrolled == NULL)
    return TRUE;
  graphene_rect_init (&all, 0, 0, (float) gtk_widget_get_width (scrolled), (float) gtk_widget_get_height (scrolled));
  return gtk_widget_compute_bounds (label, scrolled, &box) && graphene_rect_contains_rect (&all, &box);
}

/* Under a notice that has just come, a text is read by nobody and has the notice's ground. */
static gboolean
is_covered (Look *self, GtkWidget *label)
{
  static const double across[] = { 0.1, 0.5, 0.9 };

  for (guint i = 0; i < G_N_ELEMENTS (across); i++)
    {
      double x, y;
      GtkWidget *found;

      if (!gtk_widget_translate_coordinates (label, self->reach, gtk_widget_get_width (label) * across[i],
                                             gtk_widget_get_height (label) * 0.5, &x, &y))
        continue;
      found = gtk_widget_pick (self->reach, x, y, GTK_PICK_INSENSITIVE);
      if (found != NULL && found != label && !gtk_widget_is_ancestor (label, found) && !gtk_widget_is_ancestor (found, label))
        return TRUE;
    }
  return FALSE;
}

static void
check_labels (Look *self, GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      check_fits (self, GTK_LABEL (widget));
      if (is_in_sight (widget) && !is_covered (self, widget))
        check_colours (self, GTK_LABEL (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_labels (self, child);
}

static GtkWidget *
find_screen (GtkWidget *widget)
{
  GtkWidget *found = HIH_IS_PHONE_SCREEN (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_screen (child);
  return found;
}

/* What lies under a dialog is looked at where it lies open. */
static void
check_phone (Look *self, GtkWidget *view)
{
  GtkWidget *screen = find_screen (view);

  self->reach = screen != NULL ? hih_phone_screen_get_reach (HIH_PHONE_SCREEN (screen)) : NULL;
  if (self->reach == NULL || g_strcmp0 (hih_phone_screen_get_look (HIH_PHONE_SCREEN (screen)), "dark") == 0)
    return;
  check_targets (self);
  check_labels (self, self->reach);
}

static void
paint (Look *self)
{
  GskRenderNode *node = hih_phone_row_snapshot (self->phones);
  cairo_t *cr = cairo_create (self->picture);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (self->picture);
}

static void
look_at (HihAppSet *apps, GPtrArray *stills, const char *const *languages, GPtrArray *issues)
{
  static const char *const layouts[HIH_N_LAYOUTS] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };
  g_autoptr (GHashTable) told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (HihPhoneRow) phones = hih_phone_row_new (apps, PHONE_WIDTH, PHONE_HEIGHT);
  Look self = { .apps = apps, .issues = issues, .told = told, .phones = phones };

  self.picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, HIH_N_LAYOUTS * PHONE_WIDTH, PHONE_HEIGHT);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      self.language = languages[i];
      for (guint k = 0; k < stills->len; k++)
        {
          self.still = stills->pdata[k];
          hih_phone_row_show (phones, self.still, self.language, FALSE);
          paint (&self);
          for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
            {
              self.layout = layouts[layout];
              check_phone (&self, GTK_WIDGET (hih_phone_row_get_view (phones, layout)));
            }
        }
    }
  cairo_surface_destroy (self.picture);
}

/**
 * hih_look_check:
 * @languages: (array zero-terminated=1): such as "en" and "zh_CN"
 */
void
hih_look_check (HihLesson *lesson, const char *const *languages, GPtrArray *issues)
{
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);

  look_at (hih_lesson_get_apps (lesson), stills, languages, issues);
}

/**
 * hih_look_check_apps:
 * @languages: (array zero-terminated=1): such as "en" and "zh_CN"
 */
void
hih_look_check_apps (HihAppSet *apps, const char *const *languages, GPtrArray *issues)
{
  g_autoptr (GPtrArray) stills = hih_stills_new_of_apps (apps);

  look_at (apps, stills, languages, issues);
}
