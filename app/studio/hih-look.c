/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The phones stand at scale 1, where a pixel of the picture is a pixel of the phone. Sizes and texts are asked from the
 * widgets. Colours are looked up in the picture: a label knows its own colour, and the ground it stands on is the colour
 * that most of its pixels have.
 */
#include "config.h"

#include "hih-look.h"

#include "hih-element-view.h"
#include "hih-look-colours.h"
#include "hih-phone-row.h"
#include "hih-phone-screen.h"
#include "hih-phone-targets.h"
#include "hih-suggest.h"

#include <string.h>

#define PHONE_WIDTH (HIH_PHONE_WIDTH + 24 + 60) /* frame, and room for the keys of the side */
#define PHONE_HEIGHT (HIH_PHONE_HEIGHT + 50)
#define ALMOST 0.5  /* of a pixel: rounding is no mistake */
#define BARS "system/home system/status system/back"
#define MAX_TOLD_LINES 4 /* of what comes up for a moment: more is not read before it goes, and covers half the screen */
#define MAX_SHARED 4 /* pixels: round things beside each other may touch */

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
  else if (self->still->told != NULL)
    file = hih_effect_get_place (self->still->told, &line, &column);
  key = g_strdup_printf ("%s:%d:%d:%s", file, line, column, what);
  if (!g_hash_table_add (self->told, key))
    return;
  hih_issues_add (self->issues, file, line, column, mend, "%s: %s, on %s in layout %s (%s)", what, detail,
                  screen, self->layout, self->language);
}

/* Sizes. */

/* Where a finger meets @widget: what of it is scrolled into sight. FALSE: nowhere. */
static gboolean
find_reach (Look *self, GtkWidget *widget, graphene_rect_t *box)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t seen;

  return gtk_widget_compute_bounds (widget, self->reach, box) &&
         (scrolled == NULL || (gtk_widget_compute_bounds (scrolled, self->reach, &seen) &&
                               graphene_rect_intersection (box, &seen, box)));
}

/* Two that lie on each other: a finger on the one is a finger on the other. What stands in another belongs to it, and
 * the phone's own bars give way to what lies on them: hih_phone_targets_distance(). */
static void
check_apart (Look *self, GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *widget = targets->pdata[i];
      const char *target = hih_element_view_get_widget_target (hih_element_view_find_widget (widget));
      graphene_rect_t box;

      if (hih_words_contain (BARS, target) || !find_reach (self, widget, &box))
        continue;
      for (guint k = 0; k < i; k++)
        {
          GtkWidget *other = targets->pdata[k];
          const char *other_target = hih_element_view_get_widget_target (hih_element_view_find_widget (other));
          graphene_rect_t other_box, both;
          g_autofree char *detail = NULL;

          if (gtk_widget_is_ancestor (widget, other) || gtk_widget_is_ancestor (other, widget) ||
              hih_words_contain (BARS, other_target) || !find_reach (self, other, &other_box) ||
              !graphene_rect_intersection (&box, &other_box, &both) || both.size.width <= MAX_SHARED ||
              both.size.height <= MAX_SHARED)
            continue;
          detail = g_strdup_printf ("“%s” and “%s” share %.0f × %.0f", other_target, target, both.size.width, both.size.height);
          tell (self, widget, "lies on another thing to be tapped", "Give it a place of its own", detail);
        }
    }
}

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

      /* A phone's letters stand ten in a row; they make it up in height. */
      if (gtk_widget_has_css_class (widget, "letter-key") &&
          gtk_widget_compute_bounds (widget, self->reach, &box) && box.size.height > HIH_LOOK_MIN_TARGET - ALMOST)
        continue;
      /* The frame beside the bars at the top and the bottom belongs to them: hih_phone_targets_distance(). */
      if (g_strcmp0 (target, "system/home") == 0 || g_strcmp0 (target, "system/status") == 0 ||
          !gtk_widget_compute_bounds (widget, self->reach, &box) ||
          (box.size.width > HIH_LOOK_MIN_TARGET - ALMOST && box.size.height > HIH_LOOK_MIN_TARGET - ALMOST))
        continue;
      detail = g_strdup_printf ("“%s” is %.0f × %.0f, and a finger needs %d × %d", target, box.size.width, box.size.height,
                                HIH_LOOK_MIN_TARGET, HIH_LOOK_MIN_TARGET);
      tell (self, widget, "too small to be tapped", "Give it a place with more room, or fewer neighbours", detail);
    }
  check_apart (self, targets);
}

/* Texts. */

/* Whether its words stand over the edge of the button that they name. */
static gboolean
stands_out (GtkLabel *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON);
  graphene_rect_t box;

  return button != NULL && gtk_widget_compute_bounds (GTK_WIDGET (label), button, &box) &&
         (box.origin.y < -MAX_SHARED || box.origin.y + box.size.height > (float) gtk_widget_get_height (button) + MAX_SHARED ||
          box.origin.x < -MAX_SHARED || box.origin.x + box.size.width > (float) gtk_widget_get_width (button) + MAX_SHARED);
}

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
  if (stands_out (label))
    return FALSE;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (label), self->reach, &box))
    return TRUE;
  /* What can be scrolled may be longer than the screen, never wider. */
  return box.origin.x >= -ALMOST && box.origin.x + box.size.width <= (float) gtk_widget_get_width (self->reach) + ALMOST &&
         (gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_SCROLLED_WINDOW) != NULL ||
          (box.origin.y >= -ALMOST && box.origin.y + box.size.height <= (float) gtk_widget_get_height (self->reach) + ALMOST));
}

/* Whether a line ends where no line may: "Flashligh-t". Between Chinese characters one may.
 * Returns: (transfer full) (nullable): the text with / where it is broken */
static char *
dup_broken (GtkLabel *label)
{
  PangoLayout *layout = gtk_label_get_layout (label);
  const char *text = pango_layout_get_text (layout);
  int n_attrs = 0;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (layout, &n_attrs);

  for (GSList *line = pango_layout_get_lines_readonly (layout); line != NULL && line->next != NULL; line = line->next)
    {
      int end = ((PangoLayoutLine *) line->next->data)->start_index;
      glong at = g_utf8_pointer_to_offset (text, text + end);

      if (at < n_attrs && !attrs[at].is_line_break)
        return g_strdup_printf ("%.*s/%s", end, text, text + end);
    }
  return NULL;
}

static void
check_fits (Look *self, GtkLabel *label)
{
  g_autofree char *detail = NULL;
  g_autofree char *broken = dup_broken (label);

  if (!fits (self, label))
    {
      detail = g_strdup_printf ("“%s”", gtk_label_get_text (label));
      tell (self, GTK_WIDGET (label), "the text does not fit its place", "Say it in fewer words", detail);
    }
  else if (broken != NULL)
    {
      detail = g_strdup_printf ("“%s”", broken);
      tell (self, GTK_WIDGET (label), "the text does not fit its place: a word is broken", "Say it in shorter words", detail);
    }
}

/* Colours. */

static void
check_colours (Look *self, GtkLabel *label)
{
  gboolean works = gtk_widget_is_sensitive (GTK_WIDGET (label));
  GdkRGBA ink;
  graphene_rect_t box;
  double contrast;
  g_autofree char *detail = NULL;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (label)), &ink);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (label), hih_phone_row_get_widget (self->phones), &box) ||
      !hih_look_measure_contrast (self->picture, &box, works ? &ink : NULL, &contrast))
    return;
  /* Rounding two colours to 8 bits moves the ratio by less than this. */
  if (contrast >= HIH_LOOK_MIN_CONTRAST - 0.02)
    return;
  detail = g_strdup_printf ("“%s” has %.2f : 1, and old eyes need %.1f", gtk_label_get_text (label), contrast,
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
find_toast (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) && gtk_widget_has_css_class (widget, "toast") && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toast (child);
  return found;
}

/* Whoever has to look for what to touch finds it under nothing. What takes half the screen is found all the same. */
static void
check_toast_off_next (Look *self, GtkWidget *view, GtkWidget *toast)
{
  const char *target = self->still->next != NULL ? self->still->next->target : NULL;
  graphene_rect_t box, place;
  g_autofree char *detail = NULL;

  if (target == NULL || !hih_phone_view_get_target_bounds (HIH_PHONE_VIEW (view), target, self->reach, &box) ||
      !gtk_widget_compute_bounds (toast, self->reach, &place) ||
      box.size.height > (float) gtk_widget_get_height (self->reach) / 2 || !graphene_rect_intersection (&box, &place, NULL))
    return;
  detail = g_strdup_printf ("“%s” on “%s”", gtk_label_get_text (GTK_LABEL (toast)), target);
  tell (self, toast, "words that come up for a moment lie on what is to be touched next", "Leave room for them", detail);
}

/* It lies over what was looked at without it. */
static void
check_toast (Look *self, GtkWidget *view)
{
  GtkWidget *toast = find_toast (view);
  g_autofree char *detail = NULL;

  if (toast == NULL)
    return;
  self->reach = gtk_widget_get_parent (toast);
  check_fits (self, GTK_LABEL (toast));
  check_colours (self, GTK_LABEL (toast));
  check_toast_off_next (self, view, toast);
  if (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (toast))) <= MAX_TOLD_LINES)
    return;
  detail = g_strdup_printf ("“%s”", gtk_label_get_text (GTK_LABEL (toast)));
  tell (self, toast, "too long for what comes up for a moment", "Say it in fewer words", detail);
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

static GtkWidget *
find_scrolled (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCROLLED_WINDOW (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_scrolled (child);
  return found;
}

static gboolean
is_talk (Look *self)
{
  g_autoptr (HihScene) scene = hih_scene_new (self->apps, self->still->state, self->layout);
  GPtrArray *nodes = hih_scene_get_over (scene) == NULL ? hih_scene_get_nodes (scene) : NULL;

  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      if (strcmp (((const HihSceneNode *) nodes->pdata[i])->kind, "messages") == 0)
        return TRUE;
    }
  return FALSE;
}

/* The lowest text of what can be moved. */
static void
find_last (GtkWidget *widget, GtkWidget *scrolled, GtkWidget **last, graphene_rect_t *place)
{
  graphene_rect_t box;

  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0' &&
      gtk_widget_compute_bounds (widget, scrolled, &box) &&
      (*last == NULL || box.origin.y + box.size.height > place->origin.y + place->size.height))
    {
      *last = widget;
      *place = box;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_last (child, scrolled, last, place);
}

/* A talk is read from its end. What was answered last must be seen there without moving it, from its first line on,
 * also while a keyboard leaves little room. */
static void
check_answer (Look *self, HihPhoneScreen *screen)
{
  GtkAdjustment *scroll = hih_phone_screen_get_scroll (screen);
  GtkWidget *scrolled = scroll != NULL && is_talk (self) ? find_scrolled (GTK_WIDGET (screen)) : NULL;
  GtkWidget *last = NULL;
  graphene_rect_t place = { 0 };
  double from_end;
  g_autofree char *detail = NULL;

  if (scrolled == NULL)
    return;
  find_last (scrolled, scrolled, &last, &place);
  if (last == NULL)
    return;
  from_end = gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_value (scroll) - place.origin.y;
  if (from_end <= gtk_adjustment_get_page_size (scroll) + ALMOST)
    return;
  detail = g_strdup_printf ("“%s” needs %.0f pixels, and %.0f are to be seen", gtk_label_get_text (GTK_LABEL (last)), from_end,
                            gtk_adjustment_get_page_size (scroll));
  tell (self, last, "what was said last is cut", "Say it in fewer words, or put the keyboard away", detail);
}

/* What lies under a dialog is looked at where it lies open. */
static void
check_phone (Look *self, GtkWidget *view)
{
  GtkWidget *screen = find_screen (view);

  if (self->still->told != NULL)
    {
      check_toast (self, view);
      return;
    }
  self->reach = screen != NULL ? hih_phone_screen_get_reach (HIH_PHONE_SCREEN (screen)) : NULL;
  if (self->reach == NULL || g_strcmp0 (hih_phone_screen_get_look (HIH_PHONE_SCREEN (screen)), "dark") == 0)
    return;
  check_targets (self);
  check_labels (self, self->reach);
  check_answer (self, HIH_PHONE_SCREEN (screen));
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
