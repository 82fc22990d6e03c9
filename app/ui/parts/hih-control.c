/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of every page: an icon and a word. Words may wrap between words, and never end in dots. */
#include "config.h"

#include "hih-control.h"

#include "hih-icon.h"
#include "hih-quick-layout.h"
#include "hih-words.h"

struct _HihControl
{
  GtkButton parent_instance;

  GtkWidget *box;
  GtkWidget *image;
  GtkWidget *label;
  char *words;
  char *why_not; /* (nullable) */
  char *look;    /* (nullable) */
  const char *made; /* (nullable): the look it was made with */
  gboolean icon_after;
  gboolean bare;
};

/* One at a time: two of them would each give a part of the colours. */
static const char *const looks[] = { "primary", "outlined", "help", "plain", "quiet", "chosen", "on", "over", "later", "danger", NULL };

G_DEFINE_FINAL_TYPE (HihControl, hih_control, GTK_TYPE_BUTTON)

/* (nullable): @name, where it is a look. */
static const char *
find_look (const char *name)
{
  for (guint i = 0; looks[i] != NULL; i++)
    {
      if (g_str_equal (looks[i], name))
        return looks[i];
    }
  return NULL;
}

static void
update_words (HihControl *self)
{
  const char *shown = self->why_not != NULL ? self->why_not : self->words;

  gtk_label_set_label (GTK_LABEL (self->label), shown);
  /* A tooltip is a description as well: whose words are seen keeps its own. */
  if (self->bare)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), shown);
  gtk_widget_set_visible (self->label, !self->bare && shown != NULL && *shown != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, shown != NULL ? shown : "",
                                  -1);
}

static void
hih_control_finalize (GObject *object)
{
  HihControl *self = HIH_CONTROL (object);

  g_free (self->words);
  g_free (self->why_not);
  g_free (self->look);
  G_OBJECT_CLASS (hih_control_parent_class)->finalize (object);
}

/*
 * A button's own layout asks the words how tall they are before it is known how wide they stand, and there Pango's lines
 * may come out a pixel or two lower than at any width: GTK then gives too little room, and says so. What is told of the
 * height is always that of words with a width.
 */
#define HIH_TYPE_CONTROL_LAYOUT (hih_control_layout_get_type ())
G_DECLARE_FINAL_TYPE (HihControlLayout, hih_control_layout, HIH, CONTROL_LAYOUT, GtkLayoutManager)

struct _HihControlLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (HihControlLayout, hih_control_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkSizeRequestMode
hih_control_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
hih_control_layout_measure (GtkLayoutManager *layout, GtkWidget *widget, GtkOrientation orientation, int for_size,
                            int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (widget));

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &for_size, NULL, NULL);
  gtk_widget_measure (child, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

static void
hih_control_layout_allocate (GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_button_get_child (GTK_BUTTON (widget)), width, height, baseline, NULL);
}

static void
hih_control_layout_class_init (HihControlLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = hih_control_layout_get_request_mode;
  layout_class->measure = hih_control_layout_measure;
  layout_class->allocate = hih_control_layout_allocate;
}

static void
hih_control_layout_init (HihControlLayout *self)
{
}

static void
hih_control_class_init (HihControlClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_control_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), HIH_TYPE_CONTROL_LAYOUT);
}

static void
hih_control_init (HihControl *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "control");
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_halign (self->box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->box, GTK_ALIGN_CENTER);
  /* Both: GTK 4.8 forgets that it is hidden when it was invisible for a while. */
  self->image = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (self->label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (self->label), GTK_JUSTIFY_CENTER);
  hih_quick_layout_give (self->label);
  hih_words_watch_end (self->label);
  gtk_box_append (GTK_BOX (self->box), self->image);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_button_set_child (GTK_BUTTON (self), self->box);
}

/**
 * hih_control_new:
 * @icon: (nullable): a drawing of media/icons, without `hih-` and `-symbolic`
 * @words: what it says; also its accessible name
 * @classes: (nullable): more style classes, separated by spaces
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
hih_control_new (const char *icon, const char *words, const char *classes)
{
  HihControl *self = g_object_new (HIH_TYPE_CONTROL, NULL);
  g_auto (GStrv) names = g_strsplit (classes != NULL ? classes : "", " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (*names[i] != '\0')
        gtk_widget_add_css_class (GTK_WIDGET (self), names[i]);
      if (self->made == NULL)
        self->made = find_look (names[i]);
    }
  self->look = g_strdup (self->made);
  hih_control_set_icon (self, icon);
  hih_control_set_words (self, words);
  return GTK_WIDGET (self);
}

void
hih_control_set_icon (HihControl *self, const char *icon)
{
  g_return_if_fail (HIH_IS_CONTROL (self));
  gtk_widget_set_visible (self->image, icon != NULL);
  if (icon != NULL)
    hih_icon_set (self->image, icon);
}

void
hih_control_set_words (HihControl *self, const char *words)
{
  g_return_if_fail (HIH_IS_CONTROL (self));
  if (g_strcmp0 (words, self->words) == 0)
    return;
  g_free (self->words);
  self->words = g_strdup (words);
  update_words (self);
}

const char *
hih_control_get_words (HihControl *self)
{
  return self->words;
}

void
hih_control_set_icon_size (HihControl *self, int pixels)
{
  hih_icon_set_size (self->image, pixels);
}

void
hih_control_set_icon_after (HihControl *self, gboolean after)
{
  self->icon_after = after;
  gtk_box_reorder_child_after (GTK_BOX (self->box), self->image, after ? self->label : NULL);
}

void
hih_control_set_upright (HihControl *self, gboolean upright)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  upright ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_box_set_spacing (GTK_BOX (self->box), upright ? 2 : 12);
  gtk_box_reorder_child_after (GTK_BOX (self->box), self->image, self->icon_after && !upright ? self->label : NULL);
  if (upright)
    gtk_widget_add_css_class (GTK_WIDGET (self), "upright");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "upright");
}

void
hih_control_set_bare (HihControl *self, gboolean bare)
{
  g_return_if_fail (HIH_IS_CONTROL (self));
  if (self->bare == bare)
    return;
  self->bare = bare;
  if (!bare)
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), NULL);
  update_words (self);
}

/**
 * hih_control_has_word:
 *
 * Returns: whether it shows a word, not only an icon
 */
gboolean
hih_control_has_word (HihControl *self)
{
  g_return_val_if_fail (HIH_IS_CONTROL (self), FALSE);
  return gtk_widget_get_visible (self->label);
}

void
hih_control_set_at_start (HihControl *self, gboolean at_start)
{
  gtk_widget_set_halign (self->box, at_start ? GTK_ALIGN_START : GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (self->label), at_start ? 0 : 0.5);
  gtk_label_set_justify (GTK_LABEL (self->label), at_start ? GTK_JUSTIFY_LEFT : GTK_JUSTIFY_CENTER);
}

void
hih_control_set_why_not (HihControl *self, const char *why_not)
{
  g_return_if_fail (HIH_IS_CONTROL (self));
  g_free (self->why_not);
  self->why_not = g_strdup (why_not);
  gtk_widget_set_sensitive (GTK_WIDGET (self), why_not == NULL);
  update_words (self);
}

void
hih_control_set_look (HihControl *self, const char *look)
{
  g_return_if_fail (HIH_IS_CONTROL (self));
  if (look == NULL)
    look = self->made;
  if (g_strcmp0 (look, self->look) == 0)
    return;
  if (self->look != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->look);
  g_free (self->look);
  self->look = g_strdup (look);
  if (look != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), look);
}
