/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every thing on the screen has a price. A toast stands where those it hides cost least: nothing at all where there is
 * room, else the phone's own two lines. Where there is no such place in the middle of the screen's width it is looked for
 * beside it, and where there is none for words of that size, for words nearer together. On a full page it lies on the
 * page's name, rather than that its letters become too small to be read. Only a screen without a name that is full from
 * its first line to its last has something else hidden, and what is to be touched next only if that is everywhere.
 */
#include "config.h"

#include "hih-toast-place.h"

#include "hih-element-view.h"
#include "hih-phone-picture.h"
#include "hih-phone-screen.h"
#include "hih-phone-tag.h"
#include "hih-phone-targets.h"
#include "hih-words.h"

#define HEAD 50  /* px above a card that is in nobody's way */
#define FOOT 168 /* px below a toast that is in nobody's way */
#define EDGE 2   /* px above the highest and below the lowest */
#define TOP 8    /* px above one that has room: the screen's corners are round */
#define SIDE 8   /* px beside the widest */
#define ROUND 22 /* px of those corners that would cut a toast's */
#define HIGHER 12 /* px by which it is made higher */
#define STEP 4
#define NARROW 4 /* px by which it is made narrower at a time */
#define GAP 4.0f /* px to what it spares */
#define AIR 12.0f /* px to it where there is room */

#define PRICE_NEXT 100000.0f
#define PRICE_HAND 400.0f /* a small part of the hand that shows, and there are many: it lies over the toast */
#define PRICE_BACK 1000.0f   /* the way back, and what says that it is only practice */
#define PRICE_TO_READ 60.0f /* codes, numbers, what is written in, and words on a picture, over which others cannot be read */
#define PRICE_CONTROL 40.0f
#define PRICE_ROW 20.0f     /* it can be moved out from under it */
#define PRICE_WORDS 12.0f
#define PRICE_OWN 2.0f      /* the phone's line at the top, and its bar at the bottom */
#define PRICE_NAME 1.0f     /* of the page, which was read before, and is there again in a moment */
#define PRICE_PANEL 0.2f    /* the edge of a dialog: nothing is hidden, but it looks as though something were */
#define PRICE_CLOSE 0.01f   /* less than AIR to something */
#define FREE (PRICE_NAME / 2) /* hides nothing */
#define FULL (1.8f * PRICE_OWN + 2 * PRICE_NAME) /* no more than one of the phone's own, and the name: a page that is full, where letters would have to be small */

typedef struct
{
  graphene_rect_t box;
  float price;
} Thing;

typedef struct
{
  GtkWidget *screen; /* to whose corner is told where things stand; what is as wide is its ground, not a picture on it */
  GtkWidget *next;   /* (nullable) */
  GHashTable *targets; /* (element-type GtkWidget) what can be touched */
  GArray *things;
} Look;

static gboolean
is_status (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "status-key");
}

static gboolean
is_to_read (GtkWidget *widget)
{
  static const char *const classes[] = { "camera-words", "face-words", "qr", "field", "pad-line", "status", "code-chip" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (gtk_widget_has_css_class (widget, classes[i]))
        return TRUE;
    }
  return g_str_equal (gtk_widget_get_css_name (widget), "code") || GTK_IS_ENTRY (widget);
}

/* What takes half the screen is found all the same. */
static gboolean
is_target (const Look *self, GtkWidget *widget)
{
  return g_hash_table_contains (self->targets, widget) &&
         gtk_widget_get_height (widget) <= gtk_widget_get_height (self->screen) / 2;
}

/* 0: nothing by itself. @moves: whether it can be scrolled. */
static float
get_price (const Look *self, GtkWidget *widget, gboolean moves)
{
  if (widget == self->next)
    return PRICE_NEXT;
  if (is_status (widget) || gtk_widget_has_css_class (widget, "home-bar"))
    return PRICE_OWN;
  if (gtk_widget_has_css_class (widget, "bar-title"))
    return PRICE_NAME;
  if (gtk_widget_has_css_class (widget, "back") || gtk_widget_has_css_class (widget, "mark"))
    return PRICE_BACK;
  if (is_to_read (widget))
    return PRICE_TO_READ;
  if (is_target (self, widget))
    return moves ? PRICE_ROW : PRICE_CONTROL;
  if (GTK_IS_LABEL (widget) ||
      (HIH_IS_PHONE_PICTURE (widget) && gtk_widget_get_width (widget) < gtk_widget_get_width (self->screen)))
    return PRICE_WORDS;
  return 0;
}

/* @seen: what of the screen is seen there. */
static void
collect (Look *self, GtkWidget *widget, const graphene_rect_t *seen, gboolean moves)
{
  Thing thing = { .price = get_price (self, widget, moves) };
  graphene_rect_t inside = *seen, words;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_compute_bounds (widget, self->screen, &thing.box))
    return;
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      moves = TRUE;
      if (!graphene_rect_intersection (&thing.box, seen, &inside))
        return;
    }
  /* The words themselves, not the room they stand in, if that has no ground of its own. */
  if (GTK_IS_LABEL (widget) && !is_to_read (widget) && hih_phone_tag_find_words (GTK_LABEL (widget), self->screen, &words))
    thing.box = words;
  if (thing.price > 0 && graphene_rect_intersection (&thing.box, seen, &thing.box))
    g_array_append_val (self->things, thing);
  if (is_status (widget) && widget != self->next)
    seen = NULL; /* its signs are hidden with it; they have no price of their own */
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && seen != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (self, child, &inside, moves);
}

static float
get_area (const graphene_rect_t *box)
{
  return MAX (1, box->size.width * box->size.height);
}

/* By how much more than its price it costs to hide @hidden of @thing. */
static float
get_share (const Thing *thing, const graphene_rect_t *hidden)
{
  float part = get_area (hidden) / get_area (&thing->box);

  if (thing->price <= PRICE_NAME)
    return 2 - part; /* half a name looks like a mistake */
  if (thing->price <= PRICE_OWN)
    return 1.8f - 0.8f * part; /* half a clock as well */
  return 1 + hidden->size.height / MAX (1, thing->box.size.height); /* hidden in part is hidden; in whole is worse */
}

/* @gap: px round @place that are hidden with it */
static float
add_up (const GArray *things, const graphene_rect_t *place, float gap)
{
  graphene_rect_t wide, wider, both;
  float sum = 0;

  graphene_rect_inset_r (place, -gap, -gap, &wide);
  graphene_rect_inset_r (place, -AIR, -AIR, &wider);
  for (guint i = 0; i < things->len; i++)
    {
      const Thing *thing = &g_array_index (things, Thing, i);

      if (graphene_rect_intersection (&thing->box, &wide, &both))
        sum += thing->price * get_share (thing, &both);
      else if (graphene_rect_intersection (&thing->box, &wider, NULL))
        sum += PRICE_CLOSE;
    }
  return sum;
}

/* From @start downwards, then upwards. @place: (inout): what costs less than @least takes its place. */
static void
try_heights (const GArray *things, graphene_rect_t box, int start, int height, graphene_rect_t *place, float *least)
{
  int bottom = height - EDGE - (int) box.size.height, n_below = MAX (0, bottom - start) / STEP;

  for (int i = 0; *least > 0; i++)
    {
      int y = i <= n_below ? start + i * STEP : start - (i - n_below) * STEP;
      float sum;

      if (y < EDGE && i > 0)
        break;
      box.origin.y = (float) MAX (y, EDGE);
      sum = add_up (things, &box, GAP) + (y < TOP ? PRICE_CLOSE : 0);
      if (sum < *least)
        {
          *least = sum;
          *place = box;
        }
    }
}

/* The narrowest at which @label is still of @height and no word is broken: its lines are about as long, and the last is
 * not one lone word. @natural: of the label */
static int
even_out (GtkWidget *label, int natural, int width, int height)
{
  g_autoptr (PangoLayout) text = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (label)));
  int at = width, needed = height, unbroken, minimum;

  pango_layout_set_width (text, -1);
  pango_layout_get_pixel_size (text, &unbroken, NULL);
  minimum = hih_words_measure_longest (GTK_LABEL (label)) + MAX (0, natural - unbroken);
  while (at - NARROW >= MAX (minimum, width / 2))
    {
      gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, at - NARROW, NULL, &needed, NULL, NULL);
      if (needed > height)
        break;
      at -= NARROW;
    }
  return at;
}

/* Makes @place wider, up to the screen's sides, as long as it costs no more, and higher as far as it costs less: of what it
 * hides nothing looks out. At the top the screen is round. */
static void
spread (const GArray *things, int width, graphene_rect_t *place)
{
  float price = add_up (things, place, 0), edge = MAX (SIDE, ROUND - place->origin.y);
  graphene_rect_t box = *place;

  for (guint side = 0; price >= PRICE_NAME && side < 2; side++)
    {
      for (box = *place;;)
        {
          box.origin.x -= side == 0 ? 1 : 0;
          box.size.width += 1;
          if (box.origin.x < edge || box.origin.x + box.size.width > (float) width - edge || add_up (things, &box, 0) > price)
            break;
          *place = box;
        }
    }
  box = *place;
  price = add_up (things, place, 0);
  for (guint i = 0; price >= PRICE_NAME && i < HIGHER && box.origin.y > TOP; i++)
    {
      float sum;

      box.origin.y -= 1;
      box.size.height += 1;
      sum = add_up (things, &box, 0);
      if (sum < price)
        {
          *place = box;
          price = sum;
        }
    }
}

static void
try_form (const GArray *things, GtkWidget *form, int width, int height, graphene_rect_t *place, float *least)
{
  int natural, toast_width, toast_height, left[3];

  gtk_widget_measure (form, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  toast_width = MIN (natural, width - 2 * SIDE);
  gtk_widget_measure (form, GTK_ORIENTATION_VERTICAL, toast_width, NULL, &toast_height, NULL, NULL);
  toast_width = even_out (form, natural, toast_width, toast_height);
  left[0] = (width - toast_width) / 2;
  left[1] = width - SIDE - toast_width;
  left[2] = SIDE;
  for (guint i = 0; i < G_N_ELEMENTS (left) && *least > FREE; i++)
    try_heights (things, GRAPHENE_RECT_INIT ((float) left[i], 0, (float) toast_width, (float) toast_height),
                 height - FOOT - toast_height, height, place, least);
}

/* (transfer full) (element-type Thing): all that could be hidden, and what would hide it */
static GArray *
find_things (GtkWidget *screen, GtkWidget *next, const GArray *hand, int width, int height)
{
  g_autoptr (GHashTable) targets = g_hash_table_new (NULL, NULL);
  Look look = { screen, next, targets, g_array_new (FALSE, FALSE, sizeof (Thing)) };
  g_autoptr (GPtrArray) all = NULL;
  Thing panel = { .price = PRICE_PANEL };
  GtkWidget *reach;

  if (screen == NULL || !HIH_IS_PHONE_SCREEN (screen))
    return look.things;
  reach = hih_phone_screen_get_reach (HIH_PHONE_SCREEN (screen));
  all = hih_phone_targets_find (&reach, 1);
  for (guint i = 0; i < all->len; i++)
    g_hash_table_add (targets, all->pdata[i]);
  for (guint i = 0; i < hand->len; i++)
    {
      Thing part = { g_array_index (hand, graphene_rect_t, i), PRICE_HAND };

      g_array_append_val (look.things, part);
    }
  if (gtk_widget_compute_bounds (reach, screen, &panel.box) && panel.box.size.height < (float) height)
    g_array_append_val (look.things, panel);
  collect (&look, reach, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height), FALSE);
  return look.things;
}

static void
allocate_in (GtkWidget *widget, const graphene_rect_t *place)
{
  gtk_widget_size_allocate (widget,
                            &(GtkAllocation) { (int) place->origin.x, (int) place->origin.y, (int) place->size.width,
                                               (int) place->size.height },
                            -1);
}

/**
 * hih_toast_place_allocate:
 * @screen: (nullable): what the glass lies over
 * @next: (nullable): what is to be touched next
 * @hand: (element-type graphene_rect_t): where the hand that shows lies, in @screen's coordinates
 */
void
hih_toast_place_allocate (GtkWidget *const forms[HIH_N_TOAST_FORMS], GtkWidget *screen, GtkWidget *next, const GArray *hand, int width, int height)
{
  g_autoptr (GArray) things = find_things (screen, next, hand, width, height);
  graphene_rect_t place = { 0 };
  guint chosen = 0;
  float least = G_MAXFLOAT;

  for (guint i = 0; i < HIH_N_TOAST_FORMS && least > (i == HIH_TOAST_SMALL ? FULL : FREE); i++)
    {
      float before = least;

      try_form (things, forms[i], width, height, &place, &least);
      if (least < before)
        chosen = i;
    }
  for (guint i = 0; i < HIH_N_TOAST_FORMS; i++)
    {
      gtk_widget_set_child_visible (forms[i], i == chosen);
      gtk_accessible_update_state (GTK_ACCESSIBLE (forms[i]), GTK_ACCESSIBLE_STATE_HIDDEN, i != chosen, -1);
    }
  spread (things, width, &place);
  allocate_in (forms[chosen], &place);
}

/**
 * hih_toast_place_allocate_card:
 * @screen: (nullable): what the glass lies over
 * @next: (nullable): what is to be touched next
 * @hand: (element-type graphene_rect_t): where the hand that shows lies, in @screen's coordinates
 */
void
hih_toast_place_allocate_card (GtkWidget *card, GtkWidget *screen, GtkWidget *next, const GArray *hand, int width, int height)
{
  g_autoptr (GArray) things = find_things (screen, next, hand, width, height);
  graphene_rect_t place = GRAPHENE_RECT_INIT (SIDE, HEAD, (float) (width - 2 * SIDE), 0);
  float least = G_MAXFLOAT;
  int needed;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, width - 2 * SIDE, NULL, &needed, NULL, NULL);
  place.size.height = (float) needed;
  try_heights (things, place, HEAD, height, &place, &least);
  allocate_in (card, &place);
}
