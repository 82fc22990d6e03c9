/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The phones stand at scale 1, where a pixel of the picture is a pixel of the phone. Sizes and texts are asked from the
 * widgets. Colours are looked up in the picture: a label knows its own colour, and the ground it stands on is the colour
 * that most of its pixels have.
 */
#include "config.h"

#include "hih-look-private.h"

#include "hih-element-view.h"
#include "hih-look-colours.h"
#include "hih-look-print.h"
#include "hih-phone-fit.h"
#include "hih-phone-row.h"
#include "hih-phone-screen.h"
#include "hih-phone-style.h"
#include "hih-phone-targets.h"
#include "hih-scene.h"
#include "hih-suggest.h"

#include <string.h>

#define PHONE_WIDTH (HIH_PHONE_WIDTH + 24 + 60) /* frame, and room for the keys of the side */
#define PHONE_HEIGHT (HIH_PHONE_HEIGHT + 50)
#define ALMOST 0.5  /* of a pixel: rounding is no mistake */
#define BARS "system/home system/status system/back"

/* What is looked at: what lies over the screen, else the screen. */
static const char *
get_screen (const HihLook *self)
{
  const char *over = hih_phone_state_get_over (self->still->state);

  return over != NULL ? over : hih_phone_state_get_screen (self->still->state);
}

void
hih_look_tell (HihLook *self, GtkWidget *widget, const char *what, const char *mend, const char *detail)
{
  GtkWidget *found = hih_element_view_find_widget (widget);
  HihElement *element = found != NULL ? hih_element_view_get_widget_element (found) : NULL;
  const HihStep *step = self->still->step;
  int line = step != NULL ? step->line : 1, column = step != NULL ? step->column : 1;
  const char *screen = get_screen (self);
  const char *file = step != NULL ? step->file : hih_app_set_get_screen_place (self->apps, screen, &line, &column);
  g_autofree char *size = NULL;
  char *key;

  if (element != NULL)
    file = hih_element_get_place (element, &line, &column);
  else if (self->still->told != NULL)
    file = hih_effect_get_place (self->still->told, &line, &column);
  key = g_strdup_printf ("%s:%d:%d:%s", file, line, column, what);
  if (!g_hash_table_add (self->told, key))
    return;
  if (self->size != 0)
    size = g_strdup_printf (", with words of size %u", self->size);
  hih_issues_add (self->issues, file, line, column, mend, "%s: %s, on %s in layout %s (%s%s)", what, detail,
                  screen, self->layout, self->language, size != NULL ? size : "");
}

/* Sizes. */

/* Where a finger meets @widget: what of it is scrolled into sight. FALSE: nowhere. */
gboolean
hih_look_find_reach (HihLook *self, GtkWidget *widget, graphene_rect_t *box)
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
check_apart (HihLook *self, GPtrArray *targets)
{
  for (guint i = 0; i < targets->len; i++)
    {
      GtkWidget *widget = targets->pdata[i];
      const char *target = hih_element_view_get_widget_target (hih_element_view_find_widget (widget));
      graphene_rect_t box;

      if (hih_words_contain (BARS, target) || !hih_look_find_reach (self, widget, &box))
        continue;
      for (guint k = 0; k < i; k++)
        {
          GtkWidget *other = targets->pdata[k];
          const char *other_target = hih_element_view_get_widget_target (hih_element_view_find_widget (other));
          graphene_rect_t other_box, both;
          g_autofree char *detail = NULL;

          if (gtk_widget_is_ancestor (widget, other) || gtk_widget_is_ancestor (other, widget) ||
              hih_words_contain (BARS, other_target) || !hih_look_find_reach (self, other, &other_box) ||
              !graphene_rect_intersection (&box, &other_box, &both) || both.size.width <= HIH_LOOK_MAX_SHARED ||
              both.size.height <= HIH_LOOK_MAX_SHARED)
            continue;
          detail = g_strdup_printf ("“%s” and “%s” share %.0f × %.0f", other_target, target, both.size.width, both.size.height);
          hih_look_tell (self, widget, "lies on another thing to be tapped", "Give it a place of its own", detail);
        }
    }
}

static void
check_targets (HihLook *self)
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
      hih_look_tell (self, widget, "too small to be tapped", "Give it a place with more room, or fewer neighbours", detail);
    }
  check_apart (self, targets);
}

/* Texts. */

void
hih_look_check_fits (HihLook *self, GtkLabel *label)
{
  g_autofree char *detail = NULL;
  g_autofree char *broken = hih_phone_fit_dup_broken (label);

  if (!hih_phone_fit_holds (label, self->reach))
    {
      detail = g_strdup_printf ("“%s”", gtk_label_get_text (label));
      hih_look_tell (self, GTK_WIDGET (label), "the text does not fit its place", "Say it in fewer words", detail);
    }
  else if (broken != NULL)
    {
      detail = g_strdup_printf ("“%s”", broken);
      hih_look_tell (self, GTK_WIDGET (label), "the text does not fit its place: a word is broken", "Say it in shorter words", detail);
    }
}

/* Colours. */

void
hih_look_check_colours (HihLook *self, GtkLabel *label)
{
  gboolean works = gtk_widget_is_sensitive (GTK_WIDGET (label));
  GdkRGBA ink;
  graphene_rect_t box;
  double contrast;
  g_autofree char *detail = NULL;

  if (self->size != 0)
    return; /* the same as in the middle size, in which they are painted */
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (label)), &ink);
  if (!gtk_widget_compute_bounds (GTK_WIDGET (label), hih_phone_row_get_widget (self->phones), &box) ||
      !hih_look_measure_contrast (self->picture, &box, works ? &ink : NULL, &contrast))
    return;
  /* Rounding two colours to 8 bits moves the ratio by less than this. */
  if (contrast >= HIH_LOOK_MIN_CONTRAST - 0.02)
    return;
  detail = g_strdup_printf ("“%s” has %.2f : 1, and old eyes need %.1f", gtk_label_get_text (label), contrast,
                            HIH_LOOK_MIN_CONTRAST);
  hih_look_tell (self, GTK_WIDGET (label), "hard to read on its ground", "Give it another look, or a plain ground", detail);
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

static void
check_labels (HihLook *self, GtkWidget *widget)
{
  /* A dark phone's own bar at the top is as black as its ground. */
  if (!gtk_widget_get_mapped (widget) || (self->is_dark && strcmp (gtk_widget_get_css_name (widget), "statusbar") == 0))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    {
      hih_look_check_fits (self, GTK_LABEL (widget));
      if (self->size == 0 && is_in_sight (widget))
        hih_look_check_colours (self, GTK_LABEL (widget));
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

static void
check_answer (HihLook *self)
{
  double needed, seen;
  GtkWidget *last = hih_phone_fit_find_cut_answer (self->reach, &needed, &seen);
  g_autofree char *detail = NULL;

  if (last == NULL)
    return;
  detail = g_strdup_printf ("“%s” needs %.0f pixels, and %.0f are to be seen", gtk_label_get_text (GTK_LABEL (last)), needed, seen);
  hih_look_tell (self, last, "what was said last is cut", "Say it in fewer words, or put the keyboard away", detail);
}

/* What lies under a dialog is looked at where it lies open. */
static void
check_phone (HihLook *self, GtkWidget *view)
{
  GtkWidget *screen = find_screen (view);

  self->reach = screen != NULL ? hih_phone_screen_get_reach (HIH_PHONE_SCREEN (screen)) : NULL;
  if (self->still->told != NULL)
    hih_look_check_told (self, view);
  if (self->still->told != NULL || self->reach == NULL)
    return;
  self->is_dark = g_strcmp0 (hih_phone_screen_get_look (HIH_PHONE_SCREEN (screen)), "dark") == 0;
  check_targets (self);
  check_labels (self, self->reach);
  check_answer (self);
}

/* Over what was painted before: a phone covers all that anybody looks at. */
static void
paint (HihLook *self)
{
  GskRenderNode *node = hih_phone_row_snapshot (self->phones);
  cairo_t *cr = cairo_create (self->picture);

  if (node != NULL)
    {
      gsk_render_node_draw (node, cr);
      gsk_render_node_unref (node);
    }
  cairo_destroy (cr);
  cairo_surface_flush (self->picture);
}

static const char *const layouts[HIH_N_LAYOUTS] = { HIH_LAYOUT_A, HIH_LAYOUT_B, HIH_LAYOUT_C };

/* Whether that was looked at before, in this or another lesson. */
static gboolean
is_seen (HihLook *self, guint layout)
{
  g_autofree char *print = hih_look_dup_print (self->apps, self->still, layouts[layout], self->language, self->size == 0);

  return !g_hash_table_add (self->seen, g_strdup_printf ("%u %s", self->size, print));
}

/* What is said for a moment has the same room everywhere: of what no lesson brings it is enough to have seen it once. */
static gboolean
is_told_again (HihLook *self)
{
  HihText *title = hih_effect_get_title (self->still->told);
  char *words = g_strdup_printf ("! %u %s %s\n%s", self->size, self->language, title != NULL ? hih_text_get (title, self->language) : "",
                                 hih_text_get (hih_effect_get_text (self->still->told), self->language));

  return !g_hash_table_add (self->seen, words) && self->still->step == NULL;
}

static gboolean
has_words (const HihLook *self, HihText *text)
{
  return text != NULL && hih_text_has (text, self->language);
}

static gboolean
nodes_have_words (const HihLook *self, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    {
      const HihSceneNode *node = nodes->pdata[i];

      if (has_words (self, node->title) || has_words (self, node->subtitle) || has_words (self, node->placeholder) ||
          has_words (self, node->value_title) || nodes_have_words (self, node->children))
        return TRUE;
    }
  return FALSE;
}

/* Where nothing was translated all stands as in the source language. */
static gboolean
is_translated (HihLook *self)
{
  const HihEffect *told = self->still->told;

  if (strcmp (self->language, HIH_SOURCE_LANGUAGE) == 0 ||
      (told != NULL && (has_words (self, hih_effect_get_text (told)) || has_words (self, hih_effect_get_title (told)))))
    return TRUE;
  for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
    {
      g_autoptr (HihScene) scene = hih_scene_new (self->apps, self->still->state, layouts[layout]);

      if (has_words (self, hih_scene_get_title (scene)) || has_words (self, hih_scene_get_over_title (scene)) ||
          nodes_have_words (self, hih_scene_get_nodes (scene)) || nodes_have_words (self, hih_scene_get_over (scene)))
        return TRUE;
    }
  return FALSE;
}

static void
look_at_still (HihLook *self)
{
  gboolean is_new[HIH_N_LAYOUTS], any = FALSE;

  /* What comes up for a moment has room with small words if it has with larger ones. */
  if (self->still->told != NULL && self->size != 0 && self->size < HIH_PHONE_STYLE_MIDDLE)
    return;
  if ((self->still->told != NULL && is_told_again (self)) || !is_translated (self))
    return;
  for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
    {
      is_new[layout] = !is_seen (self, layout);
      any = any || is_new[layout];
    }
  if (!any)
    return;
  hih_phone_row_show (self->phones, self->still, self->language, FALSE);
  if (self->size == 0)
    paint (self);
  for (guint layout = 0; layout < HIH_N_LAYOUTS; layout++)
    {
      self->layout = layouts[layout];
      if (is_new[layout])
        check_phone (self, GTK_WIDGET (hih_phone_row_get_view (self->phones, layout)));
    }
}

static void
look_at (HihLook *self, HihAppSet *apps, GPtrArray *stills, const char *const *languages)
{
  g_autoptr (HihPhoneRow) phones = hih_phone_row_new (apps, PHONE_WIDTH, PHONE_HEIGHT);

  self->apps = apps;
  self->phones = phones;
  for (guint i = 0; languages[i] != NULL; i++)
    {
      self->language = languages[i];
      for (const char *size = self->sizes; *size != '\0'; size++)
        {
          self->size = *size - '0' == HIH_PHONE_STYLE_MIDDLE ? 0 : (guint) (*size - '0');
          hih_phone_row_set_text_size (phones, self->size);
          for (guint k = 0; k < stills->len; k++)
            {
              self->still = stills->pdata[k];
              look_at_still (self);
            }
        }
    }
}

/**
 * hih_look_new:
 * @sizes: such as %HIH_LOOK_SIZES; in the middle size everything is as the lesson has it, and painted
 * @issues: (element-type HihIssue): what is found is added
 *
 * Returns: (transfer full): somebody who looks, and tells each thing once
 */
HihLook *
hih_look_new (const char *sizes, GPtrArray *issues)
{
  HihLook *self = g_new0 (HihLook, 1);

  self->sizes = g_strdup (sizes);
  self->issues = g_ptr_array_ref (issues);
  self->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->app_files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->picture = cairo_image_surface_create (CAIRO_FORMAT_RGB24, HIH_N_LAYOUTS * PHONE_WIDTH, PHONE_HEIGHT);
  return self;
}

void
hih_look_free (HihLook *self)
{
  g_ptr_array_unref (self->issues);
  g_hash_table_unref (self->told);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->app_files);
  cairo_surface_destroy (self->picture);
  g_free (self->sizes);
  g_free (self);
}

/**
 * hih_look_check:
 * @languages: (array zero-terminated=1): such as "en" and "zh_CN"
 */
void
hih_look_check (HihLook *self, HihLesson *lesson, const char *const *languages)
{
  g_autoptr (GPtrArray) stills = hih_stills_new (lesson, HIH_LAYOUT_A);

  look_at (self, hih_lesson_get_apps (lesson), stills, languages);
}

/* Lessons that are checked one by one bring the same apps. */
static gboolean
have_new_app (HihLook *self, HihAppSet *apps)
{
  g_autoptr (GPtrArray) screens = hih_app_set_dup_screens (apps);
  gboolean any = FALSE;

  for (guint i = 0; i < screens->len; i++)
    {
      int line, column;

      any |= g_hash_table_add (self->app_files, g_strdup (hih_app_set_get_screen_place (apps, screens->pdata[i], &line, &column)));
    }
  return any;
}

/**
 * hih_look_check_apps:
 * @languages: (array zero-terminated=1): such as "en" and "zh_CN"
 *
 * Looks at nothing if each of @apps was among those of an earlier call.
 */
void
hih_look_check_apps (HihLook *self, HihAppSet *apps, const char *const *languages)
{
  g_autoptr (GPtrArray) stills = have_new_app (self, apps) ? hih_stills_new_of_apps (apps) : NULL;

  if (stills != NULL)
    look_at (self, apps, stills, languages);
}
