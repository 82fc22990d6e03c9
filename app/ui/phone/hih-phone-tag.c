/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A bubble with a pointer. Every place beside the ring is tried, on four sides and slid along each, and the cheapest
 * is taken: covering a name is the worst, then anything else that can be touched, for whoever sees a tag on a button takes
 * that for what is meant; then being an arrow or the icon alone, then standing beside the phone, then leaving out the icon,
 * then being far from the middle of the target. The name and the sign that are pointed at are never covered, nor what is
 * said for a moment: rather there is no tag.
 */
#include "config.h"

#include "hih-phone-tag.h"

#include "hih-drawing.h"

#include <math.h>

#define FULL_PHONE_WIDTH 372.0f /* the phone of the usual window: on a smaller one the tag is smaller too */
#define FONT 26.0f
#define LEAST_FONT 20.0f
#define ICON_OF_FONT 1.08f
#define GAP_OF_FONT 0.38f
#define PADDING_X_OF_FONT 0.7f
#define BARE_PADDING_X_OF_FONT 0.45f
#define PADDING_Y_OF_FONT 0.25f
#define RADIUS 12.0
#define POINTER 14.0f /* how far it points out of the bubble, and half as wide as its foot */
#define EDGE 4.0f
#define SLIDE 3.0f
#define CLEARANCE HIH_TAG_CLEARANCE
#define LEAST_PADDING_Y 2.0f /* where it is written as small as may be */

#define COST_OF_NAMES 1000.0f /* a px² */
#define COST_OF_NEAR 0.5f     /* a px² of what is nearer to a name than CLEARANCE: it seems to touch it */
#define COST_OF_OTHERS 20.0f  /* a px²: no form and no way is worth it */
#define COST_OUTSIDE 0.02f    /* a px² */
#define COST_ACROSS 20.0f     /* over the phone's edge, where another place does as well */
#define COST_OF_DISCS 1.0f    /* a px²; of the signs on other buttons too */
#define LITTLE_OF_TARGET 64.0f /* px²: an edge at an edge */

/* The icon alone says little: only a good part of a covered button weighs more. */
static const float cost_of_form[HIH_N_TAG_FORMS] = { 0, 60, 400, 700 };
#define ARROW_WIDTH (2 * POINTER)
#define ARROW_STEM 12.0f /* long and wide */
#define COST_OF_WAY 0.5f /* a px */

static const float cost_of_side[] = { 0, 8, 40, 40, 80 };
#define INSIDE_EDGE 14.0f /* the ring itself, and a little */

static const GdkRGBA ink = { 0.122f, 0.106f, 0.086f, 1 };
static const GdkRGBA amber = { 0.949f, 0.714f, 0.196f, 1 };

static gboolean
is_level (HihTagSide side)
{
  return side == HIH_TAG_LEFT || side == HIH_TAG_RIGHT || side == HIH_TAG_INSIDE;
}

/* Asked some ten thousand times for one tag, while the ring beckons: by hand it costs a tenth of graphene's. @air is
 * left round @a. */
static inline float
area_of_overlap_with_air (const graphene_rect_t *a, float air, const graphene_rect_t *b)
{
  float width = MIN (a->origin.x + a->size.width + air, b->origin.x + b->size.width) - MAX (a->origin.x - air, b->origin.x);
  float height = MIN (a->origin.y + a->size.height + air, b->origin.y + b->size.height) - MAX (a->origin.y - air, b->origin.y);

  return width > 0 && height > 0 ? width * height : 0;
}

static inline float
area_of_overlap (const graphene_rect_t *a, const graphene_rect_t *b)
{
  return area_of_overlap_with_air (a, 0, b);
}

static void
get_pointer_box (const HihTagPlace *place, graphene_rect_t *box)
{
  float x = place->tip.x, y = place->tip.y;

  switch (place->side)
    {
    case HIH_TAG_ABOVE:
      graphene_rect_init (box, x - POINTER, y - POINTER, 2 * POINTER, POINTER);
      break;
    case HIH_TAG_BELOW:
      graphene_rect_init (box, x - POINTER, y, 2 * POINTER, POINTER);
      break;
    case HIH_TAG_LEFT:
      graphene_rect_init (box, x - POINTER, y - POINTER, POINTER, 2 * POINTER);
      break;
    case HIH_TAG_RIGHT:
    case HIH_TAG_INSIDE:
    default:
      graphene_rect_init (box, x, y - POINTER, POINTER, 2 * POINTER);
    }
}

/**
 * hih_phone_tag_covers:
 *
 * Returns: how many px² of @names lie under it
 */
float
hih_phone_tag_covers (const HihTagPlace *place, const GArray *names)
{
  graphene_rect_t pointer;
  float covered = 0;

  get_pointer_box (place, &pointer);
  for (guint i = 0; i < names->len; i++)
    {
      const graphene_rect_t *name = &g_array_index (names, graphene_rect_t, i);

      covered += area_of_overlap (name, &place->bubble) + area_of_overlap (name, &pointer);
    }
  return covered;
}

/* The bubble on @side of @ring with its middle @along that side. FALSE: there is no room, or it would point past it. */
static gboolean
put (HihTagSide side, const graphene_rect_t *ring, const graphene_rect_t *room, const graphene_size_t *size, float along,
     HihTagPlace *place)
{
  graphene_rect_t *bubble = &place->bubble;
  graphene_point_t *tip = &place->tip;
  float right = ring->origin.x + ring->size.width, bottom = ring->origin.y + ring->size.height;
  float foot = MIN ((float) RADIUS + POINTER, size->width / 2);
  float margin = MIN (foot, ring->size.width / 2 - 2);

  place->side = side;
  bubble->size = *size;
  if (side == HIH_TAG_INSIDE)
    {
      bubble->origin.x = right - INSIDE_EDGE - size->width;
      bubble->origin.y = along - size->height / 2;
      tip->x = bubble->origin.x - POINTER;
      tip->y = along;
      return tip->x > ring->origin.x + ring->size.width / 2 && bubble->origin.y >= ring->origin.y + CLEARANCE &&
             bubble->origin.y + size->height <= bottom - CLEARANCE;
    }
  if (is_level (side))
    {
      bubble->origin.x = side == HIH_TAG_LEFT ? ring->origin.x + 2 - POINTER - size->width : right - 2 + POINTER;
      bubble->origin.y = along - size->height / 2;
      tip->x = side == HIH_TAG_LEFT ? ring->origin.x + 2 : right - 2;
      tip->y = along; /* a bubble is too low for its pointer to stand anywhere else */
      return graphene_rect_contains_rect (room, bubble) && tip->y >= ring->origin.y && tip->y <= bottom;
    }
  bubble->origin.x = along - size->width / 2;
  bubble->origin.y = side == HIH_TAG_ABOVE ? ring->origin.y + 2 - POINTER - size->height : bottom - 2 + POINTER;
  tip->x = CLAMP (ring->origin.x + ring->size.width / 2, bubble->origin.x + foot,
                  bubble->origin.x + size->width - foot);
  tip->y = side == HIH_TAG_ABOVE ? ring->origin.y + 2 : bottom - 2;
  return graphene_rect_contains_rect (room, bubble) && tip->x >= ring->origin.x + margin && tip->x <= right - margin;
}

/* Whether a name or a sign inside the ring would lie under it. */
static gboolean
covers_target (const HihTagPlace *place, const graphene_rect_t *ring, const GArray *things)
{
  for (guint i = 0; i < things->len; i++)
    {
      const graphene_rect_t *thing = &g_array_index (things, graphene_rect_t, i);
      graphene_point_t middle;

      if (area_of_overlap (thing, &place->bubble) <= LITTLE_OF_TARGET)
        continue;
      graphene_rect_get_center (thing, &middle);
      if (graphene_rect_contains_point (ring, &middle))
        return TRUE;
    }
  return FALSE;
}

/* How many px² of what else can be touched; an edge at an edge is none. */
static float
covers_others (const HihTagPlace *place, const GArray *others)
{
  float covered = 0;

  for (guint i = 0; i < others->len; i++)
    {
      float area = area_of_overlap (&g_array_index (others, graphene_rect_t, i), &place->bubble);

      covered += area > LITTLE_OF_TARGET ? area : 0;
    }
  return covered;
}

/* How many px² of it are nearer to a name than CLEARANCE. */
static float
comes_near (const HihTagPlace *place, const GArray *names)
{
  float near = 0;

  for (guint i = 0; i < names->len; i++)
    near += area_of_overlap_with_air (&g_array_index (names, graphene_rect_t, i), CLEARANCE, &place->bubble);
  return near;
}

static void
try_side (HihTagSide side, const graphene_rect_t *ring, const graphene_rect_t *phone, const graphene_rect_t *room,
          const HihTagGround *ground, const graphene_size_t *size, HihTagForm form, HihTagPlace *best, float *least)
{
  float middle = is_level (side) ? ring->origin.y + ring->size.height / 2 : ring->origin.x + ring->size.width / 2;
  float reach = is_level (side) ? ring->size.height / 2 : room->size.width;
  graphene_size_t lying = { size->height, size->width };

  if (form == HIH_TAG_ARROW && is_level (side))
    size = &lying;
  for (int i = 0; (float) i * SLIDE <= reach; i++)
    {
      float way = (float) i * SLIDE;

      for (int sign = -1; sign <= 1; sign += 2)
        {
          HihTagPlace place = { .form = form };
          float cost = cost_of_side[side] + COST_OF_WAY * way + cost_of_form[form];

          if (cost >= *least)
            return;
          if (!put (side, ring, room, size, middle + (float) sign * way, &place) ||
              covers_target (&place, ring, ground->names) || covers_target (&place, ring, ground->discs) ||
              hih_phone_tag_covers (&place, ground->passing) > 0)
            continue;
          cost += COST_OF_NAMES * hih_phone_tag_covers (&place, ground->names);
          if (cost >= *least)
            continue;
          cost += COST_OF_OTHERS * covers_others (&place, ground->others);
          if (cost >= *least)
            continue;
          cost += COST_OF_NEAR * comes_near (&place, ground->names);
          cost += COST_OF_DISCS * hih_phone_tag_covers (&place, ground->discs);
          cost += COST_OUTSIDE *
                  (size->width * size->height - area_of_overlap (&place.bubble, phone));
          if (!is_level (side) && !graphene_rect_contains_rect (phone, &place.bubble))
            cost += COST_ACROSS;
          if (cost >= *least)
            continue;
          *least = cost;
          *best = place;
        }
    }
}

/**
 * hih_phone_tag_place:
 * @place: (out): the cheapest place; its form is %HIH_TAG_NONE where there is none
 */
void
hih_phone_tag_place (const graphene_rect_t *ring, const graphene_rect_t *phone, const graphene_rect_t *room,
                     const HihTagGround *ground, const graphene_size_t sizes[HIH_N_TAG_FORMS], HihTagPlace *place)
{
  float least = INFINITY;
  graphene_rect_t inner;

  *place = (HihTagPlace){ .form = HIH_TAG_NONE };
  graphene_rect_inset_r (room, EDGE, EDGE, &inner);
  for (HihTagSide side = HIH_TAG_ABOVE; side <= HIH_TAG_INSIDE; side++)
    {
      for (HihTagForm form = HIH_TAG_FULL; form < HIH_N_TAG_FORMS; form++)
        {
          if (sizes[form].width > 0)
            try_side (side, ring, phone, &inner, ground, &sizes[form], form, place, &least);
        }
    }
}

/* One side of the bubble's outline, turned so that it runs from left to right; the pointer stands at @x in it, its foot
 * never in the rounding of a corner. */
static void
draw_side (cairo_t *cr, double length, double radius, double foot, gboolean points, double x)
{
  if (points)
    {
      cairo_rel_line_to (cr, x - radius - foot, 0);
      cairo_rel_line_to (cr, foot, -(double) POINTER);
      cairo_rel_line_to (cr, foot, (double) POINTER);
      cairo_rel_line_to (cr, length - x - radius - foot, 0);
    }
  else
    cairo_rel_line_to (cr, length - 2 * radius, 0);
}

/* What has been drawn, in the tag's colours. */
static void
paint (cairo_t *cr)
{
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, &amber);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 2);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

static void
draw_bubble (cairo_t *cr, const HihTagPlace *place)
{
  /* Clockwise from the upper left corner: the sides that look up, right, down, left. */
  static const HihTagSide points_on[] = { HIH_TAG_BELOW, HIH_TAG_LEFT, HIH_TAG_ABOVE, HIH_TAG_RIGHT };
  const graphene_rect_t *bubble = &place->bubble;
  double w = (double) bubble->size.width, h = (double) bubble->size.height;
  double from_left = (double) (place->tip.x - bubble->origin.x), from_top = (double) (place->tip.y - bubble->origin.y);
  const double tips[] = { from_left, from_top, w - from_left, h - from_top };
  /* A bubble is a line high: where it points to a side both are smaller, or they would run into each other. */
  double radius = is_level (place->side) ? MIN (RADIUS, h / 4) : RADIUS;
  double foot = is_level (place->side) ? MIN ((double) POINTER, h / 2 - radius) : (double) POINTER;

  cairo_save (cr);
  cairo_translate (cr, (double) bubble->origin.x, (double) bubble->origin.y);
  cairo_move_to (cr, radius, 0);
  for (int i = 0; i < 4; i++)
    {
      double length = i % 2 == 0 ? w : h;
      double x = CLAMP (tips[i], radius + foot, MAX (radius + foot, length - radius - foot));

      draw_side (cr, length, radius, foot, points_on[i] == (place->side == HIH_TAG_INSIDE ? HIH_TAG_RIGHT : place->side), x);
      cairo_rel_curve_to (cr, radius * 0.55, 0, radius, radius * 0.45, radius, radius);
      cairo_rotate (cr, G_PI / 2);
    }
  cairo_restore (cr);
  paint (cr);
}

/* With its tip at the ring. */
static void
draw_arrow (cairo_t *cr, const HihTagPlace *place)
{
  static const double turns[] = { 0, G_PI, -G_PI / 2, G_PI / 2, -G_PI / 2 }; /* from one that points down, by side */
  double half = (double) ARROW_STEM / 2, point = (double) POINTER;

  cairo_save (cr);
  cairo_translate (cr, (double) place->tip.x, (double) place->tip.y);
  cairo_rotate (cr, turns[place->side]);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, point, -point);
  cairo_line_to (cr, half, -point);
  cairo_line_to (cr, half, -point - (double) ARROW_STEM);
  cairo_line_to (cr, -half, -point - (double) ARROW_STEM);
  cairo_line_to (cr, -half, -point);
  cairo_line_to (cr, -point, -point);
  cairo_restore (cr);
  paint (cr);
}

static float
get_icon_part (float font)
{
  return roundf (ICON_OF_FONT * font) + roundf (GAP_OF_FONT * font);
}

static PangoLayout *
create_layout (GtkWidget *widget, const char *words, float font)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, words);
  PangoFontDescription *description = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (layout)));

  pango_font_description_set_absolute_size (description, (double) font * PANGO_SCALE);
  pango_font_description_set_weight (description, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  return layout;
}

/* Writes the words in that size, and finds the cheapest place for them. */
static PangoLayout *
place_words (GtkWidget *widget, const graphene_rect_t *ring, const graphene_rect_t *phone, const HihTagGround *ground,
             const char *words, gboolean has_icon, float font, HihTagPlace *place)
{
  PangoLayout *layout = create_layout (widget, words, font);
  graphene_rect_t room = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));
  float bare_padding = 2 * roundf (BARE_PADDING_X_OF_FONT * font), bubble;
  float padding_y = font > LEAST_FONT ? roundf (PADDING_Y_OF_FONT * font) : LEAST_PADDING_Y;
  graphene_size_t sizes[HIH_N_TAG_FORMS];
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  bubble = (float) height + 2 * padding_y;
  graphene_size_init (&sizes[HIH_TAG_FULL],
                      (float) width + (has_icon ? get_icon_part (font) : 0) + 2 * roundf (PADDING_X_OF_FONT * font), bubble);
  graphene_size_init (&sizes[HIH_TAG_BARE], (float) width + bare_padding, bubble);
  /* No narrower than what its pointer stands on. */
  graphene_size_init (&sizes[HIH_TAG_ICON],
                      has_icon ? MAX (2 * ((float) RADIUS + POINTER), roundf (ICON_OF_FONT * font) + bare_padding) : 0,
                      bubble);
  graphene_size_init (&sizes[HIH_TAG_ARROW], ARROW_WIDTH, ARROW_STEM);
  hih_phone_tag_place (ring, phone, &room, ground, sizes, place);
  return layout;
}

static void
draw_content (GtkSnapshot *snapshot, const HihTagPlace *place, PangoLayout *layout, const char *icon, float font)
{
  float size = roundf (ICON_OF_FONT * font);
  float padding = roundf ((place->form == HIH_TAG_FULL ? PADDING_X_OF_FONT : BARE_PADDING_X_OF_FONT) * font);
  int height;

  if (place->form == HIH_TAG_ICON)
    padding = roundf ((place->bubble.size.width - size) / 2);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (place->bubble.origin.x + padding),
                                                          roundf (place->bubble.origin.y)));
  if (place->form != HIH_TAG_BARE && icon != NULL)
    {
      float drop = (place->bubble.size.height - size) / 2;

      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, drop));
      gdk_paintable_snapshot (hih_drawing_get_icon (icon, &ink), GDK_SNAPSHOT (snapshot), (double) size, (double) size);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (get_icon_part (font), -drop));
    }
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (place->bubble.size.height - (float) height) / 2));
  if (place->form != HIH_TAG_ICON)
    gtk_snapshot_append_layout (snapshot, layout, &ink);
  gtk_snapshot_restore (snapshot);
}

/**
 * hih_phone_tag_append:
 * @phone: the phone's outline in @widget's coordinates
 * @ground: the screen whose names are to stay readable
 * @place: (out): where it stands
 */
void
hih_phone_tag_append (GtkWidget *widget, GtkSnapshot *snapshot, const graphene_rect_t *ring,
                      const graphene_rect_t *phone, GtkWidget *ground, const char *words, const char *icon,
                      HihTagPlace *place)
{
  float font = CLAMP (roundf (FONT * phone->size.width / FULL_PHONE_WIDTH), LEAST_FONT, FONT);
  g_autoptr (GArray) names = hih_phone_tag_find_names (ground, widget);
  g_autoptr (GArray) discs = hih_phone_tag_find_discs (ground, widget);
  g_autoptr (GArray) others = hih_phone_tag_find_others (ground, widget, ring);
  g_autoptr (GArray) passing = hih_phone_tag_find_passing (ground, widget);
  HihTagGround things = { names, discs, others, passing };
  g_autoptr (PangoLayout) layout = place_words (widget, ring, phone, &things, words, icon != NULL, font, place);
  graphene_rect_t drawn;
  cairo_t *cr;

  /* Where it would cover a name it is written smaller, before anything is hidden; over a button's face, if that helps. */
  if (font > LEAST_FONT)
    {
      gboolean crowded = place->form >= HIH_TAG_ICON || hih_phone_tag_covers (place, names) > 0 ||
                         comes_near (place, names) > LITTLE_OF_TARGET || covers_others (place, others) > 0;
      float covered = hih_phone_tag_covers (place, discs);
      HihTagPlace smaller;
      g_autoptr (PangoLayout) other = NULL;

      if (crowded || covered > LITTLE_OF_TARGET)
        other = place_words (widget, ring, phone, &things, words, icon != NULL, LEAST_FONT, &smaller);
      if (other != NULL && (crowded || (smaller.form < HIH_TAG_ICON && hih_phone_tag_covers (&smaller, discs) < covered)))
        {
          font = LEAST_FONT;
          *place = smaller;
          g_set_object (&layout, other);
        }
    }
  if (place->form == HIH_TAG_NONE)
    return;
  graphene_rect_inset_r (&place->bubble, -POINTER - 2, -POINTER - 2, &drawn);
  cr = gtk_snapshot_append_cairo (snapshot, &drawn);
  if (place->form == HIH_TAG_ARROW)
    draw_arrow (cr, place);
  else
    draw_bubble (cr, place);
  cairo_destroy (cr);
  if (place->form != HIH_TAG_ARROW)
    draw_content (snapshot, place, layout, icon, font);
}
