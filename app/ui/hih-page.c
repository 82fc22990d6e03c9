/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all pages have in common: where they lead, what they say aloud, and how they are left. */
#include "config.h"

#include "hih-page.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-footed.h"
#include "hih-scroller.h"
#include "hih-size-sheet.h"

#include <glib/gi18n.h>

#define COMPACT_HEIGHT 700
#define NARROW_WIDTH 700
#define LARGE_TEXT_DPI (140 * 96 * 1024 / 100) /* from here decorations make room for words */
#define MAX_FOOT_PERCENT 40 /* of the height: a higher foot would leave no room to read */

typedef struct
{
  HihContext *context;
  HihSession *session; /* (nullable) */
  GCancellable *cancellable;
  char *title;
  GtkWidget *body;
  GtkWidget *foot;  /* (nullable): what stays in sight */
  GtkWidget *outer; /* (nullable): the scroller, and the foot below it while there is room */
  GtkWidget *again; /* (nullable), weak */
  GtkWidget *size;  /* (nullable), weak */
  guint class_source;
  guint focus_source;
  int width;
  int height;
} HihPagePrivate;

enum
{
  PROP_CONTEXT = 1,
  PROP_SESSION,
};
static GParamSpec *props[PROP_SESSION + 1];

enum
{
  GO,
  SHEET,
  TEXT_PERCENT,
  SAID,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HihPage, hih_page, ADW_TYPE_BIN)

static void
size_cb (GtkWidget *button, gpointer user_data)
{
  HihPage *self = user_data;

  hih_page_show_sheet (self, hih_size_sheet_new (self));
}

static void
again_cb (GtkWidget *button, gpointer user_data)
{
  hih_page_speak (user_data);
}

static void
toggle_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static gboolean
has_large_text (HihPage *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi >= LARGE_TEXT_DPI;
}

/* The foot stands under the scroller, or, where it would take too much of the height, at the end of what scrolls. */
static void
place_foot (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self)), needed;
  gboolean outside;

  if (priv->foot == NULL || height <= 0 || priv->width <= 0)
    return;
  gtk_widget_measure (priv->foot, GTK_ORIENTATION_VERTICAL, priv->width, &needed, NULL, NULL, NULL);
  outside = needed * 100 <= height * MAX_FOOT_PERCENT;
  if (outside == (gtk_widget_get_parent (priv->foot) == priv->outer))
    return;
  g_object_ref (priv->foot);
  if (outside)
    {
      gtk_box_remove (GTK_BOX (priv->body), priv->foot);
      hih_footed_set_foot (HIH_FOOTED (priv->outer), priv->foot);
    }
  else
    {
      hih_footed_set_foot (HIH_FOOTED (priv->outer), NULL);
      gtk_box_append (GTK_BOX (priv->body), priv->foot);
    }
  g_object_unref (priv->foot);
  toggle_class (priv->foot, "page-foot", outside);
}

/* Side by side also in a narrow window: with fewer words, and with large ones under their icons. */
static void
update_head (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);
  gboolean narrow = priv->width < NARROW_WIDTH;
  gboolean compact = priv->outer != NULL && gtk_widget_has_css_class (priv->outer, "compact");
  GtkWidget *buttons[] = { priv->again, priv->size };

  if (priv->again != NULL)
    hih_control_set_words (HIH_CONTROL (priv->again),
                           narrow || (compact && has_large_text (self)) ? _("Listen") : _("Hear it again"));
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      if (buttons[i] != NULL)
        hih_control_set_upright (HIH_CONTROL (buttons[i]), narrow && has_large_text (self));
    }
}

/* Changing a class while sizes are given would ask for sizes again: one frame later is soon enough. */
static gboolean
update_classes_cb (gpointer user_data)
{
  HihPage *self = user_data;
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  priv->class_source = 0;
  if (priv->outer != NULL)
    {
      int height = gtk_widget_get_height (GTK_WIDGET (self));

      toggle_class (priv->outer, "narrow", priv->width < NARROW_WIDTH);
      toggle_class (priv->outer, "compact",
                    priv->width >= NARROW_WIDTH && (height > 0 ? height : priv->height) < COMPACT_HEIGHT);
      toggle_class (priv->outer, "large-text", has_large_text (self));
      place_foot (self);
    }
  update_head (self);
  if (HIH_PAGE_GET_CLASS (self)->resized != NULL)
    HIH_PAGE_GET_CLASS (self)->resized (self, priv->width, priv->height);
  return G_SOURCE_REMOVE;
}

static void
text_size_cb (GtkSettings *settings, GParamSpec *pspec, gpointer user_data)
{
  HihPagePrivate *priv = hih_page_get_instance_private (user_data);

  if (priv->class_source == 0)
    priv->class_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_classes_cb, user_data, NULL);
}

static void
adjusted_cb (GtkAdjustment *adjustment, GParamSpec *pspec, gpointer user_data)
{
  HihPagePrivate *priv = hih_page_get_instance_private (user_data);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (gtk_widget_get_first_child (priv->outer));
  int width = (int) gtk_adjustment_get_page_size (gtk_scrolled_window_get_hadjustment (scroller));
  int height = (int) gtk_adjustment_get_page_size (gtk_scrolled_window_get_vadjustment (scroller));

  if (width == priv->width && height == priv->height)
    return;
  priv->width = width;
  priv->height = height;
  if (priv->class_source == 0)
    priv->class_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_classes_cb, user_data, NULL);
}

static void
hih_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  HihPagePrivate *priv = hih_page_get_instance_private (HIH_PAGE (object));

  switch (id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hih_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HihPagePrivate *priv = hih_page_get_instance_private (HIH_PAGE (object));

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
hih_page_dispose (GObject *object)
{
  HihPagePrivate *priv = hih_page_get_instance_private (HIH_PAGE (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_handle_id (&priv->class_source, g_source_remove);
  g_clear_handle_id (&priv->focus_source, g_source_remove);
  priv->body = priv->foot = priv->outer = NULL;
  g_clear_weak_pointer (&priv->again);
  g_clear_weak_pointer (&priv->size);
  G_OBJECT_CLASS (hih_page_parent_class)->dispose (object);
}

static void
hih_page_finalize (GObject *object)
{
  HihPagePrivate *priv = hih_page_get_instance_private (HIH_PAGE (object));

  g_clear_object (&priv->context);
  g_clear_object (&priv->session);
  g_clear_object (&priv->cancellable);
  g_free (priv->title);
  G_OBJECT_CLASS (hih_page_parent_class)->finalize (object);
}

static void
hih_page_class_init (HihPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->set_property = hih_page_set_property;
  object_class->get_property = hih_page_get_property;
  object_class->dispose = hih_page_dispose;
  object_class->finalize = hih_page_finalize;
  props[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, HIH_TYPE_CONTEXT, flags);
  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HIH_TYPE_SESSION, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[GO] = g_signal_new ("go", HIH_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                              G_TYPE_POINTER);
  signals[SHEET] = g_signal_new ("sheet", HIH_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 GTK_TYPE_WIDGET);
  signals[TEXT_PERCENT] = g_signal_new ("text-percent", HIH_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT);
  signals[SAID] = g_signal_new ("said", HIH_TYPE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_page_init (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
}

HihContext *
hih_page_get_context (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  return priv->context;
}

HihSession *
hih_page_get_session (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  return priv->session;
}

GCancellable *
hih_page_get_cancellable (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  return priv->cancellable;
}

const char *
hih_page_get_title (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  return priv->title;
}

void
hih_page_set_title (HihPage *self, const char *title)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  g_free (priv->title);
  priv->title = g_strdup (title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

void
hih_page_go (HihPage *self, const HihPlace *place)
{
  g_return_if_fail (HIH_IS_PAGE (self));
  g_signal_emit (self, signals[GO], 0, place);
}

void
hih_page_go_to (HihPage *self, HihPlaceKind kind, const char *id)
{
  HihPlace place = { .kind = kind, .id = id };

  hih_page_go (self, &place);
}

void
hih_page_show_sheet (HihPage *self, GtkWidget *content)
{
  g_signal_emit (self, signals[SHEET], 0, content);
}

void
hih_page_close_sheet (HihPage *self)
{
  g_signal_emit (self, signals[SHEET], 0, NULL);
}

/**
 * hih_page_speak:
 *
 * Says what the page has to say, from the beginning.
 */
void
hih_page_speak (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);
  g_autofree char *speech = NULL;

  if (HIH_PAGE_GET_CLASS (self)->dup_speech != NULL)
    speech = HIH_PAGE_GET_CLASS (self)->dup_speech (self);
  hih_reader_read (hih_context_get_reader (priv->context), speech);
  if (speech != NULL)
    g_signal_emit (self, signals[SAID], 0, speech);
}

/**
 * hih_page_get_text_percent:
 *
 * Returns: the person's own wish, else the computer's
 */
int
hih_page_get_text_percent (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  if (priv->session != NULL && (hih_session_get_prefs (priv->session)->set & (1u << HIH_PREF_TEXT_SIZE_PERCENT)) != 0)
    return hih_session_get_prefs (priv->session)->values[HIH_PREF_TEXT_SIZE_PERCENT];
  return hih_settings_get_int (hih_context_get_settings (priv->context), HIH_SETTING_TEXT_PERCENT);
}

void
hih_page_set_body (HihPage *self, GtkWidget *body)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);
  GtkWidget *scroller = hih_scroller_new (body);

  gtk_widget_add_css_class (body, "page");
  priv->body = body;
  priv->outer = hih_footed_new (scroller);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (scroller))), FALSE);
  adw_bin_set_child (ADW_BIN (self), priv->outer);
  g_signal_connect_object (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (text_size_cb), self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), "notify::page-size",
                           G_CALLBACK (adjusted_cb), self, 0);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), "notify::page-size",
                           G_CALLBACK (adjusted_cb), self, 0);
}

/**
 * hih_page_set_foot:
 * @foot: what is to be in sight without scrolling, such as the buttons that go on
 *
 * To be called after hih_page_set_body(), whose body must be a #GtkBox.
 */
void
hih_page_set_foot (HihPage *self, GtkWidget *foot)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  g_return_if_fail (GTK_IS_BOX (priv->body));
  priv->foot = foot;
  gtk_widget_add_css_class (foot, "page-foot");
  gtk_widget_add_css_class (foot, "foot-bar"); /* wherever it stands */
  hih_footed_set_foot (HIH_FOOTED (priv->outer), foot);
}

/**
 * hih_page_check:
 * @self: (nullable): gone, where it was held weakly
 * @error: (nullable): what an asynchronous call said
 *
 * Logs a real error once; being left in the meantime is none.
 *
 * Returns: whether to go on with the answer
 */
gboolean
hih_page_check (HihPage *self, GError *error)
{
  HihPagePrivate *priv = self != NULL ? hih_page_get_instance_private (self) : NULL;

  if (priv == NULL || g_cancellable_is_cancelled (priv->cancellable))
    return FALSE;
  if (error == NULL)
    return TRUE;
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    hih_error_log (error);
  return FALSE;
}

GtkWidget *
hih_page_new_size_button (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);
  GtkWidget *button = hih_control_new ("size", _("Text size"), "of-head");

  gtk_widget_set_name (button, "size");
  g_set_weak_pointer (&priv->size, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (size_cb), self, 0);
  return button;
}

GtkWidget *
hih_page_new_again_button (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);
  GtkWidget *button = hih_control_new ("speaker", _("Hear it again"), "of-head");

  gtk_widget_set_name (button, "again");
  g_set_weak_pointer (&priv->again, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (again_cb), self, 0);
  return button;
}

/* A page begins at its top, wherever the focus is; from then on it follows the focus. */
static gboolean
follow_focus_cb (gpointer user_data)
{
  HihPagePrivate *priv = hih_page_get_instance_private (user_data);
  GtkWidget *viewport = priv->body != NULL ? gtk_widget_get_parent (priv->body) : NULL;

  priv->focus_source = 0;
  if (viewport != NULL && GTK_IS_VIEWPORT (viewport))
    gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), TRUE);
  return G_SOURCE_REMOVE;
}

void
hih_page_shown (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  /* Before the first layout, so that wide margins do not make a narrow window grow. */
  if (GTK_IS_WINDOW (root) && priv->width == 0)
    {
      priv->width = gtk_widget_get_width (GTK_WIDGET (root));
      priv->height = gtk_widget_get_height (GTK_WIDGET (root));
      if (priv->width == 0)
        gtk_window_get_default_size (GTK_WINDOW (root), &priv->width, &priv->height);
      update_classes_cb (self);
    }
  if (priv->focus_source == 0)
    priv->focus_source = g_timeout_add (500, follow_focus_cb, self);
  if (HIH_PAGE_GET_CLASS (self)->shown != NULL)
    HIH_PAGE_GET_CLASS (self)->shown (self);
}

void
hih_page_left (HihPage *self)
{
  HihPagePrivate *priv = hih_page_get_instance_private (self);

  if (HIH_PAGE_GET_CLASS (self)->left != NULL)
    HIH_PAGE_GET_CLASS (self)->left (self);
  g_cancellable_cancel (priv->cancellable);
}

/**
 * hih_page_dup_help:
 *
 * Returns: (transfer full): what F1 shows and says here
 */
char *
hih_page_dup_help (HihPage *self)
{
  if (HIH_PAGE_GET_CLASS (self)->dup_help != NULL)
    return HIH_PAGE_GET_CLASS (self)->dup_help (self);
  return g_strdup (_("Tap what you like. Nothing here can break. The loudspeaker reads the page to you again."));
}

gboolean
hih_page_back (HihPage *self)
{
  return HIH_PAGE_GET_CLASS (self)->go_back != NULL && HIH_PAGE_GET_CLASS (self)->go_back (self);
}

gboolean
hih_page_key (HihPage *self, guint keyval, GdkModifierType state)
{
  return HIH_PAGE_GET_CLASS (self)->key != NULL && HIH_PAGE_GET_CLASS (self)->key (self, keyval, state);
}

HihStay
hih_page_get_stay (HihPage *self, HihStay usual)
{
  return HIH_PAGE_GET_CLASS (self)->get_stay != NULL ? HIH_PAGE_GET_CLASS (self)->get_stay (self) : usual;
}
