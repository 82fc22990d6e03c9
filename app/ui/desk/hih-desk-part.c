/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One part of the instructor's desk: a title, what can be done about it, and the content. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-scroller.h"
#include "hih-split.h"
#include "hih-tiles.h"
#include "hih-words.h"

typedef struct
{
  HihPage *page;      /* (nullable) weak: it owns this, but an answer that is on its way may keep this longer */
  GtkWidget *box;     /* head, then content */
  GtkWidget *head;    /* in the box; in a narrow window it scrolls with the content */
  GtkWidget *inner;   /* (nullable): what is scrolled */
  GtkWidget *actions;
  GtkWidget *content; /* (nullable) */
} HihDeskPartPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (HihDeskPart, hih_desk_part, ADW_TYPE_BIN)

static void
hih_desk_part_finalize (GObject *object)
{
  HihDeskPartPrivate *priv = hih_desk_part_get_instance_private (HIH_DESK_PART (object));

  g_clear_weak_pointer (&priv->page);
  G_OBJECT_CLASS (hih_desk_part_parent_class)->finalize (object);
}

static void
hih_desk_part_class_init (HihDeskPartClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_desk_part_finalize;
}

static void
hih_desk_part_init (HihDeskPart *self)
{
}

/**
 * hih_desk_part_begin:
 * @page: the desk
 * @title: its heading
 *
 * Gives a part its head. To be called once, by the constructor of a part.
 */
void
hih_desk_part_begin (HihDeskPart *self, HihPage *page, const char *title)
{
  HihDeskPartPrivate *priv = hih_desk_part_get_instance_private (self);
  GtkWidget *heading = hih_words_new_heading (title, "title");

  g_set_weak_pointer (&priv->page, page);
  priv->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 14);
  priv->actions = hih_tiles_new_line (12, TRUE);
  gtk_widget_set_valign (heading, GTK_ALIGN_CENTER);
  priv->head = hih_split_new (heading, priv->actions, 16, 0);
  gtk_widget_set_vexpand (priv->head, FALSE);
  gtk_box_append (GTK_BOX (priv->box), priv->head);
  adw_bin_set_child (ADW_BIN (self), priv->box);
}

/**
 * hih_desk_part_new:
 *
 * Returns: (transfer floating): a part without content yet
 */
GtkWidget *
hih_desk_part_new (HihPage *page, const char *title)
{
  HihDeskPart *self = g_object_new (HIH_TYPE_DESK_PART, NULL);

  hih_desk_part_begin (self, page, title);
  return GTK_WIDGET (self);
}

/**
 * hih_desk_part_get_page:
 *
 * Returns: (transfer none): the desk
 */
HihPage *
hih_desk_part_get_page (HihDeskPart *self)
{
  HihDeskPartPrivate *priv = hih_desk_part_get_instance_private (self);

  return priv->page;
}

/**
 * hih_desk_part_add_action:
 * @control: (transfer floating): a button or a chooser
 */
void
hih_desk_part_add_action (HihDeskPart *self, GtkWidget *control)
{
  HihDeskPartPrivate *priv = hih_desk_part_get_instance_private (self);

  hih_tiles_append (HIH_TILES (priv->actions), control);
}

/**
 * hih_desk_part_set_content:
 * @content: (transfer floating): in place of what stood there
 * @scrolls: whether it is scrolled here
 */
void
hih_desk_part_set_content (HihDeskPart *self, GtkWidget *content, gboolean scrolls)
{
  HihDeskPartPrivate *priv = hih_desk_part_get_instance_private (self);

  gboolean stacked = priv->inner != NULL && gtk_widget_get_parent (priv->head) == priv->inner;

  hih_desk_part_set_stacked (self, FALSE);
  if (priv->content != NULL)
    gtk_box_remove (GTK_BOX (priv->box), priv->content);
  priv->inner = scrolls ? gtk_box_new (GTK_ORIENTATION_VERTICAL, 14) : NULL;
  if (scrolls)
    {
      /* Room for the line around what has the focus. */
      gtk_widget_add_css_class (priv->inner, "desk-content");
      gtk_widget_set_vexpand (content, TRUE);
      gtk_box_append (GTK_BOX (priv->inner), content);
    }
  priv->content = scrolls ? hih_scroller_new (priv->inner) : content;
  gtk_widget_set_vexpand (priv->content, TRUE);
  gtk_box_append (GTK_BOX (priv->box), priv->content);
  hih_desk_part_set_stacked (self, stacked);
}

/**
 * hih_desk_part_set_stacked:
 * @stacked: the window is narrow, and the head may be as high as the window: it scrolls with the content
 */
void
hih_desk_part_set_stacked (HihDeskPart *self, gboolean stacked)
{
  HihDeskPartPrivate *priv = hih_desk_part_get_instance_private (self);
  GtkWidget *wanted = stacked && priv->inner != NULL ? priv->inner : priv->box;
  GtkWidget *parent = gtk_widget_get_parent (priv->head);

  if (parent == wanted)
    return;
  g_object_ref (priv->head);
  gtk_box_remove (GTK_BOX (parent), priv->head);
  gtk_box_prepend (GTK_BOX (wanted), priv->head);
  g_object_unref (priv->head);
}

/**
 * hih_desk_part_shown:
 *
 * Tells the part that it stands on the desk now.
 */
void
hih_desk_part_shown (HihDeskPart *self)
{
  if (HIH_DESK_PART_GET_CLASS (self)->shown != NULL)
    HIH_DESK_PART_GET_CLASS (self)->shown (self);
}

/**
 * hih_desk_part_go_to:
 * @name: as in hih-desk-parts.def
 */
void
hih_desk_part_go_to (HihDeskPart *self, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "desk.part", "s", name);
}

/**
 * hih_desk_part_go_to_person:
 *
 * One tap from wherever somebody is named to what they can do and where they are stuck.
 */
void
hih_desk_part_go_to_person (HihDeskPart *self, const HihId *trainee, const char *lesson)
{
  char id[HIH_ID_STRING_LENGTH + 1];

  hih_id_to_string (trainee, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "desk.person", "(ss)", id, lesson);
}

/**
 * hih_desk_part_open_person:
 *
 * Tells the part whose page is wanted; to be called by the desk.
 */
void
hih_desk_part_open_person (HihDeskPart *self, const HihId *trainee, const char *lesson)
{
  if (HIH_DESK_PART_GET_CLASS (self)->open_person != NULL)
    HIH_DESK_PART_GET_CLASS (self)->open_person (self, trainee, lesson);
}

/**
 * hih_desk_part_shed:
 *
 * For the desk, which is left: the part gives up a little of what would take long to go all at once.
 *
 * Returns: whether there is more
 */
gboolean
hih_desk_part_shed (HihDeskPart *self)
{
  return HIH_DESK_PART_GET_CLASS (self)->shed != NULL && HIH_DESK_PART_GET_CLASS (self)->shed (self);
}
