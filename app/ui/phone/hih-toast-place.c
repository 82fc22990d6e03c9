/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Every thing on the screen has a price. A toast stands where those it hides cost least: nothing at all where there is
 * room, else the phone's own two lines, and what is to be touched next only if that is everywhere. Both own lines together
 * are cheaper than the least of a name, a word or a control: none of these is hidden where one place is free of them.
 */
#include "config.h"

#include "hih-toast-place.h"

#include "hih-element-view.h"
#include "hih-phone-picture.h"
#include "hih-phone-screen.h"

#define FOOT 168 /* px below a toast that is in nobody's way */
#define EDGE 4   /* px above the highest and below the lowest */
#define STEP 4
#define GAP 6.0f      /* px to what it spares */

#define PRICE_NEXT 100000.0f
#define PRICE_TO_READ 60.0f /* codes, numbers, what is written in, and words on a picture, over which others cannot be read */
#define PRICE_CONTROL 40.0f
#define PRICE_ROW 20.0f     /* it can be moved out from under it */
#define PRICE_WORDS 12.0f
#define PRICE_BACK 8.0f     /* it always stands there */
#define PRICE_NAME 8.0f     /* of the page, which was read before */
#define PRICE_OWN 3.0f      /* the phone's line at the top, and its bar at the bottom */

typedef struct
{
  graphene_rect_t box;
  float price;
} Thing;

typedef struct
{
  GtkWidget *screen; /* to whose corner is told where things stand; what is as wide is its ground, not a picture on it */
  GtkWidget *next;   /* (nullable) */
  GArray *things;
} Look;

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  return g_str_equal (gtk_widget_get_css_name (widget), name);
}

static gboolean
is_to_read (GtkWidget *widget)
{
  static const char *const classes[] = { "camera-words", "face-words", "mark", "qr", "field", "pad-line", "status", "code-chip" };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (gtk_widget_has_css_class (widget, classes[i]))
        return TRUE;
    }
  return has_name (widget, "code") || GTK_IS_ENTRY (widget);
}

/* 0: nothing by itself. @moves: whether it can be scrolled. */
static float
get_price (const Look *self, GtkWidget *widget, gboolean moves)
{
  if (widget == self->next)
    return PRICE_NEXT;
  if (has_name (widget, "statusbar") || gtk_widget_has_css_class (widget, "home-bar"))
    return PRICE_OWN;
  if (gtk_widget_has_css_class (widget, "bar-title"))
    return PRICE_NAME;
  if (gtk_widget_has_css_class (widget, "back"))
    return PRICE_BACK;
  if (is_to_read (widget))
    return PRICE_TO_READ;
  if (GTK_IS_BUTTON (widget))
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
  graphene_rect_t inside = *seen;

  if (!gtk_widget_get_visible (widget) || !gtk_widget_compute_bounds (widget, self->screen, &thing.box))
    return;
  if (thing.price > 0 && graphene_rect_intersection (&thing.box, seen, &thing.box))
    g_array_append_val (self->things, thing);
  if (has_name (widget, "statusbar") && widget != self->next)
    seen = NULL; /* its signs are hidden with it; they have no price of their own */
  if (GTK_IS_SCROLLED_WINDOW (widget))
    {
      moves = TRUE;
      if (!graphene_rect_intersection (&thing.box, seen, &inside))
        return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && seen != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (self, child, &inside, moves);
}

static float
add_up (const GArray *things, const graphene_rect_t *toast, int y)
{
  graphene_rect_t place = *toast, both;
  float sum = 0;

  place.origin.y = (float) y;
  graphene_rect_inset (&place, 0, -GAP);
  for (guint i = 0; i < things->len; i++)
    {
      const Thing *thing = &g_array_index (things, Thing, i);

      /* What is hidden in part is hidden; in whole is worse. */
      if (graphene_rect_intersection (&thing->box, &place, &both))
        sum += thing->price * (1 + both.size.height / MAX (1, thing->box.size.height));
    }
  return sum;
}

/**
 * hih_toast_place_find:
 * @screen: (nullable): what the glass lies over
 * @next: (nullable): what is to be touched next
 * @toast: how wide and high it is, and where it begins from the left
 * @height: px of the glass
 *
 * Returns: where its top belongs, px
 */
int
hih_toast_place_find (GtkWidget *screen, GtkWidget *next, const graphene_rect_t *toast, int height)
{
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));
  int lowest = height - FOOT - (int) toast->size.height, bottom = height - EDGE - (int) toast->size.height, best = MAX (lowest, 0);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, toast->size.width + 2 * toast->origin.x, (float) height);
  Look look = { screen, next, things };
  float least;

  if (screen == NULL || !HIH_IS_PHONE_SCREEN (screen))
    return best;
  collect (&look, hih_phone_screen_get_reach (HIH_PHONE_SCREEN (screen)), &all, FALSE);
  least = add_up (things, toast, best);
  for (int y = lowest; y <= bottom && least > 0; y += STEP)
    {
      float sum = add_up (things, toast, y);

      if (sum < least)
        {
          least = sum;
          best = y;
        }
    }
  for (int y = lowest; y >= EDGE && least > 0; y -= STEP)
    {
      float sum = add_up (things, toast, y);

      if (sum < least)
        {
          least = sum;
          best = y;
        }
    }
  return best;
}
