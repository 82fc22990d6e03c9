/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The home screen's pictures, three in a row. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"

#define COLUMNS 3 /* in every layout, so that "in the first row" stays true */

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  GtkWidget *pane = hih_phone_pane_new (HIH_PANE_TILES, NULL, 0);

  hih_phone_pane_set_columns (HIH_PHONE_PANE (pane), COLUMNS);
  return pane;
}

static void
update (HihElementContext *context, GtkWidget *widget, const HihSceneNode *node)
{
  hih_element_view_set_name (widget, hih_element_view_get_title (context, node), NULL);
  hih_element_view_sync (context, widget, node->children);
}

const HihElementView hih_element_view_grid = {
  .name = "grid",
  .create = create,
  .update = update,
};
