/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Background, phone, title and the card of the ways without a phone, under a camera that glides. */
#include "config.h"

#include "hih-film-stage.h"

#include "hih-offscreen.h"
#include "hih-phone-frame.h"
#include "hih-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define NEAR_SCALE 1.45 /* a tile is then a tenth of the picture's width */
#define FAR_SCALE 0.86
#define BEZEL_WIDTH 20  /* both sides; see hih-phone-view */
#define BEZEL_HEIGHT 46 /* top and chin */
#define MARGIN 24       /* above and below what is shown near */
#define GLIDE_MS 600
#define PRACTICE_MARGIN 24 /* from the picture's corner */

typedef struct
{
  double x; /* the phone's centre */
  double y; /* the phone's upper edge */
  double scale;
} Camera;

struct _HihFilmStage
{
  GtkWidget parent_instance;

  GtkWidget *view;
  GtkWidget *title;
  GtkWidget *offline;
  GtkWidget *practice; /* what the phone's frame says, when that part of it is out of the picture */
  HihOffscreen *place; /* (owned) */
  Camera from;
  Camera to;
  Camera now;
  gint64 glide_start_ms;
  GskRenderNode *drawn;      /* (nullable): what stands on ... */
  cairo_surface_t *drawn_on; /* (nullable): ... this */
};

G_DEFINE_FINAL_TYPE (HihFilmStage, hih_film_stage, GTK_TYPE_WIDGET)

static const Camera far_right = { 930, 10, FAR_SCALE };
static const Camera far_middle = { 560, 10, FAR_SCALE };

static void
hih_film_stage_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                        int *minimum_baseline, int *natural_baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_measure (child, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? HIH_FILM_WIDTH : HIH_FILM_HEIGHT;
}

static void
place (GtkWidget *child, double x, double y, int width, int height)
{
  if (gtk_widget_get_visible (child))
    gtk_widget_allocate (child, width, height, -1, gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) x, (float) y)));
}

static void
hih_film_stage_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  HihFilmStage *self = HIH_FILM_STAGE (widget);
  int phone_width = (int) round (HIH_PHONE_WIDTH * self->now.scale) + BEZEL_WIDTH;
  int phone_height = (int) round (HIH_PHONE_HEIGHT * self->now.scale) + BEZEL_HEIGHT;
  gboolean frame_is_cut = gtk_widget_get_visible (self->view) && self->now.y + phone_height > HIH_FILM_HEIGHT;
  GtkRequisition practice;

  place (self->view, round (self->now.x - phone_width / 2.0), round (self->now.y), phone_width, phone_height);
  place (self->title, 72, 0, 560, HIH_FILM_HEIGHT);
  place (self->offline, 0, 0, HIH_FILM_WIDTH, HIH_FILM_HEIGHT);
  gtk_widget_get_preferred_size (self->practice, NULL, &practice);
  gtk_widget_set_child_visible (self->practice, frame_is_cut);
  place (self->practice, PRACTICE_MARGIN, HIH_FILM_HEIGHT - PRACTICE_MARGIN - practice.height, practice.width, practice.height);
}

static void
fill_circle (GtkSnapshot *snapshot, double x, double y, double radius, const char *colour)
{
  GdkRGBA rgba;
  graphene_rect_t rect = GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius), (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect clip;

  gdk_rgba_parse (&rgba, colour);
  gsk_rounded_rect_init_from_rect (&clip, &rect, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, &rgba, &rect);
  gtk_snapshot_pop (snapshot);
}

static void
hih_film_stage_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  HihFilmStage *self = HIH_FILM_STAGE (widget);
  const graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, HIH_FILM_WIDTH, HIH_FILM_HEIGHT);
  GskColorStop stops[2] = { { 0, { 0 } }, { 1, { 0 } } };

  gdk_rgba_parse (&stops[0].color, "#f3e9da");
  gdk_rgba_parse (&stops[1].color, "#eddcc0");
  gtk_snapshot_push_clip (snapshot, &all);
  gtk_snapshot_append_linear_gradient (snapshot, &all, &GRAPHENE_POINT_INIT (0, 0), &GRAPHENE_POINT_INIT (0, HIH_FILM_HEIGHT), stops, 2);
  fill_circle (snapshot, 1100, 190, 108, "#f3dcb4");
  fill_circle (snapshot, 1130, 880, 320, "#dfc7a3");
  fill_circle (snapshot, 60, 900, 300, "#e6d2b2");
  GTK_WIDGET_CLASS (hih_film_stage_parent_class)->snapshot (GTK_WIDGET (self), snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
hih_film_stage_dispose (GObject *object)
{
  HihFilmStage *self = HIH_FILM_STAGE (object);

  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->offline, gtk_widget_unparent);
  g_clear_pointer (&self->practice, gtk_widget_unparent);
  G_OBJECT_CLASS (hih_film_stage_parent_class)->dispose (object);
}

static void
hih_film_stage_class_init (HihFilmStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_film_stage_dispose;
  widget_class->measure = hih_film_stage_measure;
  widget_class->size_allocate = hih_film_stage_size_allocate;
  widget_class->snapshot = hih_film_stage_snapshot;
  gtk_widget_class_set_css_name (widget_class, "film");
}

static void
hih_film_stage_init (HihFilmStage *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->from = self->to = self->now = far_right;
}

static void
load_css (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      GtkCssProvider *provider = gtk_css_provider_new ();

      /* Films have their own sizes: nobody's text setting reaches into them. */
      gtk_css_provider_load_from_data (provider,
        "film { font-family: 'Noto Sans CJK SC', sans-serif; color: #1f1b16; }"
        "film .film-title { font-size: 56px; font-weight: 700; line-height: 76px; }"
        "film .film-like { font-size: 32px; line-height: 50px; color: #4a443b; }"
        "film .film-card { background: #ffffff; border: 2px solid #ddd5c6; border-radius: 24px; padding: 44px 56px; }"
        "film .film-heading { font-size: 48px; font-weight: 700; line-height: 66px; color: #1c4f8c; }"
        "film .film-way { font-size: 34px; line-height: 52px; }"
        "film .film-dot { background: #1c4f8c; border-radius: 8px; min-width: 16px; min-height: 16px; margin-top: 18px; }"
        "film > .chin { background: #2b2620; color: #ffffff; border-radius: 16px; padding: 8px 16px; }"
        "film > .chin label { font-size: 22px; font-weight: 700; line-height: 32px; }",
        -1);
      gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
      g_object_unref (provider);
      g_once_init_leave (&once, 1);
    }
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  hih_words_watch_end (label);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_title_card (HihLesson *lesson, const char *language)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), new_label (hih_text_get (hih_lesson_get_title (lesson), language), "film-title"));
  if (hih_lesson_get_metaphor (lesson) != NULL)
    gtk_box_append (GTK_BOX (box), new_label (hih_text_get (hih_lesson_get_metaphor (lesson), language), "film-like"));
  return box;
}

static GtkWidget *
new_offline_card (HihLesson *lesson, const char *language)
{
  GPtrArray *ways = hih_lesson_get_offline (lesson);
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 20);

  gtk_widget_add_css_class (card, "film-card");
  gtk_widget_set_halign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (card, 1000, -1);
  gtk_box_append (GTK_BOX (card), new_label (_("You can do it without a phone too"), "film-heading"));
  for (guint i = 0; i < ways->len; i++)
    {
      GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "film-dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (row), dot);
      gtk_box_append (GTK_BOX (row), new_label (hih_text_get (ways->pdata[i], language), "film-way"));
      gtk_box_append (GTK_BOX (card), row);
    }
  return card;
}

/**
 * hih_film_stage_new:
 * @language: of every word in the picture
 *
 * Returns: (transfer none): a stage; it lives until hih_film_stage_close(). Main thread.
 */
HihFilmStage *
hih_film_stage_new (HihLesson *lesson, const char *language, HihPhone *phone)
{
  HihFilmStage *self = g_object_new (HIH_TYPE_FILM_STAGE, NULL);

  load_css ();
  self->view = hih_phone_view_new ();
  hih_phone_view_set_language (HIH_PHONE_VIEW (self->view), language);
  hih_phone_view_set_phone (HIH_PHONE_VIEW (self->view), phone);
  hih_phone_view_set_interactive (HIH_PHONE_VIEW (self->view), FALSE);
  self->title = new_title_card (lesson, language);
  self->offline = new_offline_card (lesson, language);
  self->practice = hih_phone_frame_new_chin ();
  gtk_widget_set_parent (self->title, GTK_WIDGET (self));
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));
  gtk_widget_set_parent (self->offline, GTK_WIDGET (self));
  gtk_widget_set_parent (self->practice, GTK_WIDGET (self));
  gtk_widget_set_visible (self->offline, FALSE);

  self->place = hih_offscreen_new (GTK_WIDGET (self), HIH_FILM_WIDTH, HIH_FILM_HEIGHT);
  return self;
}

static void
forget_drawn (HihFilmStage *self)
{
  g_clear_pointer (&self->drawn, gsk_render_node_unref);
  g_clear_pointer (&self->drawn_on, cairo_surface_destroy);
}

void
hih_film_stage_close (HihFilmStage *self)
{
  forget_drawn (self);
  hih_offscreen_free (self->place);
}

HihPhoneView *
hih_film_stage_get_view (HihFilmStage *self)
{
  return HIH_PHONE_VIEW (self->view);
}

void
hih_film_stage_set_segment (HihFilmStage *self, HihSegmentKind kind)
{
  gtk_widget_set_visible (self->title, kind == HIH_SEGMENT_TITLE);
  gtk_widget_set_visible (self->view, kind != HIH_SEGMENT_OFFLINE);
  gtk_widget_set_visible (self->offline, kind == HIH_SEGMENT_OFFLINE);
}

/* A part of the phone's height, from 0 to 1, as near as it can be shown whole. */
static Camera
frame_part (double top, double bottom, double middle_at)
{
  double whole = (HIH_FILM_HEIGHT - 2 * MARGIN) / (bottom - top);
  Camera to = far_middle;
  double height;

  to.scale = CLAMP ((whole - BEZEL_HEIGHT) / HIH_PHONE_HEIGHT, FAR_SCALE, NEAR_SCALE);
  height = HIH_PHONE_HEIGHT * to.scale + BEZEL_HEIGHT;
  to.y = CLAMP (HIH_FILM_HEIGHT * middle_at - (top + bottom) / 2 * height, HIH_FILM_HEIGHT - height - MARGIN, MARGIN);
  return to;
}

void
hih_film_stage_look_at (HihFilmStage *self, const char *target, gint64 now_ms)
{
  HihPhoneView *view = HIH_PHONE_VIEW (self->view);
  graphene_rect_t bounds, key;
  Camera to = far_middle;

  hih_offscreen_settle (self->place);
  if (target != NULL && hih_phone_view_get_target_bounds (view, target, self->view, &bounds))
    {
      double height = gtk_widget_get_height (self->view);
      double top = bounds.origin.y / height, bottom = (bounds.origin.y + bounds.size.height) / height;

      /* What is written and what one writes it with belong together: the keyboard reaches down to the lower edge. */
      if (hih_phone_view_get_target_bounds (view, "system/keyboard-away", self->view, &key))
        to = frame_part (top, 1, 0.5);
      else
        /* The hand and the ring's tag need room: the target stands a little below the middle. */
        to = frame_part (top, bottom, 0.58);
    }
  /* A still picture costs nothing; a glide of a few pixels tells nothing. */
  if (fabs (to.scale - self->to.scale) < 0.01 && fabs (to.y - self->to.y) < 60 && fabs (to.x - self->to.x) < 1)
    return;
  self->from = self->now;
  self->to = to;
  self->glide_start_ms = now_ms;
}

static double
ease (double t)
{
  t = CLAMP (t, 0, 1);
  return t * t * (3 - 2 * t);
}

gboolean
hih_film_stage_advance (HihFilmStage *self, gint64 now_ms)
{
  double part = ease ((double) (now_ms - self->glide_start_ms) / GLIDE_MS);
  Camera now = { self->from.x + (self->to.x - self->from.x) * part, self->from.y + (self->to.y - self->from.y) * part,
                 self->from.scale + (self->to.scale - self->from.scale) * part };
  gboolean moved = fabs (now.x - self->now.x) > 0.01 || fabs (now.y - self->now.y) > 0.01 ||
                   fabs (now.scale - self->now.scale) > 0.0001;

  if (moved)
    {
      self->now = now;
      gtk_widget_queue_allocate (GTK_WIDGET (self));
    }
  return hih_phone_view_advance (HIH_PHONE_VIEW (self->view)) || moved;
}

/* GTK keeps the nodes of widgets that nobody asked to be drawn anew: the same node is the same picture. */
void
hih_film_stage_draw (HihFilmStage *self, cairo_surface_t *surface)
{
  GskRenderNode *node = hih_offscreen_snapshot (self->place);
  cairo_t *cr;

  if (node == NULL || (node == self->drawn && surface == self->drawn_on))
    {
      g_clear_pointer (&node, gsk_render_node_unref);
      return;
    }
  cr = cairo_create (surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  forget_drawn (self);
  self->drawn = node;
  self->drawn_on = cairo_surface_reference (surface);
}
