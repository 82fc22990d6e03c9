/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * With larger words a row grows and is scrolled; a button of a call, a code's card and a page's name have no more room
 * than before. A text that is cut there, or a word that must be broken, becomes smaller bit by bit until it fits; if
 * what cannot be scrolled hangs over the screen's edge, all that stands there does. Buttons side by side have words of one
 * size. Nothing becomes smaller than it is with the middle size of words, in which everything fits: hih lesson check.
 *
 * All this happens while the screen is laid out, so that nobody sees it. Words of the middle size are left alone.
 */
#include "config.h"

#include "hih-phone-fit.h"

#include "hih-phone-style.h"

#define LINES_KEY "hih-lines"
#define SCALE_KEY "hih-fit-scale" /* of PARTS */
#define LINE_KEY "hih-fit-line"   /* of the style, in Pango's units; 0: it says nothing */
#define PARTS 1000
#define STEP 55         /* of PARTS: four steps from the largest words to the middle ones */
#define ROUNDING 25     /* of PARTS: sizes are whole pixels, 24 becomes 31 and not 30.7 */
#define MAX_ROUNDS 16
#define ALMOST 0.5      /* of a pixel: rounding cuts nothing */
#define HOME_LINE 13    /* pixels at the very bottom in which the phone's own bar is drawn */
#define MAX_OUT 4       /* pixels: what stands over a button's edge by no more is within its round corners */

struct _HihPhoneFit
{
  GtkLayoutManager parent_instance;

  gboolean is_stale;
  gboolean has_changed; /* some label was made smaller, or got a line */
  int width;
  int height;
};

G_DEFINE_FINAL_TYPE (HihPhoneFit, hih_phone_fit, GTK_TYPE_LAYOUT_MANAGER)

/* What fits. */

static gboolean
is_scrolled (GtkLabel *label)
{
  return gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_SCROLLED_WINDOW) != NULL;
}

/* Whether its words stand over the edge of the button that they name. */
static gboolean
stands_out (GtkLabel *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_BUTTON);
  graphene_rect_t box;

  return button != NULL && gtk_widget_compute_bounds (GTK_WIDGET (label), button, &box) &&
         (box.origin.y < -MAX_OUT || box.origin.y + box.size.height > (float) gtk_widget_get_height (button) + MAX_OUT ||
          box.origin.x < -MAX_OUT || box.origin.x + box.size.width > (float) gtk_widget_get_width (button) + MAX_OUT);
}

/* A label that is given too little room cuts its text. */
static gboolean
is_cut (GtkLabel *label)
{
  PangoLayout *text = gtk_label_get_layout (label);
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  return pango_layout_is_ellipsized (text) || width > gtk_widget_get_width (GTK_WIDGET (label)) + 1 ||
         height > gtk_widget_get_height (GTK_WIDGET (label)) + 1 || stands_out (label);
}

/* Whether what it stands in is wider than the screen, so that its end is out of sight. */
static gboolean
is_too_wide (GtkWidget *scrolled, GtkWidget *screen)
{
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scrolled));

  return gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across) + ALMOST ||
         gtk_widget_get_width (scrolled) > gtk_widget_get_width (screen);
}

/* How far down words may reach on @screen: to the bar of the whole screen, also on what lies over it, whose own height says
 * nothing (GTK 4.18 gives a sheet that needs more no more than there is, GTK 4.8 lets it hang over). A home screen's names
 * stand beside the bar: the ground of a screen ends with itself. */
static float
get_floor (GtkWidget *screen)
{
  GtkWidget *whole = screen;
  graphene_point_t end;

  while (gtk_widget_has_css_class (screen, "over") && whole != NULL && !g_str_equal (gtk_widget_get_css_name (whole), "screen"))
    whole = gtk_widget_get_parent (whole);
  if (whole == NULL || !g_str_equal (gtk_widget_get_css_name (whole), "screen") ||
      !gtk_widget_compute_point (whole, screen, &GRAPHENE_POINT_INIT (0, (float) (gtk_widget_get_height (whole) - HOME_LINE)), &end))
    return (float) gtk_widget_get_height (screen);
  return end.y;
}

/* One that takes the room it wants hangs over the screen's edge. What can be scrolled may be longer than the screen,
 * never wider. */
static void
find_overhang (GtkLabel *label, GtkWidget *screen, gboolean *beside, gboolean *below)
{
  GtkWidget *scrolled = gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t box;

  *beside = *below = FALSE;
  if (!gtk_widget_compute_bounds (GTK_WIDGET (label), screen, &box))
    return;
  *beside = (scrolled != NULL && gtk_widget_is_ancestor (scrolled, screen) && is_too_wide (scrolled, screen)) ||
            box.origin.x < -ALMOST || box.origin.x + box.size.width > (float) gtk_widget_get_width (screen) + ALMOST;
  *below = !is_scrolled (label) && (box.origin.y < -ALMOST || box.origin.y + box.size.height >
                                                                   get_floor (screen) + ALMOST);
}

/**
 * hih_phone_fit_holds:
 * @screen: what it stands on: a screen, or what lies over one
 */
gboolean
hih_phone_fit_holds (GtkLabel *label, GtkWidget *screen)
{
  gboolean beside, below;

  find_overhang (label, screen, &beside, &below);
  return !is_cut (label) && !beside && !below;
}

/* The byte where a line ends and no line may: "Flashligh-t". Between Chinese characters one may. -1: nowhere. */
static int
find_break (GtkLabel *label)
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
        return end;
    }
  return -1;
}

/**
 * hih_phone_fit_dup_broken:
 */
char *
hih_phone_fit_dup_broken (GtkLabel *label)
{
  const char *text = pango_layout_get_text (gtk_label_get_layout (label));
  int end = find_break (label);

  return end >= 0 ? g_strdup_printf ("%.*s/%s", end, text, text + end) : NULL;
}

/* Talks. */

static GtkWidget *
find_talk (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_has_css_class (widget, "messages") ? widget : NULL;

  if (!gtk_widget_get_visible (widget))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_talk (child);
  return found;
}

/* The lowest text of what can be moved. */
static void
find_last (GtkWidget *widget, GtkWidget *scrolled, GtkWidget **last, graphene_rect_t *place)
{
  graphene_rect_t box;

  if (!gtk_widget_get_visible (widget))
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

/**
 * hih_phone_fit_find_cut_answer:
 * @needed: (out): pixels from its first line to the end of the talk
 * @seen: (out): pixels of the talk that are in sight
 *
 * A talk is read from its end. What was answered last must be seen there without moving it, from its first line on,
 * also while a keyboard leaves little room.
 *
 * Returns: (transfer none) (nullable): the answer of which less is seen
 */
GtkWidget *
hih_phone_fit_find_cut_answer (GtkWidget *screen, double *needed, double *seen)
{
  GtkWidget *talk = find_talk (screen);
  GtkWidget *scrolled = talk != NULL ? gtk_widget_get_ancestor (talk, GTK_TYPE_SCROLLED_WINDOW) : NULL;
  GtkAdjustment *scroll;
  GtkWidget *last = NULL;
  graphene_rect_t place = { 0 };

  if (scrolled == NULL)
    return NULL;
  find_last (scrolled, scrolled, &last, &place);
  scroll = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  *needed = gtk_adjustment_get_upper (scroll) - gtk_adjustment_get_value (scroll) - place.origin.y;
  *seen = gtk_adjustment_get_page_size (scroll);
  return last != NULL && *needed > *seen + ALMOST ? last : NULL;
}

/* How large the words are. */

static gboolean
is_of_size (PangoAttribute *attribute, gpointer user_data)
{
  return attribute->klass->type == PANGO_ATTR_SCALE || attribute->klass->type == PANGO_ATTR_ABSOLUTE_LINE_HEIGHT;
}

/* The style's line is in pixels: it would stay as it is. */
static int
find_line (GtkLabel *label)
{
  PangoAttrList *list = pango_layout_get_attributes (gtk_label_get_layout (label));
  GSList *all = list != NULL ? pango_attr_list_get_attributes (list) : NULL;
  int line = 0;

  for (GSList *at = all; at != NULL; at = at->next)
    {
      PangoAttrInt *attribute = pango_attribute_as_int (at->data);

      if (attribute != NULL && attribute->attr.klass->type == PANGO_ATTR_ABSOLUTE_LINE_HEIGHT)
        line = attribute->value;
    }
  g_slist_free_full (all, (GDestroyNotify) pango_attribute_destroy);
  return line;
}

static int
get_scale (GtkLabel *label)
{
  int parts = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), SCALE_KEY));

  return parts > 0 ? parts : PARTS;
}

static void
set_scale (GtkLabel *label, int parts)
{
  PangoAttrList *old = gtk_label_get_attributes (label);
  g_autoptr (PangoAttrList) attributes = NULL;
  PangoAttrList *before_it;
  int line;

  if (get_scale (label) == parts)
    return;
  if (get_scale (label) == PARTS)
    g_object_set_data (G_OBJECT (label), LINE_KEY, GINT_TO_POINTER (find_line (label)));
  line = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), LINE_KEY));
  g_object_set_data (G_OBJECT (label), SCALE_KEY, GINT_TO_POINTER (parts));
  attributes = old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();
  before_it = pango_attr_list_filter (attributes, is_of_size, NULL);
  g_clear_pointer (&before_it, pango_attr_list_unref);
  if (parts < PARTS)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new ((double) parts / PARTS));
      if (line > 0)
        pango_attr_list_insert (attributes, pango_attr_line_height_new_absolute (line * parts / PARTS));
    }
  gtk_label_set_attributes (label, attributes);
}

/**
 * hih_phone_fit_limit_lines:
 *
 * Words that need more are cut, and do not push away what stands beside them: hih lesson check tells their author.
 */
void
hih_phone_fit_limit_lines (GtkWidget *label, int lines)
{
  g_object_set_data (G_OBJECT (label), LINES_KEY, GINT_TO_POINTER (lines));
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

typedef struct
{
  GtkWidget *screen;
  int least; /* of PARTS */
  gboolean beside;   /* something hangs over the screen's edge at its side */
  gboolean below;    /* or at its end */
  gboolean has_changed;
} Round;

typedef void (*LabelFunc) (GtkLabel *label, Round *round);

static void
foreach_label (GtkWidget *widget, LabelFunc func, Round *round)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    func (GTK_LABEL (widget), round);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    foreach_label (child, func, round);
}

static void
begin (GtkLabel *label, Round *round)
{
  int lines = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (label), LINES_KEY));

  set_scale (label, PARTS);
  if (lines > 0)
    gtk_label_set_lines (label, round->least < PARTS && is_scrolled (label) ? lines + 1 : lines);
}

static void
make_smaller (GtkLabel *label, Round *round)
{
  int parts = MAX (get_scale (label) - STEP, round->least);

  if (parts == get_scale (label) || hih_phone_style_keeps_size (GTK_WIDGET (label)))
    return;
  set_scale (label, parts);
  round->has_changed = TRUE;
}

/* First it becomes smaller itself, then what takes its room: its nearest neighbours, and theirs. */
static void
make_room_for (GtkLabel *label, Round *round)
{
  gboolean had_changed = round->has_changed;

  round->has_changed = FALSE;
  for (GtkWidget *widget = GTK_WIDGET (label); !round->has_changed; widget = gtk_widget_get_parent (widget))
    {
      foreach_label (widget, make_smaller, round);
      if (widget == round->screen)
        break;
    }
  round->has_changed = round->has_changed || had_changed;
}

static void
judge (GtkLabel *label, Round *round)
{
  gboolean beside, below;

  find_overhang (label, round->screen, &beside, &below);
  round->beside = round->beside || beside;
  round->below = round->below || below;
  if (is_cut (label) || find_break (label) >= 0)
    make_room_for (label, round);
}

static void
make_room_below (GtkLabel *label, Round *round)
{
  if (!is_scrolled (label))
    make_smaller (label, round);
}

/* What cannot go on in a second line is what pushes. */
static void
make_room_beside (GtkLabel *label, Round *round)
{
  if (!gtk_label_get_wrap (label))
    make_smaller (label, round);
}

static void
find_smallest (GtkLabel *label, Round *round)
{
  if (!hih_phone_style_keeps_size (GTK_WIDGET (label)))
    round->least = MIN (round->least, get_scale (label));
}

static void
make_as_small (GtkLabel *label, Round *round)
{
  if (get_scale (label) <= round->least || hih_phone_style_keeps_size (GTK_WIDGET (label)))
    return;
  set_scale (label, round->least);
  round->has_changed = TRUE;
}

/* (nullable): the next button that stands in one row with @button. */
static GtkWidget *
find_beside (GtkWidget *button)
{
  GtkWidget *next = gtk_widget_get_next_sibling (button), *row = gtk_widget_get_parent (button);
  graphene_rect_t here, there;

  while (next != NULL && !gtk_widget_should_layout (next))
    next = gtk_widget_get_next_sibling (next);
  if (next == NULL || !GTK_IS_BUTTON (button) || !GTK_IS_BUTTON (next) ||
      !gtk_widget_compute_bounds (button, row, &here) || !gtk_widget_compute_bounds (next, row, &there))
    return NULL;
  return here.origin.x < there.origin.x && here.origin.y < there.origin.y + there.size.height &&
                 there.origin.y < here.origin.y + here.size.height
             ? next
             : NULL;
}

/* What stands on buttons side by side is one row to the eye: as small as the smallest of them. */
static void
level_rows (GtkWidget *widget, Round *round)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL)
    {
      Round row = { .least = PARTS };
      GtkWidget *first = child, *last = child, *next;

      level_rows (child, round);
      while (gtk_widget_should_layout (last) && (next = find_beside (last)) != NULL)
        last = next;
      child = gtk_widget_get_next_sibling (last);
      if (last == first)
        continue;
      for (GtkWidget *button = first; button != child; button = gtk_widget_get_next_sibling (button))
        foreach_label (button, find_smallest, &row);
      for (GtkWidget *button = first; button != child; button = gtk_widget_get_next_sibling (button))
        foreach_label (button, make_as_small, &row);
      round->has_changed = round->has_changed || row.has_changed;
    }
}

static gboolean
is_cut_answer (GtkWidget *screen)
{
  double needed, seen;

  return hih_phone_fit_find_cut_answer (screen, &needed, &seen) != NULL;
}

/* One round: TRUE: something is smaller now, and has to be laid out anew. */
static gboolean
make_all_fit (GtkWidget *screen, Round *round)
{
  gboolean answer_is_cut = is_cut_answer (screen);

  round->has_changed = round->beside = round->below = FALSE;
  foreach_label (screen, judge, round);
  if (round->below || answer_is_cut)
    foreach_label (screen, make_room_below, round);
  if (round->beside)
    foreach_label (screen, make_room_beside, round);
  if (answer_is_cut && !round->has_changed)
    foreach_label (screen, make_smaller, round);
  level_rows (screen, round);
  return round->has_changed;
}

/* Being laid out. */

/* What needs more than the screen's width gets it, and hangs over the edge: the boxes in it would otherwise ask their own
 * children for heights below the least width of those, of which GTK 4.18 warns. */
static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (child, &(GtkAllocation){ 0, 0, MAX (width, least), height }, baseline);
    }
}

static void
hih_phone_fit_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  HihPhoneFit *self = HIH_PHONE_FIT (manager);
  double factor = hih_phone_style_get_factor (widget);
  gboolean is_large = factor > 1;
  gboolean is_new = self->is_stale || width != self->width || height != self->height;
  Round round = { .screen = widget, .least = is_large ? (int) (PARTS / factor) - ROUNDING : PARTS };

  self->is_stale = FALSE;
  self->width = width;
  self->height = height;
  if (is_new && (is_large || self->has_changed))
    foreach_label (widget, begin, &round);
  allocate (widget, width, height, baseline);
  if (!is_new)
    return;
  self->has_changed = is_large;
  for (guint i = 0; is_large && i < MAX_ROUNDS && make_all_fit (widget, &round); i++)
    allocate (widget, width, height, baseline);
}

static void
hih_phone_fit_measure (GtkLayoutManager *manager, GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_min, child_nat;

      if (!gtk_widget_should_layout (child))
        continue;
      gtk_widget_measure (child, orientation, for_size, &child_min, &child_nat, NULL, NULL);
      *minimum = MAX (*minimum, child_min);
      *natural = MAX (*natural, child_nat);
    }
}

static void
hih_phone_fit_class_init (HihPhoneFitClass *klass)
{
  GTK_LAYOUT_MANAGER_CLASS (klass)->measure = hih_phone_fit_measure;
  GTK_LAYOUT_MANAGER_CLASS (klass)->allocate = hih_phone_fit_allocate;
}

static void
hih_phone_fit_init (HihPhoneFit *self)
{
  self->is_stale = TRUE;
}

/**
 * hih_phone_fit_renew:
 * @screen: a widget that is laid out so
 */
void
hih_phone_fit_renew (GtkWidget *screen)
{
  HihPhoneFit *self = HIH_PHONE_FIT (gtk_widget_get_layout_manager (screen));

  self->is_stale = TRUE;
  if (self->has_changed || hih_phone_style_get_factor (screen) > 1)
    gtk_widget_queue_resize (screen);
}
