/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The four stages. What is done has a tick, where one is is blue; each can be gone to. */
#include "config.h"

#include "hih-stage-bar.h"

#include "hih-control.h"
#include "hih-stage-words.h"

#include <glib/gi18n.h>

struct _HihStageBar
{
  GtkWidget parent_instance;

  GtkWidget *buttons[HIH_N_STAGES];
  HihStage current;
  guint done;
};

enum
{
  CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihStageBar, hih_stage_bar, GTK_TYPE_WIDGET)

static const char *icons[] = { "eye", "hand", "pencil", "star" };

static void
clicked_cb (GtkWidget *button, gpointer user_data)
{
  HihStageBar *self = user_data;

  for (int i = 0; i < HIH_N_STAGES; i++)
    {
      if (self->buttons[i] == button)
        g_signal_emit (self, signals[CHOSEN], 0, i);
    }
}

static void
hih_stage_bar_dispose (GObject *object)
{
  for (guint i = 0; i < HIH_N_STAGES; i++)
    g_clear_pointer (&HIH_STAGE_BAR (object)->buttons[i], gtk_widget_unparent);
  G_OBJECT_CLASS (hih_stage_bar_parent_class)->dispose (object);
}

static void
hih_stage_bar_class_init (HihStageBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = hih_stage_bar_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", HIH_TYPE_STAGE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                  G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
hih_stage_bar_init (HihStageBar *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_homogeneous (layout, TRUE);
  gtk_box_layout_set_spacing (layout, 12);
  for (guint i = 0; i < HIH_N_STAGES; i++)
    {
      g_autofree char *name = g_strconcat ("stage-", hih_stage_get_name (i), NULL);

      self->buttons[i] = hih_control_new (icons[i], hih_stage_get_words (i), "compact stage");
      gtk_widget_set_name (self->buttons[i], name);
      gtk_widget_set_parent (self->buttons[i], GTK_WIDGET (self));
      g_signal_connect (self->buttons[i], "clicked", G_CALLBACK (clicked_cb), self);
    }
}

GtkWidget *
hih_stage_bar_new (void)
{
  return g_object_new (HIH_TYPE_STAGE_BAR, NULL);
}

void
hih_stage_bar_set (HihStageBar *self, HihStage current, guint done)
{
  g_return_if_fail (HIH_IS_STAGE_BAR (self));
  self->current = current;
  self->done = done;
  for (guint i = 0; i < HIH_N_STAGES; i++)
    {
      gboolean now = i == current;
      gboolean over = !now && (done & (1u << i)) != 0;
      g_autofree char *name = NULL;

      hih_control_set_look (HIH_CONTROL (self->buttons[i]), now ? "chosen" : over ? "over" : "later");
      hih_control_set_icon (HIH_CONTROL (self->buttons[i]), over ? "check" : icons[i]);
      /* translators: a stage's name; the screen reader says which stage one is in */
      name = g_strdup_printf (now ? _("%s, you are here") : over ? _("%s, done") : "%s", hih_stage_get_words (i));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[i]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

void
hih_stage_bar_set_upright (HihStageBar *self, gboolean upright)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_box_layout_set_spacing (layout, upright ? 6 : 12);
  for (guint i = 0; i < HIH_N_STAGES; i++)
    hih_control_set_upright (HIH_CONTROL (self->buttons[i]), upright);
}
