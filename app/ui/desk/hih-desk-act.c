/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-desk-act.h"

#include "hih-control.h"
#include "hih-error-text.h"
#include "hih-icon.h"
#include "hih-split.h"
#include "hih-words.h"

#include <glib/gi18n.h>

struct _HihDeskAct
{
  AdwBin parent_instance;

  HihPage *page; /* borrowed: it owns this */
  GtkWidget *words;
  GtkWidget *undo;
  HihAct *act; /* (nullable): what can be taken back */
};

enum
{
  UNDONE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihDeskAct, hih_desk_act, ADW_TYPE_BIN)

static void
say (HihDeskAct *self, const char *words)
{
  gtk_label_set_label (GTK_LABEL (self->words), words);
  gtk_widget_set_visible (self->undo, self->act != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (HihDeskAct) self = user_data;
  g_autoptr (GError) error = NULL;
  guint n_stayed = 0;
  gboolean undone = hih_records_undo_finish (HIH_RECORDS (source), result, &n_stayed, &error);

  hih_error_log (error);
  if (!hih_page_check (self->page, NULL))
    return;
  if (!undone)
    say (self, hih_error_get_text (error));
  else if (n_stayed > 0)
    {
      g_autofree char *words =
          g_strdup_printf (ngettext ("Taken back. %u person has practised since and stays.",
                                     "Taken back. %u people have practised since and stay.", n_stayed), n_stayed);

      say (self, words);
    }
  else
    say (self, _("Taken back. All is as it was before."));
  g_signal_emit (self, signals[UNDONE], 0);
}

static void
undo_cb (GtkWidget *button, gpointer user_data)
{
  HihDeskAct *self = user_data;
  g_autoptr (HihAct) act = g_steal_pointer (&self->act);

  if (act == NULL)
    return;
  gtk_widget_set_visible (self->undo, FALSE);
  hih_records_undo_async (hih_context_get_records (hih_page_get_context (self->page)), act, NULL, undone_cb,
                          g_object_ref (self));
}

void
hih_desk_act_show (HihDeskAct *self, HihAct *act, const char *words)
{
  g_clear_pointer (&self->act, hih_act_unref);
  if (hih_act_get_n_people (act) > 0)
    self->act = hih_act_ref (act);
  say (self, self->act != NULL ? words : _("It was so already."));
}

static void
hih_desk_act_finalize (GObject *object)
{
  g_clear_pointer (&HIH_DESK_ACT (object)->act, hih_act_unref);
  G_OBJECT_CLASS (hih_desk_act_parent_class)->finalize (object);
}

static void
hih_desk_act_class_init (HihDeskActClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = hih_desk_act_finalize;
  signals[UNDONE] = g_signal_new ("undone", HIH_TYPE_DESK_ACT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_desk_act_init (HihDeskAct *self)
{
}

/**
 * hih_desk_act_new:
 *
 * Returns: (transfer floating): the line, not yet visible
 */
GtkWidget *
hih_desk_act_new (HihPage *page)
{
  HihDeskAct *self = g_object_new (HIH_TYPE_DESK_ACT, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *split;

  self->page = page;
  self->words = hih_words_new ("", NULL);
  self->undo = hih_control_new ("undo", _("Undo"), NULL);
  gtk_widget_set_name (GTK_WIDGET (self), "desk-act");
  gtk_widget_set_name (self->undo, "desk-undo");
  gtk_widget_set_valign (self->words, GTK_ALIGN_CENTER);
  g_signal_connect_object (self->undo, "clicked", G_CALLBACK (undo_cb), self, 0);
  split = hih_split_new (self->words, self->undo, 12, 0);
  gtk_widget_set_hexpand (split, TRUE);
  gtk_widget_add_css_class (box, "desk-card");
  gtk_widget_add_css_class (box, "thin");
  gtk_widget_add_css_class (box, "done");
  gtk_box_append (GTK_BOX (box), hih_icon_new ("check", 24));
  gtk_box_append (GTK_BOX (box), split);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GTK_WIDGET (self);
}
