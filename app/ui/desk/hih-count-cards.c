/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "hih-count-cards.h"

#include <glib/gi18n.h>

#include "hih-figure.h"
#include "hih-tiles.h"

enum
{
  COUNT_ABLE,
  COUNT_STUCK,
  COUNT_DUE,
  N_COUNTS
};

static const struct
{
  const char *name; /* of the widget */
  const char *icon;
  HihProgressOnly only; /* what its toggle shows; everybody: it is none */
} cards[N_COUNTS] = {
  [COUNT_ABLE] = { "count-able", "star", HIH_ONLY_EVERYBODY },
  [COUNT_STUCK] = { "count-stuck", "flag", HIH_ONLY_STUCK },
  [COUNT_DUE] = { "count-due", "repeat", HIH_ONLY_DUE },
};

enum
{
  CHOSEN,
  N_SIGNALS
};

struct _HihCountCards
{
  AdwBin parent_instance;

  GtkWidget *numbers[N_COUNTS], *words[N_COUNTS], *boxes[N_COUNTS];
  gboolean settling; /* the toggles are being set by the program */
  HihProgressOnly only;
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HihCountCards, hih_count_cards, ADW_TYPE_BIN)

/* At most one of the toggles is on. */
static void
toggled_cb (GtkToggleButton *button, HihCountCards *self)
{
  HihProgressOnly only = HIH_ONLY_EVERYBODY;

  if (self->settling)
    return;
  self->settling = TRUE;
  for (guint i = 0; i < N_COUNTS; i++)
    if (self->boxes[i] == GTK_WIDGET (button) && gtk_toggle_button_get_active (button))
      only = cards[i].only;
    else if (GTK_IS_TOGGLE_BUTTON (self->boxes[i]))
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->boxes[i]), FALSE);
  self->settling = FALSE;
  self->only = only;
  g_signal_emit (self, signals[CHOSEN], 0);
}

static void
set_count (HihCountCards *self, guint count, guint number, char *words)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *both = g_strdup_printf ("%u %s", number, words);

  gtk_widget_set_visible (self->boxes[count], TRUE);
  gtk_label_set_label (GTK_LABEL (self->numbers[count]), text);
  gtk_label_set_label (GTK_LABEL (self->words[count]), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->boxes[count]), GTK_ACCESSIBLE_PROPERTY_LABEL, both, -1);
  g_free (words);
}

void
hih_count_cards_set (HihCountCards *self, const HihProgressCounts *counts)
{
  g_return_if_fail (HIH_IS_COUNT_CARDS (self));
  set_count (self, COUNT_ABLE, counts->n_able,
             /* translators: a number stands before it: "7 can do at least 3 lessons alone" */
             g_strdup_printf (ngettext ("can do at least %u lesson alone", "can do at least %u lessons alone", counts->enough),
                              counts->enough));
  /* translators: a number stands before it: "2 are stuck" */
  set_count (self, COUNT_STUCK, counts->n_stuck, g_strdup (ngettext ("is stuck", "are stuck", counts->n_stuck)));
  /* translators: a number stands before it: "4 have a re-check due" */
  set_count (self, COUNT_DUE, counts->n_due,
             g_strdup (ngettext ("has a re-check due", "have a re-check due", counts->n_due)));
}

HihProgressOnly
hih_count_cards_get_only (HihCountCards *self)
{
  g_return_val_if_fail (HIH_IS_COUNT_CARDS (self), HIH_ONLY_EVERYBODY);
  return self->only;
}

static GtkWidget *
new_card (HihCountCards *self, guint count)
{
  GtkWidget *line = hih_figure_new (cards[count].icon, "count-number", &self->numbers[count], &self->words[count]);
  GtkWidget *card;

  if (cards[count].only != HIH_ONLY_EVERYBODY)
    {
      card = gtk_toggle_button_new ();
      gtk_button_set_child (GTK_BUTTON (card), line);
      g_signal_connect_object (card, "toggled", G_CALLBACK (toggled_cb), self, 0);
    }
  else
    {
      card = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
      gtk_box_append (GTK_BOX (card), line);
    }
  gtk_widget_add_css_class (card, "count-card");
  gtk_widget_set_name (card, cards[count].name);
  /* Without a number it would have no name. */
  gtk_widget_set_visible (card, FALSE);
  self->boxes[count] = card;
  return card;
}

static void
hih_count_cards_class_init (HihCountCardsClass *klass)
{
  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
hih_count_cards_init (HihCountCards *self)
{
  GtkWidget *tiles = hih_figures_new (N_COUNTS);

  for (guint i = 0; i < N_COUNTS; i++)
    hih_tiles_append (HIH_TILES (tiles), new_card (self, i));
  adw_bin_set_child (ADW_BIN (self), tiles);
}

GtkWidget *
hih_count_cards_new (void)
{
  return g_object_new (HIH_TYPE_COUNT_CARDS, NULL);
}
