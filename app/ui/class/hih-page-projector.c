/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The lesson of a class, full screen. All of it goes by a clicker: Page Down and Right go on, Page Up and Left go back,
 * Space (or the clicker's full stop) stops and goes on, Up and Down count hands, Escape leads back to the class. Words
 * are measured by the height of the picture: people sit far away (STANDARDS: captions of at least 5 %).
 */
#include "config.h"

#include "hih-page-projector.h"

#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-hand-ticks.h"
#include "hih-icon.h"
#include "hih-projector-frame.h"
#include "hih-showing.h"
#include "hih-size-sheet.h"
#include "hih-split.h"
#include "hih-spotlight.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

/* The size of words, of the page's height; where it is narrow, of a size that its width has room for. */
#define WORD_SHARE 0.05
#define WORD_OF_WIDTH 0.055
/* What is to be done, of that size, where there is room for it (look/projector.png). */
#define MOST_SAY 1.93
/* The words of buttons, of the width: two stand side by side also beside a film. */
#define BUTTON_OF_WIDTH 0.028
/* And how many hands are up: in one line there. */
#define HANDS_OF_WIDTH 0.0225
#define LEAST_WORD 14

struct _HihPageProjector
{
  HihPage parent_instance;

  char *session;
  HihClassKeeper *keeper;
  HihShowing *showing; /* (nullable): the class is not known yet */
  GtkCssProvider *sizes;
  gboolean was_full;

  GtkWidget *root;
  GtkWidget *film_place;
  GtkWidget *phone_place;
  GtkWidget *count;
  GtkWidget *pips;
  GtkWidget *say;
  GtkWidget *where;
  GtkWidget *hands;
  GtkWidget *ticks;
  GtkWidget *buttons;
  GtkWidget *spotlight;
  GtkWidget *toggle;
  GtkWidget *try_it;
  GtkWidget *light;
};

G_DEFINE_FINAL_TYPE (HihPageProjector, hih_page_projector, HIH_TYPE_PAGE)

static void
show_pips (HihPageProjector *self, guint step, guint n_steps)
{
  GtkWidget *pip = gtk_widget_get_first_child (self->pips);

  for (guint i = 0; i < n_steps; i++, pip = gtk_widget_get_next_sibling (pip))
    {
      if (pip == NULL)
        {
          pip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
          gtk_widget_add_css_class (pip, "p-pip");
          gtk_widget_set_hexpand (pip, TRUE);
          gtk_box_append (GTK_BOX (self->pips), pip);
        }
      if (i <= step)
        gtk_widget_add_css_class (pip, "over");
      else
        gtk_widget_remove_css_class (pip, "over");
    }
}

static void
showing_cb (HihShowing *showing, gpointer user_data)
{
  HihPageProjector *self = user_data;
  guint step = hih_showing_get_step (showing), n_steps = hih_showing_get_n_steps (showing);
  gboolean film = hih_showing_is_film (showing), trying = hih_showing_is_trying (showing);
  const char *where = hih_showing_get_where (showing);
  g_autofree char *count = g_strdup_printf (_ ("Step %u of %u"), step + 1, n_steps);

  gtk_widget_set_visible (self->film_place, film);
  gtk_widget_set_visible (self->phone_place, !film);
  hih_projector_frame_set_film (HIH_PROJECTOR_FRAME (self->root), film);
  hih_spotlight_set_area (HIH_SPOTLIGHT (self->spotlight), hih_showing_get_picture (showing));
  /* A film shows its steps by bars of its own. */
  gtk_widget_set_visible (self->pips, !film);
  gtk_widget_set_visible (self->where, !film && where != NULL && !hih_showing_is_over (showing));
  gtk_label_set_label (GTK_LABEL (self->count), count);
  gtk_label_set_label (GTK_LABEL (self->say), hih_showing_is_over (showing) ? _ ("Done. Who would like to try next?")
                                                                            : hih_showing_get_say (showing));
  gtk_label_set_label (GTK_LABEL (self->where), where != NULL ? where : "");
  show_pips (self, step, n_steps);
  hih_control_set_words (HIH_CONTROL (self->toggle), trying ? _ ("Show how") : _ ("Stop, go on"));
  hih_control_set_icon (HIH_CONTROL (self->toggle), trying ? "hand" : "pause");
  hih_control_set_words (HIH_CONTROL (self->try_it), trying ? _ ("All watch") : _ ("Somebody tries"));
  hih_control_set_icon (HIH_CONTROL (self->try_it), trying ? "eye" : "person");
}

static void
begin (HihPageProjector *self, HihLesson *lesson)
{
  self->showing = hih_showing_new (hih_page_get_context (HIH_PAGE (self)), lesson);
  gtk_box_append (GTK_BOX (self->film_place), GTK_WIDGET (hih_showing_get_film (self->showing)));
  gtk_box_append (GTK_BOX (self->phone_place), GTK_WIDGET (hih_showing_get_phone (self->showing)));
  gtk_widget_set_hexpand (GTK_WIDGET (hih_showing_get_film (self->showing)), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (hih_showing_get_film (self->showing)), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (hih_showing_get_phone (self->showing)), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (hih_showing_get_phone (self->showing)), TRUE);
  g_signal_connect_object (self->showing, "changed", G_CALLBACK (showing_cb), self, 0);
  hih_showing_begin (self->showing);
}

static void
changed_cb (HihClassKeeper *keeper, gpointer user_data)
{
  HihPageProjector *self = user_data;
  const HihClassSession *class = hih_class_keeper_get_class (keeper);
  HihLesson *lesson =
      hih_catalogue_find (hih_context_get_catalogue (hih_page_get_context (HIH_PAGE (self))), class->lesson);
  g_autofree char *hands = hih_class_dup_hands (class);

  gtk_label_set_label (GTK_LABEL (self->hands), hands);
  hih_hand_ticks_set (HIH_HAND_TICKS (self->ticks), class->n_hands, class->n_here);
  if (self->showing == NULL && lesson != NULL)
    begin (self, lesson);
}

static void
trouble_cb (HihClassKeeper *keeper, GError *error, gpointer user_data)
{
  hih_error_log (error);
  hih_page_show_sheet (user_data, hih_text_sheet_new (user_data, _ ("One moment"), hih_error_get_text (error)));
}

static void
next_cb (GtkWidget *button, gpointer user_data)
{
  HihPageProjector *self = user_data;

  if (self->showing != NULL)
    hih_showing_next (self->showing);
}

static void
back_cb (GtkWidget *button, gpointer user_data)
{
  HihPageProjector *self = user_data;

  if (self->showing != NULL)
    hih_showing_back (self->showing);
}

static void
toggle_cb (GtkWidget *button, gpointer user_data)
{
  HihPageProjector *self = user_data;

  if (self->showing != NULL)
    hih_showing_toggle (self->showing);
}

static void
try_cb (GtkWidget *button, gpointer user_data)
{
  HihPageProjector *self = user_data;

  if (self->showing != NULL)
    hih_showing_try (self->showing, !hih_showing_is_trying (self->showing));
}

static void
light_cb (GtkWidget *button, gpointer user_data)
{
  HihPageProjector *self = user_data;
  gboolean on = !hih_spotlight_get_on (HIH_SPOTLIGHT (self->spotlight));

  hih_spotlight_set_on (HIH_SPOTLIGHT (self->spotlight), on);
  hih_control_set_words (HIH_CONTROL (self->light), on ? _ ("Light: on") : _ ("Light: off"));
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  hih_class_keeper_count_hand (HIH_PAGE_PROJECTOR (user_data)->keeper, TRUE);
}

static void
less_cb (GtkWidget *button, gpointer user_data)
{
  hih_class_keeper_count_hand (HIH_PAGE_PROJECTOR (user_data)->keeper, FALSE);
}

/* In whole px, fractions of which GTK would round to one height and another. */
static void
add_size (GString *css, const char *where, double px)
{
  int size = MAX (LEAST_WORD, (int) (px + 0.99));

  g_string_append_printf (css, "window.hih .projector %s { font-size: %dpx; line-height: %dpx; }\n", where, size,
                          size * 27 / 20);
}

/* The size of all words here follows the screen, not the person's size of words. */
static void
sized_cb (HihProjectorFrame *frame, int width, int height, gpointer user_data)
{
  HihPageProjector *self = user_data;
  double word = MIN (height * WORD_SHARE, width * WORD_OF_WIDTH);
  double button = MIN (word, width * BUTTON_OF_WIDTH);
  g_autoptr (GString) css = g_string_new (NULL);

  add_size (css, ".p-say", word * MOST_SAY);
  add_size (css, ".p-where", word * 1.1);
  add_size (css, ".p-count", word * 0.8);
  add_size (css, ".p-hands label", MIN (word * 0.8, MAX (20, width * HANDS_OF_WIDTH)));
  g_string_append_printf (css, "window.hih .projector .p-hands image { -gtk-icon-size: %dpx; }\n", (int) word);
  add_size (css, "button.control", button * 0.5);
  add_size (css, "button.control label", button * 0.5);
  add_size (css, ".film-box .caption", word);
  gtk_css_provider_load_from_data (self->sizes, css->str, -1);
  hih_hand_ticks_set_height (HIH_HAND_TICKS (self->ticks), (int) (word * 1.35));
  hih_tiles_set_column_width (HIH_TILES (self->buttons), (int) (button * 2.7));
}

static gboolean
hih_page_projector_go_back (HihPage *page)
{
  hih_page_go_to (page, HIH_PLACE_CLASS, HIH_PAGE_PROJECTOR (page)->session);
  return TRUE;
}

static void
leave_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_projector_go_back (user_data);
}

static gboolean
hih_page_projector_key (HihPage *page, guint keyval, GdkModifierType state)
{
  static const struct
  {
    guint keyval;
    void (*act) (GtkWidget *button, gpointer page);
  } keys[] = {
    { GDK_KEY_Page_Down, next_cb }, { GDK_KEY_Right, next_cb },   { GDK_KEY_Page_Up, back_cb },
    { GDK_KEY_Left, back_cb },      { GDK_KEY_space, toggle_cb }, { GDK_KEY_period, toggle_cb },
    { GDK_KEY_b, toggle_cb },       { GDK_KEY_Up, more_cb },      { GDK_KEY_Down, less_cb },
  };

  for (guint i = 0; (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0 && i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].keyval == keyval)
        {
          keys[i].act (NULL, page);
          return TRUE;
        }
    }
  return FALSE;
}

static void
hih_page_projector_shown (HihPage *page)
{
  HihPageProjector *self = HIH_PAGE_PROJECTOR (page);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW);

  if (window != NULL)
    {
      /* Before anything is measured. */
      sized_cb (NULL, MAX (320, gtk_widget_get_width (window)), MAX (320, gtk_widget_get_height (window)), self);
      self->was_full = gtk_window_is_fullscreen (GTK_WINDOW (window));
      gtk_window_fullscreen (GTK_WINDOW (window));
    }
  hih_class_keeper_load (self->keeper);
}

static void
hih_page_projector_left (HihPage *page)
{
  HihPageProjector *self = HIH_PAGE_PROJECTOR (page);
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (page), GTK_TYPE_WINDOW);

  if (self->showing != NULL)
    hih_showing_stop (self->showing);
  if (window != NULL && !self->was_full)
    gtk_window_unfullscreen (GTK_WINDOW (window));
}

static char *
hih_page_projector_dup_help (HihPage *page)
{
  return g_strdup (
      _ ("Page Down or Right: the next step. Page Up or Left: the step before. Space: stop and go on. Up and Down: one "
         "hand more or less. Escape: back to the class."));
}

static void
hih_page_projector_dispose (GObject *object)
{
  HihPageProjector *self = HIH_PAGE_PROJECTOR (object);

  if (self->sizes != NULL)
    gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->sizes));
  g_clear_object (&self->sizes);
  g_clear_object (&self->showing);
  g_clear_object (&self->keeper);
  g_clear_pointer (&self->session, g_free);
  G_OBJECT_CLASS (hih_page_projector_parent_class)->dispose (object);
}

static void
hih_page_projector_class_init (HihPageProjectorClass *klass)
{
  HihPageClass *page_class = HIH_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_page_projector_dispose;
  page_class->shown = hih_page_projector_shown;
  page_class->left = hih_page_projector_left;
  page_class->go_back = hih_page_projector_go_back;
  page_class->key = hih_page_projector_key;
  page_class->dup_help = hih_page_projector_dup_help;
}

static void
hih_page_projector_init (HihPageProjector *self)
{
  self->sizes = gtk_css_provider_new ();
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (self->sizes),
                                              GTK_STYLE_PROVIDER_PRIORITY_USER);
}

static GtkWidget *
add_button (HihPageProjector *self, const char *name, const char *icon, const char *words, GCallback callback)
{
  GtkWidget *button = hih_control_new (icon, words, "compact");

  gtk_widget_set_name (button, name);
  g_signal_connect_object (button, "clicked", callback, self, 0);
  hih_tiles_append (HIH_TILES (self->buttons), button);
  return button;
}

static GtkWidget *
new_hands (HihPageProjector *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *split;

  self->hands = hih_words_new ("", NULL);
  self->ticks = hih_hand_ticks_new ();
  split = hih_split_new (self->hands, self->ticks, 12, 0);
  gtk_widget_set_name (self->hands, "p-hands");
  gtk_widget_set_valign (self->hands, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_widget_add_css_class (card, "p-hands");
  gtk_box_append (GTK_BOX (card), hih_icon_new ("raise", 32));
  gtk_box_append (GTK_BOX (card), split);
  return card;
}

static GtkWidget *
new_head (HihPageProjector *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 24);

  self->count = hih_words_new ("", "p-count");
  gtk_label_set_wrap (GTK_LABEL (self->count), FALSE);
  self->pips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_widget_set_hexpand (self->pips, TRUE);
  gtk_widget_set_valign (self->pips, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), self->count);
  gtk_box_append (GTK_BOX (head), self->pips);
  return head;
}

static GtkWidget *
new_words (HihPageProjector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->say = hih_words_new_heading ("", "p-say");
  self->where = hih_words_new ("", "p-where");
  gtk_widget_set_name (self->say, "p-say");
  gtk_box_append (GTK_BOX (box), self->say);
  gtk_box_append (GTK_BOX (box), self->where);
  return box;
}

/* Six of them: in three columns or two none stands alone. */
static GtkWidget *
new_buttons (HihPageProjector *self)
{
  self->buttons = hih_tiles_new_columns (90, 3, 12);
  add_button (self, "p-back", "back", _ ("The step before"), G_CALLBACK (back_cb));
  self->toggle = add_button (self, "p-toggle", "pause", _ ("Stop, go on"), G_CALLBACK (toggle_cb));
  add_button (self, "p-next", "next", _ ("The next step"), G_CALLBACK (next_cb));
  self->try_it = add_button (self, "p-try", "person", _ ("Somebody tries"), G_CALLBACK (try_cb));
  self->light = add_button (self, "p-light", "torch", _ ("Light: off"), G_CALLBACK (light_cb));
  add_button (self, "p-leave", "x", _ ("To the class"), G_CALLBACK (leave_cb));
  return self->buttons;
}

static GtkWidget *
new_picture (HihPageProjector *self)
{
  GtkWidget *picture = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->film_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->phone_place = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_visible (self->film_place, FALSE);
  gtk_widget_set_hexpand (self->film_place, TRUE);
  gtk_widget_set_hexpand (self->phone_place, TRUE);
  /* The arm of the hand that shows ends where the words begin. */
  gtk_widget_set_overflow (self->phone_place, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (picture), self->film_place);
  gtk_box_append (GTK_BOX (picture), self->phone_place);
  return picture;
}

/**
 * hih_page_projector_new:
 *
 * Returns: (transfer floating) (nullable): the page
 */
HihPage *
hih_page_projector_new (HihContext *context, const char *session)
{
  HihPageProjector *self;
  HihId id;

  if (session == NULL || !hih_id_parse (&id, session))
    return NULL;
  self = g_object_new (HIH_TYPE_PAGE_PROJECTOR, "context", context, NULL);
  self->session = g_strdup (session);
  self->keeper = hih_class_keeper_new (context, &id);
  hih_page_set_title (HIH_PAGE (self), _ ("On the projector"));
  self->root = hih_projector_frame_new ();
  hih_projector_frame_put (HIH_PROJECTOR_FRAME (self->root), HIH_PROJECTED_PICTURE, new_picture (self));
  hih_projector_frame_put (HIH_PROJECTOR_FRAME (self->root), HIH_PROJECTED_HEAD, new_head (self));
  hih_projector_frame_put (HIH_PROJECTOR_FRAME (self->root), HIH_PROJECTED_WORDS, new_words (self));
  hih_projector_frame_put (HIH_PROJECTOR_FRAME (self->root), HIH_PROJECTED_HANDS, new_hands (self));
  hih_projector_frame_put (HIH_PROJECTOR_FRAME (self->root), HIH_PROJECTED_BUTTONS, new_buttons (self));
  self->spotlight = hih_spotlight_new (self->root);
  g_signal_connect_object (self->root, "sized", G_CALLBACK (sized_cb), self, 0);
  adw_bin_set_child (ADW_BIN (self), self->spotlight);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (changed_cb), self, 0);
  g_signal_connect_object (self->keeper, "trouble", G_CALLBACK (trouble_cb), self, 0);
  return HIH_PAGE (self);
}
