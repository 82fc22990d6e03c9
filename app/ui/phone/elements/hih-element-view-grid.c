/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures with their names, three in a row: of the home screen, of an album, of a share sheet. Two large ones where a
 * phone was made easy. */
#include "config.h"

#include "hih-element-view.h"

#include "hih-phone-pane.h"

#include <stdlib.h>

#define COLUMNS "3" /* in every layout, so that "in the first row" stays true */

static GtkWidget *
create (HihElementContext *context, const HihSceneNode *node)
{
  const char *look = hih_element_get_attribute (node->element, "look");
  const char *columns = hih_element_get_attribute (node->element, "columns");
  gboolean wide = g_strcmp0 (columns, "2") == 0;
  gboolean home = look == NULL || g_str_equal (look, "home");
  GtkWidget *pane = hih_phone_pane_new (HIH_PANE_TILES, home ? NULL : look, wide ? 10 : home ? 0 : 8);

  hih_phone_pane_set_columns (HIH_PHONE_PANE (pane), atoi (columns != NULL ? columns : COLUMNS));
  hih_element_view_set_class (pane, "wide", wide);
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
