/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's reports: a tile a kind with a sentence of what it tells, then the one that was chosen. Measuring so many
 * sentences takes longer than a frame has: the tiles are filled one after another. */
#include "config.h"

#include "hih-desk-part.h"

#include "hih-desk-card.h"
#include "hih-desk-report.h"
#include "hih-icon.h"
#include "hih-later.h"
#include "hih-report.h"
#include "hih-tiles.h"
#include "hih-words.h"

#include <glib/gi18n.h>

#define USUAL_HEIGHT 84 /* px of a tile, until one was seen */

#define HIH_TYPE_DESK_REPORTS (hih_desk_reports_get_type ())
G_DECLARE_FINAL_TYPE (HihDeskReports, hih_desk_reports, HIH, DESK_REPORTS, HihDeskPart)

struct _HihDeskReports
{
  HihDeskPart parent_instance;

  HihDeskReport *open; /* (nullable) borrowed: it stands on the part */
  HihLaterKind tiles[2]; /* of reports, of cards */
};

G_DEFINE_FINAL_TYPE (HihDeskReports, hih_desk_reports, HIH_TYPE_DESK_PART)

static void show_kinds (HihDeskReports *self);

static void
closed_cb (HihDeskReport *report, gpointer user_data)
{
  show_kinds (user_data);
}

static void
open_cb (GtkWidget *tile, gpointer user_data)
{
  HihDeskReports *self = user_data;

  self->open = HIH_DESK_REPORT (hih_desk_report_new (hih_desk_part_get_page (HIH_DESK_PART (self)),
                                                     g_object_get_data (G_OBJECT (tile), "kind")));
  g_signal_connect_object (self->open, "closed", G_CALLBACK (closed_cb), self, 0);
  hih_desk_part_set_content (HIH_DESK_PART (self), GTK_WIDGET (self->open), TRUE);
  hih_desk_report_reload (self->open);
}

static GtkWidget *
new_tile (HihDeskReports *self, const char *name, const char *icon_name, const char *title, const char *about,
          GCallback callback)
{
  GtkWidget *tile = gtk_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *icon = hih_icon_new (icon_name, 32);

  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (texts), hih_words_new (title, "strong"));
  gtk_box_append (GTK_BOX (texts), hih_words_new (about, "soft"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_button_set_child (GTK_BUTTON (tile), row);
  gtk_widget_add_css_class (tile, "tile");
  gtk_widget_add_css_class (tile, "report-tile");
  gtk_widget_set_name (tile, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tile), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, about, -1);
  g_signal_connect_object (tile, "clicked", callback, self, 0);
  return tile;
}

static GtkWidget *
new_kind (HihDeskReports *self, const char *kind)
{
  g_autoptr (HihReport) report = hih_report_new (kind, NULL);
  g_autofree char *name = g_strconcat ("report-", kind, NULL);
  GtkWidget *tile = new_tile (self, name, HIH_REPORT_GET_CLASS (report)->icon, hih_report_get_title (report),
                              hih_report_get_about (report), G_CALLBACK (open_cb));

  g_object_set_data (G_OBJECT (tile), "kind", (gpointer) kind);
  return tile;
}

static void
step_card_cb (GtkWidget *tile, gpointer user_data)
{
  hih_desk_card_open_steps (hih_desk_part_get_page (user_data));
}

static void
login_cards_cb (GtkWidget *tile, gpointer user_data)
{
  hih_desk_card_open_login (hih_desk_part_get_page (user_data));
}

static void
fill_kind (HihLater *place, gpointer item, gpointer owner)
{
  hih_later_set_child (place, new_kind (owner, item));
}

/* Cards: what else is printed here. */
static const struct
{
  const char *name;
  const char *icon;
  const char *title;
  const char *about;
  void (*open) (GtkWidget *tile, gpointer self);
} cards[] = {
  { "card-steps", "card", N_ ("Take-home card"),
    N_ ("The steps of a lesson with pictures of its screens, large enough to read at arm’s length."), step_card_cb },
  { "card-login", "people", N_ ("Cards with picture and name"),
    N_ ("Eight on a sheet, to be cut apart: who looks for which picture when beginning."), login_cards_cb },
};

static void
fill_card (HihLater *place, gpointer item, gpointer owner)
{
  guint i = GPOINTER_TO_UINT (item);

  hih_later_set_child (place, new_tile (owner, cards[i].name, cards[i].icon, _(cards[i].title), _(cards[i].about),
                                        G_CALLBACK (cards[i].open)));
}

static void
append (GtkWidget *tiles, HihLaterKind *kind, gpointer item)
{
  GtkWidget *place = hih_later_new (kind, item, NULL);

  hih_tiles_append (HIH_TILES (tiles), place);
  hih_later_ask (HIH_LATER (place));
}

static void
show_kinds (HihDeskReports *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *reports = hih_tiles_new_columns (300, 2, 12);
  GtkWidget *others = hih_tiles_new_columns (300, 2, 12);
  const char *const *kinds = hih_report_list_kinds ();

  self->open = NULL;
  for (guint i = 0; kinds[i] != NULL; i++)
    append (reports, &self->tiles[0], (gpointer) kinds[i]);
  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    append (others, &self->tiles[1], GUINT_TO_POINTER (i));
  gtk_box_append (GTK_BOX (box), reports);
  gtk_box_append (GTK_BOX (box), hih_words_new_heading (_("Cards"), "section"));
  gtk_box_append (GTK_BOX (box), others);
  hih_desk_part_set_content (HIH_DESK_PART (self), box, TRUE);
}

static void
hih_desk_reports_shown (HihDeskPart *part)
{
  HihDeskReports *self = HIH_DESK_REPORTS (part);

  if (self->open != NULL)
    hih_desk_report_reload (self->open);
}

static void
hih_desk_reports_class_init (HihDeskReportsClass *klass)
{
  HIH_DESK_PART_CLASS (klass)->shown = hih_desk_reports_shown;
}

static void
hih_desk_reports_init (HihDeskReports *self)
{
  self->tiles[0] = (HihLaterKind) { fill_kind, self, USUAL_HEIGHT };
  self->tiles[1] = (HihLaterKind) { fill_card, self, USUAL_HEIGHT };
}

/**
 * hih_desk_reports_new:
 *
 * Returns: (transfer floating): the part
 */
GtkWidget *
hih_desk_reports_new (HihPage *page)
{
  HihDeskReports *self = g_object_new (HIH_TYPE_DESK_REPORTS, NULL);

  hih_desk_part_begin (HIH_DESK_PART (self), page, _("Reports"));
  show_kinds (self);
  return GTK_WIDGET (self);
}
