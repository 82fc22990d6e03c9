/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Beside the people of a class: hands counted, and who helps. */
#include "config.h"

#include "hih-class-side.h"

#include "hih-class-words.h"
#include "hih-control.h"
#include "hih-icon.h"
#include "hih-stepper.h"
#include "hih-words.h"

#include <glib/gi18n.h>

static const HihHelper kinds[] = { HIH_HELPER_STAFF, HIH_HELPER_VOLUNTEER, HIH_HELPER_FAMILY, HIH_HELPER_TRAINEE };

struct _HihClassSide
{
  GtkWidget parent_instance;

  HihClassKeeper *keeper;
  GtkWidget *hands;
  GtkWidget *less;
  GtkWidget *more;
  GtkWidget *down;
  GtkWidget *helpers[G_N_ELEMENTS (kinds)];
};

G_DEFINE_FINAL_TYPE (HihClassSide, hih_class_side, GTK_TYPE_WIDGET)

static void
changed_cb (HihClassKeeper *keeper, gpointer user_data)
{
  HihClassSide *self = user_data;
  HihClassSession *class = hih_class_keeper_get_class (keeper);
  g_autofree char *hands = hih_class_dup_hands (class);

  gtk_label_set_label (GTK_LABEL (self->hands), hands);
  gtk_widget_set_sensitive (self->less, class->n_hands > 0);
  gtk_widget_set_sensitive (self->more, class->n_hands < class->n_here);
  gtk_widget_set_sensitive (self->down, class->n_hands > 0);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    hih_stepper_set (HIH_STEPPER (self->helpers[i]), (int) hih_class_keeper_get_helpers (keeper, kinds[i]));
}

static void
less_cb (GtkWidget *button, gpointer user_data)
{
  hih_class_keeper_count_hand (HIH_CLASS_SIDE (user_data)->keeper, FALSE);
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  hih_class_keeper_count_hand (HIH_CLASS_SIDE (user_data)->keeper, TRUE);
}

static void
down_cb (GtkWidget *button, gpointer user_data)
{
  hih_class_keeper_lower_hands (HIH_CLASS_SIDE (user_data)->keeper);
}

static void
helpers_cb (GtkWidget *stepper, gpointer user_data)
{
  HihClassSide *self = user_data;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (self->helpers[i] == stepper)
        hih_class_keeper_set_helpers (self->keeper, kinds[i], (guint) hih_stepper_get (HIH_STEPPER (stepper)));
    }
}

static void
hih_class_side_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&HIH_CLASS_SIDE (object)->keeper);
  G_OBJECT_CLASS (hih_class_side_parent_class)->dispose (object);
}

static void
hih_class_side_class_init (HihClassSideClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_class_side_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hih_class_side_init (HihClassSide *self)
{
}

static GtkWidget *
new_hands (HihClassSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->hands = hih_words_new ("", "section");
  self->less = hih_control_new ("minus", "", "compact");
  self->more = hih_control_new ("plus", "", "compact");
  self->down = hih_control_new ("down", _ ("All hands down"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->less), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("One hand less"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->more), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("One hand more"), -1);
  gtk_widget_set_name (self->less, "hand-less");
  gtk_widget_set_name (self->more, "hand-more");
  gtk_widget_set_name (self->down, "hands-down");
  g_signal_connect_object (self->less, "clicked", G_CALLBACK (less_cb), self, 0);
  g_signal_connect_object (self->more, "clicked", G_CALLBACK (more_cb), self, 0);
  g_signal_connect_object (self->down, "clicked", G_CALLBACK (down_cb), self, 0);
  gtk_widget_set_hexpand (self->less, TRUE);
  gtk_widget_set_hexpand (self->more, TRUE);
  gtk_box_append (GTK_BOX (head), hih_icon_new ("raise", 32));
  gtk_box_append (GTK_BOX (head), self->hands);
  gtk_box_append (GTK_BOX (buttons), self->less);
  gtk_box_append (GTK_BOX (buttons), self->more);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), self->down);
  gtk_widget_add_css_class (box, "card-box");
  gtk_widget_add_css_class (box, "side-card");
  return box;
}

static GtkWidget *
new_helpers (HihClassSide *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_ ("Who helps?"), "section"));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      self->helpers[i] = hih_stepper_new (hih_helper_get_many_words (kinds[i]), 0, 100, 1);
      g_signal_connect_object (self->helpers[i], "changed", G_CALLBACK (helpers_cb), self, 0);
      gtk_box_append (GTK_BOX (box), self->helpers[i]);
    }
  gtk_widget_add_css_class (box, "card-box");
  gtk_widget_add_css_class (box, "side-card");
  return box;
}

/**
 * hih_class_side_new:
 *
 * Returns: (transfer floating): the two cards
 */
GtkWidget *
hih_class_side_new (HihClassKeeper *keeper)
{
  HihClassSide *self = g_object_new (HIH_TYPE_CLASS_SIDE, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->keeper = g_object_ref (keeper);
  gtk_box_append (GTK_BOX (box), new_hands (self));
  gtk_box_append (GTK_BOX (box), new_helpers (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect_object (keeper, "changed", G_CALLBACK (changed_cb), self, 0);
  return GTK_WIDGET (self);
}
