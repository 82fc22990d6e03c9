/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is counted, less, the number, more. Each button says whose it is. */
#include "config.h"

#include "hih-stepper.h"

#include "hih-control.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihStepper
{
  GtkWidget parent_instance;

  GtkWidget *number;
  GtkWidget *less;
  GtkWidget *more;
  char *words;
  int lowest;
  int highest;
  int step;
  int value;
};

static guint changed_signal;

G_DEFINE_FINAL_TYPE (HihStepper, hih_stepper, GTK_TYPE_WIDGET)

static void
update (HihStepper *self)
{
  g_autofree char *text = g_strdup_printf ("%d", self->value);

  gtk_label_set_label (GTK_LABEL (self->number), text);
  gtk_widget_set_sensitive (self->less, self->value > self->lowest);
  gtk_widget_set_sensitive (self->more, self->value < self->highest);
}

static void
change (HihStepper *self, int value)
{
  value = CLAMP (value, self->lowest, self->highest);
  if (value == self->value)
    return;
  self->value = value;
  update (self);
  g_signal_emit (self, changed_signal, 0);
}

static void
less_cb (GtkWidget *button, gpointer user_data)
{
  HihStepper *self = user_data;

  change (self, (self->value - 1) / self->step * self->step);
}

static void
more_cb (GtkWidget *button, gpointer user_data)
{
  HihStepper *self = user_data;

  change (self, (self->value / self->step + 1) * self->step);
}

static void
hih_stepper_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_pointer (&HIH_STEPPER (object)->words, g_free);
  G_OBJECT_CLASS (hih_stepper_parent_class)->dispose (object);
}

static void
hih_stepper_class_init (HihStepperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = hih_stepper_dispose;
  changed_signal = g_signal_new ("changed", HIH_TYPE_STEPPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
hih_stepper_init (HihStepper *self)
{
}

/**
 * hih_stepper_new:
 *
 * Returns: (transfer floating): a stepper that stands at @lowest
 */
GtkWidget *
hih_stepper_new (const char *words, int lowest, int highest, int step)
{
  HihStepper *self = g_object_new (HIH_TYPE_STEPPER, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = hih_words_new (words, NULL);
  /* translators: %s is what is counted, such as “Volunteers” */
  g_autofree char *less = g_strdup_printf (_ ("%s: less"), words);
  /* translators: %s is what is counted, such as “Volunteers” */
  g_autofree char *more = g_strdup_printf (_ ("%s: more"), words);

  self->words = g_strdup (words);
  self->lowest = lowest;
  self->highest = highest;
  self->step = step;
  self->value = lowest;
  self->less = hih_control_new ("minus", less, "compact");
  self->more = hih_control_new ("plus", more, "compact");
  hih_control_set_bare (HIH_CONTROL (self->less), TRUE);
  hih_control_set_bare (HIH_CONTROL (self->more), TRUE);
  self->number = hih_words_new ("", "strong number");
  gtk_label_set_wrap (GTK_LABEL (self->number), FALSE);
  gtk_label_set_xalign (GTK_LABEL (self->number), 0.5);
  gtk_label_set_width_chars (GTK_LABEL (self->number), 3);
  g_signal_connect (self->less, "clicked", G_CALLBACK (less_cb), self);
  g_signal_connect (self->more, "clicked", G_CALLBACK (more_cb), self);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), self->less);
  gtk_box_append (GTK_BOX (line), self->number);
  gtk_box_append (GTK_BOX (line), self->more);
  gtk_widget_set_parent (line, GTK_WIDGET (self));
  update (self);
  return GTK_WIDGET (self);
}

int
hih_stepper_get (HihStepper *self)
{
  return self->value;
}

void
hih_stepper_set (HihStepper *self, int value)
{
  self->value = CLAMP (value, self->lowest, self->highest);
  update (self);
}
