/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In layout b the title stands in the middle; in c it has a line of its own under the buttons. */
#include "config.h"

#include "hih-phone-bar.h"

#include "hih-element-view.h"
#include "hih-phone-fit.h"
#include "hih-phone-pane.h"
#include "hih-phone-picture.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define SYSTEM_BACK "system/back"

struct _HihPhoneBar
{
  GtkWidget parent_instance;

  HihElementContext *context; /* (owned) */
  GtkWidget *box;
  GtkWidget *line;
  GtkWidget *back;
  GtkWidget *title;
  GtkWidget *end; /* pane */
};

G_DEFINE_FINAL_TYPE (HihPhoneBar, hih_phone_bar, GTK_TYPE_WIDGET)

static void
hih_phone_bar_dispose (GObject *object)
{
  HihPhoneBar *self = HIH_PHONE_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (hih_phone_bar_parent_class)->dispose (object);
}

static void
hih_phone_bar_class_init (HihPhoneBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_phone_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "bar");
}

static void
hih_phone_bar_init (HihPhoneBar *self)
{
}

static GtkWidget *
create_back (HihElementContext *context)
{
  GtkWidget *back = hih_element_view_new_button (context, "back");

  gtk_button_set_child (GTK_BUTTON (back), hih_phone_picture_new_icon ("back", 32));
  hih_element_view_set_name (back, _("Back"), NULL);
  hih_element_view_set_widget_target (back, SYSTEM_BACK);
  return back;
}

/**
 * hih_phone_bar_new:
 *
 * Returns: (transfer floating): an empty bar
 */
GtkWidget *
hih_phone_bar_new (HihElementContext *context)
{
  HihPhoneBar *self = g_object_new (HIH_TYPE_PHONE_BAR, NULL);

  self->context = g_object_ref (context);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_vexpand (self->line, TRUE);
  self->back = create_back (context);
  self->title = hih_element_view_new_label ("bar-title");
  self->end = hih_phone_pane_new (HIH_PANE_ROW, "bar-end", 6);
  gtk_widget_add_css_class (self->end, "compact");
  hih_phone_fit_limit_lines (self->title, 2);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_set_valign (self->title, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->box), self->line);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->title), GTK_ACCESSIBLE_PROPERTY_LEVEL, 1, -1);
  return GTK_WIDGET (self);
}

/* Once: a screen keeps its layout. A code's card needs the height that a line of its own would take. */
static void
arrange (HihPhoneBar *self, HihScene *scene)
{
  const char *layout = hih_scene_get_layout (scene);
  gboolean centred = g_str_equal (layout, HIH_LAYOUT_B);
  gboolean under = g_str_equal (layout, HIH_LAYOUT_C) && hih_scene_has_back (scene) &&
                   !g_str_equal (hih_scene_get_look (scene), "code");

  if (gtk_widget_get_parent (self->title) != NULL)
    return;
  gtk_box_append (GTK_BOX (self->line), self->back);
  if (under)
    {
      GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_hexpand (space, TRUE);
      gtk_box_append (GTK_BOX (self->line), space);
      gtk_box_append (GTK_BOX (self->box), self->title);
    }
  else
    gtk_box_append (GTK_BOX (self->line), self->title);
  gtk_box_append (GTK_BOX (self->line), self->end);
  gtk_widget_set_valign (self->back, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->end, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (self->title), centred ? 0.5f : 0);
  gtk_label_set_justify (GTK_LABEL (self->title), centred ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  hih_element_view_set_class (GTK_WIDGET (self), "under", under);
}

/**
 * hih_phone_bar_update:
 * @end_nodes: (element-type HihSceneNode): what stands at the bar's end
 * @shown: FALSE: this look has no bar
 */
void
hih_phone_bar_update (HihPhoneBar *self, HihScene *scene, GPtrArray *end_nodes, gboolean shown)
{
  gboolean has_back = hih_scene_has_back (scene);

  g_return_if_fail (HIH_IS_PHONE_BAR (self));

  arrange (self, scene);
  gtk_label_set_label (GTK_LABEL (self->title), hih_element_context_pick_text (self->context, hih_scene_get_title (scene)));
  hih_words_keep_end (GTK_LABEL (self->title));
  gtk_widget_set_visible (self->back, has_back);
  hih_element_view_set_class (GTK_WIDGET (self), "root", !has_back);
  /* A title in the middle stays there though only one side of it is taken. */
  hih_element_view_set_class (GTK_WIDGET (self), "one-sided", has_back && end_nodes->len == 0);
  hih_element_view_set_class (GTK_WIDGET (self), "end-sided", !has_back && end_nodes->len > 0);
  hih_element_view_sync (self->context, self->end, end_nodes);
  gtk_widget_set_visible (self->end, end_nodes->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), shown);
}
