/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each place of a screen is a pane; a scene's nodes are dealt out to the places and each pane is compared with its own. */
#include "config.h"

#include "hih-phone-screen.h"

#include "hih-element-view.h"
#include "hih-phone-bar.h"
#include "hih-phone-fit.h"
#include "hih-phone-keyboard.h"
#include "hih-phone-pane.h"
#include "hih-phone-picture.h"
#include "hih-phone-status.h"
#include "hih-screen-places.h"
#include "hih-scroller.h"

#include <glib/gi18n.h>
#include <math.h>

#define SYSTEM_HOME "system/home"
#define SYSTEM_STATUS "system/status"
#define COMPACT_FROM 2 /* so many buttons with icons in the foot stand side by side, icon over word */

struct _HihPhoneScreen
{
  GtkWidget parent_instance;

  HihElementContext *context; /* (owned) */
  char *name;                 /* "app/screen" */
  char *look;
  char *layout;

  GtkWidget *layers;    /* pane */
  GtkWidget *wallpaper;
  GtkWidget *backdrop;  /* pane: a face */
  GtkWidget *column;
  GtkWidget *status;
  GtkWidget *bar;
  GtkWidget *marks;     /* pane: what is said of a page that can be moved, and stays in sight */
  GtkWidget *scroller;
  GtkWidget *body;
  gboolean reads_from_end;
  double last_end;
  guint scroll_idle;
  GtkWidget *above;     /* pane: above the line one writes in */
  GtkWidget *composer;  /* box: that line and what stands beside it */
  GtkWidget *input;     /* pane, in the composer */
  GtkWidget *foot;      /* pane: in the composer or alone */
  GtkWidget *bottom;    /* pane: tabs, dock, handle */
  GtkWidget *keyboard;
  GtkWidget *home;      /* button: the bar at the very bottom */
  GtkWidget *top;       /* pane: a notice that has just come; under the bar, and what is below makes room */
  GtkWidget *shade;     /* what covers the screen under a dialog */
  GtkWidget *over;      /* pane: the dialog or sheet */
};

G_DEFINE_FINAL_TYPE (HihPhoneScreen, hih_phone_screen, GTK_TYPE_WIDGET)

static gboolean
look_is (HihPhoneScreen *self, const char *look)
{
  return g_str_equal (self->look, look);
}

static const char *
find_wallpaper (HihPhoneScreen *self, HihScene *scene)
{
  const char *wallpaper = hih_scene_get_wallpaper (scene);

  if (wallpaper != NULL)
    return wallpaper;
  /* The other layouts have grounds of their own in the stylesheet. */
  if (!g_str_equal (self->layout, HIH_LAYOUT_A))
    return NULL;
  if (look_is (self, "lock"))
    return "scene-wallpaper-dawn";
  return look_is (self, "home") ? "scene-wallpaper" : NULL;
}

static GtkWidget *
create_home (HihPhoneScreen *self)
{
  GtkWidget *button = hih_element_view_new_button (self->context, "home-bar");
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (line, "home-line");
  gtk_widget_set_halign (line, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (line, GTK_ALIGN_END);
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  hih_element_view_set_name (button, _("Home screen"), NULL);
  return button;
}

static void
create_over (HihPhoneScreen *self)
{
  self->shade = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->over = hih_phone_pane_new (HIH_PANE_STACK, "over", 14);
  gtk_widget_add_css_class (self->shade, "shade");
  gtk_widget_set_vexpand (self->over, TRUE);
  gtk_widget_set_valign (self->over, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->shade), self->over);
  gtk_widget_set_visible (self->shade, FALSE);
  gtk_widget_set_parent (self->shade, self->layers);
}

/* A talk is read from its end. GtkViewport puts back the old value after it has told of a new length, so this is done
 * once it is through: in an idle moment, or when a film takes its next step. */
static void
read_from_end (HihPhoneScreen *self)
{
  GtkAdjustment *adjustment = hih_phone_screen_get_scroll (self);
  double end;

  if (adjustment == NULL || !self->reads_from_end)
    return;
  end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  if (fabs (end - self->last_end) < 1)
    return;
  self->last_end = end;
  gtk_adjustment_set_value (adjustment, end);
}

static gboolean
scroll_idle_cb (gpointer data)
{
  HihPhoneScreen *self = data;

  self->scroll_idle = 0;
  read_from_end (self);
  return G_SOURCE_REMOVE;
}

static void
scroll_changed_cb (GtkAdjustment *adjustment, HihPhoneScreen *self)
{
  if (self->reads_from_end && self->scroll_idle == 0)
    self->scroll_idle = g_idle_add (scroll_idle_cb, self);
}

static void
create_column (HihPhoneScreen *self)
{
  GtkWidget *middle;

  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->status = hih_phone_status_new (self->context);
  self->bar = hih_phone_bar_new (self->context);
  self->body = hih_phone_pane_new (HIH_PANE_STACK, "body", 0);
  middle = self->body;
  if (look_is (self, "plain") || look_is (self, "code"))
    {
      self->scroller = gtk_scrolled_window_new ();
      hih_scroller_leave_settings (self->scroller);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->body);
      g_signal_connect_object (hih_phone_screen_get_scroll (self), "changed", G_CALLBACK (scroll_changed_cb), self, 0);
      middle = self->scroller;
    }
  gtk_widget_set_vexpand (middle, TRUE);
  self->top = hih_phone_pane_new (HIH_PANE_STACK, "arrived", 0);
  self->marks = hih_phone_pane_new (HIH_PANE_STACK, "marks", 6);
  self->above = hih_phone_pane_new (HIH_PANE_EQUAL, "above", 10);
  self->composer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->input = hih_phone_pane_new (HIH_PANE_STACK, "input-place", 0);
  self->foot = hih_phone_pane_new (HIH_PANE_STACK, "foot", 12);
  self->bottom = hih_phone_pane_new (HIH_PANE_STACK, "bottom", 0);
  gtk_widget_add_css_class (self->composer, "composer");
  gtk_box_append (GTK_BOX (self->composer), self->input);
  gtk_box_append (GTK_BOX (self->composer), self->foot);
  gtk_box_append (GTK_BOX (self->column), self->status);
  gtk_box_append (GTK_BOX (self->column), self->bar);
  gtk_box_append (GTK_BOX (self->column), self->top);
  gtk_box_append (GTK_BOX (self->column), self->marks);
  gtk_box_append (GTK_BOX (self->column), middle);
  gtk_box_append (GTK_BOX (self->column), self->above);
  gtk_box_append (GTK_BOX (self->column), self->composer);
  gtk_box_append (GTK_BOX (self->column), self->bottom);
  self->keyboard = hih_phone_keyboard_new (self->context);
  gtk_box_append (GTK_BOX (self->column), self->keyboard);
}

static void
sync_pane (HihPhoneScreen *self, GtkWidget *pane, GPtrArray *nodes)
{
  hih_element_view_sync (self->context, pane, nodes);
  gtk_widget_set_visible (pane, nodes->len > 0);
}

static void
sync_foot (HihPhoneScreen *self, GPtrArray *input, GPtrArray *foot)
{
  gboolean compact = hih_screen_places_all_have_icons (foot) && (input->len > 0 || foot->len >= COMPACT_FROM);

  hih_element_view_set_class (self->foot, "compact", compact);
  hih_phone_pane_set_mode (HIH_PHONE_PANE (self->foot),
                           !compact ? HIH_PANE_STACK : input->len > 0 && foot->len == 1 ? HIH_PANE_ROW : HIH_PANE_EQUAL);
  /* Beside the line one button has room; more stand under it. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->composer),
                                  foot->len > 1 ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_hexpand (self->foot, input->len == 0 || foot->len > 1);
  gtk_widget_set_hexpand (self->input, TRUE);
  sync_pane (self, self->input, input);
  sync_pane (self, self->foot, foot);
  gtk_widget_set_visible (self->composer, input->len + foot->len > 0);
}

static GtkWidget *
find_in (GtkWidget *widget, const char *target)
{
  if (!gtk_widget_get_visible (widget))
    return NULL;
  if (g_strcmp0 (hih_element_view_get_widget_target (widget), target) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_in (child, target);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* Under everything else, which makes room. */
static void
sync_keyboard (HihPhoneScreen *self, HihScene *scene)
{
  const HihSceneNode *input = hih_screen_places_find_input (hih_scene_get_nodes (scene));
  GtkWidget *widget = input != NULL ? find_in (self->column, input->target) : NULL;

  hih_phone_keyboard_update (HIH_PHONE_KEYBOARD (self->keyboard), scene, widget != NULL ? input : NULL,
                             widget != NULL ? hih_element_view_part (widget, "entry") : NULL);
  hih_element_view_set_class (GTK_WIDGET (self), "writing", gtk_widget_get_visible (self->keyboard));
  if (gtk_widget_get_visible (self->keyboard))
    gtk_widget_set_visible (self->bottom, FALSE);
}

/* What a dialog covers is not there for a screen reader. */
static void
tell_covered (HihPhoneScreen *self)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->column), GTK_ACCESSIBLE_STATE_HIDDEN,
                               gtk_widget_get_visible (self->shade), -1);
}

static void
sync_over (HihPhoneScreen *self, HihScene *scene)
{
  GPtrArray *over = hih_scene_get_over (scene);
  gboolean shown = over != NULL;
  gboolean sheet = shown && hih_scene_is_sheet (scene);
  gboolean from_top = shown && g_strcmp0 (hih_scene_get_over_look (scene), "shade") == 0;

  if (shown)
    hih_element_view_sync (self->context, self->over, over);
  hih_element_view_set_class (self->shade, "advertising", shown && hih_screen_places_have_kind (over, "advert"));
  hih_element_view_set_class (self->shade, "sheet", sheet && !from_top);
  hih_element_view_set_class (self->shade, "pulled", from_top);
  gtk_widget_set_valign (self->over, from_top ? GTK_ALIGN_START : sheet ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  if (gtk_widget_get_visible (self->shade) == shown)
    return;
  gtk_widget_set_visible (self->shade, shown);
  gtk_widget_set_can_focus (self->column, !shown);
  gtk_widget_set_can_target (self->column, !shown);
  tell_covered (self);
}

static void
sync_home (HihPhoneScreen *self, HihScene *scene)
{
  gboolean works = hih_scene_find (scene, SYSTEM_HOME) != NULL;

  hih_element_view_set_widget_target (self->home, works ? SYSTEM_HOME : "system/");
  gtk_widget_set_sensitive (self->home, works);
  gtk_widget_set_visible (self->home, !look_is (self, "dark"));
  hih_phone_status_set_works (self->status, hih_scene_find (scene, SYSTEM_STATUS) != NULL);
}

/**
 * hih_phone_screen_update:
 */
void
hih_phone_screen_update (HihPhoneScreen *self, HihScene *scene)
{
  GPtrArray *nodes = hih_scene_get_nodes (scene);
  GPtrArray *places[HIH_N_SCREEN_PLACES];
  GPtrArray *backdrop;
  const char *wallpaper = find_wallpaper (self, scene);

  g_return_if_fail (HIH_IS_PHONE_SCREEN (self));
  hih_screen_places_fill (places, nodes, look_is (self, "plain"));
  backdrop = places[HIH_SCREEN_BACKDROP];
  hih_phone_picture_set_drawing (HIH_PHONE_PICTURE (self->wallpaper), wallpaper);
  sync_pane (self, self->backdrop, backdrop);
  if (look_is (self, "call") || look_is (self, "talk"))
    {
      hih_element_view_set_class (GTK_WIDGET (self), "look-call", backdrop->len == 0);
      hih_element_view_set_class (GTK_WIDGET (self), "look-talk", backdrop->len > 0);
    }
  hih_phone_bar_update (HIH_PHONE_BAR (self->bar), scene, places[HIH_SCREEN_BAR],
                        look_is (self, "plain") || look_is (self, "code") || places[HIH_SCREEN_BAR]->len > 0);
  self->reads_from_end = hih_screen_places_have_kind (places[HIH_SCREEN_BODY], "messages");
  sync_pane (self, self->marks, places[HIH_SCREEN_MARKS]);
  hih_element_view_sync (self->context, self->body, places[HIH_SCREEN_BODY]);
  sync_pane (self, self->above, places[HIH_SCREEN_ABOVE]);
  sync_foot (self, places[HIH_SCREEN_INPUT], places[HIH_SCREEN_FOOT]);
  sync_pane (self, self->bottom, places[HIH_SCREEN_BOTTOM]);
  sync_keyboard (self, scene);
  sync_pane (self, self->top, places[HIH_SCREEN_TOP]);
  /* A pad of digits makes itself small, and the message above it as well, so that both are seen whole. */
  hih_element_view_set_class (GTK_WIDGET (self), "padded", hih_screen_places_have_kind (places[HIH_SCREEN_BODY], "keypad"));
  hih_element_view_set_class (GTK_WIDGET (self), "arriving", places[HIH_SCREEN_TOP]->len > 0);
  /* Otherwise the body itself keeps clear of the bar at the very bottom. */
  hih_element_view_set_class (GTK_WIDGET (self), "footed",
                              places[HIH_SCREEN_ABOVE]->len + places[HIH_SCREEN_INPUT]->len + places[HIH_SCREEN_FOOT]->len +
                                  places[HIH_SCREEN_BOTTOM]->len > 0);
  hih_screen_places_clear (places);
  sync_over (self, scene);
  sync_home (self, scene);
  hih_phone_fit_renew (GTK_WIDGET (self));
  hih_phone_screen_advance (self);
}

/**
 * hih_phone_screen_shows:
 */
gboolean
hih_phone_screen_shows (HihPhoneScreen *self, HihScene *scene)
{
  g_return_val_if_fail (HIH_IS_PHONE_SCREEN (self), FALSE);

  return g_str_equal (self->name, hih_scene_get_screen (scene)) && g_str_equal (self->look, hih_scene_get_look (scene)) &&
         g_str_equal (self->layout, hih_scene_get_layout (scene));
}

/**
 * hih_phone_screen_advance:
 *
 * Returns: the ms until the minute changes
 */
gint64
hih_phone_screen_advance (HihPhoneScreen *self)
{
  gint64 wall_ms;

  g_return_val_if_fail (HIH_IS_PHONE_SCREEN (self), -1);

  read_from_end (self);
  wall_ms = hih_element_context_get_wall_ms (self->context);
  hih_phone_status_update (self->status, self->context);
  return 60000 - wall_ms % 60000;
}

/**
 * hih_phone_screen_find:
 *
 * Returns: (transfer none) (nullable): the target's widget
 */
GtkWidget *
hih_phone_screen_find (HihPhoneScreen *self, const char *target)
{
  g_return_val_if_fail (HIH_IS_PHONE_SCREEN (self), NULL);
  return find_in (hih_phone_screen_get_reach (self), target);
}

/**
 * hih_phone_screen_get_reach:
 *
 * Returns: (transfer none): the dialog while there is one, else the screen
 */
GtkWidget *
hih_phone_screen_get_reach (HihPhoneScreen *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_SCREEN (self), NULL);
  return gtk_widget_get_visible (self->shade) ? self->over : self->layers;
}

/**
 * hih_phone_screen_scroll_to:
 * @self: (nullable):
 *
 * Brings a target of the body fully into sight.
 */
void
hih_phone_screen_scroll_to (HihPhoneScreen *self, const char *target)
{
  GtkAdjustment *adjustment = self != NULL ? hih_phone_screen_get_scroll (self) : NULL;
  GtkWidget *widget = self != NULL ? hih_phone_screen_find (self, target) : NULL;
  graphene_rect_t bounds;
  double value, top, bottom, page;

  if (adjustment == NULL || widget == NULL || !gtk_widget_is_ancestor (widget, self->body) ||
      !gtk_widget_compute_bounds (widget, self->body, &bounds))
    return;
  value = gtk_adjustment_get_value (adjustment);
  page = gtk_adjustment_get_page_size (adjustment);
  top = bounds.origin.y - 12;
  bottom = bounds.origin.y + bounds.size.height + 12;
  if (top < value)
    gtk_adjustment_set_value (adjustment, top);
  else if (bottom > value + page)
    gtk_adjustment_set_value (adjustment, bottom - page);
}

/**
 * hih_phone_screen_get_scroll:
 *
 * Returns: (transfer none) (nullable): of the body, if it can be moved
 */
GtkAdjustment *
hih_phone_screen_get_scroll (HihPhoneScreen *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_SCREEN (self), NULL);
  return self->scroller != NULL ? gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)) : NULL;
}

/**
 * hih_phone_screen_has_face:
 */
gboolean
hih_phone_screen_has_face (HihPhoneScreen *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_SCREEN (self), FALSE);
  return gtk_widget_get_visible (self->backdrop);
}

/**
 * hih_phone_screen_get_look:
 */
const char *
hih_phone_screen_get_look (HihPhoneScreen *self)
{
  g_return_val_if_fail (HIH_IS_PHONE_SCREEN (self), NULL);
  return self->look;
}

static void
hih_phone_screen_dispose (GObject *object)
{
  HihPhoneScreen *self = HIH_PHONE_SCREEN (object);

  g_clear_handle_id (&self->scroll_idle, g_source_remove);
  g_clear_pointer (&self->layers, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hih_phone_screen_parent_class)->dispose (object);
}

static void
hih_phone_screen_finalize (GObject *object)
{
  HihPhoneScreen *self = HIH_PHONE_SCREEN (object);

  g_free (self->name);
  g_free (self->look);
  g_free (self->layout);
  G_OBJECT_CLASS (hih_phone_screen_parent_class)->finalize (object);
}

static void
hih_phone_screen_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (hih_phone_screen_parent_class)->map (widget);
  /* GTK 4.18 says of everything that is mapped that it is not hidden. */
  tell_covered (HIH_PHONE_SCREEN (widget));
}

static void
hih_phone_screen_class_init (HihPhoneScreenClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_screen_dispose;
  G_OBJECT_CLASS (klass)->finalize = hih_phone_screen_finalize;
  widget_class->map = hih_phone_screen_map;
  gtk_widget_class_set_layout_manager_type (widget_class, HIH_TYPE_PHONE_FIT);
  gtk_widget_class_set_css_name (widget_class, "screen");
}

static void
hih_phone_screen_init (HihPhoneScreen *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
add_classes (HihPhoneScreen *self)
{
  const char *slash = strchr (self->name, '/');
  g_autofree char *app = g_strdup_printf ("app-%.*s", (int) (slash != NULL ? slash - self->name : 0), self->name);
  g_autofree char *look = g_strconcat ("look-", self->look, NULL);
  g_autofree char *layout = g_strconcat ("layout-", self->layout, NULL);

  gtk_widget_add_css_class (GTK_WIDGET (self), app);
  gtk_widget_add_css_class (GTK_WIDGET (self), look);
  gtk_widget_add_css_class (GTK_WIDGET (self), layout);
}

/**
 * hih_phone_screen_new:
 *
 * Returns: (transfer floating): the widgets of @scene
 */
GtkWidget *
hih_phone_screen_new (HihElementContext *context, HihScene *scene)
{
  HihPhoneScreen *self = g_object_new (HIH_TYPE_PHONE_SCREEN, NULL);

  self->context = g_object_ref (context);
  self->name = g_strdup (hih_scene_get_screen (scene));
  self->look = g_strdup (hih_scene_get_look (scene));
  self->layout = g_strdup (hih_scene_get_layout (scene));
  add_classes (self);

  self->layers = hih_phone_pane_new (HIH_PANE_LAYERS, NULL, 0);
  gtk_widget_set_parent (self->layers, GTK_WIDGET (self));
  self->wallpaper = hih_phone_picture_new (0, 0);
  hih_phone_picture_set_ground (HIH_PHONE_PICTURE (self->wallpaper));
  gtk_widget_set_parent (self->wallpaper, self->layers);
  self->backdrop = hih_phone_pane_new (HIH_PANE_EQUAL, "backdrop", 0);
  gtk_widget_set_parent (self->backdrop, self->layers);
  create_column (self);
  gtk_widget_set_parent (self->column, self->layers);
  self->home = create_home (self);
  gtk_widget_set_parent (self->home, self->layers);
  create_over (self);
  hih_phone_screen_update (self, scene);
  return GTK_WIDGET (self);
}
